"""Beside the entries: what was learned, what is still to be ticked, and what the signs of the entries mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from db.records import MadeBy, Platform
from desktop import wording
from desktop.hours import words
from desktop.hours.parts import Line
from desktop.planning.hours import StillOpen
from desktop.planning.learning import LEAST_POSTS, Learned
from desktop.ui import marks, theme
from desktop.ui.controls import Button, Card, Text
from desktop.ui.flow import Flow
from desktop.ui.painted_button import PaintedButton
from desktop.ui.parts import Tile
from desktop.ui.popover import Sign


def _column(card: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(card)
    column.setContentsMargins(theme.px(16), theme.px(14), theme.px(16), theme.px(14))
    column.setSpacing(0)
    return column


def _title(text: str, icon: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(theme.px(8))
    row.addWidget(Sign(icon, "text-2", 18))
    row.addWidget(Text(text, "title-3"), 1)
    return row


def _emptied(rows: QBoxLayout) -> None:
    while (item := rows.takeAt(0)) is not None:
        widget = item.widget()
        if isinstance(widget, QWidget):
            # it stays a child until the events that it may be in the middle of are over
            widget.hide()
            widget.deleteLater()


class LearnedCard(Card):
    """What formats really take; offered one below the other.

    Signals: `taken(Learned)` to make it the template, `dismissed(format_key)`.
    """

    taken = Signal(object)
    dismissed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        column = _column(self)
        column.addLayout(_title(self.tr("Learned"), "school"))
        column.addSpacing(theme.px(8))
        self._offers = QVBoxLayout()
        self._offers.setSpacing(theme.px(16))
        column.addLayout(self._offers)
        self._none = Text("", "body", "text-2", is_wrapped=True)
        sentence = self.tr("From {posts} finished posts of a format on, your time is compared with its template here.")
        self._none.setText(sentence.format(posts=LEAST_POSTS))
        column.addWidget(self._none)

    def show_learned(self, found: Sequence[Learned]) -> None:
        """Offer these; without any, say what would be offered."""
        _emptied(self._offers)
        for each in found:
            offer = _Offer(each)
            offer.taken.connect(self.taken)
            offer.dismissed.connect(self.dismissed)
            self._offers.addWidget(offer)
        self._none.setVisible(not found)


class _Offer(QWidget):
    """One format: what its template says and what its posts take."""

    taken = Signal(object)
    dismissed = Signal(str)

    def __init__(self, found: Learned) -> None:
        super().__init__()
        self._found = found
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        headline = words.learned_headline(found)
        column.addWidget(Text(headline, "body-strong", is_wrapped=True))
        column.addSpacing(theme.px(2))
        mean = self.tr("Mean of the last {posts} posts, without the longest.").format(posts=found.posts)
        column.addWidget(Text(mean, "body", "text-2", is_wrapped=True))
        column.addSpacing(theme.px(8))
        template, learned = found.format.effort.total, found.effort.total
        most = max(template, learned) * 20 / 19
        column.addWidget(_Bar(self.tr("Template"), template, most, "line-strong"))
        column.addWidget(_Bar(self.tr("Really"), learned, most, "accent"))
        column.addSpacing(theme.px(9))
        column.addWidget(_Rule())
        column.addSpacing(theme.px(9))
        parts = self.tr("{split}. Applies to new posts, existing ones stay.")
        help_ = Text(parts.format(split=words.split_words(found.effort)), "meta", "text-3", is_wrapped=True)
        column.addWidget(help_)
        column.addSpacing(theme.px(11))
        buttons = QWidget()
        row = Flow(buttons)
        take = Button(self.tr("Apply {hours}").format(hours=wording.hours_h(learned)))
        take.setAccessibleDescription(headline)
        take.clicked.connect(self._take)
        later = Button(self.tr("Not now"), kind="link")
        later.clicked.connect(self._dismiss)
        row.add(take)
        row.add(later)
        column.addWidget(buttons)

    def _take(self) -> None:
        self.taken.emit(self._found)

    def _dismiss(self) -> None:
        self.dismissed.emit(self._found.format.key)


class _Rule(QWidget):
    """A thin line."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(theme.border())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("line-subtle"))
        painter.end()


class _Bar(QWidget):
    """An amount as a bar between its name and its number."""

    def __init__(self, name: str, minutes: int, most: float, role: str) -> None:
        super().__init__()
        self._name, self._minutes, self._share, self._role = name, minutes, minutes / most if most else 0.0, role
        self.setFixedHeight(theme.px(22))
        self.setAccessibleName(f"{name}: {wording.hours_h(minutes)}")

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, high, gap = QPainter(self), float(self.height()), theme.px(10)
        left, right = theme.px(66), theme.px(48)
        name = QRectF(0, 0, left, high)
        marks.text_line(painter, name, self._name, theme.font("body"), theme.color("text-2"))
        number = QRectF(self.width() - right, 0, right, high)
        strong, end = theme.font("body-strong"), Qt.AlignmentFlag.AlignRight
        marks.text_line(painter, number, wording.hours(self._minutes), strong, theme.color("text"), end)
        thick = theme.px(8)
        bed = QRectF(left + gap, (high - thick) / 2, max(self.width() - left - right - 2 * gap, 1), thick)
        marks.panel(painter, bed, thick / 2, theme.color("hover"))
        bar = QRectF(bed.left(), bed.top(), max(bed.width() * self._share, thick), thick)
        marks.panel(painter, bar, thick / 2, theme.color(self._role))
        painter.end()


