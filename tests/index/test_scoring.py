"""Which documents come first, and the whole index as one, however many segments it has."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefings.article import Article
from briefings.library import Library
from index import open_engine
from index.analysis import forms_and_stems
from index.engine import Engine

VOCABULARY = ("amber", "birch", "cedar", "dune", "elm", "fern")


def engine_on(folder: Path, texts: list[str], *, at_once: bool = True) -> Engine:
    library = Library.open(folder)
    engine = open_engine(library)
    for number, text in enumerate(texts):
        library.add(Article(f"a-{number}", "Outlet", text))
        if not at_once:
            engine.refresh()
    engine.refresh()
    return engine


def test_a_word_in_the_title_counts_more(tmp_path: Path) -> None:
    with Library.open(tmp_path / "titles") as library:
        library.add(Article("body", "One", "The cedar stands alone. It rains here."))
        library.add(Article("head", "Two", "It stands alone. It rains here too.", title="Cedar"))
        engine = open_engine(library)
        assert [hit.id for hit in engine.search("cedar").hits] == ["head", "body"]


def test_a_rare_word_counts_more_and_a_long_text_less(tmp_path: Path) -> None:
    engine = engine_on(tmp_path / "rare", ["amber birch", "amber cedar", "amber dune", "birch " + "elm " * 60])
    assert engine.search("amber OR cedar").hits[0].id == "a-1"
    assert [hit.id for hit in engine.search("birch").hits] == ["a-0", "a-3"]


def test_limit_cuts_the_hits_and_not_the_total(tmp_path: Path) -> None:
    results = engine_on(tmp_path / "limit", ["amber"] * 5).search("amber", limit=2)
    assert (len(results.hits), results.total) == (2, 5)
    assert engine_on(tmp_path / "none", ["amber"]).search("amber", limit=0).hits == ()


TEXTS = [" ".join(VOCABULARY[(start + step * step) % 6] for step in range(start % 4 + 2)) for start in range(14)]


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> tuple[Engine, Engine]:
    """The same texts in one segment and in several."""
    folder = tmp_path_factory.mktemp("both")
    return engine_on(folder / "one", TEXTS), engine_on(folder / "many", TEXTS, at_once=False)


WORD = st.sampled_from(VOCABULARY)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(all_of=st.sets(WORD, max_size=2), any_of=st.sets(WORD, max_size=3), none_of=st.sets(WORD, max_size=2))
def test_and_or_not_are_those_of_sets(
    both: tuple[Engine, Engine], all_of: set[str], any_of: set[str], none_of: set[str]
) -> None:
    parts = [*sorted(all_of), *(f"NOT {word}" for word in sorted(none_of))]
    if any_of:
        parts.append(f"({' OR '.join(sorted(any_of))})")
    wanted = {
        f"a-{number}"
        for number, text in enumerate(TEXTS)
        if all_of <= set(text.split())
        and (not any_of or any_of & set(text.split()))
        and not none_of & set(text.split())
    }
    for engine in both if parts else ():
        assert {hit.id for hit in engine.search(" ".join(parts)).hits} == wanted


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(words=st.lists(WORD, min_size=2, max_size=4))
def test_a_phrase_stands_as_it_is_written(both: tuple[Engine, Engine], words: list[str]) -> None:
    phrase = " ".join(words)
    wanted = {f"a-{number}" for number, text in enumerate(TEXTS) if f" {phrase} " in f" {text} "}
    for engine in both:
        assert {hit.id for hit in engine.search(f'"{phrase}"').hits} == wanted


def test_scores_do_not_depend_on_the_segments(both: tuple[Engine, Engine]) -> None:
    one, many = ({hit.id: round(hit.score, 6) for hit in engine.search("amber OR fern").hits} for engine in both)
    assert one == many


def test_quick_analysis_is_the_slow_one() -> None:
    text = "Unmet wordlings, unmet wordlings"
    assert forms_and_stems(text) == forms_and_stems(text) == [("unmet", "unmet"), ("wordlings", "wordl")] * 2
