"""Figure groups: figures of several articles that count the same thing. Not here: finding figures (`figures.py`)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from briefings.framing.figures import Figure, FigureGroup


def group_figures(texts: Sequence[str], figures: Sequence[Sequence[Figure]]) -> list[FigureGroup]:
    """Figures of two or more of `texts` that count the same thing; `figures` are those of each text, in order."""
    groups: dict[tuple[str, str], list[tuple[int, Figure]]] = defaultdict(list)
    for index, _ in enumerate(texts):
        for figure in figures[index]:
            if figure.about:
                groups[figure.unit, figure.about].append((index, figure))
    return [
        FigureGroup(tuple(members), "agree" if len({f.value for _, f in members}) == 1 else "differ")
        for members in groups.values()
        if len({index for index, _ in members}) > 1
    ]
