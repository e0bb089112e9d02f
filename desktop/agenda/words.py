"""How the agenda says things."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from PySide6.QtCore import QCoreApplication

from db.records import Board, Format, Member, Platform, Status
from desktop import wording
from desktop.planning.agenda import Group, Grouping, Line, State
from desktop.planning.cards import PostCard
from desktop.planning.intents import Choice, ChoiceKey
from desktop.planning.together import Act, BackToIdeas, Remove, SetStatus, Shift, Together
from desktop.series_words import Asked, Row
from desktop.ui import marks

translate = QCoreApplication.translate

_TITLE = 40  # characters of a title in a sentence


@dataclass(frozen=True, slots=True)
class Names:
    """The small tables by id, and the place of every person, which gives the colour."""

    platforms: Mapping[int, Platform]
    formats: Mapping[str, Format]
    members: Mapping[int, Member]
    campaigns: Mapping[int, str]
    places: Mapping[int, int]

    @classmethod
    def of(cls, board: Board) -> Names:
        """The names in a board."""
        return cls(
            {each.id: each for each in board.platforms},
            {each.key: each for each in board.formats},
            {each.id: each for each in board.members},
            {each.id: each.name for each in board.campaigns},
            {each.id: place for place, each in enumerate(board.members)},
        )


def title(line: Line) -> str:
    """What a line is called."""
    if isinstance(line.item, PostCard):
        return plain(line.item.title) or wording.untitled()
    return line.item.title or wording.activity(line.item.activity)


def plain(text: str) -> str:
    """A title on one line."""
    return text.replace("\u00ad", "").replace("\n", " ")


def short(text: str) -> str:
    """A title within a sentence."""
    return text if len(text) <= _TITLE else f"{text[: _TITLE - 1].rstrip()}…"


def when(line: Line, has_day: bool = False) -> str:
    """8:00–10:00 for work, 12:15 for a post; with the weekday before it if wanted."""
    if isinstance(line.item, PostCard):
        time = wording.clock(line.item.moment)
    else:
        time = wording.time_range(line.item.starts_at, line.item.ends_at)
    return f"{wording.weekday_short(line.starts_at.date())} {time}" if has_day else time


def state(of: State) -> str:
    """What a line says about itself."""
    match of:
        case State.LATE:
            return wording.overdue()
        case State.STILL_OPEN:
            return translate("Agenda", "Still open")
        case State.DONE:
            return translate("Agenda", "Done")
    return wording.status(Status(of.value))


def mark(line: Line) -> Status | str | None:
    """The sign of a line's state; None for work that is still to be done or done, which has a tick of its own."""
    if line.state in {State.LATE, State.STILL_OPEN}:
        return marks.OVERDUE
    return Status(line.state.value) if isinstance(line.item, PostCard) else None


def name(line: Line, names: Names) -> str:
    """A line for assistive technology."""
    if isinstance(line.item, PostCard):
        return wording.post_name(line.item, names.platforms)
    parts = [wording.block_name(line.item, names.platforms)]
    parts += [state(line.state)] if line.state is State.STILL_OPEN else []
    return ", ".join(parts)


def day_title(day: date, today: date) -> str:
    """Mittwoch 25. November, with a word before it today."""
    pattern = translate("Agenda", "{weekday} {day} {month}")
    words = {"weekday": wording.weekday_long(day), "day": day.day, "month": wording.month_name(day.month)}
    written = pattern.format(**words)
    return translate("Agenda", "Today, {day}").format(day=written) if day == today else written


def group_title(group: Group, grouping: Grouping, names: Names, today: date) -> str:
    """The heading of a group."""
    of = group.of
    if isinstance(of, State):
        return state(of)
    if isinstance(of, date):
        return day_title(of, today)
    if grouping is Grouping.PLATFORM:
        return names.platforms[of].name if of is not None else translate("Agenda", "Without platform")
    return plain(names.campaigns[of]) if of is not None else translate("Agenda", "Without campaign")


def posts(count: int) -> str:
    """2 posts."""
    return translate("Agenda", "%n post(s)", "", count)


def summary(group: Group) -> str:
    """2 posts, 1:45 h of work."""
    parts = [posts(group.posts)] if group.posts else []
    if group.minutes:
        parts.append(translate("Agenda", "{hours} of work").format(hours=wording.hours_h(group.minutes)))
    return ", ".join(parts)


def grouping_name(of: Grouping) -> str:
    """By day, by platform, and so on."""
    match of:
        case Grouping.DAY:
            return translate("Agenda", "By day")
        case Grouping.PLATFORM:
            return translate("Agenda", "By platform")
        case Grouping.STATUS:
            return translate("Agenda", "By status")
    return translate("Agenda", "By campaign")


# what is done


def step(act: Act, items: Sequence[Line]) -> str:
    """What the undo list calls an act."""
    if len(items) == 1:
        return _one_step(act).format(name=short(title(items[0])))
    count = len(items)
    match act:
        case SetStatus():
            return translate("Agenda", "Change the status of %n item(s)", "", count)
        case Shift():
            return translate("Agenda", "Move %n item(s)", "", count)
        case BackToIdeas():
            return translate("Agenda", "Take %n post(s) back to the ideas", "", count)
        case Remove():
            return translate("Agenda", "Delete %n item(s)", "", count)
    if act.on:
        return translate("Agenda", "Tick off %n item(s)", "", count)
    return translate("Agenda", "Take back %n tick(s)", "", count)


