"""The canvas of the week: 24 hours, seven columns, one widget per card. It owns the mouse and knows what lies where."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum, auto
from typing import Protocol

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QRegion
from PySide6.QtWidgets import QWidget

from desktop import wording
from desktop.calendar import grid_paint
from desktop.calendar.block_card import tick_rect
from desktop.calendar.busy_layer import BusyLayer
from desktop.calendar.card_deck import CardDeck, whole
from desktop.calendar.cards import CardWidget
from desktop.calendar.grid_geometry import DAYS, LEAST_HEIGHT, GridGeometry
from desktop.calendar.grid_marks import DropSlot, MagnetLine, NowMark, OverflowButton, RubberBand
from desktop.calendar.marking import Marking
from desktop.calendar.placing import Overflow, place_day
from desktop.calendar.post_card import Pictures
from desktop.calendar.shown_week import CardItem, ShownWeek, is_block, key_starts
from desktop.calendar.slot_cursor import SlotCursor
from desktop.planning.cards import CardKey
from desktop.planning.week import DAY_MINUTES, minute_of_day
from desktop.ui import theme

_EDGE = 7
_NO_TOP_EDGE_BELOW = 28
_MOST_PIECES = 24


class Part(Enum):
    """The part of a card that lies under the pointer."""

    BODY = auto()
    TOP_EDGE = auto()
    BOTTOM_EDGE = auto()
    TICK = auto()


@dataclass(frozen=True, slots=True)
class Hit:
    """What lies under the pointer: a card, a "+n" button, or nothing. `in_strip`: a drag from here makes a block."""

    key: CardKey | None = None
    part: Part = Part.BODY
    overflow: Overflow | None = None
    in_strip: bool = False


class MouseReceiver(Protocol):
    """Who acts on the canvas' mouse."""

    def press(self, event: QMouseEvent) -> None:
        """A button went down."""

    def move(self, event: QMouseEvent) -> None:
        """The pointer moved, pressed or not."""

    def release(self, event: QMouseEvent) -> None:
        """A button went up."""

    def double_click(self, event: QMouseEvent) -> None:
        """A button went down the second time."""

    def leave(self) -> None:
        """The pointer left the canvas."""


class KeyReceiver(Protocol):
    """Who acts on the keys of the canvas' cards and of its slot cursor."""

    def handle(self, event: QKeyEvent) -> bool:
        """Act on a key; False for keys that mean nothing here."""


