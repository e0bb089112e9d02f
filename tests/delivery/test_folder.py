"""Files kept fresh in a folder: written only when they differ, in one step, and never over somebody else's."""

from __future__ import annotations

import hashlib
import os
import stat
import threading
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from db.feed_records import Delivered
from db.store import Store
from desktop.delivery.folder import Kept, keep, written_at
from desktop.delivery.problems import ProblemCode
from desktop.exchange.calendar_file import recipe
from desktop.feeds.scope import Scope
from tests.builders import WEEK, a_plan, a_post, a_store, stored_board
from tests.db.processes import full_disk, output

OLD = 1_700_000_000


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A plan with one post."""
    opened = a_store(tmp_path, posts=[a_post("Zimtschnecken", datetime(2026, 11, 25, 12, 15))])
    yield opened
    opened.close()


@pytest.fixture
def week(store: Store) -> bytes:
    """A calendar as the program writes it."""
    board = stored_board(store)
    return recipe(board.plan).written(board, {}, Scope(), "Woche", WEEK.monday).data


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder that the user has chosen."""
    chosen = tmp_path / "Kalender"
    chosen.mkdir()
    return chosen


def names(things: Iterable[Delivered]) -> list[str]:
    """The files that lie there."""
    return [Path(thing.href).name for thing in things]


def problem(kept: Kept) -> tuple[ProblemCode, bool]:
    """What went wrong, and whether it is worth another try."""
    assert kept.problem is not None
    return kept.problem.code, kept.problem.is_passing


def hrefs(folder: Path, *files: str) -> list[str]:
    """What is known to lie there."""
    return [str(folder / name) for name in files]


def test_files_are_written_once_and_then_left_alone(folder: Path, store: Store, week: bytes) -> None:
    first = keep(folder, {"woche.ics": week, "leer.ics": b""}, (), store.path)
    for file in folder.iterdir():
        os.utime(file, (OLD, OLD))

    again = keep(folder, {"woche.ics": week, "leer.ics": b""}, [thing.href for thing in first.things], store.path)

    assert {path.name for path in first.written} == {"woche.ics", "leer.ics"}
    assert not again.written
    assert names(first.things) == names(again.things) == ["leer.ics", "woche.ics"]
    assert {file.stat().st_mtime for file in folder.iterdir()} == {OLD}
    assert (folder / "woche.ics").read_bytes() == week
    assert written_at(again.things) == datetime.fromtimestamp(OLD, UTC)
    assert written_at((Delivered(str(folder / "other.ics"), "", ""),)) is None


def test_only_what_differs_is_written(folder: Path, store: Store, week: bytes) -> None:
    keep(folder, {"a.ics": week, "b.ics": week}, (), store.path)

    kept = keep(folder, {"a.ics": week, "b.ics": week + b"\r\n"}, hrefs(folder, "a.ics", "b.ics"), store.path)

    assert kept.written == {folder / "b.ics"}
    assert (folder / "b.ics").read_bytes() == week + b"\r\n"
    assert {file.name for file in folder.iterdir()} == {"a.ics", "b.ics"}  # no half file is left


def test_a_file_of_the_same_length_is_read_before_it_is_left(folder: Path, store: Store, week: bytes) -> None:
    keep(folder, {"a.ics": week}, (), store.path)
    other = week.replace(b"Zimt", b"Mohn")

    assert keep(folder, {"a.ics": other}, hrefs(folder, "a.ics"), store.path).written == {folder / "a.ics"}


def test_a_reader_never_sees_half_a_file(folder: Path, store: Store, week: bytes) -> None:
    versions = [week + b"\r\n" * 50_000 * number for number in (1, 2)]
    whole = {hashlib.sha256(version).digest() for version in versions}
    target, seen, done = folder / "woche.ics", set[bytes](), threading.Event()
    keep(folder, {target.name: versions[0]}, (), store.path)

    def read() -> None:
        while not done.is_set():
            seen.add(hashlib.sha256(target.read_bytes()).digest())

    reader = threading.Thread(target=read)
    reader.start()
    for number in range(60):
        keep(folder, {target.name: versions[number % 2]}, [str(target)], store.path)
    done.set()
    reader.join()

    assert seen <= whole


