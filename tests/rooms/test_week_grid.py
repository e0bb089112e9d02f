"""The week's geometry, what lies where, keys and focus, names for assistive technology, day header and all-day row."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLineEdit, QToolTip
from pytestqt.qtbot import QtBot

from db.records import Status, Week
from desktop import wording
from desktop.calendar.all_day_strip import AllDayStrip, rows
from desktop.calendar.card_tips import tip
from desktop.calendar.day_header import DayHeader
from desktop.calendar.grid_geometry import GridGeometry, column_edges
from desktop.calendar.placing import DayItem, place_day
from desktop.planning.all_day import AllDayChip, ChipKind
from desktop.planning.cards import BlockKey, CardKey, PostKey
from desktop.planning.intents import MoveBlock, MovePost, ResizeBlock
from desktop.ui import accessible, theme
from tests.rooms.lindenhof_week import BLOCKS, IG, LI, POSTS, TODAY, WEEK, block, moment, post
from tests.rooms.week_page import WeekPage

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key
ZIMTSCHNECKEN, UMSETZUNG = POSTS[4], BLOCKS[2]
LAPTOP = GridGeometry.fitting(1223, 541)


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication) -> Iterator[WeekPage]:
    theme.apply(qapp, theme.Mode.LIGHT)
    accessible.install()
    made = WeekPage(qtbot)
    yield made
    made.window.close()


# geometry


def test_thirteen_hours_fill_the_height_within_bounds() -> None:
    assert LAPTOP.hour_height == pytest.approx(41.6, abs=0.1)
    assert GridGeometry.fitting(1223, 300).hour_height == 33
    assert GridGeometry.fitting(1223, 2000).hour_height == 72
    assert GridGeometry.fitting(1223, 300, scale=2).hour_height == 66


def test_columns_are_those_of_the_design() -> None:
    assert column_edges(1223) == pytest.approx((60, 226.1, 392.3, 558.4, 724.6, 890.7, 1056.9, 1223), abs=0.1)


def test_the_weekend_gives_way_in_a_narrow_week() -> None:
    edges = column_edges(660)
    widths = [right - left for left, right in pairwise(edges)]
    assert widths[:5] == pytest.approx([96.0] * 5)
    assert widths[5:] == pytest.approx([60.0] * 2)
    assert edges[-1] == pytest.approx(660)


@given(st.floats(200, 4000), st.floats(100, 3000), st.sampled_from([1.0, 1.25, 1.5, 2.0]))
def test_pixels_and_minutes_go_both_ways(width: float, height: float, scale: float) -> None:
    grid = GridGeometry.fitting(width, height, scale)
    assert grid.edges == tuple(sorted(grid.edges))
    for minute in (0, 1, 435, 719.5, 1440):
        assert grid.minute(grid.y(minute)) == pytest.approx(minute)
    for day in range(7):
        middle = (grid.edges[day] + grid.edges[day + 1]) / 2
        if grid.column_width(day) > 1:
            assert grid.day_at(middle) == day
            assert grid.in_second_half(middle + 0.1)
            assert not grid.in_second_half(middle - 0.1)


def key_of(number: int, is_post: bool, start: int) -> CardKey:
    when = moment(0, "0:00") + timedelta(minutes=start)
    return PostKey(number, when) if is_post else BlockKey(number, when)


@st.composite
def days(draw: st.DrawFn) -> list[DayItem]:
    made = []
    for number in range(draw(st.integers(0, 14))):
        start = draw(st.integers(0, 95)) * 15
        is_post = draw(st.booleans())
        end = start if is_post else min(1440, start + draw(st.sampled_from([15, 30, 60, 90, 240])))
        made.append(DayItem(key_of(number, is_post, start), start, end))
    return made


@given(days(), st.sampled_from([541.0, 400.0, 900.0]), st.sampled_from([900.0, 1223.0, 1900.0]))
def test_cards_never_cover_each_other_and_none_is_lost(items: list[DayItem], height: float, width: float) -> None:
    grid = GridGeometry.fitting(width, height)
    places = place_day(items, 2, grid)
    hidden = [key for more in places.overflows for key in more.keys]
    assert sorted(map(repr, [*places.rects, *hidden])) == sorted(repr(item.key) for item in items)
    boxes = [*places.rects.values(), *(more.rect for more in places.overflows)]
    for number, one in enumerate(boxes):
        assert one.left() >= grid.edges[2]
        assert one.right() <= grid.edges[3]
        assert one.height() >= 17
        assert not any(one.adjusted(0.1, 0.1, -0.1, -0.1).intersects(other) for other in boxes[number + 1 :])


def placed(*items: tuple[str, int, int]) -> dict[str, tuple[float, float, float, float]]:
    """Left, top, width and height of named items ("p…" posts, "b…" blocks) of a day, from the column's left edge."""
    made = {
        name: DayItem(key_of(number, name.startswith("p"), start), start, end)
        for number, (name, start, end) in enumerate(items)
    }
    rects = place_day(list(made.values()), 0, LAPTOP).rects
    return {
        name: (rect.left() - 60, rect.top(), rect.width(), rect.height())
        for name, item in made.items()
        if (rect := rects.get(item.key)) is not None
    }


