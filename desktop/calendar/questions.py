"""What is asked before an edit reaches further than one thing: which dates of a series, what of something published."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from db.records import Board, WorkBlock
from desktop import series_words, wording
from desktop.planning.cards import moment
from desktop.planning.intents import (
    Choice,
    ChoiceKey,
    EditBlock,
    EditPost,
    Intent,
    MoveBlock,
    MovePost,
    Outcome,
    RemoveBlock,
    ResizeBlock,
)
from desktop.planning.recurrence import Occurrence, occurrence_at
from desktop.planning.rules import Frequency, parse_rule
from desktop.planning.series import joined
from desktop.ui import icons
from desktop.ui.popover import Question

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Answer:
    """One possible answer: what follows from it, and the verb of the button that gives it."""

    key: ChoiceKey
    title: str
    consequence: str
    verb: str


@dataclass(frozen=True, slots=True)
class Wording:
    """A question in words; `icon` is the name of the one before the title."""

    title: str
    icon: str
    answers: tuple[Answer, ...]


def question(intent: Intent, outcome: Outcome, board: Board) -> Wording | None:
    """The question that an outcome asks, in the order of its choices; None when it asks nothing."""
    if not outcome.choices:
        return None
    if (asked := series_words.asked(intent, outcome, board)) is not None:
        return Wording(asked.title, icons.SERIES, tuple(Answer(*row) for row in asked.rows))
    if isinstance(intent, MovePost):
        return _about_published(intent, outcome, board)
    if isinstance(intent, MoveBlock | ResizeBlock | EditBlock | RemoveBlock):
        return _about_series(intent, outcome, board)
    return None


def _about_published(intent: MovePost, outcome: Outcome, board: Board) -> Wording:
    zone = ZoneInfo(board.plan.zone)
    post = next(post for post in board.posts if post.id == intent.post_id)
    was = next(moment(variant, zone) for variant in post.variants if variant.id in intent.variant_ids)
    words = {
        "to": _moment(intent.to, intent.to.date()),
        "was": _moment(was, intent.to.date()) if was else "",
        "at": wording.moment_short(intent.to),
    }
    answers = {
        ChoiceKey.CORRECT_DATE: Answer(
            ChoiceKey.CORRECT_DATE,
            translate("Question", "Correct the date"),
            translate("Question", "it went online {to} instead of {was}").format(**words),
            translate("Question", "Correct"),
        ),
        ChoiceKey.PLAN_COPY: Answer(
            ChoiceKey.PLAN_COPY,
            translate("Question", "Plan a copy"),
            translate("Question", "new draft {at}, without approval and hours").format(**words),
            translate("Question", "Plan copy"),
        ),
    }
    return Wording(
        translate("Question", "This post is already online"),
        icons.COVERED,
        tuple(answers[choice.key] for choice in outcome.choices if choice.key in answers),
    )


def _about_series(intent: MoveBlock | ResizeBlock | EditBlock | RemoveBlock, outcome: Outcome, board: Board) -> Wording:
    block = next(block for block in board.blocks if block.id == intent.block_id)
    was = occurrence_at(block, intent.original_at, ZoneInfo(board.plan.zone))
    day = (was.starts_at if was else intent.original_at).date()
    itself = next((choice.count for choice in outcome.choices if choice.key is ChoiceKey.ONLY_THIS), 0)
    answers = tuple(
        Answer(choice.key, _scope(choice.key), _consequence(intent, choice, block, was, day, itself), _verb(intent))
        for choice in outcome.choices
    )
    return Wording(_title(intent), icons.SERIES, answers)


def _title(intent: Intent) -> str:
    if isinstance(intent, MoveBlock):
        return translate("Question", "Which dates to move?")
    if isinstance(intent, RemoveBlock):
        return translate("Question", "Which dates to delete?")
    return translate("Question", "Which dates to change?")


def _verb(intent: Intent) -> str:
    if isinstance(intent, MoveBlock):
        return translate("Question", "Move")
    if isinstance(intent, RemoveBlock):
        return translate("Question", "Delete")
    return translate("Question", "Change")


def _scope(key: ChoiceKey) -> str:
    if key is ChoiceKey.ONLY_THIS:
        return translate("Question", "Only this one")
    if key is ChoiceKey.FOLLOWING:
        return translate("Question", "This and following")
    return translate("Question", "All")


def _consequence(
    intent: Intent, choice: Choice, block: WorkBlock, was: Occurrence | None, day: date, itself: int
) -> str:
    """What follows from an answer; `itself` is 1 where the occurrence in question lies in the past."""
    if choice.key is ChoiceKey.ONLY_THIS:
        return _only_this(intent, block, was, day)
    words = {"day": wording.day_plain(day)}
    if choice.key is ChoiceKey.FOLLOWING:
        if isinstance(intent, RemoveBlock):
            return translate("Question", "from {day} on, the earlier ones stay").format(**words)
        return translate("Question", "from {day} on; ticks and hours go along").format(**words)
    return _past(choice.count - itself, block)


def _only_this(intent: Intent, block: WorkBlock, was: Occurrence | None, day: date) -> str:
    words = {"day": wording.day_plain(day), "series": wording.clock(block.starts_at)}
    if isinstance(intent, RemoveBlock):
        return translate("Question", "only {day}, the series goes on").format(**words)
    if isinstance(intent, MoveBlock):
        words |= {"day": wording.day_plain(intent.to.date()), "time": wording.clock(intent.to)}
        if was is not None and was.starts_at.time() == intent.to.time():
            words["was"] = wording.day_plain(was.starts_at.date())
            return translate("Question", "on {day} instead of {was}, the series stays").format(**words)
        return translate("Question", "{day} at {time}, the series stays at {series}").format(**words)
    if isinstance(intent, ResizeBlock):
        words["times"] = wording.time_range(intent.starts_at, intent.ends_at)
        words["series"] = wording.time_range(block.starts_at, block.ends_at)
        return translate("Question", "{day}, {times}; the series stays {series}").format(**words)
    return translate("Question", "only {day}, the series stays as it is").format(**words)


def _past(count: int, block: WorkBlock) -> str:
    if not count:
        return translate("Question", "every date of the series")
    rule = parse_rule(block.rrule, block.starts_at) if block.rrule else None
    if count > 1 and rule is not None and rule.frequency is Frequency.WEEKLY and len(rule.weekdays) == 1:
        pattern = translate("Question", "also the {count} past {weekdays}")
        return pattern.format(count=count, weekdays=_weekdays(rule.weekdays[0]))
    return translate("Question", "also the %n past date(s)", None, count)


def _weekdays(number: int) -> str:
    return (
        translate("Question", "Mondays"),
        translate("Question", "Tuesdays"),
        translate("Question", "Wednesdays"),
        translate("Question", "Thursdays"),
        translate("Question", "Fridays"),
        translate("Question", "Saturdays"),
        translate("Question", "Sundays"),
    )[number]


def _moment(at: datetime, near: date) -> str:
    """A moment with its date, or with its weekday alone where the date near it says enough."""
    if abs((at.date() - near).days) < 7 and at.date() != near:
        return f"{wording.weekday_short(at.date())} {wording.clock(at)}"
    return f"{wording.day_short(at.date())}, {wording.clock(at)}"


def with_asked(intent: Intent, asked: Intent) -> Intent:
    """An edit with what is asked about and not answered yet, where both are about fields of one occurrence.

    A field that is left by pressing another is one edit with that one. Edits of posts are whole anyway.
    """
    if isinstance(intent, EditBlock) and isinstance(asked, EditBlock) and _occurrence(intent) == _occurrence(asked):
        return replace(intent, edit=joined(asked.edit, intent.edit))
    return intent


def is_left_out(asked: Intent, intent: Intent) -> bool:
    """Tell whether an edit that is asked about is no part of the intent that comes instead."""
    if isinstance(asked, EditPost):
        return not isinstance(intent, EditPost) or intent.post_id != asked.post_id
    if isinstance(asked, EditBlock):
        return not isinstance(intent, EditBlock) or _occurrence(intent) != _occurrence(asked)
    return False


def _occurrence(edit: EditBlock) -> tuple[int, datetime]:
    return edit.block_id, edit.original_at


def ask(parent: QWidget, words: Wording, note: str = "") -> Question:
    """The popover that asks; `note` stands beside its buttons. Its `chosen` carries the value of a ChoiceKey."""
    options = [(str(each.key), each.title, each.consequence, each.verb) for each in words.answers]
    return Question(parent, words.title, options, words.icon, note)
