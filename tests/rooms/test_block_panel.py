"""The side panel of a work block, used as a person uses it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from db.records import Activity, BlockLink, Board, Share, WorkBlock
from desktop.calendar.block_panel import BlockPanel
from desktop.calendar.link_picker import LinkPicker
from desktop.calendar.linked_posts import LinkedPost
from desktop.calendar.repeat_popover import RepeatPopover
from desktop.planning.covering import covering
from desktop.planning.recurrence import occurrence_at
from desktop.planning.series import BlockEdit
from desktop.ui import theme
from desktop.ui.field_frame import Field
from tests.rooms.panel_hands import button, click, named, retype, scroll_area, texts
from tests.rooms.panel_plan import (
    ADVENT,
    CREATION_BLOCK,
    FACEBOOK,
    INSTAGRAM,
    LINKEDIN,
    NOW,
    STOLLEN,
    TEA,
    WEEKLY_BLOCK,
    board,
)

ZONE = ZoneInfo("Europe/Berlin")
FREE_BLOCK = replace(CREATION_BLOCK, links=())
WEEKLY_PLACE = datetime(2026, 11, 23, 9, 30)


def show(panel: BlockPanel, block: WorkBlock, plan: Board | None = None) -> None:
    """Show a block's own occurrence, or that of the week for the series."""
    plan = plan or board(blocks=(block,))
    occurrence = occurrence_at(block, WEEKLY_PLACE if block.rrule else block.starts_at, ZONE)
    assert occurrence is not None
    panel.show_block(block, occurrence, plan, covering(plan), NOW)


@pytest.fixture
def open_panel(qtbot: QtBot, qapp: QApplication) -> Iterator[Callable[[WorkBlock], BlockPanel]]:
    theme.apply(qapp, theme.Mode.LIGHT)
    windows = []  # qtbot holds them only weakly

    def opened(block: WorkBlock) -> BlockPanel:
        window = QWidget()
        window.resize(1000, 900)
        qtbot.addWidget(window)
        windows.append(window)
        panel = BlockPanel(window)
        panel.setGeometry(600, 0, 400, 900)
        show(panel, block)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return panel

    yield opened
    windows.clear()


def edits_of(panel: BlockPanel) -> list[BlockEdit]:
    """What the panel asks for from now on."""
    asked: list[BlockEdit] = []
    panel.edited.connect(lambda edit, _visit: asked.append(edit))
    return asked


def test_another_activity_is_asked_for_at_once_and_the_same_one_never(
    open_panel: Callable[[WorkBlock], BlockPanel],
) -> None:
    panel = open_panel(FREE_BLOCK)
    asked = edits_of(panel)
    click(button(panel, "Creation"))
    click(button(panel, "Planning"))
    assert asked == [BlockEdit(activity=Activity.PLANNING)]
    assert panel.activities[Activity.PLANNING].isChecked()
    assert not panel.activities[Activity.CREATION].isChecked()


def test_platforms_are_switched_and_the_last_one_stays(open_panel: Callable[[WorkBlock], BlockPanel]) -> None:
    panel = open_panel(FREE_BLOCK)
    asked = edits_of(panel)
    click(button(panel, "LinkedIn"))
    click(button(panel, "LinkedIn"))
    click(button(panel, "Instagram"))
    assert asked[0] == BlockEdit(platforms=(Share(INSTAGRAM), Share(LINKEDIN)))
    assert asked[-1] == BlockEdit(platforms=(Share(INSTAGRAM),))
    assert panel.platforms.button(INSTAGRAM).isChecked()


def test_removing_a_platform_keeps_the_weights_of_the_others(open_panel: Callable[[WorkBlock], BlockPanel]) -> None:
    shares = (Share(INSTAGRAM, 2), Share(FACEBOOK, 1), Share(LINKEDIN, 1))
    panel = open_panel(replace(FREE_BLOCK, platforms=shares))
    assert "Instagram 0:30, Facebook 0:15, LinkedIn 0:15" in texts(panel)
    asked = edits_of(panel)
    click(button(panel, "LinkedIn"))
    assert asked == [BlockEdit(platforms=(Share(INSTAGRAM, 2), Share(FACEBOOK, 1)))]


