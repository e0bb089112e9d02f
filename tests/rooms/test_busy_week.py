"""Other calendars behind the week: seen, heard, met, and never in the way of the hand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QColor, QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from db.busy import put_busy_calendar
from db.feed_records import BusyCalendar, BusySource
from db.records import BusyTime
from desktop import busy_time_words
from desktop.calendar.ghost import Tone
from desktop.planning.busy_memory import BusyMemory, by_week
from desktop.ui import theme
from tests.builders import WEEK, a_block, a_post
from tests.rooms.calendar_room import OpenRoom, Room, moment, open_room

__all__ = ["open_room"]


def busy(day: int, clock: str, minutes: int = 60, title: str = "Zahnarzt", **fields: bool) -> BusyTime:
    starts = moment(day, clock)
    return BusyTime(0, title, starts, starts + timedelta(minutes=minutes), **fields)


def lay(room: Room, times: Sequence[BusyTime], name: str = "Privat") -> int:
    """Give the plan another calendar that has these times; answers its id."""
    memory = BusyMemory()
    first, last = WEEK.monday - timedelta(days=400), WEEK.monday + timedelta(days=400)
    memory.keep("uid", by_week(times, first, last), first, last)
    room.workspace.busy_of = memory.times
    number = room.workspace.edit("Add", put_busy_calendar, BusyCalendar(0, "uid", name, BusySource.FILE, ""))
    assert number is not None
    QApplication.processEvents()
    return number


def color_at(room: Room, at: datetime, right: int = 0) -> QColor:
    """What is painted at a moment, so far right of the middle of its column."""
    canvas = room.view.grid.canvas
    place = canvas.mapFromGlobal(room.spot(at)) + QPoint(right, 0)
    dpr = canvas.devicePixelRatioF()
    image = canvas.grab(QRect(place, place + QPoint(1, 1))).toImage()
    return image.pixelColor(round(dpr / 2), round(dpr / 2))


def test_busy_times_are_greyed_behind_the_hours(open_room: OpenRoom) -> None:
    room = open_room()
    before = color_at(room, moment(3, "11:40"))
    lay(room, [busy(3, "11:00", 90), busy(4, "11:00", 90, is_free=True)])
    assert color_at(room, moment(3, "11:40")) == theme.color("hover") != before
    assert color_at(room, moment(4, "11:40")) == theme.color("subtle")
    assert color_at(room, moment(3, "12:40")) == before


def test_one_over_midnight_lies_on_both_days(open_room: OpenRoom) -> None:
    room = open_room()
    lay(room, [busy(2, "22:00", 12 * 60)])
    assert color_at(room, moment(2, "23:00")) == theme.color("hover")
    assert color_at(room, moment(3, "9:30")) == theme.color("hover")


def test_two_at_once_lie_side_by_side(open_room: OpenRoom) -> None:
    room = open_room()
    lay(room, [busy(3, "11:00", 60, "Zahnarzt"), busy(3, "11:30", 60, "Anruf")])
    canvas = room.view.grid.canvas
    left, right = (
        canvas.busy.at(canvas.grid, canvas.mapFromGlobal(room.spot(moment(3, "11:45")) + QPoint(x, 0)).toPointF())
        for x in (-30, 30)
    )
    assert left is not None
    assert right is not None
    assert [left[0].title, right[0].title] == ["Zahnarzt", "Anruf"]


def test_they_are_not_in_the_way_of_the_hand(open_room: OpenRoom) -> None:
    room = open_room([], [a_block(moment(3, "9:00"), 60, title="Text")])
    lay(room, [busy(3, "8:00", 600)])
    room.drag_card(room.block_key("Text", moment(3, "9:00")), moment(3, "14:00"))
    assert room.block("Text").starts_at == moment(3, "14:00")
    room.drag(room.spot(moment(3, "10:00")), room.spot(moment(3, "11:00")))
    assert len(room.page.board().blocks) == 2


@pytest.mark.parametrize(
    ("clock", "minutes", "is_below"), [("10:45", 30, True), ("12:00", 30, False), ("10:45", 200, None)]
)
def test_a_title_is_read_beside_the_cards(open_room: OpenRoom, clock: str, minutes: int, is_below: bool | None) -> None:
    room = open_room([], [a_block(moment(3, clock), minutes, title="Text")])
    lay(room, [busy(3, "11:00", 120)])
    canvas, row = room.view.grid.canvas, theme.line_height("meta")
    (card,) = canvas._rects.values()
    place = QRectF(card.left(), canvas.grid.y(660), card.width(), canvas.grid.y(780) - canvas.grid.y(660))
    words = canvas.busy._seen(place, row)
    if is_below is None:
        assert words is None
    else:
        assert words is not None
        assert not words.intersects(card)
        assert words.top() == pytest.approx(card.bottom() if is_below else place.top())


def test_whole_days_stand_in_the_row_above(open_room: OpenRoom) -> None:
    room = open_room()
    lay(room, [busy(3, "0:00", 1440, "Urlaub", is_all_day=True), busy(4, "0:00", 5 * 1440, "", is_all_day=True)])
    assert [chip.accessibleName() for chip in room.view.all_day._chips][-2:] == ["Urlaub", "Busy · until 1 Dec"]
    assert color_at(room, moment(3, "11:40")) == theme.color("surface")


def test_the_resting_pointer_is_told_everything(open_room: OpenRoom, qtbot: QtBot) -> None:
    room = open_room([a_post("Reel", moment(4, "11:00"))])
    lay(room, [busy(3, "11:00", title="A < B"), busy(4, "11:00"), busy(2, "11:00", is_free=True)])
    canvas = room.view.grid.canvas

    def rest(at: datetime) -> str:
        QToolTip.hideText()
        qtbot.waitUntil(lambda: not QToolTip.isVisible())
        place = room.spot(at)
        QApplication.sendEvent(canvas, QHelpEvent(QHelpEvent.Type.ToolTip, canvas.mapFromGlobal(place), place))
        return QToolTip.text() if QToolTip.isVisible() else ""

    assert "<b>A &lt; B</b><br>Thu 26 Nov 11:00–12:00<br>Privat</p>" in rest(moment(3, "11:30"))
    assert "takes no time" in rest(moment(2, "11:30"))
    assert rest(moment(3, "13:00")) == ""
    assert rest(moment(4, "11:10")) == ""  # the card has a tip of its own
    QToolTip.hideText()
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


def test_those_who_hear_the_week_hear_them(open_room: OpenRoom) -> None:
    room = open_room()
    lay(room, [busy(0, "9:00"), busy(0, "13:00", title="")])
    assert room.view.days._cells[0].accessibleDescription() == "Busy: Zahnarzt 9:00–10:00, Busy 13:00–14:00"
    assert room.view.days._cells[1].accessibleDescription() == ""
    cursor = room.view.grid.canvas.slot_cursor
    cursor.move_to(0, 9 * 60 + 30)
    cursor.lay_out(room.view.grid.canvas.grid, WEEK.days)
    assert cursor.accessibleName() == "Monday, 23 November, 9:30, Busy: Zahnarzt 9:00–10:00"
    cursor.move_to(0, 10 * 60)
    cursor.lay_out(room.view.grid.canvas.grid, WEEK.days)
    assert cursor.accessibleName() == "Monday, 23 November, 10:00"


def test_a_drag_over_one_gets_a_gentle_hint_and_is_not_refused(open_room: OpenRoom) -> None:
    room = open_room([], [a_block(moment(2, "14:00"), 60, title="Text")])
    lay(room, [busy(3, "9:30", 45)])
    key = room.block_key("Text", moment(2, "14:00"))
    room.drag_card(key, moment(3, "9:00"), drop=False)
    label = room.view.grid._machine.scene.ghost.label
    assert (label.note, label.tone) == ("Busy: Zahnarzt 9:30–10:15", Tone.WARN)
    room.release(room.spot(moment(3, "9:00")) + QPoint(0, 9))
    assert room.block("Text").starts_at == moment(3, "9:00")
    assert "Busy: Zahnarzt 9:30–10:15" in room.toast()


def test_a_key_that_moves_onto_one_says_so(open_room: OpenRoom, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr("desktop.calendar.rescheduler.announce", lambda _widget, words: said.append(words))
    room = open_room([], [a_block(moment(3, "9:00"), 30, title="Text")])
    lay(room, [busy(3, "9:30", 45)])
    room.view.grid.select(room.block_key("Text", moment(3, "9:00")), focus=True)
    room.press("Alt+Down")
    assert "Busy: Zahnarzt 9:30–10:15" in said[-1]


def test_hiding_one_frees_its_times(open_room: OpenRoom) -> None:
    room = open_room()
    number = lay(room, [busy(3, "11:00", 90)])
    hidden = BusyCalendar(number, "uid", "Privat", BusySource.FILE, "", is_shown=False)
    room.workspace.edit("Hide", put_busy_calendar, hidden)
    assert color_at(room, moment(3, "11:40")) == theme.color("surface")
    room.workspace.undo_stack.undo()
    assert color_at(room, moment(3, "11:40")) == theme.color("hover")


@pytest.mark.parametrize(
    ("times", "words"),
    [
        (busy(3, "9:00", 45), "9:00–9:45"),
        (busy(3, "23:00", 60), "23:00–24:00"),
        (busy(3, "23:00", 120), "23:00 – Fri 27 Nov 1:00"),
        (busy(3, "0:00", 1440, is_all_day=True), "all day"),
    ],
)
def test_when_it_is_in_words(qapp: QApplication, times: BusyTime, words: str) -> None:
    assert busy_time_words.time_of(times) == words
