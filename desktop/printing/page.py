"""The room where a week is put on paper: preview, PDF file, printer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from db.board import load_board
from db.errors import StorageProblem
from db.records import Week
from desktop import wording
from desktop.exchange import Refused
from desktop.exchange.calendar_file import write_whole
from desktop.holiday_memory import holidays_of
from desktop.printing import agenda_list, poster
from desktop.printing.content import PaperWeek, paper_week
from desktop.printing.header import Kind, PrintHeader
from desktop.printing.output import Paper, PaperPictures, is_landscape, page_layout, pdf_bytes, print_on
from desktop.printing.preview import Preview
from desktop.printing.sheet import Sheet
from desktop.ui.accessible import announce
from desktop.ui.toast import Toasts
from desktop.workspace import Workspace

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_NOT_IN_FILE_NAMES = '<>:"/\\|?*'


class PrintPage(QWidget):
    """One week as a poster, or one or four as a list. `closed()` when the user wants back to the week."""

    closed = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._week = Week.of(workspace.now())
        self._sheets: tuple[Sheet, ...] = ()
        self._pictures = PaperPictures(workspace.picture)
        self._is_stale = True
        self.header = PrintHeader()
        self.preview = Preview()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.preview, 1)
        self._toasts = Toasts(self)
        header = self.header
        header.week_stepped.connect(self._step)
        header.today_requested.connect(self.go_today)
        header.options_changed.connect(self._refresh)
        header.save_requested.connect(self.ask_file)
        header.print_requested.connect(self.ask_printer)
        header.closed.connect(self.closed)
        workspace.changed.connect(self._plan_changed)
        workspace.reloaded.connect(self._reloaded)
        for keys, action in (
            ("Alt+Home", self.go_today),
            ("Ctrl+S", self.ask_file),
            ("F6", self._next_pane),
            ("Shift+F6", self._next_pane),
        ):
            QShortcut(QKeySequence(keys), self, action)
        self.setFocusProxy(header.save)

    # what is shown

    @property
    def week(self) -> Week:
        """The week that is shown, or the first one of the list."""
        return self._week

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """The pages as they will be printed."""
        return self._sheets

    def show_week(self, week: Week) -> None:
        """Turn to a week."""
        if week != self._week:
            self._week = week
            self._refresh()

    def activate(self) -> None:
        """Lay out the pages as the plan is stored now."""
        if self._is_stale:
            self._refresh()

    def go_today(self) -> None:
        """Turn to the present week."""
        self.show_week(Week.of(self._workspace.now()))

    def _step(self, by: int) -> None:
        self.show_week(self._week.shifted(by))

    def _plan_changed(self, _changes: object) -> None:
        self._reloaded()

    def _reloaded(self) -> None:
        self._is_stale = True
        if self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        """Read the weeks again and lay out their pages; what cannot be read is said, and what is shown stays."""
        self._is_stale = False
        try:
            self._lay_out()
        except StorageProblem as problem:
            self._toasts.fail(escape(wording.problem(problem)))

    def _lay_out(self) -> None:
        is_poster = self.header.kind.value == Kind.POSTER
        count = 1 if is_poster else int(self.header.weeks.value)
        weeks = self._read(tuple(self._week.shifted(number) for number in range(count)))
        self._sheets = poster.sheets(weeks[0], self._pictures) if is_poster else agenda_list.sheets(weeks)
        pages = len(self._sheets)
        self.header.show_week(self._week)
        self.header.show_pages(self.tr("%n page(s)", "", pages))
        self.preview.show_sheets(self._sheets, [poster.page_words(number + 1, pages) for number in range(pages)])

    def _read(self, weeks: Sequence[Week]) -> list[PaperWeek]:
        workspace = self._workspace
        board = workspace.read(load_board, weeks)
        plan = board.plan
        holidays: Mapping[date, str] = {}
        if plan.region:
            for year in sorted({day.year for week in weeks for day in week.days}):
                holidays = {**holidays, **holidays_of(plan.region, year, plan.language)}
        now = workspace.clock()
        return [paper_week(board, week, now, holidays, plan.language) for week in weeks]

    # the ways out

    @property
    def paper(self) -> Paper:
        """The paper that is chosen; lists come on A4."""
        return Paper(self.header.paper.value) if self.header.kind.value == Kind.POSTER else Paper.A4

    @property
    def title(self) -> str:
        """What the document is called."""
        return f"{self._workspace.plan.name} {wording.week_name(self._week)}"

    def ask_file(self) -> None:
        """Ask where the PDF file goes, and write it."""
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = Path(documents) if documents and Path(documents).is_dir() else Path.home()
        name = "".join(letter for letter in self.title if letter not in _NOT_IN_FILE_NAMES)
        dialog = QFileDialog(self, self.tr("Save as PDF"), str(folder))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("PDF files (*.pdf)"))
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(f"{name}.pdf")
        dialog.fileSelected.connect(self._save_chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _save_chosen(self, name: str) -> None:
        self.save(Path(name))

    def save(self, out: Path) -> None:
        """Write the pages as a PDF file and say so."""
        try:
            write_whole(out, pdf_bytes(self._sheets, self.paper, self.title), self._workspace.store.path)
        except (Refused, StorageProblem) as problem:
            words = wording.problem(problem) if isinstance(problem, StorageProblem) else str(problem)
            self._toasts.fail(escape(words))
            return
        self._toasts.say(self.tr("Saved as <b>{file}</b>").format(file=escape(str(out))))
        announce(self, self.tr("Saved as {file}").format(file=out.name))

    def ask_printer(self) -> None:
        """Ask for a printer, and print; without a printer say what can be done instead."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo  # noqa: PLC0415 - rarely needed

        if not QPrinterInfo.availablePrinterNames():
            words = self.tr("This computer knows no printer. Save the pages as PDF and print them elsewhere.")
            self._toasts.fail(words, [(self.tr("Save as PDF …"), self.ask_file, self.tr("Ctrl S"))])
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageLayout(page_layout(self.paper, is_landscape(self._sheets)))
        printer.setDocName(self.title)
        dialog = QPrintDialog(printer, self)
        dialog.setMinMax(1, len(self._sheets))
        if dialog.exec() == QPrintDialog.DialogCode.Accepted:
            self.print_pages(printer)
        dialog.deleteLater()

    def print_pages(self, printer: QPrinter) -> None:
        """Print the pages and say whether the printer took them."""
        if print_on(printer, self._sheets):
            self._toasts.say(self.tr("Sent to the printer"))
        else:
            self._toasts.fail(self.tr("The printer did not answer. Check whether it is switched on and connected."))

    # events

    def _next_pane(self) -> None:
        """Go from the bars to the preview, to a word that is said, and back."""
        toasts = self._toasts
        if self.preview.hasFocus() and toasts.shown:
            toasts.take_focus()
        elif self.preview.hasFocus() or toasts.has_focus():
            self.header.save.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.preview.setFocus(Qt.FocusReason.TabFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        """Show the present state of the plan."""
        super().showEvent(event)
        self.activate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn the weeks, and go back with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() == Qt.Key.Key_PageUp:
            self._step(-1)
        elif event.key() == Qt.Key.Key_PageDown:
            self._step(1)
        else:
            super().keyPressEvent(event)
