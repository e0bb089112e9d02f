"""Fields: values, what cannot be read, leaving and going back, stepping, choosing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QComboBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui import theme
from desktop.ui.fields import (
    DateField,
    Field,
    LineField,
    MinutesField,
    Option,
    SelectField,
    TextArea,
    TimeField,
    label,
)
from desktop.ui.mini_month import MiniMonth
from desktop.ui.popover import Popover

STAGE: list[QWidget] = []  # pytest-qt itself keeps no window alive


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> Iterator[None]:
    theme.apply(qapp, theme.Mode.LIGHT)
    yield
    STAGE.clear()
    theme.apply(qapp, theme.Mode.LIGHT)


def shown(qtbot: QtBot, *fields: QWidget) -> QWidget:
    window = QWidget()
    STAGE.append(window)
    qtbot.addWidget(window)
    window.resize(400, 420)
    column = QVBoxLayout(window)
    for field in fields:
        column.addWidget(field)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def told(spy: QSignalSpy) -> list[object]:
    return [spy.at(number)[0] for number in range(spy.count())]


def write(qtbot: QtBot, field: LineField | TimeField | MinutesField | DateField, text: str) -> None:
    field.editor.setFocus()
    field.editor.selectAll()
    QTest.keyClicks(field.editor, text)


def test_a_text_is_told_once_by_enter_or_on_leaving(qtbot: QtBot) -> None:
    title, other = LineField("Titel"), LineField()
    shown(qtbot, title, other)
    commits, edits = QSignalSpy(title.committed), QSignalSpy(title.edited)
    write(qtbot, title, "Zimt")
    assert title.value == "Zimt"
    assert told(commits) == []
    QTest.keyClick(title.editor, Qt.Key.Key_Return)
    QTest.keyClick(title.editor, Qt.Key.Key_Tab)
    assert other.editor.hasFocus()
    write(qtbot, title, "Stollen")
    other.editor.setFocus()
    assert told(commits) == ["Zimt", "Stollen"]
    assert edits.count() == len("ZimtStollen")


def test_setting_a_value_tells_nothing(qtbot: QtBot) -> None:
    title, time, select = LineField(), TimeField(), SelectField([("a", "A"), ("b", "B")])
    shown(qtbot, title, time, select)
    spies = [QSignalSpy(field.committed) for field in (title, time, select)]
    title.set_value("Zimt")
    time.set_value(735)
    select.set_value("b")
    assert [spy.count() for spy in spies] == [0, 0, 0]
    assert (title.value, time.value, select.value) == ("Zimt", 735, "b")


def test_escape_puts_the_text_back(qtbot: QtBot) -> None:
    title = LineField()
    shown(qtbot, title)
    title.set_value("Zimt")
    commits = QSignalSpy(title.committed)
    write(qtbot, title, "Stollen")
    QTest.keyClick(title.editor, Qt.Key.Key_Escape)
    assert title.value == "Zimt"
    title.editor.clearFocus()
    assert commits.count() == 0


def test_escape_in_an_untouched_field_goes_on_to_what_is_around(qtbot: QtBot) -> None:
    keys: list[int] = []

    class Around(QWidget):
        def keyPressEvent(self, event: object) -> None:
            keys.append(event.key())  # type: ignore[attr-defined]

    around = Around()
    STAGE.append(around)
    qtbot.addWidget(around)
    title = LineField(parent=around)
    around.show()
    title.editor.setFocus()
    QTest.keyClick(title.editor, Qt.Key.Key_Escape)
    assert keys == [Qt.Key.Key_Escape]


def test_a_time_is_shown_as_the_program_writes_it(qtbot: QtBot) -> None:
    field = TimeField()
    shown(qtbot, field)
    commits = QSignalSpy(field.committed)
    write(qtbot, field, "930")
    QTest.keyClick(field.editor, Qt.Key.Key_Return)
    assert (field.value, field.editor.text(), told(commits)) == (570, "9:30", [570])


def test_what_cannot_be_read_keeps_the_value_and_says_what_to_write(qtbot: QtBot) -> None:
    field = TimeField()
    shown(qtbot, field)
    field.set_value(735)
    commits, problems = QSignalSpy(field.committed), QSignalSpy(field.problem_changed)
    write(qtbot, field, "halb zehn")
    QTest.keyClick(field.editor, Qt.Key.Key_Return)
    assert field.value == 735
    assert field.problem is not None
    assert field.problem in told(problems)
    assert field.editor.accessibleDescription() == field.problem
    picture = field.grab().toImage()
    frame = field.frame_rect()
    assert picture.pixelColor(frame.width() // 2, frame.bottom()).name() == theme.color("danger").name()

    QTest.keyClick(field.editor, Qt.Key.Key_Escape)
    assert field.editor.text() == "12:15"
    assert not field.problem
    assert commits.count() == 0


def test_typing_on_takes_the_sentence_away(qtbot: QtBot) -> None:
    field = MinutesField()
    shown(qtbot, field)
    write(qtbot, field, "viel")
    QTest.keyClick(field.editor, Qt.Key.Key_Return)
    assert field.problem
    QTest.keyClick(field.editor, Qt.Key.Key_A)
    assert field.problem is None


def test_the_sentence_stands_below_the_frame_in_as_many_lines_as_it_needs(qtbot: QtBot) -> None:
    field = LineField()
    window = shown(qtbot, field)
    window.resize(200, 300)
    frame = field.frame_rect()
    field.set_problem("Adresse prüfen: Komma statt Punkt, und der Name hat ein Leerzeichen")
    qtbot.waitUntil(lambda: field.height() >= frame.height() + 3 * QFontMetrics(theme.font("meta")).height())
    assert field.frame_rect().height() == frame.height()


def test_an_empty_field_is_no_value_where_that_is_allowed(qtbot: QtBot) -> None:
    may, must = TimeField(may_be_empty=True), TimeField()
    shown(qtbot, may, must)
    for field in (may, must):
        field.set_value(600)
        field.editor.setFocus()
        field.editor.selectAll()
        QTest.keyClick(field.editor, Qt.Key.Key_Delete)
        QTest.keyClick(field.editor, Qt.Key.Key_Return)
    assert (may.value, may.problem) == (None, None)
    assert must.value == 600
    assert must.problem


def test_arrows_step_a_time_to_full_quarters(qtbot: QtBot) -> None:
    field = TimeField()
    shown(qtbot, field)
    field.set_value(9 * 60 + 10)
    commits = QSignalSpy(field.committed)
    field.editor.setFocus()
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp):
        QTest.keyClick(field.editor, key)
    assert told(commits) == [555, 570, 555, 600]


def test_a_time_cannot_be_stepped_beyond_the_day(qtbot: QtBot) -> None:
    field = TimeField()
    shown(qtbot, field)
    field.set_value(23 * 60 + 45)
    field.editor.setFocus()
    QTest.keyClick(field.editor, Qt.Key.Key_Up)
    assert field.value == 23 * 60 + 45
    field.set_value(0)
    QTest.keyClick(field.editor, Qt.Key.Key_Down)
    assert field.value == 0


def test_amounts_step_by_five_and_by_fifteen(qtbot: QtBot) -> None:
    field = MinutesField(has_unit=True)
    shown(qtbot, field)
    field.set_value(360)
    field.editor.setFocus()
    QTest.keyClick(field.editor, Qt.Key.Key_Up)
    assert (field.value, field.editor.text()) == (365, "6:05 h")
    QTest.keyClick(field.editor, Qt.Key.Key_PageDown)
    assert field.value == 360
    write(qtbot, field, "1,5h")
    QTest.keyClick(field.editor, Qt.Key.Key_Return)
    assert (field.value, field.editor.text()) == (90, "1:30 h")


def test_a_day_without_a_year_is_the_next_one(qtbot: QtBot) -> None:
    field = DateField()
    shown(qtbot, field)
    field.set_today(date(2026, 12, 28))
    write(qtbot, field, "3.1.")
    QTest.keyClick(field.editor, Qt.Key.Key_Return)
    assert field.value == date(2027, 1, 3)
    assert field.editor.text() == "Sun 3 Jan"


def test_a_day_is_chosen_from_the_month(qtbot: QtBot) -> None:
    field = DateField()
    window = shown(qtbot, field)
    field.set_value(date(2026, 11, 29))
    commits = QSignalSpy(field.committed)
    QTest.mouseClick(field, Qt.MouseButton.LeftButton, pos=field.icon_rect().center())
    popover = window.findChild(Popover)
    assert popover is not None
    assert popover.is_open
    month = popover.findChild(MiniMonth)
    assert month is not None
    assert month.days.hasFocus()
    QTest.keyClick(month.days, Qt.Key.Key_Left)
    QTest.keyClick(month.days, Qt.Key.Key_Return)
    assert told(commits) == [date(2026, 11, 28)]
    assert field.editor.hasFocus()
    assert not popover.isVisible()


def test_the_month_opens_by_key_and_closes_without_a_change(qtbot: QtBot) -> None:
    field = DateField()
    window = shown(qtbot, field)
    field.set_value(date(2026, 11, 29))
    field.editor.setFocus()
    QTest.keyClick(field.editor, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    popover = window.findChild(Popover)
    assert popover is not None
    QTest.keyClick(popover, Qt.Key.Key_Escape)
    assert not popover.isVisible()
    assert field.value == date(2026, 11, 29)


def test_one_of_several_is_chosen_by_typing_its_first_letter(qtbot: QtBot) -> None:
    field = SelectField([("bw", "Baden-Württemberg"), ("by", "Bayern"), ("sn", "Sachsen")])
    shown(qtbot, field)
    assert field.value == "bw"
    commits = QSignalSpy(field.committed)
    combo = field.findChild(QComboBox)
    assert combo is not None
    combo.setFocus()
    QTest.keyClick(combo, Qt.Key.Key_S)
    QTest.keyClick(combo, Qt.Key.Key_Up)
    assert told(commits) == ["sn", "by"]
    assert field.value == "by"


def test_one_of_several_is_chosen_from_the_open_list(qtbot: QtBot) -> None:
    field = SelectField(
        [Option("k", "Karussell", "box-multiple", "Vorlage 1:45 h"), Option("r", "Reel", "player-play")]
    )
    shown(qtbot, field)
    commits = QSignalSpy(field.committed)
    combo = field.findChild(QComboBox)
    assert combo is not None
    combo.setFocus()
    QTest.keyClick(combo, Qt.Key.Key_Space)
    assert combo.view().isVisible()
    assert combo.view().verticalScrollBar().maximum() == 0
    assert combo.view().currentIndex().row() == 0
    QTest.keyClick(combo.view(), Qt.Key.Key_Down)
    QTest.keyClick(combo.view(), Qt.Key.Key_Return)
    assert told(commits) == ["r"]


def test_options_change_and_the_choice_stays_where_it_can(qtbot: QtBot) -> None:
    field = SelectField([("a", "A"), ("b", "B")])
    qtbot.addWidget(field)
    field.set_value("b")
    field.set_options([("c", "C"), ("b", "B")])
    assert field.value == "b"
    field.set_options([("c", "C")])
    assert field.value == "c"
    empty = SelectField([("a", "A")], placeholder="Niemand")
    qtbot.addWidget(empty)
    assert empty.value is None


def test_several_lines_are_told_on_leaving(qtbot: QtBot) -> None:
    text, other = TextArea("Text"), LineField()
    shown(qtbot, text, other)
    text.set_value("Heute")
    commits, edits = QSignalSpy(text.committed), QSignalSpy(text.edited)
    text.editor.setFocus()
    QTest.keyClick(text.editor, Qt.Key.Key_End)
    QTest.keyClicks(text.editor, "!")
    assert told(edits) == ["Heute!"]
    QTest.keyClick(text.editor, Qt.Key.Key_Tab)
    assert other.editor.hasFocus()
    assert told(commits) == ["Heute!"]


def test_the_label_names_its_field(qtbot: QtBot) -> None:
    field = LineField()
    text = label("Dein Betrieb", field)
    for widget in (field, text):
        qtbot.addWidget(widget)
    assert field.editor.accessibleName() == "Dein Betrieb"


def test_the_focused_field_has_a_line_in_the_accent(qtbot: QtBot) -> None:
    field = LineField()
    shown(qtbot, field)
    frame = field.frame_rect()
    field.editor.clearFocus()
    assert field.grab().toImage().pixelColor(frame.width() // 2, 0).name() == theme.color("line-strong").name()
    QTest.mouseClick(field, Qt.MouseButton.LeftButton, pos=QPoint(3, frame.height() // 2))
    assert field.editor.hasFocus()
    assert field.grab().toImage().pixelColor(frame.width() // 2, 0).name() == theme.color("accent").name()


@pytest.mark.parametrize("scale", [100, 150, 200])
def test_text_has_room_at_every_text_size(qapp: QApplication, qtbot: QtBot, scale: int) -> None:
    theme.apply(qapp, theme.Mode.LIGHT, scale)
    fields: list[Field] = [LineField(size=26), TimeField(), SelectField([("a", "Ägypten")]), DateField(size=30)]
    shown(qtbot, *fields)
    for field in fields:
        assert field.frame_rect().height() >= QFontMetrics(theme.font("body")).height() + 4


@pytest.mark.parametrize("mode", [theme.Mode.LIGHT, theme.Mode.DARK])
def test_the_editor_paints_no_ground_of_its_own(qapp: QApplication, qtbot: QtBot, mode: theme.Mode) -> None:
    theme.apply(qapp, mode)
    quiet, dead, text = LineField(is_quiet=True), LineField(), TextArea()
    window = shown(qtbot, quiet, dead, text)
    dead.setEnabled(False)
    text.setEnabled(False)
    window.setFocus()
    for field in (quiet, dead, text):
        frame, picture = field.frame_rect(), field.grab().toImage()
        place = QPoint(frame.width() // 2, frame.height() // 2)
        beside = QPoint(frame.width() // 2, frame.top() + 3)
        assert picture.pixelColor(place) == picture.pixelColor(beside), field
        if field is not quiet:
            assert picture.pixelColor(place).name() == theme.color("subtle").name(), field
