"""What becomes of an intent: its preview while it is dragged, its question, its edit, and what is said afterwards."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum, auto
from functools import partial
from html import escape
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, QRect, QSize, Signal
from shiboken6 import isValid

from db.records import Board, BusyTime, Changes, Week
from desktop import busy_time_words, wording
from desktop.calendar.desk import Desk, Diversion
from desktop.calendar.ghost import GhostLabel, Tone
from desktop.calendar.landing import Landing, a_week_later, aimed_at, landing
from desktop.calendar.outcomes import (
    Consequence,
    announced_verdict,
    block_of,
    budget_note,
    budgets_stay,
    consequence_words,
    consequences,
    label,
    name_of,
    other_week_note,
    over_words,
    post_of,
    said,
    when,
)
from desktop.calendar.post_edits import rebased
from desktop.calendar.questions import Wording, ask, is_left_out, question, with_asked
from desktop.calendar.week_view import WeekView
from desktop.planning.budget import PlatformBudget, week_budget
from desktop.planning.busy_times import met
from desktop.planning.cards import BlockKey, CardKey, PostKey, moment
from desktop.planning.chain import chain
from desktop.planning.intents import (
    ChoiceKey,
    CopyBlock,
    CopyPost,
    CreateBlock,
    EditBlock,
    EditPost,
    EditPostSeries,
    Intent,
    LinkPosts,
    MoveBlock,
    MovePost,
    Outcome,
    Refusal,
    RefusalReason,
    RemoveBlock,
    RemovePost,
    RepeatBlock,
    RepeatPost,
    ResizeBlock,
    UnschedulePost,
)
from desktop.planning.recurrence import Occurrence, occurrence_at
from desktop.planning.rescheduling import after, decide
from desktop.ui.accessible import announce
from desktop.ui.popover import Question
from desktop.ui.toast import Action

KEY_BURST = 1.0  # seconds; repeated keys within it are one undo step

_REACHING = MovePost | EditPost | RemovePost | RepeatPost | EditPostSeries
Budgets = Mapping[Week, tuple[PlatformBudget, ...]]


class Manner(Enum):
    """How an intent came about, which decides what is said afterwards and where the keyboard goes.

    DROP: by hand in the week; a toast, and the card has the keyboard. KEYS: step by step; announced. ASIDE: from the
    tray or a menu; a toast, and the keyboard stays. PANEL: in a field that shows the result itself.
    """

    DROP = auto()
    KEYS = auto()
    ASIDE = auto()
    PANEL = auto()


class Rescheduler(QObject):
    """Acts on the grid's intents; preview and edit come from the same function.

    Signals: `block_made(BlockKey)` after a block was drawn, so that its title can be asked for; `landed(CardKey)` with
    the card that an edit was about, whose key may be a new one; `declined()` when an edit was refused or given up.
    """

    block_made = Signal(object)
    landed = Signal(object)
    declined = Signal()

    def __init__(self, view: WeekView, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._view = view
        self._desk = desk
        self._visited: set[Week] = set()
        self.diversion: Diversion | None = None
        self._asked: tuple[Question, _Step] | None = None
        self._reckoned: tuple[Board, Budgets] | None = None
        grid = view.grid
        grid.hovered.connect(self._hover)
        grid.dropped.connect(self.perform)
        grid.cancelled.connect(self.clear_preview)
        grid.key_intent.connect(self._move_by_key)

    # while something is dragged

    def _hover(self, intent: Intent | None) -> None:
        if intent is None:
            self._view.grid.clear_preview()
            self._view.strip.preview(None)
            return
        if self.diversion is not None:
            self._view.grid.show_preview(GhostLabel(self.diversion.words(intent)))
            return
        self._visited.add(self._desk.week)
        intent = self._with_platform(intent)
        board = self._board(intent)
        answer = decide(board, intent, self._desk.now(), alone=True)
        if isinstance(answer, Refusal):
            self._view.strip.preview(None)
            self._view.grid.show_preview(GhostLabel(wording.refusal(answer)))
            return
        self._preview(intent, board, answer.changes)

    def _preview(self, intent: Intent, board: Board, changes: Changes) -> None:
        self.preview(board, changes, self._target_week(intent), board.weeks, met(board, intent, changes))

    def preview(self, board: Board, changes: Changes, week: Week, weeks: Iterable[Week], busy: BusyTime | None) -> None:
        """Show what changes would cost: in the budgets, and beside the ghost those of the week where it would land.

        Beside the ghost `busy`, a time of another calendar that is in the way, counts more than what it would cost.
        `weeks` are those that the changes touch.
        """
        shown = self._desk.week
        touched = tuple(sorted({shown, week, *weeks}))
        before, then = self._budgets_before(board, touched), self._budgets(after(board, changes), touched)
        notes: dict[int, str] = {}
        for other in before.keys() - {shown}:
            for former, budget in zip(before[other], then[other], strict=True):
                note = other_week_note(former, budget)
                notes |= {budget.platform.id: note} if note else {}
        self._view.strip.preview(then[shown], notes)
        label = _ghost_label(consequences(before[week], then[week]))
        self._view.grid.show_preview(GhostLabel(busy_time_words.met(busy), Tone.WARN) if busy else label)

    def clear_preview(self) -> None:
        """Put everything back as it is stored."""
        self._visited.clear()
        self._reckoned = None
        self._view.grid.release_hold()
        self._view.grid.clear_preview()
        self._view.strip.preview(None)

    def _with_platform(self, intent: Intent) -> Intent:
        """A block that is being drawn belongs to the first platform that is shown."""
        if isinstance(intent, CreateBlock):
            return replace(intent, platform_ids=self._desk.shown_platform_ids()[:1])
        return intent

    def _move_by_key(self, intent: Intent) -> None:
        self.perform(intent, Manner.KEYS, f"keys-{type(intent).__name__}-{_subject(intent)}")

    # deciding, asking, storing

    def perform(
        self,
        intent: Intent,
        manner: Manner = Manner.DROP,
        burst: str | None = None,
        source: Week | None = None,
        step_name: str = "",
    ) -> Landing | None:
        """Do what an intent means, after asking where it reaches further; answers where the card lies now.

        None when nothing was done (yet), or when there is no card. Steps of the same `burst` become one; `source` is
        the week where the item lies, the shown one when None; `step_name` is for the undo list, in place of the usual.
        """
        if self.diversion is not None and self.diversion.take(intent):
            return None
        if source is not None:
            self._visited.add(source)
        asked = self._open_question()
        intent = with_asked(intent, asked[1].intent) if asked is not None else intent
        board = self._whole_board(intent, self._board(intent).weeks)
        answer = decide(board, intent, self._desk.now())
        if isinstance(answer, Refusal):
            self.clear_preview()
            self._refuse(answer)
            self.declined.emit()
            return None
        step = _Step(intent, board, manner, burst, step_name or label(intent, board))
        words = question(intent, answer, board)
        if words is None or (manner is Manner.PANEL and not self._view.isVisible()):
            return self._store(step, answer.changes)  # nobody can be asked any more: as little as possible
        self._ask(step, answer, words)
        return None

    def _refuse(self, refusal: Refusal) -> None:
        sentence = wording.refusal(refusal)
        if refusal.reason is not RefusalReason.NO_CHANGE and sentence:
            self._view.toasts.say(escape(sentence))

    def _ask(self, step: _Step, outcome: Outcome, words: Wording) -> None:
        intent, board = step.intent, step.board
        place = self._view.grid.hold_ghost() if step.manner is Manner.DROP else QRect()
        if aimed_at(intent) is not None and step.manner is not Manner.PANEL:
            self._preview(intent, board, outcome.changes)
        note = ""
        if all(choice.key is not ChoiceKey.CORRECT_DATE for choice in outcome.choices):
            week = self._target_week(intent)
            before, then = self._budgets(board)[week], self._budgets(after(board, outcome.changes))[week]
            note = budget_note(before, then, step.platform_ids)
        self._supersede(intent)
        asked = ask(self._view, words, note)
        self._asked = asked, step
        asked.chosen.connect(partial(self._answer, step))
        asked.cancelled.connect(partial(self._leave_question, step))
        asked.open_at(self._anchor(step, place))

    def _open_question(self) -> tuple[Question, _Step] | None:
        asked = self._asked
        return asked if asked is not None and isValid(asked[0]) and asked[0].is_open else None

    def _supersede(self, intent: Intent) -> None:
        """Close a question that still stands open; what was typed and `intent` leaves out reaches only this one."""
        asked, self._asked = self._open_question(), None
        if asked is not None:
            asked[0].cancelled.disconnect()
            asked[0].dismiss()
            if is_left_out(asked[1].intent, intent):
                self._answer(asked[1], ChoiceKey.ONLY_THIS)

    def _anchor(self, step: _Step, held: QRect) -> QRect:
        """Where a question points, on the screen: the dropped card, else the stored one, else the grid."""
        if held.isEmpty() and step.key is not None:
            held = self._view.grid.card_rect(step.key)
        if held.isEmpty():
            grid = self._view.grid
            held = QRect(grid.mapToGlobal(grid.rect().center()), QSize(1, 1))
        return held

    def _answer(self, step: _Step, key: str) -> None:
        """Decide once more: the plan may have changed while the question stood open."""
        board = self._whole_board(step.intent, step.board.weeks)
        if isinstance(step.intent, EditPost):
            then, now = (post_of(each, step.intent.post_id) for each in (step.board, board))
            if then is not None and now is not None:
                step = replace(step, intent=EditPost(rebased(step.intent.post, then, now)))
        answer = decide(board, step.intent, self._desk.now())
        choices = () if isinstance(answer, Refusal) else answer.choices
        changes = next((choice.changes for choice in choices if choice.key == key), None)
        if changes is not None:
            if key == ChoiceKey.PLAN_COPY and isinstance(step.intent, MovePost):
                copy = CopyPost(step.intent.post_id, step.intent.variant_ids, step.intent.to)
                step = replace(step, intent=copy, name=label(copy, board))
            self._store(replace(step, board=board), changes)
            return
        if isinstance(answer, Refusal):
            self._refuse(answer)
        self._leave_question(step)

    def _leave_question(self, step: _Step) -> None:
        if isinstance(step.intent, EditPost | EditBlock) and not self._view.isVisible():
            self._answer(step, ChoiceKey.ONLY_THIS)  # the room was left, nobody has put back what is written
            return
        self.clear_preview()
        if step.manner in {Manner.DROP, Manner.KEYS}:
            self._view.grid.take_focus()
        self.declined.emit()

    def _store(self, step: _Step, changes: Changes) -> Landing | None:
        intent, board = step.intent, step.board
        before, week = self._budgets(board), self._target_week(intent)
        within = KEY_BURST if step.manner is Manner.KEYS else math.inf
        ids = self._desk.put(step.name, changes, step.burst, within)
        self.clear_preview()
        if ids is None:
            self.declined.emit()
            return None
        result = self._desk.board(*board.weeks)
        landed = landing(intent, changes, ids, result, step.starts_at)
        changed = consequences(before[week], week_budget(result, week, self._desk.now()))
        busy = met(board, intent, changes)
        if step.manner is Manner.KEYS and week != self._desk.week:
            self._desk.show_week(week)
        if landed is not None:
            if Week.of(landed.at) == self._desk.week:
                self._view.grid.select(landed.key, focus=step.manner in {Manner.DROP, Manner.KEYS})
            self.landed.emit(landed.key)
        if step.manner is Manner.KEYS:
            self._announce(step, landed, changed, busy)
        elif step.manner in {Manner.DROP, Manner.ASIDE}:
            self._tell(step, landed, changed, busy)
        if step.manner is Manner.DROP and isinstance(intent, CreateBlock) and landed is not None:
            self.block_made.emit(landed.key)
        return landed

    # saying what happened

    def _tell(
        self, step: _Step, landed: Landing | None, changed: tuple[Consequence, ...], busy: BusyTime | None
    ) -> None:
        sentence = said(step.intent, step.board, landed.at if landed else None)
        if busy is not None:
            sentence = " · ".join(part for part in (sentence, escape(busy_time_words.met(busy))) if part)
        over = next((each for each in changed if each.gets_worse), None)
        if not sentence and over is None:
            return
        actions: list[Action] = [(self.tr("Undo"), self._desk.undo, self.tr("Ctrl Z"))]
        if over is not None:
            sentence = " · ".join(part for part in (sentence, escape(over_words(over))) if part)
            if landed is not None:
                week = Week.of(landed.at)
                later = a_week_later(landed, self._desk.board(week))
                actions.append((self.tr("Next week"), partial(self.perform, later, source=week), ""))
        if landed is not None and isinstance(step.intent, MovePost) and step.starts_at is not None:
            actions += self._followers(step.intent.post_id, (landed.at.date() - step.starts_at.date()).days, step)
        self._view.toasts.say(sentence, actions)

    def _followers(self, post_id: int, days: int, step: _Step) -> list[Action]:
        """The offer to move a post's own work by as many days as the post; none where nothing would follow."""
        weeks = (*step.board.weeks, self._target_week(step.intent))
        found = chain(self._desk.board(*weeks), post_id, days, self._desk.now())
        words = self.tr("Take work along ({count})").format(count=found.count)
        return [(words, partial(self._take_along, post_id, days, step), "")] if found.count else []

    def _take_along(self, post_id: int, days: int, step: _Step) -> None:
        found = chain(self._desk.board(*step.board.weeks), post_id, days, self._desk.now())
        name = self.tr("Move the work for “{post}”").format(post=name_of(step.intent, step.board))
        if found.count and self._desk.put(name, found.changes) is not None:
            self._view.toasts.say(escape(name), [(self.tr("Undo"), self._desk.undo, self.tr("Ctrl Z"))])

    def _announce(
        self, step: _Step, landed: Landing | None, changed: tuple[Consequence, ...], busy: BusyTime | None
    ) -> None:
        """Say the new time and what is in its way, and a budget only when its verdict turns."""
        words = [name_of(step.intent, step.board)]
        words += [when(landed.at)] if landed else []
        words += [busy_time_words.met(busy)] if busy else []
        words += [announced_verdict(each) for each in changed if each.turns]
        announce(self._view.grid, ", ".join(words))

    # reckoning

    def _target_week(self, intent: Intent) -> Week:
        aim = aimed_at(intent)
        return Week.of(aim) if aim is not None else self._desk.week

    def _board(self, intent: Intent) -> Board:
        return self._desk.board(*self._visited, self._target_week(intent))

    def _whole_board(self, intent: Intent, weeks: Iterable[Week]) -> Board:
        """The board to decide on for good: with all that belongs to the series that the intent is about."""
        board = self._desk.board(*weeks)
        if isinstance(intent, _REACHING):
            post = post_of(board, intent.post_id)
            series_id = post.series_id if post is not None else None
            return board if series_id is None else self._desk.board(*weeks, whole_post_series=series_id)
        block = block_of(board, getattr(intent, "block_id", 0))
        if block is None or block.rrule is None:
            return board
        return self._desk.board(*weeks, whole_series=block.id)

    def _budgets_before(self, board: Board, weeks: tuple[Week, ...]) -> Budgets:
        """The same, kept from one step of a drag to the next."""
        if self._reckoned is None or self._reckoned[0] is not board or self._reckoned[1].keys() != set(weeks):
            self._reckoned = board, self._budgets(board, weeks)
        return self._reckoned[1]

    def _budgets(self, board: Board, weeks: tuple[Week, ...] = ()) -> Budgets:
        now = self._desk.now()
        return {week: week_budget(board, week, now) for week in weeks or board.weeks}