def _one_step(act: Act) -> str:
    match act:
        case SetStatus():
            return translate("Agenda", "Change the status of “{name}”")
        case Shift():
            return translate("Agenda", "Move “{name}”")
        case BackToIdeas():
            return translate("Agenda", "Take “{name}” back to the ideas")
        case Remove():
            return translate("Agenda", "Delete “{name}”")
    return translate("Agenda", "Tick off “{name}”") if act.on else translate("Agenda", "Take back the tick of “{name}”")


def said(act: Act, items: Sequence[Line], outcome: Together) -> str:
    """The sentence of the toast, as rich text."""
    if len(items) == 1:
        name_ = escape(short(title(items[0])))
        done = _one_said(act, items[0]).format(name=name_)
    else:
        done = _many_said(act, outcome.done)
    if not outcome.left:
        return done
    return f"{done} {left(act, outcome.left)}"


def _one_said(act: Act, line: Line) -> str:
    match act:
        case SetStatus():
            return translate("Agenda", "“{name}” is now: {status}").replace("{status}", wording.status(act.status))
        case Shift():
            place = wording.moment_short(line.starts_at + act.by)
            return translate("Agenda", "“{name}” moved to {place}").replace("{place}", f"<b>{escape(place)}</b>")
        case BackToIdeas():
            return translate("Agenda", "“{name}” is back among the ideas")
        case Remove():
            return translate("Agenda", "“{name}” deleted")
    return translate("Agenda", "“{name}” ticked off") if act.on else translate("Agenda", "“{name}” is open again")


def _many_said(act: Act, count: int) -> str:
    match act:
        case SetStatus():
            words = translate("Agenda", "%n post(s) now: {status}", "", count)
            return words.replace("{status}", wording.status(act.status))
        case Shift():
            return translate("Agenda", "%n item(s) moved", "", count)
        case BackToIdeas():
            return translate("Agenda", "%n post(s) back among the ideas", "", count)
        case Remove():
            return translate("Agenda", "%n item(s) deleted", "", count)
    if act.on:
        return translate("Agenda", "%n block(s) ticked off", "", count)
    return translate("Agenda", "%n block(s) open again", "", count)


def copying(lines: Sequence[Line]) -> str:
    """What the undo list calls the copying of lines."""
    count = len(lines)
    if count == 1:
        return translate("Agenda", "Duplicate “{name}”").replace("{name}", title(lines[0]))
    return translate("Agenda", "Duplicate %n item(s)", "", count)


def copied(count: int) -> str:
    """That lines have been copied."""
    return translate("Agenda", "%n item(s) duplicated", "", count)


def left(act: Act, count: int) -> str:
    """How many things stay as they are, and why."""
    match act:
        case Shift():
            return translate("Agenda", "(%n published post(s) stay put)", "", count)
        case BackToIdeas():
            return translate("Agenda", "(not for work and published posts: %n item(s))", "", count)
    return translate("Agenda", "(%n item(s) unchanged)", "", count)


def asked(act: Act, line: Line, choices: tuple[Choice, ...]) -> Asked:
    """What an act on one line asks first: about its series, or about what is published."""
    at = line.starts_at + act.by if isinstance(act, Shift) else line.starts_at
    if any(choice.key is ChoiceKey.CORRECT_DATE for choice in choices):
        heading = translate("Agenda", "This post is already online")
    elif isinstance(act, Remove):
        heading = translate("Agenda", "Which dates to delete?")
    else:
        heading = translate("Agenda", "Which dates to move?")
    words = {"day": wording.day_plain(line.starts_at.date()), "at": wording.moment_short(at)}
    answers = []
    for choice in choices:
        title_, consequence, verb = _answer(choice, isinstance(act, Remove))
        answers.append(Row(choice.key, title_, consequence.format(**words), verb))
    return Asked(heading, tuple(answers))


def _answer(choice: Choice, is_removal: bool) -> tuple[str, str, str]:
    verb = translate("Agenda", "Delete") if is_removal else translate("Agenda", "Move")
    match choice.key:
        case ChoiceKey.ONLY_THIS:
            return translate("Agenda", "Only this one"), translate("Agenda", "only {day}, the series goes on"), verb
        case ChoiceKey.FOLLOWING:
            return translate("Agenda", "This and following"), translate("Agenda", "from {day} on"), verb
        case ChoiceKey.ALL:
            count = choice.count
            past = translate("Agenda", "%n past date(s) as well", "", count)
            consequence = past if count else translate("Agenda", "the whole series")
            return translate("Agenda", "All"), consequence, verb
        case ChoiceKey.CORRECT_DATE:
            return (
                translate("Agenda", "Correct the date"),
                translate("Agenda", "it went online {at}"),
                translate("Agenda", "Correct"),
            )
    return (
        translate("Agenda", "Plan a copy"),
        translate("Agenda", "new draft {at}, without approval and hours"),
        translate("Agenda", "Plan copy"),
    )


def status_names() -> tuple[tuple[State, str], ...]:
    """Every state with its word, in order."""
    return tuple((each, state(each)) for each in State)


def persons(member_id: int | None, names: Names) -> str:
    """Whose lines are shown."""
    return names.members[member_id].name if member_id is not None else translate("Agenda", "Everybody")
