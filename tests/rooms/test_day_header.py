"""What stands above the hours: day header and all-day row."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop import wording
from desktop.calendar.all_day_strip import AllDayStrip, rows
from desktop.calendar.day_header import DayHeader
from desktop.planning.all_day import AllDayChip, ChipKind
from desktop.ui import theme
from tests.rooms.lindenhof_week import TODAY, WEEK


@pytest.fixture
def strip(qtbot: QtBot, qapp: QApplication) -> AllDayStrip:
    theme.apply(qapp, theme.Mode.LIGHT)
    made = AllDayStrip()
    qtbot.addWidget(made)
    made.resize(1223, 52)
    made.show()
    return made


def chip(kind: ChipKind, name: str, first: int, last: int | None = None) -> AllDayChip:
    until = WEEK.days[first if last is None else last]
    return AllDayChip(kind, name, WEEK.days[first], until, False, False, None, until)


LINDENHOF_CHIPS = (
    chip(ChipKind.CLOSED, "Ruhetag im Café", 0),
    chip(ChipKind.OCCASION, "Black Friday", 4),
    chip(ChipKind.OCCASION, "1. Advent", 6),
    AllDayChip(
        ChipKind.CAMPAIGN, "Advent im Lindenhof", WEEK.days[3], WEEK.days[6], False, True, 1, date(2026, 12, 24)
    ),
)


def test_campaigns_lie_below_the_days(strip: AllDayStrip) -> None:
    assert [row.row for row in rows(LINDENHOF_CHIPS)] == [0, 0, 0, 1]
    strip.show_week(WEEK, LINDENHOF_CHIPS)
    assert strip.height() == 52


def test_the_row_grows_to_four_rows_and_hides_the_rest(strip: AllDayStrip) -> None:
    strip.show_week(WEEK, [chip(ChipKind.OCCASION, f"Anlass {number}", 1) for number in range(3)])
    assert strip.height() == 76
    strip.show_week(WEEK, [chip(ChipKind.OCCASION, f"Anlass {number}", 1) for number in range(4)])
    assert strip.height() == 100
    many = [chip(ChipKind.OCCASION, f"Anlass {number}", 1) for number in range(6)]
    strip.show_week(WEEK, many)
    assert strip.height() == 100
    asked: list[tuple[object, ...]] = []
    strip.more_requested.connect(lambda *values: asked.append(values))
    (more,) = strip._more
    more.clicked.emit(more)
    assert asked[0][:2] == (WEEK.days[1], tuple(many[3:]))
    strip.show_week(WEEK, ())
    assert strip.height() == 52


def test_chips_are_named(strip: AllDayStrip) -> None:
    strip.show_week(WEEK, LINDENHOF_CHIPS)
    names = [chip.accessibleName() for chip in strip._chips]
    assert names[:3] == ["Ruhetag im Café", "Black Friday", "1. Advent"]
    assert "Advent im Lindenhof" in names[3]
    assert wording.day_plain(date(2026, 12, 24)) in names[3]


def test_the_header_names_days_and_takes_drops(qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply(qapp, theme.Mode.LIGHT)
    header = DayHeader()
    qtbot.addWidget(header)
    header.resize(1223, 44)
    header.show()
    header.show_week(WEEK, TODAY, (225, 180, 0, 0, 0, 0, 0), (2, 1, 0, 0, 0, 0, 0))
    cells = [cell for cell in header.children() if hasattr(cell, "day")]
    names = [cell.accessibleName() for cell in cells]  # type: ignore[attr-defined]
    assert wording.day_long(WEEK.days[0]) in names[0]
    assert "3:45 h" in names[0]
    assert names[2] != wording.day_long(WEEK.days[2]), "an empty day says so"
    assert header.day_at(header.mapToGlobal(QPoint(800, 20))) == WEEK.days[4]
    assert header.day_at(header.mapToGlobal(QPoint(30, 20))) is None
    before = header.grab().toImage()
    header.set_drop_day(WEEK.days[4])
    assert header.grab().toImage() != before
    header.set_drop_day(None)
    assert header.grab().toImage() == before
    header.set_low(True)
    assert header.height() == 38
