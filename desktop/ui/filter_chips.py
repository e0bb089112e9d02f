"""The chips of a filter bar: switched on and off, or with a menu of many values."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRectF, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from desktop.ui import icons, marks, theme
from desktop.ui.buttons import PaintedButton


class _Coated(PaintedButton):
    """A surface with a sign before its word, or `after` it; tinted while it is on."""

    _after: str | None = None

    def __init__(self, icon: str | None, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._icon = icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def is_on(self) -> bool:
        """Tell whether it leaves something out."""
        return self.isChecked()

    def radius(self) -> float:
        """The corner radius in pixels."""
        return theme.px(6)

    def sizeHint(self) -> QSize:
        """As wide as its parts."""
        metrics = QFontMetrics(theme.font("body", 600))
        wide = theme.px(20) + metrics.horizontalAdvance(self._caption)
        wide += theme.px(13 + 5) * sum(sign is not None for sign in (self._icon, self._after))
        return QSize(wide + 2, max(theme.px(26), metrics.height() + theme.px(4)))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw surface, sign and word."""
        painter = QPainter(self)
        back, text = ("accent-tint", "accent-text") if self.is_on else ("hover", "text-2")
        if not self.is_on and (self.underMouse() or self.isDown()):
            back = "pressed"
        marks.panel(painter, QRectF(self.rect()), self.radius(), theme.color(back))
        if theme.is_high_contrast():
            marks.outline(painter, QRectF(self.rect()), self.radius(), theme.color("text"), theme.border())
        color, side, x = theme.color(text), theme.px(13), theme.px(10)
        top, end = (self.height() - side) / 2, float(self.width() - theme.px(8))
        if self._icon is not None:
            icons.draw(painter, self._icon, QRectF(x, top, side, side), color)
            x += side + theme.px(5)
        if self._after is not None:
            end -= side + theme.px(2)
            icons.draw(painter, self._after, QRectF(end, top, side, side), color)
        line = QRectF(x, 0, end - x, self.height())
        marks.text_line(painter, line, self._caption, theme.font("body", 600 if self.is_on else 500), color)
        painter.end()


class ChoiceChip(_Coated):
    """A chip that is switched on and off; `has_check` puts a check before its word."""

    def __init__(self, text: str, has_check: bool = False, parent: QWidget | None = None) -> None:
        super().__init__("check" if has_check else None, parent)
        self.setCheckable(True)
        self.setText(text)


class MenuChip(_Coated):
    """Shows what is chosen; `menu` makes the menu anew each time. It is tinted while it leaves something out."""

    _after = "chevron-down"

    def __init__(
        self, name: str, menu: Callable[[], QMenu], icon: str | None = None, parent: QWidget | None = None
    ) -> None:
        """`name` says what is chosen here, for assistive technology."""
        super().__init__(icon, parent)
        self._name, self._menu = name, menu
        self._leaves_out = False
        self.clicked.connect(self._open)

    @property
    def is_on(self) -> bool:
        """Tell whether it leaves something out."""
        return self._leaves_out

    def show_choice(self, text: str, is_on: bool) -> None:
        """Show what is chosen."""
        self._leaves_out = is_on
        self.setText(text)
        self.setAccessibleName(f"{self._name}: {text}")
        self.update()

    def _open(self) -> None:
        menu = self._menu()
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + theme.px(4))))
