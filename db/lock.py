"""Who has a plan open: one window at a time.

The lock is held by the operating system on a small file beside the plan and vanishes with the process that holds it,
so nothing a crash leaves behind can lock anybody out. Commands write beside the window and do not ask.
"""

from __future__ import annotations

from pathlib import Path

from filelock import FileLock, Timeout

from db.errors import PlanLocked, PlanReadOnly
from db.problems import disk_problems

_A_GLANCE = 0.3  # seconds: longer than somebody else's look at the lock takes


class WindowLock:
    """The right to be the plan's window, from `hold_window` to `release`."""

    def __init__(self, lock: FileLock) -> None:
        self._lock = lock

    def release(self) -> None:
        """Give the plan free; a second call does nothing."""
        self._lock.release()


def hold_window(path: Path) -> WindowLock:
    """Become the window of a plan, which need not exist yet.

    Raises PlanLocked when another window has it, PlanReadOnly when its folder takes no lock.
    """
    lock = _lock(path)
    try:
        with disk_problems(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            lock.acquire(timeout=_A_GLANCE, poll_interval=_A_GLANCE / 6)
    except Timeout as error:
        raise PlanLocked(path) from error
    except OSError as error:  # a disk that knows no locks, or something in the lock's place
        raise PlanReadOnly(path, str(error)) from error
    return WindowLock(lock)


def window_is_open(path: Path) -> bool:
    """Tell whether a window, of this or another process, has the plan. Raises StorageProblem."""
    if not path.parent.exists():
        return False
    lock = _lock(path)
    try:
        with disk_problems(path):
            lock.acquire(blocking=False)
    except Timeout:
        return True
    lock.release()
    return False


def _lock(path: Path) -> FileLock:
    whole = path.resolve()  # a link to the plan is the same plan
    return FileLock(whole.with_name(f".{whole.name}.lock"), thread_local=False)
