"""`wochenwerk import FILE.ics --as plan`: one of our own calendar files, in one transaction or nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from db.board import load_whole
from desktop.commands.output import say
from desktop.commands.plan_source import empty_board, make, opened
from desktop.exchange.plan_file import add_plan, news_in, plan_of
from desktop.settings import Settings

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from db.journal import Writer
    from desktop.feeds.plan_news import PlanNews
    from desktop.feeds.plan_reading import FoundPlan

translate = QCoreApplication.translate


def run(asked: argparse.Namespace) -> None:
    """Import the file; with `--dry-run` only tell what would happen. A plan that it makes lies in the file's zone."""
    found = plan_of(asked.file)
    path = Settings().plan_file(asked.plan)
    if asked.demo or path.exists():
        with opened(asked) as store:
            if asked.dry_run:
                news = news_in(found, store.read(load_whole), asked.file)
            else:
                news, _ = store.write(_add, found, asked.file)
    else:
        board = empty_board(asked)
        board = replace(board, plan=replace(board.plan, zone=found.board.plan.zone))
        news = news_in(found, board, asked.file)
        if not asked.dry_run:
            make(path, board.plan, _add, found, asked.file)
    say(_summary(news, is_dry=asked.dry_run))


def _add(writer: Writer, found: FoundPlan, file: Path) -> PlanNews:
    """Add what the plan does not have at this moment: the same import may run beside this one."""
    board = load_whole(writer.connection)
    news = news_in(found, board, file)
    add_plan(writer, board, news)
    return news


def _summary(news: PlanNews, *, is_dry: bool) -> str:
    posts, blocks, known = len(news.posts) + len(news.grown), len(news.blocks), news.known
    if is_dry:
        text = translate("Commands", "%n post(s) would be added", "", posts)
    else:
        text = translate("Commands", "%n post(s) added", "", posts)
    text += translate("Commands", ", %n work block(s)", "", blocks) if blocks else ""
    return text + (translate("Commands", ", %n known already", "", known) if known else "") + "."
