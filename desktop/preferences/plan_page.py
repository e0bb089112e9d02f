"""The page about the plan itself: business, time, file, working hours."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from importlib.resources import files
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, Qt, Signal
from PySide6.QtWidgets import QWidget

from db.records import Hours, Plan
from desktop import wording
from desktop.planning.regions import REGIONS
from desktop.preferences.checked_field import CheckedField, address_problem, anything
from desktop.preferences.columns import Columns
from desktop.preferences.parts import Choice, Line, Section, beside, labelled, remark, stacked
from desktop.preferences.working_hours import WorkingHours
from desktop.ui import theme
from desktop.ui.controls import Button, Switch, Text
from desktop.ui.fields import SelectField, TimeField, help_text, label
from desktop.ui.popover import Sign

translate = QCoreApplication.translate

_CONTINENTS = frozenset(
    ("Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")
)
_LEAST_COLUMN = 400


@dataclass(frozen=True, slots=True)
class PlanFile:
    """The file on the disk: sizes in bytes, `saved` as wall clock in the plan's zone; `now` likewise."""

    path: Path
    size: int
    picture_size: int
    saved: datetime
    now: datetime


class PlanPage(QWidget):
    """Signals: `changed(Plan, name of the step)`; `folder_requested()`."""

    changed = Signal(object, str)
    folder_requested = Signal()

    def __init__(self, language: str) -> None:
        super().__init__()
        self._plan: Plan | None = None
        self._name = CheckedField(_name_problem)
        self._place = CheckedField(anything)
        self._website = CheckedField(address_problem, "link")
        self._region = SelectField([(region.code, region.name(language)) for region in REGIONS])
        self._region_title = label(_region_words(""), self._region)
        self._zone = SelectField([(zone, zone.replace("_", " "), "clock") for zone in _zones()])
        self._post_time = TimeField()
        self._hours = WorkingHours()
        self._occasions = Switch(self.tr("Suggest occasions"))
        self._file_name, self._file_facts = Line("", "body-strong"), Line("", "meta", "text-3")
        self._folder = Button(self.tr("Show in folder"), "folder")
        self._lay_out()
        self._connect()

    def show_plan(self, plan: Plan, file: PlanFile, is_anew: bool = False) -> None:
        """Show the plan; fields whose value stayed the same keep what is being typed, unless `is_anew`."""
        before = None if is_anew else self._plan
        self._plan = plan
        for name, field in (("name", self._name), ("place", self._place), ("website", self._website)):
            if before is None or getattr(before, name) != getattr(plan, name):
                field.set_value(getattr(plan, name))
        if before is None or before.post_minute != plan.post_minute:
            self._post_time.set_value(plan.post_minute)
        self._region.set_value(plan.region)
        self._region_title.setText(_region_words(plan.region))
        self._region.set_name(_region_words(plan.region))
        if plan.zone not in self._zone.keys:
            self._zone.set_options([(zone, zone.replace("_", " "), "clock") for zone in (plan.zone, *_zones())])
        self._zone.set_value(plan.zone)
        self._hours.show_hours(plan.working_hours)
        self._occasions.setChecked(plan.suggests_occasions)
        self._title.setText(self.tr("Holds for this plan: “{name}”.").format(name=plan.name))
        self._show_file(file)

    def _show_file(self, file: PlanFile) -> None:
        self._file_name.set_text(file.path.name)
        saved = wording.clock(file.saved)
        if file.saved.date() != file.now.date():
            saved = wording.moment_short(file.saved)
        facts = {"size": data_size(file.size), "pictures": data_size(file.picture_size), "moment": saved}
        pattern = (
            self.tr("{size}, pictures {pictures} on top; last saved {moment}")
            if file.picture_size
            else self.tr("{size}; last saved {moment}")
        )
        self._file_facts.set_text(pattern.format(**facts))

    def _lay_out(self) -> None:
        column = stacked(self)
        column.addWidget(Text(self.tr("Plan"), "title-2"))
        column.addSpacing(theme.px(2))
        self._title = Text("", role="text-2", is_wrapped=True)
        column.addWidget(self._title)
        column.addSpacing(theme.px(14))
        cards = QWidget()
        columns = Columns(cards, gap=16, line_gap=16)
        left, right = QWidget(), QWidget()
        rows = stacked(left, spacing=16)
        rows.addWidget(self._business())
        rows.addWidget(self._time())
        rows.addWidget(self._file())
        rows = stacked(right, spacing=16)
        rows.addWidget(self._hours)
        rows.addWidget(self._behaviour())
        columns.add(left, _LEAST_COLUMN)
        columns.add(right, _LEAST_COLUMN)
        column.addWidget(cards)
        column.addStretch(1)

    def _business(self) -> QWidget:
        card = Section(self.tr("Business"))
        fields = QWidget()
        columns = Columns(fields)
        columns.add(labelled(self.tr("Name"), self._name), 170)
        columns.add(labelled(self.tr("Place"), self._place), 170)
        region = QWidget()
        rows = stacked(region, spacing=5)
        rows.addWidget(self._region_title)
        rows.addWidget(self._region)
        columns.add(region, 170)
        columns.add(labelled(self.tr("Website"), self._website), 170)
        card.body.addWidget(fields)
        return card

    def _time(self) -> QWidget:
        card = Section(self.tr("Time"))
        fields = QWidget()
        columns = Columns(fields)
        columns.add(labelled(self.tr("Time zone of the plan"), self._zone), 170)
        columns.add(labelled(self.tr("Time of new posts"), self._post_time), 170)
        card.body.addWidget(fields)
        card.body.addSpacing(theme.px(8))
        words = self.tr("Weeks begin on Monday and are called week 48. In another time zone, 12:15 stays 12:15.")
        card.body.addWidget(remark(help_text(words)))
        return card

    def _file(self) -> QWidget:
        card = Section(self.tr("File"), gap=10)
        row = beside()
        row.addWidget(Sign("archive"))
        words = stacked()
        words.addWidget(self._file_name)
        words.addWidget(self._file_facts)
        row.addLayout(words, 1)
        card.body.addLayout(row)
        card.body.addSpacing(theme.px(10))
        card.body.addWidget(self._folder, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _behaviour(self) -> QWidget:
        card = Section(self.tr("Behaviour"), gap=6)
        examples = self.tr("Advent, Mother's Day, Black Friday and others stand in the week as a reminder")
        card.body.addWidget(Choice(self.tr("Suggest occasions"), examples, self._occasions))
        return card

    def _connect(self) -> None:
        steps = (
            (self._name, "name", self.tr("Change the name of the plan")),
            (self._place, "place", self.tr("Change the place")),
            (self._website, "website", self.tr("Change the website")),
            (self._region, "region", self.tr("Change the region of public holidays")),
            (self._zone, "zone", self.tr("Change the time zone")),
            (self._post_time, "post_minute", self.tr("Change the time of new posts")),
        )
        for field, name, step in steps:
            field.committed.connect(lambda value, name=name, step=step: self._put(step, **{name: value}))
        self._hours.committed.connect(self._put_hours)
        self._occasions.clicked.connect(self._put_occasions)
        self._folder.clicked.connect(self.folder_requested)

    def _put(self, step: str, **values: object) -> None:
        if self._plan is None:
            return
        # the fields above name their own values
        changed: Plan = replace(self._plan, **values)  # type: ignore[arg-type]
        if changed != self._plan:
            self.changed.emit(changed, step)

    def _put_hours(self, hours: tuple[Hours | None, ...]) -> None:
        self._put(self.tr("Change the working hours"), working_hours=hours)

    def _put_occasions(self, is_on: bool) -> None:
        step = self.tr("Suggest occasions") if is_on else self.tr("Suggest no occasions")
        self._put(step, suggests_occasions=is_on)


def _zones() -> tuple[str, ...]:
    """The names of all zones that mean a place, and UTC."""
    names = files("tzdata").joinpath("zones").read_text(encoding="utf-8").split()
    return (*sorted(name for name in names if name.partition("/")[0] in _CONTINENTS), "UTC")


def _region_words(region: str) -> str:
    """What the parts of a country are called there."""
    if region.startswith("CH"):
        return translate("PlanPage", "Canton for public holidays")
    return translate("PlanPage", "Region for public holidays")


def _name_problem(name: str) -> str:
    return "" if name else translate("PlanPage", "The plan needs a name.")


def data_size(count: int) -> str:
    """An amount of bytes with two digits or more: 1.2 MB, 214 MB."""
    precision = 1 if count >= 1000 and len(str(count)) % 3 == 1 else 0
    return QLocale().formattedDataSize(count, precision, QLocale.DataSizeFormat.DataSizeSIFormat)
