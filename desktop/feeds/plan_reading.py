"""Our own calendar files, read as the plan that they were written from.

What a calendar cannot say does not come back: what has no date, skipped versions, effort and format, pictures and tags,
approvals, ticks and worked time, how platforms share a block, how posts repeat, planned moments of what is published,
texts that were cut for their length, and series without a safe rule: those come back as the single events of the file.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

import icalendar
from icalendar import Calendar, Event

from db.records import Board, Campaign, ClosedDay, Member, Occasion, Plan, Platform, Post, Status, Variant, WorkBlock
from desktop.feeds import origin
from desktop.feeds.events import PRODUCT
from desktop.feeds.expansion import TROUBLE
from desktop.feeds.findings import MOST_BYTES
from desktop.feeds.found_work import FIRST_YEAR, LAST_YEAR, FoundEvent, Numbers, Work, rule_of
from desktop.feeds.origin import OriginKind
from desktop.feeds.plain_text import clean, paragraphs
from desktop.planning.table_words import kind_of_key
from desktop.planning.week import instant, wall

_DAY = timedelta(days=1)
_MOST_SEEN = 2**31 - 2  # of a counter: other programs keep it in 31 bits, and the next edit adds one


class UnusableCode(StrEnum):
    """Why a file is no plan."""

    NOT_A_CALENDAR = "not_a_calendar"
    TOO_BIG = "too_big"  # more than `findings.MOST_BYTES`
    NOT_OURS = "not_ours"  # written by another program
    NO_DETAILS = "no_details"  # ours, but it tells only when, or titles alone
    BROKEN = "broken"
    UNKNOWN_PLATFORM = "unknown_platform"  # `detail` is its key
    OTHER_ZONE = "other_zone"  # `detail` is the file's zone, not the plan's


class Unusable(Exception):
    """The file cannot be read as a plan."""

    def __init__(self, code: UnusableCode, detail: str = "") -> None:
        super().__init__(f"{code}: {detail}")
        self.code = code
        self.detail = detail


@dataclass(frozen=True, slots=True)
class FoundPlan:
    """What a file says of a plan, but for its name, with ids of its own from 1 on.

    `others` are the ids of posts that work is done for and that are not in the file, by uid; `series` is the uid of the
    series for each single occurrence, by its uid. `counters` are the numbers that other programs have seen, by uid.
    """

    board: Board
    others: Mapping[str, int]
    series: Mapping[str, str]
    counters: Mapping[str, int]


def read_plan(data: bytes) -> FoundPlan:
    """The plan in a file. Raises Unusable.

    Not for two threads at once: icalendar keeps the zones that a file describes for the whole process.
    """
    if len(data) > MOST_BYTES:
        raise Unusable(UnusableCode.TOO_BIG)
    if PRODUCT.encode() not in data.replace(b"\r\n ", b""):
        # Nothing of another program is looked at more closely: it may hold whatever takes long.
        raise Unusable(UnusableCode.NOT_OURS if b"BEGIN:VCALENDAR" in data else UnusableCode.NOT_A_CALENDAR)
    icalendar.use_zoneinfo()  # type: ignore[no-untyped-call]
    try:
        calendar = Calendar.from_ical(data)
    except TROUBLE as trouble:
        raise Unusable(UnusableCode.NOT_A_CALENDAR) from trouble
    if str(calendar.get("PRODID", "")) != PRODUCT:
        raise Unusable(UnusableCode.NOT_OURS)
    try:
        return _read(calendar)
    except TROUBLE as trouble:
        raise Unusable(UnusableCode.BROKEN) from trouble


def _read(calendar: Calendar) -> FoundPlan:
    zone = ZoneInfo(str(calendar.get("X-WR-TIMEZONE") or "Etc/UTC"))
    found = [each for event in calendar.events if (each := _found(event, zone)) is not None]
    platforms = _platforms(found)
    numbers = Numbers({platform.key: platform.id for platform in platforms})
    posts = tuple(_posts([each for each in found if each.was.kind is OriginKind.POST], numbers, zone))
    work = Work([each for each in found if each.was.kind is OriginKind.WORK], numbers, zone)
    blocks = tuple(work.blocks())
    _look_at_names(posts, blocks)
    board = Board(
        weeks=(),
        plan=Plan("", zone.key, region="DE", language="de"),
        platforms=platforms,
        posts=posts,
        blocks=blocks,
        campaigns=tuple(_campaigns(found, numbers, posts, blocks)),
        members=tuple(Member(number, name, "") for name, number in numbers.members.items()),
        occasions=tuple(_occasions(found)),
        closed_days=tuple(_closed_days(found)),
    )
    others = {uid: number for uid, number in numbers.posts.items() if number > len(posts)}
    return FoundPlan(board, others, work.series, {each.uid: _counter(each.event) for each in found})


def _look_at_names(posts: Iterable[Post], blocks: Iterable[WorkBlock]) -> None:
    """See that no uid stands twice, and no platform in a post. Raises ValueError."""
    versions = [variant for post in posts for variant in post.variants]
    uids = [*(version.uid for version in versions), *(block.uid for block in blocks)]
    places = [(version.post_id, version.platform_id) for version in versions]
    if len({*uids}) < len(uids) or len({*places}) < len(places):
        raise ValueError("an event stands twice in the file")


def _found(event: Event, zone: ZoneInfo) -> FoundEvent | None:
    """An event with what it was; None for the line of a calendar without any. Raises ValueError and Unusable."""
    starts, ends = (_time(event, name, zone) for name in ("DTSTART", "DTEND"))
    if origin.PROPERTY not in event:
        if isinstance(starts, datetime) or len(event.categories) > 0:
            raise Unusable(UnusableCode.NO_DETAILS)
        return None
    if event.errors:
        raise ValueError(str(event.errors))
    uid = str(uuid.UUID(str(event["UID"])))
    was = origin.read(str(event[origin.PROPERTY]))
    return FoundEvent(event, uid, was, starts, ends, str(event.description or "")[: was.text])


def _time(event: Event, name: str, zone: ZoneInfo) -> date:
    """A day, or wall clock. Raises ValueError for a time that belongs to no zone, or to no minute."""
    value = event.decoded(name)
    if not isinstance(value, date):
        raise ValueError(f"{name} is no time")  # noqa: TRY004 - what is wrong is the file
    if not FIRST_YEAR <= value.year <= LAST_YEAR:
        raise ValueError(f"{name} in {value.year}")
    if not isinstance(value, datetime):
        return value
    if value.tzinfo is None:
        raise ValueError(f"{name} without a zone")
    found = wall(value.astimezone(UTC), zone)
    if found.second:
        raise ValueError(f"{name} within a minute")
    return found


def _counter(event: Event) -> int:
    number: int = event.sequence
    if not 0 <= number <= _MOST_SEEN:
        raise ValueError(f"SEQUENCE {number}")
    return number


def _platforms(found: Iterable[FoundEvent]) -> tuple[Platform, ...]:
    """All platforms, in the order of their making: it is that of their names in a title."""
    accounts = {account.key: account for each in found for account in each.was.accounts}
    platforms = []
    for number, account in enumerate(sorted(accounts.values(), key=lambda each: each.place), start=1):
        kind = kind_of_key(account.key)
        if kind is None:
            raise Unusable(UnusableCode.UNKNOWN_PLATFORM, account.key)
        platforms.append(Platform(number, account.key, kind, account.name, position=number - 1))
    return tuple(platforms)


def _posts(found: Iterable[FoundEvent], numbers: Numbers, zone: ZoneInfo) -> Iterator[Post]:
    groups: dict[str, list[FoundEvent]] = {}
    for each in found:
        groups.setdefault(str(uuid.UUID(each.was.post)), []).append(each)
    for uid, versions in groups.items():
        number, first = numbers.post(uid), versions[0]
        body = _body(first)
        yield Post(
            number,
            uid,
            first.was.title,
            body=body,
            campaign_id=numbers.campaign(first.was.people.campaign),
            owner_id=numbers.member(first.was.people.owner),
            approver_id=numbers.member(first.was.people.approver),
            note=first.was.note,
            created_at=first.created_at,
            variants=tuple(_version(each, number, body, numbers, zone) for each in versions),
        )


def _version(found: FoundEvent, post: int, body: str, numbers: Numbers, zone: ZoneInfo) -> Variant:
    was, own = found.was, _body(found)
    starts_at, _ = found.span
    is_out = Status.PUBLISHED in {was.status, was.held_from}
    (platform_id,) = numbers.platforms_of(was.accounts)
    return Variant(
        numbers.version(),
        found.uid,
        post,
        platform_id,
        starts_at=starts_at,
        body=None if own == body else own,
        hashtags=was.hashtags,
        link=was.link,
        status=was.status,
        held_from=was.held_from,
        published_at=instant(starts_at, zone) if is_out else None,
        url=was.url,
    )


def _body(found: FoundEvent) -> str:
    """The text without the paragraphs of hashtags and addresses below it."""
    was, text = found.was, found.text
    below = paragraphs(was.hashtags, was.link, was.url)
    if not below:
        return text
    if text == below:
        return ""
    if text.endswith(f"\n\n{below}"):
        return text.removesuffix(f"\n\n{below}")
    same = (clean(part) for part in (was.hashtags, was.link, was.url))
    return next((part for part in same if paragraphs(part, was.hashtags, was.link, was.url) == text), text)


def _campaigns(
    found: Iterable[FoundEvent], numbers: Numbers, posts: Sequence[Post], blocks: Sequence[WorkBlock]
) -> Iterator[Campaign]:
    """Those with days of their own, then those that posts and work only name, as long as these go."""
    told: dict[int, Campaign] = {}
    for each in found:
        if each.was.kind is OriginKind.CAMPAIGN:
            if isinstance(each.starts, datetime) or each.ends <= each.starts:
                raise ValueError(f"from {each.starts} to {each.ends}")
            number = numbers.campaigns.setdefault(each.was.title, len(numbers.campaigns) + 1)
            told[number] = Campaign(number, each.was.title, each.starts, each.ends - _DAY, each.text)
    days: dict[int, list[date]] = {}
    for post in posts:
        for variant in post.variants:
            if post.campaign_id is not None and variant.starts_at is not None:
                days.setdefault(post.campaign_id, []).append(variant.starts_at.date())
    for block in blocks:
        if block.campaign_id is not None:
            days.setdefault(block.campaign_id, []).append(block.starts_at.date())
    yield from told.values()
    for name, number in numbers.campaigns.items():
        if number not in told:
            yield Campaign(number, name, min(days[number]), max(days[number]))


def _occasions(found: Iterable[FoundEvent]) -> Iterator[Occasion]:
    for each in found:
        if each.was.kind is OriginKind.OCCASION:
            rule = rule_of(each.event)
            day = each.starts
            if rule.get("BYMONTHDAY") == [-1]:  # how a 29th of February is written
                day = date(day.year + -day.year % 4, 2, 29)
            yield Occasion(0, each.was.title, day, is_yearly=bool(rule))


def _closed_days(found: Iterable[FoundEvent]) -> Iterator[ClosedDay]:
    for each in found:
        if each.was.kind is OriginKind.CLOSED_DAY:
            if "RRULE" in each.event:
                yield ClosedDay(0, each.was.title, weekday=each.starts.weekday())
            else:
                yield ClosedDay(0, each.was.title, day=each.starts)
