"""The controls of the kit in one place, and the smallest of them: switch, check box, card, text, initials."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from desktop.ui import marks, theme
from desktop.ui.buttons import Button, IconButton, PaintedButton, SplitButton, ToggleButton, paint_box
from desktop.ui.chips import Chip, FilterChip
from desktop.ui.choices import RadioRows, Segmented, WeekdayButtons

__all__ = [
    "Avatar",
    "Button",
    "Card",
    "CheckBox",
    "Chip",
    "FilterChip",
    "IconButton",
    "RadioRows",
    "Segmented",
    "SplitButton",
    "Switch",
    "Text",
    "ToggleButton",
    "WeekdayButtons",
]

_ALL_LINES = 1000
_TAG = re.compile(r"</?[a-z]", re.IGNORECASE)
_PEOPLE = (("#F3E0D2", "#7A3E17"), ("#D9E7DF", "#1B5A40"), ("#E3E0F2", "#463B86"), ("#DDE8EE", "#1D5268"))


class Switch(PaintedButton):
    """An on/off switch for what acts at once; `name` is what assistive technology says."""

    def __init__(self, name: str, is_on: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setChecked(is_on)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def radius(self) -> float:
        """The corner radius in pixels."""
        return theme.px(9)

    def sizeHint(self) -> QSize:
        """The switch with room around it to be hit."""
        return QSize(theme.px(32), theme.px(24))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw bed and knob."""
        painter, high = QPainter(self), theme.px(18)
        bed = QRectF(0, (self.height() - high) / 2, self.width(), high)
        role = "accent" if self.isChecked() else "line-strong"
        marks.panel(painter, bed, high / 2, theme.color(role if self.isEnabled() else "text-off"))
        knob = theme.color("on-accent") if self.isChecked() else QColor(Qt.GlobalColor.white)
        side, inset = theme.px(14), theme.px(2)
        x = bed.right() - inset - side if self.isChecked() else bed.left() + inset
        marks.panel(painter, QRectF(x, bed.top() + inset, side, side), side / 2, knob)
        painter.end()


class CheckBox(PaintedButton):
    """A check box with its text, for what applies on saving or marks a row."""

    def __init__(self, text: str = "", is_on: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setChecked(is_on)
        self.setText(text)

    def radius(self) -> float:
        """The corner radius in pixels."""
        return theme.px(4)

    def sizeHint(self) -> QSize:
        """Box and text, high enough to be hit."""
        metrics = QFontMetrics(theme.font("body"))
        words = metrics.horizontalAdvance(self._caption) + theme.px(8) if self._caption else 0
        wide = theme.px(16) + words + 2
        return QSize(max(wide, theme.px(24)), max(theme.px(24), metrics.height()))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw box and text."""
        painter, side = QPainter(self), theme.px(16)
        x = 0.0 if self._caption else (self.width() - side) / 2
        paint_box(painter, QRectF(x, (self.height() - side) / 2, side, side), self.isChecked(), self.isEnabled())
        color = theme.color("text" if self.isEnabled() else "text-off")
        line = QRectF(side + theme.px(8), 0, self.width() - side - theme.px(8), self.height())
        marks.text_line(painter, line, self._caption, theme.font("body"), color)
        painter.end()


class Card(QFrame):
    """A surface with an outline and rounded corners; `role` is its fill."""

    def __init__(self, role: str = "surface", radius: int = 10, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role, self._radius = role, radius

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw surface and outline."""
        painter = QPainter(self)
        fill, line = theme.color(self._role), theme.color("line")
        marks.panel(painter, QRectF(self.rect()), theme.px(self._radius), fill, line, theme.border())
        painter.end()


class Text(QLabel):
    """Text in one of the design's fonts and colours; keeps to both when the look changes."""

    def __init__(
        self,
        text: str = "",
        font: str = "body",
        role: str = "text",
        weight: int | None = None,
        is_wrapped: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._name, self._role, self._weight = font, role, weight
        self._look: tuple[int, int, str] | None = None
        self.setWordWrap(is_wrapped)
        self._dress()

    def set_role(self, role: str) -> None:
        """Show the text in another colour."""
        self._role = role
        self._dress()

    def _is_paragraph(self) -> bool:
        """Tell whether this is plain text of several lines, which is drawn with the line height of the design."""
        return self.wordWrap() and _TAG.search(self.text()) is None

    def _lines(self, width: int) -> int:
        return len(marks.wrapped(self.text(), self.font(), max(width, 1), _ALL_LINES)) if self.text() else 0

    def heightForWidth(self, width: int) -> int:
        """A paragraph is as high as its lines."""
        if not self._is_paragraph():
            return super().heightForWidth(width)
        return self._lines(width) * theme.line_height(self._name)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a paragraph with its line height; everything else as Qt does."""
        if not self._is_paragraph():
            super().paintEvent(event)
            return
        painter, rect = QPainter(self), QRectF(self.rect())
        color = theme.color(self._role if self.isEnabled() else "text-off")
        step = theme.line_height(self._name)
        rect.setTop(max((rect.height() - self._lines(self.width()) * step) / 2, 0.0))
        marks.text_lines(painter, rect, self.text(), self.font(), _ALL_LINES, color, step)
        painter.end()

    def minimumSizeHint(self) -> QSize:
        """A line is as high as the design says, whatever the font needs."""
        if self._is_paragraph():
            return QSize(theme.px(40), theme.line_height(self._name) if self.text() else 0)
        size = super().minimumSizeHint()
        return QSize(size.width(), max(size.height(), theme.line_height(self._name)))

    def sizeHint(self) -> QSize:
        """A line is as high as the design says, whatever the font needs."""
        size = super().sizeHint()
        if self._is_paragraph():
            return QSize(size.width(), self.heightForWidth(size.width()))
        return QSize(size.width(), max(size.height(), theme.line_height(self._name)))

    def _dress(self) -> None:
        look = (theme.color(self._role).rgba(), theme.scale(), self._role)
        if look == self._look:
            return
        self._look = look
        self.setFont(theme.font(self._name, self._weight))
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.WindowText, theme.color(self._role))
        palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText, theme.color("text-off"))
        self.setPalette(palette)

    def changeEvent(self, event: QEvent) -> None:
        """Dress again in the new look."""
        super().changeEvent(event)
        self._dress()


class Avatar(QWidget):
    """A person's initials in a disc; `number` chooses one of four pairs of colours."""

    def __init__(self, initials: str, number: int = 0, size: int = 20, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._initials, self._number, self._size = initials, number, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_person(self, initials: str, number: int = 0) -> None:
        """Show somebody else."""
        self._initials, self._number = initials, number
        self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(theme.px(self._size), theme.px(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the disc."""
        painter = QPainter(self)
        paint_avatar(painter, QRectF(self.rect()), self._initials, self._number)
        painter.end()


def paint_avatar(painter: QPainter, rect: QRectF, initials: str, number: int = 0) -> None:
    """Draw initials in a disc."""
    back, text = _PEOPLE[number % len(_PEOPLE)]
    marks.panel(painter, rect, rect.width() / 2, QColor(back))
    font = theme.font("micro", 600)
    font.setPixelSize(max(round(rect.width() * 0.42), 1))
    marks.text_line(painter, rect, initials, font, QColor(text), Qt.AlignmentFlag.AlignHCenter)
