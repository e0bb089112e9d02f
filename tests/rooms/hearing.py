"""What a screen reader would say: the announcements on their way to Qt."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent

from desktop.ui import accessible


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The sentences that have been announced since the test began, in order."""
    sentences: list[str] = []

    def listen(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            sentences.append(event.message())
        QAccessible.updateAccessibility(event)

    names = ("AnnouncementPoliteness", "Event", "Role", "State", "Text", "installFactory")
    known = {name: getattr(QAccessible, name) for name in names}
    monkeypatch.setattr(accessible, "QAccessible", SimpleNamespace(updateAccessibility=listen, **known))
    return sentences
