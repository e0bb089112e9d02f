"""What becomes of a post that is moved in the month: preview, question, edit, and what is said afterwards."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import partial
from html import escape
from typing import Protocol

from PySide6.QtCore import QObject

from db.records import Board, Changes, Week
from desktop import series_words, wording
from desktop.month import words
from desktop.month.drag import Aim
from desktop.month.ghost import Label
from desktop.month.month_view import MonthView
from desktop.planning.budget import PlatformBudget, week_budget
from desktop.planning.cards import PostCard, PostKey, post_cards
from desktop.planning.intents import CopyPost, MovePost, Outcome, Refusal, RefusalReason
from desktop.planning.rescheduling import after, decide
from desktop.ui import icons
from desktop.ui.accessible import announce
from desktop.ui.popover import Question

Budgets = Mapping[Week, Sequence[PlatformBudget]]


class Desk(Protocol):
    """Who reads and writes the plan."""

    def now(self) -> datetime:
        """The present moment, UTC."""

    def board(self, *weeks: Week, whole_post_series: int | None = None) -> Board:
        """A board that holds at least these weeks and those shown, and every post of a series."""

    def put(self, label: str, changes: Changes, burst: str | None = None) -> Mapping[int, int] | None:
        """Store changes as one undo step; steps of a `burst` that follow each other soon are one; None if refused."""

    def undo(self) -> None:
        """Take back the last step."""

    def go_to(self, day: date) -> None:
        """Show the month of a day unless the day is in sight."""


@dataclass(frozen=True, slots=True)
class _Step:
    """A move or a copy on its way into the plan."""

    card: PostCard
    intent: MovePost | CopyPost
    board: Board
    by_keys: bool

    @property
    def weeks(self) -> tuple[Week, ...]:
        """Where it comes from and where it goes."""
        return tuple(dict.fromkeys((Week.of(self.card.moment), Week.of(self.intent.to))))

    @property
    def is_copy(self) -> bool:
        """Tell whether the post stays and a copy goes."""
        return isinstance(self.intent, CopyPost)


class Mover(QObject):
    """Acts on what the month's drags and keys mean; preview and edit come from the same rules."""

    def __init__(self, view: MonthView, desk: Desk) -> None:
        super().__init__(view)
        self._view = view
        self._desk = desk
        view.drags.hovered.connect(self._hover)
        view.drags.dropped.connect(self._drop)
        view.canvas.moved_by_keys.connect(self._move_by_keys)

    # while it is dragged

    def _hover(self, aim: Aim | None) -> None:
        canvas, drags = self._view.canvas, self._view.drags
        if aim is None:
            canvas.change(canvas.state.origin, None, {})
            drags.say(Label())
            return
        step = self._step(aim.card, aim.day, aim.is_copy, by_keys=False)
        head = words.when(step.intent.to)
        origin = None if aim.is_copy else aim.card.key
        answer = decide(step.board, step.intent, self._desk.now())
        if isinstance(answer, Refusal):
            canvas.change(origin, aim.day, {})
            drags.say(Label(head, wording.refusal(answer)))
            return
        before, then = self._budgets(step, step.board), self._budgets(step, after(step.board, answer.changes))
        week = Week.of(step.intent.to)
        note, is_over = words.consequence(before[week], then[week])
        canvas.change(origin, aim.day, {each: then[each] for each in then if then[each] != before[each]})
        drags.say(Label(head, note, is_over))

    def _step(self, card: PostCard, day: date, is_copy: bool, by_keys: bool) -> _Step:
        """A step as it is previewed, for which a board of its weeks is enough."""
        to = datetime.combine(day, card.moment.time())
        make = CopyPost if is_copy else MovePost
        board = self._desk.board(Week.of(card.moment), Week.of(day))
        return _Step(card, make(card.post_id, card.variant_ids, to), board, by_keys)

    def _budgets(self, step: _Step, board: Board) -> dict[Week, Sequence[PlatformBudget]]:
        return {week: week_budget(board, week, self._desk.now()) for week in step.weeks}

    # deciding, asking, storing

    def _drop(self, aim: Aim) -> None:
        self._perform(self._step(aim.card, aim.day, aim.is_copy, by_keys=False))

    def _move_by_keys(self, key: PostKey, days: int) -> None:
        shown = self._view.canvas.shown
        card = shown.card(key) if shown is not None else None
        if card is not None:
            day = card.moment.date() + timedelta(days=days)
            self._perform(self._step(card, day, is_copy=False, by_keys=True))

    def _perform(self, step: _Step) -> None:
        step = replace(step, board=self._board_for(step))
        answer = decide(step.board, step.intent, self._desk.now())
        if isinstance(answer, Refusal):
            sentence = wording.refusal(answer)
            if sentence and answer.reason is not RefusalReason.NO_CHANGE:
                self._view.toasts.say(escape(sentence))
        elif answer.choices:
            self._ask(step, answer)
        else:
            self._store(step, answer.changes)

    def _board_for(self, step: _Step) -> Board:
        """A board to decide on: of a repeating post that is moved it has the whole series."""
        post = words.post_of(step.board, step.card.post_id)
        series_id = post.series_id if post is not None and not step.is_copy else None
        return self._desk.board(*step.weeks, whole_post_series=series_id)

    def _ask(self, step: _Step, outcome: Outcome) -> None:
        asked = series_words.asked(step.intent, outcome, step.board)
        icon = icons.COVERED if asked is None else icons.SERIES
        asked = asked or words.asked(outcome.choices, step.card.moment, step.intent.to)
        view = self._view
        if not step.by_keys:
            view.drags.hold()
        ghost = view.drags.ghost
        anchor = ghost.rect() if ghost is not None else view.canvas.rect_of(step.card.key)
        question = Question(view, asked.title, asked.rows, icon)
        question.chosen.connect(partial(self._answer, step))
        question.cancelled.connect(self._leave)
        question.open_at(anchor)

    def _answer(self, step: _Step, key: str) -> None:
        """Decide once more: the plan may have changed while the question stood open."""
        board = self._board_for(step)
        answer = decide(board, step.intent, self._desk.now())
        choices = () if isinstance(answer, Refusal) else answer.choices
        changes = next((choice.changes for choice in choices if choice.key == key), None)
        self._leave()
        if changes is not None:
            self._store(step, changes)

    def _leave(self) -> None:
        self._view.drags.release_hold()
        self._view.canvas.take_focus()

    def _store(self, step: _Step, changes: Changes) -> None:
        post = words.post_of(step.board, step.card.post_id)
        if post is None:
            return
        made_copy = not any(each.id == post.id for each in changes.posts)
        burst = f"month-{post.id}" if step.by_keys else None
        ids = self._desk.put(words.step(post, made_copy), changes, burst)
        if ids is None:
            return
        week = Week.of(step.intent.to)
        board = self._desk.board(*step.weeks)
        written = {post.id} if not made_copy else {ids.get(each.id, each.id) for each in changes.posts}
        landed = self._landed(board, written, step.intent.to)
        before, then = week_budget(step.board, week, self._desk.now()), week_budget(board, week, self._desk.now())
        over = words.over(before, then)
        if step.by_keys:
            self._desk.go_to(step.intent.to.date())
            at = wording.moment_short(landed.moment if landed is not None else step.intent.to)
            announce(self._view.canvas, ", ".join(filter(None, (words.short_title(post.title), at, over))))
        else:
            at_moment = landed.moment if landed is not None else step.intent.to
            sentence = " · ".join(filter(None, (words.said(post, at_moment, made_copy), escape(over))))
            self._view.toasts.say(sentence, [(self.tr("Undo"), self._desk.undo, self.tr("Ctrl Z"))])
        shown = self._view.canvas.shown
        if landed is not None and shown is not None and shown.card(landed) is not None:
            self._view.canvas.select(landed, by_key=step.by_keys)
            self._view.reveal(landed.moment.date())

    def _landed(self, board: Board, post_ids: set[int], to: datetime) -> PostKey | None:
        """The card where the post lies now: a clock change may have pushed it on."""
        cards = [card for card in post_cards(board, Week.of(to), self._desk.now()) if card.post_id in post_ids]
        nearest = min(cards, key=lambda card: abs(card.moment - to), default=None)
        return nearest.key if nearest is not None else None
