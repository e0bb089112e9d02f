"""The calm list of hints about a week: what may need a look, where it is, and one way out each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from db.records import Week
from desktop import wording
from desktop.calendar import hint_words
from desktop.calendar.fill_words import Names
from desktop.calendar.panel_parts import Mark
from desktop.planning.hint_records import Hint, Severity
from desktop.ui import marks, theme
from desktop.ui.buttons import Button
from desktop.ui.controls import Text
from desktop.ui.parts import Tile
from desktop.ui.popover import Popover

_WIDTH = 460


class HintList(Popover):
    """A week's hints, the most severe first.

    Signals: `gone_to(Hint)`, `remedy_chosen(Hint)` for the first remedy of a hint.
    """

    gone_to = Signal(object)
    remedy_chosen = Signal(object)

    def __init__(self, parent: QWidget, week: Week, hints: Sequence[Hint], names: Names) -> None:
        super().__init__(parent, _WIDTH)
        self.set_padding(16, 12)
        self.add_title(self.tr("Hints for {week}").format(week=wording.week_name(week)), is_closable=True)
        self.body.addSpacing(theme.px(8))
        self.rows: list[HintRow] = []
        for hint in hints:
            row = HintRow(hint, names)
            row.gone_to.connect(self._go)
            row.remedy_chosen.connect(self._remedy)
            self.rows.append(row)
            outdent = QHBoxLayout()
            outdent.setContentsMargins(-theme.px(8), 0, -theme.px(8), 0)
            outdent.addWidget(row)
            self.body.addLayout(outdent)
        self.body.addSpacing(theme.px(8))
        self.body.addWidget(Text(self.tr("These are hints. Your plan stays as it is."), "meta", "text-3"))

    def _go(self, hint: Hint) -> None:
        self.dismiss()
        self.gone_to.emit(hint)

    def _remedy(self, hint: Hint) -> None:
        self.dismiss()
        self.remedy_chosen.emit(hint)


class HintRow(QWidget):
    """One hint; a click or Enter goes to its place, the button takes its remedy.

    Signals: `gone_to(Hint)`, `remedy_chosen(Hint)`.
    """

    gone_to = Signal(object)
    remedy_chosen = Signal(object)

    def __init__(self, hint: Hint, names: Names) -> None:
        super().__init__()
        self._hint = hint
        self.title = hint_words.title(hint, names)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(8), theme.px(7), theme.px(8), theme.px(7))
        row.setSpacing(theme.px(9))
        row.addWidget(_sign(hint, names), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Text(self.title, "body-strong", is_wrapped=True))
        row.addLayout(words, 1)
        self.button: Button | None = None
        result = ""
        if hint.remedies:
            remedy = hint.remedies[0]
            result, verb = hint_words.result(remedy), hint_words.verb(remedy)
            self.button = Button(verb, size=28)
            self.button.setAccessibleName(f"{verb}: {result or self.title}")
            self.button.clicked.connect(self._choose)
            row.addWidget(self.button)
        if result:
            words.addWidget(Text(result, "meta", "text-3"))
        self.setAccessibleName(f"{self.title}, {result}" if result else self.title)

    def accessible_role(self) -> QAccessible.Role:
        """It is one of a list."""
        return QAccessible.Role.ListItem

    def accessible_actions(self) -> Mapping[str, Callable[[], object]]:
        """What Enter does."""
        return {self.tr("Show"): self._go}

    def _go(self) -> None:
        self.gone_to.emit(self._hint)

    def _choose(self) -> None:
        self.remedy_chosen.emit(self._hint)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The click is meant for this row."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go to the place."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._go()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and the space bar go to the place."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._go()
            return
        super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that the pointer is here."""
        super().enterEvent(event)
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard is here."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keyboard is elsewhere."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground under pointer or keyboard."""
        if not (self.underMouse() or self.hasFocus()):
            return
        painter = QPainter(self)
        line = theme.color("accent") if self.hasFocus() else None
        marks.panel(painter, QRectF(self.rect()), theme.px(8), theme.color("accent-wash"), line)
        painter.end()


def _sign(hint: Hint, names: Names) -> QWidget:
    """What must not wait has the sign of a warning; else the platform's tile, or a quiet sign."""
    if hint.severity is Severity.URGENT:
        return Mark("alert-triangle", "warn", 18)
    platform = None if hint.platform_id is None else names.platforms.get(hint.platform_id)
    return Tile(platform.kind, 18) if platform is not None else Mark("info-circle", "text-3", 18)
