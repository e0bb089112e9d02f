"""Buttons, segments, switches, chips and rows, worked with mouse and keyboard."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAction, QFontMetrics
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from db.records import PlatformKind
from desktop.ui import menus, theme
from desktop.ui.controls import (
    Avatar,
    Button,
    CheckBox,
    Chip,
    FilterChip,
    IconButton,
    RadioRows,
    Segmented,
    SplitButton,
    Switch,
    ToggleButton,
    WeekdayButtons,
)
from desktop.ui.focus import FocusRing

STAGE: list[QWidget] = []  # pytest-qt itself keeps no window alive


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> Iterator[None]:
    theme.apply(qapp, theme.Mode.LIGHT)
    yield
    STAGE.clear()
    theme.apply(qapp, theme.Mode.LIGHT)


def shown(qtbot: QtBot, *widgets: QWidget) -> QWidget:
    window = QWidget()
    STAGE.append(window)
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    for widget in widgets:
        column.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def middle(widget: QWidget) -> QPoint:
    return widget.rect().center()


def rings(window: QWidget) -> list[FocusRing]:
    return [ring for ring in window.findChildren(FocusRing) if ring.isVisible()]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_button_is_pressed_with_mouse_and_keys(qtbot: QtBot, key: Qt.Key) -> None:
    button = Button("Verschieben", kind="primary")
    shown(qtbot, button)
    clicks = QSignalSpy(button.clicked)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=middle(button))
    button.setFocus()
    QTest.keyClick(button, key)
    assert clicks.count() == 2


def test_a_disabled_button_is_not_pressed(qtbot: QtBot) -> None:
    button = Button("Verschieben")
    shown(qtbot, button)
    clicks = QSignalSpy(button.clicked)
    button.setEnabled(False)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=middle(button))
    assert clicks.count() == 0


def test_an_ampersand_is_a_letter(qtbot: QtBot) -> None:
    button = Button("Formate & Aufwand")
    qtbot.addWidget(button)
    assert button.caption == "Formate & Aufwand"
    assert button.shortcut().isEmpty()
    assert QAccessible.queryAccessibleInterface(button).text(QAccessible.Text.Name) == "Formate & Aufwand"


def test_the_ring_shows_for_the_keyboard_only_and_moves_nothing(qtbot: QtBot) -> None:
    one, other = Button("Eins"), Button("Zwei")
    window = shown(qtbot, one, other)
    before = [one.geometry(), other.geometry()]

    one.setFocus(Qt.FocusReason.MouseFocusReason)
    assert rings(window) == []
    QTest.keyClick(one, Qt.Key.Key_Tab)
    assert other.hasFocus()
    (ring,) = rings(window)
    around = other.geometry().adjusted(-4, -4, 4, 4)
    assert ring.geometry().translated(ring.parentWidget().mapTo(window, QPoint())) == around  # type: ignore[union-attr]
    assert [one.geometry(), other.geometry()] == before
    assert window.childAt(around.topLeft() + QPoint(1, 1)) is None

    other.clearFocus()
    assert rings(window) == []


def test_the_ring_follows_its_control_and_dies_with_it(qtbot: QtBot) -> None:
    button = Button("Eins")
    window = shown(qtbot, button)
    button.clearFocus()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    button.move(60, 70)
    (ring,) = rings(window)
    assert ring.geometry().center() == button.geometry().center()
    button.setParent(None)
    button.deleteLater()
    QApplication.processEvents()
    assert rings(window) == []


def test_an_icon_button_says_its_name_and_can_be_hit(qtbot: QtBot) -> None:
    button = IconButton("x", "Schließen", size=20)
    qtbot.addWidget(button)
    assert button.toolTip() == button.accessibleName() == "Schließen"
    assert min(button.sizeHint().width(), button.sizeHint().height()) >= 24


def test_a_split_button_has_a_menu_beside_its_action(qtbot: QtBot) -> None:
    made: list[QMenu] = []

    def menu() -> QMenu:
        one = menus.make_menu(split)
        menus.add(one, "Idee festhalten", "bulb")
        made.append(one)
        return one

    split = SplitButton("Neuer Beitrag", "plus", menu, "Mehr anlegen")
    shown(qtbot, split)
    clicks = QSignalSpy(split.clicked)
    QTest.mouseClick(split.main, Qt.MouseButton.LeftButton)
    assert clicks.count() == 1
    QTest.mouseClick(split.more, Qt.MouseButton.LeftButton)
    assert made[0].isVisible()
    assert clicks.count() == 1
    made[0].close()


def test_segments_choose_one_by_mouse_and_arrow(qtbot: QtBot) -> None:
    segments = Segmented([("light", "Hell"), ("dark", "Dunkel"), ("system", "Wie das System")])
    shown(qtbot, segments)
    changes = QSignalSpy(segments.changed)
    segments.set_value("dark")
    assert changes.count() == 0
    segments.segment("dark").setFocus()
    QTest.keyClick(segments.segment("dark"), Qt.Key.Key_Right)
    assert segments.value == "system"
    assert segments.segment("system").hasFocus()
    QTest.keyClick(segments.segment("system"), Qt.Key.Key_Right)
    assert changes.count() == 1
    QTest.mouseClick(segments.segment("light"), Qt.MouseButton.LeftButton)
    assert segments.value == "light"
    assert [changes.at(n)[0] for n in range(changes.count())] == ["system", "light"]
    with pytest.raises(KeyError):
        segments.set_value("pink")


def test_segments_keep_their_width_whichever_is_chosen(qtbot: QtBot) -> None:
    segments = Segmented([("a", "Jede Woche"), ("b", "Nie")])
    qtbot.addWidget(segments)
    before = segments.sizeHint()
    segments.set_value("b")
    assert segments.sizeHint() == before


def test_a_switch_turns_by_click_and_space_and_is_a_check_box_for_screen_readers(qtbot: QtBot) -> None:
    switch = Switch("In der Woche zeigen")
    shown(qtbot, switch)
    states = QSignalSpy(switch.toggled)
    QTest.mouseClick(switch, Qt.MouseButton.LeftButton, pos=middle(switch))
    QTest.keyClick(switch, Qt.Key.Key_Space)
    assert [states.at(n)[0] for n in range(states.count())] == [True, False]
    interface = QAccessible.queryAccessibleInterface(switch)
    assert interface.role() == QAccessible.Role.CheckBox
    assert interface.text(QAccessible.Text.Name) == "In der Woche zeigen"
    assert switch.sizeHint().height() >= 24


def test_a_check_box_is_ticked_on_its_text_too(qtbot: QtBot) -> None:
    box = CheckBox("Anlässe vorschlagen")
    shown(qtbot, box)
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(box.width() - 4, box.height() // 2))
    assert box.isChecked()


def test_radio_rows_choose_on_the_whole_row_and_by_arrow(qtbot: QtBot) -> None:
    rows = RadioRows([("this", "Nur dieser", "am 23.11."), ("all", "Alle", "auch vergangene"), ("none", "Keiner", "")])
    shown(qtbot, rows)
    assert rows.value == "this"
    changes = QSignalSpy(rows.changed)
    second = rows.findChildren(QWidget)[1]
    QTest.mouseClick(second, Qt.MouseButton.LeftButton, pos=QPoint(second.width() - 3, 3))
    assert rows.value == "all"
    QTest.keyClick(second, Qt.Key.Key_Down)
    assert rows.value == "none"
    rows.set_value("this")
    assert rows.value == "this"
    assert [changes.at(n)[0] for n in range(changes.count())] == ["all", "none"]
    assert second.accessibleDescription() == "auch vergangene"


def test_weekdays_are_switched_one_by_one(qtbot: QtBot) -> None:
    days = WeekdayButtons()
    shown(qtbot, days)
    days.set_value({0, 3})
    changes = QSignalSpy(days.changed)
    QTest.mouseClick(days.day_button(4), Qt.MouseButton.LeftButton)
    QTest.mouseClick(days.day_button(0), Qt.MouseButton.LeftButton)
    assert days.value == {3, 4}
    assert changes.at(1)[0] == {3, 4}
    assert days.day_button(0).accessibleName() == "Monday"
    days.day_button(3).setFocus()
    QTest.keyClick(days.day_button(3), Qt.Key.Key_Right)
    assert days.day_button(4).hasFocus()


@pytest.mark.parametrize("scale", [100, 125, 150, 200])
def test_no_text_is_cut_off_at_any_text_size(qapp: QApplication, qtbot: QtBot, scale: int) -> None:
    theme.apply(qapp, theme.Mode.LIGHT, scale)
    controls: list[QWidget] = [
        Button("Arbeitsblock anlegen", "clock"),
        Button("Woche anlegen", kind="primary", size=36, after="arrow-right"),
        Button("Löschen", "trash", "danger-link", size=26),
        CheckBox("Anlässe vorschlagen"),
        Chip("0:30 noch ohne Termin", "warn", "calendar-off"),
        FilterChip("Passt diese Woche 6", is_on=True),
        ToggleButton("WhatsApp-Kanal", platform=PlatformKind.WHATSAPP),
        ToggleButton("Interaktion", icon="message-circle", size=58, is_stacked=True),
        Segmented([("a", "Eigene Regel …"), ("b", "Jede Woche")]),
    ]
    window = QWidget()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    for control in controls:
        row.addWidget(control)
    window.show()
    for control in controls:
        assert control.width() >= control.sizeHint().width(), control
        assert control.height() >= QFontMetrics(theme.font("meta")).height(), control
        caption = getattr(control, "caption", None) or getattr(control, "text", "")
        words = QFontMetrics(theme.font("meta")).horizontalAdvance(str(caption))
        assert control.sizeHint().width() >= words, control


def test_a_chip_shows_another_state(qtbot: QtBot) -> None:
    chip = Chip("Im Plan", "ok", "circle-check")
    shown(qtbot, chip)
    before = chip.grab().toImage()
    chip.show_text("3 von 4", "warn", "alert-triangle")
    assert chip.text == chip.accessibleName() == "3 von 4"
    assert chip.grab().toImage() != before


def test_people_differ_by_colour_and_initials(qtbot: QtBot) -> None:
    avatar = Avatar("EK", 0)
    shown(qtbot, avatar)
    first = avatar.grab().toImage()
    avatar.show_person("LB", 1)
    assert avatar.grab().toImage() != first


def test_menus_name_keys_and_do_what_was_chosen(qtbot: QtBot) -> None:
    host = Button("Menü")
    shown(qtbot, host)
    done: list[str] = []
    menu = menus.make_menu(host)
    menus.add(menu, "Öffnen", "pencil", "Enter", lambda: done.append("open"))
    inner = menus.add_submenu(menu, "Status", "circle-check")
    menus.add(inner, "Geplant")
    danger = menus.add(menu, "Löschen & weg", "trash", "Entf", lambda: done.append("delete"), is_danger=True)
    menu.popup(host.mapToGlobal(QPoint()))
    assert isinstance(menu.actions()[0], QAction)
    assert menu.actions()[0].shortcut().isEmpty()
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert done == ["open"]
    assert danger.text() == "Löschen && weg\tEntf"
    qtbot.waitUntil(lambda: host.findChild(QMenu) is None)


def test_a_dangerous_row_is_red(qtbot: QtBot) -> None:
    host = Button("Menü")
    shown(qtbot, host)
    menu = menus.make_menu(host)
    menus.add(menu, "Löschen", "trash", is_danger=True)
    menu.popup(host.mapToGlobal(QPoint()))
    picture = menu.grab().toImage()
    colors = {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}
    assert theme.color("danger").name() in colors
    menu.close()
