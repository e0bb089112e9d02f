"""The small parts that the page about calendars is made of."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from db.records import PlatformKind
from desktop.ui import accessible, icons, marks, theme
from desktop.ui.controls import Card, IconButton, Text
from desktop.ui.parts import beside, stacked
from desktop.ui.popover import Sign

_FIELD = 32
HEAD = 26  # of a card, whatever stands in it
_PADDING = 10


def fixed_font() -> QFont:
    """A font whose letters are all as wide, as small as meta text."""
    made, like = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont), theme.font("meta")
    made.setPixelSize(like.pixelSize())
    made.setHintingPreference(like.hintingPreference())
    return made


def short_address(address: str) -> str:
    """An address without its secret part: http://127.0.0.1:8737/…/woche.ics."""
    scheme, _, rest = address.partition("://")
    host, *between, last = rest.split("/")
    return f"{scheme}://{host}/…/{last}" if between else address


class FeedCard(Card):
    """A card whose head carries a sign, a title, and whatever is added to `head`; content goes into `body`."""

    def __init__(self, title: str, icon: str | None = None) -> None:
        super().__init__()
        self.body = stacked(self, (16, 14, 16, 14))
        self.head = beside(spacing=9)
        self.head.addStrut(theme.px(HEAD))
        if icon is not None:
            self.head.addWidget(Sign(icon, "text-2", 18))
        self.head.addWidget(Text(title, "title-3"), 1)
        self.body.addLayout(self.head)


class Mark(QWidget):
    """A platform's tile, or an icon."""

    def __init__(self) -> None:
        super().__init__()
        self.sign: PlatformKind | str = "calendar-week"
        self.setFixedSize(theme.px(18), theme.px(18))

    def show_sign(self, sign: PlatformKind | str) -> None:
        """Show another one."""
        self.sign = sign
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        with QPainter(self) as painter:
            if isinstance(self.sign, PlatformKind):
                icons.tile(painter, self.sign, QRectF(self.rect()))
            else:
                inset = theme.px(1)
                at = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
                icons.draw(painter, self.sign, at, theme.color("text-2"))


class FixedLine(QWidget):
    """One line in letters that are all as wide, for addresses and names of files."""

    def __init__(self) -> None:
        super().__init__()
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def set_text(self, text: str) -> None:
        """Show another text."""
        self._text = text
        self.setAccessibleName(text)
        self.update()

    def accessible_role(self) -> accessible.Role:
        """A text."""
        return accessible.Role.StaticText

    def sizeHint(self) -> QSize:
        """As wide as the text."""
        return QSize(QFontMetrics(fixed_font()).horizontalAdvance(self._text) + 2, theme.line_height("meta"))

    def minimumSizeHint(self) -> QSize:
        """It may become very short."""
        return QSize(theme.px(24), theme.line_height("meta"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the text."""
        with QPainter(self) as painter:
            marks.text_line(painter, QRectF(self.rect()), self._text, fixed_font(), theme.color("text-2"))
        self.setToolTip(self._text if self.sizeHint().width() - 2 > self.width() else "")


class Shown(QWidget):
    """A value in a frame, to be read and copied, not typed: a folder or an address, shortened where it matters least.

    With `has_copy` a button at its end copies the whole of it. Signals: `copied(text)`.
    """

    copied = Signal(str)

    def __init__(self, name: str, icon: str | None = None, has_copy: str = "", is_fixed: bool = False) -> None:
        """Take what the value is called, and what the button that copies it is called, "" for none."""
        super().__init__()
        self._name, self._icon, self._is_fixed, self._value, self._placeholder = name, icon, is_fixed, "", ""
        self._copy: IconButton | None = None
        row = beside(self, (0, 0, 4, 0), spacing=0)
        row.addStretch(1)
        if has_copy:
            self._copy = IconButton("copy", has_copy, 26, "accent-text")
            self._copy.clicked.connect(lambda: self.copied.emit(self._value))
            row.addWidget(self._copy)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab goes."""
        return () if self._copy is None else (self._copy,)

    def show_value(self, value: str, placeholder: str = "") -> None:
        """Show another value; what stands there while there is none."""
        self._value, self._placeholder = value, placeholder
        self.setAccessibleName(f"{self._name}: {value or placeholder}")
        self.setToolTip(value)
        if self._copy is not None:
            self._copy.setEnabled(bool(value))
        self.update()

    def accessible_role(self) -> accessible.Role:
        """A text, named by what it is and its value."""
        return accessible.Role.StaticText

    def sizeHint(self) -> QSize:
        """As high as a field."""
        return QSize(theme.px(120), max(theme.px(_FIELD), QFontMetrics(theme.font("body")).height() + theme.px(6)))

    def minimumSizeHint(self) -> QSize:
        """It may become short."""
        return QSize(theme.px(80), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the frame, the icon and as much of the value as there is room for."""
        painter, rect = QPainter(self), QRectF(self.rect())
        line = "line-strong" if self.isEnabled() else "line"
        back = "field" if self.isEnabled() else "subtle"
        marks.panel(painter, rect, theme.px(7), theme.color(back), theme.color(line), theme.border())
        x, side = float(theme.px(_PADDING)), theme.px(15)
        if self._icon is not None:
            icons.draw(painter, self._icon, QRectF(x, (self.height() - side) / 2, side, side), theme.color("text-3"))
            x += side + theme.px(8)
        end = self.width() - theme.px(_PADDING)
        if self._copy is not None:
            end = self._copy.x() - theme.px(4)
        font = fixed_font() if self._is_fixed and self._value else theme.font("body")
        words = short_address(self._value) if self._is_fixed and self._value else self._value or self._placeholder
        mode = Qt.TextElideMode.ElideMiddle if self._is_fixed else Qt.TextElideMode.ElideLeft
        shown = QFontMetrics(font).elidedText(words, mode, max(round(end - x), 0))
        role = "text" if self._value else "text-3"
        color = theme.color(role if self.isEnabled() else "text-off")
        marks.text_line(painter, QRectF(x, 0, end - x, self.height()), shown, font, color)
        painter.end()
