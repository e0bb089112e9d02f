"""The sample plan: the café of the pictures, in the weeks around the present one.

It is what `--demo` shows, what journeys and pictures are tested on, and data alone: everything goes through the same
functions as the user's own edits. What the present moment has passed is published or done.
"""

from __future__ import annotations

import importlib.resources
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

from db import items, lists
from db.journal import Writer
from db.platforms import load_platforms
from db.records import (
    Activity,
    BlockLink,
    ByActivity,
    Campaign,
    Changes,
    ClosedDay,
    Hours,
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
from db.store import Store

ZONE = "Europe/Berlin"
_SERIES_BEGAN = 11  # weeks ago
_TICK_DELAY = timedelta(minutes=30)  # nobody ticks at once
_PLANNING, _CREATION, _INTERACTION, _MONITORING = Activity


class _Words(NamedTuple):
    """The same in German and English."""

    de: str
    en: str

    def say(self, language: str) -> str:
        return self.de if language == "de" else self.en


_NO_WORDS = _Words("", "")


@dataclass(frozen=True, slots=True)
class _Block:
    """A block of the standard week: minutes after midnight on a weekday; `weeks` None means every week."""

    key: str
    platform: str
    activity: Activity
    weekday: int
    starts: int
    minutes: int
    weeks: tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True)
class _Post:
    """A post: its week (0 = the present one), where its effort is covered: (activity, minutes, block, week)."""

    week: int
    weekday: int
    starts: int
    platform: str
    format: str
    status: Status
    title: _Words
    pictures: tuple[str, ...] = ()
    work: tuple[tuple[Activity, int, str, int], ...] = ()
    text: _Words = _NO_WORDS
    in_campaign: bool = False


_BLOCKS = (
    _Block("ig-plan", "instagram", _PLANNING, 0, 570, 60),
    _Block("ig-make", "instagram", _CREATION, 0, 810, 120),
    _Block("ig-talk-tue", "instagram", _INTERACTION, 1, 645, 30),
    _Block("ig-talk-wed", "instagram", _INTERACTION, 2, 630, 30),
    _Block("ig-talk-thu", "instagram", _INTERACTION, 3, 660, 30),
    _Block("ig-extra", "instagram", _CREATION, 3, 870, 60, weeks=(0,)),
    _Block("ig-talk-fri", "instagram", _INTERACTION, 4, 750, 30),
    _Block("ig-watch", "instagram", _MONITORING, 4, 900, 30),
    _Block("fb-plan", "facebook", _PLANNING, 0, 645, 45),
    _Block("fb-make", "facebook", _CREATION, 1, 780, 90, weeks=(-3, -2, -1, 0)),
    _Block("fb-talk-wed", "facebook", _INTERACTION, 2, 840, 45),
    _Block("fb-talk-fri", "facebook", _INTERACTION, 4, 600, 45),
    _Block("fb-watch", "facebook", _MONITORING, 4, 945, 30),
    _Block("li-plan", "linkedin", _PLANNING, 1, 570, 60),
    _Block("li-make", "linkedin", _CREATION, 2, 480, 120),
    _Block("li-talk-wed", "linkedin", _INTERACTION, 2, 960, 30),
    _Block("li-talk-thu", "linkedin", _INTERACTION, 3, 555, 60),
    _Block("li-watch", "linkedin", _MONITORING, 4, 675, 45),
)

