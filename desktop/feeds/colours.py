"""Names of colours: calendars call theirs by a word of CSS 3 (RFC 7986, 5.9)."""

from __future__ import annotations

from functools import cache

_NAMED = {
    "black": 0x000000,
    "brown": 0xA52A2A,
    "cadetblue": 0x5F9EA0,
    "chocolate": 0xD2691E,
    "cornflowerblue": 0x6495ED,
    "crimson": 0xDC143C,
    "darkcyan": 0x008B8B,
    "darkgreen": 0x006400,
    "darkmagenta": 0x8B008B,
    "darkolivegreen": 0x556B2F,
    "darkorange": 0xFF8C00,
    "darkred": 0x8B0000,
    "darkslateblue": 0x483D8B,
    "darkslategray": 0x2F4F4F,
    "deeppink": 0xFF1493,
    "dimgray": 0x696969,
    "dodgerblue": 0x1E90FF,
    "firebrick": 0xB22222,
    "forestgreen": 0x228B22,
    "gold": 0xFFD700,
    "goldenrod": 0xDAA520,
    "gray": 0x808080,
    "indigo": 0x4B0082,
    "limegreen": 0x32CD32,
    "mediumorchid": 0xBA55D3,
    "mediumslateblue": 0x7B68EE,
    "mediumvioletred": 0xC71585,
    "midnightblue": 0x191970,
    "olivedrab": 0x6B8E23,
    "orangered": 0xFF4500,
    "palevioletred": 0xDB7093,
    "purple": 0x800080,
    "royalblue": 0x4169E1,
    "saddlebrown": 0x8B4513,
    "seagreen": 0x2E8B57,
    "sienna": 0xA0522D,
    "silver": 0xC0C0C0,
    "slateblue": 0x6A5ACD,
    "slategray": 0x708090,
    "steelblue": 0x4682B4,
    "teal": 0x008080,
    "tomato": 0xFF6347,
    "white": 0xFFFFFF,
}


@cache
def nearest_name(colour: str) -> str:
    """The name that comes closest to `#RRGGBB`."""
    wanted = _parts(int(colour.removeprefix("#"), 16))

    def distance(name: str) -> int:
        return sum((one - other) ** 2 for one, other in zip(wanted, _parts(_NAMED[name]), strict=True))

    return min(_NAMED, key=distance)


def _parts(number: int) -> tuple[int, int, int]:
    return number >> 16, number >> 8 & 0xFF, number & 0xFF
