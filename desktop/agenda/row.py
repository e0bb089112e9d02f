"""One post or one occurrence of a work block as a line of the agenda."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QContextMenuEvent,
    QFocusEvent,
    QFontMetricsF,
    QHelpEvent,
    QMouseEvent,
    QMoveEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from db.records import Member
from desktop import series_words, wording
from desktop.agenda import words
from desktop.agenda.columns import HEIGHT, Span, columns
from desktop.agenda.words import Names
from desktop.planning.agenda import Anchor, Line, State
from desktop.planning.cards import PostCard
from desktop.planning.recurrence import Occurrence
from desktop.ui import accessible, icons, marks, theme
from desktop.ui.controls import paint_avatar
from desktop.ui.focus import FocusMarking

_DANGER = frozenset({State.LATE, State.STILL_OPEN})


class AgendaRow(QWidget):
    """Time, sign, title, what it is, state, person, length.

    `more_actions` gives what else can be done with a line, by name.

    Signals: `pressed(Anchor, modifiers)`, `opened(Anchor)`, `state_pressed(Anchor, QPoint)` and
    `menu_requested(Anchor, QPoint)` with places of the screen, `focused(Anchor)`.
    """

    pressed = Signal(object, object)
    opened = Signal(object)
    state_pressed = Signal(object, QPoint)
    menu_requested = Signal(object, QPoint)
    focused = Signal(object)

    def __init__(self, line: Line, names: Names) -> None:
        super().__init__()
        self._focus = FocusMarking()
        self._is_selected = False
        self._at = QPointF(-1, -1)
        self.more_actions: Callable[[Anchor], Mapping[str, Callable[[], object]]] | None = None
        self._line, self._names = line, names
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_line(line, names)

    @property
    def line(self) -> Line:
        """What is shown."""
        return self._line

    def show_line(self, line: Line, names: Names, has_day: bool = False) -> None:
        """Show a line as it is now, with its weekday where no heading says it."""
        self._has_day = has_day
        self._line, self._names = line, names
        self.setFixedHeight(theme.px(HEIGHT))
        accessible.name(self, words.name(line, names))
        self.update()

    def set_selected(self, is_selected: bool) -> None:
        """Show whether it is among the chosen ones."""
        if is_selected != self._is_selected:
            self._is_selected = is_selected
            accessible.selected_changed(self)
            self.update()

    # for assistive technology

    def accessible_role(self) -> QAccessible.Role:
        """One of a list."""
        return QAccessible.Role.ListItem

    def accessible_is_selected(self) -> bool:
        """Tell whether it is among the chosen ones."""
        return self._is_selected

    def accessible_actions(self) -> Mapping[str, Callable[[], object]]:
        """What can be done with it."""
        return {
            self.tr("Open"): self._open,
            **(self.more_actions(self._line.anchor) if self.more_actions is not None else {}),
            self.tr("Change status"): self._change_state,
            self.tr("More"): self.ask_for_menu,
        }

    def _open(self) -> None:
        self.opened.emit(self._line.anchor)

    def _change_state(self) -> None:
        self.state_pressed.emit(self._line.anchor, self._below(self.state_rect()))

    def ask_for_menu(self) -> None:
        """Have the menu shown at the three dots."""
        self.menu_requested.emit(self._line.anchor, self._below(self.more_rect()))

    def _below(self, rect: QRectF) -> QPoint:
        return self.mapToGlobal(rect.bottomLeft().toPoint())

    # where things are

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(theme.px(600), theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """It may become narrow."""
        return QSize(theme.px(380), theme.px(HEIGHT))

    def state_rect(self) -> QRectF:
        """Where the state stands, which can be pressed."""
        return self._rect(columns(self.width()).state)

    def more_rect(self) -> QRectF:
        """Where the three dots stand."""
        return self._rect(columns(self.width()).more)

    def _rect(self, span: Span) -> QRectF:
        return QRectF(span[0], 0, span[1], self.height())

    # events

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the line; the state and the dots open their menus."""
        anchor = self._line.anchor
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        if self.more_rect().contains(event.position()):
            self.ask_for_menu()
        elif self.state_rect().contains(event.position()) and not event.modifiers():
            self._change_state()
        else:
            self.pressed.emit(anchor, event.modifiers())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click opens."""
        if not (self.more_rect().contains(event.position()) or self.state_rect().contains(event.position())):
            self._open()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the menu where it was asked for."""
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            self.ask_for_menu()
        else:
            self.menu_requested.emit(self._line.anchor, event.globalPos())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what can be pressed."""
        self._at = event.position()
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Forget the pointer."""
        super().leaveEvent(event)
        self._at = QPointF(-1, -1)
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring and tell the list."""
        super().focusInEvent(event)
        self._focus.show(self, event.reason(), theme.px(7))
        self.focused.emit(self._line.anchor)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self._focus.hide()

    def moveEvent(self, event: QMoveEvent) -> None:
        """Take the ring along."""
        super().moveEvent(event)
        self._focus.follow(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the ring along."""
        super().resizeEvent(event)
        self._focus.follow(self)

    def event(self, event: QEvent) -> bool:
        """Say in a tooltip what there is no room for."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            place = event.pos().toPointF()
            at, text = columns(self.width()), ""
            if self._rect(at.title).contains(place):
                wide = QFontMetricsF(theme.font("body", 500)).horizontalAdvance(words.title(self._line))
                lines = [words.title(self._line)] if wide > at.title[1] else []
                rrule = self._line.item.rrule
                lines += [series_words.repeats(rrule)] if rrule is not None else []
                text = "\n".join(lines)
            elif self._rect(at.state).contains(place):
                text = words.state(self._line.state)
            elif self._rect(at.about).contains(place):
                text = self._about_words()
            elif self._rect(at.person).contains(place) and (member := self._member()) is not None:
                text = member.name
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw ground and parts."""
        painter = QPainter(self)
        ground = QRectF(self.rect())
        if self._is_selected:
            marks.panel(painter, ground, theme.px(7), theme.color("accent-tint"))
            if theme.is_high_contrast():
                marks.outline(painter, ground, theme.px(7), theme.color("text"), theme.border())
        elif self.underMouse():
            marks.panel(painter, ground, theme.px(7), theme.color("subtle"))
        at = columns(self.width())
        item = self._line.item
        is_post = isinstance(item, PostCard)
        self._text(
            painter,
            at.time,
            words.when(self._line, self._has_day),
            "text" if is_post else "text-2",
            600 if is_post else 500,
        )
        self._paint_sign(painter, at.sign)
        self._paint_title(painter, at.title, is_post)
        self._paint_about(painter, at.about, at.has_about)
        self._paint_state(painter, at.state, at.has_state)
        self._paint_person(painter, at.person, at.has_person)
        if self._line.minutes:
            length = wording.hours_h(self._line.minutes)
            font, color = theme.font("body", 500), theme.color("text-2")
            marks.text_line(painter, self._rect(at.length), length, font, color, Qt.AlignmentFlag.AlignRight)
        self._paint_more(painter)
        painter.end()

    def _text(self, painter: QPainter, span: Span, text: str, role: str, weight: int | None = None) -> float:
        return marks.text_line(painter, self._rect(span), text, theme.font("body", weight), theme.color(role))

    def _square(self, left: float, side: int) -> QRectF:
        size = theme.px(side)
        return QRectF(left, (self.height() - size) / 2, size, size)

    def _paint_sign(self, painter: QPainter, span: Span) -> None:
        item, place = self._line.item, self._square(span[0], 20)
        known = [self._names.platforms[each].kind for each in self._line.platform_ids if each in self._names.platforms]
        if isinstance(item, PostCard):
            icons.tile(painter, known[0], place)
            return
        back = theme.platform(known[0]).tint if known else theme.color("hover")
        front = theme.platform(known[0]).text if known else theme.color("text-2")
        marks.panel(painter, place, theme.px(6), back)
        inner = theme.px(4)
        icons.draw(painter, icons.activity_icon(item.activity), place.adjusted(inner, inner, -inner, -inner), front)

    def _paint_title(self, painter: QPainter, span: Span, is_post: bool) -> None:
        item, gap, side = self._line.item, theme.px(9), theme.px(13)
        is_series = item.rrule is not None
        room = span[1] - (gap + side if is_series else 0)
        role = "text-3" if self._line.is_finished else "text" if is_post else "text-2"
        used = self._text(painter, (span[0], room), words.title(self._line), role, 500)
        if is_series:
            name = icons.SERIES_EXCEPTION if isinstance(item, Occurrence) and item.is_exception else icons.SERIES
            icons.draw(painter, name, self._square(span[0] + used + gap, 13), theme.color("text-3"))

    def _about_words(self) -> str:
        item = self._line.item
        if isinstance(item, PostCard):
            form = self._names.formats.get(item.format_key or "")
            others = wording.platform_names(item.platform_ids, self._names.platforms)
            return f"{wording.format_name(form)}, {others}" if form else others
        return wording.platform_names(self._line.platform_ids, self._names.platforms)

    def _paint_about(self, painter: QPainter, span: Span, has_words: bool) -> None:
        """Format of a post, and the tiles of its further platforms; platform of work."""
        item, x, gap = self._line.item, span[0], theme.px(7)
        platforms = [self._names.platforms[each] for each in self._line.platform_ids if each in self._names.platforms]
        if isinstance(item, PostCard):
            form = self._names.formats.get(item.format_key or "")
            if form is not None:
                icons.draw(painter, icons.format_icon(form.key), self._square(x, 15), theme.color("text-2"))
                x += theme.px(15) + gap
            text, tiles = wording.format_name(form) if form is not None else "", platforms[1:]
        else:
            text, tiles = platforms[0].name if len(platforms) == 1 else "", platforms
        if isinstance(item, PostCard) and has_words:
            x += self._text(painter, (x, span[0] + span[1] - x), text, "text-2") + (gap if text else 0)
        for number, platform in enumerate(tiles):
            if x + theme.px(15) > span[0] + span[1]:
                break
            if number == 3:
                self._text(painter, (x, span[0] + span[1] - x), f"+{len(tiles) - 3}", "text-3")
                break
            icons.tile(painter, platform.kind, self._square(x, 15))
            x += theme.px(15) + (gap if len(tiles) == 1 else theme.px(3))
        if not isinstance(item, PostCard) and has_words:
            self._text(painter, (x, span[0] + span[1] - x), text, "text-2")

    def _paint_state(self, painter: QPainter, span: Span, has_words: bool) -> None:
        line, place = self._line, self._square(span[0], 14)
        role = "danger" if line.state in _DANGER else "text-2"
        if self.state_rect().contains(self._at):
            hovered = self.state_rect().adjusted(-theme.px(4), theme.px(4), -theme.px(4), -theme.px(4))
            marks.panel(painter, hovered, theme.px(6), theme.color("hover"))
        sign = words.mark(line)
        if sign is not None:
            marks.status_mark(painter, sign, place, theme.color("surface"))
        else:
            is_done = line.state is State.DONE
            marks.tick(painter, place, is_done, theme.color("accent" if is_done else "text-3"))
        if has_words:
            left = place.right() + theme.px(7)
            self._text(painter, (left, span[0] + span[1] - left), words.state(line.state), role)

    def _member(self) -> Member | None:
        return self._names.members.get(self._line.member_id or 0)

    def _paint_person(self, painter: QPainter, span: Span, has_words: bool) -> None:
        member = self._member()
        if member is None:
            return
        place = self._square(span[0], 19)
        paint_avatar(painter, place, member.initials, self._names.places[member.id])
        if has_words:
            left = place.right() + theme.px(7)
            self._text(painter, (left, span[0] + span[1] - left), member.name, "text-2")

    def _paint_more(self, painter: QPainter) -> None:
        rect = self.more_rect()
        if rect.contains(self._at):
            side = theme.px(24)
            back = QRectF(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side)
            marks.panel(painter, back, theme.px(6), theme.color("hover"))
        side = theme.px(16)
        place = QRectF(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side)
        icons.draw(painter, "dots", place, theme.color("text-2"))
