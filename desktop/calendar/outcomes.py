"""What an edit of the week is called: in the undo list, in the toast afterwards, in the label that hangs on a drag."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from html import escape

from PySide6.QtCore import QCoreApplication

from db.records import Board, Post, WorkBlock
from desktop import wording
from desktop.calendar.budget_bar import signed_hours
from desktop.planning.budget import PlatformBudget, Verdict
from desktop.planning.intents import (
    CopyBlock,
    CopyPost,
    CreateBlock,
    CreatePost,
    EditBlock,
    EditPost,
    EditPostSeries,
    Intent,
    LinkPosts,
    MoveBlock,
    MovePost,
    RemoveBlock,
    RemovePost,
    RepeatBlock,
    RepeatPost,
    ResizeBlock,
    ScheduleEffort,
    SchedulePost,
    UnschedulePost,
)

translate = QCoreApplication.translate

LONGEST_NAME = 36
_ABOUT_POSTS = (
    MovePost
    | CopyPost
    | UnschedulePost
    | SchedulePost
    | EditPost
    | RemovePost
    | RepeatPost
    | EditPostSeries
    | ScheduleEffort
)
_UNBROKEN = "\u00a0"  # where a note beside buttons needs two lines, the account stays in one


def short(title: str) -> str:
    """A title that fits into a sentence; what is cut off ends in an ellipsis."""
    title = title.replace("\u00ad", "").strip() or wording.untitled()
    return title if len(title) <= LONGEST_NAME else f"{title[: LONGEST_NAME - 1].rstrip()}…"


def when(moment: datetime) -> str:
    """Fr 27.11., 13:30."""
    return f"{wording.day_short(moment.date())}, {wording.clock(moment)}"


def name_of(intent: Intent, board: Board) -> str:
    """The title of what an intent is about, shortened; a block without a title goes by its activity."""
    if isinstance(intent, CreatePost):
        return short(intent.title)
    if isinstance(intent, CreateBlock):
        return short(intent.title or wording.activity(intent.activity))
    if isinstance(intent, _ABOUT_POSTS):
        post = post_of(board, intent.post_id)
        return short(post.title if post else "")
    block = block_of(board, intent.block_id)
    return short(block_title(block)) if block else wording.untitled()


def block_title(block: WorkBlock) -> str:
    """A block's title, or its activity where it has none."""
    return block.title or wording.activity(block.activity)


def post_of(board: Board, post_id: int) -> Post | None:
    """The post of an id, None when it is not there any more."""
    return next((post for post in board.posts if post.id == post_id), None)


def block_of(board: Board, block_id: int) -> WorkBlock | None:
    """The block of an id, None when it is not there any more."""
    return next((block for block in board.blocks if block.id == block_id), None)


def label(intent: Intent, board: Board) -> str:
    """What the undo list calls an intent: „Black Coffee“ verschieben."""
    if isinstance(intent, CreatePost) and intent.at is None:
        pattern = translate("Outcomes", "Capture idea “{0}”")
    else:
        pattern = {
            MovePost: translate("Outcomes", "Move “{0}”"),
            MoveBlock: translate("Outcomes", "Move “{0}”"),
            CopyPost: translate("Outcomes", "Duplicate “{0}”"),
            CopyBlock: translate("Outcomes", "Duplicate “{0}”"),
            UnschedulePost: translate("Outcomes", "Put “{0}” back to the ideas"),
            SchedulePost: translate("Outcomes", "Schedule “{0}”"),
            CreatePost: translate("Outcomes", "Create “{0}”"),
            CreateBlock: translate("Outcomes", "Create “{0}”"),
            RemovePost: translate("Outcomes", "Delete “{0}”"),
            RemoveBlock: translate("Outcomes", "Delete “{0}”"),
            ResizeBlock: translate("Outcomes", "Change the time of “{0}”"),
            EditBlock: translate("Outcomes", "Change “{0}”"),
            EditPost: translate("Outcomes", "Change “{0}”"),
            RepeatBlock: translate("Outcomes", "Change how “{0}” repeats"),
            RepeatPost: translate("Outcomes", "Change how “{0}” repeats"),
            EditPostSeries: translate("Outcomes", "Bring the series of “{0}” into line"),
            LinkPosts: translate("Outcomes", "Change the posts of “{0}”"),
            ScheduleEffort: translate("Outcomes", "Schedule time for “{0}”"),
        }[type(intent)]
    return pattern.format(name_of(intent, board))


