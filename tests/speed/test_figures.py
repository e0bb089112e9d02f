"""What the figures rest on, counted instead of timed; the figures themselves are printed and never fail.

`WOCHENWERK_FIGURES=FILE` writes them as JSON too.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.speed.figures import Measured, measure

STARTS = 4
FOR_LATER = {"alembic", "icalendar", "holidays", "openpyxl"}
STORAGE = {"sqlalchemy", "filelock", "sqlite3"}

pytestmark = [
    pytest.mark.skipif(os.name == "nt", reason="the processes are watched through POSIX pipes and paths"),
    pytest.mark.timeout(400),  # a machine that does other things beside is no failure
]


@pytest.fixture(scope="session")
def measured(tmp_path_factory: pytest.TempPathFactory) -> Measured:
    """Everything that was measured, once for all tests."""
    made = measure(tmp_path_factory.mktemp("speed"), STARTS)
    print(f"\n{made.table()}")  # noqa: T201
    if file := os.environ.get("WOCHENWERK_FIGURES"):
        made.write(Path(file))
    return made


def test_all_figures_are_there(measured: Measured) -> None:
    assert len(measured.figures) == 15
    assert all(figure.value > 0 for figure in measured.figures if not figure.unit.endswith("more"))  # may be nothing


def test_the_first_picture_waits_for_no_storage(measured: Measured) -> None:
    modules = set(measured.facts["modules"]["painted"])
    assert modules & (FOR_LATER | STORAGE | {"dateutil"}) == set()


def test_the_week_waits_for_nothing_that_can_come_later(measured: Measured) -> None:
    modules = set(measured.facts["modules"]["filled"])
    assert modules & FOR_LATER == set()
    assert "sqlalchemy" in modules  # or else the week was not read


def test_a_week_is_read_in_few_statements(measured: Measured) -> None:
    assert 0 < measured.facts["flip"]["statements"] <= 30


def test_a_drag_step_reads_nothing_and_repaints_little(measured: Measured) -> None:
    step = measured.facts["step"]
    assert step["statements"] == 0
    assert 0 < step["cards"] <= 25
    assert 0 < step["painted"] <= 0.15


def test_an_edit_writes_only_the_events_that_it_touches_anew(measured: Measured) -> None:
    assert 0 < measured.facts["serialised"] <= 3  # the post's versions and the blocks that work for it
