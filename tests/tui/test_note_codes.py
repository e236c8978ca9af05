"""The note dialog's codes by keys, comments of several lines, overlapping notes, notes on briefings, taking back."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import TextArea

from briefings.article import Span
from briefings.library import Library
from briefings.notes.note import Note, Target, new_note
from tests.ferry import BRIEFING, COURIER, write_briefing
from tests.reading import at_cursor, desk, lit, notes, press, reading, said, settled, shown, until
from tui.screens.note import NoteScreen
from tui.screens.note_places import NotePlacesScreen
from tui.widgets.code_field import CodeField, CodeInput

BOOK = """# Codebook

## Weather (w) #0072b2

What the sky did.

## Crew (c): those on board

## Fares
"""
ON_COURIER, ON_BRIEFING = Target("article", COURIER.id), Target("briefing", "ferry-talks")


@pytest.fixture
def coded(ferry: Library) -> Library:
    """The library with a codebook of its own."""
    ferry.codebook_file.begin(BOOK)
    return ferry


async def at_article(pilot: Pilot[None]) -> None:
    desk(pilot).open(f"article:{COURIER.id}")
    await settled(pilot)


def kept(library: Library, target: Target = ON_COURIER) -> list[Note]:
    """The notes as another window finds them."""
    with Library.open(library.folder) as other:
        return other.notes_on(target)


def given(pilot: Pilot[None]) -> tuple[str, ...]:
    return pilot.app.screen.query_one(CodeField).coding.chosen


async def test_digits_give_codes_in_the_code_field(coded: Library) -> None:
    async with reading(coded) as pilot:
        await at_article(pilot)
        await press(pilot, "a", "tab", "1", "3")
        assert given(pilot) == ("Weather", "Fares")
        assert "■ w Weather" in shown(pilot)
        await press(pilot, "1", "enter")
        assert [note.codes for note in kept(coded)] == [("Fares",)]


async def test_digits_in_a_comment_are_digits(coded: Library) -> None:
    async with reading(coded) as pilot:
        await at_article(pilot)
        await press(pilot, "a", *"12 ", "enter")
        assert [(note.comment, note.codes) for note in kept(coded)] == [("12", ())]


async def test_a_code_is_completed_and_seen_before_it_is_kept(coded: Library) -> None:
    async with reading(coded) as pilot:
        await at_article(pilot)
        await press(pilot, "a", "tab", *"wea")
        assert "What the sky did." in shown(pilot)
        assert "those on board" not in shown(pilot)
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, NoteScreen)
        assert given(pilot) == ("Weather",)
        await press(pilot, "ctrl+s")
        assert [note.codes for note in kept(coded)] == [("Weather",)]


async def test_arrows_choose_and_backspace_takes_away(coded: Library) -> None:
    async with reading(coded) as pilot:
        await at_article(pilot)
        await press(pilot, "a", "tab", "down", "down", "enter", "1")
        assert given(pilot) == ("Crew", "Weather")
        await press(pilot, "backspace", "enter")
        assert [note.codes for note in kept(coded)] == [("Crew",)]


async def test_a_code_that_is_not_in_the_book_is_told(coded: Library) -> None:
    async with reading(coded) as pilot:
        await at_article(pilot)
        await press(pilot, "a", "tab", *"tone")
        assert "tone: not in the codebook" in shown(pilot)
        await press(pilot, "enter")
        assert [note.codes for note in kept(coded)] == [("tone",)]


async def test_a_comment_of_several_lines(coded: Library) -> None:
    async with reading(coded) as pilot:
        await at_article(pilot)
        await press(pilot, "a", *"one", "ctrl+j", *"- two", "enter")
        assert [note.comment for note in kept(coded)] == ["one\n- two"]
        assert [row.strip("▌ ") for row in notes(pilot)][2:] == ["one", "- two"]


async def test_an_escape_sequence_pasted_into_a_comment_is_harmless(coded: Library) -> None:
    async with reading(coded) as pilot:
        await at_article(pilot)
        await press(pilot, "a")
        from textual.events import Paste

        pilot.app.post_message(Paste("a\x1b[31mb\nc"))
        await settled(pilot)
        assert "\x1b" not in pilot.app.screen.query_one(TextArea).text


async def test_the_codebook_is_read_again_while_the_dialog_is_open(coded: Library) -> None:
    path = Path(coded.codebook_file.path)
    async with reading(coded) as pilot:
        await at_article(pilot)
        await press(pilot, "a", "tab")
        path.write_text(BOOK + "\n## Timetable (t)\n", "utf-8")
        await until(pilot, lambda: "t Timetable" in shown(pilot))
        path.write_text(BOOK + "\n## Weather\n", "utf-8")
        await until(pilot, lambda: "codebook.md:" in "".join(shown(pilot).split()))
        assert "Timetable" in shown(pilot)
        assert pilot.app.focused is pilot.app.screen.query_one(CodeInput)


async def test_words_are_marked_with_colour_and_letter_of_their_code(coded: Library) -> None:
    async with reading(coded) as pilot:
        await at_article(pilot)
        await press(pilot, "a", "tab", "1", "enter", "j", "a", "enter")
        layers = [layer for layer in desk(pilot).reading.layers if layer.name == "note"]
        assert [(layer.mark, layer.colour) for layer in layers] == [("w", "#0072b2"), ("✎", "")]
        assert "1w" in shown(pilot)
        assert notes(pilot)[0].strip("▌ ") == "w ¶1 Weather"


async def test_notes_may_overlap(coded: Library) -> None:
    async with reading(coded) as pilot:
        await at_article(pilot)
        await press(pilot, "a", "enter", *"vwww", "a", "enter")
        assert [note.selector.exact for note in kept(coded)] == ["Ada Quill, the", COURIER.text.split("\n\n")[0]]
        assert lit(pilot, "note") == ["Ada Quill, the", COURIER.text.split("\n\n")[0]]
        assert "2 here of 2" in shown(pilot)


async def test_a_briefing_is_noted(coded: Library) -> None:
    async with reading(coded) as pilot:
        await press(pilot, "j", "a")
        assert "Note · ferry-talks" in shown(pilot)
        await press(pilot, *"how many", "enter")
        (note,) = kept(coded, ON_BRIEFING)
        assert note.selector.exact.startswith("Two of the reports")
        assert lit(pilot, "note") == [note.selector.exact]


async def test_below_a_table_a_briefing_is_noted_where_its_words_stand(coded: Library) -> None:
    async with reading(coded) as pilot:
        await press(pilot, "G", "a", "enter")
        (note,) = kept(coded, ON_BRIEFING)
        assert note.selector.exact == "Nobody wrote of seagulls on strike."
        assert lit(pilot, "note") == ["Nobody wrote of seagulls on strike."]
        assert note.span is not None
        assert note.span.of(coded.target_text(ON_BRIEFING)) == note.selector.exact


async def test_words_of_a_table_are_not_noted(coded: Library) -> None:
    async with reading(coded) as pilot:
        pane = desk(pilot).text
        start = pane.text.index("Island Courier")
        pane.go_to_span(Span(start, start + 6))
        await press(pilot, "a", "enter")
        assert "words of the briefing" in said(pilot)[0]
        assert kept(coded, ON_BRIEFING) == []


async def test_the_last_change_is_taken_back_and_done_again_across_restarts(coded: Library) -> None:
    async with reading(coded) as pilot:
        await at_article(pilot)
        await press(pilot, "a", *"first", "enter", "u")
        assert said(pilot)[-1].startswith("Taken back: add a note: “Ada Quill")
        assert notes(pilot) == []
        await press(pilot, "ctrl+r", "tab", "d")
        assert kept(coded) == []
    async with reading(coded) as pilot:
        await at_article(pilot)
        await press(pilot, "u")
        assert said(pilot)[0].startswith("Taken back: delete a note")
        assert [note.comment for note in kept(coded)] == ["first"]
        assert any("first" in row for row in notes(pilot))
        await press(pilot, "u", "u")
        assert said(pilot)[-1] == "There is nothing to take back."
        await press(pilot, "ctrl+r")
        assert said(pilot)[0].startswith("Done again: add a note")


async def test_a_note_on_a_briefing_is_taken_back(coded: Library) -> None:
    async with reading(coded) as pilot:
        await press(pilot, "j", "a", "enter", "u")
        assert kept(coded, ON_BRIEFING) == []
        assert lit(pilot, "note") == []


async def test_the_pane_follows_the_cursor(coded: Library) -> None:
    for words in ("Ada Quill", "A grocer", "No sailing"):
        start = COURIER.text.index(words)
        coded.add_note(new_note(COURIER, Span(start, start + len(words)), words.upper()))
    async with reading(coded) as pilot:
        await at_article(pilot)
        pane = desk(pilot).query_one("#notes")
        assert pane.border_title == "Notes · 1 here of 3"
        await press(pilot, "j")
        assert [row for row in notes(pilot) if row.startswith("▌")][-1].endswith("A GROCER")
        await press(pilot, "j")
        assert pane.border_title == "Notes · 3"
        await press(pilot, "tab", "j", "enter")
        assert at_cursor(pilot).startswith("No sailing")


async def test_enter_on_noted_words_goes_to_their_note(coded: Library) -> None:
    for words in ("Ada Quill", "A grocer"):
        start = COURIER.text.index(words)
        coded.add_note(new_note(COURIER, Span(start, start + len(words)), words.upper()))
    async with reading(coded) as pilot:
        await at_article(pilot)
        await press(pilot, "j", "enter", "e")
        assert "A GROCER" in shown(pilot)
        await press(pilot, "escape")
        desk(pilot).text.focus()
        await press(pilot, "j", "enter")
        assert not desk(pilot).is_at_notes


# Notes that lost their place


@pytest.fixture
def orphaned(coded: Library) -> Library:
    """A note on words of the briefing that were written anew."""
    target, words = ON_BRIEFING, "only one tells of the walk-out"
    text = coded.target_text(target)
    start = text.index(words)
    from briefings.notes.note import note_on

    coded.add_note(note_on(target, text, Span(start, start + len(words)), "which?"))
    changed = BRIEFING.replace("only one tells of", "not even two speak about")
    write_briefing(coded, "ferry-talks", changed.replace("Two of the reports count", "Reports name"))
    return coded


async def test_a_lost_note_is_shown_so_and_placed_by_a_person(orphaned: Library) -> None:
    async with reading(orphaned) as pilot:
        assert notes(pilot)[0].strip("▌ ") == "✎ lost its place"
        assert lit(pilot, "note") == []
        await press(pilot, "tab", "enter")
        assert isinstance(pilot.app.screen, NotePlacesScreen)
        assert "⟦only one tells of the walk-out⟧" in " ".join(shown(pilot).split())
        assert "% alike" in shown(pilot)
        await press(pilot, "escape")
        assert kept(orphaned, ON_BRIEFING)[0].span is None
        await press(pilot, "enter", "enter")
        assert said(pilot) == ["The note has its place again."]
        assert "walk-out" in kept(orphaned, ON_BRIEFING)[0].selector.exact
        assert len(lit(pilot, "note")) == 1
        await press(pilot, "u")
        assert kept(orphaned, ON_BRIEFING)[0].span is None


async def test_a_lost_note_takes_the_words_that_are_selected(orphaned: Library) -> None:
    async with reading(orphaned) as pilot:
        await press(pilot, "G", "v", "w", "tab", "enter")
        assert "the words you selected" in shown(pilot)
        await press(pilot, "enter")
        assert [note.selector.exact for note in kept(orphaned, ON_BRIEFING)] == ["Nobody wrote"]
