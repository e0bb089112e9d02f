"""The plan as one iCalendar file, and files that are written whole or not at all."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QTranslator

from db.derived_uids import nothing_uid
from db.errors import PlanExists
from db.feed_records import Feed
from db.media import belongs_to
from db.records import Activity, Board, Plan, PlatformKind, Revision, Status
from desktop import paths, wording
from desktop.exchange import Refused
from desktop.feeds import ical
from desktop.feeds.scope import Scope, scope_of
from desktop.feeds.words import Words

Speaker = Callable[[str, str], str]  # from the context and the English words to a language's own
translate = QCoreApplication.translate


def recipe(plan: Plan) -> ical.Recipe:
    """How the feeds of a plan are written: in the plan's language, so that whoever writes them writes the same."""
    return ical.Recipe(_words(_speaker(plan.language)))


def calendar_bytes(board: Board, counters: Mapping[str, Revision], scope: Scope) -> bytes:
    """The file's content, in the language spoken now. `board` holds the whole plan."""
    return ical.calendar(board, counters, scope, _words(translate), board.plan.name, _today(board))


def calendar_parts(
    board: Board,
    counters: Mapping[str, Revision],
    scope: Scope,
    step: Callable[[int, int], None] = lambda _done, _of_all: None,
) -> tuple[ical.Part, ...]:
    """The same in files that every program takes whole, in the order of their days; `step` as in `ical.parts`."""
    return ical.parts(board, counters, scope, _words(translate), board.plan.name, _today(board), step)


def feed_bytes(board: Board, counters: Mapping[str, Revision], feed: Feed, today: date) -> bytes:
    """A feed's file, in the plan's language. `board` holds at least the weeks that the feed shows."""
    name = feed_title(board.plan, feed)
    return recipe(board.plan).written(board, counters, scope_of(feed, today), name, today).data


def feed_title(plan: Plan, feed: Feed) -> str:
    """What other programs call a feed: it stands among the owner's other calendars."""
    return f"{plan.name}: {feed.name}"


def count_of(board: Board, files: Sequence[ical.Part]) -> int:
    """How many events of the plan the files hold: the line that says that there are none is not one."""
    count = sum(part.events for part in files)
    return 0 if count == 1 and nothing_uid(board.plan.created_at).encode() in files[0].data else count


def write_whole(out: Path, data: bytes, plan: Path) -> None:
    """Put `data` in the file's place in one step. Raises Refused; the old file stays then.

    The files of the plan at `plan` are never overwritten. What is no file, a pipe or a device, is written into.
    """
    if belongs_to(out, plan):
        raise Refused(wording.problem(PlanExists(out)))
    target = out.resolve()
    part = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        if target.exists() and not target.is_file():
            target.write_bytes(data)
            return
        with part.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
    except OSError as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise Refused(_cannot_write(out)) from error


def _today(board: Board) -> date:
    return datetime.now(UTC).astimezone(ZoneInfo(board.plan.zone)).date()


def _speaker(language: str) -> Speaker:
    """Translates into a language that need not be the one spoken now."""
    translator = QTranslator()
    translator.load(f"wochenwerk_{language}.qm", str(paths.resource("i18n")))
    return lambda context, source: translator.translate(context, source) or source


def _words(translate: Speaker) -> Words:
    return Words(
        statuses={
            Status.IDEA: translate("Words", "Idea"),
            Status.DRAFT: translate("Words", "Draft"),
            Status.REVIEW: translate("Words", "Review"),
            Status.SCHEDULED: translate("Words", "Scheduled"),
            Status.PUBLISHED: translate("Words", "Published"),
            Status.SKIPPED: translate("Words", "Skipped"),
            Status.HELD: translate("Words", "Held"),
        },
        activities={
            Activity.PLANNING: translate("Words", "Planning"),
            Activity.CREATION: translate("Words", "Creation"),
            Activity.INTERACTION: translate("Words", "Interaction"),
            Activity.MONITORING: translate("Words", "Monitoring"),
        },
        months=_months(translate),
        moment=translate("Feeds", "{day} {month_short} {year}, {hour}:{minute:02d}"),
        busy=translate("Feeds", "Busy"),
        nothing=translate("Feeds", "No entries"),
        untitled=translate("Words", "Untitled"),
        post=translate("Feeds", "Post"),
        work=translate("Feeds", "Work block"),
        campaign=translate("Feeds", "Campaign"),
        occasion=translate("Feeds", "Occasion"),
        closed=translate("Feeds", "Closed"),
        also=translate("Feeds", "Also on"),
        owner=translate("Feeds", "Responsible"),
        approver=translate("Feeds", "Approval"),
        note=translate("Feeds", "Note"),
        serves=translate("Feeds", "For"),
        colours=_colours(),
    )


def _months(translate: Speaker) -> tuple[str, ...]:
    names = (
        translate("Dates", "January"),
        translate("Dates", "February"),
        translate("Dates", "March"),
        translate("Dates", "April"),
        translate("Dates", "May"),
        translate("Dates", "June"),
        translate("Dates", "July"),
        translate("Dates", "August"),
        translate("Dates", "September"),
        translate("Dates", "October"),
        translate("Dates", "November"),
        translate("Dates", "December"),
    )
    return tuple(name[:3] for name in names)


def _colours() -> dict[PlatformKind, str]:
    """The platforms' colours as the window has them on white."""
    tokens = json.loads(paths.resource("tokens.json").read_text(encoding="utf-8"))
    return {kind: tokens["platforms"][kind]["light"]["strong"] for kind in PlatformKind}


def _cannot_write(out: Path) -> str:
    sentence = translate("Commands", "{file} cannot be written. Check the folder, its rights and the free space.")
    return sentence.format(file=out)
