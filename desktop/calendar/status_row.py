"""The status of a post as five segments, and the status mark of one version; both ask for another status."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from db.records import Status
from desktop import wording
from desktop.ui import marks, menus, theme
from desktop.ui.buttons import IconButton, PaintedButton
from desktop.ui.parts import beside

translate = QCoreApplication.translate

PIPELINE = (Status.IDEA, Status.DRAFT, Status.REVIEW, Status.SCHEDULED, Status.PUBLISHED)
_TINTS = {
    Status.IDEA: ("hover", "text-2"),
    Status.DRAFT: ("hover", "text-2"),
    Status.REVIEW: ("warn-tint", "warn"),
    Status.SCHEDULED: ("info-tint", "info"),
    Status.PUBLISHED: ("ok-tint", "ok"),
    Status.HELD: ("warn-tint", "warn"),
    Status.SKIPPED: ("hover", "text-2"),
}


def fill_status_menu(menu: QMenu, current: Status, ask: Callable[[Status], None], whole: bool = True) -> None:
    """Offer the statuses: the pipeline if `whole`, then held and skipped; a held version offers to go on.

    `ask` gets Status.HELD itself for going on: asking for the status that a version has means the way back.
    """
    for status in PIPELINE if whole else ():
        _offer(menu, status, wording.status(status), current, ask)
    if whole:
        menu.addSeparator()
    if current is Status.HELD:
        menus.add(menu, translate("StatusMenu", "Continue"), "player-play", on=lambda: ask(Status.HELD))
    else:
        _offer(menu, Status.HELD, translate("StatusMenu", "Hold"), current, ask)
    _offer(menu, Status.SKIPPED, translate("StatusMenu", "Skip"), current, ask)


def _offer(menu: QMenu, status: Status, text: str, current: Status, ask: Callable[[Status], None]) -> None:
    action = menus.add(menu, text, on=lambda: ask(status))
    action.setIcon(menus.status_icon(status))
    action.setEnabled(status is not current)


class _Segment(PaintedButton):
    """One status; only the current one carries its word.

    Signals: `walked(step)` when an arrow key leaves it to the left (-1) or right (1).
    """

    walked = Signal(int)

    def __init__(self, status: Status) -> None:
        super().__init__()
        self.status = status
        self.shown = status
        self._is_current = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_current(None)

    def set_current(self, status: Status | None) -> None:
        """Carry the word of `status`, or none: then the segment stands for its own status."""
        self._is_current = status is not None
        self.shown = status or self.status
        name = wording.status(self.shown)
        self.setAccessibleName(self.tr("Status: {name}").format(name=name) if self._is_current else name)
        self.setToolTip(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if self._is_current else Qt.FocusPolicy.ClickFocus)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The word needs its room, the marks share the rest."""
        text = QFontMetrics(theme.font("body", 600)).horizontalAdvance(wording.status(self.shown))
        width = theme.px(46) + text if self._is_current else theme.px(40)
        return QSize(width, theme.px(30))

    def minimumSizeHint(self) -> QSize:
        """The marks shrink first."""
        return QSize(theme.px(60 if self._is_current else 24), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys walk."""
        if event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self.walked.emit(-1 if event.key() == Qt.Key.Key_Left else 1)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground, the mark and, if current, the word."""
        back, front = _TINTS[self.shown]
        rect, radius = QRectF(self.rect()), theme.px(7)
        if self._is_current:
            fill, line = theme.color(back), theme.color(front)
        else:
            fill, line = theme.color("hover" if self.underMouse() else "subtle"), theme.color("line-subtle")
        with QPainter(self) as painter:
            marks.panel(painter, rect, radius, fill, line, theme.border())
            self._paint_content(painter, rect, theme.color(front), fill)

    def _paint_content(self, painter: QPainter, rect: QRectF, color: QColor, behind: QColor) -> None:
        side, gap = theme.px(15), theme.px(6)
        font = theme.font("body", 600)
        word = wording.status(self.shown) if self._is_current else ""
        width = QFontMetrics(font).horizontalAdvance(word) + gap if word else 0
        width = min(width, int(rect.width()) - side - 2 * gap)
        left = rect.center().x() - (side + width) / 2
        marks.status_mark(painter, self.shown, QRectF(left, rect.center().y() - side / 2, side, side), behind)
        if word:
            marks.text_line(
                painter, QRectF(left + side + gap, rect.top(), width - gap + 1, rect.height()), word, font, color
            )


class StatusRow(QWidget):
    """Five segments and a menu. Arrow keys walk over the segments, Space or Enter asks for the one in focus.

    Signals: `asked(Status)`; asking for held while it is held means going on.
    """

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._status = Status.IDEA
        self._segments = [_Segment(status) for status in PIPELINE]
        self._row = beside(self, spacing=4)
        for segment in self._segments:
            segment.clicked.connect(self._ask_for_clicked)
            segment.walked.connect(self._walk)
            self._row.addWidget(segment, 1)
        self._more = IconButton("chevron-down", self.tr("More statuses"), 24)
        self._more.clicked.connect(self._open_menu)
        self._row.addWidget(self._more)
        self.show_status(Status.IDEA)

    def show_status(self, status: Status) -> None:
        """Show another status; held and skipped take the last segment."""
        self._status = status
        current = PIPELINE.index(status) if status in PIPELINE else len(PIPELINE) - 1
        for place, segment in enumerate(self._segments):
            segment.set_current(status if place == current else None)
            self._row.setStretch(place, 13 if place == current else 5)

    @Slot()
    def _ask_for_clicked(self) -> None:
        segment = self.sender()
        if isinstance(segment, _Segment) and segment.status is not self._status:
            self.asked.emit(segment.status)

    @Slot(int)
    def _walk(self, step: int) -> None:
        segment = self.sender()
        if isinstance(segment, _Segment):
            place = self._segments.index(segment) + step
            self._segments[place % len(self._segments)].setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _open_menu(self) -> None:
        menu = menus.make_menu(self)
        fill_status_menu(menu, self._status, self.asked.emit, whole=False)
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))


class StatusMark(PaintedButton):
    """The mark of one version; a click opens the menu that the row above fills."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: Status | str = Status.IDEA
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def radius(self) -> float:
        """The corner radius in pixels."""
        return theme.px(6)

    def sizeHint(self) -> QSize:
        """A square that can be hit."""
        return QSize(theme.px(28), theme.px(28))

    def show_status(self, status: Status, is_overdue: bool, platform: str) -> None:
        """Show the status of the version on a platform."""
        self._shown = marks.OVERDUE if is_overdue else status
        name = wording.overdue() if is_overdue else wording.status(status)
        self.setAccessibleName(self.tr("{platform}: {status}").format(platform=platform, status=name))
        self.setToolTip(name)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the mark, on a ground under the pointer."""
        rect, side = QRectF(self.rect()), theme.px(15)
        behind = theme.color("hover" if self.underMouse() else "surface")
        with QPainter(self) as painter:
            marks.panel(painter, rect, theme.px(6), behind)
            square = QRectF(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side)
            marks.status_mark(painter, self._shown, square, behind)
