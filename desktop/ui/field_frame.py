"""The frame around everything one can type into: outline, icon, focus, and the sentence that says what is wrong."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QMoveEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui import icons, marks, theme
from desktop.ui.focus import FocusMarking

_ICON = 15


def see_through(editor: QWidget) -> None:
    """Let an editor paint no ground of its own; the frame does."""
    palette = QPalette()
    for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive, QPalette.ColorGroup.Disabled):
        palette.setColor(group, QPalette.ColorRole.Base, QColor(Qt.GlobalColor.transparent))
    editor.setPalette(palette)


class Editor(QLineEdit):
    """The line inside a frame; tells what the frame has to know.

    A text that assistive technology puts there counts as typed: Qt itself tells it from one that the program shows only
    by the way it comes.
    """

    focused = Signal()
    left = Signal()
    escaped = Signal()
    stepped = Signal(int)  # +1 or -1 for an arrow key, +10 or -10 for a page key

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.has_steps = False
        self._is_put = self._is_typed = False
        self.textEdited.connect(self._note_typing)
        self.textChanged.connect(self._notice)
        self.setFrame(False)
        see_through(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def setText(self, text: str | None) -> None:  # noqa: N802 - Qt's name
        """Show a text that nobody has typed."""
        self._is_put = True
        super().setText(text)
        self._is_put = False

    def clear(self) -> None:
        """Show nothing."""
        self.setText("")

    def _note_typing(self) -> None:
        self._is_typed = True

    def _notice(self, text: str) -> None:
        """A change that was neither typed nor shown by the program comes from assistive technology."""
        is_foreign = not self._is_typed and not self._is_put
        self._is_typed = False
        if is_foreign:
            self.setModified(True)
            self.textEdited.emit(text)
            self._is_typed = False

    def minimumSizeHint(self) -> QSize:
        """Short fields stay short; the text scrolls."""
        return QSize(theme.px(20), super().minimumSizeHint().height())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell the frame."""
        super().focusInEvent(event)
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell the frame, unless only a menu has come up."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes to the frame; so do the arrows where a value can be stepped."""
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageUp: 10, Qt.Key.Key_PageDown: -10}
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape and self.isModified():
            self.escaped.emit()
        elif self.has_steps and key in steps and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.stepped.emit(steps[key])
        else:
            super().keyPressEvent(event)


class Problem(QWidget):
    """The sentence below a field that says what to change."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._sentence = ""
        self.hide()

    @property
    def sentence(self) -> str:
        """What is said, empty for nothing."""
        return self._sentence

    def say(self, sentence: str) -> None:
        """Show a sentence, or nothing."""
        self._sentence = sentence
        self.setVisible(bool(sentence))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """A long sentence takes several lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the wrapped sentence."""
        return len(self._lines(width)) * theme.line_height("meta")

    def sizeHint(self) -> QSize:
        """As high as the sentence at the present width."""
        wide = max(self.width(), theme.px(60))
        return QSize(theme.px(60), self.heightForWidth(wide))

    def _lines(self, width: int) -> tuple[str, ...]:
        return marks.wrapped(self._sentence, theme.font("meta", 600), max(width - theme.px(18), 1), 6)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw sign and sentence."""
        painter, color, side = QPainter(self), theme.color("danger"), theme.px(13)
        step = theme.line_height("meta")
        icons.draw(painter, "alert-circle", QRectF(0, (step - side) / 2, side, side), color)
        left = theme.px(18)
        line = QRectF(left, 0, self.width() - left, self.height())
        marks.text_lines(painter, line, self._sentence, theme.font("meta", 600), 6, color, step)
        painter.end()


