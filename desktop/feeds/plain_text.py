"""Texts as calendar programs take them: without what breaks a file, and no longer than they keep."""

from __future__ import annotations

import re

LINE_LENGTH = 250  # Outlook keeps 255 UTF-16 units
TEXT_LENGTH = 7500  # Google keeps 8,192 characters
_UNSAFE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_LINE_ENDS = re.compile("\r\n|[\r\x85\u2028\u2029]")


def clean(text: str, length: int = TEXT_LENGTH) -> str:
    """The text without control characters, lone surrogates and blanks around it, cut to so many characters."""
    if not text.isprintable():  # most titles and names are, and there are thousands
        text = _UNSAFE.sub("", _LINE_ENDS.sub("\n", text))
    plain = text.strip()
    return plain if len(plain) <= length else plain[: length - 1].rstrip() + "…"


def line(text: str) -> str:
    """The text on one line, as names and titles stand."""
    return clean(text.replace("\u00ad", ""), LINE_LENGTH).replace("\n", " ")


def paragraphs(*parts: str) -> str:
    """Those that say anything, each once."""
    return "\n\n".join(dict.fromkeys(part for part in map(clean, parts) if part))
