"""Posts of the month on their way to another day: by hand and by keys, asked about, undone."""

from __future__ import annotations

from datetime import UTC, date, datetime

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from db.records import Status
from tests.builders import a_post, a_variant
from tests.rooms.month_room import ALT, CONTROL, OpenRoom, at, open_room, wait_for_totals, week

__all__ = ["open_room"]

PUBLISHED = a_variant(
    1, at(18, "12:15"), status=Status.PUBLISHED, published_at=datetime(2026, 11, 18, 11, 15, tzinfo=UTC)
)


def test_a_post_moves_to_another_day_and_keeps_its_time(open_room: OpenRoom) -> None:
    room = open_room([a_post("Reel", at(26, "7:45"))])

    room.drag("Reel", date(2026, 12, 3))

    assert room.moments("Reel") == [at(3, "7:45", month=12)]
    assert room.toast().startswith("“Reel” moved to Thu 3 Dec 7:45")
    assert room.canvas.state.selected == room.key("Reel")

    room.press(Qt.Key.Key_Z, CONTROL)
    assert room.moments("Reel") == [at(26, "7:45")]


def test_all_versions_of_the_moment_go_and_the_others_stay(open_room: OpenRoom) -> None:
    versions = (a_variant(1, at(10)), a_variant(2, at(10)), a_variant(3, at(20)))
    room = open_room([a_post("Reel", variants=versions)])
    first = next(card.key for card in room.canvas.shown.day(date(2026, 11, 10)).posts)  # type: ignore[union-attr]
    start = room.canvas.rect_of(first).center()

    room.hand.drag(start, start + QPoint(6, 6), room.middle(date(2026, 11, 12)))
    room.hand.release()

    assert room.moments("Reel") == [at(12), at(12), at(20)]


def test_the_air_shows_what_a_day_costs(open_room: OpenRoom) -> None:
    room = open_room([a_post("Reel", at(26), effort=(0, 60, 0, 0))])
    wait_for_totals(room)

    room.drag("Reel", date(2026, 12, 3), drop=False)

    ghost = room.page.view.drags.ghost
    assert ghost is not None
    assert ghost.label.head == "Thu 3 Dec · 12:00"
    assert ghost.label.note == "Instagram +1:00 → 1:00 / 6:00 h"
    assert not ghost.label.is_over
    assert room.canvas.state.drop_day == date(2026, 12, 3)
    preview = room.canvas.state.preview
    assert [(each, preview[each][0].planned) for each in sorted(preview)] == [(week(48), 0), (week(49), 60)]
    assert room.moments("Reel") == [at(26)]
    room.hand.release()
    assert room.canvas.state.preview == {}


def test_going_over_the_cap_warns_and_is_allowed(open_room: OpenRoom) -> None:
    posts = [a_post("Viel", at(1, month=12), effort=(0, 350, 0, 0)), a_post("Reel", at(26), effort=(0, 60, 0, 0))]
    room = open_room(posts)

    room.drag("Reel", date(2026, 12, 3), drop=False)
    ghost = room.page.view.drags.ghost
    assert ghost is not None
    assert ghost.label.is_over
    room.hand.release()

    assert room.moments("Reel") == [at(3, month=12)]
    assert "Instagram 6:50 of 6:00 h" in room.toast()


def test_escape_puts_everything_back(open_room: OpenRoom) -> None:
    room = open_room([a_post("Reel", at(26))])

    room.drag("Reel", date(2026, 12, 3), drop=False)
    room.hand.key(Qt.Key.Key_Escape)

    assert room.page.view.drags.ghost is None
    assert room.canvas.state.origin is None
    assert not room.workspace.undo_stack.canUndo()
    room.hand.release()
    assert room.moments("Reel") == [at(26)]
    assert QApplication.overrideCursor() is None


def test_the_right_button_cancels_too(open_room: OpenRoom) -> None:
    room = open_room([a_post("Reel", at(26))])

    room.drag("Reel", date(2026, 12, 3), drop=False)
    room.hand.press(button=Qt.MouseButton.RightButton)
    room.hand.release(Qt.MouseButton.RightButton)
    room.hand.release()

    assert room.moments("Reel") == [at(26)]
    assert QApplication.overrideCursor() is None


def test_beside_the_days_a_drop_is_none(open_room: OpenRoom) -> None:
    room = open_room([a_post("Reel", at(26))])
    plan = room.canvas.plan
    assert plan is not None

    start = room.on("Reel")
    totals = room.canvas.mapToGlobal(plan.totals(3).center().toPoint())
    room.hand.drag(start, start + QPoint(5, 5), totals)
    room.hand.release()

    assert not room.workspace.undo_stack.canUndo()


