"""The chosen idea at length: picture, text, facts, tags, whether it fits, and what can be done with it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from db.records import Format, Member, Platform, Post
from desktop import wording
from desktop.ideas import words
from desktop.ideas.card import paint_picture
from desktop.ui import marks, theme
from desktop.ui.buttons import Button, IconButton
from desktop.ui.controls import Text
from desktop.ui.fields import LineField
from desktop.ui.flow import Flow

WIDTH = 340


class IdeaDetail(QWidget):
    """Signals: `planned()`, `opened()`, `deleted()`, `tag_added(str)`, `tag_removed(str)` for the shown idea."""

    planned = Signal()
    opened = Signal()
    deleted = Signal()
    tag_added = Signal(str)
    tag_removed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(theme.px(WIDTH))
        self.setAccessibleName(self.tr("Chosen idea"))
        self._shown_tags: tuple[str, ...] = ()
        self._picture = _Picture()
        self.title = Text("", "title-2", is_wrapped=True)
        self._body = Text("", "body", "text-2", is_wrapped=True)
        self._facts = {
            "platform": (Text(self.tr("Platform"), "body", "text-3"), Text("", "body", weight=500, is_wrapped=True)),
            "format": (Text(self.tr("Format"), "body", "text-3"), Text("", "body", weight=500, is_wrapped=True)),
            "effort": (Text(self.tr("Effort"), "body", "text-3"), Text("", "body", weight=500, is_wrapped=True)),
            "owner": (Text(self.tr("Owner"), "body", "text-3"), Text("", "body", weight=500, is_wrapped=True)),
            "campaign": (Text(self.tr("Campaign"), "body", "text-3"), Text("", "body", weight=500, is_wrapped=True)),
        }
        self._tags = QWidget()
        self._tag_flow = Flow(self._tags, gap=6, line_gap=6)
        self.tag_field = LineField(self.tr("Add tag"), "tag", 28)
        self.tag_field.editor.setAccessibleName(self.tr("Add tag"))
        self.tag_field.editor.returnPressed.connect(self._add_tag)
        self._fit = _Note()
        self.delete = IconButton("trash", self.tr("Delete"))
        self.write = Button(self.tr("Write draft"))
        self.plan = Button(self.tr("Schedule"), kind="primary")
        self.delete.clicked.connect(self.deleted)
        self.write.clicked.connect(self.opened)
        self.plan.clicked.connect(self.planned)
        self._lay_out()

    def _lay_out(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(theme.px(18), theme.px(16), theme.px(18), theme.px(12))
        column.setSpacing(theme.px(12))
        for widget in (self._picture, self.title, self._body):
            column.addWidget(widget)
        facts = QVBoxLayout()
        facts.setSpacing(theme.px(8))
        for label, value in self._facts.values():
            row = QHBoxLayout()
            label.setFixedWidth(theme.px(96))
            row.addWidget(label)
            row.addWidget(value, 1)
            facts.addLayout(row)
        column.addLayout(facts)
        column.addWidget(self._tags)
        column.addWidget(self.tag_field)
        column.addWidget(self._fit)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidgetResizable(True)
        scroll.setWidget(content)
        content.setAutoFillBackground(False)
        scroll.viewport().setAutoFillBackground(False)
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.px(18), theme.px(8), theme.px(18), theme.px(16))
        foot.setSpacing(theme.px(8))
        foot.addWidget(self.delete)
        foot.addStretch(1)
        foot.addWidget(self.write)
        foot.addWidget(self.plan)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(scroll, 1)
        whole.addLayout(foot)

    def show_idea(
        self,
        idea: Post,
        platforms: Mapping[int, Platform],
        form: Format | None,
        owner: Member | None,
        campaign: str,
        picture: QPixmap | None,
        fit: str,
    ) -> None:
        """Show an idea; `fit` says in rich text why it fits, empty where it does not."""
        self._picture.show_picture(picture)
        self.title.setText(words.title(idea))
        text = idea.body or idea.note
        self._body.setText(text)
        self._body.setVisible(bool(text))
        known = [each.platform_id for each in idea.variants if each.platform_id in platforms]
        facts = {
            "platform": wording.platform_names(known, platforms),
            "format": wording.format_name(form) if form is not None else "",
            "effort": words.effort(idea) if idea.effort.total else "",
            "owner": owner.name if owner is not None else "",
            "campaign": campaign,
        }
        for key, (label, value) in self._facts.items():
            value.setText(facts[key])
            label.setVisible(bool(facts[key]))
            value.setVisible(bool(facts[key]))
        self._show_tags(idea.tags)
        self._fit.show_text(fit)

    def _show_tags(self, tags: tuple[str, ...]) -> None:
        if tags == self._shown_tags:
            return
        self._shown_tags = tags
        while (item := self._tag_flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                if widget.hasFocus():
                    self.tag_field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
                widget.hide()
                widget.deleteLater()
        for tag in tags:
            button = Button(tag, size=24, after="x")
            button.setAccessibleName(self.tr("Remove tag {tag}").format(tag=tag))
            button.clicked.connect(partial(self.tag_removed.emit, tag))
            self._tag_flow.add(button)
            button.show()
        self._tags.setVisible(bool(tags))

    def _add_tag(self) -> None:
        tag = self.tag_field.value.strip()
        self.tag_field.clear()
        if tag:
            self.tag_added.emit(tag)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the line at the left."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.color("surface"))
        painter.fillRect(0, 0, theme.border(), self.height(), theme.color("line"))
        painter.end()


class _Picture(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._pixmap: QPixmap | None = None
        self.setFixedHeight(theme.px(168))

    def show_picture(self, pixmap: QPixmap | None) -> None:
        self._pixmap = pixmap
        self.setVisible(pixmap is not None)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        if self._pixmap is not None:
            painter = QPainter(self)
            paint_picture(painter, QRectF(self.rect()), self._pixmap, theme.px(9))
            painter.end()


class _Note(QWidget):
    """A tinted sentence."""

    def __init__(self) -> None:
        super().__init__()
        self.text = Text("", "body", "text", is_wrapped=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(13), theme.px(11), theme.px(13), theme.px(11))
        column.addWidget(self.text)

    def show_text(self, text: str) -> None:
        self.text.setText(text)
        self.setVisible(bool(text))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        marks.panel(painter, QRectF(self.rect()), theme.px(9), theme.color("accent-tint"))
        painter.end()
