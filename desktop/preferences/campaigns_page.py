"""The page of the campaigns: the list at the left, one campaign's days, aim and budget at the right."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QWidget

from db.records import Campaign
from desktop import wording
from desktop.preferences.checked_field import CheckedField
from desktop.preferences.columns import Columns
from desktop.preferences.frame import add_head
from desktop.preferences.money_field import MoneyField, money
from desktop.preferences.parts import labelled
from desktop.preferences.record_halves import RecordHalves, RecordHead, SignTile
from desktop.preferences.record_list import Group, Item, RecordList
from desktop.preferences.week_field import days_span
from desktop.ui import icons, theme
from desktop.ui.controls import Card, Text
from desktop.ui.fields import DateField, TextArea, help_text
from desktop.ui.parts import stacked

translate = QCoreApplication.translate

_USUAL_DAYS = 28


@dataclass(frozen=True, slots=True)
class Campaigns:
    """What the page shows: by their first day, with the number of posts by campaign."""

    records: tuple[Campaign, ...]
    posts: Mapping[int, int]
    today: date


class CampaignsPage(QWidget):
    """Signals: `changed(Campaign, name of the step)`, `added(Campaign)`, `delete_requested(Campaign)`."""

    changed = Signal(object, str)
    added = Signal(object)
    delete_requested = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._campaigns = Campaigns((), {}, date.min)
        self._selected: int | None = None
        self._list = RecordList(self.tr("Campaigns"))
        self._form = CampaignForm()
        self._halves = RecordHalves(
            self._list,
            self._form,
            icons.CAMPAIGN,
            self.tr("Campaign"),
            self.tr("Add a campaign"),
            self.tr("A campaign is a band above its days in the week and month. A post joins it in its side panel."),
        )
        column = stacked(self)
        words = self.tr("Posts over several weeks with one aim.")
        add_head(column, self.tr("Campaigns"), Text(words, role="text-2", is_wrapped=True))
        column.addWidget(self._halves)
        column.addStretch(1)
        self._list.chosen.connect(self.select)
        self._halves.add_requested.connect(self._ask_new)
        self._form.changed.connect(self.changed)
        self._form.delete_requested.connect(self._ask_to_delete)

    def show_campaigns(self, campaigns: Campaigns, is_anew: bool = False) -> None:
        """Show other values; what is being typed stays unless `is_anew`."""
        self._campaigns = campaigns
        known = {each.id: each for each in campaigns.records}
        if self._selected not in known:
            self._selected = next((item.id for group in self._groups() for item in group.items), None)
        self._list.show_groups(self._groups(), self._selected)
        self._halves.show_any(bool(known))
        if self._selected is not None:
            self._show_form(known[self._selected], is_anew)

    def select(self, campaign_id: int) -> None:
        """Show the details of a campaign; nothing for an unknown one."""
        for each in self._campaigns.records:
            if each.id == campaign_id:
                self._selected = campaign_id
                self._list.select(campaign_id)
                self._show_form(each, is_anew=False)

    def take_name(self) -> None:
        """Let the user write the name of the campaign that is shown."""
        self._form.take_name()

    def _groups(self) -> list[Group]:
        today = self._campaigns.today
        coming = [each for each in self._campaigns.records if each.ends_on >= today]
        past = [each for each in reversed(self._campaigns.records) if each.ends_on < today]
        return [
            Group(self.tr("Running and coming"), [self._item(each) for each in coming]),
            Group(self.tr("Past"), [self._item(each, is_past=True) for each in past]),
        ]

    def _item(self, campaign: Campaign, is_past: bool = False) -> Item:
        count = self._campaigns.posts.get(campaign.id, 0)
        days = days_span(campaign.starts_on, campaign.ends_on)
        return Item(campaign.id, campaign.name, days, str(count or ""), icon=icons.CAMPAIGN, is_past=is_past)

    def _show_form(self, campaign: Campaign, is_anew: bool) -> None:
        count = self._campaigns.posts.get(campaign.id, 0)
        posts = self.tr("%n post(s)", "", count) if count else self.tr("No posts yet")
        days = self.tr("%n day(s)", "", (campaign.ends_on - campaign.starts_on).days + 1)
        parts = [posts, days]
        if campaign.budget_cents and count:
            each = money(round(campaign.budget_cents / count / 100) * 100)
            parts.append(self.tr("about {amount} per post").format(amount=each))
        self._form.show_campaign(campaign, ", ".join(parts), self._campaigns.today, is_anew)

    def _ask_new(self) -> None:
        first = self._campaigns.today
        last = first + timedelta(days=_USUAL_DAYS - 1)
        self.added.emit(Campaign(0, self.tr("New campaign"), first, last))

    def _ask_to_delete(self) -> None:
        for each in self._campaigns.records:
            if each.id == self._selected:
                self.delete_requested.emit(each)


class CampaignForm(Card):
    """Signals: `changed(Campaign, name of the step)`, `delete_requested()`."""

    changed = Signal(object, str)
    delete_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._campaign: Campaign | None = None
        self._head = RecordHead(SignTile(icons.CAMPAIGN))
        self._name = CheckedField(_name_problem)
        self._starts = DateField(show=wording.day_with_year)
        self._ends = DateField(show=wording.day_with_year)
        self._budget = MoneyField()
        self._brief = TextArea(self.tr("Whom should it reach, and what should they do?"), lines=5)
        column = stacked(self, (19, 15, 19, 17))
        column.addWidget(self._head)
        column.addSpacing(theme.px(12))
        column.addWidget(labelled(self.tr("Name"), self._name))
        column.addSpacing(theme.px(12))
        fields = QWidget()
        columns = Columns(fields)
        columns.add(labelled(self.tr("First day"), self._starts), 150)
        columns.add(labelled(self.tr("Last day"), self._ends), 150)
        columns.add(labelled(self.tr("Budget"), self._budget), 120)
        column.addWidget(fields)
        column.addSpacing(theme.px(12))
        column.addWidget(labelled(self.tr("Brief"), self._brief))
        column.addSpacing(theme.px(8))
        column.addWidget(help_text(self.tr("Both days belong to it. Deleting a campaign keeps its posts.")))
        self._head.delete_requested.connect(self.delete_requested)
        self._name.committed.connect(self._put_name)
        self._starts.committed.connect(self._put_start)
        self._ends.committed.connect(self._put_end)
        self._budget.committed.connect(self._put_budget)
        self._brief.committed.connect(self._put_brief)

    def take_name(self) -> None:
        """Let the user write the name."""
        self._name.setFocus(Qt.FocusReason.OtherFocusReason)
        self._name.editor.selectAll()

    def show_campaign(self, campaign: Campaign, remark: str, today: date, is_anew: bool = False) -> None:
        """Show a campaign; fields whose value stayed the same keep what is being typed, unless `is_anew`."""
        known = self._campaign
        before = None if is_anew or known is None or known.id != campaign.id else known
        self._campaign = campaign
        self._head.show_record(campaign.name, remark)
        for field in (self._starts, self._ends):
            field.set_today(today)
        if before is None or before.name != campaign.name:
            self._name.set_value(campaign.name)
        if before is None or before.starts_on != campaign.starts_on:
            self._starts.set_value(campaign.starts_on)
        if before is None or before.ends_on != campaign.ends_on:
            self._ends.set_value(campaign.ends_on)
        if before is None or before.budget_cents != campaign.budget_cents:
            self._budget.set_value(campaign.budget_cents)
        if before is None or before.brief != campaign.brief:
            self._brief.set_value(campaign.brief)

    def _put(self, step: str, changed: Campaign) -> None:
        if self._campaign is not None and changed != self._campaign:
            self.changed.emit(changed, step.format(name=self._campaign.name))

    def _put_name(self, name: str) -> None:
        if self._campaign is not None:
            self._put(self.tr("Rename “{name}”"), replace(self._campaign, name=name))

    def _put_start(self, first: date) -> None:
        """Begin on another day; an end before it goes along by as many days."""
        if self._campaign is None:
            return
        last = self._campaign.ends_on
        if last < first:
            last = first + (self._campaign.ends_on - self._campaign.starts_on)
        step = self.tr("Change the days of “{name}”")
        self._put(step, replace(self._campaign, starts_on=first, ends_on=last))

    def _put_end(self, last: date) -> None:
        if self._campaign is None:
            return
        if last < self._campaign.starts_on:
            self._ends.set_problem(self.tr("The last day cannot lie before the first."))
            return
        self._put(self.tr("Change the days of “{name}”"), replace(self._campaign, ends_on=last))

    def _put_budget(self, cents: int | None) -> None:
        if self._campaign is not None:
            step = self.tr("Change the budget of “{name}”")
            self._put(step, replace(self._campaign, budget_cents=cents))

    def _put_brief(self, brief: str) -> None:
        if self._campaign is not None:
            step = self.tr("Change the brief of “{name}”")
            self._put(step, replace(self._campaign, brief=brief.strip()))


def _name_problem(name: str) -> str:
    return "" if name else translate("CampaignsPage", "The campaign needs a name.")
