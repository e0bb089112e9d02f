"""What the grid of the hours is made of: heads, names of platforms, amounts, and cells that can be filled in."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from db.records import Activity, Platform
from desktop import wording
from desktop.ui import icons, marks, theme
from desktop.ui.painted_button import PaintedButton

translate = QCoreApplication.translate

_ARROWS = {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down}
_REACH = 5  # cells reach so far into the gaps beside them
_LINE = 16
_BAR = 5
_GAP = 4


def amount_words(done: int, planned: int, has_unit: bool = False) -> tuple[str, str]:
    """0:30 and "von 2:00", to be set in two weights."""
    whole = wording.hours_h(planned) if has_unit else wording.hours(planned)
    return wording.hours(done), translate("Hours", "of {planned}").format(planned=whole)


def amount_width(is_stacked: bool = False, has_unit: bool = False) -> int:
    """The room that any usual amount takes, in one line or in two."""
    done, planned = amount_words(599, 1439, has_unit)
    strong = QFontMetrics(theme.font("body-strong")).horizontalAdvance(done)
    soft = QFontMetrics(theme.font("body")).horizontalAdvance(planned)
    return max(strong, soft) + 2 if is_stacked else strong + theme.px(_GAP) + soft + 2


def _paint_amount(painter: QPainter, rect: QRectF, words: tuple[str, str], is_stacked: bool) -> None:
    """Draw done and planned from the top left of a rectangle."""
    done, planned = words
    line = QRectF(rect.left(), rect.top(), rect.width(), theme.px(_LINE))
    used = marks.text_line(painter, line, done, theme.font("body-strong"), theme.color("text"))
    if is_stacked:
        line.translate(0, theme.px(_LINE))
    else:
        line.setLeft(line.left() + used + theme.px(_GAP))
    marks.text_line(painter, line, planned, theme.font("body"), theme.color("text-3"))


class _Part(QWidget):
    """Something that is read and not operated."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._is_stacked = False

    def set_stacked(self, is_stacked: bool) -> None:
        """Take two lines, or one."""
        self._is_stacked = is_stacked
        self.update()

    def accessible_role(self) -> QAccessible.Role:
        """Text that cannot be changed here."""
        return QAccessible.Role.StaticText


