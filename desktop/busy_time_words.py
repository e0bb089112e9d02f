"""The busy times of other calendars in words, without what reads them: the week needs these from the first on."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop import wording

if TYPE_CHECKING:
    from db.records import BusyTime

translate = QCoreApplication.translate


def title(name: str) -> str:
    """What a busy time is called; most secret calendars tell no names."""
    return name or translate("BusyWords", "Busy")


def time_of(busy: BusyTime) -> str:
    """When a busy time is, without its day: all day, or from and to; an end on a later day is named."""
    if busy.is_all_day:
        return translate("BusyWords", "all day")
    if busy.ends_at > datetime.combine(busy.starts_at.date(), time()) + timedelta(days=1):
        end = wording.clock(busy.ends_at)
        return f"{wording.clock(busy.starts_at)} – {wording.day_short(busy.ends_at.date())} {end}"
    return wording.time_range(busy.starts_at, busy.ends_at)


def met(busy: BusyTime) -> str:
    """That a busy time is or would be in the way: Busy: Dentist 9:00–9:45."""
    name = busy.title
    if not name:
        return translate("BusyWords", "Busy {time}").format(time=time_of(busy))
    return translate("BusyWords", "Busy: {title} {time}").format(title=name, time=time_of(busy))


def free() -> str:
    """That a busy time takes no time."""
    return translate("BusyWords", "takes no time")
