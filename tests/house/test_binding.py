"""The Qt binding does not lose references: PySide6 6.12.0 on Python 3.11 lost one to None on nearly every call."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject


def test_calls_into_qt_keep_none_alive() -> None:
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(500):
        thing.setObjectName("x")
    assert sys.getrefcount(None) > before - 50
