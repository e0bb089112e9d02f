"""The composition root: command line and settings become a plan, a workspace and a window; nothing else builds them."""

from __future__ import annotations

import gc
import sys
import threading
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QMessageBox, QWidget

from db import errors
from db.records import Plan, Platform, Week
from desktop import failures, languages, paths, wording
from desktop import settings as machine
from desktop.main_window import MainWindow, first_size
from desktop.preferences.wishes import MovePlan, NewPlan, OpenPlan
from desktop.settings import Settings
from desktop.ui import accessible, icons, theme

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from db.lock import WindowLock
    from db.store import Store
    from desktop.doorbell import Doorbell
    from desktop.plan_files import HeldPlan
    from desktop.preferences.wishes import PlanWish
    from desktop.welcome.page import WelcomePage
    from desktop.workspace import Workspace

BEHIND_THE_PICTURE_MS = 100
HOUR_MS = 3_600_000
RARELY = (10_000, 20, 20)  # a look through all that a window holds takes 50 ms: longer than to turn a week


def run(asked: argparse.Namespace) -> int:
    """Open the window and stay until it is closed; returns the exit code."""
    application = theme.application(sys.argv)
    application.setApplicationName("Wochenwerk")
    application.setDesktopFileName("wochenwerk")
    accessible.install()
    program = Program(asked, application)
    program.start()
    code = application.exec()
    program.close()
    return code


