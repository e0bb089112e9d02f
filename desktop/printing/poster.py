"""The poster of a week for the wall, landscape: seven columns to tick off, three to write on, more sides if need be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QPainter

from db.records import Status
from desktop import wording
from desktop.planning.all_day import AllDayChip, ChipKind
from desktop.printing.content import PaperBudget, PaperDay, PaperWeek
from desktop.printing.poster_parts import LOW_PICTURE, PICTURE, Onward, Part, PostBox, WorkLine, WorkRow, bar
from desktop.printing.sheet import (
    BOTTOM,
    LONG,
    PALE,
    SHORT,
    SIDE,
    TOP,
    WHITE,
    Pictures,
    Sheet,
    lettering,
    rule,
    width_of,
    write,
    write_lines,
)
from desktop.ui import icons, marks, theme

translate = QCoreApplication.translate

_HEAD = 44.0
_BUDGET, _BUDGET_GAP, _BUDGET_ROW, _BUDGETS_IN_ROW = 158.0, 26.0, 41.0, 4
_DAY = (LONG - 2 * SIDE) / 7
_DAY_PAD, _DAY_NAME, _CHIP = 9.0, 28.0, 20.0
_NOTES, _FOOT = 84.0, 24.0
_GRID_ENDS = SHORT - BOTTOM - _FOOT - _NOTES
_CHIP_ICONS = {
    ChipKind.CLOSED: icons.CLOSED_DAY,
    ChipKind.HOLIDAY: icons.OCCASION,
    ChipKind.OCCASION: icons.OCCASION,
}
_TRADE_DAY = "tag"
_TRADE_DAYS = frozenset({"Black Friday", "Cyber Monday"})
_LEGEND = (Status.IDEA, Status.DRAFT, Status.REVIEW, Status.SCHEDULED, Status.PUBLISHED)
_RARE = (Status.HELD, Status.SKIPPED)


@dataclass(slots=True)
class _Column:
    """What a day has on one side: parts with the place of their upper edges."""

    parts: list[tuple[float, Part]] = field(default_factory=list)


def sheets(week: PaperWeek, pictures: Pictures) -> tuple[Sheet, ...]:
    """The sides of the poster, one unless a day has more than fits."""
    grid_starts = TOP + _head_height(week.budgets) + 14 + 2
    chip_lines = max(1, *(sum(len(lines) for _, lines in _chip_lines(day)) for day in week.days))
    starts = grid_starts + 10 + _DAY_NAME + _CHIP + 16 * (chip_lines - 1)
    days = [
        # lower pictures only where they save a day its second side
        min((_columns(day, number, starts, pictures, height) for height in (PICTURE, LOW_PICTURE)), key=len)
        for number, day in enumerate(week.days)
    ]
    count = max(len(columns) for columns in days)

    def side(number: int) -> Sheet:
        columns = [each[number] if number < len(each) else _Column() for each in days]

        def draw(painter: QPainter) -> None:
            _paint_head(painter, week)
            for place, (day, column) in enumerate(zip(week.days, columns, strict=True)):
                _paint_day(painter, day, place, grid_starts)
                left, width = _span(place)
                for top, part in column.parts:
                    part.paint(painter, left, top, width)
            _paint_notes(painter, week)
            _paint_foot(painter, week, (number + 1, count))

        return Sheet(LONG, SHORT, draw)

    return tuple(side(number) for number in range(count))


def _span(place: int) -> tuple[float, float]:
    """Left edge and width of what stands in a day's column."""
    left = SIDE + place * _DAY + (_DAY_PAD + 1 if place else 0)
    right = SIDE + (place + 1) * _DAY - (_DAY_PAD if place < 6 else 0)
    return left, right - left


