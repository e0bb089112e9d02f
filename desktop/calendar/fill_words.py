"""What a filled week says in words: what was placed and why, what does not fit, and what would help."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from db.records import Activity, Board, Platform
from desktop import wording
from desktop.calendar.outcomes import short
from desktop.planning.placements import (
    FillRemedy,
    FillRemedyKind,
    Misfit,
    MisfitKind,
    PlacedPost,
    Placement,
    Reason,
    Why,
)

translate = QCoreApplication.translate

_NAMED = 2
_LONGEST = 18


@dataclass(frozen=True, slots=True)
class Names:
    """What the words need to know: titles of posts and platforms by id."""

    titles: Mapping[int, str]
    platforms: Mapping[int, Platform]

    @classmethod
    def of(cls, board: Board) -> Names:
        """The names on a board."""
        return cls(
            {post.id: post.title for post in board.posts}, {platform.id: platform for platform in board.platforms}
        )

    def title(self, post_id: int | None) -> str:
        """A post's title, short enough for half a sentence: what stands before a colon, if that is cut anyway."""
        title = short(self.titles.get(post_id or 0, ""))
        if len(title) <= _LONGEST:
            return title
        head = title.partition(":")[0]
        if len(head) <= _LONGEST:
            return head
        words = head[:_LONGEST].rpartition(" ")[0] or head[: _LONGEST - 1]
        return f"{words.rstrip()}…"

    def posts(self, post_ids: Sequence[int]) -> str:
        """One or two titles in quotation marks, or how many posts there are."""
        if len(post_ids) > _NAMED:
            return translate("FillWords", "{count} posts").format(count=len(post_ids))
        quoted = [translate("FillWords", "“{title}”").format(title=self.title(each)) for each in post_ids]
        if len(quoted) < _NAMED:
            return "".join(quoted)
        return translate("FillWords", "{one} and {other}").format(one=quoted[0], other=quoted[1])

    def platform(self, ids: Sequence[int]) -> str:
        """The platforms' names."""
        return wording.platform_names(ids, self.platforms)


def at_time(moment: datetime) -> str:
    """Di 17:00."""
    return f"{wording.weekday_short(moment.date())} {wording.clock(moment)}"


def title(placement: Placement, names: Names) -> str:
    """What a row is headed: "Di 17:00 Rezept: Vanillekipferl", "Di 13:00–14:30 Umsetzung"."""
    item = placement.item
    if isinstance(item, PlacedPost):
        return f"{at_time(item.starts_at)} {names.titles.get(item.post_id) or wording.untitled()}"
    day = wording.weekday_short(item.starts_at.date())
    return f"{day} {wording.time_range(item.starts_at, item.ends_at)} {wording.activity(item.activity)}"


def group_title(activity: Activity, count: int, minutes: int) -> str:
    """What a row of equal blocks is headed: "Interaktion, 4-mal 0:30 h"."""
    words = translate("FillWords", "{activity}, {count} times {hours}")
    return words.format(activity=wording.activity(activity), count=count, hours=wording.hours_h(minutes))


def by_hand() -> str:
    """Why something lies where the user has put it."""
    return translate("FillWords", "because you put it there")


def reason(placement: Placement, names: Names, is_group: bool = False) -> str:
    """Why it lies there, as half a sentence that begins with "because"."""
    why = placement.why
    words = _about_posts(why, names, is_group) or _about_days(why, names, placement.item.platform_ids)
    if words:
        return words
    if why.reason is Reason.OPEN_PART and not isinstance(placement.item, PlacedPost):
        pattern = translate("FillWords", "because {hours} of it are open on {platform}")
        return pattern.format(hours=wording.hours_h(why.minutes), platform=names.platform(placement.item.platform_ids))
    return {
        Reason.EARLY: translate("FillWords", "because a week begins with planning"),
        Reason.SPREAD: translate("FillWords", "because a little on many days is best"),
        Reason.DAILY: translate("FillWords", "because answers are due on days without a post, too"),
    }.get(why.reason, "")


def _about_posts(why: Why, names: Names, is_group: bool) -> str:
    posts = names.posts(why.post_ids)
    match why.reason:
        case Reason.FOR_POSTS if why.moment is not None and len(why.post_ids) == 1:
            words = translate("FillWords", "because {posts} needs it by {moment}")
            return words.format(posts=posts, moment=at_time(why.moment))
        case Reason.FOR_POSTS if why.moment is not None:
            words = translate("FillWords", "because {posts} need it by {moment}")
            return words.format(posts=posts, moment=at_time(why.moment))
        case Reason.FOR_POSTS:
            words = translate("FillWords", "because {posts} takes {hours}")
            return words.format(posts=posts, hours=wording.hours_h(why.minutes))
        case Reason.AFTER_POST | Reason.LATER_AFTER_POST if is_group or not posts:
            return translate("FillWords", "because answers count soon after the post")
        case Reason.AFTER_POST:
            return translate("FillWords", "because the hour after {posts} counts").format(posts=posts)
        case Reason.LATER_AFTER_POST:
            return translate("FillWords", "because the hour after {posts} is taken").format(posts=posts)
    return ""


