"""Several cards at once: one set of changes from many intents, and what has to stay as it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from db.records import Board, Changes, Post, PostSeries, Status, TimeEntry, WorkBlock
from desktop.planning.intents import (
    ChoiceKey,
    CopyBlock,
    Group,
    GroupIntent,
    MoveBlock,
    Refusal,
    RefusalReason,
    RemoveBlock,
)
from desktop.planning.rescheduling import after, decide
from desktop.planning.status import set_status


@dataclass(frozen=True, slots=True)
class GroupOutcome:
    """The changes, how many cards they concern, how many stay because they are published, and how many otherwise."""

    changes: Changes
    done: int
    facts: int = 0
    left: int = 0


def decide_group(board: Board, group: Group, now: datetime) -> GroupOutcome:
    """Do everything that can be done without a question, one after the other. `now` is a UTC instant.

    What is published stays where it is (its copies are made); the board has to hold what the intents name.
    """
    whole, done, facts, left = _Sum(board), 0, 0, 0
    for intent in group.intents:
        kind, number = _subject(intent)
        if kind == "post" and number in whole.removed_posts:
            done += 1  # with its other card
            continue
        answer = decide(whole.board_for(kind, number), intent, now, alone=True)
        if isinstance(answer, Refusal):
            is_fact = answer.reason is RefusalReason.PUBLISHED
            facts, left = facts + is_fact, left + (not is_fact)
        elif any(choice.key is ChoiceKey.CORRECT_DATE for choice in answer.choices):
            facts += 1
        else:
            done += 1
            whole.add(kind, number, answer.changes)
    return GroupOutcome(whole.changes(), done, facts, left)


def group_status(
    board: Board, posts: Sequence[tuple[int, tuple[int, ...]]], status: Status, now: datetime
) -> GroupOutcome:
    """Give versions of several posts, as (post id, variant ids), a status. `now` is a UTC instant."""
    whole, done, left = _Sum(board), 0, 0
    for post_id, variant_ids in posts:
        changes = set_status(whole.board_for("post", post_id), post_id, variant_ids, status, now)
        done, left = done + bool(changes), left + (not changes)
        whole.add("post", post_id, changes)
    return GroupOutcome(whole.changes(), done, left=left)


def _subject(intent: GroupIntent) -> tuple[str, int]:
    if isinstance(intent, MoveBlock | CopyBlock | RemoveBlock):
        return "block", intent.block_id
    return "post", intent.post_id


class _Sum:
    """Changes that are put one upon the other: what comes later replaces or removes what came before."""

    def __init__(self, board: Board) -> None:
        self._board = board
        self._touched: set[tuple[str, int]] = set()
        self._posts: dict[int, Post] = {}
        self._blocks: dict[int, WorkBlock] = {}
        self._entries: dict[int, TimeEntry] = {}
        self._series: dict[int, PostSeries] = {}
        self._removed_series: frozenset[int] = frozenset()
        self.removed_posts: frozenset[int] = frozenset()
        self._removed_blocks: frozenset[int] = frozenset()
        self._removed_entries: frozenset[int] = frozenset()
        self._least = 0

    def board_for(self, kind: str, number: int) -> Board:
        """The board on which a post or block is to be decided: only its second card sees what became of the first."""
        if (kind, number) not in self._touched:
            return self._board
        post, block = self._posts.get(number), self._blocks.get(number)
        own = Changes(
            posts=(post,) if kind == "post" and post is not None else (),
            blocks=(block,) if kind == "block" and block is not None else (),
            entries=tuple(self._entries.values()),
            removed_entries=self._removed_entries,
        )
        return after(self._board, own)

    def add(self, kind: str, number: int, changes: Changes) -> None:
        """Put changes on top; their new records get placeholders of their own."""
        self._touched.add((kind, number))
        given: dict[int, int] = {}
        fresh = [post.id for post in changes.posts]
        fresh += [variant.id for post in changes.posts for variant in post.variants]
        fresh += [block.id for block in changes.blocks]
        fresh += [entry.id for entry in changes.entries]
        for each in fresh:
            if each < 1 and each not in given:
                self._least -= 1
                given[each] = self._least
        posts, blocks, entries = changes.posts, changes.blocks, changes.entries
        if given:
            posts = tuple(_numbered(post, given) for post in posts)
            blocks = tuple(replace(each, id=given.get(each.id, each.id)) for each in blocks)
            entries = tuple(replace(each, id=given.get(each.id, each.id)) for each in entries)
        self._posts.update((each.id, each) for each in posts)
        self._blocks.update((each.id, each) for each in blocks)
        self._entries.update((each.id, each) for each in entries)
        self._series.update((series.id, series) for series in changes.post_series)
        self._removed_series |= changes.removed_post_series
        self.removed_posts |= changes.removed_posts
        self._removed_blocks |= changes.removed_blocks
        self._removed_entries |= changes.removed_entries

    def changes(self) -> Changes:
        """All as one edit."""
        return Changes(
            posts=tuple(each for number, each in self._posts.items() if number not in self.removed_posts),
            blocks=tuple(each for number, each in self._blocks.items() if number not in self._removed_blocks),
            entries=tuple(each for number, each in self._entries.items() if number not in self._removed_entries),
            removed_posts=self.removed_posts,
            removed_blocks=self._removed_blocks,
            removed_entries=self._removed_entries,
            post_series=tuple(each for number, each in self._series.items() if number not in self._removed_series),
            removed_post_series=self._removed_series,
        )


def _numbered(post: Post, given: dict[int, int]) -> Post:
    own = given.get(post.id, post.id)
    variants = tuple(replace(each, id=given.get(each.id, each.id), post_id=own) for each in post.variants)
    return replace(post, id=own, variants=variants)
