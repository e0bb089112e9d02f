"""The first page: four questions, one sentence, two ways out."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QScrollBar, QWidget
from pytestqt.qtbot import QtBot

from db.records import Hours, Plan, Platform
from desktop.ui import theme
from desktop.ui.controls import Text
from desktop.welcome.page import WelcomePage
from desktop.welcome.picture import WeekPicture


@pytest.fixture
def page(qtbot: QtBot) -> WelcomePage:
    page = WelcomePage("de")
    qtbot.addWidget(page)
    page.resize(1440, 900)
    page.show()
    qtbot.waitExposed(page)
    return page


def button(page: QWidget, name: str) -> QAbstractButton:
    """The button that a screen reader, or the eye, finds under this name."""
    found = [each for each in page.findChildren(QAbstractButton) if name in {each.text(), each.accessibleName()}]
    assert len(found) == 1, (name, len(found))
    return found[0]


def press(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def sentence(page: WelcomePage) -> str:
    return next(each.accessibleName() for each in page.findChildren(QWidget) if type(each).__name__ == "_Sentence")


def finished(page: WelcomePage, qtbot: QtBot) -> tuple[Plan, tuple[Platform, ...]]:
    with qtbot.waitSignal(page.finished) as told:
        press(button(page, "Create my week"))
    assert told.args is not None
    plan, platforms = told.args
    return plan, platforms


def test_without_a_platform_there_is_nothing_to_create(page: WelcomePage) -> None:
    assert not button(page, "Create my week").isEnabled()


def test_the_sentence_tells_what_the_platforms_cost(page: WelcomePage) -> None:
    for name in ("Instagram", "Facebook", "LinkedIn"):
        press(button(page, name))
    assert "18:00 h" in sentence(page)
    assert "3:36 h" in sentence(page)
    assert "9 to 21" in sentence(page)
    press(button(page, "Friday"))
    assert "4:30 h" in sentence(page)


def test_the_answers_become_the_plan(page: WelcomePage, qtbot: QtBot) -> None:
    name = page.findChildren(QLineEdit)[0]
    QTest.keyClicks(name, "Cafe Test")
    press(button(page, "LinkedIn"))
    press(button(page, "Instagram"))
    press(button(page, "Saturday"))

    plan, platforms = finished(page, qtbot)

    assert plan.name == "Cafe Test"
    assert [(each.key, each.position) for each in platforms] == [("instagram", 0), ("linkedin", 1)]
    assert plan.working_hours == (*(Hours(480, 1080),) * 6, None)
    assert plan.region == "DE-BW"
    assert plan.suggests_occasions


def test_work_that_ends_before_it_starts_is_refused_where_it_stands(page: WelcomePage, qtbot: QtBot) -> None:
    press(button(page, "Instagram"))
    ends = next(each for each in page.findChildren(QLineEdit) if each.text() == "18:00")
    ends.setFocus()
    ends.selectAll()
    QTest.keyClicks(ends, "7:00")
    QTest.keyClick(ends, Qt.Key.Key_Return)
    with qtbot.assertNotEmitted(page.finished):
        press(button(page, "Create my week"))
    assert ends.hasFocus()


def test_changing_the_language_keeps_the_answers(page: WelcomePage, qtbot: QtBot) -> None:
    QTest.keyClicks(page.findChildren(QLineEdit)[0], "Cafe Test")
    press(button(page, "Instagram"))
    with qtbot.waitSignal(page.language_chosen) as told:
        press(button(page, "English"))
    assert told.args == ["en"]

    other = WelcomePage("en")
    qtbot.addWidget(other)
    other.take_over(page)

    plan, platforms = finished(other, qtbot)
    assert (plan.name, plan.language) == ("Cafe Test", "en")
    assert [each.key for each in platforms] == ["instagram"]


def test_the_sample_is_one_click_away(page: WelcomePage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.sample_requested):
        press(button(page, "Look at sample data"))


@pytest.mark.parametrize("size", [(1280, 720), (1440, 900), (1920, 1080)])
def test_the_sentence_is_seen_without_scrolling(page: WelcomePage, size: tuple[int, int], qtbot: QtBot) -> None:
    page.resize(*size)
    qtbot.waitUntil(lambda: (page.width(), page.height()) == size)
    told = next(each for each in page.findChildren(QWidget) if type(each).__name__ == "_Sentence")
    foot = button(page, "Create my week").parentWidget()
    assert foot is not None

    def is_seen() -> bool:
        return told.mapTo(page, told.rect().bottomLeft()).y() < foot.mapTo(page, foot.rect().topLeft()).y()

    qtbot.waitUntil(is_seen)


@pytest.mark.parametrize(("height", "scale"), [(900, 100), (680, 100), (680, 150)])
def test_nothing_lies_over_anything_at_the_left(qapp: QApplication, qtbot: QtBot, height: int, scale: int) -> None:
    theme.apply(qapp, theme.Mode.LIGHT, scale)
    page = WelcomePage("de")
    qtbot.addWidget(page)
    page.resize(1280 * scale // 100, height)
    page.show()
    QApplication.processEvents()
    theme.apply(qapp, theme.Mode.LIGHT)

    (picture,) = page.findChildren(WeekPicture)
    (promise,) = [each for each in page.findChildren(Text) if "No account" in each.text()]
    assert picture.isHidden() is (scale == 150)
    assert picture.isHidden() or picture.geometry().bottom() < promise.geometry().top()


def test_with_large_text_the_questions_have_the_page_for_themselves(qapp: QApplication, qtbot: QtBot) -> None:
    theme.apply(qapp, theme.Mode.LIGHT, scale=150)
    page = WelcomePage("de")
    qtbot.addWidget(page)
    page.resize(1440, 900)
    page.show()
    qtbot.waitExposed(page)
    qapp.processEvents()
    bars = [bar for bar in page.findChildren(QScrollBar) if bar.orientation() is Qt.Orientation.Horizontal]

    assert not any(bar.maximum() for bar in bars)
    theme.apply(qapp, theme.Mode.LIGHT)
