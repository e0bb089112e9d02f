"""Passwords lie in the system's keyring, which may be missing, locked, or forgetful."""

from __future__ import annotations

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail, null

from desktop.delivery import passwords
from desktop.delivery.problems import DeliveryProblem, ProblemCode
from tests.delivery.ring import Ring


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
