"""What is done to lines of the agenda: decided, asked about where it reaches further, stored as one step, and said."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import partial
from html import escape
from typing import Protocol

from PySide6.QtCore import QObject, QPoint, QRect, Qt

from db.records import Board, Changes, Week
from desktop import series_words, wording
from desktop.agenda import words
from desktop.agenda.agenda_list import AgendaList
from desktop.planning.agenda import Line
from desktop.planning.cards import PostCard
from desktop.planning.group import decide_group
from desktop.planning.intents import CopyBlock, CopyPost, Group, GroupIntent, Outcome, Refusal
from desktop.planning.rescheduling import decide
from desktop.planning.together import Act, Shift, Together, intent_of, together
from desktop.series_words import Asked
from desktop.ui import icons
from desktop.ui.moment_popover import MomentPopover
from desktop.ui.popover import Question

_COPY_AFTER = timedelta(hours=1)


class Desk(Protocol):
    """Who reads and writes the plan."""

    @property
    def week(self) -> Week:
        """The week that is shown."""

    def now(self) -> datetime:
        """The present moment, UTC."""

    def today(self) -> date:
        """The present day of the plan."""

    def board(self, whole_series: Collection[int], whole_post_series: Collection[int]) -> Board | None:
        """The board of the shown week with all of these series; None where it cannot be read, which has been said."""

    def put(self, label: str, changes: Changes, burst: str | None) -> Mapping[int, int] | None:
        """Store changes as one undo step; None when storage refused, which has been said."""

    def say(self, sentence: str, undo: bool = False) -> None:
        """Say a sentence in simple HTML, with the way back if there is one."""

    def show_week(self, week: Week) -> None:
        """Show another week."""


class Doer(QObject):
    """Does things to the chosen lines of a list."""

    def __init__(self, lines: AgendaList, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._list, self._desk = lines, desk

    def act(self, act: Act, lines: Sequence[Line], is_by_key: bool) -> None:
        """Do something to lines; for a single one, ask first where it reaches further."""
        board = self._board_for(lines)
        if board is None:
            return
        now = self._desk.now()
        intent = intent_of(lines[0].item, act) if len(lines) == 1 else None
        answer = decide(board, intent, now) if intent is not None else None
        if isinstance(answer, Refusal):
            self._desk.say(escape(wording.refusal(answer)) or words.left(act, 1))
        elif isinstance(answer, Outcome) and answer.choices:
            self._ask(act, lines[0], self._words(board, act, lines[0], answer), is_by_key)
        else:
            self._put(act, lines, together(board, [line.item for line in lines], act, now), is_by_key)

    def ask_for_moment(self, lines: Sequence[Line]) -> None:
        """Ask for the day and time to which the first line is to move; the others keep their distance."""
        first, row = lines[0], self._list.row(lines[0].anchor)
        popover = MomentPopover(row, first.starts_at, self._desk.today())
        popover.chosen.connect(partial(self._move, lines))
        popover.open_at(QRect(row.mapToGlobal(QPoint()), row.size()))

    def _move(self, lines: Sequence[Line], to: datetime) -> None:
        by = to - lines[0].starts_at
        if by:
            self.act(Shift(days=by.days, minutes=by.seconds // 60), lines, is_by_key=True)

    def duplicate(self, lines: Sequence[Line]) -> None:
        """Copy posts and work to places just below, on the same day."""
        board = self._desk.board((), ())
        if board is None:
            return
        outcome = decide_group(board, Group(tuple(_copied(line) for line in lines)), self._desk.now())
        if outcome.changes and self._desk.put(words.copying(lines), outcome.changes, None) is not None:
            self._desk.say(escape(words.copied(outcome.done)), undo=True)

    def _board_for(self, lines: Sequence[Line]) -> Board | None:
        """A board to decide on; for a single line with all of its series, which may be changed with it."""
        if len(lines) > 1:
            return self._desk.board((), ())
        (item,) = (line.item for line in lines)
        if not isinstance(item, PostCard):
            return self._desk.board({item.block_id}, ())
        board = self._desk.board((), ())
        series = {post.series_id for post in board.posts if post.id == item.post_id} if board is not None else set()
        known = {each for each in series if each is not None}
        return self._desk.board((), known) if known else board

    @staticmethod
    def _words(board: Board, act: Act, line: Line, outcome: Outcome) -> Asked:
        intent = intent_of(line.item, act)
        asked = series_words.asked(intent, outcome, board) if intent is not None else None
        return asked or words.asked(act, line, outcome.choices)

    def _ask(self, act: Act, line: Line, asked: Asked, is_by_key: bool) -> None:
        row = self._list.row(line.anchor)
        question = Question(row, asked.title, asked.rows, icons.SERIES)
        question.chosen.connect(partial(self._answer, act, line, is_by_key))
        question.open_at(QRect(row.mapToGlobal(QPoint()), row.size()))

    def _answer(self, act: Act, line: Line, is_by_key: bool, key: str) -> None:
        """Decide once more: the plan may have changed while the question stood open."""
        board, intent = self._board_for([line]), intent_of(line.item, act)
        if board is None or intent is None:
            return
        answer = decide(board, intent, self._desk.now())
        choices = answer.choices if isinstance(answer, Outcome) else ()
        changes = next((choice.changes for choice in choices if choice.key == key), Changes())
        self._put(act, [line], Together(changes, 1, 0), is_by_key)

    def _put(self, act: Act, lines: Sequence[Line], outcome: Together, is_by_key: bool) -> None:
        if not outcome.changes:
            self._desk.say(words.left(act, len(lines)))
            return
        anchors = [line.anchor for line in lines]
        burst = f"agenda {anchors}" if is_by_key else None
        if self._desk.put(words.step(act, lines), outcome.changes, burst) is None:
            return
        self._desk.say(words.said(act, lines, outcome), undo=True)
        if is_by_key and isinstance(act, Shift):
            weeks = {Week.of(line.starts_at + act.by) for line in lines}
            if len(weeks) == 1 and weeks != {self._desk.week}:
                self._desk.show_week(weeks.pop())
            self._list.choose(anchors)
            self._list.take_focus(Qt.FocusReason.OtherFocusReason)


def _copied(line: Line) -> GroupIntent:
    """A copy that can be told from its model: an hour later, or behind it, as far as the day goes on."""
    item = line.item
    if isinstance(item, PostCard):
        later = item.moment + _COPY_AFTER
        to = later if later.date() == item.moment.date() else item.moment
        return CopyPost(item.post_id, item.variant_ids, to)
    to = item.ends_at if item.ends_at.date() == item.starts_at.date() else item.starts_at
    return CopyBlock(item.block_id, item.original_at, to)
