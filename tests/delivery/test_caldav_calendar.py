"""The plan's events in a real online calendar: brought, changed, deleted, and nobody else's touched."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import pytest

from db.feed_records import Delivered
from desktop.delivery.caldav_calendar import sync
from desktop.delivery.problems import DeliveryProblem, ProblemCode
from tests.delivery.few_events import calendar, resources, uid
from tests.delivery.radicale_server import PASSWORD, USER, Radicale

WRONG = "birnen & äpfel"


@dataclass
class Online:
    """A calendar of its own on Radicale, and what was last brought there."""

    server: Radicale
    name: str = field(default_factory=lambda: f"c{uuid.uuid4().hex[:8]}")
    known: dict[str, Delivered] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.address = self.server.new_calendar(self.name)

    def bring(self, wanted: Mapping[str, bytes], progress: Callable[[int, int], None] | None = None) -> int:
        """Bring the plan and keep what is said to lie there, as the keeper does. Returns how many requests it took."""
        before = self.server.requests()
        try:
            delivered = sync(self.address, USER, PASSWORD, wanted, self.known, progress=progress)
        except DeliveryProblem as problem:
            self.known = {each.href: each for each in problem.delivered}
            raise
        self.known = {each.href: each for each in delivered}
        assert all(each.etag and each.sha256 for each in delivered)
        return self.server.requests() - before

    def brought(self) -> int:
        """How many objects are known to have arrived."""
        return sum(bool(each.sha256) for each in self.known.values())

    def titles(self) -> dict[str, str]:
        """What lies there, by the name of the file: the title of each event."""
        found = {}
        for name, text in self.server.files(self.name).items():
            title = re.search("SUMMARY:(.*)", text)
            assert title is not None
            found[name.removesuffix(".ics")] = title[1].strip()
        return found

    def put(self, name: str, data: bytes) -> None:
        """Put something there by other means."""
        status, said = self.server.ask(
            "PUT", f"/{USER}/{self.name}/{name}.ics", data.decode(), Content_Type="text/calendar"
        )
        assert status in {201, 204}, said

    def delete(self, name: str) -> None:
        """Delete something there by other means."""
        assert self.server.ask("DELETE", f"/{USER}/{self.name}/{name}.ics")[0] == 200


@pytest.fixture
def online(radicale: Radicale) -> Online:
    return Online(radicale)


def test_events_arrive_one_object_for_each_without_method(online: Online) -> None:
    online.bring(resources("a", "b"))
    assert online.titles() == {uid("a"): "Post", uid("b"): "Post"}
    assert all("METHOD" not in text for text in online.server.files(online.name).values())
    assert set(online.known) == {f"{online.address}{uid(name)}.ics" for name in "ab"}


def test_what_is_unchanged_costs_nothing_but_the_question(online: Online) -> None:
    wanted = resources(*"abcdef")
    online.bring(wanted)
    known = dict(online.known)
    assert online.bring(wanted) == 2  # the first try to ask is without the password
    assert online.known == known


def test_changed_events_are_put_and_vanished_ones_deleted(online: Online) -> None:
    online.bring(resources("a", "b", "c"))
    requests = online.bring(resources("a") | resources("b", title="Neu"))
    assert online.titles() == {uid("a"): "Post", uid("b"): "Neu"}
    assert requests == 4  # two to ask, one each to put and to delete
    assert len(online.known) == 2


def test_a_moved_event_moves(online: Online) -> None:
    online.bring({uid("a"): calendar("a", day=5)})
    online.bring({uid("a"): calendar("a", day=6, sequence=1)})
    (text,) = online.server.files(online.name).values()
    assert "DTSTART:20260106T100000Z" in text


def test_an_empty_plan_leaves_an_empty_calendar(online: Online) -> None:
    online.bring(resources("a", "b"))
    online.bring({})
    assert online.titles() == {}
    assert online.known == {}


def test_foreign_events_are_never_touched(online: Online) -> None:
    online.put("mine", calendar("foreign", title="Zahnarzt"))
    online.put(uid("other"), calendar("other", title="Alte Woche"))  # of ours by its name, but nobody brought it
    online.bring(resources("a"))
    online.bring(resources("b"))
    online.bring({})
    assert online.titles() == {"mine": "Zahnarzt", uid("other"): "Alte Woche"}


def test_our_event_edited_there_is_put_right(online: Online) -> None:
    online.bring(resources("a", "b"))
    online.put(uid("a"), calendar("a", title="Von Hand"))
    online.bring(resources("a", "b"))
    assert online.titles() == {uid("a"): "Post", uid("b"): "Post"}


def test_our_event_edited_there_goes_with_the_plan(online: Online) -> None:
    online.bring(resources("a", "b"))
    online.put(uid("a"), calendar("a", title="Von Hand"))
    online.bring(resources("b"))
    assert online.titles() == {uid("b"): "Post"}


def test_an_event_that_the_server_lost_comes_back(online: Online) -> None:
    online.bring(resources("a", "b"))
    online.delete(uid("a"))
    online.bring(resources("a", "b"))
    assert set(online.titles()) == {uid("a"), uid("b")}


def test_an_event_deleted_on_both_sides_is_no_problem(online: Online) -> None:
    online.bring(resources("a", "b"))
    online.delete(uid("a"))
    online.bring(resources("b"))
    assert set(online.titles()) == {uid("b")}
    assert len(online.known) == 1


def test_an_edit_there_in_the_same_moment_does_not_win(online: Online) -> None:
    online.bring(resources("a", "b", "c"))

    def meddle(done: int, _of_all: int) -> None:
        match done:
            case 0:
                online.put(uid("a"), calendar("a", title="Von Hand"))
            case 1:
                online.put(uid("d"), calendar("d", title="Von Hand"))
            case 2:
                online.put(uid("b"), calendar("b", title="Von Hand"))
            case _:
                online.delete(uid("c"))

    online.bring(resources("a", "d", title="Neu"), meddle)
    assert online.titles() == {uid("a"): "Neu", uid("d"): "Neu"}
    assert len(online.known) == 2


def test_an_event_deleted_there_in_the_same_moment_is_put_anew(online: Online) -> None:
    online.bring(resources("a"))
    online.bring(resources("a", title="Neu"), lambda _done, _of_all: online.delete(uid("a")))
    assert online.titles() == {uid("a"): "Neu"}


def test_what_was_stopped_half_way_is_finished_later_without_doubling_work(online: Online) -> None:
    wanted = resources(*"abcdef")

    def stop(done: int, of_all: int) -> None:
        assert of_all == 6
        if done == 4:
            raise DeliveryProblem(ProblemCode.STOPPED)

    with pytest.raises(DeliveryProblem, match="stopped"):
        online.bring(wanted, stop)
    assert len(online.titles()) == online.brought() == 4
    assert online.bring(wanted) == 2 + 2
    assert len(online.titles()) == 6


def test_a_crash_half_way_leaves_nothing_that_nobody_owns(online: Online) -> None:
    class Crash(Exception):
        pass

    def crash(done: int, _of_all: int) -> None:
        if done == 2:
            raise Crash

    intended: list[tuple[Delivered, ...]] = []
    with pytest.raises(Crash):
        sync(online.address, USER, PASSWORD, resources(*"abc"), {}, progress=crash, intend=intended.append)
    assert set(online.titles()) == {uid("a"), uid("b")}
    (kept,) = intended
    online.known = {each.href: each for each in kept}
    online.bring(resources("c"))
    assert set(online.titles()) == {uid("c")}


def test_nothing_is_intended_when_nothing_is_new(online: Online) -> None:
    online.bring(resources("a", "b"))
    intended: list[tuple[Delivered, ...]] = []
    changed = resources("a", title="Neu")
    sync(online.address, USER, PASSWORD, changed, online.known, intend=intended.append)
    assert not intended


def test_what_was_brought_before_a_crash_is_taken_over(online: Online) -> None:
    online.bring(resources("a", "b"))
    online.known = {}
    online.bring(resources("a", title="Neu") | resources("b"))
    assert online.titles() == {uid("a"): "Neu", uid("b"): "Post"}


def test_an_event_that_lies_there_under_another_name_is_left_and_the_others_arrive(online: Online) -> None:
    online.put("imported", calendar("a", title="Importiert"))
    with pytest.raises(DeliveryProblem) as caught:
        online.bring(resources("a", "b"))
    assert (caught.value.code, caught.value.is_passing) == (ProblemCode.CHANGED_THERE, False)
    assert online.titles() == {"imported": "Importiert", uid("b"): "Post"}
    assert len(online.known) == 1


def test_an_event_that_the_server_refuses_does_not_keep_the_others(online: Online) -> None:
    wanted = {uid("a"): b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n", **resources("b")}
    with pytest.raises(DeliveryProblem) as caught:
        online.bring(wanted)
    assert caught.value.code is ProblemCode.SERVER
    assert not caught.value.is_passing
    assert online.titles() == {uid("b"): "Post"}


def test_a_server_that_refuses_everything_is_not_asked_for_everything(online: Online) -> None:
    wanted = {uid(str(n)): b"BEGIN:VCALENDAR\r\n" for n in range(20)}
    before = online.server.requests()
    with pytest.raises(DeliveryProblem):
        online.bring(wanted)
    assert online.server.requests() - before == 2 + 3


def test_a_wrong_password_changes_nothing(online: Online) -> None:
    online.bring(resources("a"))
    with pytest.raises(DeliveryProblem) as caught:
        sync(online.address, USER, WRONG, {}, online.known)
    assert (caught.value.code, caught.value.is_passing) == (ProblemCode.PASSWORD, False)
    assert caught.value.delivered == tuple(online.known.values())
    assert online.titles() == {uid("a"): "Post"}


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("", ProblemCode.NOT_A_CALENDAR),
        (f"{USER}/", ProblemCode.NOT_A_CALENDAR),
        (f"{USER}/nowhere/", ProblemCode.NOT_FOUND),
        ("somebody/plan/", ProblemCode.FORBIDDEN),
    ],
)
def test_only_a_calendar_is_filled(radicale: Radicale, path: str, code: ProblemCode) -> None:
    with pytest.raises(DeliveryProblem) as caught:
        sync(radicale.address + path, USER, PASSWORD, resources("a"), {})
    assert caught.value.code is code


def test_a_new_address_leaves_the_old_calendar_alone(radicale: Radicale, online: Online) -> None:
    online.bring(resources("a", "b"))
    other = Online(radicale, known=online.known)
    other.bring(resources("a"))
    assert set(online.titles()) == {uid("a"), uid("b")}
    assert set(other.titles()) == {uid("a")}
    assert set(other.known) == {f"{other.address}{uid('a')}.ics"}


def test_the_address_may_lack_its_last_stroke(online: Online) -> None:
    online.bring(resources("a"))
    assert sync(online.address.rstrip("/"), USER, PASSWORD, resources("a"), online.known) == tuple(
        online.known.values()
    )


def test_a_server_that_goes_away_half_way_is_worth_another_try(tmp_path_factory: pytest.TempPathFactory) -> None:
    with Radicale(tmp_path_factory.mktemp("mortal")) as mortal:
        online = Online(mortal)

        def cut(done: int, _of_all: int) -> None:
            if done == 2:
                mortal.stop()

        with pytest.raises(DeliveryProblem) as caught:
            online.bring(resources(*"abcd"), cut)
        assert (caught.value.code, caught.value.is_passing) == (ProblemCode.UNREACHABLE, True)
        assert online.brought() == 2
        with pytest.raises(DeliveryProblem):
            online.bring(resources(*"abcd"))
        assert online.brought() == 2
        mortal.start()
        online.bring(resources(*"abcd"))
        assert len(online.titles()) == len(online.known) == 4
