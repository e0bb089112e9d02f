"""Our own calendar files as plans: reading one, what of it is new to a plan, and adding that."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from db import items, lists, platforms
from db.revisions import go_on
from desktop.exchange import Refused
from desktop.exchange.table_file import initials

if TYPE_CHECKING:
    from pathlib import Path

    from db.journal import Writer
    from db.records import Board
    from desktop.feeds.plan_news import PlanNews
    from desktop.feeds.plan_reading import FoundPlan, Unusable

translate = QCoreApplication.translate

SUFFIX = ".ics"


def plan_of(file: Path) -> FoundPlan:
    """The plan in a file. Raises Refused when there is none, or none of ours."""
    from desktop.feeds.plan_reading import Unusable, read_plan  # noqa: PLC0415 - the package for calendars is large

    try:
        return read_plan(file.read_bytes())
    except FileNotFoundError as error:
        sentence = translate("Commands", "There is no file {file}. Check the path.")
        raise Refused(sentence.format(file=file)) from error
    except OSError as error:
        sentence = translate("Commands", "{file} cannot be read. Check its rights.")
        raise Refused(sentence.format(file=file)) from error
    except Unusable as unusable:
        raise Refused(_problem(unusable, file)) from unusable


def news_in(found: FoundPlan, board: Board, file: Path) -> PlanNews:
    """What of it is new to a plan; `board` holds all of it. Raises Refused when the two do not go together."""
    from desktop.feeds.plan_news import news_of  # noqa: PLC0415 - as above
    from desktop.feeds.plan_reading import Unusable  # noqa: PLC0415

    try:
        return news_of(found, board)
    except Unusable as unusable:
        raise Refused(_problem(unusable, file)) from unusable


def add_plan(writer: Writer, board: Board, news: PlanNews) -> None:
    """Add everything that is new, in the same transaction; other programs see their events again, not new ones."""
    keys = {platform.key: platform.id for platform in board.platforms}
    for platform in news.platforms:
        keys[platform.key] = platforms.put_platform(writer, replace(platform, id=0, position=len(keys)))
    campaigns = {campaign.name: campaign.id for campaign in board.campaigns}
    for campaign in news.campaigns:
        campaigns[campaign.name] = lists.put_campaign(writer, replace(campaign, id=0))
    members = {member.name: member.id for member in board.members}
    for member in news.members:
        members[member.name] = lists.put_member(writer, replace(member, id=0, initials=initials(member.name)))
    for occasion in news.occasions:
        lists.put_occasion(writer, occasion)
    for closed in news.closed_days:
        lists.put_closed_day(writer, closed)
    go_on(writer.connection, news.counters, writer.now)
    items.put(writer, news.changes(keys, campaigns, members))


def _problem(unusable: Unusable, file: Path) -> str:
    from desktop.feeds.plan_reading import UnusableCode  # noqa: PLC0415 - as above

    match unusable.code:
        case UnusableCode.NOT_A_CALENDAR:
            pattern = translate("Commands", "{file} is no calendar file, or a damaged one. Export it again.")
        case UnusableCode.TOO_BIG:
            pattern = translate("Commands", "{file} is larger than any plan of ours. Export it in parts.")
        case UnusableCode.NOT_OURS:
            pattern = translate(
                "Commands",
                "{file} comes from another program, and its events belong to no platform. Import it as busy times.",
            )
        case UnusableCode.NO_DETAILS:
            pattern = translate(
                "Commands", "{file} tells when something is, but not what. Export it again with all texts."
            )
        case UnusableCode.UNKNOWN_PLATFORM:
            pattern = translate(
                "Commands", "{file} names the platform “{detail}”, which this version does not know. Update Wochenwerk."
            )
        case UnusableCode.OTHER_ZONE:
            pattern = translate(
                "Commands",
                "{file} was planned in the time zone {detail}, this plan in another. Choose that zone in its settings.",
            )
        case _:
            pattern = translate("Commands", "{file} has an event that makes no sense. Export it again.")
    return pattern.format(file=file, detail=unusable.detail)
