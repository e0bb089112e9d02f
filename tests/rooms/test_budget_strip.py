"""The budget strip: what its cells say, how they answer a drag, how they are reached."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.records import PlatformKind, Week
from desktop.calendar.budget_bar import bar_of
from desktop.calendar.budget_strip import LEAST_WIDTH, BudgetStrip
from desktop.calendar.budget_words import count_words, state_words
from desktop.planning.budget import ActivityBudget, PlatformBudget, Verdict, judged
from desktop.ui import accessible, theme
from tests.builders import WEEK, a_platform

TUESDAY, WEDNESDAY = date(2026, 11, 24), date(2026, 11, 25)
KINDS = list(PlatformKind)


def budget(
    planned: tuple[int, ...] = (60, 180, 120, 30),
    done: tuple[int, ...] = (0, 0, 0, 0),
    number: int = 1,
    cap: int = 360,
    posts: int = 3,
    week: Week = WEEK,
    is_past: bool = False,
) -> PlatformBudget:
    """A platform's week with a target of 360."""
    judged_minutes = sum(done if is_past else planned)
    return PlatformBudget(
        platform=a_platform(KINDS[number - 1], id=number),
        week=week,
        target=360,
        cap=cap,
        planned=sum(planned),
        uncovered=0,
        done=sum(done),
        verdict=judged(judged_minutes, 360, cap),
        activities=tuple(map(ActivityBudget, (72, 144, 90, 54), planned, done)),
        posts=posts,
        published=0,
        corridor=(3, 7),
        is_past=is_past,
    )


@pytest.fixture
def strip(qtbot: QtBot, qapp: QApplication) -> Iterator[BudgetStrip]:
    """A strip as wide as at 1440, without movement."""
    theme.apply(qapp, theme.Mode.LIGHT, reduced_motion=True)
    made = BudgetStrip()
    qtbot.addWidget(made)
    made.resize(1224, 94)
    made.show()
    yield made
    theme.apply(qapp, theme.Mode.LIGHT)


class Paints(QObject):
    """Counts the paint events of widgets."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[QObject] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note a paint event."""
        if event.type() == QEvent.Type.Paint:
            self.seen.append(watched)
        return False


@pytest.mark.parametrize(
    ("given_budget", "role", "icon"),
    [
        (budget((60, 100, 60, 30)), "text-2", "hourglass"),
        (budget((72, 144, 90, 54)), "ok", "circle-check"),
        (budget((72, 204, 90, 54), cap=480), "ok", "circle-check"),
        (budget((60, 180, 120, 30)), "warn", "alert-triangle"),
        (budget(done=(72, 144, 90, 54), is_past=True), "ok", "circle-check"),
        (budget(done=(0, 0, 0, 0), is_past=True), "warn", "alert-triangle"),
    ],
)
def test_every_state_has_its_own_colour_and_shape(given_budget: PlatformBudget, role: str, icon: str) -> None:
    words = state_words(given_budget)

    assert (words.role, words.icon) == (role, icon)
    assert words.text


@pytest.mark.parametrize(
    ("posts", "today", "week", "role"),
    [
        (2, TUESDAY, WEEK, "text-2"),
        (2, WEDNESDAY, WEEK, "warn"),
        (2, WEDNESDAY, WEEK.shifted(1), "text-2"),
        (2, TUESDAY, WEEK.shifted(-1), "warn"),
        (3, WEDNESDAY, WEEK, "text-2"),
        (7, WEDNESDAY, WEEK, "text-2"),
        (8, TUESDAY, WEEK, "warn"),
    ],
)
def test_too_few_posts_warn_from_wednesday_and_too_many_at_once(posts: int, today: date, week: Week, role: str) -> None:
    assert count_words(budget(posts=posts, week=week), today, is_short=False).role == role


def test_the_total_adds_the_platforms_up(strip: BudgetStrip) -> None:
    strip.show_budgets((budget(number=1), budget((30, 0, 0, 0), number=2)), WEDNESDAY)

    assert strip.total.text() == "7:00 / 12:00 h"
    assert "1:30" in strip.total.accessibleName()


def test_a_preview_touches_its_cell_only(strip: BudgetStrip) -> None:
    now = (budget(number=1), budget(number=2), budget((60, 120, 90, 45), number=3, posts=2))
    strip.show_budgets(now, WEDNESDAY)
    QApplication.processEvents()
    paints = Paints()
    for cell in strip.cells.values():
        cell.installEventFilter(paints)

    strip.preview((*now[:2], budget((60, 165, 90, 45), number=3)))
    QApplication.processEvents()

    assert set(paints.seen) == {strip.cells[3]}
    assert strip.cells[3].total_text() == "5:15 → 6:00 / 6:00 h"
    assert "2 → 3" in strip.cells[3].text()
    assert strip.total.text() == "19:00 / 18:00 h"

    strip.preview(None)
    assert strip.cells[3].total_text() == "5:15 / 6:00 h"
    assert strip.total.text() == "18:15 / 18:00 h"


