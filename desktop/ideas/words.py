"""How the ideas say things."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from db.records import ACTIVITIES, Platform, Post, Week
from desktop import wording
from desktop.planning.ideas import Fit, Order

translate = QCoreApplication.translate

_TITLE = 40  # characters of a title in a sentence


def title(idea: Post) -> str:
    """What an idea is called."""
    return idea.title.replace("\u00ad", "").replace("\n", " ") or wording.untitled()


def short(idea: Post) -> str:
    """The same within a sentence."""
    whole = title(idea)
    return whole if len(whole) <= _TITLE else f"{whole[: _TITLE - 1].rstrip()}…"


def name(idea: Post, platforms: Mapping[int, Platform], fits: bool) -> str:
    """An idea for assistive technology."""
    known = [variant.platform_id for variant in idea.variants if variant.platform_id in platforms]
    parts = [title(idea), wording.platform_names(known, platforms)]
    parts += [wording.hours_h(idea.effort.total)] if idea.effort.total else []
    parts += [translate("Ideas", "fits this week")] if fits else []
    return ", ".join([*(part for part in parts if part), *idea.tags])


def collected(count: int, fitting: int) -> str:
    """14 collected, 6 fit into this week."""
    words = translate("Ideas", "%n idea(s) collected", "", count)
    if not fitting:
        return words
    return translate("Ideas", "{collected}, {count} fit into this week").format(collected=words, count=fitting)


def effort(idea: Post) -> str:
    """0:45 h creation; with several activities their sum alone."""
    spent = [activity for activity in ACTIVITIES if idea.effort.of(activity)]
    total = wording.hours_h(idea.effort.total)
    return f"{total} {wording.activity(spent[0])}" if len(spent) == 1 else total


def order_name(order: Order) -> str:
    """How the ideas are ordered."""
    match order:
        case Order.NEWEST:
            return translate("Ideas", "Newest first")
        case Order.SHORTEST:
            return translate("Ideas", "Shortest first")
        case Order.OCCASION:
            return translate("Ideas", "By occasion")
    return translate("Ideas", "Own order")


def fit(of: Fit, week: Week, platforms: Mapping[int, Platform]) -> str:
    """Why an idea fits, and when it could go out, as rich text."""
    platform = platforms[of.platform_id].name
    fits = translate("Ideas", "Fits into {week}.").format(week=wording.week_name(week))
    parts = [f"<b>{fits}</b>"]
    free = wording.hours_h(max(of.free, 0))
    if of.missing:
        count = of.missing
        missing = translate("Ideas", "{platform} lacks %n post(s), {free} are open.", "", count)
        parts.append(missing.format(platform=platform, free=free))
    else:
        parts.append(translate("Ideas", "On {platform} {free} are open.").format(platform=platform, free=free))
    place = f"{wording.day_short(of.at.date())}, {wording.clock(of.at)}"
    parts.append(translate("Ideas", "Next free slot: {place}.").format(place=place))
    return " ".join(parts)
