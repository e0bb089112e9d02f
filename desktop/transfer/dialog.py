"""The frame of the dialogs about files, and the one that shows how far a job is."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.jobs import Job
from desktop.ui import accessible, marks, theme
from desktop.ui.buttons import Button
from desktop.ui.controls import Text

_SHOWN_AFTER = 300  # milliseconds; shorter work needs no dialog


class Dialog(QDialog):
    """A title, a body to fill, and buttons at the lower right; blocks its window while it is open.

    Enter presses `usual`, if it is set, wherever the focus is but on another button.
    """

    usual: Button | None = None

    def __init__(self, window: QWidget, title: str, width: int) -> None:
        super().__init__(window)
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(min(theme.px(width), window.width() - 40))
        self.body = QVBoxLayout(self)
        side = theme.px(20)
        self.body.setContentsMargins(side, side, side, theme.px(16))
        self.body.setSpacing(theme.px(8))
        self.body.addWidget(Text(title, "title-2", is_wrapped=True))

    def add_buttons(self, *buttons: Button) -> None:
        """End the dialog with a row of buttons."""
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addStretch(1)
        for button in buttons:
            row.addWidget(button)
        self.body.addSpacing(theme.px(8))
        self.body.addLayout(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does what the dialog is for, Escape closes it."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.usual is not None:
            self.usual.click()
            event.accept()
            return
        super().keyPressEvent(event)


class ProgressDialog(Dialog):
    """Shows a job and lets it be cancelled; appears only when the job takes a while, and goes with it."""

    def __init__(self, window: QWidget, title: str, job: Job) -> None:
        super().__init__(window, title, 420)
        self._job = job
        self._bar = _Bar()
        self._bar.setAccessibleName(title)
        self.body.addWidget(self._bar)
        self._cancel = Button(self.tr("Cancel"))
        self._cancel.clicked.connect(self.reject)
        self.add_buttons(self._cancel)
        job.progressed.connect(self._bar.show_share)
        job.ended.connect(self._end)
        self._timer = QTimer(self, singleShot=True, interval=_SHOWN_AFTER)
        self._timer.timeout.connect(self.open)
        self._timer.start()

    def reject(self) -> None:
        """Stop the job; the dialog stays until it has stopped."""
        self._cancel.setEnabled(False)
        self._job.cancel()

    @Slot()
    def _end(self) -> None:
        self._timer.stop()
        self.done(QDialog.DialogCode.Accepted)
        self.deleteLater()


class _Bar(QWidget):
    """How much is done; nothing is known about it before the first word."""

    def __init__(self) -> None:
        super().__init__()
        self._share = 0.0

    @Slot(int, int)
    def show_share(self, done: int, of_all: int) -> None:
        """So much of it is done."""
        self._share = done / max(of_all, 1)
        self.update()

    def accessible_role(self) -> accessible.Role:
        """A bar that fills."""
        return accessible.Role.ProgressBar

    def accessible_value(self) -> str:
        """How much of it is filled."""
        return f"{self._share:.0%}"

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(theme.px(200), theme.px(10))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and what is filled."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QRectF(self.rect())
        marks.panel(painter, ground, ground.height() / 2, theme.color("hover"))
        if self._share > 0:
            ground.setWidth(max(ground.width() * self._share, ground.height()))
            marks.panel(painter, ground, ground.height() / 2, theme.color("accent"))
