"""Warnings that help: everything about a week that a person may want to look at, in one calm list."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from desktop.planning.hint_records import Hint, HintKind, HintRemedy, HintRemedyKind, Severity
from desktop.planning.post_hints import post_hints
from desktop.planning.work_hints import work_hints

if TYPE_CHECKING:
    from datetime import datetime

    from db.records import Board, Week

__all__ = ["Hint", "HintKind", "HintRemedy", "HintRemedyKind", "Severity", "week_hints"]

_SEVERITIES, _KINDS = list(Severity), list(HintKind)


def week_hints(board: Board, week: Week, now: datetime) -> tuple[Hint, ...]:
    """The hints of a week, the most severe first, then by day. `now` is a UTC instant.

    `week` must be one of the board's. Posts of other weeks count for repeated text as far as the board has them; the
    30 days before the week are looked at.
    """
    found = [*post_hints(board, week, now), *work_hints(board, week, now)]
    return tuple(sorted(found, key=_order))


def _order(hint: Hint) -> tuple[int, date, int]:
    return (
        _SEVERITIES.index(hint.severity),
        hint.day or date.max,
        _KINDS.index(hint.kind),
    )
