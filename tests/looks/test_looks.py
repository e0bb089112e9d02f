"""Every view of the window, in both languages and colours, in three sizes: all of it can be read.

`WOCHENWERK_PICTURES=FOLDER` keeps the pictures for people to look at.
"""

from __future__ import annotations

import os
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db import sample
from desktop import paths
from desktop.calendar.budget_strip import TotalCell
from desktop.calendar.day_header import DayHeader
from desktop.planning.budget import ActivityBudget, PlatformBudget, Verdict
from desktop.ui import theme
from tests.builders import a_platform, a_store
from tests.looks import reading
from tests.looks.stage import NOW, WEEK, Look, dressed, views

LIGHT, DARK = theme.Mode.LIGHT, theme.Mode.DARK
LOOKS = (
    *(Look(language, mode, *size) for language in ("de", "en") for mode in (LIGHT, DARK) for size in ((1280, 720),)),
    *(Look(language, mode, 1440, 900) for language in ("de", "en") for mode in (LIGHT, DARK)),
    Look("de", LIGHT, 1440, 900, scale=150),
)
PLACE = re.compile(r"\{[^}]*\}|%n|%L?1")
TELLING = 6  # letters: shorter pieces between two places occur in any text


@pytest.fixture(autouse=True)
def usual_look(qapp: QApplication) -> Iterator[None]:
    """Give the next test the look it expects."""
    yield
    theme.apply(qapp, LIGHT)


@cache
def foreign(language: str) -> tuple[frozenset[str], re.Pattern[str]]:
    """What would be said in the other language, as it is or with values: sources in German, translations in English."""
    root = ET.parse(paths.resource("i18n") / "wochenwerk_de.ts").getroot()  # noqa: S314 - our own file
    pairs = []
    for message in root.iter("message"):
        source, told = message.findtext("source", ""), message.find("translation")
        if told is not None:
            forms = [form.text or "" for form in told.iter("numerusform")] or [told.text or ""]
            pairs += [(source, form) for form in forms]
    ours = {pair[language == "de"] for pair in pairs}
    theirs = {pair[language == "en"] for pair in pairs} - ours
    telling = {text for text in theirs if max(map(len, PLACE.split(text))) >= TELLING}
    plain = frozenset(text for text in telling if not PLACE.search(text))
    patterns = (".+".join(map(re.escape, PLACE.split(text))) for text in sorted(telling - plain))
    return plain, re.compile("|".join(patterns))


def is_foreign(words: str, language: str) -> bool:
    """Tell whether this is said in the other language."""
    plain, pattern = foreign(language)
    return words in plain or pattern.fullmatch(words) is not None


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_every_view_can_be_read(qapp: QApplication, tmp_path: Path, look: Look) -> None:
    dressed(qapp, look)
    folder = os.environ.get("WOCHENWERK_PICTURES")
    problems: list[str] = []
    store = sample.create(tmp_path / "cafe.wochenwerk", NOW, look.language)
    empty = a_store(tmp_path)
    try:
        for view in views(store, empty, look):
            image, texts = reading.pictured(view.window)
            if folder:
                image.save(str(Path(folder) / f"{view.name}-{look}.png"))
            said = {text.words for text in texts} | reading.spoken(view.window)
            strangers = [words for words in said if is_foreign(words, look.language)]
            found = {
                "cut": reading.cut(texts),
                "pale": reading.pale(view.window, image, texts),
                "overlaps": reading.overlapping(view.window),
                "scrolls across": reading.scrolled_across(view.window),
                "without a name": reading.nameless(view.window),
                "in the other language": strangers,
                "without its plural": [words for words in said if "(s)" in words],
            }
            problems += [f"{view.name}: {what}: {each}" for what, all_ in found.items() for each in all_]
    finally:
        store.close()
        empty.close()
    assert not problems, "\n".join(problems)


@pytest.mark.parametrize("is_compact", [False, True])
@pytest.mark.parametrize("language", ["de", "en"])
def test_more_than_ten_hours_of_every_activity_leave_room_for_its_name(
    qapp: QApplication, qtbot: QtBot, language: str, is_compact: bool
) -> None:
    dressed(qapp, Look(language, LIGHT, 284, 94))
    total = TotalCell()
    qtbot.addWidget(total)
    total.set_compact(is_compact)
    hours = [ActivityBudget(360, minutes, 0) for minutes in (720, 1234, 899, 754)]
    platform = a_platform()
    budget = PlatformBudget(platform, WEEK, 1440, 1440, 3607, 0, 0, Verdict.OVER, tuple(hours), 0, 0, (3, 7), False)
    total.show_total([budget])
    total.resize(total.width(), 94)
    total.show()

    _, texts = reading.pictured(total)
    assert not [text.words for text in texts if text.words.endswith("…")]


@pytest.mark.parametrize(("width", "shown"), [(1223, "3:45 h"), (824, "3:45")])
def test_the_hours_of_all_days_are_written_alike(qapp: QApplication, qtbot: QtBot, width: int, shown: str) -> None:
    dressed(qapp, Look("de", LIGHT, width, 44))
    header = DayHeader()
    qtbot.addWidget(header)
    header.resize(width, header.height())
    header.show_week(WEEK, WEEK.days[2], [225] * 7, [1] * 7)
    header.show()

    _, texts = reading.pictured(header)
    hours = [text.words for text in texts if text.words.startswith("3:45")]
    assert hours == [shown] * 7
