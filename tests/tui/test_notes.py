"""Notes by keys, in the reader: made, shown, changed, taken out, and on the disk when the app says so."""

from __future__ import annotations

import pytest
from textual.events import Key
from textual.pilot import Pilot

from briefings.article import Span
from briefings.library import Library
from briefings.notes.note import Note, new_note
from tests.ferry import COURIER
from tests.reading import desk, lit, notes, press, reading, said, settled, shown, until
from tui.app import RashomonApp
from tui.screens.note import NoteScreen

FIRST = "Ada Quill, the transport minister, walked out of a meeting with the ferry owners in Port Ellen on Tuesday."


async def at_article(pilot: Pilot[None]) -> None:
    desk(pilot).open(f"article:{COURIER.id}")
    await settled(pilot)


def kept(library: Library) -> list[Note]:
    """The notes as another window finds them."""
    with Library.open(library.folder) as other:
        return other.notes(COURIER.id)


async def test_a_sentence_is_noted_with_comment_and_codes(ferry: Library) -> None:
    async with reading(ferry) as pilot:
        await at_article(pilot)
        await press(pilot, "a")
        assert FIRST[:30] in shown(pilot)
        assert "Note · Island Courier ¶1" in shown(pilot)
        await press(pilot, *"who left?", "tab", *"tone, actor,tone", "enter")
        (note,) = kept(ferry)
        assert (note.selector.exact, note.comment, note.codes, note.author) == (
            FIRST,
            "who left?",
            ("tone", "actor"),
            "Tester",
        )
        assert lit(pilot, "note") == [FIRST]
        assert [row.strip("▌ ") for row in notes(pilot)] == ["TA ¶1 tone, actor", f"“{FIRST[:24]}…", "who left?"]


async def test_a_selection_is_noted_and_left(ferry: Library) -> None:
    async with reading(ferry) as pilot:
        await at_article(pilot)
        await press(pilot, *"vwww", "a", "ctrl+s")
        (note,) = kept(ferry)
        assert note.selector.exact == "Ada Quill, the"
        assert lit(pilot, "note") == ["Ada Quill, the"]
        assert desk(pilot).text.selection is None


async def test_a_note_is_on_the_disk_when_the_app_says_so(ferry: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    at_that_moment = []

    def notify(app: RashomonApp, message: str, **_: object) -> None:
        at_that_moment.append((message, len(kept(ferry))))

    async with reading(ferry) as pilot:
        await at_article(pilot)
        monkeypatch.setattr(RashomonApp, "notify", notify)
        await press(pilot, "a", *"first", "enter", "j", "a", *"second", "enter")
    assert at_that_moment == [("Note saved.", 1), ("Note saved.", 2)]


async def test_keys_typed_before_the_dialog_is_there_are_not_lost(ferry: Library) -> None:
    async with reading(ferry) as pilot:
        await press(pilot, "n", "enter")
        for key in ("a", *"fast", "enter"):
            pilot.app.post_message(Key(key, key if len(key) == 1 else None))
        await until(pilot, lambda: bool(ferry.notes()))
        assert [note.comment for note in ferry.notes()] == ["fast"]


async def test_escape_keeps_nothing(ferry: Library) -> None:
    async with reading(ferry) as pilot:
        await at_article(pilot)
        await press(pilot, "a", *"not this", "escape")
        assert kept(ferry) == []
        assert said(pilot) == []
        assert not isinstance(pilot.app.screen, NoteScreen)


async def test_where_nothing_is_open_there_is_a_warning(empty: Library) -> None:
    async with reading(empty) as pilot:
        await press(pilot, "a")
        assert ["open one first" in message for message in said(pilot)] == [True]
        assert not isinstance(pilot.app.screen, NoteScreen)


@pytest.fixture
def noted(ferry: Library) -> Library:
    """The library with two notes on one article."""
    ferry.add_note(new_note(COURIER, Span(0, 9), "who", ("actor",)))
    start = COURIER.text.index("A grocer")
    ferry.add_note(new_note(COURIER, Span(start, start + 8), "two\nlines"))
    return ferry


async def test_a_note_is_edited_from_its_pane(noted: Library) -> None:
    async with reading(noted) as pilot:
        await at_article(pilot)
        await press(pilot, "tab")
        assert pilot.app.focused is desk(pilot).query_one("#notes")
        await press(pilot, "e")
        assert "Ada Quill" in shown(pilot)
        await press(pilot, *" again", "tab", *", tone", "enter")
        assert (kept(noted)[0].comment, kept(noted)[0].codes) == ("who again", ("actor", "tone"))
        assert any("who again" in row for row in notes(pilot))


async def test_a_note_of_several_lines_keeps_them(noted: Library) -> None:
    async with reading(noted) as pilot:
        await at_article(pilot)
        await press(pilot, "tab", "j", "e", "tab", *"code", "enter")
        assert (kept(noted)[1].comment, kept(noted)[1].codes) == ("two\nlines", ("code",))


async def test_a_note_is_taken_out_and_enter_goes_to_its_words(noted: Library) -> None:
    async with reading(noted) as pilot:
        await at_article(pilot)
        await press(pilot, "tab", "j", "enter")
        assert desk(pilot).text.cursor_span.of(COURIER.text).startswith("A grocer")
        await press(pilot, "d")
        assert said(pilot) == ["Note taken out; its history is kept."]
        assert [note.comment for note in kept(noted)] == ["who"]
        assert lit(pilot, "note") == ["Ada Quill"]
        await press(pilot, "d", "d")
        assert kept(noted) == []


async def test_notes_made_quickly_are_all_kept(ferry: Library) -> None:
    async with reading(ferry) as pilot:
        await at_article(pilot)
        for _ in range(4):
            await pilot.press("a", "enter", "j")
        await settled(pilot)
        assert len(kept(ferry)) == 4


async def test_a_note_that_another_window_took_out_is_told(noted: Library) -> None:
    async with reading(noted) as pilot:
        await at_article(pilot)
        await press(pilot, "tab")
        with Library.open(noted.folder) as other:
            other.delete_note(other.notes(COURIER.id)[0].id)
        await pilot.press("d")
        await settled(pilot)
        assert "no note has the id" in said(pilot)[0]
