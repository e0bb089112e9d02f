"""Other calendars on their way behind the week: real files, a real worker process, a real server."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from db.busy import keep_content, load_busy_calendars, load_content
from db.feed_records import BusyContent, BusySource
from db.plan import save_plan
from db.records import BusyTime, Week
from db.store import Store
from desktop.busy_keeper import BusyKeeper
from desktop.delivery.busy_states import BusyState, BusyStep, FileProblem
from desktop.delivery.problems import ProblemCode
from desktop.feeds.findings import SkipCode, Skipped, UnreadableCode
from desktop.workspace import Workspace
from tests.builders import NOW, WEEK, a_store
from tests.delivery.shop import Answering, Shop, open_shop

shop = open_shop

DENTIST = "BEGIN:VEVENT\nUID:a\nSUMMARY:Zahnarzt\nDTSTART:20261124T090000\nDURATION:PT1H\nEND:VEVENT\n"
CHOIR = "BEGIN:VEVENT\nUID:b\nSUMMARY:Chor\nDTSTART:20261126T190000\nDURATION:PT2H\nRRULE:FREQ=WEEKLY\nEND:VEVENT\n"


def calendar(*events: str, name: str = "Privat") -> bytes:
    return f"BEGIN:VCALENDAR\nX-WR-CALNAME:{name}\n{''.join(events)}END:VCALENDAR\n".encode()


@pytest.fixture
def workspace(tmp_path: Path, qapp: object) -> Iterator[Workspace]:
    with closing(a_store(tmp_path)) as store:
        yield Workspace(store, lambda: NOW)


@pytest.fixture
def keeper(workspace: Workspace) -> Iterator[BusyKeeper]:
    keeper = BusyKeeper(workspace)
    keeper.begin()
    yield keeper
    keeper.finish()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "there" / "privat.ics"
    path.parent.mkdir()
    path.write_bytes(calendar(DENTIST))
    return path


def titles(workspace: Workspace, week: Week = WEEK) -> list[str]:
    return [each.title for each in workspace.board((week,)).busy]


def added(keeper: BusyKeeper, qtbot: QtBot, source: BusySource, address: Path | str) -> int:
    with qtbot.waitSignal(keeper.added) as arrived:
        keeper.add(source, str(address))
    at_rest(keeper, qtbot)
    number: int = arrived.args[0]
    return number


def at_rest(keeper: BusyKeeper, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: keeper._job is None)


def only_state(keeper: BusyKeeper) -> BusyState:
    (calendar,) = keeper.calendars()
    return keeper.state(calendar)


def test_a_file_is_copied_into_the_plan(keeper: BusyKeeper, workspace: Workspace, qtbot: QtBot, file: Path) -> None:
    number = added(keeper, qtbot, BusySource.FILE, file)
    assert workspace.board((WEEK,)).busy == (
        BusyTime(number, "Zahnarzt", datetime(2026, 11, 24, 9), datetime(2026, 11, 24, 10)),
    )
    (calendar,) = keeper.calendars()
    assert (calendar.name, calendar.source, calendar.address) == ("Privat", BusySource.FILE, str(file))
    assert keeper.state(calendar) == BusyState(BusyStep.READY, NOW, "", 1)
    file.unlink()
    content = workspace.read(load_content, calendar.uid)
    assert content is not None
    assert b"Zahnarzt" in content.data


def test_a_calendar_without_a_name_goes_by_its_file(keeper: BusyKeeper, qtbot: QtBot, file: Path) -> None:
    file.write_bytes(calendar(DENTIST, name=""))
    added(keeper, qtbot, BusySource.FILE, file)
    assert keeper.calendars()[0].name == "privat"


def test_everything_is_one_step_that_can_be_taken_back(
    keeper: BusyKeeper, workspace: Workspace, qtbot: QtBot, file: Path
) -> None:
    stack = workspace.undo_stack
    number = added(keeper, qtbot, BusySource.FILE, file)
    keeper.rename(number, "Meins")
    keeper.rename(number, "Meins")
    keeper.show(number, False)
    assert titles(workspace) == []
    keeper.remove(number)
    assert keeper.calendars() == ()
    assert stack.count() == 4
    stack.undo()
    assert [each.name for each in keeper.calendars()] == ["Meins"]
    stack.undo()
    assert titles(workspace) == ["Zahnarzt"]
    stack.undo()
    stack.undo()
    assert keeper.calendars() == ()
    assert titles(workspace) == []
    stack.redo()
    at_rest(keeper, qtbot)
    assert titles(workspace) == ["Zahnarzt"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", UnreadableCode.EMPTY),
        (b"<html>", UnreadableCode.NOT_A_CALENDAR),
        (b"x" * 20_000_001, UnreadableCode.TOO_BIG),
        (None, FileProblem.FILE_MISSING),
    ],
)
def test_what_cannot_be_read_is_not_added(
    keeper: BusyKeeper, workspace: Workspace, qtbot: QtBot, file: Path, data: bytes | None, code: str
) -> None:
    if data is None:
        file.unlink()
    else:
        file.write_bytes(data)
    with qtbot.waitSignal(keeper.refused) as refused:
        keeper.add(BusySource.FILE, str(file))
    assert refused.args == [code, "privat.ics"]
    at_rest(keeper, qtbot)
    assert workspace.read(load_busy_calendars) == ()
    assert not workspace.undo_stack.count()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_a_pipe_holds_nobody_up(keeper: BusyKeeper, qtbot: QtBot, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.ics")
    with qtbot.waitSignal(keeper.refused) as refused:
        keeper.add(BusySource.FILE, str(tmp_path / "pipe.ics"))
    assert refused.args == [UnreadableCode.NOT_A_CALENDAR, "pipe.ics"]
    at_rest(keeper, qtbot)


def test_the_same_file_again_takes_the_place_of_the_first(
    keeper: BusyKeeper, workspace: Workspace, qtbot: QtBot, file: Path
) -> None:
    added(keeper, qtbot, BusySource.FILE, file)
    file.write_bytes(calendar(CHOIR))
    with qtbot.waitSignal(workspace.changed):
        keeper.add(BusySource.FILE, str(file))
    at_rest(keeper, qtbot)
    assert titles(workspace) == ["Chor"]
    assert len(keeper.calendars()) == 1
    assert workspace.undo_stack.count() == 1


def test_a_copied_file_is_not_watched(keeper: BusyKeeper, workspace: Workspace, qtbot: QtBot, file: Path) -> None:
    added(keeper, qtbot, BusySource.FILE, file)
    assert keeper._watcher is None


def replaced(file: Path, data: bytes) -> None:
    """As most programs save: a new file takes the place of the old one."""
    new = file.with_suffix(".new")
    new.write_bytes(data)
    new.replace(file)


def test_a_watched_file_is_read_again_whenever_it_changes(
    keeper: BusyKeeper, workspace: Workspace, qtbot: QtBot, file: Path
) -> None:
    added(keeper, qtbot, BusySource.WATCHED, file)
    file.write_bytes(calendar(DENTIST, CHOIR))
    qtbot.waitUntil(lambda: titles(workspace) == ["Zahnarzt", "Chor"])
    replaced(file, calendar(CHOIR))
    qtbot.waitUntil(lambda: titles(workspace) == ["Chor"])
    replaced(file, calendar(DENTIST))
    qtbot.waitUntil(lambda: titles(workspace) == ["Zahnarzt"])
    at_rest(keeper, qtbot)
    assert workspace.undo_stack.count() == 1


def test_a_watched_file_that_goes_and_comes_back(
    keeper: BusyKeeper, workspace: Workspace, qtbot: QtBot, file: Path
) -> None:
    added(keeper, qtbot, BusySource.WATCHED, file)
    file.unlink()
    qtbot.waitUntil(lambda: only_state(keeper).problem == FileProblem.FILE_MISSING)
    assert titles(workspace) == ["Zahnarzt"]
    file.write_bytes(b"half a fi")
    qtbot.waitUntil(lambda: only_state(keeper).problem == UnreadableCode.NOT_A_CALENDAR)
    assert titles(workspace) == ["Zahnarzt"]
    file.write_bytes(calendar(CHOIR))
    qtbot.waitUntil(lambda: titles(workspace) == ["Chor"])
    assert only_state(keeper).problem == ""
    at_rest(keeper, qtbot)


def test_the_next_window_knows_it_all_and_looks_at_watched_files(
    keeper: BusyKeeper, workspace: Workspace, qtbot: QtBot, file: Path, tmp_path: Path
) -> None:
    copied = tmp_path / "copied.ics"
    copied.write_bytes(calendar(DENTIST, name="Kopie"))
    added(keeper, qtbot, BusySource.FILE, copied)
    added(keeper, qtbot, BusySource.WATCHED, file)
    keeper.finish()
    assert titles(workspace) == []
    copied.unlink()
    file.write_bytes(calendar(CHOIR))
    later = BusyKeeper(workspace)
    later.begin()
    qtbot.waitUntil(lambda: titles(workspace) == ["Zahnarzt", "Chor"])
    at_rest(later, qtbot)
    later.finish()


def test_what_was_left_out_is_told(keeper: BusyKeeper, qtbot: QtBot, file: Path) -> None:
    never = "BEGIN:VEVENT\nUID:never\nEND:VEVENT\n"
    odd = "BEGIN:VEVENT\nUID:odd\nDTSTART;TZID=Nowhere:20261124T090000\nEND:VEVENT\n"
    file.write_bytes(calendar(DENTIST, never, odd))
    added(keeper, qtbot, BusySource.FILE, file)
    skipped = (Skipped("never", SkipCode.NO_START),)
    assert only_state(keeper) == BusyState(BusyStep.READY, NOW, "", 2, skipped, ("Nowhere",))


def test_an_address_is_asked_when_it_is_added_and_when_the_user_wants_it(
    keeper: BusyKeeper, workspace: Workspace, qtbot: QtBot, shop: Shop
) -> None:
    shop.ways["/a.ics"] = lambda asked: asked.answer(calendar(DENTIST))
    number = added(keeper, qtbot, BusySource.ADDRESS, shop.at("/a.ics"))
    keeper._follow(is_fresh=True)
    at_rest(keeper, qtbot)
    assert shop.asked == ["/a.ics"]
    shop.ways["/a.ics"] = lambda asked: asked.answer(calendar(CHOIR))
    keeper.refresh(number)
    qtbot.waitUntil(lambda: titles(workspace) == ["Chor"])
    at_rest(keeper, qtbot)
    shop.ways["/a.ics"] = lambda asked: asked.answer(b"", 404)
    keeper.refresh(number)
    qtbot.waitUntil(lambda: only_state(keeper).problem == ProblemCode.NOT_FOUND)
    assert titles(workspace) == ["Chor"]
    at_rest(keeper, qtbot)
    content = workspace.read(load_content, keeper.calendars()[0].uid)
    assert content is not None
    assert content.problem == ProblemCode.NOT_FOUND


def test_the_same_answer_counts_as_read_now(keeper: BusyKeeper, workspace: Workspace, qtbot: QtBot, shop: Shop) -> None:
    shop.ways["/a.ics"] = lambda asked: asked.answer(calendar(DENTIST))
    number = added(keeper, qtbot, BusySource.ADDRESS, shop.at("/a.ics"))
    workspace.clock = lambda: NOW + timedelta(hours=1)
    keeper.refresh(number)
    qtbot.waitUntil(lambda: only_state(keeper).read_at == NOW + timedelta(hours=1))
    at_rest(keeper, qtbot)


def test_a_window_that_closes_does_not_wait_for_a_server(keeper: BusyKeeper, qtbot: QtBot, shop: Shop) -> None:

    def say_nothing(asked: Answering) -> None:
        asked.server.is_closing.wait()

    shop.ways["/a.ics"] = say_nothing
    keeper.add(BusySource.ADDRESS, shop.at("/a.ics"))
    assert keeper.is_adding
    qtbot.waitUntil(lambda: shop.asked == ["/a.ics"])
    keeper.finish()
    at_rest(keeper, qtbot)


def test_weeks_far_away_are_read_when_they_are_shown(
    keeper: BusyKeeper, workspace: Workspace, qtbot: QtBot, file: Path
) -> None:
    file.write_bytes(calendar(CHOIR))
    added(keeper, qtbot, BusySource.FILE, file)
    far = WEEK.shifted(300)
    qtbot.waitUntil(lambda: titles(workspace, far) == ["Chor"])
    at_rest(keeper, qtbot)
    qtbot.waitUntil(lambda: titles(workspace, WEEK) == ["Chor"])
    at_rest(keeper, qtbot)


def test_another_zone_of_the_plan_is_another_time(
    keeper: BusyKeeper, workspace: Workspace, qtbot: QtBot, file: Path
) -> None:
    file.write_bytes(calendar(DENTIST.replace("T090000", "T090000Z")))
    added(keeper, qtbot, BusySource.FILE, file)
    assert workspace.board((WEEK,)).busy[0].starts_at.hour == 10
    workspace.edit("Move", save_plan, replace(workspace.plan, zone="Asia/Tokyo"))
    qtbot.waitUntil(lambda: [each.starts_at.hour for each in workspace.board((WEEK,)).busy] == [18])
    at_rest(keeper, qtbot)


def test_another_program_may_import(keeper: BusyKeeper, workspace: Workspace, qtbot: QtBot, file: Path) -> None:
    added(keeper, qtbot, BusySource.FILE, file)
    (known,) = keeper.calendars()
    with closing(Store.open(workspace.store.path)) as other:
        other.keep(keep_content, BusyContent(known.uid, calendar(CHOIR), NOW))
    workspace.notice_outside()
    qtbot.waitUntil(lambda: titles(workspace) == ["Chor"])
    at_rest(keeper, qtbot)


def test_whoever_only_looks_leaves_everything_alone(
    keeper: BusyKeeper, workspace: Workspace, qtbot: QtBot, file: Path
) -> None:
    """A picture may be taken beside the window, which can still undo a removal."""
    number = added(keeper, qtbot, BusySource.WATCHED, file)
    gone = added(keeper, qtbot, BusySource.FILE, file)
    (known,) = (each for each in keeper.calendars() if each.id == gone)
    keeper.remove(gone)
    file.write_bytes(calendar(CHOIR))
    with closing(Store.open(workspace.store.path)) as store:
        beside = Workspace(store, lambda: NOW)
        other = BusyKeeper(beside)
        other.begin(is_looking=True)
        other.wait()
        assert [(each.calendar_id, each.title) for each in beside.board((WEEK,)).busy] == [(number, "Zahnarzt")]
        other.finish()
    assert workspace.read(load_content, known.uid) is not None
    qtbot.waitUntil(lambda: titles(workspace) == ["Chor"])
    at_rest(keeper, qtbot)
