"""How deliveries stand: what is due when, and what a failure or a change does to that."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from desktop.delivery.problems import ProblemCode
from desktop.delivery.standing import NEEDS_USER, Standing
from desktop.delivery.states import DeliveryState, DeliveryStep

NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)
HALF_A_MINUTE = timedelta(seconds=30)
DONE = DeliveryState(DeliveryStep.DONE, NOW, count=3)
AWAY = DeliveryState(DeliveryStep.OFFLINE, None, ProblemCode.UNREACHABLE, "no route")


def test_what_was_not_tried_yet_waits() -> None:
    assert Standing().of(7) == DeliveryState(DeliveryStep.WAITING)


def test_a_step_keeps_what_arrived_and_forgets_the_problem() -> None:
    standing = Standing()
    assert standing.step(1, DeliveryStep.WAITING)
    standing.take(1, DONE, NOW)

    assert not standing.step(1, DeliveryStep.DONE)
    assert standing.step(1, DeliveryStep.WORKING)

    assert standing.of(1) == DeliveryState(DeliveryStep.WORKING, NOW, count=3)


def test_each_failure_waits_longer_until_something_arrives() -> None:
    standing, now, waits = Standing(), NOW, []
    for _ in range(9):
        standing.take(1, AWAY, now)
        retry_at = standing.of(1).retry_at
        assert retry_at is not None
        assert standing.due(retry_at - timedelta(seconds=1)) == frozenset()
        assert standing.due(retry_at) == {1}
        waits.append(int((retry_at - now).total_seconds()))
        standing.start(standing.due(retry_at))
        now = retry_at

    assert waits == [30, 60, 120, 300, 900, 1800, 3600, 3600, 3600]
    standing.take(1, DONE, now)
    assert standing.fail(1, now) == now + HALF_A_MINUTE


def test_what_changed_while_it_was_brought_waits_on() -> None:
    standing = Standing()
    standing.set_due((1,), NOW + HALF_A_MINUTE)

    standing.take(1, DONE, NOW)

    assert standing.of(1).step is DeliveryStep.WAITING
    assert standing.moments == {1: NOW + HALF_A_MINUTE}


@pytest.mark.parametrize("problem", sorted(NEEDS_USER))
def test_who_has_to_be_asked_is_not_tried_again_by_changes(problem: ProblemCode) -> None:
    standing = Standing()
    standing.take(1, DeliveryState(DeliveryStep.REFUSED, None, problem), NOW)

    assert not standing.follows(1)
    assert standing.moments == {}
    standing.forget(1)
    assert standing.follows(1)


def test_other_refusals_may_end_with_a_change_of_the_plan() -> None:
    standing = Standing()
    standing.take(1, DeliveryState(DeliveryStep.REFUSED, None, ProblemCode.TOO_BIG), NOW)

    assert standing.follows(1)


def test_who_is_offline_has_a_time_of_its_own() -> None:
    standing = Standing()
    standing.take(1, AWAY, NOW)
    standing.take(2, DONE, NOW)

    assert not standing.follows(1)
    assert standing.offline((1, 2, 3)) == [1]
    standing.restart(1)
    assert standing.moments == {}
    assert standing.of(1).problem is ProblemCode.UNREACHABLE
