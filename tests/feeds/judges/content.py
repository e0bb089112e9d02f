"""The content lines of an iCalendar file, read without any iCalendar library: bytes in, components and findings out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

_NAME = re.compile(r"[A-Za-z0-9-]+")
_DATE_TIME = re.compile(r"(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(Z?)")
_DATE = re.compile(r"(\d{4})(\d\d)(\d\d)")
_DURATION = re.compile(r"([+-]?)P(?=.)(?:(\d+)W|(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?)")
_CONTROL = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_BARE_LF = re.compile(rb"(?<!\r)\n")
_LONE_CR = re.compile(rb"\r(?!\n)")
_SCHEMES = {"http", "https", "mailto", "tel", "urn", "data", "ftp", "webcal"}
_LONGEST_LINE = 75  # octets (RFC 5545 3.1)
_LARGEST = 1_000_000  # bytes: Google refuses more


class Severity(StrEnum):
    """How bad a finding is."""

    ERROR = "error"  # breaks the RFC or a client
    WARNING = "warning"  # known to hurt a client
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong in a line of the file, 0 for the whole of it."""

    severity: Severity
    code: str
    line: int
    text: str


class Findings(list[Finding]):
    """Everything that was found so far."""

    def error(self, code: str, line: int, text: str) -> None:
        """Note what breaks the RFC or a client."""
        self.append(Finding(Severity.ERROR, code, line, text))

    def warn(self, code: str, line: int, text: str) -> None:
        """Note what is known to hurt a client."""
        self.append(Finding(Severity.WARNING, code, line, text))

    def note(self, code: str, line: int, text: str) -> None:
        """Note what is harmless."""
        self.append(Finding(Severity.NOTE, code, line, text))


@dataclass(frozen=True, slots=True)
class Property:
    """One content line; `value` is as written, still escaped."""

    name: str
    parameters: dict[str, list[str]]
    value: str
    line: int

    def parameter(self, name: str) -> str | None:
        """A parameter's first value."""
        return self.parameters[name][0] if name in self.parameters else None


@dataclass(slots=True)
class Component:
    """What lies between BEGIN and END."""

    name: str
    line: int
    properties: list[Property] = field(default_factory=list)
    parts: list[Component] = field(default_factory=list)

    def all(self, name: str) -> list[Property]:
        """Every property with this name."""
        return [each for each in self.properties if each.name == name]

    def one(self, name: str) -> Property | None:
        """The first property with this name."""
        return next((each for each in self.properties if each.name == name), None)

    def named(self, *names: str) -> list[Component]:
        """The parts with one of these names."""
        return [each for each in self.parts if each.name in names]


class Kind(StrEnum):
    """The kinds of time that a value may be."""

    DATE = "date"
    UTC = "utc"
    ZONED = "zoned"
    FLOATING = "floating"


def moment(stated: Property, value: str) -> tuple[Kind, datetime]:
    """One value of a property as kind and naive time. Raises ValueError for what is none."""
    is_date = (stated.parameter("VALUE") or "").upper() == "DATE"
    match = _DATE.fullmatch(value)
    if is_date or match:
        if match is None or not is_date:
            raise ValueError(f"{value!r} and VALUE=DATE do not go together")
        if "TZID" in stated.parameters:
            raise ValueError("TZID on a DATE value")
        year, month, day = map(int, match.groups())
        return Kind.DATE, datetime(year, month, day)
    match = _DATE_TIME.fullmatch(value)
    if match is None:
        raise ValueError(f"bad DATE-TIME {value!r}")
    year, month, day, hour, minute, second = map(int, match.groups()[:6])
    wall = datetime(year, month, day, hour, minute, second)
    if match[7]:
        if "TZID" in stated.parameters:
            raise ValueError("TZID together with a UTC value")
        return Kind.UTC, wall
    return (Kind.ZONED if "TZID" in stated.parameters else Kind.FLOATING), wall


def duration(value: str) -> timedelta:
    """A DURATION value. Raises ValueError for what is none."""
    match = _DURATION.fullmatch(value)
    if match is None:
        raise ValueError(f"bad DURATION {value!r}")
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in match.groups()[1:])
    size = timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)
    return -size if match[1] == "-" else size


def read(data: bytes) -> tuple[Component, Findings]:
    """The whole file as one component that holds its VCALENDARs, and what is wrong with its bytes and its nesting."""
    found = Findings()
    if data.startswith(b"\xef\xbb\xbf"):
        found.error("BOM", 1, "UTF-8 byte order mark")
        data = data[3:]
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        found.error("UTF16", 1, "UTF-16 file")
        return Component("FILE", 0), found
    for pattern, what in ((_BARE_LF, "a bare LF"), (_LONE_CR, "a lone CR")):
        match = pattern.search(data)
        if match:
            found.error("CRLF", 1 + data[: match.start()].count(b"\n"), f"a line ends in {what}")
    if not data.endswith(b"\r\n"):
        found.error("CRLF-END", data.count(b"\n"), "file does not end in CRLF")
    if len(data) > _LARGEST:
        found.warn("SIZE-1MB", 0, f"{len(data)} bytes")
    return _tree(list(_unfolded(data, found)), found), found


