"""A small form for one week: another target, another cap, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from db.records import Platform, Week, WeekOverride
from desktop.preferences.cap_field import LONGEST_WEEK, CapField
from desktop.preferences.form_popover import FormPopover
from desktop.preferences.parts import labelled
from desktop.preferences.week_field import WeekField, week_span
from desktop.ui import theme
from desktop.ui.fields import LineField, MinutesField, help_text
from desktop.ui.parts import beside


class OverridePopover(FormPopover):
    """Signals: `accepted(WeekOverride)`. Goes away for good when it closes.

    An override with an id moves to the week that is chosen; one that a week has already (`known`) is shown instead.
    """

    accepted = Signal(object)

    def __init__(
        self,
        parent: QWidget,
        platform: Platform,
        override: WeekOverride,
        known: Mapping[Week, WeekOverride],
        today: date,
    ) -> None:
        super().__init__(parent)
        self._platform, self._override, self._known = platform, override, known
        self._own_id = override.id
        self.week = WeekField(today)
        self.target = MinutesField("clock", has_unit=True, most=LONGEST_WEEK)
        self.cap = CapField()
        self.note = LineField(self.tr("For example Christmas"))
        self._span = help_text("")
        self.add_title(self.tr("Other values for one week"), "calendar-week")
        gap = theme.px(10)
        self.body.addSpacing(gap)
        self.body.addWidget(labelled(self.tr("Week"), self.week))
        self.body.addSpacing(theme.px(4))
        self.body.addWidget(self._span)
        self.body.addSpacing(gap)
        amounts = beside(spacing=12)
        for title, field in ((self.tr("Target"), self.target), (self.tr("Cap"), self.cap)):
            amounts.addWidget(labelled(title, field), 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(amounts)
        self.body.addSpacing(gap)
        self.body.addWidget(labelled(self.tr("Note"), self.note))
        self.body.addSpacing(theme.px(14))
        self.add_foot(self.tr("Apply"))
        self.week.committed.connect(self._turn_to)
        self.target.committed.connect(self._follow_target)
        self._show(override)

    def _show(self, override: WeekOverride) -> None:
        target = self._platform.target if override.target is None else override.target
        own_cap = self._platform.cap if override.target is None else None
        cap = override.cap if override.cap is not None else own_cap
        self.week.set_value(override.week)
        self.target.set_value(target)
        self.cap.least = target
        self.cap.set_value(max(target, cap or 0))
        self.note.set_value(override.note)
        self._show_span(override.week)

    def _show_span(self, week: Week) -> None:
        self._span.setText(week_span(week))

    def _turn_to(self, week: Week) -> None:
        known = self._known.get(week)
        if known is not None:
            self._override = known
            self._show(known)
        else:
            self._override = replace(self._override, id=self._own_id, week=week)
            self._show_span(week)

    def _follow_target(self, target: int) -> None:
        self.cap.least = target
        if (self.cap.value or 0) < target:
            self.cap.set_value(target)

    def _accept(self) -> None:
        fields = (self.week, self.target, self.cap)
        for field in fields:
            field.commit()
        wrong = next((field for field in fields if field.problem), None)
        if wrong is not None:
            wrong.setFocus()
            return
        week, target, cap = self.week.value, self.target.value, self.cap.value
        if week is None or target is None or cap is None:
            return
        accepted = replace(
            self._override,
            week=week,
            target=target,
            cap=None if cap == target else cap,
            note=self.note.value.strip(),
        )
        self.dismiss()
        self.accepted.emit(accepted)
