"""The bar of a weekly budget: what it shows (minutes) and how it is painted."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath

from db.records import ACTIVITIES, PlatformKind
from desktop.planning.budget import PlatformBudget, Verdict
from desktop.ui import icons, marks, theme
from desktop.wording import hours

HEADROOM = 10  # minutes that stay visible behind an overrun


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar's amounts in minutes; fractions occur only while it grows.

    `lengths` and `done` are per activity. The change of a preview lies between `start` and `end`; it is an addition
    when `end` is right of `start`, and a reduction when it is left of it. `overrun` is where the hatching ends, or 0.
    """

    lengths: tuple[float, ...]
    done: tuple[float, ...]
    cap: float
    scale: float
    start: float = 0
    end: float = 0
    overrun: float = 0

    def between(self, other: Bar, share: float) -> Bar:
        """The bar on its way to another one; share 0 is this one, 1 the other."""

        def mixed(mine: float, theirs: float) -> float:
            return mine + (theirs - mine) * share

        return replace(
            other,
            lengths=tuple(map(mixed, self.lengths, other.lengths)),
            done=tuple(map(mixed, self.done, other.done)),
            cap=mixed(self.cap, other.cap),
            scale=mixed(self.scale, other.scale),
            start=mixed(self.start or other.start, other.start),
            end=mixed(self.end or other.start, other.end),
            overrun=mixed(self.overrun or other.cap, other.overrun) if other.overrun else 0,
        )


def bar_of(budget: PlatformBudget, preview: PlatformBudget | None = None) -> Bar:
    """The bar of a budget, or of the change that a preview makes to it."""
    shown = preview or budget
    added = preview.planned - budget.planned if preview else 0
    solid = budget if added > 0 else shown
    lengths = tuple(float(max(part.planned, part.done)) for part in solid.activities)
    end = sum(lengths)
    far_end = max(end + abs(added), shown.planned)
    overrun = max(end + max(added, 0), shown.planned) if shown.verdict is Verdict.OVER else 0
    return Bar(
        lengths=lengths,
        done=tuple(float(part.done) for part in solid.activities),
        cap=shown.cap,
        scale=max(shown.cap, shown.planned + HEADROOM if shown.planned > shown.cap else 0, far_end, 1),
        start=end if added > 0 else end - added,
        end=end + added if added > 0 else end,
        overrun=overrun,
    )


def paint_bar(painter: QPainter, rect: QRectF, bar: Bar, kind: PlatformKind, change: int = 0) -> None:
    """Paint a bar into `rect`; `change` is the preview's difference in minutes, written into its segment."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    marks.panel(painter, rect, theme.px(4), theme.color("hover"))
    per_minute = rect.width() / bar.scale
    left = rect.left()
    minute = 0.0
    for index, (length, done) in enumerate(zip(bar.lengths, bar.done, strict=True)):
        if length > 0:
            opening = left + minute * per_minute + (1 if minute else 0)
            closing = left + (minute + length) * per_minute - 1
            segment = QRectF(opening, rect.top(), max(closing - opening, 1.5), rect.height())
            _paint_segment(painter, segment, kind, min(done / length, 1.0), icons.activity_icon(ACTIVITIES[index]))
        minute += length
    limit = left + bar.cap * per_minute
    change_rect = QRectF()
    if change:
        first, last = sorted((bar.start, bar.end))
        change_rect = QRectF(rect)
        change_rect.setLeft(left + first * per_minute + 1)
        change_rect.setRight(left + last * per_minute)
        marks.panel(painter, change_rect, theme.px(3), theme.color("accent-tint" if change > 0 else "accent-wash"))
    if bar.overrun:
        over = QRectF(limit + 2, rect.top(), max(left + bar.overrun * per_minute - limit - 2, 2), rect.height())
        _paint_overrun(painter, over)
    if change:
        _paint_change(painter, change_rect, limit if bar.overrun else rect.right(), change)
    if bar.scale > bar.cap:
        top = QRectF(limit - 1, rect.top() - 3, 2, rect.height() + 6)
        painter.fillRect(top.adjusted(-1, -1, 1, 1), theme.color("accent-wash" if change else "subtle"))
        painter.fillRect(top, theme.color("text"))


def _paint_segment(painter: QPainter, rect: QRectF, kind: PlatformKind, done: float, icon: str) -> None:
    colors = theme.platform(kind)
    outline = QPainterPath()
    outline.addRoundedRect(rect, theme.px(3), theme.px(3))
    painter.fillPath(outline, colors.tint)
    done_width = rect.width() * done
    if done > 0:
        painter.save()
        painter.setClipRect(QRectF(rect.left(), rect.top(), done_width, rect.height()))
        painter.fillPath(outline, colors.strong)
        painter.restore()
    marks.outline(painter, rect, theme.px(3), colors.strong)
    side, room = theme.px(11), theme.px(18 - 1)  # the gap to the neighbour is half its own
    covered = done_width >= side + theme.px(5)
    offset = 0.0 if covered else done_width  # an icon half on each fill would be legible on neither
    if rect.width() - offset >= room:
        place = QRectF(rect.left() + offset + theme.px(4), rect.center().y() - side / 2, side, side)
        icons.draw(painter, icon, place, colors.glyph if covered else colors.text)


def _paint_overrun(painter: QPainter, rect: QRectF) -> None:
    marks.hatch(painter, rect, theme.px(3))
    marks.outline(painter, rect, theme.px(3), theme.color("warn-mark"))


def _paint_change(painter: QPainter, rect: QRectF, limit: float, change: int) -> None:
    color = theme.color("accent" if change > 0 else "line-strong")
    marks.dashed(painter, rect, theme.px(3), color, None, 1.5)
    words = QRectF(rect)
    words.setRight(min(rect.right(), limit))
    if words.width() >= theme.px(34):
        painter.setFont(theme.font("micro", 700))
        painter.setPen(theme.color("accent-text" if change > 0 else "text-2"))
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, signed_hours(change))


def signed_hours(minutes: int) -> str:
    """A difference such as `+0:45`, with a true minus sign."""
    return f"{'+' if minutes >= 0 else '−'}{hours(abs(minutes))}"
