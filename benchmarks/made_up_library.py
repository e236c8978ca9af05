"""A library of many articles of one sentence, the same at every run."""

from __future__ import annotations

import random

from briefings.article import Article
from briefings.library import Library

ARTICLES = 40_000
VOCABULARY = [a + b for a in "bcdfghklmnprst" for b in ("al", "er", "ion", "ow", "ish", "ade", "um")]


def fill(library: Library) -> None:
    """Put in articles of one sentence, of 400 outlets."""
    chance = random.Random(1)
    library.add_all(
        Article(
            f"outlet-{number % 400}-{number:08x}",
            f"Outlet {number % 400}",
            " ".join(chance.choices(VOCABULARY, k=12)).capitalize() + ".",
            title=" ".join(chance.choices(VOCABULARY, k=6)).capitalize(),
        )
        for number in range(ARTICLES)
    )
