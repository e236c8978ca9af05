"""Words in the columns of a comparison: selected, noted, copied, looked for, jumped to by letters."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from briefings.library import Library
from tests.ferry import GAZETTE
from tests.reading import press, reading, said, shown
from tui.screens.comparison import ComparisonScreen
from tui.screens.note import NoteScreen
from tui.widgets.rows import SELECTION_BAR


def comparison(pilot: Pilot[None]) -> ComparisonScreen:
    screen = pilot.app.screen
    assert isinstance(screen, ComparisonScreen), shown(pilot)
    return screen


def selected(pilot: Pilot[None]) -> str:
    """The words that are drawn in reverse beside the selection's bar."""
    rows = [strip for strip in pilot.app.screen._compositor.render_strips() if SELECTION_BAR in strip.text]
    return " ".join(
        segment.text for strip in rows for segment in strip if segment.style and segment.style.reverse
    ).strip()


async def test_words_are_selected_and_noted(ferry: Library) -> None:
    async with reading(ferry, (160, 40)) as pilot:
        await press(pilot, "c", "v", "w", "w")
        first_three = " ".join(GAZETTE.text.split()[:3])
        assert selected(pilot) == first_three
        await press(pilot, "b")
        assert selected(pilot) == " ".join(GAZETTE.text.split()[:2])
        await press(pilot, "w", "a")
        assert isinstance(pilot.app.screen, NoteScreen)
        assert first_three in shown(pilot)
        await press(pilot, *"mine", "enter")
        (note,) = ferry.notes(GAZETTE.id)
        assert note.selector.exact == first_three


async def test_a_selection_goes_by_sentence_paragraph_and_page_and_has_two_ends(ferry: Library) -> None:
    async with reading(ferry, (160, 40)) as pilot:
        await press(pilot, "c", "j", "v")
        pane = comparison(pilot).columns
        begun = pane.selection
        assert begun is not None
        await press(pilot, "j")
        assert pane.selection == pane._columns.cursors[0].sentences[1]
        await press(pilot, "right_curly_bracket")
        assert pane.selection is not None
        assert pane.selection.end in [paragraph.end for paragraph in GAZETTE.paragraphs]
        await press(pilot, "G")
        assert pane.selection.end == len(GAZETTE.text)
        await press(pilot, "o", "g")
        assert pane.selection.start == 0
        await press(pilot, "escape")
        assert pane.selection is None
        assert SELECTION_BAR not in shown(pilot)
        assert pane.cursor_span.start == 0


async def test_a_selection_stays_when_the_layout_changes_and_goes_with_the_column(ferry: Library) -> None:
    async with reading(ferry, (160, 40)) as pilot:
        await press(pilot, "c", "v", "w")
        was = selected(pilot)
        await press(pilot, "m")
        assert selected(pilot) == was
        await press(pilot, "m", "l")
        assert selected(pilot) == ""


@pytest.mark.parametrize("keys", [(), ("v", "w", "w"), ("full_stop",)])
async def test_words_are_copied_with_their_citation(
    ferry: Library, keys: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    copied = list[str]()
    async with reading(ferry, (160, 40)) as pilot:
        monkeypatch.setattr(pilot.app, "copy_to_clipboard", copied.append)
        await press(pilot, "c", *keys, "y")
        words = pilot.app.screen._place[1].of(GAZETTE.text)  # type: ignore[attr-defined]
        assert copied[0].startswith(f"“{words}”\n— Harbour Gazette")
        assert "Copied with its citation" in " ".join(said(pilot))


async def test_words_are_found_in_every_column(ferry: Library) -> None:
    async with reading(ferry, (160, 40)) as pilot:
        await press(pilot, "c", "f", *"the")
        found = comparison(pilot).columns.found
        assert len(found[0]) > 1
        everywhere = sum(len(spans) for spans in found.values())
        assert f"1 of {len(found[0])} here · {everywhere} in all" in shown(pilot)
        lit = [
            segment.text.casefold()
            for strip in pilot.app.screen._compositor.render_strips()
            for segment in strip
            if segment.text.casefold() == "the" and segment.style and segment.style.reverse
        ]
        assert len(lit) > 1
        await press(pilot, "enter", "n")
        assert f"2 of {len(found[0])} here" in shown(pilot)
        await press(pilot, "p", "p")
        assert f"{len(found[0])} of {len(found[0])} here" in shown(pilot)
        await press(pilot, "escape")
        assert not comparison(pilot).finding.is_open
        assert comparison(pilot).columns.found == {}


async def test_words_that_are_nowhere_are_said_to_be_not_found(ferry: Library) -> None:
    async with reading(ferry, (160, 40)) as pilot:
        await press(pilot, "c", "j", "j")
        cursor = comparison(pilot).columns.cursor_span
        await press(pilot, "f", *"zeppelin")
        assert "not found in the stored texts" in shown(pilot)
        await press(pilot, "escape")
        assert comparison(pilot).columns.cursor_span == cursor
        await press(pilot, "n")
        assert "Nothing is looked for" in " ".join(said(pilot))


async def test_finding_ends_where_a_table_is_shown(ferry: Library) -> None:
    async with reading(ferry, (160, 40)) as pilot:
        await press(pilot, "c", "f", *"the", "enter", "2")
        assert not comparison(pilot).finding.is_open
        assert pilot.app.focused is comparison(pilot).table


async def test_a_letter_leads_to_a_paragraph_of_any_column(ferry: Library) -> None:
    async with reading(ferry, (160, 40)) as pilot:
        await press(pilot, "c", "ctrl+o")
        assert "(a)" in shown(pilot)
        screen = comparison(pilot)
        number = next(n for n, (column, _) in enumerate(screen.columns._jumps) if column == 1)
        await press(pilot, "abcdefghijklmnopqrstuvwxyz"[number])
        assert screen.columns.active == 1
        assert screen.columns.cursor_span.start == 0
        assert "(a)" not in shown(pilot)
        await press(pilot, "ctrl+o", "escape")
        assert "(a)" not in shown(pilot)
        assert pilot.app.focused is screen.columns
