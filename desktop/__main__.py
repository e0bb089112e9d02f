"""`python -m desktop` and `wochenwerk`: the window, or a subcommand."""

from __future__ import annotations

import gc
import importlib
import sys
from typing import TYPE_CHECKING

from desktop.commands import Refused, arguments

if TYPE_CHECKING:
    import argparse

INTERRUPTED = 130  # what a shell answers for a program that Ctrl+C has ended


def main(argv: list[str] | None = None) -> int:
    """Run the program; returns its exit code (0 done, 1 refused with a sentence, 2 usage)."""
    words = sys.argv[1:] if argv is None else argv
    if words == ["--read-calendar"]:  # how a frozen program calls itself, see the module
        from desktop.delivery import reading_apart  # noqa: PLC0415 - it reads calendars and nothing else

        return reading_apart.main()
    asked = arguments.parse(words)
    if asked.command is None:
        gc.disable()  # what a start makes stays; the window collects again once it stands
        from desktop import app  # noqa: PLC0415 - subcommands need no screen and no widgets

        return app.run(asked)
    return _run_subcommand(asked)


def _run_subcommand(asked: argparse.Namespace) -> int:
    from PySide6.QtCore import QCoreApplication  # noqa: PLC0415 - the window builds an application of its own

    from db.errors import StorageProblem  # noqa: PLC0415
    from desktop import languages, wording  # noqa: PLC0415
    from desktop.settings import Settings  # noqa: PLC0415

    module = importlib.import_module(f"desktop.commands.{asked.command}_command")
    application = getattr(module, "application", QCoreApplication)(sys.argv[:1])
    languages.speak(asked.language or Settings().language())
    try:
        module.run(asked)
    except KeyboardInterrupt:
        return INTERRUPTED
    except Refused as refusal:
        sys.stderr.write(f"{refusal}\n")
        return 1
    except StorageProblem as problem:
        sys.stderr.write(f"{wording.problem(problem)}\n")
        return 1
    finally:
        application.shutdown()
    return 0


if __name__ == "__main__":
    sys.exit(main())
