"""`wochenwerk backup`: both files of the plan in one ZIP."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db import backup
from desktop.commands.plan_source import opened

if TYPE_CHECKING:
    import argparse


def run(asked: argparse.Namespace) -> None:
    """Write a verified copy, consistent even while a window is writing."""
    with opened(asked) as store:
        backup.backup_zip(store.path, asked.out)
