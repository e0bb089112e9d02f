"""A row of the filled week's panel: what is placed, why, a lock that keeps it and a cross that leaves it out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.calendar import fill_words
from desktop.calendar.fill_words import Names
from desktop.calendar.panel_parts import Mark
from desktop.planning.placements import PlacedBlock, Placement
from desktop.ui import icons, marks, theme
from desktop.ui.buttons import IconButton
from desktop.ui.controls import Text
from desktop.ui.parts import Tile, beside, stacked

_TILE = 18
_USUAL = 100  # per cent


@dataclass(frozen=True, slots=True)
class RowFocus:
    """Where the keyboard is: the row's number, the name of its button, and what the row is about (None: no row)."""

    number: int
    part: str
    placement: Placement | None


class Line(QWidget):
    """One line of text that ends in an ellipsis where it has no room."""

    def __init__(self, words: str, font: str, role: str) -> None:
        super().__init__()
        self._words, self._font, self._role = words, font, role
        self.setMinimumHeight(theme.line_height(font))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the text."""
        painter = QPainter(self)
        marks.text_line(painter, QRectF(self.rect()), self._words, theme.font(self._font), theme.color(self._role))
        painter.end()


class FillRow(QWidget):
    """One placement, or equal ones together. With `is_part` it stands under the row of its group.

    Signals: `kept(placements, bool)`, `left_out(placements)`, `pointed(row)` under the pointer or with the keyboard,
    `opened(group, bool)` for a row of several.
    """

    kept = Signal(object, bool)
    left_out = Signal(object)
    pointed = Signal(object)
    opened = Signal(object, bool)

    def __init__(
        self,
        placements: tuple[Placement, ...],
        is_kept: bool,
        names: Names,
        is_by_hand: bool = False,
        is_part: bool = False,
    ) -> None:
        super().__init__()
        self.placements = placements
        self._is_marked = False
        self._parts: Sequence[FillRow] = ()
        first = placements[0]
        is_group = len(placements) > 1
        if is_group and isinstance(first.item, PlacedBlock):
            title = fill_words.group_title(first.item.activity, len(placements), first.item.minutes)
        else:
            title = fill_words.title(first, names)
        why = fill_words.by_hand() if is_by_hand and not is_group else fill_words.reason(first, names, is_group)
        self.setAccessibleName(f"{title}, {why}" if why else title)
        self.setToolTip(f"{title}\n{why}" if why else title)
        row = beside(self, (44 if is_part else 18, 5, 14, 5), 9)
        row.addWidget(_sign(placements, names), 0, Qt.AlignmentFlag.AlignTop)
        words = QWidget()
        column = stacked(words)
        # The panel does not grow with large text: its lines break instead of losing more than a word or two.
        for text, font, role in ((title, "body-strong", "text"), (why, "meta", "text-3")):
            is_large = theme.scale() > _USUAL
            column.addWidget(Text(text, font, role, is_wrapped=True) if is_large else Line(text, font, role))
        row.addWidget(words, 1)
        self.more = IconButton("chevron-down", self.tr("Show each one"), 24, "text-3")
        self.lock = IconButton("lock", self.tr("Keep: {title}").format(title=title), 24, "text-3")
        self.lock.setCheckable(True)
        self.lock.setChecked(is_kept)
        self.cross = IconButton("x", self.tr("Leave out: {title}").format(title=title), 24, "text-3")
        self.more.clicked.connect(self._toggle)
        self.lock.clicked.connect(self._keep)
        self.cross.clicked.connect(self._leave_out)
        self.more.setVisible(is_group)
        buttons = beside(spacing=0)
        for button in self._buttons():
            button.installEventFilter(self)
            buttons.addWidget(button)
        row.addLayout(buttons)

    def _buttons(self) -> tuple[IconButton, IconButton, IconButton]:
        return self.more, self.lock, self.cross

    def hold(self, parts: Sequence[FillRow], is_open: bool) -> None:
        """These rows stand below and are shown while the row is open."""
        self._parts = parts
        self._show_parts(is_open)

    def _show_parts(self, is_open: bool) -> None:
        for part in self._parts:
            part.setVisible(is_open)
        self.more.set_icon("chevron-up" if is_open else "chevron-down")
        self.more.set_name(self.tr("Show them as one") if is_open else self.tr("Show each one"))

    def _toggle(self) -> None:
        is_open = bool(self._parts) and self._parts[0].isHidden()
        self._show_parts(is_open)
        self.opened.emit(self.placements[0].group, is_open)

    def set_marked(self, is_marked: bool) -> None:
        """Stand out, or not."""
        if is_marked != self._is_marked:
            self._is_marked = is_marked
            self.update()

    @property
    def is_marked(self) -> bool:
        """Tell whether it stands out."""
        return self._is_marked

    def part_of(self, widget: QWidget) -> str:
        """The name of one of its buttons."""
        return "cross" if widget is self.cross else "lock" if widget is self.lock else "more"

    def take_focus(self, part: str) -> None:
        """Give the keyboard to one of its buttons."""
        button = {"cross": self.cross, "more": self.more}.get(part, self.lock)
        (button if not button.isHidden() else self.lock).setFocus(Qt.FocusReason.OtherFocusReason)

    def accessible_role(self) -> QAccessible.Role:
        """It is one of a list."""
        return QAccessible.Role.ListItem

    def _keep(self) -> None:
        self.kept.emit(self.placements, self.lock.isChecked())

    def _leave_out(self) -> None:
        self.left_out.emit(self.placements)

    def enterEvent(self, event: QEnterEvent) -> None:
        """The pointer is here."""
        super().enterEvent(event)
        self.pointed.emit(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keyboard is here."""
        if event.type() == QEvent.Type.FocusIn:
            self.pointed.emit(self)
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground while it stands out."""
        if self._is_marked:
            painter = QPainter(self)
            painter.fillRect(self.rect(), theme.color("accent-wash"))
            painter.fillRect(0, 0, theme.px(3), self.height(), theme.color("accent"))
            painter.end()


def _sign(placements: tuple[Placement, ...], names: Names) -> QWidget:
    """The platform's tile; for several platforms the sign of the activity."""
    item = placements[0].item
    platforms = {each.item.platform_ids for each in placements}
    platform = names.platforms.get(item.platform_ids[0]) if item.platform_ids else None
    if platform is not None and (len(platforms) == 1 or not isinstance(item, PlacedBlock)):
        return Tile(platform.kind, _TILE)
    return Mark(icons.activity_icon(item.activity) if isinstance(item, PlacedBlock) else "", "text-2", _TILE)
