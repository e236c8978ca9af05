"""The screens of notes at three sizes, as a reader sees them on invented reports."""

from __future__ import annotations

import pytest
from syrupy.assertion import SnapshotAssertion

from briefings.article import Span
from briefings.library import Library
from briefings.notes.note import Target, new_note, note_on
from tests.ferry import BRIEFING, COURIER, GAZETTE, HERALD, write_briefing
from tests.reading import after, reading
from tests.screens import TextSnapshot
from tests.spans import words

SIZES = [(80, 24), (120, 36), (200, 50)]
each_size = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
ON_BRIEFING = Target("briefing", "ferry-talks")


@pytest.fixture
def snapshot(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    return snapshot.use_extension(TextSnapshot)


@pytest.fixture
def coded(ferry: Library) -> Library:
    """Notes of two coders on three articles, and one on the briefing that lost its place."""
    text = ferry.target_text(ON_BRIEFING)
    start = text.index("only one tells of the walk-out")
    ferry.add_notes(
        [
            new_note(COURIER, words(COURIER, "walked out of a meeting"), "A **strong** verb", ("Judgment",), "ana"),
            new_note(COURIER, words(COURIER, "walked out of a meeting with"), "", ("Naming",), "ben"),
            new_note(GAZETTE, words(GAZETTE, "45 more deckhands"), "more than what?", ("Figure",), "ana"),
            new_note(COURIER, words(COURIER, "45 deckhands"), "", ("Figure", "Problem"), "ben"),
            new_note(HERALD, words(HERALD, "a stunt"), "", ("Judgment", "Naming"), "ana"),
            note_on(ON_BRIEFING, text, Span(start, start + 30), "which one?", (), "ana"),
        ],
        "notes",
    )
    write_briefing(ferry, "ferry-talks", BRIEFING.replace("only one tells of", "not even two speak about"))
    ferry.follow_briefings()
    return ferry


@each_size
async def test_the_note_dialog_with_codes(coded: Library, size: tuple[int, int], snapshot: SnapshotAssertion) -> None:
    async with reading(coded, size) as pilot:
        assert await after(pilot, "n", "enter", "a", *"why", "tab", "1", "5", *"na", "down") == snapshot


@each_size
async def test_an_article_with_codes(coded: Library, size: tuple[int, int], snapshot: SnapshotAssertion) -> None:
    async with reading(coded, size) as pilot:
        assert await after(pilot, "n", "n", "enter") == snapshot


@each_size
async def test_all_notes(coded: Library, size: tuple[int, int], snapshot: SnapshotAssertion) -> None:
    async with reading(coded, size) as pilot:
        assert await after(pilot, "A", "1", "l") == snapshot


@each_size
async def test_places_of_a_lost_note(coded: Library, size: tuple[int, int], snapshot: SnapshotAssertion) -> None:
    async with reading(coded, size) as pilot:
        assert await after(pilot, "tab", "enter") == snapshot


@each_size
async def test_disagreements(coded: Library, size: tuple[int, int], snapshot: SnapshotAssertion) -> None:
    async with reading(coded, size) as pilot:
        assert await after(pilot, "A", "D") == snapshot


@each_size
async def test_two_codings_side_by_side(coded: Library, size: tuple[int, int], snapshot: SnapshotAssertion) -> None:
    async with reading(coded, size) as pilot:
        assert await after(pilot, "A", "D", "j", "enter", *"judg") == snapshot


@each_size
async def test_the_codebook(coded: Library, size: tuple[int, int], snapshot: SnapshotAssertion) -> None:
    async with reading(coded, size) as pilot:
        assert await after(pilot, "K", "j") == snapshot


@each_size
async def test_agreement(coded: Library, size: tuple[int, int], snapshot: SnapshotAssertion) -> None:
    async with reading(coded, size) as pilot:
        assert await after(pilot, "A", "D", "a") == snapshot


@each_size
async def test_coders_to_choose(coded: Library, size: tuple[int, int], snapshot: SnapshotAssertion) -> None:
    async with reading(coded, size) as pilot:
        assert await after(pilot, "A", "D", "c") == snapshot


@each_size
async def test_formats_to_write(coded: Library, size: tuple[int, int], snapshot: SnapshotAssertion) -> None:
    async with reading(coded, size) as pilot:
        assert await after(pilot, "A", "E") == snapshot


@each_size
async def test_a_file_of_notes_to_come(coded: Library, size: tuple[int, int], snapshot: SnapshotAssertion) -> None:
    async with reading(coded, size) as pilot:
        assert await after(pilot, "A", "i") == snapshot
