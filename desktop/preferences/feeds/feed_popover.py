"""A form for one calendar: its name, what stands in it, how much it tells, and how far it reaches."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from db.feed_records import Feed, Privacy
from db.records import PlatformKind
from desktop import feed_words
from desktop.preferences.checked_field import CheckedField
from desktop.preferences.feeds.state import FeedsState
from desktop.preferences.form_popover import FormPopover
from desktop.preferences.parts import labelled
from desktop.ui import theme
from desktop.ui.controls import CheckBox, Segmented, ToggleButton
from desktop.ui.fields import SelectField, help_text, label
from desktop.ui.flow import Flow
from desktop.ui.parts import beside, stacked

_PAST = (0, 30, 60, 180, 365)  # days
_FUTURE = (30, 90, 180, 365, 730)


class FeedPopover(FormPopover):
    """Signals: `accepted(Feed, name of the step)`. Goes away for good when it closes; one without a name is new."""

    accepted = Signal(object, str)

    def __init__(self, parent: QWidget, feed: Feed, state: FeedsState) -> None:
        super().__init__(parent, 440)
        self._feed = feed
        self._taken = {each.name.casefold() for each in state.feeds if each is not feed}
        self.name = CheckedField(self._name_problem, placeholder=self.tr("For example Advent"))
        self._holds = {
            "has_posts": CheckBox(self.tr("Posts"), feed.has_posts),
            "has_drafts": CheckBox(self.tr("Drafts too"), feed.has_drafts),
            "has_work": CheckBox(self.tr("Work blocks"), feed.has_work),
            "has_days": CheckBox(self.tr("Campaigns and occasions"), feed.has_days),
        }
        self.privacy = Segmented([(each.value, feed_words.privacy(each)) for each in Privacy], is_wide=True)
        self.past = SelectField([(str(days), self._days(days)) for days in sorted({*_PAST, feed.past_days})])
        self.future = SelectField([(str(days), self._days(days)) for days in sorted({*_FUTURE, feed.future_days})])
        self._platforms = _Chips(((each.id, each.name, each.kind) for each in state.platforms), feed.platform_ids)
        self._campaigns = _Chips(((each.id, each.name, None) for each in state.campaigns), feed.campaign_ids)
        self._members = _Chips(((each.id, each.name, None) for each in state.members), feed.member_ids)
        self._problem = help_text("")
        self._lay_out(feed)
        self._fill(feed)

    def _lay_out(self, feed: Feed) -> None:
        self.add_title(self.tr("Calendar") if feed.name else self.tr("New calendar"), "rss")
        self.body.addSpacing(theme.px(10))
        self.body.addWidget(labelled(self.tr("Name"), self.name))
        holds = QWidget()
        flow = Flow(holds, gap=16, line_gap=4)
        for box in self._holds.values():
            flow.add(box)
        self._add(self.tr("Holds"), holds)
        for title, chips in (
            (self.tr("Only these platforms"), self._platforms),
            (self.tr("Only these campaigns"), self._campaigns),
            (self.tr("Only for these people"), self._members),
        ):
            if chips.chips:
                self._add(title, chips)
        self._add(self.tr("Tells"), self.privacy)
        reach = beside(spacing=12)
        for title, field in ((self.tr("Looks back"), self.past), (self.tr("Looks ahead"), self.future)):
            reach.addWidget(labelled(title, field), 1)
        self.body.addSpacing(theme.px(10))
        self.body.addLayout(reach)
        self.body.addSpacing(theme.px(8))
        self.body.addWidget(self._problem)
        self.body.addSpacing(theme.px(6))
        self.add_foot(self.tr("Apply") if feed.name else self.tr("Add"))

    def _add(self, title: str, what: QWidget) -> None:
        whole = QWidget()
        column = stacked(whole, spacing=5)
        column.addWidget(label(title, what))
        column.addWidget(what)
        self.body.addSpacing(theme.px(10))
        self.body.addWidget(whole)

    def _fill(self, feed: Feed) -> None:
        self.name.set_value(feed.name)
        self.privacy.set_value(feed.privacy.value)
        self.past.set_value(str(feed.past_days))
        self.future.set_value(str(feed.future_days))
        self._problem.setText(
            self.tr("All platforms, campaigns and people where none is chosen.") if self._has_chips() else ""
        )
        self._problem.setVisible(bool(self._problem.text()))

    def _has_chips(self) -> bool:
        return any(each.chips for each in (self._platforms, self._campaigns, self._members))

    def _days(self, days: int) -> str:
        return self.tr("%n day(s)", "", days) if days else self.tr("From today")

    def _name_problem(self, name: str) -> str:
        if not name:
            return self.tr("The calendar needs a name.")
        if name.casefold() in self._taken:
            return self.tr("Another calendar has this name.")
        return ""

    def _accept(self) -> None:
        self.name.commit()
        name = self.name.value
        if self.name.problem or not name:
            self.name.set_problem(self._name_problem(name or ""))
            self.name.setFocus()
            return
        holds = {key: box.isChecked() for key, box in self._holds.items()}
        if not any(holds[key] for key in ("has_posts", "has_work", "has_days")):
            self._problem.setText(self.tr("Choose at least one thing that the calendar holds."))
            self._problem.set_role("danger")
            self._problem.show()
            self._holds["has_posts"].setFocus()
            return
        feed = replace(
            self._feed,
            name=name,
            platform_ids=self._platforms.chosen(),
            campaign_ids=self._campaigns.chosen(),
            member_ids=self._members.chosen(),
            privacy=Privacy(self.privacy.value),
            past_days=int(self.past.value or 0),
            future_days=int(self.future.value or 0),
            has_posts=holds["has_posts"],
            has_drafts=holds["has_drafts"],
            has_work=holds["has_work"],
            has_days=holds["has_days"],
        )
        is_new = not self._feed.name
        step = self.tr("Add the calendar “{name}”") if is_new else self.tr("Change the calendar “{name}”")
        self.dismiss()
        self.accepted.emit(feed, step.format(name=name))


class _Chips(QWidget):
    """Some of many, by their ids; platforms carry their tiles."""

    def __init__(self, named: Iterable[tuple[int, str, PlatformKind | None]], chosen: frozenset[int]) -> None:
        super().__init__()
        self.chips = {each: ToggleButton(name, platform=kind, size=28) for each, name, kind in named}
        for each, chip in self.chips.items():
            chip.setChecked(each in chosen)
        flow = Flow(self, gap=6, line_gap=6)
        for chip in self.chips.values():
            flow.add(chip)

    def chosen(self) -> frozenset[int]:
        """The ids whose chips are on."""
        return frozenset(each for each, chip in self.chips.items() if chip.isChecked())
