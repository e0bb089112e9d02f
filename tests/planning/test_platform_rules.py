"""How the platforms count: golden texts per method."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.records import PlatformKind
from desktop.planning.platform_rules import Certainty, Method, count, limit, room

X, BLUESKY, THREADS = PlatformKind.X, PlatformKind.BLUESKY, PlatformKind.THREADS
MASTODON, INSTAGRAM = PlatformKind.MASTODON, PlatformKind.INSTAGRAM
FAMILY = "👨‍👩‍👧‍👦"
GERMANY = "🇩🇪"


@pytest.mark.parametrize(
    ("text", "kind", "length"),
    [
        (FAMILY, X, 2),
        (FAMILY, BLUESKY, 1),
        (FAMILY, THREADS, 25),
        (FAMILY, INSTAGRAM, 11),
        (GERMANY, X, 2),
        (GERMANY, BLUESKY, 1),
        (GERMANY, THREADS, 8),
        (GERMANY, INSTAGRAM, 4),
        ("a\u0308", X, 1),
        ("a\u0308", INSTAGRAM, 2),
        ("a\u0308", BLUESKY, 1),
        ("日本", X, 4),
        ("€", X, 2),
        ("…", X, 2),
        ("•", X, 2),
        ("„So“ – 7", X, 8),
        ("👋🏽", X, 2),
        ("👋🏽", THREADS, 8),
        ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", X, 2),
        ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", BLUESKY, 1),
        ("1️⃣", X, 2),
        ("#1 * 2", X, 6),
        ("#1 * 2", THREADS, 6),
        ("©", X, 1),
        ("©️", X, 2),
        ("❤️", X, 2),
        ("🕯️", X, 2),
        ("🕯️", INSTAGRAM, 3),
        ("🇩🇪🇫🇷", X, 4),
        ("🫩", THREADS, 4),  # of a Unicode version that Python's own tables may not know
        ("〒", THREADS, 1),
        ("☝🏽", THREADS, 7),
        ("क्ष", BLUESKY, 1),
        ("\r\n", BLUESKY, 1),
        ("", X, 0),
    ],
)
def test_a_text_has_the_length_that_the_platform_gives_it(text: str, kind: PlatformKind, length: int) -> None:
    assert count(text, kind) == length


ADDRESS = "https://example.org/very/long/path"


@pytest.mark.parametrize(
    ("text", "kind", "length"),
    [
        (ADDRESS, X, 23),
        (ADDRESS, MASTODON, 23),
        (ADDRESS, BLUESKY, 34),
        (ADDRESS, INSTAGRAM, 34),
        (f"Siehe {ADDRESS}.", X, 6 + 23 + 1),
        (f"({ADDRESS})", MASTODON, 25),
        ("https://a.de", X, 23),
        ("Karte auf cafe-lindenhof.de", X, 10 + 23),
        ("cafe-lindenhof.de/karte, bis gleich", X, 23 + 12),
        ("Karte auf cafe-lindenhof.de", MASTODON, 27),
        ("post@cafe.de", X, 12),
        ("z.B. heute", X, 10),
        ("Hallo @lindenhof@freiburg.social", MASTODON, 16),
        ("Hallo @lindenhof", MASTODON, 16),
    ],
)
def test_addresses_and_mentions_count_as_the_platform_counts_them(text: str, kind: PlatformKind, length: int) -> None:
    assert count(text, kind) == length


def test_every_kind_has_a_limit_with_source_and_date() -> None:
    for kind in PlatformKind:
        facts = limit(kind)
        assert facts.source
        assert facts.as_of.year >= 2015
        assert facts.maximum is None or facts.maximum > 0


def test_a_limit_known_from_one_source_says_so() -> None:
    assert limit(PlatformKind.XING).certainty is Certainty.SINGLE
    assert limit(X).certainty is Certainty.OFFICIAL


def test_room_tells_what_is_left() -> None:
    assert room("x" * 292, X).left == -12
    assert room("x" * 163, INSTAGRAM).share == pytest.approx(163 / 2200)


def test_without_a_limit_the_length_is_still_counted() -> None:
    text = room("Sieben!", PlatformKind.BLOG)
    assert (text.used, text.maximum, text.left, text.share) == (7, None, 0, 0.0)


def test_bytes_decide_on_bluesky_where_they_are_tighter() -> None:
    assert room("x" * 290, BLUESKY).maximum == 300
    tight = room(FAMILY * 130, BLUESKY)
    assert (tight.used, tight.maximum, tight.left) == (3250, 3000, -250)


@given(st.text(st.characters(categories=("L", "N", "P", "S", "M", "Zs"), max_codepoint=0x1FFFF), max_size=80))
def test_counting_any_text_stays_between_its_bounds(text: str) -> None:
    units = len(text.encode("utf-16-le")) // 2
    assert count(text, INSTAGRAM) == units
    assert count(text, BLUESKY) <= len(text)
    assert len(text) <= count(text, THREADS) <= len(text.encode())
    assert count(text, X) >= 0


@given(st.text("abcäöüß ,;!?", max_size=60))
def test_plain_german_counts_one_per_character_everywhere(text: str) -> None:
    assert {count(text, kind) for kind in PlatformKind} == {len(text)}


def test_the_methods_of_the_data_are_all_known() -> None:
    assert {limit(kind).method for kind in PlatformKind} <= set(Method)