def test_a_file_keeps_its_rights(folder: Path, store: Store, week: bytes) -> None:
    keep(folder, {"a.ics": week}, (), store.path)
    (folder / "a.ics").chmod(0o600)

    keep(folder, {"a.ics": week + b"\r\n"}, hrefs(folder, "a.ics"), store.path)

    assert stat.S_IMODE((folder / "a.ics").stat().st_mode) == (0o600 if os.name == "posix" else 0o666)


def test_a_file_that_somebody_put_in_the_place_of_ours_stays(folder: Path, store: Store, week: bytes) -> None:
    keep(folder, {"a.ics": week, "b.ics": week}, (), store.path)
    (folder / "a.ics").write_bytes(b"BEGIN:VCALENDAR\r\nPRODID:-//Somebody//EN\r\nEND:VCALENDAR\r\n")
    (folder / "b.ics").write_bytes(b"")  # as a disk that failed may leave it

    kept = keep(folder, {"a.ics": week, "b.ics": week}, hrefs(folder, "a.ics", "b.ics"), store.path)

    assert problem(kept) == (ProblemCode.CHANGED_THERE, False)
    assert b"Somebody" in (folder / "a.ics").read_bytes()
    assert (folder / "b.ics").read_bytes() == week


def test_another_plan_does_not_take_the_place_of_a_file(
    folder: Path, store: Store, week: bytes, tmp_path: Path
) -> None:
    (tmp_path / "other").mkdir()
    posts = [a_post(title, datetime(2026, 11, 25, 12, 15)) for title in ("Stollen", "Lebkuchen")]
    with closing(a_store(tmp_path / "other", posts=posts)) as other:
        board = stored_board(other)
    writer = recipe(board.plan)
    theirs = writer.written(board, {}, Scope(), "Woche", WEEK.monday).data
    renamed = writer.written(board, {}, Scope(), "Backstube", WEEK.monday).data
    empty = writer.written(replace(board, posts=()), {}, Scope(), "Woche", WEEK.monday).data
    keep(folder, {"woche.ics": theirs, "leer.ics": empty}, (), store.path)

    kept = keep(folder, {"woche.ics": week}, (), store.path)

    assert problem(kept) == (ProblemCode.CHANGED_THERE, False)
    assert (folder / "woche.ics").read_bytes() == theirs
    again = keep(folder, {"woche.ics": renamed, "leer.ics": theirs}, (), store.path)  # the plan itself, set up anew
    assert {path.name for path in again.written} == {"woche.ics", "leer.ics"}


def test_somebody_elses_file_stays_and_the_others_are_written(folder: Path, store: Store, week: bytes) -> None:
    foreign = b"BEGIN:VCALENDAR\r\nPRODID:-//Somebody//EN\r\nX-NOTE:PRODID:-//Wochenwerk\r\nEND:VCALENDAR\r\n"
    (folder / "instagram.ics").write_bytes(foreign)
    (folder / "ordner.ics").mkdir()

    kept = keep(folder, {"instagram.ics": week, "ordner.ics": week, "woche.ics": week}, (), store.path)

    assert problem(kept) == (ProblemCode.CHANGED_THERE, False)
    assert kept.problem is not None
    assert "instagram.ics" in kept.problem.detail
    assert names(kept.things) == ["woche.ics"]
    assert (folder / "instagram.ics").read_bytes() == foreign
    assert (folder / "woche.ics").read_bytes() == week


def test_what_we_wrote_is_known_by_its_mark_and_by_memory(folder: Path, store: Store, week: bytes) -> None:
    (folder / "a.ics").write_bytes(week + b"older")  # from a plan file that was lost
    (folder / "b.ics").write_bytes(b"cut off in the middle of")

    kept = keep(folder, {"a.ics": week, "b.ics": week}, hrefs(folder, "b.ics"), store.path)

    assert {path.name for path in kept.written} == {"a.ics", "b.ics"}


