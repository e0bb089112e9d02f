"""What the strip says about a platform that is over budget: where the time goes, and three ways back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from db.records import ACTIVITIES, Platform, Week
from desktop import wording
from desktop.calendar.outcomes import short
from desktop.planning.budget import PlatformBudget
from desktop.planning.recurrence import Occurrence
from desktop.planning.remedies import Remedy, RemedyKind
from desktop.ui import icons, marks, theme
from desktop.ui.buttons import Button, IconButton
from desktop.ui.controls import Text
from desktop.ui.popover import Popover, Sign

translate = QCoreApplication.translate

FULLEST = 0.9  # of the bar, for the activity with the most minutes


class BudgetHint(Popover):
    """Shows the activities against their parts and the remedies, the first one marked.

    Signals: `pointed(Remedy)` while one is under the pointer or has the keyboard, `chosen(Remedy)`.
    """

    pointed = Signal(object)
    chosen = Signal(object)

    def __init__(
        self,
        parent: QWidget,
        budget: PlatformBudget,
        remedies: Sequence[Remedy],
        platforms: Mapping[int, Platform],
    ) -> None:
        super().__init__(parent, 432)
        self.set_padding(16, 12)
        self._add_head(budget)
        self.body.addSpacing(theme.px(10))
        self.body.addWidget(_Activities(budget))
        self.body.addSpacing(theme.px(12))
        self.rows: list[RemedyRow] = []
        if remedies:
            self.body.addWidget(_Line())
            self.body.addSpacing(theme.px(8))
        for remedy in remedies:
            row = RemedyRow(remedy, budget.week, platforms)
            row.pointed.connect(self._point)
            row.chosen.connect(self._choose)
            self.rows.append(row)
            self._add_outdented(row)
        self.body.addSpacing(theme.px(8))
        self.body.addWidget(_Line())
        self.body.addSpacing(theme.px(8))
        self.body.addWidget(Text(self.tr("This is a hint. Your plan stays as it is."), "meta", "text-3"))
        if self.rows:
            self._mark(self.rows[0])

    def _add_head(self, budget: PlatformBudget) -> None:
        over = wording.hours_h(budget.planned - budget.cap)
        title = self.tr("{platform}: {hours} over budget").format(platform=budget.platform.name, hours=over)
        close = IconButton("x", self.tr("Close"), size=24, role="text-3")
        close.clicked.connect(self.dismiss)
        head = QHBoxLayout()
        head.setSpacing(theme.px(9))
        head.addWidget(Sign("alert-triangle", "warn", 18))
        head.addWidget(Text(title, "title-3"), 1)
        head.addWidget(close)
        self.body.addLayout(head)
        self.setAccessibleName(title)

    def _add_outdented(self, row: RemedyRow) -> None:
        """Let a row reach a little beyond the text above it."""
        outdent = QHBoxLayout()
        outdent.setContentsMargins(-theme.px(6), 0, -theme.px(6), 0)
        outdent.addWidget(row)
        self.body.addLayout(outdent)

    def _mark(self, marked: RemedyRow) -> None:
        for row in self.rows:
            row.set_marked(row is marked)

    def _point(self, row: RemedyRow) -> None:
        self._mark(row)
        self.pointed.emit(row.remedy)

    def _choose(self, row: RemedyRow) -> None:
        self.dismiss()
        self.chosen.emit(row.remedy)


class RemedyRow(QWidget):
    """One remedy: what it does, what comes of it, and its button.

    Signals: `pointed(row)` under the pointer or with the keyboard, `chosen(row)`.
    """

    pointed = Signal(object)
    chosen = Signal(object)

    def __init__(self, remedy: Remedy, week: Week, platforms: Mapping[int, Platform]) -> None:
        super().__init__()
        self.remedy = remedy
        self._is_marked = False
        title = remedy_words(remedy, week)
        self.button = Button(_verb(remedy), size=28)
        self.button.setMinimumWidth(theme.px(86))
        self.button.setAccessibleName(title)
        self.button.installEventFilter(self)
        self.button.clicked.connect(self._choose)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Text(title, "body-strong", is_wrapped=True))
        consequence = _consequence(remedy, platforms)
        if consequence:
            words.addWidget(Text(consequence, "meta", "text-3"))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(10), theme.px(9), theme.px(10), theme.px(9))
        row.setSpacing(theme.px(10))
        row.addLayout(words, 1)
        row.addWidget(self.button)

    def set_marked(self, is_marked: bool) -> None:
        """Stand out, or not."""
        self._is_marked = is_marked
        self.button.set_kind("primary" if is_marked else "plain")
        self.update()

    def _choose(self) -> None:
        self.chosen.emit(self)

    def enterEvent(self, event: QEnterEvent) -> None:
        """The pointer is here."""
        super().enterEvent(event)
        self.pointed.emit(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keyboard is here."""
        if event.type() == QEvent.Type.FocusIn:
            self.pointed.emit(self)
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground while it stands out."""
        if self._is_marked:
            painter = QPainter(self)
            marks.panel(painter, QRectF(self.rect()), theme.px(8), theme.color("accent-wash"), theme.color("accent"))


class _Activities(QWidget):
    """Four lines: icon, activity, bar, planned and target."""

    def __init__(self, budget: PlatformBudget) -> None:
        super().__init__()
        self._budget = budget
        self.setFixedHeight(theme.px(4 * 18 + 3 * 5))
        parts = (
            f"{wording.activity(each)} {wording.hours(part.planned)} / {wording.hours(part.target)}"
            for each, part in zip(ACTIVITIES, budget.activities, strict=True)
        )
        self.setAccessibleName(", ".join(parts))

    def sizeHint(self) -> QSize:
        """As wide as the popover."""
        return QSize(theme.px(400), theme.px(4 * 18 + 3 * 5))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the lines; what is above its part is marked by an arrow and colour."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        most = max((part.planned for part in self._budget.activities), default=0) / FULLEST or 1
        tones = theme.platform(self._budget.platform.kind).tones
        right = Qt.AlignmentFlag.AlignRight
        for number, (activity, part) in enumerate(zip(ACTIVITIES, self._budget.activities, strict=True)):
            line = QRectF(0, number * theme.px(23), self.width(), theme.px(18))
            side = theme.px(14)
            mark = QRectF(0, line.center().y() - side / 2, side, side)
            icons.draw(painter, icons.activity_icon(activity), mark, theme.color("text-2"))
            name = line.adjusted(theme.px(34), 0, 0, 0)
            marks.text_line(painter, name, wording.activity(activity), theme.font("body"), theme.color("text"))
            bar = QRectF(line.right() - theme.px(98 + 120), line.center().y() - theme.px(3), theme.px(120), theme.px(6))
            marks.panel(painter, bar, theme.px(3), theme.color("hover"))
            filled = QRectF(bar.left(), bar.top(), bar.width() * part.planned / most, bar.height())
            marks.panel(painter, filled, theme.px(3), tones[3])
            if part.done:
                filled.setWidth(min(bar.width() * part.done / most, bar.width()))
                marks.panel(painter, filled, theme.px(3), tones[0])
            is_over = part.planned > part.target
            room = QRectF(line)
            target = f" / {wording.hours(part.target)}"
            room.setRight(
                room.right() - marks.text_line(painter, room, target, theme.font("body"), theme.color("text-3"), right)
            )
            ink = theme.color("warn" if is_over else "text")
            planned = wording.hours(part.planned)
            room.setRight(room.right() - marks.text_line(painter, room, planned, theme.font("body-strong"), ink, right))
            if is_over:
                arrow = theme.px(12)
                place = QRectF(room.right() - arrow - theme.px(4), line.center().y() - arrow / 2, arrow, arrow)
                icons.draw(painter, "arrow-up", place, ink)


class _Line(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), theme.color("line-subtle"))


def remedy_words(remedy: Remedy, week: Week) -> str:
    """What a remedy does, such as "Umsetzung Do 14:30 auf 0:30 kürzen"; also the name of its undo step."""
    if remedy.kind is RemedyKind.RAISE or remedy.occurrence is None:
        return translate("BudgetHint", "Set the budget for {week} only to {hours}").format(
            week=wording.week_name(week), hours=wording.hours_h(remedy.target)
        )
    words = {"block": _block(remedy.occurrence)}
    if remedy.kind is RemedyKind.SHORTEN:
        return translate("BudgetHint", "Shorten {block} to {hours}").format(
            hours=wording.hours(remedy.minutes), **words
        )
    return translate("BudgetHint", "Move {block} to {week}").format(week=wording.week_name(week.shifted(1)), **words)


def _block(occurrence: Occurrence) -> str:
    name = short(occurrence.title or wording.activity(occurrence.activity))
    return f"{name} {wording.weekday_short(occurrence.starts_at.date())} {wording.clock(occurrence.starts_at)}"


def _verb(remedy: Remedy) -> str:
    return {
        RemedyKind.SHORTEN: translate("BudgetHint", "Shorten"),
        RemedyKind.POSTPONE: translate("BudgetHint", "Postpone"),
        RemedyKind.RAISE: translate("BudgetHint", "Raise"),
    }[remedy.kind]


def _consequence(remedy: Remedy, platforms: Mapping[int, Platform]) -> str:
    if remedy.kind is not RemedyKind.RAISE:
        return translate("BudgetHint", "Then {planned} / {target}").format(
            planned=wording.hours(remedy.after_planned), target=wording.hours_h(remedy.target)
        )
    if remedy.free is None:
        return ""
    platform_id, minutes = remedy.free
    return translate("BudgetHint", "{platform} still has {hours} free").format(
        platform=platforms[platform_id].name, hours=wording.hours_h(minutes)
    )
