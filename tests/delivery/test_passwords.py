"""Passwords lie in the system's keyring, which may be missing, locked, or forgetful."""

from __future__ import annotations

from collections.abc import Iterator

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail, null
from keyring.errors import KeyringLocked, PasswordDeleteError

from desktop.delivery import passwords
from desktop.delivery.problems import DeliveryProblem, ProblemCode


class Ring(KeyringBackend):
    """A keyring that lives as long as a test."""

    priority = 1.0

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.is_locked = False
        self._kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        """Return what is kept."""
        self._check()
        return self._kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep it."""
        self._check()
        self._kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        """Forget it."""
        self._check()
        if (service, username) not in self._kept:
            raise PasswordDeleteError
        del self._kept[service, username]

    def _check(self) -> None:
        if self.is_locked:
            raise KeyringLocked("the user closed the question")


@pytest.fixture
def ring() -> Iterator[Ring]:
    before = keyring.get_keyring()
    ring = Ring()
    keyring.set_keyring(ring)
    yield ring
    keyring.set_keyring(before)


def test_a_password_is_kept_for_each_delivery_and_forgotten_when_told(ring: Ring) -> None:
    passwords.write("one", "äpfel")
    passwords.write("two", "birnen")
    passwords.write("one", "pflaumen")
    assert (passwords.read("one"), passwords.read("two"), passwords.read("three")) == ("pflaumen", "birnen", None)
    passwords.remove("one")
    passwords.remove("one")
    assert (passwords.read("one"), passwords.read("two")) == (None, "birnen")


@pytest.mark.parametrize("action", ["read", "write", "remove"])
@pytest.mark.parametrize("kind", [Ring, fail.Keyring, null.Keyring])
def test_without_an_open_keyring_nothing_is_kept_in_the_open(
    ring: Ring, kind: type[KeyringBackend], action: str
) -> None:
    keyring.set_keyring(kind())
    found = keyring.get_keyring()
    if isinstance(found, Ring):
        found.is_locked = True
    with pytest.raises(DeliveryProblem) as caught:
        getattr(passwords, action)(*("one", "äpfel")[: 2 if action == "write" else 1])
    assert (caught.value.code, caught.value.is_passing) == (ProblemCode.NO_KEYRING, False)