_POSTS = (
    _Post(
        0,
        0,
        480,
        "instagram",
        "carousel",
        Status.PUBLISHED,
        _Words("Wochenkarte: Kürbis\u00adsuppe & Quiche", "Menu of the week: pumpkin soup & quiche"),
        ("suppe", "fruehstueck", "schnecken"),
        (
            (_PLANNING, 15, "ig-plan", -1),
            (_CREATION, 45, "ig-make", -1),
            (_INTERACTION, 10, "ig-talk-tue", 0),
        ),
        _Words(
            "Diese Woche auf der Karte: cremige Kürbissuppe mit gerösteten Kernen und eine Quiche mit Lauch.\n\n"
            "Täglich von 11:30 bis 14 Uhr, auch zum Mitnehmen.",
            "On this week's menu: creamy pumpkin soup with roasted seeds and a leek quiche.\n\n"
            "Every day from 11:30 to 14:00, also to take away.",
        ),
    ),
    _Post(
        0,
        0,
        720,
        "facebook",
        "image",
        Status.PUBLISHED,
        _Words("Mittagstisch der Woche", "Lunch of the week"),
        ("suppe",),
        ((_CREATION, 15, "fb-make", -1), (_INTERACTION, 10, "fb-talk-wed", 0)),
    ),
    _Post(
        0,
        1,
        480,
        "linkedin",
        "image",
        Status.PUBLISHED,
        _Words("Firmen\u00adfrühstück: So war’s bei den Stadtwerken", "Company breakfast: how it went at the utility"),
        ("buffet",),
        (
            (_PLANNING, 10, "li-plan", -1),
            (_CREATION, 30, "li-make", -1),
            (_INTERACTION, 15, "li-talk-wed", 0),
        ),
    ),
    _Post(
        0,
        1,
        1050,
        "instagram",
        "reel",
        Status.PUBLISHED,
        _Words("Hinter der Theke: Emre gießt Latte Art", "Behind the bar: Emre pours latte art"),
        ("latte",),
        (
            (_PLANNING, 15, "ig-plan", -1),
            (_CREATION, 60, "ig-make", -1),
            (_INTERACTION, 15, "ig-talk-wed", 0),
        ),
    ),
    _Post(
        0,
        2,
        735,
        "instagram",
        "carousel",
        Status.SCHEDULED,
        _Words("Zimt\u00adschnecken, frisch aus dem Ofen", "Cinnamon rolls, fresh from the oven"),
        ("schnecken", "latte", "laden"),
        (
            (_PLANNING, 15, "ig-plan", 0),
            (_CREATION, 45, "ig-make", 0),
            (_INTERACTION, 15, "ig-talk-thu", 0),
        ),
        _Words(
            "Sie sind noch warm. Hefeteig, viel Zimt, ein Hauch Kardamom, und ab 12 Uhr stehen sie auf der Theke.",
            "Still warm. Yeast dough, plenty of cinnamon, a hint of cardamom; on the counter from noon.",
        ),
    ),
    _Post(
        0,
        2,
        1020,
        "facebook",
        "poll",
        Status.SCHEDULED,
        _Words("Stollen oder Leb\u00adkuchen? Stimmt ab!", "Stollen or gingerbread? Vote now!"),
        (),
        (
            (_PLANNING, 10, "fb-plan", 0),
            (_CREATION, 10, "fb-make", 0),
            (_INTERACTION, 15, "fb-talk-fri", 0),
        ),
    ),
    _Post(
        0,
        3,
        465,
        "linkedin",
        "image",
        Status.REVIEW,
        _Words("Ausbildung Konditorei 2027: Wir suchen dich", "Pastry apprenticeship 2027: we are looking for you"),
        ("plaetzchen",),
        (
            (_PLANNING, 15, "li-plan", 0),
            (_CREATION, 40, "li-make", 0),
            (_INTERACTION, 20, "li-talk-thu", 0),
        ),
    ),
    _Post(
        0,
        3,
        1080,
        "facebook",
        "event",
        Status.DRAFT,
        _Words("Advents\u00adfrühstück: Reservierung offen", "Advent breakfast: booking is open"),
        ("fruehstueck",),
        (
            (_PLANNING, 10, "fb-plan", 0),
            (_CREATION, 30, "fb-make", 0),
            (_INTERACTION, 15, "fb-talk-fri", 0),
        ),
        in_campaign=True,
    ),
    _Post(
        0,
        4,
        510,
        "instagram",
        "reel",
        Status.REVIEW,
        _Words("Black Friday? Bei uns: Black Coffee", "Black Friday? With us: black coffee"),
        ("bohnen",),
        (
            (_PLANNING, 15, "ig-plan", 0),
            (_CREATION, 60, "ig-make", 0),
            (_INTERACTION, 15, "ig-talk-tue", 1),
        ),
    ),
    _Post(
        0,
        5,
        570,
        "instagram",
        "story",
        Status.DRAFT,
        _Words("Advents\u00adfrühstück: noch 6 Plätze", "Advent breakfast: 6 seats left"),
        ("fruehstueck",),
        ((_CREATION, 15, "ig-make", 0), (_INTERACTION, 10, "ig-talk-tue", 1)),
        in_campaign=True,
    ),
    _Post(
        0,
        5,
        690,
        "facebook",
        "event",
        Status.SCHEDULED,
        _Words("Wichtel\u00adabend am 5. Dezember", "Secret Santa evening on 5 December"),
        ("gutschein",),
        (
            (_PLANNING, 10, "fb-plan", 0),
            (_CREATION, 30, "fb-make", 0),
            (_INTERACTION, 15, "fb-talk-wed", 1),
        ),
    ),
    _Post(
        0,
        6,
        540,
        "instagram",
        "carousel",
        Status.SCHEDULED,
        _Words("1. Advent: die erste Kerze brennt", "First Advent: the first candle burns"),
        ("advent", "plaetzchen", "stollen"),
        (
            (_PLANNING, 15, "ig-plan", 0),
            (_CREATION, 30, "ig-extra", 0),
            (_INTERACTION, 15, "ig-talk-wed", 1),
        ),
        _Words(
            "Heute brennt die erste Kerze. Bei uns gibt es dazu Stollen nach Omas Rezept und Plätzchen aus Emres "
            "Backstube. Welche Sorte darf auf deinem Teller nicht fehlen?",
            "The first candle burns today. With it come stollen from grandmother's recipe and biscuits from Emre's "
            "bakery. Which kind must not be missing from your plate?",
        ),
        in_campaign=True,
    ),
    _Post(
        0,
        6,
        900,
        "instagram",
        "story",
        Status.IDEA,
        _Words("Advents\u00adkaffee: Plätzchen\u00adteller", "Advent coffee: a plate of biscuits"),
        (),
        (),
    ),
)

