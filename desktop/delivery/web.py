"""One visit to a web server: https only, certificates checked, nothing hangs, nothing is followed blindly.

It stands on niquests, which the package caldav brings, because that checks certificates against the store of the
system on Windows, macOS and Linux alike; the standard library knows no authorities in a Python of python.org on macOS.
`SSL_CERT_FILE` in the environment replaces the system's store, as it does for other programs, and the system's proxies
count. Two habits of niquests are switched off: it would ask the authorities about revoked certificates, and move on to
HTTP/3, and a visit shall talk to the owner's server alone.
"""

from __future__ import annotations

import ipaddress
import os
import re
import socket
import threading
from collections.abc import Callable, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass, field
from typing import Self
from urllib.parse import SplitResult, unquote, urljoin, urlsplit, urlunsplit
from urllib.request import getproxies, proxy_bypass

import niquests
from niquests.auth import AuthBase, HTTPBasicAuth, HTTPDigestAuth
from niquests.utils import create_resolver

from desktop.delivery.problems import DeliveryProblem, ProblemCode

AGENT = "Wochenwerk"
CONNECT_SECONDS = 6.0
SILENCE_SECONDS = 12.0  # how long a server may say nothing
WHOLE_SECONDS = 30.0  # how long one answer may take, however eagerly it trickles
MOST_BYTES = 20_000_000  # of one answer, unpacked; a listing of 10,000 events is 4 MB

_HTTPS_IN_DISGUISE = {"webcal", "webcals", "davs", "caldavs"}
_PIECE = 65_536
_STATUS_CODES = {
    401: ProblemCode.PASSWORD,
    403: ProblemCode.FORBIDDEN,
    404: ProblemCode.NOT_FOUND,
    405: ProblemCode.NOT_WEBDAV,
    409: ProblemCode.NOT_FOUND,  # a folder above it is missing (RFC 4918 9.7.1)
    410: ProblemCode.NOT_FOUND,
    412: ProblemCode.CHANGED_THERE,
    413: ProblemCode.TOO_BIG,
    423: ProblemCode.LOCKED,
    501: ProblemCode.NOT_WEBDAV,
    507: ProblemCode.SERVER_FULL,
}


def checked_address(text: str, *, takes_http: bool = False) -> str:
    """Return the address that will be asked: https, or http on this computer alone; the scheme may be left out.

    `takes_http` lets http pass everywhere, for looking at what everybody may see. Raises DeliveryProblem: BAD_ADDRESS
    for what is none, or holds a name or password, NOT_HTTPS.
    """
    text = text.strip()
    if "://" not in text:
        text = f"https://{text}"
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname or "", parts.port
        host.encode("idna")
    except ValueError as error:  # a port that is no number, a label that is empty or too long
        raise DeliveryProblem(ProblemCode.BAD_ADDRESS, str(error)) from error
    scheme = "https" if parts.scheme.lower() in _HTTPS_IN_DISGUISE else parts.scheme.lower()
    if not host or parts.username is not None or scheme not in {"http", "https"} or re.search(r"\s", text):
        raise DeliveryProblem(ProblemCode.BAD_ADDRESS)
    if scheme == "http" and not takes_http and not is_here(host):
        raise DeliveryProblem(ProblemCode.NOT_HTTPS, host)
    return urlunsplit(SplitResult(scheme, parts.netloc, parts.path or "/", parts.query, ""))


