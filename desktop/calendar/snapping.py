"""Where a moved edge comes to rest: on the lines of the clock, or at the edge of a neighbour close by."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.planning.week import FINE_STEP, STEP, snapped

MAGNET = 6  # px within which a neighbour's edge attracts


@dataclass(frozen=True, slots=True)
class Snap:
    """`edges` are the minutes at which neighbours begin or end, `reach` is how many minutes they attract over.

    `fine` steps by five minutes and lets nothing attract: so every place can be reached.
    """

    fine: bool = False
    edges: tuple[int, ...] = ()
    reach: float = 0.0

    def of(self, minute: float) -> int:
        """The minute at which an edge comes to rest that was moved to a minute."""
        if self.edges and not self.fine:
            nearest = min(self.edges, key=lambda edge: abs(edge - minute))
            if abs(nearest - minute) <= self.reach:
                return nearest
        return snapped(round(minute), FINE_STEP if self.fine else STEP)

    def magnet(self, minute: int) -> int | None:
        """The minute itself if a neighbour's edge holds it there."""
        return minute if not self.fine and minute in self.edges else None
