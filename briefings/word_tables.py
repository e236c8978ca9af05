"""Words across outlets as tables: how often each has them, where in its text, and every use in its line.

Not here: what sets an outlet's wording apart (`framing/wording.py`).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefings.article import Article, Span
from briefings.table import NOT_FOUND, Cell, Table, letter, place_cell

if TYPE_CHECKING:
    from briefings.framing.comparison import Comparison

NO_USE, ONE_USE, MORE_USES = "·", "│", "┃"
"""The signs of a part of a text in a dispersion strip."""
STRIP = 40
"""The parts a text is cut into for a dispersion strip."""


def terms(comparison: Comparison) -> Table:
    """The words that set an outlet apart, with how often each outlet has them; a sign where the difference is notable.

    Counted as `framing/wording.py` counts: case aside, agency copy left out where the comparison leaves it out.
    """
    notable = {(index, word.word): word for index, one in enumerate(comparison.distinctive) for word in one.words}
    listed = sorted({word for _, word in notable}, key=lambda word: (-_strongest(comparison, word), word))
    found = [_places(text, listed) for text in _texts(comparison)]
    rows = []
    for word in listed:
        cells = []
        for index, places in enumerate(found):
            spans = places.get(word, [])
            one = notable.get((index, word))
            sign = "" if one is None else "+" if one.z > 0 else "−"
            cells.append(Cell(f"{len(spans) or NOT_FOUND}{sign}", (index, spans[0]) if spans else None))
        rows.append((Cell(word, next((cell.place for cell in cells if cell.place), None)), *cells))
    legend = f"+ more than chance, − less   {NOT_FOUND} not found in the stored text" if rows else ""
    return Table("How often", ("word", *map(letter, range(len(comparison.articles)))), tuple(rows), legend)


def dispersion(articles: Sequence[Article], word: str, parts: int = STRIP) -> Table:
    """Where in each text `word` is used: its text from left to right in `parts` equal parts (a dispersion plot)."""
    from briefings.framing.wording import concordance

    rows = []
    for index, article in enumerate(articles):
        spans = [line.span for line in concordance([article.text], word)]
        place = (index, spans[0]) if spans else None
        strip = _strip(len(article.text), spans, parts)
        rows.append((Cell(letter(index)), Cell(str(len(spans)) if spans else NOT_FOUND, place), Cell(strip, place)))
    legend = f"{ONE_USE} one use   {MORE_USES} more   the text from left to right"
    return Table(f"“{word}” in each text", ("in", "uses", "where"), tuple(rows), legend)


def uses(articles: Sequence[Article], word: str, width: int = STRIP) -> Table:
    """Every use of `word` with `width` code points on either side, the word in one column (a concordance)."""
    from briefings.framing.wording import concordance

    rows = []
    for line in concordance([article.text for article in articles], word, width):
        place = (line.index, line.span)
        said = line.span.of(articles[line.index].text)
        words = (f"{line.left.rstrip():>{width}}", said, line.right.lstrip())
        rows.append((place_cell(articles, *place), *(Cell(part, place) for part in words)))
    return Table(f"Every use of “{word}”", ("at", "before".rjust(width), "word", "after"), tuple(rows))


def _strongest(comparison: Comparison, word: str) -> float:
    return max((abs(found.z) for one in comparison.distinctive for found in one.words if found.word == word), default=0)


def _texts(comparison: Comparison) -> list[str]:
    """The texts as they were compared: without agency copy where the comparison leaves it out."""
    from briefings.framing.wire import blank

    texts = [article.text for article in comparison.articles]
    if comparison.wire:
        return texts
    return [blank(text, spans) for text, spans in zip(texts, comparison.wire_paragraphs, strict=True)]


def _places(text: str, words: Sequence[str]) -> dict[str, list[Span]]:
    """Where each of `words`, given in lower case, stands in `text`."""
    found: dict[str, list[Span]] = defaultdict(list)
    if words:
        longest_first = sorted(words, key=len, reverse=True)
        either = "|".join(map(re.escape, longest_first))
        pattern = rf"(?<!\w)(?<!\w[’'-])(?:{either})(?=[’']s\b|(?!\w|[’'-][^\W\d_]))"
        for match in re.finditer(pattern, text, re.IGNORECASE):
            found[match.group().lower()].append(Span(*match.span()))
    return found


def _strip(length: int, spans: Sequence[Span], parts: int) -> str:
    counts = [0] * parts
    for span in spans:
        counts[min(parts - 1, span.start * parts // max(1, length))] += 1
    return "".join(NO_USE if not count else ONE_USE if count == 1 else MORE_USES for count in counts)
