"""Every code of the calendars has words of its own, in both languages, and what goes wrong says what to do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import StrEnum

import pytest
from PySide6.QtWidgets import QApplication

from db.feed_records import DeliveryKind, Privacy
from desktop import feed_words, languages
from desktop.delivery.problems import ProblemCode
from desktop.delivery.states import DeliveryStep

WORDED: dict[type[StrEnum], Callable[..., str]] = {
    ProblemCode: feed_words.problem,
    Privacy: feed_words.privacy,
    DeliveryKind: feed_words.delivery_kind,
}


@pytest.fixture(params=["de", "en"])
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    languages.speak(request.param)
    yield request.param
    languages.speak("en")


@pytest.mark.parametrize("codes", WORDED, ids=lambda codes: codes.__name__)
def test_every_code_has_words_of_its_own(codes: type[StrEnum], language: str) -> None:
    said = [WORDED[codes](code) for code in codes]
    assert all(said)
    assert len(set(said)) == len(said)


@pytest.mark.parametrize("kind", DeliveryKind)
def test_every_step_has_words_of_its_own(kind: DeliveryKind, language: str) -> None:
    said = [feed_words.step(step, kind) for step in DeliveryStep]
    assert all(said)
    assert len(set(said)) == len(said)


@pytest.mark.parametrize("code", ProblemCode)
def test_a_problem_is_one_plain_line_with_a_full_stop(code: ProblemCode, language: str) -> None:
    sentence = feed_words.problem(code)
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert len(sentence) < 130
