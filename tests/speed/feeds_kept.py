"""Keeps the feeds of a plan and tells what edits and programs notice of it: `feeds_kept.py PLAN FOLDER`."""

from __future__ import annotations

import gc
import http.client
import json
import sys
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import psutil
from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer

from db.board import load_board
from db.feed_records import Delivery, DeliveryKind
from db.feeds import put_delivery, put_feed
from db.platforms import load_platforms
from db.records import Changes, Post, Week
from db.store import Store
from desktop.delivery.states import DeliveryStep
from desktop.feed_keeper import FeedKeeper
from desktop.feeds.scope import usual_feeds
from desktop.settings import Settings
from desktop.workspace import Workspace

ROUNDS, EDITS = 4, 10  # without and with a keeper in turn
REST_MS = 170  # between two edits, so that some of them come while feeds are written
ANSWERS = 5000

Took = tuple[float, float]  # milliseconds by the clock, and of the processor


class Work:
    """A plan whose usual feeds are kept in a folder and served on this computer."""

    def __init__(self, plan: Path, folder: Path) -> None:
        self._store = Store.open(plan)
        self._settings = Settings()
        self._folder = folder
        folder.mkdir()
        for feed in usual_feeds(self._store.read(load_platforms), "Alles", "Arbeit"):
            self._store.write(put_feed, feed)
        machine = self._settings.machine()
        self._store.write(put_delivery, Delivery(0, "", DeliveryKind.FOLDER, str(folder), machine=machine))
        board = self._store.read(load_board, (Week.of(date.today()),), ())  # noqa: DTZ011 - as the window
        self._posts = [post for post in board.posts if post.variants][:EDITS]
        self._number = 0

    def edits(self) -> dict[str, list[Took]]:
        """What an edit takes without a keeper and with one, which brings it into every file meanwhile."""
        took: dict[str, list[Took]] = {"edit_alone": [], "edit_kept": []}
        for _ in range(ROUNDS):
            alone = Workspace(self._store)
            took["edit_alone"] += [self._edit(alone, post) for post in self._posts]
            kept = Workspace(self._store)
            keeper = self._kept(kept)
            took["edit_kept"] += [self._edit(kept, post) for post in self._posts]
            keeper.finish()
            assert f"Titel {self._number}".encode() in (self._folder / "woche.ics").read_bytes()
        return took

    def answers(self) -> dict[str, object]:
        """What it takes to tell a program that nothing has changed, and how much memory thousands of that leave."""
        keeper = self._kept(Workspace(self._store))
        keeper.switch_subscription(True)
        while keeper.subscription().port == 0:
            _rest(20)
        feed, port = keeper.feeds()[0], keeper.subscription().port
        client = http.client.HTTPConnection("127.0.0.1", port)
        path = f"/{feed.token}/{feed.file_name}"
        client.request("GET", path)
        answer = client.getresponse()
        answer.read()
        known = {"If-None-Match": answer.headers["ETag"]}
        process, took, memory = psutil.Process(), [], 0.0
        for number in range(ANSWERS):
            if number == ANSWERS // 10:  # by then everything is warm
                gc.collect()
                memory = process.memory_info().rss / 1e6
            began, worked = time.perf_counter(), time.process_time()
            client.request("GET", path, headers=known)
            answer = client.getresponse()
            answer.read()
            took.append(((time.perf_counter() - began) * 1000, (time.process_time() - worked) * 1000))
            assert answer.status == 304
        gc.collect()
        growth = process.memory_info().rss / 1e6 - memory
        client.close()
        keeper.finish()
        return {"unchanged": took, "answers": ANSWERS, "growth": growth}

    def close(self) -> None:
        """Let the plan go."""
        self._store.close()

    def _kept(self, workspace: Workspace) -> FeedKeeper:
        keeper = FeedKeeper(workspace, self._settings)
        keeper.begin()
        (delivery,) = keeper.deliveries()
        while keeper.state(delivery.id).step is not DeliveryStep.DONE:
            _rest(20)
        return keeper

    def _edit(self, workspace: Workspace, post: Post) -> Took:
        self._number += 1
        changes = Changes(posts=(replace(post, title=f"Titel {self._number}"),))
        began, worked = time.perf_counter(), time.thread_time()
        workspace.put("edit", changes)
        took = (time.perf_counter() - began) * 1000, (time.thread_time() - worked) * 1000
        _rest(REST_MS)
        return took


def _rest(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def run(plan: Path, folder: Path) -> None:
    """Measure everything; the plan keeps the edits and the feeds."""
    application = QCoreApplication([])
    work = Work(plan, folder)
    try:
        facts = work.edits() | work.answers()
    finally:
        work.close()
    print(json.dumps(facts), flush=True)  # noqa: T201
    sys.stdin.readline()
    application.shutdown()


if __name__ == "__main__":
    run(Path(sys.argv[1]), Path(sys.argv[2]))