def test_what_is_no_longer_wanted_goes_unless_it_is_not_ours(folder: Path, store: Store, week: bytes) -> None:
    keep(folder, {"a.ics": week, "b.ics": week, "c.ics": week}, (), store.path)
    (folder / "c.ics").write_bytes(b"the user's own notes")

    kept = keep(folder, {"a.ics": week}, hrefs(folder, "a.ics", "b.ics", "c.ics", "d.ics"), store.path)

    assert names(kept.things) == ["a.ics"]
    assert {file.name for file in folder.iterdir()} == {"a.ics", "c.ics"}


def test_the_plans_own_files_are_never_touched(tmp_path: Path, week: bytes) -> None:
    store = Store.create(tmp_path / "woche.ics", a_plan())
    store.add_picture(b"x")
    store.close()
    before = {file.name: file.read_bytes() for file in tmp_path.iterdir() if file.is_file()}
    (tmp_path / "link.ics").symlink_to(store.media_path)

    for known in ([], hrefs(tmp_path, "woche.ics", "link.ics")):
        kept = keep(tmp_path, {"woche.ics": week, "link.ics": week}, known, store.path)
        assert problem(kept) == (ProblemCode.CHANGED_THERE, False)
    keep(tmp_path, {}, hrefs(tmp_path, "woche.ics", "link.ics"), store.path)

    assert {file.name: file.read_bytes() for file in tmp_path.iterdir() if file.name in before} == before


def test_a_link_leads_to_where_the_file_is_wanted(folder: Path, tmp_path: Path, store: Store, week: bytes) -> None:
    real = tmp_path / "anderswo.ics"
    (folder / "woche.ics").symlink_to(real)

    keep(folder, {"woche.ics": week}, (), store.path)

    assert real.read_bytes() == week
    assert (folder / "woche.ics").is_symlink()


def test_a_folder_that_is_not_there_is_tried_again(folder: Path, store: Store, week: bytes) -> None:
    for place in (folder / "gone", folder / "file"):
        (folder / "file").touch()
        kept = keep(place, {"a.ics": week}, hrefs(place, "a.ics"), store.path)
        assert problem(kept) == (ProblemCode.FOLDER_MISSING, True)
        assert names(kept.things) == ["a.ics"]
    assert not (folder / "gone").exists()  # what a drive should hold is not written beside it


def test_what_lies_in_the_folder_of_before_is_neither_ours_here_nor_removed_there(
    folder: Path, tmp_path: Path, store: Store, week: bytes
) -> None:
    known = [thing.href for thing in keep(folder, {"woche.ics": week}, (), store.path).things]
    other = tmp_path / "Anderer"
    other.mkdir()
    (other / "woche.ics").write_bytes(b"somebody else's")

    kept = keep(other, {"woche.ics": week}, known, store.path)

    assert (problem(kept), kept.things) == ((ProblemCode.CHANGED_THERE, False), ())
    assert (folder / "woche.ics").read_bytes() == week


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such limit")
def test_a_full_disk_leaves_the_old_file(folder: Path, store: Store, week: bytes) -> None:
    keep(folder, {"a.ics": week}, (), store.path)

    with full_disk(100):
        kept = keep(folder, {"a.ics": week * 9, "b.ics": week}, hrefs(folder, "a.ics"), store.path)

    assert problem(kept) == (ProblemCode.DISK_FULL, True)
    assert (folder / "a.ics").read_bytes() == week
    assert [file.name for file in folder.iterdir()] == ["a.ics"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
def test_a_folder_that_takes_nothing_is_said(folder: Path) -> None:
    script = """
        import os
        from pathlib import Path
        from desktop.delivery.folder import keep
        if os.geteuid() == 0:
            os.setgroups([])
            os.setgid(65534)
            os.setuid(65534)
        problem = keep(Path(os.environ["FOLDER"]), {"a.ics": b"x"}, (), Path("plan")).problem
        print(problem.code, problem.is_passing)
    """
    folder.chmod(0o555)
    for above in folder.parents:
        if above == folder.parent or above.name.startswith(("pytest-", "popen-")):  # one for each worker of the tests
            above.chmod(0o755)
    try:
        assert output(script, FOLDER=str(folder)) == "folder_closed False"
    finally:
        folder.chmod(0o755)
