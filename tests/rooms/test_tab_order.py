"""The way of the Tab key through the week: from above downwards, each part being one stop."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QWidget

from tests.builders import a_post
from tests.rooms.calendar_room import OpenRoom, moment, open_room

__all__ = ["open_room"]


def test_tab_goes_from_the_header_over_budgets_and_hours_to_the_ideas(open_room: OpenRoom) -> None:
    room = open_room(posts=[a_post("Stollen"), a_post("Kekse"), a_post("Punsch", moment(2, "12:00"))])
    view = room.view
    view.grid.select(room.post_key("Punsch", moment(2, "12:00")), focus=True)
    view.header.new.more.setFocus()

    def stop() -> QWidget | None:
        room.press("Tab")
        return QApplication.focusWidget()

    assert stop() is next(iter(view.strip.cells.values()))
    assert stop() is view.grid.canvas.tab_stop()
    assert stop() is view.tray.field.line
    stop()  # the button that folds the ideas in
    assert stop() is view.tray.cards[0]
