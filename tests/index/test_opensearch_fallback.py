"""While an archive is away the library on this machine answers, and it is said."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from briefings.errors import EngineError
from briefings.library import Library
from index import ENGINE, notice_of, open_engine
from index.engine import Engine, Results
from index.opensearch.client import ArchiveAway
from index.opensearch_engine import OpenSearchEngine
from index.opensearch_fallback import ArchiveOrLibrary

AWAY = "http://127.0.0.1:9/meetings"  # the discard port, at which nobody listens


@pytest.fixture
def engine(library: Library) -> Iterator[Engine]:
    engine = open_engine(library, AWAY)
    yield engine
    engine.close()


def test_the_library_on_this_machine_is_searched_and_that_is_said(engine: Engine) -> None:
    assert engine.refresh() == 4
    results = engine.search("cider")
    assert [hit.id for hit in results.hits] == ["valley-times-3"]
    assert results.partial == notice_of(engine) == results.advice
    assert "does not answer" in results.partial
    assert AWAY.rpartition("/")[0] in results.partial


def test_every_question_is_answered(engine: Engine) -> None:
    (hit,) = engine.search("cider").hits
    assert engine.similar("harbour-post-1")[0].id == "inland-courier-2"
    assert "cider" in engine.text(hit)
    assert engine.article("unknown-4").id == "unknown-4"
    assert [use.outlet for use in engine.usage("cider")] == ["Valley Times"]
    assert [line.word for line in engine.concordance("cider")] == ["cider"]
    assert engine.status().documents == 4


def test_what_was_meant_for_the_archive_alone_is_not_done_here(engine: Engine) -> None:
    with pytest.raises(ArchiveAway):
        engine.rebuild()


def test_an_archive_that_is_back_is_asked_again(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = open_engine(library, AWAY)
    assert isinstance(engine, ArchiveOrLibrary)
    assert engine.search("cider").partial
    monkeypatch.setattr(OpenSearchEngine, "search", lambda *_, **__: Results("cider", total=7))
    assert engine.search("cider").total == 1
    monkeypatch.setattr(engine, "_ask_again", 0.0)
    assert engine.search("cider") == Results("cider", total=7)
    assert notice_of(engine) == ""
    engine.close()


def test_the_environment_names_an_archive(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(ENGINE, AWAY)
    assert notice_of(open_engine(library)) == ""
    assert isinstance(open_engine(library), ArchiveOrLibrary)
    assert not isinstance(open_engine(library, "local"), ArchiveOrLibrary)
    monkeypatch.setenv(ENGINE, "somewhere")
    with pytest.raises(EngineError, match="https://"):
        open_engine(library)