def _columns(day: PaperDay, place: int, starts: float, pictures: Pictures, height: float) -> list[_Column]:
    """Stack what a day has, on as many sides as it takes."""
    width = _span(place)[1]
    parts: list[Part] = [PostBox(post, width, pictures, height) for post in day.posts]
    if day.blocks:
        parts.append(WorkLine())
        parts += [WorkRow(block, width) for block in day.blocks]
    onward = Onward(translate("Print", "continued over the page"))
    found, top = [_Column()], starts
    ends = _GRID_ENDS - 6
    for number, part in enumerate(parts):
        # a line alone at the foot would belong to nothing
        needed = part.gap + part.height + (parts[number + 1].height if isinstance(part, WorkLine) else 0)
        is_last = number == len(parts) - 1
        room = ends - top - (0 if is_last else onward.gap + onward.height)
        if needed > room and found[-1].parts:
            found[-1].parts.append((top + onward.gap, onward))
            found.append(_Column())
            top = starts
        found[-1].parts.append((top + part.gap, part))
        top += part.gap + part.height
    return found


def _head_height(budgets: Sequence[PaperBudget]) -> float:
    rows = -(-len(budgets) // _BUDGETS_IN_ROW)
    return max(_HEAD, rows * _BUDGET_ROW - 10)


def _paint_head(painter: QPainter, week: PaperWeek) -> None:
    ink, height = theme.color("text"), _head_height(week.budgets)
    top = TOP + height - _HEAD
    name = wording.week_name(week.week)
    number = lettering(44, 700, is_display=True)
    left = SIDE + write(painter, (SIDE, top, 400, _HEAD), name, number, ink) + 16
    used = min(len(week.budgets), _BUDGETS_IN_ROW) * (_BUDGET + _BUDGET_GAP)
    room = LONG - SIDE - used - left
    write(painter, (left, top, room, 22), week.name, lettering(17, 600), ink)
    write(painter, (left, top + 22, room, 22), wording.week_dates(week.week), lettering(17), theme.color("text-2"))
    rows = -(-len(week.budgets) // _BUDGETS_IN_ROW)
    for place, budget in enumerate(week.budgets):
        row, column = divmod(place, _BUDGETS_IN_ROW)
        in_row = min(len(week.budgets) - row * _BUDGETS_IN_ROW, _BUDGETS_IN_ROW)
        x = LONG - SIDE - _BUDGET - (in_row - 1 - column) * (_BUDGET + _BUDGET_GAP)
        _paint_budget(painter, budget, x, TOP + height - (rows - row) * _BUDGET_ROW + 10)
    rule(painter, SIDE, TOP + height + 14, LONG - 2 * SIDE, 2, ink)


def _paint_budget(painter: QPainter, budget: PaperBudget, left: float, top: float) -> None:
    ink, font, kind = theme.color("text"), lettering(13, 600), budget.platform.kind
    icons.tile(painter, kind, QRectF(left, top, 18, 18))
    amount = wording.hours_h(budget.planned)
    wide = width_of(amount, font)
    write(painter, (left + 25, top, _BUDGET - 25 - wide - 6, 18), budget.platform.name, font, ink)
    write(painter, (left + _BUDGET - wide - 1, top, wide + 1, 18), amount, font, ink, Qt.AlignmentFlag.AlignRight)
    share = budget.planned / budget.target if budget.target else float(budget.planned > 0)
    bar(painter, QRectF(left, top + 23, _BUDGET, 8), share, theme.platform(kind).strong)


def chip_icon(chip: AllDayChip) -> str:
    """The icon of what a whole day is."""
    return _TRADE_DAY if chip.name in _TRADE_DAYS else _CHIP_ICONS[chip.kind]


def _chip_lines(day: PaperDay) -> list[tuple[AllDayChip, tuple[str, ...]]]:
    width = _DAY - 2 * _DAY_PAD - 19
    return [(chip, marks.wrapped(chip.name, lettering(12, 600), width, 3)) for chip in day.chips]


def _paint_day(painter: QPainter, day: PaperDay, place: int, top: float) -> None:
    left, width = _span(place)
    if place:
        rule(painter, SIDE + place * _DAY, top, 1, _GRID_ENDS - top, PALE)
    top += 10
    ink = theme.color("text")
    after = write(painter, (left, top + 5, 60, 22), wording.weekday_short(day.day), lettering(15, 600), ink)
    number = translate("Print", "{day}").format(day=day.day.day)
    write(painter, (left + after + 7, top, 60, 28), number, lettering(24, 700, is_display=True), ink)
    if day.minutes:
        work = translate("Print", "{hours} of work").format(hours=wording.hours_h(day.minutes))
        room = (left + 70, top + 8, width - 70, 16.0)
        write(painter, room, work, lettering(12), theme.color("text-3"), Qt.AlignmentFlag.AlignRight)
    top += _DAY_NAME + 2
    for chip, lines in _chip_lines(day):
        icons.draw(painter, chip_icon(chip), QRectF(left, top + 1, 14, 14), theme.color("text-2"))
        painter.setPen(theme.color("text-2"))
        write_lines(painter, (left + 19, top), lines, lettering(12, 600), 16)
        top += 16 * len(lines)


def _paint_notes(painter: QPainter, week: PaperWeek) -> None:
    width, gap = (LONG - 2 * SIDE - 2 * 24) / 3, 24
    rule(painter, SIDE, _GRID_ENDS, LONG - 2 * SIDE, 2, theme.color("text"))
    for place, title in enumerate(
        (
            translate("Print", "Still to photograph"),
            translate("Print", "Questions from guests"),
            translate("Print", "Ideas for {week}").format(week=wording.week_name(week.week.shifted(1))),
        )
    ):
        left = SIDE + place * (width + gap)
        write(painter, (left, _GRID_ENDS + 10, width, 14), title, lettering(12, 600), theme.color("text-2"))
        for line in (46, 68):
            rule(painter, left, _GRID_ENDS + line - 1, width, 1, PALE)


def _paint_foot(painter: QPainter, week: PaperWeek, side: tuple[int, int]) -> None:
    top, font, color = SHORT - BOTTOM - 16, lettering(11), theme.color("text-2")
    stand = stand_words(week)
    if side[1] > 1:
        stand = f"{page_words(*side)} · {stand}"
    wide = width_of(stand, font) + 1
    write(painter, (LONG - SIDE - wide, top, wide, 16), stand, font, color, Qt.AlignmentFlag.AlignRight)
    left, ends = SIDE, LONG - SIDE - wide - 18
    used = {post.status for day in week.days for post in day.posts}
    is_late = any(post.is_overdue for day in week.days for post in day.posts)
    entries: list[tuple[Status | str, str]] = [(each, wording.status(each)) for each in _LEGEND]
    entries += [(each, wording.status(each)) for each in _RARE if each in used]
    if is_late:
        entries.append((marks.OVERDUE, wording.overdue()))
    for mark, words in entries:
        marks.status_mark(painter, mark, QRectF(left, top + 1.5, 13, 13), WHITE)
        left += 18 + write(painter, (left + 18, top, 200, 16), words, font, color) + 18
    for chip in week.campaigns:
        words = campaign_words(chip)
        if left + 18 + width_of(words, font) > ends + 1:
            break
        icons.draw(painter, icons.CAMPAIGN, QRectF(left, top + 1.5, 13, 13), color)
        left += 18 + write(painter, (left + 18, top, ends - left - 18, 16), words, font, color) + 18


def stand_words(week: PaperWeek) -> str:
    """When the paper was made."""
    day, clock = wording.day_with_year(week.now.date()), wording.clock(week.now)
    return translate("Print", "As of {day}, {clock} · Wochenwerk").format(day=day, clock=clock)


def page_words(number: int, count: int) -> str:
    """Seite 1 von 2."""
    return translate("Print", "Page {number} of {count}").format(number=number, count=count)


def campaign_words(chip: AllDayChip) -> str:
    """A campaign, with the day on which it begins or ends if that is in the week."""
    if not chip.continues_left:
        words = translate("Print", "Campaign “{name}” from {day}")
        return words.format(name=chip.name, day=wording.day_plain(chip.first))
    if not chip.continues_right:
        words = translate("Print", "Campaign “{name}” until {day}")
        return words.format(name=chip.name, day=wording.day_plain(chip.last))
    return translate("Print", "Campaign “{name}”").format(name=chip.name)
