"""Every code, amount and date as words in the user's language; the only place that words them.

Sources are English; German comes from `resources/i18n`. Durations are whole minutes, planned times wall clock.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from db import errors
from db.records import Activity, Format, Platform, PlatformKind, Status, Week

if TYPE_CHECKING:
    from db.backup import Finding
    from desktop.planning.budget import PlatformBudget
    from desktop.planning.cards import PostCard
    from desktop.planning.intents import Refusal
    from desktop.planning.plan_table import RowProblem
    from desktop.planning.recurrence import Occurrence

translate = QCoreApplication.translate

TOLERANCE = 5  # minutes, product rule 7


def hours(minutes: int) -> str:
    """6:30, or −0:45 below zero (with a true minus sign)."""
    sign = "−" if minutes < 0 else ""
    whole, rest = divmod(abs(minutes), 60)
    return f"{sign}{whole}:{rest:02d}"


def hours_h(minutes: int) -> str:
    """The amount with its unit: 6:30 h."""
    return f"{hours(minutes)} h"


def clock(moment: datetime | int) -> str:
    """A time of day, from a moment or from minutes after midnight: 8:00."""
    minute = moment if isinstance(moment, int) else moment.hour * 60 + moment.minute
    return f"{minute // 60}:{minute % 60:02d}"


def time_range(starts: datetime, ends: datetime) -> str:
    """8:00–10:00; an end at the next day's midnight is 24:00."""
    return f"{clock(starts)}–{clock(1440 if ends.date() > starts.date() else ends)}"


def weekday_short(day: date) -> str:
    """Mo, Tue."""
    return weekday_name(day.weekday())


def weekday_names() -> tuple[str, ...]:
    """The seven short names, Monday first."""
    return tuple(weekday_name(number) for number in range(7))


def weekday_name(number: int) -> str:
    """A weekday's short name, Monday being 0."""
    match number:
        case 0:
            return translate("Dates", "Mon")
        case 1:
            return translate("Dates", "Tue")
        case 2:
            return translate("Dates", "Wed")
        case 3:
            return translate("Dates", "Thu")
        case 4:
            return translate("Dates", "Fri")
        case 5:
            return translate("Dates", "Sat")
    return translate("Dates", "Sun")


def weekday_long(day: date) -> str:
    """Monday."""
    match day.weekday():
        case 0:
            return translate("Dates", "Monday")
        case 1:
            return translate("Dates", "Tuesday")
        case 2:
            return translate("Dates", "Wednesday")
        case 3:
            return translate("Dates", "Thursday")
        case 4:
            return translate("Dates", "Friday")
        case 5:
            return translate("Dates", "Saturday")
    return translate("Dates", "Sunday")


def weekday_letter(day: date) -> str:
    """The first letter of the weekday, for the small month."""
    return weekday_long(day)[0]


def month_name(month: int) -> str:
    """The month's full name, January being 1."""
    match month:
        case 1:
            return translate("Dates", "January")
        case 2:
            return translate("Dates", "February")
        case 3:
            return translate("Dates", "March")
        case 4:
            return translate("Dates", "April")
        case 5:
            return translate("Dates", "May")
        case 6:
            return translate("Dates", "June")
        case 7:
            return translate("Dates", "July")
        case 8:
            return translate("Dates", "August")
        case 9:
            return translate("Dates", "September")
        case 10:
            return translate("Dates", "October")
        case 11:
            return translate("Dates", "November")
    return translate("Dates", "December")


def month_short(month: int) -> str:
    """The month in three letters, where the language writes dates with names."""
    return month_name(month)[:3]


def month_title(year: int, month: int) -> str:
    """November 2026."""
    return f"{month_name(month)} {year}"


def day_plain(day: date) -> str:
    """A day without its weekday: 26.11., 26 Nov."""
    return translate("Dates", "{day} {month_short}").format(
        day=day.day, month=day.month, month_short=month_short(day.month)
    )


def day_short(day: date) -> str:
    """Do 26.11., Thu 26 Nov."""
    return f"{weekday_short(day)} {day_plain(day)}"


def day_with_year(day: date) -> str:
    """Do 26.11.2026, Thu 26 Nov 2026."""
    pattern = translate("Dates", "{weekday} {day} {month_short} {year}")
    return pattern.format(
        weekday=weekday_short(day), day=day.day, month=day.month, month_short=month_short(day.month), year=day.year
    )


