"""How a block is repeated: the form, its sentence and the rule that comes out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.calendar.repeat_popover import Repeated, RepeatForm, RepeatPopover
from desktop.calendar.rule_words import possible_places
from desktop.planning.rules import Frequency, MonthPlace, Rule, parse_rule
from desktop.ui import theme
from tests.rooms.panel_hands import click, named, retype, texts

BLOCK = Repeated(datetime(2026, 11, 26, 14, 30), datetime(2026, 11, 26, 15, 30), 60)


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> Iterator[QWidget]:
    theme.apply(qapp, theme.Mode.LIGHT)
    window = QWidget()
    window.resize(1000, 800)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield window
    window.close()


def opened(window: QWidget, rule: Rule | None = None, kind: str = "weekly", block: Repeated = BLOCK) -> RepeatPopover:
    """The popover as it comes up."""
    popover = RepeatPopover(block, rule, kind, window)
    popover.open_beside(window)
    return popover


def said(popover: RepeatPopover) -> str:
    """The sentence of the rule."""
    return next(text for text in texts(popover) if "<b>" in text)


def pick(field: QWidget, key: Qt.Key, times: int = 1) -> None:
    """Go through the options of a field."""
    field.setFocus()
    for _ in range(times):
        QTest.keyClick(field, key)


def test_two_days_until_christmas_are_counted_and_cost_two_hours(window: QWidget, qtbot: QtBot) -> None:
    popover = opened(window)
    click(named(popover, "Monday"))
    pick(named(popover, "Ends"), Qt.Key.Key_Down)
    retype(named(popover, "Last date"), "24.12.2026")
    assert said(popover) == "Every week <b>Mon and Thu, 14:30–15:30</b>, 9 date(s). That is 2:00 h per week."
    with qtbot.waitSignal(popover.chosen) as chosen:
        click(popover.primary)
    rule = chosen.args[0]
    assert rule.text(BLOCK.starts_at) == "FREQ=WEEKLY;BYDAY=MO,TH;UNTIL=20261224T235959"
    assert not popover.is_open


def test_the_keyboard_alone_is_enough(window: QWidget, qtbot: QtBot) -> None:
    popover = opened(window)
    assert popover.form.kind.segment("weekly").hasFocus()
    pick(named(popover, "Every"), Qt.Key.Key_Down)
    with qtbot.waitSignal(popover.chosen) as chosen:
        QTest.keyClick(popover.primary, Qt.Key.Key_Return)
    assert chosen.args[0].text(BLOCK.starts_at) == "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH"


def test_enter_takes_the_rule_as_it_opens(window: QWidget, qtbot: QtBot) -> None:
    popover = opened(window)
    with qtbot.waitSignal(popover.chosen) as chosen:
        QTest.keyClick(popover.form.kind.segment("weekly"), Qt.Key.Key_Return)
    assert chosen.args[0].text(BLOCK.starts_at) == "FREQ=WEEKLY;BYDAY=TH"


def test_every_second_week_costs_half(window: QWidget) -> None:
    popover = opened(window)
    pick(named(popover, "Every"), Qt.Key.Key_Down)
    assert said(popover) == "Every 2 week(s) <b>Thu, 14:30–15:30</b>, without end. That is 0:30 h per week."


def test_at_least_one_weekday_stays(window: QWidget) -> None:
    popover = opened(window)
    click(named(popover, "Thursday"))
    assert popover.form.weekdays.value == {3}


def test_a_number_of_dates_is_understood_or_refused(window: QWidget) -> None:
    popover = opened(window)
    pick(named(popover, "Ends"), Qt.Key.Key_Down, 2)
    retype(named(popover, "Number of dates"), "0")
    refused = popover.form.count.problem
    assert refused == "Enter a number from 1 to 999"
    assert not popover.primary.isEnabled()
    retype(named(popover, "Number of dates"), "12")
    assert not popover.form.count.problem
    assert popover.form.rule == Rule(Frequency.WEEKLY, weekdays=(3,), count=12)


def test_an_end_before_the_first_date_is_refused(window: QWidget) -> None:
    popover = opened(window)
    pick(named(popover, "Ends"), Qt.Key.Key_Down)
    retype(named(popover, "Last date"), "25.11.2026")
    assert popover.form.until.problem == "Choose a day after the first date"
    assert not popover.primary.isEnabled()
    QTest.keyClick(popover.form.kind.segment("weekly"), Qt.Key.Key_Return)
    assert popover.is_open


def test_an_own_rule_knows_the_days_of_a_month(window: QWidget) -> None:
    popover = opened(window, kind="custom")
    pick(named(popover, "Rhythm"), Qt.Key.Key_Down)
    pick(named(popover, "Day"), Qt.Key.Key_Down)
    assert said(popover) == "Every month <b>on Thursday no. 4, 14:30–15:30</b>, without end."
    assert popover.form.rule == Rule(Frequency.MONTHLY, place=MonthPlace.WEEKDAY)


def test_a_change_of_rhythm_keeps_an_interval_that_is_still_possible(window: QWidget) -> None:
    popover = opened(window, Rule(Frequency.DAILY, 20), kind="custom")
    pick(named(popover, "Rhythm"), Qt.Key.Key_Down)
    assert popover.form.interval.value == "1"


def test_never_takes_the_rule_away(window: QWidget, qtbot: QtBot) -> None:
    popover = opened(window, Rule(Frequency.WEEKLY, weekdays=(3,)))
    click(popover.form.kind.segment("never"))
    assert popover.primary.caption == "Do not repeat"
    with qtbot.waitSignal(popover.chosen) as chosen:
        click(popover.primary)
    assert chosen.args == [None]


@pytest.mark.parametrize("way", ["escape", "cancel", "beside"])
def test_it_can_be_left_without_a_choice(window: QWidget, qtbot: QtBot, way: str) -> None:
    popover = opened(window)
    with qtbot.assertNotEmitted(popover.chosen):
        if way == "escape":
            QTest.keyClick(popover.form.kind.segment("weekly"), Qt.Key.Key_Escape)
        elif way == "cancel":
            click(popover.cancel)
        else:
            QTest.mouseClick(popover, Qt.MouseButton.LeftButton, pos=popover.rect().bottomLeft())
        assert not popover.is_open


def test_linked_posts_are_said_to_stay(window: QWidget) -> None:
    block = Repeated(BLOCK.starts_at, BLOCK.ends_at, BLOCK.minutes, has_posts=True)
    assert "Linked posts stay with the first date." in texts(opened(window, block=block))


RULES = st.one_of(
    st.builds(Rule, st.just(Frequency.DAILY), st.integers(1, 30)),
    st.builds(
        Rule,
        st.just(Frequency.WEEKLY),
        st.integers(1, 12),
        st.sets(st.integers(0, 6), min_size=1).map(lambda days: tuple(sorted(days))),
    ),
    st.builds(
        Rule,
        st.just(Frequency.MONTHLY),
        st.integers(1, 12),
        place=st.sampled_from(possible_places(BLOCK.starts_at.date())),
    ),
)


@given(rule=RULES, count=st.none() | st.integers(1, 60))
def test_what_the_form_shows_it_gives_back(qapp: QApplication, rule: Rule, count: int | None) -> None:
    shown = replace(rule, count=count)
    form = RepeatForm()
    try:
        form.show_rule(shown, BLOCK)
        assert form.rule is not None
        text = form.rule.text(BLOCK.starts_at)
        assert text == shown.text(BLOCK.starts_at)
        assert parse_rule(text, shown.first(BLOCK.starts_at)) is not None
    finally:
        form.deleteLater()


@pytest.mark.parametrize(
    ("day", "places"),
    [
        (datetime(2026, 11, 26), ["day", "weekday", "last_weekday"]),
        (datetime(2026, 11, 30), ["day", "last_day", "last_weekday"]),
        (datetime(2026, 11, 3), ["day", "weekday"]),
    ],
)
def test_a_day_of_a_month_is_named_in_every_possible_way(day: datetime, places: list[str]) -> None:
    assert list(possible_places(day.date())) == places