def _about_days(why: Why, names: Names, platform_ids: Sequence[int]) -> str:
    platform = names.platform(platform_ids)
    match why.reason:
        case Reason.SILENCE if why.moment is not None:
            words = translate("FillWords", "because {platform} has nothing after {day}")
            return words.format(platform=platform, day=wording.day_short(why.moment.date()))
        case Reason.SILENCE:
            return translate("FillWords", "because nothing goes out on {platform} yet").format(platform=platform)
        case Reason.GAP if why.days == 1:
            return translate("FillWords", "because {platform} has nothing the day before").format(platform=platform)
        case Reason.GAP:
            words = translate("FillWords", "because {platform} is silent for {days} days")
            return words.format(platform=platform, days=why.days)
        case Reason.AFTER_CREATION if why.moment is not None:
            words = translate("FillWords", "because its creation ends {moment}")
            return words.format(moment=at_time(why.moment))
    return ""


def misfit(of: Misfit, names: Names) -> str:
    """What does not fit."""
    words = {"post": names.title(of.post_id), "hours": wording.hours_h(of.minutes), "count": of.count}
    if of.activity is not None:
        words["activity"] = wording.activity(of.activity)
    match of.kind:
        case MisfitKind.EFFORT if of.due is not None:
            pattern = translate("FillWords", "“{post}”: {activity} {hours} by {moment}")
            return pattern.format(moment=at_time(of.due), **words)
        case MisfitKind.EFFORT:
            return translate("FillWords", "“{post}”: {activity} {hours}").format(**words)
        case MisfitKind.IDEA:
            return translate("FillWords", "“{post}”: no date found, {hours}").format(**words)
        case MisfitKind.POSTS if of.count == 1:
            return translate("FillWords", "1 post missing, no idea fits")
        case MisfitKind.POSTS:
            return translate("FillWords", "{count} posts missing, no idea fits").format(**words)
    return translate("FillWords", "{activity} {hours}").format(**words)


def remedy(of: FillRemedy) -> str:
    """What a remedy's button says."""
    match of.kind:
        case FillRemedyKind.RAISE_DAY_CAP:
            return translate("FillWords", "Up to {hours} a day").format(hours=wording.hours_h(of.minutes))
        case FillRemedyKind.ALLOW_DAY if of.day is not None:
            return translate("FillWords", "Add {day}").format(day=wording.day_short(of.day))
        case FillRemedyKind.SHORTER_LEAD:
            return translate("FillWords", "Create shortly before")
        case FillRemedyKind.POSTPONE_POST:
            return translate("FillWords", "A week later")
        case FillRemedyKind.NEXT_WEEK:
            return translate("FillWords", "Leave open")
        case FillRemedyKind.LEAVE_IDEA:
            return translate("FillWords", "Leave with the ideas")
        case FillRemedyKind.CAPTURE_IDEA:
            return translate("FillWords", "Capture idea")
    return translate("FillWords", "Fewer will do")


def heading_posts(count: int) -> str:
    """Above the posts."""
    if count == 1:
        return translate("FillWords", "1 post from your ideas")
    return translate("FillWords", "{count} posts from your ideas").format(count=count)


def heading_blocks(count: int) -> str:
    """Above the blocks."""
    if count == 1:
        return translate("FillWords", "1 work block")
    return translate("FillWords", "{count} work blocks").format(count=count)


def found(posts: int, blocks: int) -> str:
    """What is read out when the preview comes."""
    return translate("FillWords", "Preview: {things}").format(things=_things(posts, blocks))


def done(posts: int, blocks: int) -> str:
    """What was carried out: "4 Beiträge und 8 Arbeitsblöcke eingeplant"."""
    return translate("FillWords", "{things} scheduled").format(things=_things(posts, blocks))


def _things(posts: int, blocks: int) -> str:
    if not posts:
        return heading_blocks(blocks)
    one = translate("FillWords", "1 post") if posts == 1 else translate("FillWords", "{count} posts")
    words = one.format(count=posts)
    if not blocks:
        return words
    return translate("FillWords", "{one} and {other}").format(one=words, other=heading_blocks(blocks))
