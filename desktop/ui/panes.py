"""F6 goes from part to part of a room; Tab goes through a part line by line, then to the next part."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

_LINE = 12  # px by which middles of one line may differ


class Panes:
    """The parts of a room in their order; those in which nothing takes the focus are passed over."""

    def __init__(self, *parts: QWidget) -> None:
        self._parts = parts

    def is_last(self) -> bool:
        """Tell whether the focus is in the last part that takes it."""
        return bool(stops := self._stops()) and QApplication.focusWidget() in stops[-1]

    def step(self, by: int) -> None:
        """Give the focus to the next part (+1) or the one before (-1)."""
        stops, now = self._stops(), QApplication.focusWidget()
        if stops:
            at = next((place for place, inside in enumerate(stops) if now in inside), -1 if by > 0 else 0)
            stops[(at + by) % len(stops)][0].setFocus(Qt.FocusReason.TabFocusReason)

    def tab(self, room: QWidget, forward: bool) -> bool:
        """Do what the Tab key means in a room; for its `focusNextPrevChild`.

        Qt's own chain knows widgets in the order in which they were made, and rooms make many of them later.
        """
        stops, now = [stop for inside in self._stops() for stop in inside], QApplication.focusWidget()
        at = stops.index(now) if now in stops else -1 if forward else len(stops)
        there = at + (1 if forward else -1)
        target = stops[there] if 0 <= there < len(stops) else _beside(room, forward)
        if target is None and stops:
            target = stops[0 if forward else -1]
        if target is None:
            return False
        target.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        return True

    def _stops(self) -> Sequence[Sequence[QWidget]]:
        """What Tab reaches in each part, in reading order, parts without anything left out."""
        found = ([each for each in part.findChildren(QWidget) if _is_stop(each, part)] for part in self._parts)
        return [_by_lines(stops, part) for stops, part in zip(found, self._parts, strict=True) if stops]


def _is_stop(widget: QWidget, part: QWidget) -> bool:
    if not widget.focusPolicy() & Qt.FocusPolicy.TabFocus or not widget.isVisible() or not widget.isEnabled():
        return False
    if widget.window() is not part.window():  # what opens in a window of its own
        return False
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    if group is None or not group.exclusive() or group.checkedButton() is None:
        return True
    return group.checkedButton() is widget  # the others of its kind are reached by arrows


def _by_lines(stops: list[QWidget], part: QWidget) -> list[QWidget]:
    places = {stop: stop.mapTo(part, stop.rect().center()) for stop in stops}
    lines: list[list[QWidget]] = []
    for stop in sorted(stops, key=lambda each: places[each].y()):
        if lines and places[stop].y() - places[lines[-1][0]].y() < _LINE:
            lines[-1].append(stop)
        else:
            lines.append([stop])
    return [stop for line in lines for stop in sorted(line, key=lambda each: places[each].x())]


def _beside(room: QWidget, forward: bool) -> QWidget | None:
    """What Tab reaches beside a room, the first or the last of it; None where the room is alone."""
    window = room.window()
    outside = [each for each in window.findChildren(QWidget) if not room.isAncestorOf(each) and _is_stop(each, window)]
    stops = _by_lines(outside, window)
    if not stops:
        return None
    return stops[0] if forward else stops[-1]
