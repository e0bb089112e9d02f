"""How deliveries stand, what failed how often, and what is due when. No clock: every moment is given, an instant."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from desktop.delivery.problems import ProblemCode
from desktop.delivery.retries import wait_before
from desktop.delivery.states import DeliveryState, DeliveryStep

NEEDS_USER = frozenset(  # trying again by itself could lock an account, or ask for a password all day
    {
        ProblemCode.PASSWORD,
        ProblemCode.NO_PASSWORD,
        ProblemCode.NO_KEYRING,
        ProblemCode.FORBIDDEN,
        ProblemCode.CERTIFICATE,
    }
)


class Standing:
    """Remembers deliveries by id. What else is tried again has a number below 1 and no state."""

    def __init__(self) -> None:
        self._states: dict[int, DeliveryState] = {}
        self._due: dict[int, datetime] = {}
        self._failures: dict[int, int] = {}

    def of(self, delivery_id: int) -> DeliveryState:
        """How a delivery stands; one that was not tried yet waits."""
        return self._states.get(delivery_id, DeliveryState(DeliveryStep.WAITING))

    def step(self, delivery_id: int, step: DeliveryStep) -> bool:
        """Let a delivery go on; tells whether that is news."""
        before = self._states.get(delivery_id)
        at, count = (None, 0) if before is None else (before.at, before.count)
        self._states[delivery_id] = DeliveryState(step, at, count=count)
        return before is None or before.step is not step

    def take(self, delivery_id: int, state: DeliveryState, now: datetime) -> None:
        """Note how a delivery stands after a try, and when it is tried again."""
        if state.step is DeliveryStep.OFFLINE:
            state = replace(state, retry_at=self.fail(delivery_id, now))
        else:
            self._failures.pop(delivery_id, None)
            if state.step is DeliveryStep.DONE and delivery_id in self._due:  # something changed meanwhile
                state = replace(state, step=DeliveryStep.WAITING)
        self._states[delivery_id] = state

    def follows(self, delivery_id: int) -> bool:
        """Tell whether a change of the plan is worth a try: not while it waits for another one, or for the user."""
        state = self.of(delivery_id)
        return state.problem not in NEEDS_USER and state.step is not DeliveryStep.OFFLINE

    def fail(self, what: int, now: datetime) -> datetime:
        """Count a failure; answers when it is tried again."""
        self._failures[what] = self._failures.get(what, 0) + 1
        self._due[what] = now + wait_before(self._failures[what])
        return self._due[what]

    def set_due(self, what: Iterable[int], moment: datetime) -> None:
        """Let things be done at a moment."""
        self._due |= dict.fromkeys(what, moment)

    def restart(self, what: int) -> None:
        """Let earlier failures count no more."""
        self._failures.pop(what, None)
        self._due.pop(what, None)

    def forget(self, delivery_id: int) -> None:
        """Know nothing of a delivery any more."""
        self.restart(delivery_id)
        self._states.pop(delivery_id, None)

    def offline(self, among: Collection[int]) -> list[int]:
        """Those that did not get through."""
        return [each for each in among if self.of(each).step is DeliveryStep.OFFLINE]

    def due(self, now: datetime) -> frozenset[int]:
        """What is due."""
        return frozenset(what for what, moment in self._due.items() if moment <= now)

    def start(self, what: Iterable[int]) -> None:
        """Let things be due no longer, because they are being done."""
        for each in what:
            del self._due[each]

    @property
    def moments(self) -> Mapping[int, datetime]:
        """When each thing is due."""
        return self._due