def test_platforms_of_a_linked_block_come_from_its_post(open_panel: Callable[[WorkBlock], BlockPanel]) -> None:
    panel = open_panel(CREATION_BLOCK)
    asked = edits_of(panel)
    assert panel.platforms.button(FACEBOOK).isChecked()
    assert {"Comes from the linked post. Without it: Instagram.", "0:30 h each"} <= texts(panel)
    chip, window = button(panel, "LinkedIn"), panel.window()
    assert chip.focusPolicy() is Qt.FocusPolicy.NoFocus
    place = chip.mapTo(window, chip.rect().center())
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=place)
    assert not asked


def test_a_new_start_takes_the_end_along(open_panel: Callable[[WorkBlock], BlockPanel]) -> None:
    panel = open_panel(FREE_BLOCK)
    asked = edits_of(panel)
    retype(named(panel, "From"), "16")
    assert asked == [BlockEdit(starts_at=datetime(2026, 11, 26, 16, 0), ends_at=datetime(2026, 11, 26, 17, 0))]


def test_a_new_date_keeps_the_times(open_panel: Callable[[WorkBlock], BlockPanel]) -> None:
    panel = open_panel(FREE_BLOCK)
    asked = edits_of(panel)
    retype(named(panel, "Date"), "27.11.")
    assert asked == [BlockEdit(starts_at=datetime(2026, 11, 27, 14, 30), ends_at=datetime(2026, 11, 27, 15, 30))]


@pytest.mark.parametrize("midnight", ["24:00", "0:00"])
def test_a_block_may_end_at_midnight(open_panel: Callable[[WorkBlock], BlockPanel], midnight: str) -> None:
    panel = open_panel(FREE_BLOCK)
    asked = edits_of(panel)
    retype(named(panel, "To"), midnight)
    assert asked == [BlockEdit(starts_at=datetime(2026, 11, 26, 14, 30), ends_at=datetime(2026, 11, 27, 0, 0))]


def test_an_end_too_early_is_refused_in_words(open_panel: Callable[[WorkBlock], BlockPanel]) -> None:
    panel = open_panel(FREE_BLOCK)
    asked = edits_of(panel)
    retype(named(panel, "To"), "14:40")
    refused = panel.time.ends.problem
    assert refused == "At 14:45 or later, up to 24:00"
    assert not asked
    retype(named(panel, "To"), "14:45")
    assert not panel.time.ends.problem
    assert asked == [BlockEdit(starts_at=datetime(2026, 11, 26, 14, 30), ends_at=datetime(2026, 11, 26, 14, 45))]


def test_the_length_is_the_real_one_on_a_day_of_clock_change(open_panel: Callable[[WorkBlock], BlockPanel]) -> None:
    night = replace(FREE_BLOCK, starts_at=datetime(2026, 10, 25, 1, 0), ends_at=datetime(2026, 10, 25, 4, 0))
    assert "4:00 h" in texts(open_panel(night))


def test_a_title_of_a_single_block_is_written_after_a_pause(
    open_panel: Callable[[WorkBlock], BlockPanel], qtbot: QtBot
) -> None:
    panel = open_panel(FREE_BLOCK)
    asked = edits_of(panel)
    panel.title.editor.setFocus()
    QTest.keyClicks(panel.title.editor, "Kranz")
    qtbot.waitUntil(lambda: asked == [BlockEdit(title="Kranz")], timeout=3000)
    assert panel.title.editor.hasFocus()


def test_a_title_of_a_series_is_written_only_on_leaving(
    open_panel: Callable[[WorkBlock], BlockPanel], qtbot: QtBot
) -> None:
    panel = open_panel(WEEKLY_BLOCK)
    asked = edits_of(panel)
    panel.title.editor.setFocus()
    QTest.keyClick(panel.title.editor, Qt.Key.Key_End)
    with qtbot.assertNotEmitted(panel.edited, wait=1200):
        QTest.keyClicks(panel.title.editor, "!")
    QTest.keyClick(panel.title.editor, Qt.Key.Key_Tab)
    assert asked == [BlockEdit(title="Redaktion!")]


def test_a_question_answered_with_no_puts_the_fields_back(open_panel: Callable[[WorkBlock], BlockPanel]) -> None:
    panel = open_panel(WEEKLY_BLOCK)
    retype(named(panel, "Title"), "Anders")
    click(button(panel, "Monitoring"))
    show(panel, WEEKLY_BLOCK)
    assert panel.title.value == "Redaktion"
    assert panel.activities[Activity.PLANNING].isChecked()
    assert not panel.activities[Activity.MONITORING].isChecked()