def test_insets_and_heights_of_the_picture() -> None:
    found = placed(("post", 480, 480), ("block", 570, 630))
    assert found["post"] == pytest.approx((3, 333, 160.1, 54), abs=0.2)
    assert found["block"] == pytest.approx((4, 396.3, 158.1, 39.6), abs=0.2)


@pytest.mark.parametrize(("gap", "height"), [(90, 54), (75, 40), (60, 40), (45, 31.2)])
def test_a_post_is_as_high_as_there_is_room_below(gap: int, height: float) -> None:
    found = placed(("post", 480, 480), ("block", 480 + gap, 700))
    assert found["post"][3] == pytest.approx(height, abs=0.3)


def test_a_post_beside_one_block_keeps_sixty_percent() -> None:
    found = placed(("post", 600, 600), ("block", 600, 690))
    assert found["post"][2] == pytest.approx(160.1 * 0.6, abs=2.5)
    assert found["block"][2] == pytest.approx(158.1 * 0.4, abs=2.5)
    assert found["post"][3] == 54, "its lane is free below"


def test_what_has_less_than_44_pixels_is_behind_plus_n() -> None:
    items = [DayItem(key_of(number, False, 600), 600, 660) for number in range(5)]
    places = place_day(items, 0, LAPTOP)
    assert len(places.rects) == 2
    assert len(places.overflows[0].keys) == 3


def test_a_quarter_of_an_hour_can_still_be_read() -> None:
    assert placed(("block", 600, 615))["block"][3] == 18


# what is shown


def test_the_week_opens_at_seven_and_keeps_its_hour_when_resized(page: WeekPage, qtbot: QtBot) -> None:
    top = page.grid.mapToGlobal(QPoint(0, 0)).y()
    assert page.place(0, "7:00").y() == pytest.approx(top, abs=1)
    page.grid.scroll_to(9 * 60)
    page.window.resize(1300, 820)
    qtbot.waitUntil(lambda: page.place(0, "9:00").y() == pytest.approx(top, abs=1))


def test_a_low_window_opens_with_the_first_working_hour(page: WeekPage, qtbot: QtBot) -> None:
    top = page.grid.mapToGlobal(QPoint(0, 0)).y()
    page.window.resize(1423, 420)
    qtbot.waitUntil(lambda: page.place(0, "8:00").y() == pytest.approx(top, abs=1))
    page.window.resize(1423, 700)
    qtbot.waitUntil(lambda: page.place(0, "7:00").y() == pytest.approx(top, abs=1))


def test_cards_keep_their_widget_and_focus_over_a_reload(page: WeekPage) -> None:
    key = UMSETZUNG.key
    page.grid.select(key, focus=True)
    before = page.card(key)
    page.put(POSTS[:6], (block(500, 4, "8:00", "9:00"), *BLOCKS))
    assert page.card(key) is before
    assert before.hasFocus()
    assert page.grid.current == key


def test_the_focus_stays_in_the_grid_when_its_card_goes(page: WeekPage) -> None:
    page.grid.select(UMSETZUNG.key, focus=True)
    page.put(POSTS, ())
    assert page.grid.canvas.slot_cursor.hasFocus()
    assert page.grid.slot == moment(0, "13:30")


