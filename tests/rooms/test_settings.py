"""The settings of a machine: which language it speaks, what a broken file does."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from desktop import paths, settings
from desktop.settings import Settings


@pytest.mark.parametrize(
    ("locale", "language"),
    [("de_AT.UTF-8", "de"), ("en_US.UTF-8", "en"), ("fr_FR.UTF-8", "en"), ("C", "de"), ("C.UTF-8", "de")],
)
def test_the_program_speaks_as_the_system_does_and_german_where_it_says_nothing(locale: str, language: str) -> None:
    ask = "from desktop.settings import Settings; print(Settings().language())"
    environment = dict(os.environ, LANG=locale, LC_ALL=locale, LANGUAGE="")
    done = subprocess.run([sys.executable, "-c", ask], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == language


def test_what_is_chosen_holds_whatever_the_system_speaks() -> None:
    Settings().write(settings.LANGUAGE, "en")
    assert Settings().language() == "en"


def test_what_the_command_line_says_holds_until_another_choice() -> None:
    machine = Settings()
    machine.assume(settings.LANGUAGE, "en")
    assert machine.language() == "en"
    machine.write(settings.LANGUAGE, "de")
    assert machine.language() == "de"


@pytest.mark.parametrize("line", ["theme=pink", "text_scale=3", "text_scale=big", "reduced_motion=perhaps"])
def test_a_broken_value_is_as_good_as_none(line: str) -> None:
    file = paths.settings_file()
    file.parent.mkdir(parents=True)
    file.write_text(f"[General]\n{line}\n", encoding="utf-8")
    machine = Settings()
    assert machine.value(settings.THEME) == "system"
    assert machine.value(settings.TEXT_SCALE) == 100
    assert machine.value(settings.REDUCED_MOTION) is False
