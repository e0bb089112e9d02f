"""One line of quick add, German and English, and what it must leave alone."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.records import Activity, Platform, PlatformKind, Status
from desktop.planning.quick_add import QuickAdd, QuickKind, Span, TokenKind, understand
from tests.planning.boards import FACEBOOK, INSTAGRAM, LINKEDIN, PLATFORMS

NOW = datetime(2026, 11, 25, 11, 20)  # a Wednesday
TODAY = NOW.date()
NOON = 720
SECOND = Platform(4, "instagram-2", PlatformKind.INSTAGRAM, "Instagram Laden", "@lindenhof.laden", position=3)
BLOG = Platform(5, "blog", PlatformKind.BLOG, "Rezepte", position=4)
OLD = Platform(6, "xing", PlatformKind.XING, "XING", position=5, is_active=False)
ALL = (*PLATFORMS, SECOND, BLOG, OLD)


def read(text: str, now: datetime = NOW, default_day: date | None = None) -> QuickAdd:
    return understand(text, now, ALL, NOON, default_day)


def kinds(text: str) -> list[tuple[str, TokenKind]]:
    return [(text[span.start : span.end], span.kind) for span in read(text).spans]


def test_the_line_of_the_picture() -> None:
    text = "Do 18 Uhr 45min #instagram Rezept Vanillekipferl"
    assert read(text) == QuickAdd(
        day=date(2026, 11, 26),
        minute=18 * 60,
        duration=45,
        platform_ids=(INSTAGRAM,),
        kind=QuickKind.POST,
        activity=None,
        status=None,
        format_key=None,
        title="Rezept Vanillekipferl",
        spans=(
            Span(0, 2, TokenKind.DAY),
            Span(3, 9, TokenKind.TIME),
            Span(10, 15, TokenKind.DURATION),
            Span(16, 26, TokenKind.PLATFORM),
        ),
    )
    assert replace(read("Thu 6pm 45 min #ig Rezept Vanillekipferl"), spans=()) == replace(read(text), spans=())


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Do", (11, 26)),
        ("do.", (11, 26)),
        ("Donnerstag", (11, 26)),
        ("Thu", (11, 26)),
        ("Thursday", (11, 26)),
        ("am Do", (11, 26)),
        ("on thu", (11, 26)),
        ("Mi", (11, 25)),
        ("Di", (12, 1)),
        ("nächsten Di", (12, 1)),
        ("next Tue", (12, 1)),
        ("nächsten Fr", (12, 4)),
        ("next friday", (12, 4)),
        ("am nächsten Freitag", (12, 4)),
        ("kommenden Fr", (11, 27)),
        ("heute", (11, 25)),
        ("today", (11, 25)),
        ("morgen", (11, 26)),
        ("Übermorgen", (11, 27)),
        ("tomorrow", (11, 26)),
        ("24.12.", (12, 24)),
        ("24. 12.", (12, 24)),
        ("24.12. 2026", (12, 24)),
        ("24.12.2026", (12, 24)),
        ("24.12.26", (12, 24)),
        ("24.12", (12, 24)),
        ("10.12", (12, 10)),
        ("24/12", (12, 24)),
        ("24/12/2026", (12, 24)),
        ("12/24", (12, 24)),
        ("2026-12-24", (12, 24)),
        ("am 24.12.", (12, 24)),
        ("24. Dezember", (12, 24)),
        ("24 Dec 2026", (12, 24)),
        ("Dec 24", (12, 24)),
        ("December 24th, 2026", (12, 24)),
        ("25.11.", (11, 25)),
        ("KW 49", (11, 30)),
        ("KW49", (11, 30)),
        ("week 49", (11, 30)),
        ("in KW 49/2026", (11, 30)),
        ("KW 48", (11, 25)),
        ("KW 49 Do", (12, 3)),
        ("Thursday week 49", (12, 3)),
        ("nächste Woche", (11, 30)),
        ("next week Fri", (12, 4)),
        ("Do 24.12.", (12, 24)),
        ("24.12. Donnerstag", (12, 24)),
        ("24.12., Do", (12, 24)),
        ("Donnerstag, 24.12.", (12, 24)),
        ("KW 50 24.12.", (12, 24)),
    ],
)
def test_days(text: str, day: tuple[int, int]) -> None:
    found = read(text)
    assert (found.day, found.minute, found.title) == (date(2026, *day), NOON, "")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("24.11.", date(2027, 11, 24)),
        ("24.12.2025", date(2025, 12, 24)),
        ("29.2.", date(2028, 2, 29)),
        ("KW 47", date(2027, 11, 22)),
        ("KW 53", date(2026, 12, 28)),
        ("KW 2", date(2027, 1, 11)),
    ],
)
def test_what_has_no_year_is_the_next_one(text: str, day: date) -> None:
    assert read(text).day == day


def test_today_counts_unless_the_time_is_past() -> None:
    assert read("Mi 11:20").day == TODAY
    assert read("Mi 11:15").day == date(2026, 12, 2)
    assert read("Mi").day == TODAY
    assert read("heute 9 Uhr").day == TODAY
    assert (read("18 Uhr").day, read("9 Uhr").day) == (TODAY, date(2026, 11, 26))


def test_a_slot_gives_the_day_that_the_line_does_not() -> None:
    slot = date(2026, 12, 4)
    assert read("Adventskaffee", default_day=slot).day == slot
    assert (read("9 Uhr", default_day=slot).day, read("9 Uhr", default_day=slot).minute) == (slot, 540)


def test_a_weekday_is_that_of_the_week_in_which_the_slot_is() -> None:
    days = {date(2026, 12, 4): date(2026, 12, 3), TODAY: date(2026, 11, 26), date(2026, 11, 10): date(2026, 11, 12)}

    assert {slot: read("Do Kaffee", default_day=slot).day for slot in days} == days
    assert read("Mo 9 Uhr", default_day=TODAY).day == date(2026, 11, 30)
    assert read("nächsten Do Kaffee", default_day=date(2026, 12, 14)).day == date(2026, 12, 3)


@pytest.mark.parametrize(
    ("text", "minute"),
    [
        ("14:30", 870),
        ("14:30 Uhr", 870),
        ("um 9:30", 570),
        ("at 9:30", 570),
        ("9.30", 570),
        ("um 10.10", 610),
        ("10.10 Uhr", 610),
        ("14 Uhr", 840),
        ("um 14 Uhr", 840),
        ("um 14", 840),
        ("at 9", 540),
        ("@ 9", 540),
        ("@14:30", 870),
        ("2pm", 840),
        ("2 pm", 840),
        ("2:30pm", 870),
        ("at 9am", 540),
        ("12am", 0),
        ("12pm", 720),
        ("7 p.m.", 1140),
        ("0:00", 0),
        ("Do 14", 840),
        ("morgen 8", 480),
        ("KW 49 Do 9", 540),
        ("24.12. 10", 600),
    ],
)
def test_times(text: str, minute: int) -> None:
    assert (read(text).minute, read(text).title, read(text).duration) == (minute, "", None)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("45min", 45),
        ("45 min", 45),
        ("45 Min.", 45),
        ("45 Minuten", 45),
        ("45 minutes", 45),
        ("1,5h", 90),
        ("1.5 h", 90),
        ("1h", 60),
        ("2 Stunden", 120),
        ("1 hour", 60),
        ("1,5 Std.", 90),
        ("1h30", 90),
        ("1h 30min", 90),
        ("2 Std 15 Min.", 135),
        ("0:45 h", 45),
    ],
)
def test_durations(text: str, minutes: int) -> None:
    found = read(text)
    assert (found.duration, found.title, found.minute, found.day) == (minutes, "", None, None)


@pytest.mark.parametrize(
    ("text", "minute", "minutes"),
    [
        ("Umsetzung 9:30–11:00", 570, 90),
        ("Umsetzung 9:30-11", 570, 90),
        ("Umsetzung 14–16 Uhr", 840, 120),
        ("Umsetzung 22:00-24", 1320, 120),
    ],
)
def test_a_range_is_a_time_and_a_length(text: str, minute: int, minutes: int) -> None:
    found = read(text)
    assert (found.minute, found.duration, found.title) == (minute, minutes, "")


@pytest.mark.parametrize(
    ("text", "platform_ids"),
    [
        ("#instagram", (INSTAGRAM,)),
        ("@ig", (INSTAGRAM,)),
        ("#insta #fb", (INSTAGRAM, FACEBOOK)),
        ("#fb, #li", (FACEBOOK, LINKEDIN)),
        ("#face", (FACEBOOK,)),
        ("#instagram-2", (4,)),
        ("#InstagramLaden", (4,)),
        ("@lindenhof.laden", (4,)),
        ("#instagraml", (4,)),
        ("#inst", (INSTAGRAM,)),
        ("#rezepte", (5,)),
        ("#blog", (5,)),
        ("#ig #instagram", (INSTAGRAM,)),
    ],
)
def test_platforms(text: str, platform_ids: tuple[int, ...]) -> None:
    assert (read(text).platform_ids, read(text).title) == (platform_ids, "")


@pytest.mark.parametrize("text", ["#advent", "@lena", "#xing", "#l", "#", "@", "#r!", "!wichtig", "!veröffentlicht"])
def test_what_names_nothing_stays(text: str) -> None:
    assert (read(text).title, read(text).spans) == (text, ())


def test_a_beginning_that_fits_several_kinds_names_none() -> None:
    both = (BLOG, replace(PLATFORMS[1], name="Rezeption"))
    assert understand("#rezep", NOW, both, NOON).platform_ids == ()


@pytest.mark.parametrize(
    ("text", "status"),
    [("!entwurf", Status.DRAFT), ("!draft", Status.DRAFT), ("!Freigabe", Status.REVIEW), ("!idee", Status.IDEA)],
)
def test_statuses(text: str, status: Status) -> None:
    assert (read(f"{text} Kipferl").status, read(f"{text} Kipferl").title) == (status, "Kipferl")


@pytest.mark.parametrize(
    ("text", "key"),
    [("#reel Latte Art", "reel"), ("Reel: Latte Art", "reel"), ("Do Karussell: Latte Art", "carousel")],
)
def test_formats(text: str, key: str) -> None:
    assert (read(text).format_key, read(text).title) == (key, "Latte Art")


def test_a_word_like_a_format_is_a_word_of_the_title() -> None:
    assert (read("Reel über Latte Art").format_key, read("Reel über Latte Art").title) == (None, "Reel über Latte Art")
    assert read("#reel Story: Lina").title == "Story: Lina"


@pytest.mark.parametrize(
    ("text", "activity", "title"),
    [
        ("Umsetzung 90min", Activity.CREATION, ""),
        ("Do 9:30 Planung", Activity.PLANNING, ""),
        ("Planning Mon 9:30", Activity.PLANNING, ""),
        ("interaction 30min #ig", Activity.INTERACTION, ""),
        ("Monitoring Fr 15 Uhr", Activity.MONITORING, ""),
        ("Do Umsetzung Reel schneiden", Activity.CREATION, "Reel schneiden"),
        ("Planung: der Dezember", Activity.PLANNING, "der Dezember"),
    ],
)
def test_an_activity_makes_a_block(text: str, activity: Activity, title: str) -> None:
    found = read(text)
    assert (found.kind, found.activity, found.title) == (QuickKind.BLOCK, activity, title)


@pytest.mark.parametrize("text", ["Planung der Weihnachtsfeier", "Unsere Planung"])
def test_an_activity_as_a_noun_makes_none(text: str) -> None:
    assert (read(text).kind, read(text).title) == (QuickKind.POST, text)


@pytest.mark.parametrize(
    "text",
    [
        "So schmeckt der Advent",
        "Do you know our beans?",
        "Sun is shining",
        "Heute frisch: Kürbissuppe",
        "Morgen öffnen wir früher",
        "Wir freuen uns so",
        "Black Friday? Bei uns Black Coffee",
        "Cyber Monday",
        "Live-Musik jeden Freitag",
        "Rezept zum Sonntag",
        "Glühwein ab 17 Uhr",
        "geöffnet bis 18:30",
        "Kuchen in 30 Minuten",
        "Do it yourself",
        "5 Tipps für Latte Art",
        "24/7 geöffnet",
        "31.2. und 99/99",
        "KW 60",
        "25:70 Uhr",
        "13pm",
        "9-11",
        "10 % auf alles",
        "0 min",
        "1:75 h",
        "30:00–31:00",
        "11:00–9:00",
        "Sonntagsbrunch",
        "Nächste Woche geschlossen",
        "2026-13-45",
        "9999-12-31",
        "KW 5/0000",
    ],
)
def test_titles_that_only_look_like_dates_and_times(text: str) -> None:
    found = read(text)
    assert (found.title, found.spans, found.day, found.minute) == (text, (), None, None)


def test_an_idea_has_neither_day_nor_time() -> None:
    found = read("Azubi-Woche: Lina backt")
    assert (found.day, found.minute, found.title) == (None, None, "Azubi-Woche: Lina backt")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Do 3 Fragen an Emre", "3 Fragen an Emre"),
        ("Do 14 Rezept", "Rezept"),
        ("So Adventskaffee", "Adventskaffee"),
        ("Adventskaffee So", "Adventskaffee"),
        ("Adventskaffee morgen", "Adventskaffee morgen"),
        ("Adventskaffee morgen 14 Uhr", "Adventskaffee"),
        ("Do, 18 Uhr: Rezept", "Rezept"),
        ("18 Uhr – Rezept", "Rezept"),
        ("Rezept, Do 18 Uhr", "Rezept"),
        ("Rezept - Do", "Rezept"),
        ("Do 18 Uhr Wichtelabend um 20 Uhr", "Wichtelabend um 20 Uhr"),
        ("Freitag Rezept 24.12.", "Rezept 24.12."),
        ("24.12. Rezept 31.12.", "Rezept 31.12."),
        ("24.12. Rezept für Freitag", "Rezept für Freitag"),
        ("heute 14 Uhr und morgen Di 15 Uhr", "und morgen Di 15 Uhr"),
        ("heute, Do", "Do"),
        ("24.12. morgen", "morgen"),
        ("Do 14 Uhr Fr 15", "Fr 15"),
        ("KW 49 KW 50", "KW 50"),
        ("KW 49 nächste Woche", "nächste Woche"),
        ("heute 24.12.", "heute"),
        ("Do 18 Uhr -5 % auf alles", "-5 % auf alles"),
        ("45min 30min Fotos", "30min Fotos"),
        ("9:00-10:00 11:00-12:00", "11:00-12:00"),
        ("14 Uhr 9:00–10:00", "9:00–10:00"),
        ("!idee !draft Kekse", "!draft Kekse"),
        ("#reel #story Kekse", "#story Kekse"),
        ("Do 14 Uhr 9 Kekse", "9 Kekse"),
        ("Do 8 Stunden", ""),
        ("(Do 18 Uhr) Rezept", "(Do ) Rezept"),
    ],
)
def test_the_rest_is_the_title(text: str, title: str) -> None:
    assert read(text).title == title


def test_the_second_weekday_is_a_word() -> None:
    found = read("Donnerstag Rezept vom Freitag Samstag")
    assert (found.day, found.title) == (date(2026, 11, 26), "Rezept vom Freitag Samstag")


def test_spans_tell_what_was_recognised() -> None:
    assert kinds("am Do, um 18 Uhr !draft #reel KW 49 Umsetzung") == [
        ("am Do", TokenKind.DAY),
        ("um 18 Uhr", TokenKind.TIME),
        ("!draft", TokenKind.STATUS),
        ("#reel", TokenKind.FORMAT),
        ("KW 49", TokenKind.WEEK),
        ("Umsetzung", TokenKind.ACTIVITY),
    ]


_PIECES = """
    Do So Thursday nächsten next Di heute morgen tomorrow 24.12. 24/12 2026-12-24 24. Dezember Dec KW week 48 14 14:30
    Uhr um at 2pm 9.30 45min 1,5h 1h30 h #instagram @ig #x #reel !entwurf Umsetzung Planung: der Reel: Rezept ab in ,
    ; – - : . 31.2. 10.12 9-11 9:30–11 Black Friday am 0 99 24/7 Woche nächste 2026 1000 min
