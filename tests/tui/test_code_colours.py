"""Colours of codes can be read on every background."""

from __future__ import annotations

import pytest
from textual.color import BLACK, WHITE, Color

from briefings.notes.codebook import COLOURS
from tui.code_colours import LEAST_CONTRAST, contrast, readable
from tui.themes import DARK, DARK_CONTRAST, LIGHT, LIGHT_CONTRAST


def test_contrast_is_that_of_the_guidelines() -> None:
    assert contrast(BLACK, WHITE) == pytest.approx(21)
    assert contrast(WHITE, Color.parse("#767676")) == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("theme", [DARK, LIGHT, DARK_CONTRAST, LIGHT_CONTRAST], ids=lambda theme: theme.name)
@pytest.mark.parametrize("colour", COLOURS)
def test_every_colour_is_read_on_every_theme(colour: str, theme) -> None:  # type: ignore[no-untyped-def]
    for background in (theme.background, theme.surface, theme.panel):
        shown = readable(colour, background)
        assert contrast(Color.parse(shown), Color.parse(background)) >= LEAST_CONTRAST


def test_a_colour_that_is_read_stays() -> None:
    assert readable("#e69f00", "#000000") == "#e69f00"
    assert readable("#0072b2", "#15171a") != "#0072b2"
