"""What is chosen about the look of the program: kept among the settings of this machine, in force at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from desktop import settings as machine
from desktop.preferences.look_page import Look, LookPage
from desktop.settings import Setting, Settings

T = TypeVar("T")


class LookChoices(QObject):
    """Makes the page about the look and keeps what is chosen there.

    Signals: `look_changed()` when colours, movement or contrast changed; `rebuild_wanted()` when language or text size
    did, which only a new window shows.
    """

    look_changed = Signal()
    rebuild_wanted = Signal()

    def __init__(self, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings

    def page(self) -> LookPage:
        """A new page whose choices are kept."""
        page = LookPage(machine.TEXT_SCALES)
        page.mode_chosen.connect(lambda mode: self._choose(machine.THEME, mode, self.look_changed.emit))
        page.stillness_chosen.connect(lambda on: self._choose(machine.REDUCED_MOTION, on, self.look_changed.emit))
        page.contrast_chosen.connect(lambda on: self._choose(machine.HIGH_CONTRAST, on, self.look_changed.emit))
        page.language_chosen.connect(lambda key: self._choose(machine.LANGUAGE, key, self.rebuild_wanted.emit))
        page.scale_chosen.connect(lambda scale: self._choose(machine.TEXT_SCALE, scale, self.rebuild_wanted.emit))
        return page

    def look(self) -> Look:
        """What is in force."""
        value = self._settings.value
        return Look(
            mode=value(machine.THEME),
            language=self._settings.language(),
            scale=value(machine.TEXT_SCALE),
            is_still=value(machine.REDUCED_MOTION),
            has_contrast=value(machine.HIGH_CONTRAST),
        )

    def _choose(self, setting: Setting[T], value: T, tell: Callable[[], None]) -> None:
        if self._settings.value(setting) != value:
            self._settings.write(setting, value)
            tell()
