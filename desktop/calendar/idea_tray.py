"""The ideas under or beside the week: captured in one line, dragged or planned from here, and back again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from db.records import Platform, Post
from desktop.calendar.capture_field import CaptureField
from desktop.calendar.idea_card import HEIGHT as CARD_HEIGHT
from desktop.calendar.idea_card import IdeaCard, no_pictures
from desktop.calendar.post_card import Pictures
from desktop.ui import icons, marks, theme
from desktop.ui.buttons import IconButton
from desktop.ui.parts import tab_after

BAR_HEIGHT = 44
BOTTOM_HEIGHT = 112
COLUMN_WIDTH = 288
GAP = 8
CARD_WIDTH = 184  # at least; what remains of the row is shared


class TrayForm(Enum):
    """How much of the tray is open, and where it lies."""

    BAR = "bar"
    BOTTOM = "bottom"
    COLUMN = "column"


class _IdeaList(QWidget):
    """What the cards lie on."""

    def accessible_role(self) -> QAccessible.Role:
        return QAccessible.Role.List


class IdeaTray(QWidget):
    """Shows the ideas as cards of one tab stop.

    Signals: `captured(title)`; `lifted(post_id, source card, press in global coordinates)`;
    `carry_requested(post_id)`, `opened(post_id)`,
    `plan_requested(post_id)`, `delete_requested(post_id)`; `menu_requested(post_id, global position)`;
    `toggled()` on the chevron; `left()` when Esc leaves the capture field.
    """

    captured = Signal(str)
    lifted = Signal(int, QWidget, QPoint)
    carry_requested = Signal(int)
    opened = Signal(int)
    plan_requested = Signal(int)
    delete_requested = Signal(int)
    menu_requested = Signal(int, QPoint)
    toggled = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = TrayForm.BOTTOM
        self.ideas: tuple[Post, ...] = ()
        self.cards: list[IdeaCard] = []
        self._platforms: dict[int, Platform] = {}
        self._pictures: Pictures = no_pictures
        self._is_drop_target = False
        self.field = CaptureField(self)
        self.field.captured.connect(self.captured)
        self.field.left.connect(self.left)
        self._fold = IconButton("chevron-down", "", size=24)
        self._fold.setParent(self)
        self._fold.clicked.connect(self.toggled)
        self._list = _IdeaList()
        self._area = QScrollArea(self)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setViewport(QWidget())  # asking for Qt's own would look through all kinds of widgets: 15 ms
        self._area.setWidget(self._list)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setAutoFillBackground(False)
        self._word()
        self._place()

    # what is shown

    def show_ideas(self, ideas: Sequence[Post], platforms: Mapping[int, Platform]) -> None:
        """Show these ideas in this order; an idea keeps its card widget, so that a drag survives."""
        if (tuple(ideas), platforms) == (self.ideas, self._platforms):
            return
        self._platforms = dict(platforms)
        known = {card.post.id: card for card in self.cards if card.post is not None}
        self.ideas = tuple(ideas)
        self.cards = [known.pop(idea.id) if idea.id in known else self._new_card() for idea in ideas]
        for card, idea in zip(self.cards, ideas, strict=True):
            card.show_idea(idea, platforms, self._pictures)
        tab_after(self._fold, self.cards)
        for card in known.values():
            card.hide()
            card.deleteLater()
        if not any(card.focusPolicy() is Qt.FocusPolicy.StrongFocus for card in self.cards):
            self._rove(self.cards[0] if self.cards else None)
        self._place()
        self.update()

    def set_pictures(self, pictures: Pictures) -> None:
        """Take thumbnails from here; None stands for a missing picture."""
        self._pictures = pictures

    def set_form(self, form: TrayForm) -> None:
        """Change between bar, open bar and column."""
        if form is not self.form:
            self.form = form
            self._word()
            self._place()
            self.update()

    def set_lifted(self, post_id: int | None) -> None:
        """Show which idea hangs on the pointer; None when none does any more."""
        for card in self.cards:
            card.set_lifted(card.post is not None and card.post.id == post_id)

    def focus_field(self) -> None:
        """Put the cursor into the capture field."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_cards(self) -> None:
        """Give the keyboard to the card that Tab would reach; without any, or folded in, to the capture field."""
        cards = () if self.form is TrayForm.BAR else self.cards
        chosen = next((card for card in cards if card.focusPolicy() is Qt.FocusPolicy.StrongFocus), None)
        (chosen or self.field).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def card_of(self, post_id: int) -> IdeaCard | None:
        """The card of an idea."""
        return next((card for card in self.cards if card.post is not None and card.post.id == post_id), None)

    # as a drop target: what is dropped here loses its date

    def accepts_unschedule(self, global_pos: QPoint) -> bool:
        """Tell whether a post dropped at this point would become an idea."""
        return self.isVisible() and self.rect().contains(self.mapFromGlobal(global_pos))

    def set_drop_active(self, is_active: bool) -> None:
        """Show that a dragged post would land here."""
        if is_active != self._is_drop_target:
            self._is_drop_target = is_active
            self.update()

    # cards

    def _new_card(self) -> IdeaCard:
        card = IdeaCard(self._list)
        card.lifted.connect(self._lift)
        card.carry_wanted.connect(self._carry)
        card.opened.connect(self._open)
        card.plan_wanted.connect(self._plan)
        card.delete_wanted.connect(self._delete)
        card.menu_wanted.connect(self._offer_menu)
        card.step_wanted.connect(self._step)
        card.show()
        return card

    def _rove(self, chosen: IdeaCard | None) -> None:
        for card in self.cards:
            card.setFocusPolicy(Qt.FocusPolicy.StrongFocus if card is chosen else Qt.FocusPolicy.ClickFocus)

    def _step(self, card: IdeaCard, step: int) -> None:
        there = self.cards[min(max(self.cards.index(card) + step, 0), len(self.cards) - 1)]
        self._rove(there)
        there.setFocus(Qt.FocusReason.TabFocusReason)
        self._area.ensureWidgetVisible(there, theme.px(GAP), theme.px(GAP))

    def _lift(self, card: IdeaCard, press: QPoint) -> None:
        if card.post is not None:
            self.lifted.emit(card.post.id, card, press)

    def _carry(self, card: IdeaCard) -> None:
        if card.post is not None:
            self.carry_requested.emit(card.post.id)

    def _open(self, card: IdeaCard) -> None:
        if card.post is not None:
            self.opened.emit(card.post.id)

    def _plan(self, card: IdeaCard) -> None:
        if card.post is not None:
            self._keep_focus(card)
            self.plan_requested.emit(card.post.id)

    def _delete(self, card: IdeaCard) -> None:
        if card.post is not None:
            self._keep_focus(card)
            self.delete_requested.emit(card.post.id)

    def _offer_menu(self, card: IdeaCard, at: QPoint) -> None:
        if card.post is not None:
            self.menu_requested.emit(card.post.id, at)

    def _keep_focus(self, card: IdeaCard) -> None:
        """Go to the neighbour of a card that is about to leave, so that the keyboard stays in the tray."""
        others = [other for other in self.cards if other is not card]
        if others:
            there = others[min(self.cards.index(card), len(others) - 1)]
            self._rove(there)
            there.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.field.setFocus()

    # layout

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the cards out anew."""
        super().resizeEvent(event)
        self._place()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the row of cards with either wheel."""
        if self.form is TrayForm.BOTTOM:
            bar = self._area.horizontalScrollBar()
            bar.setValue(bar.value() - (event.angleDelta().x() or event.angleDelta().y()))
        event.accept()

    def _word(self) -> None:
        self.setAccessibleName(self.tr("Ideas"))
        self._list.setAccessibleName(self.tr("Ideas"))
        icon, name = {
            TrayForm.BAR: ("chevron-up", self.tr("Open ideas")),
            TrayForm.BOTTOM: ("chevron-down", self.tr("Close ideas")),
            TrayForm.COLUMN: ("x", self.tr("Close ideas")),
        }[self.form]
        self._fold.set_icon(icon)
        self._fold.set_name(name)

    def _place(self) -> None:
        left, right = theme.px(20), self.width() - theme.px(16)
        self._fold.resize(self._fold.sizeHint())
        button = self._fold.width()
        if self.form is TrayForm.COLUMN:
            left, right = theme.px(14), self.width() - theme.px(14)
            self._fold.move(right - button, (theme.px(44) - button) // 2)
            self.field.setGeometry(left, theme.px(44), right - left, theme.px(30))
            top = theme.px(44 + 30 + 12)
            self._area.setGeometry(left, top, right - left + theme.px(12), max(self.height() - top, 0))
            self._stack(right - left)
        else:
            header = theme.px(43 if self.form is TrayForm.BAR else 40)
            self._fold.move(right - button, (header - button) // 2 + 1)
            x = round(self._title_right()) + theme.px(14)
            self.field.setGeometry(x, (header - theme.px(26)) // 2 + 1, theme.px(210), theme.px(26))
            self._area.setGeometry(left, theme.px(40), right - left, theme.px(BOTTOM_HEIGHT - 40))
            self._line_up(right - left)
        self._area.setVisible(self.form is not TrayForm.BAR and bool(self.cards))

    def _line_up(self, width: int) -> None:
        gap = theme.px(GAP)
        fitting = max((width + gap) // (theme.px(CARD_WIDTH) + gap), 1)
        each = (width - gap * (fitting - 1)) / fitting
        for place, card in enumerate(self.cards):
            first, last = round(place * (each + gap)), round(place * (each + gap) + each)
            card.setGeometry(first, 0, last - first, theme.px(CARD_HEIGHT))
        count = len(self.cards)
        self._list.resize(round(count * (each + gap)) - gap if count else 0, theme.px(CARD_HEIGHT))
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def _stack(self, width: int) -> None:
        gap, height = theme.px(GAP), theme.px(CARD_HEIGHT)
        for place, card in enumerate(self.cards):
            card.setGeometry(0, place * (height + gap), width, height)
        self._list.resize(width, len(self.cards) * (height + gap) + gap)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    # painting

    def _title_right(self) -> float:
        title = QFontMetricsF(theme.font("title-3")).horizontalAdvance(self.tr("Ideas"))
        count = QFontMetricsF(theme.font("meta", 400)).horizontalAdvance(str(len(self.ideas)))
        return theme.px(20 + 16 + 8 + 10) + title + count

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, the title and, where there are no cards, what to do."""
        painter = QPainter(self)
        is_column = self.form is TrayForm.COLUMN
        painter.fillRect(event.rect(), theme.color("accent-wash" if self._is_drop_target else "subtle"))
        edge = QRect(0, 0, 1, self.height()) if is_column else QRect(0, 0, self.width(), 1)
        painter.fillRect(edge, theme.color("line"))
        height = theme.px({TrayForm.BAR: 43, TrayForm.BOTTOM: 40, TrayForm.COLUMN: 44}[self.form])
        line = QRectF(theme.px(14 if is_column else 20), 1, self.width(), height)
        side = theme.px(16)
        icons.draw(
            painter, "bulb", QRectF(line.left(), line.center().y() - side / 2, side, side), theme.color("text-2")
        )
        line.setLeft(line.left() + side + theme.px(8))
        used = marks.text_line(painter, line, self.tr("Ideas"), theme.font("title-3"), theme.color("text"))
        line.setLeft(line.left() + used + theme.px(10))
        marks.text_line(painter, line, str(len(self.ideas)), theme.font("meta", 400), theme.color("text-3"))
        if self.form is TrayForm.BAR:
            words = QRectF(0, 1, self._fold.x() - theme.px(8), height)
            words.setLeft(self.field.geometry().right() + theme.px(16))
            hint = self.tr("Open to plan, and drag into the week")
            right = Qt.AlignmentFlag.AlignRight
            marks.text_line(painter, words, hint, theme.font("meta", 400), theme.color("text-3"), right)
        elif not self.cards:
            self._paint_emptiness(painter)
        if self._is_drop_target:
            inner = QRectF(self.rect()).adjusted(theme.px(6), theme.px(6), -theme.px(6), -theme.px(6))
            marks.dashed(painter, inner, theme.px(8), theme.color("accent"), None, 1.5)

    def _paint_emptiness(self, painter: QPainter) -> None:
        place = QRectF(self._area.geometry())
        if self.form is TrayForm.BOTTOM:
            place.setHeight(theme.px(CARD_HEIGHT))
            marks.dashed(painter, place, theme.px(8), theme.color("line-strong"), None, 1)
            words = place.adjusted(theme.px(14), 0, -theme.px(14), 0)
            hint = self.tr("No ideas yet. Write down the first one above, with Enter it lies here.")
            marks.text_line(painter, words, hint, theme.font("body"), theme.color("text-2"))
        else:
            hint = self.tr("No ideas yet. Write down the first one above, with Enter it lies here.")
            marks.text_lines(painter, place, hint, theme.font("body"), 4, theme.color("text-2"))
