"""The figures: what is measured, how it is summed up, printed and written."""

from __future__ import annotations

import json
import statistics
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from tests.speed import big_plan
from tests.speed.machine import machine

Facts = dict[str, Any]

WARM_UP = 1


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured thing. `value` is what the aim is about; it is never a reason to fail."""

    name: str
    value: float
    aim: float
    unit: str
    detail: str

    def line(self) -> str:
        """As a line of the table."""
        mark = " " if self.value <= self.aim else "!"
        return f"{mark} {self.name:<58}{self.value:>8.1f} {self.unit:<7} aim {self.aim:>5g}   {self.detail}"


@dataclass(frozen=True, slots=True)
class Measured:
    """All figures of one run. `facts` are what the processes told: module names, statements, painted parts."""

    screen: str
    figures: tuple[Figure, ...]
    facts: Facts = field(default_factory=dict)

    def table(self) -> str:
        """The figures for people; a "!" marks what misses its aim."""
        heading = f"plan of {big_plan.POSTS} posts and {big_plan.SERIES} series, screen: {self.screen}"
        return "\n".join((heading, *(figure.line() for figure in self.figures)))

    def write(self, file: Path) -> None:
        """Write the figures as JSON."""
        file.write_text(
            json.dumps({"screen": self.screen, "figures": [asdict(each) for each in self.figures]}, indent=2),
            encoding="utf-8",
        )


def measure(folder: Path, starts: int) -> Measured:
    """Measure everything in real processes, each start so many times; takes a minute with five."""
    today = date.today()  # noqa: DTZ011 - the window opens on the week of this day
    plan = folder / "big.wochenwerk"
    with machine(folder) as here:
        big_plan.write_table(folder / "posts.csv", today)
        import_seconds = here.run("-m", "desktop", "import", folder / "posts.csv", "--plan", plan)
        big_plan.add_work(plan, today)
        # The first start remembers the plan; those that count open it unasked, as a click on the icon does.
        here.watch("product_window.py", "rest", "--plan", plan)
        bare, product = [], []
        for _ in range(starts + WARM_UP):  # in turn, for both to suffer alike from whatever else the machine does
            bare.append(here.watch("bare_window.py"))
            product.append(here.watch("product_window.py", "start"))
        at_rest = here.watch("product_window.py", "rest")
        hands = here.watch("product_window.py", "hands")
        feeds = here.watch("feed_writer.py", plan)
        kept = here.watch("feeds_kept.py", plan, folder / "calendars")
    bare, product = bare[WARM_UP:], product[WARM_UP:]
    bare_memory = _median(run["memory"] for run in bare)
    return Measured(
        here.screen,
        (
            _start("exec → first painted shell and week frame", 2, "painted", product, bare),
            _start("exec → week with its data painted", 4, "filled", product, bare),
            _act("flip to another week → painted", 30, hands["flip"]),
            _act(f"one drag step, {hands['cards']} cards visible", 4, hands["step"]),
            _act("drop → committed → repainted", 30, hands["drop"]),
            _act(f"one drag step of {hands['group']} cards together", 10, hands["group_step"]),
            _act(f"drop of {hands['group']} cards → committed → repainted", 150, hands["group_drop"]),
            Figure(
                "memory after start, above a bare window",
                at_rest["memory"] - bare_memory,
                60,
                "MB",
                f"{at_rest['memory']:.0f} MB, bare {bare_memory:.0f} MB",
            ),
            Figure(f"import of {big_plan.POSTS} CSV rows", import_seconds, 10, "s", ""),
            _act(f"feed of {feeds['events']} events, cold", 500, feeds["cold"]),
            _act(f"feed of {feeds['events']} events, after one edit", 30, feeds["edit"]),
            _ratio(f"file of {feeds['file_events']} events", 1.2, feeds["file"], feeds["plain"]),
            _act("unchanged feed asked for again, by its tag", 5, kept["unchanged"]),
            Figure(f"memory after {kept['answers']} such answers", kept["growth"], 3, "MB more", ""),
            _slower("edit with feeds kept, against without", 2, kept["edit_kept"], kept["edit_alone"]),
        ),
        {
            "modules": at_rest["modules"],
            "flip": hands["flip_counts"],
            "step": hands["step_counts"],
            "serialised": feeds["serialised"],
        },
    )


def _start(name: str, aim: float, moment: str, runs: Sequence[Facts], bare: Sequence[Facts]) -> Figure:
    took, yardstick = (
        _median(run["moments"][moment] for run in runs),
        _median(run["moments"]["painted"] for run in bare),
    )
    work, least = _median(run["worked"][moment] for run in runs), _median(run["worked"]["painted"] for run in bare)
    detail = f"{took:.0f} : {yardstick:.0f} ms; processor: {work / least:.1f} × bare, {1000 * work:.0f} ms"
    return Figure(name, took / yardstick, aim, "× bare", detail)


def _act(name: str, aim: float, took: Sequence[Sequence[float]]) -> Figure:
    clock, processor = zip(*took, strict=True)
    detail = f"median {_median(clock):.1f} of {len(took)}; processor: median {_median(processor):.1f}"
    return Figure(name, _p95(clock), aim, "ms p95", f"{detail}, p95 {_p95(processor):.1f}")


def _ratio(name: str, aim: float, took: Sequence[Sequence[float]], yardstick: Sequence[Sequence[float]]) -> Figure:
    (clock, work), (plain_clock, plain_work) = (min(map(tuple, runs)) for runs in (took, yardstick))
    detail = f"{clock:.0f} : {plain_clock:.0f} ms; processor: {work / plain_work:.2f} ×, {work:.0f} ms"
    return Figure(name, clock / plain_clock, aim, "× plain", detail)


def _slower(name: str, aim: float, took: Sequence[Sequence[float]], plain: Sequence[Sequence[float]]) -> Figure:
    """How much longer something takes than the same without something beside it."""
    clock, least = _median(each for each, _ in took), _median(each for each, _ in plain)
    work, plain_work = _median(each for _, each in took), _median(each for _, each in plain)
    detail = f"{clock:.1f} : {least:.1f} ms, medians of {len(took)}; processor: {work:.1f} : {plain_work:.1f}"
    return Figure(name, clock - least, aim, "ms more", detail)


def _p95(values: Sequence[float]) -> float:
    return statistics.quantiles(values, n=20)[-1]


def _median(values: Iterable[float]) -> float:
    return statistics.median(values)
