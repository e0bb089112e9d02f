"""What can go wrong when a calendar is brought somewhere, in codes; `desktop.feed_words` has the sentences."""

from __future__ import annotations

from enum import StrEnum

from db.feed_records import Delivered


class ProblemCode(StrEnum):
    """Why a calendar did not arrive."""

    UNREACHABLE = "unreachable"  # no such host, refused, dropped, offline
    TIMEOUT = "timeout"
    CERTIFICATE = "certificate"  # expired, for another host, or signed by nobody the system trusts
    NOT_HTTPS = "not_https"
    BAD_ADDRESS = "bad_address"  # not an address at all
    PASSWORD = "password"  # noqa: S105  # the name of a problem, not a secret
    NO_PASSWORD = "no_password"  # noqa: S105
    NO_KEYRING = "no_keyring"
    FORBIDDEN = "forbidden"
    NOT_WEBDAV = "not_webdav"  # the server takes no files there
    NOT_FOUND = "not_found"
    CHANGED_THERE = "changed_there"  # something lies there that is not ours, or it changes again and again
    LOCKED = "locked"
    SERVER = "server"  # an answer that makes no sense, or the server's own failure
    SERVER_FULL = "server_full"
    NOT_A_CALENDAR = "not_a_calendar"
    TOO_BIG = "too_big"
    REDIRECT = "redirect"
    FOLDER_MISSING = "folder_missing"
    FOLDER_CLOSED = "folder_closed"
    DISK_FULL = "disk_full"
    PORT_TAKEN = "port_taken"
    NOTHING = "nothing"  # there is nothing to bring
    STOPPED = "stopped"  # whoever asked for it wants it to end


PASSING = frozenset(
    {
        ProblemCode.UNREACHABLE,
        ProblemCode.TIMEOUT,
        ProblemCode.LOCKED,
        ProblemCode.SERVER,
        ProblemCode.FOLDER_MISSING,
        ProblemCode.DISK_FULL,
        ProblemCode.PORT_TAKEN,
    }
)


class DeliveryProblem(Exception):
    """A calendar did not arrive, or not all of it.

    `detail` is what the other side said (a host, a status, a path), for the log and the small print, "" for nothing.
    `is_passing` tells whether the same thing is worth trying again later without the user doing anything.
    `delivered` is everything known to lie there now, after what was done before the problem.
    """

    def __init__(
        self,
        code: ProblemCode,
        detail: str = "",
        *,
        is_passing: bool | None = None,
        delivered: tuple[Delivered, ...] = (),
    ) -> None:
        super().__init__(f"{code}: {detail}" if detail else str(code))
        self.code = code
        self.detail = detail
        self.is_passing = code in PASSING if is_passing is None else is_passing
        self.delivered = delivered
