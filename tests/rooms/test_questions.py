"""The words of the questions that are asked before an edit reaches far."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from db.records import Status
from desktop.calendar.questions import Wording, ask, question
from desktop.planning.intents import (
    ChoiceKey,
    EditBlock,
    Intent,
    MoveBlock,
    MovePost,
    Outcome,
    RemoveBlock,
    ResizeBlock,
)
from desktop.planning.rescheduling import decide
from desktop.planning.series import BlockEdit
from desktop.ui import theme
from tests.rooms.panel_plan import ADVENT, ADVENT_POST, NOW, TALK, WEEKLY, board

PLACE = datetime(2026, 11, 23, 9, 30)


def asked(intent: Intent, **plan: object) -> Wording | None:
    """The question about an intent on the café's plan."""
    everything = board(**plan)  # type: ignore[arg-type]
    outcome = decide(everything, intent, NOW)
    assert isinstance(outcome, Outcome)
    return question(intent, outcome, everything)


def lines(words: Wording | None) -> dict[str, str]:
    """The answers with what follows from them."""
    assert words is not None
    return {answer.title: answer.consequence for answer in words.answers}


def test_moving_one_of_a_series_asks_which_dates() -> None:
    words = asked(MoveBlock(WEEKLY, PLACE, datetime(2026, 11, 23, 10, 30)))
    assert words is not None
    assert words.title == "Which dates to move?"
    assert lines(words) == {
        "Only this one": "23 Nov at 10:30, the series stays at 9:30",
        "This and following": "from 23 Nov on; ticks and hours go along",
        "All": "also the 11 past Mondays",
    }
    assert {answer.verb for answer in words.answers} == {"Move"}
    assert words.answers[0].key is ChoiceKey.ONLY_THIS


def test_moving_to_another_day_says_the_day() -> None:
    words = lines(asked(MoveBlock(WEEKLY, PLACE, datetime(2026, 11, 24, 9, 30))))
    assert words["Only this one"] == "on 24 Nov instead of 23 Nov, the series stays"


def test_stretching_says_both_times() -> None:
    words = asked(ResizeBlock(WEEKLY, PLACE, PLACE, datetime(2026, 11, 23, 11, 0)))
    assert lines(words)["Only this one"] == "23 Nov, 9:30–11:00; the series stays 9:30–10:30"


def test_editing_and_deleting_have_their_own_words() -> None:
    edited = asked(EditBlock(WEEKLY, PLACE, BlockEdit(title="Runde")))
    assert edited is not None
    assert edited.title == "Which dates to change?"
    assert lines(edited)["Only this one"] == "only 23 Nov, the series stays as it is"
    removed = asked(RemoveBlock(WEEKLY, PLACE))
    assert removed is not None
    assert (removed.title, removed.answers[0].verb) == ("Which dates to delete?", "Delete")
    assert lines(removed)["This and following"] == "from 23 Nov on, the earlier ones stay"


def test_a_published_post_asks_whether_the_date_was_wrong() -> None:
    out = replace(
        ADVENT_POST.variants[0], status=Status.PUBLISHED, published_at=datetime(2026, 11, 24, 16, 30, tzinfo=UTC)
    )
    post = replace(ADVENT_POST, variants=(out, *ADVENT_POST.variants[1:]))
    words = asked(MovePost(ADVENT, (1,), datetime(2026, 11, 25, 17, 0)), posts=(post,))
    assert words is not None
    assert words.title == "This post is already online"
    assert lines(words) == {
        "Correct the date": "it went online Wed 25 Nov, 17:00 instead of Tue 17:30",
        "Plan a copy": "new draft Wed 25 Nov 17:00, without approval and hours",
    }
    assert [answer.verb for answer in words.answers] == ["Correct", "Plan copy"]


def test_a_block_that_is_alone_asks_nothing() -> None:
    assert asked(MoveBlock(TALK, datetime(2026, 11, 30, 10, 0), datetime(2026, 11, 30, 11, 0))) is None


@pytest.mark.parametrize(("down", "key"), [(0, ChoiceKey.ONLY_THIS), (2, ChoiceKey.ALL)])
def test_the_popover_answers_with_the_chosen_key(qtbot: QtBot, qapp: QApplication, down: int, key: ChoiceKey) -> None:
    theme.apply(qapp, theme.Mode.LIGHT)
    window = QWidget()
    window.resize(800, 700)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    words = asked(MoveBlock(WEEKLY, PLACE, datetime(2026, 11, 23, 10, 30)))
    assert words is not None
    popover = ask(window, words, "Budget stays 6:30 h")
    popover.open_at(QRect(window.mapToGlobal(window.rect().center()), window.size() / 10))
    for _ in range(down):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Down)
    with qtbot.waitSignal(popover.chosen) as chosen:
        QTest.keyClick(popover.primary, Qt.Key.Key_Return)
    assert chosen.args == [key]