def test_a_selection_survives_a_turned_week(page: WeekPage) -> None:
    page.grid.select(ZIMTSCHNECKEN.key)
    page.flip(1)
    assert page.grid.current == ZIMTSCHNECKEN.key
    page.flip(-1)
    assert page.grid.canvas.tab_stop() is page.card(ZIMTSCHNECKEN.key)


def test_another_look_repaints_and_refits(page: WeekPage, qapp: QApplication) -> None:
    light = page.grid.grab().toImage()
    theme.apply(qapp, theme.Mode.DARK, scale=125)
    assert page.grid.grab().toImage() != light
    assert page.grid.canvas.grid.scale == 1.25
    theme.apply(qapp, theme.Mode.LIGHT)


def test_hovering_lights_a_card_up_and_tells_all_about_it(page: WeekPage, qtbot: QtBot) -> None:
    page.hand.move(page.on(ZIMTSCHNECKEN.key))
    assert page.card(ZIMTSCHNECKEN.key).look.is_hovered
    qtbot.waitUntil(lambda: "Zimtschnecken, frisch aus dem Ofen" in QToolTip.text(), timeout=3000)
    page.hand.move(page.place(1, "16:30"))
    assert not page.card(ZIMTSCHNECKEN.key).look.is_hovered


def test_tips_name_time_platforms_and_state(page: WeekPage) -> None:
    week = page.grid.canvas.week
    words = tip(ZIMTSCHNECKEN, week)
    for part in ("Zimtschnecken, frisch", "12:15", "Instagram", wording.status(Status.SCHEDULED)):
        assert part in words
    assert "2:00 h" in tip(UMSETZUNG, week)
    assert "\u00ad" not in words
    assert "&lt;b&gt;" in tip(post(1, 0, "8:00", "<b>kein</b> Markup"), week)


def test_plus_n_is_asked_for_by_click_and_key(page: WeekPage) -> None:
    page.put((), tuple(block(number, 1, "10:00", "11:00") for number in range(6)))
    (more,) = page.grid.canvas.deck.overflows()
    page.hand.click(more.mapToGlobal(more.rect().center()))
    hidden = tuple(item.key for item in page.weeks[WEEK][1][2:])
    assert page.all("overflow") == [(WEEK.days[1], hidden)]
    more.setFocus()
    page.hand.key(Key.Key_Return)
    assert len(page.all("overflow")) == 2


# keys


