"""A plan goes to another place as a whole, or stays where it is."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from db import relocation
from db.board import load_whole
from db.errors import PlanExists, StorageProblem
from db.plan import load_plan, save_plan
from db.store import Store
from tests.builders import a_plan, a_post, a_store

if TYPE_CHECKING:
    from pathlib import Path


def test_a_copy_holds_what_is_open_and_its_pictures(tmp_path: Path) -> None:
    store = a_store(tmp_path, posts=[a_post("Brot", datetime(2026, 11, 23, 12))])
    sha = store.add_picture(b"crumb")
    store.write(save_plan, a_plan(name="Neu"))
    target = tmp_path / "anders" / "Umzug.wochenwerk"
    relocation.copy_plan(store.path, target)
    copy = Store.open(target)
    assert copy.read(load_plan).name == "Neu"
    assert copy.read(load_whole) == store.read(load_whole)
    assert copy.picture(sha) == b"crumb"
    copy.close()
    store.close()
    relocation.remove_plan(store.path)
    assert sorted(file.name for file in tmp_path.iterdir()) == ["anders"]
    assert sorted(file.name for file in target.parent.iterdir()) == ["Umzug.wochenwerk", "Umzug.wochenwerk-media"]


@pytest.mark.parametrize("name", ["da.wochenwerk", "da.wochenwerk-media"])
def test_what_is_there_is_never_overwritten(tmp_path: Path, name: str) -> None:
    store = a_store(tmp_path)
    store.add_picture(b"crumb")
    (tmp_path / name).write_bytes(b"mine")
    before = sorted(tmp_path.iterdir())
    with pytest.raises(PlanExists):
        relocation.copy_plan(store.path, tmp_path / "da.wochenwerk")
    assert (tmp_path / name).read_bytes() == b"mine"
    assert sorted(tmp_path.iterdir()) == before
    store.close()


def test_a_place_that_cannot_be_written_changes_nothing(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises((StorageProblem, OSError)):
        relocation.copy_plan(store.path, tmp_path / "file" / "da.wochenwerk")
    assert store.read(load_plan).name == "Café Lindenhof"
    store.close()