def said(intent: Intent, board: Board, landed: datetime | None) -> str:
    """The sentence of the toast, as rich text; `landed` is where the item lies now (None: nowhere in the week).

    Empty for what needs no sentence because it shows at its own place.
    """
    name = escape(name_of(intent, board))
    place = f"<b>{escape(when(landed))}</b>" if landed else ""
    match intent:
        case MovePost() | MoveBlock():
            return translate("Outcomes", "“{name}” moved to {place}").format(name=name, place=place)
        case CopyPost() | CopyBlock():
            return translate("Outcomes", "“{name}” copied to {place}").format(name=name, place=place)
        case SchedulePost():
            return translate("Outcomes", "“{name}” scheduled for {place}").format(name=name, place=place)
        case UnschedulePost():
            return translate("Outcomes", "“{name}” lies with the ideas again").format(name=name)
        case RemovePost() | RemoveBlock():
            return translate("Outcomes", "“{name}” deleted").format(name=name)
        case ResizeBlock():
            span = f"<b>{escape(wording.time_range(intent.starts_at, intent.ends_at))}</b>"
            return translate("Outcomes", "“{name}” is now {span}").format(name=name, span=span)
        case ScheduleEffort():
            return translate("Outcomes", "Time for “{name}” scheduled: {place}").format(name=name, place=place)
        case EditPost():
            return translate("Outcomes", "“{name}” changed").format(name=name)
        case RepeatPost(rrule=None):
            return translate("Outcomes", "“{name}” does not repeat any more").format(name=name)
        case RepeatPost():
            return translate("Outcomes", "“{name}” repeats now").format(name=name)
        case EditPostSeries():
            return translate("Outcomes", "The series of “{name}” is in line").format(name=name)
        case CreatePost() if intent.at is None:
            return translate("Outcomes", "Idea “{name}” captured").format(name=name)
    return ""


@dataclass(frozen=True, slots=True)
class Consequence:
    """One platform's budget before and after."""

    before: PlatformBudget
    after: PlatformBudget

    @property
    def costs(self) -> bool:
        """Tell whether minutes change at all."""
        return self.before.planned != self.after.planned

    @property
    def gets_worse(self) -> bool:
        """Tell whether the week ends over its cap and costs more than before."""
        return self.after.verdict is Verdict.OVER and self.after.planned > self.before.planned

    @property
    def turns(self) -> bool:
        """Tell whether the verdict changes."""
        return self.before.verdict is not self.after.verdict


def consequences(before: tuple[PlatformBudget, ...], after: tuple[PlatformBudget, ...]) -> tuple[Consequence, ...]:
    """The platforms whose budget differs, in order."""
    known = {budget.platform.id: budget for budget in before}
    return tuple(
        Consequence(known[budget.platform.id], budget)
        for budget in after
        if budget.platform.id in known and known[budget.platform.id] != budget
    )


def over_words(consequence: Consequence) -> str:
    """Instagram 6:15 von 6:00 h."""
    return translate("Outcomes", "{platform} {planned} of {target}").format(
        platform=consequence.after.platform.name,
        planned=wording.hours(consequence.after.planned),
        target=wording.hours_h(consequence.after.target),
    )


def consequence_words(consequence: Consequence) -> str:
    """LinkedIn +0:45 → 6:00 / 6:00 h, for the label of a drag."""
    before, after = consequence.before, consequence.after
    change = signed_hours(after.planned - before.planned)
    account = f"→ {wording.hours(after.planned)} / {wording.hours_h(after.target)}"
    return f"{after.platform.name} {change} {account.replace(' ', _UNBROKEN)}"


def other_week_note(before: PlatformBudget, after: PlatformBudget) -> str:
    """KW 47: −1:30, for the week that a dragged item leaves; empty when its minutes stay."""
    change = after.planned - before.planned
    return f"{wording.week_name(after.week)}: {signed_hours(change)}" if change else ""


def announced_verdict(consequence: Consequence) -> str:
    """What is said aloud when a verdict changes."""
    return wording.budget_name(consequence.after)


def budget_note(before: tuple[PlatformBudget, ...], after: tuple[PlatformBudget, ...], platforms: set[int]) -> str:
    """What an answer does to the budgets: the first change, or that the touched platform's stays as it is."""
    changed = [each for each in consequences(before, after) if each.costs]
    if changed:
        return consequence_words(changed[0])
    touched = [budget for budget in before if budget.platform.id in platforms]
    if len(touched) != 1:
        return budgets_stay()
    return translate("Outcomes", "Budget stays at {hours}").format(hours=wording.hours_h(touched[0].planned))


def budgets_stay() -> str:
    """What the label of a drag says that costs nothing."""
    return translate("Outcomes", "Budget stays")
