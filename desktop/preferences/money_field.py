"""A field for an amount of euros, kept in whole cents."""

from __future__ import annotations

import re
from decimal import Decimal

from PySide6.QtCore import QCoreApplication, QLocale

from desktop.ui.text_fields import TypedField

translate = QCoreApplication.translate

_MOST_CENTS = 10**11
_AMOUNT = re.compile(r"(?:€|EUR)?\s*(\d[\d.,\s'’]*?)\s*(?:€|EUR|euros?)?", re.IGNORECASE)


class MoneyField(TypedField[int]):
    """Cents, None while empty."""

    def __init__(self) -> None:
        super().__init__(parse_cents, money, _no_amount, may_be_empty=True)


def parse_cents(text: str) -> int | None:
    """Cents meant by `112`, `112,50 €`, `1.200 €`, `1,200.50`; None for anything else.

    The last comma or full stop parts euros from cents unless exactly three digits follow it.
    """
    found = _AMOUNT.fullmatch(text.strip())
    if found is None:
        return None
    digits = re.sub(r"[\s'’]", "", found[1])
    whole, mark, cents = _parted(digits)
    whole = re.sub(r"[.,]", "", whole)
    if not whole.isdecimal() or (mark and len(cents) not in {1, 2}):
        return None
    amount = int(Decimal(f"{whole}.{cents or 0}") * 100)
    return amount if amount <= _MOST_CENTS else None


def money(cents: int) -> str:
    """An amount in the format of the language: 1.200 €, 112,50 €."""
    number = QLocale().toString(cents / 100, "f", 2 if cents % 100 else 0)
    return translate("Money", "€{amount}").format(amount=number)


def _parted(digits: str) -> tuple[str, str, str]:
    """Euros, the mark between, cents."""
    last = max(digits.rfind(","), digits.rfind("."))
    if last < 0 or len(digits) - last - 1 == 3:
        return digits, "", ""
    return digits[:last], digits[last], digits[last + 1 :]


def _no_amount() -> str:
    return translate("Fields", "Write an amount like 120 or 49.90.")
