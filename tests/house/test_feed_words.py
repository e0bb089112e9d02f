"""Every code of the calendars has words of its own, in both languages, and what goes wrong says what to do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import StrEnum

import pytest
from PySide6.QtWidgets import QApplication

from db.feed_records import DeliveryKind, Privacy
from desktop import check_words, feed_words, languages
from desktop.delivery.problems import ProblemCode
from desktop.delivery.self_check import Finding, FindingCode, Reader, Sight
from desktop.delivery.states import DeliveryState, DeliveryStep
from desktop.feeds.guard import Shortened
from desktop.preferences.feeds.guide_words import Client, Ways, guide

WORDED: dict[type[StrEnum], Callable[..., str]] = {
    ProblemCode: feed_words.problem,
    Privacy: feed_words.privacy,
    DeliveryKind: feed_words.delivery_kind,
    Shortened: feed_words.left_out,
    Reader: check_words.reader,
    FindingCode: lambda code: check_words.finding(Finding(code, "detail")),
    Sight: lambda seen: check_words.sight(seen, (Reader.GOOGLE,)),
}
WAYS = [
    Ways(is_subscribable=here, has_folder=folder, is_published=there, file="woche.ics")
    for here in (False, True)
    for folder in (False, True)
    for there in (False, True)
]


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


@pytest.mark.parametrize("step", DeliveryStep)
def test_the_side_bar_has_room_for_every_step(step: DeliveryStep, language: str) -> None:
    said = feed_words.folder_in_short(DeliveryState(step))
    assert 0 < len(said.text) <= 26
    assert (said.tone == "warn") == (step in {DeliveryStep.OFFLINE, DeliveryStep.REFUSED})


@pytest.mark.parametrize("client", Client)
@pytest.mark.parametrize("ways", WAYS, ids=str)
def test_every_client_has_steps_for_what_is_set_up(client: Client, ways: Ways, language: str) -> None:
    told = guide(client, ways)
    words = " ".join(told.steps)
    assert 3 <= len(told.steps) <= 4
    assert told.limits.endswith(".")
    published = "published" if language == "en" else "veröffentlichte"
    fetches_itself = client in {Client.GOOGLE, Client.OUTLOOK_NEW}
    if fetches_itself and not ways.is_published:
        assert published not in words, "there is no such address yet"
    if fetches_itself and ways.is_published:
        assert published in words
    if not fetches_itself and not ways.is_subscribable and not ways.is_published:
        assert ("woche.ics" in words) == ways.has_folder, "the file comes from the folder, or is exported first"
