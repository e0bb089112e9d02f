"""Reckoning beside the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop import jobs
from desktop.calendar import reckoning
from desktop.calendar.reckoning import Reckoner


def test_nothing_is_to_come_once_the_newest_result_is_here(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reckoning, "AT_ONCE", 0.0)
    around = QObject()
    reckoner, heard = Reckoner(around), list[tuple[object, bool]]()
    reckoner.done.connect(lambda result: heard.append((result, reckoner.is_busy)))

    reckoner.reckon(1, lambda: "first")
    reckoner.reckon(1, lambda: "second")
    assert [reckoner.is_busy] == [True]
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [("second", False)]

    reckoner.reckon(1, lambda: "third")
    reckoner.forget()
    assert not reckoner.is_busy
    jobs.finish_all()
