"""Posts that repeat, made and changed in the week as a person does it, on a real plan."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QRadioButton
from pytestqt.qtbot import QtBot

from db.board import load_whole
from db.records import Activity, Board, Changes, Post, Status
from desktop.calendar.card_tips import tip
from desktop.calendar.post_panel import PostPanel
from desktop.calendar.repeat_popover import RepeatPopover
from desktop.planning.cards import PostKey
from desktop.planning.post_series import members
from desktop.planning.status import set_status
from desktop.ui.parts import EdgeLink
from desktop.ui.popover import Question
from tests.builders import NOW, WEEK, a_post
from tests.rooms.calendar_room import OpenRoom, Room, moment, open_room
from tests.rooms.panel_hands import button, click, named, retype, texts

__all__ = ["open_room"]

FIRST = moment(3, "8:00")  # Thursday, tomorrow


def whole(room: Room) -> Board:
    """Everything that is stored."""
    return room.workspace.read(load_whole)


def stored(room: Room) -> list[Post]:
    """The posts of the one series, by place."""
    board = whole(room)
    (series,) = board.post_series
    return [post for post, _place in sorted(members(board, series), key=lambda member: member.place)]


def times(room: Room) -> list[datetime | None]:
    """When they go out."""
    return [post.variants[0].starts_at for post in stored(room)]


def panel(room: Room) -> PostPanel:
    """The panel that is open."""
    found = room.view.panel
    assert isinstance(found, PostPanel)
    return found


def popover(room: Room) -> RepeatPopover:
    """The form of the rule."""
    (found,) = [each for each in room.window.findChildren(RepeatPopover) if each.is_open]
    return found


def opened(room: Room, at: datetime = FIRST) -> PostPanel:
    """Open the panel of the card there by the keyboard."""
    room.view.grid.select(card_at(room, at), focus=True)
    room.press("Return")
    return panel(room)


def card_at(room: Room, at: datetime) -> PostKey:
    """The card of the shown week at a time."""
    return next(key for key in room.shown() if isinstance(key, PostKey) and key.moment == at)


def repeat_weekly(room: Room) -> None:
    """Let the one post repeat every week, as the form comes up."""
    click(opened(room).repeat.kind.segment("weekly"))
    click(popover(room).primary)


def said(asked: Question) -> dict[str, str]:
    """The answers and what follows from them."""
    rows = asked.findChildren(QRadioButton)
    return {row.text(): row.accessibleDescription() for row in rows}


def choose(room: Room, key: str) -> None:
    """Answer the question that is open."""
    asked = room.question()
    asked.rows.set_value(key)
    asked.primary.click()


@pytest.fixture
def room(open_room: OpenRoom) -> Room:
    """The week with the weekly card on Thursday, 8:00, repeating every week."""
    made = open_room([a_post("Wochenkarte", FIRST, effort=(0, 30, 0, 0))])
    repeat_weekly(made)
    return made


def test_an_arrow_opens_the_form_and_the_keyboard_goes_into_it(open_room: OpenRoom) -> None:
    room = open_room([a_post("Wochenkarte", FIRST, effort=(0, 30, 0, 0))])
    opened(room).repeat.kind.segment("never").setFocus()
    room.press("Right")
    form = popover(room)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert form.isAncestorOf(focus)
    room.press("Return")
    assert not form.isVisible()
    assert len(stored(room)) == 9


def test_the_form_says_what_comes_of_it_and_makes_it(open_room: OpenRoom) -> None:
    room = open_room([a_post("Wochenkarte", FIRST, effort=(0, 30, 0, 0))])
    click(opened(room).repeat.kind.segment("weekly"))
    said = texts(popover(room))
    assert "Every week <b>Thu, 8:00</b>, without end. That is 0:30 h per week." in said
    assert "The next 8 date(s) are made as ideas with a date." in said
    click(popover(room).primary)

    assert times(room) == [FIRST + timedelta(weeks=number) for number in range(9)]
    assert [post.variants[0].status for post in stored(room)] == [Status.DRAFT, *[Status.IDEA] * 8]
    assert "“Wochenkarte” repeats now" in room.toast()
    assert panel(room).repeat.kind.value == "weekly"
    shown = " ".join(texts(panel(room).repeat))
    assert "This is no. 1; the posts are there up to Sun 24 Jan 2027." in shown
    room.page.undo()
    assert [post.series_id for post in whole(room).posts] == [None]
    room.page.redo()
    assert len(stored(room)) == 9


def test_a_rule_with_an_end_counts_and_says_where_one_stands(open_room: OpenRoom) -> None:
    room = open_room([a_post("Wochenkarte", FIRST)])
    click(opened(room).repeat.kind.segment("weekly"))
    form = popover(room)
    ends = named(form, "Ends")
    ends.setFocus()
    QTest.keyClick(ends, Qt.Key.Key_End)
    retype(named(form, "Number of dates"), "3")
    assert "The next 2 date(s) are made as ideas with a date." in texts(form)
    click(form.primary)
    assert len(times(room)) == 3
    room.page.show_week(WEEK.shifted(1))
    shown = " ".join(texts(opened(room, FIRST + timedelta(weeks=1)).repeat))
    assert "This is no. 2 of 3, the last one comes on Thu 10 Dec 2026." in shown


def test_a_tip_says_that_a_card_repeats(room: Room) -> None:
    canvas = room.view.grid.canvas
    assert "repeats weekly" in tip(canvas.items[card_at(room, FIRST)], canvas.week)


def test_one_that_was_moved_says_for_which_date_it_stands(room: Room) -> None:
    room.drag_card(card_at(room, FIRST), moment(4, "9:00"))
    choose(room, "only_this")
    assert "It stands for Thu 26 Nov 8:00." in " ".join(texts(panel(room).repeat))


def test_an_idea_cannot_repeat(open_room: OpenRoom) -> None:
    room = open_room([a_post("Irgendwann")])
    room.page.open_post(room.post("Irgendwann").id, WEEK)
    assert not panel(room).repeat.isVisible()


def test_a_card_says_that_it_repeats(room: Room) -> None:
    key = card_at(room, FIRST)
    card = room.view.grid.canvas.deck.card(key)
    assert card is not None
    assert card.accessibleName() == "Instagram, Thu 26 Nov 8:00, Wochenkarte, Draft, weekly"
    assert getattr(card.face, "repeats", False)


def test_dragging_asks_and_escape_puts_everything_back(room: Room) -> None:
    room.page.show_week(WEEK.shifted(1))
    second = FIRST + timedelta(weeks=1)
    steps = room.workspace.undo_stack.count()
    room.drag_card(card_at(room, second), moment(4, "9:00", weeks=1))
    asked = room.question()
    assert (asked.accessibleName(), asked.rows.value) == ("Which posts to move?", "only_this")
    assert said(asked)["Only this post"] == "4 Dec at 9:00, the series stays at 8:00"
    assert said(asked)["This and following"] == "from 3 Dec on; those moved on their own stay"
    assert said(asked)["All"] == "the whole series; what is online stays"
    assert "Budget stays at 0:30 h" in texts(asked)
    room.press("Escape")
    assert times(room)[1] == second
    assert room.workspace.undo_stack.count() == steps
    assert card_at(room, second)


@pytest.mark.parametrize(
    ("key", "moved"), [("only_this", {1}), ("following", set(range(1, 9))), ("all", set(range(9)))]
)
def test_a_drag_moves_as_many_as_are_wanted(room: Room, key: str, moved: set[int]) -> None:
    room.page.show_week(WEEK.shifted(1))
    room.drag_card(card_at(room, FIRST + timedelta(weeks=1)), moment(3, "9:00", weeks=1))
    choose(room, key)
    hours = [at.hour for at in times_of_all(room)]
    assert [number for number, hour in enumerate(hours) if hour == 9] == sorted(moved)
    assert room.view.grid.current == card_at(room, moment(3, "9:00", weeks=1))
    room.page.undo()
    assert {at.hour for at in times_of_all(room)} == {8}
    assert room.page.week == WEEK.shifted(1)


def times_of_all(room: Room) -> list[datetime]:
    """When all posts go out, in order."""
    return sorted(at for post in whole(room).posts if (at := post.variants[0].starts_at) is not None)


def test_keys_ask_too(room: Room) -> None:
    room.view.grid.select(card_at(room, FIRST), focus=True)
    room.press("Alt+Down")
    choose(room, "all")
    assert {at.minute for at in times_of_all(room)} == {15}


def test_a_carried_card_asks_where_it_is_put_down(room: Room) -> None:
    room.press("Escape")
    room.view.grid.select(card_at(room, FIRST), focus=True)
    room.press("M")
    room.press("Down")
    room.press("Return")
    choose(room, "all")
    assert {at.minute for at in times_of_all(room)} == {15}


def test_past_ones_are_counted_and_facts_stay(room: Room) -> None:
    """The series is a week old, its first post was never published, its second is asked about."""
    first, second, *_rest = stored(room)
    room.page.show_week(WEEK)
    (series,) = whole(room).post_series
    old = replace(first, variants=(replace(first.variants[0], starts_at=moment(1, "8:00")),), series_at=FIRST)
    room.workspace.put("Move", Changes(posts=(old,), post_series=(series,)))
    room.page.show_week(WEEK.shifted(1))
    retype(named(opened(room, FIRST + timedelta(weeks=1)), "Title"), "Mittagskarte")
    assert said(room.question())["All"] == "also 1 past post(s); what is online stays"
    choose(room, "all")
    assert {post.title for post in stored(room)} == {"Mittagskarte"}
    assert second.id in {post.id for post in stored(room)}


def test_a_drop_on_a_day_of_the_small_month_asks_too(room: Room) -> None:
    days = room.month.days
    room.drag(
        room.view.grid.card_rect(card_at(room, FIRST)).center(),
        days.mapToGlobal(days.cell_of(date(2026, 11, 27)).center().toPoint()),
    )
    choose(room, "only_this")
    assert FIRST + timedelta(days=1) in times_of_all(room)


@pytest.mark.parametrize(("key", "left"), [("only_this", 8), ("following", 1), ("all", 1)])
def test_deleting_asks_how_far(room: Room, key: str, left: int) -> None:
    at = FIRST if key == "all" else FIRST + timedelta(weeks=1)
    room.page.show_week(WEEK.shifted(0 if key == "all" else 1))
    if key == "all":
        edited = replace(stored(room)[2], note="Kürbis")
        room.workspace.put("Note", Changes(posts=(edited,)))
    room.view.grid.select(card_at(room, at), focus=True)
    room.press("Del")
    asked = room.question()
    assert asked.accessibleName() == "Which posts to delete?"
    if key == "following":
        assert said(asked) == {
            "Only this post": "only 3 Dec, the series goes on",
            "This and following": "from 3 Dec on, with 7 untouched idea(s); edited ones stay",
            "All": "this one and 7 untouched idea(s); edited ones stay",
        }
    choose(room, key)
    assert len(whole(room).posts) == left
    room.page.undo()
    assert len(whole(room).posts) == 9


def test_a_title_asks_once_when_its_field_is_left(room: Room) -> None:
    room.page.show_week(WEEK.shifted(1))
    retype(named(opened(room, FIRST + timedelta(weeks=1)), "Title"), "Mittagskarte")
    asked = room.question()
    assert asked.accessibleName() == "Which posts to change?"
    assert said(asked)["This and following"] == "from 3 Dec on; what was edited on its own stays"
    assert {post.title for post in stored(room)} == {"Wochenkarte"}
    choose(room, "following")
    assert [post.title for post in whole(room).posts] == ["Wochenkarte", *["Mittagskarte"] * 8]
    assert room.workspace.undo_stack.undoText() == "Change title"
    room.page.undo()
    assert {post.title for post in stored(room)} == {"Wochenkarte"}
    assert panel(room).title.value == "Wochenkarte"


def test_escape_at_the_question_puts_the_text_back(room: Room) -> None:
    retype(named(opened(room), "Note"), "bitte mit Foto")
    room.press("Escape")
    assert panel(room).note.value == ""
    assert {post.note for post in stored(room)} == {""}


def test_typing_writes_nothing_before_the_field_is_left(room: Room, qtbot: QtBot) -> None:
    text = opened(room).text.editor
    text.setFocus()
    steps = room.workspace.undo_stack.count()
    QTest.keyClicks(text, "Heute Suppe")
    qtbot.wait(1200)
    assert room.workspace.undo_stack.count() == steps
    QTest.keyClick(text, Qt.Key.Key_Tab)
    choose(room, "only_this")
    assert [post.body for post in stored(room)] == ["Heute Suppe", *[""] * 8]


def test_what_is_typed_stays_when_the_room_is_left(room: Room) -> None:
    text = opened(room).text.editor
    text.setFocus()
    QTest.keyClicks(text, "Heute Suppe")
    room.view.hide()
    assert [post.body for post in stored(room)] == ["Heute Suppe", *[""] * 8]


def test_a_field_that_is_left_by_another_choice_asks_about_both(room: Room) -> None:
    shown = opened(room)
    title = named(shown, "Title")
    title.setFocus()
    QTest.keyClick(title, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(title, "Mittagskarte")
    shown.effort.minutes_changed.emit(Activity.CREATION, 45)
    choose(room, "all")
    assert {(post.title, post.effort.creation) for post in stored(room)} == {("Mittagskarte", 45)}


def test_a_status_that_changes_under_an_open_question_stays(room: Room) -> None:
    retype(named(opened(room), "Title"), "Mittagskarte")
    post = stored(room)[0]
    changes = set_status(whole(room), post.id, (post.variants[0].id,), Status.REVIEW, NOW)
    room.workspace.put("Review", changes)
    choose(room, "only_this")
    first = stored(room)[0]
    assert (first.title, first.variants[0].status) == ("Mittagskarte", Status.REVIEW)


def test_an_edited_post_can_bring_its_series_into_line(room: Room) -> None:
    room.page.show_week(WEEK.shifted(1))
    retype(named(opened(room, FIRST + timedelta(weeks=1)), "Title"), "Mittagskarte")
    choose(room, "only_this")
    click(button(panel(room), "Bring the series into line …"))
    assert room.question().accessibleName() == "Which posts to bring into line?"
    choose(room, "all")
    assert "The series of “Mittagskarte” is in line" in room.toast()
    assert not panel(room).repeat.findChildren(EdgeLink)[0].isVisible()
    assert {post.title for post in stored(room)} == {"Mittagskarte"}


@pytest.mark.parametrize(("key", "single", "series"), [("only_this", 1, 8), ("following", 1, 1), ("all", 2, 0)])
def test_never_asks_what_becomes_of_the_series(room: Room, key: str, single: int, series: int) -> None:
    room.page.show_week(WEEK.shifted(1))
    shown = opened(room, FIRST + timedelta(weeks=1))
    click(shown.repeat.kind.segment("never"))
    asked = room.question()
    assert asked.accessibleName() == "What becomes of the series?"
    assert said(asked) == {
        "Only this post": "3 Dec leaves the series, which goes on",
        "This and following": "ends before 3 Dec; 7 untouched idea(s) go(es)",
        "All": "ends; 7 untouched idea(s) ahead go(es), the rest stays",
    }
    choose(room, key)
    posts = whole(room).posts
    assert [sum(post.series_id is None for post in posts), sum(post.series_id is not None for post in posts)] == [
        single,
        series,
    ]
    assert panel(room).repeat.kind.value == "never"


def test_another_rule_holds_from_this_one_on(room: Room) -> None:
    room.page.show_week(WEEK.shifted(1))
    click(opened(room, FIRST + timedelta(weeks=1)).repeat.kind.segment("custom"))
    form = popover(room)
    every = named(form, "Every")
    every.setFocus()
    QTest.keyClick(every, Qt.Key.Key_Down)
    click(form.primary)
    asked = room.question()
    assert said(asked)["This and following"] == "from 3 Dec on: 4 untouched idea(s) go(es)"
    choose(room, "following")
    assert times_of_all(room) == [FIRST, *[FIRST + timedelta(weeks=number) for number in (1, 3, 5, 7)]]


def test_the_menu_of_a_card_opens_the_form(room: Room) -> None:
    room.press("Escape")
    room.view.grid.select(card_at(room, FIRST), focus=True)
    room.press("Menu")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    action = next(each for each in menu.actions() if each.text().startswith("Repeat …"))
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
    assert popover(room).form.kind.value == "weekly"


def test_a_platform_of_the_menu_asks_too(room: Room) -> None:
    room.press("Escape")
    room.view.grid.select(card_at(room, FIRST), focus=True)
    room.press("Menu")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    rows = next(each.menu() for each in menu.actions() if each.text() == "Platform")
    assert isinstance(rows, QMenu)
    next(each for each in rows.actions() if each.text() == "Facebook").trigger()
    menu.close()
    choose(room, "all")
    assert {tuple(version.platform_id for version in post.variants) for post in stored(room)} == {(1, 2)}
    assert "“Wochenkarte” changed" in room.toast()


def test_a_copy_is_a_single_post(room: Room) -> None:
    room.view.grid.select(card_at(room, FIRST), focus=True)
    room.press("Ctrl+D")
    assert sum(post.series_id is None for post in whole(room).posts) == 1
    assert len(stored(room)) == 9


def test_together_only_the_marked_ones_move(open_room: OpenRoom) -> None:
    room = open_room([a_post("Wochenkarte", FIRST), a_post("Reel", moment(1, "10:00"))])
    repeat_weekly(room)
    room.view.grid.select(card_at(room, FIRST), focus=True)
    room.press("Ctrl+A")
    room.press("Alt+Down")
    moved = [at for at in times_of_all(room) if at.minute == 15]
    assert moved == [moment(1, "10:15"), FIRST + timedelta(minutes=15)]


def test_a_published_one_asks_its_own_question(room: Room) -> None:
    post = stored(room)[0]
    out = NOW - timedelta(hours=1)
    changes = set_status(whole(room), post.id, (post.variants[0].id,), Status.PUBLISHED, NOW, published_at=out)
    room.workspace.put("Publish", changes)
    room.drag_card(card_at(room, moment(2, "9:00")), moment(1, "9:00"))
    assert room.question().accessibleName() == "This post is already online"
    choose(room, "correct_date")
    assert {at.hour for at in times_of_all(room)} == {8}
