"""Where coders disagree, by keys: listed, opened side by side, settled by a person, taken back."""

from __future__ import annotations

import pytest

from briefings.article import Span, paragraphs
from briefings.library import Library
from briefings.note_filter import NoteFilter
from briefings.notes.note import new_note
from tests.ferry import COURIER, GAZETTE
from tests.reading import press, reading, said, shown
from tui.screens.disagreements import DisagreementsScreen
from tui.screens.notes import NotesScreen
from tui.screens.settle import SettleScreen

FIRST, SECOND = paragraphs(COURIER.text)[:2]


@pytest.fixture
def coded(ferry: Library) -> Library:
    """Two coders who agree on one sentence and not on two."""
    ferry.add_notes(
        [
            new_note(COURIER, FIRST, "she left", ("Judgment",), "ana"),
            new_note(COURIER, FIRST, "", ("Problem",), "ben"),
            new_note(COURIER, SECOND, "", ("Problem",), "ana"),
            new_note(COURIER, SECOND, "", ("Problem",), "ben"),
            new_note(GAZETTE, Span(0, 30), "", ("Cause",), "ana"),
        ],
        "notes",
    )
    return ferry


async def test_disagreements_are_listed(coded: Library) -> None:
    async with reading(coded) as pilot:
        await press(pilot, "A", "D")
        assert isinstance(pilot.app.screen, DisagreementsScreen)
        assert "Disagreements · 2 of ana, ben, 2 not settled" in shown(pilot)
        assert "j Judgment · Island Courier ¶1 · given by ana · not by ben" in shown(pilot)
        assert "p Problem · Island Courier ¶1 · given by ben · not by ana" in shown(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, NotesScreen)


async def test_both_codings_stand_beside_the_words(coded: Library) -> None:
    async with reading(coded) as pilot:
        await press(pilot, "A", "D", "enter")
        assert isinstance(pilot.app.screen, SettleScreen)
        screen = shown(pilot)
        assert "Ada Quill, the transport minister, walked out" in screen
        assert "A ana · gave it" in screen
        assert "B ben · did not" in screen
        assert "she left" in screen


async def test_what_holds_is_kept_as_a_note_that_settles_and_is_taken_back(
    coded: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RASHOMON_AUTHOR", "cleo")
    async with reading(coded) as pilot:
        await press(pilot, "A", "D", "enter", *"judg", "enter", "tab", *"her leaving is told", "enter")
        assert said(pilot) == ["Settled; the coders' own notes stay as they are."]
        (settling,) = coded.notes_page(NoteFilter(adjudicates=True))
        assert (settling.codes, settling.comment, settling.author) == (("Judgment",), "her leaving is told", "cleo")
        assert (settling.span, len(settling.adjudicates)) == (FIRST, 2)
        assert coded.count_notes() == 6
        assert "✓ settled: given" in shown(pilot)
        assert "✓ settled: not given" in shown(pilot)
        await press(pilot, "enter")
        assert "Settled before: Judgment by cleo." in shown(pilot)
        await press(pilot, "escape", "o")
        assert "0 not settled · only those not settled" in shown(pilot)
        await press(pilot, "escape", "u")
        assert coded.count_notes() == 5


async def test_leaving_settles_nothing(coded: Library) -> None:
    async with reading(coded) as pilot:
        await press(pilot, "A", "D", "enter", *"judg", "escape")
        assert isinstance(pilot.app.screen, DisagreementsScreen)
        assert coded.count_notes() == 5


async def test_one_coder_alone_disagrees_with_nobody(ferry: Library) -> None:
    ferry.add_note(new_note(COURIER, FIRST, "", ("Problem",), "ana"))
    async with reading(ferry) as pilot:
        await press(pilot, "A", "D")
        assert isinstance(pilot.app.screen, NotesScreen)
        assert "two coders or more" in said(pilot)[0]


async def test_long_codings_are_scrolled_by_keys(coded: Library) -> None:
    long = "\n".join(f"line {number}" for number in range(30))
    coded.add_note(new_note(COURIER, FIRST, long, ("Judgment",), "ana"))
    async with reading(coded, (80, 24)) as pilot:
        await press(pilot, "A", "D", "enter")
        assert "line 29" not in shown(pilot)
        await press(pilot, "shift+tab", "end")
        assert "line 29" in shown(pilot)
        assert "Which codes hold" in shown(pilot)
