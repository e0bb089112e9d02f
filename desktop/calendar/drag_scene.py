"""What a drag looks like: lifted card, faded origin, dashed slot, guide line, time pill, label."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication, QObject, QPoint, QPointF, QRect, QRectF, QSize
from PySide6.QtWidgets import QWidget

from db.records import Activity
from desktop import wording
from desktop.calendar.aiming import Dragged, ExternalItem, Gesture, Target, dragged_length
from desktop.calendar.block_card import BlockFace, block_face
from desktop.calendar.card_deck import whole
from desktop.calendar.cards import Face
from desktop.calendar.drag_state import Drag
from desktop.calendar.drop_targets import Over
from desktop.calendar.ghost import Ghost
from desktop.calendar.grid_geometry import BLOCK_INSET, LOW_POST_HEIGHT, POST_HEIGHT
from desktop.calendar.post_card import idea_face, post_face
from desktop.calendar.shown_week import CardItem, starts_at
from desktop.calendar.week_canvas import WeekCanvas
from desktop.planning.cards import CardKey, PostCard
from desktop.planning.intents import ResizeBlock
from desktop.planning.recurrence import Occurrence
from desktop.planning.week import at, elapsed
from desktop.ui import theme

translate = QCoreApplication.translate
_BESIDE = 8  # px by which a card that keys carry lies beside its slot


class DragScene(QObject):
    """Paints a drag; `ghost` is what floats with the pointer."""

    def __init__(self, canvas: WeekCanvas, grid: QWidget) -> None:
        super().__init__(grid)
        self._canvas = canvas
        self.ghost = Ghost(grid)
        self._lifted: tuple[Face, QSize, bool] | None = None
        self._shown: tuple[Target | None, bool] | None = None

    def size_of(self, item: Dragged, day: int) -> QSize:
        """How large a dragged thing is as a card alone in its column."""
        grid = self._canvas.grid
        taken = dragged_length(item)
        rect = grid.block_rect(day, 0, taken) if taken else grid.post_rect(day, 0, POST_HEIGHT * grid.scale)
        return QSize(round(rect.width()), round(rect.height()))

    def grab_of(self, key: CardKey, item: CardItem, at_: QPointF) -> QPointF:
        """Where a pointer on a card holds the card once it is lifted to its column's full width."""
        rect = self._canvas.rect_of(key)
        if rect is None:
            return QPointF()
        size = self.size_of(item, self._canvas.grid.day_at(at_.x()))
        across = (at_.x() - rect.left()) * size.width() / max(1.0, rect.width())
        return QPointF(across, min(at_.y() - rect.top(), float(size.height())))

    def show(self, drag: Drag) -> None:
        """Paint the drag as it stands: pointer, aim, modifiers."""
        target = drag.target
        self._canvas.set_guide(None if target is None else (target.day, _guided(drag, target)))
        if target is not None and target.magnet is not None:
            self._canvas.magnet.place(self._canvas.grid, target.day, target.magnet)
        else:
            self._canvas.magnet.hide()
        if drag.gesture is Gesture.CREATE:
            self._show_new(target)
        elif drag.gesture is Gesture.MOVE:
            self._show_moving(drag)
        elif target is not None and isinstance(drag.item, Occurrence):
            self._show_resizing(drag.item, target)

    def draw_band(self, drag: Drag) -> frozenset[CardKey]:
        """Draw the band from where it began to the pointer; answers which cards it touches."""
        here = self._canvas.mapFromGlobal(QPointF(drag.pointer))
        band = QRectF(drag.grab, here).normalized() & QRectF(self._canvas.rect())
        self._canvas.band.lie(band.toAlignedRect())
        return self._canvas.touched(band)

    def _show_new(self, target: Target | None) -> None:
        if target is None:
            self._canvas.slot.hide()
            return
        rect = whole(self._canvas.grid.block_rect(target.day, target.starts, target.ends))
        self._canvas.slot.place(rect, f"{wording.clock(target.starts)}–{wording.clock(target.ends)}")
        self.ghost.label_beside(self._canvas, rect)

    def _show_moving(self, drag: Drag) -> None:
        item = drag.item
        if item is None:
            return
        self._canvas.deck.set_origins(frozenset() if drag.copy else drag.origins)
        if self._shown != (drag.target, drag.copy):
            self._shown = (drag.target, drag.copy)
            day = drag.target.day if drag.target is not None else 0
            self._lift(self._face(item, drag.target), self.size_of(item, day), drag.copy)
        rect = None if drag.target is None else whole(self._slot_rect(item, drag.target))
        if rect is not None and drag.carried is not None and drag.carried.by_keys:
            beside = rect.topLeft() + QPoint(theme.px(_BESIDE), theme.px(_BESIDE))
            self.ghost.float_at(QPointF(self._canvas.mapToGlobal(beside)))
        else:
            self.ghost.float_at(QPointF(drag.pointer) - drag.grab)
        if rect is None:
            self._canvas.slot.hide()
        else:
            self._canvas.slot.place(rect)

    def _show_resizing(self, item: Occurrence, target: Target) -> None:
        self._canvas.deck.set_origins(frozenset({item.key}))
        rect = self._canvas.rect_of(item.key)
        grid = self._canvas.grid
        place = QRectF(grid.block_rect(target.day, target.starts, target.ends))
        if rect is not None:
            place.setLeft(rect.left())
            place.setRight(rect.right())
        lying = whole(place)
        self._lift(self._face(item, target), lying.size(), is_copy=False)
        self.ghost.lie_at(self._canvas, lying)

    def _lift(self, face: Face, size: QSize, is_copy: bool) -> None:
        if self._lifted != (face, size, is_copy):
            self._lifted = (face, size, is_copy)
            self.ghost.lift(face, size, is_copy, self._canvas.deck.picture)

    def _slot_rect(self, item: Dragged, target: Target, height: float = LOW_POST_HEIGHT) -> QRectF:
        """The place of a drop; in an hour that passes twice it is the half column of its pass."""
        grid, week = self._canvas.grid, self._canvas.week
        if dragged_length(item):
            rect = grid.block_rect(target.day, target.starts, target.ends)
        else:
            rect = grid.post_rect(target.day, target.starts, height * grid.scale)
        twice = week.repeated(target.day)
        if twice is not None and twice[0] <= target.starts < twice[1] and target.ends <= twice[1]:
            half = (grid.column_width(target.day)) / 2
            inset = BLOCK_INSET * grid.scale
            left = grid.edges[target.day] + target.moment.fold * half
            rect = QRectF(left + inset, rect.top(), half - 2 * inset, rect.height())
        return rect

    def _face(self, item: Dragged, target: Target | None) -> Face:
        """The dragged card with the time at which it would land."""
        platforms = self._canvas.week.platforms
        if isinstance(item, PostCard):
            return post_face(item, platforms, None if target is None else target.moment)
        if isinstance(item, ExternalItem):
            if item.activity is None:
                return idea_face(item.post, platforms, None if target is None else target.moment)
            return self._effort_face(item, item.activity, target)
        if target is None:
            minutes = elapsed(item.starts_at, item.ends_at, self._canvas.week.zone)
            return block_face(item, platforms, minutes)
        starts, ends = self._times(target)
        return block_face(item, platforms, elapsed(starts, ends, self._canvas.week.zone), (starts, ends))

    def _effort_face(self, item: ExternalItem, activity: Activity, target: Target | None) -> BlockFace:
        platforms = self._canvas.week.platforms
        kinds = [platforms[variant.platform_id].kind for variant in item.post.variants]
        starts, ends = (None, None) if target is None else self._times(target)
        return BlockFace(
            bands=tuple((kind, 1 / len(kinds)) for kind in kinds),
            activity=activity,
            label=wording.activity(activity),
            times="" if starts is None or ends is None else wording.time_range(starts, ends),
            duration=wording.hours_h(item.minutes),
            post_count=1,
        )

    def _times(self, target: Target) -> tuple[datetime, datetime]:
        """Start and end of a landing block, on the clock."""
        intent = target.intent
        if isinstance(intent, ResizeBlock):
            return intent.starts_at, intent.ends_at
        day = self._canvas.week.week.days[target.day]
        ends = at(day, target.ends)
        return target.moment, max(ends, target.moment + timedelta(minutes=1))

    def name_aim(self, drag: Drag) -> None:
        """Say on the label where the drag aims, before the page adds what it costs."""
        head = self._head(drag)
        if head and drag.others:
            count = len(drag.others) + 1
            head = translate("WeekGrid", "{count} cards · {place}").format(count=count, place=head)
        self.ghost.set_own_label(head)

    def _head(self, drag: Drag) -> str:
        if drag.over is Over.IDEAS:
            return translate("WeekGrid", "Back to the ideas") if drag.intent is not None else ""
        if drag.over is Over.HEADER and drag.drop_day is not None:
            return translate("WeekGrid", "{day} · next free slot").format(day=wording.day_short(drag.drop_day))
        if drag.over is Over.MONTH and drag.drop_day is not None and drag.item is not None:
            return f"{wording.day_short(drag.drop_day)} · {wording.clock(_usual_time(drag.item))}"
        target = drag.target
        if target is None:
            return ""
        day = wording.day_short(self._canvas.week.week.days[target.day])
        if target.ends > target.starts:
            starts, ends = self._times(target)
            when = wording.time_range(starts, ends)
            minutes = elapsed(starts, ends, self._canvas.week.zone)
            when = f"{when} ({wording.hours_h(minutes)})"
        else:
            when = wording.clock(target.moment)
        if target.skipped is not None:
            skipped = translate("WeekGrid", "{time} is skipped").format(time=wording.clock(target.skipped))
            when = f"{when} ({skipped})"
        return f"{day} · {when}"

    def hold(self, drag: Drag) -> None:
        """The card lies where it was dropped, its origin stays faded."""
        self._canvas.set_guide(None)
        self._canvas.magnet.hide()
        self._canvas.slot.hide()
        self.ghost.hide_label()
        if drag.target is None or drag.item is None:
            self.ghost.hide_card()
            return
        if drag.gesture is Gesture.MOVE:
            rect = whole(self._slot_rect(drag.item, drag.target, POST_HEIGHT))
            self._lift(self._face(drag.item, drag.target), rect.size(), drag.copy)
            self.ghost.lie_at(self._canvas, rect)

    def held_rect(self) -> QRect:
        """Where the lifted card is on the screen; empty while there is none."""
        return self.ghost.card_rect()

    def clear(self) -> None:
        """The drag is over."""
        self._canvas.magnet.hide()
        self._lifted = self._shown = None
        self.ghost.vanish()
        self._canvas.slot.hide()
        self._canvas.set_guide(None)
        self._canvas.deck.set_origins(frozenset())


def _guided(drag: Drag, target: Target) -> int:
    """The minute that the guide line marks: the edge that moves."""
    return target.ends if drag.gesture is Gesture.RESIZE_BOTTOM else target.starts


def _usual_time(item: Dragged) -> datetime | int:
    return item.usual_minute if isinstance(item, ExternalItem) else starts_at(item)
