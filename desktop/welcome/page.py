"""The first start: four questions on one page, and the sentence that says what they mean in hours."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLayout, QScrollArea, QSpacerItem, QVBoxLayout, QWidget

from db.records import DEFAULT_CORRIDOR, DEFAULT_TARGET, Hours, Plan, Platform, PlatformKind
from desktop import wording
from desktop.planning.regions import REGIONS
from desktop.settings import machine_zone
from desktop.ui import icons, theme
from desktop.ui.buttons import Button, ToggleButton
from desktop.ui.choices import Segmented, WeekdayButtons
from desktop.ui.controls import CheckBox, Text
from desktop.ui.fields import LineField, SelectField, TimeField
from desktop.welcome.picture import WeekPicture

_FIRST_REGION = "DE-BW"
MINIMUM = (1000, 640)
_LEFT_WIDTH, _NARROW_LEFT_WIDTH = 500, 392
_MARGIN, _NARROW_MARGIN = 64, 40
_NARROW_BELOW = 1400
_ALONE_BELOW = 1000  # the questions need all of the width, as with large text
_LOW_BELOW = 800
_COLUMNS = 4
_OFFERED = (
    PlatformKind.INSTAGRAM,
    PlatformKind.FACEBOOK,
    PlatformKind.LINKEDIN,
    PlatformKind.TIKTOK,
    PlatformKind.YOUTUBE,
    PlatformKind.PINTEREST,
    PlatformKind.X,
    PlatformKind.THREADS,
    PlatformKind.GOOGLE,
    PlatformKind.WHATSAPP,
    PlatformKind.MASTODON,
    PlatformKind.BLUESKY,
    PlatformKind.XING,
    PlatformKind.NEWSLETTER,
    PlatformKind.BLOG,
)


class WelcomePage(QWidget):
    """Signals: `finished(Plan, tuple of Platform)`, `sample_requested`, `language_chosen("de" or "en")`."""

    finished = Signal(object, object)
    sample_requested = Signal()
    language_chosen = Signal(str)

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language_key = language
        self._gaps: list[QSpacerItem] = []
        self._name = LineField(self.tr("For example Café Lindenhof"))
        self._name.set_name(self.tr("Your business"))
        self._platforms = {
            kind: ToggleButton(wording.kind_name(kind), platform=kind, size=48, has_box=True) for kind in _OFFERED
        }
        self._days = WeekdayButtons(is_large=True)
        self._days.set_value(range(5))
        self._starts, self._ends = TimeField(), TimeField(latest=1440)
        self._starts.set_name(self.tr("Work starts"))
        self._ends.set_name(self.tr("Work ends"))
        self._starts.set_value(480)
        self._ends.set_value(1080)
        self._region = SelectField([(region.code, region.name(language), "map-pin") for region in REGIONS], size=34)
        self._region.set_name(self.tr("Public holidays and occasions"))
        self._region.set_value(_FIRST_REGION)
        self._occasions = CheckBox(self.tr("Suggest occasions: Advent, Mother's Day, Black Friday"), is_on=True)
        self._language = Segmented([("de", "Deutsch"), ("en", "English")])
        self._language.set_value(language)
        self._sentence = _Sentence()
        self._create = Button(self.tr("Create my week"), kind="primary", size=36, after="arrow-right")
        self._sample = Button(self.tr("Look at sample data"), "eye", size=36)
        self._lay_out()
        self._language.changed.connect(self.language_chosen)
        self._sample.clicked.connect(self.sample_requested)
        self._create.clicked.connect(self._finish)
        for toggle in self._platforms.values():
            toggle.toggled.connect(self._reckon)
        self._days.changed.connect(self._reckon)
        self._starts.committed.connect(self._reckon)
        self._ends.committed.connect(self._reckon)
        QShortcut(QKeySequence("Ctrl+Return"), self, self._finish)
        self._reckon()
        self._name.setFocus()
        self.setMinimumSize(*MINIMUM)

    def take_over(self, other: WelcomePage) -> None:
        """Keep what was answered before the language was changed."""
        self._name.set_value(other._name.value)
        for kind, toggle in other._platforms.items():
            self._platforms[kind].setChecked(toggle.isChecked())
        self._days.set_value(other._days.value)
        self._starts.set_value(other._starts.value)
        self._ends.set_value(other._ends.value)
        self._region.set_value(other._region.value)
        self._occasions.setChecked(other._occasions.isChecked())
        self._reckon()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # the parts take the room there is, see below
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._left = _Left()
        row.addWidget(self._left)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(self._questions())
        right.addWidget(area, 1)
        right.addWidget(self._foot())
        row.addLayout(right, 1)

    def _questions(self) -> QWidget:
        page = _Sheet("surface")
        column = self._column = QVBoxLayout(page)
        column.setSpacing(0)
        head = QHBoxLayout()
        titles = QVBoxLayout()
        titles.setSpacing(theme.px(4))
        titles.addWidget(Text(self.tr("Set up your week"), "display"))
        titles.addWidget(Text(self.tr("Four answers, all of them can be changed later."), role="text-2"))
        head.addLayout(titles, 1)
        head.addWidget(self._language, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        self._add_gap(column)
        column.addWidget(Text(self.tr("Your business"), "title-3"))
        column.addSpacing(theme.px(10))
        self._name.setMaximumWidth(theme.px(380))
        column.addWidget(self._name)
        self._add_gap(column)
        column.addLayout(self._titled(self.tr("Which platforms do you use?")))
        column.addSpacing(theme.px(10))
        grid = QGridLayout()
        grid.setSpacing(theme.px(10))
        for number, toggle in enumerate(self._platforms.values()):
            toggle.setMinimumWidth(1)  # the columns share the width evenly, whatever their longest name
            grid.addWidget(toggle, number // _COLUMNS, number % _COLUMNS)
        for number in range(_COLUMNS):
            grid.setColumnStretch(number, 1)
        column.addLayout(grid)
        self._add_gap(column)
        column.addLayout(self._times_and_region())
        self._add_gap(column)
        column.addWidget(self._sentence)
        column.addStretch(1)
        return page

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the questions the room they need."""
        super().resizeEvent(event)
        wide = event.size().width()
        is_narrow, is_alone = wide < theme.px(_NARROW_BELOW), wide < theme.px(_ALONE_BELOW)
        side = theme.px(_NARROW_MARGIN if is_narrow else _MARGIN)
        is_low = event.size().height() < theme.px(_LOW_BELOW)
        top = theme.px(28 if is_low else 52)
        for gap in self._gaps:
            gap.changeSize(0, theme.px(16 if is_low else 30))
        self._foot_sheet.setFixedHeight(theme.px(68 if is_low else 88))
        left = theme.px(_NARROW_LEFT_WIDTH if is_narrow else _LEFT_WIDTH)
        self._left.setFixedWidth(left)
        self._left.setVisible(not is_alone)
        self._column.setContentsMargins(side, top, side, theme.px(20))
        self._foot_row.setContentsMargins(side, 0, side, 0)
        self._sample_note.show()
        self._sample_note.setVisible(self._foot_row.sizeHint().width() <= wide - (0 if is_alone else left))
        self._column.invalidate()  # spacers do not tell their layout that they have changed

    def _add_gap(self, column: QVBoxLayout) -> None:
        gap = QSpacerItem(0, theme.px(30))
        self._gaps.append(gap)
        column.addItem(gap)

    def _titled(self, question: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(Text(question, "title-3"))
        advice = self.tr("Advice: start small, 6:00 h per platform and week")
        row.addWidget(Text(advice, "meta", "text-3"))
        row.addStretch(1)
        return row

    def _times_and_region(self) -> QHBoxLayout:
        work = QVBoxLayout()
        work.setSpacing(theme.px(8))
        work.addWidget(Text(self.tr("When do you work on it?"), "title-3"))
        work.addWidget(self._days)
        times = QHBoxLayout()
        times.setSpacing(theme.px(8))
        for field in (self._starts, self._ends):
            field.setFixedWidth(theme.px(98))
        times.addWidget(self._starts)
        times.addWidget(Text(self.tr("to"), role="text-2"))
        times.addWidget(self._ends)
        times.addStretch(1)
        work.addLayout(times)
        region = QVBoxLayout()
        region.setSpacing(theme.px(8))
        region.addWidget(Text(self.tr("Public holidays and occasions"), "title-3"))
        region.addWidget(self._region)
        region.addWidget(self._occasions)
        region.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(theme.px(32))
        row.addLayout(work, 1)
        row.addLayout(region, 1)
        return row

    def _foot(self) -> QWidget:
        foot = self._foot_sheet = _Sheet("subtle", has_top_line=True)
        row = self._foot_row = QHBoxLayout(foot)
        row.setSpacing(theme.px(12))
        row.addWidget(self._sample)
        note = self.tr("A complete café to try out; it is thrown away on closing")
        self._sample_note = Text(note, "meta", "text-3")
        self._sample.setToolTip(note)
        row.addWidget(self._sample_note)
        row.addStretch(1)
        row.addWidget(self._create)
        return foot

    def _chosen(self) -> list[PlatformKind]:
        return [kind for kind, toggle in self._platforms.items() if toggle.isChecked()]

    def _reckon(self) -> None:
        count = len(self._chosen())
        self._create.setEnabled(count > 0)
        if not count:
            self._sentence.say("", self.tr("Choose at least one platform to begin with."))
            return
        total = count * DEFAULT_TARGET
        first = self.tr("%n platform(s), {hours} per week.", "", count).format(hours=wording.hours_h(total))
        fewest, most = (count * number for number in DEFAULT_CORRIDOR)
        posts = self.tr("{fewest} to {most} posts").format(fewest=fewest, most=most)
        days = len(self._days.value)
        if not days:
            self._sentence.say(first, self.tr("That makes {posts}.").format(posts=posts))
            return
        per_day = wording.hours_h(round(total / days))
        pattern = self.tr("That makes {per_day} per working day and {posts}.")
        self._sentence.say(first, pattern.format(per_day=per_day, posts=posts))

    def _finish(self) -> None:
        if not self._chosen():
            return
        starts, ends = self._starts.value, self._ends.value
        if starts is None or ends is None or ends <= starts:
            self._ends.set_problem(self.tr("Work has to end after it starts."))
            self._ends.setFocus()
            return
        self._ends.set_problem(None)
        days = self._days.value
        plan = Plan(
            name=self._name.value.strip() or self.tr("My business"),
            zone=machine_zone(),
            region=self._region.value or _FIRST_REGION,
            language=self._language_key,
            suggests_occasions=self._occasions.isChecked(),
            working_hours=tuple(Hours(starts, ends) if day in days else None for day in range(7)),
            created_at=datetime.now(UTC),
        )
        platforms = tuple(
            Platform(0, str(kind), kind, wording.kind_name(kind), position=number)
            for number, kind in enumerate(self._chosen())
        )
        self.finished.emit(plan, platforms)


class _Sheet(QWidget):
    def __init__(self, role: str, has_top_line: bool = False) -> None:
        super().__init__()
        self._role, self._has_top_line = role, has_top_line

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.color(self._role))
        if self._has_top_line:
            painter.fillRect(0, 0, self.width(), 1, theme.color("line"))


