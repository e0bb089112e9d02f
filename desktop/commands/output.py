"""Standard output, which carries nothing but what a subcommand answers."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from desktop.commands import Refused

translate = QCoreApplication.translate

NAMED = 5  # so many things that are wrong are named, the others counted


def some_of(problems: Sequence[str]) -> str:
    """The first of several things that are wrong, and how many more there are."""
    named = "; ".join(problems[:NAMED])
    more = len(problems) - NAMED
    return named + (translate("Commands", "; and %n more", "", more) if more > 0 else "")


def say(text: str) -> None:
    """Write a line, or several; what the output's encoding lacks is spelt out. Raises Refused when nobody takes it."""
    try:
        encoding = sys.stdout.encoding or "utf-8"
        sys.stdout.write(text.encode(encoding, "backslashreplace").decode(encoding) + "\n")
        sys.stdout.flush()
    except OSError as error:
        # What is still buffered must not be tried again at the end of the program.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sentence = translate("Commands", "The answer cannot be written to the standard output. Check where it leads.")
        raise Refused(sentence) from error
