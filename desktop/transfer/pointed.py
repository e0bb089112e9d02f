"""Cards that the user has pointed at, as what goes into a calendar file, and what that file is called."""

from __future__ import annotations

from collections.abc import Sequence

from db.records import Week
from desktop import wording
from desktop.feeds.scope import Scope
from desktop.planning.cards import PostCard
from desktop.planning.recurrence import Occurrence

Card = PostCard | Occurrence


def scope_of_cards(cards: Sequence[Card]) -> Scope:
    """These cards alone: of one post the versions on the card, of several all versions; single dates of series."""
    posts = [card for card in cards if isinstance(card, PostCard)]
    blocks = frozenset(card.key for card in cards if isinstance(card, Occurrence))
    is_one_post = len(posts) == 1 and not blocks
    return Scope(
        platform_ids=frozenset(posts[0].platform_ids) if is_one_post else None,
        post_ids=frozenset(card.key.post_id for card in posts),
        has_posts=bool(posts),
        block_keys=blocks,
        has_work=bool(blocks),
    )


def scope_of_week(week: Week) -> Scope:
    """Everything in a week."""
    return Scope(first=week.days[0], last=week.days[-1])


def name_of_cards(cards: Sequence[Card]) -> str:
    """The first card's title and day, and how many more there are."""
    first = cards[0]
    if isinstance(first, PostCard):
        title, day = first.title or wording.untitled(), first.moment.date()
    else:
        title, day = first.title or wording.activity(first.activity), first.starts_at.date()
    more = f" +{len(cards) - 1}" if len(cards) > 1 else ""
    return f"{wording.spoken(title)} {day.isoformat()}{more}"
