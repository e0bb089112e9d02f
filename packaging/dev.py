#!/usr/bin/env python3
"""Sets Wochenwerk up on a fresh machine, then starts or checks it.

    python3 packaging/dev.py run [ARGS…]    start Wochenwerk; ARGS are those of its command line
    python3 packaging/dev.py test [ARGS…]   every check and test; with ARGS only pytest, with these ARGS

Needs Python 3.11 or newer and nothing else. The first start makes `.venv` beside this folder and installs the project
into it; later ones find it ready and need no network. On Debian and its relatives root gets missing system packages
installed, everybody else the command to type. Without a screen, `run` writes a picture of the sample plan's week and
its calendar file into `./wochenwerk-demo/` instead of opening the window.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import socket
import subprocess
import sys
import time
from ctypes.util import find_library
from pathlib import Path

OLDEST_PYTHON = (3, 11)
ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
SCRIPTS = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = str(SCRIPTS / ("python.exe" if os.name == "nt" else "python"))

# Debian's package for each library that Qt's wheel leaves to the system. In newer releases libglib2.0-0 is a name that
# libglib2.0-0t64 provides.
PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libbrotlicommon.so.1": "libbrotli1",
    "libbrotlidec.so.1": "libbrotli1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libdrm.so.2": "libdrm2",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libstdc++.so.6": "libstdc++6",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xinerama.so.0": "libxcb-xinerama0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}
QT_WITHOUT_SCREEN = ("QtGui.*", "QtWidgets.*", "QtSvg.*", "QtNetwork.*", "Qt/plugins/platforms/libqoffscreen.so")
QT_ON_X11 = ("Qt/plugins/platforms/libqxcb.so",)
QT_ON_WAYLAND = ("Qt/plugins/platforms/libqwayland.so", "Qt/plugins/wayland-shell-integration/libxdg-shell.so")
ICAL_JS = "2.2.1"  # Thunderbird's reader of calendar files
QT_TRIAL = "from PySide6 import QtNetwork, QtSvg; from PySide6.QtWidgets import QApplication; QApplication([])"


class SetUpProblem(Exception):
    """What keeps the set-up from going on, as a sentence that says what to do."""


def main(arguments: list[str]) -> int:
    """Do what the command line asks; returns the exit code."""
    if sys.version_info < OLDEST_PYTHON:
        say(f"Wochenwerk needs Python 3.11 or newer; this is {sys.version.split()[0]} ({sys.executable}).")
        return 1
    action, *rest = arguments or [""]
    if action not in {"run", "test"}:
        print(__doc__, file=sys.stdout if action in {"-h", "--help"} else sys.stderr)
        return 0 if action in {"-h", "--help"} else 2
    try:
        return run(rest) if action == "run" else test(rest)
    except SetUpProblem as problem:
        say(str(problem))
        return 1
    except KeyboardInterrupt:
        return 130


def run(arguments: list[str]) -> int:
    """Start Wochenwerk with these arguments; where the window has no screen, write the demo instead."""
    wants_window = opens_window(arguments)
    on_screen = has_screen()
    set_up(dev=False, on_screen=wants_window and on_screen)
    if wants_window and not on_screen:
        return write_demo(arguments)
    return start(arguments)


def opens_window(arguments: list[str]) -> bool:
    """Tell whether Wochenwerk's arguments open the window; subcommands need no screen."""
    is_value = False
    for argument in arguments:
        if is_value:
            is_value = False
        elif argument in {"-h", "--help", "--version"} or not argument.startswith("-"):
            return False
        else:
            is_value = argument in {"--plan", "--language", "--theme"}
    return True


def start(arguments: list[str]) -> int:
    """Run Wochenwerk to its end. It keeps the working folder, so relative paths mean what the caller meant."""
    return subprocess.run([PYTHON, "-P", "-m", "desktop", *arguments], env=environment(), check=False).returncode


