"""How the month says things: dates, gaps, habits, outcomes of a drag."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from html import escape

from PySide6.QtCore import QCoreApplication

from db.records import Board, Campaign, Post, Status
from desktop import wording
from desktop.month.shown_month import ShownMonth
from desktop.planning.budget import PlatformBudget, Verdict
from desktop.planning.cards import PostCard
from desktop.planning.intents import Choice, ChoiceKey
from desktop.planning.month import Gap, Habit, MonthDay, MonthWeek
from desktop.series_words import Asked, Row
from desktop.ui import marks

translate = QCoreApplication.translate

_TITLE = 40  # characters of a title in a sentence


def mark(card: PostCard) -> Status | str:
    """The mark of a card: its status, or that it is overdue."""
    return marks.OVERDUE if card.is_overdue else card.status


def status_word(card: PostCard) -> str:
    """The same in a word."""
    return wording.overdue() if card.is_overdue else wording.status(card.status)


def title(text: str) -> str:
    """A post's title on one line."""
    return text.replace("\u00ad", "").replace("\n", " ") or wording.untitled()


def short_title(text: str) -> str:
    """A title within a sentence."""
    whole = title(text)
    return whole if len(whole) <= _TITLE else f"{whole[: _TITLE - 1].rstrip()}…"


def month_abbreviated(month: int) -> str:
    """Okt., Nov: the month beside a first day."""
    name, short = wording.month_name(month), wording.month_short(month)
    return name if name == short else translate("Month", "{month_short}").format(month_short=short)


def span(first: date, last: date) -> str:
    """12.–15.11., 29.10.–2.11., or one day."""
    if first == last:
        return wording.day_plain(first)
    if (first.year, first.month) == (last.year, last.month):
        return translate("Month", "{first}–{last}").format(first=first.day, last=wording.day_plain(last))
    return f"{wording.day_plain(first)}–{wording.day_plain(last)}"


def without_post(days: int) -> str:
    """4 days without a post."""
    return translate("Month", "%n day(s) without a post", "", days)


def gap() -> str:
    """The shortest word for it."""
    return translate("Month", "Gap")


def gap_name(of: Gap) -> str:
    """A gap in words: when, and how long."""
    if of.first == of.last:
        return translate("Month", "{day} free.").format(day=wording.day_plain(of.first))
    return f"{span(of.first, of.last)}: {without_post(len(of.days))}"


def habit(of: Habit) -> str:
    """LinkedIn: in all 6 weeks below 3; the number comes last."""
    words = {"platform": of.platform.name, "weeks": of.weeks, "of": of.of, "limit": of.limit}
    if of.weeks == of.of:
        if of.is_above:
            return translate("Month", "{platform}: in all {of} weeks above {limit}").format(**words)
        return translate("Month", "{platform}: in all {of} weeks below {limit}").format(**words)
    if of.is_above:
        return translate("Month", "{platform}: in {weeks} of {of} weeks above {limit}").format(**words)
    return translate("Month", "{platform}: in {weeks} of {of} weeks below {limit}").format(**words)


def campaign_dates(of: Campaign, seen_from: date) -> str:
    """26.11.–24.12., or until when, if it began before what is shown."""
    if of.starts_on < seen_from:
        return translate("Month", "until {day}").format(day=wording.day_plain(of.ends_on))
    return span(of.starts_on, of.ends_on)


def posts(count: int) -> str:
    """7 posts."""
    return translate("Month", "%n post(s)", "", count)


def posts_planned(count: int) -> str:
    """11 posts planned."""
    return translate("Month", "%n post(s) planned", "", count)


def day_name(day: MonthDay, shown: ShownMonth) -> str:
    """A day for assistive technology: date, today, what it is, posts, work, gap, campaigns."""
    parts = [wording.day_long(day.day)]
    parts += [translate("Month", "today")] if day.day == shown.today else []
    parts += [chip.name for chip in shown.names(day.day)]
    parts += [posts(len(day.posts)) if day.posts else translate("Month", "no post")]
    parts += [work(day.minutes)] if day.minutes else []
    parts += [gap()] if shown.gap(day.day) is not None else []
    parts += [campaign_name(chip.name) for chip in shown.campaigns_on(day.day)]
    return ", ".join(parts)


def work(minutes: int) -> str:
    """3:45 h of work."""
    return translate("Month", "{hours} of work").format(hours=wording.hours_h(minutes))


def campaign_name(name: str) -> str:
    """Campaign „Advent im Lindenhof“."""
    return translate("Month", "Campaign “{name}”").format(name=name)


