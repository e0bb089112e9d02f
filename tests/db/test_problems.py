"""Every way in which the world can be in the way of a plan file; nothing is ever lost by it."""

from __future__ import annotations

import errno
import os
import sqlite3
import sys
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from db import items
from db.board import load_ideas
from db.errors import (
    DiskFull,
    NotAPlan,
    PlanBusy,
    PlanDamaged,
    PlanExists,
    PlanMissing,
    PlanReadOnly,
    PlanTooNew,
    StorageProblem,
)
from db.problems import disk_problems
from db.records import Changes
from db.store import Store
from tests.builders import a_post, a_store, stored_board
from tests.db.dump import dump
from tests.db.processes import as_nobody, closed_plan, output

MONDAY = datetime(2026, 11, 23, 10)


@pytest.mark.parametrize("content", [b"", b"hello", b"\x00" * 100_000, b"PK\x03\x04" + b"x" * 200])
def test_another_kind_of_file_is_not_a_plan(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "plan.wochenwerk"
    path.write_bytes(content)

    with pytest.raises(NotAPlan) as caught:
        Store.open(path)

    assert caught.value.path == path
    assert path.read_bytes() == content


def test_another_programs_database_is_not_a_plan(tmp_path: Path) -> None:
    path = tmp_path / "plan.wochenwerk"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE plan (id INTEGER)")
    before = path.read_bytes()

    with pytest.raises(NotAPlan):
        Store.open(path)

    assert path.read_bytes() == before


def test_a_folder_is_not_a_plan(tmp_path: Path) -> None:
    with pytest.raises(NotAPlan):
        Store.open(tmp_path)


def test_a_missing_plan_is_not_made_by_opening_it(tmp_path: Path) -> None:
    path = tmp_path / "plan.wochenwerk"

    with pytest.raises(PlanMissing):
        Store.open(path)

    assert not path.exists()


def test_a_truncated_plan_is_damaged(tmp_path: Path) -> None:
    path = closed_plan(tmp_path)
    os.truncate(path, path.stat().st_size // 2)

    with pytest.raises(PlanDamaged), closing(Store.open(path)) as store:
        store.read(dump)


def test_garbage_behind_the_header_is_damage(tmp_path: Path) -> None:
    path = closed_plan(tmp_path)
    with path.open("r+b") as file:
        file.seek(100)
        file.write(b"\xff" * 3000)

    with pytest.raises(PlanDamaged):
        Store.open(path)


def test_garbage_in_a_table_is_damage_when_it_is_met(tmp_path: Path) -> None:
    path = closed_plan(tmp_path)
    with closing(sqlite3.connect(path)) as plan:
        (page,) = plan.execute("SELECT rootpage FROM sqlite_master WHERE name = 'variant'").fetchone()
    with path.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\xff" * 4096)

    with closing(Store.open(path)) as store, pytest.raises(PlanDamaged):
        store.read(dump)


def test_a_plan_of_a_newer_version_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = closed_plan(tmp_path)
    with closing(sqlite3.connect(path)) as plan:
        plan.execute("UPDATE alembic_version SET version_num = '9999'")
        plan.commit()
    before = path.read_bytes()

    with pytest.raises(PlanTooNew):
        Store.open(path)

    assert path.read_bytes() == before


def test_a_plan_that_may_not_be_written_is_read_only(tmp_path: Path) -> None:
    path = closed_plan(tmp_path)
    path.chmod(0o444)

    assert as_nobody(path) == "PlanReadOnly"


def test_a_plan_in_a_folder_that_may_not_be_written_is_read_only(tmp_path: Path) -> None:
    path = closed_plan(tmp_path)
    path.chmod(0o666)
    path.parent.chmod(0o555)
    try:
        assert as_nobody(path) == "PlanReadOnly"
    finally:
        path.parent.chmod(0o755)


def test_writing_waits_for_another_writer_and_then_gives_up(tmp_path: Path) -> None:
    path = closed_plan(tmp_path)
    with (
        closing(Store.open(path, patience=0.05)) as store,
        closing(sqlite3.connect(path, isolation_level=None)) as other,
    ):
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(PlanBusy):
            store.write(items.put, Changes(posts=(a_post(),)))
        assert stored_board(store).posts == ()  # reading is possible all the time

        other.execute("ROLLBACK")
        store.write(items.put, Changes(posts=(a_post(),)))


def test_a_full_disk_loses_nothing(tmp_path: Path) -> None:
    store = a_store(tmp_path, posts=(a_post("kept"),))
    before = store.read(dump)
    pages = store._pragma("page_count")
    store._pragma(f"max_page_count = {pages}")

    with pytest.raises(DiskFull):
        store.write(items.put, Changes(posts=tuple(a_post("x" * 500) for _ in range(200))))

    assert store.read(dump) == before
    store._pragma("max_page_count = 100000")
    store.write(items.put, Changes(posts=(a_post("next"),)))
    store.close()
    with closing(Store.open(store.path)) as again:
        assert [post.title for post in again.read(load_ideas)] == ["next", "kept"]


@pytest.mark.skipif(sys.platform == "win32", reason="file size limits are POSIX")
def test_a_file_size_limit_is_a_full_disk(tmp_path: Path) -> None:
    closed_plan(tmp_path)
    script = """
        import os, signal
        from pathlib import Path
        from db import items
        from db.errors import DiskFull
        from db.records import Changes
        from db.store import Store
        from tests.builders import a_post
        from tests.db.processes import full_disk
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        store = Store.open(Path(os.environ["FOLDER"]) / "plan.wochenwerk")
        try:
            with full_disk(store.path.stat().st_size):
                store.write(items.put, Changes(posts=tuple(a_post("x" * 5000) for _ in range(500))))
        except DiskFull:
            print("full")
    """
    assert output(script, FOLDER=str(tmp_path)) == "full"
    with closing(Store.open(tmp_path / "plan.wochenwerk")) as store:
        assert [post.title for post in store.read(load_ideas)] == ["Zimtschnecken"]


def test_making_a_plan_on_a_full_disk_leaves_nothing(tmp_path: Path) -> None:
    script = """
        import os, signal
        from pathlib import Path
        from db.errors import DiskFull
        from tests.builders import a_store
        from tests.db.processes import full_disk
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        try:
            with full_disk(8192):
                a_store(Path(os.environ["FOLDER"]))
        except DiskFull:
            print("full")
    """
    assert output(script, FOLDER=str(tmp_path)) == "full"
    assert list(tmp_path.iterdir()) == []


def test_a_plan_moved_away_while_open_is_missing_not_lost(store: Store, tmp_path: Path) -> None:
    moved = tmp_path / "moved.wochenwerk"
    store.path.rename(moved)

    with pytest.raises(PlanMissing):
        store.write(items.put, Changes(posts=(a_post(),)))

    moved.rename(store.path)
    store.write(items.put, Changes(posts=(a_post(),)))


def test_a_mistake_of_ours_is_no_storage_problem(store: Store) -> None:
    with pytest.raises(Exception, match="FOREIGN KEY") as caught:
        store.write(items.put, Changes(posts=(a_post(platforms=(99,)),)))

    assert not isinstance(caught.value, StorageProblem)


@pytest.mark.parametrize(
    ("number", "problem"),
    [
        (errno.ENOSPC, DiskFull),
        (errno.EFBIG, DiskFull),
        (errno.EROFS, PlanReadOnly),
        (errno.EACCES, PlanReadOnly),
        (errno.ENOENT, PlanMissing),
        (errno.EIO, PlanDamaged),
    ],
)
def test_what_the_system_says_means_something(tmp_path: Path, number: int, problem: type[StorageProblem]) -> None:
    with pytest.raises(problem) as caught, disk_problems(tmp_path):
        raise OSError(number, os.strerror(number))

    assert caught.value.path == tmp_path
    assert os.strerror(number) in str(caught.value)


def test_what_is_no_fault_of_the_disk_passes_as_it_is(tmp_path: Path) -> None:
    for mistake in (OSError(errno.EINVAL, "odd"), sqlite3.ProgrammingError("closed"), ValueError("odd")):
        with pytest.raises(type(mistake)), disk_problems(tmp_path):
            raise mistake


def test_a_plan_is_made_on_a_disk_without_hard_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EPERM, "no links")

    monkeypatch.setattr(os, "link", refuse)

    store = a_store(tmp_path)

    assert store.read(load_ideas) == ()
    store.close()


def test_a_plan_that_appears_at_the_last_moment_is_not_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = os.link

    def somebody_is_faster(ready: Path, path: Path) -> None:
        path.write_bytes(b"precious")
        link(ready, path)

    monkeypatch.setattr(os, "link", somebody_is_faster)

    with pytest.raises(PlanExists):
        a_store(tmp_path)

    assert (tmp_path / "plan.wochenwerk").read_bytes() == b"precious"
