"""The month as it is seen and read: days, posts, gaps, totals, formats, campaigns, sizes."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db import lists
from db.platforms import put_override
from db.records import Campaign, ClosedDay, Occasion, Status, WeekOverride
from desktop.month.day_popover import DayPopover
from desktop.ui import accessible, theme
from desktop.ui.popover import Popover
from tests.builders import a_block, a_post, a_variant
from tests.rooms.month_room import OpenRoom, Room, at, open_room, wait_for_totals, week

__all__ = ["open_room"]

WEDNESDAY = date(2026, 11, 25)
DAYS = [date(2026, 10, 26) + timedelta(days=n) for n in range(42)]
FREE = {date(2026, 11, day) for day in (12, 13, 14, 15, 28)}


def test_the_month_of_today_stands_there_with_whole_weeks(open_room: OpenRoom) -> None:
    room = open_room([a_post("Reel", at(26)), a_post("Karte", at(30, month=10)), a_post("Advent", at(6, month=12))])

    shown = room.canvas.shown
    assert shown is not None
    assert (shown.first, shown.last) == (date(2026, 10, 26), date(2026, 12, 6))
    assert room.page.view.header.title.text() == "November 2026"
    assert room.titles(date(2026, 11, 26)) == ["Reel"]
    assert room.titles(date(2026, 10, 30)) == ["Karte"]
    assert room.titles(date(2026, 12, 6)) == ["Advent"]


def test_posts_days_and_weeks_have_names(open_room: OpenRoom) -> None:
    room = open_room(
        [a_post("Reel", at(26, "12:15"), platforms=(1, 2))], [a_block(at(26, "8:00"), 150, rrule="FREQ=WEEKLY")]
    )
    wait_for_totals(room)

    names = room.names()

    assert "Instagram, Facebook, Thu 26 Nov 12:15, Reel, Draft" in names
    assert "Thursday, 26 November, 1 post(s), 2:30 h of work" in names
    assert "Wednesday, 25 November, today, no post, Gap" in names
    assert (
        "Week 48, Instagram 1 (below 3), Facebook 1 (below 3), Linkedin 0 (below 3), "
        "2:30 of 18:00 hours planned, 0:00 done" in names
    )
    assert room.canvas.accessibleName() == "November 2026"
    assert room.canvas.accessible_role() is accessible.Role.List


def test_holidays_occasions_and_campaigns_come_behind_the_picture(open_room: OpenRoom, qtbot: QtBot) -> None:
    room = open_room()
    room.workspace.edit("x", lists.put_campaign, Campaign(0, "Advent", at(26).date(), date(2026, 12, 24)))
    room.workspace.edit("x", lists.put_occasion, Occasion(0, "Jubiläum", at(20).date()))
    room.workspace.edit("x", lists.put_closed_day, ClosedDay(0, "Ruhetag", weekday=0))

    qtbot.waitUntil(lambda: any("Allerheiligen" in name for name in room.names()))

    names = room.names()
    assert any(name.startswith("Friday, 20 November, Jubiläum") for name in names)
    assert any(name.startswith("Monday, 2 November, Ruhetag") for name in names)
    assert any(name.startswith("Saturday, 28 November") and "Campaign “Advent”" in name for name in names)
    assert not any("Campaign" in name for name in names if name.startswith("Tuesday, 24"))


def test_gaps_are_named_and_lead_to_their_week(open_room: OpenRoom) -> None:
    room = open_room(
        [a_post("x", at(day.day, month=day.month), platforms=(1, 2, 3)) for day in DAYS if day not in FREE]
    )
    wait_for_totals(room)

    assert room.hints() == ["12–15 Nov: 4 day(s) without a post", "28 Nov free."]
    assert any(name.startswith("Saturday, 28 November") and name.endswith("Gap") for name in room.names())

    passed, coming = room.page.view.footer.hint_rows[:2]
    assert not passed.link.isVisible()
    room.hand.click(coming.link.mapToGlobal(coming.link.rect().center()))

    assert room.asked == [week(48)]
    assert room.canvas.state.cursor == date(2026, 11, 28)


def test_a_platform_with_too_little_is_named(open_room: OpenRoom) -> None:
    room = open_room([a_post("x", at(day.day, month=day.month), platforms=(1, 2)) for day in DAYS])
    wait_for_totals(room)

    assert room.hints() == ["Linkedin: in all 6 weeks below 3"]


def test_many_hints_open_as_a_list(open_room: OpenRoom) -> None:
    room = open_room([a_post("x", at(day)) for day in (2, 5, 9, 12, 17, 24, 27)])
    wait_for_totals(room)
    more = room.page.view.footer.more

    assert len(room.hints()) == 2
    assert more.isVisible()
    more.click()

    (popover,) = [each for each in room.window.findChildren(Popover) if each.is_open]
    assert popover.accessibleName() == "Gaps"
    popover.dismiss()


def test_the_mix_of_formats_is_told(open_room: OpenRoom) -> None:
    room = open_room([a_post(f"{n}", at(n + 2), format_key="reel" if n < 3 else "story") for n in range(5)])

    assert room.page.view.footer.mix.accessibleName() == "Format mix November: Reel 3, Story 2"


def test_more_than_two_posts_open_as_a_list(open_room: OpenRoom) -> None:
    room = open_room([a_post(f"Beitrag {n}", at(25, f"{9 + n}:00")) for n in range(5)])
    plan = room.canvas.plan
    assert plan is not None
    more = plan.more(WEDNESDAY)
    assert more is not None
    assert len(plan.entries(WEDNESDAY)) == 2

    room.hand.click(room.canvas.mapToGlobal(more.center().toPoint()))
    (popover,) = [each for each in room.window.findChildren(DayPopover) if each.is_open]
    assert [row.card.title for row in popover.rows] == [f"Beitrag {n}" for n in range(5)]

    room.hand.click(popover.rows[3].mapToGlobal(popover.rows[3].rect().center()))
    assert room.asked == [(room.post("Beitrag 3").id, week(48))]
    assert not popover.isVisible()


def test_a_double_click_opens_the_post_or_the_week(open_room: OpenRoom) -> None:
    room = open_room([a_post("Reel", at(26))])

    room.hand.double_click(room.on("Reel"))
    assert room.asked == [(room.post("Reel").id, week(48))]

    room.hand.double_click(room.middle(date(2026, 11, 18)))
    assert room.asked[1:] == [week(47)]


def test_numbers_and_totals_lead_into_their_week(open_room: OpenRoom) -> None:
    room = open_room()
    plan = room.canvas.plan
    assert plan is not None

    for place in (plan.number(1).center(), plan.totals(2).center()):
        room.hand.click(room.canvas.mapToGlobal(place.toPoint()))
    corner = room.canvas.rect_of(date(2026, 11, 19)).topLeft()
    room.hand.click(corner + QPoint(16, 16))

    assert room.asked == [week(45), week(46), week(47)]


def test_pages_turn_by_buttons_and_today_comes_back(open_room: OpenRoom) -> None:
    room = open_room()
    header = room.page.view.header

    header.on.click()
    header.on.click()
    assert header.title.text() == "January 2027"
    header.back.click()
    assert header.title.text() == "December 2026"
    header.today.click()

    assert header.title.text() == "November 2026"
    assert room.canvas.state.cursor == WEDNESDAY


def test_totals_follow_an_edit_elsewhere(open_room: OpenRoom) -> None:
    room = open_room()
    wait_for_totals(room)

    room.workspace.edit("x", put_override, WeekOverride(0, 1, week(48), target=120))
    wait_for_totals(room)

    shown = room.canvas.shown
    assert shown is not None
    assert [row.total.target for row in shown.weeks] == [1080] * 4 + [840, 1080]


def test_what_changed_out_of_sight_is_read_on_coming_back(open_room: OpenRoom) -> None:
    room = open_room([a_post("Reel", at(26))])
    room.page.hide()
    room.workspace.edit("x", lists.put_campaign, Campaign(0, "Advent", at(26).date(), date(2026, 12, 24)))
    shown = room.canvas.shown
    assert shown is not None
    assert not shown.campaigns_on(date(2026, 11, 27))

    room.page.show()
    room.page.activate()

    shown = room.canvas.shown
    assert shown is not None
    assert [chip.name for chip in shown.campaigns_on(date(2026, 11, 27))] == ["Advent"]


def test_hidden_platforms_are_left_out(open_room: OpenRoom) -> None:
    room = open_room([a_post("Reel", at(26)), a_post("Beide", at(26), platforms=(1, 2))])

    room.page.set_hidden_platforms(frozenset({1}))

    assert room.titles(date(2026, 11, 26)) == ["Beide"]


def test_a_new_post_lies_on_the_current_day_and_is_opened(open_room: OpenRoom) -> None:
    room = open_room()
    room.canvas.go_to(date(2026, 11, 27))

    room.page.view.header.new.main.click()

    (made,) = room.posts()
    assert made.variants[0].starts_at == at(27)
    assert room.asked == [(made.id, week(48))]


def test_a_new_block_lies_in_the_next_free_slot(open_room: OpenRoom) -> None:
    room = open_room(blocks=[a_block(at(27, "8:00"), 120)])
    room.canvas.go_to(date(2026, 11, 27))

    room.page.view.header.block_requested.emit()

    shown = room.canvas.shown
    assert shown is not None
    found = shown.day(date(2026, 11, 27))
    assert found is not None
    assert found.minutes == 180
    assert room.asked == [week(48)]


def test_status_decides_between_mark_and_format(open_room: OpenRoom) -> None:
    """A published reel shows another sign than a draft of it; both differ from an overdue one."""
    versions = {
        "Reel": a_variant(1, at(4), status=Status.PUBLISHED, published_at=at(4).astimezone()),
        "Idee": a_variant(1, at(27), status=Status.IDEA),
        "Spät": a_variant(1, at(5), status=Status.DRAFT),
    }
    signs = []
    for title, variant in versions.items():
        room = open_room([a_post(title, variants=(variant,), format_key="reel")])
        rect = room.canvas.rect_of(room.key(title))
        image = room.canvas.grab(rect.translated(-room.canvas.mapToGlobal(QPoint()))).toImage()
        side = theme.px(18)
        signs.append(_pixels(image.copy(image.width() - side - theme.px(4), 0, side, image.height())))
        room.window.hide()
        room.workspace.store.close()
        room.workspace.store.path.unlink()
    assert len(set(signs)) == 3


def _pixels(image: QImage) -> bytes:
    return bytes(image.convertToFormat(QImage.Format.Format_RGB32).constBits())


@pytest.mark.parametrize("scale", [100, 125, 150, 200])
@pytest.mark.parametrize("size", [(900, 660), (1080, 720), (1224, 900), (1704, 1080)])
def test_everything_has_its_place_in_every_size(
    open_room: OpenRoom, qapp: QApplication, size: tuple[int, int], scale: int
) -> None:
    theme.apply(qapp, theme.Mode.LIGHT, scale, reduced_motion=True)
    room = open_room([a_post(f"Beitrag {n}", at(25, f"{9 + n}:00")) for n in range(4)], size=size)
    theme.apply(qapp, theme.Mode.LIGHT, scale, reduced_motion=True)
    room.window.resize(size[0] + 1, size[1])
    wait_for_totals(room)

    plan, page = room.canvas.plan, room.canvas.parentWidget()
    assert plan is not None
    assert page is not None
    assert room.canvas.width() == page.width()
    assert room.page.view.footer.geometry().top() == room.canvas.geometry().bottom() + 1
    for row in range(6):
        assert plan.row(row).height() >= theme.px(72) - 1
    cell = plan.cell(WEDNESDAY)
    for place in range(len(plan.entries(WEDNESDAY))):
        assert cell.contains(plan.entry(WEDNESDAY, place))
    more = plan.more(WEDNESDAY)
    assert more is not None
    assert cell.contains(more)
    assert plan.totals(0).right() == room.canvas.width()


def test_the_cards_can_be_opened_and_moved_without_seeing_them(open_room: OpenRoom) -> None:
    room = open_room([a_post("Reel", at(26))])
    accessible.install()
    item = next(each for each in room.canvas.children() if _named(each, "Reel"))

    actions = item.accessible_actions()  # type: ignore[attr-defined]
    actions["One day later"]()
    assert room.moments("Reel") == [at(27)]
    actions = next(each for each in room.canvas.children() if _named(each, "Reel")).accessible_actions()  # type: ignore[attr-defined]
    actions["Open"]()
    assert room.asked == [(room.post("Reel").id, week(48))]


def _named(each: object, title: str) -> bool:
    return title in getattr(each, "accessibleName", str)()


def test_tab_reaches_the_month_once(open_room: OpenRoom) -> None:
    room = open_room([a_post("Reel", at(26)), a_post("Karte", at(27))])
    _focus_header(room)

    stops = []
    for _ in range(12):
        room.press(Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        stops.append(focus is not None and room.canvas.isAncestorOf(focus))

    assert stops.count(True) <= 2  # once round, at most
    assert True in stops


def _focus_header(room: Room) -> None:
    room.page.view.header.today.setFocus(Qt.FocusReason.TabFocusReason)
