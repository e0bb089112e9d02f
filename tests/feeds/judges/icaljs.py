"""ical.js, the parser inside Thunderbird, called where Node.js and the module are installed."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from tests.feeds.judges.instances import Instance, Unread

_SCRIPT = Path(__file__).with_name("icaljs.mjs")


@cache
def module() -> Path | None:
    """The module's file: in the environment of the tests, or on NODE_PATH; None where it or Node.js is missing."""
    if shutil.which("node") is None:
        return None
    named = [Path(folder) for folder in os.environ.get("NODE_PATH", "").split(os.pathsep) if folder]
    places = [folder / "ical.js" / "dist" / "ical.js" for folder in (Path(sys.prefix, "node_modules"), *named)]
    return next((place for place in places if place.is_file()), None)


def by_icaljs(data: bytes, first: datetime, last: datetime) -> Iterator[Instance]:
    """What ical.js reads."""
    file = module()
    if file is None:
        raise Unread("ical.js is not here")
    window = [str(int(when.replace(tzinfo=UTC).timestamp())) for when in (first, last)]
    done = subprocess.run(
        ["node", str(_SCRIPT), str(file), *window],  # noqa: S607 - found by which()
        input=data,
        capture_output=True,
        check=False,
        timeout=60,
    )
    if done.returncode:
        raise Unread(f"ical.js: {done.stderr.decode(errors='replace').strip()[-400:]}")
    for line in done.stdout.decode().splitlines():
        yield Instance(*json.loads(line))
