"""The look in force: colours by role, fonts by name, sizes at the chosen text scale, durations.

Painting code asks these functions each time it paints; `apply` changes the look of the running program. Widgets learn
of a change through Qt's own PaletteChange, FontChange and StyleChange events.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, fields
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

import resources
from db.records import PlatformKind, Status
from desktop.ui import stylesheet

RESOURCES = Path(resources.__file__).parent
_FONT_FILES = ("Inter-Regular", "Inter-Medium", "Inter-SemiBold", "Inter-Bold", "InterDisplay-Bold")
_TIGHT_FROM = 17
_STATUS_TOKENS = {
    Status.IDEA: "idee",
    Status.DRAFT: "entwurf",
    Status.REVIEW: "freigabe",
    Status.SCHEDULED: "geplant",
    Status.PUBLISHED: "live",
    Status.SKIPPED: "ausgefallen",
    Status.HELD: "angehalten",
    "overdue": "faellig",
}


class Mode(StrEnum):
    """What the user chose: follow the system, or one of the two looks always."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class PlatformColors:
    """The colours of one kind of platform; each is handed out as a copy, to be kept or changed."""

    __slots__ = ("_glyph", "_strong", "_text", "_tint", "_tones")

    def __init__(self, strong: QColor, tint: QColor, text: QColor, glyph: QColor, tones: tuple[QColor, ...]) -> None:
        self._strong, self._tint, self._text, self._glyph, self._tones = strong, tint, text, glyph, tones

    @property
    def strong(self) -> QColor:
        """Rails, tiles, full bars."""
        return QColor(self._strong)

    @property
    def tint(self) -> QColor:
        """The fill of a work block."""
        return QColor(self._tint)

    @property
    def text(self) -> QColor:
        """Text on the tint."""
        return QColor(self._text)

    @property
    def glyph(self) -> QColor:
        """The glyph on a tile."""
        return QColor(self._glyph)

    @property
    def tones(self) -> tuple[QColor, ...]:
        """One colour for each of the four activities, planning first and darkest."""
        return tuple(QColor(tone) for tone in self._tones)


@dataclass(slots=True)
class _Look:
    """Everything `apply` decides. Filled with the light look before the first `apply`."""

    mode: Mode = Mode.LIGHT
    is_dark: bool = False
    scale: int = 100
    reduced_motion: bool = False
    high_contrast: bool = False
    is_styled: bool = False  # by the name on the command line
    colors: dict[str, QColor] = field(default_factory=dict)
    platforms: dict[PlatformKind, PlatformColors] = field(default_factory=dict)
    statuses: dict[str, QColor] = field(default_factory=dict)
    fonts: dict[tuple[str, int | None], QFont] = field(default_factory=dict)


class _SystemScheme(QObject):
    """Applies the look again when the system turns dark or light while `Mode.SYSTEM` is chosen."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        app.styleHints().colorSchemeChanged.connect(self._follow)

    @Slot(Qt.ColorScheme)
    def _follow(self, _scheme: Qt.ColorScheme) -> None:
        app = QApplication.instance()
        if _look.mode is Mode.SYSTEM and isinstance(app, QApplication):
            apply(app, _look.mode, _look.scale, _look.reduced_motion, _look.high_contrast)


_look = _Look()


def application(argv: list[str]) -> QApplication:
    """The program's application. The style is named on its command line: setting it would make a style object known."""
    made = QApplication([*argv[:1], "-style", "Fusion"])
    _look.is_styled = True
    return made


@cache
def _tokens() -> dict[str, Any]:
    tokens: dict[str, Any] = json.loads((RESOURCES / "tokens.json").read_text(encoding="utf-8"))
    return tokens


@cache
def _type() -> dict[str, dict[str, Any]]:
    return {entry["name"]: entry for entry in _tokens()["type"]}


@cache
def _load_fonts() -> None:
    for name in _FONT_FILES:
        QFontDatabase.addApplicationFont(str(RESOURCES / "fonts" / f"{name}.otf"))


def _fill() -> None:
    tokens, side = _tokens(), "dark" if _look.is_dark else "light"
    _look.colors = {role: QColor(entry[side]) for role, entry in tokens["roles"].items()}
    _look.statuses = {str(status): QColor(tokens["status"][name][side]) for status, name in _STATUS_TOKENS.items()}
    glyph = QColor(tokens["roles"]["window"]["dark"]) if _look.is_dark else QColor(Qt.GlobalColor.white)
    for kind in PlatformKind:
        entry = tokens["platforms"][kind]
        tones = tuple(QColor(tone) for tone in entry["tones"][side])
        strong, tint, text = (QColor(entry[side][name]) for name in ("strong", "tint", "text"))
        _look.platforms[kind] = PlatformColors(strong, tint, text, glyph, tones)
    if _look.high_contrast:
        _raise_contrast()
    _look.fonts = {}


def _raise_contrast() -> None:
    colors = _look.colors
    for role in ("line-subtle", "line", "line-strong", "text-2", "text-3"):
        colors[role] = colors["text"]
    for role in [role for role in colors if role.endswith(("-tint", "-wash"))]:
        colors[role] = colors["surface"]
    for kind, own in _look.platforms.items():
        _look.platforms[kind] = PlatformColors(own.strong, colors["surface"], colors["text"], own.glyph, own.tones)