_OTHER_WEEKS = (
    (0, 480, "instagram", "carousel", _Words("Wochenkarte", "Menu of the week"), ("suppe",)),
    (1, 480, "linkedin", "text", _Words("Ein Tag in der Backstube", "A day in the bakery"), ("buffet",)),
    (2, 735, "instagram", "image", _Words("Aus dem Ofen", "From the oven"), ("schnecken",)),
    (3, 1080, "facebook", "event", _Words("Was am Wochenende los ist", "What is on this weekend"), ("laden",)),
    (4, 510, "instagram", "reel", _Words("Kaffee der Woche", "Coffee of the week"), ("latte",)),
    (6, 540, "facebook", "image", _Words("Sonntags\u00adfrühstück", "Sunday breakfast"), ("fruehstueck",)),
)
_COMING = {0: Status.REVIEW, 1: Status.DRAFT, 2: Status.DRAFT, 4: Status.IDEA}  # of next week's posts, by weekday

_IDEAS = (
    (
        "linkedin",
        "text",
        45,
        "stollen",
        _Words("Azubi-Woche: Lina backt ihren ersten Stollen", "Apprentice week: Lina bakes her first stollen"),
    ),
    (
        "instagram",
        "carousel",
        40,
        "gutschein",
        _Words("Gutscheine als Last-Minute-Geschenk", "Vouchers as a last-minute gift"),
    ),
    (
        "facebook",
        "image",
        60,
        "bohnen",
        _Words("Unsere Bohnen: Besuch in der Rösterei", "Our beans: a visit to the roastery"),
    ),
    (
        "instagram",
        "carousel",
        50,
        "",
        _Words("Rezept: Vanille\u00adkipferl von Oma Inge", "Recipe: grandma Inge's vanilla crescents"),
    ),
    ("facebook", "image", 15, "laden", _Words("Schaufenster im Lichterglanz", "Shop window in the glow of lights")),
    ("linkedin", "text", 30, "", _Words("Drei Fragen an Emre, Barista", "Three questions to Emre, barista")),
    ("facebook", "event", 45, "", _Words("Glühwein-Abend im Hof", "Mulled wine evening in the yard")),
    ("instagram", "reel", 50, "", _Words("Wie wir Kardamom mahlen", "How we grind cardamom")),
    ("facebook", "image", 20, "", _Words("Kundenstimme: Hochzeitstorte", "A customer's voice: wedding cake")),
    ("instagram", "story", 15, "", _Words("Inventur-Humor: 412 Löffel", "Stocktaking humour: 412 spoons")),
    ("linkedin", "text", 30, "", _Words("Nachhaltige Becher: Zwischenstand", "Sustainable cups: where we stand")),
    (
        "instagram",
        "poll",
        10,
        "",
        _Words("Frage der Woche: Stulle oder Bagel?", "Question of the week: sandwich or bagel?"),
    ),
    ("linkedin", "image", 35, "plaetzchen", _Words("Blick in die Lehrküche", "A look into the training kitchen")),
    ("facebook", "event", 30, "fruehstueck", _Words("Neujahrsbrunch ankündigen", "Announce the New Year's brunch")),
)