def write_demo(arguments: list[str]) -> int:
    """Write the sample plan's week (light and dark) and its calendar file into the working folder."""
    say("no screen here (no display answers): writing the sample plan's week instead of opening the window")
    options = argparse.ArgumentParser(add_help=False)
    options.add_argument("--language", action="append", default=[])
    chosen = options.parse_known_args(arguments)[0].language
    language = ["--language", chosen[-1]] if chosen else []
    folder = Path("wochenwerk-demo")
    folder.mkdir(exist_ok=True)
    for out, command in (
        (folder / "week.png", ["picture", "--theme", "light"]),
        (folder / "week-dark.png", ["picture", "--theme", "dark"]),
        (folder / "week.ics", ["export"]),
    ):
        code = start([command[0], str(out), "--demo", *command[1:], *language])
        if code:
            return code
        say(f"wrote {out}")
    return 0


def has_screen() -> bool:
    """Tell whether a window can be shown; on Linux and its like a display must really answer."""
    if sys.platform in {"win32", "darwin"} or os.environ.get("QT_QPA_PLATFORM", "") not in {"", "xcb", "wayland"}:
        return True
    wayland = os.environ.get("WAYLAND_DISPLAY")
    if wayland and answers(str(Path(os.environ.get("XDG_RUNTIME_DIR", "/run")) / wayland)):
        return True
    host, colon, number = os.environ.get("DISPLAY", "").rpartition(":")
    screen = number.partition(".")[0]
    if not colon or not screen.isdigit():
        return False
    if host in {"", "unix"}:
        return any(answers(f"{prefix}/tmp/.X11-unix/X{screen}") for prefix in ("\0", ""))  # noqa: S108 - where X puts its sockets
    return answers((host, 6000 + int(screen)))


def answers(address: str | tuple[str, int]) -> bool:
    """Tell whether somebody listens at a Unix socket's path or a TCP address."""
    family = socket.AF_UNIX if isinstance(address, str) else socket.AF_INET
    with socket.socket(family) as connection:
        connection.settimeout(2)
        try:
            connection.connect(address)
        except OSError:
            return False
    return True


def test(arguments: list[str]) -> int:
    """Run every check and give the exit code of the first that failed; with arguments run pytest alone."""
    set_up(dev=True, on_screen=False)
    pytest = [PYTHON, "-m", "pytest"]
    if arguments:
        return check("tests", [*pytest, *arguments])
    workers = ["-n", str(min(os.cpu_count() or 1, 8))]
    checks: dict[str, list[str]] = {
        "style": [PYTHON, "-m", "ruff", "check", "."],
        "layout": [PYTHON, "-m", "ruff", "format", "--check", "."],
        "types": [PYTHON, "-m", "mypy"],
        "walls": [str(SCRIPTS / "lint-imports")],
        "translations": [PYTHON, "packaging/translate.py", "--check"],
        "tests": [
            *pytest,
            "-q",
            "-rs",
            *workers,
            "--ignore=tests/speed",
            "--cov",
            "--cov-report=",
            "--cov-fail-under=0",
        ],
        "coverage": [PYTHON, "-m", "coverage", "report", "--skip-covered"],
        "coverage of the rules": [
            *(PYTHON, "-m", "coverage", "report", "--skip-covered"),
            *("--include=desktop/planning/*", "--fail-under=100"),
        ],
        "speed": [*pytest, "-q", "-s", "tests/speed"],  # alone: its figures need the machine for themselves
    }
    failures = {name: code for name, command in checks.items() if (code := check(name, command))}
    if failures:
        say(f"failed: {', '.join(failures)}")
    return next(iter(failures.values()), 0)


def check(name: str, command: list[str]) -> int:
    """Run one check in the project's folder, its output passed on; returns its exit code."""
    say(f"{name} …")
    began = time.monotonic()
    code = subprocess.run(
        command, cwd=ROOT, env=environment() | {"QT_QPA_PLATFORM": "offscreen"}, check=False
    ).returncode
    say(f"{name}: {'ok' if code == 0 else f'FAILED ({code})'}, {time.monotonic() - began:.0f} s")
    return code