def test_linked_posts_say_what_they_need_and_what_does_not_fit(open_panel: Callable[[WorkBlock], BlockPanel]) -> None:
    panel = open_panel(CREATION_BLOCK)
    assert {"needs 1:10 h, 1:00 h covered", "1:00 h used", "0:10 h do not fit in"} <= texts(panel)


def test_a_linked_idea_says_that_it_takes_nothing_yet(open_panel: Callable[[WorkBlock], BlockPanel]) -> None:
    panel = open_panel(replace(CREATION_BLOCK, links=(BlockLink(CREATION_BLOCK.starts_at, TEA),)))
    assert {"takes time once it has a date", "0:00 h used"} <= texts(panel)


def test_a_post_is_unlinked(open_panel: Callable[[WorkBlock], BlockPanel], qtbot: QtBot) -> None:
    panel = open_panel(CREATION_BLOCK)
    with qtbot.waitSignal(panel.links_changed) as changed:
        click(named(panel, "Unlink: 1. Advent: die erste Kerze brennt"))
    assert changed.args == [()]


def test_the_list_is_made_anew_in_the_middle_of_the_click_that_unlinks(
    open_panel: Callable[[WorkBlock], BlockPanel],
) -> None:
    panel = open_panel(CREATION_BLOCK)
    panel.links_changed.connect(lambda _ids: show(panel, FREE_BLOCK))
    click(named(panel, "Unlink: 1. Advent: die erste Kerze brennt"))
    QApplication.processEvents()
    assert "Link a post and this time counts for it." in texts(panel)
    assert not [row for row in panel.findChildren(LinkedPost) if row.isVisible()]


def picker_of(panel: BlockPanel) -> LinkPicker:
    """Open the list of posts."""
    click(button(panel, "Link"))
    picker = panel.window().findChild(LinkPicker)
    assert isinstance(picker, LinkPicker)
    return picker


def test_a_post_is_searched_and_linked_by_keys(open_panel: Callable[[WorkBlock], BlockPanel], qtbot: QtBot) -> None:
    panel = open_panel(CREATION_BLOCK)
    picker = picker_of(panel)
    search = named(picker, "Search posts")
    assert search.hasFocus()
    QTest.keyClicks(search, "lebkuchen")
    with qtbot.waitSignal(panel.links_changed) as changed:
        QTest.keyClick(search, Qt.Key.Key_Return)
    assert changed.args == [(ADVENT, STOLLEN)]
    assert not picker.is_open


def test_the_nearest_posts_come_first_and_ideas_last(
    open_panel: Callable[[WorkBlock], BlockPanel], qtbot: QtBot
) -> None:
    panel = open_panel(FREE_BLOCK)
    picker = picker_of(panel)
    assert [each.post_id for each in picker.list.found] == [STOLLEN, ADVENT, TEA]
    search = named(picker, "Search posts")
    QTest.keyClick(search, Qt.Key.Key_Down)
    with qtbot.waitSignal(panel.links_changed) as changed:
        QTest.keyClick(search, Qt.Key.Key_Return)
    assert changed.args == [(ADVENT,)]


def test_a_search_without_a_hit_says_so_and_escape_closes(open_panel: Callable[[WorkBlock], BlockPanel]) -> None:
    panel = open_panel(FREE_BLOCK)
    picker = picker_of(panel)
    search = named(picker, "Search posts")
    QTest.keyClicks(search, "nichts dergleichen")
    assert "No post of these weeks has these words in its title" in texts(picker)
    QTest.keyClick(search, Qt.Key.Key_Escape)
    if picker.is_open:
        QTest.keyClick(search, Qt.Key.Key_Escape)
    assert not picker.is_open


def test_the_tick_says_what_it_enters(open_panel: Callable[[WorkBlock], BlockPanel], qtbot: QtBot) -> None:
    panel = open_panel(CREATION_BLOCK)
    shown = texts(panel)
    assert {"enters another 0:40 h", "0:20 of 1:00 h", "With the tick: Instagram 0:10, Facebook 0:30"} <= shown
    assert "Wed 25 Nov, 10:05–10:25" in shown
    with qtbot.waitSignal(panel.ticked) as ticked:
        click(named(panel, "Done"))
    assert ticked.args == [True]


def test_a_ticked_block_says_what_was_entered(open_panel: Callable[[WorkBlock], BlockPanel], qtbot: QtBot) -> None:
    panel = open_panel(replace(CREATION_BLOCK, done=frozenset({CREATION_BLOCK.starts_at})))
    assert "0:20 h entered" in texts(panel)
    with qtbot.waitSignal(panel.ticked) as ticked:
        QTest.keyClick(named(panel, "Done"), Qt.Key.Key_Return)
    assert ticked.args == [False]


