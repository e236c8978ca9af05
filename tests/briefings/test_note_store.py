"""Notes in a library: found again, counted, undone across restarts; on briefings as on articles."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from briefings.article import Article, Span
from briefings.errors import NotesError, UnknownNote
from briefings.library import Library
from briefings.library_folder import DATABASE
from briefings.note_filter import NoteFilter
from briefings.notes.note import Note, Target, new_note, note_on
from briefings.schema import APPLICATION_ID, STEPS
from tests.briefings.harbour import GULL, TERN, words

MEETING = Target("briefing", "vigo")
HEADER = "---\ntitle: Vigo\nsources: [daily-gull-0a1b2c3d]\n---\n"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path) as library:
        library.add_all([GULL, TERN])
        yield library


def note(article: Article, found: str, comment: str = "", *codes: str, author: str = "Ana") -> Note:
    return new_note(article, words(article, found), comment, codes, author)


def comments(library: Library) -> list[str]:
    return sorted(note.comment for note in library.notes())


def reopened(library: Library) -> Library:
    library.close()
    return Library.open(library.folder)


# Undo and redo


def test_changes_are_undone_and_redone_across_restarts(library: Library) -> None:
    first = note(GULL, "boats", "one")
    library.add_note(first)
    library.change_note(replace(first, comment="two", codes=("fleet",)))
    library.delete_note(first.id)
    seen = []
    for step in ("undo", "undo", "undo", "undo", "redo", "redo", "redo", "redo"):
        library = reopened(library)
        done = library.undo_notes() if step == "undo" else library.redo_notes()
        seen.append((done and done.what, comments(library)))
    assert seen == [
        ("delete a note", ["two"]),
        ("change a note", ["one"]),
        ("add a note", []),
        (None, []),
        ("add a note", ["one"]),
        ("change a note", ["two"]),
        ("delete a note", []),
        (None, []),
    ]
    library.close()


def test_undoing_on_one_text_leaves_the_others(library: Library) -> None:
    library.add_note(note(GULL, "boats", "gull"))
    library.add_note(note(TERN, "bay", "tern"))
    assert library.undo_notes(Target("article", GULL.id)) is not None
    assert comments(library) == ["tern"]
    assert library.undo_notes(Target("article", GULL.id)) is None
    assert library.redo_notes(Target("article", TERN.id)) is None
    library.add_note(note(TERN, "Port", "again"))
    assert library.redo_notes(Target("article", GULL.id)) is not None
    assert comments(library) == ["again", "gull", "tern"]


def test_a_new_change_ends_what_could_be_redone_on_its_text(library: Library) -> None:
    library.add_note(note(GULL, "boats", "gull"))
    library.undo_notes()
    library.add_note(note(GULL, "Vigo", "other"))
    assert library.redo_notes() is None


def test_many_notes_in_one_step(library: Library) -> None:
    library.add_notes([note(GULL, "boats", "a"), note(TERN, "bay", "b")], "import 2 notes")
    step = library.undo_notes(Target("article", TERN.id))
    assert step is not None
    assert (step.what, sorted(note.comment for note in step.notes)) == ("import 2 notes", ["a", "b"])
    assert comments(library) == []


def test_what_was_changed_since_by_way_of_another_text_is_not_undone(library: Library) -> None:
    two = [note(GULL, "boats", "a"), note(TERN, "bay", "b")]
    library.add_notes(two, "import 2 notes")
    library.change_note(replace(two[0], comment="mine"))
    with pytest.raises(NotesError, match=r"article:daily-gull.*changed otherwise"):
        library.undo_notes(Target("article", TERN.id))
    assert comments(library) == ["b", "mine"]


def test_an_id_that_is_taken_leaves_nothing_behind(library: Library) -> None:
    taken = note(GULL, "boats", "a")
    library.add_note(taken)
    with pytest.raises(ValueError, match="already"):
        library.add_notes([note(GULL, "Vigo", "b"), taken], "import")
    assert comments(library) == ["a"]


def test_an_undone_deletion_finds_its_place_in_the_text_of_now(library: Library) -> None:
    one = note(GULL, "stayed out")
    library.add_note(one)
    library.delete_note(one.id)
    library.rewrite(GULL.id, "By our own reporter.\n\n" + GULL.text, (), "add a line")
    library.undo_notes()
    (back,) = library.notes()
    assert back.span is not None
    assert back.span.of(library.article(GULL.id).text) == "stayed out"


def test_a_note_made_on_a_text_shown_before_it_changed_lands_on_its_words(library: Library) -> None:
    library.rewrite(GULL.id, "By our own reporter.\n\n" + GULL.text, (), "add a line")
    library.add_note(note(GULL, "stayed out"))
    (kept,) = library.notes(GULL.id)
    assert kept.span is not None
    assert kept.span.of(library.article(GULL.id).text) == "stayed out"


def test_the_history_tells_every_state(library: Library) -> None:
    one = note(GULL, "boats", "one")
    library.add_note(one)
    library.change_note(replace(one, comment="two"))
    library.rewrite(GULL.id, "New line.\n\n" + GULL.text, (), "add a line")
    library.delete_note(one.id)
    library.undo_notes()
    told = [(version.happened, version.note.comment) for version in library.note_history(one.id)]
    assert told == [("add", "one"), ("change", "two"), ("place", "two"), ("delete", "two"), ("add", "two")]
    with pytest.raises(UnknownNote):
        library.note_history("nobody")


# Lists and counts


def test_notes_are_filtered(library: Library) -> None:
    one = note(GULL, "boats", "Ébauche of a thought", "fleet", "tone")
    two = note(TERN, "bay", "place", "fleet", author="Ben")
    lost = replace(note(TERN, "Port"), span=None)
    settling = replace(note(TERN, "Mora", "settled"), adjudicates=(two.id,))
    library.add_notes([one, two, lost, settling], "import")

    def found(**which: object) -> set[str]:
        return {note.id for note in library.notes_page(NoteFilter(**which))}  # type: ignore[arg-type]

    assert found() == {one.id, two.id, lost.id, settling.id}
    assert found(code="fleet") == {one.id, two.id}
    assert found(code="") == {lost.id, settling.id}
    assert found(outlet="Evening Tern") == {two.id, lost.id, settling.id}
    assert found(author="Ben") == {two.id}
    assert found(words="EBAUCHE thought") == {one.id}
    assert found(words="100%") == set()
    assert found(lost=True) == {lost.id}
    assert found(adjudicates=True) == {settling.id}
    assert found(targets=(Target("article", GULL.id), MEETING)) == {one.id}
    assert found(targets=()) == set()
    assert found(code="fleet", author="Ana", lost=False) == {one.id}


def test_pages_follow_each_other_in_the_order_of_the_text(library: Library) -> None:
    every = [note(GULL, found) for found in ("It rained", "boats", "Vigo", "met", "Mora")]
    library.add_notes(every, "import")
    pages = [library.notes_page(limit=2, offset=offset) for offset in (0, 2, 4, 6)]
    assert [len(page) for page in pages] == [2, 2, 1, 0]
    assert [one for page in pages for one in page] == library.notes()
    assert [one.selector.exact for one in library.notes()] == ["met", "Vigo", "boats", "Mora", "It rained"]


def test_notes_are_counted_by_code_and_outlet(library: Library) -> None:
    library.add_notes(
        [note(GULL, "boats", "", "fleet", "tone"), note(TERN, "boats", "", "fleet"), note(GULL, "40")], "x"
    )
    assert library.count_notes() == 3
    assert library.count_notes(NoteFilter(code="tone")) == 1
    assert library.count_notes_by(("code", "outlet")) == [
        ("", "Daily <Gull>", 1),
        ("fleet", "Daily <Gull>", 1),
        ("fleet", "Evening Tern", 1),
        ("tone", "Daily <Gull>", 1),
    ]
    assert library.count_notes_by(("author",)) == [("Ana", 3)]
    assert library.count_notes_by(("target",), NoteFilter(code="fleet")) == [
        (f"article:{GULL.id}", 1),
        (f"article:{TERN.id}", 1),
    ]


def test_counts_follow_a_change_of_codes(library: Library) -> None:
    one = note(GULL, "boats", "", "fleet")
    library.add_note(one)
    library.change_note(replace(one, codes=("tone", "tone")))
    assert library.count_notes_by(("code",)) == [("tone", 1)]
    library.delete_note(one.id)
    assert library.count_notes_by(("code",)) == []


# Notes on briefings


def write(library: Library, body: str) -> None:
    (library.folder / "briefings").mkdir(exist_ok=True)
    (library.folder / "briefings" / "vigo.md").write_text(HEADER + body, "utf-8")


def on_briefing(library: Library, found: str) -> Note:
    text = library.target_text(MEETING)
    start = text.index(found)
    return note_on(MEETING, text, Span(start, start + len(found)))


def test_a_note_on_a_briefing_follows_its_words_when_the_file_is_edited(library: Library) -> None:
    write(library, "# Vigo\n\nTwo reports count the *boats* in the bay; one does not.\n")
    one = on_briefing(library, "count the boats in the bay")
    library.add_note(one)
    assert library.notes_on(MEETING) == [one]
    before = library.changes
    write(library, "# Vigo, May\n\nIt was a Monday. Two reports count the *boats* in the bay; one does not.\n")
    (moved,) = library.notes_on(MEETING)
    assert moved.span is not None
    assert moved.span.of(library.target_text(MEETING)) == "count the boats in the bay"
    assert moved.span != one.span
    assert library.changes == before + 1
    library.notes_on(MEETING)
    assert library.changes == before + 1
    write(library, "# Vigo, May\n\nNothing is left of it.\n")
    library.follow_briefings()
    assert [note.span for note in library.notes()] == [None]


def test_notes_on_a_briefing_that_is_away_are_left_as_they_are(library: Library) -> None:
    write(library, "# Vigo\n\nTwo reports count the boats.\n")
    one = on_briefing(library, "Two reports")
    library.add_note(one)
    (library.folder / "briefings" / "vigo.md").unlink()
    assert library.notes_on(MEETING) == [one]
    assert library.notes(GULL.id) == []
    assert library.count_notes_by(("kind", "outlet")) == [("briefing", "", 1)]


# The file


def test_every_thread_writes_through_to_the_disk(library: Library) -> None:
    def settings() -> list[object]:
        names = ("synchronous", "fullfsync", "journal_mode")
        return [library._connection.execute(f"PRAGMA {name}").fetchone()[0] for name in names]

    with ThreadPoolExecutor(1) as thread:
        assert [settings(), thread.submit(settings).result()] == [[2, 1, "wal"]] * 2


def test_the_notes_and_the_history_of_an_older_library_are_kept(tmp_path: Path) -> None:
    row = ("id-1", GULL.id, 4, 9, "boats", "", "", 4, "Ébauche", '["fleet"]', "Ana", *["2024-05-06T00:00:00+00:00"] * 2)
    with sqlite3.connect(tmp_path / DATABASE) as older:
        for statement in [one for step in STEPS[:3] for one in step.split(";\n")]:
            older.execute(statement)
        older.execute("INSERT INTO about VALUES ('identity', 'x'), ('changes', 2)")
        older.execute("INSERT INTO notes VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
        was = (
            '["id-1","a",null,null,"boats","","",4,"","[]","","2024-05-06T00:00:00+00:00","2024-05-06T00:00:00+00:00"]'
        )
        older.execute("INSERT INTO note_history VALUES ('2024-05-06T00:00:00+00:00', 'id-1', 'add', ?)", (was,))
        older.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        older.execute("PRAGMA user_version = 3")
    with Library.open(tmp_path) as library:
        (one,) = library.notes_page(NoteFilter(code="fleet", words="ebauche"))
        assert (one.kind, one.adjudicates, one.span) == ("article", (), Span(4, 9))
        (version,) = library.note_history("id-1")
        assert (version.note.span, version.note.kind, version.note.adjudicates) == (None, "article", ())


WRITER = """
import sys
from briefings.article import Span
from briefings.library import Library
from briefings.notes.note import new_note
library = Library.open(sys.argv[1])
article = library.articles()[0]
while True:
    note = new_note(article, Span(0, 3))
    library.add_note(note)
    print(note.id, flush=True)
"""


def test_every_note_that_was_said_to_be_kept_outlives_a_kill_in_the_middle_of_writing(library: Library) -> None:
    with subprocess.Popen([sys.executable, "-c", WRITER, str(library.folder)], stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        said = [writer.stdout.readline() for _ in range(20)]
        writer.kill()
        said += writer.stdout.readlines()
    kept = {note.id for note in library.notes()}
    assert {line.decode().strip() for line in said if line.endswith(b"\n")} <= kept
    assert len(kept) >= 20
    assert library.is_sound()
    assert library.undo_notes() is not None
