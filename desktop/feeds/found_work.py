"""The work blocks of one of our own calendar files: series with what is different about them, and single ones."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar import Event, vRecur

from db.records import BlockException, BlockLink, ExceptionKind, Share, WorkBlock
from desktop.feeds.origin import Account, Origin
from desktop.planning.recurrence import folds, is_place, plain_occurrence
from desktop.planning.rules import parse_rule
from desktop.planning.week import wall

MOST_DATES = 10_000  # of a series that counts them: every one may have to be looked at
FIRST_YEAR, LAST_YEAR = 1900, 2200  # what lies outside is a mistake


@dataclass(frozen=True, slots=True)
class FoundEvent:
    """An event with what it was. `starts` and `ends` (exclusive) are days or wall clock, `text` its own text alone."""

    event: Event
    uid: str
    was: Origin
    starts: date
    ends: date
    text: str

    @property
    def span(self) -> tuple[datetime, datetime]:
        """Its times. Raises ValueError where it lasts whole days."""
        if not isinstance(self.starts, datetime) or not isinstance(self.ends, datetime):
            raise ValueError("a day where a time should be")  # noqa: TRY004 - what is wrong is the file
        return self.starts, self.ends

    @property
    def times_of_a_day(self) -> tuple[datetime, datetime]:
        """Its times, at the latest to the midnight after its start. Raises ValueError for others."""
        starts, ends = self.span
        is_within = ends.date() == starts.date() and (ends > starts or bool(ends.fold))
        if not is_within and ends != datetime.combine(starts.date() + timedelta(days=1), time()):
            raise ValueError(f"from {starts} to {ends}")
        return starts, ends

    @property
    def created_at(self) -> datetime:
        """When it was made. Raises ValueError."""
        made = self.event.decoded("CREATED")
        if not isinstance(made, datetime):
            raise ValueError("no CREATED")  # noqa: TRY004 - what is wrong is the file
        return made.astimezone(UTC)


@dataclass(slots=True)
class Numbers:
    """Gives out ids: one for each key, name or uid, from 1 on; no name has none."""

    platforms: dict[str, int]
    campaigns: dict[str, int] = field(default_factory=dict)
    members: dict[str, int] = field(default_factory=dict)
    posts: dict[str, int] = field(default_factory=dict)
    versions: int = 0

    def campaign(self, name: str) -> int | None:
        """The campaign with this name."""
        return self.campaigns.setdefault(name, len(self.campaigns) + 1) if name else None

    def member(self, name: str) -> int | None:
        """The person with this name."""
        return self.members.setdefault(name, len(self.members) + 1) if name else None

    def post(self, uid: str) -> int:
        """The post with this uid. Raises ValueError for what is none."""
        return self.posts.setdefault(str(uuid.UUID(uid)), len(self.posts) + 1)

    def version(self) -> int:
        """Another version."""
        self.versions += 1
        return self.versions

    def platforms_of(self, accounts: Iterable[Account]) -> tuple[int, ...]:
        """The platforms, in their order."""
        return tuple(sorted({self.platforms[account.key] for account in accounts}))


def rule_of(event: Event) -> Mapping[str, Sequence[object]]:
    """The parts of an event's rule; none where it does not repeat."""
    rule = event.get("RRULE")
    return rule if isinstance(rule, vRecur) else {}


