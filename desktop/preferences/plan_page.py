"""The page about the plan itself: business, time, working hours, file."""

from __future__ import annotations

from dataclasses import replace
from importlib.resources import files

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from db.records import Hours, Plan
from desktop.planning.regions import REGIONS
from desktop.preferences.checked_field import CheckedField, address_problem, anything
from desktop.preferences.columns import Columns
from desktop.preferences.frame import add_head
from desktop.preferences.parts import Section, labelled, remark
from desktop.preferences.plan_files import PlanFile, PlanFiles, PlanTable
from desktop.preferences.working_hours import WorkingHours
from desktop.ui import theme
from desktop.ui.controls import Text
from desktop.ui.fields import SelectField, TimeField, help_text, label
from desktop.ui.parts import stacked

translate = QCoreApplication.translate

_CONTINENTS = frozenset(
    ("Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")
)
_LEAST_COLUMN = 400


class PlanPage(QWidget):
    """What belongs to the plan as a whole. Signals: `changed(Plan, name of the step)`.

    `files` and `table`, the cards about whole files, have signals of their own.
    """

    changed = Signal(object, str)

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
        self.files, self.table = PlanFiles(), PlanTable()
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
        self._title.setText(self.tr("Holds for this plan: “{name}”.").format(name=plan.name))
        self.files.show_file(file)

    def _lay_out(self) -> None:
        column = stacked(self)
        self._title = Text("", role="text-2", is_wrapped=True)
        add_head(column, self.tr("Plan"), self._title)
        cards = QWidget()
        columns = Columns(cards, gap=16, line_gap=16)
        left, right = QWidget(), QWidget()
        rows = stacked(left, spacing=16)
        rows.addWidget(self._business())
        rows.addWidget(self._time())
        rows.addWidget(self.files)
        rows = stacked(right, spacing=16)
        rows.addWidget(self._hours)
        rows.addWidget(self.table)
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

    def _put(self, step: str, **values: object) -> None:
        if self._plan is None:
            return
        # the fields above name their own values
        changed: Plan = replace(self._plan, **values)  # type: ignore[arg-type]
        if changed != self._plan:
            self.changed.emit(changed, step)

    def _put_hours(self, hours: tuple[Hours | None, ...]) -> None:
        self._put(self.tr("Change the working hours"), working_hours=hours)


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
