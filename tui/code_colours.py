"""The colours of codes as they can be read on a background. Not here: which code has which (`Codebook.colour`)."""

from __future__ import annotations

from functools import lru_cache

from textual.color import BLACK, WHITE, Color

LEAST_CONTRAST = 4.5
"""What text needs against its background (WCAG 2.2, success criterion 1.4.3)."""
_STEPS = 20


@lru_cache(maxsize=1024)
def readable(colour: str, background: str) -> str:
    """`colour`, moved towards white or black as little as its words need to be read on `background`; both `#rrggbb`."""
    behind, wanted = Color.parse(background), Color.parse(colour)
    end = max(WHITE, BLACK, key=lambda pole: contrast(pole, behind))
    for step in range(_STEPS):
        mixed = wanted.blend(end, step / _STEPS)
        if contrast(mixed, behind) >= LEAST_CONTRAST:
            return mixed.hex6.lower()
    return end.hex6.lower()


def contrast(one: Color, other: Color) -> float:
    """How far two colours are told apart, 1 to 21 (WCAG 2.2, contrast ratio)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Color) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
