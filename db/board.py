"""Everything the rules need for one or more weeks, in few queries."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

from sqlalchemy import and_, bindparam, null, or_, select, union, union_all

from db.among import among, listed
from db.blocks import load_blocks
from db.column_types import wall_text
from db.entries import entry_of
from db.lists import load_campaigns, load_closed_days, load_formats, load_members, load_occasions
from db.plan import load_plan
from db.platforms import load_overrides, load_platforms
from db.post_series import load_post_series
from db.posts import load_posts
from db.records import Board, Status, Week
from db.schema import LASTS_DAYS, block_exception, block_post, post, time_entry, variant, work_block

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from sqlalchemy import Column, ColumnElement, Connection

    from db.records import Post, TimeEntry, WorkBlock

_DAY = timedelta(days=1)


def _within(moment: Column[datetime], first: str, end: str) -> ColumnElement[bool]:
    return and_(moment >= bindparam(first), moment < bindparam(end))


_MOMENT = (variant.c.post_id, variant.c.status, variant.c.starts_at, variant.c.published_at)
_VERSIONS = union(
    select(*_MOMENT).where(_within(variant.c.starts_at, "first", "end")),
    select(*_MOMENT).where(_within(variant.c.published_at, "since", "until")),
)
_ONCE = select(work_block.c.id, work_block.c.starts_at).where(
    work_block.c.rrule.is_(None), _within(work_block.c.starts_at, "first", "end")
)
_MAY_OCCUR = union_all(
    select(work_block.c.id, work_block.c.rrule).where(
        work_block.c.rrule.is_(None), _within(work_block.c.starts_at, "first", "end")
    ),
    select(work_block.c.id, work_block.c.rrule).where(
        work_block.c.rrule.is_not(None), work_block.c.starts_at < bindparam("end")
    ),
    select(block_exception.c.block_id, null()).where(_within(block_exception.c.starts_at, "first", "end")),
)
_LINKS = select(block_post.c.block_id, block_post.c.post_id).where(
    or_(among(block_post.c.block_id, "blocks"), among(block_post.c.post_id, "posts"))
)
_BELONGING = union(
    select(time_entry).where(among(time_entry.c.post_id, "posts")),
    select(time_entry).where(among(time_entry.c.block_id, "blocks")),
)
_OF_OCCURRENCES = select(time_entry).where(
    among(time_entry.c.block_id, "blocks"), _within(time_entry.c.original_at, "first", "end")
)
_OF_MOVED = select(time_entry).where(
    among(time_entry.c.block_id, "blocks"), among(time_entry.c.original_at, "originals")
)
_TOUCHING = union(
    select(time_entry).where(_within(time_entry.c.started_at, "since", "until")),
    select(time_entry).where(time_entry.c.ended_at > bindparam("since"), time_entry.c.ended_at <= bindparam("until")),
    select(time_entry).where(
        LASTS_DAYS, time_entry.c.started_at < bindparam("since"), time_entry.c.ended_at > bindparam("until")
    ),
    select(time_entry).where(time_entry.c.ended_at.is_(None), time_entry.c.started_at < bindparam("until")),
)
_other = variant.alias()
_is_out = and_(_other.c.status == Status.PUBLISHED, _other.c.published_at.is_not(None))
_is_dated = (
    select(_other.c.id)
    .where(_other.c.post_id == variant.c.post_id, or_(_other.c.starts_at.is_not(None), _is_out))
    .exists()
)
_IDEAS = union(  # by the undated versions, of which there are few among those of many years
    select(variant.c.post_id).where(variant.c.starts_at.is_(None), ~_is_dated),
    select(post.c.id).where(~select(variant.c.id).where(variant.c.post_id == post.c.id).exists()),
)
_REPEATED = select(post.c.id).where(among(post.c.series_id))


def load_board(
    conn: Connection,
    weeks: Iterable[Week],
    whole_series: Collection[int] | None = None,
    whole_post_series: Collection[int] = (),
) -> Board:
    """The board of the weeks; their order does not matter, doubles are ignored.

    `whole_series` names the series of which every time entry is wanted, as an edit of more than one occurrence needs;
    None: of all, which takes long when years of them are ticked off. `whole_post_series` names the repeating posts of
    which every post is wanted, for the same reason.
    """
    wanted = tuple(sorted(set(weeks)))
    spans = _spans(wanted, ZoneInfo(load_plan(conn).zone))
    repeated = conn.scalars(_REPEATED, {"ids": listed(whole_post_series)}) if whole_post_series else ()
    posts, blocks = _linked(
        conn,
        {*repeated, *(post_id for span in spans for post_id, _ in _moments(conn, span))},
        {block_id for span in spans for block_id in _blocks_in(conn, span)},
    )
    found = load_blocks(conn, blocks)
    entries = _entries(conn, spans, posts, found, whole_series)
    board = _board(conn, wanted, load_posts(conn, posts), found, entries)
    return replace(
        board,
        whole_series=None if whole_series is None else frozenset(whole_series),
        whole_post_series=frozenset(whole_post_series),
    )


def load_whole(conn: Connection) -> Board:
    """All posts, ideas among them, all blocks and all entries, for no week in particular."""
    posts = load_posts(conn, conn.scalars(select(post.c.id)).all())
    blocks = load_blocks(conn, conn.scalars(select(work_block.c.id)).all())
    entries = tuple(map(entry_of, conn.execute(select(time_entry).order_by(time_entry.c.id))))
    return _board(conn, (), posts, blocks, entries)


def _board(
    conn: Connection,
    weeks: tuple[Week, ...],
    posts: tuple[Post, ...],
    blocks: tuple[WorkBlock, ...],
    entries: tuple[TimeEntry, ...],
) -> Board:
    return Board(
        weeks=weeks,
        plan=load_plan(conn),
        platforms=load_platforms(conn),
        overrides=load_overrides(conn),
        posts=posts,
        blocks=blocks,
        entries=entries,
        formats=load_formats(conn),
        campaigns=load_campaigns(conn),
        members=load_members(conn),
        occasions=load_occasions(conn),
        closed_days=load_closed_days(conn),
        post_series=load_post_series(conn),
    )


def load_ideas(conn: Connection) -> tuple[Post, ...]:
    """The posts without any date: those that were ranked, in their order, then the others, newest first."""
    newest = reversed(load_posts(conn, conn.scalars(_IDEAS).all()))
    return tuple(sorted(newest, key=lambda idea: -idea.rank))


def load_days(conn: Connection, first: date, last: date) -> Mapping[date, int]:
    """How much lies on each day from `first` to `last`: its posts and its work blocks that happen once."""
    zone = ZoneInfo(load_plan(conn).zone)
    span = _span(first, last + _DAY, zone)
    days = {(moment.date(), "post", post_id) for post_id, moment in _moments(conn, span)}
    days |= {(moment.date(), "block", block_id) for block_id, moment in conn.execute(_ONCE, span.walls)}
    return Counter(day for day, _, _ in days)


class _Span(NamedTuple):
    """Days without a gap: midnights of the clock, `end` not included, and the same as instants."""

    first: datetime
    end: datetime
    since: datetime
    until: datetime
    zone: ZoneInfo

    @property
    def walls(self) -> dict[str, datetime]:
        return {"first": self.first, "end": self.end}

    @property
    def instants(self) -> dict[str, datetime]:
        return {"since": self.since, "until": self.until}


def _span(first: date, end: date, zone: ZoneInfo) -> _Span:
    starts, ends = datetime.combine(first, time()), datetime.combine(end, time())
    since, until = (moment.replace(tzinfo=zone).astimezone(UTC) for moment in (starts, ends))
    return _Span(starts, ends, since, until, zone)


def _spans(weeks: Iterable[Week], zone: ZoneInfo) -> list[_Span]:
    """The weeks, in order, as few spans; neighbours are one."""
    edges: list[tuple[date, date]] = []
    for week in weeks:
        first, end = week.monday, week.monday + 7 * _DAY
        if edges and edges[-1][1] == first:
            edges[-1] = (edges[-1][0], end)
        else:
            edges.append((first, end))
    return [_span(first, end, zone) for first, end in edges]


def _moments(conn: Connection, span: _Span) -> Iterator[tuple[int, datetime]]:
    """Post and moment (wall clock) of every version in the span: the real moment once published, else the planned."""
    margin = {"since": span.since - _DAY, "until": span.until + _DAY}
    for post_id, status, starts_at, published_at in conn.execute(_VERSIONS, span.walls | margin):
        moment = starts_at
        if status is Status.PUBLISHED and published_at is not None:
            moment = published_at.astimezone(span.zone).replace(tzinfo=None)
        if moment is not None and span.first <= moment < span.end:
            yield post_id, moment


def _blocks_in(conn: Connection, span: _Span) -> Iterator[int]:
    """The blocks that may occur in the span."""
    first = f"{span.first:%Y%m%d}"
    for block_id, rrule in conn.execute(_MAY_OCCUR, span.walls):
        if rrule is None or _last_day(rrule) >= first:
            yield block_id


def _last_day(rrule: str) -> str:
    """The day behind which a rule gives nothing, as digits; a rule that is open or counted may go on for ever."""
    for part in rrule.upper().split(";"):
        name, _, value = part.partition("=")
        if name == "UNTIL":
            return value[:8]
    return "99999999"


def _linked(conn: Connection, posts: set[int], blocks: set[int]) -> tuple[set[int], set[int]]:
    """The posts and blocks, and all that links to them over any number of links."""
    new_posts, new_blocks = set(posts), set(blocks)
    while new_posts or new_blocks:
        links = conn.execute(_LINKS, {"posts": listed(new_posts), "blocks": listed(new_blocks)}).all()
        new_posts = {post_id for _, post_id in links} - posts
        new_blocks = {block_id for block_id, _ in links} - blocks
        posts |= new_posts
        blocks |= new_blocks
    return posts, blocks


def _entries(
    conn: Connection,
    spans: Collection[_Span],
    posts: Collection[int],
    blocks: Collection[WorkBlock],
    whole_series: Collection[int] | None,
) -> tuple[TimeEntry, ...]:
    series = [block for block in blocks if block.rrule is not None]
    partly = [] if whole_series is None else [block for block in series if block.id not in whole_series]
    whole = {block.id for block in blocks} - {block.id for block in partly}
    found = {row.id: row for row in conn.execute(_BELONGING, {"posts": listed(posts), "blocks": listed(whole)})}
    of_partly = {"blocks": listed(block.id for block in partly)}
    for span in spans:
        found |= {row.id: row for row in conn.execute(_TOUCHING, span.instants)}
        found |= {row.id: row for row in conn.execute(_OF_OCCURRENCES, of_partly | span.walls)}
    if moved := {(block.id, some.original_at) for block in partly for some in block.exceptions if some.starts_at}:
        originals = {"originals": listed({wall_text(original_at) for _, original_at in moved})}
        rows = conn.execute(_OF_MOVED, of_partly | originals)
        found |= {row.id: row for row in rows if (row.block_id, row.original_at) in moved}
    return tuple(entry_of(found[row_id]) for row_id in sorted(found))
