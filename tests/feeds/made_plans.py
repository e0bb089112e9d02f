"""Plans that nobody would write by hand: odd times, odd texts, every repetition that the program offers.

They are as a plan file could hold them: rules are written by `Rule.text`, exceptions lie on places of their series.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from db.records import (
    Activity,
    BlockException,
    BlockLink,
    Board,
    Campaign,
    ClosedDay,
    ExceptionKind,
    Member,
    Occasion,
    Platform,
    PlatformKind,
    Post,
    Revision,
    Share,
    Status,
    Variant,
    WorkBlock,
)
from desktop.planning.recurrence import rule_starts
from desktop.planning.rules import Frequency, MonthPlace, Rule
from desktop.planning.week import instant, settled
from tests.builders import a_plan

ZONES = ("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca")
FIRST, LAST = date(2020, 1, 1), date(2035, 12, 31)
# Days and hours around clock changes of these zones, Casablanca's around Ramadan among them
_EDGES = (
    *(datetime(2026, 3, 29, 2), datetime(2026, 10, 25, 2), datetime(2027, 3, 14, 2), datetime(2026, 11, 1, 1)),
    *(datetime(2026, 4, 5, 1, 30), datetime(2026, 10, 4, 2), datetime(2026, 2, 15, 2), datetime(2026, 3, 22, 2)),
)
_MINUTE = timedelta(minutes=1)
_DAY = timedelta(days=1)

texts = st.text(
    st.one_of(
        st.sampled_from("aäß ,;:\\\"'\n\r\t<>&\x00\x07\x1b\x7f\x85\xad\u2028\u200d🌷👩‍🍳é—…nN"),
        st.characters(),
        st.characters(categories=["Cs"]),
    ),
    max_size=60,
)
long_texts = st.one_of(texts, st.builds(lambda text, times: text * times, texts, st.integers(2, 300)))
days = st.dates(date(2020, 1, 1), date(2034, 12, 31))
moments = st.one_of(
    st.datetimes(datetime(2019, 6, 1), datetime(2034, 12, 31)),
    st.builds(
        lambda edge, years, minutes: edge.replace(year=edge.year + years) + minutes * _MINUTE,
        st.sampled_from(_EDGES),
        st.integers(-6, 8),
        st.integers(-200, 200),
    ),
)


def uid(kind: int, number: int) -> str:
    """The UID of a made record."""
    return f"00000000-0000-4000-8{kind:03d}-{number:012d}"


@st.composite
def walls(draw: st.DrawFn, zone: ZoneInfo) -> datetime:
    """A time that the zone's clocks show, in either pass where there are two, to the minute."""
    wall = draw(moments).replace(second=0, microsecond=0, fold=draw(st.integers(0, 1)))
    return settled(wall, zone)


@st.composite
def rules(draw: st.DrawFn, starts_at: datetime) -> Rule:
    """A rule as the repeat popover makes it for a block that stands here."""
    frequency = draw(st.sampled_from(Frequency))
    weekdays: tuple[int, ...] = ()
    if frequency is Frequency.WEEKLY:
        weekdays = tuple(sorted(draw(st.sets(st.integers(0, 6), min_size=1, max_size=7))))
    rule = Rule(
        frequency,
        draw(st.integers(1, 12)) if draw(st.booleans()) else 1,
        weekdays,
        draw(st.sampled_from(MonthPlace)),
    )
    first = rule.first(starts_at).date()
    match draw(st.sampled_from(("never", "until", "count"))):
        case "until":
            until = first + draw(st.integers(0, 2000)) * _DAY
            return Rule(rule.frequency, rule.interval, rule.weekdays, rule.place, until=until)
        case "count":
            count = draw(st.integers(1, 60))
            return Rule(rule.frequency, rule.interval, rule.weekdays, rule.place, count=count)
        case _:
            return rule


