"""What the Qt binding gets wrong and the program has to live with."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject

from tests.house import modules


def test_calls_into_qt_keep_none_alive() -> None:
    """PySide6 6.12.0 on Python 3.11 lost a reference to None on nearly every call."""
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(500):
        thing.setObjectName("x")
    assert sys.getrefcount(None) > before - 50


def test_nobody_walks_along_the_focus_chain() -> None:
    """PySide takes what these return for a child of whom it asked: with that widget the other's wrapper dies."""
    asks = ("nextInFocusChain(", "previousInFocusChain(")
    found = [file.name for file in modules("desktop") if any(each in file.read_text(encoding="utf-8") for each in asks)]
    assert not found
