"""Quick add in the week: typing on a free place opens a line that becomes a post or a block there."""

from __future__ import annotations

from datetime import datetime
from html import escape
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from db.records import Board, Week
from desktop import wording
from desktop.calendar.card_deck import whole
from desktop.calendar.cards import SHADOW_ROOM, Face, paint_card
from desktop.calendar.desk import Desk
from desktop.calendar.ghost import Tone
from desktop.calendar.landing import landing
from desktop.calendar.outcomes import budgets_stay, consequence_words, consequences, label, short
from desktop.calendar.post_card import CardLook
from desktop.calendar.quick_field import QuickField
from desktop.calendar.quick_plan import QuickPlan, face, plan, words
from desktop.calendar.week_view import WeekView
from desktop.planning.budget import week_budget
from desktop.planning.intents import Refusal
from desktop.planning.quick_add import understand
from desktop.planning.rescheduling import after
from desktop.planning.week import minute_of_day, wall

ABOVE = 120  # minutes that stay in sight above a card that was not


class _NewCard(QWidget):
    """The card that is not there yet, at its place in the grid."""

    def __init__(self, canvas: QWidget) -> None:
        super().__init__(canvas)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._face: Face | None = None
        self.hide()

    def lie(self, place: QRect, shown: Face) -> None:
        self._face = shown
        self.setGeometry(place.adjusted(0, 0, 0, SHADOW_ROOM))
        self.show()
        self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        if self._face is not None:
            rect = self.rect().adjusted(0, 0, 0, -SHADOW_ROOM).toRectF()
            paint_card(painter, rect, self._face, CardLook(is_fresh=True), lambda _name: None)
        painter.end()


class QuickEntry(QObject):
    """Shows the line and what it means while one types, and writes it on Enter."""

    def __init__(self, view: WeekView, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._view = view
        self._desk = desk
        self._slot = desk.now()
        self._plan: QuickPlan | None = None
        self._field: QuickField | None = None
        self._card = _NewCard(view.grid.canvas)

    def open(self, text: str = "") -> None:
        """Show the line for the free place."""
        if self._field is not None or not self._desk.shown_platform_ids():
            return
        self._slot = self._view.grid.slot
        self._field = field = QuickField(self._view)
        field.edited.connect(self._read)
        field.entered.connect(self._create)
        field.closed.connect(self._end)
        field.editor.setText(text)
        field.editor.setModified(True)
        self._read(text)
        field.open_at(self._anchor(), "below")
        field.editor.deselect()
        field.editor.end(False)

    def _anchor(self) -> QRect:
        at = self._card if self._card.isVisible() else self._view.grid.canvas.slot_cursor
        return QRect(at.mapToGlobal(QPoint(0, 0)), at.size())

    def _read(self, text: str) -> None:
        """Understand the line anew."""
        field = self._field
        if field is None:
            return
        board, shown = self._desk.board(), self._desk.shown_platform_ids()[:1]
        platforms = [platform for platform in board.platforms if platform.is_active]
        now = wall(self._desk.now(), ZoneInfo(board.plan.zone))
        day = self._slot.date()
        line = understand(text, now, platforms, minute_of_day(self._slot, day), day)
        if line.day is not None:
            board = self._desk.board(Week.of(line.day))
        field.editor.set_spans([(span.start, span.end) for span in line.spans])
        field.show_words(words(line, board, shown))
        answer = plan(board, line, shown, self._desk.now())
        if isinstance(answer, Refusal):
            self._plan = None
            self._card.hide()
            self._view.strip.preview(None)
            field.show_consequence(wording.refusal(answer), Tone.WARN)
            return
        self._plan = answer
        self._show(answer, board)

    def _show(self, found: QuickPlan, board: Board) -> None:
        """Put the card into the grid, and say what it costs."""
        week, now = Week.of(found.at), self._desk.now()
        before, then = week_budget(board, week, now), week_budget(after(board, found.changes), week, now)
        costly = [each for each in consequences(before, then) if each.costs]
        worst = next((each for each in costly if each.gets_worse), costly[0] if costly else None)
        if self._field is not None:
            text = budgets_stay() if worst is None else consequence_words(worst)
            self._field.show_consequence(text, Tone.WARN if worst is not None and worst.gets_worse else Tone.OK)
        is_shown = week == self._desk.week
        self._view.strip.preview(then if is_shown else None)
        if not is_shown:
            self._card.hide()
            return
        shown, until = face(found, board)
        grid, day = self._view.grid.canvas.grid, found.at.weekday()
        starts = minute_of_day(found.at, found.at.date())
        self._card.lie(
            whole(grid.post_rect(day, starts) if until is None else grid.block_rect(day, starts, until)), shown
        )
        if self._card.visibleRegion().isEmpty():
            self._view.grid.scroll_to(max(0, starts - ABOVE))
        if self._field is not None and self._field.is_open:
            self._field.point_at(self._anchor())

    def _create(self) -> None:
        """Write what the line says."""
        field, found = self._field, self._plan
        if field is None or found is None or not field.editor.text().strip():
            return
        field.dismiss()
        week = Week.of(found.at)
        board = self._desk.board(week)
        ids = self._desk.put(label(found.intent, board), found.changes)
        if ids is None:
            return
        if week != self._desk.week:
            self._desk.show_week(week)
        landed = landing(found.intent, found.changes, ids, self._desk.board(week))
        if landed is None:
            return
        self._view.grid.select(landed.key, focus=True)
        self._say(found.at, getattr(found.intent, "title", ""))

    def _say(self, at: datetime, title: str) -> None:
        words = self.tr("“{title}” created, <b>{moment}</b>")
        name = escape(short(title or wording.untitled()))
        sentence = words.format(title=name, moment=wording.moment_short(at))
        self._view.toasts.say(sentence, [(self.tr("Undo"), self._desk.undo, self.tr("Ctrl Z"))])

    def _end(self) -> None:
        field, self._field = self._field, None
        self._card.hide()
        self._view.strip.preview(None)
        if field is not None:
            field.deleteLater()
