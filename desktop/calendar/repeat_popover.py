"""How a work block or a post repeats: weekdays or another rhythm, how often, until when, and what that adds up to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication, QRect, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop import wording
from desktop.calendar import rule_words
from desktop.calendar.panel_parts import Box, Mark, heading, remark
from desktop.planning.rules import Frequency, MonthPlace, Rule
from desktop.ui import theme
from desktop.ui.controls import Button, Segmented, Text, WeekdayButtons
from desktop.ui.fields import DateField, LineField, SelectField
from desktop.ui.parts import beside, stacked
from desktop.ui.popover import Popover

translate = QCoreApplication.translate

NEVER, WEEKLY, CUSTOM = "never", "weekly", "custom"
ON_DATE, AFTER = "on_date", "after"
WIDTH = 372
LONGEST = 999  # dates of a series
USUAL_DATES = 8
_INTERVALS = {Frequency.DAILY: 30, Frequency.WEEKLY: 12, Frequency.MONTHLY: 12, Frequency.YEARLY: 5}


@dataclass(frozen=True, slots=True)
class Repeated:
    """The block or post that is to be repeated, as far as the form must know it: wall clock and real minutes.

    A post has no end; `made` says how many further posts a rule makes at once, for a post that does not repeat yet.
    """

    starts_at: datetime
    ends_at: datetime | None
    minutes: int
    has_posts: bool = False
    made: Callable[[Rule], int] | None = None


def kind_of(rule: Rule | None) -> str:
    """Which segment says it: "every week" for weekly on some days, whatever the end."""
    is_plain = rule is not None and rule.frequency is Frequency.WEEKLY and rule.interval == 1
    return WEEKLY if is_plain else CUSTOM


class RepeatKind(Segmented):
    """Never, every week or an own rule; in shorter words where there is little room."""

    def __init__(self) -> None:
        self._long = {
            NEVER: translate("RepeatKind", "Never"),
            WEEKLY: translate("RepeatKind", "Every week"),
            CUSTOM: translate("RepeatKind", "Own rule …"),
        }
        self._short = {
            NEVER: translate("RepeatKind", "Never"),
            WEEKLY: translate("RepeatKind", "Week"),
            CUSTOM: translate("RepeatKind", "Rule …"),
        }
        super().__init__(list(self._long.items()), is_wide=True)
        self._natural = self.sizeHint().width()
        for key, name in self._long.items():
            self.segment(key).setMinimumWidth(theme.px(40))
            self.segment(key).setAccessibleName(name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the words."""
        super().resizeEvent(event)
        for key, word in (self._long if self.width() >= self._natural else self._short).items():
            self.set_text(key, word)


