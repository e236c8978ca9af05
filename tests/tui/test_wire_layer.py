"""Agency copy in the reader, paragraph by paragraph: by the article's credit, or shared with one that has it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefings.article import Article
from briefings.library import Library
from tui.reading import read_article

COPY = " ".join(
    f"The agency reports on day {n} that {n * 7} boats left pier {n * 3} of the long harbour." for n in range(9)
)
OWN = " ".join(f"Our own writer counted {n * 5} gulls near lamp {n} on the quiet northern shore." for n in range(9))


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path) as library:
        library.add(Article("gull-1", "The Gull", f"{COPY}\n\n{COPY[::-1]}", credit="AP"))
        library.add(Article("tern-1", "The Tern", f"{OWN}\n\n{COPY}"))
        library.add(Article("skua-1", "The Skua", OWN.replace("gulls", "skuas")))
        yield library


def marked(library: Library, id: str) -> list[int]:
    """The numbers of the paragraphs marked as agency copy."""
    reading = read_article(library, id)
    article = library.article(id)
    (layer,) = (layer for layer in reading.layers if layer.name == "wire")
    assert ("w agency copy" in reading.heading) == bool(layer.spans)
    return [article.paragraph_number(span.start) for span in layer.spans]


def test_every_paragraph_of_an_article_credited_to_an_agency(library: Library) -> None:
    assert marked(library, "gull-1") == [1, 2]


def test_the_paragraph_another_outlet_took_over(library: Library) -> None:
    assert marked(library, "tern-1") == [2]


def test_words_shared_with_no_agency_are_not_its_copy(library: Library) -> None:
    assert marked(library, "skua-1") == []


def test_a_credit_taken_back_takes_the_mark_away(library: Library) -> None:
    library.edit("gull-1", {"credit": None})
    assert marked(library, "gull-1") == marked(library, "tern-1") == []
