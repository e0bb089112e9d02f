"""Independent readers of calendar files, and what they say about one.

No single parser is enough: each reads some broken files as if they were good, and each has its own idea of some rules.
`lint` uses no iCalendar library at all; of the readers vobject, `plain`, libical and ical.js take the zones from the
file, ical and icalendar those of IANA.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from tests.feeds.judges import icaljs, libical, lint, plain, python_parsers
from tests.feeds.judges.content import Finding, Severity
from tests.feeds.judges.instances import Instance

__all__ = ["JUDGES", "Instance", "Verdict", "judge", "missing", "present"]

Judge = Callable[[bytes, datetime, datetime], Iterable[Instance]]

JUDGES: Mapping[str, Judge] = {
    "plain": plain.instances,
    "vobject": python_parsers.by_vobject,
    "ical": python_parsers.by_ical,
    "icalendar": python_parsers.by_icalendar,
    "libical": libical.by_libical,
    "ical.js": icaljs.by_icaljs,
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the lint and the judges say: `votes` by judge, and why some could not read the file."""

    findings: tuple[Finding, ...]
    votes: Mapping[str, tuple[Instance, ...]]
    unread: Mapping[str, str]

    @property
    def is_unanimous(self) -> bool:
        """Tell whether at least three judges read the file, all of them, and the same."""
        return len(self.votes) >= 3 and not self.unread and len(set(self.votes.values())) == 1

    @property
    def instances(self) -> tuple[Instance, ...]:
        """What all say; fails where they differ, and tells how."""
        assert self.is_unanimous, self.differences()
        return next(iter(self.votes.values()))

    def worth(self, *ignored: str) -> list[Finding]:
        """The errors and warnings, without those of the ignored codes."""
        return [each for each in self.findings if each.severity is not Severity.NOTE and each.code not in ignored]

    def differences(self) -> str:
        """Who could not read, and who sees what most others do not see, or the other way round."""
        lines = [f"{name} could not read: {reason}" for name, reason in self.unread.items()]
        counts: dict[Instance, int] = {}
        for vote in self.votes.values():
            for instance in vote:
                counts[instance] = counts.get(instance, 0) + 1
        usual = {instance for instance, count in counts.items() if 2 * count > len(self.votes)}
        for name, vote in self.votes.items():
            more, less = sorted(set(vote) - usual), sorted(usual - set(vote))
            if more or less:
                lines.append(f"{name}: {len(more)} more, e.g. {more[:2]}; {len(less)} less, e.g. {less[:2]}")
            elif len(vote) != len(set(vote)):
                lines.append(f"{name}: something twice")
        return "\n".join(lines)


def missing(name: str) -> str | None:
    """Why a judge is not here, None when it is."""
    if name == "libical" and libical.library() is None:
        return f"{libical.ABI} is not installed (Debian: libical3)"
    if name == "ical.js" and icaljs.module() is None:
        return "Node.js or its module ical.js is not installed"
    return None


def present() -> tuple[str, ...]:
    """The judges of this machine."""
    return tuple(name for name in JUDGES if missing(name) is None)


def judge(data: bytes, first: date, last: date, judges: Iterable[str] | None = None) -> Verdict:
    """Let all judges of this machine, or those named, read what begins from `first` to `last` (days of UTC)."""
    opens = datetime.combine(first, time())
    closes = datetime.combine(last + timedelta(days=1), time())
    votes: dict[str, tuple[Instance, ...]] = {}
    unread: dict[str, str] = {}
    for name in present() if judges is None else judges:
        try:
            votes[name] = tuple(sorted(JUDGES[name](data, opens, closes)))
        except Exception as error:  # noqa: BLE001 - whatever a package stumbles over is its verdict
            unread[name] = f"{type(error).__name__}: {error}"
    return Verdict(lint.look_at(data), votes, unread)
