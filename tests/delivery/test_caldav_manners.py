"""Manners of calendar servers that Radicale does not have: without ETags, full, stubborn, somewhere else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest

from db.feed_records import Delivered
from desktop.delivery.caldav_calendar import sync
from desktop.delivery.problems import DeliveryProblem, ProblemCode
from tests.delivery.few_events import resources, uid
from tests.delivery.listings import A_CALENDAR, A_FOLDER, etag, listing
from tests.delivery.web_space import PASSWORD, USER, Said, WebSpace

PLAN = "/dav/plan/"


@pytest.fixture
def space() -> Iterator[WebSpace]:
    with WebSpace() as server:
        yield server


def there(**etags: str) -> Said:
    """The listing of the calendar with these events of ours in it."""
    return listing((PLAN, A_CALENDAR), *((f"{PLAN}{uid(name)}.ics", etag(value)) for name, value in etags.items()))


def brought(space: WebSpace, wanted: Mapping[str, bytes], *known: Delivered) -> tuple[Delivered, ...]:
    return sync(space.address + PLAN[1:], USER, PASSWORD, wanted, {each.href: each for each in known})


def a_known(space: WebSpace, name: str = "a", value: str = '"1"') -> Delivered:
    return Delivered(f"{space.address}{PLAN[1:]}{uid(name)}.ics", value, "0" * 64)


def refused(space: WebSpace, wanted: Mapping[str, bytes], *known: Delivered) -> DeliveryProblem:
    with pytest.raises(DeliveryProblem) as caught:
        brought(space, wanted, *known)
    return caught.value


def test_etags_that_do_not_come_with_the_answer_are_asked_for(space: WebSpace) -> None:
    space.etag = lambda _data: ""
    space.script["PROPFIND"] = [there(), there(a='"7"', b='"8"')]
    delivered = brought(space, resources("a", "b"))
    assert [each.etag for each in delivered] == ['"7"', '"8"']
    space.asked.clear()
    space.script["PROPFIND"] = [there(a='W/"7"', b='"8"')]
    assert brought(space, resources("a", "b"), *delivered) == delivered
    assert space.methods() == ["PROPFIND"]


def test_escaped_names_are_known_again(space: WebSpace) -> None:
    space.script["PROPFIND"] = [
        listing(
            ("/dav/plan/", A_CALENDAR), (f"{space.address}dav/plan/{uid('a').replace('-', '%2D')}.ics", etag('"1"'))
        )
    ]
    space.script["DELETE"] = [Said(204)]
    brought(space, {}, a_known(space))
    assert space.methods() == ["PROPFIND", "DELETE"]


def test_an_object_that_never_holds_still_is_left_for_another_try(space: WebSpace) -> None:
    space.script["PROPFIND"] = [there(a='"2"')] * 4
    space.script["PUT"] = [Said(412)] * 3
    problem = refused(space, resources("a"), a_known(space))
    assert (problem.code, problem.is_passing) == (ProblemCode.CHANGED_THERE, True)
    assert [each.href for each in problem.delivered] == [a_known(space).href]


def test_trouble_while_asking_again_ends_the_work(space: WebSpace) -> None:
    space.script["PROPFIND"] = [there(a='"2"'), Said(503)]
    space.script["PUT"] = [Said(412)]
    assert refused(space, resources("a", "b"), a_known(space)).code is ProblemCode.SERVER
    assert space.methods() == ["PROPFIND", "PUT", "PROPFIND"]


@pytest.mark.parametrize(
    ("said", "code", "puts"),
    [
        (Said(507), ProblemCode.SERVER_FULL, 1),
        (Said(503), ProblemCode.SERVER, 1),
        (Said(429, headers={"Retry-After": "60"}), ProblemCode.SERVER, 1),
        (Said(423), ProblemCode.LOCKED, 1),
        (Said(302, headers={"Location": "/login"}), ProblemCode.REDIRECT, 1),
        (Said(403), ProblemCode.FORBIDDEN, 3),
        (Said(500), ProblemCode.SERVER, 3),
        (Said(raw=b""), ProblemCode.UNREACHABLE, 1),
    ],
)
def test_what_concerns_all_objects_ends_the_work(space: WebSpace, said: Said, code: ProblemCode, puts: int) -> None:
    space.script["PROPFIND"] = [there()]
    space.script["PUT"] = [said] * 9
    assert refused(space, resources(*"abcde")).code is code
    assert space.methods().count("PUT") == puts


@pytest.mark.parametrize("body", [b"<C:no-uid-conflict/>", b"Calendar object with uid already exists"])
def test_a_uid_that_is_taken_is_told(space: WebSpace, body: bytes) -> None:
    space.script["PROPFIND"] = [there()]
    space.script["PUT"] = [Said(400, body, {"Content-Type": "application/xml"})]
    assert refused(space, resources("a")).code is ProblemCode.CHANGED_THERE


@pytest.mark.parametrize(("status", "stays"), [(204, False), (202, False), (404, False), (403, True)])
def test_what_will_not_go_stays_known(space: WebSpace, status: int, stays: bool) -> None:
    space.script["PROPFIND"] = [there(a='"1"')]
    space.script["DELETE"] = [Said(status)]
    if stays:
        assert refused(space, {}, a_known(space)).delivered == (a_known(space),)
    else:
        assert brought(space, {}, a_known(space)) == ()
    assert space.asked[-1].headers["If-Match"] == '"1"'


def test_one_that_changes_while_it_is_deleted_goes_all_the_same(space: WebSpace) -> None:
    space.script["PROPFIND"] = [there(a='"1"'), there(a='"2"')]
    space.script["DELETE"] = [Said(412), Said(204)]
    assert brought(space, {}, a_known(space)) == ()
    assert [asked.headers["If-Match"] for asked in space.asked if asked.method == "DELETE"] == ['"1"', '"2"']


@pytest.mark.parametrize("found", [listing((PLAN, A_FOLDER)), Said(200, b"<html>"), listing()])
def test_a_folder_is_not_filled_with_events(space: WebSpace, found: Said) -> None:
    space.script["PROPFIND"] = [found]
    assert refused(space, resources("a")).code is ProblemCode.NOT_A_CALENDAR
    assert space.methods() == ["PROPFIND"]


def test_a_listing_that_breaks_off_changes_nothing(space: WebSpace) -> None:
    whole = there(a='"1"', b='"2"')
    space.script["PROPFIND"] = [Said(207, whole.body[:-60], whole.headers)]
    assert refused(space, {}, a_known(space)).delivered == (a_known(space),)
    assert space.methods() == ["PROPFIND"]


def test_an_object_whose_answer_was_lost_is_still_ours(space: WebSpace) -> None:
    space.script["PROPFIND"] = [there(), there(a='"1"', b='"9"')]
    space.script["PUT"] = [Said(raw=b"")]
    problem = refused(space, resources("a"))
    assert problem.code is ProblemCode.UNREACHABLE
    space.script["DELETE"] = [Said(204)]
    assert brought(space, {}, *problem.delivered) == ()
    assert [asked.path for asked in space.asked if asked.method == "DELETE"] == [f"{PLAN}{uid('a')}.ics"]


@pytest.mark.parametrize(("status", "may_lie_there"), [(403, False), (409, False), (500, True)])
def test_a_refused_object_is_ours_only_if_it_may_have_come_to_lie_there(
    space: WebSpace, status: int, may_lie_there: bool
) -> None:
    space.script["PROPFIND"] = [there()]
    space.script["PUT"] = [Said(status)]
    assert bool(refused(space, resources("a")).delivered) == may_lie_there
