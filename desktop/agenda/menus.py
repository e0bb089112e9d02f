"""The menus of the agenda: of chosen lines, of their status, of where they could go."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QPoint, QRect
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from db.records import Status
from desktop import wording
from desktop.planning.agenda import Line
from desktop.planning.cards import PostCard
from desktop.planning.together import Act, BackToIdeas, Remove, SetStatus, Shift, Tick
from desktop.ui.days_popover import DaysPopover
from desktop.ui.menus import add, add_submenu, make_menu, status_icon

translate = QCoreApplication.translate

_STATUSES = (Status.IDEA, Status.DRAFT, Status.REVIEW, Status.SCHEDULED, Status.PUBLISHED, Status.HELD, Status.SKIPPED)
Do = Callable[[Act], object]


def line_menu(
    parent: QWidget,
    lines: Sequence[Line],
    open_: Callable[[], object],
    do: Do,
    move: Callable[[], object],
    duplicate: Callable[[], object],
) -> QMenu:
    """What can be done with the chosen lines; `move` asks for a day and a time."""
    menu = make_menu(parent)
    if len(lines) == 1:
        add(menu, translate("Agenda", "Open in the week"), "calendar-week", translate("Agenda", "Enter"), open_)
        menu.addSeparator()
    posts = [line for line in lines if isinstance(line.item, PostCard)]
    if posts:
        fill_status(add_submenu(menu, translate("Agenda", "Status"), "circle-check"), lines, do)
    if len(posts) < len(lines):
        add_ticks(menu, lines, do)
    fill_shifts(add_submenu(menu, translate("Agenda", "Move"), "arrow-right"), do, parent)
    add(menu, translate("Agenda", "Move to …"), "calendar-event", translate("Agenda", "M"), move)
    add(menu, translate("Agenda", "Duplicate"), "copy", translate("Agenda", "Ctrl D"), duplicate)
    if posts:
        back, key = translate("Agenda", "Back to the ideas"), translate("Agenda", "B")
        add(menu, back, "bulb", key, partial(do, BackToIdeas()))
    menu.addSeparator()
    key = translate("Agenda", "Del")
    add(menu, translate("Agenda", "Delete"), "trash", key, partial(do, Remove()), is_danger=True)
    return menu


def state_menu(parent: QWidget, lines: Sequence[Line], do: Do) -> QMenu:
    """The statuses that posts may have, and the tick of work."""
    menu = make_menu(parent)
    posts = [line for line in lines if isinstance(line.item, PostCard)]
    if posts:
        fill_status(menu, lines, do)
    if posts and len(posts) < len(lines):
        menu.addSeparator()
    if len(posts) < len(lines):
        add_ticks(menu, lines, do)
    return menu


def fill_status(menu: QMenu, lines: Sequence[Line], do: Do) -> None:
    """One row per status; the one that all posts have is checked."""
    shared = {line.item.status for line in lines if isinstance(line.item, PostCard)}
    for status in _STATUSES:
        action = add(menu, wording.status(status), None, "", partial(do, SetStatus(status)))
        action.setIcon(status_icon(status))
        action.setCheckable(True)
        action.setChecked(shared == {status})


def add_ticks(menu: QMenu, lines: Sequence[Line], do: Do) -> None:
    """Tick work off, or take its tick back, as far as either changes anything."""
    key = translate("Agenda", "Ctrl Enter")
    work = [line.item for line in lines if not isinstance(line.item, PostCard)]
    if not all(item.is_done for item in work):
        add(menu, translate("Agenda", "Tick off"), "circle-check", key, partial(do, Tick(True)))
    if any(item.is_done for item in work):
        add(menu, translate("Agenda", "Not done after all"), "restore", key, partial(do, Tick(False)))


def fill_shifts(menu: QMenu, do: Do, parent: QWidget) -> None:
    """Days and weeks to move by, and the question for another number of them, beside `parent`'s keyboard focus."""
    add(menu, translate("Agenda", "A day later"), None, translate("Agenda", "Alt →"), partial(do, Shift(1)))
    add(menu, translate("Agenda", "A day earlier"), None, translate("Agenda", "Alt ←"), partial(do, Shift(-1)))
    for days in (2, 3):
        add(menu, translate("Agenda", "%n day(s) later", "", days), None, "", partial(do, Shift(days)))
    menu.addSeparator()
    add(menu, translate("Agenda", "A week later"), None, translate("Agenda", "Alt Page down"), partial(do, Shift(7)))
    add(menu, translate("Agenda", "A week earlier"), None, translate("Agenda", "Alt Page up"), partial(do, Shift(-7)))
    for weeks in (2, 4):
        add(menu, translate("Agenda", "%n week(s) later", "", weeks), None, "", partial(do, Shift(7 * weeks)))
    menu.addSeparator()
    add(menu, translate("Agenda", "By another number …"), None, "", partial(_ask_for_days, parent, do))


def _ask_for_days(parent: QWidget, do: Do) -> None:
    popover = DaysPopover(parent)
    popover.chosen.connect(lambda days: do(Shift(days)))
    at = QApplication.focusWidget() or parent
    popover.open_at(QRect(at.mapToGlobal(QPoint()), at.size()))
