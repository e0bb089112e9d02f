"""One reading of a calendar behind the week, in a thread of its own: where its bytes come from and what they say."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from db.busy import keep_content, load_content
from db.feed_records import BusyContent, BusySource
from desktop.delivery.busy_states import FileProblem
from desktop.delivery.problems import DeliveryProblem
from desktop.delivery.reading_apart import read_apart
from desktop.feeds.findings import MOST_BYTES, Unreadable, UnreadableCode
from desktop.planning.busy_memory import by_week

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date, datetime
    from zoneinfo import ZoneInfo

    from db.records import BusyTime, Week
    from db.store import Store
    from desktop.feeds.findings import Reading


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be read: the calendar's uid and source, and the days that its times are wanted for.

    `is_fresh` asks the source again; without it, what is kept in the plan is read. `is_known` tells that what is kept
    has been read for these days already.
    """

    uid: str
    source: BusySource
    address: str
    is_fresh: bool
    is_known: bool
    zone: ZoneInfo
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of it.

    `is_same`: nothing new, what is known of the calendar stays. Otherwise `reading` None tells that nothing is known.
    `problem` is why the source, or what is kept, could not be read, "" for nothing; `read_at` when the content was.
    `data` is new content that the plan does not have, None when there is none. `weeks` are the reading's times by week.
    """

    wanted: Wanted
    reading: Reading | None
    read_at: datetime | None
    problem: str
    data: bytes | None = None
    is_same: bool = False
    weeks: Mapping[Week, Sequence[BusyTime]] = field(default_factory=dict)


def answer(wanted: Wanted, store: Store, now: datetime, step: Callable[[], None]) -> Answer:
    """Read a calendar. Raises StorageProblem, and what `step` raises."""
    found = _answer(wanted, store, now, step)
    if found.reading is None:
        return found
    return replace(found, weeks=by_week(found.reading.times, wanted.first, wanted.last))


def _answer(wanted: Wanted, store: Store, now: datetime, step: Callable[[], None]) -> Answer:
    kept = store.read(load_content, wanted.uid)
    problem = kept.problem if kept is not None else ""
    if wanted.is_fresh:
        try:
            data = source_bytes(wanted.source, wanted.address, step)
            if kept is None or data != kept.data:
                return Answer(wanted, _read(wanted, data, step), now, "", data)
            problem = ""
        except Unreadable as unreadable:
            problem = unreadable.code
        except DeliveryProblem as refusal:
            problem = refusal.code
        except OSError as error:
            problem = FileProblem.FILE_MISSING if isinstance(error, FileNotFoundError) else FileProblem.FILE_CLOSED
    if kept is None:
        return Answer(wanted, None, None, problem)
    # a file is looked at again and again, an address when somebody wants to know
    read_at = now if wanted.is_fresh and not problem and wanted.source is BusySource.ADDRESS else kept.read_at
    if wanted.is_known:
        return Answer(wanted, None, read_at, problem, is_same=True)
    try:
        return Answer(wanted, _read(wanted, kept.data, step), read_at, problem)
    except Unreadable as unreadable:
        return Answer(wanted, None, kept.read_at, unreadable.code)


def keep(store: Store, result: Answer) -> None:
    """Let the plan remember new content, or how the source answered. Raises StorageProblem."""
    uid = result.wanted.uid
    if result.read_at is None or not result.wanted.is_fresh:
        return
    if result.data is not None:
        store.keep(keep_content, BusyContent(uid, result.data, result.read_at))
        return
    kept = store.read(load_content, uid)
    if kept is not None and (kept.problem, kept.read_at) != (result.problem, result.read_at):
        store.keep(keep_content, BusyContent(uid, kept.data, result.read_at, result.problem))


def source_bytes(source: BusySource, address: str, step: Callable[[], None]) -> bytes:
    """What lies at a calendar's source now. Raises OSError, DeliveryProblem or Unreadable, and what `step` raises."""
    if source is BusySource.ADDRESS:
        from desktop.delivery.fetching import fetch  # noqa: PLC0415 - brings the network, which most never need

        return fetch(address, step)
    path = Path(address)
    if path.exists() and not path.is_file():
        raise Unreadable(UnreadableCode.NOT_A_CALENDAR)  # a pipe would hold everybody up
    if path.stat().st_size > MOST_BYTES:
        raise Unreadable(UnreadableCode.TOO_BIG)
    with path.open("rb") as file:
        return file.read(MOST_BYTES + 1)


def _read(wanted: Wanted, data: bytes, step: Callable[[], None]) -> Reading:
    return read_apart(data, wanted.zone, wanted.first, wanted.last, step)
