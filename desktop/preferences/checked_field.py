"""A line of text with a condition: what does not meet it is not taken, and the sentence below says why."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.ui.text_fields import TypedField

translate = QCoreApplication.translate


class CheckedField(TypedField[str]):
    """Text without spaces around it. `check` answers what is wrong with a text, "" for nothing."""

    def __init__(
        self, check: Callable[[str], str], icon: str | None = None, placeholder: str = "", parent: QWidget | None = None
    ) -> None:
        self._check, self._why = check, ""
        super().__init__(self._understand, str, self._reason, placeholder, icon, parent=parent)

    def _understand(self, text: str) -> str | None:
        self._why = self._check(text)
        return None if self._why else text

    def _reason(self) -> str:
        return self._why


def anything(_text: str) -> str:
    """Find nothing wrong."""
    return ""


def address_problem(text: str) -> str:
    """What is wrong with a web address, which may lack its https:// and may be empty; "" for nothing."""
    host = text.partition("://")[2] or text
    host = host.partition("/")[0]
    if not text:
        return ""
    if any(letter.isspace() for letter in text):
        return translate("Addresses", "Check the address: it has a space in it")
    if "," in host:
        return translate("Addresses", "Check the address: comma instead of full stop")
    if "." not in host.strip("."):
        return translate("Addresses", "Check the address: write it like cafe-lindenhof.de")
    return ""


def server_problem(text: str) -> str:
    """What is wrong with the address of a server, as above; one on this computer has a short name."""
    host = text.partition("://")[2].partition("/")[0].partition(":")[0]
    return "" if host == "localhost" else address_problem(text)