class OpenCard(Card):
    """Past blocks without a tick.

    Signals: `ticked(StillOpen)`, `opened(StillOpen)` to see it in the week.
    """

    ticked = Signal(object)
    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        column = _column(self)
        column.addLayout(_title(self.tr("Still open"), "hourglass"))
        column.addSpacing(theme.px(6))
        column.addWidget(Text(self.tr("Past, but not ticked off:"), "body", "text-2", is_wrapped=True))
        column.addSpacing(theme.px(8))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        column.addLayout(self._rows)

    def show_open(self, found: Sequence[StillOpen], platforms: Mapping[int, Platform]) -> None:
        """List them; without any the card is not there."""
        _emptied(self._rows)
        for each in found:
            row = _OpenRow(each, platforms)
            row.ticked.connect(self.ticked)
            row.opened.connect(self.opened)
            self._rows.addWidget(row)
        self.setVisible(bool(found))


class _OpenRow(QWidget):
    """A block with its tick, and what the tick would enter where something was measured already."""

    ticked = Signal(object)
    opened = Signal(object)

    def __init__(self, found: StillOpen, platforms: Mapping[int, Platform]) -> None:
        super().__init__()
        self._found = found
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        name = words.occurrence_words(found.occurrence)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        tick = _Tick(self.tr("Tick off: {block}").format(block=name))
        tick.clicked.connect(self._tick)
        row.addWidget(tick)
        for share in found.occurrence.shares[:3]:
            if share.platform_id in platforms:
                row.addWidget(Tile(platforms[share.platform_id].kind, 16))
        link = _Link(name)
        link.setAccessibleDescription(self.tr("Show in the week"))
        link.clicked.connect(self._open)
        row.addWidget(link, 1)
        row.addWidget(Text(wording.hours_h(found.planned), "body", "text-3"))
        column.addLayout(row)
        if found.measured:
            pattern = self.tr("The tick enters another {rest}: {planned} planned, {measured} measured.")
            hours = {
                "rest": words.unbroken(wording.hours_h(found.coming)),
                "planned": words.unbroken(wording.hours_h(found.planned)),
                "measured": words.unbroken(wording.hours_h(found.measured)),
            }
            help_ = Text(pattern.format(**hours), "meta", "text-3", is_wrapped=True)
            tick.setAccessibleDescription(help_.text())
            column.addSpacing(theme.px(6))
            column.addWidget(help_)

    def _tick(self) -> None:
        self.ticked.emit(self._found)

    def _open(self) -> None:
        self.opened.emit(self._found)


class _Tick(PaintedButton):
    """The circle that marks a block as done."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def radius(self) -> float:
        """Round."""
        return theme.px(12)

    def sizeHint(self) -> QSize:
        """Larger than the circle, to be hit."""
        return QSize(theme.px(24), theme.px(34))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, side = QPainter(self), theme.px(18)
        circle = QRectF(0, (self.height() - side) / 2, side, side)
        role = "accent" if self.underMouse() or self.hasFocus() else "line-strong"
        marks.tick(painter, circle, self.isDown(), theme.color(role))
        painter.end()


class _Link(PaintedButton):
    """Words that lead somewhere."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.setText(text)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """As wide as the words, high enough to be hit."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.caption) + 2, max(theme.px(26), metrics.height()))

    def minimumSizeHint(self) -> QSize:
        """The words may be shortened."""
        return QSize(theme.px(40), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, font = QPainter(self), theme.font("body")
        font.setUnderline(self.underMouse())
        marks.text_line(painter, QRectF(self.rect()), self.caption, font, theme.color("text"))
        painter.end()


class LegendCard(Card):
    """What the signs before the times mean."""

    def __init__(self) -> None:
        super().__init__()
        column = _column(self)
        column.addWidget(Text(self.tr("Where an entry comes from"), "title-3"))
        column.addSpacing(theme.px(8))
        for made_by in (MadeBy.TICK, MadeBy.PUBLISH, MadeBy.TIMER, MadeBy.MANUAL):
            line = QWidget()
            line.setMinimumHeight(theme.px(26))
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(theme.px(8))
            row.addWidget(Sign(words.ORIGIN_ICONS[made_by], "text-3", 15))
            row.addWidget(Line(words.origin(made_by), "body", "text-2"), 1)
            column.addWidget(line)
