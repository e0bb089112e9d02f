"""A published address looked at as calendar programs do: who will see the plan there, and how old it is."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import trustme

from desktop.delivery import self_check
from desktop.delivery.self_check import Finding, FindingCode, Reader, Report, Sight, look, nearness
from tests.delivery.few_events import calendar
from tests.delivery.radicale_server import Radicale
from tests.delivery.web_space import Said, WebSpace

WEEK = calendar("a", "b")
PATH = "/plan.ics"
NEAR = {FindingCode.NOT_HTTPS, FindingCode.THIS_COMPUTER}  # what every server of the tests has to hear


@pytest.fixture
def space() -> Iterator[WebSpace]:
    with WebSpace() as server:
        server.files[PATH] = WEEK
        yield server


def looked(space: WebSpace, expected: bytes | None = WEEK, path: str = PATH) -> Report:
    return look(space.address + path[1:], expected)


def codes(report: Report) -> set[FindingCode]:
    return {finding.code for finding in report.findings} - NEAR


def readers(report: Report, sight: Sight) -> set[Reader]:
    return {verdict.reader for verdict in report.verdicts if verdict.sight is sight}


def test_the_plan_is_found_and_programs_on_this_computer_will_see_it(space: WebSpace) -> None:
    space.script["GET"] = [
        Said(200, WEEK, {"Content-Type": "text/calendar", "Last-Modified": "Tue, 24 Nov 2026 08:00:00 GMT"})
    ]
    report = looked(space)
    assert {finding.code for finding in report.findings} == NEAR | {FindingCode.CURRENT}
    assert readers(report, Sight.YES) == {Reader.OUTLOOK, Reader.APPLE, Reader.THUNDERBIRD}
    assert readers(report, Sight.NO) == {Reader.GOOGLE, Reader.OUTLOOK_COM}
    assert (report.events, report.size) == (2, len(WEEK))
    assert report.newest == datetime(2026, 1, 1, 8, tzinfo=UTC)
    assert report.stored_at == datetime(2026, 11, 24, 8, tzinfo=UTC)


def test_no_password_is_ever_sent(space: WebSpace) -> None:
    looked(space)
    assert not any("Authorization" in asked.headers for asked in space.asked)


@pytest.mark.parametrize(
    ("said", "finding"),
    [
        (Said(401), Finding(FindingCode.PASSWORD, "401")),
        (Said(403), Finding(FindingCode.FORBIDDEN, "403")),
        (Said(404), Finding(FindingCode.NOT_FOUND, "404")),
        (Said(410), Finding(FindingCode.NOT_FOUND, "410")),
        (Said(500, b"<html>"), Finding(FindingCode.SERVER, "500")),
        (Said(204), Finding(FindingCode.SERVER, "204")),
        (Said(raw=b""), Finding(FindingCode.UNREACHABLE, "127.0.0.1")),
        (Said(200, b"<!DOCTYPE html><p>Datei teilen"), Finding(FindingCode.PAGE)),
        (Said(200, b"\r\n  <html>", {"Content-Type": "text/calendar"}), Finding(FindingCode.PAGE)),
        (Said(200, b""), Finding(FindingCode.NOT_A_CALENDAR, "END:VCALENDAR")),
        (Said(200, WEEK[:-8]), Finding(FindingCode.NOT_A_CALENDAR, "END:VCA")),
        (Said(200, WEEK[: len(WEEK) // 2]), Finding(FindingCode.NOT_A_CALENDAR, "END:VCALENDAR")),
        (Said(200, WEEK + WEEK), Finding(FindingCode.NOT_A_CALENDAR, "BEGIN:VCALENDAR")),
        (Said(200, WEEK.replace(b"END:VEVENT", b"END:VTODO", 1)), Finding(FindingCode.NOT_A_CALENDAR, "END:VTODO")),
        (Said(300, headers={"Location": "http://[nowhere"}), Finding(FindingCode.SERVER, "300")),
        (Said(302, headers={"Location": PATH}), Finding(FindingCode.SERVER, "302")),
    ],
)
def test_nobody_sees_what_cannot_be_read(space: WebSpace, said: Said, finding: Finding) -> None:
    space.script["GET"] = [said]
    report = looked(space)
    if said.status == 302:  # followed
        assert codes(report) == {FindingCode.CURRENT}
        return
    assert report.findings[-1] == finding
    assert readers(report, Sight.NO) == set(Reader)
    assert (report.events, report.newest) == (0, None)


@pytest.mark.parametrize(
    "broken", [WEEK.replace(b"BEGIN:VEVENT", b"BEGIN VEVENT"), b"\xef\xbb\xbf" + WEEK, b"\xff" + WEEK]
)
def test_broken_lines_are_seen(space: WebSpace, broken: bytes) -> None:
    space.files[PATH] = broken
    assert codes(looked(space)) == {FindingCode.NOT_A_CALENDAR}


def test_redirects_come_to_an_end(space: WebSpace) -> None:
    space.script["GET"] = [Said(301, headers={"Location": PATH})] * 4
    assert codes(looked(space)) == {FindingCode.REDIRECT}
    assert len(space.asked) == 4


def test_a_date_that_no_calendar_has_is_none(space: WebSpace) -> None:
    late = f"Tue, 24 Nov {'9' * 30} 08:00:00 GMT"
    space.script["GET"] = [Said(200, WEEK, {"Content-Type": "text/calendar", "Last-Modified": late})]
    report = looked(space)
    assert report.stored_at is None
    assert codes(report) == {FindingCode.CURRENT}


def test_the_address_that_answers_is_told(space: WebSpace) -> None:
    space.script["GET"] = [Said(307, headers={"Location": PATH})]
    report = looked(space, path="/short")
    assert report.address == space.address + PATH[1:]
    assert codes(report) == {FindingCode.CURRENT}


@pytest.mark.parametrize("address", ["", "ftp://example.org/plan.ics", "https://lea:geheim@example.org/plan.ics"])
def test_what_is_no_address_is_not_asked(address: str) -> None:
    report = look(address, WEEK)
    assert codes(report) == {FindingCode.BAD_ADDRESS}
    assert readers(report, Sight.NO) == set(Reader)


def test_a_calendar_with_too_much_in_it_is_not_read_to_the_end(
    space: WebSpace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(self_check, "MOST_BYTES", 100)
    assert codes(looked(space)) == {FindingCode.TOO_BIG}


def test_big_calendars_lose_events_at_google(space: WebSpace) -> None:
    space.files[PATH] = calendar(*(str(n) for n in range(1001)), title="x" * 900)
    report = looked(space, None)
    assert codes(report) == {FindingCode.MANY_EVENTS, FindingCode.MANY_BYTES}
    assert report.events == 1001
    google = next(verdict for verdict in report.verdicts if verdict.reader is Reader.GOOGLE)
    assert FindingCode.MANY_EVENTS not in google.because  # this computer's address is the greater hindrance


def test_small_faults_are_told_with_whom_they_hinder(space: WebSpace) -> None:
    space.files["/plan"] = WEEK.replace(b"VERSION", b"METHOD:REQUEST\r\nVERSION")
    space.kind = "text/plain; charset=utf-8"
    report = looked(space, path="/plan")
    assert set(report.findings) >= {
        Finding(FindingCode.NO_ENDING),
        Finding(FindingCode.CONTENT_TYPE, "text/plain"),
        Finding(FindingCode.METHOD, "REQUEST"),
    }
    outlook = next(verdict for verdict in report.verdicts if verdict.reader is Reader.OUTLOOK)
    assert (outlook.sight, outlook.because) == (Sight.PARTLY, (FindingCode.METHOD,))


def test_a_calendar_without_events_may_look_broken(space: WebSpace) -> None:
    space.files[PATH] = calendar()
    report = looked(space, None)
    assert codes(report) == {FindingCode.EMPTY}
    assert readers(report, Sight.PARTLY) == {Reader.OUTLOOK}


@pytest.mark.parametrize(
    ("robots", "is_banned"),
    [
        ("User-agent: *\nDisallow: /\n", True),
        ("User-agent: Googlebot\nDisallow: /plan.ics\n", True),
        ("User-agent: *\nDisallow: /private/\n", False),
        ("User-agent: Bingbot\nDisallow: /\n", False),
        ("<html>Seite nicht gefunden</html>", False),
        ("User-agent: *\nCrawl-delay: ²\nDisallow: http://[\n", False),
        ("", False),
    ],
)
def test_a_ban_in_robots_txt_is_found(space: WebSpace, robots: str, is_banned: bool) -> None:
    space.script["GET"] = [
        Said(200, WEEK, {"Content-Type": "text/calendar"}),
        Said(200, robots.encode(), {"Content-Type": "text/plain"}),
    ]
    assert (FindingCode.ROBOTS in codes(looked(space))) == is_banned


def test_a_page_in_the_place_of_robots_txt_is_no_ban(space: WebSpace) -> None:
    ban = Said(200, b"User-agent: *\nDisallow: /\n", {"Content-Type": "text/html"})
    space.script["GET"] = [Said(200, WEEK, {"Content-Type": "text/calendar"}), ban]
    assert FindingCode.ROBOTS not in codes(looked(space))


@pytest.mark.parametrize(
    ("there", "expected", "whose"),
    [
        (WEEK, WEEK, FindingCode.CURRENT),
        (calendar("b", "a", product="-//Cloud//EN"), WEEK, FindingCode.CURRENT),  # the same events in other words
        (WEEK, calendar("a", "b", sequence=1), FindingCode.OLDER),
        (WEEK, calendar("a", "b", "c"), FindingCode.OLDER),
        (calendar("a", "b", "c"), WEEK, FindingCode.OLDER),
        (calendar("a"), calendar("b"), FindingCode.OLDER),  # nothing in common, but written by us
        (calendar("a", product="-//Cloud//EN"), calendar("b"), FindingCode.OTHER),
    ],
)
def test_whose_calendar_it_is(space: WebSpace, there: bytes, expected: bytes, whose: FindingCode) -> None:
    space.files[PATH] = there
    report = looked(space, expected)
    assert codes(report) == {whose}
    assert (readers(report, Sight.NO) == set(Reader)) == (whose is FindingCode.OTHER)


@pytest.mark.parametrize(
    ("addresses", "near"),
    [
        ({"127.0.0.1", "::1"}, FindingCode.THIS_COMPUTER),
        ({"192.168.178.20"}, FindingCode.THIS_NETWORK),
        ({"10.0.0.2", "fe80::1%eth0"}, FindingCode.THIS_NETWORK),
        ({"fd00::2", "127.0.0.1"}, FindingCode.THIS_NETWORK),
        ({"93.184.215.14"}, None),
        ({"192.168.178.20", "2a00:1450:4001:80b::200e"}, None),
        (set(), None),
    ],
)
def test_servers_of_others_reach_only_public_addresses(addresses: set[str], near: FindingCode | None) -> None:
    assert nearness(addresses) is near


def test_a_certificate_that_does_not_fit_hides_the_plan_from_all(authority: trustme.CA) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    with WebSpace(tls=context) as space:
        report = looked(space)
    assert codes(report) == {FindingCode.CERTIFICATE}
    assert readers(report, Sight.NO) == set(Reader)


def test_over_https_only_the_near_address_hinders(
    authority: trustme.CA, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    authority.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    with WebSpace(tls=context) as space:
        space.files[PATH] = WEEK
        report = looked(space)
        assert [finding.code for finding in report.findings] == [FindingCode.THIS_COMPUTER, FindingCode.CURRENT]
        space.script["GET"] = [Said(302, headers={"Location": "http://192.0.2.1/plan.ics"})]
        assert looked(space).findings[-1] == Finding(FindingCode.REDIRECT, "http://192.0.2.1/plan.ics")


def test_a_server_with_a_login_hides_the_plan(radicale: Radicale) -> None:
    assert codes(look(radicale.new_calendar("hidden"), WEEK)) == {FindingCode.PASSWORD}
