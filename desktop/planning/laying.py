"""Laying blocks and ideas into the free time of a week, one after the other, on a board that grows."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple, ParamSpec
from zoneinfo import ZoneInfo

from db.records import (
    ACTIVITIES,
    NO_MINUTES,
    Activity,
    BlockLink,
    Board,
    ByActivity,
    Post,
    Share,
    Status,
    Variant,
    Week,
    WorkBlock,
)
from desktop.planning.budget import TOLERANCE, PlatformBudget, borne, divide, week_budget
from desktop.planning.cards import moment
from desktop.planning.covering import counting, covering, platform_order
from desktop.planning.free_time import FreeTime, Window
from desktop.planning.memory import remembered
from desktop.planning.placements import Busy, PlacedBlock, PlacedPost, Placement, Reason, Why, Wishes
from desktop.planning.portions import LONGEST, SHORTEST
from desktop.planning.week import at, elapsed, instant, minute_of_day, settled

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

HOUR = 60

P = ParamSpec("P")
Windows = list[tuple[Window, Why]]


class Task(NamedTuple):
    """Work to be laid: for whom, and when it may be, the best time first. Windows are asked for anew for each block."""

    activity: Activity
    platform_ids: tuple[int, ...]
    windows: Callable[[int], Windows]
    post_ids: tuple[int, ...] = ()


class _Here:
    """The posts of a board that count in the week, each with its platforms there, and what they are known to cost.

    `known` is each post's uncovered effort at the last look, `costs` what those amount to on each platform.
    """

    def __init__(self, of: tuple[Post, ...], posts: list[tuple[Post, list[int]]]) -> None:
        self.of = of
        self.posts = posts
        self.counts = Counter(platform_id for _, platform_ids in posts for platform_id in platform_ids)
        self.known: dict[int, ByActivity] = {}
        self.costs: Counter[int] = Counter()


class Laying:
    """The week as it fills up. `now` is a UTC instant."""

    def __init__(self, board: Board, week: Week, now: datetime, wishes: Wishes, day_cap: int) -> None:
        # Worked time does not matter for what is planned, and reckoning it takes long.
        self.board = replace(board, entries=())
        self.week = week
        self.now = now
        self.wishes = wishes
        self.zone = ZoneInfo(board.plan.zone)
        self._circumstance = (self.zone, platform_order(board))
        self.free = FreeTime(self.board, week, now, wishes, day_cap)
        self.placements: list[Placement] = []
        self._here = _Here((), [])
        self._reckoned: tuple[Board | None, dict[int, int]] = None, {}
        self._next_id = min((0, *(block.id for block in board.blocks))) - 1
        budgets = self.budgets()
        self._targets = {budget.platform.id: budget.target for budget in budgets}
        self._at_first = {budget.platform.id: budget.planned for budget in budgets}
        self._work = {budget.platform.id: budget.planned - budget.uncovered for budget in budgets}

    # -- how it stands

    def budgets(self) -> tuple[PlatformBudget, ...]:
        """The active platforms' week with all that is laid by now."""
        return week_budget(self.board, self.week, self.now)

    def planned(self) -> dict[int, int]:
        """The same platforms' planned minutes, reckoned from what has changed: this is asked for with every block."""
        board, sums = self._reckoned
        if board is not self.board:
            sums = self._planned()
            self._reckoned = self.board, sums
        return sums

    def _planned(self) -> dict[int, int]:
        """What the work costs, and the posts with what they cost still."""
        here, uncovered = self._posts_here(), covering(self.board).uncovered
        for post, platform_ids in here.posts:
            was, now = here.known.get(post.id, NO_MINUTES), uncovered[post.id]
            if was != now:
                here.known[post.id] = now
                before, then = (borne(post, (minutes, self._circumstance)) for minutes in (was, now))
                for platform_id in platform_ids:
                    here.costs[platform_id] += then[platform_id].total - before[platform_id].total
        return {platform_id: minutes + here.costs[platform_id] for platform_id, minutes in self._work.items()}

    def posts_on(self, platform_id: int) -> int:
        """How many versions a platform has in the week."""
        return self._posts_here().counts[platform_id]

    def _posts_here(self) -> _Here:
        """The posts with a version that counts in the week."""
        if self._here.of is not self.board.posts:
            found = []
            for post in self.board.posts:
                counted = counting(post, self._circumstance)
                if self.week in counted.weeks:
                    pairs = zip(counted.shares, counted.weeks, strict=True)
                    found.append((post, [share.platform_id for share, week in pairs if week == self.week]))
            self._here = _Here(self.board.posts, found)
        return self._here

    def stays_within(self, before: Mapping[int, int] | None = None) -> bool:
        """Tell whether no platform has gone over its target further than it was `before`.

        Without `before` it may go a little over, within the tolerance of budgets, but not further than at first.
        """
        slack = TOLERANCE if before is None else 0
        was = self._at_first if before is None else before
        return all(
            minutes <= max(was[platform_id], self._targets[platform_id] + slack)
            for platform_id, minutes in self.planned().items()
        )

    def moments(self, post: Post) -> list[datetime]:
        """The wall-clock moments of a post's versions but skipped ones, in order."""
        return list(_moments(post, self.zone))

    def moment(self, version: Variant) -> datetime | None:
        """When a version really goes out, in wall clock; None for one that is undated or skipped."""
        return _moment(version, self.zone)

    def post(self, post_id: int) -> Post | None:
        """The post as it stands by now; None if there is none."""
        return next((post for post in self.board.posts if post.id == post_id), None)

    def is_dated(self, post_id: int) -> bool:
        """Tell whether there is a post with this id that has a moment."""
        post = self.post(post_id)
        return post is not None and bool(self.moments(post))

    def is_idea(self, post_id: int) -> bool:
        """Tell whether there is a post with this id none of whose versions has a date."""
        post = self.post(post_id)
        return post is not None and all(moment(version, self.zone) is None for version in post.variants)

    def coming_posts(self) -> list[Post]:
        """The posts of what is left of the week, by moment, without those that are partly out already."""
        active = {platform.id for platform in self.board.platforms if platform.is_active}
        found = []
        for post in self.board.posts:
            moments = self.moments(post)
            is_out = any(version.published_at is not None for version in post.variants)
            counts = any(version.platform_id in active for version in post.variants)
            if moments and not is_out and counts and moments[0] in self.week:
                first = instant(moments[0], self.zone)
                if first > self.now:
                    found.append((first, post.id, post))
        return [post for _, _, post in sorted(found, key=lambda each: each[:2])]

    def platforms_of(self, post: Post) -> tuple[int, ...]:
        """The platforms that a post's effort counts for, in the user's order."""
        return tuple(share.platform_id for share in counting(post, self._circumstance).shares)

    def uncovered(self, post: Post) -> ByActivity:
        """The effort of a post of the board that no block pays for."""
        return covering(self.board).uncovered[post.id]

    def needs(self, post: Post) -> list[tuple[Activity, int]]:
        """The same, activity by activity, without those of which a block was left out."""
        left_out = {
            each.item.activity
            for each in self.wishes.leave_out
            if isinstance(each.item, PlacedBlock) and post.id in each.item.post_ids
        }
        return [
            (activity, minutes)
            for activity, minutes in zip(ACTIVITIES, self.uncovered(post), strict=True)
            if activity not in left_out
        ]

    # -- trying

    def attempt(self, step: Callable[P, bool], *args: P.args, **kwargs: P.kwargs) -> bool:
        """Do something; where it returns False nothing has happened."""
        board, free, work, reckoned = self.board, self.free.saved(), dict(self._work), self._reckoned
        laid, next_id = len(self.placements), self._next_id
        if step(*args, **kwargs):
            return True
        self.board, self.free, self._work, self._next_id = board, free, work, next_id
        self._reckoned = reckoned
        del self.placements[laid:]
        return False

    # -- putting

    def add_post(self, idea: Post) -> None:
        """Have an idea at hand; a board holds none of its own accord."""
        if all(post.id != idea.id for post in self.board.posts):
            self.board = replace(self.board, posts=(*self.board.posts, idea))

    def put(self, placement: Placement) -> None:
        """Lay something exactly there."""
        item = placement.item
        if isinstance(item, PlacedPost):
            self.board = replace(
                self.board,
                posts=tuple(
                    _dated(post, item.starts_at) if post.id == item.post_id else post for post in self.board.posts
                ),
            )
            # Blocks that were linked to the idea before now count for its platforms.
            self._work = {each.platform.id: each.planned - each.uncovered for each in self.budgets()}
        else:
            block = WorkBlock(
                id=self._next_id,
                uid="",
                activity=item.activity,
                starts_at=item.starts_at,
                ends_at=item.ends_at,
                created_at=self.now,
                platforms=tuple(Share(platform_id) for platform_id in item.platform_ids),
                links=tuple(BlockLink(item.starts_at, post_id) for post_id in item.post_ids),
            )
            self._next_id -= 1
            self.board = replace(self.board, blocks=(*self.board.blocks, block))
            day = item.starts_at.date()
            self.free.book(day, minute_of_day(item.starts_at, day), item.minutes)
            for platform_id, part in divide(ByActivity(item.minutes), self._bearing(item)).items():
                if platform_id in self._work:
                    self._work[platform_id] += part.total
        self.placements.append(placement)

    def _bearing(self, item: PlacedBlock) -> Sequence[Share]:
        """The platforms for which a block counts: those of its posts."""
        posts = [post for post in self.board.posts if post.id in item.post_ids]
        serves = {platform_id for post in posts for platform_id in self.platforms_of(post)} or item.platform_ids
        return [Share(platform_id) for platform_id in self._circumstance[1] if platform_id in serves]

    def lay(self, task: Task, sizes: Sequence[int]) -> int:
        """Lay blocks of these lengths, shorter ones where they do not fit; how many minutes found no place."""
        left, lost, number = list(sizes), 0, 0
        while left:
            size = left.pop(0)
            minutes = self._lay_one(task, size, number)
            if minutes == 0:
                return lost + size + sum(left)
            number += 1
            rest = size - minutes
            if rest >= SHORTEST:
                left.insert(0, rest)
            elif left and left[0] + rest <= LONGEST:
                left[0] += rest
            else:
                lost += rest
        return lost

    def _lay_one(self, task: Task, minutes: int, number: int) -> int:
        """One block, as long as there is room; how long it became, 0 for none."""
        avoid = self._left_out(task)
        windows = task.windows(number)
        for window, why in windows:
            start = self.free.start(window, minutes, avoid)
            if start is not None:
                return self._put_block(task, why, (window.day, start, minutes))
        lengths = [self.free.longest(window, minutes, avoid) for window, _ in windows]
        length = max(lengths, default=0)
        if length < SHORTEST:
            return 0
        window, why = windows[lengths.index(length)]
        if minutes - length < SHORTEST and length >= 2 * SHORTEST:
            # So that the rest is long enough for a block of its own.
            length = minutes - SHORTEST
        start = self.free.start(window, length, avoid)
        return 0 if start is None else self._put_block(task, why, (window.day, start, length))

    def _put_block(self, task: Task, why: Why, place: tuple[date, int, int]) -> int:
        day, start, minutes = place
        item = PlacedBlock(at(day, start), at(day, start + minutes), task.activity, task.platform_ids, task.post_ids)
        self.put(Placement(item, why))
        return minutes

    def _left_out(self, task: Task) -> list[Busy]:
        """Where the same work is not wanted."""
        return [
            Busy(each.item.starts_at, each.item.ends_at)
            for each in self.wishes.leave_out
            if isinstance(each.item, PlacedBlock)
            and (each.item.activity, each.item.platform_ids) == (task.activity, task.platform_ids)
        ]

    # -- when

    def early(self, why: Why) -> Windows:
        """The first days first."""
        return [(Window(day), why) for day in self.free.days]

    def balanced(self, why: Why, due: datetime | None = None) -> Windows:
        """The emptiest days first, up to a wall-clock time."""
        days = [day for day in self.free.days if due is None or day <= due.date()]
        return [
            (Window(day, ends=1440 if due is None else minute_of_day(due, day)), why)
            for day in sorted(days, key=self.free.used)
        ]

    def spread(self, why: Why, task: tuple[Activity, int], part: tuple[int, int]) -> Windows:
        """For one block of several, days without this work first, near the place that even distances give it."""
        activity, platform_id = task
        number, count = part
        days = self.free.days
        ideal = (2 * number + 1) * len(days) // (2 * count)
        worked = dict.fromkeys(days, 0)
        for each in self.board.blocks:
            day = each.starts_at.date()
            if day in worked and each.activity is activity and Share(platform_id) in each.platforms:
                worked[day] += 1
        places = sorted(range(len(days)), key=lambda place: (worked[days[place]], abs(place - ideal), place))
        return [(Window(days[place]), why) for place in places]

    def after_post(self, post_id: int, goes_out: datetime, reason: Reason = Reason.AFTER_POST) -> Windows:
        """The hour that passes after a post has gone out, which is less on the clock when the clock is put back."""
        day = goes_out.date()
        minute = minute_of_day(goes_out, day)
        last = minute + HOUR
        while elapsed(goes_out, at(day, last), self.zone) > HOUR:
            last -= 1
        window = Window(day, minute + 1, last)
        return [(window, Why(reason, (post_id,), goes_out))]

    def later(self, post_id: int, goes_out: datetime) -> Windows:
        """Any time after a post has gone out, the sooner the better."""
        why = Why(Reason.LATER_AFTER_POST, (post_id,), goes_out)
        first = minute_of_day(goes_out, goes_out.date()) + 1
        return [
            (Window(day, first if day == goes_out.date() else 0), why)
            for day in self.free.days
            if day >= goes_out.date()
        ]


def _dated(post: Post, starts_at: datetime) -> Post:
    return replace(post, variants=tuple(replace(version, starts_at=starts_at) for version in post.variants))


@remembered(places=4096)
def _moments(post: Post, zone: ZoneInfo) -> tuple[datetime, ...]:
    found = [at for version in post.variants if (at := _moment(version, zone)) is not None]
    return tuple(sorted(found, key=lambda each: instant(each, zone)))


def _moment(version: Variant, zone: ZoneInfo) -> datetime | None:
    found = None if version.status is Status.SKIPPED else moment(version, zone)
    return None if found is None else settled(found, zone)
