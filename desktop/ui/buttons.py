"""Painted buttons: with text, with an icon only, with a menu, and toggles for choosing several things."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from db.records import PlatformKind
from desktop.ui import icons, marks, theme
from desktop.ui.painted_button import PaintedButton

__all__ = ["Button", "IconButton", "PaintedButton", "SplitButton", "ToggleButton", "paint_box"]

Kind = Literal["plain", "primary", "ghost", "link", "danger", "danger-link"]
_SMALLEST_TARGET = 24


@dataclass(frozen=True, slots=True)
class _Coat:
    """The roles of one kind of button; None paints nothing."""

    back: str | None
    hovered: str
    pressed: str
    line: str | None
    text: str
    icon: str
    weight: int


_COATS: dict[str, _Coat] = {
    "plain": _Coat("raised", "hover", "pressed", "line", "text", "text-2", 500),
    "primary": _Coat("accent", "accent-hover", "accent-press", None, "on-accent", "on-accent", 600),
    "ghost": _Coat(None, "hover", "pressed", None, "text-2", "text-2", 500),
    "link": _Coat(None, "accent-tint", "pressed", None, "accent-text", "accent-text", 500),
    "danger": _Coat("danger-fill", "danger-fill", "danger-fill", None, "white", "white", 600),
    "danger-link": _Coat(None, "danger-tint", "pressed", None, "danger", "danger", 500),
}


def _color(role: str) -> QColor:
    return QColor(Qt.GlobalColor.white) if role == "white" else theme.color(role)


class Button(PaintedButton):
    """A button with text, and an icon before or `after` it. `size` is its height at 100 %: 30, 36, or 26 to 28."""

    def __init__(
        self,
        text: str,
        icon: str | None = None,
        kind: Kind = "plain",
        size: int = 30,
        after: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon, self._kind, self._size, self._after = icon, kind, size, after
        self._rounds = (True, True)
        self.setText(text)

    def set_icon(self, icon: str | None) -> None:
        """Show another icon before the text."""
        self._icon = icon
        self.updateGeometry()
        self.update()

    def set_kind(self, kind: Kind) -> None:
        """Look like another kind of button."""
        self._kind = kind
        self.updateGeometry()
        self.update()

    def set_rounds(self, left: bool, right: bool) -> None:
        """Round the corners only on the sides where no other button adjoins."""
        self._rounds = (left, right)
        self.update()

    def radius(self) -> float:
        """The corner radius in pixels."""
        return theme.px(8 if self._size >= 36 else 7 if self._size >= 30 else 6)

    def _padding(self) -> int:
        if self._kind in {"link", "danger-link"}:
            return theme.px(6)
        if not self._caption:
            return theme.px(7)
        return theme.px(16 if self._size >= 36 else 12 if self._size >= 30 else 10)

    def _icon_side(self) -> int:
        return theme.px(15 if self._size >= 28 else 13)

    def sizeHint(self) -> QSize:
        """As wide as icon and text."""
        metrics = QFontMetrics(theme.font("body", _COATS[self._kind].weight))
        parts = [metrics.horizontalAdvance(self._caption)] if self._caption else []
        parts += [self._icon_side()] * (bool(self._icon) + bool(self._after))
        wide = sum(parts) + theme.px(7) * max(len(parts) - 1, 0) + 2 * self._padding() + 2
        return QSize(wide, max(theme.px(max(self._size, _SMALLEST_TARGET)), metrics.height() + theme.px(6)))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw surface, icon and text."""
        painter = QPainter(self)
        coat = _COATS[self._kind]
        text, icon = _color(coat.text), _color(coat.icon)
        self._paint_back(painter, coat)
        if not self.isEnabled():
            text = icon = theme.color("text-off")
        elif self._kind == "ghost" and self.underMouse():
            text = icon = theme.color("text")
        self._paint_content(painter, text, icon)
        painter.end()

    def _paint_back(self, painter: QPainter, coat: _Coat) -> None:
        back, line = coat.back, coat.line
        is_down = self.isDown() or self.isChecked()
        if not self.isEnabled():
            back, line = ("subtle", "line") if coat.back else (None, None)
        elif is_down:
            back = coat.pressed
        elif self.underMouse():
            back = coat.hovered
        if back is None:
            return
        fill = _color(back)
        if self._kind == "danger" and self.isEnabled() and (is_down or self.underMouse()):
            fill = fill.darker(125 if is_down else 110)
        width = theme.border() if line else 0
        rect = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen if line is None else marks.hairline(_color(line), width))
        painter.setBrush(fill)
        radius = self.radius() - width / 2
        left, right = (radius if is_round else 0.0 for is_round in self._rounds)
        if left == right:
            painter.drawRoundedRect(rect, left, right)
        else:
            painter.drawPath(marks.rounded(rect, left, right))

    def _paint_content(self, painter: QPainter, text: QColor, icon: QColor) -> None:
        side, gap = self._icon_side(), theme.px(7)
        own = theme.font("body", _COATS[self._kind].weight)
        words = QFontMetrics(own).horizontalAdvance(self._caption)
        pieces = ([side] if self._icon else []) + ([words] if self._caption else []) + ([side] if self._after else [])
        x = (self.width() - sum(pieces) - gap * max(len(pieces) - 1, 0)) / 2
        top = (self.height() - side) / 2
        if self._icon:
            icons.draw(painter, self._icon, QRectF(x, top, side, side), icon)
            x += side + gap
        if self._caption:
            marks.text_line(painter, QRectF(x, 0, words + 2, self.height()), self._caption, own, text)
            x += words + gap
        if self._after:
            icons.draw(painter, self._after, QRectF(x, top, side, side), icon)


