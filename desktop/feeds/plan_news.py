"""What of a plan that was found in a file is new to a plan: things with a uid by that, the others by name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from db.derived_uids import occurrence_uid
from db.records import (
    BlockException,
    Board,
    Campaign,
    Changes,
    ClosedDay,
    ExceptionKind,
    Member,
    Occasion,
    Platform,
    Post,
    Share,
    Variant,
    WorkBlock,
)
from desktop.feeds.plan_reading import FoundPlan, Unusable, UnusableCode
from desktop.feeds.zones import told_as


@dataclass(frozen=True, slots=True)
class PlanNews:
    """What would be added. All ids are still those of the file, but for `grown`: known posts with the new versions.

    `known` counts the posts and blocks of the file that the plan has. `counters` are those of everything new.
    """

    found: FoundPlan
    platforms: tuple[Platform, ...]
    campaigns: tuple[Campaign, ...]
    members: tuple[Member, ...]
    occasions: tuple[Occasion, ...]
    closed_days: tuple[ClosedDay, ...]
    posts: tuple[Post, ...]
    grown: tuple[tuple[Post, tuple[Variant, ...]], ...]
    blocks: tuple[WorkBlock, ...]
    known: int
    counters: Mapping[str, int]
    post_ids: Mapping[int, int]  # of known posts, by their ids in the file

    def __bool__(self) -> bool:
        """Tell whether there is anything new."""
        return bool(self.posts or self.grown or self.blocks or self.campaigns or self.occasions or self.closed_days)

    def changes(
        self, platforms: Mapping[str, int], campaigns: Mapping[str, int], members: Mapping[str, int]
    ) -> Changes:
        """The new posts and blocks as an edit. The mappings say which ids keys and names have in the plan."""
        return _Placing(self, platforms, campaigns, members).changes()


def news_of(found: FoundPlan, board: Board) -> PlanNews:
    """What is new to a plan; `board` holds all of it. Raises Unusable when the two lie in different zones."""
    if told_as(board.plan.zone) != told_as(found.board.plan.zone):
        raise Unusable(UnusableCode.OTHER_ZONE, found.board.plan.zone)
    posts = {post.uid: post for post in board.posts}
    blocks = {block.uid for block in board.blocks}
    versions = {variant.uid for post in board.posts for variant in post.variants}
    keys = {platform.id: platform.key for platform in found.board.platforms}
    own_keys = {platform.id: platform.key for platform in board.platforms}
    new_posts: list[Post] = []
    grown: list[tuple[Post, tuple[Variant, ...]]] = []
    for post in found.board.posts:
        added = tuple(variant for variant in post.variants if variant.uid not in versions)
        mine = posts.get(post.uid)
        if mine is not None:
            taken = {own_keys[variant.platform_id] for variant in mine.variants}
            more = tuple(_told(variant, post, mine) for variant in added if keys[variant.platform_id] not in taken)
            grown += [(mine, more)] if more else []
        elif added:
            new_posts.append(replace(post, variants=added))
    new_blocks = tuple(
        _without_known(block, blocks)
        for block in found.board.blocks
        if block.uid not in blocks and found.series.get(block.uid) not in blocks
    )
    known = len(found.board.posts) + len(found.board.blocks) - len(new_posts) - len(grown) - len(new_blocks)
    uids = {variant.uid for post in new_posts for variant in post.variants}
    uids |= {variant.uid for _, some in grown for variant in some} | {block.uid for block in new_blocks}
    campaigns, members = {each.name for each in board.campaigns}, {each.name for each in board.members}
    occasions = {_day_of(each) for each in board.occasions}
    closed_days = {(each.name, each.day, each.weekday) for each in board.closed_days}
    mentioned = {post.uid: post.id for post in found.board.posts} | dict(found.others)
    return PlanNews(
        found=found,
        platforms=tuple(each for each in found.board.platforms if each.key not in set(own_keys.values())),
        campaigns=tuple(each for each in found.board.campaigns if each.name not in campaigns),
        members=tuple(each for each in found.board.members if each.name not in members),
        occasions=tuple(each for each in found.board.occasions if _day_of(each) not in occasions),
        closed_days=tuple(
            each for each in found.board.closed_days if (each.name, each.day, each.weekday) not in closed_days
        ),
        posts=tuple(new_posts),
        grown=tuple(grown),
        blocks=new_blocks,
        known=known,
        counters={uid: found.counters[uid] for uid in sorted(uids)},
        post_ids={number: posts[uid].id for uid, number in mentioned.items() if uid in posts},
    )


class _Placing:
    def __init__(
        self,
        news: PlanNews,
        platforms: Mapping[str, int],
        campaigns: Mapping[str, int],
        members: Mapping[str, int],
    ) -> None:
        found = news.found.board
        self._news = news
        self._platforms = {each.id: platforms[each.key] for each in found.platforms}
        self._campaigns = {each.id: campaigns[each.name] for each in found.campaigns}
        self._members = {each.id: members[each.name] for each in found.members}
        self._posts = {**news.post_ids, **{post.id: -post.id for post in news.posts}}

    def changes(self) -> Changes:
        new = tuple(self._post(post) for post in self._news.posts)
        grown = tuple(
            replace(post, variants=(*post.variants, *map(self._version, some))) for post, some in self._news.grown
        )
        return Changes(posts=(*grown, *new), blocks=tuple(map(self._block, self._news.blocks)))

    def _post(self, post: Post) -> Post:
        return replace(
            post,
            id=-post.id,
            campaign_id=self._campaigns.get(post.campaign_id or 0),
            owner_id=self._members.get(post.owner_id or 0),
            approver_id=self._members.get(post.approver_id or 0),
            variants=tuple(map(self._version, post.variants)),
        )

    def _version(self, variant: Variant) -> Variant:
        return replace(variant, id=0, post_id=0, platform_id=self._platforms[variant.platform_id])

    def _block(self, block: WorkBlock) -> WorkBlock:
        return replace(
            block,
            id=0,
            member_id=self._members.get(block.member_id or 0),
            campaign_id=self._campaigns.get(block.campaign_id or 0),
            platforms=self._shares(block.platforms),
            exceptions=tuple(map(self._exception, block.exceptions)),
            links=tuple(
                replace(link, post_id=self._posts[link.post_id]) for link in block.links if link.post_id in self._posts
            ),
        )

    def _exception(self, exception: BlockException) -> BlockException:
        return replace(
            exception,
            member_id=self._members.get(exception.member_id or 0),
            platforms=None if exception.platforms is None else self._shares(exception.platforms),
        )

    def _shares(self, shares: Iterable[Share]) -> tuple[Share, ...]:
        return tuple(Share(self._platforms[share.platform_id]) for share in shares)


def _told(variant: Variant, post: Post, mine: Post) -> Variant:
    """The version with a text of its own where its post in the plan has another one than its post in the file."""
    body = post.body if variant.body is None else variant.body
    return replace(variant, body=None if body == mine.body else body)


def _without_known(block: WorkBlock, uids: set[str]) -> WorkBlock:
    """The series without the occurrences that the plan has as single blocks, out of a file without their series."""
    places = {each.original_at for each in block.exceptions} | {link.original_at for link in block.links}
    gone = {place for place in places if occurrence_uid(block.uid, place) in uids}
    kept = [each for each in block.exceptions if each.original_at not in gone]
    cancelled = [BlockException(place, ExceptionKind.CANCELLED) for place in gone]
    return replace(
        block,
        exceptions=tuple(sorted((*kept, *cancelled), key=lambda each: each.original_at)),
        links=tuple(link for link in block.links if link.original_at not in gone),
    )


def _day_of(occasion: Occasion) -> tuple[str, bool, tuple[int, ...]]:
    """What makes two occasions the same: of what comes every year a calendar does not tell the first one."""
    day = occasion.day
    return occasion.name, occasion.is_yearly, (day.month, day.day) if occasion.is_yearly else day.timetuple()[:3]
