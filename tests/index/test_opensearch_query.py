"""The query tree in OpenSearch's language; what it finds is tested in `tests/cluster`."""

from __future__ import annotations

from typing import Any

import pytest

from index.opensearch.query import NOTHING, clause
from index.query import parse


def translated(query: str) -> dict[str, Any]:
    return clause(parse(query).tree, lambda field, words: {f"{field}-{' '.join(words)}", "a"})


def fields(found: Any) -> set[str]:
    """The words field queries name, wherever they stand."""
    if isinstance(found, list):
        return set().union(*map(fields, found))
    if not isinstance(found, dict):
        return set()
    named = {field for kind in ("prefix", "wildcard", "fuzzy", "term") for field in found.get(kind, {})}
    return named.union(*map(fields, found.values()))


def test_a_word_is_its_stem() -> None:
    assert translated("negotiations") == {"term": {"words": {"value": "negoti", "boost": 1.0}}}
    assert translated("exact:negotiations") == {"term": {"exact": {"value": "negotiations", "boost": 1.0}}}


def test_a_phrase_with_room_is_a_chain_of_pairs() -> None:
    assert translated('"fishing quotas"') == {"match_phrase": {"words": {"query": "fish quota"}}}
    chain = translated('"fishing quotas ended"~3')["span_near"]
    assert (chain["slop"], chain["in_order"]) == (2, True)
    assert chain["clauses"][0]["span_near"]["slop"] == 2
    assert chain["clauses"][1] == {"span_term": {"words": "end"}}


def test_what_is_barred_is_barred_from_the_whole() -> None:
    found = translated("boats NOT fleet")["bool"]
    assert [len(found[part]) for part in ("must", "must_not")] == [1, 1]
    assert "must_not" in translated("NOT fleet")["bool"]


def test_days_are_ranges_without_a_score() -> None:
    days = translated("date:{2023-12-27 TO 2024-01]")["constant_score"]["filter"]["range"]["published"]
    assert days == {"gt": "2023-12-27", "lte": "2024-01-31"}
    assert translated("date:[2023 TO]")["constant_score"]["filter"]["range"]["published"] == {"gte": "2023-01-01"}


@pytest.mark.parametrize("query", ["quot*", "q?ota", "qouta~"])
def test_patterns_are_tried_on_stems_and_forms(query: str) -> None:
    assert fields(translated(query)) == {"words", "exact"}
    assert fields(translated(f"outlet:{query}")) == {"outlet"}


def test_what_the_reader_did_is_asked_of_the_library() -> None:
    for query, ids in (("has:note", ["a", "has-note"]), ('code:"two words"', ["a", "code-two word"])):
        assert translated(query) == {"constant_score": {"filter": {"terms": {"id": ids}}}}


def test_nothing_finds_nothing() -> None:
    assert translated("") == NOTHING
    assert translated("code:x*") == {"constant_score": {"filter": {"terms": {"id": []}}}}