class Program(QObject):
    """The running window program: which plan, which look, which window."""

    def __init__(self, asked: argparse.Namespace, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._settings = Settings()
        self._settings.assume(machine.LANGUAGE, asked.language)
        self._settings.assume(machine.THEME, asked.theme)
        self._settings.assume(machine.SUBSCRIPTION, False if asked.demo else None)  # its addresses are another plan's
        self._is_demo = asked.demo
        self._demo_folder: Path | None = None
        self._plan_file = self._settings.plan_file(asked.plan)
        self._workspace: Workspace | None = None
        self._lock: WindowLock | None = None
        self._doorbell: Doorbell | None = None
        self._copy: threading.Thread | None = None
        self._copies = QTimer(self)
        self._copies.setObjectName("copies")
        self._copies.setInterval(HOUR_MS)
        self._copies.timeout.connect(self._keep_copy)
        self._window: MainWindow | None = None
        self._welcome: WelcomePage | None = None
        self._barrier = failures.Barrier(paths.log_file(), self)
        self._barrier.failed.connect(self._show_failure)
        self._barrier.install()
        languages.speak(self._settings.language())
        self._apply_look()

    def start(self) -> None:
        """Show the first picture; the plan is opened once it stands."""
        if not self._is_demo and not self._plan_file.exists():
            self._show_welcome()
            return
        window = self._show_window()
        window.painted.connect(self._open_plan)

    def close(self) -> None:
        """Let go of the plan, and of the sample plan for good."""
        from desktop import jobs  # noqa: PLC0415 - not needed for the first picture

        jobs.finish_all()
        if self._copy is not None:
            self._copy.join()
        if self._workspace is not None:
            self._workspace.store.close()
        if self._lock is not None:
            self._lock.release()
        if self._demo_folder is not None:
            import shutil  # noqa: PLC0415 - only the sample plan is thrown away

            shutil.rmtree(self._demo_folder, ignore_errors=True)
        self._barrier.uninstall()

    def _apply_look(self) -> None:
        theme.apply(
            self._application,
            theme.Mode(self._settings.value(machine.THEME)),
            self._settings.value(machine.TEXT_SCALE),
            reduced_motion=self._settings.value(machine.REDUCED_MOTION),
            high_contrast=self._settings.value(machine.HIGH_CONTRAST),
        )

    def _show_window(self) -> MainWindow:
        today = date.today()  # noqa: DTZ011 - the plan's zone is not known before the plan is open
        window = MainWindow(Week.of(today), today, self._settings)
        QTimer.singleShot(BEHIND_THE_PICTURE_MS, window, lambda: window.setWindowIcon(icons.logo_icon()))
        window.look_changed.connect(self._look_changed)
        window.rebuild_wanted.connect(self._rebuild)
        window.plan_wanted.connect(self._hear_wish)
        window.show()
        self._window = window
        return window

    def _look_changed(self) -> None:
        self._apply_look()

    def _rebuild(self) -> None:
        QTimer.singleShot(0, self, self._rebuild_now)

    def _rebuild_now(self) -> None:
        old = self._window
        languages.speak(self._settings.language())
        self._apply_look()
        if old is None or self._workspace is None:
            return
        old.close()
        old.deleteLater()
        window = self._show_window()
        window.show_plan(self._workspace)
        window.show_room("settings")
        QTimer.singleShot(BEHIND_THE_PICTURE_MS, self, self._keep_feeds)

    def _open_plan(self) -> None:
        from db import lock  # noqa: PLC0415 - storage is read after the first picture

        try:
            if self._is_demo:
                self._open_sample()
                return
            self._lock = lock.hold_window(self._plan_file)
        except errors.PlanLocked:
            self._raise_other()
            return
        except errors.StorageProblem as problem:
            self._show_problem(problem)
            return
        self._take_plan()

    def _take_plan(self) -> None:
        from db.store import Store  # noqa: PLC0415 - storage is read after the first picture

        try:
            store = Store.open(self._plan_file)
        except errors.StorageProblem as problem:
            self._show_problem(problem)
            return
        self._work_on(store)

    def _open_sample(self) -> None:
        import tempfile  # noqa: PLC0415 - only when it is wanted, like the next

        from db import sample  # noqa: PLC0415
        from db.problems import disk_problems  # noqa: PLC0415
        from desktop.workspace import utc_now  # noqa: PLC0415

        with disk_problems(Path(tempfile.gettempdir())):
            self._demo_folder = Path(tempfile.mkdtemp(prefix="wochenwerk-"))
        self._work_on(
            sample.create(self._demo_folder / f"Demo{paths.PLAN_SUFFIX}", utc_now(), self._settings.language())
        )

    def _work_on(self, store: Store) -> None:
        from desktop.workspace import Workspace  # noqa: PLC0415 - brings storage

        window = self._window or self._show_window()
        self._workspace = Workspace(store, parent=self)
        window.show_plan(self._workspace)
        QTimer.singleShot(BEHIND_THE_PICTURE_MS, self, self._begin_service)

    def _begin_service(self) -> None:
        """Do what the week's picture need not wait for: hear later starts, remember the plan, make the daily copy."""
        _collect_again()
        from desktop.doorbell import Doorbell  # noqa: PLC0415 - brings the network module

        if self._workspace is None:
            return
        path = self._workspace.store.path
        self._doorbell = Doorbell(path, self)
        self._doorbell.rung.connect(self._raise)
        self._keep_feeds()
        if not self._is_demo:
            self._settings.remember_plan(path)
            self._keep_copy()
            self._copies.start()

    def _keep_feeds(self) -> None:
        if self._window is not None:
            self._window.keep_feeds()

    def _keep_copy(self) -> None:
        """Make the copy of the day unless there is one; a window may stay open for weeks."""
        if self._workspace is None or self._is_demo or (self._copy is not None and self._copy.is_alive()):
            return
        path = self._workspace.store.path
        self._copy = threading.Thread(target=_daily_copy, args=(path,), name="daily copy", daemon=True)
        self._copy.start()

    def _hear_wish(self, wish: PlanWish) -> None:
        """Fulfil a wish for another plan once whoever has it has said all."""
        QTimer.singleShot(0, self, partial(self._change_plan, wish))

    def _change_plan(self, wish: PlanWish) -> None:
        """Go on with another plan in the window's place; when that fails the present one stays open."""
        from desktop import plan_files  # noqa: PLC0415 - brings storage

        window, workspace = self._window, self._workspace
        if window is None or workspace is None:
            return
        store, path = workspace.store, wish.path.resolve()
        if path == store.path.resolve():
            window.say(self.tr("This plan is open already."))
            return
        workspace.notice_outside()
        try:
            if isinstance(wish, OpenPlan):
                new = plan_files.hold(path)
            elif isinstance(wish, NewPlan):
                new = plan_files.begin_like(store, path, wish.name)
            else:
                new = plan_files.move(store, path)
        except errors.StorageProblem as problem:
            window.say(wording.problem(problem), is_failure=True)
            return
        self._take_over(new, plan_files.HeldPlan(store, self._lock), isinstance(wish, MovePlan))

    def _take_over(self, new: HeldPlan, old: HeldPlan, is_moved: bool) -> None:
        window, workspace = self._window, self._workspace
        if window is None or workspace is None:
            return
        if self._doorbell is not None:
            self._doorbell.deleteLater()
            self._doorbell = None
        self._settings.write(machine.WINDOW, window.saveGeometry())
        self._lock, self._plan_file, self._is_demo, self._window = new.lock, new.store.path, False, None
        self._work_on(new.store)  # before the old window goes: the program ends with its last window
        successor: MainWindow | None = self._window
        if successor is not None and window.windowState() == Qt.WindowState.WindowNoState:
            successor.setGeometry(window.geometry())
        self._leave(window)
        workspace.deleteLater()
        QTimer.singleShot(0, self, partial(self._let_go, old, is_moved))

    def _let_go(self, old: HeldPlan, is_moved: bool) -> None:
        """Let go of the former plan when its window is gone."""
        from desktop import jobs, plan_files  # noqa: PLC0415 - brings storage
        from desktop.planning import memory  # noqa: PLC0415 - not needed for the first picture

        jobs.finish_all()
        memory.forget()
        if self._copy is not None:
            self._copy.join()
            self._copy = None
        if not is_moved or self._window is None:
            old.close()
            return
        is_gone = plan_files.let_go(old)
        self._settings.remember_plan(self._plan_file, instead_of=old.store.path)
        self._window.show_room("settings")
        if is_gone:
            self._window.say(self.tr("The plan lies in {file} now.").format(file=self._plan_file))
        else:
            sentence = self.tr("The plan lies in {file} now. The former file is still there: {old}")
            self._window.say(sentence.format(file=self._plan_file, old=old.store.path), is_failure=True)

    def _raise_other(self) -> None:
        from desktop.doorbell import ring  # noqa: PLC0415 - brings the network module

        if ring(self._plan_file):
            self._application.quit()
        else:
            self._show_problem(errors.PlanLocked(self._plan_file))

    def _raise(self) -> None:
        if self._window is not None:
            self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowMinimized)
            self._window.raise_()
            self._window.activateWindow()

    def _show_failure(self, report: str) -> None:
        """Show a fault of the program once; everything done before is stored, so work can go on."""
        box = QMessageBox(
            QMessageBox.Icon.Warning,
            "Wochenwerk",
            self.tr("Something went wrong in the program. Your plan is saved; you can go on working."),
            QMessageBox.StandardButton.Close,
            self._window or self._welcome,
        )
        box.setInformativeText(
            self.tr("The report stands in {file}. It holds nothing of your plan.").format(file=paths.log_file())
        )
        box.setDetailedText(report)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    def _show_problem(self, problem: errors.StorageProblem) -> None:
        """Say what is the matter with the file and close when the user has read it: nothing was touched."""
        _collect_again()
        box = QMessageBox(QMessageBox.Icon.Warning, "Wochenwerk", wording.problem(problem), parent=self._window)
        other = box.addButton(self.tr("Open another plan …"), QMessageBox.ButtonRole.AcceptRole)
        again = box.addButton(self.tr("Try again"), QMessageBox.ButtonRole.ActionRole)
        box.addButton(self.tr("Quit"), QMessageBox.ButtonRole.RejectRole)
        box.finished.connect(lambda: self._answer_problem(box, other, again))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    def _answer_problem(self, box: QMessageBox, other: QAbstractButton, again: QAbstractButton) -> None:
        clicked = box.clickedButton()
        if clicked is other:
            name, _ = QFileDialog.getOpenFileName(
                self._window, self.tr("Open another plan"), str(self._plan_file.parent), f"*{paths.PLAN_SUFFIX}"
            )
            if name:
                self._plan_file, self._is_demo = Path(name).resolve(), False
        if clicked in (other, again):
            if self._lock is not None:
                self._lock.release()
                self._lock = None
            self._open_plan()
        else:
            self._application.quit()

    def _show_welcome(self) -> None:
        from desktop.welcome.page import WelcomePage  # noqa: PLC0415 - only on the first start

        self._welcome = WelcomePage(self._settings.language())
        self._welcome.setWindowTitle("Wochenwerk")
        self._welcome.setWindowIcon(icons.logo_icon())
        self._welcome.finished.connect(self._begin_plan)
        self._welcome.sample_requested.connect(self._begin_sample)
        self._welcome.language_chosen.connect(self._speak)
        self._welcome.resize(first_size(self._welcome))
        self._welcome.show()
        QTimer.singleShot(BEHIND_THE_PICTURE_MS, self, _collect_again)

    def _speak(self, language: str) -> None:
        """Show the first page again in the other language."""
        self._settings.write(machine.LANGUAGE, language)
        languages.speak(language)
        QTimer.singleShot(0, self, self._renew_welcome)

    def _renew_welcome(self) -> None:
        old = self._welcome
        self._show_welcome()
        if old is not None and self._welcome is not None:
            self._welcome.take_over(old)
            self._welcome.setGeometry(old.geometry())
            self._leave(old)

    def _begin_plan(self, plan: Plan, platforms: Sequence[Platform]) -> None:
        from db import lock  # noqa: PLC0415 - storage is read after the first picture
        from db.store import Store  # noqa: PLC0415

        try:
            self._plan_file.parent.mkdir(parents=True, exist_ok=True)
            self._lock = lock.hold_window(self._plan_file)
            store = Store.create(self._plan_file, plan, platforms)
        except OSError:
            self._refuse_welcome(errors.PlanReadOnly(self._plan_file))
            return
        except errors.StorageProblem as problem:
            self._refuse_welcome(problem)
            return
        self._enter(store)

    def _begin_sample(self) -> None:
        self._is_demo = True
        try:
            self._open_sample()
        except errors.StorageProblem as problem:
            self._is_demo = False
            self._refuse_welcome(problem)
            return
        self._drop_welcome()

    def _enter(self, store: Store) -> None:
        self._work_on(store)
        self._drop_welcome()

    def _drop_welcome(self) -> None:
        if self._welcome is not None:
            if self._window is not None:
                self._window.setGeometry(self._welcome.geometry())
            self._leave(self._welcome)
            self._welcome = None

    def _refuse_welcome(self, problem: errors.StorageProblem) -> None:
        if self._lock is not None:
            self._lock.release()
            self._lock = None
        box = QMessageBox(QMessageBox.Icon.Warning, "Wochenwerk", wording.problem(problem), parent=self._welcome)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    @staticmethod
    def _leave(page: QWidget) -> None:
        page.close()
        page.deleteLater()


def _collect_again() -> None:
    """Collect garbage from now on, but never again look through what the start has made."""
    if not gc.isenabled():
        gc.freeze()
        gc.set_threshold(*RARELY)
        gc.enable()


def _daily_copy(plan: Path) -> None:
    from db import backup  # noqa: PLC0415 - never before the first picture

    try:
        backup.daily_copy(plan)
    except errors.StorageProblem as problem:
        failures.log.warning("no daily copy: %s", problem)