def apply(
    app: QApplication,
    mode: Mode,
    scale: int = 100,
    reduced_motion: bool = False,
    high_contrast: bool = False,
) -> None:
    """Load fonts once, then set palette, font and style sheet of the whole program.

    `scale` is the text size in per cent, kept within 100 to 200. May be called again at any time.
    """
    _load_fonts()
    _look.mode = mode
    _look.is_dark = mode is Mode.DARK or (mode is Mode.SYSTEM and app.styleHints().colorScheme() is Qt.ColorScheme.Dark)
    _look.scale = min(max(scale, 100), 200)
    _look.reduced_motion = reduced_motion
    _look.high_contrast = high_contrast
    _fill()
    if app.findChild(_SystemScheme) is None:
        _SystemScheme(app)
        if not _look.is_styled:
            app.setStyle("Fusion")
    app.setPalette(_palette())
    app.setFont(font("body"))
    app.setStyleSheet(stylesheet.fill(color, px))


@contextmanager
def on_paper() -> Iterator[None]:
    """Answer with the light look at 100 % within the `with`, whatever is in force: for what is painted for paper.

    The running program does not notice, as long as nothing of it is painted meanwhile.
    """
    kept = {each.name: getattr(_look, each.name) for each in fields(_look)}
    _load_fonts()
    _look.is_dark, _look.scale, _look.high_contrast = False, 100, False
    _look.platforms = {}
    _fill()
    try:
        yield
    finally:
        for name, value in kept.items():
            setattr(_look, name, value)


def _palette() -> QPalette:
    palette = QPalette()
    role, off = QPalette.ColorRole, QPalette.ColorGroup.Disabled
    for target, name in {
        role.Window: "surface",
        role.WindowText: "text",
        role.Base: "field",
        role.AlternateBase: "subtle",
        role.Text: "text",
        role.Button: "raised",
        role.ButtonText: "text",
        role.BrightText: "danger",
        role.Highlight: "accent",
        role.HighlightedText: "on-accent",
        role.ToolTipBase: "ink",
        role.ToolTipText: "on-ink",
        role.PlaceholderText: "text-3",
        role.Link: "accent-text",
        role.LinkVisited: "accent-text",
        role.Accent: "accent",
        role.Light: "raised",
        role.Midlight: "hover",
        role.Mid: "line",
        role.Dark: "line-strong",
        role.Shadow: "line-strong",
    }.items():
        palette.setColor(target, color(name))
    for target in (role.WindowText, role.Text, role.ButtonText, role.PlaceholderText):
        palette.setColor(off, target, color("text-off"))
    palette.setColor(off, role.Base, color("subtle"))
    palette.setColor(off, role.Highlight, color("hover"))
    palette.setColor(off, role.HighlightedText, color("text-off"))
    return palette


def is_dark() -> bool:
    """Tell whether the dark look is in force."""
    return _look.is_dark


def is_high_contrast() -> bool:
    """Tell whether the stronger contrast is in force."""
    return _look.high_contrast


def is_still() -> bool:
    """Tell whether the user wants no movement."""
    return _look.reduced_motion


def scale() -> int:
    """The text size in per cent, 100 to 200."""
    return _look.scale


def color(role: str) -> QColor:
    """The colour of a role as named in tokens.json; raises KeyError for any other name."""
    if not _look.colors:
        _fill()
    return QColor(_look.colors[role])


def platform(kind: PlatformKind) -> PlatformColors:
    """The colours of a kind of platform."""
    if not _look.colors:
        _fill()
    return _look.platforms[kind]


def status_color(status: Status | str) -> QColor:
    """The colour of a status, or of `"overdue"`."""
    if not _look.colors:
        _fill()
    return QColor(_look.statuses[str(status)])


def font(name: str, weight: int | None = None) -> QFont:
    """A font by its name in tokens.json (display, title-1 … micro), in another weight if one is given (400 to 700)."""
    made = _look.fonts.get((name, weight))
    if made is None:
        made = _look.fonts[name, weight] = _font(name, weight)
    return QFont(made)


def _font(name: str, weight: int | None) -> QFont:
    entry = _type()[name]
    made = QFont(entry["font"])
    size = px(entry["px"])
    made.setPixelSize(size)
    made.setWeight(QFont.Weight(weight or entry["weight"]))
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    made.setFeature(QFont.Tag("tnum"), 1)
    if entry["px"] >= _TIGHT_FROM:
        made.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, -0.01 * size)
    return made


def line_height(name: str) -> int:
    """The height of one line of text in a font, in pixels."""
    return px(_type()[name]["line"])


def px(length: float) -> int:
    """A length of the design in pixels at the chosen text scale."""
    return round(length * _look.scale / 100)


def border() -> int:
    """The width of outlines in pixels: 1, or 2 with high contrast."""
    return 2 if _look.high_contrast else 1


def duration(milliseconds: int) -> int:
    """The length of a movement: as given, or 0 where the user wants none."""
    return 0 if _look.reduced_motion else milliseconds
