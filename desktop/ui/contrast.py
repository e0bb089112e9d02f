"""How well two colours can be told apart, after WCAG 2."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QColor


def _luminance(color: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF())


def contrast(one: QColor, other: QColor) -> float:
    """The contrast of two colours, 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def readable_on(back: QColor, inks: Sequence[QColor]) -> QColor:
    """The one of several text colours that contrasts most with a surface."""
    return max(inks, key=lambda ink: contrast(ink, back))
