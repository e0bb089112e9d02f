"""What the tests of deliveries share: a real Radicale, an authority that signs certificates, a keyring."""

from __future__ import annotations

from collections.abc import Iterator

import keyring
import pytest
import trustme

from tests.delivery.radicale_server import Radicale
from tests.delivery.ring import Ring


@pytest.fixture(scope="session")
def radicale(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Radicale]:
    """A running Radicale with one user."""
    with Radicale(tmp_path_factory.mktemp("radicale")) as server:
        yield server


@pytest.fixture(scope="session")
def authority() -> trustme.CA:
    """Someone who signs certificates, whom nobody trusts yet."""
    return trustme.CA()


@pytest.fixture
def ring() -> Iterator[Ring]:
    """The system's keyring for the time of a test."""
    before = keyring.get_keyring()
    ring = Ring()
    keyring.set_keyring(ring)
    yield ring
    keyring.set_keyring(before)
