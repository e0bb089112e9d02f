"""The built package is complete: it runs away from the sources."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.house import ROOT


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the package from a copy and unpack it; returns the folder that holds `desktop`, `db` and `resources`."""
    copy = tmp_path_factory.mktemp("copy")
    for name in ("desktop", "db", "resources"):
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, copy / name)
    wheels = tmp_path_factory.mktemp("wheels")
    subprocess.run(
        [
            *(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-index", "--no-build-isolation"),
            *("--disable-pip-version-check", "--wheel-dir", wheels, copy),
        ],
        check=True,
    )
    target = tmp_path_factory.mktemp("installed")
    zipfile.ZipFile(next(wheels.glob("*.whl"))).extractall(target)
    return target


def test_nothing_is_left_out(installed: Path) -> None:
    wanted = {
        file.relative_to(ROOT)
        for name in ("desktop", "db", "resources")
        for file in (ROOT / name).rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }
    assert not {file.as_posix() for file in wanted if not (installed / file).is_file()}


def test_the_licences_go_along(installed: Path) -> None:
    licences = {file.name for file in installed.glob("*.dist-info/licenses/**/*") if file.is_file()}
    assert licences >= {"LICENSE", "LICENSE-inter.txt", "LICENSE-tabler.txt"}


def test_every_package_it_needs_is_listed_with_its_licence() -> None:
    listed = {canonicalize_name(name) for name in re.findall(r"[\w-]+", (ROOT / "packaging/LICENCES.md").read_text())}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed: set[str] = set()
    waiting = {Requirement(line) for line in project["dependencies"]}
    while waiting:
        requirement = waiting.pop()
        name = canonicalize_name(requirement.name)
        if name in needed or (requirement.marker and not requirement.marker.evaluate({"extra": ""})):
            continue
        needed.add(name)
        waiting |= {Requirement(line) for line in metadata.requires(name) or ()}
    assert needed <= listed


def test_it_runs_from_another_folder(installed: Path, tmp_path: Path) -> None:
    for command in (["--version"], ["export", "week.ics", "--demo"]):
        subprocess.run(
            [sys.executable, "-P", "-m", "desktop", *command],
            cwd=tmp_path,
            env=os.environ | {"PYTHONPATH": str(installed)},
            check=True,
            capture_output=True,
        )
    assert (tmp_path / "week.ics").read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