class Field(QWidget):
    """A framed editor. `size` is its height at 100 %; a quiet one shows its outline only under pointer and focus."""

    committed = Signal(object)
    problem_changed = Signal(str)

    def __init__(
        self,
        editor: QWidget,
        icon: str | None = None,
        size: int = 32,
        is_quiet: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._editor, self._icon, self._size, self._is_quiet = editor, icon, size, is_quiet
        self._focus = FocusMarking()
        self._has_focus = False
        self._box = QWidget(self)
        self._row = QHBoxLayout(self._box)
        self._row.addWidget(editor, 1)
        self._problem = Problem(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self._box)
        self._column.addWidget(self._problem)
        self.setFocusProxy(editor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._measure()

    @property
    def problem(self) -> str | None:
        """The sentence that is shown below, None while all is well."""
        return self._problem.sentence or None

    def set_problem(self, sentence: str | None) -> None:
        """Say what is wrong, or that nothing is."""
        if (sentence or "") == self._problem.sentence:
            return
        self._problem.say(sentence or "")
        self._editor.setAccessibleDescription(sentence or "")
        self.problem_changed.emit(sentence or "")
        self.update()

    def show_problem_elsewhere(self) -> None:
        """Show no sentence below, for narrow fields: whoever listens to `problem_changed` shows it."""
        self._column.removeWidget(self._problem)
        self._problem.setMaximumSize(0, 0)

    def set_name(self, name: str) -> None:
        """What assistive technology calls the field."""
        self._editor.setAccessibleName(name)

    def set_icon(self, icon: str | None) -> None:
        """Show another icon before the text."""
        self._icon = icon
        self._measure()
        self.update()

    def add_trailing(self, widget: QWidget) -> None:
        """Put a widget behind the text, within the frame."""
        self._row.addWidget(widget)

    def _padding(self) -> int:
        return theme.px(10 if self._size >= 32 else 8 if self._size >= 28 else 7)

    def _measure(self) -> None:
        left = self._padding() - 2
        if self._icon is not None:
            left += theme.px(_ICON + (8 if self._size >= 32 else 6))
        self._row.setContentsMargins(left, 0, max(self._padding() - 2, 0), 0)
        self._row.setSpacing(theme.px(6))
        self._box.setFixedHeight(self._height())

    def _height(self) -> int:
        return max(theme.px(self._size), self._editor.fontMetrics().height() + theme.px(6))

    def _radius(self) -> int:
        return theme.px(7)

    def _show_focus(self) -> None:
        self._has_focus = True
        self._focus.put(self, self._box.geometry(), self._radius(), is_field=True)
        self.update()

    def _hide_focus(self) -> None:
        self._has_focus = False
        self._focus.hide()
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Take new measures with a new text size."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._measure()

    def moveEvent(self, event: QMoveEvent) -> None:
        """Take the ring along."""
        super().moveEvent(event)
        self._focus.follow(self, self._box.geometry())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the ring along."""
        super().resizeEvent(event)
        self._focus.follow(self, self._box.geometry())

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave no ring behind."""
        super().hideEvent(event)
        self._focus.hide()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the text goes to the text."""
        if self._box.geometry().contains(event.position().toPoint()):
            self._editor.setFocus(Qt.FocusReason.MouseFocusReason)

    def frame_rect(self) -> QRect:
        """The frame without the sentence below it, in this widget's coordinates."""
        return self._box.geometry()

    def icon_rect(self) -> QRect:
        """Where the icon lies, with room around it to be hit."""
        frame = self._box.geometry()
        return QRect(frame.topLeft(), QSize(self._padding() + theme.px(_ICON + 4), frame.height()))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the frame and the icon."""
        painter, rect = QPainter(self), QRectF(self._box.geometry())
        back, line = "field", "line-strong"
        if not self.isEnabled():
            back, line = "subtle", "line"
        elif self._problem.sentence:
            line = "danger"
        elif self._has_focus:
            line = "accent"
        if not self._is_quiet or self._has_focus or self._problem.sentence:
            marks.panel(painter, rect, self._radius(), theme.color(back), theme.color(line), theme.border())
        elif self.underMouse() and self.isEnabled():
            marks.panel(painter, rect, self._radius(), theme.color("hover"))
        if self._icon is not None:
            side = theme.px(_ICON)
            at = QRectF(self._padding(), rect.top() + (rect.height() - side) / 2, side, side)
            icons.draw(painter, self._icon, at, theme.color("text-3" if self.isEnabled() else "text-off"))
        painter.end()
