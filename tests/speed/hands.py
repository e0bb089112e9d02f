"""A hand at work in the week of a running program: flips, drags, drops; each is timed until it is painted."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from itertools import cycle, islice
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRect
from PySide6.QtGui import QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from sqlalchemy import Engine, event

from db.records import Status, Week
from desktop.calendar.cards import CardWidget
from desktop.calendar.week_canvas import WeekCanvas
from desktop.calendar.week_grid import WeekGrid
from desktop.main_window import MainWindow
from desktop.planning.cards import CardKey, PostCard
from tests.rooms.hand import Hand
from tests.speed.big_plan import FULL_WEEK

T = TypeVar("T", bound=QWidget)
Took = tuple[float, float]  # milliseconds by the clock, and of the processor

FLIPS = 40
STEPS = 120
DROPS = 20
GROUP_DROPS, GROUP_STEPS = 20, 6  # of all cards of the week together
REST_MS = 60  # in which the window does what may wait
EDGE = 80  # px beside which nothing scrolls and no week is turned
STRIDE = QPoint(7, 5)  # px of the pointer between two events


class Hands:
    """Works in a window that shows the big plan's current week."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._grid = _part(window, WeekGrid)
        self._canvas = _part(window, WeekCanvas)
        self._hand = Hand(window)
        self._today = self._canvas.week.week
        self._full = self._today.shifted(FULL_WEEK)

    def work(self) -> dict[str, Any]:
        """Do everything; answers what each act took, and what one act of each kind asks for."""
        self._window.show_week(self._full)
        QTest.qWait(REST_MS)
        facts: dict[str, Any] = {"cards": self._visible_cards()}
        facts["flip"] = [self._timed(partial(self._window.show_week, week)) for week in self._weeks(FLIPS)]
        facts["flip_counts"] = self._counted(lambda: self._window.show_week(self._today))
        self._window.show_week(self._full)
        QTest.qWait(REST_MS)
        facts["step"], facts["step_counts"] = self._drag()
        facts["drop"] = [self._drop(n) for n in range(DROPS)]
        facts["group"], facts["group_step"], facts["group_drop"] = self._drag_all()
        return facts

    def _weeks(self, count: int) -> Iterator[Week]:
        """Weeks forward from the full one, and a jump into the past now and then."""
        for n in range(count):
            yield self._today.shifted(-30 * (n // 8)) if n % 8 == 7 else self._full.shifted(n % 8)

    def _timed(self, act: Callable[[], object]) -> Took:
        """Time an act to the end of painting; then the window may rest."""
        took = _to_the_picture(act)
        QTest.qWait(REST_MS)
        return took

    def _counted(self, act: Callable[[], object]) -> dict[str, float]:
        """What an act asks for: SQL statements, painted card widgets, painted part of the visible hours."""
        with _Counter(self._canvas) as counter:
            act()
            QApplication.sendPostedEvents()
        QTest.qWait(REST_MS)
        return counter.counts()

    def _drag(self) -> tuple[list[Took], dict[str, float]]:
        """Drag a card to and fro among the others and put it back."""
        start = self._grid.card_rect(self._draft()).center()
        self._hand.press(start)
        self._hand.move(start + STRIDE)
        QApplication.sendPostedEvents()
        path = self._path(start + STRIDE)
        steps = [_to_the_picture(partial(self._hand.move, at)) for at in islice(path, STEPS)]
        counts: Counter[str] = Counter()
        for at in islice(path, STEPS):
            with _Counter(self._canvas) as counter:
                self._hand.move(at)
                QApplication.sendPostedEvents()
            counts.update(counter.counts())
        self._hand.move(start)
        self._hand.release()
        QTest.qWait(REST_MS)
        return steps, {name: count / STEPS for name, count in counts.items()}

    def _drag_all(self) -> tuple[int, list[Took], list[Took]]:
        """Move all cards of the week together by their one draft: how many there are, the steps, and the drops."""
        steps, drops = [], []
        self._canvas.marking.all()
        count = len(self._canvas.marking.keys)
        for number in range(GROUP_DROPS):
            start = self._grid.card_rect(self._draft(number)).center()
            self._hand.press(start)
            self._hand.move(start + STRIDE)
            QApplication.sendPostedEvents()
            steps += [_to_the_picture(partial(self._hand.move, at)) for at in islice(self._path(start), GROUP_STEPS)]
            drops.append(self._timed(self._hand.release))
        return count, steps, drops

    def _drop(self, number: int) -> Took:
        """Drag a card to another place and time the drop."""
        room = self._room()
        self._hand.press(self._grid.card_rect(self._draft(number)).center())
        self._hand.move(self._hand.at + STRIDE)
        target = QPoint(room.left() + number * 997 % room.width(), room.top() + number * 577 % room.height())
        self._hand.move(target)
        self._hand.move(target + QPoint(1, 1))
        QApplication.sendPostedEvents()
        return self._timed(self._hand.release)

    def _path(self, start: QPoint) -> Iterator[QPoint]:
        """Along the diagonals, reflected at the borders."""
        room, at, stride = self._room(), QPoint(start), QPoint(STRIDE)
        for _ in cycle((None,)):
            if not room.left() <= at.x() + stride.x() <= room.right():
                stride.setX(-stride.x())
            if not room.top() <= at.y() + stride.y() <= room.bottom():
                stride.setY(-stride.y())
            at += stride
            yield QPoint(at)

    def _room(self) -> QRect:
        """The visible hours without their borders, on the screen."""
        corner = self._grid.mapToGlobal(QPoint(0, 0))
        return QRect(corner, self._grid.size()).adjusted(EDGE, EDGE, -EDGE, -EDGE)

    def _draft(self, number: int = 0) -> CardKey:
        """One of the drafts that can be grabbed."""
        room = self._room()
        drafts = [
            key
            for key, item in self._canvas.items.items()
            if isinstance(item, PostCard) and item.status is Status.DRAFT and room.contains(self._grid.card_rect(key))
        ]
        return drafts[number % len(drafts)]

    def _visible_cards(self) -> int:
        return sum(not card.visibleRegion().isEmpty() for card in self._canvas.findChildren(CardWidget))


def _to_the_picture(act: Callable[[], object]) -> Took:
    began, worked = time.perf_counter(), time.process_time()
    act()
    QApplication.sendPostedEvents()
    return (time.perf_counter() - began) * 1000, (time.process_time() - worked) * 1000


class _Counter(QObject):
    """Counts what is asked of storage and of painting while it is entered."""

    def __init__(self, canvas: WeekCanvas) -> None:
        super().__init__()
        self._canvas = canvas
        self._statements = self._cards = self._pixels = 0

    def __enter__(self) -> _Counter:
        event.listen(Engine, "before_cursor_execute", self._count_statement)
        _application().installEventFilter(self)
        return self

    def __exit__(self, *_: object) -> None:
        _application().removeEventFilter(self)
        event.remove(Engine, "before_cursor_execute", self._count_statement)

    def counts(self) -> dict[str, float]:
        """The sums; `painted` is the canvas' repainted part of what is visible of it."""
        visible = self._canvas.visibleRegion().boundingRect()
        painted = self._pixels / (visible.width() * visible.height())
        return {"statements": self._statements, "cards": self._cards, "painted": painted}

    def eventFilter(self, watched: QObject, happened: QEvent) -> bool:
        """Count paint events of cards and the painted area of the canvas."""
        if isinstance(happened, QPaintEvent):
            self._cards += isinstance(watched, CardWidget)
            if watched is self._canvas:
                rects: Any = happened.region()  # the stubs do not know that regions can be iterated
                self._pixels += sum(rect.width() * rect.height() for rect in rects)
        return False

    def _count_statement(self, *_: object) -> None:
        self._statements += 1


def _application() -> QCoreApplication:
    application = QCoreApplication.instance()
    assert application is not None
    return application


def _part(window: QWidget, kind: type[T]) -> T:
    found = window.findChild(kind)
    assert found is not None
    return found
