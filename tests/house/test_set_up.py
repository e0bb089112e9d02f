"""What packaging/dev.py decides before it does anything, and that README says what is true."""

from __future__ import annotations

import importlib.util
import re
import shlex
import socket
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from desktop.commands import arguments
from tests.house import ROOT

LDD = """
/x/libqxcb.so:
	linux-vdso.so.1 (0x00007ffd0)
	libQt6XcbQpa.so.6 => not found
	libxcb-cursor.so.0 => not found
	libc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f)
	libEGL.so.1 => not found
"""


@pytest.fixture
def dev() -> ModuleType:
    spec = importlib.util.spec_from_file_location("dev", ROOT / "packaging/dev.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("typed", ["", "--demo", "--plan week.wochenwerk --theme dark", "--language en", "--plan=x"])
def test_a_window_is_opened_without_a_subcommand(dev: ModuleType, typed: str) -> None:
    assert dev.opens_window(typed.split())


@pytest.mark.parametrize(
    "typed", ["export out.ics", "--plan x budget --json", "--help", "--demo picture x.png", "--version"]
)
def test_subcommands_and_help_open_none(dev: ModuleType, typed: str) -> None:
    assert not dev.opens_window(typed.split())


def test_missing_libraries_are_read_off_the_loader(dev: ModuleType) -> None:
    assert dev.parse_missing(LDD) == ["libEGL.so.1", "libxcb-cursor.so.0"]
    assert dev.packages_of(["libEGL.so.1", "libxcb-cursor.so.0"]) == ["libegl1", "libxcb-cursor0"]
    with pytest.raises(dev.SetUpProblem, match=r"libunheard\.so"):
        dev.packages_of(["libEGL.so.1", "libunheard.so"])


def test_who_may_not_install_is_told_the_command(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "may_install", lambda: False)
    with pytest.raises(dev.SetUpProblem, match=r"Qt lacks .*libegl1 libgl1"):
        dev.install_system_packages(["libegl1", "libgl1"], "Qt lacks system libraries.")


def test_a_display_counts_only_when_it_answers(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("x")  # a socket's path must be short
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
    assert not dev.has_screen()
    monkeypatch.setenv("WAYLAND_DISPLAY", "w")
    assert not dev.has_screen()
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(folder / "w"))
        server.listen()
        assert dev.has_screen()
    monkeypatch.delenv("WAYLAND_DISPLAY")
    with socket.create_server(("127.0.0.1", 0)) as server:
        monkeypatch.setenv("DISPLAY", f"127.0.0.1:{server.getsockname()[1] - 6000}.0")
        assert dev.has_screen()
    assert not dev.has_screen()


def test_a_finished_step_is_done_again_when_the_needs_change(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    python = tmp_path / ".venv" / "python"
    python.parent.mkdir()
    python.touch()
    (python.parent / "pyvenv.cfg").write_text("version = 3.11.2\n")
    project = tmp_path / "pyproject.toml"
    project.write_text('dependencies = ["a"]\n[tool.ruff]\nline-length = 120\n')
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    monkeypatch.setattr(dev, "VENV", python.parent)
    monkeypatch.setattr(dev, "PYTHON", str(python))

    assert not dev.is_done("run")
    dev.mark_done("run")
    assert dev.is_done("run")
    assert not dev.is_done("dev")
    project.write_text('dependencies = ["a"]\n[tool.ruff]\nline-length = 80\n')
    assert dev.is_done("run")
    project.write_text('dependencies = ["a", "b"]\n[tool.ruff]\nline-length = 80\n')
    assert not dev.is_done("run")


def test_usage_is_told_for_anything_else() -> None:
    run = subprocess.run(
        [sys.executable, ROOT / "packaging/dev.py", "dance"], capture_output=True, text=True, check=False
    )
    assert run.returncode == 2
    assert "dev.py run" in run.stderr


def test_every_command_in_readme_is_understood(dev: ModuleType) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```sh\n(.*?)```", readme, re.DOTALL)
    lines = [line.partition("#")[0] for line in "".join(blocks).splitlines()]
    typed = [words[1:] for line in lines if (words := shlex.split(line)) and words[0] == "wochenwerk"]
    assert {arguments.parse(words).command for words in typed} >= {"export", "import", "budget", "picture", "backup"}
    scripts = [words[2:] for line in lines if (words := shlex.split(line)) and words[:1] == ["python3"]]
    assert {words[0] for words in scripts} == {"run", "test"}
