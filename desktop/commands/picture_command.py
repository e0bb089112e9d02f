"""`wochenwerk picture`: a view of the window as a PNG file, without a screen."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtWidgets import QApplication

from db.records import Week
from desktop import rooms
from desktop.commands import Refused
from desktop.commands.plan_source import opened
from desktop.exchange.calendar_file import write_whole
from desktop.settings import Settings
from desktop.ui import accessible, theme

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from db.store import Store
    from desktop.workspace import Workspace

translate = QCoreApplication.translate

_FEEDS, _POSTER = "feeds", "poster"
VIEWS = (
    rooms.WEEK,
    rooms.MONTH,
    rooms.AGENDA,
    rooms.IDEAS,
    rooms.HOURS,
    rooms.PRINT,
    rooms.SETTINGS,
    _FEEDS,
    _POSTER,
)


def application(arguments: list[str]) -> QApplication:
    """Painting needs widgets, but never a screen."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return QApplication(arguments)


def run(asked: argparse.Namespace) -> None:
    """Paint the view as the window would show it now."""
    if asked.view not in VIEWS:
        sentence = translate("Commands", "This version has no picture of “{view}”. It has: {known}.")
        raise Refused(sentence.format(view=asked.view, known=", ".join(VIEWS)))
    with opened(asked) as store:
        image = painted(store, asked.view, asked.week, asked.size, asked.theme or "light", lambda: datetime.now(UTC))
        plan = store.path
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    write_whole(asked.out, bytes(buffer.data().data()), plan)


def painted(
    store: Store, view: str, week: Week | None, size: tuple[int, int], look: str, clock: Callable[[], datetime]
) -> QImage:
    """The main window in one of its rooms, in a week or the present one, or the week's poster, in `size` pixels."""
    from desktop.main_window import MainWindow  # noqa: PLC0415 - needs the application and its fonts
    from desktop.workspace import Workspace  # noqa: PLC0415

    instance = QApplication.instance()
    if not isinstance(instance, QApplication):
        raise TypeError("a picture needs a QApplication")
    accessible.install()
    theme.apply(instance, theme.Mode(look), reduced_motion=True)
    workspace = Workspace(store, clock)
    if view == _POSTER:
        return _poster(workspace, week, size)
    today = workspace.now().date()
    window = MainWindow(Week.of(today), today, Settings())
    window.resize(*size)
    window.show_plan(workspace)
    if week is not None:
        window.show_week(week)
    if view == _FEEDS:
        window.show_settings(_FEEDS)
    else:
        window.show_room(view, week)
    window.show()
    window.resize(*size)
    window.catch_up()
    instance.processEvents()
    image = window.grab().toImage()
    window.hide()  # closing would remember this as the place of the user's window
    window.deleteLater()
    return image


def _poster(workspace: Workspace, week: Week | None, size: tuple[int, int]) -> QImage:
    """The first page of a week's poster in the middle of a white image."""
    from desktop.printing.output import picture  # noqa: PLC0415 - as the window
    from desktop.printing.page import PrintPage  # noqa: PLC0415

    page = PrintPage(workspace)
    page.show_week(week or page.week)
    page.activate()
    sheet = page.sheets[0]
    page.deleteLater()
    width, height = size
    painted_sheet = picture(sheet, min(width, round(height * sheet.width / sheet.height)))
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.drawImage((width - painted_sheet.width()) // 2, (height - painted_sheet.height()) // 2, painted_sheet)
    painter.end()
    return image
