"""What a program asks over HTTP, read strictly: nothing is guessed, and nothing is decoded into a path."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

_LINE = re.compile(r"([A-Z]{1,20}) ([\x21-\x7e]{1,8000}) HTTP/1\.([01])")
_FIELD = re.compile(r"([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*(.*?)[ \t]*")
_MOST_FIELDS = 100
_ONLY_ONCE = {"host", "content-length", "origin", "if-modified-since"}


class BadRequest(Exception):
    """It is none, or asks for what is not spoken here; `status` says it in the words of HTTP."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


@dataclass(frozen=True, slots=True)
class Request:
    """A request without a body. `fields` are by name in lower case; `stays` tells whether more may follow it."""

    method: str
    target: str
    minor: int
    fields: Mapping[str, str]

    @property
    def stays(self) -> bool:
        """Whether the other side wants to ask more over the same connection."""
        wishes = {wish.strip().lower() for wish in self.fields.get("connection", "").split(",")}
        has_body = "transfer-encoding" in self.fields or self.fields.get("content-length", "0") != "0"
        return not has_body and "close" not in wishes and (self.minor == 1 or "keep-alive" in wishes)


def parsed(head: bytes) -> Request:
    """The request that begins with this head, its empty line included. Raises BadRequest."""
    first, *lines = head.decode("latin-1").removesuffix("\r\n\r\n").split("\r\n")
    line = _LINE.fullmatch(first)
    if line is None:
        raise BadRequest(505 if re.search(r" HTTP/(?!1\.)[\d.]+$", first) else 414 if len(first) > 8000 else 400)
    if len(lines) > _MOST_FIELDS:
        raise BadRequest(431)
    fields: dict[str, str] = {}
    for each in lines:
        field = _FIELD.fullmatch(each)
        if field is None:
            raise BadRequest(400)
        name, value = field[1].lower(), field[2]
        if name in fields and name in _ONLY_ONCE:
            raise BadRequest(400)
        fields[name] = f"{fields[name]}, {value}" if name in fields else value
    return Request(line[1], line[2], int(line[3]), fields)
