"""Colours can be told apart and read: the contrast that each pair of tokens promises, in both looks."""

from __future__ import annotations

import json

import pytest

from db.records import PlatformKind
from tests.house import ROOT

TOKENS = json.loads((ROOT / "resources/tokens.json").read_text(encoding="utf-8"))
PAIRS = (
    ("text", 4.5, "window surface accent-tint warn-tint danger-tint"),
    ("text-2", 4.5, "surface window hover accent-tint warn-tint danger-tint info-tint"),
    ("text-3", 4.5, "surface window subtle hover raised field accent-wash"),
    ("line-strong", 3, "surface window field raised"),
    ("accent", 3, "surface window"),
    ("on-accent", 4.5, "accent accent-hover accent-press"),
    ("accent-text", 4.5, "surface window accent-tint raised"),
    ("ok", 4.5, "surface ok-tint window"),
    ("warn", 4.5, "surface warn-tint window subtle"),
    ("warn-mark", 3, "surface"),
    ("danger", 4.5, "surface danger-tint"),
    ("#FFFFFF", 4.5, "danger-fill"),
    ("info", 4.5, "surface info-tint"),
    ("on-ink", 4.5, "ink"),
    ("on-ink-accent", 4.5, "ink"),
)
LOOKS = ("light", "dark")


def luminance(color: str) -> float:
    """Return the relative luminance of `#RRGGBB` as WCAG 2 defines it."""
    channels = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return WCAG's contrast ratio of two colours, 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def role(name: str, look: str) -> str:
    """Return a role's colour; a colour stands for itself."""
    return name if name.startswith("#") else str(TOKENS["roles"][name][look])


def test_the_ratio_is_reckoned_as_wcag_does() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#6B655B", "#FFFFFF") == pytest.approx(5.77, abs=0.01)


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize(("front", "least", "backs"), PAIRS, ids=[pair[0] for pair in PAIRS])
def test_roles_stand_out(front: str, least: float, backs: str, look: str) -> None:
    for back in backs.split():
        assert contrast(role(front, look), role(back, look)) >= least, back


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("kind", PlatformKind)
def test_platforms_stand_out(kind: PlatformKind, look: str) -> None:
    colors = TOKENS["platforms"][kind][look]
    glyph = "#FFFFFF" if look == "light" else role("window", look)
    assert contrast(colors["strong"], role("surface", look)) >= 4.5
    assert contrast(colors["strong"], role("window", look)) >= 3
    assert contrast(glyph, colors["strong"]) >= 4.5
    assert contrast(colors["text"], colors["tint"]) >= 4.5


@pytest.mark.parametrize("look", LOOKS)
def test_states_stand_out(look: str) -> None:
    for name, state in TOKENS["status"].items():
        for back in ("surface", "raised"):
            assert contrast(state[look], role(back, look)) >= 4.5, name
