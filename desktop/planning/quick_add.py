"""Quick add: one line becomes a post or a work block, in German and English at once.

Recognised are days (`Do`, `Thursday`, `nächsten Di`, `morgen`, `24.12.`, `24/12`, `24. Dezember`, `2026-12-24`), weeks
(`KW 48`, `next week`), times (`14:30`, `9.30`, `14 Uhr`, `2pm`, `um 9`, `9:30–11:00`), lengths (`45min`, `1,5h`,
`1h30`, `0:45 h`), platforms (`#instagram`, `@ig`), statuses (`!entwurf`), formats (`#reel`, or `Reel:` in front) and,
as the first word of the rest, an activity, which makes it a block. What is not recognised is the title.

Where a word could be both, these rules decide:

- Of each sort the first one counts, later ones are words of the title; there may be several platforms. A weekday right
  beside a date only repeats it.
- A weekday is the next one from today on, today included unless the time given is past; on a slot of another week than
  the present it is that of the slot's week. `next` means that of next week.
- Short weekdays (`Do`, `So`, `Sun`) and `heute`, `morgen` count beside something recognised, as the last word with a
  capital letter, and as the first word before a capital letter or digit: "So Adventskaffee", not "So schmeckt es".
- Whole weekdays count but after an article or in a name: "jeden Freitag", "Black Friday".
- Times after `ab`, `bis`, `from` … and lengths after `in`, `unter`, `within` … belong to the title.
- `10.12` is a date wherever it can be one, `9.30` is a time. Day comes before month unless only the reverse exists.
- A bare number is a time after `um` and `at`, and from 6 to 23 right after a day: "Do 14", not "Do 3 Fragen".
- A date without a year is the next one from today on, a week without a year likewise.
- A time without a day is today's, or tomorrow's once it is past.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.planning import quick_words as words
from desktop.planning.quick_line import Line, Span, TokenKind
from desktop.planning.quick_meaning import Meaning

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date, datetime

    from db.records import Activity, Platform, Status

__all__ = ["QuickAdd", "QuickKind", "Span", "TokenKind", "understand"]


class QuickKind(StrEnum):
    """What the line makes."""

    POST = "post"
    BLOCK = "block"


@dataclass(frozen=True, slots=True)
class QuickAdd:
    """What a line means.

    `day` and `minute` (of the day) are None together: an idea. `duration` is a block's length or a post's effort in
    minutes, None if the line does not say. `platform_ids` are in the order written, empty if none is named.
    `activity` is set for blocks only. `status` and `format_key` are None unless named. `spans` are in order.
    """

    day: date | None
    minute: int | None
    duration: int | None
    platform_ids: tuple[int, ...]
    kind: QuickKind
    activity: Activity | None
    status: Status | None
    format_key: str | None
    title: str
    spans: tuple[Span, ...]


def understand(
    text: str,
    now: datetime,
    platforms: Sequence[Platform],
    default_minute: int,
    default_day: date | None = None,
) -> QuickAdd:
    """Read a line; anything can be read. `now` is wall clock.

    `default_minute` is the time of day where a day but no time is given, `default_day` (that of the slot where the
    line was opened) the day where none is given; without it a line with neither day nor time makes an idea.
    """
    line = Line(text)
    meaning = Meaning(line, now, platforms)
    for word in line.words():
        _read(line, meaning, word.start(), _SURE)
    # Twice, for what is believed only because of what is believed behind it.
    for word in (*line.words(), *line.words()):
        _read(line, meaning, word.start(), _BELIEVED)
    for span in tuple(line.spans):
        if span.kind in {TokenKind.DAY, TokenKind.WEEK}:
            _read(line, meaning, line.next_start(span.end), _AFTER_DAYS)
    for word in line.words():
        _read(line, meaning, word.start(), _FIRST)
        break
    day = meaning.day(default_day)
    return QuickAdd(
        day=day,
        minute=default_minute if meaning.minute is None and day is not None else meaning.minute,
        duration=meaning.duration,
        platform_ids=tuple(meaning.platform_ids),
        kind=QuickKind.POST if meaning.activity is None else QuickKind.BLOCK,
        activity=meaning.activity,
        status=meaning.status,
        format_key=meaning.format_key,
        title=line.title(),
        spans=tuple(line.spans),
    )


def _read(line: Line, meaning: Meaning, start: int, grammar: Sequence[_Rule]) -> None:
    """Recognise what begins here, by the first rule that makes sense of it."""
    for kind, pattern, take in grammar:
        match = pattern.match(line.text, start)
        if match is None or line.is_taken(match.start(), match.end()):
            continue
        if (grammar is not _BELIEVED or _is_believed(line, match)) and take(meaning, match):
            line.note(match.start(), match.end(), kind)
            return


def _is_believed(line: Line, match: re.Match[str]) -> bool:
    """Tell whether what may also be words of the title stands where days are written."""
    if line.follows(match.start()) or line.precedes(match.end()):
        return True
    after = line.text[line.next_start(match.end()) :]
    if not line.text[: match.start()].strip():
        return not after or after[0].isupper() or after[0].isdigit()
    return not after and match[0][0].isupper()


def _any_of(names: Sequence[str]) -> str:
    return "(?:" + "|".join(sorted(names, key=len, reverse=True)) + ")"


_Rule = tuple[TokenKind, "re.Pattern[str]", "Callable[[Meaning, re.Match[str]], bool]"]


def _rule(kind: TokenKind, take: Callable[[Meaning, re.Match[str]], bool], *pattern: str) -> _Rule:
    return kind, re.compile("".join(pattern) + _END, re.IGNORECASE), take


_END = r"(?=$|[\s,;)]|[.!?:](?:\s|$))"
_NO_UNIT = r"(?!\s*(?:min|mins|minuten?|minutes?|h|std|stunden?|hours?|hrs?|%|€)(?:\b|(?<=\W)))"
_AT = r"(?:um|at|@)\s*"
_ON = r"(?:(?:am|on|den)\s+)?"
_DAY, _NUMBER_OF_MONTH, _YEAR = r"(?P<day>\d{1,2})", r"(?P<month>\d{1,2})", r"(?P<year>\d{4}|\d{2})"
_YEAR_APART = r"\s+(?P<year>(?:19|20)\d\d)" + _NO_UNIT
_NO_YEAR, _NO_MINUTE = "(?P<year>(?!))?", "(?P<minute>(?!))?"
_MONTH = rf"(?P<month>{_any_of(list(words.MONTHS))})\b\.?"
_WEEKDAY = rf"(?P<weekday>{_any_of(list(words.WEEKDAYS))})\b\.?"
_HOUR, _MINUTE = r"(?P<hour>\d{1,2})", r"(?P<minute>\d{2})"
_HOURS, _MINUTES = r"(?P<hours>\d{1,2})\s*", r"(?P<minutes>\d{1,2})\s*"
_SURE: tuple[_Rule, ...] = (
    _rule(TokenKind.PLATFORM, Meaning.take_platform, r"[#@](?P<name>\w(?:[\w.-]*\w)?)"),
    _rule(TokenKind.FORMAT, Meaning.take_format, r"#(?P<name>\w+)"),
    _rule(TokenKind.PLATFORM, Meaning.take_begun_platform, r"[#@](?P<name>\w(?:[\w.-]*\w)?)"),
    _rule(TokenKind.STATUS, Meaning.take_status, r"!(?P<name>\w+)"),
    _rule(TokenKind.DAY, Meaning.take_date, _ON, r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})"),
    _rule(TokenKind.DAY, Meaning.take_date, _ON, _DAY, r"\.\s?", _NUMBER_OF_MONTH, r"\.", _YEAR),
    _rule(TokenKind.DAY, Meaning.take_date, _ON, _DAY, r"\.\s?", _NUMBER_OF_MONTH, r"\.", _YEAR_APART),
    _rule(TokenKind.DAY, Meaning.take_date, _ON, _DAY, r"\.\s?", _NUMBER_OF_MONTH, r"\.", _NO_YEAR),
    _rule(TokenKind.DAY, Meaning.take_date, _ON, _DAY, "/", _NUMBER_OF_MONTH, rf"(?:/{_YEAR})?"),
    _rule(TokenKind.DAY, Meaning.take_named_date, _ON, _DAY, r"\.?\s*", _MONTH, "(?:", _YEAR_APART, ")?"),
    _rule(
        TokenKind.DAY,
        Meaning.take_named_date,
        _ON,
        _MONTH,
        r"\s+",
        _DAY,
        r"(?:st|nd|rd|th)?(?:,?",
        _YEAR_APART,
        ")?",
    ),
    _rule(
        TokenKind.WEEK,
        Meaning.take_week,
        r"(?:in\s+)?(?:KW|Woche|week|wk)\s*(?P<week>\d{1,2})(?:/(?P<year>\d{4}))?",
    ),
    _rule(TokenKind.DAY, Meaning.take_next_weekday, _ON, _any_of(words.NEXT), r"\s+", _WEEKDAY),
    _rule(TokenKind.DAY, Meaning.take_weekday, r"(?:(?P<on>am|on|this|diesen|kommenden|coming)\s+)?", _WEEKDAY),
    _rule(TokenKind.DURATION, Meaning.take_hours_and_minutes, r"(?P<hours>\d{1,2}):(?P<minutes>\d{2})\s*h"),
    _rule(TokenKind.DURATION, Meaning.take_hours_and_minutes, _HOURS, r"h(?P<minutes>\d{2})"),
    _rule(
        TokenKind.DURATION,
        Meaning.take_hours_and_minutes,
        _HOURS,
        r"(?:h|std\.?)\s*",
        _MINUTES,
        r"min(?:\.|uten|utes)?",
    ),
    _rule(
        TokenKind.DURATION,
        Meaning.take_hours,
        r"(?P<hours>\d{1,2}(?:[.,]\d{1,2})?)\s*(?:h|std\.?|stunden?|hours?|hrs?\.?)",
    ),
    _rule(TokenKind.DURATION, Meaning.take_minutes, r"(?P<minutes>\d{1,4})\s*min(?:s|uten?|utes?)?\.?"),
    _rule(
        TokenKind.TIME,
        Meaning.take_time_range,
        rf"(?P<at>{_AT})?",
        _HOUR,
        rf"(?:[:.]{_MINUTE})?\s*[–-]\s*",
        r"(?P<hour2>\d{1,2})(?:[:.](?P<minute2>\d{2}))?(?:\s*(?P<clock>Uhr))?",
        _NO_UNIT,
    ),
    _rule(
        TokenKind.TIME,
        Meaning.take_half_day_time,
        rf"(?:{_AT})?",
        _HOUR,
        rf"(?::{_MINUTE})?(?P<half>[ap]m|\s?pm|\s?[ap]\.m\.)",
    ),
    _rule(TokenKind.TIME, Meaning.take_time, rf"(?:{_AT})?", _HOUR, ":", _MINUTE, r"(?:\s*Uhr)?"),
    _rule(TokenKind.TIME, Meaning.take_time, _AT, _HOUR, r"\.", _MINUTE, r"(?:\s*Uhr)?"),
    _rule(TokenKind.TIME, Meaning.take_time, _HOUR, r"\.", _MINUTE, r"\s*Uhr"),
    _rule(TokenKind.TIME, Meaning.take_time, rf"(?:{_AT})?", _HOUR, _NO_MINUTE, r"\s*Uhr"),
    _rule(TokenKind.TIME, Meaning.take_time, _AT, _HOUR, _NO_MINUTE, _NO_UNIT),
    _rule(TokenKind.DAY, Meaning.take_date, _ON, _DAY, r"\.", _NUMBER_OF_MONTH, _NO_YEAR, _NO_UNIT),
    _rule(TokenKind.TIME, Meaning.take_time, _HOUR, r"\.", _MINUTE, _NO_UNIT),
)
_BELIEVED: tuple[_Rule, ...] = (
    _rule(TokenKind.WEEK, Meaning.take_next_week, r"(?:nächste[rn]?\s+Woche|next\s+week)"),
    _rule(TokenKind.DAY, Meaning.take_relative_day, rf"(?P<name>{_any_of(list(words.RELATIVE_DAYS))})"),
    _rule(TokenKind.DAY, Meaning.take_short_weekday, _WEEKDAY),
)
_AFTER_DAYS: tuple[_Rule, ...] = (_rule(TokenKind.TIME, Meaning.take_hour, _HOUR, _NO_MINUTE, _NO_UNIT),)
_FIRST: tuple[_Rule, ...] = (
    _rule(TokenKind.ACTIVITY, Meaning.take_activity, r"(?P<name>\w+)(?P<colon>:?)"),
    _rule(TokenKind.FORMAT, Meaning.take_headed_format, r"(?P<name>\w+)(?P<colon>:?)"),
)