def is_here(host: str) -> bool:
    """Tell whether a host's name means this computer."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def status_problem(status: int, detail: str = "") -> DeliveryProblem:
    """The problem that a refusing status means."""
    said = f"{status} {detail}".strip()
    if 300 <= status < 400:
        return DeliveryProblem(ProblemCode.REDIRECT, said)
    if status in _STATUS_CODES:
        return DeliveryProblem(_STATUS_CODES[status], said)
    # a server in trouble or under load may be well again; one that does not understand will not learn it
    return DeliveryProblem(ProblemCode.SERVER, said, is_passing=status >= 500 or status in {408, 425, 429})


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered, whole. `headers` do not mind upper and lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes = field(repr=False)
    address: str

    @property
    def content_type(self) -> str:
        """The media type alone, in small letters, "" if none was given."""
        return self.headers.get("Content-Type", "").partition(";")[0].strip().lower()

    @property
    def etag(self) -> str:
        """The ETag as it was given, "" for none."""
        return self.headers.get("ETag", "")

    def refused(self) -> DeliveryProblem:
        """The problem that this answer means."""
        if "Location" in self.headers and 300 <= self.status < 400:
            with suppress(ValueError):  # it need not be an address
                return status_problem(self.status, urljoin(self.address, self.headers["Location"]))
        return status_problem(self.status, urlsplit(self.address).hostname or "")


class Visit:
    """Asks one server after another, one at a time, and lets go of them at the end of a `with`.

    The name and password go out only when a server asks for them, as Digest if it knows that, else as Basic, and only
    to `home`, the origin they are meant for. `seconds` and `most_bytes` limit each answer, unpacked; `takes_http` as in
    `checked_address`.
    """

    def __init__(
        self,
        home: str = "",
        user: str = "",
        password: str = "",
        *,
        seconds: float = WHOLE_SECONDS,
        most_bytes: int = MOST_BYTES,
        takes_http: bool = False,
    ) -> None:
        self._home = _origin(home)
        self._most_bytes = most_bytes
        self._takes_http = takes_http
        self._user = user
        self._password = password
        self._seconds = seconds
        self._auth: AuthBase | None = None
        self._is_over = False
        self._connections = _Connections()
        self._session = niquests.Session(
            resolver=self._connections.resolver,
            disable_http3=True,
            keepalive_delay=None,
            retries=0,
            revocation_configuration=None,
        )
        self._session.trust_env = False  # no passwords from a .netrc; the rest of the environment is looked at here

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._session.close()
        self._connections.close()

    def ask(
        self, method: str, address: str, data: bytes | None = None, headers: Mapping[str, str] | None = None
    ) -> Answer:
        """Ask once and read the whole answer, whatever its status. Redirects are answers like others.

        Raises DeliveryProblem: BAD_ADDRESS, NOT_HTTPS, UNREACHABLE, TIMEOUT, CERTIFICATE, SERVER, TOO_BIG.
        """
        address = checked_address(address, takes_http=self._takes_http)
        is_home = _origin(address) == self._home
        answer = self._ask(method, address, data, headers, self._auth if is_home else None)
        if answer.status == 401 and is_home and self._auth is None and self._user:
            self._auth = self._asked_for(answer)
            return self._ask(method, address, data, headers, self._auth)
        return answer

    def _asked_for(self, answer: Answer) -> AuthBase:
        schemes = re.findall(r"(?:^|,)\s*([a-z]+)(?=\s|,|$)", answer.headers.get("WWW-Authenticate", ""), re.IGNORECASE)
        if "digest" in {scheme.lower() for scheme in schemes}:
            return HTTPDigestAuth(self._user, self._password)
        return HTTPBasicAuth(self._user.encode(), self._password.encode())

    def _ask(
        self, method: str, address: str, data: bytes | None, headers: Mapping[str, str] | None, auth: AuthBase | None
    ) -> Answer:
        host = urlsplit(address).hostname or ""
        if self._is_over:
            raise DeliveryProblem(ProblemCode.TIMEOUT, host)
        clock = threading.Timer(self._seconds, self.hang_up)
        clock.daemon = True
        clock.start()
        try:
            response = self._session.request(
                method,
                address,
                data=data,
                headers={"User-Agent": AGENT, **(headers or {})},
                auth=auth,
                timeout=(CONNECT_SECONDS, SILENCE_SECONDS),
                allow_redirects=False,
                proxies={} if is_here(host) or proxy_bypass(host) else _proxies(),
                verify=os.environ.get("SSL_CERT_FILE") or True,
                stream=True,
            )
            body = self._read(response)
        except (niquests.RequestException, OSError, ValueError) as error:
            raise self._problem(error, host) from error
        finally:
            clock.cancel()
            clock.join()
        return Answer(response.status_code or 0, response.headers, body, address)

    def _read(self, response: niquests.Response) -> bytes:
        body = bytearray()
        with closing(response):
            for piece in response.iter_content(_PIECE):
                body += piece
                if len(body) > self._most_bytes:
                    raise DeliveryProblem(ProblemCode.TOO_BIG, urlsplit(response.url or "").hostname or "")
        return bytes(body)

    def hang_up(self) -> None:
        """End the visit from another thread: whoever asks gets a TIMEOUT at once, now and later."""
        self._is_over = True
        self._connections.hang_up()

    def _problem(self, error: Exception, host: str) -> DeliveryProblem:
        if self._is_over or isinstance(error, niquests.Timeout):
            return DeliveryProblem(ProblemCode.TIMEOUT, host)
        if isinstance(error, niquests.exceptions.SSLError) and "CERTIFICATE_VERIFY_FAILED" in str(error):
            why = re.search(r"certificate verify failed: ([^(\n]*)", str(error))
            return DeliveryProblem(ProblemCode.CERTIFICATE, f"{host}: {why[1].strip()}" if why else host)
        if isinstance(error, niquests.exceptions.InvalidURL):
            return DeliveryProblem(ProblemCode.BAD_ADDRESS, host)
        if isinstance(error, niquests.ConnectionError | OSError) and not isinstance(
            error, niquests.exceptions.ChunkedEncodingError | niquests.exceptions.ContentDecodingError
        ):
            return DeliveryProblem(ProblemCode.UNREACHABLE, host)
        return DeliveryProblem(ProblemCode.SERVER, host)


class _Connections:
    """Second handles on a session's connections, so that they can be cut; TLS takes the first ones away."""

    def __init__(self) -> None:
        self._made: list[socket.socket] = []
        self.resolver = create_resolver(None)  # the system's
        connect: Callable[..., socket.socket] = self.resolver.create_connection

        def remember(*args: object, **kwargs: object) -> socket.socket:
            made = connect(*args, **kwargs)
            self._made.append(made.dup())
            return made

        self.resolver.create_connection = remember

    def hang_up(self) -> None:
        """Cut every connection; whoever reads from one gets an end at once."""
        for made in list(self._made):
            with suppress(OSError):  # the other side was faster
                made.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Let go of the handles."""
        while self._made:
            self._made.pop().close()


def _proxies() -> dict[str, str]:
    return {scheme: proxy for scheme, proxy in getproxies().items() if scheme in {"http", "https", "all"}}


def _origin(address: str) -> tuple[str, str, int | None]:
    parts = urlsplit(address)
    return parts.scheme, parts.hostname or "", parts.port


def if_match(etag: str) -> dict[str, str]:
    """The condition that a thing is still this one; none for a weak ETag, which never matches (RFC 9110 13.1.1)."""
    return {"If-Match": etag} if etag and not etag.startswith("W/") else {}


def bare_etag(etag: str) -> str:
    """An ETag without what servers add when they pack an answer."""
    return etag.removeprefix("W/").strip('"').removesuffix("-gzip").removesuffix(";gzip")


def last_name(href: str) -> str:
    """The last piece of an address's path, without its escapes."""
    return unquote(urlsplit(href).path.rstrip("/").rpartition("/")[2])
