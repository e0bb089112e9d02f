"""A field whose value is one of a list, with icons, tiles or initials and a secondary text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QComboBox,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from db.records import PlatformKind
from desktop.ui import icons, marks, theme
from desktop.ui.controls import paint_avatar
from desktop.ui.field_frame import Field

_ROLE = Qt.ItemDataRole.UserRole
_ROW = 30


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to choose; at most one of icon, platform and initials is shown before the text."""

    key: str
    text: str
    icon: str | None = None
    secondary: str = ""
    platform: PlatformKind | None = None
    initials: str = ""
    number: int = 0


def _sign_width(option: Option) -> int:
    if option.platform is None and option.icon is None and not option.initials:
        return 0
    return theme.px(18 if option.platform is not None or option.initials else 15) + theme.px(7)


def _paint_option(painter: QPainter, rect: QRectF, option: Option, colors: tuple[QColor, QColor], weight: int) -> None:
    """Draw sign, text and secondary text into one line; `colors` are those of text and secondary text."""
    x, middle = rect.left(), rect.center().y()
    if option.platform is not None:
        side = theme.px(18)
        icons.tile(painter, option.platform, QRectF(x, middle - side / 2, side, side))
    elif option.initials:
        side = theme.px(20)
        paint_avatar(painter, QRectF(x - 1, middle - side / 2, side, side), option.initials, option.number)
    elif option.icon is not None:
        side = theme.px(15)
        icons.draw(painter, option.icon, QRectF(x, middle - side / 2, side, side), colors[1])
    x += _sign_width(option)
    end = rect.right()
    if option.secondary:
        meta = theme.font("meta")
        wide = QFontMetrics(meta).horizontalAdvance(option.secondary)
        place = QRectF(end - wide - 1, rect.top(), wide + 2, rect.height())
        marks.text_line(painter, place, option.secondary, meta, colors[1])
        end -= wide + theme.px(8)
    line = QRectF(x, rect.top(), max(end - x, 0), rect.height())
    marks.text_line(painter, line, option.text, theme.font("body", weight), colors[0])