def environment() -> dict[str, str]:
    """Return the surroundings of what is started: UTF-8, and no screen asked for where there is none."""
    surroundings = dict(os.environ)
    if os.name != "nt" and not any(surroundings.get(name) for name in ("LC_ALL", "LC_CTYPE", "LANG")):
        surroundings["LC_CTYPE"] = "C.UTF-8"  # Qt complains about a machine without any locale
    if not has_screen():
        surroundings["QT_QPA_PLATFORM"] = "offscreen"
    return surroundings


def set_up(*, dev: bool, on_screen: bool) -> None:
    """Make sure that the project runs from `.venv`, with the development tools if `dev` is set.

    Raises SetUpProblem where that needs something that only the user can do.
    """
    if not is_done("dev") and (dev or not is_done("run")):
        make_environment()
        say("installing Wochenwerk and what it needs into .venv; the first time takes a few minutes")
        what = f"{ROOT}[dev]" if dev else str(ROOT)
        call(
            [PYTHON, "-m", "pip", "install", "--disable-pip-version-check", "--quiet", "--editable", what],
            "Python packages could not be installed; the output above tells why. Is there a network?",
        )
        mark_done("dev" if dev else "run")
    if sys.platform == "linux" and not is_done("qt"):
        make_qt_load(on_screen=on_screen)
    if dev and not is_done("judges"):
        fetch_judges()


def is_done(step: str) -> bool:
    """Tell whether a step was finished for this very checkout, interpreter and list of packages."""
    mark = VENV / f".done-{step}"
    return Path(PYTHON).exists() and mark.is_file() and mark.read_text(encoding="utf-8") == fingerprint()


def mark_done(step: str) -> None:
    """Remember a finished step inside `.venv`, so that it goes when `.venv` goes."""
    (VENV / f".done-{step}").write_text(fingerprint(), encoding="utf-8")


