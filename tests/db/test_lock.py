"""One window at a time."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
from contextlib import closing
from pathlib import Path

import pytest

from db import items
from db.errors import PlanLocked
from db.lock import hold_window, window_is_open
from db.records import Changes
from db.store import Store
from tests.builders import a_post

HOLD = """
    import os, sys
    from pathlib import Path
    from db.lock import hold_window
    held = hold_window(Path(os.environ["PLAN"]))
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_second_window_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "plan.wochenwerk"
    held = hold_window(path)

    with pytest.raises(PlanLocked) as caught:
        hold_window(path)

    assert caught.value.path == path
    assert window_is_open(path)
    held.release()
    held.release()
    assert not window_is_open(path)
    hold_window(path).release()


def test_two_plans_have_two_windows(tmp_path: Path) -> None:
    one, other = hold_window(tmp_path / "a.wochenwerk"), hold_window(tmp_path / "b.wochenwerk")

    one.release()
    other.release()


def test_a_link_to_a_plan_is_the_same_plan(tmp_path: Path) -> None:
    (tmp_path / "desk").mkdir()
    link = tmp_path / "desk" / "link.wochenwerk"
    link.symlink_to(tmp_path / "plan.wochenwerk")
    held = hold_window(tmp_path / "plan.wochenwerk")

    assert window_is_open(link)
    with pytest.raises(PlanLocked):
        hold_window(link)

    held.release()


def test_a_plan_in_no_folder_has_no_window(tmp_path: Path) -> None:
    assert not window_is_open(tmp_path / "nowhere" / "plan.wochenwerk")
    assert list(tmp_path.iterdir()) == []


def test_a_dead_window_locks_nobody_out(tmp_path: Path) -> None:
    path = tmp_path / "plan.wochenwerk"
    with subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(HOLD)],
        env={**os.environ, "PLAN": str(path)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as window:
        assert window.stdout is not None
        assert window.stdout.readline() == "held\n"
        assert window_is_open(path)
        with pytest.raises(PlanLocked):
            hold_window(path)
        window.send_signal(signal.SIGKILL if os.name == "posix" else signal.SIGTERM)
        window.wait()

    assert not window_is_open(path)
    hold_window(path).release()


def test_commands_write_beside_the_window(store: Store) -> None:
    held = hold_window(store.path)

    with closing(Store.open(store.path)) as command:
        command.write(items.put, Changes(posts=(a_post(),)))

    held.release()
    assert store.changed_outside()