def day_long(day: date) -> str:
    """Donnerstag, 26. November; Thursday, 26 November."""
    pattern = translate("Dates", "{weekday}, {day} {month}")
    return pattern.format(weekday=weekday_long(day), day=day.day, month=month_name(day.month))


def moment_short(moment: datetime) -> str:
    """Do 26.11. 12:30: a day and a time of day."""
    return f"{day_short(moment.date())} {clock(moment)}"


def week_name(week: Week) -> str:
    """KW 48, Week 48."""
    return translate("Dates", "Week {number}").format(number=week.number)


def week_dates(week: Week) -> str:
    """23.–29. November 2026, with the first month and year where they differ."""
    first, last = week.days[0], week.days[-1]
    names = {"first": first.day, "last": last.day, "month": month_name(last.month), "year": last.year}
    if first.month == last.month:
        return translate("Dates", "{first}–{last} {month} {year}").format(**names)
    names |= {"first_month": month_name(first.month), "first_year": first.year}
    if first.year == last.year:
        return translate("Dates", "{first} {first_month} – {last} {month} {year}").format(**names)
    return translate("Dates", "{first} {first_month} {first_year} – {last} {month} {year}").format(**names)


def activity(of: Activity) -> str:
    """The activity's name."""
    match of:
        case Activity.PLANNING:
            return translate("Words", "Planning")
        case Activity.CREATION:
            return translate("Words", "Creation")
        case Activity.INTERACTION:
            return translate("Words", "Interaction")
        case Activity.MONITORING:
            return translate("Words", "Monitoring")


def status(of: Status) -> str:
    """The status' name."""
    match of:
        case Status.IDEA:
            return translate("Words", "Idea")
        case Status.DRAFT:
            return translate("Words", "Draft")
        case Status.REVIEW:
            return translate("Words", "Review")
        case Status.SCHEDULED:
            return translate("Words", "Scheduled")
        case Status.PUBLISHED:
            return translate("Words", "Published")
        case Status.SKIPPED:
            return translate("Words", "Skipped")
        case Status.HELD:
            return translate("Words", "Held")


def overdue() -> str:
    """The word for a moment that is past and not published."""
    return translate("Words", "Overdue")


def kind_name(kind: PlatformKind) -> str:
    """The display name of a kind of platform."""
    names = {
        PlatformKind.INSTAGRAM: "Instagram",
        PlatformKind.FACEBOOK: "Facebook",
        PlatformKind.LINKEDIN: "LinkedIn",
        PlatformKind.X: "X",
        PlatformKind.TIKTOK: "TikTok",
        PlatformKind.YOUTUBE: "YouTube",
        PlatformKind.PINTEREST: "Pinterest",
        PlatformKind.THREADS: "Threads",
        PlatformKind.BLUESKY: "Bluesky",
        PlatformKind.MASTODON: "Mastodon",
        PlatformKind.XING: "XING",
        PlatformKind.NEWSLETTER: "Newsletter",
        PlatformKind.BLOG: "Blog",
        PlatformKind.GOOGLE: translate("Words", "Google profile"),
        PlatformKind.WHATSAPP: translate("Words", "WhatsApp channel"),
    }
    return names[kind]


def format_name(of: Format) -> str:
    """The format's name: the built-in ones in the user's language unless the user renamed them."""
    built_in = {
        "text": ("Text", translate("Formats", "Text")),
        "image": ("Image", translate("Formats", "Image")),
        "carousel": ("Carousel", translate("Formats", "Carousel")),
        "story": ("Story", translate("Formats", "Story")),
        "reel": ("Reel", translate("Formats", "Reel")),
        "video": ("Video", translate("Formats", "Video")),
        "poll": ("Poll", translate("Formats", "Poll")),
        "event": ("Event", translate("Formats", "Event")),
        "article": ("Article", translate("Formats", "Article")),
    }
    source, word = built_in.get(of.key, (None, ""))
    return word if of.name in ("", source) else of.name


def verdict(budget: PlatformBudget) -> str:
    """How a week stands against its budget, in words (product rule 7)."""
    if budget.is_past:
        return translate("Budget", "{done} of {target} done").format(
            done=hours(budget.done), target=hours(budget.target)
        )
    if budget.planned < budget.target - TOLERANCE:
        return translate("Budget", "{rest} open").format(rest=hours(budget.target - budget.planned))
    if budget.planned > budget.cap + TOLERANCE:
        return translate("Budget", "{excess} over").format(excess=hours(budget.planned - budget.cap))
    if budget.planned > budget.target + TOLERANCE:
        excess = hours(budget.planned - budget.target)
        return translate("Budget", "within the cap, {excess} above target").format(excess=excess)
    return translate("Budget", "on budget")


