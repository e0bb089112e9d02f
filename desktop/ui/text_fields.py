"""Fields for text: one line, several lines, a number."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from desktop.ui import theme
from desktop.ui.field_frame import Editor, Field, see_through

T = TypeVar("T")


class EditorField(Field):
    """What all fields of one line share. `edited` comes with every key; Escape puts back what was there before."""

    edited = Signal(str)

    def __init__(self, placeholder: str, icon: str | None, size: int, is_quiet: bool, parent: QWidget | None) -> None:
        self.editor = Editor()
        super().__init__(self.editor, icon, size, is_quiet, parent)
        self.editor.setPlaceholderText(placeholder)
        self.editor.textEdited.connect(self.edited)
        self.editor.returnPressed.connect(self.commit)
        self.editor.focused.connect(self._show_focus)
        self.editor.left.connect(self._leave)
        self.editor.escaped.connect(self.restore)

    def commit(self) -> None:
        """Take what is written there, as Enter does."""
        raise NotImplementedError

    def restore(self) -> None:
        """Put back what was there before, as Escape does."""
        raise NotImplementedError

    def _put_text(self, text: str) -> None:
        self.set_problem(None)
        if text != self.editor.text():
            at = self.editor.cursorPosition()
            self.editor.setText(text)
            self.editor.setCursorPosition(min(at, len(text)) if self.editor.hasFocus() else 0)
        self.editor.setModified(False)

    def _leave(self) -> None:
        self._hide_focus()
        self.commit()


class LineField(EditorField):
    """One line of text. `committed` comes with Enter and on leaving, if the text is another one than before."""

    def __init__(
        self,
        placeholder: str = "",
        icon: str | None = None,
        size: int = 32,
        is_quiet: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(placeholder, icon, size, is_quiet, parent)
        self._held = ""

    @property
    def value(self) -> str:
        """The text as it stands, committed or not."""
        return self.editor.text()

    def set_value(self, text: str) -> None:
        """Show a text without a signal; the caret stays where it was if it can."""
        self._held = text
        self._put_text(text)

    def clear(self) -> None:
        """Empty the field without a signal."""
        self.set_value("")

    def commit(self) -> None:
        """Tell the text if it is another one."""
        self.editor.setModified(False)
        if self.editor.text() != self._held:
            self._held = self.editor.text()
            self.committed.emit(self._held)

    def restore(self) -> None:
        """Put back the text of the last commit."""
        self.set_value(self._held)
        self.edited.emit(self._held)


class Paper(QTextEdit):
    """The text inside a `TextArea`: plain, with the line height of the design, which QPlainTextEdit cannot have."""

    focused = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptRichText(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(0)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        see_through(self)

    def put(self, text: str) -> None:
        """Show a text; what was typed before cannot be taken back any more."""
        self.setPlainText(text)
        self.space()

    def space(self) -> None:
        """Give all lines the height of the design; new ones take it over."""
        spacing = QTextBlockFormat()
        spacing.setLineHeight(theme.line_height("body"), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        self.document().setUndoRedoEnabled(False)
        whole = QTextCursor(self.document())
        whole.select(QTextCursor.SelectionType.Document)
        whole.mergeBlockFormat(spacing)
        self.document().setUndoRedoEnabled(True)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell the frame."""
        super().focusInEvent(event)
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell the frame, unless only a menu has come up."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit()


class TextArea(Field):
    """Several lines of text. `committed` comes on leaving, if the text is another one; `edited` with every change."""

    edited = Signal(str)

    def __init__(self, placeholder: str = "", lines: int = 4, parent: QWidget | None = None) -> None:
        self.editor = Paper()
        self._lines = lines
        super().__init__(self.editor, parent=parent)
        self._value = ""
        self.editor.setPlaceholderText(placeholder)
        self.editor.textChanged.connect(self._tell)
        self.editor.focused.connect(self._show_focus)
        self.editor.left.connect(self._leave)

    @property
    def value(self) -> str:
        """The text as it stands, committed or not."""
        return self.editor.toPlainText()

    def set_value(self, text: str) -> None:
        """Show a text without a signal."""
        self._value = text
        if text != self.value:
            was = self.editor.blockSignals(True)
            self.editor.put(text)
            self.editor.blockSignals(was)

    def _measure(self) -> None:
        pad = self._padding()
        self._row.setContentsMargins(pad, theme.px(8), pad, theme.px(8))
        self._box.setFixedHeight(self._height())
        was = self.editor.blockSignals(True)
        self.editor.space()
        self.editor.blockSignals(was)

    def _height(self) -> int:
        return self._lines * theme.line_height("body") + theme.px(18)

    def _tell(self) -> None:
        self.edited.emit(self.value)

    def commit(self) -> None:
        """Tell the text if it is another one."""
        if self.value != self._value:
            self._value = self.value
            self.committed.emit(self._value)

    def _leave(self) -> None:
        self._hide_focus()
        self.commit()


class TypedField(EditorField, Generic[T]):
    """A line that stands for a value: what cannot be understood keeps the value and says so below.

    `sentence` makes that sentence in the language of the moment.
    """

    def __init__(
        self,
        read: Callable[[str], T | None],
        show: Callable[[T], str],
        sentence: Callable[[], str],
        placeholder: str = "",
        icon: str | None = None,
        size: int = 32,
        may_be_empty: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(placeholder, icon, size, is_quiet=False, parent=parent)
        self._read, self._show, self._sentence, self._may_be_empty = read, show, sentence, may_be_empty
        self._held: T | None = None
        self.editor.textEdited.connect(self._forgive)

    @property
    def value(self) -> T | None:
        """The value of the last commit; None while the field is empty."""
        return self._held

    def set_value(self, value: T | None) -> None:
        """Show a value without a signal."""
        self._held = value
        self._put_text("" if value is None else self._show(value))

    def commit(self) -> None:
        """Take the value that is written there, or say that it is none."""
        text = self.editor.text().strip()
        if not self.editor.isModified() and self.problem is None:
            return
        if not text and self._may_be_empty:
            self._take(None)
            return
        value = self._read(text)
        if value is None:
            self.set_problem(self._sentence())
        else:
            self._take(value)

    def restore(self) -> None:
        """Put back the value of the last commit."""
        self.set_value(self._held)
        self.editor.selectAll()

    def _forgive(self) -> None:
        self.set_problem(None)

    def _take(self, value: T | None) -> None:
        """Hold a new value, and tell if it is another one."""
        is_other = value != self._held
        self.set_value(value)
        if is_other:
            self.committed.emit(value)
