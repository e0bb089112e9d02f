"""Where things lie on this machine and inside the program."""

from __future__ import annotations

from pathlib import Path

import platformdirs

import resources

PLAN_SUFFIX = ".wochenwerk"


def resource(*parts: str) -> Path:
    """A shipped file or folder, in the source tree as in an installed or frozen program."""
    return Path(resources.__path__[0]).joinpath(*parts)


def settings_file() -> Path:
    """This machine's settings (INI)."""
    return Path(platformdirs.user_config_dir("Wochenwerk", appauthor=False)) / "settings.ini"


def standard_plan() -> Path:
    """Where the plan lies unless the user puts it elsewhere."""
    return Path(platformdirs.user_data_dir("Wochenwerk", appauthor=False)) / f"Plan{PLAN_SUFFIX}"


def cache_folder() -> Path:
    """What can be made again at any time."""
    return Path(platformdirs.user_cache_dir("Wochenwerk", appauthor=False))


def log_file() -> Path:
    """The log of failures."""
    return Path(platformdirs.user_log_dir("Wochenwerk", appauthor=False)) / "wochenwerk.log"
