"""How a query that is wrong is read, and what is said about it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.engine import Engine
from index.query import parse

MENDED = {
    '"fishing quotas': ({"harbour-post-1"}, "quotation mark"),
    "(cider OR deal": ({"valley-times-3", "inland-courier-2"}, "bracket"),
    "cider)": ({"valley-times-3"}, "bracket"),
    "cider AND": ({"valley-times-3"}, "stands alone"),
    "OR cider": ({"valley-times-3"}, "stands alone"),
    "cider AND OR deal": ({"valley-times-3", "inland-courier-2"}, "stands alone"),
    "autor:cider": (set(), "no field autor"),
    "cider date:soon": ({"valley-times-3"}, "'soon' is no day"),
    "date:2023-13": (set(), "not in the calendar"),
    "date:2023-02-30": (set(), "not in the calendar"),
    "date:[2023 2024]": (set(), "a range is written"),
    "cider~7": ({"valley-times-3"}, "2 letters"),
    "cider date:[soon TO later]": ({"valley-times-3"}, "'soon' is no day"),
    "AND": (set(), "stands alone"),
    '""': (set(), "no word"),
    "()": (set(), "no word"),
    "?!": (set(), ""),
    "date:[2024-01-08 TO 2023-12-28]": ({"inland-courier-2", "valley-times-3"}, "runs backwards"),
    "date:{2024-01-08 TO 2023-12-27}": ({"inland-courier-2"}, "runs backwards"),
    "date:{2023 TO 2023}": (set(), "no day lies between"),
    "date:2023-12-27 TO 2023-12-28": ({"harbour-post-1", "inland-courier-2"}, "a range is written"),
    "cider date:": ({"valley-times-3"}, "nothing stands after date:"),
    "(cider OR)": ({"valley-times-3"}, "stands alone"),
    "deal || cider": ({"inland-courier-2", "valley-times-3"}, "written AND and OR"),
    "cider kind:story": ({"valley-times-3"}, "kind: knows article, briefing, note"),
    "cider~12": ({"valley-times-3"}, "2 letters"),
    '"talks deal"~9999999999999': ({"inland-courier-2"}, "100 places"),
    "update:soon": (set(), "no field update"),
    "subtitle:lisbon": (set(), "no field subtitle"),
}


@pytest.mark.parametrize("query", MENDED)
def test_a_wrong_query_is_read_as_well_as_it_can_be(engine: Engine, query: str) -> None:
    results = engine.search(query)
    ids, problem = MENDED[query]
    assert {hit.id for hit in results.hits} == ids
    assert problem in results.problem


ODD = {
    "Jose\u0301 lo\u0301pez": {"harbour-post-1"},
    "ci\u00adder\u200b": {"valley-times-3"},
    "\u202ecider\u202c": {"valley-times-3"},
    "ci\x00der\x1b[31m": {"valley-times-3"},
    "OUTLET:courier": {"inland-courier-2"},
    "kind:articles cider": {"valley-times-3"},
    "cider" * 2_000: set(),
    "cider " * 1_700: {"valley-times-3"},
    "cider OR " * 1_100 + "deal": {"valley-times-3", "inland-courier-2"},
    "c* " * 3_000: {"valley-times-3", "inland-courier-2", "unknown-4"},
    "(" * 3_000 + "cider" + ")" * 3_000: {"valley-times-3"},
    '"' * 10_000: set(),
}


@pytest.mark.parametrize("query", ODD, ids=lambda query: ascii(query)[:30])
def test_a_query_finds_whatever_it_is_typed_like(engine: Engine, query: str) -> None:
    assert {hit.id for hit in engine.search(query).hits} == ODD[query]


@pytest.mark.parametrize("query", ["place:lisbn", "zzzz~2~2", "date:2023-12-20 TO 2023-12-31 lisbn"])
def test_only_words_are_spelt_otherwise(engine: Engine, query: str) -> None:
    kept = query.removesuffix("lisbn")
    assert all(other.startswith(kept) for other in engine.search(query).corrections)


def test_nothing_is_wrong_with_an_empty_query(engine: Engine) -> None:
    results = engine.search("  ")
    assert (results.hits, results.total, results.problem) == ((), 0, "")


@pytest.mark.parametrize("query", ["10:30", "http://example.org/a", "a:", "“nine hours”", "O’Brien", "title:-x"])
def test_what_looks_strange_but_is_well_formed_is_no_problem(query: str) -> None:
    assert parse(query).problem == ""


_PIECES = st.sampled_from(
    [
        *["boat", "López", "AND", "OR", "NOT", "(", ")", '"', "*", "~", "~2", "title:", "date:", "[", " TO ", "]", "{"],
        *[
            "}",
            ":",
            "-",
            "^2",
            "?",
            "2023-12",
            "\\",
            "'",
            "\x00",
            "🙂",
            "TO",
            "outlet:",
            "kind:",
            "words:",
            "day:",
            "\n",
        ],
    ]
)
STRANGE = ["[ TO ]", "words:boats", "title:[a TO b]", "date:*", "date:2~", "*?*", "kind:*", 'date:"x"']


@given(st.lists(_PIECES, max_size=12), st.sampled_from(["", " "]))
def test_no_query_raises(pieces: list[str], between: str) -> None:
    assert isinstance(parse(between.join(pieces)).problem, str)


@pytest.mark.parametrize("query", STRANGE)
def test_strange_queries_are_searched_without_an_error(engine: Engine, query: str) -> None:
    assert engine.search(query).query == query


def test_a_pattern_that_stands_for_many_words_says_so(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.expansion.MOST", 3)
    results = engine.search("t*")
    assert results.total > 0
    assert "the 3 commonest were searched for" in results.problem
