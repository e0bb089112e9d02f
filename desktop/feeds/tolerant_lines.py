"""The property lines of a calendar file, however it was written: any bytes in, clean unfolded text out."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINE = re.compile(rb"[^\r\n]+")
_CONTROLS = re.compile("[\x00-\x08\x0a-\x1f\x7f]")
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def property_lines(data: bytes) -> Iterator[str]:
    """Every line that is not empty, unfolded and without control characters; line ends may be CR, LF or both.

    Lines are joined before they are decoded, as a fold may split a character. What is not UTF-8 (or UTF-16 with its
    mark) is taken for cp1252, line by line, as files glued together have both; UTF-8 that is damaged stays UTF-8.
    """
    if data.startswith(_UTF_16):
        data = data.decode("utf-16", "replace").encode("utf-8", "replace")
    pieces: list[bytes] = []
    for match in _LINE.finditer(data.removeprefix(codecs.BOM_UTF8)):
        line = match[0]
        if line[:1] in {b" ", b"\t"}:
            pieces.append(line[1:])
        else:
            if pieces:
                yield _text(b"".join(pieces))
            pieces = [line]
    if pieces:
        yield _text(b"".join(pieces))


def _text(line: bytes) -> str:
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError:
        text = line.decode("utf-8", "replace")
        lost = text.count("\ufffd")
        if sum(not each.isascii() for each in text) - lost <= lost:
            text = line.decode("cp1252", "replace")
    return _CONTROLS.sub("", text)
