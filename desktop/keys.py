"""All keys of the window in one table: what the list of keys shows, worded as menus and tooltips word them.

A key that is added anywhere gets its row here; the tests compare the table with the shortcuts that the window has.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


class Key(NamedTuple):
    """What some keys do. `sequences` are written as for QKeySequence (`Ctrl+Shift+N`); any of them does it."""

    does: str
    sequences: tuple[str, ...]

    @property
    def shown(self) -> str:
        """The keys as a user reads them: Ctrl Shift N, Alt ↑ / ↓."""
        words = [_words(each) for each in self.sequences]
        ends = [each[-1] for each in words]
        if len({tuple(each[:-1]) for each in words}) == 1 and not any(len(end) == 1 and end.isalpha() for end in ends):
            return " ".join((*words[0][:-1], " / ".join(ends)))
        return " / ".join(" ".join(each) for each in words)


class KeyGroup(NamedTuple):
    """Keys that hold in one place."""

    title: str
    keys: tuple[Key, ...]


def shown(sequence: str) -> str:
    """A key as a user reads it: `Ctrl+Shift+N` is Ctrl Shift N, in German Strg Umschalt N."""
    return " ".join(_words(sequence))


def groups() -> tuple[KeyGroup, ...]:
    """The whole table in the language of the moment."""
    return (
        KeyGroup(translate("Keys", "Everywhere"), _everywhere()),
        KeyGroup(translate("Keys", "In the week"), _week()),
        KeyGroup(translate("Keys", "On a card"), _card()),
        KeyGroup(translate("Keys", "On a free place"), _place()),
        KeyGroup(translate("Keys", "While dragging or carrying"), _drag()),
        KeyGroup(translate("Keys", "On an idea below the week"), _tray()),
        KeyGroup(translate("Keys", "In the month"), _month()),
        KeyGroup(translate("Keys", "In the agenda"), _agenda()),
        KeyGroup(translate("Keys", "On the page of ideas"), _ideas()),
        KeyGroup(translate("Keys", "In the hours"), _hours()),
        KeyGroup(translate("Keys", "When printing"), _paper()),
    )


def _everywhere() -> tuple[Key, ...]:
    return (
        Key(translate("Keys", "Search and commands"), ("Ctrl+K", "Ctrl+F")),
        Key(translate("Keys", "This list"), ("F1",)),
        Key(translate("Keys", "Week"), ("Ctrl+1",)),
        Key(translate("Keys", "Month"), ("Ctrl+2",)),
        Key(translate("Keys", "Agenda"), ("Ctrl+3",)),
        Key(translate("Keys", "Ideas"), ("Ctrl+4",)),
        Key(translate("Keys", "Hours"), ("Ctrl+5",)),
        Key(translate("Keys", "Settings"), ("Ctrl+,",)),
        Key(translate("Keys", "New post"), ("Ctrl+N",)),
        Key(translate("Keys", "New work block"), ("Ctrl+Shift+N",)),
        Key(translate("Keys", "Print or save as PDF"), ("Ctrl+P",)),
        Key(translate("Keys", "Undo"), ("Ctrl+Z",)),
        Key(translate("Keys", "Redo"), ("Ctrl+Y", "Ctrl+Shift+Z")),
        Key(translate("Keys", "Today"), ("Alt+Home",)),
        Key(translate("Keys", "Next area, former area"), ("F6", "Shift+F6")),
        Key(translate("Keys", "Menu bar"), ("F10", "Alt")),
        Key(translate("Keys", "Quit"), ("Ctrl+Q",)),
    )


def _week() -> tuple[Key, ...]:
    return (
        Key(translate("Keys", "Week back, week on"), ("PgUp", "PgDown")),
        Key(translate("Keys", "Month back, month on"), ("Ctrl+PgUp", "Ctrl+PgDown")),
        Key(translate("Keys", "First card, last card of the week"), ("Ctrl+Home", "Ctrl+End")),
        Key(translate("Keys", "Start of work, end of work"), ("Home", "End")),
        Key(translate("Keys", "Capture idea"), ("Ctrl+I",)),
        Key(translate("Keys", "Hours higher, lower"), ("Ctrl++", "Ctrl+-")),
        Key(translate("Keys", "Fit the working hours, then the whole day"), ("Ctrl+0",)),
    )


def _card() -> tuple[Key, ...]:
    return (
        Key(translate("Keys", "Go from card to card"), ("Up", "Down", "Left", "Right")),
        Key(translate("Keys", "Former card, next card in time"), ("Ctrl+Left", "Ctrl+Right")),
        Key(translate("Keys", "Open"), ("Return",)),
        Key(translate("Keys", "Rename a block, open a post"), ("F2",)),
        Key(translate("Keys", "Today"), ("T",)),
        Key(translate("Keys", "Tick off, publish"), ("Ctrl+Return",)),
        Key(translate("Keys", "15 minutes earlier, later"), ("Alt+Up", "Alt+Down")),
        Key(translate("Keys", "A day earlier, later"), ("Alt+Left", "Alt+Right")),
        Key(translate("Keys", "A week earlier, later"), ("Alt+PgUp", "Alt+PgDown")),
        Key(translate("Keys", "End of a block earlier, later"), ("Ctrl+Shift+Up", "Ctrl+Shift+Down")),
        Key(translate("Keys", "Start of a block earlier, later"), ("Ctrl+Shift+Left", "Ctrl+Shift+Right")),
        Key(translate("Keys", "Mark, mark no longer"), ("Space",)),
        Key(translate("Keys", "Mark several in a row"), ("Shift+Up", "Shift+Down", "Shift+Left", "Shift+Right")),
        Key(translate("Keys", "Mark all of the week"), ("Ctrl+A",)),
        Key(translate("Keys", "Copy, cut, paste"), ("Ctrl+C", "Ctrl+X", "Ctrl+V")),
        Key(translate("Keys", "Carry"), ("M",)),
        Key(translate("Keys", "Duplicate"), ("Ctrl+D",)),
        Key(translate("Keys", "Back to the ideas"), ("B",)),
        Key(translate("Keys", "Delete"), ("Del", "Backspace")),
        Key(translate("Keys", "Context menu"), ("Menu", "Shift+F10")),
        Key(translate("Keys", "Leave the card"), ("Esc",)),
    )


def _place() -> tuple[Key, ...]:
    return (
        Key(translate("Keys", "15 minutes up, down"), ("Up", "Down")),
        Key(translate("Keys", "An hour up, down"), ("Ctrl+Up", "Ctrl+Down")),
        Key(translate("Keys", "A day back, on"), ("Left", "Right")),
        Key(translate("Keys", "Former card, next card"), ("Ctrl+Left", "Ctrl+Right")),
        Key(translate("Keys", "New work block there"), ("Return",)),
        Key(translate("Keys", "Paste there"), ("Ctrl+V",)),
        Key(translate("Keys", "Quick add, as any letter does"), ("Ins",)),
    )


def _drag() -> tuple[Key, ...]:
    return (
        Key(translate("Keys", "Copy instead of moving"), ("Ctrl",)),
        Key(translate("Keys", "In steps of 5 minutes"), ("Shift",)),
        Key(translate("Keys", "Carry: drop"), ("Return",)),
        Key(translate("Keys", "Back where it was"), ("Esc",)),
    )


def _tray() -> tuple[Key, ...]:
    return (
        Key(translate("Keys", "Carry into the week"), ("Return", "M")),
        Key(translate("Keys", "Plan into the next free slot"), ("X",)),
        Key(translate("Keys", "Open"), ("F2",)),
        Key(translate("Keys", "Delete"), ("Del",)),
    )


def _month() -> tuple[Key, ...]:
    return (
        Key(translate("Keys", "Month back, month on"), ("PgUp", "PgDown")),
        Key(translate("Keys", "Go from day to day"), ("Up", "Down", "Left", "Right")),
        Key(translate("Keys", "First day, last day of the month"), ("Ctrl+Home", "Ctrl+End")),
        Key(translate("Keys", "Today"), ("T",)),
    )


def _agenda() -> tuple[Key, ...]:
    return (
        Key(translate("Keys", "Week back, week on"), ("PgUp", "PgDown")),
        Key(translate("Keys", "Go from line to line"), ("Up", "Down")),
        Key(translate("Keys", "First line, last line"), ("Home", "End")),
        Key(translate("Keys", "Open in the week"), ("Return", "F2")),
        Key(translate("Keys", "Tick off, publish"), ("Ctrl+Return",)),
        Key(translate("Keys", "Choose, choose no longer"), ("Space",)),
        Key(translate("Keys", "Choose several in a row"), ("Shift+Up", "Shift+Down")),
        Key(translate("Keys", "Choose all lines"), ("Ctrl+A",)),
        Key(translate("Keys", "15 minutes earlier, later"), ("Alt+Up", "Alt+Down")),
        Key(translate("Keys", "A day earlier, later"), ("Alt+Left", "Alt+Right")),
        Key(translate("Keys", "A week earlier, later"), ("Alt+PgUp", "Alt+PgDown")),
        Key(translate("Keys", "Move to a day and a time"), ("M",)),
        Key(translate("Keys", "Duplicate"), ("Ctrl+D",)),
        Key(translate("Keys", "Back to the ideas"), ("B",)),
        Key(translate("Keys", "Delete"), ("Del",)),
        Key(translate("Keys", "Search in the list"), ("Ctrl+F",)),
    )


def _ideas() -> tuple[Key, ...]:
    return (
        Key(translate("Keys", "Go from idea to idea"), ("Up", "Down", "Left", "Right")),
        Key(translate("Keys", "To another place in the order"), ("Alt+Up", "Alt+Down", "Alt+Left", "Alt+Right")),
        Key(translate("Keys", "Open in the week"), ("Return",)),
        Key(translate("Keys", "Plan into the next free slot"), ("X",)),
        Key(translate("Keys", "Delete"), ("Del",)),
        Key(translate("Keys", "Capture idea"), ("Ctrl+I",)),
        Key(translate("Keys", "Search in the ideas"), ("Ctrl+F",)),
    )


def _hours() -> tuple[Key, ...]:
    return (
        Key(translate("Keys", "Week back, week on"), ("PgUp", "PgDown")),
        Key(translate("Keys", "Change an entry"), ("Return", "F2")),
        Key(translate("Keys", "Delete an entry"), ("Del",)),
    )


def _paper() -> tuple[Key, ...]:
    return (
        Key(translate("Keys", "Week back, week on"), ("PgUp", "PgDown")),
        Key(translate("Keys", "Save as PDF"), ("Ctrl+S",)),
        Key(translate("Keys", "Back to the week"), ("Esc",)),
    )


def _words(sequence: str) -> list[str]:
    parts = sequence.split("+")
    if parts[-1] == "":  # the plus itself
        parts[-2:] = ["+"]
    return [_word(part) for part in parts]


def _word(part: str) -> str:
    match part:
        case "Ctrl":
            return translate("Keys", "Ctrl")
        case "Shift":
            return translate("Keys", "Shift")
        case "PgUp":
            return translate("Keys", "Page up")
        case "PgDown":
            return translate("Keys", "Page down")
        case "Home":
            return translate("Keys", "Home")
        case "End":
            return translate("Keys", "End")
        case "Del":
            return translate("Keys", "Del")
        case "Ins":
            return translate("Keys", "Ins")
        case "Return":
            return translate("Keys", "Enter")
        case "Backspace":
            return translate("Keys", "Backspace")
        case "Space":
            return translate("Keys", "Space")
        case "Menu":
            return translate("Keys", "Menu key")
    return {"Up": "↑", "Down": "↓", "Left": "←", "Right": "→"}.get(part, part)
