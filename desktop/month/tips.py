"""What a tooltip in the month says: in full what is painted shortened."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF

from desktop import series_words, wording
from desktop.month import words
from desktop.month.geometry import TOP, Layout
from desktop.ui import theme


def tip_at(plan: Layout, at: QPointF) -> tuple[str, QRectF]:
    """The words for a place and the surface for which they hold; empty where everything is said."""
    shown, row, day, card = plan.shown, plan.row_at(at), plan.day_at(at), plan.card_at(at)
    if row is None:
        return "", QRectF()
    if card is not None and day is not None:
        place = plan.entries(day).index(card)
        names = wording.platform_names(card.platform_ids, shown.platforms)
        facts = f"{names} · {wording.clock(card.moment)} · {words.status_word(card)}"
        facts += f" · {series_words.repeats(card.rrule)}" if card.rrule is not None else ""
        return f"{words.title(card.title)}\n{facts}", plan.entry(day, place)
    if day is None:
        is_total = at.x() >= plan.edges[7]
        return (words.week_name(shown.weeks[row]), plan.totals(row)) if is_total else ("", QRectF())
    cell = plan.cell(day)
    if at.y() < cell.top() + theme.px(TOP):
        names = ", ".join(chip.name for chip in shown.names(day))
        return names, QRectF(cell.left(), cell.top(), cell.width(), theme.px(TOP))
    gap = shown.gap(day)
    lines = [words.gap_name(gap)] if gap is not None else []
    found = shown.day(day)
    if found is not None and found.minutes:
        lines.append(words.work(found.minutes))
    lines += [words.campaign_name(chip.name) for chip in shown.campaigns_on(day)]
    return "\n".join(lines), cell.adjusted(0, theme.px(TOP), 0, 0)
