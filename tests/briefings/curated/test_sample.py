"""The bundled sample: its articles are retellings of our own, and its briefing cites words that stand in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
import yaml

from briefings.article import article_id
from briefings.curated import sample_articles, sample_briefing, sample_folder

SEEDS = Path(__file__).resolve().parents[4] / "shared" / "seeds"
CITATION = re.compile(r'\[(?P<words>[^\]]+)\]\(cite:(?P<id>[^\s)]+)(?: "(?P<title>[^"]+)")?\)')
QUOTATION = re.compile(r"“([^”]*)”")
WORD = re.compile(r"\w+")
KEYS = {"title", "outlet", "published", "url", "byline", "credit", "retold"}


def front_matter(path: Path) -> dict[str, Any]:
    return yaml.safe_load(path.read_text("utf-8").split("---\n", 2)[1])


def body(path: Path) -> str:
    return path.read_text("utf-8").split("---\n", 2)[2].strip()


def ids() -> dict[str, Path]:
    return {article_id(front_matter(path)["outlet"], path.read_bytes()): path for path in sample_articles()}


def runs(text: str, length: int) -> Iterator[tuple[str, ...]]:
    words = WORD.findall(text.casefold())
    return (tuple(words[start : start + length]) for start in range(len(words) - length + 1))


def citations() -> list[tuple[str, str]]:
    text = body(sample_briefing())
    found = [(match["id"], match["title"] or match["words"]) for match in CITATION.finditer(text)]
    assert len(found) == text.count("](cite:"), "a citation is spelled so that this test cannot read it"
    return found


each_article = pytest.mark.parametrize("path", sample_articles(), ids=lambda path: path.stem)


def test_the_sample_has_five_articles_and_a_briefing() -> None:
    assert [path.name for path in sample_articles()] == [
        "independent-news.md",
        "internewscast.md",
        "millennium-news.md",
        "new-american.md",
        "pedfire.md",
    ]
    assert sample_briefing().is_file()
    assert sample_briefing().parent == sample_folder()


@each_article
def test_an_article_is_marked_as_retold(path: Path) -> None:
    fields = front_matter(path)
    assert fields["retold"] is True
    assert fields["outlet"]
    assert set(fields) <= KEYS


@each_article
def test_an_article_is_short_and_in_paragraphs(path: Path) -> None:
    assert 150 <= len(body(path).split()) <= 480
    assert 5 <= len(body(path).split("\n\n")) <= 20


@each_article
def test_no_quotation_is_longer_than_six_words(path: Path) -> None:
    text = body(path)
    assert text.count("“") == text.count("”") == len(QUOTATION.findall(text))
    assert '"' not in text, "typographic marks, as the outlets set them"
    assert [quoted for quoted in QUOTATION.findall(text) if len(WORD.findall(quoted)) > 6] == []


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the pages the sample retells are not here (../shared/seeds)")
@pytest.mark.parametrize("path", [*sample_articles(), sample_briefing()], ids=lambda path: path.stem)
def test_no_seven_words_in_a_row_are_borrowed(path: Path) -> None:
    borrowed = {run for seed in SEEDS.glob("*.txt") for run in runs(seed.read_text("utf-8", "replace"), 7)}
    assert borrowed, "no seeds were read"
    assert [" ".join(run) for run in runs(path.read_text("utf-8"), 7) if run in borrowed] == []


def test_some_articles_share_a_run_of_ten_words() -> None:
    sharing = {
        frozenset((a.stem, b.stem))
        for a, b in combinations(sample_articles(), 2)
        if set(runs(body(a), 10)) & set(runs(body(b), 10))
    }
    assert sharing == {frozenset(("millennium-news", "new-american")), frozenset(("independent-news", "pedfire"))}


def test_the_briefing_lists_the_articles_as_they_are_now() -> None:
    """Whoever edits an article finds its new id here; the briefing's sources and citations follow it."""
    assert sorted(front_matter(sample_briefing())["sources"]) == sorted(ids())


def test_the_briefing_cites_every_source() -> None:
    assert {id for id, _ in citations()} == set(ids())


@pytest.mark.parametrize(("id", "words"), citations())
def test_a_citation_stands_in_its_article(id: str, words: str) -> None:
    assert words in " ".join(body(ids()[id]).split())


def test_the_briefing_says_first_that_its_texts_are_retold() -> None:
    assert front_matter(sample_briefing())["retold"] is True
    heading, first, *_ = body(sample_briefing()).split("\n\n")
    assert heading.startswith("# ")
    assert "retold" in first
    assert "not the outlets' own words" in " ".join(first.split())


def test_the_briefing_is_readable_at_one_sitting_and_has_a_live_block() -> None:
    text = body(sample_briefing())
    assert "```rashomon coverage\n```" in text
    assert 250 <= len(CITATION.sub(r"\1", text).split()) <= 400
