"""The timer on the cards of the week, in their menus and in the side panel."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from db.entries import load_running
from db.records import Activity, Changes, Status, TimeEntry
from desktop.calendar.block_panel import BlockPanel
from desktop.calendar.post_panel import PostPanel
from desktop.calendar.timer_row import TimerRow
from desktop.planning.cards import CardKey
from desktop.timer import Phase, WorkTimer
from tests.builders import NOW, a_block, a_post
from tests.rooms.calendar_room import LEFT, NO_KEYS, OpenRoom, Room, moment, open_room
from tests.rooms.panel_hands import choose, click, open_menu

__all__ = ["open_room"]

NINE = moment(2, "9:00")


class Timed:
    """The calendar room with a timer, and a clock that a test sets."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self.now = NOW
        room.workspace.clock = lambda: self.now
        self.timer = WorkTimer(room.workspace)
        room.page.set_timer(self.timer)

    def running(self) -> TimeEntry | None:
        """The entry that runs, as it is stored."""
        return self.room.workspace.read(load_running)

    def passes(self, minutes: int) -> None:
        """Let time pass, and the timer look at the clock."""
        self.now += timedelta(minutes=minutes)
        self.timer.touch()
        self.timer.tick()
        QApplication.processEvents()

    def menu(self, key: CardKey) -> QMenu:
        """The menu of a card, opened by its key."""
        QApplication.processEvents()  # a menu that was open before gives the focus back
        self.room.view.grid.select(key, focus=True)
        QTest.keyClick(self.room.window.windowHandle(), Qt.Key.Key_Menu)
        return open_menu()

    def row(self) -> TimerRow:
        """The timer in the panel that is open."""
        assert self.room.view.panel is not None
        (found,) = [each for each in self.room.view.panel.findChildren(TimerRow) if each.isVisible()]
        return found

    def pill(self, key: CardKey) -> str | None:
        """What the pill on a card says."""
        card = self.room.view.grid.canvas.deck.card(key)
        assert card is not None
        return None if card.look.measured is None else card.look.measured.words


@pytest.fixture
def timed(open_room: OpenRoom) -> Timed:
    """A week with a block of one platform, a shared one, and a post on two platforms."""
    return Timed(
        open_room(
            posts=[a_post("Stollen", moment(3, "12:00"), platforms=(1, 2))],
            blocks=[
                a_block(NINE, 45, title="Comments", activity=Activity.INTERACTION),
                a_block(moment(2, "13:00"), 60, platforms=(1, 3), title="Photos"),
            ],
        )
    )


def words(menu: QMenu) -> list[str]:
    """The rows of a menu without their keys."""
    return [action.text().partition("\t")[0] for action in menu.actions() if not action.isSeparator()]


def test_the_menu_of_a_block_starts_the_timer_for_it(timed: Timed) -> None:
    key = timed.room.block_key("Comments", NINE)
    timed.menu(key)
    choose("Start timer")

    entry = timed.running()

    assert entry is not None
    assert (entry.platform_id, entry.activity) == (1, Activity.INTERACTION)
    assert (entry.block_id, entry.original_at) == (key.block_id, NINE)


def test_a_measured_block_shows_the_minutes_and_its_share(timed: Timed) -> None:
    key = timed.room.block_key("Comments", NINE)
    timed.menu(key)
    choose("Start timer")
    timed.passes(24)

    card = timed.room.view.grid.canvas.deck.card(key)

    assert card is not None
    assert card.look.measured is not None
    assert card.look.measured.words == "0:24"
    assert card.look.measured.share == pytest.approx(24 / 45)
    assert card.accessibleDescription() == "Timer runs, 0:24 h"


