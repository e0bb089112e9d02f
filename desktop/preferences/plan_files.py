"""The file of the plan, other plans, and the plan as a table: what the settings can do with whole files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QLocale, QPoint, QRect, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop import wording
from desktop.preferences.checked_field import CheckedField
from desktop.preferences.form_popover import FormPopover
from desktop.preferences.parts import Line, Section, labelled, remark
from desktop.ui import icons, marks, theme
from desktop.ui.buttons import PaintedButton
from desktop.ui.controls import Button, Text
from desktop.ui.fields import help_text
from desktop.ui.parts import beside, stacked
from desktop.ui.popover import Sign

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class PlanFile:
    """The file on the disk: sizes in bytes, `saved` as wall clock in the plan's zone; `now` likewise.

    `recent` are other plans that were open lately and are still there, the last one first.
    """

    path: Path
    size: int
    picture_size: int
    saved: datetime
    now: datetime
    recent: tuple[Path, ...] = ()


def file_state(plan: Path, pictures: Path, recent: Sequence[Path], now: datetime, zone: ZoneInfo) -> PlanFile:
    """The file of the plan as it lies on the disk, and which of the others are still there."""
    parts = [part for part in (plan, plan.with_name(f"{plan.name}-wal")) if part.exists()]
    saved = max((part.stat().st_mtime for part in parts), default=0.0)
    return PlanFile(
        path=plan,
        size=sum(part.stat().st_size for part in parts),
        picture_size=pictures.stat().st_size if pictures.exists() else 0,
        saved=datetime.fromtimestamp(saved, UTC).astimezone(zone).replace(tzinfo=None),
        now=now,
        recent=tuple(each for each in recent if each != plan and each.exists()),
    )


class PlanFiles(Section):
    """The card about the file and about other plans.

    Signals: `folder_requested()`, `move_requested()`, `open_requested()`, `recent_chosen(Path)`,
    `new_requested(name of the business)`.
    """

    folder_requested = Signal()
    move_requested = Signal()
    open_requested = Signal()
    recent_chosen = Signal(object)
    new_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__(translate("PlanFiles", "File"), gap=10)
        self._recent: tuple[Path, ...] = ()
        self._rows: list[_Recent] = []
        self._name, self._facts = Line("", "body-strong"), Line("", "meta", "text-3")
        self._folder = Button(self.tr("Show in folder"), "folder")
        self._move = Button(self.tr("Rename or move …"), "pencil")
        self._open = Button(self.tr("Open another plan …"))
        self._new = Button(self.tr("New plan …"))
        self._lay_out()
        self._folder.clicked.connect(self.folder_requested)
        self._move.clicked.connect(self.move_requested)
        self._open.clicked.connect(self.open_requested)
        self._new.clicked.connect(self.ask_name)

    def show_file(self, file: PlanFile) -> None:
        """Show name, sizes and moment of the file, and the other plans."""
        self._name.set_text(file.path.name)
        saved = wording.clock(file.saved)
        if file.saved.date() != file.now.date():
            saved = wording.moment_short(file.saved)
        facts = {"size": data_size(file.size), "pictures": data_size(file.picture_size), "moment": saved}
        pattern = (
            self.tr("{size}, pictures {pictures} on top; last saved {moment}")
            if file.picture_size
            else self.tr("{size}; last saved {moment}")
        )
        self._facts.set_text(pattern.format(**facts))
        self._show_recent(file.recent)

    def _show_recent(self, recent: tuple[Path, ...]) -> None:
        if recent == self._recent:
            return
        self._recent = recent
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = [_Recent(path) for path in recent]
        for row in self._rows:
            row.clicked.connect(lambda _checked=False, path=row.path: self.recent_chosen.emit(path))
            self._others.addWidget(row)
        self._recent_title.setVisible(bool(recent))

    def _lay_out(self) -> None:
        row = beside()
        row.addWidget(Sign("archive"))
        words = stacked()
        words.addWidget(self._name)
        words.addWidget(self._facts)
        row.addLayout(words, 1)
        self.body.addLayout(row)
        self.body.addSpacing(theme.px(10))
        for buttons in ((self._folder, self._move), (self._open, self._new)):
            row = beside()
            for button in buttons:
                row.addWidget(button)
            row.addStretch(1)
            self.body.addLayout(row)
            self.body.addSpacing(theme.px(8))
        self._recent_title = Text(self.tr("Opened lately"), "meta", "text-2", 600)
        self._recent_title.setContentsMargins(0, theme.px(6), 0, theme.px(2))
        self._recent_title.hide()
        self.body.addWidget(self._recent_title)
        self._others = stacked()
        self.body.addLayout(self._others)

    def ask_name(self) -> None:
        """Ask for what business a new plan is."""
        popover = NewPlanPopover(self)
        popover.accepted.connect(self.new_requested)
        popover.open_at(QRect(self._new.mapToGlobal(QPoint(0, 0)), self._new.size()), "above")


class _Recent(PaintedButton):
    """Another plan: its name, and the folder where it lies."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path
        self.setText(path.stem)
        self.setAccessibleName(self.tr("Open {name}, {folder}").format(name=path.stem, folder=path.parent))
        self.setToolTip(str(path))

    def sizeHint(self) -> QSize:
        return QSize(theme.px(240), theme.px(32))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, rect = QPainter(self), QRectF(self.rect())
        if self.underMouse() or self.isDown():
            marks.panel(painter, rect, self.radius(), theme.color("pressed" if self.isDown() else "hover"))
        side, x = theme.px(15), theme.px(8)
        icons.draw(painter, "archive", QRectF(x, (rect.height() - side) / 2, side, side), theme.color("text-3"))
        x += side + theme.px(8)
        line = QRectF(x, 0, rect.width() - x - theme.px(8), rect.height())
        used = marks.text_line(painter, line, self._caption, theme.font("body", 500), theme.color("text"))
        line.setLeft(x + used + theme.px(10))
        marks.text_line(painter, line, str(self.path.parent), theme.font("meta"), theme.color("text-3"))
        painter.end()


