"""Dividing an amount of work into blocks that are neither too short nor too long."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.planning.budget import split
from desktop.planning.week import FINE_STEP, snapped

if TYPE_CHECKING:
    from db.records import ByActivity

SHORTEST, LONGEST = 15, 120


def sizes(minutes: int, count: int) -> list[int]:
    """About `count` nearly equal lengths that add up, quarters of an hour as far as possible.

    There are more or fewer of them if they would be below 15 or above 120 minutes otherwise.
    """
    blocks = max(min(count, minutes // SHORTEST), -(-minutes // LONGEST), 1)
    found = []
    left = minutes
    for rest in range(blocks - 1, 0, -1):
        # What is left must neither be too long nor too short for the blocks that are left.
        size = max(snapped(left // (rest + 1)), left - rest * LONGEST)
        found.append(min(size, left - rest * SHORTEST, LONGEST))
        left -= found[-1]
    return [*found, left]


def parts(minutes: int, wanted: ByActivity) -> list[int]:
    """An amount over the activities as they are wanted, in steps of five minutes, each 0 or enough for a block.

    What does not make a step is left out; an amount too small for one block gives nothing.
    """
    if minutes < SHORTEST:
        return [0] * len(wanted)
    found = [step * FINE_STEP for step in split(minutes // FINE_STEP, wanted)]
    while small := [place for place, part in enumerate(found) if 0 < part < SHORTEST]:
        smallest = min(small, key=lambda place: (found[place], -place))
        others = [place for place in range(len(found)) if place != smallest]
        largest = max(others, key=lambda place: (found[place], -place))
        found[largest] += found[smallest]
        found[smallest] = 0
    return found
