"""Reads a shown window as a person would: every text with its place, its room, its ink and what lies behind it.

Painted texts are caught at `QPainter.drawText` while the window is grabbed; texts of Qt's own widgets are asked for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QAccessible, QColor, QFontMetricsF, QImage, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QBoxLayout,
    QGridLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QScrollBar,
    QWidget,
)

from desktop.ui import theme
from desktop.ui.contrast import contrast

SLACK = 1.5  # pixels: antialiasing, and widths that are rounded
READABLE = 4.5


@dataclass(frozen=True)
class Text:
    """A text as it was drawn; `rect` in the window, `ink` its colour, `width` what it needs and `room` what it has."""

    words: str
    widget: QWidget
    rect: QRect
    ink: QColor
    width: float
    room: float

    def __str__(self) -> str:
        return f"{self.words!r} in {type(self.widget).__name__} at {self.rect.x()},{self.rect.y()}"


class _Pen:
    """Notes what is drawn."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self.texts: list[Text] = []

    def note(self, painter: QPainter, arguments: tuple[Any, ...]) -> None:
        widget = painter.device()
        words = next((each for each in arguments if isinstance(each, str)), "")
        if not isinstance(widget, QWidget) or not words.strip() or painter.opacity() < 1:
            return
        metrics = QFontMetricsF(painter.font())
        width = max(metrics.horizontalAdvance(line) for line in words.split("\n"))
        where = arguments[0]
        if isinstance(where, (QRect, QRectF)):
            room = QRectF(where)
            flags = int(arguments[1].value if isinstance(arguments[1], Qt.AlignmentFlag) else arguments[1])
            place = room.intersected(_aligned(room, width, metrics.height(), flags))
            space = room.width()
        else:
            corner = QPointF(where) if isinstance(where, (QPoint, QPointF)) else QPointF(*arguments[:2])
            place = QRectF(corner.x(), corner.y() - metrics.ascent(), width, metrics.height())
            space = min(width + corner.x(), widget.width() - corner.x()) if painter.transform().isIdentity() else width
        if painter.hasClipping() and not painter.clipBoundingRect().contains(place.adjusted(2, 3, -2, -3)):
            return  # drawn in part while a neighbour is
        mapped = painter.worldTransform().mapRect(place).toRect()
        at = QRect(widget.mapTo(self._window, mapped.topLeft()), mapped.size())
        self.texts.append(Text(words, widget, at, QColor(painter.pen().color()), width, space))


def _aligned(room: QRectF, width: float, height: float, flags: int) -> QRectF:
    left = room.left()
    if flags & Qt.AlignmentFlag.AlignHCenter.value:
        left = room.center().x() - width / 2
    elif flags & Qt.AlignmentFlag.AlignRight.value:
        left = room.right() - width
    top = room.top()
    if flags & Qt.AlignmentFlag.AlignVCenter.value:
        top = room.center().y() - height / 2
    elif flags & Qt.AlignmentFlag.AlignBottom.value:
        top = room.bottom() - height
    return QRectF(left, top, width, height)


@contextmanager
def _noting(pen: _Pen) -> Iterator[None]:
    draw = QPainter.drawText

    def note_and_draw(painter: QPainter, *arguments: Any) -> Any:  # noqa: ANN401 - whatever Qt's overloads take
        pen.note(painter, arguments)
        return draw(painter, *arguments)

    QPainter.drawText = note_and_draw  # type: ignore[method-assign, assignment]
    try:
        yield
    finally:
        QPainter.drawText = draw  # type: ignore[method-assign]


def pictured(window: QWidget) -> tuple[QImage, list[Text]]:
    """The window's picture, and the texts painted into it or standing in its labels whose middle is seen."""
    pen = _Pen(window)
    with _noting(pen):
        image = window.grab().toImage()
    for label in window.findChildren(QLabel):
        if label.isVisible() and label.text():
            pen.texts.append(_label(label, window))
    return image, [text for text in pen.texts if _is_on_top(text, text.rect.center(), window)]


def _label(label: QLabel, window: QWidget) -> Text:
    words = label.text()
    rect = label.contentsRect()
    if label.wordWrap():
        needed = label.heightForWidth(label.width()) - label.height()
        width, room = (rect.width() + needed if needed > 0 else 0.0), float(rect.width())
    else:
        width, room = float(label.sizeHint().width() - (label.width() - rect.width())), float(rect.width())
    ink = label.palette().color(QPalette.ColorRole.WindowText)
    return Text(words, label, QRect(label.mapTo(window, rect.topLeft()), rect.size()), ink, width, room)


def _is_on_top(text: Text, spot: QPoint, window: QWidget) -> bool:
    """Tell whether nothing else is seen at a spot of the text."""
    if not window.rect().contains(spot):
        return False
    top = window.childAt(spot)
    return top is None or top is text.widget or top.isAncestorOf(text.widget) or text.widget.isAncestorOf(top)


def _is_whole(text: Text, window: QWidget) -> bool:
    """Tell whether the text lies inside all that it could be scrolled out of, under nothing else."""
    for part in _line(text.widget):
        above = part.parentWidget()
        if above is not None and isinstance(above.parentWidget(), QAbstractScrollArea):
            port = QRect(above.mapTo(window, QPoint(0, 0)), above.size())
            if not port.contains(text.rect):
                return False
    corners = (text.rect.topLeft(), text.rect.bottomRight())
    return all(_is_on_top(text, spot, window) for spot in corners)