class Work:
    """Puts the events of work together again; `series` names the series of single occurrences, by uid."""

    def __init__(self, found: Sequence[FoundEvent], numbers: Numbers, zone: ZoneInfo) -> None:
        self._found = found
        self._numbers = numbers
        self._zone = zone
        self._masters = {each.uid for each in found if "RRULE" in each.event}
        self.series: dict[str, str] = {}
        self._changed: dict[str, list[tuple[datetime, FoundEvent]]] = {}
        for each in found:
            if "RECURRENCE-ID" in each.event:
                self._changed.setdefault(each.uid, []).append((self._wall(each.event.decoded("RECURRENCE-ID")), each))
            elif each.was.series and each.was.place is not None:
                self._changed.setdefault(each.was.series, []).append((each.was.place, each))

    def blocks(self) -> Iterator[WorkBlock]:
        """All of them, in the order of the file. Raises ValueError for what makes no sense."""
        number = 0
        for each in self._found:
            if "RECURRENCE-ID" in each.event or each.was.series in self._masters:
                continue
            number += 1
            if each.uid in self._masters:
                yield self._series(number, each)
            else:
                block = self._block(number, each)
                if each.was.series:
                    self.series[each.uid] = each.was.series
                yield replace(block, links=self._links(each, block.starts_at))

    def _block(self, number: int, found: FoundEvent) -> WorkBlock:
        starts_at, ends_at = found.times_of_a_day
        return WorkBlock(
            number,
            found.uid,
            found.was.activity,
            starts_at,
            ends_at,
            title=found.was.title,
            member_id=self._numbers.member(found.was.people.owner),
            campaign_id=self._numbers.campaign(found.was.people.campaign),
            note=found.text,
            created_at=found.created_at,
            platforms=self._shares(found),
        )

    def _series(self, number: int, found: FoundEvent) -> WorkBlock:
        block = self._block(number, found)
        block = replace(block, rrule=self._rule(found.event, block.starts_at))
        exceptions: dict[datetime, BlockException] = {}
        links: list[BlockLink] = []
        for excluded in found.event.exdates:
            place = self._wall(excluded)
            exceptions[place] = BlockException(place, ExceptionKind.CANCELLED)
        for place, changed in self._changed.get(found.uid, []):
            exceptions.pop(place, None)
            links += self._links(changed, place)
            exception = self._exception(block, place, changed)
            if exception is not None:
                exceptions[place] = exception
        places = {*exceptions, *(link.original_at for link in links), block.starts_at}
        if not all(is_place(block, place) for place in places):
            raise ValueError(f"{found.uid} is changed where it does not occur")
        return replace(block, exceptions=tuple(exceptions[place] for place in sorted(exceptions)), links=tuple(links))

    def _exception(self, block: WorkBlock, place: datetime, found: FoundEvent) -> BlockException | None:
        """What an occurrence says that its series does not say; None for nothing."""
        plain = plain_occurrence(block, place, self._zone)
        starts_at, ends_at = found.times_of_a_day
        title, note, activity, shares = found.was.title, found.text, found.was.activity, self._shares(found)
        member_id = self._numbers.member(found.was.people.owner)
        usual = BlockException(place, ExceptionKind.CHANGED)
        exception = replace(
            usual,
            title=None if title == block.title else title,
            activity=None if activity == block.activity else activity,
            member_id=None if member_id == block.member_id else member_id,
            note=None if note == block.note else note,
            platforms=None if shares == block.platforms else shares,
        )
        moved = replace(block, starts_at=starts_at, ends_at=ends_at, exceptions=())
        still = replace(block, starts_at=plain.starts_at, ends_at=plain.ends_at, exceptions=())
        if (moved.starts_at, moved.ends_at, folds(moved)) != (still.starts_at, still.ends_at, folds(still)):
            exception = replace(exception, starts_at=starts_at, ends_at=ends_at)
        return None if exception == usual else exception

    def _rule(self, event: Event, starts_at: datetime) -> str:
        """The rule in our own words. Raises ValueError for one that we do not write."""
        parts = rule_of(event)
        words = [f"{name}={','.join(map(str, values))}" for name, values in parts.items() if name != "UNTIL"]
        words += [f"UNTIL={self._wall(until):%Y%m%dT%H%M%S}" for until in parts.get("UNTIL", [])]
        rule = parse_rule(";".join(words), starts_at)
        if rule is None or (rule.count or 0) > MOST_DATES or (rule.until or starts_at.date()).year > LAST_YEAR:
            raise ValueError(f"no rule of ours: {words}")
        return rule.text(starts_at)

    def _links(self, found: FoundEvent, place: datetime) -> tuple[BlockLink, ...]:
        return tuple(BlockLink(place, self._numbers.post(uid)) for uid in found.was.posts)

    def _shares(self, found: FoundEvent) -> tuple[Share, ...]:
        return tuple(map(Share, self._numbers.platforms_of(found.was.accounts)))

    def _wall(self, value: object) -> datetime:
        if not isinstance(value, datetime) or value.tzinfo is None:
            raise ValueError(f"{value} belongs to no zone")
        return wall(value.astimezone(UTC), self._zone)
