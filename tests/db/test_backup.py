"""Copies of a plan: daily ones, zips, putting one back, and the check-up."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
import sys
import zipfile
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from db import backup, items
from db.backup import Finding, FindingKind
from db.board import load_ideas
from db.errors import (
    NotAPlan,
    PlanDamaged,
    PlanExists,
    PlanLocked,
    PlanMissing,
    PlanTooNew,
    StorageProblem,
)
from db.lock import hold_window
from db.records import Changes
from db.store import Store
from tests.builders import a_block, a_plan, a_post, a_store, a_variant
from tests.db.dump import dump
from tests.db.processes import output

TODAY = date(2026, 11, 25)
NOW = datetime(2026, 11, 25, 9, 30, tzinfo=UTC)


def with_picture(store: Store, data: bytes = b"bun") -> str:
    """Give the plan a post with a picture; answers its name."""
    name = store.add_picture(data)
    store.write(items.put, Changes(posts=(a_post(variants=(a_variant(1, pictures=(name,)),)),)))
    return name


def ideas(path: Path) -> list[str]:
    """The titles of a plan's ideas."""
    with closing(Store.open(path)) as store:
        return [post.title for post in store.read(load_ideas)]


def files(folder: Path) -> set[str]:
    """What lies in a folder, locks aside."""
    return {file.name for file in folder.iterdir() if not file.name.endswith(".lock")}


def spoil_pages(path: Path) -> None:
    """Overwrite all but the first pages of a closed file."""
    with path.open("r+b") as file:
        file.seek(3 * 4096)
        file.write(os.urandom(path.stat().st_size - 3 * 4096))


def test_a_daily_copy_is_the_plan_as_it_is_while_it_is_open(store: Store) -> None:
    store.write(items.put, Changes(posts=(a_post("Zimtschnecken"),)))

    copy = backup.daily_copy(store.path, TODAY)

    assert copy == store.path.parent / "plan backups" / "plan 2026-11-25.wochenwerk"
    assert ideas(copy) == ["Zimtschnecken"]


def test_there_is_one_copy_a_day_and_the_first_one_stays(store: Store) -> None:
    first = backup.daily_copy(store.path, TODAY)
    assert first is not None
    store.write(items.put, Changes(posts=(a_post("later"),)))

    assert backup.daily_copy(store.path, TODAY) is None
    assert ideas(first) == []


def test_fourteen_days_are_kept_and_nothing_else_is_touched(store: Store) -> None:
    folder = store.path.parent / "plan backups"
    folder.mkdir()
    for name in ("plan before 0002.wochenwerk", "my own 2020-01-01.wochenwerk", "plan 2020-01-01.txt"):
        (folder / name).write_text("mine")

    for n in range(20):
        backup.daily_copy(store.path, TODAY + timedelta(days=n))

    copies = sorted(file.name for file in folder.glob("plan 20*.wochenwerk"))
    assert copies == [f"plan {TODAY + timedelta(days=n)}.wochenwerk" for n in range(6, 20)]
    assert len(list(folder.iterdir())) == 14 + 3


def test_a_damaged_plan_is_not_copied_over_good_copies(tmp_path: Path) -> None:
    store = a_store(tmp_path, posts=[a_post(f"{n}") for n in range(200)])
    store.close()
    for n in range(14):
        backup.daily_copy(store.path, TODAY + timedelta(days=n))
    spoil_pages(store.path)

    with pytest.raises(PlanDamaged):
        backup.daily_copy(store.path, TODAY + timedelta(days=99))

    assert len(list((tmp_path / "plan backups").iterdir())) == 14


def test_a_zip_holds_both_files(store: Store, tmp_path: Path) -> None:
    name = with_picture(store)
    out = tmp_path / "out" / "backup.zip"

    backup.backup_zip(store.path, out)

    with zipfile.ZipFile(out) as archive:
        assert archive.namelist() == ["plan.wochenwerk", "plan.wochenwerk-media"]
        archive.extractall(tmp_path / "unpacked")
    with closing(Store.open(tmp_path / "unpacked" / "plan.wochenwerk")) as copy:
        assert copy.read(dump) == store.read(dump)
        assert copy.picture(name) == b"bun"
    assert files(out.parent) == {"backup.zip"}


