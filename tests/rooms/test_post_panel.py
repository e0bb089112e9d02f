"""The side panel of a post, used as a person uses it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from db.records import Activity, ByActivity, Post, Status
from desktop.calendar.effort_rows import Grip
from desktop.calendar.post_panel import PostPanel
from desktop.calendar.text_counters import Counter
from desktop.planning.covering import covering
from desktop.ui import theme
from desktop.ui.field_frame import Field
from tests.rooms.panel_hands import button, choose, click, named, open_menu, retype, scroll_area, texts
from tests.rooms.panel_plan import (
    ADVENT,
    ADVENT_POST,
    FACEBOOK,
    INSTAGRAM,
    NOW,
    SUNDAY,
    TEA_POST,
    X,
    board,
)

pytestmark = pytest.mark.qt_log_ignore("does not support setting window masks")


class Desk:
    """A panel with somebody who writes what it asks for and shows the result, as the page does."""

    def __init__(self, panel: PostPanel, post: Post) -> None:
        self.panel = panel
        self.board = board()
        self.edits: list[tuple[Post, str, str]] = []
        panel.changed.connect(self._write)
        self.show(post)

    @property
    def post(self) -> Post:
        """The post as it stands now."""
        return next(post for post in self.board.posts if post.id == self.panel.post_id)

    @property
    def visits(self) -> list[str]:
        """The names of the visits of all edits."""
        return [visit for _post, _label, visit in self.edits]

    def show(self, post: Post) -> None:
        """Show a post of the plan."""
        self.panel.show_post(post, self.board, covering(self.board), NOW)

    def _write(self, post: Post, label: str, visit: str) -> None:
        self.edits.append((post, label, visit))
        posts = tuple(post if each.id == post.id else each for each in self.board.posts)
        self.board = replace(self.board, posts=posts)
        self.show(post)


@pytest.fixture
def open_panel(qtbot: QtBot, qapp: QApplication) -> Iterator[Callable[[Post], Desk]]:
    theme.apply(qapp, theme.Mode.LIGHT)
    desks = []  # qtbot holds the panels only weakly

    def opened(post: Post) -> Desk:
        panel = PostPanel()
        qtbot.addWidget(panel)
        panel.resize(400, 900)
        desk = Desk(panel, post)
        desks.append(desk)
        panel.show()
        panel.activateWindow()
        qtbot.waitUntil(panel.isActiveWindow)
        return desk

    yield opened
    desks.clear()


@pytest.fixture
def desk(open_panel: Callable[[Post], Desk]) -> Desk:
    return open_panel(ADVENT_POST)


def test_a_title_is_written_once_on_leaving(desk: Desk) -> None:
    retype(named(desk.panel, "Title"), "Erste Kerze")
    assert desk.post.title == "Erste Kerze"
    assert [label for _post, label, _visit in desk.edits] == ["Change title"]


def test_a_text_is_written_after_a_pause_and_caret_and_focus_stay(desk: Desk, qtbot: QtBot) -> None:
    text = desk.panel.text.editor
    click(text.viewport())
    QTest.keyClick(text, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(text, "Oh ")
    assert not desk.edits
    qtbot.waitUntil(lambda: len(desk.edits) == 1, timeout=3000)
    assert desk.post.body.startswith("Oh Heute")
    assert text.hasFocus()
    assert text.textCursor().position() == 3
    QTest.keyClicks(text, "ja ")
    assert text.toPlainText().startswith("Oh ja Heute")


def test_all_writes_of_one_visit_have_one_name_and_the_next_visit_another(desk: Desk, qtbot: QtBot) -> None:
    text = desk.panel.text.editor
    click(text.viewport())
    QTest.keyClicks(text, "a")
    qtbot.waitUntil(lambda: len(desk.edits) == 1, timeout=3000)
    QTest.keyClicks(text, "b")
    QTest.keyClick(text, Qt.Key.Key_Tab)
    click(text.viewport())
    QTest.keyClicks(text, "c")
    QTest.keyClick(text, Qt.Key.Key_Tab)
    first, second, third = desk.visits
    assert first == second != third
    assert first


def test_what_is_typed_is_written_before_another_post_is_shown(desk: Desk) -> None:
    field = named(desk.panel, "Note")
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_End)
    QTest.keyClicks(field, "!")
    desk.show(TEA_POST)
    assert [(post.id, post.note) for post, _label, _visit in desk.edits] == [(ADVENT, ADVENT_POST.note + "!")]
    assert desk.panel.note.value == ""


def test_what_is_typed_is_written_before_the_panel_goes(desk: Desk) -> None:
    field = named(desk.panel, "Title")
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_End)
    QTest.keyClicks(field, "!")
    desk.panel.hide()
    assert desk.post.title.endswith("!")


def test_showing_the_same_post_again_keeps_what_is_being_typed(desk: Desk) -> None:
    text = desk.panel.text.editor
    click(text.viewport())
    QTest.keyClicks(text, "x")
    desk.show(replace(desk.post, owner_id=1))
    assert "x" in text.toPlainText()
    assert text.hasFocus()


def test_showing_a_post_after_undo_shows_its_text(desk: Desk) -> None:
    retype(named(desk.panel, "Title"), "Erste Kerze")
    desk.show(ADVENT_POST)
    assert desk.panel.title.value == ADVENT_POST.title


def test_text_with_other_line_ends_is_not_rewritten_by_itself(open_panel: Callable[[Post], Desk]) -> None:
    desk = open_panel(replace(ADVENT_POST, body="eins\r\nzwei"))
    desk.panel.flush()
    assert not desk.edits


def test_the_counters_follow_every_key(desk: Desk) -> None:
    text = desk.panel.text.editor
    text.selectAll()
    QTest.keyClicks(text, "abc")
    names = [counter.accessibleName() for counter in desk.panel.findChildren(Counter)]
    assert names == ["Instagram: 3 / 2.200", "Facebook: 3 / 63.206", "LinkedIn: 3 / 3.000"]


@pytest.mark.parametrize(("length", "words"), [(251, "251 / 280"), (252, "28 left"), (280, "0 left"), (292, "−12")])
def test_a_counter_says_what_is_left_when_it_gets_tight(
    open_panel: Callable[[Post], Desk], length: int, words: str
) -> None:
    desk = open_panel(ADVENT_POST)
    desk.panel.versions.removed.emit(2)
    desk.panel.versions.removed.emit(3)
    click(button(desk.panel, "Platform"))
    choose("X")
    desk.show(replace(desk.post, body="x" * length))
    QApplication.processEvents()
    names = [counter.accessibleName() for counter in desk.panel.findChildren(Counter) if counter.isVisible()]
    assert f"X: {words}" in names


def test_a_date_moves_one_version_only(desk: Desk) -> None:
    retype(named(desk.panel, "Facebook, date"), "30.11.")
    assert [variant.starts_at for variant in desk.post.variants] == [SUNDAY, datetime(2026, 11, 30, 9, 0), None]


def test_with_alt_the_versions_at_the_same_moment_go_along(desk: Desk) -> None:
    field = named(desk.panel, "Facebook, time")
    click(field)
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field, "10:30")
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    later = datetime(2026, 11, 29, 10, 30)
    assert [variant.starts_at for variant in desk.post.variants] == [later, later, None]


def test_a_date_alone_takes_the_time_of_the_earliest_version(desk: Desk) -> None:
    retype(named(desk.panel, "LinkedIn, date"), "1.12.")
    assert desk.post.variants[2].starts_at == datetime(2026, 12, 1, 9, 0)


def test_an_emptied_date_leaves_the_version_without_a_moment(desk: Desk) -> None:
    retype(named(desk.panel, "Facebook, date"), "")
    assert desk.post.variants[1].starts_at is None
    assert not named(desk.panel, "Facebook, time").isEnabled()


def test_a_date_that_is_none_is_refused_in_words(desk: Desk) -> None:
    retype(named(desk.panel, "Instagram, date"), "irgendwann")
    assert not desk.edits
    assert desk.panel.versions.row(1).day.problem


def test_the_date_of_something_published_is_corrected_and_never_emptied(
    open_panel: Callable[[Post], Desk], qtbot: QtBot
) -> None:
    out = replace(
        ADVENT_POST.variants[0], status=Status.PUBLISHED, published_at=datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
    )
    desk = open_panel(replace(ADVENT_POST, variants=(out, *ADVENT_POST.variants[1:])))
    assert desk.panel.versions.row(1).time.value == 9 * 60
    with qtbot.waitSignal(desk.panel.published_at_requested) as asked:
        retype(named(desk.panel, "Instagram, time"), "9:20")
    assert asked.args == [(1,), datetime(2026, 11, 24, 9, 20)]
    retype(named(desk.panel, "Instagram, date"), "", Qt.Key.Key_Return)
    assert not desk.edits
    assert desk.panel.versions.row(1).day.value == datetime(2026, 11, 24).date()


def test_a_segment_asks_for_the_status_of_the_dated_versions(desk: Desk, qtbot: QtBot) -> None:
    assert named(desk.panel, "Status: Scheduled")
    with qtbot.waitSignal(desk.panel.status_requested) as asked:
        click(named(desk.panel, "Review"))
    assert asked.args == [(1, 2), Status.REVIEW]


def test_the_segments_are_walked_with_arrows_and_taken_with_enter(desk: Desk, qtbot: QtBot) -> None:
    current = named(desk.panel, "Status: Scheduled")
    current.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(current, Qt.Key.Key_Right)
    published = named(desk.panel, "Published")
    assert published.hasFocus()
    with qtbot.waitSignal(desk.panel.status_requested) as asked:
        QTest.keyClick(published, Qt.Key.Key_Return)
    assert asked.args == [(1, 2), Status.PUBLISHED]


def test_held_lies_in_the_menu_and_goes_on_from_there(open_panel: Callable[[Post], Desk], qtbot: QtBot) -> None:
    desk = open_panel(ADVENT_POST)
    click(named(desk.panel, "More statuses"))
    with qtbot.waitSignal(desk.panel.status_requested) as asked:
        choose("Hold")
    assert asked.args == [(1, 2), Status.HELD]
    held = tuple(
        replace(each, status=Status.HELD, held_from=each.status) if each.starts_at else each
        for each in ADVENT_POST.variants
    )
    desk.show(replace(ADVENT_POST, variants=held))
    assert named(desk.panel, "Status: Held")
    click(named(desk.panel, "More statuses"))
    with qtbot.waitSignal(desk.panel.resume_requested) as resumed:
        choose("Continue")
    assert resumed.args == [(1, 2)]


def test_the_mark_of_a_row_asks_for_that_version_alone(desk: Desk, qtbot: QtBot) -> None:
    click(named(desk.panel, "Facebook: Scheduled"))
    with qtbot.waitSignal(desk.panel.status_requested) as asked:
        choose("Skip")
    assert asked.args == [(2,), Status.SKIPPED]


def test_a_version_that_is_late_says_so(open_panel: Callable[[Post], Desk]) -> None:
    late = replace(ADVENT_POST.variants[0], starts_at=datetime(2026, 11, 25, 11, 0))
    desk = open_panel(replace(ADVENT_POST, variants=(late, *ADVENT_POST.variants[1:])))
    assert named(desk.panel, "Instagram: Overdue")


def test_a_new_platform_takes_the_moment_of_the_earliest_version(desk: Desk) -> None:
    click(button(desk.panel, "Platform"))
    choose("X")
    new = desk.post.variants[-1]
    assert (new.platform_id, new.starts_at, new.status) == (X, SUNDAY, Status.DRAFT)
    assert new.id < 1
    captions = [getattr(each, "caption", "") for each in desk.panel.findChildren(QWidget) if each.isVisible()]
    assert "Platform" not in captions


def test_a_new_platform_of_an_idea_is_an_idea(open_panel: Callable[[Post], Desk]) -> None:
    desk = open_panel(TEA_POST)
    click(button(desk.panel, "Platform"))
    choose("Facebook")
    assert [(each.platform_id, each.starts_at, each.status) for each in desk.post.variants] == [
        (INSTAGRAM, None, Status.IDEA),
        (FACEBOOK, None, Status.IDEA),
    ]


def test_a_version_is_removed_by_its_menu_and_the_last_one_stays(desk: Desk) -> None:
    click(named(desk.panel, "LinkedIn: Draft"))
    choose("Remove version")
    assert [variant.platform_id for variant in desk.post.variants] == [INSTAGRAM, FACEBOOK]
    click(named(desk.panel, "Facebook: Scheduled"))
    choose("Remove version")
    click(named(desk.panel, "Instagram: Scheduled"))
    menu = open_menu()
    assert "Remove version" not in [action.text() for action in menu.actions()]
    menu.close()


def test_the_effort_says_what_is_covered_and_by_which_block(desk: Desk) -> None:
    words = texts(desk.panel)
    assert {"0:20 unscheduled", "0:10 unscheduled", "1:00 in the block Thu 26 Nov 14:30", "Mon 30 Nov 10:00"} <= words


def test_minutes_are_written_and_the_uncovered_sum_follows(desk: Desk) -> None:
    retype(named(desk.panel, "Planning, hours and minutes"), "0:50")
    assert desk.post.effort == ByActivity(50, 70, 15, 0)
    assert named(desk.panel, "1:00 not yet scheduled")


def choose_format(desk: Desk, down: int) -> None:
    field = named(desk.panel, "Format")
    field.setFocus()
    for _ in range(abs(down)):
        QTest.keyClick(field, Qt.Key.Key_Down if down > 0 else Qt.Key.Key_Up)


def test_another_format_brings_its_template(desk: Desk) -> None:
    choose_format(desk, 1)
    assert (desk.post.format_key, desk.post.effort) == ("reel", ByActivity(30, 90, 15, 5))


def test_minutes_set_by_hand_outlive_another_format_and_the_template_is_offered(desk: Desk) -> None:
    retype(named(desk.panel, "Planning, hours and minutes"), "0:50")
    choose_format(desk, 1)
    assert (desk.post.format_key, desk.post.effort) == ("reel", ByActivity(50, 70, 15, 0))
    click(button(desk.panel, "Use the template, 2:20 h"))
    assert desk.post.effort == ByActivity(30, 90, 15, 5)


def grip(desk: Desk, activity: str) -> Grip:
    found = named(desk.panel, f"Schedule time: {activity}")
    assert isinstance(found, Grip)
    return found


def test_a_grip_is_dragged_out_after_a_few_pixels(desk: Desk, qtbot: QtBot) -> None:
    held = grip(desk, "Creation")
    scroll_area(desk.panel).ensureWidgetVisible(held)
    QTest.mousePress(held, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    with qtbot.assertNotEmitted(desk.panel.effort_drag_started):
        QTest.mouseMove(held, QPoint(10, 9))
    with qtbot.waitSignal(desk.panel.effort_drag_started) as started:
        QTest.mouseMove(held, QPoint(-4, 8))
    assert started.args == [Activity.CREATION, held.mapToGlobal(QPoint(8, 8))]
    QTest.mouseRelease(held, Qt.MouseButton.LeftButton)


def test_enter_on_a_grip_asks_for_the_next_free_slot(desk: Desk, qtbot: QtBot) -> None:
    held = grip(desk, "Creation")
    held.setFocus()
    with qtbot.waitSignal(desk.panel.schedule_effort) as asked:
        QTest.keyClick(held, Qt.Key.Key_Return)
    assert asked.args == [Activity.CREATION]


def test_covered_activities_have_no_grip(desk: Desk) -> None:
    assert not grip(desk, "Interaction").isEnabled()


def test_the_button_below_takes_the_first_uncovered_activity(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.panel.schedule_effort) as asked:
        click(button(desk.panel, "Schedule time"))
    assert asked.args == [Activity.PLANNING]


def test_an_idea_offers_no_time_to_schedule(open_panel: Callable[[Post], Desk]) -> None:
    desk = open_panel(TEA_POST)
    assert not button(desk.panel, "Schedule time").isEnabled()
    assert not grip(desk, "Creation").isEnabled()


def test_person_and_campaign_are_chosen_and_taken_away(desk: Desk) -> None:
    owner = named(desk.panel, "Owner")
    owner.setFocus()
    QTest.keyClick(owner, Qt.Key.Key_Up)
    assert desk.post.owner_id == 1
    campaign = named(desk.panel, "Campaign")
    campaign.setFocus()
    QTest.keyClick(campaign, Qt.Key.Key_Up)
    assert desk.post.campaign_id is None


def test_the_text_is_copied_with_what_was_just_typed(desk: Desk, qtbot: QtBot) -> None:
    text = desk.panel.text.editor
    text.selectAll()
    QTest.keyClicks(text, "Neu")
    with qtbot.waitSignal(desk.panel.copied) as copied:
        click(button(desk.panel, "Copy text"))
    assert copied.args == ["Neu"]


def test_escape_closes_and_delete_asks(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.panel.delete_requested):
        click(button(desk.panel, "Delete"))
    desk.panel.title.editor.setFocus()
    with qtbot.waitSignal(desk.panel.closed):
        QTest.keyClick(desk.panel.title.editor, Qt.Key.Key_Escape)


def test_every_field_is_named_and_reached_by_tab_in_order(desk: Desk) -> None:
    assert all(field._editor.accessibleName() for field in desk.panel.findChildren(Field))
    desk.panel.title.editor.setFocus()
    seen = []
    for _ in range(40):
        focused = QApplication.focusWidget()
        assert focused is not None
        seen.append(focused.accessibleName() or getattr(focused, "caption", ""))
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    order = ["Title", "Status: Scheduled", "Instagram, date", "Facebook, time", "Text", "Format", "Owner", "Delete"]
    assert sorted(order, key=seen.index) == order
    assert all(seen)


@pytest.mark.parametrize("scale", [100, 150, 200])
def test_nothing_is_wider_than_the_panel_at_any_text_size(qtbot: QtBot, qapp: QApplication, scale: int) -> None:
    theme.apply(qapp, theme.Mode.LIGHT, scale)
    try:
        panel = PostPanel()
        qtbot.addWidget(panel)
        everything = board()
        panel.show_post(ADVENT_POST, everything, covering(everything), NOW)
        panel.resize(panel.minimumWidth(), 900)
        panel.show()
        area = scroll_area(panel)
        content = area.widget()
        assert content is not None
        assert content.width() == area.viewport().width()
    finally:
        theme.apply(qapp, theme.Mode.LIGHT, 100)


def test_saving_is_said_only_when_it_lasts(desk: Desk, qtbot: QtBot) -> None:
    def says(word: str) -> bool:
        return word in texts(desk.panel)

    click(desk.panel.text.editor.viewport())
    QTest.keyClicks(desk.panel.text.editor, "x")
    assert says("Saved")
    qtbot.waitUntil(partial(says, "Saving …"))
    qtbot.waitUntil(partial(says, "Saved"), timeout=3000)