@st.composite
def shares(draw: st.DrawFn) -> tuple[Share, ...]:
    """Platforms of a block, all with a weight or none."""
    ids = sorted(draw(st.sets(st.integers(1, 3), max_size=3)))
    is_weighted = draw(st.booleans())
    return tuple(Share(each, draw(st.integers(1, 5)) if is_weighted else None) for each in ids)


@st.composite
def spans(draw: st.DrawFn, zone: ZoneInfo, starts_at: datetime | None = None) -> tuple[datetime, datetime]:
    """A start and an end on one day, at the latest its midnight; at least a quarter of an hour really passes."""
    starts_at = draw(walls(zone)) if starts_at is None else starts_at
    midnight = datetime(starts_at.year, starts_at.month, starts_at.day) + _DAY
    if instant(midnight, zone) - instant(starts_at, zone) < 15 * _MINUTE:
        starts_at = starts_at.replace(hour=9, minute=0, fold=0)
    room = int((midnight - starts_at.replace(fold=0)) / _MINUTE)
    ends_at = starts_at.replace(fold=0) + draw(st.integers(15, room)) * _MINUTE
    if ends_at < midnight:
        ends_at = settled(ends_at.replace(fold=draw(st.integers(0, 1))), zone)
    if instant(ends_at, zone) - instant(starts_at, zone) < 15 * _MINUTE:
        ends_at = midnight
    return starts_at, ends_at


@st.composite
def exceptions(draw: st.DrawFn, place: datetime, zone: ZoneInfo) -> BlockException:
    """What may be different about one occurrence."""
    if draw(st.booleans()):
        return BlockException(place, ExceptionKind.CANCELLED)
    starts_at = ends_at = None
    if draw(st.booleans()):
        near = settled(place + draw(st.integers(-3 * 1440, 3 * 1440)) * _MINUTE, zone)
        starts_at, ends_at = draw(spans(zone, near))
    return BlockException(
        place,
        ExceptionKind.CHANGED,
        starts_at=starts_at,
        ends_at=ends_at,
        title=draw(st.none() | texts),
        activity=draw(st.none() | st.sampled_from(Activity)),
        member_id=draw(st.none() | st.just(1)),
        note=draw(st.none() | texts),
        platforms=draw(st.none() | shares()),
    )


@st.composite
def blocks(draw: st.DrawFn, number: int, zone: ZoneInfo, post_ids: tuple[int, ...] = ()) -> WorkBlock:
    """Working time, once or repeated, some of it for posts."""
    starts_at, ends_at = draw(spans(zone))
    rrule = None
    places: tuple[datetime, ...] = (starts_at,)
    special: list[BlockException] = []
    if draw(st.integers(0, 3)):
        rule = draw(rules(starts_at))
        first = rule.first(starts_at)
        rrule = rule.text(starts_at)
        starts_at, ends_at = first.replace(fold=0), ends_at.replace(fold=0) + (first.replace(fold=0) - starts_at)
        if ends_at <= starts_at:  # both in one repeated hour: by the clock alone there is nothing between them
            ends_at = starts_at + 15 * _MINUTE
        places = rule_starts(rrule, starts_at, starts_at.date(), starts_at.date() + 400 * _DAY)
        chosen = draw(st.sets(st.sampled_from(places), max_size=4))
        special = [draw(exceptions(place, zone)) for place in sorted(chosen)]
    cancelled = {each.original_at for each in special if each.kind is ExceptionKind.CANCELLED}
    linked = [place for place in places[:5] if place not in cancelled]
    links: set[tuple[datetime, int]] = set()
    if post_ids and linked:
        links = draw(st.sets(st.tuples(st.sampled_from(linked), st.sampled_from(post_ids)), max_size=2))
    return WorkBlock(
        number,
        uid(1, number),
        draw(st.sampled_from(Activity)),
        starts_at,
        ends_at,
        title=draw(texts),
        rrule=rrule,
        member_id=draw(st.none() | st.just(1)),
        campaign_id=draw(st.none() | st.just(1)),
        note=draw(texts),
        created_at=datetime(2026, 1, number, 12, tzinfo=UTC),
        platforms=draw(shares()),
        exceptions=tuple(special),
        links=tuple(BlockLink(place, post_id) for place, post_id in sorted(links)),
    )


