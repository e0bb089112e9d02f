"""The small month: turning, choosing, marking, dropping."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.records import Week
from desktop.ui import theme
from desktop.ui.controls import IconButton
from desktop.ui.mini_month import MiniMonth

WEEK = Week(2026, 48)
TODAY = date(2026, 11, 25)


@pytest.fixture
def month(qapp: QApplication, qtbot: QtBot) -> Iterator[MiniMonth]:
    theme.apply(qapp, theme.Mode.LIGHT)
    month = MiniMonth()
    qtbot.addWidget(month)
    month.set_today(TODAY)
    month.set_week(WEEK)
    month.resize(196, month.sizeHint().height())
    month.show()
    month.activateWindow()
    qtbot.waitUntil(month.isActiveWindow)
    yield month
    theme.apply(qapp, theme.Mode.LIGHT)


def at(month: MiniMonth, day: date) -> QPoint:
    return month.days.cell_of(day).center().toPoint()


def test_it_shows_the_six_weeks_around_the_month_of_the_week(month: MiniMonth) -> None:
    assert month.shown_days == (date(2026, 10, 26), date(2026, 12, 6))
    shown = QSignalSpy(month.month_shown)
    month.set_week(Week(2027, 1))
    assert shown.at(0) == [date(2026, 12, 28), date(2027, 2, 7)]
    month.set_week(Week(2027, 2))
    assert shown.count() == 1


def test_a_click_chooses_a_day_or_a_week(month: MiniMonth, qtbot: QtBot) -> None:
    days, weeks = QSignalSpy(month.day_chosen), QSignalSpy(month.week_chosen)
    QTest.mouseClick(month.days, Qt.MouseButton.LeftButton, pos=at(month, date(2026, 11, 12)))
    QTest.mouseClick(month.days, Qt.MouseButton.LeftButton, pos=at(month, date(2026, 12, 6)))
    number = month.days.week_rect(Week(2026, 45)).center().toPoint()
    QTest.mouseClick(month.days, Qt.MouseButton.LeftButton, pos=number)
    assert [days.at(n)[0] for n in range(days.count())] == [date(2026, 11, 12), date(2026, 12, 6)]
    assert [weeks.at(n)[0] for n in range(weeks.count())] == [Week(2026, 45)]


def test_arrows_and_page_keys_go_from_day_to_day(month: MiniMonth, qtbot: QtBot) -> None:
    days = QSignalSpy(month.day_chosen)
    month.days.setFocus(Qt.FocusReason.TabFocusReason)
    keys = Qt.Key
    for key in (keys.Key_Right, keys.Key_Down, keys.Key_End, keys.Key_PageDown, keys.Key_Return):
        QTest.keyClick(month.days, key)
    assert days.at(0)[0] == date(2027, 1, 6)
    assert month.days.month == date(2027, 1, 1)
    for key in (keys.Key_PageUp, keys.Key_Home, keys.Key_Up, keys.Key_Left, keys.Key_Space):
        QTest.keyClick(month.days, key)
    assert days.at(1)[0] == date(2026, 11, 22)


def test_a_month_later_is_the_last_day_of_a_shorter_one(month: MiniMonth, qtbot: QtBot) -> None:
    days = QSignalSpy(month.day_chosen)
    month.set_day(date(2027, 1, 31))
    QTest.keyClick(month.days, Qt.Key.Key_PageDown)
    QTest.keyClick(month.days, Qt.Key.Key_Return)
    assert days.at(0)[0] == date(2027, 2, 28)


def test_the_arrows_in_the_title_turn_without_choosing(month: MiniMonth, qtbot: QtBot) -> None:
    chosen, shown = QSignalSpy(month.day_chosen), QSignalSpy(month.month_shown)
    back, on = month.findChildren(IconButton)
    QTest.mouseClick(on, Qt.MouseButton.LeftButton)
    QTest.mouseClick(back, Qt.MouseButton.LeftButton)
    QTest.mouseClick(back, Qt.MouseButton.LeftButton)
    assert [shown.at(n)[0] for n in range(3)] == [date(2026, 11, 30), date(2026, 10, 26), date(2026, 9, 28)]
    assert chosen.count() == 0


def test_screen_readers_hear_the_day_its_week_and_its_load(month: MiniMonth, qtbot: QtBot) -> None:
    month.set_loads({date(2026, 11, 26): 3})
    month.days.setFocus(Qt.FocusReason.TabFocusReason)
    assert month.days.accessibleName() == "Wednesday, 25 November, Week 48"
    QTest.keyClick(month.days, Qt.Key.Key_Right)
    assert month.days.accessibleName() == "Thursday, 26 November, Week 48, 3 item(s)"


def test_today_the_week_and_loads_are_painted(month: MiniMonth) -> None:
    picture = month.days.grab().toImage()
    cell = month.days.cell_of(TODAY).toRect()
    assert picture.pixelColor(cell.center().x() - 7, cell.top() + 10).name() == theme.color("accent").name()
    friday = month.days.cell_of(date(2026, 11, 27)).toRect()
    assert picture.pixelColor(friday.left() + 1, friday.center().y()).name() == theme.color("accent-tint").name()
    month.set_loads({date(2026, 11, 12): 1})
    loaded = month.days.grab().toImage()
    thursday = month.days.cell_of(date(2026, 11, 12)).toRect()
    dot = (thursday.center().x(), thursday.bottom() - 2)
    assert loaded.pixelColor(*dot) != picture.pixelColor(*dot)


def test_a_dragged_thing_finds_its_day(month: MiniMonth) -> None:
    day = date(2026, 11, 19)
    over = month.days.mapToGlobal(at(month, day))
    assert month.day_at(over) == day
    assert month.day_at(month.mapToGlobal(QPoint(5, 5))) is None
    assert month.day_at(month.days.mapToGlobal(month.days.week_rect(WEEK).center().toPoint())) is None
    before = month.grab().toImage()
    month.set_drop_day(day)
    assert month.grab().toImage() != before
    month.set_drop_day(None)
    assert month.grab().toImage() == before


def test_it_grows_with_the_text(month: MiniMonth, qapp: QApplication) -> None:
    before = month.days.sizeHint().height()
    theme.apply(qapp, theme.Mode.DARK, 200)
    assert month.days.sizeHint().height() == 2 * before


def test_the_days_have_a_name_before_anybody_goes_there(qtbot: QtBot) -> None:
    month = MiniMonth()
    qtbot.addWidget(month)

    month.set_week(Week(2026, 48))

    assert month.days.accessibleName() == "Monday, 23 November, Week 48"