class IconButton(PaintedButton):
    """A button that shows only an icon; its `name` is the tooltip and what assistive technology says."""

    def __init__(
        self,
        icon: str,
        name: str,
        size: int = 30,
        role: str = "text-2",
        is_filled: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon, self._size, self._role, self._is_filled = icon, size, role, is_filled
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_name(name)

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        self._icon = icon
        self.update()

    def set_name(self, name: str) -> None:
        """Say something else."""
        self.setToolTip(name)
        self.setAccessibleName(name)

    def radius(self) -> float:
        """The corner radius in pixels."""
        return theme.px(7 if self._size >= 30 else 6)

    def sizeHint(self) -> QSize:
        """A square that can be hit."""
        side = theme.px(max(self._size, _SMALLEST_TARGET))
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the icon, and a surface where the pointer is."""
        painter = QPainter(self)
        role, back = self._role, "hover" if self._is_filled else None
        if not self.isEnabled():
            role, back = "text-off", None
        elif self.isChecked():
            role, back = "accent-text", "accent-tint"
        elif self.isDown():
            back = "pressed"
        elif self.underMouse():
            back = "hover"
        if back is not None:
            marks.panel(painter, QRectF(self.rect()), self.radius(), theme.color(back))
        side = theme.px(17 if self._size >= 30 else 15 if self._size >= 26 else 14)
        at = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        icons.draw(painter, self._icon, at, theme.color(role))
        painter.end()


class SplitButton(QWidget):
    """A primary button with a second part that opens a menu; `menu` makes it anew each time."""

    clicked = Signal()

    def __init__(
        self, text: str, icon: str | None, menu: Callable[[], QMenu], more: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._menu = menu
        self.main = Button(text, icon, "primary")
        self.main.set_rounds(left=True, right=False)
        self.main.clicked.connect(self.clicked)
        self.more = Button("", "chevron-down", "primary")
        self.more.set_rounds(left=False, right=True)
        self.more.setAccessibleName(more)
        self.more.setToolTip(more)
        self.more.clicked.connect(self._open)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(1)
        row.addWidget(self.main)
        row.addWidget(self.more)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self.main)

    def _open(self) -> None:
        menu = self._menu()
        below = self.mapToGlobal(QPoint(self.width() - menu.sizeHint().width(), self.height() + theme.px(4)))
        menu.popup(below)


class ToggleButton(PaintedButton):
    """A choice that stays pressed: a platform, an activity. With `is_stacked` the icon stands above the text.

    With `has_box` a check box on the right shows the state, as on the first-run page.
    """

    def __init__(
        self,
        text: str,
        icon: str | None = None,
        platform: PlatformKind | None = None,
        size: int = 30,
        is_stacked: bool = False,
        has_box: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon, self._platform, self._size = icon, platform, size
        self._is_stacked, self._has_box = is_stacked, has_box
        self.setCheckable(True)
        self.setText(text)
        if has_box or is_stacked:
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def radius(self) -> float:
        """The corner radius in pixels."""
        return theme.px(9 if self._size >= 48 and self._has_box else 8 if self._size >= 48 else 7)

    def _name(self) -> str:
        return "card" if self._is_stacked else "body"

    def _side(self) -> int:
        if self._platform is not None:
            return theme.px(20 if self._size >= 48 else 18)
        return theme.px(17 if self._is_stacked else 15)

    def sizeHint(self) -> QSize:
        """As wide as its parts at their boldest."""
        metrics = QFontMetrics(theme.font(self._name(), 600))
        words = metrics.horizontalAdvance(self._caption)
        has_sign = self._icon is not None or self._platform is not None
        if self._is_stacked:
            return QSize(
                words + theme.px(16), max(theme.px(self._size), metrics.height() + self._side() + theme.px(22))
            )
        wide = words + theme.px(18) + (self._side() + theme.px(7) if has_sign else 0)
        wide += theme.px(24) if self._has_box else 0
        return QSize(wide, max(theme.px(self._size), metrics.height() + theme.px(8)))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw frame, sign, text and box."""
        painter = QPainter(self)
        is_on, is_live = self.isChecked(), self.isEnabled()
        back = "accent-wash" if is_on else "hover" if self.underMouse() and is_live else "surface"
        line, width = ("accent", 2) if is_on else ("line", theme.border())
        marks.panel(painter, QRectF(self.rect()), self.radius(), theme.color(back), theme.color(line), width)
        role = "text-off" if not is_live else "text" if is_on or not self._is_stacked else "text-2"
        paint = self._paint_stacked if self._is_stacked else self._paint_row
        paint(painter, theme.color(role))
        painter.end()

    def _paint_sign(self, painter: QPainter, at: QRectF, color: QColor) -> None:
        if self._platform is not None:
            painter.setOpacity(1.0 if self.isEnabled() else 0.5)
            icons.tile(painter, self._platform, at)
            painter.setOpacity(1.0)
        elif self._icon is not None:
            icons.draw(painter, self._icon, at, color)

    def _paint_stacked(self, painter: QPainter, color: QColor) -> None:
        own = theme.font(self._name(), 600 if self.isChecked() else 500)
        metrics, side, gap = QFontMetrics(own), self._side(), theme.px(5)
        top = (self.height() - side - gap - metrics.height()) / 2
        self._paint_sign(painter, QRectF((self.width() - side) / 2, top, side, side), color)
        line = QRectF(0, top + side + gap, self.width(), metrics.height())
        marks.text_line(painter, line, self._caption, own, color, Qt.AlignmentFlag.AlignHCenter)

    def _paint_row(self, painter: QPainter, color: QColor) -> None:
        own = theme.font("body", 600 if self.isChecked() and self._has_box else 500)
        side, x = self._side(), float(theme.px(10 if self._has_box else 8))
        if self._icon is not None or self._platform is not None:
            self._paint_sign(painter, QRectF(x, (self.height() - side) / 2, side, side), color)
            x += side + theme.px(9 if self._has_box else 7)
        end = self.width() - theme.px(34 if self._has_box else 8)
        marks.text_line(painter, QRectF(x, 0, end - x, self.height()), self._caption, own, color)
        if self._has_box:
            box = theme.px(16)
            at = QRectF(self.width() - theme.px(10) - box, (self.height() - box) / 2, box, box)
            paint_box(painter, at, self.isChecked(), self.isEnabled())


def paint_box(painter: QPainter, rect: QRectF, is_on: bool, is_live: bool = True) -> None:
    """Draw a check box, checked or not."""
    if is_on:
        marks.panel(painter, rect, theme.px(4), theme.color("accent" if is_live else "text-off"))
        marks.check(painter, rect, theme.color("on-accent"), 2.2)
    else:
        line = theme.color("line-strong" if is_live else "line")
        marks.panel(painter, rect, theme.px(4), theme.color("field"), line, max(1.5, theme.border()))
