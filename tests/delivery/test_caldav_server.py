"""Finding the calendars of a user and making one: a real Radicale, and the manners of other servers."""

from __future__ import annotations

import uuid
from collections.abc import Iterator

import pytest

from desktop.delivery.caldav_server import calendars_at, make_calendar
from desktop.delivery.problems import DeliveryProblem, ProblemCode
from tests.delivery import web_space
from tests.delivery.listings import A_CALENDAR, A_FOLDER, listing
from tests.delivery.radicale_server import PASSWORD, USER, Radicale
from tests.delivery.web_space import Said, WebSpace


@pytest.mark.parametrize("path", ["", f"{USER}/"])
def test_the_calendars_of_a_user_are_found(radicale: Radicale, path: str) -> None:
    made = radicale.new_calendar(f"c{uuid.uuid4().hex[:8]}")
    assert made in {address for _, address in calendars_at(radicale.address + path, USER, PASSWORD)}


def test_a_calendar_is_found_from_its_own_address(radicale: Radicale) -> None:
    made = radicale.new_calendar(f"c{uuid.uuid4().hex[:8]}")
    assert made in {address for _, address in calendars_at(made, USER, PASSWORD)}


def test_a_calendar_is_made_with_its_name_and_colour(radicale: Radicale) -> None:
    address = make_calendar(radicale.address, USER, PASSWORD, "Wochenwerk – Käse & Co.", "#C2410C")
    assert ("Wochenwerk – Käse & Co.", address) in calendars_at(radicale.address, USER, PASSWORD)
    path = address.removeprefix(radicale.address)
    _, said = radicale.ask("PROPFIND", f"/{path}", Depth="0")
    assert "#C2410C" in said


def test_lists_of_tasks_and_address_books_are_no_places_for_events(radicale: Radicale) -> None:
    name = f"t{uuid.uuid4().hex[:8]}"
    tasks = '<C:supported-calendar-component-set><C:comp name="VTODO"/></C:supported-calendar-component-set>'
    kind = "<D:resourcetype><D:collection/><C:calendar/></D:resourcetype>"
    status, said = radicale.ask(
        "MKCALENDAR",
        f"/{USER}/{name}/",
        '<C:mkcalendar xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav">'
        f"<D:set><D:prop>{kind}{tasks}</D:prop></D:set></C:mkcalendar>",
    )
    assert status == 201, said
    assert not [address for _, address in calendars_at(radicale.address, USER, PASSWORD) if name in address]


def test_a_wrong_password_is_told(radicale: Radicale) -> None:
    with pytest.raises(DeliveryProblem) as caught:
        calendars_at(radicale.address, USER, "birnen & äpfel")
    assert caught.value.code is ProblemCode.PASSWORD


@pytest.fixture
def space() -> Iterator[WebSpace]:
    with WebSpace() as server:
        yield server


def principal(href: str) -> str:
    return f"<d:current-user-principal><d:href>{href}</d:href></d:current-user-principal>"


def home(href: str) -> str:
    return f"<c:calendar-home-set><d:href>{href}</d:href></c:calendar-home-set>"


def calendar(name: str, *rights: str) -> str:
    may = "".join(f"<d:privilege><d:{right}/></d:privilege>" for right in rights)
    return (
        f"<d:displayname>{name}</d:displayname>{A_CALENDAR}"
        f"<d:current-user-privilege-set>{may}</d:current-user-privilege-set>"
    )


def found(space: WebSpace) -> tuple[tuple[str, str], ...]:
    return calendars_at(space.address, web_space.USER, web_space.PASSWORD)


