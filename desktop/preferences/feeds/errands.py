"""What the page about calendars asks of servers: whether they would take a calendar, and what lies there now."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from db.feed_records import Delivery
from desktop import feed_words
from desktop.delivery.problems import DeliveryProblem
from desktop.feed_sending import Errand
from desktop.feed_words import Said

if TYPE_CHECKING:
    from desktop.delivery.self_check import Report


@dataclass(frozen=True, slots=True)
class Tried:
    """What a server answered: the calendars it offers as (name, address), or why it would take none.

    `made` is the address of one that was just made there, "" for none.
    """

    calendars: tuple[tuple[str, str], ...] = ()
    made: str = ""
    problem: Said | None = None


def trying(delivery: Delivery, password: str) -> Callable[[Errand], Iterator[Tried]]:
    """The work of asking a server; "" is the password that the keyring knows."""

    def work(_errand: Errand) -> Iterator[Tried]:
        from desktop.delivery.trial import calendars_behind  # noqa: PLC0415 - takes long to load

        with _told() as problems:
            calendars = calendars_behind(delivery.kind, delivery.address, delivery.user, _known(delivery, password))
            yield Tried(calendars)
        yield from problems

    return work


def making(delivery: Delivery, password: str, name: str, color: str) -> Callable[[Errand], Iterator[Tried]]:
    """The work of making a calendar on a server; the password as for `trying`."""

    def work(_errand: Errand) -> Iterator[Tried]:
        from desktop.delivery.caldav_server import calendars_at, make_calendar  # noqa: PLC0415 - as above

        with _told() as problems:
            known = _known(delivery, password)
            made = make_calendar(delivery.address, delivery.user, known, name, color)
            yield Tried(calendars_at(made, delivery.user, known), made)
        yield from problems

    return work


def _known(delivery: Delivery, password: str) -> str:
    from desktop.delivery import passwords  # noqa: PLC0415 - as above

    return password or (passwords.read(delivery.uid) if delivery.uid else "") or ""


@contextmanager
def _told() -> Iterator[list[Tried]]:
    """Put a problem into words instead of letting it pass."""
    problems: list[Tried] = []
    try:
        yield problems
    except DeliveryProblem as problem:
        problems.append(Tried(problem=Said(feed_words.problem(problem.code), "danger", problem.detail)))


def looking(address: str, expected: bytes) -> Callable[[Errand], Iterator[Report]]:
    """The work of fetching a public address as other programs do; `expected` is the calendar that should lie there."""

    def work(_errand: Errand) -> Iterator[Report]:
        from desktop.delivery.self_check import look  # noqa: PLC0415 - as above

        yield look(address, expected)

    return work
