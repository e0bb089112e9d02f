"""The search over everything: what it finds, how one goes through it, where it leads."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from db.lists import put_campaign, put_occasion
from db.records import Campaign, Changes, Occasion, Week
from db.store import Store
from desktop.calendar.page import CalendarPage
from desktop.calendar.post_panel import PostPanel
from desktop.calendar.week_view import WeekView
from desktop.main_window import MainWindow
from desktop.month.page import MonthPage
from desktop.preferences.page import PreferencesPage
from desktop.preferences.plan_files import NewPlanPopover
from desktop.search.overlay import Overlay
from desktop.search.places import weeks_meant
from desktop.search.rows import FoundRow, begun_in, found_in
from desktop.settings import Settings
from desktop.ui import theme
from desktop.workspace import Workspace
from tests.builders import NOW, a_post, a_store

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    posts = [
        a_post("Advent: die erste Kerze", datetime(2026, 12, 9, 9), (1, 2)),
        a_post("Adventskaffee", datetime(2026, 11, 29, 15)),
        a_post("Straße im Schnee", datetime(2025, 1, 7, 9)),
        a_post("Plätzchen, noch ohne Tag"),
    ]
    store = a_store(tmp_path, posts=posts)
    store.write(put_campaign, Campaign(0, "Advent im Lindenhof", date(2026, 11, 20), date(2026, 12, 24)))
    store.write(put_occasion, Occasion(0, "Adventsmarkt", date(2026, 12, 12)))
    yield store
    store.close()


@pytest.fixture
def workspace(store: Store) -> Workspace:
    return Workspace(store, lambda: NOW)


@pytest.fixture
def window(workspace: Workspace, qapp: QApplication, qtbot: QtBot) -> Iterator[MainWindow]:
    theme.apply(qapp, theme.Mode.LIGHT, reduced_motion=True)
    today = workspace.now().date()
    window = MainWindow(Week.of(today), today, Settings())
    window.resize(1440, 900)
    window.show_plan(workspace)
    window.show()
    window.activateWindow()
    qtbot.waitExposed(window)
    yield window
    window.close()
    window.deleteLater()


def overlay(window: MainWindow) -> Overlay:
    found = window.findChild(Overlay)
    assert found is not None
    return found


def search(window: MainWindow, text: str) -> Overlay:
    """Open the surface by its key and type."""
    QTest.keyClick(window, Qt.Key.Key_K, CTRL)
    found = overlay(window)
    QTest.keyClicks(found.field, text)
    QApplication.processEvents()
    return found


def texts(found: Overlay) -> list[str]:
    return [row.text for row in found.rows.shown_rows]


def row(found: Overlay, text: str) -> FoundRow:
    return next(each for each in found.rows.shown_rows if each.text == text)


def test_it_opens_with_the_keyboard_in_its_field(window: MainWindow) -> None:
    found = search(window, "")

    assert found.is_open
    assert QApplication.focusWidget() is found.field
    assert "Month" in texts(found)
    assert "New post" in texts(found)


def test_ctrl_f_opens_it_where_the_room_has_no_filter(window: MainWindow) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None

    QTest.keyClick(focused, Qt.Key.Key_F, CTRL)

    assert overlay(window).is_open


def test_a_card_that_is_carried_goes_back_first(window: MainWindow) -> None:
    page, view = window.findChild(CalendarPage), window.findChild(WeekView)
    assert page is not None
    assert view is not None
    page.show_week(Week.of(date(2026, 12, 9)))
    (key,) = view.grid.canvas.items
    view.grid.select(key, focus=True)
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_M)
    was_held = view.grid.is_dragging

    QTest.keyClick(window, Qt.Key.Key_K, CTRL)

    assert was_held
    assert not view.grid.is_dragging
    assert overlay(window).is_open


def test_the_side_bar_opens_it_too(window: MainWindow) -> None:
    button = window.findChild(QAbstractButton, "search")
    assert button is not None

    QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    assert overlay(window).is_open


def test_posts_campaigns_occasions_and_commands_are_found_together(window: MainWindow) -> None:
    found = search(window, "advent")

    assert set(texts(found)[:2]) == {"Advent: die erste Kerze", "Adventskaffee"}
    assert row(found, "Adventskaffee").spans == ((0, 6),)
    assert row(found, "Adventskaffee").detail == "Sun 29 Nov"
    assert row(found, "Advent im Lindenhof").detail == "until 24 Dec"
    assert row(found, "Adventsmarkt").detail == "Sat 12 Dec"
    assert texts(found)[-1] == "New post “advent”"


def test_of_posts_with_one_title_the_nearest_comes_first(window: MainWindow, workspace: Workspace) -> None:
    dates = [datetime(2026, 11, 26, 12) + timedelta(weeks=each) for each in (8, 1, -1, 2, 3, 4, 5, 6)]
    posts = tuple(a_post("Advent-Teller", at, id=-n) for n, at in enumerate(dates))
    workspace.put("Add", Changes(posts=posts))

    found = search(window, "advent")

    assert texts(found)[:3].count("Advent-Teller") == 1
    assert row(found, "Advent-Teller").detail == "Thu 19 Nov"


def test_enter_opens_the_post_in_its_week(window: MainWindow) -> None:
    found = search(window, "erste Kerze")

    QTest.keyClick(found.field, Qt.Key.Key_Return)

    assert not found.is_open
    panel = window.findChild(PostPanel)
    assert panel is not None
    assert panel.isVisible()
    assert shown_week(window) == Week.of(date(2026, 12, 9))


def test_enter_right_after_the_last_letter_searches_first(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_K, CTRL)
    found = overlay(window)
    found.field.setText("mont")
    found.field.textEdited.emit("mont")  # as a key does; nothing has been searched yet

    QTest.keyClick(found.field, Qt.Key.Key_Return)

    assert window.findChild(MonthPage) is not None


def test_an_idea_opens_where_one_is(window: MainWindow) -> None:
    found = search(window, "platzchen")
    assert found.rows.current is not None
    assert found.rows.current.detail == "Idea"

    QTest.keyClick(found.field, Qt.Key.Key_Return)

    panel = window.findChild(PostPanel)
    assert panel is not None
    assert panel.isVisible()
    assert shown_week(window) == Week(2026, 48)


def test_a_number_leads_to_a_week(window: MainWindow) -> None:
    found = search(window, "KW 50")
    assert found.rows.current is not None
    assert found.rows.current.text == "Week 50"

    QTest.keyClick(found.field, Qt.Key.Key_Return)

    assert shown_week(window) == Week(2026, 50)


def test_a_command_does_what_the_menu_does(window: MainWindow, workspace: Workspace) -> None:
    found = search(window, "next week")
    QTest.keyClick(found.field, Qt.Key.Key_Return)

    assert shown_week(window) == Week(2026, 49)


def test_a_platform_is_found_and_its_settings_open(window: MainWindow) -> None:
    found = search(window, "faceb")
    assert row(found, "Facebook").spans == ((0, 5),)
    QTest.keyClick(found.field, Qt.Key.Key_Return)

    settings = window.findChild(PreferencesPage)
    assert settings is not None
    assert settings.isVisible()
    names = [each.text() for each in settings.findChildren(QLineEdit) if each.isVisible()]
    assert "Facebook" in names


@pytest.mark.parametrize(
    ("command", "dialog"),
    [
        ("open another", "getOpenFileName"),
        ("table (xlsx)", "getSaveFileName"),
        ("table (csv)", "getSaveFileName"),
    ],
)
def test_commands_for_files_ask_where(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, command: str, dialog: str
) -> None:
    asked: list[str] = []

    def answer(_parent: object, title: str, *_more: object, **_options: object) -> tuple[str, str]:
        asked.append(title)
        return "", ""

    monkeypatch.setattr(QFileDialog, dialog, answer)
    found = search(window, command)
    QTest.keyClick(found.field, Qt.Key.Key_Return)

    assert len(asked) == 1


def test_a_new_plan_begins_with_the_name_of_its_business(window: MainWindow) -> None:
    found = search(window, "new plan")
    QTest.keyClick(found.field, Qt.Key.Key_Return)

    popover = window.findChild(NewPlanPopover)
    assert popover is not None
    assert popover.isVisible()


def test_what_is_typed_can_become_a_post(window: MainWindow, workspace: Workspace) -> None:
    found = search(window, "Zimt und Zucker")
    QTest.keyClick(found.field, Qt.Key.Key_Return)

    assert workspace.undo_stack.count() == 1
    panel = window.findChild(PostPanel)
    assert panel is not None
    assert panel.isVisible()
    again = search(window, "zucker")
    assert texts(again)[0] == "Zimt und Zucker"


def test_undo_is_offered_only_when_there_is_something(window: MainWindow, workspace: Workspace) -> None:
    assert not any(text.startswith("Undo") for text in texts(search(window, "undo")))
    overlay(window).dismiss()
    workspace.edit("Something", put_occasion, Occasion(0, "Zopftag", date(2026, 12, 1)))

    assert any(text == "Undo: Something" for text in texts(search(window, "undo")))


def test_the_last_opened_stand_first_next_time(window: MainWindow) -> None:
    QTest.keyClick(search(window, "adventskaffee").field, Qt.Key.Key_Return)

    assert texts(search(window, ""))[0] == "Adventskaffee"


def test_arrows_go_round_and_the_pointer_only_counts_when_it_moves(window: MainWindow) -> None:
    found = search(window, "advent")
    first = found.rows.current

    QTest.keyClick(found.field, Qt.Key.Key_Up)
    assert found.rows.current == found.rows.shown_rows[-1]
    QTest.keyClick(found.field, Qt.Key.Key_Down)
    assert found.rows.current == first

    second = next(
        each for each in found.rows.findChildren(QWidget) if each.accessibleName().startswith("Adventskaffee")
    )
    QTest.mouseMove(second, QPoint(5, 5))
    QTest.mouseMove(second, QPoint(9, 9))
    assert found.rows.current is not None
    assert found.rows.current.text == "Adventskaffee"


def test_a_click_chooses_and_one_beside_closes(window: MainWindow) -> None:
    found = search(window, "month")
    third = next(each for each in found.rows.findChildren(QWidget) if each.accessibleName().startswith("Month"))
    QTest.mouseClick(third, Qt.MouseButton.LeftButton)
    assert not found.is_open
    assert window.findChild(MonthPage) is not None

    search(window, "x")
    QTest.mouseClick(found, Qt.MouseButton.LeftButton, pos=QPoint(20, 500))
    assert not found.is_open


@pytest.mark.parametrize(
    ("key", "modifier"), [(Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_K, CTRL)]
)
def test_it_closes_and_the_keyboard_goes_back(window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
    before = QApplication.focusWidget()
    found = search(window, "advent")

    QTest.keyClick(found.field, key, modifier)

    assert not found.is_open
    assert QApplication.focusWidget() is before


def test_no_key_reaches_the_window_below(window: MainWindow) -> None:
    found = search(window, "")

    QTest.keyClick(found.field, Qt.Key.Key_2, CTRL)
    QTest.keyClick(found.field, Qt.Key.Key_Tab)

    assert window.findChild(MonthPage) is None
    assert QApplication.focusWidget() is found.field


def shown_week(window: MainWindow) -> Week:
    page = window.findChild(CalendarPage)
    assert page is not None
    return page.week


TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("typed", "weeks"),
    [
        ("KW 50", ["2026-W50"]),
        ("kw50", ["2026-W50"]),
        ("Week 3", ["2027-W03", "2027-W30", "2027-W31", "2027-W32", "2027-W33", "2027-W34"]),
        ("47", ["2027-W47"]),
        ("53", ["2026-W53"]),
        ("10/2028", ["2028-W10"]),
        ("2027-w10", ["2027-W10"]),
        ("53/2027", []),
        ("0", []),
        ("99", []),
        ("50 Ideen", []),
        ("", []),
    ],
)
def test_weeks_are_understood(typed: str, weeks: list[str]) -> None:
    assert [str(week) for week in weeks_meant(typed, TODAY, 6)] == weeks


def test_words_are_found_without_accents_and_case() -> None:
    assert found_in("Öffne das Café", "caf off") == ((0, 3), (10, 13))
    assert found_in("Große Straße", "strass") == ((6, 11),)
    assert found_in("Advents\u00adfrühstück", "adventsf") == ((0, 9),)
    assert found_in("Export calendar file …", "export table") is None
    assert found_in("Export", "  ") == ()
    assert found_in("Export", "…") is None


@given(st.text(max_size=30), st.text(max_size=8))
def test_found_places_lie_in_the_text_in_order(text: str, typed: str) -> None:
    ends = [at for span in begun_in(text, typed) for at in span]
    assert ends == sorted(ends)
    assert all(0 <= at <= len(text) for at in ends)
