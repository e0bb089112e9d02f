"""For which platforms a work block is, and how its time is shared among them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from db.records import Board, Platform, Share
from desktop import wording
from desktop.calendar.panel_layouts import Flow
from desktop.calendar.panel_parts import emptied, heading, remark
from desktop.planning.budget import occurrence_minutes
from desktop.planning.recurrence import Occurrence
from desktop.ui import icons, theme
from desktop.ui.controls import Text, ToggleButton
from desktop.ui.parts import stacked, tab_after


class BlockPlatforms(QWidget):
    """One button per platform; while posts are linked they only show whose platforms bear the time.

    Tab comes to them from `before`.

    Signals: `changed(shares)`; the last platform stays.
    """

    changed = Signal(object)

    def __init__(self, before: QWidget) -> None:
        super().__init__()
        self._before = before
        self._offered: tuple[Platform, ...] = ()
        self._own: tuple[Share, ...] = ()
        self._buttons: dict[int, ToggleButton] = {}
        self._shares = Text("", "meta", "text-3", is_wrapped=True)
        self._from_posts = Text("", "meta", "text-3", is_wrapped=True)
        self._source = remark(icons.LINKED, self._from_posts)
        chips = QWidget()
        self._chips = Flow(chips)
        column = stacked(self)
        column.addWidget(heading(self.tr("Platforms"), self._shares))
        column.addWidget(chips)
        self._source.setContentsMargins(0, theme.px(7), 0, 0)
        column.addWidget(self._source)

    def show_platforms(self, board: Board, own: tuple[Share, ...], shown: Occurrence) -> None:
        """Show the platforms that bear an occurrence, and its `own`, which return when it is unlinked."""
        bearing = [share.platform_id for share in shown.shares]
        self._own = own
        self._build(tuple(each for each in board.platforms if each.is_active or each.id in bearing))
        names = {platform.id: platform.name for platform in board.platforms}
        is_linked = shown.shares != own or bool(shown.post_ids)
        without = ", ".join(names[share.platform_id] for share in own)
        if len(shown.post_ids) > 1:
            source = self.tr("Come from the linked posts. Without them: {platforms}.").format(platforms=without)
        else:
            source = self.tr("Comes from the linked post. Without it: {platforms}.").format(platforms=without)
        for platform_id, button in self._buttons.items():
            button.setChecked(platform_id in bearing)
            button.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, is_linked)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus if is_linked else Qt.FocusPolicy.StrongFocus)
            button.setAccessibleDescription(source if is_linked else "")
        self._from_posts.setText(source)
        self._source.setVisible(is_linked)
        self._shares.setText(self._share_words(dict(occurrence_minutes(board, shown)), names))

    def button(self, platform_id: int) -> ToggleButton:
        """The button of a platform; raises KeyError for one that is not offered."""
        return self._buttons[platform_id]

    def _build(self, offered: tuple[Platform, ...]) -> None:
        if offered == self._offered:
            return
        self._offered = offered
        emptied(self._chips)
        self._buttons = {each.id: ToggleButton(each.name, platform=each.kind) for each in offered}
        for button in self._buttons.values():
            button.clicked.connect(self._change)
            self._chips.addWidget(button)
        tab_after(self._before, self._buttons.values())

    def _share_words(self, minutes: dict[int, int], names: dict[int, str]) -> str:
        if len(minutes) < 2:
            return ""
        if len(set(minutes.values())) == 1:
            return self.tr("{time} each").format(time=wording.hours_h(next(iter(minutes.values()))))
        return ", ".join(f"{names[platform_id]} {wording.hours(each)}" for platform_id, each in minutes.items())

    @Slot()
    def _change(self) -> None:
        kept = {share.platform_id: share for share in self._own}
        chosen = [each.id for each in self._offered if self._buttons[each.id].isChecked()]
        if not chosen:
            button = self.sender()
            if isinstance(button, ToggleButton):
                button.setChecked(True)
            return
        if any(platform_id not in kept for platform_id in chosen):
            # weights are for all or for none: what is new has none
            self.changed.emit(tuple(Share(platform_id) for platform_id in chosen))
        else:
            self.changed.emit(tuple(kept[platform_id] for platform_id in chosen))
