"""What the footer says is missing, and how its formats and campaigns are put into words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from db.records import Campaign, Format
from desktop import wording
from desktop.month import words
from desktop.month.footer import MOST_HINTS, CampaignLine, Hint, MixPart
from desktop.month.shown_month import ShownMonth
from desktop.planning.month import Gap, Habit, format_mix, habits


def hints(shown: ShownMonth) -> tuple[Hint, ...]:
    """Gaps and habits, by date; where that is too much, what can still be mended stands first."""
    coming = [_gap(gap, shown.today) for gap in shown.gaps if gap.last >= shown.today]
    passed = [_gap(gap, shown.today) for gap in shown.gaps if gap.last < shown.today]
    usual = [_habit(habit) for habit in habits(shown.weeks)]
    whole = (*passed, *usual, *coming)
    return whole if len(whole) <= MOST_HINTS else (*coming, *usual, *reversed(passed))


def _gap(gap: Gap, today: date) -> Hint:
    text = words.gap_name(gap)
    target = next((day for day in gap.days if day >= today), None)
    length = words.days(len(gap.days))
    before, found, after = text.partition(length) if gap.first != gap.last else (text, "", "")
    if target is not None:
        after = f"{after}." if found else ""
    return Hint(before, found, after, target)


def _habit(habit: Habit) -> Hint:
    text, limit = words.habit(habit), str(habit.limit)
    return Hint(text.removesuffix(limit), limit) if text.endswith(limit) else Hint(text)


def mix(shown: ShownMonth, formats: Sequence[Format]) -> tuple[MixPart, ...]:
    """The formats of the month's posts, most first."""
    names = {each.key: wording.format_name(each) for each in formats}
    return tuple(
        MixPart(key, names.get(key, key) if key else words.no_format(), count)
        for key, count in format_mix(shown.weeks, shown.year, shown.month)
    )


def campaign_lines(
    shown: ShownMonth, campaigns: Sequence[Campaign], planned: Mapping[int, int]
) -> tuple[CampaignLine, ...]:
    """The campaigns in sight, in the order of their bars; `planned` counts their posts with a date."""
    known = {campaign.id: campaign for campaign in campaigns}
    found = [known[each] for each in shown.campaign_places if each in known]
    return tuple(
        CampaignLine(
            campaign.name,
            f"{words.campaign_dates(campaign, shown.first)} · {words.posts_planned(planned.get(campaign.id, 0))}",
        )
        for campaign in found
    )
