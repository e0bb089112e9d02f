"""Removing what the plan lists; what other things of the plan refer to is kept, and that is said."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from html import escape

from PySide6.QtCore import QObject

from db.records import Campaign, ClosedDay, Format, Member, Occasion, Platform
from desktop import wording
from desktop.preferences.steps import Steps
from desktop.ui.toast import Toasts

Named = Campaign | ClosedDay | Format | Member | Occasion | Platform


class IsUsed(Exception):
    """Something of the plan refers to the record; posts of a format are counted. The record is kept."""

    def __init__(self, posts: int = 0) -> None:
        super().__init__(posts)
        self.posts = posts


@dataclass(frozen=True, slots=True)
class Storing:
    """How the page writes: one undo step each, under the words given.

    `put` answers None where it was refused. `remove` answers whether it was done, and raises IsUsed.
    """

    put: Callable[[Named, str], int | None]
    remove: Callable[[Named, str], bool]
    platforms: Callable[[], Sequence[Platform]]
    today: Callable[[], date]


class Removals(QObject):
    """Removes records, says what was removed, and what can be done instead where one is kept."""

    def __init__(self, parent: QObject, storing: Storing, steps: Steps, toasts: Toasts) -> None:
        super().__init__(parent)
        self._storing, self._steps, self._toasts = storing, steps, toasts

    def remove(self, record: Named) -> None:
        """Remove a record, or say why it stays."""
        name = wording.format_name(record) if isinstance(record, Format) else record.name
        try:
            is_done = self._storing.remove(record, self.tr("Delete “{name}”").format(name=name))
        except IsUsed as used:
            self._keep(record, name, used.posts)
            return
        if is_done:
            self._steps.say(self.tr("“{name}” deleted").format(name=escape(name)))

    def remove_platform(self, platform: Platform) -> None:
        """Remove a platform, unless it is the last one in the week."""
        if platform.is_active and sum(each.is_active for each in self._storing.platforms()) == 1:
            self.keep_last()
        else:
            self.remove(platform)

    def keep_last(self) -> None:
        """Say why the last platform stays."""
        self._toasts.fail(self.tr("At least one platform stays in the week. Show another one first."))

    def _keep(self, record: Named, name: str, posts: int) -> None:
        """Say why a record stays, and what can be done instead."""
        actions: list[tuple[str, Callable[[], object], str]] = []
        if isinstance(record, Format):
            sentence = (
                self.tr("“{name}” is kept: it is the format of %n post(s).", "", posts)
                if posts
                else self.tr("“{name}” is kept: it is the format of a series of posts.")
            )
        elif isinstance(record, Member):
            sentence = self.tr("“{name}” is named in posts, blocks or hours and is kept.")
            if record.left_on is None:
                left = replace(record, left_on=self._storing.today())
                step = self.tr("“{name}” leaves").format(name=name)
                actions.append((self.tr("No longer here"), partial(self._storing.put, left, step), ""))
        else:
            sentence = self.tr("“{name}” has posts or hours and is kept. Hide it instead.")
            if isinstance(record, Platform) and record.is_active:
                actions.append((self.tr("Hide"), partial(self._hide, record.id), ""))
        self._toasts.fail(sentence.format(name=escape(name)), actions)

    def _hide(self, platform_id: int) -> None:
        for platform in self._storing.platforms():
            if platform.id == platform_id:
                step = self.tr("Hide “{name}”").format(name=platform.name)
                self._storing.put(replace(platform, is_active=False), step)
