"""A real plan file for every test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.builders import a_store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from db.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A new plan with Instagram (1), Facebook (2) and LinkedIn (3)."""
    opened = a_store(tmp_path)
    yield opened
    opened.close()
