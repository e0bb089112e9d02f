"""Who may know whom: the contracts of pyproject.toml, and what is finer than they can say."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.house import ROOT, imports, modules

ROOMS = ("agenda", "calendar", "hours", "ideas", "month", "preferences", "printing", "search", "welcome")
RULES = [file for file in modules("desktop/planning", "desktop/feeds") if file.name != "__init__.py"]


def test_the_contracts_of_the_layers_hold() -> None:
    run = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-logo", "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr


def test_every_room_is_a_room_of_the_layers() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    layers = next(c for c in project["tool"]["importlinter"]["contracts"] if c["type"] == "layers")["layers"]
    assert " | ".join(ROOMS) in layers
    assert {page.parent.name for page in (ROOT / "desktop").glob("*/page.py")} <= set(ROOMS)


@pytest.mark.parametrize("file", modules(*(f"desktop/{room}" for room in ROOMS)), ids=lambda file: file.name)
def test_in_a_room_only_the_page_knows_workspace_and_storage(file: Path) -> None:
    if file.name == "page.py":
        return
    known = {
        name
        for name in imports(file)
        if name.startswith(("db.", "desktop.workspace")) and not name.startswith(("db.records", "db.feed_records"))
    }
    assert not known


def test_the_rules_load_neither_qt_nor_sql() -> None:
    names = [".".join(file.relative_to(ROOT).with_suffix("").parts) for file in RULES]
    code = (
        f"import importlib, sys; [importlib.import_module(name) for name in {names}];"
        "print(*sorted({name.split('.')[0] for name in sys.modules} & {'PySide6', 'shiboken6', 'sqlalchemy'}))"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == ""


def test_the_first_picture_waits_for_nothing_that_it_does_not_show() -> None:
    spared = {"sqlalchemy", "icalendar", "desktop.workspace", "desktop.series_words", "desktop.planning.rules"}
    code = f"import desktop.app, sys; print(*sorted(set(sys.modules) & {spared}))"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == ""


@pytest.mark.parametrize("file", RULES, ids=lambda file: file.name)
def test_the_rules_have_no_clock(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert not [word for word in (".now(", ".today(", "time.time(", ".utcnow(") if word in text]
