"""A calendar file read in a process of its own: whatever is in it, the window goes on, and the process ends in time.

The process is this module run by the same interpreter; a frozen program, which has none, runs itself with `ASKED`. It
gets the question on its standard input, a line of JSON and the bytes, and answers with JSON.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from db.records import BusyTime
from desktop.feeds.findings import MOST_BYTES, Reading, SkipCode, Skipped, Unreadable, UnreadableCode

if TYPE_CHECKING:
    from collections.abc import Callable

ASKED = "--read-calendar"  # what a frozen program is called with; no option for people

MOST_SECONDS = 5  # of a processor's time
MOST_WALL_SECONDS = 20  # of the clock, where other programs want the processor, or nobody limits its time
MOST_MEMORY = 300 << 20  # bytes

_STEP = 0.05  # seconds
_ROOT = Path(__file__).parents[2]


def read_apart(data: bytes, zone: ZoneInfo, first: date, last: date, step: Callable[[], None]) -> Reading:
    """As `desktop.feeds.reading.read`, within the limits above.

    `step` is called again and again; what it raises ends the process and goes on. Raises Unreadable, with TOO_LONG for
    a file that takes more than it may.
    """
    if len(data) > MOST_BYTES:
        raise Unreadable(UnreadableCode.TOO_BIG)
    question = json.dumps({"zone": zone.key, "first": first.isoformat(), "last": last.isoformat()}).encode()
    answer = _asked(question + b"\n" + data, step)
    if answer is None:
        raise Unreadable(UnreadableCode.TOO_LONG)
    told = json.loads(answer)
    if "unreadable" in told:
        raise Unreadable(UnreadableCode(told["unreadable"]))
    return Reading(
        told["name"],
        tuple(BusyTime(0, title, _moment(*starts), _moment(*ends), *how) for title, starts, ends, how in told["times"]),
        tuple(Skipped(uid, SkipCode(code)) for uid, code in told["skipped"]),
        tuple(told["unknown_zones"]),
    )


def _asked(question: bytes, step: Callable[[], None]) -> bytes | None:
    """What the process answers, None when it does not in time or dies of its limits."""
    own = [ASKED] if getattr(sys, "frozen", False) else ["-m", "desktop.delivery.reading_apart"]
    with tempfile.TemporaryFile() as asked:  # a pipe would not be filled any further after the first step
        asked.write(question)
        asked.seek(0)
        with subprocess.Popen(  # noqa: S603 - this program itself
            [sys.executable, *own],
            stdin=asked,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=_ROOT,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        ) as process:
            try:
                return _answer(process, step)
            finally:
                process.kill()  # does nothing to one that has ended


def _answer(process: subprocess.Popen[bytes], step: Callable[[], None]) -> bytes | None:
    ends = time.monotonic() + MOST_WALL_SECONDS
    while time.monotonic() < ends:
        step()
        try:
            answer, _ = process.communicate(timeout=_STEP)
        except subprocess.TimeoutExpired:
            continue
        return answer if process.returncode == 0 else None
    return None


def main() -> int:
    """Answer the question on the standard input."""
    _limit()
    from desktop.feeds.reading import read  # noqa: PLC0415 - within the limits

    asked = json.loads(sys.stdin.buffer.readline())
    days = [date.fromisoformat(asked[name]) for name in ("first", "last")]
    told: dict[str, object]
    try:
        reading = read(sys.stdin.buffer.read(), ZoneInfo(asked["zone"]), *days)
    except Unreadable as unreadable:
        told = {"unreadable": unreadable.code}
    else:
        told = {
            "name": reading.name,
            "times": [
                (each.title, _told(each.starts_at), _told(each.ends_at), (each.is_all_day, each.is_free))
                for each in reading.times
            ],
            "skipped": [(each.uid, each.code) for each in reading.skipped],
            "unknown_zones": reading.unknown_zones,
        }
    sys.stdout.buffer.write(json.dumps(told).encode())
    return 0


def _told(moment: datetime) -> tuple[str, int]:
    return moment.isoformat(), moment.fold


def _moment(text: str, fold: int) -> datetime:
    return datetime.fromisoformat(text).replace(fold=fold)


def _limit() -> None:
    """Let the system end this process when it wants too much, even when nobody waits for it any more."""
    try:
        import resource  # noqa: PLC0415 - Windows has none
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":  # elsewhere it counts what is only reserved, or is not obeyed
        resource.setrlimit(resource.RLIMIT_DATA, (MOST_MEMORY, MOST_MEMORY))


if __name__ == "__main__":
    sys.exit(main())
