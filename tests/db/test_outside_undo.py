"""What the plan knows about the world outside: undo does not take it back, and it goes with what it belongs to."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from db.busy import (
    forget_content,
    keep_content,
    load_busy_calendars,
    load_content,
    put_busy_calendar,
    remove_busy_calendar,
)
from db.delivered import forget_delivered, keep_delivered, last_delivered, load_delivered
from db.feed_records import BusyCalendar, BusyContent, BusySource, Delivered, Delivery, DeliveryKind
from db.feeds import load_deliveries, put_delivery, remove_delivery
from db.store import Store
from tests.builders import NOW
from tests.db.dump import dump

if TYPE_CHECKING:
    from sqlalchemy import Connection

LATER = NOW + timedelta(hours=1)
FOLDER = Delivery(0, "", DeliveryKind.FOLDER, "/kalender", machine="laptop")
DENTIST = BusyCalendar(0, "", "Privat", BusySource.WATCHED, "/privat.ics")


def things(*letters: str) -> tuple[Delivered, ...]:
    """What lies there: a name and what it holds."""
    return tuple(Delivered(f"/{letter[0]}.ics", f'"{letter}"', letter * 8) for letter in letters)


def test_what_lies_there_is_remembered_with_the_moment_it_came(store: Store) -> None:
    store.keep(keep_delivered, "uid", things("a", "b"), NOW)
    store.keep(keep_delivered, "other", things("x"), LATER)

    assert store.read(load_delivered, "uid") == {thing.href: thing for thing in things("a", "b")}
    assert store.read(last_delivered, "uid") == NOW
    store.keep(keep_delivered, "uid", things("a"), LATER)  # nothing new came
    assert store.read(last_delivered, "uid") == NOW
    store.keep(keep_delivered, "uid", things("a2"), LATER)
    assert store.read(last_delivered, "uid") == LATER
    assert [*store.read(load_delivered, "uid").values()] == [*things("a2")]
    store.keep(keep_delivered, "uid", (), LATER)
    assert store.read(load_delivered, "uid") == {}
    assert store.read(last_delivered, "uid") is None
    assert store.read(load_delivered, "other")


def test_undo_leaves_alone_what_lies_elsewhere(store: Store) -> None:
    _, changes = store.write(put_delivery, FOLDER)
    (delivery,) = store.read(load_deliveries)
    before = store.read(dump)

    store.keep(keep_delivered, delivery.uid, things("a"), NOW)

    assert store.read(dump) == before
    store.apply(changes.inverse())
    assert store.read(load_delivered, delivery.uid)
    store.apply(changes)
    assert store.keep(forget_delivered) == 0
    store.write(remove_delivery, delivery.id)
    assert store.keep(forget_delivered) == 1
    assert store.read(load_delivered, delivery.uid) == {}


def test_a_busy_calendar_keeps_everything_it_is_given(store: Store) -> None:
    for source in BusySource:
        store.write(put_busy_calendar, replace(DENTIST, source=source, name=source.value))
    file, watched, address = store.read(load_busy_calendars)

    assert [each.source for each in (file, watched, address)] == list(BusySource)
    assert [each.position for each in (file, watched, address)] == [0, 1, 2]
    assert len({each.uid for each in (file, watched, address)}) == 3
    store.write(put_busy_calendar, replace(file, is_shown=False, name="Zahnarzt", uid=""))
    assert store.read(load_busy_calendars)[0] == replace(file, is_shown=False, name="Zahnarzt")
    store.write(remove_busy_calendar, watched.id)
    assert store.read(load_busy_calendars)[1:] == (address,)


@pytest.mark.parametrize("data", [b"", b"BEGIN:VCALENDAR\r\n" * 50_000, bytes(range(256))])
def test_what_was_read_comes_back_byte_for_byte(store: Store, data: bytes) -> None:
    content = BusyContent("uid", data, datetime(2026, 11, 25, 9, tzinfo=UTC), "unreadable")

    store.keep(keep_content, content)

    assert store.read(load_content, "uid") == content
    newer = replace(content, data=b"new", problem="")
    store.keep(keep_content, newer)
    assert store.read(load_content, "uid") == newer
    assert store.read(load_content, "other") is None


def test_the_content_comes_back_with_its_calendar(store: Store) -> None:
    store.write(put_busy_calendar, DENTIST)
    (calendar,) = store.read(load_busy_calendars)
    store.keep(keep_content, BusyContent(calendar.uid, b"x", NOW))

    _, changes = store.write(remove_busy_calendar, calendar.id)
    store.apply(changes.inverse())

    assert store.read(load_busy_calendars) == (calendar,)
    assert store.keep(forget_content) == 0
    assert store.read(load_content, calendar.uid) is not None
    store.apply(changes)
    assert store.keep(forget_content) == 1
    assert store.read(load_content, calendar.uid) is None


def test_keeping_is_all_or_nothing(store: Store) -> None:
    def half(conn: Connection) -> None:
        keep_content(conn, BusyContent("uid", b"x", NOW))
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        store.keep(half)

    assert store.read(load_content, "uid") is None


def test_keeping_is_no_writing_from_outside(store: Store) -> None:
    store.keep(keep_content, BusyContent("uid", b"x", NOW))

    assert not store.changed_outside()


def test_threads_may_keep_while_others_edit(store: Store) -> None:
    def keep(number: int) -> None:
        for round_ in range(10):
            store.keep(keep_content, BusyContent(f"uid {number}", bytes([round_]), NOW))

    threads = [threading.Thread(target=keep, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for _ in range(10):
        store.write(put_delivery, FOLDER)
    for thread in threads:
        thread.join()

    assert len(store.read(load_deliveries)) == 10
    contents = [store.read(load_content, f"uid {number}") for number in range(4)]
    assert [None if each is None else each.data for each in contents] == [bytes([9])] * 4