def test_a_press_that_hardly_moves_selects(open_room: OpenRoom) -> None:
    room = open_room([a_post("Reel", at(26))])
    start = room.on("Reel")

    room.hand.press(start)
    room.hand.move(start + QPoint(2, 1))
    room.hand.release()

    assert room.canvas.state.selected == room.key("Reel")
    assert "Reel" in room.focused()
    assert not room.workspace.undo_stack.canUndo()


def test_control_makes_a_copy(open_room: OpenRoom) -> None:
    scheduled = a_variant(1, at(26), status=Status.SCHEDULED)
    room = open_room([a_post("Reel", variants=(scheduled,))])

    room.drag("Reel", date(2026, 11, 28), keys=CONTROL)

    made = sorted((post.variants[0].starts_at, post.variants[0].status) for post in room.posts())
    assert made == [(at(26), Status.SCHEDULED), (at(28), Status.DRAFT)]
    assert room.toast().startswith("“Reel” copied to Sat 28 Nov 12:00")
    assert room.workspace.undo_stack.undoText() == "Duplicate “Reel”"


def test_what_is_published_asks_first(open_room: OpenRoom) -> None:
    room = open_room([a_post("Reel", variants=(PUBLISHED,))])

    room.drag("Reel", date(2026, 11, 21))
    question = room.question()
    assert not room.workspace.undo_stack.canUndo()
    assert room.canvas.state.drop_day == date(2026, 11, 21)
    question.primary.click()

    assert room.post("Reel").variants[0].published_at == datetime(2026, 11, 21, 11, 15, tzinfo=UTC)
    assert room.titles(date(2026, 11, 21)) == ["Reel"]
    assert room.canvas.state.drop_day is None


def test_a_copy_of_something_published_is_a_draft(open_room: OpenRoom) -> None:
    room = open_room([a_post("Reel", variants=(PUBLISHED,))])

    room.drag("Reel", date(2026, 11, 28))
    question = room.question()
    QTest.keyClick(question.focusWidget() or question, Qt.Key.Key_Down)
    assert question.rows.value == "plan_copy"
    question.primary.click()

    statuses = {post.variants[0].starts_at: post.variants[0].status for post in room.posts()}
    assert statuses == {at(18, "12:15"): Status.PUBLISHED, at(28, "12:15"): Status.DRAFT}


def test_escape_leaves_what_is_published_alone(open_room: OpenRoom) -> None:
    room = open_room([a_post("Reel", variants=(PUBLISHED,))])

    room.drag("Reel", date(2026, 11, 28))
    QTest.keyClick(room.question(), Qt.Key.Key_Escape)

    assert not room.workspace.undo_stack.canUndo()
    assert room.page.view.drags.ghost is None
    assert room.titles(date(2026, 11, 18)) == ["Reel"]


def test_beyond_the_last_week_the_page_turns_and_the_drop_lands_there(open_room: OpenRoom, qtbot: QtBot) -> None:
    room = open_room([a_post("Reel", at(26, "7:45"))])
    footer = room.page.view.footer

    room.drag("Reel", date(2026, 12, 3), drop=False)
    room.hand.move(footer.mapToGlobal(footer.rect().center()))
    qtbot.waitUntil(lambda: room.page.view.header.title.text() == "December 2026")
    room.hand.move(room.middle(date(2026, 12, 20)))
    room.hand.release()

    assert room.moments("Reel") == [at(20, "7:45", month=12)]
    assert room.titles(date(2026, 12, 20)) == ["Reel"]


def test_escape_turns_the_page_back(open_room: OpenRoom, qtbot: QtBot) -> None:
    room = open_room([a_post("Reel", at(26))])
    header = room.page.view.header

    room.drag("Reel", date(2026, 11, 27), drop=False)
    room.hand.move(header.mapToGlobal(header.rect().center()))
    qtbot.waitUntil(lambda: header.title.text() == "October 2026")
    room.hand.key(Qt.Key.Key_Escape)

    assert header.title.text() == "November 2026"
    room.hand.release()
    assert room.moments("Reel") == [at(26)]


class Days(QWidget):
    """A small month of one day."""

    marked: date | None = None

    def day_at(self, position: QPoint) -> date | None:
        """The day under a place of the screen."""
        return date(2026, 12, 24) if self.rect().contains(self.mapFromGlobal(position)) else None

    def set_drop_day(self, day: date | None) -> None:
        """Write down which day is marked."""
        self.marked = day


def test_a_day_beside_the_month_takes_a_post_too(open_room: OpenRoom) -> None:
    room = open_room([a_post("Reel", at(26, "7:45"))])
    days = Days(room.window)
    days.setGeometry(0, 0, 60, 30)
    days.show()
    room.page.add_month(days)

    start = room.on("Reel")
    room.hand.drag(start, start + QPoint(6, 6), days.mapToGlobal(QPoint(20, 10)))
    assert days.marked == date(2026, 12, 24)
    room.hand.release()

    assert room.moments("Reel") == [at(24, "7:45", month=12)]
    assert days.marked is None


