"""Rules are reckoned anew with every step of a drag; nearly all records are the very same as in the step before."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

Record = TypeVar("Record")
Circumstance = TypeVar("Circumstance", bound="Hashable")
Result = TypeVar("Result")

_memories: list[dict[Any, Any]] = []


def remembered(
    places: int,
) -> Callable[[Callable[[Record, Circumstance], Result]], Callable[[Record, Circumstance], Result]]:
    """Keep what a function of a record and a hashable circumstance gave, for at most `places` records at once.

    Records are told apart by identity: looking one up is cheaper than the rule itself, hashing its fields is not.
    """

    def decorated(reckon: Callable[[Record, Circumstance], Result]) -> Callable[[Record, Circumstance], Result]:
        known: dict[tuple[int, Circumstance], tuple[Record, Result]] = {}
        _memories.append(known)

        @wraps(reckon)
        def recalled(record: Record, circumstance: Circumstance) -> Result:
            key = (id(record), circumstance)
            # Keeping the record keeps its id from being given to another one.
            found = known.get(key)
            if found is not None:
                return found[1]
            result = reckon(record, circumstance)
            if len(known) >= places:
                known.clear()
            known[key] = (record, result)
            return result

        return recalled

    return decorated


def forget() -> None:
    """Let go of all records: their plan is closed."""
    for known in _memories:
        known.clear()
