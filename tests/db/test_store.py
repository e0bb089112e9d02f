"""Opening, making, reading and writing a plan file, and every way in which the world can be in the way."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import textwrap
import threading
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from db import items, lists
from db.board import load_board, load_ideas
from db.errors import (
    DiskFull,
    NotAPlan,
    PlanBusy,
    PlanDamaged,
    PlanExists,
    PlanMissing,
    PlanTooNew,
    StaleChange,
    StorageProblem,
)
from db.lists import DEFAULT_FORMATS
from db.plan import load_plan
from db.records import Changes
from db.store import Store
from tests.builders import NOW, WEEK, a_plan, a_post, a_store, some_platforms, stored_board
from tests.db.dump import dump

MONDAY = datetime(2026, 11, 23, 10)


def test_a_new_plan_has_what_it_was_given(store: Store) -> None:
    board = stored_board(store)

    assert board.plan == a_plan()
    assert [(platform.id, platform.key) for platform in board.platforms] == [
        (1, "instagram"),
        (2, "facebook"),
        (3, "linkedin"),
    ]
    assert board.formats == DEFAULT_FORMATS
    assert (board.posts, board.blocks, board.entries) == ((), (), ())


def test_making_a_plan_needs_no_folder_and_leaves_one_file(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "Café Ä.wochenwerk"

    Store.create(path, a_plan()).close()

    assert list(path.parent.iterdir()) == [path]


def test_a_plan_is_never_made_over_another_file(tmp_path: Path) -> None:
    path = tmp_path / "plan.wochenwerk"
    path.write_bytes(b"precious")

    with pytest.raises(PlanExists):
        Store.create(path, a_plan())

    assert path.read_bytes() == b"precious"
    assert list(tmp_path.iterdir()) == [path]


def test_a_new_plan_does_not_swallow_the_log_of_a_removed_one(tmp_path: Path) -> None:
    """A crashed window leaves a -wal file; when the plan is deleted, its log must not be played into the next."""
    script = """
        import os
        from pathlib import Path
        from db import items
        from db.records import Changes
        from tests.builders import a_post, a_store
        a_store(Path(os.environ["FOLDER"]), posts=(a_post("old"),))
        os._exit(1)
    """
    _run(script, FOLDER=str(tmp_path))
    path = tmp_path / "plan.wochenwerk"
    assert path.with_name("plan.wochenwerk-wal").stat().st_size > 0
    path.unlink()

    store = a_store(tmp_path)

    assert store.read(load_ideas) == ()
    store.close()


def test_what_was_committed_survives_a_killed_process(tmp_path: Path) -> None:
    script = """
        import os, signal
        from pathlib import Path
        from db import items
        from db.records import Changes
        from tests.builders import a_post, a_store
        store = a_store(Path(os.environ["FOLDER"]), posts=(a_post("kept"),))
        with store._transaction() as writer:
            items.put(writer, Changes(posts=(a_post("half done"),)))
            os.kill(os.getpid(), signal.SIGKILL)
    """
    _run(script, FOLDER=str(tmp_path))

    with closing(Store.open(tmp_path / "plan.wochenwerk")) as store:
        assert [post.title for post in store.read(load_ideas)] == ["kept"]


def test_opening_shows_what_was_saved(store: Store) -> None:
    store.write(items.put, Changes(posts=(a_post("Zimtschnecken", MONDAY),)))
    before = stored_board(store)

    with closing(Store.open(store.path)) as again:
        assert stored_board(again) == before


def test_opening_and_reading_need_neither_alembic_nor_the_orm(store: Store) -> None:
    script = """
        import os, sys
        from pathlib import Path
        from db.board import load_board
        from db.records import Week
        from db.store import Store
        store = Store.open(Path(os.environ["PLAN"]))
        store.read(load_board, (Week(2026, 48),))
        heavy = {"alembic", "sqlalchemy.orm", "dateutil", "holidays", "PySide6"} & set(sys.modules)
        assert not heavy, heavy
    """
    assert _run(script, PLAN=str(store.path)) == 0


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
    path = _closed_plan(tmp_path)
    os.truncate(path, path.stat().st_size // 2)

    with pytest.raises(PlanDamaged), closing(Store.open(path)) as store:
        store.read(dump)


def test_garbage_behind_the_header_is_damage(tmp_path: Path) -> None:
    path = _closed_plan(tmp_path)
    with path.open("r+b") as file:
        file.seek(100)
        file.write(b"\xff" * 3000)

    with pytest.raises(PlanDamaged):
        Store.open(path)


def test_garbage_in_a_table_is_damage_when_it_is_met(tmp_path: Path) -> None:
    path = _closed_plan(tmp_path)
    with closing(sqlite3.connect(path)) as plan:
        (page,) = plan.execute("SELECT rootpage FROM sqlite_master WHERE name = 'variant'").fetchone()
    with path.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\xff" * 4096)

    with closing(Store.open(path)) as store, pytest.raises(PlanDamaged):
        store.read(dump)


def test_a_plan_of_a_newer_version_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = _closed_plan(tmp_path)
    with closing(sqlite3.connect(path)) as plan:
        plan.execute("UPDATE alembic_version SET version_num = '9999'")
        plan.commit()
    before = path.read_bytes()

    with pytest.raises(PlanTooNew):
        Store.open(path)

    assert path.read_bytes() == before


def test_a_plan_that_may_not_be_written_is_read_only(tmp_path: Path) -> None:
    path = _closed_plan(tmp_path)
    path.chmod(0o444)

    assert _as_nobody(path) == "PlanReadOnly"


def test_a_plan_in_a_folder_that_may_not_be_written_is_read_only(tmp_path: Path) -> None:
    path = _closed_plan(tmp_path)
    path.chmod(0o666)
    path.parent.chmod(0o555)
    try:
        assert _as_nobody(path) == "PlanReadOnly"
    finally:
        path.parent.chmod(0o755)


def test_writing_waits_for_another_writer_and_then_gives_up(tmp_path: Path) -> None:
    path = _closed_plan(tmp_path)
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
    _closed_plan(tmp_path)
    script = """
        import os, resource, signal
        from pathlib import Path
        from db import items
        from db.errors import DiskFull
        from db.records import Changes
        from db.store import Store
        from tests.builders import a_post
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        store = Store.open(Path(os.environ["FOLDER"]) / "plan.wochenwerk")
        size = store.path.stat().st_size
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
        try:
            store.write(items.put, Changes(posts=tuple(a_post("x" * 5000) for _ in range(500))))
        except DiskFull:
            print("full")
    """
    assert _output(script, FOLDER=str(tmp_path)) == "full"
    with closing(Store.open(tmp_path / "plan.wochenwerk")) as store:
        assert [post.title for post in store.read(load_ideas)] == ["Zimtschnecken"]


def test_making_a_plan_on_a_full_disk_leaves_nothing(tmp_path: Path) -> None:
    script = """
        import os, resource, signal
        from pathlib import Path
        from db.errors import DiskFull
        from tests.builders import a_store
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192))
        try:
            a_store(Path(os.environ["FOLDER"]))
        except DiskFull:
            print("full")
    """
    assert _output(script, FOLDER=str(tmp_path)) == "full"
    assert list(tmp_path.iterdir()) == []


def test_a_plan_moved_away_while_open_is_missing_not_lost(store: Store, tmp_path: Path) -> None:
    moved = tmp_path / "moved.wochenwerk"
    store.path.rename(moved)

    with pytest.raises(PlanMissing):
        store.write(items.put, Changes(posts=(a_post(),)))

    moved.rename(store.path)
    store.write(items.put, Changes(posts=(a_post(),)))


def test_a_change_from_outside_is_noticed_once(store: Store) -> None:
    assert not store.changed_outside()
    store.write(items.put, Changes(posts=(a_post(),)))
    stored_board(store)
    assert not store.changed_outside()

    with closing(Store.open(store.path)) as other:
        other.write(items.put, Changes(posts=(a_post(),)))
        assert not other.changed_outside()

    assert store.changed_outside()
    assert not store.changed_outside()


def test_own_writing_does_not_hide_a_change_from_outside(store: Store) -> None:
    with closing(Store.open(store.path)) as other:
        other.write(items.put, Changes(posts=(a_post(),)))
    store.write(items.put, Changes(posts=(a_post(),)))

    assert store.changed_outside()


def test_an_edit_that_raises_changes_nothing(store: Store) -> None:
    before = store.read(dump)

    with pytest.raises(StaleChange):
        store.write(items.put, Changes(posts=(a_post("new"), a_post("unknown", id=77))))

    assert store.read(dump) == before


def test_an_edit_without_a_difference_is_no_change(store: Store) -> None:
    store.write(items.put, Changes(posts=(a_post("Zimtschnecken", MONDAY, effort=(5, 30)),)))
    (post,) = stored_board(store).posts

    _, changes = store.write(items.put, Changes(posts=(post,)))

    assert not changes


def test_undo_is_refused_when_a_row_changed_meanwhile(store: Store) -> None:
    _, changes = store.write(items.put, Changes(posts=(a_post("Zimtschnecken", MONDAY),)))
    (post,) = stored_board(store).posts
    store.write(items.put, Changes(posts=(a_post("Brezeln", id=post.id, variants=post.variants),)))
    before = store.read(dump)

    with pytest.raises(StaleChange):
        store.apply(changes.inverse())

    assert store.read(dump) == before


def test_undo_is_refused_when_something_new_depends_on_the_row(store: Store) -> None:
    _, changes = store.write(items.put, Changes(posts=(a_post("Zimtschnecken"),)))
    with closing(Store.open(store.path)) as other:
        other.write(items.put, Changes(posts=(a_post("Zimtschnecken", id=1, effort=(15,)),)))
    before = store.read(dump)

    with pytest.raises(StaleChange):
        store.apply(changes.inverse())

    assert store.read(dump) == before


def test_redo_is_refused_when_the_row_is_there_already(store: Store) -> None:
    _, changes = store.write(items.put, Changes(posts=(a_post(),)))

    with pytest.raises(StaleChange):
        store.apply(changes)


def test_ids_are_never_used_again(store: Store) -> None:
    _, changes = store.write(items.put, Changes(posts=(a_post("first", id=-1),)))
    store.apply(changes.inverse())

    ids, _ = store.write(items.put, Changes(posts=(a_post("second", id=-1),)))

    assert ids == {-1: 2}


def test_reading_sees_one_state_from_beginning_to_end(store: Store) -> None:
    def read_twice(conn: object) -> tuple[int, int]:
        first = len(load_ideas(conn))  # type: ignore[arg-type]
        writer = threading.Thread(target=store.write, args=(items.put, Changes(posts=(a_post(),))))
        writer.start()
        writer.join()
        return first, len(load_ideas(conn))  # type: ignore[arg-type]

    assert store.read(read_twice) == (0, 0)
    assert len(store.read(load_ideas)) == 1


def test_many_threads_may_read(store: Store) -> None:
    store.write(items.put, Changes(posts=(a_post("Zimtschnecken", MONDAY),)))
    boards: list[object] = []
    threads = [threading.Thread(target=lambda: boards.append(store.read(load_board, (WEEK,)))) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert boards == [stored_board(store)] * 12


def test_a_mistake_of_ours_is_no_storage_problem(store: Store) -> None:
    with pytest.raises(Exception, match="FOREIGN KEY") as caught:
        store.write(items.put, Changes(posts=(a_post(platforms=(99,)),)))

    assert not isinstance(caught.value, StorageProblem)


def test_a_writers_clock_dates_what_is_made(tmp_path: Path) -> None:
    store = Store.create(tmp_path / "p.wochenwerk", a_plan(created_at=None), some_platforms(), clock=lambda: NOW)
    store.write(items.put, Changes(posts=(a_post(),)))

    assert store.read(load_plan).created_at == NOW
    assert store.read(load_ideas)[0].created_at == NOW
    store.close()


def test_every_table_of_a_write_is_named(store: Store) -> None:
    _, changes = store.write(items.put, Changes(posts=(a_post(effort=(10,)),)))
    _, later = store.write(lists.put_format, DEFAULT_FORMATS[0].__class__("quiz", "Quiz", 9, DEFAULT_FORMATS[0].effort))

    assert changes.touches("post")
    assert changes.touches("plan", "post_effort")
    assert not changes.touches("work_block", "format")
    assert changes.then(later).touches("format")
    store.apply(changes.then(later).inverse())
    assert store.read(load_ideas) == ()


def _closed_plan(folder: Path) -> Path:
    store = a_store(folder, posts=(a_post("Zimtschnecken"),))
    store.close()
    return store.path


def _command(script: str) -> list[str]:
    return [sys.executable, "-c", textwrap.dedent(script)]


def _run(script: str, **environment: str) -> int:
    return subprocess.run(_command(script), env={**os.environ, **environment}, check=False).returncode


def _output(script: str, **environment: str) -> str:
    done = subprocess.run(
        _command(script), env={**os.environ, **environment}, check=True, capture_output=True, text=True
    )
    return done.stdout.strip()


def _as_nobody(path: Path) -> str:
    """What opening a plan answers to somebody who may not do everything, as root may."""
    script = """
        import os
        from pathlib import Path
        from db.errors import StorageProblem
        from db.store import Store
        if os.name == "posix" and os.geteuid() == 0:
            os.setgroups([])
            os.setgid(65534)
            os.setuid(65534)
        try:
            Store.open(Path(os.environ["PLAN"])).close()
        except StorageProblem as problem:
            print(type(problem).__name__)
        else:
            print("opened")
    """
    for folder in path.parents:
        if folder.name.startswith("pytest-"):
            folder.chmod(0o755)
    return _output(script, PLAN=str(path))
