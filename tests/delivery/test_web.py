"""The way onto the network: whom it trusts, how long it waits, how much it reads."""

from __future__ import annotations

import gzip
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import trustme

from desktop.delivery import web
from desktop.delivery.problems import DeliveryProblem, ProblemCode
from desktop.delivery.web import Visit, checked_address
from tests.delivery.web_space import PASSWORD, USER, Said, WebSpace


@contextmanager
def speaking(say: Callable[[socket.socket], None]) -> Iterator[str]:
    """A server that reads a request and then does as it likes; yields its address."""
    listening = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        with suppress(OSError):
            connection, _ = listening.accept()
            with connection:
                connection.recv(65_536)
                say(connection)

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/"
    finally:
        with suppress(OSError):
            listening.shutdown(socket.SHUT_RDWR)
        listening.close()
        thread.join()


def trickle(connection: socket.socket) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    for _ in range(200):
        connection.sendall(b"x")
        time.sleep(0.05)


def trickle_body(connection: socket.socket) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
    for _ in range(200):
        connection.sendall(b"x")
        time.sleep(0.05)


def keep_silent(connection: socket.socket) -> None:
    connection.settimeout(10)
    connection.recv(1)


@pytest.mark.parametrize("say", [trickle, trickle_body, keep_silent])
def test_a_server_that_does_not_come_to_an_end_is_left(say: Callable[[socket.socket], None]) -> None:
    with speaking(say) as address, Visit(seconds=0.5) as visit:
        began = time.monotonic()
        with pytest.raises(DeliveryProblem) as caught:
            visit.ask("GET", address)
        assert (caught.value.code, caught.value.is_passing) == (ProblemCode.TIMEOUT, True)
        assert time.monotonic() - began < 3


def test_a_silent_server_is_left_before_the_time_is_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "SILENCE_SECONDS", 0.3)
    with speaking(keep_silent) as address, Visit() as visit:
        with pytest.raises(DeliveryProblem) as caught:
            visit.ask("GET", address)
        assert caught.value.code is ProblemCode.TIMEOUT


def test_a_visit_can_be_ended_from_outside() -> None:
    with speaking(keep_silent) as address, Visit() as visit:
        threading.Timer(0.2, visit.hang_up).start()
        for _ in range(2):  # and it stays ended
            with pytest.raises(DeliveryProblem) as caught:
                visit.ask("GET", address)
            assert caught.value.code is ProblemCode.TIMEOUT


def test_nobody_reads_more_than_the_limit() -> None:
    packed = gzip.compress(b"0" * 5_000_000)

    def bomb(connection: socket.socket) -> None:
        head = f"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: {len(packed)}\r\n\r\n"
        connection.sendall(head.encode() + packed)

    with speaking(bomb) as address, Visit(most_bytes=1_000_000) as visit:
        with pytest.raises(DeliveryProblem) as caught:
            visit.ask("GET", address)
        assert caught.value.code is ProblemCode.TOO_BIG


def test_huge_headers_are_refused() -> None:
    def boast(connection: socket.socket) -> None:
        with suppress(OSError):
            connection.sendall(b"HTTP/1.1 200 OK\r\nX-Huge: " + b"x" * 10_000_000)

    with speaking(boast) as address, Visit() as visit, pytest.raises(DeliveryProblem):
        visit.ask("GET", address)


def test_one_connection_serves_a_whole_visit() -> None:
    callers = set()
    with WebSpace() as space, Visit() as visit:
        space.files["/a"] = b"x" * 200_000
        for _ in range(5):
            assert visit.ask("GET", space.address + "a").body == space.files["/a"]
            callers |= {made.getsockname() for made in visit._connections._made}
    assert len(callers) == 1


def server_context(certificate: trustme.LeafCert) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate.configure_cert(context)
    return context


def asked_over_tls(certificate: trustme.LeafCert) -> int:
    with WebSpace(tls=server_context(certificate)) as space, Visit(space.address, USER, PASSWORD) as visit:
        space.files["/a.ics"] = b"x"
        return visit.ask("GET", space.address + "a.ics").status