def week_name(week: MonthWeek) -> str:
    """A week's totals for assistive technology."""
    if not week.budgets:
        return wording.week_name(week.week)
    parts = [f"{budget.platform.name} {budget.posts}{corridor_note(budget)}" for budget in week.budgets]
    total = week.total
    pattern = translate("Month", "{planned} of {target} hours planned, {done} done")
    hours = pattern.format(
        planned=wording.hours(total.planned), target=wording.hours(total.target), done=wording.hours(total.done)
    )
    return ", ".join((wording.week_name(week.week), *parts, hours))


def corridor_note(budget: PlatformBudget) -> str:
    """What is wrong with the number of posts, in brackets; empty when nothing is."""
    least, most = budget.corridor
    if budget.posts < least:
        return translate("Month", " (below {limit})").format(limit=least)
    return translate("Month", " (above {limit})").format(limit=most) if budget.posts > most else ""


# what a drag does


def signed(minutes: int) -> str:
    """+0:45."""
    return f"{'+' if minutes >= 0 else ''}{wording.hours(minutes)}"


def consequence(before: Sequence[PlatformBudget], after: Sequence[PlatformBudget]) -> tuple[str, bool]:
    """What a move does to a week's budgets, for the label beside it, and whether a week goes over its cap by it."""
    costly = [pair for pair in zip(before, after, strict=True) if pair[0].planned != pair[1].planned]
    if not costly:
        return translate("Month", "Budget stays"), False
    worse = [pair for pair in costly if pair[1].verdict is Verdict.OVER and pair[1].planned > pair[0].planned]
    was, will = (worse or costly)[0]
    more = f"  +{len(costly) - 1}" if len(costly) > 1 else ""
    planned, target = wording.hours(will.planned), wording.hours_h(will.target)
    return f"{will.platform.name} {signed(will.planned - was.planned)} → {planned} / {target}{more}", bool(worse)


def over(before: Sequence[PlatformBudget], after: Sequence[PlatformBudget]) -> str:
    """Which platform a move takes over its cap; empty when none."""
    for was, will in zip(before, after, strict=True):
        if will.verdict is Verdict.OVER and will.planned > was.planned:
            return translate("Month", "{platform} {planned} of {target}").format(
                platform=will.platform.name,
                planned=wording.hours(will.planned),
                target=wording.hours_h(will.target),
            )
    return ""


def when(at: datetime) -> str:
    """Do 26.11. · 12:30."""
    return f"{wording.day_short(at.date())} · {wording.clock(at)}"


def step(post: Post, is_copy: bool) -> str:
    """What the undo list calls a move or a copy."""
    name = short_title(post.title)
    if is_copy:
        return translate("Month", "Duplicate “{0}”").format(name)
    return translate("Month", "Move “{0}”").format(name)


def said(post: Post, at: datetime, is_copy: bool) -> str:
    """The sentence of the toast, as rich text."""
    words = {"name": escape(short_title(post.title)), "place": f"<b>{escape(wording.moment_short(at))}</b>"}
    if is_copy:
        return translate("Month", "“{name}” copied to {place}").format(**words)
    return translate("Month", "“{name}” moved to {place}").format(**words)


def asked(choices: Sequence[Choice], was: datetime, to: datetime) -> Asked:
    """What a move of something published asks."""
    days = {"to": _plain(to), "was": _plain(was), "at": wording.moment_short(to)}
    answers = {
        ChoiceKey.CORRECT_DATE: Row(
            ChoiceKey.CORRECT_DATE,
            translate("Month", "Correct the date"),
            translate("Month", "it went online {to} instead of {was}").format(**days),
            translate("Month", "Correct"),
        ),
        ChoiceKey.PLAN_COPY: Row(
            ChoiceKey.PLAN_COPY,
            translate("Month", "Plan a copy"),
            translate("Month", "new draft {at}, without approval and hours").format(**days),
            translate("Month", "Plan copy"),
        ),
    }
    return Asked(
        translate("Month", "This post is already online"),
        tuple(answers[choice.key] for choice in choices if choice.key in answers),
    )


def _plain(at: datetime) -> str:
    return f"{wording.day_short(at.date())}, {wording.clock(at)}"


def post_of(board: Board, post_id: int) -> Post | None:
    """The post of an id, None when it is not there any more."""
    return next((post for post in board.posts if post.id == post_id), None)


def days(count: int) -> str:
    """4 days."""
    return translate("Month", "%n day(s)", "", count)


def week_letters() -> str:
    """KW, Wk: above the numbers of the weeks."""
    return translate("Month", "Wk")


def week_word() -> str:
    """Week: above the totals."""
    return translate("Month", "Week")


def no_format() -> str:
    """What posts without a format are called."""
    return translate("Month", "without format")


def mix_title(month: int) -> str:
    """Formatmix November."""
    return translate("Month", "Format mix {month}").format(month=wording.month_name(month))
