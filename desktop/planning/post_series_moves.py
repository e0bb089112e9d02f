"""What becomes of repeating posts: repeated, changed, ended and deleted, one, from one on, or all.

More than one can be changed only on a board that holds the whole series (`post_series.is_whole`): otherwise moving,
editing and deleting concern the one post, without a question, and the rest raises ValueError.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import count
from zoneinfo import ZoneInfo

from db.records import Board, Changes, Post, PostSeries, Week
from desktop.planning.intents import (
    Choice,
    ChoiceKey,
    EditPostSeries,
    Outcome,
    Refusal,
    RefusalReason,
    RemovePost,
    RepeatPost,
)
from desktop.planning.post_moves import find_post, is_fact
from desktop.planning.post_series import (
    NEW_SERIES,
    Member,
    applied,
    belongs,
    freed,
    horizon,
    in_order,
    is_ahead,
    is_as_said,
    is_same,
    is_whole,
    later,
    members,
    merged,
    new_posts,
    occurrence,
    place_of,
    split,
    standing,
    template_of,
    untouched,
)
from desktop.planning.recurrence import rule_starts
from desktop.planning.rules import Shift, begun, shifted
from desktop.planning.week import settled


@dataclass(frozen=True, slots=True)
class _Reach:
    """How far a change goes: from `tail` on, which is the whole series where there is no `head` before it."""

    series: PostSeries
    head: PostSeries | None
    tail: PostSeries
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class _Edit:
    """A post as it is stored and as it is to be put, and the change that its series is to follow."""

    post: Post
    put: Post
    before: Post
    then: Post


_Reshape = Callable[[_Reach], Changes | None]


def repeat_post(board: Board, intent: RepeatPost, now: datetime) -> Outcome | Refusal:
    """Let a post repeat by a rule, by another one, or no longer (`rrule` None); one without a date cannot.

    No longer: the post leaves its series, which goes on, or the series ends with it, or altogether.
    """
    post = find_post(board, intent.post_id)
    if post is None:
        return Refusal(RefusalReason.NOT_IN_PLAN)
    found, rrule = belongs(board, post), intent.rrule
    if found is None:
        return Refusal(RefusalReason.NO_CHANGE, post.title) if rrule is None else _repeated(board, post, rrule, now)
    series, place = found
    if rrule is None:
        _expect_whole(board, series)
        more = _choices(board, series, place, now, lambda reach: _ended(board, post, reach, now))
        return _with_only_this(board, Changes(posts=(freed(post),)), more, now)
    if begun(rrule, series.starts_at) == (series.rrule, series.starts_at):
        return Refusal(RefusalReason.NO_CHANGE, post.title)
    return _asked(board, series, post, place, now, lambda reach: _ruled(board, post, reach, rrule, now))


def edit_post_series(board: Board, intent: EditPostSeries, now: datetime) -> Outcome | Refusal:
    """Let the following posts of a series, or all, be what one of them has become."""
    post = find_post(board, intent.post_id)
    if post is None:
        return Refusal(RefusalReason.NOT_IN_PLAN)
    found, zone = belongs(board, post), ZoneInfo(board.plan.zone)
    if found is None or is_as_said(*found, post, zone):
        return Refusal(RefusalReason.NO_CHANGE, post.title)
    series, place = found
    before = template_of(occurrence(series, place, zone), place, place, zone)
    then = template_of(post, place, place, zone)
    edit = _Edit(post, post, before, then)
    return _asked(board, series, post, place, now, lambda reach: _spread(board, edit, reach))


def with_series(board: Board, answer: Outcome | Refusal, now: datetime) -> Outcome | Refusal:
    """What moving or editing one post means, and for one of a series how far it may reach.

    Asked only where the series has a place for what changes, and never about what is published.
    """
    if isinstance(answer, Refusal) or answer.choices:
        return answer
    [then] = answer.changes.posts
    post = find_post(board, then.id)
    found = belongs(board, post) if post else None
    if post is None or found is None or then.series_id is None or is_fact(post):
        return answer
    series, place = found
    if not is_whole(board, series) or applied(series.template, post, then) == series.template:
        return answer
    edit = _Edit(post, then, post, then)
    more = _choices(board, series, place, now, lambda reach: _spread(board, edit, reach))
    return _with_only_this(board, answer.changes, more, now)


def remove_post(board: Board, intent: RemovePost, now: datetime, alone: bool = False) -> Outcome | Refusal:
    """Delete a post; of a series, on request, also its ideas that nobody has touched. What else it has stays.

    What was worked for a post remains, without the reference.
    """
    post = find_post(board, intent.post_id)
    if post is None:
        return Refusal(RefusalReason.NOT_IN_PLAN)
    only, found = Changes(removed_posts=frozenset({post.id})), belongs(board, post)
    if found is None or alone or not is_whole(board, found[0]):
        return Outcome(only)
    more = _choices(board, *found, now, lambda reach: _removed(board, post, reach))
    return _with_only_this(board, only, more, now)


def _repeated(board: Board, post: Post, rrule: str, now: datetime) -> Outcome | Refusal:
    """A new series after a single post, which becomes its first; what is published keeps its date, if need be alone."""
    zone = ZoneInfo(board.plan.zone)
    place = place_of(post, zone)
    if place is None:
        return Refusal(RefusalReason.NO_CHANGE, post.title)
    rule = begun(rrule, place)
    if rule is None:
        return Refusal(RefusalReason.UNKNOWN_RULE, post.title)
    text, first = rule
    until = max(horizon(now, zone), Week.of(first).days[-1])
    series = PostSeries(NEW_SERIES, "", text, first, template_of(post, place, first, zone), until)
    posts = [_moved(post, series, first, first - place, zone)] if first == place or not is_fact(post) else []
    taken = {first} if posts else set[datetime]()
    posts += new_posts(series, None, until, taken, now, zone, count(-1, -1))
    return Outcome(Changes(posts=tuple(posts), post_series=(series,)))


def _ended(board: Board, post: Post, reach: _Reach, now: datetime) -> Changes:
    """No more posts from this one on, or none at all: it stays, as a single one, untouched ideas ahead go."""
    clean, zone = untouched(board, reach.series), ZoneInfo(board.plan.zone)
    gone = {each.id for each, _ in reach.members if each.id in clean and is_ahead(each, now, zone)}
    return _without(reach, gone - {post.id})


def _removed(board: Board, post: Post, reach: _Reach) -> Changes:
    reached = {each.id for each, _ in reach.members}
    return _without(reach, {post.id, *(reached & untouched(board, reach.series))})


def _without(reach: _Reach, gone: set[int]) -> Changes:
    """A series that ends before its tail, or is gone; what is left of the posts it had there become single ones."""
    if reach.head is None:
        return Changes(removed_posts=frozenset(gone), removed_post_series=frozenset({reach.series.id}))
    kept = tuple(freed(each) for each, _ in reach.members if each.id not in gone)
    return Changes(posts=kept, removed_posts=frozenset(gone), post_series=(reach.head,))


def _ruled(board: Board, post: Post, reach: _Reach, rrule: str, now: datetime) -> Changes | None:
    """Another rule: posts that stand at one of its places stay, of the others untouched ideas ahead go.

    The rest become single ones. What was deleted under the old rule is not made again.
    """
    tail, zone = reach.tail, ZoneInfo(board.plan.zone)
    rule = begun(rrule, tail.starts_at)
    if rule is None:
        return None
    text, first = rule
    until = max(horizon(now, zone), Week.of(first).days[-1], tail.created_until or first.date())
    then = replace(tail, rrule=text, starts_at=first, template=standing(tail, first), created_until=until)
    clean = untouched(board, reach.series)
    standing_at = {place for _, place in reach.members}
    put: list[Post] = []
    gone: set[int] = set()
    for each, place in reach.members:
        if first != place == tail.starts_at and each is post and first not in standing_at and not is_fact(each):
            put.append(_moved(each, then, first, first - place, zone))
        elif place in rule_starts(text, first, place.date(), place.date()):
            put.append(replace(each, series_id=then.id))
        elif each is not post and each.id in clean and is_ahead(each, now, zone):
            gone.add(each.id)
        else:
            put.append(freed(each))
    made = rule_starts(tail.rrule, tail.starts_at, tail.starts_at.date(), tail.created_until or tail.starts_at.date())
    taken = {each.series_at for each in put if each.series_at} | set(made)
    new = new_posts(then, None, until, taken, now, zone, count(-1, -1))
    return Changes(
        posts=(*_changed(reach, put), *new),
        removed_posts=frozenset(gone),
        post_series=(*([reach.head] if reach.head else ()), then),
    )


def _spread(board: Board, edit: _Edit, reach: _Reach) -> Changes | None:
    """A change of one post for others: where all its times move alike, the rule moves with them.

    None when the rule cannot follow.
    """
    tail, zone = reach.tail, ZoneInfo(board.plan.zone)
    place = next(place for each, place in reach.members if each.id == edit.post.id)
    model = standing(tail, place)
    changed = in_order(applied(model, edit.before, edit.then), board)
    by = _common_difference(model, changed)
    shift = shifted(tail.rrule, tail.starts_at, tail.starts_at + by) if by else Shift(tail.rrule, tail.starts_at, 0)
    if shift is None:
        return None
    then = replace(
        tail,
        rrule=shift.rrule,
        starts_at=shift.starts_at,
        template=later(changed, shift.starts_at - place - by),
        created_until=_created_until(tail, shift),
    )
    placeholders = count(-1, -1)
    put = []
    for each, old_place in reach.members:
        new_place = shift.place(old_place)
        follows = edit.put if each.id == edit.post.id else each
        if each.id != edit.post.id and not is_fact(each):
            old, new = occurrence(reach.series, old_place, zone), occurrence(then, new_place, zone)
            follows = in_order(merged(each, old, new, placeholders), board)
        put.append(replace(follows, series_id=then.id, series_at=new_place))
    series = (*([reach.head] if reach.head else ()), then)
    return Changes(posts=_changed(reach, put), post_series=series)


def _common_difference(model: Post, changed: Post) -> timedelta:
    """By how much all dated versions have moved; nothing when not all of them by the same."""
    to = {version.platform_id: version.starts_at for version in changed.variants}
    moves = {
        there - version.starts_at if there else None
        for version in model.variants
        if version.starts_at
        for there in [to.get(version.platform_id)]
    }
    (by,) = moves if len(moves) == 1 else (None,)
    return by or timedelta()


def _created_until(series: PostSeries, shift: Shift) -> date | None:
    """The day up to which a series that was moved has had its posts: that of the last one it got."""
    if series.created_until is None:
        return None
    made = rule_starts(series.rrule, series.starts_at, series.starts_at.date(), series.created_until)
    return shift.place(made[-1]).date() if made else series.created_until


def _moved(post: Post, series: PostSeries, place: datetime, by: timedelta, zone: ZoneInfo) -> Post:
    """A post brought to a place of a series, all its times by the same difference."""
    variants = post.variants
    if by:
        variants = tuple(
            replace(version, starts_at=version.starts_at and settled(version.starts_at.replace(fold=0) + by, zone))
            for version in variants
        )
    return replace(post, variants=variants, series_id=series.id, series_at=place)


def _changed(reach: _Reach, put: list[Post]) -> tuple[Post, ...]:
    """Those of the posts that are not as they were."""
    stored = {each.id: each for each, _ in reach.members}
    return tuple(each for each in put if not is_same(each, stored[each.id]))


def _asked(
    board: Board, series: PostSeries, post: Post, place: datetime, now: datetime, reshape: _Reshape
) -> Outcome | Refusal:
    """What is possible of: this and following, all. Refused when nothing is: then no rule can be written for it."""
    _expect_whole(board, series)
    choices = _choices(board, series, place, now, reshape)
    if not choices:
        return Refusal(RefusalReason.UNKNOWN_RULE, post.title)
    return Outcome(choices[0].changes, choices if len(choices) > 1 else ())


def _expect_whole(board: Board, series: PostSeries) -> None:
    if not is_whole(board, series):
        raise ValueError(f"the board holds only some posts of series {series.id}")


def _choices(board: Board, series: PostSeries, place: datetime, now: datetime, reshape: _Reshape) -> tuple[Choice, ...]:
    reached = members(board, series)
    head, tail = split(series, place)
    reaches = {ChoiceKey.ALL: _Reach(series, None, series, reached)}
    if head is not None:
        following = tuple(member for member in reached if member.place >= place)
        reaches = {ChoiceKey.FOLLOWING: _Reach(series, head, tail, following), **reaches}
    answers = ((key, reshape(reach)) for key, reach in reaches.items())
    return tuple(Choice(key, changes, _past(board, changes, now)) for key, changes in answers if changes is not None)


def _with_only_this(board: Board, only: Changes, more: tuple[Choice, ...], now: datetime) -> Outcome:
    this = Choice(ChoiceKey.ONLY_THIS, only, _past(board, only, now))
    return Outcome(only, (this, *more) if more else ())


def _past(board: Board, changes: Changes, now: datetime) -> int:
    """How many posts that lie in the past are changed or deleted; another place in the series is no change."""
    zone = ZoneInfo(board.plan.zone)
    put = {post.id: freed(post) for post in changes.posts}
    return sum(
        place_of(post, zone) is not None
        and not is_ahead(post, now, zone)
        and (post.id in changes.removed_posts or (post.id in put and not is_same(put[post.id], freed(post))))
        for post in board.posts
    )
