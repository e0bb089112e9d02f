"""What every test stands on: a machine of its own, and nothing goes wrong unseen.

The machine has no screen and no network, speaks German, lies in a zone that no plan of the tests uses, and has an empty
home. Python warnings (see pyproject.toml), log records and Qt messages from WARNING up, windows and threads left behind
fail the test that caused them. A record that a test is about is announced: `@pytest.mark.expects_log("regex")`; a Qt
message: pytest-qt's `@pytest.mark.qt_log_ignore("regex")`.
"""

from __future__ import annotations

import gc
import ipaddress
import logging
import os
import re
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QSettings, QThreadPool
from PySide6.QtWidgets import QApplication, QWidget

from desktop import languages

PASSING_QT_MESSAGES = (
    # the offscreen platform has no window manager to talk to, and says so whenever it is asked
    r"^This plugin does not support (propagateSizeHints|raise|setParent|setting window masks)",
    r"^This plugin does not support grabbing the (mouse|keyboard)",
)
PASSING_RECORDS = (
    # the program writes Qt's messages into its log, so the passing ones come there, too
    r"Qt: This plugin does not support (propagateSizeHints|raise|setParent|grabbing the (mouse|keyboard))",
)
PASSING_THREADS = (
    r"^asyncio_",  # pools of the test tools themselves
    r"^execnet-",
)

settings.register_profile(
    "quick",
    max_examples=60,
    deadline=None,
    derandomize="CI" in os.environ,  # a change must not fail for what it did not touch
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "soak",
    max_examples=3000,
    stateful_step_count=80,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.load_profile(os.environ.get("WOCHENWERK_EXAMPLES", "quick"))


def pytest_configure(config: pytest.Config) -> None:
    """Set the machine before anything of Qt or of the program looks at it."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["TZ"] = "Asia/Kathmandu"
    if sys.platform != "win32":
        time.tzset()
    for name in ("LANG", "LC_ALL"):
        os.environ[name] = "C.UTF-8"  # the only locale that every system has; what Qt shows is set per test
    os.environ["LANGUAGE"] = "de"
    config.addinivalue_line("markers", "expects_log(regex): the test is about this log record and must see it")
    for message in PASSING_QT_MESSAGES:
        config.addinivalue_line("qt_log_ignore", message)
    sys.addaudithook(_refuse_network)


def _refuse_network(event: str, arguments: tuple[object, ...]) -> None:
    """Fail whatever leaves this machine; loopback and Unix sockets stay open."""
    if event in {"socket.connect", "socket.sendto"}:
        address = arguments[1]
    elif event == "socket.getaddrinfo":
        address = (arguments[0],)
    else:
        return
    if isinstance(address, tuple) and not _is_here(address[0]):
        pytest.fail(f"a test reached for the network: {address}")


def _is_here(host: object) -> bool:
    if host in {None, "", "localhost", b"localhost"}:
        return True
    name = host.decode() if isinstance(host, bytes) else str(host)
    try:
        return ipaddress.ip_address(name.partition("%")[0]).is_loopback
    except ValueError:
        return False


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the test an empty home; the program's folders of every system lie in it."""
    home = tmp_path_factory.mktemp("home")
    for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(home))
    for name in ("CONFIG", "DATA", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    for settings_format in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        QSettings.setPath(settings_format, QSettings.Scope.UserScope, str(home / "config"))
    return home


@pytest.fixture(autouse=True)
def sources_and_german_formats() -> Iterator[None]:
    """Start every test with the words of the sources and German numbers and dates, whatever the last one chose."""
    languages.fall_silent()
    QLocale.setDefault(QLocale(QLocale.Language.German, QLocale.Country.Germany))
    yield
    languages.fall_silent()
    QLocale.setDefault(QLocale(QLocale.Language.German, QLocale.Country.Germany))


class _Records(logging.Handler):
    """Keeps what was logged from WARNING up."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the record as one line."""
        self.messages.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def quiet_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail the test on a log record that it did not announce, and on an announced one that never came."""
    expected = [str(mark.args[0]) for mark in request.node.iter_markers("expects_log")]
    handler = _Records()
    logging.getLogger().addHandler(handler)
    try:
        yield
    finally:
        logging.getLogger().removeHandler(handler)
    unannounced = [
        message
        for message in handler.messages
        if not any(re.search(pattern, message) for pattern in (*PASSING_RECORDS, *expected))
    ]
    missing = [pattern for pattern in expected if not any(re.search(pattern, message) for message in handler.messages)]
    if unannounced:
        pytest.fail("logged without being announced:\n" + "\n".join(unannounced))
    if missing:
        pytest.fail("announced but never logged:\n" + "\n".join(missing))


@pytest.fixture(autouse=True)
def nothing_left() -> Iterator[None]:
    """Fail the test if a window or a thread outlives it; windows are closed for the next test's sake."""
    threads_before = set(threading.enumerate())
    yield
    windows = _leftover_windows()
    names = [f"{type(window).__name__} {window.objectName()!r} {window.windowTitle()!r}" for window in windows]
    for window in windows:
        window.close()
        window.deleteLater()
    del windows
    _delete_deferred()
    if names:
        pytest.fail("windows left open:\n" + "\n".join(names))
    if not QThreadPool.globalInstance().waitForDone(5000):
        pytest.fail("Qt's thread pool is still at work")
    if threads := _leftover_threads(threads_before):
        pytest.fail(f"threads left running: {threads}")


def _delete_deferred() -> None:
    if QCoreApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _leftover_windows() -> list[QWidget]:
    if not isinstance(QCoreApplication.instance(), QApplication):
        return []
    _delete_deferred()
    if not _own_windows():
        return []
    gc.collect()  # a cycle alone keeps no window open for the user
    _delete_deferred()
    return _own_windows()


def _own_windows() -> list[QWidget]:
    """Return the windows that nobody else owns and that Qt did not make for itself (its tool tip)."""
    return [
        window
        for window in QApplication.topLevelWidgets()
        if window.parent() is None and window.metaObject().className() not in {"QTipLabel", "QDesktopScreenWidget"}
    ]


def _leftover_threads(before: set[threading.Thread]) -> list[str]:
    left = []
    for thread in set(threading.enumerate()) - before:
        if not any(re.search(pattern, thread.name) for pattern in PASSING_THREADS):
            thread.join(5)
            if thread.is_alive():
                left.append(thread.name)
    return sorted(left)
