"""The panel beside a filled week: one row per placement with its reason, what does not fit, and the two ways out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from desktop import wording
from desktop.calendar import fill_words
from desktop.calendar.fill_rows import FillRow, RowFocus
from desktop.calendar.fill_words import Names
from desktop.calendar.panel_frame import WIDEST, WIDTH
from desktop.calendar.panel_layouts import Ends, Flow
from desktop.calendar.panel_parts import Ground, Mark, emptied
from desktop.planning.placements import Filling, FillRemedy, FillRemedyKind, Misfit, PlacedPost, Placement
from desktop.ui import icons, marks, theme
from desktop.ui.buttons import Button, IconButton
from desktop.ui.controls import Switch, Text
from desktop.ui.parts import Tile, beside, stacked

_NOTICE_HEIGHT = 34
_MOST_MISFITS = 12  # the others come up when these are dealt with


@dataclass(frozen=True, slots=True)
class Sums:
    """Minutes of a week: planned before, planned with the filling, and the target."""

    before: int
    after: int
    target: int


class PreviewNotice(QWidget):
    """The line under the budgets that says what is shown."""

    def __init__(self) -> None:
        super().__init__()
        self._words = self.tr("Preview: dashed is new. Dragging, keeping and leaving out recalculates the rest.")
        self.setAccessibleName(self._words)
        self.setMinimumHeight(theme.px(_NOTICE_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("accent-tint"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.color("line"))
        side = theme.px(16)
        place = QRectF(theme.px(20), (self.height() - side) / 2, side, side)
        icons.draw(painter, "wand", place, theme.color("accent-text"))
        left = place.right() + theme.px(8)
        room = QRectF(left, 0, self.width() - left - theme.px(16), self.height())
        marks.text_line(painter, room, self._words, theme.font("body", 600), theme.color("accent-text"))
        painter.end()


class FillList(Ground):
    """Shows a filling; it reckons nothing itself.

    Signals: `applied()`, `discarded()` (also by Esc), `ideas_toggled(bool)`, `kept(placements, bool)`,
    `left_out(placements)`, `remedy_chosen(FillRemedy)`, `idea_wanted()` for the remedy that is a new idea,
    `pointed(placement)` under the pointer or with the keyboard.
    """

    applied = Signal()
    discarded = Signal()
    ideas_toggled = Signal(bool)
    kept = Signal(object, bool)
    left_out = Signal(object)
    remedy_chosen = Signal(object)
    idea_wanted = Signal()
    pointed = Signal(object)

    def __init__(self, with_ideas: bool) -> None:
        super().__init__("surface", "line", Qt.Edge.LeftEdge)
        self.setAccessibleName(self.tr("Fill week"))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setMinimumWidth(min(theme.px(WIDTH), WIDEST))
        self.rows: list[FillRow] = []
        self._open: set[object] = set()
        self._sum = Text("", "title-3")
        self._of = Text("", "body", "text-3")
        self.ideas = Switch(self.tr("Plan ideas, too"), with_ideas)
        self.ideas.toggled.connect(self.ideas_toggled)
        self.apply = Button(self.tr("Apply"), "check", "primary")
        self.apply.clicked.connect(self.applied)
        self.discard = Button(self.tr("Discard"))
        self.discard.clicked.connect(self.discarded)
        self._one_step = Text(self.tr("1 step, can be undone"), "meta", "text-3", is_wrapped=True)
        self._content = Ground("surface")
        self._column = stacked(self._content, (0, 0, 0, 12))
        self._body = QScrollArea()
        column = stacked(self)
        column.setContentsMargins(theme.border(), 0, 0, 0)
        column.addWidget(self._header())
        column.addWidget(self._summary())
        column.addWidget(self._scrolling(), 1)
        column.addWidget(self._foot())

    def show_filling(
        self, filling: Filling, keep: Sequence[Placement], by_hand: frozenset[Placement], names: Names, sums: Sums
    ) -> None:
        """Show a filling; the keyboard stays where it was, as far as that is still there."""
        self._sum.setText(f"{wording.hours(sums.before)} → {wording.hours_h(sums.after)}")
        self._of.setText(self.tr("of {hours}").format(hours=wording.hours_h(sums.target)))
        self.apply.setEnabled(bool(filling.placements))
        focus = self._focus()
        emptied(self._column)
        self.rows = []
        posts = [each for each in filling.placements if isinstance(each.item, PlacedPost)]
        blocks = [each for each in filling.placements if not isinstance(each.item, PlacedPost)]
        if posts:
            self._column.addWidget(_heading(fill_words.heading_posts(len(posts))))
        for post in posts:
            self._add((post,), keep, by_hand, names)
        if blocks:
            self._column.addWidget(_heading(fill_words.heading_blocks(len(blocks)), wording.hours_h(filling.placed)))
        for group in _groups(blocks):
            self._add(group, keep, by_hand, names)
        if not filling.placements:
            self._column.addWidget(_heading(self.tr("There is nothing to add")))
        self._add_misfits(filling.misfits, names)
        self._column.addStretch(1)
        self._refocus(focus)

    def mark(self, placement: Placement | None) -> None:
        """Mark the row of a placement, and bring it into view."""
        for row in self.rows:
            is_it = placement in row.placements
            row.set_marked(is_it)
            if is_it:
                self._body.ensureWidgetVisible(row, 0, theme.px(8))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the words between the buttons away where they have no room."""
        super().resizeEvent(event)
        self._one_step.setVisible(self.width() >= theme.px(WIDTH))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc writes nothing."""
        if event.key() == Qt.Key.Key_Escape:
            self.discarded.emit()
            return
        super().keyPressEvent(event)

    # rows

    def _add(
        self, placements: tuple[Placement, ...], keep: Sequence[Placement], by_hand: frozenset[Placement], names: Names
    ) -> None:
        row = FillRow(placements, all(each in keep for each in placements), names, placements[0] in by_hand)
        row.kept.connect(self.kept)
        row.left_out.connect(self.left_out)
        row.pointed.connect(self._point)
        self.rows.append(row)
        self._column.addWidget(row)
        row.show()
        if len(placements) == 1:
            return
        parts = []
        for each in placements:
            part = FillRow((each,), each in keep, names, each in by_hand, is_part=True)
            part.kept.connect(self.kept)
            part.left_out.connect(self.left_out)
            part.pointed.connect(self._point)
            part.setVisible(placements[0].group in self._open)
            parts.append(part)
            self.rows.append(part)
            self._column.addWidget(part)
        row.hold(parts, is_open=placements[0].group in self._open)
        row.opened.connect(self._open_group)

    def _open_group(self, group: object, is_open: bool) -> None:
        """Remember which groups are open, for the next reckoning."""
        (self._open.add if is_open else self._open.discard)(group)

    def _point(self, row: FillRow) -> None:
        for each in self.rows:
            each.set_marked(each is row)
        self.pointed.emit(row.placements[0])

    def _add_misfits(self, misfits: Sequence[Misfit], names: Names) -> None:
        if misfits:
            self._column.addWidget(_heading(self.tr("Does not fit"), role="warn"))
        for misfit in misfits[:_MOST_MISFITS]:
            card = _MisfitCard(misfit, names)
            card.chosen.connect(self._choose)
            frame = QWidget()
            stacked(frame, (14, 6, 14, 0)).addWidget(card)
            self._column.addWidget(frame)
            frame.show()
        if len(misfits) > _MOST_MISFITS:
            more = self.tr("and {count} more").format(count=len(misfits) - _MOST_MISFITS)
            self._column.addWidget(_heading(more, role="text-3"))

    def _choose(self, remedy: FillRemedy) -> None:
        if remedy.kind is FillRemedyKind.CAPTURE_IDEA:
            self.idea_wanted.emit()
        else:
            self.remedy_chosen.emit(remedy)

    def _focus(self) -> RowFocus | None:
        """Which button of which row has the keyboard; the row may be another one after the next reckoning."""
        widget = QApplication.focusWidget()
        for number, row in enumerate(self.rows):
            if widget is not None and row.isAncestorOf(widget):
                return RowFocus(number, row.part_of(widget), row.placements[0])
        return RowFocus(0, "", None) if widget is not None and self._content.isAncestorOf(widget) else None

    def _refocus(self, focus: RowFocus | None) -> None:
        if focus is None:
            return
        shown = [row for row in self.rows if not row.isHidden()]
        same = next((row for row in shown if focus.placement in row.placements), None)
        row = same or (shown[min(focus.number, len(shown) - 1)] if shown else None)
        if row is None or focus.placement is None:
            self.discard.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            row.take_focus(focus.part)

    # frame

    def _header(self) -> QWidget:
        header = Ground("surface", "line")
        header.setMinimumHeight(theme.px(56))
        row = beside(header, (18, 0, 10, 0))
        row.addWidget(Mark("wand", "text-2", 17))
        row.addWidget(Text(self.tr("Fill week"), "title-3"), 1)
        row.addWidget(Text(self.tr("Preview"), "body", "text-3"))
        close = IconButton("x", self.tr("Close"), 30)
        close.clicked.connect(self.discarded)
        row.addWidget(close)
        return header

    def _summary(self) -> QWidget:
        band = Ground("surface", "line-subtle")
        column = stacked(band, (18, 11, 18, 10))
        line = QWidget()
        sums = beside(line, spacing=8)
        sums.addWidget(self._sum)
        sums.addWidget(self._of)
        sums.addStretch(1)
        ends = QWidget()
        pair = Ends(ends)
        pair.addWidget(line)
        choice = QWidget()
        row = beside(choice, spacing=8)
        row.addWidget(Text(self.tr("Plan ideas, too"), "meta", "text-2", 600))
        row.addWidget(self.ideas)
        pair.addWidget(choice)
        column.addWidget(ends)
        column.addSpacing(theme.px(3))
        words = self.tr("Nothing that exists is moved. The lock keeps a place while the rest is recalculated.")
        column.addWidget(Text(words, "meta", "text-3", is_wrapped=True))
        return band

    def _scrolling(self) -> QWidget:
        self._body.setWidget(self._content)
        self._body.setWidgetResizable(True)
        self._body.setFrameShape(QFrame.Shape.NoFrame)
        self._body.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._body.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return self._body

    def _foot(self) -> QWidget:
        foot = Ground("subtle", "line", Qt.Edge.TopEdge)
        foot.setMinimumHeight(theme.px(52))
        row = beside(foot, (18, 8, 12, 8))
        row.addWidget(self.discard)
        row.addWidget(self._one_step, 1)
        row.addStretch()
        row.addWidget(self.apply)
        return foot


class _MisfitCard(QWidget):
    """Something that does not fit, with its remedies.

    Signals: `chosen(FillRemedy)`.
    """

    chosen = Signal(object)

    def __init__(self, misfit: Misfit, names: Names) -> None:
        super().__init__()
        words = fill_words.misfit(misfit, names)
        self.setAccessibleName(words)
        column = stacked(self, (11, 9, 11, 9), 7)
        head = beside(spacing=7)
        platform = names.platforms.get(misfit.platform_id)
        if platform is not None:
            head.addWidget(Tile(platform.kind, 16), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(Text(words, "body-strong", is_wrapped=True), 1)
        column.addLayout(head)
        buttons = QWidget()
        flow = Flow(buttons, gap=6)
        for remedy in misfit.remedies:
            icon = "plus" if remedy.kind is FillRemedyKind.CAPTURE_IDEA else None
            button = Button(fill_words.remedy(remedy), icon, size=26)
            button.clicked.connect(_Choice(self, remedy))
            flow.addWidget(button)
        column.addWidget(buttons)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground."""
        painter = QPainter(self)
        marks.panel(painter, QRectF(self.rect()), theme.px(9), theme.color("warn-tint"))
        painter.end()


class _Choice:
    """What a remedy's button does."""

    def __init__(self, card: _MisfitCard, remedy: FillRemedy) -> None:
        self._card, self._remedy = card, remedy

    def __call__(self) -> None:
        self._card.chosen.emit(self._remedy)


def _heading(words: str, right: str = "", role: str = "text-2") -> QWidget:
    line = QWidget()
    row = beside(line, (18, 10, 18, 3))
    row.addWidget(Text(words, "meta", role, 600), 1)
    if right:
        row.addWidget(Text(right, "meta", "text-3"))
    return line


def _groups(blocks: Sequence[Placement]) -> list[tuple[Placement, ...]]:
    """Equal blocks together, in the order of their first one."""
    found: dict[object, list[Placement]] = {}
    for block in blocks:
        found.setdefault(block.group, []).append(block)
    return [tuple(group) for group in found.values()]