def test_a_zip_never_replaces_the_plan(store: Store) -> None:
    for out in (store.path, store.media_path):
        with pytest.raises(PlanExists):
            backup.backup_zip(store.path, out)

    assert ideas(store.path) == []


def test_a_failed_zip_leaves_the_old_one(tmp_path: Path) -> None:
    store = a_store(tmp_path, posts=[a_post(f"{n}") for n in range(200)])
    out = tmp_path / "backup.zip"
    backup.backup_zip(store.path, out)
    before = out.read_bytes()
    store.close()
    spoil_pages(store.path)

    with pytest.raises(PlanDamaged):
        backup.backup_zip(store.path, out)

    assert out.read_bytes() == before
    assert {"plan.wochenwerk", "backup.zip"} == files(tmp_path)


def test_a_missing_plan_is_not_backed_up(tmp_path: Path) -> None:
    with pytest.raises(PlanMissing):
        backup.backup_zip(tmp_path / "no.wochenwerk", tmp_path / "backup.zip")

    assert list(tmp_path.iterdir()) == []


def test_a_zip_is_put_back_and_the_replaced_plan_stays_beside_it(tmp_path: Path) -> None:
    store = a_store(tmp_path, posts=(a_post("old"),))
    old = with_picture(store, b"old picture")
    backup.backup_zip(store.path, tmp_path / "backup.zip")
    new = with_picture(store, b"new picture")
    store.write(items.put, Changes(posts=(a_post("new"),)))
    store.close()

    kept = backup.restore(tmp_path / "backup.zip", store.path, NOW)

    assert kept is not None
    assert kept.name.startswith("plan replaced 2026-11-25 ")
    with closing(Store.open(store.path)) as restored:
        assert [post.title for post in restored.read(load_ideas)] == ["Zimtschnecken", "old"]
        assert (restored.picture(old), restored.picture(new)) == (b"old picture", None)
    with closing(Store.open(kept)) as replaced:
        assert [post.title for post in replaced.read(load_ideas)] == ["new", "Zimtschnecken", "Zimtschnecken", "old"]
        assert replaced.picture(new) == b"new picture"


