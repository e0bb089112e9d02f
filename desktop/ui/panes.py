"""F6 goes from part to part of a room; inside a part, Tab goes on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


class Panes:
    """The parts of a room in their order; those in which nothing takes the focus are passed over."""

    def __init__(self, *parts: QWidget) -> None:
        self._parts = parts

    def is_last(self) -> bool:
        """Tell whether the focus is in the last part that takes it."""
        return bool(stops := self._stops()) and QApplication.focusWidget() in stops[-1]

    def step(self, by: int) -> None:
        """Give the focus to the next part (+1) or the one before (-1)."""
        stops, now = self._stops(), QApplication.focusWidget()
        if stops:
            at = next((place for place, inside in enumerate(stops) if now in inside), -1 if by > 0 else 0)
            stops[(at + by) % len(stops)][0].setFocus(Qt.FocusReason.TabFocusReason)

    def _stops(self) -> Sequence[Sequence[QWidget]]:
        """What Tab reaches in each part, parts without anything left out."""
        found = (
            [
                each
                for each in part.findChildren(QWidget)
                if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isVisible() and each.isEnabled()
            ]
            for part in self._parts
        )
        return [stops for stops in found if stops]
