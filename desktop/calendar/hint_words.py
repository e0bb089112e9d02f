"""What the hints about a week say, and what their remedies do, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop import wording
from desktop.calendar.fill_words import Names
from desktop.calendar.outcomes import when
from desktop.planning.cards import PostKey
from desktop.planning.hint_records import Hint, HintKind, HintRemedy, HintRemedyKind

translate = QCoreApplication.translate


def count(number: int) -> str:
    """3 Hinweise."""
    if number == 1:
        return translate("HintWords", "1 hint")
    return translate("HintWords", "{count} hints").format(count=number)


def title(hint: Hint, names: Names) -> str:
    """What a hint says."""
    words = {"post": post_title(hint, names), "hours": wording.hours_h(hint.minutes), "count": hint.count}
    words["platform"] = "" if hint.platform_id is None else names.platform((hint.platform_id,))
    words["moment"] = "" if hint.moment is None else when(hint.moment)
    words["day"] = "" if hint.day is None else wording.day_short(hint.day)
    words["other"] = "" if hint.other is None else wording.day_short(hint.other.date())
    words["last"] = "" if hint.last is None else wording.day_short(hint.last)
    return _pattern(hint).format(**words)


def _pattern(hint: Hint) -> str:
    is_one = hint.count == 1
    match hint.kind:
        case HintKind.OVERDUE:
            return translate("HintWords", "“{post}” should have gone out {moment}")
        case HintKind.UNCOVERED_SOON:
            return translate("HintWords", "“{post}” goes out {moment}, {hours} of work have no time yet")
        case HintKind.OVER_CAP:
            return translate("HintWords", "{platform}: {hours} over budget")
        case HintKind.OVER_DAY:
            return translate("HintWords", "{day}: {hours} more work than working hours")
        case HintKind.SAME_HOUR:
            return translate("HintWords", "“{post}”, {moment}: less than an hour from another post")
        case HintKind.TOO_FEW if is_one:
            return translate("HintWords", "{platform}: 1 post missing")
        case HintKind.TOO_FEW:
            return translate("HintWords", "{platform}: {count} posts missing")
        case HintKind.TOO_MANY if is_one:
            return translate("HintWords", "{platform}: 1 post more than planned for")
        case HintKind.TOO_MANY:
            return translate("HintWords", "{platform}: {count} posts more than planned for")
        case HintKind.REPEATED_TEXT:
            return translate("HintWords", "“{post}”, {day}: same text as {other}")
        case HintKind.GAP if hint.last is None or hint.last == hint.day:
            return translate("HintWords", "{day}: nothing goes out")
        case HintKind.GAP:
            return translate("HintWords", "{day} to {last}: nothing goes out")
    return translate("HintWords", "{day}: {hours} of work outside working hours")


def post_title(hint: Hint, names: Names) -> str:
    """The title of the post that a hint is about, empty when it is about none."""
    key = hint.keys[0] if hint.keys else None
    return names.title(key.post_id) if isinstance(key, PostKey) else ""


def verb(remedy: HintRemedy) -> str:
    """What a remedy's button says."""
    match remedy.kind:
        case HintRemedyKind.MARK_PUBLISHED:
            return translate("HintWords", "It is out")
        case HintRemedyKind.SCHEDULE_EFFORT:
            return translate("HintWords", "Schedule")
        case HintRemedyKind.SHORTEN_BLOCK:
            return translate("HintWords", "Shorten")
        case HintRemedyKind.RAISE_TARGET:
            return translate("HintWords", "Raise")
        case HintRemedyKind.PLAN_POST:
            return translate("HintWords", "Plan post")
        case HintRemedyKind.EDIT_TEXT:
            return translate("HintWords", "Edit text")
    return translate("HintWords", "Move")


def result(remedy: HintRemedy) -> str:
    """What comes of a remedy, empty where its button says it all."""
    words = {"hours": wording.hours_h(remedy.minutes), "moment": "" if remedy.to is None else when(remedy.to)}
    match remedy.kind:
        case HintRemedyKind.MOVE_POST | HintRemedyKind.POSTPONE_POST | HintRemedyKind.POSTPONE_BLOCK:
            return translate("HintWords", "To {moment}").format(**words)
        case HintRemedyKind.SCHEDULE_EFFORT | HintRemedyKind.MOVE_BLOCKS:
            return translate("HintWords", "{hours} from {moment}").format(**words)
        case HintRemedyKind.SHORTEN_BLOCK:
            return translate("HintWords", "A work block to {hours}").format(**words)
        case HintRemedyKind.RAISE_TARGET:
            return translate("HintWords", "This week's budget to {hours}").format(**words)
        case HintRemedyKind.PLAN_POST:
            return translate("HintWords", "{moment} is free").format(**words)
    return ""


def step(hint: Hint, remedy: HintRemedy, names: Names) -> str:
    """What the undo list calls a remedy that was carried out."""
    post = post_title(hint, names)
    platform = "" if hint.platform_id is None else names.platform((hint.platform_id,))
    match remedy.kind:
        case HintRemedyKind.MARK_PUBLISHED:
            return translate("HintWords", "“{post}” published").format(post=post)
        case HintRemedyKind.MOVE_POST | HintRemedyKind.POSTPONE_POST:
            return translate("HintWords", "Move “{post}”").format(post=post)
        case HintRemedyKind.SCHEDULE_EFFORT:
            return translate("HintWords", "Schedule time for “{post}”").format(post=post)
        case HintRemedyKind.SHORTEN_BLOCK:
            return translate("HintWords", "Shorten work block")
        case HintRemedyKind.RAISE_TARGET:
            return translate("HintWords", "Raise the budget of {platform}").format(platform=platform)
    return translate("HintWords", "Move work")