def _unfolded(data: bytes, found: Findings) -> Iterator[tuple[int, str]]:
    """The logical lines with their numbers."""
    raw = re.split(rb"\r\n|\n|\r", data)
    if raw[-1] == b"":
        raw.pop()
    logical: list[tuple[int, bytearray]] = []
    for number, line in enumerate(raw, start=1):
        _look_at_octets(raw, number, line, found)
        if line[:1] in {b" ", b"\t"}:
            if logical:
                logical[-1][1].extend(line[1:])
            else:
                found.error("FOLD-FIRST", number, "continuation line at the start")
        elif line:
            logical.append((number, bytearray(line)))
        else:
            found.error("EMPTY-LINE", number, "empty line")
    for number, octets in logical:
        yield number, octets.decode("utf-8", "replace")


def _look_at_octets(raw: Sequence[bytes], number: int, line: bytes, found: Findings) -> None:
    if len(line) > _LONGEST_LINE:
        found.error("FOLD75", number, f"line of {len(line)} octets")
    control = _CONTROL.search(line)
    if control:
        found.error("CTRL", number, f"control character 0x{control.group()[0]:02x}")
    if not _is_utf8(line):
        following = raw[number] if number < len(raw) else b""
        before = raw[number - 2] if number > 1 else b""
        is_split = (following[:1] in {b" ", b"\t"} and _is_utf8(line + following[1:])) or (
            line[:1] in {b" ", b"\t"} and _is_utf8(before + line[1:])
        )
        if is_split:
            found.warn("FOLD-SPLITS-CHAR", number, "a fold splits a multi-octet character")
        else:
            found.error("UTF8", number, "invalid UTF-8")


def _is_utf8(octets: bytes) -> bool:
    try:
        octets.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _tree(lines: list[tuple[int, str]], found: Findings) -> Component:
    root = Component("FILE", 0)
    stack = [root]
    for number, line in lines:
        if any("\x80" <= letter <= "\x9f" for letter in line):
            found.warn("C1", number, "C1 control character (U+0080..U+009F)")
        if "\u2028" in line or "\u2029" in line:
            found.warn("U2028", number, "Unicode line or paragraph separator")
        stated = _property(number, line, found)
        if stated is None:
            continue
        if stated.name == "BEGIN":
            part = Component(stated.value.upper(), number)
            stack[-1].parts.append(part)
            stack.append(part)
        elif stated.name == "END":
            _close(stack, stated, found)
        elif len(stack) == 1:
            found.error("OUTSIDE", number, f"{stated.name} outside a component")
        else:
            stack[-1].properties.append(stated)
    if len(stack) > 1:
        found.error("NEST", len(lines), f"BEGIN:{stack[-1].name} (line {stack[-1].line}) never closed")
    return root


def _close(stack: list[Component], stated: Property, found: Findings) -> None:
    name = stated.value.upper()
    if len(stack) == 1 or stack[-1].name != name:
        found.error("NEST", stated.line, f"END:{name} does not close BEGIN:{stack[-1].name} (line {stack[-1].line})")
        if name in {each.name for each in stack[1:]}:
            while stack[-1].name != name:
                stack.pop()
            stack.pop()
    else:
        stack.pop()


def _property(number: int, line: str, found: Findings) -> Property | None:
    try:
        name, parameters, value = _split(line)
    except ValueError as error:
        found.error("SYNTAX", number, f"{error}: {line[:60]!r}")
        return None
    if not _NAME.fullmatch(name):
        found.error("NAME", number, f"bad property name {name[:40]!r}")
        return None
    for parameter, values in parameters.items():
        if not _NAME.fullmatch(parameter):
            found.error("NAME", number, f"bad parameter name {parameter[:40]!r}")
        if not _SCHEMES.isdisjoint(each.lower() for each in values):
            found.error("PARAM-UNQUOTED", number, f"{name};{parameter}: an address without quotes, cut at its colon")
    return Property(name.upper(), parameters, value, number)


def _split(line: str) -> tuple[str, dict[str, list[str]], str]:
    """NAME *(;PARAMETER=VALUE[,VALUE]) : VALUE in its pieces. Raises ValueError."""
    match = re.match(r"[^;:]*", line)
    at = match.end() if match else 0
    name = line[:at]
    parameters: dict[str, list[str]] = {}
    while line[at : at + 1] == ";":
        equals = at + 1
        while line[equals : equals + 1] not in {"=", ":", ";", ""}:
            equals += 1
        if line[equals : equals + 1] != "=":
            raise ValueError(f"parameter without value: {line[at + 1 : equals]!r}")
        values = parameters.setdefault(line[at + 1 : equals].upper(), [])
        at = equals
        while line[at : at + 1] in {"=", ","}:
            value, at = _parameter_value(line, at + 1)
            values.append(value)
    if line[at : at + 1] != ":":
        raise ValueError("no colon")
    return name, parameters, line[at + 1 :]


def _parameter_value(line: str, at: int) -> tuple[str, int]:
    if line[at : at + 1] == '"':
        end = line.find('"', at + 1)
        if end < 0:
            raise ValueError("unterminated quote in parameter")
        if line[end + 1 : end + 2] not in {",", ";", ":"}:
            raise ValueError("text after a quoted parameter value")
        return line[at + 1 : end], end + 1
    end = at
    while line[end : end + 1] not in {",", ";", ":", ""}:
        end += 1
    if '"' in line[at:end]:
        raise ValueError("stray quote in parameter value")
    return line[at:end], end
