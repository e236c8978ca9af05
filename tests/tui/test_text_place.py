"""A text that changes while it is read: cursor, selection and what is on screen stay with their words."""

from __future__ import annotations

from textual.app import App, ComposeResult

from briefings.article import Span
from tui.layers import Layer
from tui.widgets.text_pane import TextPane

COUNT = 40
INSERTED = "\n\n".join(f"Row {number} of a table." for number in range(9)) + "\n\n"


def text_of(inserted: str = "") -> tuple[str, list[Span]]:
    """Forty paragraphs of a sentence each, something inserted behind the fifth."""
    spans, text = [], ""
    for number in range(COUNT):
        text += "\n\n" if text else ""
        text += inserted if number == 5 else ""
        said = f"Keeper {number} lit lamp {number * 7}."
        spans.append(Span(len(text), len(text) + len(said)))
        text += said
    return text, spans


BEFORE, SENTENCES = text_of()
AFTER, MOVED_SENTENCES = text_of(INSERTED)


def moved(offset: int) -> int:
    return offset + len(INSERTED) if offset >= SENTENCES[5].start else offset


class PlaceApp(App[None]):
    """One pane."""

    def compose(self) -> ComposeResult:
        pane = TextPane()
        pane.show(BEFORE, sentences=SENTENCES, heading=["Lamps"])
        yield pane


def rows(pane: TextPane) -> list[str]:
    return [pane.render_line(y).text.strip() for y in range(pane.size.height)]


def change(pane: TextPane) -> None:
    pane.change(AFTER, moved, sentences=MOVED_SENTENCES, heading=["Lamps"])


async def test_the_cursor_stays_on_its_words_and_they_on_their_row() -> None:
    app = PlaceApp()
    async with app.run_test(size=(60, 12)) as pilot:
        pane = app.query_one(TextPane)
        pane.focus()
        await pilot.press(*"j" * 20)
        before = rows(pane)
        change(pane)
        await pilot.pause()
        assert pane.cursor_span.of(AFTER) == SENTENCES[20].of(BEFORE)
        here = next(y for y, row in enumerate(before) if "▌" in row)
        assert "Keeper 20" in rows(pane)[here]
        assert "▌" in rows(pane)[here]


async def test_what_was_scrolled_to_stays_on_screen_though_the_cursor_is_elsewhere() -> None:
    app = PlaceApp()
    async with app.run_test(size=(60, 12)) as pilot:
        pane = app.query_one(TextPane)
        pane.scroll_to(y=41, animate=False, force=True)
        await pilot.pause()
        words = [row.split(" ", 1)[1] for row in rows(pane) if row]
        change(pane)
        await pilot.pause()
        assert [row.split(" ", 1)[1] for row in rows(pane) if row] == words
        assert pane.cursor_span == MOVED_SENTENCES[0]


async def test_a_selection_stays_with_its_words_and_is_left_where_they_are_others() -> None:
    app = PlaceApp()
    async with app.run_test(size=(60, 12)) as pilot:
        pane = app.query_one(TextPane)
        pane.focus()
        await pilot.press(*"j" * 8, "v", "w", "w")
        change(pane)
        assert pane.selection
        assert pane.selection.of(AFTER) == "Keeper 8 lit"
        await pilot.press("w")
        assert pane.selection.of(AFTER) == "Keeper 8 lit lamp"
        pane.change("Nothing of it is left.", lambda offset: min(offset, 21))
        assert pane.selection is None


async def test_words_found_are_lit_over_other_layers_until_another_text_is_shown() -> None:
    app = PlaceApp()
    async with app.run_test(size=(60, 12)):
        pane = app.query_one(TextPane)
        pane.set_layers([Layer("quote", [SENTENCES[0]], 30)])
        pane.light([Span(0, 6)])
        names = [layer.name for layer in sorted(pane.drawn_layers(), key=lambda layer: layer.priority)]
        assert names == ["cursor", "quote", "found"]
        pane.show(AFTER)
        assert pane.found == ()
