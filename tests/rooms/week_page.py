"""A window with the week in it, and around it what cards can be dragged to and from."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from zoneinfo import ZoneInfo

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from db.records import Week
from desktop.calendar.aiming import ExternalItem
from desktop.calendar.cards import CardWidget
from desktop.calendar.day_header import DayHeader
from desktop.calendar.week_grid import WeekGrid
from desktop.planning.cards import CardKey, PostCard
from desktop.planning.recurrence import Occurrence
from tests.rooms.hand import Hand
from tests.rooms.lindenhof_week import BERLIN, BLOCKS, HOURS, NOW, PLATFORMS, POSTS, TODAY, WEEK

_HEARD = (
    *("hovered", "dropped", "cancelled", "selected", "opened", "tick_toggled", "external_ended", "key_intent"),
    *("group_dropped", "group_moved"),
    *("delete_requested", "unschedule_requested", "duplicate_requested", "platform_cycled", "title_discarded"),
)


class WeekPage:
    """Does with a grid what the calendar page does: shows weeks and writes down what it hears."""

    def __init__(self, qtbot: QtBot, zone: ZoneInfo = BERLIN) -> None:
        self.window = QWidget()
        self.header = DayHeader()
        self.grid = WeekGrid()
        self.month = Month(self.window)
        self.tray = Tray(self.grid)
        layout = QVBoxLayout(self.window)
        layout.setContentsMargins(200, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(self.grid, 1)
        layout.addWidget(self.tray)
        self.zone = zone
        self.week = WEEK
        self.weeks: dict[Week, tuple[tuple[PostCard, ...], tuple[Occurrence, ...]]] = {WEEK: (POSTS, BLOCKS)}
        self.heard: list[tuple[str, object]] = []
        self.grid.add_month(self.month)
        self.grid.add_header(self.header)
        self.grid.add_ideas(self.tray)
        self.grid.flip_requested.connect(self.flip)
        for name in _HEARD:
            getattr(self.grid, name).connect(self._listener(name))
        self.grid.create_requested.connect(lambda starts, ends: self.heard.append(("created", (starts, ends))))
        self.grid.day_dropped.connect(lambda intent, day: self.heard.append(("day_dropped", (intent, day))))
        self.grid.title_edited.connect(lambda key, text: self.heard.append(("title_edited", (key, text))))
        self.grid.menu_requested.connect(lambda key, slot, _at: self.heard.append(("menu", (key, slot))))
        self.grid.overflow_requested.connect(lambda day, keys, _at: self.heard.append(("overflow", (day, keys))))
        self.window.resize(1423, 700)
        qtbot.addWidget(self.window)
        self.window.show()
        qtbot.waitExposed(self.window)
        self.show()
        self.hand = Hand(self.window)

    def _listener(self, name: str) -> Callable[..., None]:
        return lambda *values: self.heard.append((name, values[0] if values else None))

    def show(self) -> None:
        """Show the week again, as after a change."""
        posts, blocks = self.weeks.get(self.week, ((), ()))
        self.grid.show_week(self.week, posts, blocks, PLATFORMS, TODAY, NOW, HOURS, self.zone)
        self.header.show_week(self.week, TODAY, (0,) * 7, (0,) * 7)

    def put(self, posts: tuple[PostCard, ...] = (), blocks: tuple[Occurrence, ...] = ()) -> None:
        """Let other cards be in the shown week."""
        self.weeks[self.week] = (posts, blocks)
        self.show()

    def flip(self, weeks: int) -> None:
        """Show another week."""
        self.week = self.week.shifted(weeks)
        self.heard.append(("flipped", weeks))
        self.show()

    def all(self, name: str) -> list[object]:
        """What a signal has told so far."""
        return [value for heard, value in self.heard if heard == name]

    @property
    def dropped(self) -> object:
        """The one intent that was dropped."""
        (intent,) = self.all("dropped")
        return intent

    def is_dragging(self) -> bool:
        """Tell whether the grid is in a drag."""
        return self.grid.is_dragging

    def is_faded(self, key: CardKey) -> bool:
        """Tell whether a card looks dragged away."""
        return self.card(key).look.is_origin

    def is_tray_marked(self) -> bool:
        """Tell whether the ideas show that a card would be dropped there."""
        return self.tray.is_marked

    def card(self, key: CardKey) -> CardWidget:
        """The widget of a card that is shown."""
        card = self.grid.canvas.deck.card(key)
        assert card is not None
        return card

    def place(self, day: int, clock: str, across: float = 0.5) -> QPoint:
        """A place of the screen in a day's column at a time of day."""
        canvas = self.grid.canvas
        hour, minute = (int(part) for part in clock.split(":"))
        x = canvas.grid.edges[day] + canvas.grid.column_width(day) * across
        return canvas.mapToGlobal(QPoint(round(x), round(canvas.grid.y(hour * 60 + minute))))

    def on(self, key: CardKey, down: float = 0.5, across: float = 0.5) -> QPoint:
        """A place of the screen on a card."""
        rect = self.grid.card_rect(key)
        assert not rect.isEmpty()
        return QPoint(round(rect.left() + rect.width() * across), round(rect.top() + (rect.height() - 1) * down))

    def minutes(self, count: int) -> QPoint:
        """So many minutes down."""
        return QPoint(0, round(self.grid.canvas.grid.y(count)))


class Month(QWidget):
    """A small month of one row: the seven days of the week after."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setGeometry(0, 0, 140, 20)
        self.marked: date | None = None

    def day_at(self, position: QPoint) -> date | None:
        """The day under a place of the screen."""
        at = self.mapFromGlobal(position)
        return WEEK.shifted(1).days[at.x() // 20] if self.rect().contains(at) else None

    def set_drop_day(self, day: date | None) -> None:
        """Write down which day is marked."""
        self.marked = day

    def place(self, day: int) -> QPoint:
        """A place of the screen on a day."""
        return self.mapToGlobal(QPoint(day * 20 + 10, 10))


class Tray(QWidget):
    """The ideas: `item`, if set, can be dragged out."""

    def __init__(self, grid: WeekGrid) -> None:
        super().__init__()
        self.setFixedHeight(80)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.grid = grid
        self.item: ExternalItem | None = None
        self.is_marked = False
        self.releases = 0

    def accepts_unschedule(self, position: QPoint) -> bool:
        """Tell whether a place of the screen lies here."""
        return self.rect().contains(self.mapFromGlobal(position))

    def set_drop_active(self, active: bool) -> None:
        """Write down whether it is marked."""
        self.is_marked = active

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Let the item be dragged."""
        if self.item is not None:
            item, self.item = self.item, None
            self.grid.begin_external(item, event.globalPosition().toPoint())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Count what would be clicks."""
        self.releases += 1

    def middle(self) -> QPoint:
        """A place of the screen."""
        return self.mapToGlobal(self.rect().center())