def test_arrows_walk_over_days_and_turn_the_page(open_room: OpenRoom) -> None:
    room = open_room()

    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Up):
        room.press(key)
    assert room.focused().startswith("Wednesday, 18 November")
    room.press(Qt.Key.Key_Home)
    assert room.focused().startswith("Monday, 16 November")
    room.press(Qt.Key.Key_End)
    assert room.focused().startswith("Sunday, 22 November")
    room.press(Qt.Key.Key_End, CONTROL)
    room.press(Qt.Key.Key_Down)
    assert room.page.view.header.title.text() == "December 2026"
    assert room.focused().startswith("Monday, 7 December")


def test_page_keys_turn_months_and_t_comes_back(open_room: OpenRoom) -> None:
    room = open_room()

    room.press(Qt.Key.Key_PageDown)
    assert room.page.view.header.title.text() == "December 2026"
    room.press(Qt.Key.Key_PageUp)
    room.press(Qt.Key.Key_PageUp)
    assert room.page.view.header.title.text() == "October 2026"
    room.press(Qt.Key.Key_T)

    assert room.page.view.header.title.text() == "November 2026"
    assert room.focused().startswith("Wednesday, 25 November, today")


def test_enter_opens_the_week_of_a_day_and_the_post_on_it(open_room: OpenRoom) -> None:
    room = open_room([a_post("Reel", at(25)), a_post("Karte", at(25, "15:00"))])

    room.press(Qt.Key.Key_Right)
    room.press(Qt.Key.Key_Left)
    room.press(Qt.Key.Key_Return)
    room.press(Qt.Key.Key_Space)
    room.press(Qt.Key.Key_Space)
    assert "Karte" in room.focused()
    room.press(Qt.Key.Key_Return)

    assert room.asked == [week(48), (room.post("Karte").id, week(48))]


def test_control_and_arrows_go_from_post_to_post(open_room: OpenRoom) -> None:
    room = open_room([a_post("Reel", at(20)), a_post("Karte", at(27))])

    room.press(Qt.Key.Key_Right, CONTROL)
    assert "Karte" in room.focused()
    room.press(Qt.Key.Key_Left, CONTROL)
    assert "Reel" in room.focused()
    room.press(Qt.Key.Key_Left, CONTROL)
    assert "Reel" in room.focused()


def test_alt_and_arrows_move_the_post_as_one_step(open_room: OpenRoom) -> None:
    room = open_room([a_post("Reel", at(25, "7:45"))])
    room.canvas.select(room.key("Reel"), by_key=True)

    room.press(Qt.Key.Key_Right, ALT)
    room.press(Qt.Key.Key_Down, ALT)

    assert room.moments("Reel") == [at(3, "7:45", month=12)]
    assert "Reel" in room.focused()
    assert room.workspace.undo_stack.count() == 1
    room.press(Qt.Key.Key_Z, CONTROL)
    assert room.moments("Reel") == [at(25, "7:45")]


def test_alt_and_arrows_carry_a_post_over_the_edge(open_room: OpenRoom) -> None:
    room = open_room([a_post("Reel", at(6, month=12))])
    room.canvas.select(room.key("Reel"), by_key=True)

    room.press(Qt.Key.Key_Right, ALT)

    assert room.page.view.header.title.text() == "December 2026"
    assert room.moments("Reel") == [at(7, month=12)]
    assert room.canvas.state.selected == room.key("Reel")


def test_undo_shows_where_it_was(open_room: OpenRoom) -> None:
    room = open_room([a_post("Reel", at(25))])
    room.drag("Reel", date(2026, 11, 27))
    room.page.show_month(2027, 3)

    room.page.undo()

    assert room.page.view.header.title.text() == "November 2026"
    assert room.titles(date(2026, 11, 25)) == ["Reel"]
    assert "Move “Reel”" in room.toast()


def test_a_moved_post_can_be_seen_on_a_full_day(open_room: OpenRoom) -> None:
    posts = [a_post(f"{n}", at(27, f"{8 + n}:00")) for n in range(4)]
    room = open_room([*posts, a_post("Reel", at(26, "18:00"))])

    room.drag("Reel", date(2026, 11, 27))

    plan = room.canvas.plan
    assert plan is not None
    assert "Reel" in [card.title for card in plan.entries(date(2026, 11, 27))]
    assert "Reel" in room.focused()


def test_a_clock_change_pushes_a_post_on(open_room: OpenRoom) -> None:
    room = open_room([a_post("Nachts", datetime(2027, 3, 27, 2, 30))])
    room.page.show_month(2027, 3)
    room.canvas.select(room.key("Nachts"), by_key=True)

    room.press(Qt.Key.Key_Right, ALT)

    assert room.key("Nachts").moment == datetime(2027, 3, 28, 3, 30)
    assert "3:30" in room.focused()