def test_without_entries_the_tick_enters_everything(open_panel: Callable[[WorkBlock], BlockPanel]) -> None:
    panel = open_panel(WEEKLY_BLOCK)
    assert "enters 1:00 h" in texts(panel)
    assert "Time entries" not in texts(panel)


def test_a_series_shows_its_rule_and_stops_by_never(
    open_panel: Callable[[WorkBlock], BlockPanel], qtbot: QtBot
) -> None:
    panel = open_panel(WEEKLY_BLOCK)
    assert any("Every week <b>Mon, 9:30–10:30</b>, without end." in text for text in texts(panel))
    with qtbot.waitSignal(panel.rule_changed) as changed:
        click(panel.repeat.segment("never"))
    assert changed.args == [None]


def test_a_rule_of_another_program_is_named_as_such(open_panel: Callable[[WorkBlock], BlockPanel]) -> None:
    panel = open_panel(replace(WEEKLY_BLOCK, rrule="FREQ=WEEKLY;BYDAY=MO;BYHOUR=9"))
    assert "A rule of another program; choosing one here replaces it." in texts(panel)


def test_every_week_asks_in_a_popover_and_escape_leaves_all_as_it_was(
    open_panel: Callable[[WorkBlock], BlockPanel], qtbot: QtBot
) -> None:
    panel = open_panel(FREE_BLOCK)
    with qtbot.assertNotEmitted(panel.rule_changed):
        click(panel.repeat.segment("weekly"))
        popover = panel.window().findChild(RepeatPopover)
        assert isinstance(popover, RepeatPopover)
        assert popover.form.kind.segment("weekly").hasFocus()
        QTest.keyClick(popover.form.kind.segment("weekly"), Qt.Key.Key_Escape)
    assert panel.repeat.value == "never"
    click(panel.repeat.segment("weekly"))
    popover = next(each for each in panel.window().findChildren(RepeatPopover) if each.is_open)
    with qtbot.waitSignal(panel.rule_changed) as changed:
        click(popover.primary)
    assert changed.args == ["FREQ=WEEKLY;BYDAY=TH"]


def test_person_note_and_buttons_ask(open_panel: Callable[[WorkBlock], BlockPanel], qtbot: QtBot) -> None:
    panel = open_panel(FREE_BLOCK)
    asked = edits_of(panel)
    owner = named(panel, "Owner")
    owner.setFocus()
    QTest.keyClick(owner, Qt.Key.Key_Home)
    retype(named(panel, "Note"), "Kerzen besorgen")
    assert asked == [BlockEdit(member_id=None), BlockEdit(note="Kerzen besorgen")]
    with qtbot.waitSignal(panel.duplicate_requested):
        click(button(panel, "Duplicate"))
    with qtbot.waitSignal(panel.delete_requested):
        click(button(panel, "Delete"))
    panel.note.editor.setFocus()
    with qtbot.waitSignal(panel.closed):
        QTest.keyClick(panel.note.editor, Qt.Key.Key_Escape)


def test_every_field_is_named_and_reached_by_tab_in_order(open_panel: Callable[[WorkBlock], BlockPanel]) -> None:
    panel = open_panel(FREE_BLOCK)
    assert all(field._editor.accessibleName() for field in panel.findChildren(Field))
    panel.title.editor.setFocus()
    seen = []
    for _ in range(26):
        focused = QApplication.focusWidget()
        assert focused is not None
        seen.append(focused.accessibleName() or getattr(focused, "caption", ""))
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    order = ["Title", "Planning", "Instagram", "Date", "From", "To", "Never", "Link", "Owner", "Note", "Done", "Delete"]
    assert sorted(order, key=seen.index) == order
    assert all(seen)


@pytest.mark.parametrize("scale", [100, 150, 200])
def test_nothing_is_wider_than_the_panel_at_any_text_size(qtbot: QtBot, qapp: QApplication, scale: int) -> None:
    theme.apply(qapp, theme.Mode.LIGHT, scale)
    try:
        panel = BlockPanel()
        qtbot.addWidget(panel)
        show(panel, CREATION_BLOCK, board())
        panel.resize(panel.minimumWidth(), 900)
        panel.show()
        area = scroll_area(panel)
        content = area.widget()
        assert content is not None
        assert content.width() == area.viewport().width()
    finally:
        theme.apply(qapp, theme.Mode.LIGHT, 100)
