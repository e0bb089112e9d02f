"""Popovers and questions: where they lie, how they close, who has the focus, what is answered."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui import theme
from desktop.ui.controls import Button, RadioRows, Text
from desktop.ui.fields import LineField
from desktop.ui.popover import Popover, Question

SERIES = [
    ("this", "Nur dieser Termin", "23.11. um 14:30, die Serie bleibt um 13:30", "Verschieben"),
    ("following", "Dieser und folgende", "ab 23.11.", "Verschieben"),
    ("all", "Alle", "auch die 11 vergangenen Montage", "Alle verschieben"),
]


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot) -> Iterator[QWidget]:
    theme.apply(qapp, theme.Mode.LIGHT)
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 700)
    button = Button("Vorher", parent=window)
    button.setObjectName("before")
    button.setGeometry(10, 660, 100, 30)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    button.setFocus()
    yield window
    theme.apply(qapp, theme.Mode.LIGHT)


def anchor(window: QWidget, x: int, y: int, wide: int = 120, high: int = 40) -> QRect:
    return QRect(window.mapToGlobal(QPoint(x, y)), QSize(wide, high))


def small(window: QWidget) -> Popover:
    popover = Popover(window, 300)
    popover.add_title("Wiederholen", "repeat", is_closable=True)
    popover.body.addWidget(LineField())
    popover.body.addWidget(Button("Übernehmen", kind="primary"))
    return popover


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


@pytest.mark.parametrize(
    ("x", "y", "prefer", "lies"),
    [
        (300, 60, "below", "below"),
        (300, 640, "below", "above"),
        (300, 300, "above", "above"),
        (300, 300, "right", "right"),
        (780, 300, "right", "left"),
    ],
)
def test_it_lies_on_the_preferred_side_if_it_fits(window: QWidget, x: int, y: int, prefer: str, lies: str) -> None:
    popover = small(window)
    popover.open_at(anchor(window, x, y), prefer)  # type: ignore[arg-type]
    panel, target = popover.panel.geometry(), QRect(x, y, 120, 40)
    assert window.rect().contains(panel)
    assert not panel.intersects(target)
    assert {
        "below": panel.top() > target.bottom(),
        "above": panel.bottom() < target.top(),
        "right": panel.left() > target.right(),
        "left": panel.right() < target.left(),
    }[lies]


def test_it_never_leaves_the_window(window: QWidget) -> None:
    popover = small(window)
    for x, y in ((0, 0), (880, 690), (-300, 350), (880, 0)):
        popover.open_at(anchor(window, x, y))
        assert window.rect().contains(popover.panel.geometry())
        popover.dismiss()


def test_escape_closes_it_and_gives_the_focus_back(window: QWidget, qtbot: QtBot) -> None:
    before, popover = focused(), small(window)
    closed = QSignalSpy(popover.closed)
    popover.open_at(anchor(window, 300, 60))
    assert popover.isAncestorOf(focused())
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert not popover.is_open
    assert closed.count() == 1
    assert focused() is before


def test_a_click_beside_it_closes_it_and_one_on_it_does_not(window: QWidget, qtbot: QtBot) -> None:
    popover = small(window)
    popover.open_at(anchor(window, 300, 60))
    handle = window.windowHandle()
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, pos=popover.panel.geometry().topLeft() + QPoint(5, 5))
    assert popover.is_open
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, pos=QPoint(850, 500))
    assert not popover.is_open


def test_tab_goes_round_inside(window: QWidget, qtbot: QtBot) -> None:
    popover = small(window)
    popover.open_at(anchor(window, 300, 60))
    visited = []
    for _ in range(4):
        visited.append(focused())
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert len(set(visited)) == 3
    assert visited[3] is visited[0]
    assert all(popover.isAncestorOf(widget) for widget in visited)
    QTest.keyClick(focused(), Qt.Key.Key_Backtab)
    assert focused() is visited[3]


def test_it_stays_over_the_window_when_that_grows(window: QWidget, qtbot: QtBot) -> None:
    popover = small(window)
    popover.open_at(anchor(window, 300, 60))
    window.resize(1000, 800)
    qtbot.waitUntil(lambda: popover.size() == window.size())


def test_it_grows_with_its_content(window: QWidget, qtbot: QtBot) -> None:
    popover = small(window)
    popover.open_at(anchor(window, 300, 60))
    before = popover.panel.height()
    popover.body.addWidget(Text("Verknüpfte Beiträge bleiben beim ersten Termin. " * 3, is_wrapped=True))
    qtbot.waitUntil(lambda: popover.panel.height() > before + 30)


def test_a_question_is_answered_by_enter_with_the_first_choice(window: QWidget, qtbot: QtBot) -> None:
    question = Question(window, "Welche Termine verschieben?", SERIES, "repeat", "Budget bleibt 6:30 h")
    chosen, cancelled = QSignalSpy(question.chosen), QSignalSpy(question.cancelled)
    question.open_at(anchor(window, 300, 60))
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert chosen.at(0)[0] == "this"
    assert (chosen.count(), cancelled.count()) == (1, 0)


def test_the_verb_follows_the_choice(window: QWidget, qtbot: QtBot) -> None:
    question = Question(window, "Welche Termine verschieben?", SERIES)
    chosen = QSignalSpy(question.chosen)
    question.open_at(anchor(window, 300, 60))
    assert question.primary.caption == "Verschieben"
    QTest.keyClick(focused(), Qt.Key.Key_Down)
    QTest.keyClick(focused(), Qt.Key.Key_Down)
    assert question.primary.caption == "Alle verschieben"
    QTest.mouseClick(question.primary, Qt.MouseButton.LeftButton)
    assert chosen.at(0)[0] == "all"


@pytest.mark.parametrize("way", ["escape", "button", "beside"])
def test_a_question_can_be_left_unanswered(window: QWidget, qtbot: QtBot, way: str) -> None:
    question = Question(window, "Welche Termine verschieben?", SERIES)
    chosen, cancelled = QSignalSpy(question.chosen), QSignalSpy(question.cancelled)
    question.open_at(anchor(window, 300, 60))
    if way == "escape":
        QTest.keyClick(focused(), Qt.Key.Key_Escape)
    elif way == "button":
        QTest.mouseClick(question.cancel, Qt.MouseButton.LeftButton)
    else:
        QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(850, 600))
    assert (chosen.count(), cancelled.count()) == (0, 1)


def test_a_question_is_gone_after_its_answer(window: QWidget, qtbot: QtBot) -> None:
    question = Question(window, "Welche Termine verschieben?", SERIES)
    question.open_at(anchor(window, 300, 60))
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.findChildren(RadioRows))


def test_shortcuts_of_the_window_do_not_take_its_keys(window: QWidget, qtbot: QtBot) -> None:
    fired: list[str] = []
    for key in ("Esc", "Return"):
        shortcut = QShortcut(QKeySequence(key), window)
        shortcut.activated.connect(lambda key=key: fired.append(key))
    question = Question(window, "Welche Termine verschieben?", SERIES)
    chosen = QSignalSpy(question.chosen)
    question.open_at(anchor(window, 300, 60))
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Return)
    assert chosen.count() == 1
    assert fired == []


@pytest.mark.parametrize("scale", [100, 200])
def test_a_question_shows_everything_at_every_text_size(window: QWidget, qapp: QApplication, scale: int) -> None:
    theme.apply(qapp, theme.Mode.LIGHT, scale)
    question = Question(window, "Welche Termine verschieben?", SERIES, "repeat", "Budget bleibt 6:30 h")
    question.open_at(anchor(window, 60, 20))
    inside = question.panel.rect()
    for widget in (question.rows, question.primary, question.cancel):
        place = QRect(widget.mapTo(question.panel, QPoint()), widget.size())
        assert inside.contains(place), widget
        assert widget.height() >= widget.sizeHint().height() or widget.hasHeightForWidth(), widget


def test_what_is_too_high_for_the_window_scrolls(window: QWidget) -> None:
    popover = small(window)
    for number in range(40):
        popover.body.addWidget(Button(f"Vorschlag {number}"))
    popover.open_at(anchor(window, 300, 60))
    assert window.rect().contains(popover.panel.geometry())
    last = popover.findChildren(Button)[-1]
    assert not popover.panel.rect().contains(last.mapTo(popover.panel, QPoint()))
    popover.panel.ensureWidgetVisible(last)
    assert popover.panel.rect().contains(last.mapTo(popover.panel, QPoint()))


def test_a_question_goes_with_the_page_that_asked(qtbot: QtBot) -> None:
    stack, rooms = QStackedWidget(), (QWidget(), QWidget())
    for room in rooms:
        stack.addWidget(room)
    qtbot.addWidget(stack)
    asked_by = QWidget(rooms[0])
    stack.show()
    qtbot.waitExposed(stack)
    question = Question(asked_by, "Which dates?", [("this", "Only this one", "", "Move")])
    elsewhere = Question(stack, "Still there?", [("yes", "Yes", "", "Go on")])
    question.open_at(QRect(10, 10, 20, 20))
    elsewhere.open_at(QRect(10, 10, 20, 20))

    with qtbot.waitSignal(question.cancelled):
        stack.setCurrentWidget(rooms[1])

    assert not question.is_open
    assert elsewhere.is_open


def test_a_scroll_bar_goes_with_the_reason_for_it(window: QWidget, qtbot: QtBot) -> None:
    popover = Popover(window, 300)
    words = Text("Wo Google die Datei holt", "meta", is_wrapped=True)
    popover.body.addWidget(words)
    popover.body.addWidget(LineField())
    popover.open_at(anchor(window, 300, 60))
    QApplication.processEvents()
    while words.heightForWidth(words.width() - 8) == words.height():  # until it just fits beside no scroll bar
        words.setText(f"{words.text()}i")
        QApplication.processEvents()
    bar, high = popover.panel.verticalScrollBar(), popover.panel.height()
    window.resize(900, 60)
    qtbot.waitUntil(bar.isVisible)
    window.resize(900, 700)
    qtbot.waitUntil(lambda: not bar.isVisible())
    inner = popover.panel.widget()
    assert inner is not None
    assert popover.panel.height() == inner.height() == high
    popover.dismiss()
