"""Time entries as the rows of a table for other programs, and the file it is written to."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from datetime import date
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QSaveFile
from PySide6.QtWidgets import QFileDialog, QWidget

from db.records import TimeEntry
from desktop import wording
from desktop.hours.words import Names, origin_of, subject
from desktop.planning.hours import export_rows

translate = QCoreApplication.translate

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_bytes(entries: Iterable[TimeEntry], names: Names, days: tuple[date, date], zone: ZoneInfo) -> bytes:
    """Entries as CSV that spreadsheets open with a double click: UTF-8 with a mark, semicolons, days as ISO 8601.

    `days` are the first and the last one. Entries over midnight are cut there, so that the rows of a day add up to its
    work; a running entry is left out.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(_header())
    for row in export_rows(entries, zone):
        if not days[0] <= row.day <= days[1]:
            continue
        entry = row.entry
        cells = (
            names.platforms[entry.platform_id].name,
            wording.activity(entry.activity),
            subject(entry, names),
            entry.note,
            origin_of(entry),
        )
        times = (row.day.isoformat(), wording.clock(row.starts), wording.clock(row.ends), row.minutes)
        writer.writerow([*times, *map(_harmless, cells)])
    return text.getvalue().encode("utf-8-sig")


def _header() -> list[str]:
    return [
        translate("HoursTable", "Day"),
        translate("HoursTable", "Start"),
        translate("HoursTable", "End"),
        translate("HoursTable", "Minutes"),
        translate("HoursTable", "Platform"),
        translate("HoursTable", "Activity"),
        translate("HoursTable", "Block or post"),
        translate("HoursTable", "Note"),
        translate("HoursTable", "Origin"),
    ]


def _harmless(cell: str) -> str:
    """Keep a spreadsheet from taking words for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def ask_for_file(parent: QWidget, name: str) -> QFileDialog:
    """A dialog, still to be opened, that asks where to write a table; it goes away for good when it is closed."""
    dialog = QFileDialog(parent, translate("HoursTable", "Hours as CSV"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(translate("HoursTable", "Table (*.csv)"))
    dialog.setDefaultSuffix("csv")
    dialog.selectFile(f"{name}.csv")
    dialog.finished.connect(dialog.deleteLater)
    return dialog


def write_file(path: str, data: bytes) -> str | None:
    """Write a file whole or not at all; the system's reason when it cannot be done."""
    file = QSaveFile(path)
    is_written = file.open(QSaveFile.OpenModeFlag.WriteOnly) and file.write(data) == len(data) and file.commit()
    return None if is_written else file.errorString()
