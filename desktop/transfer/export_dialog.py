"""What goes into an exported calendar file: which days, platforms and things, and how much it tells."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from db.feed_records import Privacy
from db.records import Platform, Week
from desktop import feed_words, wording
from desktop.feed_words import Said
from desktop.feeds.scope import Scope
from desktop.preferences.plan_files import data_size
from desktop.transfer.dialog import Dialog
from desktop.ui import theme
from desktop.ui.buttons import Button
from desktop.ui.controls import CheckBox, Segmented, ToggleButton
from desktop.ui.fields import DateField, help_text, label
from desktop.ui.flow import Flow
from desktop.ui.parts import beside, stacked
from desktop.ui.state_line import StateLine

translate = QCoreApplication.translate

_WEEK, _MONTH, _ALL, _OWN = "week", "month", "all", "own"
_REST_MS = 200  # after the last choice, before it is counted


@dataclass(frozen=True, slots=True)
class Counted:
    """What a choice comes to: events, and the bytes of each file it takes."""

    events: int
    sizes: tuple[int, ...]


class ExportDialog(Dialog):
    """Counts while the user chooses.

    Signals: `chosen(Scope)` after every choice, to be answered by `show_count`; `wanted()` when the file shall be
    written; `feeds_wanted()` when a subscription is the better idea.
    """

    chosen = Signal(object)
    wanted = Signal()
    feeds_wanted = Signal()

    def __init__(self, window: QWidget, platforms: Sequence[Platform], week: Week) -> None:
        """Take the active platforms of the plan, and the week that the range starts from."""
        super().__init__(window, self.tr("Export a calendar file"), 580)
        self._week = week
        middle = week.days[3]
        month = wording.month_title(middle.year, middle.month)
        self.range = Segmented(
            [(_WEEK, wording.week_name(week)), (_MONTH, month), (_ALL, self.tr("Whole plan")), (_OWN, self.tr("Days"))]
        )
        self.first, self.last = DateField(show=wording.day_with_year), DateField(show=wording.day_with_year)
        self.platforms = {each.id: ToggleButton(each.name, platform=each.kind, size=28) for each in platforms}
        for button in self.platforms.values():
            button.setChecked(True)
        self.posts = CheckBox(self.tr("Posts"), is_on=True)
        self.drafts = CheckBox(self.tr("Drafts too"), is_on=True)
        self.work = CheckBox(self.tr("Work blocks"), is_on=True)
        self.days = CheckBox(self.tr("Campaigns and occasions"))
        self.privacy = Segmented([(each.value, feed_words.privacy(each)) for each in Privacy])
        self._count, self.export = StateLine(), Button(self.tr("Export …"), kind="primary")
        self.usual = self.export
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(lambda: self.chosen.emit(self.scope()))
        self._lay_out()
        self._connect()
        self.range.set_value(_ALL)
        self.first.set_value(week.days[0])
        self.last.set_value(week.days[-1])
        self._choose()

    def scope(self) -> Scope:
        """What is chosen."""
        first, last = self._span()
        on = frozenset(each for each, chip in self.platforms.items() if chip.isChecked())
        return Scope(
            platform_ids=None if len(on) == len(self.platforms) else on,
            has_posts=self.posts.isChecked(),
            has_drafts=self.drafts.isChecked(),
            has_work=self.work.isChecked(),
            has_days=self.days.isChecked(),
            first=first,
            last=last,
            privacy=Privacy(self.privacy.value),
        )

    def show_progress(self, done: int, of_all: int) -> None:
        """Say how far the count is; a choice in between begins it anew."""
        if not self._rest.isActive():
            self._say(Said(self.tr("Counting … {percent}%").format(percent=100 * done // max(of_all, 1))))

    def show_count(self, counted: Counted) -> None:
        """Say what the present choice comes to."""
        self._say(said_of(counted))
        self.export.setEnabled(counted.events > 0)

    def _span(self) -> tuple[date | None, date | None]:
        match self.range.value:
            case "week":
                return self._week.days[0], self._week.days[-1]
            case "month":
                middle = self._week.days[3]
                days = monthrange(middle.year, middle.month)[1]
                return middle.replace(day=1), middle.replace(day=days)
            case "own":
                return self.first.value, self.last.value
        return None, None

    def _lay_out(self) -> None:
        self._own = QWidget()
        days = beside(self._own, spacing=12)
        for title, field in ((self.tr("From"), self.first), (self.tr("To"), self.last)):
            column = stacked(spacing=5)
            column.addWidget(label(title, field))
            column.addWidget(field)
            days.addLayout(column, 1)
        self._add(self.tr("Range"), self.range)
        self.body.addWidget(self._own)
        chips = QWidget()
        flow = Flow(chips, gap=6, line_gap=6)
        for chip in self.platforms.values():
            flow.add(chip)
        self._add(self.tr("Platforms"), chips)
        things = QWidget()
        flow = Flow(things, gap=16, line_gap=4)
        for box in (self.posts, self.drafts, self.work, self.days):
            flow.add(box)
        self._add(self.tr("Holds"), things)
        self._add(self.tr("Tells"), self.privacy)
        self.body.addSpacing(theme.px(6))
        self.body.addWidget(self._count)
        words = self.tr(
            "A file is a copy. Imported again, Thunderbird skips what it knows and Outlook may show it twice."
            " A subscription follows every change."
        )
        note = help_text(words)
        self.body.addWidget(note)
        to_feeds = Button(self.tr("To the calendar feeds"), kind="link", size=26)
        to_feeds.clicked.connect(self._go_to_feeds)
        cancel = Button(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        foot = beside()
        foot.addWidget(to_feeds)
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(self.export)
        self.body.addSpacing(theme.px(8))
        self.body.addLayout(foot)

    def _add(self, title: str, what: QWidget) -> None:
        row = stacked(spacing=5)
        row.addWidget(label(title, what))
        if isinstance(what, Segmented):
            row.addWidget(what, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            row.addWidget(what)
        self.body.addLayout(row)
        self.body.addSpacing(theme.px(4))

    def _connect(self) -> None:
        self.range.changed.connect(self._choose)
        self.privacy.changed.connect(self._choose)
        for field in (self.first, self.last):
            field.committed.connect(self._choose)
        for button in (*self.platforms.values(), self.posts, self.drafts, self.work, self.days):
            button.clicked.connect(self._choose)
        self.export.clicked.connect(self.wanted)

    def _choose(self) -> None:
        """Ask for the count of what is chosen now, unless that cannot hold anything."""
        self._own.setVisible(self.range.value == _OWN)
        self.drafts.setEnabled(self.posts.isChecked())
        self.export.setEnabled(False)
        first, last = self._span()
        if first is not None and last is not None and last < first:
            self._rest.stop()
            self._say(Said(self.tr("The last day lies before the first one. Exchange them."), "warn"))
            return
        self._say(Said(self.tr("Counting …")))
        self._rest.start()

    def _fit(self) -> None:
        """Be as high as what is shown: Qt does not ask layouts of several lines how high they get."""
        self.body.activate()
        wide = max(self.minimumWidth(), self.width() if self.isVisible() else 0)
        high = self.body.totalHeightForWidth(wide)
        self.setMinimumHeight(high)
        self.resize(wide, max(high, self.height() if self.isVisible() else 0))

    def _say(self, said: Said) -> None:
        self._count.say(said)
        self._fit()

    def _go_to_feeds(self) -> None:
        self.reject()
        self.feeds_wanted.emit()


def said_of(counted: Counted) -> Said:
    """The sentence about a choice; several files are a warning, nothing at all is one too."""
    events, files = counted.events, len(counted.sizes)
    if not events:
        return Said(translate("ExportDialog", "Nothing of the plan is in there. Choose more."), "warn")
    count = translate("ExportDialog", "%n event(s)", "", events)
    size = data_size(sum(counted.sizes))
    if files == 1:
        return Said(translate("ExportDialog", "{events}, {size}").format(events=count, size=size), "ok")
    words = translate("ExportDialog", "Split into %n file(s), because many programs take no larger ones", "", files)
    return Said(translate("ExportDialog", "{events}, {size}. {files}.").format(events=count, size=size, files=words))
