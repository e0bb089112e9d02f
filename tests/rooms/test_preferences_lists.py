"""Formats, campaigns, people and special days, used as a person uses them, on a real plan file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from db import lists
from db.records import ByActivity, Campaign, Changes, ClosedDay, Format, Member, Occasion
from db.store import Store
from desktop.preferences.day_popovers import ClosedDayPopover, OccasionPopover
from desktop.preferences.ordered_rows import Grip
from desktop.ui.choices import Segmented
from desktop.ui.field_frame import Editor
from tests.builders import a_post
from tests.rooms.panel_hands import button, choose, click, named, open_menu, retype
from tests.rooms.preferences_room import Room, drag, settings_room

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def enter(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Callable[[str], Room]]:
    with settings_room(qtbot, qapp, tmp_path) as entered:
        yield entered


def formats(room: Room) -> tuple[Format, ...]:
    return room.workspace.read(lists.load_formats)


def format_of(room: Room, key: str) -> Format:
    return next(each for each in formats(room) if each.key == key)


def campaigns(room: Room) -> tuple[Campaign, ...]:
    return room.workspace.read(lists.load_campaigns)


def members(room: Room) -> tuple[Member, ...]:
    return room.workspace.read(lists.load_members)


def items_in_list(room: Room) -> list[str]:
    """The names of the rows of the list at the left, from above."""
    QApplication.processEvents()
    rows = [each for each in room.page.findChildren(QAbstractButton) if hasattr(each, "item")]
    return [each.accessibleName() for each in sorted(rows, key=lambda each: each.y()) if each.isVisibleTo(room.page)]


def text_of(widget: QWidget) -> str:
    assert isinstance(widget, Editor)
    return widget.text()


def grip_of(room: Room, name: str) -> Grip:
    found = named(room.page, f"Move “{name}”")
    assert isinstance(found, Grip)
    return found


# formats


def test_what_a_format_costs_is_stored_field_by_field(enter: Callable[[str], Room]) -> None:
    room = enter("formats")
    retype(room.field("Creation, Reel"), "1:45")
    retype(room.field("Monitoring, Reel"), "0")
    assert format_of(room, "reel").effort == ByActivity(20, 105, 20, 0)
    assert room.steps == 2
    retype(room.field("Planning, Reel"), "viel")
    assert room.problem("Planning, Reel")
    assert format_of(room, "reel").effort.planning == 20
    QTest.keyClick(grip_of(room, "Reel"), Qt.Key.Key_Z, CTRL)
    assert format_of(room, "reel").effort == ByActivity(20, 105, 20, 10)
    assert text_of(room.field("Monitoring, Reel")) == "0:10"


def test_a_format_is_renamed_and_the_built_in_word_is_the_built_in_name(enter: Callable[[str], Room]) -> None:
    room = enter("formats")
    retype(room.field("Name of Image"), "Foto")
    assert format_of(room, "image").name == "Foto"
    retype(room.field("Name of Foto"), "reel")
    assert room.problem("Name of Foto") == "Another format has this name."
    retype(room.field("Name of Foto"), "")
    assert room.problem("Name of Foto") == "The format needs a name."
    retype(room.field("Name of Foto"), "Image")
    assert format_of(room, "image").name == "Image"


def test_a_format_is_added_and_named(enter: Callable[[str], Room]) -> None:
    room = enter("formats")
    click(button(room.page, "Format"))
    QTest.keyClicks(QApplication.focusWidget() or room.page, "Rezept")
    QTest.keyClick(QApplication.focusWidget() or room.page, Qt.Key.Key_Return)
    assert [(each.key, each.name) for each in formats(room)][-1] == ("new-format", "Rezept")
    assert room.steps == 2


def test_an_unused_format_is_deleted_and_comes_back_with_undo(enter: Callable[[str], Room]) -> None:
    room = enter("formats")
    before = formats(room)
    click(named(room.page, "More about Poll"))
    choose("Delete")
    assert "poll" not in [each.key for each in formats(room)]
    assert room.toasts() == ["“Poll” deleted"]
    click(button(room.page, "Undo"))
    assert formats(room) == before
    assert named(room.page, "Name of Poll")


def test_a_message_about_an_earlier_step_offers_no_way_back_any_more(enter: Callable[[str], Room]) -> None:
    room = enter("formats")
    for name in ("Poll", "Event"):
        click(named(room.page, f"More about {name}"))
        choose("Delete")
        assert room.toasts() == [f"“{name}” deleted"]
    click(button(room.page, "Undo"))
    (said,) = room.toasts()
    assert said.startswith("Undone: ")


def test_a_format_in_use_is_kept_and_that_is_said(enter: Callable[[str], Room]) -> None:
    room = enter("formats")
    room.workspace.put("more", Changes(posts=(a_post("1", format_key="reel"),)))
    click(named(room.page, "More about Reel"))
    choose("Delete")
    assert format_of(room, "reel")
    assert [each.rpartition(" post")[0] for each in room.toasts()] == ["“Reel” is kept: it is the format of 1"]


def test_formats_are_put_in_order_by_keys_menu_and_mouse(enter: Callable[[str], Room]) -> None:
    room = enter("formats")
    grip = grip_of(room, "Image")
    grip.setFocus()
    QTest.keyClick(grip, Qt.Key.Key_Up, ALT)
    assert [each.key for each in formats(room)][:3] == ["image", "text", "carousel"]
    assert grip.hasFocus()
    QTest.keyClick(grip, Qt.Key.Key_Up, ALT)
    assert room.steps == 1
    click(named(room.page, "More about Image"))
    choose("Move down")
    assert [each.key for each in formats(room)][:3] == ["text", "image", "carousel"]
    QApplication.processEvents()
    story = grip_of(room, "Story")
    far = QPoint(12, 12) - QPoint(0, 3 * 40)
    drag(story, QPoint(12, 12), QPoint(12, 2), far, far)
    assert [each.key for each in formats(room)][:2] == ["story", "text"]
    assert room.steps == 3


def test_escape_puts_a_dragged_format_back(enter: Callable[[str], Room]) -> None:
    room = enter("formats")
    story = grip_of(room, "Story")
    QTest.mousePress(story, Qt.MouseButton.LeftButton, pos=QPoint(12, 12))
    QTest.mouseMove(story, QPoint(12, -20))
    QTest.mouseMove(story, QPoint(12, -110))
    QTest.keyClick(story, Qt.Key.Key_Escape)
    QTest.mouseRelease(story, Qt.MouseButton.LeftButton, pos=QPoint(12, 12))
    assert [each.key for each in formats(room)] == [each.key for each in lists.DEFAULT_FORMATS]
    assert room.steps == 0
    QApplication.processEvents()
    assert grip_of(room, "Text").mapTo(room.page, QPoint()).y() < story.mapTo(room.page, QPoint()).y()


def test_one_format_or_all_are_as_built_in_again(enter: Callable[[str], Room]) -> None:
    room = enter("formats")
    assert not button(room.page, "Bring back the built-in ones").isEnabled()
    retype(room.field("Creation, Text"), "1:00")
    retype(room.field("Name of Reel"), "Kurzfilm")
    click(named(room.page, "More about Text"))
    choose("Reset to the built-in values")
    assert format_of(room, "text") == lists.DEFAULT_FORMATS[0]
    click(named(room.page, "More about Text"))
    reset = next(action for action in open_menu().actions() if action.text() == "Reset to the built-in values")
    assert not reset.isEnabled()
    open_menu().close()
    click(button(room.page, "Bring back the built-in ones"))
    assert formats(room) == lists.DEFAULT_FORMATS
    assert room.toasts() == ["The built-in formats are as they were; your own stand behind them."]
    click(button(room.page, "Undo"))
    assert format_of(room, "reel").name == "Kurzfilm"


# campaigns


def test_a_campaign_is_made_and_described(enter: Callable[[str], Room]) -> None:
    room = enter("campaigns")
    click(button(room.page, "Add a campaign"))
    assert campaigns(room) == (Campaign(1, "New campaign", date(2026, 11, 25), date(2026, 12, 22)),)
    QTest.keyClicks(QApplication.focusWidget() or room.page, "Advent")
    QTest.keyClick(QApplication.focusWidget() or room.page, Qt.Key.Key_Tab)
    retype(room.field("First day"), "1.12.2026")
    retype(room.field("Last day"), "24.12.")
    retype(room.field("Budget"), "1.200")
    brief = room.field("Brief")
    brief.setFocus()
    QTest.keyClicks(brief, "Every day a door.")
    room.field("Name").setFocus()
    assert campaigns(room) == (
        Campaign(1, "Advent", date(2026, 12, 1), date(2026, 12, 24), "Every day a door.", 120000),
    )
    assert room.steps == 6
    assert items_in_list(room) == ["Advent, 1–24 Dec 2026"]


def test_an_end_before_the_start_is_refused_but_goes_along_with_a_later_start(enter: Callable[[str], Room]) -> None:
    room = enter("campaigns")
    room.workspace.edit("x", lists.put_campaign, Campaign(0, "Advent", date(2026, 12, 1), date(2026, 12, 24)))
    retype(room.field("Last day"), "30.11.2026")
    assert room.problem("Last day") == "The last day cannot lie before the first."
    assert campaigns(room)[0].ends_on == date(2026, 12, 24)
    retype(room.field("First day"), "10.1.2027")
    assert (campaigns(room)[0].starts_on, campaigns(room)[0].ends_on) == (date(2027, 1, 10), date(2027, 2, 2))
    assert text_of(room.field("Last day")).endswith("2 Feb 2027")
    assert room.problem("Last day") is None


def test_campaigns_show_their_posts_and_past_ones_stand_below(enter: Callable[[str], Room]) -> None:
    room = enter("campaigns")
    old = room.workspace.edit("x", lists.put_campaign, Campaign(0, "Alt", date(2026, 1, 1), date(2026, 1, 9)))
    new = room.workspace.edit("x", lists.put_campaign, Campaign(0, "Neu", date(2026, 12, 1), date(2026, 12, 24)))
    room.workspace.put("x", Changes(posts=tuple(a_post(str(number), campaign_id=new) for number in range(2))))
    assert old is not None
    assert items_in_list(room) == ["Neu, 1–24 Dec 2026, 2", "Alt, 1–9 Jan 2026"]
    row = next(each for each in room.page.findChildren(QAbstractButton) if each.accessibleName().startswith("Neu,"))
    click(row)
    assert text_of(room.field("Name")) == "Neu"
    QTest.keyClick(row, Qt.Key.Key_Down)
    assert text_of(room.field("Name")) == "Alt"


def test_a_deleted_campaign_leaves_its_posts_and_undo_brings_both_back(enter: Callable[[str], Room]) -> None:
    room = enter("campaigns")
    made = room.workspace.edit("x", lists.put_campaign, Campaign(0, "Advent", date(2026, 12, 1), date(2026, 12, 24)))
    room.workspace.put("x", Changes(posts=(a_post("1", datetime(2026, 12, 2, 9), campaign_id=made),)))
    click(named(room.page, "Delete “Advent”"))
    assert campaigns(room) == ()
    assert button(room.page, "Add a campaign")
    assert room.toasts() == ["“Advent” deleted"]
    click(button(room.page, "Undo"))
    assert items_in_list(room) == ["Advent, 1–24 Dec 2026, 1"]


# team


def test_a_person_is_added_and_initials_follow_the_name(enter: Callable[[str], Room]) -> None:
    room = enter("team")
    click(button(room.page, "Add a person"))
    QTest.keyClicks(QApplication.focusWidget() or room.page, "Anna Lind")
    QTest.keyClick(QApplication.focusWidget() or room.page, Qt.Key.Key_Tab)
    assert members(room) == (Member(1, "Anna Lind", "AL"),)
    retype(room.field("Initials"), "lind")
    assert room.problem("Initials") == "Three letters at most."
    retype(room.field("Initials"), "an")
    retype(room.field("Time per week"), "6")
    retype(room.field("Name"), "Anna Maria Lind")
    assert members(room) == (Member(1, "Anna Maria Lind", "AN", 6),)
    retype(room.field("Time per week"), "6:30")
    retype(room.field("No longer here since"), "1.12.2026")
    assert members(room) == (Member(1, "Anna Maria Lind", "AN", 390, date(2026, 12, 1)),)
    retype(room.field("No longer here since"), "")
    retype(room.field("Time per week"), "")
    assert members(room) == (Member(1, "Anna Maria Lind", "AN"),)


def test_a_person_who_is_named_stays_and_may_leave_instead(enter: Callable[[str], Room]) -> None:
    room = enter("team")
    anna = room.workspace.edit("x", lists.put_member, Member(0, "Anna Lind", "AL"))
    room.workspace.edit("x", lists.put_member, Member(0, "Ben", "B"))
    room.workspace.put("x", Changes(posts=(a_post("1", owner_id=anna),)))
    click(named(room.page, "Delete “Anna Lind”"))
    assert room.toasts() == ["“Anna Lind” is named in posts, blocks or hours and is kept."]
    click(button(room.page, "No longer here"))
    assert members(room)[0].left_on == date(2026, 11, 25)
    assert items_in_list(room) == ["Ben", "Anna Lind, no longer here since Wed 25 Nov 2026"]


def test_a_person_whom_nothing_names_is_deleted(enter: Callable[[str], Room]) -> None:
    room = enter("team")
    room.workspace.edit("x", lists.put_member, Member(0, "Anna Lind", "AL"))
    click(named(room.page, "Delete “Anna Lind”"))
    assert members(room) == ()
    click(button(room.page, "Undo"))
    assert [each.name for each in members(room)] == ["Anna Lind"]


# special days


def popover(room: Room, kind: type[ClosedDayPopover] | type[OccasionPopover]) -> ClosedDayPopover | OccasionPopover:
    QApplication.processEvents()
    (found,) = [each for each in room.window.findChildren(kind) if each.is_open]
    assert isinstance(found, ClosedDayPopover | OccasionPopover)
    return found


def choose_segment(where: QWidget, caption: str) -> None:
    segments = where.findChild(Segmented)
    assert segments is not None
    click(button(where, caption))


def test_closed_days_come_every_week_or_once(enter: Callable[[str], Room]) -> None:
    room = enter("days")
    click(named(room.page, "Add a closed day"))
    form = popover(room, ClosedDayPopover)
    assert isinstance(form, ClosedDayPopover)
    form.weekday.setFocus()
    QTest.keyClick(QApplication.focusWidget() or form, Qt.Key.Key_Down)
    click(form.accept)
    click(named(room.page, "Add a closed day"))
    form = popover(room, ClosedDayPopover)
    choose_segment(form, "On one day")
    retype(form.name.editor, "Betriebsausflug")
    retype(form.day.editor, "24.12.2026")
    click(form.accept)
    assert set(room.workspace.read(lists.load_closed_days)) == {
        ClosedDay(1, "Closed day", weekday=1),
        ClosedDay(2, "Betriebsausflug", day=date(2026, 12, 24)),
    }
    assert room.steps == 2
    click(named(room.page, "Remove Closed day, every Tuesday"))
    assert [each.name for each in room.workspace.read(lists.load_closed_days)] == ["Betriebsausflug"]
    click(button(room.page, "Undo"))
    assert named(room.page, "Remove Closed day, every Tuesday")


def test_an_occasion_is_added_changed_and_removed(enter: Callable[[str], Room]) -> None:
    room = enter("days")
    click(named(room.page, "Add an occasion"))
    form = popover(room, OccasionPopover)
    click(form.accept)
    assert form.is_open
    assert form.name.problem == "The day needs a name."
    retype(form.name.editor, "Geburtstag")
    retype(form.day.editor, "3.5.2027")
    choose_segment(form, "Every year")
    QTest.keyClick(form, Qt.Key.Key_Return)
    stored = room.workspace.read(lists.load_occasions)
    assert stored == (Occasion(1, "Geburtstag", date(2027, 5, 3), True),)
    click(named(room.page, "Change Geburtstag, every year 3 May"))
    form = popover(room, OccasionPopover)
    choose_segment(form, "Once")
    click(form.accept)
    assert room.workspace.read(lists.load_occasions) == (replace(stored[0], is_yearly=False),)
    click(named(room.page, "Remove Geburtstag, Mon 3 May 2027"))
    assert room.workspace.read(lists.load_occasions) == ()
    assert room.steps == 3


def test_escape_leaves_a_form_without_a_change(enter: Callable[[str], Room]) -> None:
    room = enter("days")
    click(named(room.page, "Add an occasion"))
    form = popover(room, OccasionPopover)
    retype(form.name.editor, "Markt")
    QTest.keyClick(form, Qt.Key.Key_Escape)
    assert room.workspace.read(lists.load_occasions) == ()
    assert room.steps == 0


def test_holidays_follow_region_and_year(enter: Callable[[str], Room]) -> None:
    room = enter("days")
    assert named(room.page, "Tue 6 Jan")
    click(named(room.page, "2027"))
    assert named(room.page, "Wed 6 Jan")
    click(named(room.page, "2026"))
    click(button(room.page, "Change the region"))
    assert named(room.page, "Region for public holidays")


def test_suggested_occasions_are_switched_for_the_whole_plan(enter: Callable[[str], Room]) -> None:
    room = enter("days")
    assert named(room.page, "Black Friday")
    stored = [room.plan.suggests_occasions]
    click(named(room.page, "Suggest occasions"))
    stored.append(room.plan.suggests_occasions)
    assert named(room.page, "Black Friday")
    room.workspace.undo_stack.undo()
    assert [*stored, room.plan.suggests_occasions] == [True, False, True]
    assert room.steps == 1


def test_what_another_program_removed_is_not_said_to_be_deleted(enter: Callable[[str], Room]) -> None:
    room = enter("team")
    anna = room.workspace.edit("x", lists.put_member, Member(0, "Anna Lind", "AL"))
    assert anna is not None
    other = Store.open(room.workspace.store.path)
    other.write(lists.remove_member, anna)
    other.close()
    click(named(room.page, "Delete “Anna Lind”"))
    assert room.toasts() == ["Nothing was changed: this is no longer in the plan."]
    assert button(room.page, "Add a person")


def test_a_brief_that_nobody_has_left_is_kept_when_the_room_is_left(enter: Callable[[str], Room]) -> None:
    room = enter("campaigns")
    room.workspace.edit("x", lists.put_campaign, Campaign(0, "Advent", date(2026, 12, 1), date(2026, 12, 24)))
    brief = room.field("Brief")
    brief.setFocus()
    QTest.keyClicks(brief, "Doors")
    room.page.hide()
    assert campaigns(room)[0].brief == "Doors"