class NewPlanPopover(FormPopover):
    """Asks for the name of the business that a new plan is for.

    Signals: `accepted(name)`. Goes away for good when it closes.
    """

    accepted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.name = CheckedField(lambda name: "" if name else self.tr("The plan needs a name."))
        self.add_title(self.tr("New plan"), "archive")
        self.body.addSpacing(theme.px(10))
        self.body.addWidget(labelled(self.tr("Name of the business"), self.name))
        self.body.addSpacing(theme.px(10))
        words = self.tr(
            "It begins with the platforms, formats, working hours and region of this plan, but without posts, blocks "
            "and hours. This plan stays as it is."
        )
        self.body.addWidget(help_text(words))
        self.body.addSpacing(theme.px(14))
        self.add_foot(self.tr("Choose the place …"))

    def _accept(self) -> None:
        self.name.commit()
        name = self.name.value
        if not name:
            self.name.set_problem(self.tr("The plan needs a name."))
            self.name.setFocus()
            return
        self.dismiss()
        self.accepted.emit(name)


class PlanTable(Section):
    """The card about the plan as a table. Signals: `export_requested("csv" or "xlsx")`."""

    export_requested = Signal(str)

    def __init__(self) -> None:
        about = translate("PlanTable", "Saves all posts and ideas, one row each.")
        super().__init__(translate("PlanTable", "Plan as a table"), about, gap=10)
        row = beside()
        for kind, words in (("xlsx", self.tr("Excel (XLSX) …")), ("csv", self.tr("CSV …"))):
            button = Button(words, "file-export")
            button.clicked.connect(lambda _checked=False, kind=kind: self.export_requested.emit(kind))
            row.addWidget(button)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addSpacing(theme.px(10))
        words = self.tr(
            "The import reads the table back. Where the versions of a post differ, the row has the earliest date; "
            "their own texts, work blocks and hours are not in it. A backup keeps everything."
        )
        self.body.addWidget(remark(help_text(words)))


def data_size(count: int) -> str:
    """An amount of bytes with two digits or more: 1.2 MB, 214 MB."""
    precision = 1 if count >= 1000 and len(str(count)) % 3 == 1 else 0
    return QLocale().formattedDataSize(count, precision, QLocale.DataSizeFormat.DataSizeSIFormat)
