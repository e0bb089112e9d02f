"""Cards on the clipboard: in a form of our own, to be pasted into the same plan, and as lines of text for others."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any

from PySide6.QtCore import QMimeData

from db.records import Board, Week
from desktop import wording
from desktop.calendar.outcomes import when
from desktop.calendar.shown_week import CardItem, length, starts_at
from desktop.planning.cards import PostCard
from desktop.planning.intents import CopyBlock, CopyPost, Group, GroupIntent, MoveBlock, MovePost
from desktop.planning.week import DAY_MINUTES, STEP, minute_of_day

FORMAT = "application/x-wochenwerk-cards+json"


@dataclass(frozen=True, slots=True)
class ClippedCard:
    """One card: whose it is (`uid` tells plans apart), and when it lay there. `variant_ids` are of posts only."""

    record_id: int
    uid: str
    starts_at: datetime
    minutes: int
    variant_ids: tuple[int, ...] | None = None
    original_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Clip:
    """The cards that were cut or copied, in order of time."""

    cards: tuple[ClippedCard, ...]
    is_cut: bool

    @property
    def weeks(self) -> frozenset[Week]:
        """The weeks in which they lay."""
        return frozenset(Week.of(card.starts_at) for card in self.cards)

    def pasted(self, board: Board, to: datetime) -> Group:
        """What pasting them does: the first one starts then, the others keep their distance, each within its day.

        Cards of another plan, or of what is not there any more, are left out.
        """
        uids = {("post", post.id): post.uid for post in board.posts}
        uids |= {("block", block.id): block.uid for block in board.blocks}
        by = to - self.cards[0].starts_at
        minutes = [minute_of_day(card.starts_at, card.starts_at.date()) for card in self.cards]
        wanted = minute_of_day(to, to.date()) - minutes[0]
        room = min(DAY_MINUTES - max(card.minutes, STEP) - at for card, at in zip(self.cards, minutes, strict=True))
        by += timedelta(minutes=max(-min(minutes), min(room, wanted)) - wanted)
        intents: list[GroupIntent] = []
        for card in self.cards:
            there = card.starts_at + by
            if card.variant_ids is not None and uids.get(("post", card.record_id)) == card.uid:
                post = (card.record_id, card.variant_ids, there)
                intents.append(MovePost(*post) if self.is_cut else CopyPost(*post))
            elif card.original_at is not None and uids.get(("block", card.record_id)) == card.uid:
                block = (card.record_id, card.original_at, there)
                intents.append(MoveBlock(*block) if self.is_cut else CopyBlock(*block))
        return Group(tuple(intents))


def clipped(items: Sequence[CardItem], board: Board, is_cut: bool) -> Clip:
    """Cards of a board as they come on the clipboard."""
    uids = {post.id: post.uid for post in board.posts}
    cards = []
    for item in sorted(items, key=starts_at):
        if isinstance(item, PostCard):
            uid = uids.get(item.post_id, "")
            cards.append(ClippedCard(item.post_id, uid, item.moment, 0, variant_ids=item.variant_ids))
        else:
            start, place = item.starts_at, item.original_at
            cards.append(ClippedCard(item.block_id, item.uid, start, length(item), original_at=place))
    return Clip(tuple(cards), is_cut)


def to_clipboard(clip: Clip, items: Sequence[CardItem]) -> QMimeData:
    """The clip in its own form, and a line of text per card."""
    made = QMimeData()
    content = {"is_cut": clip.is_cut, "cards": [_plain(asdict(card)) for card in clip.cards]}
    made.setData(FORMAT, json.dumps(content).encode())
    made.setText("\n".join(f"{when(starts_at(item))}  {_title(item)}" for item in sorted(items, key=starts_at)))
    return made


def from_clipboard(data: QMimeData | None) -> Clip | None:
    """The clip that lies on the clipboard; None when something else does."""
    if data is None or not data.hasFormat(FORMAT):
        return None
    try:
        content = json.loads(bytes(data.data(FORMAT).data()))
        cards = tuple(_card(each) for each in content["cards"])
        return Clip(cards, bool(content["is_cut"])) if cards else None
    except (ValueError, KeyError, TypeError):
        return None


def _title(item: CardItem) -> str:
    if isinstance(item, PostCard):
        return item.title.replace("\u00ad", "") or wording.untitled()
    return item.title or wording.activity(item.activity)


def _plain(fields: dict[str, Any]) -> dict[str, Any]:
    """Fields as JSON knows them; a moment of the second pass of an hour says so."""
    return {
        name: [value.isoformat(), value.fold] if isinstance(value, datetime) else value
        for name, value in fields.items()
    }


def _card(fields: dict[str, Any]) -> ClippedCard:
    variants, place = fields["variant_ids"], fields["original_at"]
    return ClippedCard(
        int(fields["record_id"]),
        str(fields["uid"]),
        _moment(fields["starts_at"]),
        int(fields["minutes"]),
        None if variants is None else tuple(int(each) for each in variants),
        None if place is None else _moment(place),
    )


def _moment(parts: Sequence[Any]) -> datetime:
    text, fold = parts
    return datetime.fromisoformat(text).replace(fold=int(fold))