@pytest.fixture
def trusted(authority: trustme.CA, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the system trust the authority of the tests."""
    authority.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))


@pytest.mark.usefixtures("trusted")
def test_a_certificate_of_a_trusted_authority_is_taken(authority: trustme.CA) -> None:
    assert asked_over_tls(authority.issue_cert("127.0.0.1")) == 200


def refused_certificate(certificate: trustme.LeafCert) -> str:
    with pytest.raises(DeliveryProblem) as caught:
        asked_over_tls(certificate)
    assert (caught.value.code, caught.value.is_passing) == (ProblemCode.CERTIFICATE, False)
    return caught.value.detail


def test_a_certificate_of_an_unknown_authority_is_not(authority: trustme.CA) -> None:
    assert "127.0.0.1: " in refused_certificate(authority.issue_cert("127.0.0.1"))


@pytest.mark.usefixtures("trusted")
def test_a_certificate_for_another_host_is_not(authority: trustme.CA) -> None:
    assert "127.0.0.1" in refused_certificate(authority.issue_cert("example.org"))


@pytest.mark.usefixtures("trusted")
def test_a_certificate_that_has_run_out_is_not(authority: trustme.CA) -> None:
    yesterday = datetime.now(UTC) - timedelta(days=1)
    certificate = authority.issue_cert("127.0.0.1", not_before=yesterday - timedelta(days=9), not_after=yesterday)
    assert "expired" in refused_certificate(certificate)


def test_a_server_without_tls_is_not_spoken_to_in_the_open() -> None:
    with WebSpace() as space, Visit() as visit:
        with pytest.raises(DeliveryProblem) as caught:
            visit.ask("GET", space.address.replace("http:", "https:"))
        assert caught.value.code is ProblemCode.UNREACHABLE
        assert not space.asked


def test_the_password_goes_to_its_own_server_alone() -> None:
    with (
        WebSpace(login="Basic") as home,
        WebSpace(login="Basic") as other,
        Visit(home.address, USER, PASSWORD) as visit,
    ):
        assert visit.ask("GET", home.address).status == 404
        assert visit.ask("GET", other.address).status == 401
        assert not other.asked


def test_a_password_file_of_other_programs_is_not_used(own_home: Path) -> None:
    (own_home / ".netrc").write_text(f"machine 127.0.0.1 login {USER} password {PASSWORD}\n", encoding="utf-8")
    with WebSpace(login="Basic") as space, Visit(space.address) as visit:
        assert visit.ask("GET", space.address).status == 401


def test_redirects_are_answers() -> None:
    with WebSpace() as space, Visit() as visit:
        space.script["GET"] = [Said(302, headers={"Location": "/there"})]
        assert visit.ask("GET", space.address).status == 302
        assert space.methods() == ["GET"]


def test_proxies_of_the_system_are_used_but_not_for_this_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    with WebSpace() as proxy, WebSpace() as space, Visit(takes_http=True) as visit:
        monkeypatch.setenv("http_proxy", proxy.address)
        visit.ask("GET", "http://plan.example/a.ics")
        assert proxy.asked[0].path == "http://plan.example/a.ics"
        visit.ask("GET", space.address)
        assert len(proxy.asked) == 1
        assert len(space.asked) == 1


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("cloud.example.org", "https://cloud.example.org/"),
        (" https://cloud.example.org/a.ics ", "https://cloud.example.org/a.ics"),
        ("webcal://cloud.example.org/a.ics?export", "https://cloud.example.org/a.ics?export"),
        ("HTTPS://cloud.example.org:8443/a#b", "https://cloud.example.org:8443/a"),
        ("http://localhost:5232", "http://localhost:5232/"),
        ("http://[::1]:5232/a", "http://[::1]:5232/a"),
        ("https://käse.example/", "https://käse.example/"),
    ],
)
def test_addresses_are_completed(text: str, address: str) -> None:
    assert checked_address(text) == address
