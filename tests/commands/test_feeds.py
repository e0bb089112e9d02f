"""Calendar files and addresses without a window: what scripts and schedulers rely on."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from icalendar import Calendar

from db import items
from db.feed_records import Delivery, DeliveryKind, Feed
from db.feeds import load_feeds, put_delivery, put_feed
from db.records import Changes
from db.store import Store
from desktop.workspace import utc_now
from tests.builders import a_post, a_store
from tests.commands.conftest import ROOT, Run

SOON = utc_now().replace(tzinfo=None, second=0, microsecond=0) + timedelta(days=3)
PATIENCE_SECONDS = 20


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """A plan with a post in three days and no feeds."""
    store = a_store(tmp_path, posts=[a_post("Zimtschnecken", SOON)])
    store.close()
    return store.path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where calendar files are wanted."""
    chosen = tmp_path / "Kalender"
    chosen.mkdir()
    return chosen


def set_up(run: Run, plan: Path, *folders: Path) -> None:
    """Do what the page of the settings does on this computer: feeds, and folders that take all of them."""
    assert run("feeds", "--plan", plan).code == 1
    (settings,) = plan.parent.joinpath("home").rglob("*.ini")
    (machine,) = re.findall(r"^machine=(.+)$", settings.read_text(), re.MULTILINE)
    with closing(Store.open(plan)) as store:
        for name in ("Alles", "Arbeit"):
            store.write(put_feed, Feed(0, "", name, "", "", has_posts=name == "Alles"))
        for folder in folders:
            store.write(put_delivery, Delivery(0, "", DeliveryKind.FOLDER, str(folder), machine=machine))


def titles(data: bytes) -> set[str]:
    """What a calendar shows, without the words before."""
    return {str(event["SUMMARY"]).rpartition(": ")[2] for event in Calendar.from_ical(data).walk("VEVENT")}


def test_files_are_written_once_and_each_is_named(run: Run, plan: Path, folder: Path) -> None:
    set_up(run, plan, folder)

    first = run("feeds", "--plan", plan)
    again = run("feeds", "--plan", plan, "--language", "en")

    assert (first.code, first.err) == (0, "")
    assert first.out == f"{folder}/Alles.ics: geschrieben\n{folder}/Arbeit.ics: geschrieben\n"
    assert again.out == f"{folder}/Alles.ics: unchanged\n{folder}/Arbeit.ics: unchanged\n"
    assert titles((folder / "Alles.ics").read_bytes()) == {"Zimtschnecken"}
    with closing(Store.open(plan)) as store:
        store.write(items.put, Changes(posts=(a_post("Stollen", SOON),)))
    changed = run("feeds", "--plan", plan)
    assert changed.out == f"{folder}/Alles.ics: geschrieben\n{folder}/Arbeit.ics: unverändert\n"


def test_a_file_that_cannot_be_written_is_named_and_the_others_are_there(run: Run, plan: Path, folder: Path) -> None:
    (folder / "Alles.ics").write_text("somebody else's")
    gone = folder / "gone"
    set_up(run, plan, folder, gone)

    answer = run("feeds", "--plan", plan)

    assert answer.code == 1
    assert answer.out == f"{folder}/Arbeit.ics: geschrieben\n"
    assert answer.err.startswith(f"{folder}/Alles.ics: ")
    assert answer.err.count("\n") == 1
    assert (folder / "Alles.ics").read_text() == "somebody else's"
    (folder / "Alles.ics").unlink()
    answer = run("feeds", "--plan", plan)
    assert (answer.code, answer.err.startswith(f"{gone}: ")) == (1, True)
    assert not gone.exists()


def test_where_nothing_is_set_up_it_says_how(run: Run, plan: Path) -> None:
    before = plan.read_bytes()

    german, english = run("feeds", "--plan", plan), run("feeds", "--plan", plan, "--language", "en")

    assert (german.code, german.out) == (1, "")
    assert "„Kalender-Feeds“" in german.err
    assert "“Calendar feeds”" in english.err
    assert plan.read_bytes() == before
    assert run("feeds", "--plan", "none.wochenwerk").code == 1


def test_another_computers_folder_is_left_alone(run: Run, plan: Path, folder: Path) -> None:
    set_up(run, plan)
    with closing(Store.open(plan)) as store:
        store.write(put_delivery, Delivery(0, "", DeliveryKind.FOLDER, str(folder), machine="another"))

    assert run("feeds", "--plan", plan).code == 1
    assert not list(folder.iterdir())


def test_it_works_while_the_plan_is_open(run: Run, plan: Path, folder: Path) -> None:
    set_up(run, plan, folder)
    assert run("feeds", "--plan", plan).code == 0
    with closing(Store.open(plan)) as window:
        assert not window.changed_outside()
        window.write(items.put, Changes(posts=(a_post("Stollen", SOON),)))

        assert run("feeds", "--plan", plan).code == 0

        assert not window.changed_outside()  # or the window would have to forget what undo knows
    assert titles((folder / "Alles.ics").read_bytes()) == {"Zimtschnecken", "Stollen"}


