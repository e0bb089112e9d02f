"""The café's week of the pictures, as the values that the grid shows: no store, no clock."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from db.records import Activity, Hours, Platform, PlatformKind, Post, Share, Status, Variant, Week
from desktop.calendar.week_grid import WeekGrid
from desktop.planning.cards import PostCard
from desktop.planning.recurrence import Occurrence

WEEK = Week(2026, 48)
MONDAY = WEEK.monday
TODAY = date(2026, 11, 25)
NOW = datetime(2026, 11, 25, 11, 20)
BERLIN = ZoneInfo("Europe/Berlin")
HOURS = (*(Hours(480, 1080),) * 5, None, None)
IG, FB, LI, XING, BLOG = 1, 2, 3, 4, 5
PLATFORMS = {
    IG: Platform(IG, "instagram", PlatformKind.INSTAGRAM, "Instagram"),
    FB: Platform(FB, "facebook", PlatformKind.FACEBOOK, "Facebook"),
    LI: Platform(LI, "linkedin", PlatformKind.LINKEDIN, "LinkedIn"),
    XING: Platform(XING, "xing", PlatformKind.XING, "XING"),
    BLOG: Platform(BLOG, "blog", PlatformKind.BLOG, "Blog"),
}


def moment(day: int, clock: str, week: Week = WEEK) -> datetime:
    """A time of day on a day (Monday 0) of the week."""
    hour, minute = clock.split(":")
    return datetime.combine(week.monday, datetime.min.time()) + timedelta(
        days=day, hours=int(hour), minutes=int(minute)
    )


def post(
    number: int,
    day: int,
    clock: str,
    title: str,
    platforms: tuple[int, ...] = (IG,),
    status: Status = Status.SCHEDULED,
    format_key: str | None = "image",
    pictures: tuple[str, ...] = (),
    is_overdue: bool = False,
    week: Week = WEEK,
) -> PostCard:
    """A post's card."""
    variants = tuple(number * 10 + place for place in range(len(platforms)))
    when = moment(day, clock, week)
    return PostCard(number, when, variants, platforms, status, is_overdue, title, format_key, pictures, None)


def block(
    number: int,
    day: int,
    starts: str,
    ends: str,
    activity: Activity = Activity.CREATION,
    platforms: tuple[int, ...] = (IG,),
    is_series: bool = False,
    is_done: bool = False,
    title: str = "",
    is_exception: bool = False,
    post_ids: tuple[int, ...] = (),
    week: Week = WEEK,
) -> Occurrence:
    """A work block's occurrence."""
    start = moment(day, starts, week)
    return Occurrence(
        block_id=number,
        uid=str(number),
        original_at=start,
        starts_at=start,
        ends_at=moment(day, ends, week),
        activity=activity,
        title=title,
        shares=tuple(Share(id_) for id_ in platforms),
        member_id=None,
        campaign_id=None,
        note="",
        rrule="FREQ=WEEKLY" if is_series else None,
        is_exception=is_exception,
        is_done=is_done,
        post_ids=post_ids,
    )


def idea(number: int, title: str, platform: int = LI, pictures: tuple[str, ...] = ()) -> Post:
    """An idea of the tray."""
    variant = Variant(number * 10, f"v{number}", number, platform, pictures=pictures)
    return Post(number, f"p{number}", title, format_key="text", variants=(variant,))


POSTS = (
    post(1, 0, "8:00", "Wochenkarte: Kürbis\u00adsuppe & Quiche", (IG,), Status.PUBLISHED, "carousel",
         ("suppe", "fruehstueck", "schnecken")),
    post(2, 0, "12:00", "Mittagstisch der Woche", (FB,), Status.PUBLISHED, "image", ("suppe",)),
    post(3, 1, "8:00", "Firmen\u00adfrühstück: So war’s bei den Stadtwerken", (LI,), Status.PUBLISHED, "image",
         ("buffet",)),
    post(4, 1, "17:30", "Hinter der Theke: Emre gießt Latte Art", (IG,), Status.PUBLISHED, "reel", ("latte",)),
    post(5, 2, "12:15", "Zimt\u00adschnecken, frisch aus dem Ofen", (IG,), Status.SCHEDULED, "carousel",
         ("schnecken", "latte", "laden")),
    post(6, 2, "17:00", "Stollen oder Leb\u00adkuchen? Stimmt ab!", (FB,), Status.SCHEDULED, "poll"),
    post(7, 3, "7:45", "Ausbildung Konditorei 2027: Wir suchen dich", (LI,), Status.REVIEW, "image", ("plaetzchen",)),
    post(8, 3, "18:00", "Advents\u00adfrühstück: Reservierung offen", (FB,), Status.DRAFT, "event", ("fruehstueck",)),
    post(9, 4, "8:30", "Black Friday? Bei uns: Black Coffee", (IG,), Status.REVIEW, "reel", ("bohnen",)),
    post(10, 5, "9:30", "Advents\u00adfrühstück: noch 6 Plätze", (IG,), Status.DRAFT, "story", ("fruehstueck",)),
    post(11, 5, "11:30", "Wichtel\u00adabend am 5. Dezember", (FB,), Status.SCHEDULED, "event", ("gutschein",)),
    post(12, 6, "9:00", "1. Advent: die erste Kerze brennt", (IG,), Status.SCHEDULED, "carousel",
         ("advent", "plaetzchen", "stollen")),
    post(13, 6, "15:00", "Advents\u00adkaffee: Plätzchen\u00adteller", (IG,), Status.IDEA, "story"),
)  # fmt: skip
_A = Activity
BLOCKS = (
    block(101, 0, "9:30", "10:30", _A.PLANNING, (IG,), True, True),
    block(102, 0, "10:45", "11:30", _A.PLANNING, (FB,), True, True),
    block(103, 0, "13:30", "15:30", _A.CREATION, (IG,), True, True),
    block(104, 1, "9:30", "10:30", _A.PLANNING, (LI,), True, True),
    block(105, 1, "10:45", "11:15", _A.INTERACTION, (IG,), True, True),
    block(106, 1, "13:00", "14:30", _A.CREATION, (FB,), False, True),
    block(107, 2, "8:00", "10:00", _A.CREATION, (LI,), True, True),
    block(108, 2, "10:30", "11:00", _A.INTERACTION, (IG,), True),
    block(109, 2, "14:00", "14:45", _A.INTERACTION, (FB,), True),
    block(110, 2, "16:00", "16:30", _A.INTERACTION, (LI,), True),
    block(111, 3, "9:15", "10:15", _A.INTERACTION, (LI,), True),
    block(112, 3, "11:00", "11:30", _A.INTERACTION, (IG,), True),
    block(113, 3, "14:30", "15:30", _A.CREATION, (IG,)),
    block(114, 4, "10:00", "10:45", _A.INTERACTION, (FB,), True),
    block(115, 4, "11:15", "12:00", _A.MONITORING, (LI,), True),
    block(116, 4, "12:30", "13:00", _A.INTERACTION, (IG,), True),
    block(117, 4, "15:00", "15:30", _A.MONITORING, (IG,), True),
    block(118, 4, "15:45", "16:15", _A.MONITORING, (FB,), True),
)


def show(
    grid: WeekGrid,
    posts: tuple[PostCard, ...] = POSTS,
    blocks: tuple[Occurrence, ...] = BLOCKS,
    week: Week = WEEK,
    zone: ZoneInfo = BERLIN,
) -> None:
    """Let a grid show a week."""
    grid.show_week(week, posts, blocks, PLATFORMS, TODAY, NOW, HOURS, zone)
