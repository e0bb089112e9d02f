"""Which events a calendar has and what they say: records in, units out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial

from db.derived_uids import occurrence_uid
from db.feed_records import DEFAULT_FUTURE_DAYS, DEFAULT_PAST_DAYS
from db.records import Board, ExceptionKind, Post, Revision, Status, Variant, WorkBlock
from desktop.feeds import origin
from desktop.feeds.clock_changes import meets_a_change, span
from desktop.feeds.entries import Entry, Unit
from desktop.feeds.memory import Memory
from desktop.feeds.origin import People
from desktop.feeds.plain_text import line, paragraphs
from desktop.feeds.scope import Scope
from desktop.feeds.stamps import Stamps
from desktop.feeds.whole_days import WholeDays
from desktop.feeds.words import Words
from desktop.planning.cards import moment
from desktop.planning.recurrence import (
    Occurrence,
    all_starts,
    expand,
    is_place,
    occurrence_at,
    plain_occurrence,
    rule_parts,
    rule_starts,
    with_linked_platforms,
)
from desktop.planning.rules import parse_rule
from desktop.planning.week import instant, wall

POST_LENGTH = timedelta(minutes=15)  # a post is a moment; a shorter event is hard to see elsewhere
MOST_EXCEPTIONS = 100  # a series with more of them is written as single events: one UID is never cut
_DAY = timedelta(days=1)
_TENTATIVE = {Status.IDEA, Status.DRAFT, Status.REVIEW, Status.HELD}


class Collector:
    """Collects the units of one calendar, posts first, each in the order of its making."""

    def __init__(
        self,
        board: Board,
        revisions: Mapping[str, Revision],
        scope: Scope,
        words: Words,
        today: date,
        memory: Memory | None = None,
    ) -> None:
        self._board = board
        self._revisions = revisions
        self._stamps = Stamps(board.plan, revisions, scope.feed_uid)
        self._zone = self._stamps.zone
        self._scope = scope
        self._words = words
        self._first = scope.first or today - timedelta(days=DEFAULT_PAST_DAYS)
        self._last = scope.last or today + timedelta(days=DEFAULT_FUTURE_DAYS)
        self._platforms = {platform.id: platform for platform in board.platforms}
        self._campaigns = {campaign.id: campaign.name for campaign in board.campaigns}
        self._members = {member.id: member.name for member in board.members}
        self._posts_by_id = {post.id: post for post in board.posts}
        self._days = WholeDays(board, scope, words, self._stamps, self._first, self._last)
        self._memory = memory or Memory()
        shown = (board.plan, board.platforms, board.campaigns, board.members)
        self._memory.begin((*shown, scope, self._first, self._last, revisions.get(scope.feed_uid)))

    def units(self) -> tuple[Unit, ...]:
        """All of them; without any, one line that says so: some programs take an empty calendar for broken."""
        return (*self._posts(), *self._work(), *self._days.units()) or (self._days.nothing(),)

    # posts

    def _posts(self) -> Iterator[Unit]:
        scope = self._scope
        if not scope.has_posts:
            return
        for post in self._board.posts:
            if scope.post_ids is None or post.id in scope.post_ids:
                record = (post, *(self._revisions.get(variant.uid) for variant in post.variants))
                yield from self._memory.recalled(("post", post.id), record, partial(self._versions, post))

    def _versions(self, post: Post) -> Iterator[Unit]:
        for variant in post.variants:
            if self._scope.takes((variant.platform_id,), post.campaign_id, (post.owner_id, post.approver_id)):
                starts = self._moment(variant)
                if starts is not None and self._is_wanted(variant) and self._scope.covers(starts.date()):
                    yield Unit((self._post(post, variant, starts),), starts.date(), starts.date())

    def _moment(self, variant: Variant) -> datetime | None:
        return None if variant.status is Status.SKIPPED else moment(variant, self._zone)

    def _is_wanted(self, variant: Variant) -> bool:
        return self._scope.has_drafts or variant.status not in _TENTATIVE

    def _post(self, post: Post, variant: Variant, starts: datetime) -> Entry:
        platform = self._platforms[variant.platform_id]
        is_tentative = variant.status in _TENTATIVE
        title = f"{platform.name}: {line(post.title) or self._words.untitled}"
        ends = wall(instant(starts, self._zone) + POST_LENGTH, self._zone)
        starts, ends = span(starts, ends, self._zone)
        return Entry(
            *self._stamps.of(variant.uid, variant.uid, post.created_at),
            starts=starts,
            ends=ends,
            summary=f"{self._words.statuses[variant.status]}: {title}" if is_tentative else title,
            text=paragraphs(
                post.body if variant.body is None else variant.body, variant.hashtags, variant.link, variant.url
            ),
            facts=self._post_facts(post, variant),
            url=variant.url or variant.link,
            categories=(platform.name, self._words.post),
            origin=origin.of_version(post, variant, platform, self._people(post)),
            is_tentative=is_tentative,
        ).told(self._scope.privacy, self._words)

    def _post_facts(self, post: Post, variant: Variant) -> str:
        others = sorted((each for each in post.variants if each is not variant), key=lambda each: each.platform_id)
        return _facts(
            (self._words.also, ", ".join(filter(None, map(self._in_short, others)))),
            *self._named(self._people(post)),
            (self._words.note, post.note),
        )

    def _in_short(self, variant: Variant) -> str:
        at = self._moment(variant)
        if at is None or not self._is_wanted(variant):
            return ""
        name, status = self._platforms[variant.platform_id].name, self._words.statuses[variant.status]
        return f"{name} {self._words.moment_words(at)} ({status})"

    # work

    def _work(self) -> Iterator[Unit]:
        scope = self._scope
        if not scope.has_work:
            return
        wanted = None if scope.block_keys is None else {key.block_id for key in scope.block_keys}
        for block in self._board.blocks:
            if wanted is None or block.id in wanted:
                linked = (self._posts_by_id.get(link.post_id) for link in block.links)
                record = (block, self._revisions.get(block.uid), *linked)
                yield from self._memory.recalled(("block", block.id), record, partial(self._occurrences, block))

    def _occurrences(self, block: WorkBlock) -> Iterator[Unit]:
        if self._scope.block_keys is None and block.rrule is not None and self._keeps_rule(block, block.rrule):
            yield from self._series(block, block.rrule)
        else:
            yield from self._singles(block)

    def _keeps_rule(self, block: WorkBlock, rrule: str) -> bool:
        """Only safe rules, where no days were asked for, and never over a clock change."""
        return (
            self._scope.is_open
            and parse_rule(rrule, block.starts_at) is not None
            and is_place(block, block.starts_at)
            and len(_changed(block)) <= MOST_EXCEPTIONS
            and not meets_a_change(rrule, block.starts_at, block.ends_at, self._zone)
        )

    def _singles(self, block: WorkBlock) -> Iterator[Unit]:
        found: tuple[Occurrence, ...]
        if self._scope.block_keys is not None:
            places = sorted(key.original_at for key in self._scope.block_keys if key.block_id == block.id)
            found = tuple(filter(None, (occurrence_at(block, place, self._zone) for place in places)))
        elif block.rrule is None:
            day = block.starts_at.date()
            found = expand(block, day, day, self._zone)
        else:
            found = expand(block, self._first, self._last, self._zone)
        for occurrence in self._with_platforms(found):
            if self._takes(occurrence):
                yield from self._single(block, occurrence)

    def _single(self, block: WorkBlock, occurrence: Occurrence) -> Iterator[Unit]:
        day = occurrence.starts_at.date()
        if self._scope.covers(day):
            uid = block.uid if block.rrule is None else occurrence_uid(block.uid, occurrence.original_at)
            yield Unit((self._occurrence(block, occurrence, uid),), day, day)

    def _series(self, block: WorkBlock, rrule: str) -> Iterator[Unit]:
        plain = replace(plain_occurrence(block, block.starts_at, self._zone), post_ids=())
        takes_series = self._takes(plain)
        master = self._occurrence(block, plain, block.uid)
        excluded: list[datetime] = []
        overrides: list[Entry] = []
        apart: list[Occurrence] = []
        latest = block.starts_at.date() - _DAY
        for original in sorted(_special(block)):
            occurrence = occurrence_at(block, original, self._zone)
            if occurrence is None:
                excluded.append(original)
                continue
            (occurrence,) = self._with_platforms((occurrence,))
            is_shown, day = self._takes(occurrence), occurrence.starts_at.date()
            if takes_series and is_shown and day > latest and not _leaves_its_place(occurrence, rrule, block):
                override = self._occurrence(block, occurrence, block.uid)
                if not self._is_as_planned(override, master, block, original):
                    overrides.append(replace(override, recurs_at=original))
                    latest = day
                continue
            excluded.append(original)
            if is_shown:
                apart.append(occurrence)
        if takes_series:
            unit = _series_unit(block, rrule, replace(master, rrule=rrule, excluded=tuple(excluded)), overrides)
            if self._scope.covers(unit.first, unit.last or date.max):
                yield unit
        for occurrence in apart:
            yield from self._single(block, occurrence)

    def _is_as_planned(self, override: Entry, master: Entry, block: WorkBlock, original: datetime) -> bool:
        """Tell whether an occurrence says what its series says for its place anyway."""
        plain = plain_occurrence(block, original, self._zone)
        starts, ends = span(plain.starts_at, plain.ends_at, self._zone)
        return override == replace(master, starts=starts, ends=ends)

    def _occurrence(self, block: WorkBlock, occurrence: Occurrence, uid: str) -> Entry:
        # In the order of their making: the user's own order is no reason to send everything again.
        platforms = [self._platforms[each] for each in sorted(share.platform_id for share in occurrence.shares)]
        names = tuple(platform.name for platform in platforms)
        what = line(occurrence.title) or self._words.activities[occurrence.activity]
        linked = [self._posts_by_id[each] for each in occurrence.post_ids if each in self._posts_by_id]
        served = [post for post in linked if any(map(self._is_wanted, post.variants))]
        people = self._people(occurrence)
        was = origin.of_occurrence(block, occurrence, self._board.platforms, served, people)
        starts, ends = span(occurrence.starts_at, occurrence.ends_at, self._zone)
        return Entry(
            *self._stamps.of(uid, block.uid, block.created_at),
            starts=starts,
            ends=ends,
            summary=f"{what} ({', '.join(names)})" if names else what,
            text=occurrence.note,
            facts=_facts(
                (self._words.serves, ", ".join(post.title or self._words.untitled for post in served)),
                *self._named(people),
            ),
            categories=(*names, self._words.work),
            origin=was if uid == block.uid else origin.apart(was, block, occurrence),
            is_busy=True,
        ).told(self._scope.privacy, self._words)

    def _with_platforms(self, found: tuple[Occurrence, ...]) -> tuple[Occurrence, ...]:
        return tuple(
            with_linked_platforms(occurrence, self._posts_by_id, self._platforms, self._zone) for occurrence in found
        )

    def _people(self, item: Post | Occurrence) -> People:
        owner_id = item.owner_id if isinstance(item, Post) else item.member_id
        approver_id = item.approver_id if isinstance(item, Post) else None
        return People(
            self._campaigns.get(item.campaign_id or 0, ""),
            self._members.get(owner_id or 0, ""),
            self._members.get(approver_id or 0, ""),
        )

    def _named(self, people: People) -> Iterator[tuple[str, str]]:
        yield self._words.campaign, people.campaign
        yield self._words.owner, people.owner
        yield self._words.approver, people.approver

    def _takes(self, occurrence: Occurrence) -> bool:
        shown = [share.platform_id for share in occurrence.shares]
        return self._scope.takes(shown, occurrence.campaign_id, (occurrence.member_id,))


def _facts(*facts: tuple[str, str]) -> str:
    """Those that are known, each in a line with its label."""
    return "\n".join(f"{label}: {fact}" for label, fact in facts if fact)


def _changed(block: WorkBlock) -> set[datetime]:
    """The places of a series where it may say something else than usual."""
    changed = {each.original_at for each in block.exceptions if each.kind is ExceptionKind.CHANGED}
    return changed | {link.original_at for link in block.links}


def _special(block: WorkBlock) -> set[datetime]:
    return _changed(block) | {exception.original_at for exception in block.exceptions}


def _series_unit(block: WorkBlock, rrule: str, master: Entry, overrides: list[Entry]) -> Unit:
    days = [entry.starts.date() for entry in overrides if isinstance(entry.starts, datetime)]
    last = None
    if {"COUNT", "UNTIL"} & {name for name, _ in rule_parts(rrule)}:
        last = max((all_starts(rrule, block.starts_at)[-1].date(), *days))
    return Unit((master, *overrides), min((block.starts_at.date(), *days)), last)


def _leaves_its_place(occurrence: Occurrence, rrule: str, block: WorkBlock) -> bool:
    """Tell whether a moved occurrence passes a neighbour of its series or shares its day: Outlook cannot show that."""
    if occurrence.starts_at.date() == occurrence.original_at.date():
        return False
    first, last = sorted((occurrence.original_at.date(), occurrence.starts_at.date()))
    neighbours = rule_starts(rrule, block.starts_at, first, last)
    return any(neighbour != occurrence.original_at for neighbour in neighbours)
