"""What every source file keeps to."""

from __future__ import annotations

import re

import pytest

from tests.house import ROOT, kept_files, modules

LONGEST_MODULE = 450
LONGEST_TEST = 520  # cases in a row stay readable longer than logic does
LONGER_FOR_A_REASON: dict[str, str] = {
    "db/records.py": "one list of words, read as one",
    "tests/planning/test_budget.py": "nine rules, each with its worked lines",
    "db/sample.py": "one plan told from Monday to Sunday",
    "db/migrations/versions/0001_first_tables.py": "every table once, as they stood then",
}
TOP_LEVEL = {
    *("desktop", "db", "resources", "tests", "packaging", ".ci"),
    *("pyproject.toml", "README.md", "LICENSE", ".gitignore"),
}
VAGUE_NAMES = {"utils", "util", "helpers", "helper", "misc", "common", "manager", "base", "tools"}
# put together here, so that this file does not hold them itself
FORBIDDEN = re.compile(
    "|".join(
        (
            "/wo" + "rk/",
            "/tm" + "p/ww",
            r"\.\./sh" + "ared",
            r"\bTO" + r"DO\b",
            r"\bFIX" + "ME",
            r"\bX" + r"XX\b",
            "/ro" + "ot/",
        )
    )
)
TEXT_FILES = {".py", ".md", ".toml", ".ts", ".txt", ".json", ".mako", ""}


def test_nothing_new_at_the_top_level() -> None:
    assert {file.relative_to(ROOT).parts[0] for file in kept_files()} <= TOP_LEVEL


def test_no_module_is_too_long() -> None:
    lengths = {
        file.relative_to(ROOT).as_posix(): len(file.read_text(encoding="utf-8").splitlines())
        for file in modules("desktop", "db", "tests", "packaging")
    }
    limit = {name: LONGEST_TEST if name.startswith("tests/") else LONGEST_MODULE for name in lengths}
    too_long = {name: length for name, length in lengths.items() if length > limit[name]}
    assert too_long.keys() <= LONGER_FOR_A_REASON.keys(), too_long


def test_no_module_has_a_vague_name() -> None:
    assert not [file for file in modules("desktop", "db", "tests", "packaging") if file.stem in VAGUE_NAMES]


def test_no_file_names_a_machine_or_what_is_left_to_do() -> None:
    found = [
        f"{file.relative_to(ROOT)}: {match.group()}"
        for file in kept_files()
        if file.suffix in TEXT_FILES and file.name != "LICENSE"
        for match in FORBIDDEN.finditer(file.read_text(encoding="utf-8"))
    ]
    assert not found


@pytest.mark.parametrize("folder", ["desktop", "db", "resources", "tests"])
def test_every_folder_of_python_is_a_package_with_a_docstring(folder: str) -> None:
    for place in {file.parent for file in modules(folder)}:
        assert (place / "__init__.py").is_file(), place
        assert (place / "__init__.py").read_text(encoding="utf-8").startswith('"""') or folder == "tests", place


def test_readme_names_only_what_exists() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`((?:desktop|db|resources|tests|packaging|\.ci)/[\w./*-]*)`", readme))
    assert len(named) >= 10
    assert not [name for name in named if not list(ROOT.glob(name.rstrip("/")))]
    pictures = re.findall(r"!\[[^\]]*\]\(([^)]+)\)", readme)
    assert pictures
    assert all((ROOT / picture).is_file() for picture in pictures)
