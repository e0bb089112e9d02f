"""What can be typed after `wochenwerk`: the window's options and every subcommand's."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from db.records import Week
from desktop import __version__

_NOTHING_ASKED = {"plan": None, "demo": False, "language": None, "theme": None, "command": None}


def parse(argv: list[str]) -> argparse.Namespace:
    """Read the command line; `command` is None for the window. Exits with 2 and the usage when it makes no sense."""
    if not argv:
        return argparse.Namespace(**_NOTHING_ASKED)  # a click on the icon waits for no grammar
    return grammar().parse_args(argv)


def grammar() -> argparse.ArgumentParser:
    """All that can be typed."""
    top = argparse.ArgumentParser(
        prog="wochenwerk",
        description="Editorial calendar that plans posts and hours in one week. Opens the window without a subcommand.",
    )
    top.add_argument("--version", action="version", version=f"Wochenwerk {__version__}")
    top.add_argument("--theme", choices=("system", "light", "dark"), default=None, help="colours of the window")
    top.set_defaults(**_NOTHING_ASKED)
    _common(top)
    commands = top.add_subparsers(dest="command", metavar="SUBCOMMAND")

    def command(name: str, purpose: str) -> argparse.ArgumentParser:
        sub = commands.add_parser(name, help=purpose, description=purpose.capitalize() + ".")
        _common(sub)
        return sub

    export = command("export", "write the plan as one iCalendar file")
    export.add_argument("out", type=Path, metavar="OUT.ics")
    export.add_argument("--platform", action="append", default=[], metavar="KEY", help="only this one; may be repeated")
    export.add_argument("--only", choices=("posts", "work"))
    export.add_argument("--from", dest="first", type=_day, metavar="DATE", help="first day, 2026-11-23")
    export.add_argument("--to", dest="last", type=_day, metavar="DATE", help="last day, 2026-11-29")
    export.add_argument("--privacy", choices=("full", "titles", "busy"), default="full")

    table = command("import", "read posts from a table, a plan from our calendar file, busy times from any")
    table.add_argument("file", type=Path, metavar="FILE")
    table.add_argument("--as", dest="kind", choices=("plan", "busy", "figures"))
    table.add_argument("--dry-run", action="store_true", help="only tell what would happen")

    budget = command("budget", "show how a week stands against its budgets")
    budget.add_argument("--week", type=_week, metavar="2026-W48")
    budget.add_argument("--json", action="store_true")

    picture = command("picture", "paint a view of the window into a PNG file")
    picture.add_argument("out", type=Path, metavar="OUT.png")
    picture.add_argument("--view", default="week")
    picture.add_argument("--week", type=_week, metavar="2026-W48")
    picture.add_argument("--size", type=_size, default=(1440, 900), metavar="1440x900")
    picture.add_argument("--theme", choices=("light", "dark"), default=argparse.SUPPRESS, help="light if none is given")

    backup = command("backup", "save the plan and its pictures in one ZIP file")
    backup.add_argument("out", type=Path, metavar="OUT.zip")
    restore = command("restore", "put a backup in the plan's place; the replaced plan is kept beside it")
    restore.add_argument("file", type=Path, metavar="FILE")
    command("check", "tell whether the plan is sound")
    command("feeds", "write every configured feed file now")
    serve = command("serve", "serve the feeds on this computer")
    serve.add_argument("--port", type=_port, metavar="N", help="0 for any free one; usually the one of last time")
    return top


def _common(parser: argparse.ArgumentParser) -> None:
    given_before_stays = argparse.SUPPRESS
    parser.add_argument("--plan", type=Path, metavar="FILE", default=given_before_stays, help="the plan file")
    parser.add_argument("--demo", action="store_true", default=given_before_stays, help="a throw-away sample plan")
    parser.add_argument("--language", choices=("de", "en"), default=given_before_stays, help="language of all words")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is no date; write 2026-11-23") from error


def _week(text: str) -> Week:
    try:
        return Week.parse(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is no week; write 2026-W48") from error


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > 65_535:
        raise argparse.ArgumentTypeError(f"{text!r} is no port; write a number up to 65535")
    return int(text)


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    if not (width.isdecimal() and height.isdecimal() and all(100 <= int(side) <= 8000 for side in (width, height))):
        raise argparse.ArgumentTypeError(f"{text!r} is no size from 100x100 to 8000x8000; write 1440x900")
    return int(width), int(height)
