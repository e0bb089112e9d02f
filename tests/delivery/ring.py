"""A keyring for tests: one that keeps passwords for as long as a test lasts, and may be locked."""

from __future__ import annotations

from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked, PasswordDeleteError


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
