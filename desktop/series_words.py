"""Repeating posts in words: that one repeats, and what is asked before a change reaches further than one of them."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from db.records import Board, Post, PostSeries
from desktop import wording
from desktop.planning.cards import moment
from desktop.planning.intents import (
    Choice,
    ChoiceKey,
    EditPost,
    EditPostSeries,
    Intent,
    MovePost,
    Outcome,
    RemovePost,
    RepeatPost,
)
from desktop.planning.post_moves import find_post
from desktop.planning.post_series import belongs, place_of

translate = QCoreApplication.translate

_AboutPosts = MovePost | EditPost | RemovePost | RepeatPost | EditPostSeries


class Row(NamedTuple):
    """One possible answer: what follows from it, and the verb of the button that gives it."""

    key: ChoiceKey
    title: str
    consequence: str
    verb: str


class Asked(NamedTuple):
    """A question in words, its answers in the order of the choices."""

    title: str
    rows: tuple[Row, ...]


def repeats(rrule: str) -> str:
    """A line of a tooltip: repeats weekly."""
    return translate("PostSeries", "repeats {frequency}").format(frequency=wording.frequency(rrule))


def asked(intent: Intent, outcome: Outcome, board: Board) -> Asked | None:
    """The question about a repeating post; None when an outcome asks nothing, or something else."""
    if not isinstance(intent, _AboutPosts) or not any(_is_reach(choice) for choice in outcome.choices):
        return None
    post = find_post(board, intent.post_id)
    found = belongs(board, post) if post is not None else None
    if post is None or found is None:
        return None
    series, _place = found
    past = next((choice.count for choice in outcome.choices if choice.key is ChoiceKey.ONLY_THIS), 0)
    at = _at(intent, post, ZoneInfo(board.plan.zone)) or series.starts_at
    rows = tuple(
        Row(choice.key, _reach(choice.key), _consequence(intent, choice, series, at, past), _verb(intent, choice))
        for choice in outcome.choices
    )
    return Asked(_title(intent), rows)


def _is_reach(choice: Choice) -> bool:
    return choice.key in {ChoiceKey.ONLY_THIS, ChoiceKey.FOLLOWING, ChoiceKey.ALL}


def _at(intent: _AboutPosts, post: Post, zone: ZoneInfo) -> datetime | None:
    """Where the post in question stands before anything is done."""
    if isinstance(intent, MovePost):
        dated = (moment(version, zone) for version in post.variants if version.id in intent.variant_ids)
        return next((at for at in dated if at is not None), None)
    return place_of(post, zone)


def _title(intent: _AboutPosts) -> str:
    match intent:
        case MovePost():
            return translate("PostSeries", "Which posts to move?")
        case EditPost():
            return translate("PostSeries", "Which posts to change?")
        case RemovePost():
            return translate("PostSeries", "Which posts to delete?")
        case EditPostSeries():
            return translate("PostSeries", "Which posts to bring into line?")
    if intent.rrule is None:
        return translate("PostSeries", "What becomes of the series?")
    return translate("PostSeries", "From when on does the new rule hold?")


def _reach(key: ChoiceKey) -> str:
    match key:
        case ChoiceKey.ONLY_THIS:
            return translate("PostSeries", "Only this post")
        case ChoiceKey.FOLLOWING:
            return translate("PostSeries", "This and following")
    return translate("PostSeries", "All")


def _verb(intent: _AboutPosts, choice: Choice) -> str:
    match intent:
        case MovePost():
            return translate("PostSeries", "Move")
        case RemovePost():
            return translate("PostSeries", "Delete")
        case EditPostSeries():
            return translate("PostSeries", "Bring into line")
        case RepeatPost(rrule=None):
            if choice.key is ChoiceKey.ONLY_THIS:
                return translate("PostSeries", "Take out")
            return translate("PostSeries", "End series")
    return translate("PostSeries", "Change")


def _consequence(intent: _AboutPosts, choice: Choice, series: PostSeries, at: datetime, itself: int) -> str:
    """What follows from an answer; `itself` is 1 where the post in question lies in the past."""
    if choice.key is ChoiceKey.ONLY_THIS:
        return _only_this(intent, series, at)
    if isinstance(intent, RemovePost):
        return _removed(choice, at)
    if isinstance(intent, RepeatPost):
        return _ended(choice, at) if intent.rrule is None else _ruled(choice, at)
    is_move = isinstance(intent, MovePost)
    if choice.key is ChoiceKey.FOLLOWING:
        if is_move:
            words = translate("PostSeries", "from {day} on; those moved on their own stay")
        else:
            words = translate("PostSeries", "from {day} on; what was edited on its own stays")
        return words.format(day=wording.day_plain(at.date()))
    past = choice.count - itself
    if past > 0:
        return translate("PostSeries", "also %n past post(s); what is online stays", "", past)
    return translate("PostSeries", "the whole series; what is online stays")


def _only_this(intent: _AboutPosts, series: PostSeries, at: datetime) -> str:
    words = {"day": wording.day_plain(at.date())}
    match intent:
        case RemovePost():
            return translate("PostSeries", "only {day}, the series goes on").format(**words)
        case RepeatPost():
            return translate("PostSeries", "{day} leaves the series, which goes on").format(**words)
        case MovePost(to=to) if to.time() == at.time():
            words = {"day": wording.day_plain(to.date()), "was": wording.day_plain(at.date())}
            return translate("PostSeries", "on {day} instead of {was}, the series stays").format(**words)
        case MovePost(to=to):
            words = {"day": wording.day_plain(to.date()), "time": wording.clock(to)}
            pattern = translate("PostSeries", "{day} at {time}, the series stays at {series}")
            return pattern.format(series=wording.clock(series.starts_at), **words)
    return translate("PostSeries", "only {day}, the series stays as it is").format(**words)


def _removed(choice: Choice, at: datetime) -> str:
    others = len(choice.changes.removed_posts) - 1
    if choice.key is ChoiceKey.FOLLOWING:
        words = translate("PostSeries", "from {day} on, with %n untouched idea(s); edited ones stay", "", others)
    else:
        words = translate("PostSeries", "this one and %n untouched idea(s); edited ones stay", "", others)
    return words.format(day=wording.day_plain(at.date()))


def _ended(choice: Choice, at: datetime) -> str:
    gone = len(choice.changes.removed_posts)
    if choice.key is ChoiceKey.FOLLOWING:
        words = translate("PostSeries", "ends before {day}; %n untouched idea(s) go(es)", "", gone)
    else:
        words = translate("PostSeries", "ends; %n untouched idea(s) ahead go(es), the rest stays", "", gone)
    return words.format(day=wording.day_plain(at.date()))


def _ruled(choice: Choice, at: datetime) -> str:
    made = sum(post.id < 1 for post in choice.changes.posts)
    gone = len(choice.changes.removed_posts)
    parts = [translate("PostSeries", "%n new date(s)", "", made)] if made or not gone else []
    parts += [translate("PostSeries", "%n untouched idea(s) go(es)", "", gone)] if gone else []
    if choice.key is ChoiceKey.FOLLOWING:
        words = translate("PostSeries", "from {day} on: {what}")
    else:
        words = translate("PostSeries", "from the beginning: {what}")
    return words.format(day=wording.day_plain(at.date()), what=", ".join(parts))
