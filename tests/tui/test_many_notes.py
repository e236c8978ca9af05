"""Many notes on one text: rows made as needed, looked up by place, the first shown before the others are read."""

from __future__ import annotations

from random import Random

import pytest
from textual.app import App

from briefings.article import Span
from briefings.library import Library
from briefings.notes.note import Note, Target, new_note
from tests.ferry import COURIER
from tests.reading import desk, lit, notes, press, reading, said, settled, shown
from tui import noting
from tui.lazy_rows import LazyRows
from tui.noting import first_notes, note_rows
from tui.placed_notes import PlacedNotes
from tui.reading import read_article
from tui.widgets import desk_notes
from tui.widgets.lines_list import LinesList, Row

ON_COURIER = Target("article", COURIER.id)


def some_notes(many: int) -> list[Note]:
    """Notes on spans of all lengths, overlapping each other."""
    chance = Random(5)
    starts = (chance.randrange(len(COURIER.text) - 60) for _ in range(many))
    spans = (Span(start, start + chance.randint(1, 60)) for start in starts)
    return [new_note(COURIER, span, f"number {n}" + "\nsecond line" * (n % 3)) for n, span in enumerate(spans)]


def test_rows_are_made_when_they_are_looked_at() -> None:
    made = []

    def make(entry: int) -> list[Row]:
        made.append(entry)
        return [Row(f"{entry}.{row}", key=str(entry)) for row in range(entry % 3 + 1)]

    rows = LazyRows([str(n) for n in range(1000)], (n % 3 + 1 for n in range(1000)), make)
    assert len(rows) == sum(n % 3 + 1 for n in range(1000))
    assert [rows[n].text for n in (0, 1, 2, 3)] == ["0.0", "1.0", "1.1", "2.0"]
    assert rows[-1].text == "999.0"
    assert [row.text for row in rows[1:4]] == ["1.0", "1.1", "2.0"]
    assert set(made) == {0, 1, 2, 999}
    assert [rows[n].key for n in rows.rows_of("5")] == ["5"] * 3
    assert list(rows.rows_of("none")) == []
    with pytest.raises(IndexError):
        rows[len(rows)]


def test_notes_are_found_by_place_as_if_all_were_looked_at(ferry: Library) -> None:
    found = some_notes(300)
    ferry.add_notes(found, "notes")
    text, ordered = read_article(ferry, COURIER.id), ferry.notes(COURIER.id)
    placed = PlacedNotes(text, ordered)
    for sentence in text.sentences:
        expected = {note.id for note in ordered if note.span and note.span.overlaps(sentence)}
        assert {note.id for note in placed.on(sentence)} == expected


def test_every_row_of_a_note_has_its_key(ferry: Library) -> None:
    found = some_notes(9)
    rows = note_rows(COURIER, found)
    assert [row.key for row in rows] == [note.id for note in found for _ in range(2 + len(note.comment.splitlines()))]


async def test_a_long_list_is_gone_through_without_making_its_rows() -> None:
    made = set()

    def make(entry: int) -> list[Row]:
        made.add(entry)
        return [Row("", key=str(entry))]

    rows = LinesList()
    lazy = LazyRows([str(n) for n in range(100_000)], [1] * 100_000, make)
    async with App[None]().run_test(size=(40, 20)) as pilot:
        await pilot.app.mount(rows)
        rows.show(lazy)
        rows.go_to("77777")
        rows.show(lazy)
        await pilot.pause()
        assert rows.cursor_key == "77777"
        assert len(made) < 100


@pytest.fixture
def few_at_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three notes are read with a text."""
    monkeypatch.setattr(noting, "AT_FIRST", 3)
    monkeypatch.setattr(desk_notes, "AT_FIRST", 3)


def test_the_first_notes_are_those_of_the_beginning(ferry: Library, few_at_first: None) -> None:
    ferry.add_notes(some_notes(8), "notes")
    assert list(first_notes(ferry, ON_COURIER)) == ferry.notes(COURIER.id)[:3]


async def test_all_notes_follow_the_first_and_are_marked_and_changed(ferry: Library, few_at_first: None) -> None:
    ferry.add_notes(some_notes(8), "notes")
    async with reading(ferry) as pilot:
        desk(pilot).open(f"article:{COURIER.id}")
        await settled(pilot)
        assert "of 8" in shown(pilot)
        assert len(lit(pilot, "note")) == len({note.span for note in ferry.notes(COURIER.id)})
        await press(pilot, "tab", "G", "d")
        assert said(pilot) == ["Note taken out; its history is kept."]
        assert ferry.count_notes() == 7
        assert "of 7" in shown(pilot)
        assert notes(pilot)


def test_a_comment_is_wrapped_to_the_room_there_is(ferry: Library) -> None:
    note = new_note(COURIER, Span(0, 3), "a comment of rather many words\n\n- and a list")
    assert [row.text for row in note_rows(COURIER, [note], room=12)][2:] == [
        "a comment of",
        "rather many",
        "words",
        "",
        "- and a list",
    ]
    assert [row.text for row in note_rows(COURIER, [note])][2:] == note.comment.splitlines()


async def test_a_long_comment_is_read_whole_in_the_pane_at_any_width(ferry: Library) -> None:
    words = [f"word{number}" for number in range(30)]
    ferry.add_note(new_note(COURIER, Span(0, 3), " ".join(words)))
    async with reading(ferry) as pilot:
        desk(pilot).open(f"article:{COURIER.id}")
        await settled(pilot)
        assert " ".join(" ".join(row.strip("▌ ") for row in notes(pilot)[2:]).split()) == " ".join(words)
        before = len(notes(pilot))
        await press(pilot, "tab", *["greater_than_sign"] * 4)
        assert 3 < len(notes(pilot)) < before
        assert " ".join(" ".join(row.strip("▌ ") for row in notes(pilot)[2:]).split()) == " ".join(words)