class _Rows(QStyledItemDelegate):
    """Draws the options of the open list like the rows of a menu."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: ARG002
        shown: Option = index.data(_ROLE)
        words = QFontMetrics(theme.font("body", 600)).horizontalAdvance(shown.text)
        extra = QFontMetrics(theme.font("meta")).horizontalAdvance(shown.secondary) + theme.px(16)
        high = max(theme.px(_ROW), QFontMetrics(theme.font("body")).height() + theme.px(8))
        return QSize(theme.px(30) + _sign_width(shown) + words + (extra if shown.secondary else 0), high)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rect, is_on = QRectF(option.rect), bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, theme.color("raised"))
        if is_on:
            marks.panel(painter, rect.adjusted(3, 1, -3, -1), theme.px(6), theme.color("accent-tint"))
        text, secondary = ("accent-text", "accent-text") if is_on else ("text", "text-3")
        inner = rect.adjusted(theme.px(10), 0, -theme.px(10), 0)
        _paint_option(
            painter, inner, index.data(_ROLE), (theme.color(text), theme.color(secondary)), 600 if is_on else 400
        )


class _Combo(QComboBox):
    """The list behind a `SelectField`, drawn without a frame."""

    focused = Signal()
    left = Signal()

    def __init__(self, weight: int) -> None:
        super().__init__()
        self._weight = weight
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._rows: _Rows | None = None
        self.setMaxVisibleItems(12)

    def accessible_role(self) -> QAccessible.Role:
        """A list of options; Qt's own would go by its value alone."""
        return QAccessible.Role.ComboBox

    def accessible_actions(self) -> Mapping[str, Callable[[], object]]:
        """Open the list."""
        return {self.tr("Choose"): self.showPopup}

    def accessible_value(self) -> str:
        """The chosen option."""
        return self.currentText().replace("\u00ad", "") or self.placeholderText()

    def sizeHint(self) -> QSize:
        option = self.currentData(_ROLE)
        words = QFontMetrics(theme.font("body", 600)).horizontalAdvance(option.text) if option else theme.px(60)
        return QSize(words + theme.px(60), theme.px(24))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(56), theme.px(24))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the page, not the value."""
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and the space bar open the list."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space} and not event.modifiers():
            self.showPopup()
            return
        super().keyPressEvent(event)

    def showPopup(self) -> None:  # noqa: N802 - Qt's name
        """Open the list at least as wide as its longest option; most lists are never opened, so it is made here."""
        if self._rows is None:
            self._rows = _Rows(self)
            view = QListView()
            view.setMouseTracking(True)
            self.setView(view)
            self.setItemDelegate(self._rows)
        plain = QStyleOptionViewItem()
        widths = [self._rows.sizeHint(plain, self._index(row)).width() for row in range(self.count())]
        self.view().setMinimumWidth(max([width + theme.px(24) for width in widths] + [self.width()]))
        super().showPopup()
        self._fit()
        if self.currentIndex() >= 0:
            self.view().setCurrentIndex(self._index(self.currentIndex()))

    def _fit(self) -> None:
        """Make room for the padding of the style sheet, which Qt does not count: no row is to be scrolled for it."""
        if self.count() > self.maxVisibleItems():
            return
        box = self.view().window()
        hidden = sum(self.view().sizeHintForRow(row) for row in range(self.count())) - self.view().viewport().height()
        is_above = box.y() < self.mapToGlobal(QPoint()).y()
        box.setGeometry(box.x(), box.y() - (hidden if is_above else 0), box.width(), box.height() + hidden)

    def _index(self, row: int) -> QModelIndex:
        model: QAbstractItemModel = self.model()
        return model.index(row, 0)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, option = QPainter(self), self.currentData(_ROLE)
        pad, side = theme.px(10), theme.px(14)
        arrow = QRectF(self.width() - pad - side, (self.height() - side) / 2, side, side)
        icons.draw(painter, "chevron-down", arrow, theme.color("text-3" if self.isEnabled() else "text-off"))
        rect = QRectF(pad, 0, arrow.left() - theme.px(6) - pad, self.height())
        if isinstance(option, Option):
            roles = ("text", "text-3") if self.isEnabled() else ("text-off", "text-off")
            _paint_option(painter, rect, option, (theme.color(roles[0]), theme.color(roles[1])), self._weight)
        elif self.placeholderText():
            marks.text_line(painter, rect, self.placeholderText(), theme.font("body"), theme.color("text-3"))
        painter.end()


class SelectField(Field):
    """One of several options, by its key. `committed` comes when the user has chosen another one.

    Options are `Option`s or `(key, text)` and `(key, text, icon)`. A quiet one is drawn without an outline, in medium
    weight, as in the lists of a side panel.
    """

    def __init__(
        self,
        options: Iterable[Option | tuple[str, str] | tuple[str, str, str | None]] = (),
        size: int = 32,
        is_quiet: bool = False,
        placeholder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self._combo = _Combo(500 if is_quiet else 400)
        super().__init__(self._combo, None, size, is_quiet, parent)
        self._combo.setPlaceholderText(placeholder)
        self._combo.focused.connect(self._show_focus)
        self._combo.left.connect(self._hide_focus)
        self._combo.activated.connect(self._choose)
        self._held: str | None = None
        self.set_options(options)

    @property
    def value(self) -> str | None:
        """The key of the chosen option, None while nothing is chosen."""
        return self._held

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of all options."""
        return tuple(self._combo.itemData(row, _ROLE).key for row in range(self._combo.count()))

    def set_options(self, options: Iterable[Option | tuple[str, str] | tuple[str, str, str | None]]) -> None:
        """Offer other options; the value stays if it can, else it is the first, with a placeholder none."""
        made = [option if isinstance(option, Option) else Option(*option) for option in options]
        was = self._combo.blockSignals(True)
        self._combo.clear()
        for option in made:
            self._combo.addItem(option.text, option)
        self._combo.blockSignals(was)
        keys = [option.key for option in made]
        first = keys[0] if keys and not self._combo.placeholderText() else None
        self.set_value(self._held if self._held in keys else first)

    def set_value(self, key: str | None) -> None:
        """Choose an option without a signal; None, or an unknown key, chooses nothing."""
        keys = self.keys
        self._held = key if key in keys else None
        was = self._combo.blockSignals(True)
        self._combo.setCurrentIndex(keys.index(key) if key is not None and key in keys else -1)
        self._combo.blockSignals(was)
        self._combo.update()

    def open(self) -> None:
        """Open the list."""
        self._combo.showPopup()

    def _choose(self, row: int) -> None:
        key = self._combo.itemData(row, _ROLE).key
        if key != self._held:
            self._held = key
            self.set_problem(None)
            self.committed.emit(key)

    def _measure(self) -> None:
        self._row.setContentsMargins(0, 0, 0, 0)
        self._box.setFixedHeight(self._height())
