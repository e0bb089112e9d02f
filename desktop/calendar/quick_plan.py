"""What a line of quick add would write: a post with effort and status, or a block; and how that looks and reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from db.records import Board, Changes, Platform, PlatformKind, Post, WorkBlock
from desktop import wording
from desktop.calendar.aiming import CREATED_MINUTES
from desktop.calendar.block_card import block_face
from desktop.calendar.cards import Face
from desktop.calendar.post_card import idea_face
from desktop.planning.budget import spread
from desktop.planning.intents import CreateBlock, CreatePost, Intent, Refusal
from desktop.planning.quick_add import QuickAdd, QuickKind
from desktop.planning.recurrence import expand
from desktop.planning.rescheduling import decide
from desktop.planning.week import DAY_MINUTES, at, elapsed, minute_of_day
from desktop.ui import icons

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class QuickPlan:
    """What would be written, and at which wall-clock time it would lie."""

    intent: Intent
    changes: Changes
    at: datetime


@dataclass(frozen=True, slots=True)
class Word:
    """A recognised thing in words, with its sign."""

    text: str
    icon: str | None = None
    platform: PlatformKind | None = None


def plan(board: Board, line: QuickAdd, platform_ids: tuple[int, ...], now: datetime) -> QuickPlan | Refusal:
    """What a line with a day means; `platform_ids` are for one that names none. `now` is a UTC instant."""
    if line.day is None or line.minute is None:
        raise ValueError("a line without a day makes an idea, which has no place in the grid")
    starts = at(line.day, line.minute)
    wanted = line.platform_ids or platform_ids
    intent: Intent
    if line.kind is QuickKind.BLOCK and line.activity is not None:
        ends = at(line.day, min(line.minute + (line.duration or CREATED_MINUTES), DAY_MINUTES))
        intent = CreateBlock(starts, ends, wanted, line.activity, line.title)
    else:
        intent = CreatePost(line.title, wanted, starts, line.format_key)
    answer = decide(board, intent, now)
    if isinstance(answer, Refusal):
        return answer
    posts = tuple(_as_told(post, line) for post in answer.changes.posts)
    return QuickPlan(intent, replace(answer.changes, posts=posts), starts)


def _as_told(post: Post, line: QuickAdd) -> Post:
    """The new post with the effort and the status that the line names."""
    effort = post.effort if line.duration is None else spread(line.duration, post.effort if post.effort.total else None)
    status = line.status
    variants = post.variants if status is None else tuple(replace(each, status=status) for each in post.variants)
    return replace(post, effort=effort, variants=variants)


def words(line: QuickAdd, board: Board, platform_ids: tuple[int, ...]) -> tuple[Word, ...]:
    """The line as it is understood, word by word."""
    found = []
    if line.activity is not None:
        found.append(Word(wording.activity(line.activity), icons.activity_icon(line.activity)))
    if line.day is not None and line.minute is not None:
        found += [Word(wording.day_short(line.day), "calendar-event"), Word(wording.clock(line.minute), "clock")]
    if line.duration is not None:
        hours = wording.hours_h(line.duration)
        is_block = line.kind is QuickKind.BLOCK
        text = hours if is_block else translate("QuickAdd", "{hours} effort").format(hours=hours)
        found.append(Word(text, "hourglass"))
    found += [
        Word(wording.format_name(each), icons.format_icon(each.key))
        for each in board.formats
        if each.key == line.format_key
    ]
    if line.status is not None:
        found.append(Word(wording.status(line.status)))
    known = {platform.id: platform for platform in board.platforms}
    named = (known[each] for each in line.platform_ids or platform_ids if each in known)
    return (*found, *(Word(platform.name, None, platform.kind) for platform in named))


def face(found: QuickPlan, board: Board) -> tuple[Face, int | None]:
    """How the card would look, and until which minute of its day it would reach; None for a post."""
    platforms: Mapping[int, Platform] = {platform.id: platform for platform in board.platforms}
    for block in found.changes.blocks:
        return _block_face(block, platforms, board)
    return idea_face(found.changes.posts[0], platforms, found.at), None


def _block_face(block: WorkBlock, platforms: Mapping[int, Platform], board: Board) -> tuple[Face, int]:
    zone = ZoneInfo(board.plan.zone)
    day = block.starts_at.date()
    (occurrence,) = expand(block, day, day, zone)
    minutes = elapsed(block.starts_at, block.ends_at, zone)
    return block_face(occurrence, platforms, minutes), minute_of_day(block.ends_at, day)
