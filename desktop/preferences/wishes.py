"""What the settings may wish for the whole file of the plan; whoever opened it fulfils that."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class OpenPlan:
    """The wish to go on with another plan."""

    path: Path


@dataclass(frozen=True, slots=True)
class NewPlan:
    """The wish for a new plan with the settings of the present one."""

    path: Path
    name: str


@dataclass(frozen=True, slots=True)
class MovePlan:
    """The wish to give the present plan another name or place."""

    path: Path


PlanWish = OpenPlan | NewPlan | MovePlan
