"""Every text of the interface is said in German, and plurals in English too."""

from __future__ import annotations

import ast
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator

from tests.house import ROOT, modules, tree

DATE_FIELDS = {"weekday", "day", "month", "month_short", "year"}  # each language writes dates in its own way


def german() -> Iterator[ET.Element]:
    """Yield the messages of the German translation."""
    return ET.parse(ROOT / "resources/i18n/wochenwerk_de.ts").getroot().iter("message")  # noqa: S314 - our own file


def called_texts() -> dict[str, list[str]]:
    """Return every text handed to `tr` or `translate` with its places; "" stands for what is no literal."""
    places: dict[str, list[str]] = {}
    for file in modules("desktop"):
        for node in ast.walk(tree(file)):
            if not isinstance(node, ast.Call):
                continue
            which = _place_of_text(node.func)
            if which is None:
                continue
            texts = node.args[: which + 1]
            text = str(ast.literal_eval(texts[which])) if texts and all(map(_is_text, texts)) else ""
            places.setdefault(text, []).append(f"{file.relative_to(ROOT)}:{node.lineno}")
    return places


def _place_of_text(function: ast.expr) -> int | None:
    """Tell which argument of `x.tr`, `translate` or `QCoreApplication.translate` is the text; None for other calls."""
    if isinstance(function, ast.Attribute) and function.attr == "tr":
        return 0
    return 1 if ast.unparse(function) in {"translate", "QCoreApplication.translate"} else None


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def test_only_literals_are_translated() -> None:
    assert not called_texts().get("")


def test_every_text_has_a_finished_german_translation() -> None:
    finished = {message.findtext("source") for message in german() if message.find("translation[@type]") is None}
    assert not {text: places for text, places in called_texts().items() if text and text not in finished}


def test_translations_are_in_step_with_the_sources() -> None:
    run = subprocess.run(
        [sys.executable, ROOT / "packaging/translate.py", "--check"], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr


def test_a_translation_keeps_the_places_for_values_and_no_exclamation_mark() -> None:
    strays = []
    for message in german():
        source = message.findtext("source", "")
        told = message.find("translation")
        forms = [] if told is None else [form.text or "" for form in told.iter("numerusform")] or [told.text or ""]
        for form in filter(None, forms):
            if not _fields(form) <= _fields(source) | DATE_FIELDS or not _fields(source) <= _fields(form) | DATE_FIELDS:
                strays.append(f"{source!r}: {form!r} has other places")
            if form.endswith("!") or "leider" in form.lower():
                strays.append(f"{source!r}: {form!r} is not our tone")
    assert not strays


def _fields(text: str) -> set[str]:
    return {part.partition("}")[0].partition(":")[0] for part in text.split("{")[1:]}
