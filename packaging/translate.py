"""Keeps the translations in step with the sources: `resources/i18n/wochenwerk_*.ts` and the compiled `.qm`.

    python packaging/translate.py                   read the sources, keep what is translated, compile
    python packaging/translate.py --merge FOLDER    also take translations from FOLDER/*.json
    python packaging/translate.py --check           change nothing; exit 1 if something is unfinished or out of date

The sources speak English, so the English file holds nothing but plural forms. In a JSON file, `{"English": "German"}`
translates a text wherever it stands, `{"Context|English": "German"}` in one place, `{"%n post(s)": ["%n Beitrag",
"%n Beiträge"]}` a text with a number; `{"de": […], "en": […]}` instead of a list also gives the English forms, which
otherwise come from the source's "(s)".
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "i18n"
SOURCES = ROOT / "desktop"
LANGUAGES = ("de", "en")


@dataclass(frozen=True, slots=True, order=True)
class Text:
    """A text of the sources, where its class or its context stands for the place. `comment` tells equal ones apart."""

    context: str
    source: str
    comment: str

    @property
    def is_plural(self) -> bool:
        """Tell whether the text names a number, and so has a form for one and a form for many."""
        return "%n" in self.source


Forms = tuple[str, ...]  # one form, or the plural's two; an empty form is unfinished
Catalogue = dict[Text, Forms]


def main(arguments: list[str]) -> int:
    """Do what the command line asks; returns the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    action = parser.add_mutually_exclusive_group()
    action.add_argument("--merge", type=Path, metavar="FOLDER", help="take translations from these JSON files")
    action.add_argument("--check", action="store_true", help="change nothing, exit 1 if something is not in order")
    options = parser.parse_args(arguments)
    texts = texts_of_sources()
    given = read_json(options.merge) if options.merge else {}
    findings = [finding for language in LANGUAGES for finding in update(language, texts, given, is_check=options.check)]
    sys.stdout.writelines(f"{finding}\n" for finding in findings)
    return 1 if findings and options.check else 0


def update(language: str, texts: list[Text], given: dict[str, object], *, is_check: bool) -> list[str]:
    """Bring one language's two files up to date, or only compare them; returns what is not in order."""
    ts = FOLDER / f"wochenwerk_{language}.ts"
    qm = ts.with_suffix(".qm")
    known = read_ts(ts)
    wanted = [text for text in texts if language != "en" or text.is_plural]
    catalogue = {text: translation(language, text, given, known.get(text)) for text in wanted}
    findings = [
        f"{language}: not translated: {text.context}: {text.source}"
        for text, forms in catalogue.items()
        if not all(forms)
    ]
    written = as_ts(language, catalogue)
    if not is_check:
        FOLDER.mkdir(exist_ok=True)
        ts.write_text(written, encoding="utf-8", newline="\n")
        compile_ts(ts, qm)
        return findings
    if not ts.exists() or ts.read_text(encoding="utf-8") != written:
        findings.append(f"{language}: {ts.name} is not what the sources give; run packaging/translate.py")
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / qm.name
        if ts.exists():
            compile_ts(ts, fresh)
        if not qm.exists() or not fresh.exists() or qm.read_bytes() != fresh.read_bytes():
            findings.append(f"{language}: {qm.name} is not compiled from {ts.name}; run packaging/translate.py")
    return findings


def translation(language: str, text: Text, given: dict[str, object], known: Forms | None) -> Forms:
    """Return a text's forms: the given ones, else the known ones, else English plurals from "(s)", else empty ones."""
    offered = given.get(f"{text.context}|{text.source}", given.get(text.source))
    if isinstance(offered, dict):
        offered = offered.get(language)
    elif language != "de":
        offered = None
    count = 2 if text.is_plural else 1
    forms = tuple(map(str, offered)) if isinstance(offered, list) else (offered,) if isinstance(offered, str) else known
    if forms is not None and len(forms) == count and all(forms):
        return forms
    if language == "en" and "(s)" in text.source:
        return text.source.replace("(s)", ""), text.source.replace("(s)", "s")
    return ("",) * count


def texts_of_sources() -> list[Text]:
    """Return every text that the sources translate, in a stable order."""
    with tempfile.TemporaryDirectory() as folder:
        ts = Path(folder) / "sources.ts"
        files = [str(file) for file in sorted(SOURCES.rglob("*.py"))]
        run("pyside6-lupdate", "-silent", "-locations", "none", *files, "-ts", str(ts))
        return sorted(read_ts(ts))


def read_ts(ts: Path) -> Catalogue:
    """Read a .ts file; one that does not exist is empty."""
    if not ts.exists():
        return {}
    catalogue: Catalogue = {}
    for context in ET.parse(ts).getroot().iter("context"):  # noqa: S314 - our own file
        for message in context.iter("message"):
            text = Text(context.findtext("name", ""), message.findtext("source", ""), message.findtext("comment", ""))
            told = message.find("translation")
            forms = [] if told is None else [form.text or "" for form in told.iter("numerusform")]
            catalogue[text] = tuple(forms) or ("" if told is None else told.text or "",)
    return catalogue


def as_ts(language: str, catalogue: Catalogue) -> str:
    """Write a catalogue in Qt's .ts format, without line numbers, so that a change shows as itself alone."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        "<!DOCTYPE TS>",
        f'<TS version="2.1" language="{language}" sourcelanguage="en">',
    ]
    for context, texts in groupby(catalogue, key=lambda text: text.context):
        lines += ["<context>", f"    <name>{escape(context)}</name>"]
        for text in texts:
            forms = catalogue[text]
            state = "" if all(forms) else ' type="unfinished"'
            lines.append('    <message numerus="yes">' if text.is_plural else "    <message>")
            lines.append(f"        <source>{escape(text.source)}</source>")
            if text.comment:
                lines.append(f"        <comment>{escape(text.comment)}</comment>")
            if text.is_plural:
                plurals = "".join(f"<numerusform>{escape(form)}</numerusform>" for form in forms)
                lines.append(f"        <translation{state}>{plurals}</translation>")
            else:
                lines.append(f"        <translation{state}>{escape(forms[0])}</translation>")
            lines.append("    </message>")
        lines.append("</context>")
    return "\n".join([*lines, "</TS>", ""])


def read_json(folder: Path) -> dict[str, object]:
    """Read all JSON files of a folder into one; says on standard error where two of them disagree."""
    given: dict[str, object] = {}
    for file in sorted(folder.glob("*.json")):
        for source, offered in json.loads(file.read_text(encoding="utf-8")).items():
            if given.get(source, offered) != offered:
                sys.stderr.write(f"{file.name}: {source!r} is {given[source]!r} elsewhere, {offered!r} here\n")
            given[source] = offered
    return given


def compile_ts(ts: Path, qm: Path) -> None:
    """Compile a .ts file."""
    run("pyside6-lrelease", "-silent", str(ts), "-qm", str(qm))


def run(tool: str, *arguments: str) -> None:
    """Run one of Qt's tools, which lie beside the interpreter; its complaints go to standard error."""
    path = shutil.which(tool, path=str(Path(sys.executable).parent))
    if path is None:
        sys.exit(f"{tool} is missing beside {sys.executable}: run packaging/dev.py test once")
    subprocess.run([path, *arguments], stdout=subprocess.DEVNULL, check=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
