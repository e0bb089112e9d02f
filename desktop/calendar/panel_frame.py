"""The frame of the side panel: header, scrolling sections, footer."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.calendar.panel_layouts import Ends, Flow
from desktop.calendar.panel_parts import Ground, Mark
from desktop.ui import theme
from desktop.ui.controls import IconButton, Text
from desktop.ui.parts import Margins, beside, stacked

WIDTH = 400
WIDEST = 560  # pixels, whatever the text size: the week must stay in view
SAVING_AFTER = 300  # milliseconds; quicker writes are never announced


class PanelFrame(Ground):
    """A side panel: `add_section` fills it from above, `set_footer` puts buttons below.

    Signals: `closed` (Esc or the cross).
    """

    closed = Signal()

    def __init__(self, icon: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__("surface", "line", Qt.Edge.LeftEdge)
        self.setParent(parent)
        self.setAccessibleName(title)
        self.setMinimumWidth(min(theme.px(WIDTH), WIDEST))
        self._saving = QTimer(self, singleShot=True, interval=SAVING_AFTER)
        self._saving.timeout.connect(self._say_saving)
        self._sections = QVBoxLayout()
        self._body = QScrollArea()
        column = stacked(self)
        column.setContentsMargins(theme.border(), 0, 0, 0)
        column.addWidget(self._header(icon, title))
        column.addWidget(self._scrolling(), 1)
        column.addWidget(self._foot())

    def add_section(self, margins: Margins = (18, 11, 18, 12), has_line: bool = True) -> QVBoxLayout:
        """Append a section and return its column; margins in design pixels."""
        section = Ground("surface", "line-subtle" if has_line else "")
        self._sections.addWidget(section)
        return stacked(section, margins)

    def set_footer(self, first: QWidget, *others: QWidget) -> None:
        """Put one button at the left and others at the right, below it where the panel is too narrow."""
        left, right = QWidget(), QWidget()
        row = beside(left)
        row.addWidget(first)
        row.addStretch(1)
        buttons = Flow(right, gap=8)
        for button in others:
            buttons.addWidget(button)
        self._footer.addWidget(left)
        self._footer.addWidget(right)

    def set_finish(self, action: Callable[[], object]) -> None:
        """Do this at Ctrl+Enter, wherever the focus is in the panel."""
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            context = Qt.ShortcutContext.WidgetWithChildrenShortcut
            QShortcut(QKeySequence(keys), self, action, context=context)

    def set_pending(self, pending: bool) -> None:
        """Tell whether something typed is not written yet; said only when it lasts."""
        if pending:
            self._saving.start()
            return
        self._saving.stop()
        self._saved_words.setText(self.tr("Saved"))
        self._saved_mark.show_icon("circle-check", "text-3")
        self._saved_mark.setToolTip(self.tr("Saved"))

    def scroll_up(self) -> None:
        """Show the first section."""
        self._body.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the word away where only its sign has room."""
        super().resizeEvent(event)
        self._saved_words.setVisible(self.width() >= self._roomy)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def _header(self, icon: str, title: str) -> QWidget:
        header = Ground("surface", "line")
        header.setMinimumHeight(theme.px(56))
        row = beside(header, (18, 0, 10, 0))
        row.addWidget(Mark(icon, "text-2", 17))
        row.addWidget(Text(title, "title-3"), 1)
        self._saved_mark = Mark("circle-check", "text-3", 15)
        self._saved_words = Text(self.tr("Saved"), "meta", "text-3")
        saved = beside(spacing=5)
        saved.addWidget(self._saved_mark)
        saved.addWidget(self._saved_words)
        row.addLayout(saved)
        close = IconButton("x", self.tr("Close"), 30)
        close.clicked.connect(self.closed)
        row.addWidget(close)
        self._roomy = header.sizeHint().width()
        return header

    def _scrolling(self) -> QWidget:
        content = Ground("surface")
        column = stacked(content)
        self._sections.setSpacing(0)
        column.addLayout(self._sections)
        column.addStretch(1)
        self._body.setWidget(content)
        self._body.setWidgetResizable(True)
        self._body.setFrameShape(QFrame.Shape.NoFrame)
        self._body.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._body.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return self._body

    def _foot(self) -> QWidget:
        foot = Ground("subtle", "line", Qt.Edge.TopEdge)
        foot.setMinimumHeight(theme.px(48))
        column = stacked(foot, (12, 8, 12, 8))
        buttons = QWidget()
        self._footer = Ends(buttons, gap=8)
        column.addStretch(1)
        column.addWidget(buttons)
        column.addStretch(1)
        return foot

    @Slot()
    def _say_saving(self) -> None:
        self._saved_words.setText(self.tr("Saving …"))
        self._saved_mark.show_icon("", "text-3")
