"""Making, opening, reading and writing a plan file."""

from __future__ import annotations

import threading
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from db import items, lists
from db.board import load_board, load_ideas
from db.errors import (
    PlanExists,
    StaleChange,
)
from db.lists import DEFAULT_FORMATS
from db.plan import load_plan
from db.records import Changes
from db.store import Store
from tests.builders import NOW, WEEK, a_plan, a_post, a_store, some_platforms, stored_board
from tests.db.dump import dump
from tests.db.processes import run

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
    run(script, FOLDER=str(tmp_path))
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
    run(script, FOLDER=str(tmp_path))

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
    assert run(script, PLAN=str(store.path)) == 0


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
