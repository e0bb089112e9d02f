"""What one event looks like in another program."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from db.records import PlatformKind
from desktop.preferences.feeds.parts import FeedCard
from desktop.preferences.feeds.state import Example
from desktop.ui import marks, theme
from desktop.ui.controls import Text
from desktop.ui.parts import stacked


class ExampleCard(FeedCard):
    """The next post, as its event will be shown."""

    def __init__(self) -> None:
        super().__init__(self.tr("What an event looks like"))
        self._event = _Event()
        self._none = Text(
            self.tr("As soon as a post has a date, its event is shown here."), role="text-2", is_wrapped=True
        )
        self.body.addSpacing(theme.px(10))
        self.body.addWidget(self._event)
        self.body.addWidget(self._none)
        self.body.addStretch(1)
        self.show_example(None)

    def show_example(self, example: Example | None) -> None:
        """Show another event, None while there is none."""
        self._event.setVisible(example is not None)
        self._none.setVisible(example is None)
        if example is not None:
            self._event.show_example(example)


class _Event(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._kind = PlatformKind.INSTAGRAM
        self._title = Text("", "body-strong", is_wrapped=True)
        self._when = Text("", role="text-2", is_wrapped=True)
        self._text = Text("", role="text-3", is_wrapped=True)
        self._categories = Text("", role="text-3", is_wrapped=True)
        column = stacked(self, (16, 10, 12, 10))
        for text, above in ((self._title, 0), (self._when, 3), (self._text, 5), (self._categories, 3)):
            text.setTextFormat(Qt.TextFormat.PlainText)
            column.addSpacing(theme.px(above))
            column.addWidget(text)

    def show_example(self, example: Example) -> None:
        self._kind = example.kind
        self._title.setText(example.title)
        self._when.setText(example.when)
        self._text.setText(example.text)
        self._text.setVisible(bool(example.text))
        self._categories.setText(self.tr("Category: {names}").format(names=example.categories))
        self._categories.setVisible(bool(example.categories))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a surface with a bar in the platform's colour."""
        painter, rect, radius = QPainter(self), QRectF(self.rect()), theme.px(8)
        marks.panel(painter, rect, radius, theme.color("subtle"), theme.color("line"), theme.border())
        shape = QPainterPath()
        shape.addRoundedRect(rect, radius, radius)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipPath(shape)
        painter.fillRect(QRectF(0, 0, theme.px(4), rect.height()), theme.platform(self._kind).strong)
        painter.end()
