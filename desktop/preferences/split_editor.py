"""How a target is split over the activities: a bar with grips, a field per activity, the way back to the usual."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from db.records import ACTIVITIES, DEFAULT_WEIGHTS, ByActivity, Platform
from desktop import wording
from desktop.planning.budget import split
from desktop.preferences.columns import Columns
from desktop.ui import icons, theme
from desktop.ui.controls import Text
from desktop.ui.fields import help_text
from desktop.ui.parts import EdgeLink, beside, stacked
from desktop.ui.popover import Sign
from desktop.ui.sliders import SplitBar
from desktop.ui.text_fields import TypedField

translate = QCoreApplication.translate

_WHOLE = 100
_PER_CENT = re.compile(r"(\d{1,3})\s*%?")


class SplitEditor(QWidget):
    """Signals: `committed(ByActivity of per cents, which make 100)`."""

    committed = Signal(object)

    def __init__(self, platform: Platform) -> None:
        super().__init__()
        self._target = platform.target
        self._bar = SplitBar(platform.kind)
        self._bar.setAccessibleName(self.tr("Split over the activities"))
        usual = " / ".join(str(weight) for weight in DEFAULT_WEIGHTS)
        self._reset = EdgeLink(self.tr("Reset to {split}").format(split=usual))
        self._fields = [_PerCent() for _ in ACTIVITIES]
        column = stacked(self)
        head = beside()
        head.addWidget(Text(self.tr("Split over the activities"), "meta", "text-2", 600, is_wrapped=True), 1)
        head.addWidget(self._reset)
        column.addLayout(head)
        column.addSpacing(theme.px(4))
        column.addWidget(self._bar)
        column.addSpacing(theme.px(5))
        fields = QWidget()
        columns = Columns(fields, gap=10)
        for activity, field in zip(ACTIVITIES, self._fields, strict=True):
            whole = QWidget()
            rows = stacked(whole, spacing=5)
            title = beside(spacing=5)
            title.addWidget(Sign(icons.activity_icon(activity), size=13))
            title.addWidget(Text(wording.activity(activity), "meta", "text-2", 600), 1)
            rows.addLayout(title)
            rows.addWidget(field)
            field.set_name(wording.activity(activity))
            columns.add(whole, 124)
        column.addWidget(fields)
        column.addSpacing(theme.px(8))
        words = self.tr("Moving an edge changes only its two neighbours. Together they always make 100 %.")
        column.addWidget(help_text(words))
        self._bar.changed.connect(self._show_parts)
        self._bar.committed.connect(self.committed)
        self._reset.clicked.connect(self._take_usual)
        for number, field in enumerate(self._fields):
            field.committed.connect(lambda per_cent, number=number: self._take_field(number, per_cent))
        self.show_split(platform)

    def show_split(self, platform: Platform) -> None:
        """Show a platform's split, without a signal."""
        self._target = platform.target
        self._bar.set_kind(platform.kind)
        self._bar.set_value(platform.weights)
        self._show_parts()

    def _show_parts(self) -> None:
        parts = self._bar.value
        minutes = split(self._target, parts)
        self._bar.set_minutes(minutes)
        for field, part, amount in zip(self._fields, parts, minutes, strict=True):
            field.show_part(part, amount)

    def _take_field(self, number: int, per_cent: int) -> None:
        parts = balanced(self._bar.value, number, per_cent)
        self._bar.set_value(parts)
        self._show_parts()
        self.committed.emit(parts)

    def _take_usual(self) -> None:
        if self._bar.value != DEFAULT_WEIGHTS:
            self._bar.set_value(DEFAULT_WEIGHTS)
            self._show_parts()
            self.committed.emit(DEFAULT_WEIGHTS)


def balanced(parts: ByActivity, number: int, per_cent: int) -> ByActivity:
    """Parts that make 100 after one of them became `per_cent` (0 to 100).

    The neighbour behind pays or gains, the last part's neighbour before it; what it lacks the ones beyond it pay.
    """
    made = list(parts)
    owed = per_cent - made[number]
    made[number] = per_cent
    behind, before = list(range(number + 1, len(made))), list(range(number - 1, -1, -1))
    for place in [*behind, *before]:
        part = made[place]
        made[place] = min(max(part - owed, 0), _WHOLE)
        owed -= part - made[place]
    return ByActivity(*made)


class _PerCent(TypedField[int]):
    """Whole per cents, with the minutes that they are behind them."""

    def __init__(self) -> None:
        super().__init__(_understand, _show, _no_per_cent, size=30)
        self._amount = Text("", role="text-3")
        self.add_trailing(self._amount)
        self.editor.has_steps = True
        self.editor.stepped.connect(self._step)

    def show_part(self, per_cent: int, minutes: int) -> None:
        self._amount.setText(wording.hours_h(minutes))
        if per_cent != self.value:
            self.set_value(per_cent)

    def _step(self, step: int) -> None:
        at = _understand(self.editor.text())
        at = self.value if at is None else at
        self._take(min(max((at or 0) + step, 0), _WHOLE))
        self.editor.selectAll()


def _understand(text: str) -> int | None:
    found = _PER_CENT.fullmatch(text)
    return int(found[1]) if found and int(found[1]) <= _WHOLE else None


def _show(per_cent: int) -> str:
    return f"{per_cent} %"


def _no_per_cent() -> str:
    return translate("SplitEditor", "Write a number from 0 to 100.")
