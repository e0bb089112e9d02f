"""The guards of tests/conftest.py catch what they are there for."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

CULPRITS = """
import logging, os, socket, threading, time, warnings
from pathlib import Path
import pytest
from PySide6.QtCore import QLocale, QTimer, qWarning
from PySide6.QtWidgets import QWidget

left = []

def test_bad_log(): logging.getLogger("x").warning("something")
def test_bad_qt(qapp): qWarning("something")
def test_bad_python(): warnings.warn("something")
def test_bad_window(qapp): left.append(QWidget()); left[-1].show()
def test_bad_thread(): threading.Thread(target=lambda: time.sleep(9), daemon=True).start()
def test_bad_network(): socket.create_connection(("192.0.2.1", 80), timeout=1)
def test_bad_lookup(): socket.getaddrinfo("example.org", 80)
def test_bad_slot(qapp, qtbot):
    QTimer.singleShot(0, lambda: 1 / 0)
    qtbot.wait(20)
@pytest.mark.expects_log("never")
def test_bad_expectation(): pass

@pytest.mark.expects_log("some")
def test_good_log(): logging.getLogger("x").warning("something")
def test_good_network():
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()): pass
def test_good_window(qtbot): qtbot.addWidget(QWidget())
def test_good_home(): assert not list(Path.home().iterdir()) and Path.home() != Path("~")
def test_good_machine(qapp): assert QLocale().toString(1.5) == "1,5" and time.timezone == -20700
"""


def test_every_culprit_is_caught_and_nobody_else(tmp_path: Path) -> None:
    (tmp_path / "test_culprits.py").write_text(CULPRITS, encoding="utf-8")
    run = subprocess.run(
        [
            *(sys.executable, "-m", "pytest", "-p", "tests.conftest", "-p", "no:randomly", "-p", "no:cacheprovider"),
            *("-c", ROOT / "pyproject.toml", "--rootdir", tmp_path, "-rA", "--no-header", tmp_path),
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    outcome = {
        name: word
        for word in ("PASSED", "FAILED", "ERROR")
        for line in run.stdout.splitlines()
        if line.startswith(word)
        for name in [line.split("::")[-1].split()[0]]
    }
    assert outcome, run.stdout + run.stderr
    for name, word in outcome.items():
        assert (word == "PASSED") == name.startswith("test_good"), f"{name} {word}\n{run.stdout}"
    assert len(outcome) == CULPRITS.count("def test_")
