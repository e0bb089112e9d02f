"""The side panel of a post, used as a person uses it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from db.records import Post, Status
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
from tests.rooms.post_desk import PostDesk, desk_with

pytestmark = pytest.mark.qt_log_ignore("does not support setting window masks")


@pytest.fixture
def open_panel(qtbot: QtBot, qapp: QApplication) -> Iterator[Callable[[Post], PostDesk]]:
    theme.apply(qapp, theme.Mode.LIGHT)
    desks: list[PostDesk] = []  # qtbot holds windows only weakly

    def opened(post: Post) -> PostDesk:
        desks.append(desk_with(post, qtbot))
        return desks[-1]

    yield opened
    desks.clear()


@pytest.fixture
def desk(open_panel: Callable[[Post], PostDesk]) -> PostDesk:
    return open_panel(ADVENT_POST)


def test_a_title_is_written_once_on_leaving(desk: PostDesk) -> None:
    retype(named(desk.panel, "Title"), "Erste Kerze")
    assert desk.post.title == "Erste Kerze"
    assert [label for _post, label, _visit in desk.edits] == ["Change title"]


def test_a_text_is_written_after_a_pause_and_caret_and_focus_stay(desk: PostDesk, qtbot: QtBot) -> None:
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


def test_all_writes_of_one_visit_have_one_name_and_the_next_visit_another(desk: PostDesk, qtbot: QtBot) -> None:
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


def test_what_is_typed_is_written_before_another_post_is_shown(desk: PostDesk) -> None:
    field = named(desk.panel, "Note")
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_End)
    QTest.keyClicks(field, "!")
    desk.show(TEA_POST)
    assert [(post.id, post.note) for post, _label, _visit in desk.edits] == [(ADVENT, ADVENT_POST.note + "!")]
    assert desk.panel.note.value == ""


def test_what_is_typed_is_written_before_the_panel_goes(desk: PostDesk) -> None:
    field = named(desk.panel, "Title")
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_End)
    QTest.keyClicks(field, "!")
    desk.panel.hide()
    assert desk.post.title.endswith("!")


def test_showing_the_same_post_again_keeps_what_is_being_typed(desk: PostDesk) -> None:
    text = desk.panel.text.editor
    click(text.viewport())
    QTest.keyClicks(text, "x")
    desk.show(replace(desk.post, owner_id=1))
    assert "x" in text.toPlainText()
    assert text.hasFocus()


def test_showing_a_post_after_undo_shows_its_text(desk: PostDesk) -> None:
    retype(named(desk.panel, "Title"), "Erste Kerze")
    desk.show(ADVENT_POST)
    assert desk.panel.title.value == ADVENT_POST.title


def test_text_with_other_line_ends_is_not_rewritten_by_itself(open_panel: Callable[[Post], PostDesk]) -> None:
    desk = open_panel(replace(ADVENT_POST, body="eins\r\nzwei"))
    desk.panel.flush()
    assert not desk.edits


def test_the_counters_follow_every_key(desk: PostDesk) -> None:
    text = desk.panel.text.editor
    text.selectAll()
    QTest.keyClicks(text, "abc")
    names = [counter.accessibleName() for counter in desk.panel.findChildren(Counter)]
    assert names == ["Instagram: 3 / 2.200", "Facebook: 3 / 63.206", "LinkedIn: 3 / 3.000"]


@pytest.mark.parametrize(("length", "words"), [(251, "251 / 280"), (252, "28 left"), (280, "0 left"), (292, "−12")])
def test_a_counter_says_what_is_left_when_it_gets_tight(
    open_panel: Callable[[Post], PostDesk], length: int, words: str
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


def test_a_date_moves_one_version_only(desk: PostDesk) -> None:
    retype(named(desk.panel, "Facebook, date"), "30.11.")
    assert [variant.starts_at for variant in desk.post.variants] == [SUNDAY, datetime(2026, 11, 30, 9, 0), None]


def test_with_alt_the_versions_at_the_same_moment_go_along(desk: PostDesk) -> None:
    field = named(desk.panel, "Facebook, time")
    click(field)
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field, "10:30")
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    later = datetime(2026, 11, 29, 10, 30)
    assert [variant.starts_at for variant in desk.post.variants] == [later, later, None]


def test_a_date_alone_takes_the_time_of_the_earliest_version(desk: PostDesk) -> None:
    retype(named(desk.panel, "LinkedIn, date"), "1.12.")
    assert desk.post.variants[2].starts_at == datetime(2026, 12, 1, 9, 0)


def test_an_emptied_date_leaves_the_version_without_a_moment(desk: PostDesk) -> None:
    retype(named(desk.panel, "Facebook, date"), "")
    assert desk.post.variants[1].starts_at is None
    assert not named(desk.panel, "Facebook, time").isEnabled()


def test_a_date_that_is_none_is_refused_in_words(desk: PostDesk) -> None:
    retype(named(desk.panel, "Instagram, date"), "irgendwann")
    assert not desk.edits
    assert desk.panel.versions.row(1).day.problem


def test_the_date_of_something_published_is_corrected_and_never_emptied(
    open_panel: Callable[[Post], PostDesk], qtbot: QtBot
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


def test_a_segment_asks_for_the_status_of_the_dated_versions(desk: PostDesk, qtbot: QtBot) -> None:
    assert named(desk.panel, "Status: Scheduled")
    with qtbot.waitSignal(desk.panel.status_requested) as asked:
        click(named(desk.panel, "Review"))
    assert asked.args == [(1, 2), Status.REVIEW]


def test_the_segments_are_walked_with_arrows_and_taken_with_enter(desk: PostDesk, qtbot: QtBot) -> None:
    current = named(desk.panel, "Status: Scheduled")
    current.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(current, Qt.Key.Key_Right)
    published = named(desk.panel, "Published")
    assert published.hasFocus()
    with qtbot.waitSignal(desk.panel.status_requested) as asked:
        QTest.keyClick(published, Qt.Key.Key_Return)
    assert asked.args == [(1, 2), Status.PUBLISHED]


def test_held_lies_in_the_menu_and_goes_on_from_there(open_panel: Callable[[Post], PostDesk], qtbot: QtBot) -> None:
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


def test_the_mark_of_a_row_asks_for_that_version_alone(desk: PostDesk, qtbot: QtBot) -> None:
    click(named(desk.panel, "Facebook: Scheduled"))
    with qtbot.waitSignal(desk.panel.status_requested) as asked:
        choose("Skip")
    assert asked.args == [(2,), Status.SKIPPED]


def test_a_version_that_is_late_says_so(open_panel: Callable[[Post], PostDesk]) -> None:
    late = replace(ADVENT_POST.variants[0], starts_at=datetime(2026, 11, 25, 11, 0))
    desk = open_panel(replace(ADVENT_POST, variants=(late, *ADVENT_POST.variants[1:])))
    assert named(desk.panel, "Instagram: Overdue")


def test_a_new_platform_takes_the_moment_of_the_earliest_version(desk: PostDesk) -> None:
    click(button(desk.panel, "Platform"))
    choose("X")
    new = desk.post.variants[-1]
    assert (new.platform_id, new.starts_at, new.status) == (X, SUNDAY, Status.DRAFT)
    assert new.id < 1
    captions = [getattr(each, "caption", "") for each in desk.panel.findChildren(QWidget) if each.isVisible()]
    assert "Platform" not in captions


def test_a_new_platform_of_an_idea_is_an_idea(open_panel: Callable[[Post], PostDesk]) -> None:
    desk = open_panel(TEA_POST)
    click(button(desk.panel, "Platform"))
    choose("Facebook")
    assert [(each.platform_id, each.starts_at, each.status) for each in desk.post.variants] == [
        (INSTAGRAM, None, Status.IDEA),
        (FACEBOOK, None, Status.IDEA),
    ]


def test_a_version_is_removed_by_its_menu_and_the_last_one_stays(desk: PostDesk) -> None:
    click(named(desk.panel, "LinkedIn: Draft"))
    choose("Remove version")
    assert [variant.platform_id for variant in desk.post.variants] == [INSTAGRAM, FACEBOOK]
    click(named(desk.panel, "Facebook: Scheduled"))
    choose("Remove version")
    click(named(desk.panel, "Instagram: Scheduled"))
    menu = open_menu()
    assert "Remove version" not in [action.text() for action in menu.actions()]
    menu.close()


def test_escape_closes_and_delete_asks(desk: PostDesk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.panel.delete_requested):
        click(button(desk.panel, "Delete"))
    desk.panel.title.editor.setFocus()
    with qtbot.waitSignal(desk.panel.closed):
        QTest.keyClick(desk.panel.title.editor, Qt.Key.Key_Escape)


def test_every_field_is_named_and_reached_by_tab_in_order(desk: PostDesk) -> None:
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


def test_saving_is_said_only_when_it_lasts(desk: PostDesk, qtbot: QtBot) -> None:
    def says(word: str) -> bool:
        return word in texts(desk.panel)

    click(desk.panel.text.editor.viewport())
    QTest.keyClicks(desk.panel.text.editor, "x")
    assert says("Saved")
    qtbot.waitUntil(partial(says, "Saving …"))
    qtbot.waitUntil(partial(says, "Saved"), timeout=3000)
