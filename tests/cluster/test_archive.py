"""An archive that several share: sending, reading only, taking home, long answers, and what is private."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from briefings.article import Article, Span
from briefings.errors import EngineError, UnknownArticle
from briefings.library import Library
from briefings.notes.note import new_note
from index import ENGINE, open_engine
from index.opensearch import archive as archives_of
from index.opensearch import mapping, usage
from index.opensearch.address import Address
from index.opensearch.client import NoArchive
from index.opensearch.push import push
from index.opensearch_engine import OpenSearchEngine
from tests.cluster.archives import Archives
from tests.index.conftest import ARTICLES
from tui.cli import DONE, main

MANY = 23


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "empty") as library:
        yield library


@pytest.fixture
def shared(archives: Archives, library: Library) -> Address:
    """An archive somebody else sent a library to."""
    engine = archives.engine(library)
    engine.refresh()
    return engine.archive.address


@pytest.fixture
def reader(shared: Address, empty: Library) -> Iterator[OpenSearchEngine]:
    """Who searches it, with a library of their own."""
    engine = OpenSearchEngine(empty, shared)
    yield engine
    engine.close()


def test_a_reader_finds_and_reads_what_others_sent(reader: OpenSearchEngine, empty: Library) -> None:
    assert reader.refresh() == 0
    (hit,) = reader.search("cider").hits
    assert reader.text(hit) == ARTICLES[2].text
    assert reader.article(hit.id) == ARTICLES[2]
    assert [line.word for line in reader.concordance("cider")] == ["cider"]
    assert reader.similar("harbour-post-1")[0].id == "inland-courier-2"
    assert empty.headings() == []


def test_searching_sends_nothing_of_a_reader_s_library(reader: OpenSearchEngine, empty: Library) -> None:
    empty.add(Article("own-1", "Own", "A private zeppelin."))
    assert reader.refresh() == 0
    assert not reader.tend()
    assert reader.search("zeppelin").total == 0
    assert reader.status().documents == len(ARTICLES)
    assert reader.status().waiting == 0


def test_a_library_that_was_sent_is_followed(reader: OpenSearchEngine, shared: Address, empty: Library) -> None:
    empty.add(Article("own-1", "Own", "A public zeppelin."))
    assert push(reader.archive, empty) == 1
    empty.add(Article("own-2", "Own", "A second zeppelin."))
    later = OpenSearchEngine(empty, shared)
    assert later.refresh() == 1
    assert later.search("zeppelin").total == 2
    empty.remove("own-1")
    assert later.refresh() == 1
    assert {hit.id for hit in later.search("zeppelin OR cider").hits} == {"own-2", "valley-times-3"}
    later.close()


def test_taking_out_what_another_library_sent_too_leaves_it(
    reader: OpenSearchEngine, library: Library, empty: Library
) -> None:
    empty.add(ARTICLES[2])
    push(reader.archive, empty)
    push(reader.archive, library, anew=True)
    empty.remove(ARTICLES[2].id)
    push(reader.archive, empty)
    assert reader.search("cider").total == 1


def test_notes_are_sent_only_where_it_is_said(reader: OpenSearchEngine, empty: Library) -> None:
    empty.add(Article("own-1", "Own", "A public zeppelin."))
    empty.add_note(new_note(empty.article("own-1"), Span(0, 8), "Between ourselves"))
    assert push(reader.archive, empty) == 1
    assert reader.search("ourselves").total == 0
    assert reader.search("has:note").total == 1
    assert push(reader.archive, empty, with_notes=True) == 2
    assert reader.search("ourselves").total == 1


def test_a_reader_without_an_archive_is_told_how_to_make_one(archives: Archives, empty: Library) -> None:
    engine = OpenSearchEngine(empty, archives.address("nowhere"))
    with pytest.raises(NoArchive, match="no archive"):
        engine.search("cider")
    with pytest.raises(UnknownArticle):
        engine.similar("nobody")
    assert (engine.status().documents, engine.status().waiting) == (0, 0)
    engine.close()


def test_an_archive_of_a_newer_version_is_searched_and_not_sent_to(
    archives: Archives, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = archives.engine(library)
    engine.refresh()
    monkeypatch.setattr(archives_of, "VERSION", mapping.VERSION - 1)
    library.add(Article("new-1", "New", "A zeppelin."))
    with pytest.raises(EngineError, match="newer version"):
        engine.refresh()
    assert engine.search("cider").total == 1


def test_long_answers_come_page_by_page(archives: Archives, empty: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    empty.add_all(Article(f"a-{n}", f"Outlet {n % 3}", "boat " * (n % 5 + 1), title=f"No. {n}") for n in range(MANY))
    engine = archives.engine(empty)
    engine.refresh()
    once = [hit.id for hit in engine.search("boat", 100).hits]
    monkeypatch.setattr(archives_of, "PAGE", 4)
    monkeypatch.setattr("index.opensearch_engine.PAGE", 4)
    paged = engine.search("boat", 100)
    assert [hit.id for hit in paged.hits] == once
    assert (paged.total, len(set(once))) == (MANY, MANY)
    assert len(engine.search("boat", 10).hits) == 10


def test_use_is_estimated_from_a_sample_where_too_much_would_be_read(
    archives: Archives, empty: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty.add_all(Article(f"a-{n}", "Outlet", "boat boat bridge", title=f"No. {n}") for n in range(MANY))
    engine = archives.engine(empty)
    engine.refresh()
    exact = engine.usage("boat")
    assert [(use.articles, use.times) for use in exact] == [(MANY, 2 * MANY)]
    monkeypatch.setattr(usage, "READ", 5)
    assert engine.usage("boat") == (replace(exact[0], sample=5),)


def test_words_no_tokenizer_expects_are_found(archives: Archives, empty: Library) -> None:
    long = "x" * 300
    empty.add(Article("odd", "Odd", f"A word of {long} letters, ﷺ and ½ of U.S. trade, 1,250 tonnes."))
    engine = archives.engine(empty)
    engine.refresh()
    for query in (long, "ﷺ", "½", "us", "1250", '"1,250 tonnes"', f'"of {long} letters"'):
        assert engine.search(query).total == 1, query


def test_from_the_command_line(
    archives: Archives,
    library: Library,
    empty: Library,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv(ENGINE, "local")
    address = str(archives.engine(library).archive.address)
    mine, theirs = str(library.folder), str(empty.folder)
    assert main(["index", "push", "--engine", address, "--library", mine, "--json"]) == DONE
    assert json.loads(capsys.readouterr().out)["sent"] == len(ARTICLES)
    assert main(["--engine", address, "search", "cider", "--library", theirs]) == DONE
    assert "valley-times-3" in capsys.readouterr().out
    assert main(["similar", "harbour-post-1", "--engine", address, "--library", theirs]) == DONE
    assert "inland-courier-2" in capsys.readouterr().out
    assert main(["index", "take", "valley-times-3", "--engine", address, "--library", theirs]) == DONE
    assert "taken" in capsys.readouterr().out
    assert empty.article("valley-times-3") == ARTICLES[2]
    assert main(["index", "take", "valley-times-3", "--engine", address, "--library", theirs]) == DONE
    assert "was there already" in capsys.readouterr().out
    assert main(["index", "push", "--remap", "--shards", "2", "--engine", address, "--library", mine]) == DONE
    assert "0 documents sent" in capsys.readouterr().out
    assert main(["index", "status", "--engine", address, "--library", mine]) == DONE


def test_one_address_means_an_archive_to_the_library(archives: Archives, library: Library) -> None:
    address = str(archives.engine(library).archive.address)
    engine = open_engine(library, address)
    assert [hit.id for hit in engine.search("cider").hits] == ["valley-times-3"]
    assert engine.search("cider").partial == ""
    assert engine.rebuild() == len(ARTICLES)
    engine.close()


def test_the_same_question_has_the_same_answer(archives: Archives, empty: Library) -> None:
    empty.add_all(Article(f"a-{n}", "Outlet", "boat boat bridge", title=f"No. {n}") for n in range(MANY))
    engine = archives.engine(empty)
    engine.refresh()
    for n in range(0, MANY, 2):
        empty.remove(f"a-{n}")
    engine.refresh()
    answers = {engine.search("boat OR title:no").hits for _ in range(12)}
    assert len(answers) == 1
