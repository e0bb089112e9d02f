"""The page about how the program looks on this machine: colours, language, text size, movement, contrast."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.preferences.parts import Choice, Section
from desktop.ui import theme
from desktop.ui.controls import Segmented, Switch, Text
from desktop.ui.parts import stacked

_WIDTH = 720


@dataclass(frozen=True, slots=True)
class Look:
    """What is chosen: `mode` system, light or dark; `language` de or en; `scale` in per cent."""

    mode: str
    language: str
    scale: int
    is_still: bool
    has_contrast: bool


class LookPage(QWidget):
    """Five choices; each has a signal with its new value.

    `mode_chosen(str)`, `language_chosen(str)`, `scale_chosen(int)`, `stillness_chosen(bool)`, `contrast_chosen(bool)`.
    """

    mode_chosen = Signal(str)
    language_chosen = Signal(str)
    scale_chosen = Signal(int)
    stillness_chosen = Signal(bool)
    contrast_chosen = Signal(bool)

    def __init__(self, scales: Sequence[int]) -> None:
        super().__init__()
        self._mode = Segmented([("system", self.tr("System")), ("light", self.tr("Light")), ("dark", self.tr("Dark"))])
        self._language = Segmented([("de", "Deutsch"), ("en", "English")])
        self._scale = Segmented([(str(scale), f"{scale} %") for scale in scales])
        self._stillness = Switch(self.tr("Reduce motion"))
        self._contrast = Switch(self.tr("High contrast"))
        for control, name in ((self._mode, self.tr("Colours")), (self._language, self.tr("Language"))):
            control.setAccessibleName(name)
        self._scale.setAccessibleName(self.tr("Text size"))
        self._lay_out()
        self._mode.changed.connect(self.mode_chosen)
        self._language.changed.connect(self.language_chosen)
        self._scale.changed.connect(self._choose_scale)
        self._stillness.clicked.connect(self.stillness_chosen)
        self._contrast.clicked.connect(self.contrast_chosen)

    def show_look(self, look: Look) -> None:
        """Show what is chosen, without a signal."""
        self._mode.set_value(look.mode)
        self._language.set_value(look.language)
        self._scale.set_value(str(look.scale))
        self._stillness.setChecked(look.is_still)
        self._contrast.setChecked(look.has_contrast)

    def _lay_out(self) -> None:
        column = stacked(self)
        column.addWidget(Text(self.tr("Appearance"), "title-2"))
        column.addSpacing(theme.px(2))
        words = self.tr("Holds on this computer, whatever plan is open. Everything applies at once.")
        column.addWidget(Text(words, role="text-2", is_wrapped=True))
        column.addSpacing(theme.px(14))
        looks = Section(self.tr("Colours and text"), gap=6)
        like_system = self.tr("“System” turns dark when the computer does")
        looks.body.addWidget(Choice(self.tr("Colours"), like_system, self._mode))
        looks.body.addWidget(Choice(self.tr("Text size"), self.tr("Everything grows with the text"), self._scale))
        looks.body.addWidget(Choice(self.tr("Language"), self.tr("What is in the plan stays as it is"), self._language))
        ease = Section(self.tr("Motion and contrast"), gap=6)
        no_motion = self.tr("Nothing slides or fades, and messages stay until they are closed")
        ease.body.addWidget(Choice(self.tr("Reduce motion"), no_motion, self._stillness))
        sharp = self.tr("Stronger lines and texts, no tinted surfaces")
        ease.body.addWidget(Choice(self.tr("High contrast"), sharp, self._contrast))
        for card in (looks, ease):
            card.setMaximumWidth(theme.px(_WIDTH))
            column.addWidget(card)
            column.addSpacing(theme.px(16))
        column.addStretch(1)

    def _choose_scale(self, key: str) -> None:
        self.scale_chosen.emit(int(key))