def cut(texts: list[Text]) -> list[str]:
    """Texts that need more room than they have and do not end in dots."""
    return [
        f"{text} needs {text.width:.0f}, has {text.room:.0f}"
        for text in texts
        if text.width > text.room + SLACK and not text.words.endswith("…")
    ]


def pale(window: QWidget, image: QImage, texts: list[Text]) -> list[str]:
    """Texts whose ink stands too little out from what lies behind them; disabled ones may."""
    off = theme.color("text-off").name()
    found = []
    for text in texts:
        if (
            text.ink.name() == off
            or not text.widget.isEnabled()
            or text.ink.alpha() < 255
            or not _is_whole(text, window)
        ):
            continue
        behind = _ground(image, text.rect)
        ratio = contrast(text.ink, behind)
        if ratio < READABLE:
            found.append(f"{text}: {text.ink.name()} on {behind.name()} is {ratio:.1f}")
    return found


def _ground(image: QImage, rect: QRect) -> QColor:
    """The most frequent colour there."""
    is_wide = rect.width() > 40
    # Two letters have few pixels, and half of them are ink: look above and below them, too.
    inside = (rect if is_wide else rect.adjusted(0, -4, 0, 4)).intersected(image.rect())
    colours: Counter[int] = Counter()
    across, along = (2, 3) if is_wide else (1, 1)
    for y in range(inside.top(), inside.bottom() + 1, along):
        for x in range(inside.left(), inside.right() + 1, across):
            colours[image.pixel(x, y)] += 1
    return QColor(colours.most_common(1)[0][0]) if colours else QColor()


def overlapping(window: QWidget) -> list[str]:
    """Widgets of one layout that lie on each other, and buttons and labels that stick out of their parent."""
    found = []
    for widget in (window, *window.findChildren(QWidget)):
        layout = widget.layout()
        if widget.isVisible() and layout is not None:
            found += _overlaps(widget, layout)
    for part in window.findChildren(QWidget):
        above = part.parentWidget()
        if (
            part.isVisible()
            and isinstance(part, (QAbstractButton, QLabel, QLineEdit))
            and above is not None
            and not isinstance(above.parentWidget(), QAbstractScrollArea)
            and not above.rect().adjusted(-1, -1, 1, 1).contains(part.geometry())
        ):
            found.append(f"{_name(part)} sticks out of {_name(above)}")
    return found


def _overlaps(above: QWidget, outer: QLayout) -> list[str]:
    """What of one layout lies on each other; asks for no items, which may be gone before what PySide keeps of them."""
    found = []
    children = above.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    parts = [part for part in children if part.isVisible()]
    for layout in (outer, *outer.findChildren(QLayout)):
        if isinstance(layout, (QBoxLayout, QGridLayout)):
            own = [part for part in parts if layout.indexOf(part) >= 0]
            for number, part in enumerate(own):
                for other in own[number + 1 :]:
                    both = part.geometry().intersected(other.geometry())
                    if both.width() > 1 and both.height() > 1:
                        found.append(f"{_name(part)} lies on {_name(other)}")
    return found


def scrolled_across(window: QWidget) -> list[str]:
    """Scroll bars along the lower edge, which nothing but the tray of the ideas has."""
    return [
        _name(bar)
        for bar in window.findChildren(QScrollBar)
        if bar.orientation() is Qt.Orientation.Horizontal
        and bar.isVisible()
        and bar.maximum() > bar.minimum()
        and not any("Tray" in type(each).__name__ for each in _line(bar))
    ]


def nameless(window: QWidget) -> list[str]:
    """Controls that assistive technology has no name for."""
    found = []
    for part in window.findChildren(QWidget):
        is_control = isinstance(part, QAbstractButton) or bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if not is_control or not part.isVisible() or not part.isEnabled() or part.focusProxy() is not None:
            continue
        if isinstance(part, (QAbstractScrollArea, QScrollBar)) or isinstance(part.parentWidget(), QAbstractSpinBox):
            continue
        known = QAccessible.queryAccessibleInterface(part)
        if known is not None and not known.text(QAccessible.Text.Name).strip():
            found.append(_name(part))
    return found


def spoken(window: QWidget) -> set[str]:
    """Every name, description and tool tip of visible widgets, and what stands in empty fields."""
    words = {window.windowTitle()}
    for part in window.findChildren(QWidget):
        if part.isVisible():
            words |= {part.accessibleName(), part.accessibleDescription(), part.toolTip()}
        if part.isVisible() and isinstance(part, QLineEdit):
            words.add(part.placeholderText())
    return words - {""}


def _line(widget: QWidget) -> Iterator[QWidget]:
    above: QWidget | None = widget
    while above is not None:
        yield above
        above = above.parentWidget()


def _name(widget: QWidget) -> str:
    names = [type(each).__name__ for each in _line(widget)][:3]
    words = widget.accessibleName() or getattr(widget, "caption", "")
    return f"{'/'.join(names)} {words!r} {widget.geometry().getRect()}"