_CLOSED = _Words("Ruhetag im Café", "Café closed")
_CAMPAIGN = _Words("Advent im Lindenhof", "Advent at the Lindenhof")
_BRIEF = _Words("Jede Adventswoche ein Anlass, ins Café zu kommen.", "A reason to visit in every week of Advent.")


def plan(language: str, now: datetime) -> Plan:
    """The settings of the sample plan; `now` is an instant."""
    weekdays = (Hours(540, 960), *(Hours(480, 1080),) * 4, None, None)
    return Plan(
        name="Café Lindenhof",
        zone=ZONE,
        region="DE-BW",
        language=language,
        place="Freiburg im Breisgau",
        website="cafe-lindenhof.example",
        working_hours=weekdays,
        created_at=now,
    )


def create(path: Path, now: datetime, language: str) -> Store:
    """Make the sample plan as a new file and return it open; `now` is an instant. Raises as `Store.create` does."""
    platforms = (
        Platform(0, "instagram", PlatformKind.INSTAGRAM, "Instagram", handle="cafe_lindenhof", position=0),
        Platform(0, "facebook", PlatformKind.FACEBOOK, "Facebook", handle="Café Lindenhof", position=1),
        Platform(0, "linkedin", PlatformKind.LINKEDIN, "LinkedIn", handle="Café Lindenhof GmbH", position=2),
    )
    store = Store.create(path, plan(language, now), platforms)
    pictures = {name: store.add_picture(data) for name, data in _photos()}
    ids = {platform.key: platform.id for platform in store.read(load_platforms)}
    store.write(_fill, now, language, ids, pictures)
    return store


def _photos() -> Iterator[tuple[str, bytes]]:
    for file in importlib.resources.files("resources").joinpath("photos").iterdir():
        if file.name.endswith(".jpg"):
            yield file.name.removesuffix(".jpg"), file.read_bytes()


def _fill(writer: Writer, now: datetime, language: str, platforms: dict[str, int], pictures: dict[str, str]) -> None:
    week = Week.of(now.astimezone(ZoneInfo(ZONE)))
    lists.put_closed_day(writer, ClosedDay(0, _CLOSED.say(language), weekday=0))
    emre = lists.put_member(writer, Member(0, "Emre Kaya", "EK"))
    lists.put_member(writer, Member(0, "Lina Brandt", "LB"))
    starts = week.monday + timedelta(days=3)
    campaign = lists.put_campaign(
        writer, Campaign(0, _CAMPAIGN.say(language), starts, starts + timedelta(days=28), brief=_BRIEF.say(language))
    )
    items.put(writer, _Cafe(now, language, week, platforms, pictures, campaign, emre).changes())


