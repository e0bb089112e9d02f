"""A small form for a second account of a kind that the plan has already."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from db.records import Platform, PlatformKind
from desktop import wording
from desktop.preferences.checked_field import CheckedField, anything
from desktop.preferences.form_popover import FormPopover
from desktop.preferences.parts import labelled
from desktop.ui import theme
from desktop.ui.fields import Option, SelectField, help_text


class AccountPopover(FormPopover):
    """Signals: `accepted(Platform)`, a new one. Goes away for good when it closes."""

    accepted = Signal(object)

    def __init__(
        self, parent: QWidget, kinds: Sequence[PlatformKind], kind: PlatformKind, names: Collection[str]
    ) -> None:
        super().__init__(parent)
        self._names = names
        self.kind = SelectField([Option(each, wording.kind_name(each), platform=each) for each in kinds])
        self.name = CheckedField(self._name_problem)
        self.handle = CheckedField(anything, "at")
        self.add_title(self.tr("Second account"), "copy")
        fields = (
            (self.tr("Kind"), self.kind),
            (self.tr("Name"), self.name),
            (self.tr("Account"), self.handle),
        )
        for title, field in fields:
            self.body.addSpacing(theme.px(10))
            self.body.addWidget(labelled(title, field))
        self.body.addSpacing(theme.px(10))
        words = self.tr("It has the colours of its kind, and a name, a target and posts of its own.")
        self.body.addWidget(help_text(words))
        self.body.addSpacing(theme.px(14))
        self.add_foot(self.tr("Create"))
        self.kind.set_value(kind)
        self._suggest(kind)
        self.kind.committed.connect(self._suggest)

    def _suggest(self, kind: str) -> None:
        self.name.set_value(free_name(PlatformKind(kind), self._names))

    def _name_problem(self, name: str) -> str:
        if not name:
            return self.tr("The platform needs a name.")
        if name.casefold() in {other.casefold() for other in self._names}:
            return self.tr("Another platform has this name.")
        return ""

    def _accept(self) -> None:
        self.name.commit()
        self.handle.commit()
        if self.name.problem or self.kind.value is None:
            self.name.setFocus()
            return
        kind, name, handle = PlatformKind(self.kind.value), self.name.value or "", self.handle.value or ""
        self.dismiss()
        self.accepted.emit(Platform(0, "", kind, name, handle=handle.removeprefix("@")))


def free_name(kind: PlatformKind, names: Collection[str]) -> str:
    """The name of a kind, with the first number that makes it one that nobody has: Instagram, Instagram 2."""
    taken = {name.casefold() for name in names}
    own = wording.kind_name(kind)
    name, number = own, 1
    while name.casefold() in taken:
        number += 1
        name = f"{own} {number}"
    return name
