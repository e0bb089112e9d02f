"""What a person's hands do in a side panel: find a control by its name, click, type, choose."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QScrollArea, QWidget


def named(panel: QWidget, name: str) -> QWidget:
    """The one visible control with this accessible name."""
    QApplication.processEvents()  # what was just made is shown with the next events
    found = [each for each in panel.findChildren(QWidget) if each.accessibleName() == name and each.isVisibleTo(panel)]
    assert len(found) == 1, f"{len(found)} controls are named {name!r}"
    return found[0]


def button(panel: QWidget, caption: str) -> QWidget:
    """The one visible button with this text."""
    found = [
        each
        for each in panel.findChildren(QWidget)
        if getattr(each, "caption", None) == caption and each.isVisibleTo(panel)
    ]
    assert len(found) == 1, f"{len(found)} buttons say {caption!r}"
    return found[0]


def texts(panel: QWidget) -> set[str]:
    """Every text that is shown."""
    return {label.text() for label in panel.findChildren(QLabel) if label.isVisibleTo(panel) and label.text()}


def scroll_area(panel: QWidget) -> QScrollArea:
    """What the sections scroll in."""
    area = panel.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    return area


def click(widget: QWidget) -> None:
    """Click in the middle."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def retype(field: QWidget, text: str, leave: Qt.Key = Qt.Key.Key_Tab) -> None:
    """Replace what stands in a field, and leave it."""
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClicks(field, text)
    QTest.keyClick(field, leave)


def choose(name: str) -> None:
    """Click an entry of the menu that is open."""
    menu = open_menu()
    action = next(action for action in menu.actions() if action.text().split("\t")[0] == name)
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())


def open_menu() -> QMenu:
    """The menu that is open."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu
