"""Where the parts of a line of the agenda lie; what is least needed goes first where it is narrow."""

from __future__ import annotations

from typing import NamedTuple

from desktop.ui import theme

_TIME, _SIGN, _ABOUT, _STATE, _PERSON, _LENGTH, _MORE = 112, 26, 128, 116, 96, 64, 30
_GAP, _EDGE = 8, 8
_LEAST_TITLE = 220
_SIGN_ALONE = 22
HEIGHT = 34

Span = tuple[float, float]  # left edge and width, in pixels


class Columns(NamedTuple):
    """The spans of a line; those of `about`, `state` and `person` may have room for their signs alone."""

    time: Span
    sign: Span
    title: Span
    about: Span
    state: Span
    person: Span
    length: Span
    more: Span
    has_about: bool
    has_person: bool
    has_state: bool


def columns(width: int) -> Columns:
    """The spans in a line of so many pixels."""
    for has_person, has_about, has_state in ((True, True, True), (False, True, True), (False, False, True)):
        fixed = _fixed(has_person, has_about, has_state)
        if width - fixed >= theme.px(_LEAST_TITLE):
            break
    else:
        has_state = False
        fixed = _fixed(has_person, has_about, has_state)
    wide = [
        theme.px(_TIME),
        theme.px(_SIGN),
        max(width - fixed, theme.px(40)),
        theme.px(_ABOUT if has_about else _SIGN_ALONE),
        theme.px(_STATE if has_state else _SIGN_ALONE),
        theme.px(_PERSON if has_person else _SIGN_ALONE),
        theme.px(_LENGTH),
        theme.px(_MORE),
    ]
    spans: list[Span] = []
    left = float(theme.px(_EDGE))
    for each in wide:
        spans.append((left, each))
        left += each + theme.px(_GAP)
    time, sign, title, about, state, person, length, more = spans
    return Columns(time, sign, title, about, state, person, length, more, has_about, has_person, has_state)


def _fixed(has_person: bool, has_about: bool, has_state: bool) -> int:
    parts = [_TIME, _SIGN, _LENGTH, _MORE]
    parts += [_ABOUT if has_about else _SIGN_ALONE, _STATE if has_state else _SIGN_ALONE]
    parts += [_PERSON if has_person else _SIGN_ALONE]
    return theme.px(2 * _EDGE) + sum(theme.px(part) + theme.px(_GAP) for part in parts)
