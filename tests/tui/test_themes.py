"""Words can be read in every theme: the contrast that WCAG 2.2 asks of text (1.4.3: 4.5 to 1; 1.4.6: 7 to 1)."""

from __future__ import annotations

import pytest
from textual.color import Color
from textual.theme import Theme

from tui.themes import DARK_CONTRAST, LIGHT_CONTRAST, NAMES, THEMES

OWN = [theme for theme in THEMES if not theme.ansi]
TEXTS = ("foreground", "primary", "secondary", "accent", "warning", "error", "success")
GROUNDS = ("background", "surface", "panel")


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2.2, 1 to 21."""
    lighter, darker = sorted((_luminance(Color.parse(one)), _luminance(Color.parse(other))), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: Color) -> float:
    parts = [part / 255 for part in (color.r, color.g, color.b)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@pytest.mark.parametrize("theme", OWN, ids=lambda theme: theme.name)
def test_every_colour_of_words_stands_out_from_every_ground(theme: Theme) -> None:
    least = 7.0 if theme in (DARK_CONTRAST, LIGHT_CONTRAST) else 4.5
    colours = theme.to_color_system().generate()
    for text in (*TEXTS, "border-blurred", *(f"text-{name}" for name in TEXTS[1:])):
        for ground in GROUNDS:
            found = contrast(colours[text], colours[ground])
            assert found >= least, f"{text} on {ground}: {found:.2f}"


def test_every_theme_has_a_name_that_a_reader_is_shown() -> None:
    assert list(NAMES) == [theme.name for theme in THEMES]


def test_known_contrasts() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
