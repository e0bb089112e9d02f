"""What the page of the hours says about entries, their origin and what was learned from them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from db.records import ACTIVITIES, ByActivity, Format, MadeBy, Platform, Post, TimeEntry, WorkBlock
from desktop import wording
from desktop.planning.hours import EntryLine
from desktop.planning.learning import Learned
from desktop.planning.recurrence import Occurrence

translate = QCoreApplication.translate

ORIGIN_ICONS = {
    MadeBy.TICK: "circle-check",
    MadeBy.PUBLISH: "send",
    MadeBy.TIMER: "stopwatch",
    MadeBy.MANUAL: "pencil",
}


@dataclass(frozen=True, slots=True)
class Names:
    """What entries refer to, by id."""

    platforms: Mapping[int, Platform] = field(default_factory=dict)
    posts: Mapping[int, Post] = field(default_factory=dict)
    blocks: Mapping[int, WorkBlock] = field(default_factory=dict)


def origin(made_by: MadeBy) -> str:
    """Where an entry comes from."""
    return {
        MadeBy.TICK: translate("Hours", "Tick on a work block"),
        MadeBy.PUBLISH: translate("Hours", "Post published"),
        MadeBy.TIMER: translate("Hours", "Timer"),
        MadeBy.MANUAL: translate("Hours", "entered by hand"),
    }[made_by]


def origin_of(entry: TimeEntry) -> str:
    """Where this entry comes from, and that it was corrected if so."""
    words = origin(entry.made_by)
    if not entry.is_corrected or entry.made_by is MadeBy.MANUAL:
        return words
    return translate("Hours", "{origin}, corrected").format(origin=words)


def subject(entry: TimeEntry, names: Names) -> str:
    """What an entry was worked for: its post's title, the posts of its block, or the block; empty for none of them."""
    post = names.posts.get(entry.post_id or 0)
    if post is not None:
        return wording.spoken(post.title)
    block = names.blocks.get(entry.block_id or 0)
    if block is None:
        return ""
    ids = [link.post_id for link in block.links if block.rrule is None or link.original_at == entry.original_at]
    titles = [wording.spoken(names.posts[each].title) for each in ids if each in names.posts]
    if titles:
        return titles[0] if len(titles) == 1 else f"{titles[0]} +{len(titles) - 1}"
    return block_words(block.title or wording.activity(block.activity))


def block_words(title: str) -> str:
    """A work block by its title or activity."""
    return translate("Hours", "Block {title}").format(title=title)


def occurrence_words(occurrence: Occurrence) -> str:
    """Interaktion Mi 10:30: what is done when, in few words."""
    name = occurrence.title or wording.activity(occurrence.activity)
    return f"{name} {wording.weekday_short(occurrence.starts_at)} {wording.clock(occurrence.starts_at)}"


def block_time(occurrence: Occurrence) -> str:
    """Block Mi 10:30–11:00."""
    span = wording.time_range(occurrence.starts_at, occurrence.ends_at)
    return block_words(f"{wording.weekday_short(occurrence.starts_at)} {span}")


def unbroken(words: str) -> str:
    """Words that stay on one line: an amount and its unit."""
    return words.replace(" ", "\u00a0")


def time_of(line: EntryLine) -> str:
    """8:00–10:00, or "since 11:07" while it runs; with the weekday where it begins on another day than it ends."""
    starts = wording.clock(line.starts)
    if line.ends is None:
        return translate("Hours", "since {clock}").format(clock=starts)
    if line.ends.date() > line.starts.date() and (line.ends.hour, line.ends.minute) != (0, 0):
        return f"{wording.weekday_short(line.starts)} {starts}–{wording.clock(line.ends)}"
    return wording.time_range(line.starts, line.ends)


def entry_name(line: EntryLine, names: Names) -> str:
    """An entry in one sentence, for assistive technology."""
    entry = line.entry
    platform = names.platforms[entry.platform_id].name
    parts = [
        f"{wording.day_short(line.starts)}, {time_of(line)}",
        platform,
        wording.activity(entry.activity),
        subject(entry, names),
        entry.note,
        wording.hours_h(line.minutes),
        origin_of(entry),
    ]
    return ", ".join(part for part in parts if part)


def moment(at: datetime) -> str:
    """Mi 11:20."""
    return f"{wording.weekday_short(at)} {wording.clock(at)}"


def learned_headline(found: Learned) -> str:
    """Deine Reels dauern 95 statt 60 Minuten."""
    minutes = {"learned": found.effort.total, "template": found.format.effort.total}
    plural = _plurals().get(found.format.key)
    if plural is None or wording.format_name(found.format) != wording.format_name(_built_in(found.format)):
        pattern = translate("Hours", "Your posts “{format}” take {learned} instead of {template} minutes.")
        return pattern.format(format=wording.format_name(found.format), **minutes)
    pattern = translate("Hours", "Your {formats} take {learned} instead of {template} minutes.")
    return pattern.format(formats=plural, **minutes)


def split_words(effort: ByActivity) -> str:
    """Planung 0:10, Umsetzung 1:10: an effort activity by activity, without those that take nothing."""
    return ", ".join(
        f"{wording.activity(activity)} {wording.hours(minutes)}"
        for activity, minutes in zip(ACTIVITIES, effort, strict=True)
        if minutes
    )


def _built_in(of: Format) -> Format:
    return Format(of.key, "", of.position, of.effort)


def _plurals() -> dict[str, str]:
    return {
        "text": translate("Hours", "text posts"),
        "image": translate("Hours", "image posts"),
        "carousel": translate("Hours", "carousels"),
        "story": translate("Hours", "stories"),
        "reel": translate("Hours", "reels"),
        "video": translate("Hours", "videos"),
        "poll": translate("Hours", "polls"),
        "event": translate("Hours", "events"),
        "article": translate("Hours", "articles"),
    }
