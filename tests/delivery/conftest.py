"""Servers that are there for all tests of a run: a real Radicale, and an authority that signs certificates."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import trustme

from tests.delivery.radicale_server import Radicale


@pytest.fixture(scope="session")
def radicale(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Radicale]:
    """A running Radicale with one user."""
    with Radicale(tmp_path_factory.mktemp("radicale")) as server:
        yield server


@pytest.fixture(scope="session")
def authority() -> trustme.CA:
    """Someone who signs certificates, whom nobody trusts yet."""
    return trustme.CA()