"""
_pieces = st.sampled_from(_PIECES.split())
_lines = st.lists(st.one_of(_pieces, st.text(max_size=6)), max_size=12).map(" ".join)
_walls = st.datetimes(datetime(1990, 1, 1), datetime(2100, 12, 31))


def the_words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


@given(st.one_of(_lines, st.text()), _walls, st.none() | st.just(TODAY))
def test_every_line_means_something_and_loses_nothing(text: str, now: datetime, slot: date | None) -> None:
    found = understand(text, now, ALL, NOON, slot)
    at = 0
    recognised = []
    for span in found.spans:
        assert at <= span.start < span.end <= len(text)
        recognised.append(text[span.start : span.end])
        at = span.end
    assert sorted(the_words(" ".join([*recognised, found.title]))) == sorted(the_words(text))
    assert (found.day is None) == (found.minute is None)
    assert found.minute is None or 0 <= found.minute < 1440
    assert found.duration is None or 0 < found.duration <= 1440
    assert (found.activity is None) == (found.kind is QuickKind.POST)
    if not found.spans:
        assert found.title == " ".join(text.split())


@given(
    st.dates(TODAY, date(2027, 11, 24)),
    st.integers(0, 1439),
    st.integers(1, 1440),
    st.lists(st.sampled_from(ALL[:5]), unique=True),
    st.permutations(range(4)),
)
def test_what_is_written_out_is_read_back(
    day: date, minute: int, duration: int, platforms: list[Platform], order: list[int]
) -> None:
    parts = [
        f"{day.day}.{day.month}.",
        f"{minute // 60}:{minute % 60:02}",
        f"{duration} min",
        " ".join(f"#{platform.key}" for platform in platforms),
    ]
    found = read(" ".join([*(parts[place] for place in order), "Rezept Vanillekipferl"]))
    assert (found.day, found.minute, found.duration) == (day, minute, duration)
    assert (found.platform_ids, found.title) == (tuple(each.id for each in platforms), "Rezept Vanillekipferl")
