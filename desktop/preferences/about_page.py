"""The page about the program: version, where its files lie, whose work it builds on."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.preferences.columns import Columns
from desktop.preferences.parts import Line, Section
from desktop.ui import icons, theme
from desktop.ui.controls import IconButton, Text
from desktop.ui.parts import beside, stacked

_PACKAGES = (
    ("PySide6-Essentials", "Qt for Python", "LGPL-3.0"),
    ("SQLAlchemy", "SQLAlchemy", "MIT"),
    ("alembic", "Alembic", "MIT"),
    ("caldav", "caldav", "GPL-3.0"),
    ("filelock", "filelock", "MIT"),
    ("holidays", "holidays", "MIT"),
    ("icalendar", "icalendar", "BSD-2-Clause"),
    ("keyring", "keyring", "MIT"),
    ("niquests", "niquests", "Apache-2.0"),
    ("openpyxl", "openpyxl", "MIT"),
    ("platformdirs", "platformdirs", "MIT"),
    ("python-dateutil", "dateutil", "Apache-2.0"),
    ("recurring-ical-events", "recurring-ical-events", "LGPL-3.0"),
    ("segno", "segno", "BSD-3-Clause"),
    ("tzdata", "tzdata", "Apache-2.0"),
    ("wcwidth", "wcwidth", "MIT"),
)


class AboutPage(QWidget):
    """Signals: `folder_requested(Path of a file)`."""

    folder_requested = Signal(object)

    def __init__(self, own_version: str, plan: Path, log: Path) -> None:
        super().__init__()
        column = stacked(self)
        column.addWidget(Text(self.tr("About"), "title-2"))
        column.addSpacing(theme.px(2))
        words = self.tr("Everything stays on this computer. No account, no cloud.")
        column.addWidget(Text(words, role="text-2", is_wrapped=True))
        column.addSpacing(theme.px(14))
        cards = QWidget()
        columns = Columns(cards, gap=16, line_gap=16)
        left = QWidget()
        rows = stacked(left, spacing=16)
        rows.addWidget(self._program(own_version))
        rows.addWidget(self._places(plan, log))
        columns.add(left, 360)
        columns.add(self._works(), 360)
        column.addWidget(cards)
        column.addStretch(1)

    def _program(self, own_version: str) -> QWidget:
        card = Section("Wochenwerk", gap=10)
        row = beside(spacing=12)
        row.addWidget(_Logo())
        lines = stacked(spacing=1)
        lines.addWidget(Text(self.tr("Version {number}").format(number=own_version), "body-strong"))
        free = self.tr("Free software under the GNU General Public License, version 3 or later")
        lines.addWidget(Text(free, "meta", "text-3", is_wrapped=True))
        row.addLayout(lines, 1)
        card.body.addLayout(row)
        return card

    def _places(self, plan: Path, log: Path) -> QWidget:
        card = Section(self.tr("Files"), gap=6)
        for title, file in ((self.tr("Plan"), plan), (self.tr("Log of failures"), log)):
            row = beside(margins=(0, 4, 0, 4), spacing=4)
            words = stacked()
            words.addWidget(Text(title))
            words.addWidget(Line(str(file), "meta", "text-3"))
            row.addLayout(words, 1)
            copy = IconButton("copy", self.tr("Copy the path: {title}").format(title=title), 26)
            copy.clicked.connect(lambda _checked=False, file=file: QGuiApplication.clipboard().setText(str(file)))
            row.addWidget(copy)
            show = IconButton("folder", self.tr("Show in folder: {title}").format(title=title), 26)
            show.clicked.connect(lambda _checked=False, file=file: self.folder_requested.emit(file))
            row.addWidget(show)
            card.body.addLayout(row)
        return card

    def _works(self) -> QWidget:
        card = Section(self.tr("Built on the work of others"), gap=10)
        rows = QGridLayout()
        rows.setHorizontalSpacing(theme.px(16))
        rows.setVerticalSpacing(theme.px(5))
        rows.setColumnStretch(0, 1)
        shipped = (
            (self.tr("Inter, the typeface"), "", "OFL-1.1"),
            (self.tr("Tabler, the icons"), "", "MIT"),
            *((title, _version(package), licence) for package, title, licence in _PACKAGES),
        )
        for number, (title, its_version, licence) in enumerate(shipped):
            rows.addWidget(Text(title), number, 0)
            rows.addWidget(Text(its_version, role="text-3"), number, 1)
            rows.addWidget(Text(licence, role="text-2"), number, 2)
        card.body.addLayout(rows)
        card.body.addSpacing(theme.px(10))
        names = self.tr("The platforms' names and marks belong to their owners and only name the platforms.")
        card.body.addWidget(Text(names, "meta", "text-3", is_wrapped=True))
        return card


def _version(package: str) -> str:
    """The version of an installed package, "" where a bundled program does not know it."""
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


class _Logo(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(theme.px(36), theme.px(36))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        icons.logo(painter, QRectF(self.rect()))
        painter.end()
