"""What the rules remember, and that they let it go."""

from __future__ import annotations

import gc
import weakref

from desktop.planning.memory import forget, remembered


class Record:
    """Something that can be told apart by identity, and watched."""


def test_a_record_is_reckoned_once_until_it_is_forgotten() -> None:
    reckoned = []

    @remembered(places=4)
    def reckon(record: Record, circumstance: int) -> int:
        reckoned.append(record)
        return circumstance

    record = Record()
    assert [reckon(record, 1), reckon(record, 1), reckon(record, 2)] == [1, 1, 2]
    assert len(reckoned) == 2

    reckoned.clear()
    watched = weakref.ref(record)
    del record
    gc.collect()
    assert watched() is not None

    forget()
    gc.collect()
    assert watched() is None
