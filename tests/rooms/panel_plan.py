"""A small café plan for the tests of the side panels: one week in November 2026, Berlin time."""

from __future__ import annotations

from datetime import UTC, date, datetime

from db.records import (
    Activity,
    BlockLink,
    Board,
    ByActivity,
    Campaign,
    Format,
    MadeBy,
    Member,
    Plan,
    Platform,
    PlatformKind,
    Post,
    Share,
    Status,
    TimeEntry,
    Variant,
    Week,
    WorkBlock,
)

NOW = datetime(2026, 11, 25, 10, 20, tzinfo=UTC)
SUNDAY = datetime(2026, 11, 29, 9, 0)
INSTAGRAM, FACEBOOK, LINKEDIN, X = 1, 2, 3, 4
ADVENT, TEA, STOLLEN = 1, 2, 3
CREATION, TALK, WEEKLY = 1, 2, 3
TEXT = (
    "Heute brennt die erste Kerze. 🕯️ Bei uns gibt es dazu Stollen nach Omas Rezept und Plätzchen aus Emres "
    "Backstube. Welche Sorte darf auf deinem Teller nicht fehlen?"
)

PLATFORMS = (
    Platform(INSTAGRAM, "instagram", PlatformKind.INSTAGRAM, "Instagram"),
    Platform(FACEBOOK, "facebook", PlatformKind.FACEBOOK, "Facebook"),
    Platform(LINKEDIN, "linkedin", PlatformKind.LINKEDIN, "LinkedIn"),
    Platform(X, "x", PlatformKind.X, "X"),
)
FORMATS = (
    Format("image", "Image", 0, ByActivity(10, 25, 10, 0)),
    Format("carousel", "Carousel", 1, ByActivity(20, 70, 15, 0)),
    Format("reel", "Reel", 2, ByActivity(30, 90, 15, 5)),
)
ADVENT_POST = Post(
    ADVENT,
    "post-1",
    "1. Advent: die erste Kerze brennt",
    body=TEXT,
    format_key="carousel",
    campaign_id=1,
    owner_id=2,
    note="Kranz am Samstag fotografieren",
    effort=ByActivity(20, 70, 15, 0),
    variants=(
        Variant(1, "v-1", ADVENT, INSTAGRAM, SUNDAY, status=Status.SCHEDULED),
        Variant(2, "v-2", ADVENT, FACEBOOK, SUNDAY, status=Status.SCHEDULED),
        Variant(3, "v-3", ADVENT, LINKEDIN, None, status=Status.DRAFT),
    ),
)
TEA_POST = Post(
    TEA,
    "post-2",
    "Teeprobe am Nachmittag",
    variants=(Variant(4, "v-4", TEA, INSTAGRAM, None, status=Status.IDEA),),
    effort=ByActivity(10, 25, 10, 0),
)
STOLLEN_POST = Post(
    STOLLEN,
    "post-3",
    "Stollen oder Lebkuchen? Stimmt ab",
    variants=(Variant(5, "v-5", STOLLEN, FACEBOOK, datetime(2026, 11, 25, 17, 0), status=Status.DRAFT),),
    effort=ByActivity(0, 30, 0, 0),
)
CREATION_BLOCK = WorkBlock(
    CREATION,
    "block-1",
    Activity.CREATION,
    datetime(2026, 11, 26, 14, 30),
    datetime(2026, 11, 26, 15, 30),
    member_id=2,
    note="Kranz steht im Gastraum",
    platforms=(Share(INSTAGRAM),),
    links=(BlockLink(datetime(2026, 11, 26, 14, 30), ADVENT),),
)
TALK_BLOCK = WorkBlock(
    TALK,
    "block-2",
    Activity.INTERACTION,
    datetime(2026, 11, 30, 10, 0),
    datetime(2026, 11, 30, 10, 30),
    platforms=(Share(INSTAGRAM), Share(FACEBOOK)),
    links=(BlockLink(datetime(2026, 11, 30, 10, 0), ADVENT),),
)
WEEKLY_BLOCK = WorkBlock(
    WEEKLY,
    "block-3",
    Activity.PLANNING,
    datetime(2026, 9, 7, 9, 30),
    datetime(2026, 9, 7, 10, 30),
    title="Redaktion",
    rrule="FREQ=WEEKLY;BYDAY=MO",
    platforms=(Share(INSTAGRAM), Share(FACEBOOK)),
)
ENTRY = TimeEntry(
    1,
    INSTAGRAM,
    Activity.CREATION,
    datetime(2026, 11, 25, 9, 5, tzinfo=UTC),
    datetime(2026, 11, 25, 9, 25, tzinfo=UTC),
    MadeBy.TIMER,
    block_id=CREATION,
    original_at=datetime(2026, 11, 26, 14, 30),
)


def board(
    *,
    posts: tuple[Post, ...] = (ADVENT_POST, TEA_POST, STOLLEN_POST),
    blocks: tuple[WorkBlock, ...] = (CREATION_BLOCK, TALK_BLOCK, WEEKLY_BLOCK),
    entries: tuple[TimeEntry, ...] = (ENTRY,),
) -> Board:
    """The plan with these posts, blocks and entries."""
    return Board(
        weeks=(Week(2026, 48), Week(2026, 49)),
        plan=Plan("Café Lindenhof", "Europe/Berlin", "DE-BW", "de"),
        platforms=PLATFORMS,
        posts=posts,
        blocks=blocks,
        entries=entries,
        formats=FORMATS,
        campaigns=(Campaign(1, "Advent im Lindenhof", date(2026, 11, 26), date(2026, 12, 24)),),
        members=(Member(1, "Jana", "JR"), Member(2, "Emre", "EK")),
    )
