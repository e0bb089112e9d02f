"""One of our own calendar files through the window: shown first, taken in one step."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from db import sample
from db.board import load_whole
from db.feed_records import Privacy
from db.revisions import revisions
from desktop.exchange.calendar_file import calendar_bytes
from desktop.feeds.scope import Scope
from desktop.transfer.plan_dialog import PlanDialog
from tests.builders import NOW
from tests.rooms.test_transfer import Desk


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    made = Desk(tmp_path, qtbot)
    yield made
    made.idle()
    made.window.close()
    made.window.deleteLater()
    made.workspace.store.close()


@pytest.fixture
def cafe(tmp_path: Path) -> Path:
    """The sample plan as a calendar file."""
    return written(tmp_path, Scope(has_days=True))


def written(folder: Path, scope: Scope) -> Path:
    with closing(sample.create(folder / "cafe.wochenwerk", NOW, "de")) as store:
        data = calendar_bytes(store.read(load_whole), store.read(revisions), scope)
    file = folder / "cafe.ics"
    file.write_bytes(data)
    return file


def offered(desk: Desk, file: Path) -> PlanDialog:
    desk.courier.import_calendar(file)
    desk.qtbot.waitUntil(lambda: bool(desk.window.findChildren(PlanDialog)))
    (dialog,) = desk.window.findChildren(PlanDialog)
    desk.idle()
    return dialog


def test_a_calendar_of_ours_is_shown_and_then_one_undo_step(desk: Desk, cafe: Path) -> None:
    before = desk.workspace.read(load_whole)
    dialog = offered(desk, cafe)
    posts, blocks = dialog.posts.model().rowCount(), dialog.blocks.model().rowCount()
    assert (posts, blocks) > (20, 10)
    assert "Instagram" in str(dialog.posts.model().index(0, 0).data())
    assert desk.workspace.read(load_whole) == before

    dialog.take.click()
    desk.qtbot.waitUntil(lambda: desk.said.count() == 1)
    after = desk.workspace.read(load_whole)
    assert (len(after.posts), len(after.blocks)) == (posts, blocks)
    desk.workspace.undo_stack.undo()
    assert desk.workspace.read(load_whole) == before
    assert not desk.workspace.undo_stack.canUndo()


def test_the_same_calendar_again_is_known(desk: Desk, cafe: Path) -> None:
    offered(desk, cafe).take.click()
    desk.qtbot.waitUntil(lambda: desk.said.count() == 1)
    desk.idle()
    dialog = offered(desk, cafe)
    assert not hasattr(dialog, "take")
    dialog.reject()


def test_a_calendar_without_texts_is_refused_in_words(desk: Desk, tmp_path: Path) -> None:
    desk.courier.import_calendar(written(tmp_path, Scope(privacy=Privacy.TITLES)))
    desk.qtbot.waitUntil(lambda: desk.failed.count() == 1)
    assert "cafe.ics" in str(desk.failed.at(0)[0])
    desk.idle()
