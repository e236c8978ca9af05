"""What an outlet prints on every page leaves its reports, once several of its pages are in the library."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from briefings.article import UNKNOWN_OUTLET, Article
from briefings.library import Library
from briefings.site_lines import FurtherPages
from briefings.sources.imported import Imported
from briefings.sources.original import original_lines

APPEAL = "The Gull is owned by its readers, and you can become one."


def page(number: int, *, outlet: str = "The Gull", extra: Sequence[str] = (APPEAL,)) -> Imported:
    """A report of eight sentences, the outlet's own lines after them."""
    story = [f"Sentence {n} of report number {number} tells of berth {n * number}." for n in range(8)]
    decoded = "\n\n".join([*story, *extra])
    kept = tuple(line.span for line in original_lines(decoded))
    article = Article(f"{outlet}-{number}", outlet, decoded)
    return Imported(article, decoded.encode(), decoded, kept, {}, "pasted text")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path) as library:
        library.add(page(1))
        library.add(page(2))
        yield library


def test_a_line_of_two_other_pages_is_the_sites(library: Library) -> None:
    tidy = library.without_site_lines(page(3))
    assert APPEAL not in tidy.article.text
    assert len(tidy.article.paragraphs) == len(tidy.kept) == 8


def test_one_other_page_is_not_enough(library: Library) -> None:
    library.remove("The Gull-2")
    assert APPEAL in library.without_site_lines(page(3)).article.text


@pytest.mark.parametrize("outlet", ["The Tern", UNKNOWN_OUTLET])
def test_another_outlets_pages_do_not_count(library: Library, outlet: str) -> None:
    assert APPEAL in library.without_site_lines(page(3, outlet=outlet)).article.text


def test_copies_of_the_story_do_not_count(library: Library) -> None:
    library.add(page(4, extra=("Correction: one.", APPEAL)))
    library.add(page(4, extra=("Correction: two, and longer.", APPEAL)))
    later = page(4, extra=("Correction: three, and longer still.", APPEAL))
    assert library.without_site_lines(later).article.text.count("Sentence") == 8


def test_what_a_report_begins_with_stays(library: Library) -> None:
    teaser = "A teaser of report three that other pages print."
    for number in (5, 6):
        library.add(page(number, extra=(teaser,)))
    text = "\n\n".join([teaser, page(3, extra=()).decoded])
    kept = tuple(line.span for line in original_lines(text))
    own = Imported(Article("The Gull-3", "The Gull", text), text.encode(), text, kept, {}, "pasted text")
    assert library.without_site_lines(own) == own


def test_a_report_told_again_is_not_emptied(library: Library) -> None:
    own = page(7, extra=[f"The very same sentence number {n} on every page." for n in range(8)])
    for number in (8, 9):
        library.add(page(number, extra=[f"The very same sentence number {n} on every page." for n in range(8)]))
    assert library.without_site_lines(own) == own


def further(*pages: Imported) -> FurtherPages:
    """These pages as an import that nothing was kept of."""
    found = FurtherPages()
    for one in pages:
        found.add(one.article.outlet, (line.text for line in original_lines(one.decoded)))
    return found


def test_pages_that_are_not_in_the_library_count_too(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        assert APPEAL not in library.without_site_lines(page(3), further(page(1), page(2))).article.text
        assert APPEAL in library.without_site_lines(page(3), further(page(1))).article.text
        library.add(page(2))
        assert APPEAL not in library.without_site_lines(page(3), further(page(1))).article.text


def test_another_outlets_pages_of_the_import_do_not_count(tmp_path: Path) -> None:
    others = further(page(1, outlet="The Tern"), page(2, outlet="The Tern"))
    with Library.open(tmp_path) as library:
        assert library.without_site_lines(page(3), others) == page(3)


def test_copies_of_the_story_in_the_import_do_not_count(tmp_path: Path) -> None:
    copies = further(page(4, extra=("Correction: one, here.", APPEAL)), page(4, extra=("Correction: two.", APPEAL)))
    with Library.open(tmp_path) as library:
        assert library.without_site_lines(page(4), copies) == page(4)
