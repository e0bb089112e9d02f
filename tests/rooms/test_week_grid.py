"""What the week shows and says, and what its keys do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QToolTip
from pytestqt.qtbot import QtBot

from db.records import Status, Week
from desktop import wording
from desktop.calendar.card_tips import tip
from desktop.calendar.grid_geometry import GridGeometry
from desktop.calendar.week_grid import WeekGrid
from desktop.planning.intents import MoveBlock, MovePost, ResizeBlock
from desktop.ui import accessible, theme
from tests.rooms import lindenhof_week as lindenhof
from tests.rooms.lindenhof_week import BLOCKS, IG, LI, POSTS, WEEK, block, moment, post
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


# what is shown


def test_the_week_opens_at_seven_and_keeps_its_hour_when_resized(page: WeekPage, qtbot: QtBot) -> None:
    top = page.grid.mapToGlobal(QPoint(0, 0)).y()
    assert page.place(0, "7:00").y() == pytest.approx(top, abs=1)
    page.grid.scroll_to(9 * 60)
    page.window.resize(1300, 820)
    qtbot.waitUntil(lambda: page.place(0, "9:00").y() == pytest.approx(top, abs=1))


def test_a_week_with_something_early_opens_with_it(qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply(qapp, theme.Mode.LIGHT)
    grid = WeekGrid()
    qtbot.addWidget(grid)
    grid.resize(1223, 541)
    lindenhof.show(grid, (), (block(1, 3, "5:15", "6:00"),))
    grid.show()
    qtbot.waitExposed(grid)
    canvas = grid.canvas
    assert canvas.mapTo(grid, QPoint(0, round(canvas.grid.y(5 * 60)))).y() == pytest.approx(0, abs=1)


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


def test_no_tip_lies_over_a_menu(page: WeekPage, qtbot: QtBot) -> None:
    QToolTip.hideText()
    qtbot.waitUntil(lambda: not QToolTip.isVisible())
    page.grid.select(POSTS[5].key, focus=True)
    menu = QMenu(page.window)
    menu.addAction("Öffnen")
    menu.popup(page.window.mapToGlobal(page.window.rect().center()))
    qtbot.waitUntil(menu.isVisible)
    QApplication.processEvents()  # the pointer, wherever the last test left it, goes from the week to the menu
    with qtbot.waitSignal(page.grid._tips._waiting.timeout, timeout=3000):
        page.grid._tips.focus(POSTS[5].key)
    assert not QToolTip.isVisible()
    menu.close()


def test_a_tip_for_the_keyboard_needs_the_focus_still_on_its_card(page: WeekPage, qtbot: QtBot) -> None:
    tips, elsewhere = page.grid._tips, QLineEdit(page.window)
    elsewhere.show()
    page.grid.select(POSTS[5].key, focus=True)
    for goes_on in (False, True):
        with qtbot.waitSignal(tips._waiting.timeout, timeout=3000):
            page.hand.key(Key.Key_Left if goes_on else Key.Key_Up, CTRL)
            current = page.grid.current
            if goes_on:
                elsewhere.setFocus()
        assert current is not None
        item = page.grid.canvas.items[current]
        assert (tip(item, page.grid.canvas.week) == QToolTip.text()) is not goes_on


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
    assert page.is_dragging(), "carried, which a screen reader can do as well"
    page.grid.cancel_drag()
    list(actions.values())[2]()
    assert page.all("key_intent") == [MoveBlock(103, UMSETZUNG.original_at, moment(0, "13:45"))]
    next(iter(actions.values()))()
    assert page.all("opened") == [UMSETZUNG.key]
    other = page.card(ZIMTSCHNECKEN.key)
    assert other.accessibleName() == wording.post_name(ZIMTSCHNECKEN, page.grid.canvas.week.platforms)
    assert not other.accessible_is_selected()


def test_soft_hyphens_are_not_read_out() -> None:
    card, made = (
        replace(ZIMTSCHNECKEN, title="Zimt\u00adschnecken"),
        replace(UMSETZUNG, title="Mise\u00adenplace"),
    )

    assert ", Zimtschnecken, " in wording.post_name(card, lindenhof.PLATFORMS)
    assert ", Miseenplace" in wording.block_name(made, lindenhof.PLATFORMS)


def test_the_menu_under_the_pointer(page: WeekPage) -> None:
    page.hand.move(page.on(ZIMTSCHNECKEN.key, down=0.0))
    page.hand.ask_for_menu()
    assert page.all("menu") == [(ZIMTSCHNECKEN.key, moment(2, "12:15"))]
    assert page.grid.current == ZIMTSCHNECKEN.key
    page.heard.clear()
    page.hand.click(page.place(3, "16:20"))
    page.hand.key(Key.Key_Menu)
    assert page.all("menu") == [(None, moment(3, "16:15"))]


def test_a_week_of_another_year_has_no_today(page: WeekPage) -> None:
    page.week = Week(2025, 1)
    page.put((post(1, 0, "9:00", "Neujahr", (IG, LI), week=Week(2025, 1)),))
    assert not page.grid.canvas._now_mark.isVisible()
    page.week = WEEK
    page.show()
    assert page.grid.canvas._now_mark.isVisible()


def test_the_present_time_strikes_no_title_out(page: WeekPage) -> None:
    canvas = page.grid.canvas
    card = canvas.deck.card(ZIMTSCHNECKEN.key)
    assert card is not None
    inside = card.geometry().adjusted(theme.px(12), 2, -2, -2)
    page.grid.set_now(moment(2, "18:00"))
    clean = canvas.grab(inside).toImage()

    page.grid.set_now(moment(2, "12:30"))

    assert canvas.grab(inside).toImage() == clean


def test_the_pill_of_a_time_at_the_upper_edge_is_seen_as_a_whole(page: WeekPage) -> None:
    accent = theme.color("accent").name()

    def rows_of_pill(clock: str) -> int:
        page.grid.set_now(moment(2, clock))
        QApplication.processEvents()
        image = page.grid.grab(QRect(0, 0, theme.px(14), page.grid.height())).toImage()
        return sum(image.pixelColor(theme.px(12), y).name() == accent for y in range(image.height()))

    assert rows_of_pill("7:00") == rows_of_pill("7:10") == rows_of_pill("10:30") > theme.px(6)
