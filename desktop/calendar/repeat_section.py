"""How a post repeats, in its panel: never, every week or by a rule, and where this one stands in its series."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from db.records import Board, Post, PostSeries
from desktop import wording
from desktop.calendar import repeat_popover, rule_words
from desktop.calendar.panel_parts import heading
from desktop.calendar.repeat_popover import Repeated, RepeatKind, RepeatPopover
from desktop.planning.intents import Outcome, RepeatPost
from desktop.planning.post_series import belongs, is_as_said, place_of
from desktop.planning.recurrence import all_starts, starts_before
from desktop.planning.rescheduling import decide
from desktop.planning.rules import Rule, parse_rule
from desktop.ui import theme
from desktop.ui.controls import Text
from desktop.ui.parts import EdgeLink, stacked

translate = QCoreApplication.translate


class RepeatSection(QWidget):
    """The segment, its popover and the sentence below; hidden for a post without a date.

    Signals: `asked()` before anything is chosen, so that what is typed elsewhere is written first;
    `rule_chosen(rrule | None)`; `spread_requested()`: let the series be like this post.
    """

    asked = Signal()
    rule_chosen = Signal(object)
    spread_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._post: Post | None = None
        self._board: Board | None = None
        self._now: datetime | None = None
        self.kind = RepeatKind()
        self.kind.changed.connect(self._choose)
        self._rule = Text("", "meta", "text-3", is_wrapped=True)
        self._rule.setTextFormat(Qt.TextFormat.RichText)
        self._rule.setContentsMargins(0, theme.px(6), 0, 0)
        self._spread = EdgeLink(self.tr("Bring the series into line …"))
        self._spread.clicked.connect(self.spread_requested)
        column = stacked(self)
        column.addWidget(heading(self.tr("Repeat"), self._spread))
        column.addWidget(self.kind)
        column.addWidget(self._rule)

    def show_post(self, post: Post, board: Board, now: datetime) -> None:
        """Show how a post repeats; `now` is a UTC instant."""
        self._post, self._board, self._now = post, board, now
        zone, found = ZoneInfo(board.plan.zone), belongs(board, post)
        self.setVisible(place_of(post, zone) is not None)
        self.kind.set_value(repeat_popover.kind_of(_rule_of(found[0])) if found else repeat_popover.NEVER)
        self._rule.setVisible(found is not None)
        self._spread.setVisible(found is not None and not is_as_said(*found, post, zone))
        if found is not None:
            self._rule.setText(" ".join(_sentences(*found, post, zone)))

    def ask_for_rule(self) -> None:
        """Open the form, with a weekly rule at hand for a post that does not repeat yet."""
        if not self.isHidden():
            found = belongs(self._board, self._post) if self._board and self._post else None
            kind = repeat_popover.kind_of(_rule_of(found[0])) if found else repeat_popover.WEEKLY
            self.kind.set_value(kind)
            self._choose(kind)

    @Slot(str)
    def _choose(self, kind: str) -> None:
        self.asked.emit()
        if self._post is None or self._board is None or self._now is None:
            return
        post, board, now = self._post, self._board, self._now
        found, zone = belongs(board, post), ZoneInfo(board.plan.zone)
        if kind == repeat_popover.NEVER:
            if found is not None:
                self.rule_chosen.emit(None)
            return
        minutes = post.effort.total
        if found is not None:
            rule, rrule = _rule_of(found[0]), found[0].rrule
            repeated = Repeated(found[0].starts_at, None, minutes)
        else:
            place = place_of(post, zone)
            if place is None:
                return
            rule, rrule = None, None
            repeated = Repeated(place, None, minutes, made=partial(_made, board, post.id, place, now))
        popover = RepeatPopover(repeated, rule, kind, self)
        popover.chosen.connect(partial(self._take, repeated.starts_at, rrule))
        popover.closed.connect(self._restore)
        popover.open_beside(self.kind)

    def _take(self, starts_at: datetime, before: str | None, rule: Rule | None) -> None:
        rrule = rule.text(starts_at) if rule is not None else None
        if rrule != before:
            self.rule_chosen.emit(rrule)

    @Slot()
    def _restore(self) -> None:
        if self._post is not None and self._board is not None and self._now is not None:
            self.show_post(self._post, self._board, self._now)


def _made(board: Board, post_id: int, place: datetime, now: datetime, rule: Rule) -> int:
    """How many further posts a rule makes at once."""
    answer = decide(board, RepeatPost(post_id, rule.text(place)), now)
    return sum(post.id < 1 for post in answer.changes.posts) if isinstance(answer, Outcome) else 0


def _rule_of(series: PostSeries) -> Rule | None:
    return parse_rule(series.rrule, series.starts_at)


def _sentences(series: PostSeries, place: datetime, post: Post, zone: ZoneInfo) -> list[str]:
    """What the series is, and where the post stands in it."""
    rule = _rule_of(series)
    parts = [rule_words.sentence(rule, series.starts_at, None, post.effort.total)] if rule is not None else []
    number = starts_before(series.rrule, series.starts_at, place) + 1
    if rule is not None and (rule.count or rule.until):
        every = all_starts(series.rrule, series.starts_at)
        words = translate("RepeatSection", "This is no. {number} of {count}, the last one comes on {day}.")
        parts.append(words.format(number=number, count=len(every), day=wording.day_with_year(every[-1].date())))
    elif series.created_until is not None:
        words = translate("RepeatSection", "This is no. {number}; the posts are there up to {day}.")
        parts.append(words.format(number=number, day=wording.day_with_year(series.created_until)))
    if place_of(post, zone) != place:
        parts.append(translate("RepeatSection", "It stands for {moment}.").format(moment=wording.moment_short(place)))
    return parts