class Head(_Part):
    """The name of a column, with its icon; narrow ones keep only the icon."""

    def __init__(self, text: str, icon: str | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.text, self._icon = text, icon
        self._is_narrow = False
        self.setAccessibleName(text)

    @classmethod
    def of(cls, activity: Activity, parent: QWidget) -> Head:
        """The head of an activity's column."""
        return cls(wording.activity(activity), icons.activity_icon(activity), parent)

    def set_narrow(self, is_narrow: bool) -> None:
        """Leave out what does not fit."""
        self._is_narrow = is_narrow
        self.setToolTip(self.text if is_narrow else "")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw icon and name."""
        painter, color = QPainter(self), theme.color("text-3")
        line = QRectF(0, 0, self.width(), theme.px(_LINE))
        if self._icon is not None:
            side = theme.px(14)
            icons.draw(painter, self._icon, QRectF(0, (line.height() - side) / 2, side, side), color)
            line.setLeft(side + theme.px(6))
        fits = QFontMetrics(theme.font("meta")).horizontalAdvance(self.text) <= line.width()
        if not self._is_narrow or (fits and self._icon is None):
            marks.text_line(painter, line, self.text, theme.font("meta"), color)
        painter.end()


class PlatformName(_Part):
    """Tile and name at the left of a row; the last row has no platform."""

    def __init__(self, platform: Platform | None, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._platform, self._text = platform, text
        self.setAccessibleName(text)

    @property
    def platform_id(self) -> int:
        """The platform of the row, 0 for none."""
        return self._platform.id if self._platform is not None else 0

    def show_platform(self, platform: Platform) -> None:
        """Show a platform as it is now."""
        self._platform, self._text = platform, platform.name
        self.setAccessibleName(platform.name)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw tile and name."""
        painter, x = QPainter(self), float(theme.px(_REACH))
        if self._platform is not None:
            side = theme.px(18)
            icons.tile(painter, self._platform.kind, QRectF(x, (self.height() - side) / 2, side, side))
            x += side + theme.px(8)
        room = QRectF(x, 0, self.width() - theme.px(_REACH) - x, self.height())
        if not self._is_stacked or self._platform is None:
            marks.text_line(painter, room, self._text, theme.font("body-strong"), theme.color("text"))
        self.setToolTip(self._text if self._is_stacked else "")
        painter.end()


class Amount(_Part):
    """Done and planned together, in text alone."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = ("", "")

    def show_amount(self, name: str, done: int, planned: int, has_unit: bool = False) -> None:
        """Show minutes; `name` says of what."""
        self._words = amount_words(done, planned, has_unit)
        pattern = translate("Hours", "{name}: {done} of {planned} hours done")
        times = {"done": wording.hours(done), "planned": wording.hours(planned)}
        self.setAccessibleName(pattern.format(name=name, **times))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the amount."""
        painter = QPainter(self)
        high = theme.px(_LINE) * (2 if self._is_stacked else 1)
        rect = QRectF(self.rect()).adjusted(theme.px(_REACH), 0, 0, 0)
        rect.setTop((self.height() - high) / 2)
        _paint_amount(painter, rect, self._words, self._is_stacked)
        painter.end()


class Cell(PaintedButton):
    """One platform's minutes of one activity. Pressing it, or typing a digit, lets one fill in what was done.

    Signals: `typed(digit)`, `focused()`.
    """

    typed = Signal(str)
    focused = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.platform: Platform | None = None
        self.activity = Activity.PLANNING
        self.done, self.planned = 0, 0
        self.can_fill = False
        self._is_stacked = False
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)

    def show_amount(self, platform: Platform, activity: Activity, done: int, planned: int, can_fill: bool) -> None:
        """Show minutes; `can_fill` says whether they can be changed."""
        self.platform, self.activity, self.done, self.planned = platform, activity, done, planned
        self.can_fill = can_fill
        pattern = translate("Hours", "{name}: {done} of {planned} hours done")
        name = f"{platform.name}, {wording.activity(activity)}"
        times = {"done": wording.hours(done), "planned": wording.hours(planned)}
        self.setAccessibleName(pattern.format(name=name, **times))
        hint = translate("Hours", "Fill in later: click, or type a time") if can_fill else ""
        self.setToolTip(hint)
        self.setAccessibleDescription(hint)
        self.update()

    def set_stacked(self, is_stacked: bool) -> None:
        """Take two lines, or one."""
        self._is_stacked = is_stacked
        self.update()

    def field_rect(self) -> QRect:
        """Where the field lies while the cell is filled in, in the parent's coordinates."""
        rect, high = self.geometry(), max(theme.px(28), self.fontMetrics().height() + theme.px(6))
        wide = min(theme.px(76), rect.width() - theme.px(2))
        return QRect(rect.left() + theme.px(1), rect.center().y() - high // 2 + 1, wide, high)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the amount and its bar."""
        painter = QPainter(self)
        if self.can_fill and (self.underMouse() or self.isDown()):
            back = QRectF(self.rect()).adjusted(0, theme.px(2), 0, -theme.px(1))
            marks.panel(painter, back, theme.px(6), theme.color("pressed" if self.isDown() else "hover"))
        lines = 2 if self._is_stacked else 1
        high = theme.px(_LINE) * lines + theme.px(_GAP + _BAR)
        rect = QRectF(self.rect()).adjusted(theme.px(_REACH), 0, -theme.px(_REACH), 0)
        rect.setTop((self.height() - high) / 2 + 0.5)
        _paint_amount(painter, rect, amount_words(self.done, self.planned), self._is_stacked)
        bed = QRectF(rect.left(), rect.top() + theme.px(_LINE) * lines + theme.px(_GAP), rect.width(), theme.px(_BAR))
        marks.panel(painter, bed, bed.height() / 2, theme.color("pressed" if self.underMouse() else "hover"))
        share = min(self.done / self.planned, 1.0) if self.planned else float(self.done > 0)
        if self.platform is not None and share > 0:
            bar = QRectF(bed.left(), bed.top(), max(bed.width() * share, bed.height()), bed.height())
            marks.panel(painter, bar, bed.height() / 2, theme.platform(self.platform.kind).strong)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit begins to fill in; arrows are the grid's."""
        text = event.text()
        if self.can_fill and text.isdigit():
            self.typed.emit(text)
            return
        if event.key() in _ARROWS:
            event.ignore()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell the grid."""
        super().focusInEvent(event)
        self.focused.emit()
