"""What a screen reader would say: the announcements on their way to Qt."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent

from desktop.ui import accessible


class _Listening:
    """Stands between the program and Qt's accessibility, and hands everything on."""

    AnnouncementPoliteness = QAccessible.AnnouncementPoliteness
    Event = QAccessible.Event
    Role = QAccessible.Role
    State = QAccessible.State
    Text = QAccessible.Text

    def __init__(self) -> None:
        self.heard: list[str] = []

    def updateAccessibility(self, event: QAccessibleEvent) -> None:
        """Note a sentence that is to be read out."""
        if isinstance(event, QAccessibleAnnouncementEvent):
            self.heard.append(event.message())
        QAccessible.updateAccessibility(event)


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The sentences that have been announced since the test began, in order."""
    listening = _Listening()
    monkeypatch.setattr(accessible, "QAccessible", listening)
    return listening.heard