@st.composite
def versions(draw: st.DrawFn, number: int, post: int, platform: int, zone: ZoneInfo) -> Variant:
    """A version with whatever a plan may know about it."""
    status = draw(st.sampled_from(Status))
    starts_at = draw(st.none() | walls(zone))
    published_at = None
    if status is Status.PUBLISHED:
        published_at = instant(draw(walls(zone)), zone) + draw(st.integers(0, 59)) * timedelta(seconds=1)
    return Variant(
        number,
        uid(2, number),
        post,
        platform,
        starts_at=starts_at,
        body=draw(st.none() | long_texts),
        hashtags=draw(texts),
        link=draw(st.sampled_from(("", "https://café.example/a b?c=1,2;3", "lindenhof.example"))),
        status=status,
        held_from=Status.SCHEDULED if status is Status.HELD else None,
        published_at=published_at,
        url=draw(st.sampled_from(("", "https://social.example/p/1"))),
    )


@st.composite
def posts(draw: st.DrawFn, number: int, zone: ZoneInfo) -> Post:
    """A post with one to three versions."""
    platform_ids = sorted(draw(st.sets(st.integers(1, 3), min_size=1, max_size=3)))
    return Post(
        number,
        uid(3, number),
        draw(texts),
        body=draw(long_texts),
        campaign_id=draw(st.none() | st.just(1)),
        owner_id=draw(st.none() | st.just(1)),
        approver_id=draw(st.none() | st.just(2)),
        note=draw(texts),
        created_at=datetime(2026, 2, number, 12, tzinfo=UTC),
        variants=tuple(draw(versions(10 * number + each, number, each, zone)) for each in platform_ids),
    )


@st.composite
def plans(draw: st.DrawFn, zones: tuple[str, ...] = ZONES) -> Board:
    """A whole plan with a few of everything."""
    zone = ZoneInfo(draw(st.sampled_from(zones)))
    kinds = (PlatformKind.INSTAGRAM, PlatformKind.NEWSLETTER, PlatformKind.X)
    platforms = tuple(
        Platform(n, kind.value, kind, draw(st.just(kind.value.title()) | texts.filter(bool)), position=n)
        for n, kind in enumerate(kinds, start=1)
    )
    starts_on = draw(days)
    made = tuple(draw(posts(number, zone)) for number in range(1, draw(st.integers(1, 4))))
    post_ids = tuple(post.id for post in made)
    return Board(
        weeks=(),
        plan=a_plan(zone=zone.key),
        platforms=platforms,
        posts=made,
        blocks=tuple(draw(blocks(number, zone, post_ids)) for number in range(1, draw(st.integers(1, 4)))),
        campaigns=(Campaign(1, draw(texts), starts_on, starts_on + draw(st.integers(0, 60)) * _DAY, draw(texts)),),
        members=(Member(1, draw(texts), "A"), Member(2, draw(texts), "B")),
        occasions=(Occasion(1, draw(texts), draw(days), draw(st.booleans())),),
        closed_days=(ClosedDay(1, draw(texts), weekday=draw(st.integers(0, 6))), ClosedDay(2, "", day=draw(days))),
    )


def counters(board: Board) -> dict[str, Revision]:
    """What a plan file counts for all of it."""
    changed = datetime(2026, 11, 20, 8, 30, tzinfo=UTC)
    uids = [variant.uid for post in board.posts for variant in post.variants] + [block.uid for block in board.blocks]
    return {each: Revision(n, changed + n * _MINUTE) for n, each in enumerate(uids)}
