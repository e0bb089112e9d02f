"""What one of our own calendar files would bring into the plan."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop import wording
from desktop.transfer.news_dialog import LINES_SEEN, WIDTH, NewsDialog

if TYPE_CHECKING:
    from db.records import Post, WorkBlock
    from desktop.feeds.plan_news import PlanNews

_SEEN_OF_TWO = 5  # two lists have room on a small screen with large text


class PlanDialog(NewsDialog):
    """Lists new posts and work blocks; the user takes all of them or none."""

    def __init__(self, window: QWidget, file_name: str, news: PlanNews) -> None:
        super().__init__(window, self.tr("Import “{file}”").format(file=file_name), WIDTH)
        posts, blocks = (*news.posts, *(post for post, _ in news.grown)), news.blocks
        seen = _SEEN_OF_TWO if posts and blocks else LINES_SEEN
        names = {platform.id: platform.name for platform in news.found.board.platforms}
        if posts:
            self._say(self.tr("%n post(s) would be added:", "", len(posts)))
            self.posts = self._list(self.tr("New posts"), [_post_line(each, names) for each in posts], seen)
        if blocks:
            self._say(self.tr("%n work block(s) would be added:", "", len(blocks)))
            self.blocks = self._list(self.tr("New work blocks"), [_block_line(each) for each in blocks], seen)
        named = [each.name for each in news.campaigns]
        named += [each.name for each in news.occasions]
        named += [each.name for each in news.closed_days]
        days = list(filter(None, named))
        if days:
            self._say(self.tr("Campaigns and days come with them: {names}").format(names=", ".join(days)))
        if news.platforms:
            added = ", ".join(platform.name for platform in news.platforms)
            self._say(self.tr("New platforms come with them: {names}").format(names=added))
        if news.known:
            self._say(self.tr("%n post(s) and work block(s) are known already and stay as they are.", "", news.known))
        if not news:
            self._say(self.tr("The calendar has nothing that is new to the plan."))
        self._offer(self.tr("Add to the plan") if news else "")


def _post_line(post: Post, names: dict[int, str]) -> str:
    return " · ".join(filter(None, _post_words(post, names)))


def _post_words(post: Post, names: dict[int, str]) -> Iterator[str]:
    moments = [variant.starts_at for variant in post.variants if variant.starts_at is not None]
    if moments:
        yield f"{wording.day_with_year(min(moments).date())} {wording.clock(min(moments))}"
    yield ", ".join(names[variant.platform_id] for variant in post.variants if variant.platform_id in names)
    yield post.title or wording.untitled()


def _block_line(block: WorkBlock) -> str:
    times = f"{wording.clock(block.starts_at)}–{wording.clock(block.ends_at)}"
    words = [f"{wording.day_with_year(block.starts_at.date())} {times}", wording.activity(block.activity), block.title]
    return " · ".join(filter(None, words))
