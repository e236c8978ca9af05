"""The library: what is put in stays, once, for every window and after a kill."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from briefings.article import Article, Span, article_id
from briefings.errors import LibraryError, UnknownArticle, UnknownNote
from briefings.library import Library
from briefings.library_folder import DATABASE
from briefings.notes.note import new_note
from briefings.schema import APPLICATION_ID, STEPS, VERSION
from briefings.sources.imported import Field, Imported

TEXT = "The harbour council met on Monday.\n\nIt spoke for two hours — about “dredging”."
ARTICLE = Article("gull-1", "The Gull", TEXT, "Harbour talks", date(2024, 3, 4), credit="AP")


def imported(data: bytes = b"raw page", outlet: str = "The Gull") -> Imported:
    article = replace(ARTICLE, id=article_id(outlet, data), outlet=outlet)
    fields = {"title": Field("Harbour talks", "stated", "Harbour talks"), "byline": Field()}
    return Imported(article, data, "raw page", (Span(0, 3), Span(4, 8)), fields, "pasted text")


def test_an_article_comes_back_as_it_went_in(tmp_path: Path) -> None:
    with Library.open(tmp_path / "new" / "library") as library:
        assert library.add(ARTICLE)
        assert library.article("gull-1") == ARTICLE
        assert library.articles() == [ARTICLE]
        heading = library.headings()[0]
        assert (heading.outlet, heading.words, heading.published) == ("The Gull", 14, date(2024, 3, 4))


def test_the_original_is_kept(tmp_path: Path) -> None:
    item = imported(b"\xff\x00raw")
    with Library.open(tmp_path) as library:
        library.add(item, name="page.txt")
        original = library.original(item.article.id)
        assert original is not None
        assert (original.data, original.name, original.kept) == (b"\xff\x00raw", "page.txt", item.kept)
        assert original.fields == item.fields


def test_the_same_bytes_are_one_article(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        assert library.add(imported())
        before = library.changes
        assert not library.add(imported())
        assert not library.add(imported(outlet="Renamed"))
        assert library.changes == before
        assert len(library.articles()) == 1


def test_changes_are_counted(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        library.add(ARTICLE)
        counter = library.changes
        library.add_all([replace(ARTICLE, id="gull-2"), replace(ARTICLE, id="gull-3")])
        library.remove("gull-1")
        assert library.changed_since(counter) == [("gull-2", False), ("gull-3", False), ("gull-1", True)]
        assert library.changed_since(library.changes) == []


def test_an_unknown_id_names_its_neighbours(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        library.add(ARTICLE)
        with pytest.raises(UnknownArticle, match="gull-1"):
            library.article("gull-11")


def test_notes_are_kept_changed_and_deleted_with_history(tmp_path: Path) -> None:
    note = new_note(ARTICLE, Span(4, 11), "which council?", ("place",), "R")
    with Library.open(tmp_path) as library:
        library.add(ARTICLE)
        library.add_note(note)
        with pytest.raises(ValueError, match="already"):
            library.add_note(note)
        library.change_note(replace(note, comment="the harbour's", span=None))
    with Library.open(tmp_path) as library:
        assert library.notes("gull-1") == [replace(note, comment="the harbour's", span=None)]
        library.delete_note(note.id)
        assert library.notes() == []
        with pytest.raises(UnknownNote):
            library.delete_note(note.id)
    with sqlite3.connect(tmp_path / DATABASE) as raw:
        assert [row[0] for row in raw.execute("SELECT change FROM note_history")] == ["add", "change", "delete"]


def test_a_change_is_seen_in_another_window(tmp_path: Path) -> None:
    with Library.open(tmp_path) as one, Library.open(tmp_path) as other:
        before = other.changes
        one.add(ARTICLE)
        assert other.changes > before
        assert other.article("gull-1") == ARTICLE


def test_many_threads_write_at_once(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library, ThreadPoolExecutor(8) as threads:
        articles = [replace(ARTICLE, id=f"gull-{number}") for number in range(40)]
        assert all(threads.map(library.add, articles))
        assert len(library.headings()) == 40


def test_reading_positions_stay(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        assert library.position("gull-1") == 0
        library.keep_position("gull-1", 17)
    with Library.open(tmp_path) as library:
        assert library.position("gull-1") == 17


def test_a_note_outlives_a_killed_program(tmp_path: Path) -> None:
    script = (
        "import os, signal, sys; from briefings.library import Library; from briefings.article import Article, Span;"
        "from briefings.notes.note import new_note; library = Library.open(sys.argv[1]);"
        "article = Article('a-1', 'A', 'Some words here.'); library.add(article);"
        "library.add_note(new_note(article, Span(0, 4), 'kept')); os.kill(os.getpid(), signal.SIGKILL)"
    )
    ended = subprocess.run([sys.executable, "-c", script, str(tmp_path)], check=False)
    assert ended.returncode == -signal.SIGKILL
    with Library.open(tmp_path) as library:
        assert [note.comment for note in library.notes("a-1")] == ["kept"]


def test_a_folder_of_other_files_is_not_a_library(tmp_path: Path) -> None:
    (tmp_path / "thesis.docx").write_bytes(b"x")
    with pytest.raises(LibraryError, match=r"thesis\.docx"):
        Library.open(tmp_path)
    assert not (tmp_path / DATABASE).exists()


def test_a_file_is_not_a_library(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(LibraryError, match="not a library folder"):
        Library.open(tmp_path / "file")


def test_no_library_where_none_may_be_made(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="no library here"):
        Library.open(tmp_path / "none", create=False)
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize("content", [b"not a database at all, just words " * 40, b"\x00" * 4096])
def test_a_damaged_file_is_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / DATABASE).write_bytes(content)
    with pytest.raises(LibraryError, match=DATABASE):
        Library.open(tmp_path)
    assert (tmp_path / DATABASE).read_bytes() == content


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / DATABASE) as other:
        other.execute("CREATE TABLE recipes (name)")
    with pytest.raises(LibraryError, match="another program"):
        Library.open(tmp_path)


def test_an_older_library_is_brought_up_to_date(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / DATABASE) as older:
        for statement in STEPS[0].split(";\n"):
            older.execute(statement)
        older.execute("INSERT INTO about VALUES ('identity', 'x'), ('changes', 2)")
        for id in ("gull-1", "gull-2"):
            row = (id, "The Gull", None, None, None, None, None, 0, 14, TEXT, 1)
            older.execute("INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
        older.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        older.execute("PRAGMA user_version = 1")
    with Library.open(tmp_path) as library:
        assert [(copy.id, copy.kind) for copy in library.copies("gull-2")] == [("gull-1", "version")]
        library.edit("gull-1", {"title": "Mended"})
        assert library.identity == "x"
    with sqlite3.connect(tmp_path / DATABASE) as raw:
        assert raw.execute("PRAGMA user_version").fetchone()[0] == VERSION


def test_a_newer_library_is_not_touched(tmp_path: Path) -> None:
    Library.open(tmp_path).close()
    with sqlite3.connect(tmp_path / DATABASE) as newer:
        newer.execute("PRAGMA user_version = 99")
    with pytest.raises(LibraryError, match="newer version"):
        Library.open(tmp_path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_permission_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(LibraryError):
        Library.open(tmp_path / "library")
