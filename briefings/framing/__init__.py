"""Comparing the articles of one meeting: one module per question, `compare` asks them all.

Not here: showing, searching or storing anything. Importing this package loads no library but Python's own: `compare`
imports the modules it needs, and those import a library where they use it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefings.article import Article
    from briefings.framing.comparison import Comparison
    from briefings.framing.steps import Progress, Stop


def compare(
    articles: Sequence[Article], *, wire: bool = True, progress: Progress | None = None, stop: Stop | None = None
) -> Comparison:
    """Everything computed from the articles of one meeting; the same articles always give the same comparison.

    wire: False leaves agency copy out and computes everything without it; spans stay in terms of `Article.text`.
    progress: called with the steps done, the steps in all, and what comes next. stop: asked before each step and each
    article, and again and again in long work; raises `briefings.errors.Stopped` once it says True.
    """
    from briefings.framing.collecting import uncollected
    from briefings.framing.making import STEPS, make
    from briefings.framing.steps import Steps

    with uncollected():
        return make(articles, wire=wire, steps=Steps(STEPS, progress, stop))
