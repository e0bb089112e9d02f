"""Fields for a time of day and for an amount of time, both in whole minutes."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from desktop import wording
from desktop.ui import typed
from desktop.ui.text_fields import TypedField

translate = QCoreApplication.translate
_QUARTER = 15


class TimeField(TypedField[int]):
    """A time of day in minutes after midnight, up to `latest`; arrows move it by quarters of an hour."""

    def __init__(
        self,
        icon: str | None = "clock",
        size: int = 32,
        latest: int = typed.DAY_MINUTES - 1,
        may_be_empty: bool = False,
        placeholder: str = "–",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            self._understand,
            wording.clock,
            _no_time,
            placeholder,
            icon,
            size,
            may_be_empty,
            parent,
        )
        self._latest = latest
        self.editor.has_steps = True
        self.editor.stepped.connect(self._step)

    def _understand(self, text: str) -> int | None:
        return typed.parse_clock(text, self._latest)

    def _step(self, direction: int) -> None:
        at = self._understand(self.editor.text())
        if at is None:
            at = self._held
        if at is None:
            return
        step = _QUARTER if abs(direction) == 1 else 60
        wanted = _next_multiple(at, step, direction)
        self._take(min(max(wanted, 0), self._latest // _QUARTER * _QUARTER))
        self.editor.selectAll()


class MinutesField(TypedField[int]):
    """An amount of time in minutes; the arrows step by five, the page keys by fifteen. `has_unit` shows 6:00 h."""

    def __init__(
        self,
        icon: str | None = None,
        size: int = 32,
        has_unit: bool = False,
        most: int = 6000,
        may_be_empty: bool = False,
        placeholder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            self._understand,
            wording.hours_h if has_unit else wording.hours,
            _no_amount,
            placeholder,
            icon,
            size,
            may_be_empty,
            parent,
        )
        self._most = most
        self.editor.has_steps = True
        self.editor.stepped.connect(self._step)
        if icon is None and size < 30:
            self.editor.setAlignment(Qt.AlignmentFlag.AlignRight)

    def _understand(self, text: str) -> int | None:
        return typed.parse_minutes(text, self._most)

    def _step(self, direction: int) -> None:
        at = self._understand(self.editor.text())
        if at is None:
            at = self._held or 0
        step = 5 if abs(direction) == 1 else _QUARTER
        self._take(min(max(_next_multiple(at, step, direction), 0), self._most))
        self.editor.selectAll()


def _no_time() -> str:
    return translate("Fields", "Write a time like 9:00 or 14:30.")


def _no_amount() -> str:
    return translate("Fields", "Write an amount like 0:45 or 1:30.")


def _next_multiple(at: int, step: int, direction: int) -> int:
    """The next multiple of a step above or below a value."""
    return (at // step + 1) * step if direction > 0 else -(-at // step) * step - step
