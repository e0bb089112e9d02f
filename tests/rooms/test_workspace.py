"""Undo and redo when the plan is in somebody else's hands."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from db import items
from db.board import load_ideas
from db.records import Changes
from db.store import Store
from desktop.workspace import Workspace
from tests.builders import NOW, a_post, a_store


@pytest.fixture
def workspace(tmp_path: Path, qapp: object) -> Iterator[Workspace]:
    """A plan with one idea, renamed twice; whoever writes is waited for a moment only."""
    a_store(tmp_path, [a_post("first")]).close()
    with closing(Store.open(tmp_path / "plan.wochenwerk", patience=0.05)) as store:
        workspace = Workspace(store, lambda: NOW)
        for title in ("second", "third"):
            rename(workspace, title)
        yield workspace


def rename(workspace: Workspace, title: str) -> None:
    (post,) = workspace.read(load_ideas)
    assert workspace.put("Rename", Changes(posts=(replace(post, title=title),))) is not None


def title(workspace: Workspace) -> str:
    return workspace.read(load_ideas)[0].title


@contextmanager
def somebody_writing(workspace: Workspace) -> Iterator[None]:
    with closing(sqlite3.connect(workspace.store.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


def test_an_undo_that_was_refused_is_the_next_one_again(workspace: Workspace, qtbot: QtBot) -> None:
    stack = workspace.undo_stack
    with somebody_writing(workspace), qtbot.waitSignal(workspace.refused):
        stack.undo()
    qtbot.waitUntil(lambda: stack.index() == 2)
    assert title(workspace) == "third"
    stack.undo()
    assert title(workspace) == "second"
    stack.undo()
    assert title(workspace) == "first"


def test_a_redo_that_was_refused_is_the_next_one_again(workspace: Workspace, qtbot: QtBot) -> None:
    stack = workspace.undo_stack
    stack.undo()
    stack.undo()
    with somebody_writing(workspace), qtbot.waitSignal(workspace.refused):
        stack.redo()
    qtbot.waitUntil(lambda: stack.index() == 0)
    stack.redo()
    assert title(workspace) == "second"
    stack.redo()
    assert title(workspace) == "third"


def test_a_refused_edit_changes_nothing_and_is_no_step(workspace: Workspace, qtbot: QtBot) -> None:
    (post,) = workspace.read(load_ideas)
    with somebody_writing(workspace), qtbot.waitSignal(workspace.refused):
        assert workspace.put("Rename", Changes(posts=(replace(post, title="never"),))) is None
    assert (title(workspace), workspace.undo_stack.count()) == ("third", 2)


def test_an_undo_that_no_longer_fits_takes_nothing_back(workspace: Workspace, qtbot: QtBot) -> None:
    with closing(Store.open(workspace.store.path)) as other:
        other.write(items.put, Changes(posts=(replace(workspace.read(load_ideas)[0], title="theirs"),)))
    with qtbot.waitSignal(workspace.refused):
        workspace.undo_stack.undo()
    assert (title(workspace), workspace.undo_stack.count()) == ("theirs", 1)


def test_what_others_wrote_is_noticed_once_and_empties_the_list(workspace: Workspace, qtbot: QtBot) -> None:
    workspace.notice_outside()
    assert workspace.undo_stack.count() == 2
    with closing(Store.open(workspace.store.path)) as other:
        other.write(items.put, Changes(posts=(a_post("theirs"),)))
    assert len(workspace.read(load_ideas)) == 2  # a reading in between must not hide it
    with qtbot.waitSignal(workspace.reloaded):
        workspace.notice_outside()
    assert workspace.undo_stack.count() == 0
    with qtbot.assertNotEmitted(workspace.reloaded):
        workspace.notice_outside()
