"""`wochenwerk budget`: how the active platforms of a week stand against their budgets."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from db.board import load_board
from db.plan import load_plan
from db.records import ACTIVITIES, Week
from desktop import wording
from desktop.commands.output import say
from desktop.commands.plan_source import opened
from desktop.planning.budget import PlatformBudget, week_budget

if TYPE_CHECKING:
    import argparse


def run(asked: argparse.Namespace) -> None:
    """Write the budgets to standard output, as text or as the JSON of the contract."""
    now = datetime.now(UTC)
    with opened(asked) as store:
        week = asked.week or Week.of(now.astimezone(ZoneInfo(store.read(load_plan).zone)))
        board = store.read(load_board, (week,))
    budgets = week_budget(board, week, now)
    say(_as_json(week, budgets) if asked.json else _as_text(week, budgets))


def _as_json(week: Week, budgets: tuple[PlatformBudget, ...]) -> str:
    # ASCII alone: whoever reads it need not know the encoding.
    return json.dumps({"week": str(week), "platforms": [_facts(budget) for budget in budgets]})


def _facts(budget: PlatformBudget) -> dict[str, Any]:
    return {
        "key": budget.platform.key,
        "kind": str(budget.platform.kind),
        "name": budget.platform.name,
        "target_minutes": budget.target,
        "cap_minutes": budget.cap,
        "planned_minutes": budget.planned,
        "uncovered_minutes": budget.uncovered,
        "done_minutes": budget.done,
        "verdict": str(budget.verdict),
        "activities": {
            str(activity): {"target": part.target, "planned": part.planned, "done": part.done}
            for activity, part in zip(ACTIVITIES, budget.activities, strict=True)
        },
        "posts": budget.posts,
        "corridor": list(budget.corridor),
    }


def _as_text(week: Week, budgets: tuple[PlatformBudget, ...]) -> str:
    lines = [f"{wording.week_name(week)}, {wording.week_dates(week)}"]
    lines += [wording.budget_name(budget) for budget in budgets]
    return "\n".join(lines)