class WeekCanvas(QWidget):
    """The cards of a week on its hours.

    `grid` is the geometry, `week` what is shown, `deck` the cards' widgets, `slot_cursor` the place at which keys act,
    `slot` the dashed place where a drag would land, `magnet` the neighbour's edge that holds it there, `marking` the
    cards that are marked together, `band` what is drawn around them, `busy` what other calendars have behind them all.

    Signals: `focus_moved()` when the focus comes, goes, or moves inside.
    """

    focus_moved = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self.grid = GridGeometry.fitting(1000, 500)
        self.week = ShownWeek.nothing()
        self.busy = BusyLayer()
        self.items: dict[CardKey, CardItem] = {}
        self.slot = DropSlot(self)
        self._now_mark = NowMark(self)
        self.deck = CardDeck(self, self.slot)
        self.marking = Marking(self.deck)
        self.band = RubberBand(self)
        self.magnet = MagnetLine(self)
        self.slot_cursor = SlotCursor(self, self.busy.at_minute)
        self.slot_cursor.focus_moved.connect(self.focus_moved)
        self.deck.focus_moved.connect(self.focus_moved)
        self.deck.focused_card_gone.connect(self._stand_in_for)
        self._rects: dict[CardKey, QRectF] = {}
        self._receiver: MouseReceiver | None = None
        self._keys: KeyReceiver | None = None
        self._backdrop: tuple[object, QPixmap] | None = None
        self._guide: tuple[int, int] | None = None
        self._visible = (0.0, 0.0)

    def accessible_role(self) -> QAccessible.Role:
        """It is the list of the week's cards."""
        return QAccessible.Role.List

    def set_receiver(self, receiver: MouseReceiver) -> None:
        """Let the mouse act there."""
        self._receiver = receiver

    def set_keys(self, keys: KeyReceiver) -> None:
        """Let the keys act there."""
        self._keys = keys

    def set_pictures(self, picture: Pictures) -> None:
        """Where the cards' pictures come from."""
        self.deck.picture = picture
        self.deck.forget_looks()
        self._lay_out()

    def set_grid(self, grid: GridGeometry) -> None:
        """Take another size."""
        self.grid = grid
        self.resize(round(grid.width), grid.height)
        self._lay_out()

    def show_week(self, week: ShownWeek) -> None:
        """Show a week; cards that stay keep their widget, with focus and selection."""
        self.week = week
        self.items = week.items()
        self.marking.renew(self.items)
        self._lay_out()

    def set_now(self, now: datetime) -> None:
        """Move the now line. A new day needs `show_week`."""
        self.week = replace(self.week, now=now)
        self._place_now()
        self.update()

    def select(self, key: CardKey | None) -> None:
        """Make a card the current one, or none (then the slot cursor is)."""
        self.deck.set_selected(key)
        self._place_tab_stop()

    def _lay_out(self) -> None:
        rects: dict[CardKey, QRectF] = {}
        overflows: list[Overflow] = []
        for day, items in enumerate(self.week.day_items()):
            places = place_day(items, day, self.grid, self.week.repeated(day))
            rects.update((key, QRectF(whole(rect))) for key, rect in places.rects.items())
            overflows += places.overflows
        self._rects = rects
        self.busy.lie_under(rects.values())
        self.deck.deal(rects, overflows, self.items, self.week)
        self.slot_cursor.lay_out(self.grid, self.week.week.days)
        self._place_tab_stop()
        self._place_now()
        self.update()

    def _stand_in_for(self, key: CardKey) -> None:
        """The focused card is gone: the focus stays in the grid, where the card was."""
        when = key_starts(key)
        self.slot_cursor.move_to(when.weekday(), minute_of_day(when, when.date()))
        self.slot_cursor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place_now(self) -> None:
        day = self.week.day_of(self.week.today)
        if day is None:
            self._now_mark.hide()
        else:
            self._now_mark.place(self.grid, day, self._now_minute())

    def _now_minute(self) -> int:
        return minute_of_day(self.week.now, self.week.today)

    def _place_tab_stop(self) -> None:
        """The grid is one tab stop: the selected card, or the slot cursor."""
        stop = self.tab_stop()
        is_card = stop is not self.slot_cursor
        if is_card:
            QWidget.setTabOrder(self.slot_cursor, stop)  # cards are made later than what stands below the hours
        self.slot_cursor.setFocusPolicy(Qt.FocusPolicy.ClickFocus if is_card else Qt.FocusPolicy.StrongFocus)

    def tab_stop(self) -> QWidget:
        """The one widget of the grid that the Tab key reaches."""
        return self.deck.card(self.deck.selected) or self.slot_cursor

    def slot_moment(self, later: int = 0) -> datetime:
        """The time of the slot cursor, or so many minutes later on that day."""
        return self.week.moment(self.slot_cursor.day, min(DAY_MINUTES, self.slot_cursor.minute + later))

    def rect_of(self, key: CardKey) -> QRectF | None:
        """Where a card lies; None for cards that are hidden or not of this week."""
        return self._rects.get(key)

    def touched(self, band: QRectF) -> frozenset[CardKey]:
        """The cards that a rectangle of the canvas touches."""
        return frozenset(key for key, rect in self._rects.items() if rect.intersects(band))

    def stops(self) -> list[CardWidget | OverflowButton]:
        """What the arrow keys go through: cards and "+n" buttons by day and time."""
        found: list[CardWidget | OverflowButton] = [*self.deck.cards(), *self.deck.overflows()]
        return sorted(found, key=lambda stop: (self.grid.day_at(stop.geometry().center().x()), stop.y(), stop.x()))

    def hit(self, at: QPointF) -> Hit:
        """What lies at a place of the canvas; thin cards are at least 24 px high to the pointer."""
        in_strip = self.grid.in_free_strip(at.x())
        for button in self.deck.overflows():
            if button.overflow is not None and button.overflow.rect.contains(at):
                return Hit(overflow=button.overflow)
        least = LEAST_HEIGHT * self.grid.scale
        for key, rect in self._rects.items():
            reach = rect if rect.height() >= least else QRectF(rect.x(), rect.y(), rect.width(), least)
            if reach.contains(at):
                return Hit(key, self._part(key, rect, at), None, in_strip)
        return Hit(in_strip=in_strip)

    def _part(self, key: CardKey, rect: QRectF, at: QPointF) -> Part:
        if not is_block(key):
            return Part.BODY
        tick = tick_rect(rect)
        reach = (LEAST_HEIGHT * self.grid.scale - tick.height()) / 2
        edge = min(_EDGE * self.grid.scale, rect.height() / 4)
        if at.y() >= rect.bottom() - edge and not tick.contains(at):
            return Part.BOTTOM_EDGE
        if at.y() < rect.top() + edge and rect.height() >= _NO_TOP_EDGE_BELOW * self.grid.scale:
            return Part.TOP_EDGE
        if tick.adjusted(-reach, -reach, reach, reach).contains(at) and not self.deck.is_measured(key):
            return Part.TICK
        return Part.BODY

    def set_guide(self, aimed: tuple[int, int] | None) -> None:
        """Show the dashed line and the time pill for a (day, minute) that is aimed at; None hides them."""
        if aimed != self._guide:
            before, self._guide = self._guide, aimed
            for guide in (before, aimed):
                if guide is not None:
                    self._update_guide(*guide)

    def _update_guide(self, day: int, minute: int) -> None:
        y = round(self.grid.y(minute))
        self.update(0, y - 1, round(self.grid.edges[day + 1]), 3)
        # Labels near the pill come and go with it.
        reach = round(self.grid.hour_height)
        self.update(0, y - reach, round(self.grid.gutter), 2 * reach)

    def update_gutter(self, top: int, height: int) -> None:
        """Paint the hour labels anew for another scroll position: none is cut at the upper or lower edge."""
        self._visible = (float(top), float(top + height))
        for edge in (top, top + height):
            self.update(0, edge - theme.px(60), round(self.grid.gutter), theme.px(120))

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what lies behind the cards, only where it is asked for."""
        dirty = event.rect()
        made = self._backdrop_pixmap()
        dpr = made.devicePixelRatio()
        painter = QPainter(self)
        # Piece by piece: a drag dirties far places whose common rectangle is most of the canvas.
        for piece in _pieces(event.region()):
            source = QRect(
                round(piece.x() * dpr), round(piece.y() * dpr), round(piece.width() * dpr), round(piece.height() * dpr)
            )
            painter.drawPixmap(piece, made, source)
            self.busy.paint(painter, self.grid, piece)
        is_current = self.week.today in self.week.week
        now_y = round(self.grid.y(self._now_minute()))
        if is_current and dirty.top() - 1 <= now_y <= dirty.bottom() + 1:
            self._paint_now(painter, now_y)
        if self._guide is not None:
            day, minute = self._guide
            y = round(self.grid.y(minute))
            if dirty.top() <= y <= dirty.bottom():
                grid_paint.paint_guide(painter, self.grid.gutter, self.grid.edges[day], y)
        if dirty.left() < self.grid.gutter:
            self._paint_gutter(painter, dirty, now_y if is_current else None)
        painter.end()

    def _paint_now(self, painter: QPainter, y: int) -> None:
        """Paint the present time, behind the cards: through their titles it would strike them out."""
        color = theme.color("accent")
        day = self.week.day_of(self.week.today)
        if day is not None:
            left, right = round(self.grid.edges[day]), round(self.grid.edges[day + 1])
            painter.fillRect(left, y - 1, right - left, 2, color)
        color.setAlphaF(0.35)
        painter.fillRect(QRectF(self.grid.gutter, y, self.grid.width, 1), color)

    def _paint_gutter(self, painter: QPainter, dirty: QRect, now_y: int | None) -> None:
        now_at = None if now_y is None else grid_paint.pill_center(now_y, self._visible)
        pills = [] if now_at is None else [now_at]
        aimed_y = None if self._guide is None else round(self.grid.y(self._guide[1]))
        if aimed_y is not None:
            pills.append(float(aimed_y))
        reach = (float(dirty.top()), float(dirty.bottom()))
        grid_paint.paint_hour_labels(painter, self.grid, tuple(pills), self._visible, reach)
        if now_at is not None and (aimed_y is None or abs(aimed_y - now_at) >= theme.px(19)):
            now = wording.clock(self.week.now)
            grid_paint.paint_pill(painter, now_at, now, theme.color("accent"), theme.color("on-accent"), 9)
        if aimed_y is not None and self._guide is not None:
            words = wording.clock(self._guide[1])
            grid_paint.paint_pill(painter, aimed_y, words, theme.color("ink"), theme.color("on-ink"), 5)

    def _backdrop_pixmap(self) -> QPixmap:
        week, dpr = self.week, self.devicePixelRatioF()
        irregular = tuple((week.missing(day), week.repeated(day)) for day in range(DAYS))
        key = (self.grid, dpr, week.working_hours, week.day_of(week.today), irregular)
        if self._backdrop is None or self._backdrop[0] != key:
            made = QPixmap(max(1, round(self.width() * dpr)), max(1, round(self.height() * dpr)))
            made.setDevicePixelRatio(dpr)
            painter = QPainter(made)
            grid_paint.paint_backdrop(painter, self.grid, week)
            painter.end()
            self._backdrop = (key, made)
        return self._backdrop[1]

    def changeEvent(self, event: QEvent) -> None:
        """Paint everything anew in another look."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.StyleChange, QEvent.Type.LanguageChange}:
            self._backdrop = None
            self.deck.forget_looks()
            self._lay_out()

    # mouse and keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand on what the focused card leaves alone."""
        self.deck.set_by_keyboard(True)
        if self._keys is None or not self._keys.handle(event):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Hand on."""
        self.deck.set_by_keyboard(False)
        if self._receiver is not None:
            self._receiver.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Hand on."""
        if self._receiver is not None:
            self._receiver.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Hand on."""
        if self._receiver is not None:
            self._receiver.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Hand on."""
        if self._receiver is not None:
            self._receiver.double_click(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Hand on."""
        super().leaveEvent(event)
        if self._receiver is not None:
            self._receiver.leave()


def _pieces(region: QRegion) -> list[QRect]:
    """The rectangles of a region, or the one around it when they are many."""
    pieces = list(region)  # type: ignore[call-overload] # the stubs do not know that regions can be iterated
    return pieces if len(pieces) <= _MOST_PIECES else [region.boundingRect()]
