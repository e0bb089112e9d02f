"""The short words in a budget cell: the state of the hours and the number of posts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from db.records import Week
from desktop import wording
from desktop.planning.budget import PlatformBudget, Verdict

translate = QCoreApplication.translate

WEDNESDAY = 2


@dataclass(frozen=True, slots=True)
class Words:
    """A few words with the colour role and the icon (or none) they are painted with."""

    text: str
    role: str
    icon: str = ""


def state_words(budget: PlatformBudget) -> Words:
    """How the hours stand, as icon, words and colour."""
    text = wording.verdict(budget)
    if budget.verdict is Verdict.OVER:
        return Words(text, "warn", "alert-triangle")
    if budget.verdict is Verdict.MET:
        return Words(text, "ok", "circle-check")
    if budget.is_past:
        return Words(text, "warn", "alert-triangle")
    return Words(text, "text-2", "hourglass")


def count_words(budget: PlatformBudget, today: date, is_short: bool) -> Words:
    """How many posts there are: "7 Beiträge", "2 von 3" while there is time, "1 fehlt" from Wednesday, "8, über 7"."""
    least, most = budget.corridor
    if budget.posts > most:
        return Words(translate("Budget", "{0}, over {1}").format(budget.posts, most), "warn")
    if budget.posts < least:
        week = Week.of(today)
        if budget.week < week or (budget.week == week and today.weekday() >= WEDNESDAY):
            return Words(_missing(least - budget.posts), "warn", "alert-triangle")
        return Words(translate("Budget", "{0} of {1}").format(budget.posts, least), "text-2")
    if is_short:
        return Words(str(budget.posts), "text-2")
    return Words(_posts(budget.posts), "text-2")


def changed_count_words(before: PlatformBudget, after: PlatformBudget, is_short: bool) -> Words:
    """The number of posts as it would become: "2 → 3 Beiträge"."""
    most = after.corridor[1]
    if after.posts > most:
        text = translate("Budget", "{0} → {1}, over {2}").format(before.posts, after.posts, most)
        return Words(text, "warn")
    if is_short:
        return Words(f"{before.posts} → {after.posts}", "accent-text")
    return Words(f"{before.posts} → {_posts(after.posts)}", "accent-text")


def _posts(number: int) -> str:
    return translate("Budget", "1 post") if number == 1 else translate("Budget", "{0} posts").format(number)


def _missing(number: int) -> str:
    return translate("Budget", "1 missing") if number == 1 else translate("Budget", "{0} missing").format(number)
