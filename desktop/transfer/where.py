"""Where a file goes: the question, with a name to start from."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

_NOT_IN_FILE_NAMES = '<>:"/\\|?*'
_LONGEST = 80  # letters


def ask_out(window: QWidget, title: str, name: str, ending: str, kinds: str) -> Path | None:
    """Ask for a new file, proposing a name among the documents; None when the user wants none."""
    proposed = Path(documents()) / f"{file_stem(name)}{ending}"
    chosen, _ = QFileDialog.getSaveFileName(window, title, str(proposed), kinds)
    if not chosen:
        return None
    out = Path(chosen)
    return out if out.suffix else out.with_suffix(proposed.suffix)


def file_stem(name: str) -> str:
    """A name that every file system takes, without its ending."""
    stem = "".join(letter for letter in name if letter not in _NOT_IN_FILE_NAMES and letter.isprintable())
    return stem[:_LONGEST].strip(" .") or "Wochenwerk"


def documents() -> str:
    """The folder of the user's documents, or of the user."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return folder if Path(folder).is_dir() else str(Path.home())