def test_the_grid_is_one_tab_stop(page: WeekPage) -> None:
    page.grid.take_focus(Qt.FocusReason.TabFocusReason)
    page.hand.key(Key.Key_Tab)
    assert not page.grid.canvas.isAncestorOf(QApplication.focusWidget() or page.window)
    page.grid.select(ZIMTSCHNECKEN.key, focus=True)
    stops = [widget for widget in page.grid.canvas.deck.cards() if widget.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [page.card(ZIMTSCHNECKEN.key)]


def test_arrows_go_through_the_day_and_to_the_nearest_of_the_next(page: WeekPage) -> None:
    page.grid.select(POSTS[0].key, focus=True)
    for pressed, current in (
        (Key.Key_Down, BLOCKS[0].key),
        (Key.Key_Down, BLOCKS[1].key),
        (Key.Key_Up, BLOCKS[0].key),
        (Key.Key_Right, BLOCKS[3].key),
        (Key.Key_Left, BLOCKS[0].key),
    ):
        page.hand.key(pressed)
        assert page.grid.current == current
        assert page.card(current).hasFocus()
    assert page.all("selected")[-1] == BLOCKS[0].key


def test_alt_and_arrows_move(page: WeekPage) -> None:
    page.grid.select(ZIMTSCHNECKEN.key, focus=True)
    for pressed in (Key.Key_Down, Key.Key_Left, Key.Key_PageDown):
        page.hand.key(pressed, ALT)
    assert page.all("key_intent") == [
        MovePost(5, (50,), moment(2, "12:30")),
        MovePost(5, (50,), moment(1, "12:15")),
        MovePost(5, (50,), moment(2, "12:15", WEEK.shifted(1))),
    ]


def test_alt_and_left_on_monday_goes_to_the_week_before(page: WeekPage) -> None:
    page.grid.select(UMSETZUNG.key, focus=True)
    page.hand.key(Key.Key_Left, ALT)
    assert page.all("key_intent") == [
        MoveBlock(103, UMSETZUNG.original_at, moment(6, "13:30", WEEK.shifted(-1))),
    ]


def test_control_shift_and_arrows_move_the_edges(page: WeekPage) -> None:
    page.grid.select(UMSETZUNG.key, focus=True)
    for pressed in (Key.Key_Down, Key.Key_Left):
        page.hand.key(pressed, CTRL_SHIFT)
    start = UMSETZUNG.original_at
    assert page.all("key_intent") == [
        ResizeBlock(103, start, moment(0, "13:30"), moment(0, "15:45")),
        ResizeBlock(103, start, moment(0, "13:15"), moment(0, "15:30")),
    ]


def test_a_key_that_would_change_nothing_is_silent(page: WeekPage) -> None:
    page.put((), (block(1, 0, "0:00", "0:15"),))
    page.grid.select(page.weeks[WEEK][1][0].key, focus=True)
    page.hand.key(Key.Key_Up, ALT)
    page.hand.key(Key.Key_Up, CTRL_SHIFT)
    assert page.all("key_intent") == []


def test_keys_of_a_card(page: WeekPage) -> None:
    key = ZIMTSCHNECKEN.key
    page.grid.select(key, focus=True)
    page.hand.key(Key.Key_Return)
    page.hand.key(Key.Key_Delete)
    page.hand.key(Key.Key_B)
    page.hand.key(Key.Key_D, CTRL)
    page.hand.key(Key.Key_Return, CTRL)
    page.hand.key(Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    assert [name for name, _value in page.heard] == [
        *("opened", "delete_requested", "unschedule_requested", "duplicate_requested", "tick_toggled", "menu"),
    ]
    assert [value for _name, value in page.heard[:-1]] == [key] * 5
    page.hand.key(Key.Key_Escape)
    assert page.grid.current is None
    assert page.grid.canvas.slot_cursor.hasFocus()


def test_the_slot_cursor_goes_by_quarters_hours_and_days_and_makes_blocks(page: WeekPage) -> None:
    page.hand.click(page.place(1, "16:05"))
    for pressed, modifiers, there in (
        (Key.Key_Down, Qt.KeyboardModifier.NoModifier, moment(1, "16:15")),
        (Key.Key_Up, CTRL, moment(1, "15:15")),
        (Key.Key_Right, Qt.KeyboardModifier.NoModifier, moment(2, "15:15")),
        (Key.Key_Home, Qt.KeyboardModifier.NoModifier, moment(2, "8:00")),
        (Key.Key_End, Qt.KeyboardModifier.NoModifier, moment(2, "17:45")),
    ):
        page.hand.key(pressed, modifiers)
        assert page.grid.slot == there
    page.hand.key(Key.Key_Return)
    assert page.all("created") == [(moment(2, "17:45"), moment(2, "18:45"))]


def test_the_slot_cursor_leads_to_cards_and_over_the_edge_of_the_week(page: WeekPage) -> None:
    page.hand.click(page.place(0, "16:45"))
    page.hand.key(Key.Key_Right, CTRL)
    assert page.grid.current == POSTS[2].key
    page.hand.key(Key.Key_Home, CTRL)
    assert page.grid.current == POSTS[0].key
    page.hand.click(page.place(0, "16:45"))
    page.hand.key(Key.Key_Left)
    assert page.all("flipped") == [-1]
    assert page.grid.slot == moment(6, "16:45", WEEK.shifted(-1))


def test_page_keys_turn_the_week(page: WeekPage) -> None:
    page.grid.take_focus()
    page.hand.key(Key.Key_PageDown)
    page.hand.key(Key.Key_PageUp)
    assert page.all("flipped") == [1, -1]


def test_a_focused_card_is_scrolled_into_view(page: WeekPage) -> None:
    page.put((), (block(1, 2, "22:30", "23:30"), block(2, 2, "1:00", "2:00")))
    for number in (1, 0):
        key = page.weeks[WEEK][1][number].key
        page.grid.select(key, focus=True)
        middle = page.grid.card_rect(key).center()
        assert page.grid.rect().contains(page.grid.mapFromGlobal(middle))


# titles


def editor_of(page: WeekPage) -> QLineEdit:
    (editor,) = page.grid.canvas.findChildren(QLineEdit)
    return editor


def test_a_new_block_is_named_in_place(page: WeekPage) -> None:
    page.grid.edit_title(UMSETZUNG.key)
    editor = editor_of(page)
    assert editor.hasFocus()
    for letter in "Fotos":
        page.hand.key(Key.Key_A, text=letter)
    page.hand.key(Key.Key_Tab)
    assert page.all("platform_cycled") == [UMSETZUNG.key]
    assert editor.isVisible()
    page.hand.key(Key.Key_Return)
    assert page.all("title_edited") == [(UMSETZUNG.key, "Fotos")]
    assert not editor.isVisible()
    assert page.card(UMSETZUNG.key).hasFocus()


def test_esc_discards_a_title_and_leaving_saves_it(page: WeekPage) -> None:
    page.grid.edit_title(UMSETZUNG.key)
    page.hand.key(Key.Key_A, text="x")
    page.hand.key(Key.Key_Escape)
    assert page.all("title_discarded") == [UMSETZUNG.key]
    assert page.all("title_edited") == []
    page.grid.edit_title(UMSETZUNG.key)
    page.hand.key(Key.Key_A, text="y")
    page.hand.click(page.place(3, "16:30"))
    assert page.all("title_edited") == [(UMSETZUNG.key, "y")]


def test_an_open_title_survives_a_reload_and_follows_its_card(page: WeekPage) -> None:
    page.grid.edit_title(UMSETZUNG.key)
    page.hand.key(Key.Key_A, text="z")
    page.put((post(99, 0, "13:30", "Daneben"),), BLOCKS)
    editor = editor_of(page)
    assert editor.text() == "z"
    assert editor.hasFocus()
    assert page.card(UMSETZUNG.key).geometry().contains(editor.geometry().center())
    page.put()
    assert not editor.isVisible()
    assert page.all("title_edited") == []


# assistive technology


def test_names_roles_and_actions(page: WeekPage) -> None:
    canvas = QAccessible.queryAccessibleInterface(page.grid.canvas)
    assert canvas.role() == QAccessible.Role.List
    assert canvas.text(QAccessible.Text.Name)
    assert wording.week_name(WEEK) in canvas.text(QAccessible.Text.Description)
    page.grid.select(UMSETZUNG.key)
    card = QAccessible.queryAccessibleInterface(page.card(UMSETZUNG.key))
    assert card.role() == QAccessible.Role.ListItem
    assert card.text(QAccessible.Text.Name) == wording.block_name(UMSETZUNG, page.grid.canvas.week.platforms)
    assert card.state().selected
    actions = page.card(UMSETZUNG.key).accessible_actions()
    list(actions.values())[1]()
    assert page.all("key_intent") == [MoveBlock(103, UMSETZUNG.original_at, moment(0, "13:45"))]
    next(iter(actions.values()))()
    assert page.all("opened") == [UMSETZUNG.key]
    other = page.card(ZIMTSCHNECKEN.key)
    assert other.accessibleName() == wording.post_name(ZIMTSCHNECKEN, page.grid.canvas.week.platforms)
    assert not other.accessible_is_selected()


def test_the_menu_under_the_pointer(page: WeekPage, qtbot: QtBot) -> None:
    page.hand.click(page.place(3, "16:20"))
    page.hand.key(Key.Key_Menu)
    assert page.all("menu") == [(None, moment(3, "16:15"))]


# header and all-day row


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


def test_a_week_of_another_year_has_no_today(page: WeekPage) -> None:
    page.week = Week(2025, 1)
    page.put((post(1, 0, "9:00", "Neujahr", (IG, LI), week=Week(2025, 1)),))
    assert not page.grid.canvas._now_mark.isVisible()
    page.week = WEEK
    page.show()
    assert page.grid.canvas._now_mark.isVisible()