class _Left(QWidget):
    """What the program is; its picture goes where the window is too low for all of it."""

    def __init__(self) -> None:
        super().__init__()
        self._column = column = QVBoxLayout(self)
        self._gaps = tuple(QSpacerItem(0, 0) for _gap in range(2))
        self._picture = WeekPicture()
        column.setSpacing(0)
        brand = QHBoxLayout()
        brand.setSpacing(theme.px(11))
        brand.addWidget(_Logo())
        brand.addWidget(Text("Wochenwerk", "title-2"))
        brand.addStretch(1)
        column.addLayout(brand)
        column.addSpacerItem(self._gaps[0])
        column.addWidget(Text(self.tr("Social media,\nplanned in hours."), "display"))
        column.addSpacing(theme.px(12))
        promise = self.tr(
            "Posts and working time stand in one week. So you see what the six hours per platform are enough for."
        )
        column.addWidget(Text(promise, "title-3", "text-2", weight=400, is_wrapped=True))
        column.addSpacerItem(self._gaps[1])
        column.addWidget(self._picture)
        column.addStretch(1)
        private = QHBoxLayout()
        private.setSpacing(theme.px(12))
        private.addWidget(_Lock(), 0, Qt.AlignmentFlag.AlignTop)
        words = self.tr("Everything stays on this computer.\nNo account, no cloud.")
        private.addWidget(Text(words, role="text-2"), 1)
        column.addLayout(private)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw together in low windows, and leave the picture out before anything lies over something else."""
        super().resizeEvent(event)
        is_low = event.size().height() < theme.px(_LOW_BELOW)
        for gap, usual in zip(self._gaps, (52, 40), strict=True):
            gap.changeSize(0, theme.px(20 if is_low else usual))
        side = theme.px(44)
        self._column.setContentsMargins(side, theme.px(28 if is_low else 52), side, theme.px(20 if is_low else 36))
        self._picture.show()
        self._column.invalidate()
        self._picture.setVisible(self._column.totalHeightForWidth(event.size().width()) <= event.size().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.color("window"))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), theme.color("line"))


class _Logo(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(theme.px(28), theme.px(28))

    def paintEvent(self, _event: QPaintEvent) -> None:
        icons.logo(QPainter(self), QRectF(self.rect()))


class _Lock(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(theme.px(18), theme.px(18))

    def paintEvent(self, _event: QPaintEvent) -> None:
        icons.draw(QPainter(self), "lock", QRectF(self.rect()), theme.color("text-2"))


class _Sentence(QWidget):
    """The live consequence of the answers: a strong beginning and the rest."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(46), theme.px(12), theme.px(16), theme.px(12))
        row.setSpacing(theme.px(4))
        self._strong = Text("", "body-strong")
        self._rest = Text("")
        row.addWidget(self._strong)
        row.addWidget(self._rest, 1)

    def say(self, strong: str, rest: str) -> None:
        self._strong.setText(strong)
        self._strong.setVisible(bool(strong))
        self._rest.setText(rest)
        self.setAccessibleName(f"{strong} {rest}".strip())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent-tint"))
        painter.drawRoundedRect(QRectF(self.rect()), theme.px(10), theme.px(10))
        side = theme.px(17)
        icons.draw(
            painter,
            "calendar-week",
            QRectF(theme.px(17), (self.height() - side) / 2, side, side),
            theme.color("accent-text"),
        )
