"""Passwords in the system's keyring, by the delivery's uid. It may ask its user, so never in the window's thread.

Every function raises DeliveryProblem(NO_KEYRING) if the system has no keyring, or it stays locked.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import keyring
from keyring.backends import null
from keyring.errors import KeyringError

from desktop.delivery.problems import DeliveryProblem, ProblemCode

SERVICE = "Wochenwerk"


def read(delivery_uid: str) -> str | None:
    """Return the password, None if there is none."""
    with _opened():
        return keyring.get_password(SERVICE, delivery_uid)


def write(delivery_uid: str, password: str) -> None:
    """Keep the password in the place of any earlier one."""
    with _opened():
        keyring.set_password(SERVICE, delivery_uid, password)


def remove(delivery_uid: str) -> None:
    """Forget the password; nothing happens if there is none."""
    with _opened():
        if keyring.get_password(SERVICE, delivery_uid) is not None:
            keyring.delete_password(SERVICE, delivery_uid)


@contextmanager
def _opened() -> Iterator[None]:
    if isinstance(keyring.get_keyring(), null.Keyring):  # it would forget everything in silence
        raise DeliveryProblem(ProblemCode.NO_KEYRING)
    try:
        yield
    except (KeyringError, OSError) as error:
        raise DeliveryProblem(ProblemCode.NO_KEYRING, str(error)) from error