class _Cafe:
    """Turns the tables above into records around the present week."""

    def __init__(
        self,
        now: datetime,
        language: str,
        week: Week,
        platforms: dict[str, int],
        pictures: dict[str, str],
        campaign: int,
        owner: int,
    ) -> None:
        self._now = now
        self._language = language
        self._monday = week.monday
        self._platforms = platforms
        self._pictures = pictures
        self._campaign = campaign
        self._owner = owner
        self._placeholder = 0
        self._links: dict[int, list[BlockLink]] = {}

    def changes(self) -> Changes:
        """Posts first, because the blocks link to them."""
        self._block_ids = {(block.key, week): self._next() for block in _BLOCKS for week in block.weeks or (None,)}
        posts = [self._idea(n, *idea) for n, idea in reversed(tuple(enumerate(_IDEAS)))]  # the newest comes last
        posts += [self._post(post) for post in _POSTS]
        posts += [self._plain(week, *plain) for week in (-3, -2, -1) for plain in _OTHER_WEEKS]
        posts += [self._plain(1, *plain) for plain in _OTHER_WEEKS if plain[0] in _COMING]
        blocks = [self._block(block, week) for block in _BLOCKS for week in block.weeks or (None,)]
        entries = [entry for block in blocks for entry in self._entries(block)]
        return Changes(posts=tuple(posts), blocks=tuple(blocks), entries=tuple(entries))

    def _next(self) -> int:
        self._placeholder -= 1
        return self._placeholder

    def _day(self, week: int, weekday: int) -> date:
        return self._monday + timedelta(weeks=week, days=weekday)

    def _wall(self, week: int, weekday: int, minute: int) -> datetime:
        return _at(self._day(week, weekday), minute)

    def _is_past(self, wall: datetime) -> bool:
        return _instant(wall) <= self._now

    def _status(self, planned: Status, wall: datetime) -> Status:
        if self._is_past(wall):
            return Status.PUBLISHED
        return Status.SCHEDULED if planned is Status.PUBLISHED else planned

    def _variant(self, platform: str, wall: datetime | None, status: Status, pictures: tuple[str, ...]) -> Variant:
        return Variant(
            id=self._next(),
            uid="",
            post_id=0,
            platform_id=self._platforms[platform],
            starts_at=wall,
            status=status,
            published_at=_instant(wall) if wall and status is Status.PUBLISHED else None,
            pictures=tuple(self._pictures[name] for name in pictures),
        )

    def _post(self, post: _Post) -> Post:
        wall = self._wall(post.week, post.weekday, post.starts)
        identity = self._next()
        for _, _, key, week in post.work:
            self._link(key, week, identity)
        effort = ByActivity(*(sum(part[1] for part in post.work if part[0] is each) for each in Activity))
        return Post(
            id=identity,
            uid="",
            title=post.title.say(self._language),
            body=post.text.say(self._language),
            format_key=post.format,
            campaign_id=self._campaign if post.in_campaign else None,
            owner_id=self._owner if post.in_campaign else None,
            created_at=self._now,
            effort=effort,
            variants=(self._variant(post.platform, wall, self._status(post.status, wall), post.pictures),),
        )

    def _plain(
        self,
        week: int,
        weekday: int,
        minute: int,
        platform: str,
        format_key: str,
        title: _Words,
        pictures: tuple[str, ...],
    ) -> Post:
        wall = self._wall(week, weekday, minute)
        status = self._status(_COMING.get(weekday, Status.DRAFT), wall)
        return Post(
            id=self._next(),
            uid="",
            title=title.say(self._language),
            format_key=format_key,
            created_at=self._now,
            variants=(self._variant(platform, wall, status, pictures),),
        )

    def _idea(self, rank: int, platform: str, format_key: str, minutes: int, picture: str, title: _Words) -> Post:
        return Post(
            id=self._next(),
            uid="",
            title=title.say(self._language),
            format_key=format_key,
            created_at=self._now - timedelta(minutes=rank),
            effort=ByActivity(creation=minutes),
            variants=(self._variant(platform, None, Status.IDEA, (picture,) if picture else ()),),
        )

    def _link(self, key: str, week: int, post_id: int) -> None:
        block = next(each for each in _BLOCKS if each.key == key)
        identity = self._block_ids[(key, week if block.weeks else None)]
        original = self._wall(week, block.weekday, block.starts)
        self._links.setdefault(identity, []).append(BlockLink(original, post_id))

    def _block(self, block: _Block, week: int | None) -> WorkBlock:
        starts = self._wall(-_SERIES_BEGAN if week is None else week, block.weekday, block.starts)
        weeks = range(-_SERIES_BEGAN, 2) if week is None else (week,)
        occurrences = [self._wall(each, block.weekday, block.starts) for each in weeks]
        length = timedelta(minutes=block.minutes)
        weekday = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")[block.weekday]
        identity = self._block_ids[(block.key, week)]
        return WorkBlock(
            id=identity,
            uid="",
            activity=block.activity,
            starts_at=starts,
            ends_at=starts + length,
            rrule=f"FREQ=WEEKLY;BYDAY={weekday}" if week is None else None,
            created_at=self._now,
            platforms=(Share(self._platforms[block.platform]),),
            links=tuple(self._links.get(identity, ())),
            done=frozenset(each for each in occurrences if self._is_past(each + length + _TICK_DELAY)),
        )

    def _entries(self, block: WorkBlock) -> Iterator[TimeEntry]:
        length = block.ends_at - block.starts_at
        for original in sorted(block.done):
            yield TimeEntry(
                id=self._next(),
                platform_id=block.platforms[0].platform_id,
                activity=block.activity,
                started_at=_instant(original),
                ended_at=_instant(original + length),
                made_by=MadeBy.TICK,
                block_id=block.id,
                original_at=original,
            )


def _at(day: date, minute: int) -> datetime:
    return datetime(day.year, day.month, day.day) + timedelta(minutes=minute)


def _instant(wall: datetime) -> datetime:
    return wall.replace(tzinfo=ZoneInfo(ZONE)).astimezone(UTC)
