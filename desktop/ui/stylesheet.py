"""The one style sheet: only what Qt's own widgets need, since every rule slows the building of all widgets."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtGui import QColor

_TEMPLATE = """
QToolTip { background: $ink; color: $on-ink; border: 0; padding: @4 @7; }
Editor, Paper { background: transparent; }
QMenu { background: transparent; border: 0; padding: @6; }
QMenu::item { padding: @6 @10 @6 @10; min-height: @18; }
QMenu::separator { height: @13; }
QComboBox { combobox-popup: 0; }
QComboBox QAbstractItemView { background: $raised; border: 1px solid $line; padding: @4 0; outline: 0; }
QScrollBar:vertical { background: transparent; width: @10; margin: 0; }
QScrollBar:horizontal { background: transparent; height: @10; margin: 0; }
QScrollBar::handle { background: $line; border-radius: @3; margin: @2; }
QScrollBar::handle:vertical { min-height: @28; }
QScrollBar::handle:horizontal { min-width: @28; }
QScrollBar::handle:hover { background: $line-strong; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""


def fill(color: Callable[[str], QColor], px: Callable[[float], int]) -> str:
    """The style sheet with `$role` replaced by the role's colour and `@n` by n scaled pixels."""
    text = re.sub(r"\$([a-z0-9-]+)", lambda found: color(found[1]).name(), _TEMPLATE)
    return re.sub(r"@(\d+)", lambda found: f"{px(int(found[1]))}px", text)