def budget_name(budget: PlatformBudget) -> str:
    """The name of a budget bar for assistive technology."""
    words = {"platform": budget.platform.name, "target": hours(budget.target), "verdict": verdict(budget)}
    if budget.is_past:
        return translate("Budget", "{platform}: {verdict}").format(**words)
    pattern = translate("Budget", "{platform}: {planned} of {target} hours planned, {verdict}")
    return pattern.format(planned=hours(budget.planned), **words)


def platform_names(ids: Iterable[int], platforms: Mapping[int, Platform]) -> str:
    """Instagram, Facebook."""
    return ", ".join(platforms[each].name for each in ids)


def post_name(card: PostCard, platforms: Mapping[int, Platform]) -> str:
    """The name of a post's card for assistive technology."""
    state = overdue() if card.is_overdue else status(card.status)
    parts = [platform_names(card.platform_ids, platforms), moment_short(card.moment)]
    parts += [spoken(card.title) or untitled(), state]
    parts += [frequency(card.rrule)] if card.rrule else []
    return ", ".join(parts)


def block_name(occurrence: Occurrence, platforms: Mapping[int, Platform]) -> str:
    """The name of a work block for assistive technology."""
    when = f"{day_short(occurrence.starts_at.date())} {time_range(occurrence.starts_at, occurrence.ends_at)}"
    parts = [activity(occurrence.activity)]
    parts += [platforms[share.platform_id].name for share in occurrence.shares]
    parts += [when]
    parts += [spoken(occurrence.title)] if occurrence.title else []
    parts += [frequency(occurrence.rrule)] if occurrence.rrule else []
    parts += [done()] if occurrence.is_done else []
    return ", ".join(parts)


def spoken(title: str) -> str:
    """A title as it is read out: soft hyphens only say where a line may break."""
    return title.replace("\u00ad", "")


def untitled() -> str:
    """What stands where a title is missing."""
    return translate("Words", "Untitled")


def done() -> str:
    """The word for a ticked block."""
    return translate("Words", "done")


def frequency(rrule: str) -> str:
    """How often a series comes, in one word or two: weekly, every 2 weeks."""
    parts = dict(part.split("=", 1) for part in rrule.split(";"))
    every = int(parts.get("INTERVAL", "1"))
    match parts["FREQ"], every:
        case "DAILY", 1:
            return translate("Series", "daily")
        case "WEEKLY", 1:
            return translate("Series", "weekly")
        case "MONTHLY", 1:
            return translate("Series", "monthly")
        case "YEARLY", 1:
            return translate("Series", "yearly")
        case "DAILY", _:
            return translate("Series", "every {n} days").format(n=every)
        case "WEEKLY", _:
            return translate("Series", "every {n} weeks").format(n=every)
        case "MONTHLY", _:
            return translate("Series", "every {n} months").format(n=every)
    return translate("Series", "every {n} years").format(n=every)


def problem(of: errors.StorageProblem) -> str:
    """What is the matter with a file and what to do about it, in one sentence or two; names the file."""
    patterns: dict[type[errors.StorageProblem], str] = {
        errors.PlanMissing: translate("Problems", "There is no plan at {file}. Check the path, or start a new plan."),
        errors.PlanExists: translate("Problems", "{file} exists already and was left alone. Choose another name."),
        errors.PlanLocked: translate("Problems", "{file} is open in a window. Close the window and try again."),
        errors.PlanBusy: translate("Problems", "{file} is being written by another program. Try again in a moment."),
        errors.NotAPlan: translate("Problems", "{file} is not a Wochenwerk plan. Choose another file."),
        errors.PlanDamaged: translate(
            "Problems", "{file} is damaged and was left as it is. Put a backup in its place with “wochenwerk restore”."
        ),
        errors.PlanTooNew: translate(
            "Problems", "{file} was written by a newer Wochenwerk and was left as it is. Update the program to open it."
        ),
        errors.PlanReadOnly: translate(
            "Problems", "{file} cannot be written. Remove its write protection, or copy it to another folder."
        ),
        errors.DiskFull: translate(
            "Problems", "There is no room left on the disk for {file}. Free some space and try again; nothing is lost."
        ),
        errors.PictureTooLarge: translate("Problems", "A picture for {file} is too large. Use one below 50 MB."),
    }
    return patterns[type(of)].format(file=of.path)


