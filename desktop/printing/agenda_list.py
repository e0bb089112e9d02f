"""The agenda on paper, upright: every day of one or more weeks with all it has in order of time, to tick off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QPainter

from db.records import Status, Week
from desktop import wording
from desktop.printing.content import PaperBlock, PaperDay, PaperPost, PaperWeek
from desktop.printing.poster import chip_icon, page_words, stand_words
from desktop.printing.poster_parts import paint_state
from desktop.printing.sheet import (
    BOTTOM,
    LONG,
    PALE,
    SHORT,
    SIDE,
    TOP,
    Sheet,
    lettering,
    rule,
    tick_box,
    tiles,
    width_of,
    write,
    write_lines,
)
from desktop.ui import icons, marks, theme

translate = QCoreApplication.translate

_WIDTH = SHORT - 2 * SIDE
_HEAD = 58.0  # of every side, with its line
_FOOT = 24.0
_ENDS = LONG - BOTTOM - _FOOT
_ROW, _TEXT_LINE = 30.0, 18.0
_TICK, _TIME, _SIGNS, _STATE, _LENGTH = 28.0, 104.0, 66.0, 190.0, 56.0
_MOST_LINES = 12


class _Piece(Protocol):
    """Something that goes over the whole width; `keeps` tells that what follows must stand on the same side."""

    height: float
    keeps: bool

    def paint(self, painter: QPainter, top: float) -> None:
        """Paint it."""


@dataclass(slots=True)
class _WeekHead:
    """The name of a week, where a list has several."""

    week: Week
    height: float = 46.0
    keeps: bool = True

    def paint(self, painter: QPainter, top: float) -> None:
        """Paint the name and the dates."""
        font = lettering(20, 700, is_display=True)
        name = wording.week_name(self.week)
        after = write(painter, (SIDE, top + 14, 300, 26), name, font, theme.color("text"))
        dates = (SIDE + after + 12, top + 17, _WIDTH - after - 12, 22.0)
        write(painter, dates, wording.week_dates(self.week), lettering(14), theme.color("text-2"))


class _DayHead:
    """The name of a day with its work and what the whole day is."""

    height = 42.0
    keeps = True

    def __init__(self, day: PaperDay, is_repeated: bool = False) -> None:
        self._day = day
        self._is_repeated = is_repeated

    def paint(self, painter: QPainter, top: float) -> None:
        """Paint them above the line on which the day stands."""
        day, ink = self._day, theme.color("text")
        name = wording.day_long(day.day)
        if self._is_repeated:
            name = translate("Print", "{day}, continued").format(day=name)
        work = translate("Print", "{hours} of work").format(hours=wording.hours_h(day.minutes)) if day.minutes else ""
        wide = width_of(work, lettering(12)) + 1
        left = SIDE + write(painter, (SIDE, top + 14, 400, 22), name, lettering(16, 700), ink) + 16
        for chip in day.chips:
            room = SIDE + _WIDTH - wide - 12 - left - 19
            if room < 40:
                break
            icons.draw(painter, chip_icon(chip), QRectF(left, top + 18, 14, 14), theme.color("text-2"))
            where = (left + 19, top + 17, room, 16.0)
            left += 19 + write(painter, where, chip.name, lettering(12, 600), theme.color("text-2")) + 14
        where = (SIDE + _WIDTH - wide, top + 17, wide, 16.0)
        write(painter, where, work, lettering(12), theme.color("text-3"), Qt.AlignmentFlag.AlignRight)
        rule(painter, SIDE, top + self.height - 2, _WIDTH, 1.2, ink)


class _Row:
    """A post or a block with its square to tick."""

    keeps = False

    def __init__(self, item: PaperPost | PaperBlock) -> None:
        self._item = item
        self._text_left = SIDE + _TICK + _TIME + _SIGNS
        room = _WIDTH - _TICK - _TIME - _SIGNS - _STATE - _LENGTH - 12
        if isinstance(item, PaperPost):
            self._font, text = lettering(14, 600), item.title or wording.untitled()
        else:
            self._font = lettering(14, 400)
            activity = wording.activity(item.activity)
            text = f"{activity}: {item.title}" if item.title else activity
        self._lines = marks.wrapped(text, self._font, room, _MOST_LINES)
        self.height = _ROW + _TEXT_LINE * (len(self._lines) - 1)

    def paint(self, painter: QPainter, top: float) -> None:
        """Paint the row and the line below it."""
        item, ink, middle = self._item, theme.color("text"), top + _ROW / 2
        is_post = isinstance(item, PaperPost)
        done = item.status is Status.PUBLISHED if isinstance(item, PaperPost) else item.is_done
        tick_box(painter, QRectF(SIDE, middle - 7.5, 15, 15), done, 1.5)
        if isinstance(item, PaperPost):
            time = wording.clock(item.moment)
        else:
            time = wording.time_range(item.starts_at, item.ends_at)
        font = lettering(13, 700 if is_post else 500)
        write(painter, (SIDE + _TICK, middle - 9, _TIME, 18), time, font, ink)
        tiles(painter, item.kinds, SIDE + _TICK + _TIME, middle, 16, 2)
        painter.setPen(ink)
        write_lines(painter, (self._text_left, middle - _TEXT_LINE / 2), self._lines, self._font, _TEXT_LINE)
        right = SIDE + _WIDTH
        state = (right - _LENGTH - _STATE, middle - 8, _STATE, 16.0)
        if isinstance(item, PaperPost):
            paint_state(painter, item, state)
        else:
            write(painter, state, item.person, lettering(11), theme.color("text-2"))
            length = (right - _LENGTH, middle - 8, _LENGTH, 16.0)
            words, figures = wording.hours_h(item.minutes), lettering(12)
            write(painter, length, words, figures, theme.color("text-2"), Qt.AlignmentFlag.AlignRight)
        rule(painter, SIDE, top + self.height - 0.5, _WIDTH, 0.5, PALE)


@dataclass(slots=True)
class _Nothing:
    """The word where a day has nothing."""

    height: float = _ROW
    keeps: bool = False

    def paint(self, painter: QPainter, top: float) -> None:
        """Paint the word."""
        words = translate("Print", "Nothing planned")
        write(painter, (SIDE, top, _WIDTH, _ROW), words, lettering(12), theme.color("text-3"))


def sheets(weeks: Sequence[PaperWeek]) -> tuple[Sheet, ...]:
    """The sides of the list of these weeks, at least one; `weeks` names one or more, in order."""
    sides = _sides(weeks)

    def side(number: int) -> Sheet:
        def draw(painter: QPainter) -> None:
            _paint_head(painter, weeks)
            for top, piece in sides[number]:
                piece.paint(painter, top)
            _paint_foot(painter, weeks[0], (number + 1, len(sides)))

        return Sheet(SHORT, LONG, draw)

    return tuple(side(number) for number in range(len(sides)))


def _pieces(weeks: Sequence[PaperWeek]) -> Iterator[tuple[PaperDay | None, _Piece]]:
    """Everything in order; the day tells what is to be said again when a side ends within it."""
    for week in weeks:
        if len(weeks) > 1:
            yield None, _WeekHead(week.week)
        for day in week.days:
            yield None, _DayHead(day)
            items: list[PaperPost | PaperBlock] = sorted([*day.posts, *day.blocks], key=_starts)
            for item in items:
                yield day, _Row(item)
            if not items:
                yield None, _Nothing()


def _starts(item: PaperPost | PaperBlock) -> tuple[datetime, int]:
    moment = item.moment if isinstance(item, PaperPost) else item.starts_at
    return moment, moment.fold


def _sides(weeks: Sequence[PaperWeek]) -> list[list[tuple[float, _Piece]]]:
    pieces = list(_pieces(weeks))
    found: list[list[tuple[float, _Piece]]] = [[]]
    starts = TOP + _HEAD
    top = starts
    for number, (day, piece) in enumerate(pieces):
        needed, after = piece.height, number
        while pieces[after][1].keeps:  # a heading is never the last on its side
            after += 1
            needed += pieces[after][1].height
        if top + needed > _ENDS and found[-1]:
            found.append([])
            top = starts
            if day is not None:
                head = _DayHead(day, is_repeated=True)
                found[-1].append((top, head))
                top += head.height
        found[-1].append((top, piece))
        top += piece.height
    return found


def _paint_head(painter: QPainter, weeks: Sequence[PaperWeek]) -> None:
    ink, first, last = theme.color("text"), weeks[0].week, weeks[-1].week
    font = lettering(30, 700, is_display=True)
    name = wording.week_name(first)
    if last != first:
        name = translate("Print", "{first} to {last}").format(first=name, last=wording.week_name(last))
    after = write(painter, (SIDE, TOP, 460, 40), name, font, ink)
    left, room = SIDE + after + 14, _WIDTH - after - 14
    write(painter, (left, TOP + 1, room, 19), weeks[0].name, lettering(14, 600), ink)
    days = f"{wording.day_short(first.days[0])} – {wording.day_with_year(last.days[-1])}"
    dates = wording.week_dates(first) if first == last else days
    write(painter, (left, TOP + 20, room, 19), dates, lettering(14), theme.color("text-2"))
    rule(painter, SIDE, TOP + _HEAD - 10, _WIDTH, 2, ink)


def _paint_foot(painter: QPainter, week: PaperWeek, side: tuple[int, int]) -> None:
    top, font, color = LONG - BOTTOM - 16, lettering(11), theme.color("text-2")
    write(painter, (SIDE, top, _WIDTH / 2, 16), page_words(*side), font, color)
    words = stand_words(week)
    write(painter, (SIDE, top, _WIDTH, 16), words, font, color, Qt.AlignmentFlag.AlignRight)