@dataclass(frozen=True, slots=True)
class _Step:
    """An intent on its way into the plan, and the board on which it was decided."""

    intent: Intent
    board: Board
    manner: Manner
    burst: str | None
    name: str

    @property
    def key(self) -> CardKey | None:
        """The card that the intent is about, as it lies on the board; None for new things and ideas."""
        match self.intent:
            case (
                MovePost() | CopyPost() | UnschedulePost() | EditPost() | RemovePost() | RepeatPost() | EditPostSeries()
            ):
                post, zone = post_of(self.board, self.intent.post_id), ZoneInfo(self.board.plan.zone)
                named = getattr(self.intent, "variant_ids", ())
                for variant in post.variants if post else ():
                    at = moment(variant, zone)
                    if at is not None and (not named or variant.id in named):
                        return PostKey(self.intent.post_id, at)
            case MoveBlock() | CopyBlock() | ResizeBlock() | EditBlock() | RepeatBlock() | LinkPosts() | RemoveBlock():
                return BlockKey(self.intent.block_id, self.intent.original_at)
        return None

    @property
    def starts_at(self) -> datetime | None:
        """When the card lies on the board."""
        if isinstance(self.key, PostKey):
            return self.key.moment
        occurrence = self._occurrence()
        return occurrence.starts_at if occurrence else None

    @property
    def platform_ids(self) -> set[int]:
        """The platforms that bear the occurrence, or on which the post goes out."""
        if isinstance(self.key, PostKey):
            post = post_of(self.board, self.key.post_id)
            return {variant.platform_id for variant in post.variants} if post else set()
        occurrence = self._occurrence()
        return {share.platform_id for share in occurrence.shares} if occurrence else set()

    def _occurrence(self) -> Occurrence | None:
        if not isinstance(self.key, BlockKey):
            return None
        block = block_of(self.board, self.key.block_id)
        return occurrence_at(block, self.key.original_at, ZoneInfo(self.board.plan.zone)) if block else None


def _ghost_label(changed: tuple[Consequence, ...]) -> GhostLabel:
    costly = [each for each in changed if each.costs]
    if not costly:
        return GhostLabel(budgets_stay(), Tone.OK)
    first = next((each for each in costly if each.gets_worse), costly[0])
    more = f"  +{len(costly) - 1}" if len(costly) > 1 else ""
    return GhostLabel(f"{consequence_words(first)}{more}", Tone.WARN if first.gets_worse else Tone.OK)


def _subject(intent: Intent) -> str:
    """A name for what repeated keys move."""
    post_id = getattr(intent, "post_id", None)
    return f"post-{post_id}" if post_id is not None else f"block-{getattr(intent, 'block_id', '')}"
