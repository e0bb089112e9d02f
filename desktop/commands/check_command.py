"""`wochenwerk check`: whether the plan is sound."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from db import backup
from desktop import wording
from desktop.commands import Refused
from desktop.commands.output import some_of
from desktop.commands.plan_source import opened

if TYPE_CHECKING:
    import argparse

translate = QCoreApplication.translate


def run(asked: argparse.Namespace) -> None:
    """Say nothing when all is well, name what is wrong otherwise."""
    with opened(asked) as store:
        path = store.path
        findings = backup.check(path)
    if findings:
        sentence = translate("Commands", "{file} is not sound: {findings}. Put a backup in its place.")
        raise Refused(sentence.format(file=path, findings=some_of([wording.finding(each) for each in findings])))
