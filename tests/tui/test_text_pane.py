"""The text pane by real keys and clicks, and what it draws."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from textual.app import App, ComposeResult
from textual.message import Message

from briefings.article import Span
from tui.layers import Layer
from tui.widgets.text_pane import TextPane

WORDS = ["harbour", "delegates", "argued", "about", "tariffs", "until", "the", "lamps", "went", "out", "and", "nobody"]


def sentence(number: int) -> str:
    return f"Sentence {number} says the {' '.join(WORDS[: 3 + number % 9])}."


def text_of(count: int) -> tuple[str, list[Span]]:
    spans, text = [], ""
    for number in range(count):
        text += "" if not text else ("\n\n" if number % 3 == 0 else " ")
        spans.append(Span(len(text), len(text) + len(sentence(number))))
        text += sentence(number)
    return text, spans


TEXT, SENTENCES = text_of(60)


class PaneApp(App[None]):
    """One pane, and everything it says."""

    CSS = "Screen { layers: a; }"

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[Message] = []

    def compose(self) -> ComposeResult:
        pane = TextPane()
        pane.show(TEXT, sentences=SENTENCES, heading=["A headline [b]not bold[/b]", "Outlet · 3 May 2024"])
        yield pane

    def on_text_pane_cursor_moved(self, message: TextPane.CursorMoved) -> None:
        self.heard.append(message)

    def on_text_pane_selection_changed(self, message: TextPane.SelectionChanged) -> None:
        self.heard.append(message)

    def on_text_pane_activated(self, message: TextPane.Activated) -> None:
        self.heard.append(message)


def screen_rows(pane: TextPane) -> list[str]:
    return [pane.render_line(y).text for y in range(pane.size.height)]


def rows_with(pane: TextPane, mark: str) -> Iterator[str]:
    return (row for row in screen_rows(pane) if mark in row)


async def test_draws_heading_numbers_and_the_cursors_bar() -> None:
    app = PaneApp()
    async with app.run_test(size=(60, 20)):
        pane = app.query_one(TextPane)
        rows = screen_rows(pane)
        assert rows[0].strip() == "A headline [b]not bold[/b]"
        assert rows[3].startswith("  1 ▌Sentence 0 says")
        assert all(len(row) == pane.size.width for row in rows)
        assert any(row.startswith("  2  Sentence 3") for row in rows)


async def test_no_word_is_under_the_scrollbar() -> None:
    app = PaneApp()
    async with app.run_test(size=(60, 20)):
        pane = app.query_one(TextPane)
        pane.show("x" * 500, paragraphs_numbered=False)
        room = pane.scrollable_content_region.width
        assert room < pane.size.width
        assert len(screen_rows(pane)[0].rstrip()) == room


async def test_the_cursor_moves_by_sentence_and_tells_so() -> None:
    app = PaneApp()
    async with app.run_test(size=(60, 20)) as pilot:
        pane = app.query_one(TextPane)
        pane.focus()
        await pilot.press("j", "j", "k")
        assert pane.cursor_span == SENTENCES[1]
        assert [m.span for m in app.heard if isinstance(m, TextPane.CursorMoved)] == [
            SENTENCES[1],
            SENTENCES[2],
            SENTENCES[1],
        ]
        await pilot.press("right_curly_bracket")
        assert pane.cursor_span == SENTENCES[3]
        await pilot.press("left_curly_bracket")
        assert pane.cursor_span == SENTENCES[0]


async def test_the_cursor_is_on_screen_after_every_move_and_resize() -> None:
    app = PaneApp()
    async with app.run_test(size=(50, 12)) as pilot:
        pane = app.query_one(TextPane)
        pane.focus()
        for keys in ("j" * 30, ["space"] * 3, "kkk", ["b"], "G", "g", "j" * 12):
            await pilot.press(*keys)
            assert list(rows_with(pane, "▌")), keys
        for size in ((34, 9), (80, 24), (20, 6)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert list(rows_with(pane, "▌")), size
        await pilot.press("g")
        assert pane.scroll_offset.y == 0


async def test_selects_words_by_keyboard_and_leaves() -> None:
    app = PaneApp()
    async with app.run_test(size=(60, 20)) as pilot:
        pane = app.query_one(TextPane)
        pane.focus()
        await pilot.press("w")
        assert pane.selection is None
        await pilot.press("v", "w", "w", "o", "w")
        assert pane.selection is not None
        assert pane.selection.of(TEXT) == "0 says"
        assert "┃" in screen_rows(pane)[3]
        await pilot.press("b", "enter", "escape")
        assert pane.selection is None
        last = [m for m in app.heard if isinstance(m, TextPane.SelectionChanged)][-1]
        assert last.selection is None
        assert [m.offset for m in app.heard if isinstance(m, TextPane.Activated)] == [0]


async def test_a_click_goes_to_the_place_and_opens_it() -> None:
    app = PaneApp()
    async with app.run_test(size=(60, 20)) as pilot:
        pane = app.query_one(TextPane)
        row = next(y for y, line in enumerate(screen_rows(pane)) if "Sentence 4" in line)
        column = screen_rows(pane)[row].index("Sentence 4")
        await pilot.click(TextPane, offset=(column + 3, row))
        assert pane.cursor_span == SENTENCES[4]
        opened = [m for m in app.heard if isinstance(m, TextPane.Activated)]
        assert [(m.offset, m.exact) for m in opened] == [(SENTENCES[4].start + 3, True)]


async def test_goes_from_hit_to_hit() -> None:
    app = PaneApp()
    async with app.run_test(size=(60, 12)) as pilot:
        pane = app.query_one(TextPane)
        hits = [Span(SENTENCES[n].start + 9, SENTENCES[n].start + 11) for n in (2, 40, 41)]
        pane.set_layers([Layer("hit", hits, 5, "h")])
        for hit in hits:
            assert pane.next_in("hit") == hit
            pane.go_to_span(hit)
            await pilot.pause()
            assert list(rows_with(pane, "h▌")) or list(rows_with(pane, "h "))
        assert pane.next_in("hit") is None
        assert pane.next_in("hit", back=True) == hits[1]
        assert pane.next_in("note") is None


async def test_the_mark_gone_to_stands_out_until_the_cursor_moves() -> None:
    app = PaneApp()
    async with app.run_test(size=(60, 12)) as pilot:
        pane = app.query_one(TextPane)
        first, second = (Span(SENTENCES[1].start + at, SENTENCES[1].start + at + 2) for at in (2, 6))
        pane.set_layers([Layer("citation", [first, second], 5)])
        for mark in (first, second):
            pane.go_to_span(mark)
            await pilot.pause()
            assert reversed_words(pane) == mark.of(TEXT)
        await pilot.press("j")
        assert reversed_words(pane) == ""


def reversed_words(pane: TextPane) -> str:
    strips = [pane.render_line(y) for y in range(pane.size.height)]
    return "".join(segment.text for strip in strips for segment in strip if segment.style and segment.style.reverse)


async def test_layers_are_drawn_with_more_than_colour() -> None:
    app = PaneApp()
    async with app.run_test(size=(60, 12)):
        pane = app.query_one(TextPane)
        names = ["hit", "shared-run", "quote", "figure", "note", "citation"]
        pane.set_layers([Layer(name, [Span(3 * n, 3 * n + 2)], n) for n, name in enumerate(names)])
        looks = {}
        for segment in pane.render_line(3):
            if segment.style and segment.text != " ":
                style = segment.style
                looks[segment.text] = (style.bold, style.italic, style.underline, style.underline2, style.reverse)
        marked = {looks[TEXT[3 * n : 3 * n + 2]] for n in range(len(names))}
        assert len(marked) == len(names)
        assert looks[TEXT[19:].split("\n")[0][:0] or next(text for text in looks if len(text) > 10)] not in marked


@pytest.mark.parametrize("no_color", [False, True])
async def test_the_marks_remain_without_colour(monkeypatch: pytest.MonkeyPatch, no_color: bool) -> None:
    if no_color:
        monkeypatch.setenv("NO_COLOR", "1")
    app = PaneApp()
    async with app.run_test(size=(60, 12)):
        pane = app.query_one(TextPane)
        pane.set_layers([Layer("shared-run", [Span(0, 8)], 1, "=")])
        strips = pane.render_lines(pane.size.region)
        assert strips[3].text.startswith("  1=▌Sentence")
        underlined = [segment.text for segment in strips[3] if segment.style and segment.style.underline]
        assert underlined == ["Sentence"]


async def test_shows_another_text_from_its_top() -> None:
    app = PaneApp()
    async with app.run_test(size=(60, 12)) as pilot:
        pane = app.query_one(TextPane)
        pane.focus()
        await pilot.press("G")
        pane.show("Short [red]text[/].\n\nNext.", paragraphs_numbered=False)
        await pilot.pause()
        assert pane.scroll_offset.y == 0
        assert screen_rows(pane)[0].rstrip() == " ▌Short [red]text[/]."
        pane.show(TEXT, sentences=SENTENCES, cursor=SENTENCES[30].start)
        await pilot.pause()
        assert pane.cursor_span == SENTENCES[30]
        assert list(rows_with(pane, "Sentence 30"))
