"""The shapes of the pointer over the week: while something is dragged, and while nothing is pressed."""

from __future__ import annotations

from PySide6.QtCore import Qt

from desktop.calendar.aiming import Gesture
from desktop.calendar.week_canvas import Hit, Part

CURSORS = {
    Gesture.MOVE: Qt.CursorShape.ClosedHandCursor,
    Gesture.RESIZE_TOP: Qt.CursorShape.SizeVerCursor,
    Gesture.RESIZE_BOTTOM: Qt.CursorShape.SizeVerCursor,
    Gesture.CREATE: Qt.CursorShape.CrossCursor,
    Gesture.RUBBER: Qt.CursorShape.CrossCursor,
}
EDGES = {Part.TOP_EDGE: Gesture.RESIZE_TOP, Part.BOTTOM_EDGE: Gesture.RESIZE_BOTTOM}


def resting_cursor(hit: Hit) -> Qt.CursorShape:
    """The cursor over the canvas while nothing is pressed."""
    if hit.overflow is not None or hit.part is Part.TICK:
        return Qt.CursorShape.PointingHandCursor
    if hit.key is None:
        return Qt.CursorShape.ArrowCursor
    if hit.in_strip:
        return Qt.CursorShape.CrossCursor
    if hit.part in EDGES:
        return Qt.CursorShape.SizeVerCursor
    return Qt.CursorShape.OpenHandCursor
