"""`wochenwerk feeds` and `wochenwerk serve`: part of the contract, refused by this version."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.commands import Refused

if TYPE_CHECKING:
    import argparse

translate = QCoreApplication.translate


def run(_asked: argparse.Namespace) -> None:
    """Say that there are no feeds yet and what serves instead."""
    sentence = translate("Commands", "This version has no calendar feeds yet. Use “wochenwerk export OUT.ics”.")
    raise Refused(sentence)
