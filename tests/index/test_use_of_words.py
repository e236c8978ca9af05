"""Concordances, use by outlet, exact forms, and other spellings."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefings.article import Article
from briefings.library import Library
from index import open_engine
from index.engine import Engine, Usage

TEXTS = {
    "a": ("Alder Post", "The boats left. A boat came back, and the boats were counted."),
    "b": ("Birch Mail", "One boat. It was boating weather, said the boatman."),
    "c": ("Alder Post", "Nothing floats here; four words more."),
    "d": ("Cedar Sun", "The café of Zoë Ångström was boarded up."),
}


@pytest.fixture
def harbour(tmp_path: Path) -> Engine:
    library = Library.open(tmp_path / "harbour")
    library.add_all(Article(id, outlet, text) for id, (outlet, text) in TEXTS.items())
    return open_engine(library)


def ids(engine: Engine, query: str) -> set[str]:
    return {hit.id for hit in engine.search(query).hits}


EXACT = {
    "exact:boat": {"a", "b"},
    "exact:boats": {"a"},
    "exact:boating": {"b"},
    "exact:(boats OR boating)": {"a", "b"},
    'exact:"a boat"': {"a"},
    'exact:"one boat"': {"b"},
    'exact:"one boats"': set(),
    'exact:"the boat"': set(),
    'exact:"the boats"': {"a"},
    'exact:"boats counted"~3': {"a"},
    "exact:boat*": {"a", "b"},
    "exact:cafe": {"d"},
    "boat NOT exact:boats": {"b"},
}


@pytest.mark.parametrize("query", EXACT)
def test_an_exact_word_stands_for_no_other_form(harbour: Engine, query: str) -> None:
    results = harbour.search(query)
    assert {hit.id for hit in results.hits} == EXACT[query]
    assert results.problem == ""


@pytest.mark.parametrize(
    ("query", "lit"),
    [("exact:boat", ["boat"]), ('exact:"the boats"', ["The boats", "the boats"]), ("boat", ["boats", "boat", "boats"])],
)
def test_an_exact_word_is_lit_in_its_form_only(harbour: Engine, query: str, lit: list[str]) -> None:
    text = TEXTS["a"][1]
    assert [span.of(text) for span in harbour.matches(query, text)] == lit


def test_use_is_counted_by_outlet_per_thousand_words(harbour: Engine) -> None:
    assert harbour.usage("boat") == (Usage("Birch Mail", 1, 2, 9), Usage("Alder Post", 1, 3, 18))
    assert harbour.usage("exact:boats") == (Usage("Alder Post", 1, 2, 18),)
    assert harbour.usage('"the boats"') == (Usage("Alder Post", 1, 2, 18),)
    assert harbour.usage("boat NOT counted")[0].per_thousand == pytest.approx(1000 * 2 / 9)
    assert harbour.usage("zeppelin") == ()


def test_a_concordance_shows_each_place_with_its_sides(harbour: Engine) -> None:
    lines = harbour.concordance("exact:boats OR exact:boat", width=10)
    assert {(line.hit.id, line.word) for line in lines} == {("a", "boats"), ("a", "boat"), ("b", "boat")}
    assert all(line.span.of(TEXTS[line.hit.id][1]) == line.word for line in lines)
    assert max(len(line.left) for line in lines) <= 10
    assert len(harbour.concordance("boat", 2)) == 2


def test_a_concordance_is_sorted_by_the_words_beside(harbour: Engine) -> None:
    before = [line.left.split()[-1].lower() for line in harbour.concordance("boat", sort="left") if line.left.strip()]
    assert before == ["a", "one", "the", "the", "was"]
    after = [line.right.lstrip(".").split()[0] for line in harbour.concordance("boat", sort="right")]
    assert after == sorted(after, key=str.lower)
    assert len(after) == 5


@pytest.mark.parametrize(
    ("query", "proposals"),
    [("baots", ("boats",)), ("angstrm", ("Ångström",)), ("boats AND caffe", ("boats AND café",)), ("xylophone", ())],
)
def test_what_finds_nothing_is_spelt_as_a_text_spells_it(
    harbour: Engine, query: str, proposals: tuple[str, ...]
) -> None:
    results = harbour.search(query)
    assert results.total == 0
    assert results.corrections[: len(proposals) or None] == proposals
    assert bool(proposals) == ("did you mean" in results.advice)


def test_what_finds_something_is_not_corrected(harbour: Engine) -> None:
    assert harbour.search("boats OR baots").corrections == ()