def test_a_nextcloud_is_found_by_its_name_alone(space: WebSpace) -> None:
    space.script["PROPFIND"] = [
        Said(405, b"<html>Nextcloud</html>", {"Content-Type": "text/html"}),
        Said(301, headers={"Location": "/remote.php/dav/"}),
        listing(("/remote.php/dav/", principal("/remote.php/dav/principals/users/lea@example.org/"))),
        listing(
            ("/remote.php/dav/principals/users/lea@example.org/", home("/remote.php/dav/calendars/lea%40example.org/"))
        ),
        listing(
            ("/remote.php/dav/calendars/lea@example.org/", A_FOLDER),
            ("/remote.php/dav/calendars/lea@example.org/personal/", calendar("Persönlich", "read", "write")),
            ("/remote.php/dav/calendars/lea@example.org/mein%20plan/", calendar("Mein Plan", "all")),
            ("/remote.php/dav/calendars/lea@example.org/team/", calendar("Nur lesen", "read")),
            ("/remote.php/dav/calendars/lea@example.org/inbox/", A_FOLDER),
        ),
    ]
    base = f"{space.address}remote.php/dav/calendars/lea@example.org/"
    assert found(space) == (("Persönlich", f"{base}personal/"), ("Mein Plan", f"{base}mein%20plan/"))
    assert [asked.path for asked in space.asked] == [
        *("/", "/.well-known/caldav", "/remote.php/dav/", "/remote.php/dav/principals/users/lea@example.org/"),
        "/remote.php/dav/calendars/lea%40example.org/",
    ]
    assert [asked.headers["Depth"] for asked in space.asked] == ["0", "0", "0", "0", "1"]


def test_a_redirect_to_another_server_is_not_followed(space: WebSpace) -> None:
    space.script["PROPFIND"] = [Said(301, headers={"Location": "https://192.0.2.1/dav/"})] * 4
    with pytest.raises(DeliveryProblem) as caught:
        found(space)
    assert caught.value.code is ProblemCode.REDIRECT
    assert caught.value.detail == "301 https://192.0.2.1/dav/"


def test_a_web_site_without_calendars_says_so(space: WebSpace) -> None:
    with pytest.raises(DeliveryProblem) as caught:
        found(space)
    assert (caught.value.code, caught.value.is_passing) == (ProblemCode.NOT_WEBDAV, False)


@pytest.mark.parametrize(
    "said",
    [
        Said(207, b"", {"Content-Type": "application/xml"}),
        Said(207, b"<html>Login", {"Content-Type": "text/html"}),
        Said(207, b"\xff\xfe\x00", {"Content-Type": "application/xml"}),
        Said(207, b"<a/>", {"Content-Type": "application/xml"}),
        Said(207, b'<d:multistatus xmlns:d="DAV:"><d:response><d:href>/</d:href><d:status>no</d:status></d:response>'),
        Said(200, b"<html>Willkommen</html>", {"Content-Type": "text/html"}),
        Said(204),
        listing(("/", "")),
        listing(("/", principal("/"))),
    ],
)
def test_nonsense_is_no_calendar_server(space: WebSpace, said: Said) -> None:
    space.script["PROPFIND"] = [said] * 9
    with pytest.raises(DeliveryProblem) as caught:
        found(space)
    assert caught.value.code in {ProblemCode.NOT_A_CALENDAR, ProblemCode.SERVER}


@pytest.mark.expects_log("Deviation from expectations found")
def test_a_listing_of_things_without_names_is_none(space: WebSpace) -> None:
    space.script["PROPFIND"] = [Said(207, b'<d:multistatus xmlns:d="DAV:"><d:response/></d:multistatus>')] * 9
    with pytest.raises(DeliveryProblem) as caught:
        found(space)
    assert caught.value.code is ProblemCode.NOT_A_CALENDAR


def test_an_entity_in_a_listing_is_not_looked_up(space: WebSpace) -> None:
    evil = b'<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]><d:multistatus xmlns:d="DAV:"><d:response>'
    space.script["PROPFIND"] = [Said(207, evil + b"<d:href>/&e;</d:href></d:response></d:multistatus>")] * 9
    with pytest.raises(DeliveryProblem):
        found(space)


def test_a_server_that_lets_nobody_make_calendars_says_so(space: WebSpace) -> None:
    space.script["PROPFIND"] = [listing(("/", home("/lea/")))]
    space.script["MKCALENDAR"] = [Said(403)]
    with pytest.raises(DeliveryProblem) as caught:
        make_calendar(space.address, web_space.USER, web_space.PASSWORD, "Wochenwerk", "#112233")
    assert caught.value.code is ProblemCode.FORBIDDEN


def test_a_server_in_trouble_is_not_asked_everywhere(space: WebSpace) -> None:
    space.script["PROPFIND"] = [Said(503)]
    with pytest.raises(DeliveryProblem) as caught:
        found(space)
    assert caught.value.is_passing
    assert len(space.asked) == 1
