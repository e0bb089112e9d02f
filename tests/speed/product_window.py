"""Starts the program as a user does and tells when its pictures stood: `product_window.py TASK [ARGUMENT…]`.

The task `start` ends with the week's picture, `rest` waits until nothing is left to be done behind it, `hands` then
works in the week (see `hands.py`). The arguments are the program's own.
"""

from __future__ import annotations

import gc
import sys


def run(task: str, arguments: list[str]) -> int:
    """Put the watched window in place of the program's and start."""
    from desktop import __main__  # noqa: PLC0415 - in the program's own order, which the garbage collector feels

    gc.disable()  # as the program does before it imports its window
    from desktop import app  # noqa: PLC0415
    from tests.speed.watched_window import WatchedWindow  # noqa: PLC0415

    WatchedWindow.task = task
    vars(app)["MainWindow"] = WatchedWindow
    return __main__.main(arguments)


if __name__ == "__main__":
    sys.exit(run(sys.argv[1], sys.argv[2:]))
