"""This machine's settings: one declared table, kept as INI in the config folder.

Unknown or broken values fall back to their default. The plan's own settings travel with the plan (`db.plan`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, Generic, TypeVar
from zoneinfo import ZoneInfo

from PySide6.QtCore import QByteArray, QLocale, QSettings, QTimeZone

from desktop import paths

T = TypeVar("T")

LANGUAGES = ("de", "en")
THEMES = ("system", "light", "dark")
TEXT_SCALES = (100, 125, 150, 175, 200)
HOUR_HEIGHTS = (0, 1, 28, 36, 44, 56, 72, 96, 128)
MOST_RECENT = 6
MOST_EXPORTS = 20  # plans whose last export is remembered


@dataclass(frozen=True, slots=True)
class Setting(Generic[T]):
    """One value: its key in the file, its default, and how stored text becomes a value (ValueError = broken)."""

    key: str
    default: T
    read: Callable[[Any], T]


def _one_of(*allowed: str) -> Callable[[Any], str]:
    def read(value: object) -> str:
        if value not in allowed:
            raise ValueError(value)
        return str(value)

    return read


def _flag(value: object) -> bool:
    return _one_of("true", "false")(str(value).lower()) == "true"


def _scale(value: object) -> int:
    number = int(str(value))
    if number not in TEXT_SCALES:
        raise ValueError(value)
    return number


def _hour_height(value: object) -> int:
    number = int(str(value))
    if number not in HOUR_HEIGHTS:
        raise ValueError(value)
    return number


def _port(value: object) -> int:
    number = int(str(value))
    if not 0 <= number <= 65_535:
        raise ValueError(value)
    return number


def _bytes(value: object) -> QByteArray:
    if not isinstance(value, QByteArray):
        raise TypeError(value)
    return value


def _instant(value: object) -> str:
    text = str(value)
    if text and datetime.fromisoformat(text).tzinfo is None:
        raise ValueError(value)
    return text


LANGUAGE = Setting("language", "", _one_of("", *LANGUAGES))  # "" follows the system
THEME = Setting("theme", "system", _one_of(*THEMES))
TEXT_SCALE = Setting("text_scale", 100, _scale)
REDUCED_MOTION = Setting("reduced_motion", False, _flag)
HIGH_CONTRAST = Setting("high_contrast", False, _flag)
LAST_PLAN = Setting("last_plan", "", str)
RECENT_PLANS = Setting("recent_plans", "", str)  # a line per path, the last one opened first
LAST_EXPORTS = Setting("last_exports", "", str)  # a line per plan: day, events, path; the last one first
WINDOW = Setting("window", QByteArray(), _bytes)
# px an hour in the week at 100 % text; 0 fits the working hours, 1 the whole day
HOUR_HEIGHT = Setting("hour_height", 0, _hour_height)
TRAY_OPEN = Setting("tray_open", True, _flag)
SUBSCRIPTION = Setting("subscription", False, _flag)  # whether programs on this computer can read the feeds
SUBSCRIPTION_PORT = Setting("subscription_port", 0, _port)  # 0 until a free one was found
MACHINE = Setting("machine", "", str)  # who this computer is to plans that lie on several, see Settings.machine
TIMER_SEEN = Setting("timer_seen", "", _instant)  # when somebody last touched the window while the timer ran


class Settings:
    """Reads and writes the settings file; every write is on disk when `write` returns."""

    def __init__(self) -> None:
        self._file = QSettings(str(paths.settings_file()), QSettings.Format.IniFormat)
        self._for_now: dict[str, object] = {}

    def value(self, setting: Setting[T]) -> T:
        """The stored value, or the default when there is none or it is broken."""
        stored = self._for_now.get(setting.key, self._file.value(setting.key))
        if stored is None:
            return setting.default
        try:
            return setting.read(stored)
        except (ValueError, TypeError):
            return setting.default

    def write(self, setting: Setting[T], value: T) -> None:
        """Store a value."""
        self._for_now.pop(setting.key, None)
        self._file.setValue(setting.key, value)
        self._file.sync()

    def assume(self, setting: Setting[T], value: T | None) -> None:
        """Let a value of the command line, if there is one, hold until the user chooses another or the program ends."""
        if value is not None:
            self._for_now[setting.key] = value

    def plan_file(self, asked: Path | None) -> Path:
        """The plan to work on: the one asked for, else the last opened one, else the standard place."""
        if asked is not None:
            return asked.resolve()
        last = self.value(LAST_PLAN)
        return Path(last) if last and Path(last).exists() else paths.standard_plan()

    def recent_plans(self) -> tuple[Path, ...]:
        """The plans that were open lately, the last one first, whether they are still there or not."""
        return tuple(Path(line) for line in self.value(RECENT_PLANS).splitlines() if line)

    def remember_plan(self, path: Path, instead_of: Path | None = None) -> None:
        """Begin with this plan next time, and list it first; `instead_of` is where it lay before."""
        others = [each for each in self.recent_plans() if each not in {path, instead_of}]
        self.write(LAST_PLAN, str(path))
        self.write(RECENT_PLANS, "\n".join(map(str, [path, *others][:MOST_RECENT])))

    def last_export(self, plan: Path) -> tuple[date, int] | None:
        """On which day a plan was last exported from this machine, and how many events; None for never."""
        return next((export for path, export in self._exports() if path == plan), None)

    def remember_export(self, plan: Path, day: date, events: int) -> None:
        """Remember that a plan was exported."""
        others = [(path, export) for path, export in self._exports() if path != plan]
        kept = [(plan, (day, events)), *others][:MOST_EXPORTS]
        lines = [f"{when.isoformat()} {count} {path}" for path, (when, count) in kept]
        self.write(LAST_EXPORTS, "\n".join(lines))

    def _exports(self) -> list[tuple[Path, tuple[date, int]]]:
        found = []
        for line in self.value(LAST_EXPORTS).splitlines():
            day, _, rest = line.partition(" ")
            count, _, path = rest.partition(" ")
            try:
                found.append((Path(path), (date.fromisoformat(day), int(count))))
            except ValueError:
                continue
        return found

    def machine(self) -> str:
        """Who this computer is, in a word that no other has: its name and a few letters of chance, made once."""
        known = self.value(MACHINE)
        if not known:
            import platform  # noqa: PLC0415 - once in the life of a computer, like the next ones
            import re  # noqa: PLC0415
            import secrets  # noqa: PLC0415

            name = re.sub(r"\W+", "-", platform.node().partition(".")[0]).strip("-")
            known = f"{name or 'computer'}-{secrets.token_hex(3)}"
            self.write(MACHINE, known)
        return known

    def language(self) -> str:
        """The chosen language, else the system's: German for German and for a system without one, else English."""
        chosen = self.value(LANGUAGE)
        if chosen:
            return chosen
        return "de" if QLocale.system().name()[:2] in {"de", "C"} else "en"


def machine_zone() -> str:
    """The machine's IANA zone; Berlin where it has none that is known."""
    name = bytes(QTimeZone.systemTimeZoneId().data()).decode()
    try:
        return ZoneInfo(name).key
    except (ValueError, OSError, KeyError):
        return "Europe/Berlin"