def test_a_note_about_another_week_shows_in_its_cell(strip: BudgetStrip) -> None:
    now = (budget(number=1), budget(number=2))
    strip.show_budgets(now, WEDNESDAY)

    strip.preview(now, {2: "KW 47: −1:30"})

    assert strip.cells[2].note == "KW 47: −1:30"
    assert strip.cells[1].preview is None


def test_the_bar_grows_to_its_new_length(qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply(qapp, theme.Mode.LIGHT)
    strip = BudgetStrip()
    qtbot.addWidget(strip)
    strip.resize(1224, 94)
    strip.show()
    strip.show_budgets((budget((60, 60, 60, 60)),), WEDNESDAY)
    cell = strip.cells[1]
    aim = bar_of(cell.budget, budget((60, 90, 60, 60)))

    strip.preview((budget((60, 90, 60, 60)),))
    assert cell._drawn != aim

    qtbot.waitUntil(lambda: cell._drawn == aim)


def test_only_an_overrun_offers_remedies(strip: BudgetStrip, qtbot: QtBot) -> None:
    strip.show_budgets((budget(number=1), budget((60, 60, 60, 60), number=2)), WEDNESDAY)
    asked: list[tuple[int, QRect]] = []
    strip.hint_requested.connect(lambda number, rect: asked.append((number, rect)))

    QTest.mouseClick(strip.cells[2], Qt.MouseButton.LeftButton)
    assert asked == []
    QTest.mouseClick(strip.cells[1], Qt.MouseButton.LeftButton)
    strip.cells[1].setFocus()
    QTest.keyClick(strip.cells[1], Qt.Key.Key_Return)

    assert [number for number, _rect in asked] == [1, 1]
    assert asked[0][1].size() == strip.cells[1].size()


def test_the_strip_is_one_tab_stop_with_arrows_inside(strip: BudgetStrip) -> None:
    strip.show_budgets(tuple(budget(number=number) for number in (1, 2, 3)), WEDNESDAY)
    stops = [cell for cell in strip.cells.values() if cell.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [strip.cells[1]]

    strip.focus_cell()
    QTest.keyClick(strip.cells[1], Qt.Key.Key_Right)

    assert strip.cells[2].hasFocus()


def test_a_bar_is_a_progress_bar_for_assistive_technology(strip: BudgetStrip) -> None:
    accessible.install()
    strip.show_budgets((budget(number=1),), WEDNESDAY)

    found = QAccessible.queryAccessibleInterface(strip.cells[1])

    assert found.role() == QAccessible.Role.ProgressBar
    assert "6:30" in found.text(QAccessible.Text.Name)
    assert strip.cells[1].accessible_range() == (390, 0, 390)


def test_many_platforms_keep_their_width_and_scroll(strip: BudgetStrip) -> None:
    strip.show_budgets(tuple(budget((60, 60, 60, 60), number=number) for number in range(1, 8)), WEDNESDAY)
    QApplication.processEvents()

    assert all(cell.width() == theme.px(LEAST_WIDTH) for cell in strip.cells.values())
    assert strip._on.isVisible()
    assert not strip._back.isVisible()

    strip._on.click()
    assert strip._back.isVisible()


def test_a_cell_stays_as_long_as_its_platform(strip: BudgetStrip) -> None:
    strip.show_budgets((budget(number=1), budget(number=2)), WEDNESDAY)
    first = strip.cells[1]

    strip.show_budgets((replace(budget(number=1), planned=60), budget(number=3)), WEDNESDAY)

    assert strip.cells[1] is first
    assert list(strip.cells) == [1, 3]


minutes = st.tuples(*(st.integers(0, 600),) * 4)


@given(before=minutes, after=minutes, done=minutes, cap=st.integers(360, 900))
def test_a_bar_always_fits_its_track(
    before: tuple[int, ...], after: tuple[int, ...], done: tuple[int, ...], cap: int
) -> None:
    now, then = budget(before, done, cap=cap), budget(after, done, cap=cap)

    for bar in (bar_of(now), bar_of(now, then), bar_of(now).between(bar_of(now, then), 0.5)):
        assert sum(bar.lengths) <= bar.scale + 1e-6
        assert max(bar.start, bar.end, bar.overrun) <= bar.scale + 1e-6
        assert all(part <= length for part, length in zip(bar.done, bar.lengths, strict=True))
    assert (bar_of(now).overrun > 0) == (now.verdict is Verdict.OVER)


def test_the_name_outlasts_the_target_in_a_narrow_cell(strip: BudgetStrip) -> None:
    strip.show_budgets((budget(),), TUESDAY)
    cell = strip.cells[1]
    widths = {}

    for width in (300, 160):
        cell.resize(theme.px(width), cell.height())
        widths[width] = cell.has_target

    assert widths == {300: True, 160: False}
    assert "6:00" in cell.accessible_value()