def test_a_measured_block_is_painted_with_an_accent_edge(timed: Timed) -> None:
    key = timed.room.block_key("Comments", NINE)
    card = timed.room.view.grid.canvas.deck.card(key)
    assert card is not None
    before = card.grab().toImage()
    timed.menu(key)
    choose("Start timer")
    timed.passes(24)

    after = card.grab().toImage()

    assert before.pixelColor(before.width() // 2, 0) != after.pixelColor(before.width() // 2, 0)


def test_a_shared_block_asks_for_the_platform(timed: Timed) -> None:
    menu = timed.menu(timed.room.block_key("Photos", moment(2, "13:00")))
    inner = next(action.menu() for action in menu.actions() if action.text() == "Start timer")
    assert isinstance(inner, QMenu)

    assert words(inner) == ["Instagram", "Linkedin"]
    inner.actions()[1].trigger()
    entry = timed.running()
    assert entry is not None
    assert entry.platform_id == 3


def test_a_post_asks_for_platform_and_activity(timed: Timed) -> None:
    key = timed.room.post_key("Stollen", moment(3, "12:00"))
    menu = timed.menu(key)
    platforms = next(action.menu() for action in menu.actions() if action.text() == "Start timer")
    assert isinstance(platforms, QMenu)
    facebook = platforms.actions()[1].menu()
    assert isinstance(facebook, QMenu)

    facebook.actions()[1].trigger()

    entry = timed.running()
    assert entry is not None
    assert (entry.platform_id, entry.activity, entry.post_id) == (2, Activity.CREATION, key.post_id)
    assert timed.pill(key) == "0:00"


def test_the_menu_pauses_goes_on_and_stops(timed: Timed) -> None:
    key = timed.room.block_key("Comments", NINE)
    timed.menu(key)
    choose("Start timer")
    timed.passes(5)
    timed.menu(key)
    choose("Pause timer")
    assert timed.timer.phase is Phase.PAUSED
    assert timed.pill(key) == "0:05"
    timed.menu(key)
    choose("Resume timer")
    assert timed.running() is not None
    timed.passes(5)
    timed.menu(key)
    choose("Stop and record")

    assert timed.running() is None
    assert timed.pill(key) is None
    assert timed.room.toast() == "0:10 h recorded"


def test_stopping_after_a_pause_offers_to_undo_nothing_else(timed: Timed) -> None:
    timed.timer.start(1, Activity.CREATION)
    timed.passes(5)
    timed.timer.pause()
    timed.room.workspace.put("Another", Changes(posts=(a_post("Reel", moment(4, "9:00")),)))
    timed.timer.stop()
    toast = timed.room.view.toasts.shown[-1]
    assert (timed.room.toast(), toast.buttons) == ("0:05 h recorded", [])


def test_the_panel_of_a_block_starts_and_stops(timed: Timed) -> None:
    timed.room.view.grid.select(timed.room.block_key("Comments", NINE), focus=True)
    timed.room.press("Return")
    click(timed.row().start)
    assert timed.running() is not None
    timed.passes(7)
    assert timed.row().clock.text() == "0:07 h"
    click(timed.row().stop)

    assert timed.running() is None
    assert timed.row().start.isVisible()


def test_the_panel_of_a_post_asks_for_platform_and_activity(timed: Timed) -> None:
    timed.room.view.grid.select(timed.room.post_key("Stollen", moment(3, "12:00")), focus=True)
    timed.room.press("Return")
    click(timed.row().start)

    assert words(open_menu()) == ["Instagram", "Facebook"]
    open_menu().close()


def test_another_card_keeps_offering_the_start(timed: Timed) -> None:
    timed.menu(timed.room.block_key("Comments", NINE))
    choose("Start timer")
    menu = timed.menu(timed.room.block_key("Photos", moment(2, "13:00")))

    assert "Start timer" in words(menu)
    assert "Stop and record" not in words(menu)
    menu.close()


def test_a_click_on_the_pill_does_not_tick_the_block_off(timed: Timed) -> None:
    key = timed.room.block_key("Comments", NINE)
    timed.menu(key)
    choose("Start timer")
    rect = timed.room.view.grid.card_rect(key)
    at = timed.room.window.mapFromGlobal(QPoint(rect.right() - 12, rect.top() + 10))
    QTest.mouseClick(timed.room.window.windowHandle(), LEFT, NO_KEYS, at)

    assert not timed.room.block("Comments").done


def test_done_grows_in_the_budget_while_the_timer_runs(timed: Timed) -> None:
    timed.menu(timed.room.block_key("Comments", NINE))
    choose("Start timer")
    timed.now = NOW + timedelta(minutes=31)
    timed.room.page._next_minute()  # the minute of the wall clock

    assert timed.room.view.strip.cells[1].budget.done == 31


def test_an_occurrence_of_a_series_is_measured_alone(open_room: OpenRoom) -> None:
    timed = Timed(open_room(blocks=[a_block(moment(0, "9:00"), 60, title="Daily", rrule="FREQ=DAILY;COUNT=5")]))
    monday, tuesday = (timed.room.block_key("Daily", moment(day, "9:00")) for day in (0, 1))
    timed.menu(tuesday)
    choose("Start timer")

    assert timed.pill(tuesday) == "0:00"
    assert timed.pill(monday) is None


def test_what_runs_when_the_plan_is_opened_is_shown(timed: Timed) -> None:
    key = timed.room.block_key("Comments", NINE)
    timed.timer.start(1, Activity.INTERACTION, None, key.block_id, datetime(2026, 11, 25, 9))

    assert timed.pill(key) == "0:00"


@pytest.mark.parametrize("field", ["title", "note"])
def test_control_enter_ticks_off_wherever_the_focus_is_in_the_panel(timed: Timed, field: str) -> None:
    timed.room.view.grid.select(timed.room.block_key("Comments", NINE), focus=True)
    timed.room.press("Return")
    panel = timed.room.view.panel
    assert isinstance(panel, BlockPanel)
    getattr(panel, field).setFocus()
    timed.room.press("Ctrl+Return")
    assert timed.room.block("Comments").done
    timed.room.press("Ctrl+Return")
    assert not timed.room.block("Comments").done


def test_control_enter_publishes_what_the_panel_shows(timed: Timed) -> None:
    timed.room.view.grid.select(timed.room.post_key("Stollen", moment(3, "12:00")), focus=True)
    timed.room.press("Return")
    panel = timed.room.view.panel
    assert isinstance(panel, PostPanel)
    panel.text.setFocus()
    timed.room.press("Ctrl+Return")

    assert {each.status for each in timed.room.post("Stollen").variants} == {Status.PUBLISHED}
    assert panel.text.value == ""