class RepeatForm(QWidget):
    """The fields of a rule and the sentence that it makes.

    Signals: `changed` after every choice.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._block = Repeated(datetime(2026, 1, 1), datetime(2026, 1, 1), 0)
        self.kind = RepeatKind()
        self.weekdays = WeekdayButtons()
        self.rhythm = SelectField(
            [
                (Frequency.DAILY, self.tr("Daily")),
                (Frequency.WEEKLY, self.tr("Weekly")),
                (Frequency.MONTHLY, self.tr("Monthly")),
                (Frequency.YEARLY, self.tr("Yearly")),
            ]
        )
        self.place = SelectField([])
        self.interval = SelectField([])
        self.end = SelectField(
            [(NEVER, self.tr("never")), (ON_DATE, self.tr("on a date")), (AFTER, self.tr("after some dates"))]
        )
        self.until = DateField(show=wording.day_with_year)
        self.count = LineField()
        self._sentence = Text(is_wrapped=True)
        self._sentence.setTextFormat(Qt.TextFormat.RichText)
        self._words = Text("", "meta", "text-3", is_wrapped=True)
        self._remark = remark("info-circle", self._words)
        self._lay_out()
        for field, name in {
            self.rhythm: self.tr("Rhythm"),
            self.place: self.tr("Day"),
            self.interval: self.tr("Every"),
            self.end: self.tr("Ends"),
            self.until: self.tr("Last date"),
            self.count: self.tr("Number of dates"),
        }.items():
            field.set_name(name)
            field.committed.connect(self._follow)
        self.kind.changed.connect(self._follow)
        self.weekdays.changed.connect(self._follow)

    @property
    def is_never(self) -> bool:
        """Tell whether nothing is to be repeated."""
        return self.kind.value == NEVER

    @property
    def rule(self) -> Rule | None:
        """The rule as the fields stand; None for never, and while a field makes no sense."""
        if self.is_never:
            return None
        frequency = self._frequency()
        days = tuple(sorted(self.weekdays.value)) if frequency is Frequency.WEEKLY else ()
        rule = Rule(frequency, int(self.interval.value or 1), days)
        if frequency in {Frequency.MONTHLY, Frequency.YEARLY}:
            rule = replace(rule, place=MonthPlace(self.place.value or MonthPlace.DAY))
        if self.end.value == ON_DATE:
            until = self.until.value
            starts = rule.first(self._block.starts_at).date()
            return None if until is None or until < starts else replace(rule, until=until)
        if self.end.value == AFTER:
            typed = self.count.value.strip()
            is_number = typed.isdecimal() and 1 <= int(typed) <= LONGEST
            return replace(rule, count=int(typed)) if is_number else None
        return rule

    def show_rule(self, rule: Rule | None, block: Repeated) -> None:
        """Fill the fields for a block or post; None stands for never, with a weekly rule at hand."""
        self._block = block
        day = block.starts_at.date()
        shown = rule or Rule(Frequency.WEEKLY, weekdays=(day.weekday(),))
        self.kind.set_value(NEVER if rule is None else WEEKLY if shown.frequency is Frequency.WEEKLY else CUSTOM)
        self.weekdays.set_value(shown.weekdays or (day.weekday(),))
        self.rhythm.set_value(shown.frequency)
        self._offer(shown.frequency)
        self.place.set_value(shown.place)
        self.interval.set_value(str(shown.interval))
        self.end.set_value(ON_DATE if shown.until else AFTER if shown.count else NEVER)
        self.until.set_value(shown.until or day + timedelta(weeks=USUAL_DATES))
        self.count.set_value(str(shown.count or USUAL_DATES))
        self._arrange()

    def choose_kind(self, kind: str) -> None:
        """Go on with never, weekly or an own rule."""
        self.kind.set_value(kind)
        self._arrange()

    def _frequency(self) -> Frequency:
        return Frequency.WEEKLY if self.kind.value == WEEKLY else Frequency(self.rhythm.value or Frequency.WEEKLY)

    def _offer(self, frequency: Frequency) -> None:
        """Fill the choices that depend on the rhythm and keep what was chosen where it is still possible."""
        every, place = self.interval.value, self.place.value
        numbers = range(1, _INTERVALS[frequency] + 1)
        self.interval.set_options([(str(n), rule_words.interval(frequency, n)) for n in numbers])
        self.interval.set_value(every if every and int(every) in numbers else "1")
        day = self._block.starts_at.date()
        places = rule_words.possible_places(day)
        self.place.set_options([(each, rule_words.place(each, frequency, day)) for each in places])
        self.place.set_value(place if place in places else places[0])

    @Slot()
    def _follow(self) -> None:
        if not self.weekdays.value:
            self.weekdays.set_value((self._block.starts_at.weekday(),))
        self._offer(self._frequency())
        self._arrange()
        self.changed.emit()

    def _arrange(self) -> None:
        frequency, rule = self._frequency(), self.rule
        is_own = self.kind.value == CUSTOM
        self._rhythm_part.setVisible(is_own)
        self._days_part.setVisible(frequency is Frequency.WEEKLY and not self.is_never)
        self._place_part.setVisible(is_own and frequency in {Frequency.MONTHLY, Frequency.YEARLY})
        self._span_part.setVisible(not self.is_never)
        self.until.setVisible(self.end.value == ON_DATE)
        self.count.setVisible(self.end.value == AFTER)
        wrong = rule is None and not self.is_never
        self.until.set_problem(self.tr("Choose a day after the first date") if wrong else None)
        self.count.set_problem(self.tr("Enter a number from 1 to 999") if wrong else None)
        block = self._block
        if rule is not None:
            self._sentence.setText(rule_words.sentence(rule, block.starts_at, block.ends_at, block.minutes))
        elif self.is_never:
            is_post = block.ends_at is None
            self._sentence.setText(self.tr("The post stays alone.") if is_post else self.tr("The block stays once."))
        self._box.setVisible(not wrong)
        self._show_remark(rule)

    def _show_remark(self, rule: Rule | None) -> None:
        """Say what happens beside the rule itself: what is made, or what stays behind."""
        words, block = "", self._block
        if rule is not None and block.made is not None and (made := block.made(rule)):
            words = self.tr("The next %n date(s) are made as ideas with a date.", "", made)
        elif rule is not None and block.has_posts:
            words = self.tr("Linked posts stay with the first date.")
        self._words.setText(words)
        self._remark.setVisible(bool(words))

    def _lay_out(self) -> None:
        column = stacked(self, spacing=10)
        column.addWidget(self.kind)
        self._rhythm_part = self._part(self.tr("Rhythm"), self.rhythm)
        self._days_part = self._part(self.tr("On these days"), self.weekdays)
        self._place_part = self._part(self.tr("Day"), self.place)
        self._span_part = QWidget()
        span = beside(self._span_part)
        span.addWidget(self._part(self.tr("Every"), self.interval), 10, Qt.AlignmentFlag.AlignTop)
        ends = self._part(self.tr("Ends"), self.end)
        inner = ends.layout()
        if isinstance(inner, QVBoxLayout):
            inner.addSpacing(theme.px(6))
            inner.addWidget(self.until)
            inner.addWidget(self.count)
        span.addWidget(ends, 16, Qt.AlignmentFlag.AlignTop)
        self._box = Box("accent-wash", "accent-tint")
        row = beside(self._box, (10, 8, 10, 8))
        row.addWidget(Mark("calendar-event", "text-2", 16), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._sentence, 1)
        for part in (self._rhythm_part, self._days_part, self._place_part, self._span_part, self._box, self._remark):
            column.addWidget(part)

    @staticmethod
    def _part(name: str, field: QWidget) -> QWidget:
        part = QWidget()
        column = stacked(part)
        column.addWidget(heading(name))
        column.addWidget(field)
        return part


class RepeatPopover(Popover):
    """The form with its two buttons; goes away for good with its answer.

    Signals: `chosen(Rule | None)`, None for never.
    """

    chosen = Signal(object)

    def __init__(self, block: Repeated, rule: Rule | None, kind: str, parent: QWidget) -> None:
        super().__init__(parent, WIDTH)
        self.form = RepeatForm()
        self.form.show_rule(rule, block)
        self.form.choose_kind(kind)
        self.form.changed.connect(self._follow)
        self.cancel = Button(self.tr("Cancel"))
        self.cancel.clicked.connect(self.dismiss)
        self.primary = Button(self.tr("Repeat"), kind="primary")
        self.primary.clicked.connect(self._choose)
        self.add_title(self.tr("Repeat"), "repeat", is_closable=True)
        self.body.addSpacing(theme.px(10))
        self.body.addWidget(self.form)
        self.body.addSpacing(theme.px(12))
        foot = beside()
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.primary)
        self.body.addLayout(foot)
        self.closed.connect(self.deleteLater)
        self._follow()

    def open_beside(self, anchor: QWidget) -> None:
        """Open at the left of a widget."""
        self.open_at(QRect(anchor.mapToGlobal(anchor.rect().topLeft()), anchor.size()), "left")
        self.form.kind.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the rule."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.primary.isEnabled():
            self._choose()
            event.accept()
            return
        super().keyPressEvent(event)

    @Slot()
    def _follow(self) -> None:
        self.primary.setText(self.tr("Do not repeat") if self.form.is_never else self.tr("Repeat"))
        self.primary.setEnabled(self.form.is_never or self.form.rule is not None)

    @Slot()
    def _choose(self) -> None:
        rule = self.form.rule
        self.dismiss()
        self.chosen.emit(rule)
