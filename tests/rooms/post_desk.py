"""A post panel with somebody who writes what it asks for, for tests."""

from __future__ import annotations

from dataclasses import replace

from pytestqt.qtbot import QtBot

from db.records import Post
from desktop.calendar.post_panel import PostPanel
from desktop.planning.covering import covering
from tests.rooms.panel_plan import NOW, board


class PostDesk:
    """A panel with somebody who writes what it asks for and shows the result, as the page does."""

    def __init__(self, panel: PostPanel, post: Post) -> None:
        self.panel = panel
        self.board = board()
        self.edits: list[tuple[Post, str, str]] = []
        panel.changed.connect(self._write)
        self.show(post)

    @property
    def post(self) -> Post:
        """The post as it stands now."""
        return next(post for post in self.board.posts if post.id == self.panel.post_id)

    @property
    def visits(self) -> list[str]:
        """The names of the visits of all edits."""
        return [visit for _post, _label, visit in self.edits]

    def show(self, post: Post) -> None:
        """Show a post as the plan has it now."""
        posts = tuple(post if each.id == post.id else each for each in self.board.posts)
        self.board = replace(self.board, posts=posts)
        self.panel.show_post(post, self.board, covering(self.board), NOW)

    def _write(self, post: Post, label: str, visit: str) -> None:
        self.edits.append((post, label, visit))
        self.show(post)


def desk_with(post: Post, qtbot: QtBot) -> PostDesk:
    """Open the panel of a post in a window of its own."""
    panel = PostPanel()
    qtbot.addWidget(panel)
    panel.resize(400, 900)
    desk = PostDesk(panel, post)
    panel.show()
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    return desk