def finding(of: Finding) -> str:
    """What is wrong inside a plan file; no full stop."""
    from db.backup import FindingKind  # noqa: PLC0415 - a check-up's business, which the start spares

    patterns = {
        FindingKind.DAMAGED: translate("Findings", "the file is damaged ({detail})"),
        FindingKind.REFERENCE: translate("Findings", "something that is referred to is missing ({detail})"),
        FindingKind.ZONE: translate("Findings", "the time zone “{detail}” is unknown"),
        FindingKind.RULE: translate("Findings", "a series has a rule that gives no dates ({detail})"),
        FindingKind.NO_VERSION: translate("Findings", "the post “{detail}” is on no platform"),
        FindingKind.PICTURE: translate("Findings", "the picture {detail} is missing or damaged"),
    }
    detail = of.detail[:12] if of.kind is FindingKind.PICTURE else of.detail
    return patterns[of.kind].format(detail=detail)


def row_problem(of: RowProblem) -> str:
    """What is wrong in a row of an imported table, with its number, field and value; no full stop."""
    from desktop.planning.plan_table import Reason  # noqa: PLC0415 - an import's business, which the start spares
    from desktop.planning.table_words import header  # noqa: PLC0415 - as above

    patterns = {
        Reason.EMPTY_TABLE: translate("Table", "the table is empty"),
        Reason.MISSING_COLUMN: translate("Table", "the column “{field}” is missing"),
        Reason.DOUBLE_COLUMN: translate("Table", "the column “{field}” is there twice"),
        Reason.MISSING: translate("Table", "“{field}” is empty"),
        Reason.TOO_MANY_CELLS: translate("Table", "“{value}” stands beyond the last column"),
        Reason.NOT_A_DATE: translate("Table", "“{value}” is no date; write 26.11.2026 or 2026-11-26"),
        Reason.NOT_A_TIME: translate("Table", "“{value}” is no time; write 12:15"),
        Reason.TIME_WITHOUT_DATE: translate("Table", "there is a time, but no date"),
        Reason.UNKNOWN_PLATFORM: translate("Table", "“{value}” is no known platform"),
        Reason.UNKNOWN_STATUS: translate("Table", "“{value}” is no status"),
        Reason.DERIVED_STATUS: translate("Table", "“{value}” follows from the date and cannot be given"),
        Reason.UNKNOWN_FORMAT: translate("Table", "“{value}” is no format of the plan"),
        Reason.NOT_MINUTES: translate("Table", "“{value}” is no number of minutes"),
    }
    field = "" if of.field is None else header(of.field, QLocale().name()[:2])
    what = patterns[of.reason].format(field=field, value=of.value)
    return translate("Table", "row {row}: {what}").format(row=of.row, what=what)


def gone() -> str:
    """Why an edit was not done: another program has removed what it is about."""
    return translate("Problems", "Nothing was changed: this is no longer in the plan.")


def stale() -> str:
    """Why an undo step is gone."""
    return translate("Problems", "This step can no longer be undone: the plan has changed meanwhile.")


def refusal(of: Refusal) -> str:
    """Why nothing happened; empty when there is nothing to say."""
    from desktop.planning.intents import RefusalReason  # noqa: PLC0415 - the first picture refuses nothing

    patterns = {
        RefusalReason.NOT_IN_PLAN: translate("Refusals", "This is no longer in the plan."),
        RefusalReason.NO_CHANGE: "",
        RefusalReason.NO_PLATFORM: translate("Refusals", "At least one platform is needed."),
        RefusalReason.PUBLISHED: translate("Refusals", "“{name}” is published and keeps its date."),
        RefusalReason.NOTHING_UNCOVERED: translate("Refusals", "All time for this is scheduled already."),
        RefusalReason.UNKNOWN_RULE: translate("Refusals", "This way of repeating gives no date. Change the rule."),
        RefusalReason.CLOCK_CHANGE: translate(
            "Refusals", "A series cannot begin in the hour of a clock change. Choose another time or day."
        ),
    }
    return patterns[of.reason].format(name=of.name or untitled())