def test_a_daily_copy_is_put_back_with_the_pictures_that_are_there(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    name = with_picture(store)
    copy = backup.daily_copy(store.path, TODAY)
    assert copy is not None
    store.write(items.put, Changes(removed_posts=frozenset({1})))
    store.close()

    kept = backup.restore(copy, store.path, NOW)

    assert kept is not None
    for path, titles in ((store.path, ["Zimtschnecken"]), (kept, [])):
        assert ideas(path) == titles
        with closing(Store.open(path)) as opened:
            assert opened.picture(name) == b"bun"
    assert copy.exists()


def test_a_plan_is_restored_where_none_was(tmp_path: Path) -> None:
    store = a_store(tmp_path, posts=(a_post("x"),))
    backup.backup_zip(store.path, tmp_path / "backup.zip")
    target = tmp_path / "elsewhere" / "other name.wochenwerk"

    assert backup.restore(tmp_path / "backup.zip", target) is None

    assert ideas(target) == ["x"]
    assert files(target.parent) == {target.name}
    store.close()


def test_a_damaged_plan_is_kept_too_when_it_is_replaced(tmp_path: Path) -> None:
    store = a_store(tmp_path, posts=(a_post("good"),))
    backup.backup_zip(store.path, tmp_path / "backup.zip")
    store.close()
    store.path.write_bytes(b"no longer a plan")

    kept = backup.restore(tmp_path / "backup.zip", store.path, NOW)

    assert kept is not None
    assert kept.read_bytes() == b"no longer a plan"
    assert ideas(store.path) == ["good"]


def test_what_a_crashed_window_left_in_its_log_is_kept(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    backup.backup_zip(store.path, tmp_path / "backup.zip")
    store.write(items.put, Changes(posts=(a_post("only in the log"),)))
    crashed = tmp_path / "crashed"
    crashed.mkdir()
    for file in tmp_path.glob("plan.wochenwerk*"):
        shutil.copy(file, crashed)  # as a power cut would leave it
    store.close()

    kept = backup.restore(tmp_path / "backup.zip", crashed / "plan.wochenwerk", NOW)

    assert kept is not None
    assert ideas(kept) == ["only in the log"]
    assert ideas(crashed / "plan.wochenwerk") == []


@pytest.mark.parametrize("fails_at", range(1, 7))
def test_a_restoring_that_fails_on_its_way_leaves_all_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails_at: int
) -> None:
    (tmp_path / "other").mkdir()
    with closing(a_store(tmp_path / "other", [a_post("Restored")])) as other:
        with_picture(other, b"restored")
        backup.backup_zip(other.path, tmp_path / "b.zip")
    folder = tmp_path / "mine"
    folder.mkdir()
    with closing(a_store(folder, [a_post("Mine")])) as mine:
        with_picture(mine, b"mine")
        path = mine.path
    before = {file.name: file.read_bytes() for file in folder.iterdir() if not file.name.endswith(".lock")}
    steps = 0

    def counted(step: Callable[..., object]) -> Callable[..., object]:
        def one_more(*arguments: object, **named: object) -> object:
            nonlocal steps
            steps += 1
            if steps == fails_at:
                raise OSError(errno.EIO, "the disk does not answer")
            return step(*arguments, **named)

        return one_more

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", counted(os.fsync))
        patched.setattr(Path, "replace", counted(Path.replace))
        with pytest.raises(PlanDamaged):
            backup.restore(tmp_path / "b.zip", path, NOW)
    after = {file.name: file.read_bytes() for file in folder.iterdir() if not file.name.endswith(".lock")}
    assert after == before
    assert backup.check(path) == []


@pytest.mark.skipif(sys.platform == "win32", reason="file size limits are POSIX")
def test_a_full_disk_is_told_of_the_plan_and_not_of_the_backup(tmp_path: Path) -> None:
    with closing(a_store(tmp_path)) as store:
        backup.backup_zip(store.path, tmp_path / "b.zip")
    script = """
        import os
        from pathlib import Path
        from db import backup
        from db.errors import DiskFull
        from tests.db.processes import full_disk
        folder = Path(os.environ["FOLDER"])
        try:
            with full_disk(4096):
                backup.restore(folder / "b.zip", folder / "plan.wochenwerk")
        except DiskFull as problem:
            print(problem.path.name)
    """
    assert output(script, FOLDER=str(tmp_path)) == "plan.wochenwerk"


def test_a_folder_is_neither_restored_nor_written_over(store: Store, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(NotAPlan):
        backup.restore(tmp_path / "folder", store.path, NOW)
    with pytest.raises(PlanExists):
        backup.backup_zip(store.path, tmp_path / "folder")


def test_nothing_is_restored_under_an_open_window(tmp_path: Path) -> None:
    store = a_store(tmp_path, posts=(a_post("here"),))
    backup.backup_zip(store.path, tmp_path / "backup.zip")
    held = hold_window(store.path)

    with pytest.raises(PlanLocked):
        backup.restore(tmp_path / "backup.zip", store.path)

    held.release()
    store.close()
    assert files(tmp_path) == {"plan.wochenwerk", "backup.zip"}


def _text(file: Path) -> None:
    file.write_text("hello")


def _empty_zip(file: Path) -> None:
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("readme.txt", "hello")


def _two_plans(file: Path) -> None:
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("a.wochenwerk", "hello")
        archive.writestr("b.wochenwerk", "hello")


def _half_a_zip(file: Path) -> None:
    source = Store.create(file.with_name("half.wochenwerk"), a_plan())
    source.close()
    with zipfile.ZipFile(file, "w") as archive:
        archive.write(source.path, "half.wochenwerk")
    data = bytearray(file.read_bytes())
    data[20_000:22_000] = b"\x00" * 2000
    file.write_bytes(data)


def _damaged(file: Path) -> None:
    source = Store.create(file, a_plan())
    source.write(items.put, Changes(posts=tuple(a_post(f"{n}", platforms=()) for n in range(300))))
    source.close()
    spoil_pages(file)


def _newer(file: Path) -> None:
    Store.create(file, a_plan()).close()
    with closing(sqlite3.connect(file)) as plan:
        plan.execute("UPDATE alembic_version SET version_num = '9999'")
        plan.commit()


@pytest.mark.parametrize(
    ("make", "problem"),
    [
        (_text, NotAPlan),
        (_empty_zip, NotAPlan),
        (_two_plans, NotAPlan),
        (_half_a_zip, PlanDamaged),
        (_damaged, PlanDamaged),
        (_newer, PlanTooNew),
        (Path.exists, PlanMissing),
    ],
)
def test_a_bad_backup_changes_nothing(tmp_path: Path, make: object, problem: type[StorageProblem]) -> None:
    store = a_store(tmp_path, posts=(a_post("here"),))
    store.close()
    source = tmp_path / "other" / "backup"
    source.parent.mkdir()
    make(source)  # type: ignore[operator]

    with pytest.raises(problem) as caught:
        backup.restore(source, store.path)

    assert caught.value.path == source
    assert ideas(store.path) == ["here"]
    assert files(tmp_path) == {"plan.wochenwerk", "other"}


def test_a_sound_plan_has_no_findings(store: Store) -> None:
    with_picture(store)
    store.write(items.put, Changes(blocks=(a_block(datetime(2026, 11, 23, 10), rrule="FREQ=WEEKLY;BYDAY=MO"),)))

    assert backup.check(store.path) == []


def test_the_check_names_what_is_wrong(store: Store) -> None:
    name = with_picture(store)
    store.write(
        items.put,
        Changes(
            posts=(a_post("ohne Fassung", platforms=()),),
            blocks=(a_block(datetime(2026, 11, 23, 10), title="Runde", rrule="FREQ=NEVER"),),
        ),
    )
    store.media_path.unlink()
    with closing(sqlite3.connect(store.path)) as plan:
        plan.execute("UPDATE plan SET zone = 'Europe/Atlantis'")
        plan.execute("UPDATE post SET owner_id = 77")
        plan.commit()

    assert backup.check(store.path) == [
        Finding(FindingKind.REFERENCE, "post → member"),
        Finding(FindingKind.ZONE, "Europe/Atlantis"),
        Finding(FindingKind.RULE, "Runde: FREQ=NEVER"),
        Finding(FindingKind.NO_VERSION, "ohne Fassung"),
        Finding(FindingKind.PICTURE, name),
    ]


def test_a_picture_that_is_no_longer_itself_is_missing(store: Store) -> None:
    name = with_picture(store)
    with closing(sqlite3.connect(store.media_path)) as pictures:
        pictures.execute("UPDATE blob SET bytes = x'00'")
        pictures.commit()

    assert backup.check(store.path) == [Finding(FindingKind.PICTURE, name)]
    assert str(Finding(FindingKind.PICTURE, "x")) == "picture: x"


def test_a_broken_file_of_pictures_is_found(store: Store) -> None:
    with_picture(store)
    store.media_path.write_bytes(b"no pictures")

    assert [finding.kind for finding in backup.check(store.path)] == [FindingKind.DAMAGED]


def test_a_damaged_plan_is_found_damaged(tmp_path: Path) -> None:
    store = a_store(tmp_path, posts=[a_post(f"{n}") for n in range(300)])
    store.close()
    spoil_pages(store.path)

    findings = backup.check(store.path)

    assert findings
    assert {finding.kind for finding in findings} == {FindingKind.DAMAGED}


def test_there_is_nothing_to_check_in_another_file(tmp_path: Path) -> None:
    (tmp_path / "x.wochenwerk").write_text("hello")

    with pytest.raises(NotAPlan):
        backup.check(tmp_path / "x.wochenwerk")
    with pytest.raises(PlanMissing):
        backup.check(tmp_path / "y.wochenwerk")
