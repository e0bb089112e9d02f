"""What a press and a drag are, as values that the drag machine changes and the scene paints."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import Enum, auto

from PySide6.QtCore import QPoint, QPointF

from db.records import Week
from desktop.calendar.aiming import Dragged, ExternalItem, Gesture, Place, Target, grouped, leeway
from desktop.calendar.carrying import Carried
from desktop.calendar.drop_targets import Over
from desktop.calendar.marking import Marking
from desktop.calendar.shown_week import CardItem, ShownWeek, starts_at
from desktop.calendar.snapping import Snap
from desktop.calendar.week_canvas import Hit
from desktop.planning.cards import CardKey
from desktop.planning.intents import Group, Intent
from desktop.planning.week import DAY_MINUTES, minute_of_day


class Phase(Enum):
    """Where the machine stands. HELD: dropped, while a question about it is open."""

    IDLE = auto()
    PRESSED = auto()
    DRAGGING = auto()
    DROPPING = auto()
    HELD = auto()


@dataclass(slots=True)
class Press:
    """What the button went down on."""

    at: QPoint
    hit: Hit
    place: Place
    was_selected: bool


@dataclass(slots=True)
class Drag:
    """A drag under way. `grab` is where the pointer holds the card, in px from its upper left corner."""

    gesture: Gesture
    item: Dragged | None
    key: CardKey | None
    grab: QPointF
    grabbed_minutes: float
    from_week: Week
    pressed: Place
    is_external: bool = False
    carried: Carried | None = None  # set while it is carried, without a pressed button
    copy: bool = False
    fine: bool = False
    pointer: QPoint = field(default_factory=QPoint)
    target: Target | None = None
    intent: Intent | None = None
    over: Over | None = None
    drop_day: date | None = None
    others: tuple[CardItem, ...] = ()  # that go along, keeping their distance
    bounds: tuple[int, int] = (0, DAY_MINUTES)  # the first and last minute at which `item` may start, for their sake

    known_week: ShownWeek | None = None  # for which `known_edges` holds, by day
    known_edges: dict[int, tuple[int, ...]] = field(default_factory=dict)

    def snap(self, week: ShownWeek, day: int, reach: float) -> Snap:
        """How the moved edge snaps in a column: neighbours attract over `reach` minutes."""
        if week is not self.known_week:
            self.known_week, self.known_edges = week, {}
        if day not in self.known_edges:
            others = [each for each in week.day_items()[day] if each.key not in self.origins]
            self.known_edges[day] = tuple({edge for each in others for edge in (each.starts, each.ends)})
        return Snap(self.fine, self.known_edges[day], reach)

    @property
    def origins(self) -> frozenset[CardKey]:
        """The cards that are dragged away."""
        return frozenset(() if self.key is None else (self.key, *(other.key for other in self.others)))

    def meant(self) -> Intent | Group | None:
        """What a drop would mean, for all that are dragged together."""
        if self.intent is None or not self.others or self.item is None or isinstance(self.item, ExternalItem):
            return self.intent
        return grouped(self.item, self.others, self.intent)

    def take_along(self, marking: Marking) -> None:
        """Drag the other marked cards along, if this card is one of them; together they stay within their days."""
        if not marking.is_group(self.key) or self.item is None or isinstance(self.item, ExternalItem):
            return
        items, start = marking.items(), starts_at(self.item)
        self.others = tuple(each for each in items if each.key != self.key)
        up, down = leeway(items)
        minute = minute_of_day(start, start.date())
        self.bounds = (minute + up, minute + down)
