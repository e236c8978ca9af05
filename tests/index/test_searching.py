"""What the query language finds, and how a query that is wrong is read."""

from __future__ import annotations

import pytest

from index.engine import Engine

FINDS = {
    "boats": {"inland-courier-2", "unknown-4"},
    "Lisbon": {"harbour-post-1", "inland-courier-2"},
    "negotiation": {"harbour-post-1", "inland-courier-2"},
    "lopez": {"harbour-post-1"},
    "LÓPEZ": {"harbour-post-1"},
    "boats port": {"inland-courier-2", "unknown-4"},
    "boats AND deal": {"inland-courier-2"},
    "cider OR deal": {"inland-courier-2", "valley-times-3"},
    "boats NOT deal": {"unknown-4"},
    "boats -deal": {"unknown-4"},
    "NOT boats": {"harbour-post-1", "valley-times-3"},
    "(cider OR deal) lisbon": {"inland-courier-2"},
    '"fishing quotas"': {"harbour-post-1"},
    '"quotas fishing"': set(),
    '"nine fishing"~9': set(),
    '"negotiations quotas"~3': {"harbour-post-1"},
    '"boats in port"': {"unknown-4"},
    "title:lisbon": {"inland-courier-2"},
    "outlet:courier": {"inland-courier-2"},
    'outlet:"harbour post"': {"harbour-post-1"},
    "credit:AP": {"harbour-post-1"},
    "date:2023": {"harbour-post-1", "inland-courier-2"},
    "date:2023-12": {"harbour-post-1", "inland-courier-2"},
    "date:2023-12-27": {"harbour-post-1"},
    "date:[2023-12-28 TO 2024-01]": {"inland-courier-2", "valley-times-3"},
    "date:[2023-12-28 TO]": {"inland-courier-2", "valley-times-3"},
    "date:{2023-12-27 TO 2024-01-08}": {"inland-courier-2"},
    "lisbon date:2023-12-28": {"inland-courier-2"},
    "negotiat*": {"harbour-post-1", "inland-courier-2"},
    "negotiations*": {"harbour-post-1"},
    "negotiato*": {"inland-courier-2"},
    "?oats": {"inland-courier-2", "unknown-4"},
    "*ations": {"harbour-post-1"},
    "useful": {"inland-courier-2"},
    "imigration~": {"unknown-4"},
    "imgration~2": {"unknown-4"},
    "fishin~": {"harbour-post-1"},
    "1,250": {"harbour-post-1"},
    "1250": {"harbour-post-1"},
    "U.S.": {"unknown-4"},
    "US": {"unknown-4"},
    "kind:article cider": {"valley-times-3"},
    "*": {"harbour-post-1", "inland-courier-2", "valley-times-3", "unknown-4"},
    "zeppelin": set(),
}


@pytest.mark.parametrize("query", FINDS)
def test_a_query_finds(engine: Engine, query: str) -> None:
    results = engine.search(query)
    assert {hit.id for hit in results.hits} == FINDS[query]
    assert results.total == len(FINDS[query])
    assert results.problem == ""
