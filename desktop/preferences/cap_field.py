"""A field for a cap: an amount of time that is never below its target."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.ui.fields import MinutesField

translate = QCoreApplication.translate

LONGEST_WEEK = 7 * 24 * 60


class CapField(MinutesField):
    """Minutes; what is below `least` is not taken."""

    def __init__(self) -> None:
        super().__init__("clock", has_unit=True, most=LONGEST_WEEK)
        self.least = 0
        self._no_amount = self._sentence
        self._sentence = self._reason

    def _understand(self, text: str) -> int | None:
        minutes = super()._understand(text)
        return None if minutes is None or minutes < self.least else minutes

    def _reason(self) -> str:
        if super()._understand(self.editor.text().strip()) is None:
            return self._no_amount()
        return translate("CapField", "The cap cannot be below the target.")

    def _take(self, value: int | None) -> None:
        super()._take(None if value is None else max(value, self.least))
