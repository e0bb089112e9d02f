"""The mouse in the week: drags of cards, edges, new blocks and outsiders, through real events at the window."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.records import Activity
from desktop.calendar.aiming import ExternalItem
from desktop.calendar.card_deck import CardDeck
from desktop.calendar.drag_state import Phase
from desktop.calendar.ghost import GhostLabel, Tone
from desktop.planning.intents import (
    CopyBlock,
    CopyPost,
    CreateBlock,
    MoveBlock,
    MovePost,
    ResizeBlock,
    ScheduleEffort,
    SchedulePost,
    UnschedulePost,
)
from desktop.ui import theme
from tests.rooms import lindenhof_week as lindenhof
from tests.rooms.lindenhof_week import BLOCKS, POSTS, WEEK, block, moment, post
from tests.rooms.week_page import WeekPage

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ZIMTSCHNECKEN = POSTS[4]
UMSETZUNG = BLOCKS[2]  # Monday 13:30 to 15:30
PUBLISHED = POSTS[0]


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication) -> Iterator[WeekPage]:
    theme.apply(qapp, theme.Mode.LIGHT)
    made = WeekPage(qtbot)
    yield made
    assert QApplication.overrideCursor() is None, "a drag left its cursor behind"
    made.window.close()


def test_a_click_selects_and_a_second_one_opens(page: WeekPage) -> None:
    key = ZIMTSCHNECKEN.key
    page.hand.click(page.on(key))
    assert page.all("selected") == [key]
    assert page.all("opened") == []
    assert page.card(key).hasFocus()
    page.hand.click(page.on(key))
    assert page.all("opened") == [key]
    assert page.all("dropped") == []


def test_less_than_four_pixels_are_no_drag(page: WeekPage) -> None:
    start = page.on(ZIMTSCHNECKEN.key)
    page.hand.drag(start, start + QPoint(3, 0))
    assert not page.is_dragging()
    page.hand.move(start + QPoint(4, 0))
    assert page.is_dragging()
    page.hand.move(start)
    page.hand.release()
    assert page.all("dropped") == []
    assert len(page.all("cancelled")) == 1, "a card put back where it was is no change"


def test_a_card_moves_across_days_and_hours_and_keeps_where_it_was_grabbed(page: WeekPage) -> None:
    start = page.on(ZIMTSCHNECKEN.key, down=0.8)
    goal = start + page.place(4, "14:30") - page.place(2, "12:15")
    page.hand.drag(start, start + QPoint(10, 0), goal)
    page.hand.release()
    assert page.dropped == MovePost(5, (50,), moment(4, "14:30"))


def test_a_moved_block_snaps_absolutely_and_keeps_its_day(page: WeekPage) -> None:
    page.put(POSTS, (block(7, 1, "10:10", "11:10"),))
    key = page.weeks[WEEK][1][0].key
    start = page.on(key)
    page.hand.drag(start, start + QPoint(8, 0), start + page.minutes(20))
    page.hand.release()
    assert page.dropped == MoveBlock(7, moment(1, "10:10"), moment(1, "10:30"))


def test_a_block_cannot_be_dragged_over_the_end_of_its_day(page: WeekPage) -> None:
    page.grid.scroll_to(11 * 60)
    start = page.on(UMSETZUNG.key)
    page.hand.drag(start, start + QPoint(8, 0), start + page.minutes(300))
    page.grid.scroll_to(11 * 60)
    page.hand.move(page.place(0, "23:55"))
    page.hand.release()
    assert page.dropped == MoveBlock(103, UMSETZUNG.original_at, moment(0, "22:00"))


def test_shift_steps_by_five_minutes_and_is_read_live(page: WeekPage) -> None:
    start = page.on(ZIMTSCHNECKEN.key)
    page.hand.drag(start, start + QPoint(8, 0), start + page.minutes(20))
    assert page.all("hovered")[-1] == MovePost(5, (50,), moment(2, "12:30"))
    page.hand.hold(SHIFT, Qt.Key.Key_Shift)
    assert page.all("hovered")[-1] == MovePost(5, (50,), moment(2, "12:35"))
    page.hand.let_go(SHIFT, Qt.Key.Key_Shift)
    assert page.all("hovered")[-1] == MovePost(5, (50,), moment(2, "12:30"))
    page.hand.release()


def test_control_copies_and_gives_the_origin_its_full_look_back(page: WeekPage) -> None:
    key = UMSETZUNG.key
    start = page.on(key)
    page.hand.drag(start, start + QPoint(8, 0), start + page.minutes(60))
    assert page.is_faded(key)
    page.hand.hold(CTRL, Qt.Key.Key_Control)
    assert not page.is_faded(key)
    cursor = QApplication.overrideCursor()
    assert cursor is not None
    assert cursor.shape() == Qt.CursorShape.DragCopyCursor
    page.hand.release()
    assert page.dropped == CopyBlock(103, UMSETZUNG.original_at, moment(0, "14:30"))


def test_control_released_before_the_drop_moves(page: WeekPage) -> None:
    start = page.on(ZIMTSCHNECKEN.key)
    page.hand.hold(CTRL, Qt.Key.Key_Control)
    page.hand.drag(start, start + QPoint(8, 0), start + page.minutes(60))
    assert isinstance(page.all("hovered")[-1], CopyPost)
    page.hand.let_go(CTRL, Qt.Key.Key_Control)
    page.hand.release()
    assert page.dropped == MovePost(5, (50,), moment(2, "13:15"))


def test_esc_puts_everything_back(page: WeekPage) -> None:
    key = ZIMTSCHNECKEN.key
    start = page.on(key)
    before = page.grid.card_rect(key)
    page.hand.drag(start, start + QPoint(200, 90))
    assert page.is_dragging()
    page.hand.key(Qt.Key.Key_Escape)
    assert not page.is_dragging()
    assert page.grid.card_rect(key) == before
    assert not page.is_faded(key)
    page.hand.release()
    assert page.all("dropped") == []
    assert page.all("cancelled") == [None]
    assert page.grid.current == key


def test_a_second_button_or_another_window_in_front_cancels(page: WeekPage) -> None:
    start = page.on(ZIMTSCHNECKEN.key)
    page.hand.drag(start, start + QPoint(100, 40))
    page.hand.press(button=Qt.MouseButton.RightButton)
    assert not page.is_dragging()
    page.hand.ask_for_menu()
    page.hand.release(Qt.MouseButton.RightButton)
    page.hand.release()
    assert page.all("menu") == [], "the click was meant for the drag"
    page.hand.drag(start, start + QPoint(100, 40))
    QApplication.sendEvent(page.window, QEvent(QEvent.Type.WindowDeactivate))
    assert not page.is_dragging()
    page.hand.release()
    assert page.all("dropped") == []
    assert len(page.all("cancelled")) == 2


def test_both_edges_of_a_block_can_be_dragged(page: WeekPage) -> None:
    key = UMSETZUNG.key
    bottom = page.on(key, down=1.0, across=0.3)
    page.hand.drag(bottom, bottom + QPoint(0, 6), bottom + page.minutes(45))
    page.hand.release()
    assert page.dropped == ResizeBlock(103, UMSETZUNG.original_at, moment(0, "13:30"), moment(0, "16:15"))
    page.heard.clear()
    top = page.on(key, down=0.0, across=0.3)
    page.hand.drag(top, top + QPoint(0, 6), top - page.minutes(30))
    page.hand.release()
    assert page.dropped == ResizeBlock(103, UMSETZUNG.original_at, moment(0, "13:00"), moment(0, "15:30"))


def test_an_edge_never_crosses_the_other(page: WeekPage) -> None:
    bottom = page.on(UMSETZUNG.key, down=1.0, across=0.3)
    page.hand.drag(bottom, bottom + QPoint(0, 6), page.place(0, "9:00", across=0.3))
    page.hand.release()
    assert page.dropped == ResizeBlock(103, UMSETZUNG.original_at, moment(0, "13:30"), moment(0, "13:45"))


def test_posts_have_no_edges(page: WeekPage) -> None:
    bottom = page.on(ZIMTSCHNECKEN.key, down=1.0)
    page.hand.drag(bottom, bottom + QPoint(0, 6), bottom + page.minutes(60))
    page.hand.release()
    assert isinstance(page.dropped, MovePost)


def test_the_cursor_tells_what_a_press_would_do(page: WeekPage) -> None:
    canvas = page.grid.canvas
    for place, shape in (
        (page.on(UMSETZUNG.key, down=0.5), Qt.CursorShape.OpenHandCursor),
        (page.on(UMSETZUNG.key, down=1.0, across=0.3), Qt.CursorShape.SizeVerCursor),
        (page.on(UMSETZUNG.key, down=0.15, across=0.92), Qt.CursorShape.PointingHandCursor),
        (page.place(0, "16:45"), Qt.CursorShape.ArrowCursor),
    ):
        page.hand.move(place)
        assert canvas.cursor().shape() == shape


@pytest.mark.parametrize(("first", "last"), [("16:05", "17:10"), ("17:10", "16:05")])
def test_a_drag_on_free_space_makes_a_block_in_both_directions(page: WeekPage, first: str, last: str) -> None:
    page.hand.drag(page.place(1, first), page.place(1, "16:40"), page.place(1, last))
    assert page.all("hovered")[-1] == CreateBlock(moment(1, "16:00"), moment(1, "17:15"), (1,), Activity.CREATION)
    page.hand.release()
    assert page.all("created") == [(moment(1, "16:00"), moment(1, "17:15"))]
    assert page.all("dropped") == []


def test_the_strip_at_the_right_of_a_card_makes_a_block_but_a_click_there_selects(page: WeekPage) -> None:
    edge = page.place(0, "14:30", across=0.955)
    page.hand.click(edge)
    assert page.all("selected") == [UMSETZUNG.key]
    page.hand.drag(edge, edge + page.minutes(10), edge + page.minutes(60))
    page.hand.release()
    assert page.all("created") == [(moment(0, "14:30"), moment(0, "15:30"))]


def test_double_click_makes_an_hour_and_click_places_the_slot_cursor(page: WeekPage) -> None:
    page.hand.click(page.place(3, "16:20"))
    assert page.grid.slot == moment(3, "16:15")
    assert page.grid.canvas.slot_cursor.hasFocus()
    page.hand.double_click(page.place(3, "16:20"))
    assert page.all("created") == [(moment(3, "16:15"), moment(3, "17:15"))]


def test_the_circle_ticks_and_does_not_select(page: WeekPage) -> None:
    page.hand.click(page.on(UMSETZUNG.key, down=0.15, across=0.92))
    assert page.all("tick_toggled") == [UMSETZUNG.key]
    assert page.all("selected") == []


def test_the_drag_survives_a_turned_week_in_which_its_card_is_gone(page: WeekPage, qtbot: QtBot) -> None:
    start = page.on(ZIMTSCHNECKEN.key)
    right = page.place(6, "12:00")
    right.setX(page.grid.mapToGlobal(QPoint(page.grid.width() - 5, 0)).x())
    page.hand.drag(start, start + QPoint(50, 0), right)
    with qtbot.waitSignal(page.grid.flip_requested, timeout=3000) as turned:
        pass
    assert turned.args == [1]
    assert page.grid.canvas.deck.card(ZIMTSCHNECKEN.key) is None
    goal = start + page.place(3, "16:00") - page.place(2, "12:15")
    page.hand.move(goal)
    page.hand.release()
    assert page.dropped == MovePost(5, (50,), moment(3, "16:00", WEEK.shifted(1)))


def test_the_week_keeps_turning_while_the_edge_is_held_and_esc_turns_it_back(page: WeekPage, qtbot: QtBot) -> None:
    start = page.on(ZIMTSCHNECKEN.key)
    left = page.grid.mapToGlobal(QPoint(20, 200))
    page.hand.drag(start, start + QPoint(-50, 0), left)
    qtbot.waitUntil(lambda: page.week == WEEK.shifted(-2), timeout=5000)
    page.hand.key(Qt.Key.Key_Escape)
    assert page.week == WEEK
    page.hand.release()
    assert page.all("dropped") == []
    assert page.grid.canvas.deck.card(ZIMTSCHNECKEN.key) is not None


def test_a_reload_in_mid_drag_changes_nothing_about_it(page: WeekPage) -> None:
    start = page.on(ZIMTSCHNECKEN.key)
    page.hand.drag(start, start + QPoint(8, 0), start + page.minutes(60))
    page.put()
    page.hand.move(start + page.minutes(120))
    page.hand.release()
    assert page.dropped == MovePost(5, (50,), moment(2, "14:15"))


def test_a_drag_at_the_lower_edge_scrolls_and_aims_on(page: WeekPage, qtbot: QtBot) -> None:
    bar = page.grid._area.verticalScrollBar()
    before = bar.value()
    start = page.on(ZIMTSCHNECKEN.key)
    edge = page.grid.mapToGlobal(QPoint(500, page.grid.height() - 6))
    page.hand.drag(start, start + QPoint(10, 0), edge)
    qtbot.waitUntil(lambda: bar.value() > before + 60, timeout=3000)
    aimed = page.all("hovered")[-1]
    assert isinstance(aimed, MovePost)
    assert aimed.to > moment(2, "19:00")
    page.hand.key(Qt.Key.Key_Escape)
    page.hand.release()


def test_a_day_of_the_small_month_keeps_the_time_and_is_shown_after_a_while(page: WeekPage, qtbot: QtBot) -> None:
    start = page.on(ZIMTSCHNECKEN.key)
    page.hand.drag(start, start + QPoint(8, 0))
    with qtbot.waitSignal(page.grid.day_hovered, timeout=3000) as waited:
        page.hand.move(page.month.place(3))
        assert page.month.marked == date(2026, 12, 3)
    assert waited.args == [date(2026, 12, 3)]
    page.hand.release()
    assert page.dropped == MovePost(5, (50,), datetime(2026, 12, 3, 12, 15))
    assert page.month.marked is None


def test_the_ideas_take_the_date_away_but_no_blocks(page: WeekPage) -> None:
    start = page.on(ZIMTSCHNECKEN.key)
    page.hand.drag(start, start + QPoint(8, 0), page.tray.middle())
    assert page.is_tray_marked()
    page.hand.release()
    assert page.dropped == UnschedulePost(5, (50,))
    assert not page.is_tray_marked()
    page.heard.clear()
    start = page.on(UMSETZUNG.key)
    page.hand.drag(start, start + QPoint(8, 0), page.tray.middle())
    assert not page.is_tray_marked()
    assert page.all("hovered")[-1] is None
    page.hand.release()
    assert page.all("dropped") == []


def test_a_day_header_hands_the_day_over(page: WeekPage) -> None:
    start = page.on(ZIMTSCHNECKEN.key)
    page.hand.drag(start, start + QPoint(8, 0), page.header.mapToGlobal(QPoint(800, 20)))
    page.hand.release()
    assert page.all("day_dropped") == [(MovePost(5, (50,), moment(4, "12:15")), WEEK.days[4])]
    assert page.all("dropped") == []


def test_an_idea_is_dragged_in_from_outside(page: WeekPage) -> None:
    page.tray.item = ExternalItem(lindenhof.idea(50, "Azubi-Woche"))
    page.hand.drag(page.tray.middle(), page.tray.middle() - QPoint(0, 5), page.place(3, "13:10"))
    ghost = page.grid._machine.scene.held_rect()
    assert ghost.contains(page.place(3, "13:10")), "the pointer is in the middle of the card"
    page.hand.release()
    intent = page.dropped
    assert isinstance(intent, SchedulePost)
    assert intent.post_id == 50
    assert intent.to.date() == WEEK.days[3]
    assert intent.to.minute % 15 == 0
    assert page.all("external_ended") == [None]
    assert page.tray.releases == 0, "the end of a drag is no click on the tray"


def test_effort_is_dragged_in_as_a_block_of_its_length(page: WeekPage) -> None:
    item = ExternalItem(lindenhof.idea(50, "Azubi-Woche"), Activity.CREATION, 45)
    page.tray.item = item
    page.hand.drag(page.tray.middle(), page.tray.middle() - QPoint(0, 5), page.place(1, "16:00"))
    size = page.grid._machine.scene.held_rect().height()
    assert size == pytest.approx(page.grid.canvas.grid.y(45), abs=3)
    page.hand.release()
    intent = page.dropped
    assert isinstance(intent, ScheduleEffort)
    assert (intent.post_id, intent.activity) == (50, Activity.CREATION)


def test_esc_ends_a_drag_from_outside(page: WeekPage) -> None:
    page.tray.item = ExternalItem(lindenhof.idea(50, "Azubi-Woche"))
    page.hand.drag(page.tray.middle(), page.tray.middle() - QPoint(0, 5), page.place(3, "13:10"))
    page.hand.key(Qt.Key.Key_Escape)
    page.hand.release()
    assert page.all("dropped") == []
    assert page.all("external_ended") == [None]


def test_a_question_holds_the_card_in_its_new_place(page: WeekPage) -> None:
    held: list[QRect] = []
    page.grid.dropped.connect(lambda _intent: held.append(page.grid.hold_ghost()))
    key = UMSETZUNG.key
    start = page.on(key)
    page.hand.drag(start, start + QPoint(8, 0), start + page.minutes(60))
    page.hand.release()
    assert page.is_faded(key)
    assert held[0].top() == pytest.approx(page.place(0, "14:30").y() + 1, abs=1)
    page.hand.click(page.place(3, "16:20"))
    assert page.is_dragging(), "the week waits for the answer"
    page.grid.release_hold()
    assert not page.is_faded(key)
    assert not page.is_dragging()


def test_the_label_says_when_and_what_the_page_adds(page: WeekPage) -> None:
    page.grid.hovered.connect(lambda _intent: page.grid.show_preview(GhostLabel("LinkedIn +0:45", Tone.WARN)))
    start = page.on(ZIMTSCHNECKEN.key)
    page.hand.drag(start, start + QPoint(8, 0), start + page.minutes(60))
    label = page.grid._machine.scene.ghost.label
    assert label.head.endswith("13:15")
    assert (label.note, label.tone) == ("LinkedIn +0:45", Tone.WARN)
    page.grid.clear_preview()
    assert page.grid._machine.scene.ghost.label.note == ""
    page.hand.key(Qt.Key.Key_Escape)
    page.hand.release()


def test_hovered_is_told_once_for_each_aim(page: WeekPage) -> None:
    start = page.on(ZIMTSCHNECKEN.key)
    page.hand.drag(start, start + QPoint(8, 0))
    for step in range(1, 5):
        page.hand.move(start + QPoint(8 + step, 0))
    assert len(page.all("hovered")) == 1
    page.hand.release()


def test_a_hidden_grid_gives_the_drag_up(page: WeekPage) -> None:
    start = page.on(ZIMTSCHNECKEN.key)
    page.hand.drag(start, start + QPoint(80, 0))
    page.grid.hide()
    assert page.grid._machine.phase is Phase.IDLE
    page.hand.release()


def test_the_deck_reuses_its_widgets(page: WeekPage) -> None:
    deck: CardDeck = page.grid.canvas.deck
    before = set(deck.cards())
    page.weeks[WEEK.shifted(1)] = (
        tuple(post(100 + n, n % 7, "10:00", "Neu", week=WEEK.shifted(1)) for n in range(5)),
        (),
    )
    page.flip(1)
    assert len(deck.cards()) == 5
    assert set(deck.cards()) <= before
