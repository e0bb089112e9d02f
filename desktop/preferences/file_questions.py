"""Asks where a file is, or where it should go, with the system's own dialogs."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.paths import PLAN_SUFFIX

translate = QCoreApplication.translate

_NOT_IN_FILE_NAMES = '<>:"/\\|?*'


def ask_plan(parent: QWidget, folder: Path) -> Path | None:
    """Which plan to open; None when the user has thought better of it."""
    title = translate("FileQuestions", "Open another plan")
    name, _kind = QFileDialog.getOpenFileName(parent, title, str(folder), _plans())
    return Path(name) if name else None


def ask_new_plan(parent: QWidget, folder: Path, name: str) -> Path | None:
    """Where a new plan for a business of this name goes."""
    return _ask_place(parent, translate("FileQuestions", "Place of the new plan"), folder / _file_name(name))


def ask_move(parent: QWidget, plan: Path) -> Path | None:
    """The new name or place of a plan."""
    return _ask_place(parent, translate("FileQuestions", "New name or place of the plan"), plan)


def ask_table(parent: QWidget, name: str, suffix: str) -> Path | None:
    """Where the table of a plan goes; `suffix` is `.csv` or `.xlsx`."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    folder = Path(documents) if Path(documents).is_dir() else Path.home()
    proposed = folder / f"{_file_name(name).removesuffix(PLAN_SUFFIX)}{suffix}"
    title = translate("FileQuestions", "Save the plan as a table")
    kinds = translate("FileQuestions", "Tables ({kinds})").format(kinds=f"*{suffix}")
    chosen, _kind = QFileDialog.getSaveFileName(parent, title, str(proposed), kinds)
    return _with_suffix(chosen, suffix) if chosen else None


def _ask_place(parent: QWidget, title: str, proposed: Path) -> Path | None:
    # what is there is never overwritten, whatever the dialog would offer
    options = QFileDialog.Option.DontConfirmOverwrite
    chosen, _kind = QFileDialog.getSaveFileName(parent, title, str(proposed), _plans(), options=options)
    return _with_suffix(chosen, PLAN_SUFFIX) if chosen else None


def _with_suffix(name: str, suffix: str) -> Path:
    return Path(name) if name.casefold().endswith(suffix) else Path(f"{name}{suffix}")


def _file_name(name: str) -> str:
    stem = "".join(letter for letter in name if letter not in _NOT_IN_FILE_NAMES).strip(" .")
    return f"{stem or 'Wochenwerk'}{PLAN_SUFFIX}"


def _plans() -> str:
    return translate("FileQuestions", "Plans ({kinds})").format(kinds=f"*{PLAN_SUFFIX}")
