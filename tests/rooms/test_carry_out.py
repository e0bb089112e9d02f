"""Cards that leave the window: pulled out of it as a calendar file, or saved as one from their menus."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from icalendar import Calendar
from PySide6.QtCore import QPoint, QRect
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from db.errors import PlanMissing
from db.records import Week
from desktop.calendar.way_out import MARGIN, REST_MS
from desktop.planning.cards import PostCard
from desktop.planning.recurrence import Occurrence
from desktop.transfer.drag_out import DragOut
from desktop.transfer.pointed import name_of_cards, scope_of_cards, scope_of_week
from desktop.ui import theme
from tests.builders import a_block, a_post
from tests.rooms.calendar_room import OpenRoom, Room, moment, open_room
from tests.rooms.lindenhof_week import BLOCKS, POSTS
from tests.rooms.panel_hands import choose
from tests.rooms.week_page import WeekPage

__all__ = ["open_room"]  # a fixture

POST, BLOCK = POSTS[4], BLOCKS[2]
AT = moment(3, "12:15")


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication) -> Iterator[WeekPage]:
    theme.apply(qapp, theme.Mode.LIGHT)
    made = WeekPage(qtbot)
    yield made
    assert QApplication.overrideCursor() is None, "a drag left its cursor behind"
    made.window.close()


@pytest.fixture
def room(open_room: OpenRoom) -> Room:
    series = a_block(moment(2, "13:00"), 60, rrule="FREQ=WEEKLY;BYDAY=WE")
    return open_room(posts=[a_post("Zimtschnecken", AT), a_post("Stollen", moment(4, "9:00"))], blocks=[series])


def outside(page: WeekPage) -> QPoint:
    frame = page.window.frameGeometry()
    return QPoint(frame.right() + MARGIN + 20, frame.center().y())


def events(data: bytes) -> list[str]:
    return [str(event["SUMMARY"]) for event in Calendar.from_ical(data).walk("VEVENT")]


def test_a_card_held_outside_for_a_moment_is_carried_out(page: WeekPage, qtbot: QtBot) -> None:
    start = page.on(POST.key)
    with qtbot.waitSignal(page.grid.carried_out) as carried:
        page.hand.drag(start, start + QPoint(10, 0), outside(page))
    assert carried.args == [frozenset({POST.key})]
    assert not page.is_dragging()
    page.hand.release()
    assert page.all("dropped") == []


def test_who_comes_back_in_time_goes_on_with_the_move(page: WeekPage, qtbot: QtBot) -> None:
    carried = QSignalSpy(page.grid.carried_out)
    start = page.on(POST.key)
    page.hand.drag(start, start + QPoint(10, 0), outside(page))
    page.hand.move(start + QPoint(10, 0))
    qtbot.wait(REST_MS + 100)
    assert page.is_dragging()
    assert carried.count() == 0
    page.hand.move(start)
    page.hand.release()


def test_an_edge_pulled_outside_stays_an_edge(page: WeekPage, qtbot: QtBot) -> None:
    carried = QSignalSpy(page.grid.carried_out)
    card: QRect = page.grid.card_rect(BLOCK.key)
    edge = QPoint(card.center().x(), card.bottom())
    page.hand.drag(edge, edge + QPoint(0, 10), outside(page))
    qtbot.wait(REST_MS + 100)
    assert page.is_dragging()
    assert carried.count() == 0
    page.grid.cancel_drag()
    page.hand.release()


def test_what_is_dragged_is_a_file_with_the_card_alone(room: Room) -> None:
    source = QWidget()
    out = DragOut(room.workspace, source)
    card = card_of(room, "Zimtschnecken")

    data = out.mime_data([card])

    (url,) = data.urls()
    file = Path(url.toLocalFile())
    assert file.name == "Zimtschnecken 2026-11-26.ics"
    assert file.read_bytes() == data.data("text/calendar").data()
    assert events(file.read_bytes()) == ["Draft: Instagram: Zimtschnecken"]
    source.deleteLater()


def test_a_plan_that_is_away_is_said_and_nothing_is_dragged(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    source, card = QWidget(), card_of(room, "Zimtschnecken")
    out = DragOut(room.workspace, source)
    failed = QSignalSpy(out.failed)

    def away(*_: object) -> None:
        raise PlanMissing(room.workspace.store.path)

    with monkeypatch.context() as patch:
        patch.setattr(room.workspace.store, "read", away)
        out.carry([card])

    assert failed.count() == 1
    source.deleteLater()


def test_one_date_of_a_series_goes_alone(room: Room) -> None:
    source = QWidget()
    block = next(card for card in room.view.grid.canvas.items.values() if isinstance(card, Occurrence))

    data = DragOut(room.workspace, source).mime_data([block])

    assert len(events(bytes(data.data("text/calendar").data()))) == 1
    source.deleteLater()


def test_a_card_pulled_out_of_the_week_stays_where_it_is(room: Room) -> None:
    """The offscreen screen refuses every drag at once, as another program may."""
    source = QWidget()
    DragOut(room.workspace, source).carry([card_of(room, "Stollen")])
    assert room.post("Stollen").variants[0].starts_at == moment(4, "9:00")
    source.deleteLater()


def test_several_cards_share_a_file(room: Room) -> None:
    cards = [card_of(room, "Zimtschnecken"), card_of(room, "Stollen")]
    scope = scope_of_cards(cards)
    assert scope.post_ids == frozenset(card.key.post_id for card in cards)
    assert not scope.has_work
    assert name_of_cards(cards) == "Zimtschnecken 2026-11-26 +1"


@pytest.mark.parametrize(("title", "wanted"), [("Zimtschnecken", 1), (None, 0)])
def test_menus_save_a_card_or_the_week(room: Room, qtbot: QtBot, title: str | None, wanted: int) -> None:
    saved = QSignalSpy(room.view.save_wanted)
    if title is not None:
        room.view.grid.menu_requested.emit(room.post_key(title, AT), AT, QPoint(200, 200))
        choose("Save as a calendar file …")
    else:
        room.view.grid.menu_requested.emit(None, moment(1, "9:00"), QPoint(200, 200))
        choose("Save the week as a calendar file …")
    assert len(saved.at(0)[0]) == wanted


def test_marked_cards_are_saved_together(room: Room) -> None:
    saved = QSignalSpy(room.view.save_wanted)
    keys = [room.post_key("Zimtschnecken", AT), room.post_key("Stollen", moment(4, "9:00"))]
    room.view.grid.canvas.marking.set(keys)
    room.view.grid.menu_requested.emit(keys[0], AT, QPoint(200, 200))
    choose("Save as a calendar file …")
    assert {card.title for card in saved.at(0)[0]} == {"Zimtschnecken", "Stollen"}


def test_the_week_is_seven_days() -> None:
    scope = scope_of_week(Week(2026, 48))
    assert scope.first is not None
    assert scope.last is not None
    assert scope.last - scope.first == timedelta(days=6)


def card_of(room: Room, title: str) -> PostCard:
    return next(
        card for card in room.view.grid.canvas.items.values() if isinstance(card, PostCard) and card.title == title
    )
