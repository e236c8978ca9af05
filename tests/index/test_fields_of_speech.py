"""Quoted speech and its speakers as fields, read at once or in idle time."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefings.article import Article
from briefings.library import Library
from index import indexing, open_engine, upkeep
from index.engine import Engine

SPOKEN = (
    Article(
        "pier",
        "Pier Gazette",
        "“The ferry will sail again in spring,” said Ana Brandt, the harbour master.",
        title="Ferry",
    ),
    Article(
        "quay", "Quay Mail", "The ferry was painted. Joren Falk said that the crew had waited for spring too long."
    ),
    Article("mole", "Mole Herald", "Nobody spoke about the “ferry” at all, and spring came."),
)


@pytest.fixture
def speech(tmp_path: Path) -> Engine:
    library = Library.open(tmp_path / "speech")
    library.add_all(SPOKEN)
    return open_engine(library)


def ids(engine: Engine, query: str) -> set[str]:
    return {hit.id for hit in engine.search(query).hits}


def test_words_inside_quoted_speech_are_a_field(speech: Engine) -> None:
    assert ids(speech, "spring") == {"pier", "quay", "mole"}
    assert ids(speech, "quote:spring") == {"pier", "quay"}
    assert ids(speech, "quote:ferry") == {"pier"}
    assert ids(speech, 'quote:"sail again"') == {"pier"}
    assert ids(speech, "quote:harbour") == set()


def test_speakers_are_a_field(speech: Engine) -> None:
    assert ids(speech, "speaker:brandt") == {"pier"}
    assert ids(speech, "speaker:falk spring") == {"quay"}
    assert ids(speech, "speaker:ferry") == set()


def test_the_speech_of_many_articles_is_read_in_idle_time_and_said_to_be_missing(
    speech: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indexing, "AT_ONCE", 1)
    monkeypatch.setattr(upkeep, "PIECE", 2)
    assert ids(speech, "spring") == {"pier", "quay", "mole"}
    results = speech.search("quote:spring")
    assert (results.total, results.partial) == (0, "the quoted speech of 3 articles is not read yet")
    assert speech.search("spring").partial == ""
    assert speech.tend()
    assert speech.status().unheard == 1
    assert speech.tend()
    assert speech.status().unheard == 0
    assert ids(speech, "quote:spring") == {"pier", "quay"}
    assert speech.search("quote:spring").partial == ""
    assert speech.search("*").total == 3
    while speech.tend():
        pass
    assert ids(speech, "speaker:brandt") == {"pier"}


def test_nothing_is_tended_while_another_window_writes(speech: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(indexing, "AT_ONCE", 0)
    speech.refresh()
    shelf = speech._shelf  # type: ignore[attr-defined]
    with shelf.writing(0.0) as mine:
        assert mine
        assert not speech.tend()
    assert speech.tend()
