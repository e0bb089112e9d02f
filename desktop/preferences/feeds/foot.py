"""One line in the foot of the side bar: whether the calendars in the folder and on servers are up to date."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from db.feed_records import DeliveryKind
from desktop import feed_words
from desktop.delivery.states import DeliveryStep
from desktop.feed_words import Said
from desktop.ui import icons, marks, theme
from desktop.ui.accessible import announce
from desktop.ui.painted_button import PaintedButton

if TYPE_CHECKING:
    from desktop.feed_keeper import FeedKeeper

_HEIGHT, _RAIL_HEIGHT = 28, 36


class FeedFoot(PaintedButton):
    """Shown while this computer keeps files in a folder, or its user has to do something for a server to take them.

    Pressing it (`clicked`) is meant to lead to the feeds.
    """

    def __init__(self, keeper: FeedKeeper, side_bar: QWidget) -> None:
        super().__init__(side_bar)
        self._keeper = keeper
        self._is_rail = False
        self._said = Said("")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        keeper.changed.connect(self._refresh)
        self._refresh()

    def set_rail(self, is_rail: bool) -> None:
        """Take the form of the narrow side bar, or the wide one."""
        self._is_rail = is_rail
        self._word()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A line, or an icon."""
        return QSize(theme.px(36), theme.px(_RAIL_HEIGHT if self._is_rail else _HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """As wide as the side bar lets it."""
        return self.sizeHint()

    def _refresh(self) -> None:
        keeper = self._keeper
        ours = [each for each in keeper.deliveries() if each.is_active and each.machine == keeper.machine]
        folder = next((keeper.state(each.id) for each in ours if each.kind is DeliveryKind.FOLDER), None)
        published = (keeper.state(each.id) for each in ours if each.kind is not DeliveryKind.FOLDER)
        refused = next((state for state in published if state.step is DeliveryStep.REFUSED), None)
        state = refused or folder
        self.setVisible(state is not None)
        if state is None:
            return
        said = feed_words.folder_in_short(state) if refused is None else feed_words.refused_in_short()
        if state.problem is not None:
            said = replace(said, detail=feed_words.problem(state.problem))
        if said == self._said:
            return
        is_news = said.tone == "warn" and self.isVisible()
        self._said = said
        self._word()
        self.update()
        if is_news:
            announce(self, f"{said.text}. {said.detail}")

    def _word(self) -> None:
        self.setAccessibleName(self._said.text)
        self.setAccessibleDescription(self._said.detail)
        plain = self._said.text if self._is_rail else self.tr("To the calendar feeds")
        self.setToolTip(self._said.detail or plain)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a sign and the words, or the sign alone."""
        painter = QPainter(self)
        if self.underMouse():
            marks.panel(
                painter, QRectF(self.rect()), self.radius(), theme.color("pressed" if self.isDown() else "hover")
            )
        is_wrong = self._said.tone == "warn"
        color = theme.color("warn" if is_wrong else "text-3")
        side = theme.px(19 if self._is_rail else 15)
        left = (self.width() - side) / 2 if self._is_rail else theme.px(8)
        icon = "alert-triangle" if is_wrong else "calendar-check"
        icons.draw(painter, icon, QRectF(left, (self.height() - side) / 2, side, side), color)
        if not self._is_rail:
            line = QRectF(theme.px(31), 0, self.width() - theme.px(37), self.height())
            marks.text_line(painter, line, self._said.text, theme.font("meta", 600 if is_wrong else 500), color)
        painter.end()
