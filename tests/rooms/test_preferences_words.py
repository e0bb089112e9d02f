"""What is understood of what one types in the settings, and what the page list of columns makes of its width."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QWidget

from db.records import ByActivity, PlatformKind, Week
from desktop.preferences.account_popover import free_name
from desktop.preferences.checked_field import address_problem
from desktop.preferences.columns import Columns
from desktop.preferences.money_field import money, parse_cents
from desktop.preferences.plan_files import data_size
from desktop.preferences.split_editor import balanced
from desktop.preferences.team_page import initials_of
from desktop.preferences.week_field import days_span, parse_week, week_span
from desktop.ui import theme

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("text", "week"),
    [
        ("51", Week(2026, 51)),
        ("KW 51", Week(2026, 51)),
        ("week 48", Week(2026, 48)),
        ("47", Week(2027, 47)),
        ("53", Week(2026, 53)),
        ("kw 2 2028", Week(2028, 2)),
        ("2026-w52", Week(2026, 52)),
        ("24.12.", Week(2026, 52)),
        ("1 Jan 2027", Week(2026, 53)),
        ("53 2027", None),
        ("0", None),
        ("bald", None),
        ("", None),
    ],
)
def test_a_week_is_understood(text: str, week: Week | None) -> None:
    assert parse_week(text, TODAY) == week


def test_a_number_without_a_year_looks_for_a_year_that_has_it() -> None:
    assert parse_week("53", date(2027, 1, 4)) == Week(2032, 53)


def test_the_days_of_a_week_are_written_short(qapp: QApplication) -> None:
    assert week_span(Week(2026, 51)) == "14–20 Dec 2026"
    assert week_span(Week(2026, 53)) == "28 Dec – 3 Jan 2027"


def test_the_days_of_a_campaign_are_written_short(qapp: QApplication) -> None:
    assert days_span(date(2026, 11, 20), date(2026, 12, 24)) == "20 Nov – 24 Dec 2026"
    assert days_span(date(2026, 12, 24), date(2026, 12, 24)) == "24 Dec 2026"
    assert days_span(date(2025, 12, 14), date(2026, 12, 20)) == "14 Dec – 20 Dec 2026"


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("112", 11200),
        ("112,5", 11250),
        ("112.50 €", 11250),
        ("€ 1.200", 120000),
        ("1,200.50 EUR", 120050),
        ("1 200,05", 120005),
        ("1.234.567", 123456700),
        ("0", 0),
        ("1,2345", None),
        ("12 Kilo", None),
        ("-3", None),
        ("", None),
    ],
)
def test_an_amount_of_money_is_understood(text: str, cents: int | None) -> None:
    assert parse_cents(text) == cents


@given(st.integers(0, 10**9))
def test_money_is_read_as_it_is_written(cents: int) -> None:
    assert parse_cents(money(cents)) == cents


@pytest.mark.parametrize(
    ("name", "initials"),
    [("Anna Lind", "AL"), ("Anna Maria von Lind", "AL"), ("emre", "E"), ("Eva-Lina", "EL"), ("", ""), ("– Jo", "J")],
)
def test_initials_come_from_the_first_and_last_word(name: str, initials: str) -> None:
    assert initials_of(name) == initials


shares = st.lists(st.integers(0, 100), min_size=3, max_size=3).map(
    lambda cuts: ByActivity(*(end - start for start, end in zip([0, *sorted(cuts)], [*sorted(cuts), 100], strict=True)))
)


@given(shares, st.integers(0, 3), st.integers(0, 100))
def test_shares_always_make_a_hundred(parts: ByActivity, number: int, per_cent: int) -> None:
    made = balanced(parts, number, per_cent)
    assert made.total == 100
    assert made[number] == per_cent
    assert min(made) >= 0
    if per_cent <= parts[number] and number < 3:
        assert made[:number] == parts[:number]
        assert made[number + 2 :] == parts[number + 2 :]


@pytest.mark.parametrize("text", ["", "cafe-lindenhof.de", "https://cafe.de/a,b", "www.xn--caf-dma.de", "a.b:8080/x"])
def test_addresses_that_are_fine(text: str) -> None:
    assert address_problem(text) == ""


@pytest.mark.parametrize("text", ["cafe,de", "cafe", "cafe lindenhof.de", "https://cafe/", ".de."])
def test_addresses_that_are_not(text: str) -> None:
    assert address_problem(text)


def test_a_second_account_gets_a_name_that_nobody_has(qapp: QApplication) -> None:
    assert free_name(PlatformKind.X, []) == "X"
    assert free_name(PlatformKind.INSTAGRAM, ["instagram", "Instagram 2"]) == "Instagram 3"


@pytest.mark.parametrize(
    ("count", "words"), [(512, "512 Bytes"), (1_234_567, "1,2 MB"), (214_000_000, "214 MB"), (12_345, "12 kB")]
)
def test_sizes_have_two_digits_or_more(count: int, words: str) -> None:
    assert data_size(count) == words


class Brick(QWidget):
    """A widget that is as high as it is told to be."""

    def __init__(self, high: int) -> None:
        super().__init__()
        self.setFixedHeight(high)


def laid(width: int, *wishes: tuple[int, int, int], is_centred: bool = False) -> list[QRect]:
    """Lay out bricks of (least width, stretch, height)."""
    whole = QWidget()
    columns = Columns(whole, gap=10, line_gap=10, is_centred=is_centred)
    bricks = [Brick(high) for _least, _stretch, high in wishes]
    for brick, (least, stretch, _high) in zip(bricks, wishes, strict=True):
        columns.add(brick, least, stretch)
    columns.setGeometry(QRect(0, 0, width, columns.heightForWidth(width)))
    places = [brick.geometry() for brick in bricks]
    whole.deleteLater()
    return places


def test_columns_share_the_width_and_break_evenly(qapp: QApplication) -> None:
    theme.apply(qapp, theme.Mode.LIGHT)
    four = [(100, 1, 20)] * 4
    assert [(each.x(), each.y(), each.width()) for each in laid(430, *four)] == [
        (0, 0, 100),
        (110, 0, 100),
        (220, 0, 100),
        (330, 0, 100),
    ]
    assert [(each.x(), each.y()) for each in laid(400, *four)] == [(0, 0), (205, 0), (0, 30), (205, 30)]
    assert [each.y() for each in laid(150, *four)] == [0, 30, 60, 90]


def test_what_does_not_stretch_keeps_its_width_beside_what_does(qapp: QApplication) -> None:
    theme.apply(qapp, theme.Mode.LIGHT)
    left, right = laid(500, (100, 0, 40), (200, 1, 20), is_centred=True)
    assert (left, right) == (QRect(0, 0, 100, 40), QRect(110, 10, 390, 20))
    left, right = laid(300, (100, 0, 40), (200, 1, 20))
    assert (left, right) == (QRect(0, 0, 300, 40), QRect(0, 50, 300, 20))
