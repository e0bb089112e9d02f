"""What posts of a format really cost: learned from time entries, offered, never applied by itself (product rule 9)."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from db.records import ACTIVITIES, NO_MINUTES, ByActivity, Status
from desktop.planning.budget import booked_minutes
from desktop.planning.covering import covering

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from db.records import Board, Format, Post, TimeEntry

LEAST_POSTS = 5
MOST_POSTS = 6  # older ones tell less about how fast one is now
LEAST_DIFFERENCE = 15  # per cent of the template
_STEP = 5  # minutes; the mean of a handful of posts knows no better


@dataclass(frozen=True, slots=True)
class Learned:
    """What posts of a format take, against what its template says. `posts` were looked at, the longest left out."""

    format: Format
    effort: ByActivity
    posts: int


def learned(board: Board) -> tuple[Learned, ...]:
    """The formats whose posts take 15 % more or less than the template says, in order of the formats.

    Looks at the last 6 finished posts of each format that have time entries; fewer than 5 tell nothing. `board` holds
    them with all their work (`db.worked_posts`). Means are taken to 5 minutes.
    """
    worked = worked_minutes(board)
    found = []
    for each in board.formats:
        posts = sorted(
            (post for post in board.posts if post.format_key == each.key and post.id in worked and is_finished(post)),
            key=lambda post: (_published_at(post), post.id),
        )[-MOST_POSTS:]
        if len(posts) < LEAST_POSTS:
            continue
        efforts = sorted((worked[post.id] for post in posts), key=lambda effort: effort.total)[:-1]
        effort = ByActivity(*(_mean([one[place] for one in efforts]) for place in range(len(ACTIVITIES))))
        difference = abs(effort.total - each.effort.total)
        if effort.total and difference * 100 >= LEAST_DIFFERENCE * each.effort.total:
            found.append(Learned(each, effort, len(posts)))
    return tuple(found)


def worked_minutes(board: Board) -> dict[int, ByActivity]:
    """What was worked for each post, by id; nothing for posts without entries. Running entries do not count.

    The entries of a linked occurrence are divided among its posts like the minutes that it covers, evenly where it
    covers none.
    """
    served = covering(board).served
    sums: dict[int, ByActivity] = defaultdict(lambda: NO_MINUTES)
    for entry in board.entries:
        if entry.ended_at is None:
            continue
        minutes = booked_minutes(entry, entry.ended_at)
        for post_id, part in _parts(entry, minutes, served).items():
            if part:
                sums[post_id] = sums[post_id].plus(_only(entry, part))
    return dict(sums)


def is_finished(post: Post) -> bool:
    """Tell whether a post is out everywhere it was meant to be."""
    statuses = {variant.status for variant in post.variants}
    return Status.PUBLISHED in statuses and statuses <= {Status.PUBLISHED, Status.SKIPPED}


def _parts(
    entry: TimeEntry, minutes: int, served: Mapping[tuple[int, datetime], Sequence[tuple[int, int]]]
) -> dict[int, int]:
    """The minutes of an entry per post; what does not divide evenly goes to the later ones."""
    if entry.post_id is not None:
        return {entry.post_id: minutes}
    if entry.block_id is None or entry.original_at is None:
        return {}
    posts = served.get((entry.block_id, entry.original_at), ())
    covered = sum(part for _, part in posts)
    weights = {post_id: part if covered else 1 for post_id, part in posts}
    found, weight, given = {}, sum(weights.values()), 0
    passed = 0
    for post_id, share in weights.items():
        passed += share
        found[post_id] = minutes * passed // weight - given
        given += found[post_id]
    return found


def _only(entry: TimeEntry, minutes: int) -> ByActivity:
    return ByActivity(*(minutes if each is entry.activity else 0 for each in ACTIVITIES))


def _published_at(post: Post) -> datetime:
    return max(variant.published_at for variant in post.variants if variant.published_at is not None)


def _mean(minutes: Sequence[int]) -> int:
    return round(sum(minutes) / len(minutes) / _STEP) * _STEP
