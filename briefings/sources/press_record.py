"""One article of a press database's export: a block of lines -> its fields and body. Not here: finding the blocks.

Fields stand behind labels (`Byline:`), behind codes (`BY`), or in the order that databases share (`press_order.py`).
"""

from __future__ import annotations

from briefings.article import Span
from briefings.sources.assemble import assemble, stated
from briefings.sources.credit import credit_beside
from briefings.sources.days import find_day
from briefings.sources.decode import normalise
from briefings.sources.imported import UNKNOWN, Field, Imported
from briefings.sources.lines import split_lines
from briefings.sources.press_block import Block, take_apart
from briefings.sources.press_labels import OURS
from briefings.sources.press_order import ordered_fields, without_by

_FEWEST = 3  # kinds of evidence that a block is an article of a database


def structure(text: str) -> bool:
    """Whether a block has the form of an article of a press database."""
    block = take_apart(text)
    return len(block.kinds) >= _FEWEST and "sure" in block.kinds


def read_record(text: str, name: str, form: str) -> Imported:
    """The article in a block; the block is its original. Raises NoArticle when it has no body."""
    block = take_apart(text)
    lines = [
        (Span(part.start + line.span.start, part.start + line.span.end), line.text)
        for part in block.body
        for line in split_lines(part.of(text))
    ]
    labelled = {ours: _labelled(block, ours) for ours in OURS}
    fields = ordered_fields(block, titled=bool(labelled["title"].value))
    fields |= {ours: found for ours, found in labelled.items() if found.value}
    paragraphs = [words for _, words in lines]
    fields["credit"] = credit_beside(fields, paragraphs)
    kept = [span for span, _ in lines]
    return assemble(text.encode("utf-8", "replace"), text, paragraphs, fields, form=form, where=name, kept=kept)


def _labelled(block: Block, ours: str) -> Field:
    """One of our fields where a label of the block names it."""
    for label in OURS[ours]:
        value, evidence = block.values.get(label, ("", ""))
        words = " ".join(normalise(value).split())
        if ours == "byline":
            words = without_by(words)
        if ours == "published":
            day = find_day(words)
            words = day.isoformat() if day else ""
        if words:
            return stated(words, evidence)
    return UNKNOWN
