"""Bars with grips: dragging, arrow keys, limits, what is told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from db.records import ByActivity, Hours, PlatformKind
from desktop.ui import theme
from desktop.ui.contrast import contrast, readable_on
from desktop.ui.controls import Button
from desktop.ui.grips import Grips
from desktop.ui.sliders import DayHoursBar, RangeSlider, SplitBar

STAGE: list[QWidget] = []  # pytest-qt itself keeps no window alive


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> Iterator[None]:
    theme.apply(qapp, theme.Mode.LIGHT)
    yield
    STAGE.clear()


def shown(qtbot: QtBot, bar: QWidget) -> None:
    window = QWidget()
    STAGE.append(window)
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addWidget(bar)
    column.addWidget(Button("Danach"))
    window.resize(600, 120)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def drag(qtbot: QtBot, bar: Grips, grip: int, by: Sequence[float]) -> None:
    x, y = bar.grip_x(grip), bar.height() // 2
    QTest.mousePress(bar, Qt.MouseButton.LeftButton, pos=QPoint(round(x), y))
    for step in by:
        QTest.mouseMove(bar, QPoint(round(x + step), y))
    QTest.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=QPoint(round(x + by[-1]), y))


def test_a_range_is_dragged_by_its_handles(qtbot: QtBot) -> None:
    bar = RangeSlider(0, 14)
    shown(qtbot, bar)
    bar.set_value((3, 7))
    changes, commits = QSignalSpy(bar.changed), QSignalSpy(bar.committed)
    one = bar.grip_x(1) - bar.grip_x(0)
    drag(qtbot, bar, 1, [one / 20, one / 2])
    assert bar.value == (3, 9)
    assert [commits.at(n)[0] for n in range(commits.count())] == [(3, 9)]
    assert changes.count() == 1


def test_handles_do_not_pass_each_other(qtbot: QtBot) -> None:
    bar = RangeSlider(0, 14)
    shown(qtbot, bar)
    bar.set_value((3, 7))
    drag(qtbot, bar, 0, [400])
    assert bar.value == (7, 7)
    drag(qtbot, bar, 1, [900])
    assert bar.value == (7, 14)


def test_tab_goes_from_handle_to_handle_and_arrows_move_it(qtbot: QtBot) -> None:
    bar = RangeSlider(0, 14)
    shown(qtbot, bar)
    bar.set_value((3, 7))
    commits = QSignalSpy(bar.committed)
    bar.clearFocus()
    bar.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(bar, Qt.Key.Key_Left)
    QTest.keyClick(bar, Qt.Key.Key_Tab)
    assert bar.hasFocus()
    QTest.keyClick(bar, Qt.Key.Key_Up)
    assert bar.value == (2, 8)
    assert bar.accessibleDescription() == "2 to 8"
    assert commits.count() == 2
    QTest.keyClick(bar, Qt.Key.Key_Tab)
    assert not bar.hasFocus()


def test_nothing_is_told_where_nothing_changes(qtbot: QtBot) -> None:
    bar = RangeSlider(0, 14)
    shown(qtbot, bar)
    bar.set_value((0, 14))
    spies = QSignalSpy(bar.changed), QSignalSpy(bar.committed)
    bar.setFocus()
    QTest.keyClick(bar, Qt.Key.Key_Left)
    drag(qtbot, bar, 0, [0])
    assert [spy.count() for spy in spies] == [0, 0]


def test_a_grip_changes_only_its_neighbours(qtbot: QtBot) -> None:
    bar = SplitBar(PlatformKind.INSTAGRAM)
    shown(qtbot, bar)
    bar.set_value((20, 40, 25, 15))
    drag(qtbot, bar, 1, [bar.width() * 0.1])
    assert bar.value == ByActivity(20, 50, 15, 15)
    drag(qtbot, bar, 0, [-1000])
    assert bar.value == ByActivity(0, 70, 15, 15)


def test_arrow_keys_move_a_grip_by_one_per_cent(qtbot: QtBot) -> None:
    bar = SplitBar(PlatformKind.INSTAGRAM)
    shown(qtbot, bar)
    bar.set_value((20, 40, 25, 15))
    bar.clearFocus()
    bar.setFocus(Qt.FocusReason.BacktabFocusReason)
    QTest.keyClick(bar, Qt.Key.Key_Right)
    assert bar.value == ByActivity(20, 40, 26, 14)
    assert bar.accessibleDescription() == "Planning 20 %, Creation 40 %, Interaction 26 %, Monitoring 14 %"


@given(st.tuples(*[st.integers(0, 1000)] * 4), st.lists(st.tuples(st.integers(0, 2), st.integers(-30, 30)), max_size=8))
def test_a_split_is_always_a_hundred(
    qapp: QApplication, parts: tuple[int, int, int, int], steps: list[tuple[int, int]]
) -> None:
    bar = SplitBar(PlatformKind.BLOG)
    bar.set_value(parts)
    for grip, by in steps:
        before = bar.value
        bar._step(grip, by)
        changed = [number for number in range(4) if before[number] != bar.value[number]]
        assert set(changed) <= {grip, grip + 1}
    assert bar.value.total == 100
    assert min(bar.value) >= 0


def test_working_hours_move_by_quarters(qtbot: QtBot) -> None:
    bar = DayHoursBar()
    shown(qtbot, bar)
    bar.set_value(Hours(480, 1080))
    commits = QSignalSpy(bar.committed)
    drag(qtbot, bar, 0, [-(bar.width() / 16) / 2])
    assert bar.value == Hours(450, 1080)
    bar.setFocus()
    QTest.keyClick(bar, Qt.Key.Key_Right)
    assert commits.at(1)[0] == Hours(465, 1080)


def test_hours_end_after_they_begin_and_within_the_day(qtbot: QtBot) -> None:
    bar = DayHoursBar()
    shown(qtbot, bar)
    bar.set_value(Hours(480, 1080))
    drag(qtbot, bar, 0, [900])
    assert bar.value == Hours(1065, 1080)
    bar.set_value(Hours(0, 1440))
    bar.clearFocus()
    bar.setFocus(Qt.FocusReason.BacktabFocusReason)
    QTest.keyClick(bar, Qt.Key.Key_Right)
    assert bar.value == Hours(0, 1440)


def test_a_free_day_has_nothing_to_drag(qtbot: QtBot) -> None:
    bar = DayHoursBar()
    shown(qtbot, bar)
    bar.set_value(None)
    QTest.mousePress(bar, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    QTest.mouseMove(bar, QPoint(100, 10))
    assert bar.value is None
    assert bar.focusPolicy() == Qt.FocusPolicy.NoFocus


@pytest.mark.parametrize("kind", list(PlatformKind))
def test_text_on_a_tone_can_be_read(qapp: QApplication, kind: PlatformKind) -> None:
    for mode in (theme.Mode.LIGHT, theme.Mode.DARK):
        theme.apply(qapp, mode)
        own = theme.platform(kind)
        for tone in own.tones:
            ink = readable_on(tone, (theme.color("text"), own.glyph))
            assert contrast(ink, tone) >= 3.0
    theme.apply(qapp, theme.Mode.LIGHT)
