"""The next posts of repeating posts, made as time goes on and as far as somebody looks ahead."""

from __future__ import annotations

from datetime import date
from weakref import WeakSet

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QUndoCommand

from db.errors import StorageProblem
from db.plan import load_plan
from db.post_series import load_post_series
from db.records import Board, Week
from desktop.planning.post_series import due, horizon
from desktop.workspace import Workspace

translate = QCoreApplication.translate


class SeriesGrowth(QObject):
    """Makes what is due, each time as one undo step; shared by the rooms of a workspace.

    What was taken back is not made again for as long as the plan is open, unless somebody looks further ahead: undo has
    to get past it. Nothing is made while another step could be done again, which a new one would make impossible.
    """

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._grown: dict[int, date] = {}
        self._seen: date | None = None
        self._made: WeakSet[QUndoCommand] = WeakSet()
        workspace.changed.connect(self._follow)
        workspace.reloaded.connect(self._forget)

    @classmethod
    def of(cls, workspace: Workspace) -> SeriesGrowth:
        """The one of a workspace."""
        return workspace.findChild(cls) or cls(workspace)

    def grow(self, shown: Week | None = None) -> str:
        """Make the posts up to the horizon, or to the end of a later week that is shown; says what was made.

        Empty when nothing was, which costs next to nothing.
        """
        until = horizon(self._workspace.clock(), self._workspace.zone, shown)
        if (self._seen is not None and until <= self._seen) or self._could_redo():
            return ""
        try:
            series = self._workspace.read(load_post_series)
            plan = self._workspace.read(load_plan)
        except StorageProblem:
            return ""  # what is shown has said so
        wanting = tuple(each for each in series if self._grown.get(each.id, date.min) < until)
        changes = due(Board((), plan, post_series=wanting), self._workspace.clock(), until)
        if not changes:
            self._seen = until
            return ""
        names = {each.template.title for each in changes.post_series}
        number = len(names)
        if number == 1:
            label = translate("SeriesGrowth", "Next dates of “{title}”").format(title=names.pop().replace("\u00ad", ""))
        else:
            label = translate("SeriesGrowth", "Next dates of %n series", "", number)
        self._grown.update((each.id, until) for each in changes.post_series)
        is_made = self._workspace.put(label, changes) is not None
        if is_made:
            stack = self._workspace.undo_stack
            self._made.add(stack.command(stack.index() - 1))
        self._seen = until  # after the change has been told
        return label if is_made else ""

    def _could_redo(self) -> bool:
        """Tell whether something else than such posts has been undone and can still be done again."""
        stack = self._workspace.undo_stack
        return any(stack.command(place) not in self._made for place in range(stack.index(), stack.count()))

    def _follow(self, changes: object) -> None:
        """Look again once another series is there, or one is as it was."""
        touches = getattr(changes, "touches", None)
        if touches is None or touches("post_series"):
            self._seen = None

    def _forget(self) -> None:
        self._seen = None