def test_the_sample_plan_leaves_its_usual_calendars_here(run: Run, tmp_path: Path) -> None:
    answer = run("feeds", "--demo")

    assert answer.code == 0
    written = {Path(line.rpartition(": ")[0]) for line in answer.out.splitlines()}
    assert written == set((tmp_path / "wochenwerk-demo").iterdir())
    assert {file.name for file in written} == {
        *("woche.ics", "instagram.ics", "facebook.ics", "linkedin.ics", "arbeitsbloecke.ics"),
    }

    foreign = tmp_path / "wochenwerk-demo" / "privat.ics"
    foreign.write_bytes(b"BEGIN:VCALENDAR\r\nPRODID:-//Somebody//EN\r\nEND:VCALENDAR\r\n")
    again = run("feeds", "--demo")  # of another throw-away plan
    assert again.code == 0
    assert {Path(line.rpartition(": ")[0]) for line in again.out.splitlines()} == written
    assert foreign.exists()


# addresses


@contextmanager
def serving(plan: Path, count: int, *arguments: str) -> Iterator[tuple[subprocess.Popen[str], list[str]]]:
    """`wochenwerk serve`, and so many addresses that it names; it is ended as the system ends programs."""
    home = plan.parent / "home"
    environment = {"HOME": str(home), "PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "LANG": "de_DE.UTF-8"}
    environment |= {name: value for name, value in os.environ.items() if name.startswith("COV")}
    command = [sys.executable, "-m", "desktop", "serve", *arguments]
    with subprocess.Popen(
        command, env=environment, cwd=plan.parent, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        try:
            yield process, [process.stdout.readline().strip() for _ in range(count)]
        finally:
            process.terminate()
            process.wait(PATIENCE_SECONDS)


def shown(address: str) -> set[str]:
    """What a program sees there."""
    with urlopen(address, timeout=5) as answer:  # noqa: S310 - an address of our own
        return titles(answer.read())


@pytest.mark.skipif(os.name == "nt", reason="Windows ends programs in another way")
@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGINT])
def test_it_serves_until_it_is_told_to_end(run: Run, plan: Path, ending: signal.Signals) -> None:
    with serving(plan, 5, "--plan", str(plan)) as (process, addresses):
        assert [address.rpartition("/")[2] for address in addresses] == [
            *("woche.ics", "instagram.ics", "facebook.ics", "linkedin.ics", "arbeitsbloecke.ics"),
        ]
        assert shown(addresses[0]) == {"Zimtschnecken"}
        with pytest.raises(HTTPError, match="404"):
            shown(addresses[0].replace(addresses[0].split("/")[3], "x" * 43))

        process.send_signal(ending)

        assert process.wait(PATIENCE_SECONDS) == 0
        assert process.stderr is not None
        assert process.stderr.read() == ""


@pytest.mark.skipif(os.name == "nt", reason="Windows ends programs in another way")
def test_it_follows_what_others_write_and_keeps_its_addresses(run: Run, plan: Path) -> None:
    with serving(plan, 5, "--plan", str(plan)) as (_, addresses):
        with closing(Store.open(plan)) as store:
            store.write(items.put, Changes(posts=(a_post("Stollen", SOON),)))
        deadline = time.monotonic() + PATIENCE_SECONDS
        while "Stollen" not in shown(addresses[0]) and time.monotonic() < deadline:
            time.sleep(0.1)
        assert shown(addresses[0]) == {"Zimtschnecken", "Stollen"}

    with serving(plan, 5, "--plan", str(plan)) as (_, again):
        assert again == addresses


def test_a_taken_port_is_refused_in_words(run: Run, plan: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]

        answer = run("serve", "--plan", plan, "--port", port)

    assert (answer.code, answer.out) == (1, "")
    assert str(port) in answer.err
    assert "--port" in answer.err
    assert run("serve", "--plan", "none.wochenwerk").code == 1


@pytest.mark.parametrize("port", ["-1", "65536", "x", "1.5"])
def test_what_is_no_port_is_wrong_usage(run: Run, port: str) -> None:
    assert run("serve", "--port", port).code == 2


@pytest.mark.skipif(os.name == "nt", reason="Windows ends programs in another way")
def test_the_sample_plan_is_served_too(plan: Path) -> None:
    with serving(plan, 5, "--demo", "--port", "0") as (process, addresses):
        assert all(map(shown, addresses))
        assert process.poll() is None


def test_feeds_that_are_there_are_served_and_no_others_made(run: Run, plan: Path, folder: Path) -> None:
    set_up(run, plan, folder)
    with serving(plan, 2, "--plan", str(plan)) as (_, addresses):
        assert [address.rpartition("/")[2] for address in addresses] == ["Alles.ics", "Arbeit.ics"]
    with closing(Store.open(plan)) as store:
        assert len(store.read(load_feeds)) == 2
    assert not list(folder.iterdir())  # files are another command's