def fingerprint() -> str:
    """Return what an installation depends on: place, interpreter, and pyproject.toml up to the tools' settings."""
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8").partition("\n[tool.ruff")[0]
    interpreter = (VENV / "pyvenv.cfg").read_text(encoding="utf-8")
    return hashlib.sha256(
        "\0".join((str(VENV), str(Path(PYTHON).resolve()), interpreter, project)).encode()
    ).hexdigest()


def make_environment() -> None:
    """Make `.venv` unless there is one that works."""
    if Path(PYTHON).exists():
        trial = subprocess.run([PYTHON, "-m", "pip", "--version"], capture_output=True, check=False)
        if trial.returncode == 0:
            return
    try:
        import ensurepip  # noqa: F401, PLC0415 - Debian keeps it in a package of its own
    except ModuleNotFoundError:
        install_system_packages(
            [f"python{sys.version_info.major}.{sys.version_info.minor}-venv"], "Python lacks its module venv."
        )
    say(f"making .venv with Python {sys.version.split()[0]}")
    call([sys.executable, "-m", "venv", "--clear", str(VENV)], "The virtual environment .venv could not be made.")


def make_qt_load(*, on_screen: bool) -> None:
    """Make sure that Qt finds its system libraries; raises SetUpProblem if it does not and we may not install them."""
    missing = missing_libraries(*QT_WITHOUT_SCREEN, *QT_ON_X11, *QT_ON_WAYLAND)
    if missing and may_install():
        install_system_packages(packages_of(missing), "Qt lacks system libraries.")
        missing = missing_libraries(*QT_WITHOUT_SCREEN, *QT_ON_X11, *QT_ON_WAYLAND)
    needed = missing_libraries(*QT_WITHOUT_SCREEN) if missing else []
    if missing and on_screen and missing_libraries(*QT_ON_WAYLAND):
        needed = sorted({*needed, *missing_libraries(*QT_ON_X11)})
    if needed:
        install_system_packages(packages_of(missing), f"Qt lacks system libraries ({', '.join(needed)}).")
    trial = subprocess.run(
        [PYTHON, "-c", QT_TRIAL],
        env=environment() | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    if trial.returncode:
        raise SetUpProblem(f"Qt does not load on this machine:\n{trial.stderr.strip()}")
    if not missing:
        mark_done("qt")


def fetch_judges() -> None:
    """Get the readers of calendar files that are no Python packages; what cannot be got, the tests skip by name."""
    commands = {}
    if may_install() and find_library("ical") is None:
        commands["libical"] = ["apt-get", "install", "-y", "--no-install-recommends", "libical3"]
    npm = shutil.which("npm")
    if npm:
        options = ["--no-save", "--fetch-retries=0", "--prefix", str(VENV)]
        commands["ical.js"] = [npm, "install", *options, f"ical.js@{ICAL_JS}"]
    if "libical" in commands:
        subprocess.run(["apt-get", "update"], capture_output=True, check=False)  # noqa: S607 - found by which()
    for name, command in commands.items():
        say(f"installing {name}, with which the tests read calendar files")
        if subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False).returncode:
            say(f"{name} could not be installed: the tests do without")
    mark_done("judges")


def missing_libraries(*patterns: str) -> list[str]:
    """Name the system libraries that the loader does not find for these files of the PySide6 package."""
    files = [file for pattern in patterns for file in VENV.glob(f"lib/python*/site-packages/PySide6/{pattern}")]
    if not files or not shutil.which("ldd"):
        return []
    told = subprocess.run(["ldd", *map(str, files)], capture_output=True, text=True, check=False)  # noqa: S607 - where it lies differs
    return parse_missing(told.stdout)


def parse_missing(told: str) -> list[str]:
    """Read ldd's answer: the names it marks as not found, without Qt's own."""
    names = {line.split()[0] for line in told.splitlines() if line.rstrip().endswith("=> not found")}
    return sorted(name for name in names if not name.startswith(("libQt6", "libpyside6", "libshiboken6")))


def packages_of(libraries: list[str]) -> list[str]:
    """Name Debian's packages for these libraries; raises SetUpProblem for one that no package is known for."""
    unknown = [name for name in libraries if name not in PACKAGES]
    if unknown:
        raise SetUpProblem(f"Qt lacks {', '.join(unknown)}: please install the system packages that hold them.")
    return sorted({PACKAGES[name] for name in libraries})


def may_install() -> bool:
    """Tell whether system packages can be installed without asking anybody: Debian's kind, as root."""
    return sys.platform == "linux" and os.geteuid() == 0 and shutil.which("apt-get") is not None


def install_system_packages(packages: list[str], reason: str) -> None:
    """Install Debian packages if we may; otherwise raise SetUpProblem with the reason and the command to type."""
    command = f"apt-get install -y --no-install-recommends {' '.join(packages)}"
    if not may_install():
        if shutil.which("apt-get"):
            raise SetUpProblem(f"{reason} Please type this, then try again: sudo {command}")
        raise SetUpProblem(f"{reason} Please install what Debian calls {' '.join(packages)}, then try again.")
    say(f"installing system packages: {' '.join(packages)}")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update"], env=quiet, capture_output=True, check=False)  # noqa: S607 - found by which()
    call(command.split(), f"{reason} apt-get could not install them; the output above tells why.", quiet)


def call(command: list[str], problem: str, env: dict[str, str] | None = None) -> None:
    """Run a command quietly; if it fails, show what it said and raise SetUpProblem."""
    done = subprocess.run(
        command,
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        print(done.stdout, file=sys.stderr)
        raise SetUpProblem(problem)


def say(line: str) -> None:
    """Tell the user how it goes, on standard error."""
    print(f"wochenwerk: {line}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
