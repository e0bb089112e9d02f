"""`wochenwerk restore`: a backup takes the plan's place; what it replaces is kept beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from db import backup
from desktop.commands import Refused
from desktop.settings import Settings

if TYPE_CHECKING:
    import argparse

translate = QCoreApplication.translate


def run(asked: argparse.Namespace) -> None:
    """Restore, unless a window has the plan open or the file is no sound backup."""
    if asked.demo:
        raise Refused(translate("Commands", "The sample plan is thrown away anyway. Name a plan with --plan."))
    backup.restore(asked.file, Settings().plan_file(asked.plan))
