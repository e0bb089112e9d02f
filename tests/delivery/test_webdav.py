"""One calendar file on a web space: brought, kept fresh, and nobody else's file touched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from db.feed_records import Delivered
from desktop.delivery.problems import DeliveryProblem, ProblemCode
from desktop.delivery.webdav import put_file
from tests.delivery import radicale_server
from tests.delivery.few_events import calendar
from tests.delivery.radicale_server import Radicale
from tests.delivery.web_space import PASSWORD, USER, Asked, Said, WebSpace

FIRST = calendar("a", "b")
SECOND = calendar("a", "b", title="Neu")
FOREIGN = calendar("x", product="-//Somebody//Else//EN")
WRONG = "birnen & äpfel"
PATH = "/plan-7f3a.ics"


@pytest.fixture
def space() -> Iterator[WebSpace]:
    with WebSpace() as server:
        yield server


def put(space: WebSpace, data: bytes, known: Delivered | None = None, password: str = PASSWORD) -> Delivered:
    return put_file(space.address + PATH[1:], USER, password, data, known)


def refused(space: WebSpace, data: bytes = FIRST, known: Delivered | None = None) -> DeliveryProblem:
    with pytest.raises(DeliveryProblem) as caught:
        put(space, data, known)
    return caught.value


def puts(space: WebSpace) -> list[Asked]:
    return [asked for asked in space.asked if asked.method == "PUT"]


def test_a_first_file_arrives_as_a_calendar_and_only_where_nothing_lies(space: WebSpace) -> None:
    delivered = put(space, FIRST)
    assert space.files == {PATH: FIRST}
    (asked,) = puts(space)
    assert asked.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert asked.headers["If-None-Match"] == "*"
    assert delivered == Delivered(space.address + PATH[1:], space.etag(FIRST), delivered.sha256)


def test_the_same_bytes_are_not_sent_again(space: WebSpace) -> None:
    known = put(space, FIRST)
    space.asked.clear()
    assert put(space, FIRST, known) == known
    assert space.methods() == ["HEAD"]


def test_changed_bytes_replace_only_the_file_that_is_known(space: WebSpace) -> None:
    known = put(space, FIRST)
    space.asked.clear()
    again = put(space, SECOND, known)
    assert space.files == {PATH: SECOND}
    assert space.methods() == ["PUT"]
    assert puts(space)[0].headers["If-Match"] == known.etag
    assert again.etag == space.etag(SECOND)
    assert again.sha256 != known.sha256


@pytest.mark.parametrize("data", [FIRST, SECOND])
def test_a_file_of_ours_from_an_earlier_set_up_is_taken_over(space: WebSpace, data: bytes) -> None:
    space.files[PATH] = FIRST
    delivered = put(space, data)
    assert space.files == {PATH: data}
    assert delivered.etag == space.etag(data)
    assert len(puts(space)) == (data != FIRST)


@pytest.mark.parametrize("there", [FOREIGN, b"<html>Willkommen</html>", b""])
def test_a_foreign_file_stays_untouched(space: WebSpace, there: bytes) -> None:
    space.files[PATH] = there
    problem = refused(space)
    assert (problem.code, problem.is_passing) == (ProblemCode.CHANGED_THERE, False)
    assert space.files == {PATH: there}
    assert not puts(space)


def test_our_file_edited_there_is_written_over(space: WebSpace) -> None:
    known = put(space, FIRST)
    space.files[PATH] = calendar("a", title="Von Hand")
    assert put(space, SECOND, known).etag == space.etag(SECOND)
    assert space.files == {PATH: SECOND}


def test_our_file_edited_there_is_put_right_even_if_the_plan_is_the_same(space: WebSpace) -> None:
    known = put(space, FIRST)
    space.files[PATH] = calendar("a", title="Von Hand")
    put(space, FIRST, known)
    assert space.files == {PATH: FIRST}


def test_a_foreign_file_in_the_place_of_ours_stays(space: WebSpace) -> None:
    known = put(space, FIRST)
    space.files[PATH] = FOREIGN
    assert refused(space, SECOND, known).code is ProblemCode.CHANGED_THERE
    assert space.files == {PATH: FOREIGN}


@pytest.mark.parametrize("data", [FIRST, SECOND])
def test_a_file_that_the_server_lost_is_brought_again(space: WebSpace, data: bytes) -> None:
    known = put(space, FIRST)
    space.files.clear()
    put(space, data, known)
    assert space.files == {PATH: data}


def test_a_file_that_changes_while_we_write_is_left_for_another_try(space: WebSpace) -> None:
    known = put(space, FIRST)

    def edit(asked: Asked) -> None:
        if asked.method == "PUT":
            space.files[PATH] = calendar("a", title=f"Von Hand {len(space.asked)}")

    space.before = edit
    problem = refused(space, SECOND, known)
    assert (problem.code, problem.is_passing) == (ProblemCode.CHANGED_THERE, True)


@pytest.mark.parametrize("prefix", ["", "W/"])
def test_servers_without_good_etags_are_served_but_never_blindly(space: WebSpace, prefix: str) -> None:
    usual = space.etag
    space.etag = lambda data: prefix and prefix + usual(data)
    known = put(space, FIRST)
    assert put(space, FIRST, known) == known
    known = put(space, SECOND, known)
    assert known.etag == space.etag(SECOND)
    space.files[PATH] = FOREIGN
    assert refused(space, FIRST, known).code is ProblemCode.CHANGED_THERE


def test_a_server_that_packs_its_answers_is_understood(space: WebSpace) -> None:
    known = put(space, FIRST)
    space.script["HEAD"] = [Said(200, headers={"ETag": f'W/{known.etag[:-1]}-gzip"'})]
    assert put(space, FIRST, known) == known
    assert all(asked.headers["Accept-Encoding"] == "identity" for asked in space.asked if asked.method == "GET")


def test_a_server_that_cannot_be_asked_for_heads_is_believed(space: WebSpace) -> None:
    known = put(space, FIRST)
    space.script["HEAD"] = [Said(405)]
    assert put(space, FIRST, known) == known


def test_another_address_is_another_place(space: WebSpace) -> None:
    elsewhere = replace(put(space, FIRST), href=space.address + "old.ics")
    space.files.clear()
    put(space, FIRST, elsewhere)
    assert space.files == {PATH: FIRST}


@pytest.mark.parametrize(
    ("said", "code", "is_passing"),
    [
        (Said(401), ProblemCode.PASSWORD, False),
        (Said(403), ProblemCode.FORBIDDEN, False),
        (Said(404), ProblemCode.NOT_FOUND, False),
        (Said(405), ProblemCode.NOT_WEBDAV, False),
        (Said(409), ProblemCode.NOT_FOUND, False),
        (Said(413), ProblemCode.TOO_BIG, False),
        (Said(418), ProblemCode.SERVER, False),
        (Said(423), ProblemCode.LOCKED, True),
        (Said(429, headers={"Retry-After": "100"}), ProblemCode.SERVER, True),
        (Said(500, b"<html>"), ProblemCode.SERVER, True),
        (Said(501), ProblemCode.NOT_WEBDAV, False),
        (Said(503), ProblemCode.SERVER, True),
        (Said(507), ProblemCode.SERVER_FULL, False),
        (Said(302, headers={"Location": "https://192.0.2.1/login"}), ProblemCode.REDIRECT, False),
        (Said(308, headers={"Location": "/elsewhere.ics"}), ProblemCode.REDIRECT, False),
        (Said(raw=b""), ProblemCode.UNREACHABLE, True),
        (Said(raw=b"\x00\xff\x00garbage\r\n\r\n"), ProblemCode.UNREACHABLE, True),
        (Said(raw=b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\nhalf"), ProblemCode.SERVER, True),
        (
            Said(raw=b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\nhalf"),
            ProblemCode.SERVER,
            True,
        ),
    ],
)
@pytest.mark.parametrize("is_first", [True, False])
def test_what_a_server_says_is_told_apart_and_tried_again_only_if_it_may_pass(
    space: WebSpace, said: Said, code: ProblemCode, is_passing: bool, is_first: bool
) -> None:
    known = None if is_first else put(space, FIRST)
    space.script["PUT"] = [said, said]  # a door that stays shut is knocked at twice
    problem = refused(space, SECOND, known)
    assert (problem.code, problem.is_passing) == (code, is_passing)
    assert space.files == ({} if is_first else {PATH: FIRST})


def test_a_redirect_tells_where_the_file_should_go(space: WebSpace) -> None:
    space.script["GET"] = [Said(301, headers={"Location": "/new.ics"})]
    assert refused(space).detail == f"301 {space.address}new.ics"


@pytest.mark.parametrize("answer", [Said(200, b"<html>Please log in</html>", {"Content-Type": "text/html"}), Said(201)])
def test_a_cheerful_server_that_keeps_nothing_is_found_out(space: WebSpace, answer: Said) -> None:
    space.script["PUT"] = [answer]
    assert refused(space).code is ProblemCode.NOT_WEBDAV


def test_a_cheerful_page_is_found_out_later_too(space: WebSpace) -> None:
    known = put(space, FIRST)
    space.files.clear()
    space.script["PUT"] = [Said(200, b"<html>Please log in</html>", {"Content-Type": "text/html"})]
    assert refused(space, SECOND, known).code is ProblemCode.NOT_WEBDAV


@pytest.mark.parametrize("login", ["Basic", "Digest"])
def test_name_and_password_go_out_as_the_server_asks(login: str) -> None:
    with WebSpace(login=login) as space:
        known = put(space, FIRST)
        put(space, SECOND, known)
        assert space.files == {PATH: SECOND}
        assert all(re.match(login, asked.headers["Authorization"]) for asked in space.asked)


@pytest.mark.parametrize("login", ["Basic", "Digest"])
def test_a_wrong_password_is_no_matter_of_time(login: str) -> None:
    with WebSpace(login=login) as space:
        with pytest.raises(DeliveryProblem) as caught:
            put(space, FIRST, None, WRONG)
        assert (caught.value.code, caught.value.is_passing) == (ProblemCode.PASSWORD, False)
        assert not space.asked


def test_the_password_stays_in_unless_it_is_asked_for(space: WebSpace) -> None:
    put(space, FIRST)
    assert not any("Authorization" in asked.headers for asked in space.asked)


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("http://example.org/plan.ics", ProblemCode.NOT_HTTPS),
        ("http://192.168.0.4/plan.ics", ProblemCode.NOT_HTTPS),
        ("ftp://example.org/plan.ics", ProblemCode.BAD_ADDRESS),
        ("https://lea:geheim@example.org/plan.ics", ProblemCode.BAD_ADDRESS),
        ("https://example.org:port/plan.ics", ProblemCode.BAD_ADDRESS),
        ("https://a..b/plan.ics", ProblemCode.BAD_ADDRESS),
        ("meine seite", ProblemCode.BAD_ADDRESS),
        ("", ProblemCode.BAD_ADDRESS),
    ],
)
def test_an_address_that_will_not_do_is_not_even_asked(address: str, code: ProblemCode) -> None:
    with pytest.raises(DeliveryProblem) as caught:
        put_file(address, USER, PASSWORD, FIRST, None)
    assert (caught.value.code, caught.value.is_passing) == (code, False)


def test_nobody_there_is_worth_another_try() -> None:
    with WebSpace() as space:
        pass
    problem = refused(space)
    assert (problem.code, problem.is_passing) == (ProblemCode.UNREACHABLE, True)


def test_radicale_takes_the_file_and_keeps_it_fresh(radicale: Radicale) -> None:
    address = f"{radicale.address}{radicale_server.USER}/web.ics"

    def bring(data: bytes, known: Delivered | None) -> Delivered:
        return put_file(address, radicale_server.USER, radicale_server.PASSWORD, data, known)

    def there() -> str:
        return radicale.ask("GET", f"/{radicale_server.USER}/web.ics")[1]

    known = bring(FIRST, None)
    assert there().count("SUMMARY:Post") == 2
    assert bring(FIRST, known) == known
    known = bring(SECOND, known)
    assert there().count("SUMMARY:Neu") == 2
    bring(calendar("a"), None)  # a new set-up finds its own events
    assert there().count("BEGIN:VEVENT") == 1
    with pytest.raises(DeliveryProblem, match="password"):
        put_file(address, radicale_server.USER, WRONG, FIRST, known)
    radicale.ask("DELETE", f"/{radicale_server.USER}/web.ics")
    bring(SECOND, known)
    assert there().count("SUMMARY:Neu") == 2
