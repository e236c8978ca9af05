"""Notes to and from a colleague, by keys: what a file would bring, conflicts, stopping, writing a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from time import sleep

import pytest

from briefings.article import paragraphs
from briefings.errors import NotesError
from briefings.library import Library
from briefings.note_filter import NoteFilter
from briefings.notes.exchange import FORMATS, export
from briefings.notes.note import Note, new_note
from tests.ferry import COURIER, GAZETTE, HERALD
from tests.reading import press, reading, said, settled, shown
from tui import exchanging
from tui.arrivals import arrival_rows
from tui.exchanging import Stopped, read_arrival, send_out, take_in
from tui.screens.notes import NotesScreen
from tui.screens.taking_notes import TakingNotesScreen

FIRST, SECOND = paragraphs(COURIER.text)[:2]


@pytest.fixture
def ours() -> Note:
    return new_note(COURIER, FIRST, "she left", ("Judgment",), "ana")


@pytest.fixture
def colleague(ferry: Library, ours: Note, tmp_path: Path) -> Path:
    """A file with a note that is here too, one that says something else here, and two new ones, one without a text."""
    known = new_note(GAZETTE, paragraphs(GAZETTE.text)[0], "same", (), "ben")
    ferry.add_notes([ours, known], "notes")
    elsewhere = replace(new_note(HERALD, paragraphs(HERALD.text)[0], "lost", (), "ben"), article="gone-00000000")
    theirs = [
        known,
        replace(ours, comment="she was thrown out", codes=("Problem",)),
        new_note(COURIER, SECOND, "empty shelves", ("Cause",), "ben"),
        elsewhere,
    ]
    path = tmp_path / "ben.jsonl"
    path.write_bytes(export(FORMATS["jsonl"], theirs, {})[0])
    return path


def silent(words: str) -> None:
    """Told how far the work is."""


def test_what_a_file_would_bring_is_read_and_nothing_written(ferry: Library, colleague: Path) -> None:
    before = ferry.changes
    arrival = read_arrival(ferry, colleague, silent)
    assert arrival.said == "2 new · 1 of them without a place · 1 here already · 1 in conflict, left as they are here"
    rows = [row.text for row in arrival_rows(arrival)]
    assert "comment here: she left" in rows
    assert "comment there: she was thrown out" in rows
    assert "codes there: Problem" in rows
    assert ferry.changes == before


def test_what_is_new_is_taken_in_once_and_in_one_step(ferry: Library, colleague: Path, ours: Note) -> None:
    arrival = read_arrival(ferry, colleague, silent)
    assert take_in(ferry, arrival) == "2 notes taken in from ben.jsonl."
    assert ferry.note(ours.id).comment == "she left"
    assert take_in(ferry, arrival) == "0 notes taken in from ben.jsonl."
    assert ferry.count_notes() == 4
    ferry.undo_notes()
    assert ferry.count_notes() == 2


def test_reading_is_stopped_between_two_lots(ferry: Library, colleague: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exchanging, "AT_ONCE", 2)
    heard = []

    def tell(words: str) -> None:
        heard.append(words)
        if "2 done" in words:
            raise Stopped

    with pytest.raises(Stopped):
        read_arrival(ferry, colleague, tell)
    assert heard[0] == "reading ben.jsonl"
    assert heard[-1] == "finding the words of 4 notes: 2 done"


def test_what_is_listed_is_written_to_a_new_file_and_reads_back(ferry: Library, colleague: Path) -> None:
    path = colleague.with_name("out.jsonl")
    assert send_out(ferry, NoteFilter(author="ana"), path) == f"1 notes written to {path}."
    assert read_arrival(ferry, path, silent).said == "0 new · 1 here already"
    with pytest.raises(NotesError, match="cannot be written"):
        send_out(ferry, NoteFilter(), path)
    with pytest.raises(NotesError, match="tells no format"):
        send_out(ferry, NoteFilter(), path.with_suffix(".odt"))


async def test_notes_of_a_colleague_are_looked_at_and_taken_in(ferry: Library, colleague: Path) -> None:
    async with reading(ferry) as pilot:
        await press(pilot, "A", "i")
        assert isinstance(pilot.app.screen, TakingNotesScreen)
        pilot.app.screen.query_one("#path").value = str(colleague)  # type: ignore[attr-defined]
        await press(pilot, "enter")
        assert "2 new · 1 of them without a place" in shown(pilot)
        assert "comment there: she was thrown out" in shown(pilot)
        assert ferry.count_notes() == 2
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, NotesScreen)
        assert said(pilot) == ["2 notes taken in from ben.jsonl."]
        assert "Notes · 4" in shown(pilot)
        await press(pilot, "u")
        assert ferry.count_notes() == 2


async def test_a_file_that_is_no_notes_is_told_and_another_may_be_named(ferry: Library, tmp_path: Path) -> None:
    (tmp_path / "no.jsonl").write_text("not notes", "utf-8")
    async with reading(ferry) as pilot:
        await press(pilot, "A", "i")
        for name, why in (("none.jsonl", "cannot be read"), ("no.jsonl", "not a line of JSON")):
            pilot.app.screen.query_one("#path").value = str(tmp_path / name)  # type: ignore[attr-defined]
            await press(pilot, "enter")
            assert why in said(pilot)[0]
            assert "Type the path" in shown(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, NotesScreen)


async def test_reading_is_stopped_by_a_key(ferry: Library, colleague: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reached: list[Callable[[str], None]] = []

    def waiting(library: Library, path: Path, tell: Callable[[str], None], *, with_texts: bool) -> None:
        reached.append(tell)
        while True:
            tell("finding")
            sleep(0.01)

    monkeypatch.setattr("tui.screens.taking_notes.read_arrival", waiting)
    async with reading(ferry) as pilot:
        await press(pilot, "A", "i")
        pilot.app.screen.query_one("#path").value = str(colleague)  # type: ignore[attr-defined]
        await pilot.press("enter")
        while not reached:
            await pilot.pause(0.01)
        await pilot.press("escape")
        await settled(pilot)
        assert "Stopped; nothing was written." in shown(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, NotesScreen)


async def test_the_notes_that_are_listed_are_written_to_a_file(ferry: Library, colleague: Path) -> None:
    path = colleague.with_name("some.csv")
    async with reading(ferry) as pilot:
        await press(pilot, "A", "slash", *"same", "enter", "E")
        assert "Write 1 note (“same”) to a new file" in shown(pilot)
        pilot.app.screen.query_one("#sending-path").value = str(path)  # type: ignore[attr-defined]
        await press(pilot, "enter")
        assert ["1 notes written" in message for message in said(pilot)] == [True]
        assert "same" in path.read_text("utf-8")
