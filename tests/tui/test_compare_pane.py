"""The compare pane by real keys and clicks at several sizes, and what it draws."""

from __future__ import annotations

import pytest
from textual import events
from textual.app import App, ComposeResult
from textual.message import Message

from briefings.article import Span
from tui.columns import Column
from tui.layers import Layer
from tui.margin import Aside
from tui.widgets.column_view import columns_that_fit, fitted, wrapped
from tui.widgets.compare_pane import ComparePane


def column(letter: str, count: int, shared: dict[int, str]) -> Column:
    text, spans = "", []
    for number in range(count):
        words = shared.get(number, f"{letter} tells number {number} of what only {letter} heard in the long hall.")
        text += "\n\n" if text else ""
        spans.append(Span(len(text), len(text) + len(words)))
        text += words
    heading = (f"Outlet {letter} ─ AP", "3 May 2024 · 99 words", f"A headline of {letter} that is [b]long[/b] enough")
    return Column(letter, heading, text, spans, [Layer("shared-run", [Span(0, 7)], 1)])


ONE, TWO = "Forty ships sailed, both report.", "Meanwhile the port stayed shut."
COLUMNS = [
    column("A", 30, {4: ONE, 25: TWO}),
    column("B", 12, {1: TWO, 9: ONE}),
    column("C", 40, {}),
    column("D", 3, {2: ONE}),
    column("E", 50, {45: ONE, 46: TWO}),
]


def spans_of(words: str) -> dict[int, Span]:
    found = {n: c.text.find(words) for n, c in enumerate(COLUMNS)}
    return {n: Span(start, start + len(words)) for n, start in found.items() if start >= 0}


LANDMARKS = [spans_of(ONE), spans_of(TWO)]


class CompareApp(App[None]):
    """One pane with five columns, and everything it says."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[Message] = []

    def compose(self) -> ComposeResult:
        pane = ComparePane()
        pane.show(COLUMNS, LANDMARKS)
        yield pane

    def on_mount(self) -> None:
        self.query_one(ComparePane).focus()

    def on_compare_pane_cursor_moved(self, message: ComparePane.CursorMoved) -> None:
        self.heard.append(message)

    def on_compare_pane_activated(self, message: ComparePane.Activated) -> None:
        self.heard.append(message)


def screen_rows(pane: ComparePane) -> list[str]:
    return [strip.text for strip in pane.render_lines(pane.size.region)]


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 50), (30, 8)])
async def test_every_row_is_as_wide_as_the_screen(size: tuple[int, int]) -> None:
    app = CompareApp()
    async with app.run_test(size=size) as pilot:
        pane = app.query_one(ComparePane)
        for keys in ("", "jjj", "llll", "]]", ["space"]):
            await pilot.press(*keys)
            strips = pane.render_lines(pane.size.region)
            assert len(strips) == size[1]
            assert {strip.cell_length for strip in strips} == {size[0]}


@pytest.mark.parametrize("size", [(80, 24), (140, 36), (200, 50)])
async def test_a_shared_point_is_on_screen_in_every_column_shown(size: tuple[int, int]) -> None:
    app = CompareApp()
    async with app.run_test(size=size) as pilot:
        pane = app.query_one(ComparePane)
        for point, opening in enumerate(("Forty ships", "Meanwhile the")):
            await pilot.press("right_square_bracket")
            assert pane.point == point
            shown = range(columns_that_fit(size[0], 5)[0])
            seen = sum(row.count(f"▏{opening}") + row.count(f"▌{opening}") for row in screen_rows(pane))
            assert seen == sum(number in LANDMARKS[point] for number in shown)


async def test_a_shared_point_is_on_one_row_where_no_column_ends() -> None:
    app = CompareApp()
    async with app.run_test(size=(160, 12)) as pilot:
        pane = app.query_one(ComparePane)
        pane.show([COLUMNS[0], COLUMNS[4]], [{0: LANDMARKS[0][0], 1: LANDMARKS[0][4]}])
        await pilot.press("right_square_bracket")
        assert sum(row.count("Forty ships") == 2 for row in screen_rows(pane)) == 1


async def test_moves_tell_column_sentence_and_point() -> None:
    app = CompareApp()
    async with app.run_test(size=(200, 50)) as pilot:
        pane = app.query_one(ComparePane)
        await pilot.press("j", "right_square_bracket", "l", "enter", "G", "g")
        told = [(m.column, m.point) for m in app.heard if isinstance(m, ComparePane.CursorMoved)]
        assert told == [(0, None), (0, 0), (1, 0), (1, None), (1, None)]
        assert pane.cursor_span == COLUMNS[1].sentences[0]
        opened = [(m.column, m.offset) for m in app.heard if isinstance(m, ComparePane.Activated)]
        assert opened == [(1, LANDMARKS[0][1].start)]


async def test_the_active_column_is_always_shown() -> None:
    app = CompareApp()
    async with app.run_test(size=(90, 24)) as pilot:
        pane = app.query_one(ComparePane)
        for _ in range(4):
            await pilot.press("l")
            assert f" {COLUMNS[pane.active].letter} Outlet" in screen_rows(pane)[0]
        assert "3-5 of 5" in screen_rows(pane)[3]
        await pilot.resize_terminal(40, 24)
        await pilot.pause()
        assert screen_rows(pane)[0].startswith(" E Outlet")
        assert " 5 of 5 " in screen_rows(pane)[3]
        await pilot.press("h", "h", "h", "h")
        assert screen_rows(pane)[0].startswith(" A Outlet")


async def test_unlocked_columns_stand_still_and_z_lines_them_up() -> None:
    app = CompareApp()
    async with app.run_test(size=(200, 24)) as pilot:
        pane = app.query_one(ComparePane)
        before = screen_rows(pane)
        await pilot.press("s", "G")
        assert not pane.locked
        width = columns_that_fit(200, 5)[1]
        assert [row[width + 1 : width * 2] for row in screen_rows(pane)] == [
            row[width + 1 : width * 2] for row in before
        ]
        assert "┆" in screen_rows(pane)[5]
        await pilot.press("z")
        assert [row[width + 1 : width * 2] for row in screen_rows(pane)] != [
            row[width + 1 : width * 2] for row in before
        ]


async def test_the_gutter_says_number_point_and_only_here() -> None:
    app = CompareApp()
    async with app.run_test(size=(200, 50)) as pilot:
        pane = app.query_one(ComparePane)
        rows = [row[:39] for row in screen_rows(pane)]
        assert rows[5].startswith("  1·▌A tells number 0")
        assert rows[6].startswith("only▌")
        assert any(row.startswith("  5▸ Forty ships") for row in rows)
        await pilot.press("right_square_bracket")
        assert any("▸▏Forty ships" in row for row in screen_rows(pane))


async def test_a_click_moves_the_cursor_and_the_wheel_scrolls_all() -> None:
    app = CompareApp()
    async with app.run_test(size=(200, 30)) as pilot:
        pane = app.query_one(ComparePane)
        width = columns_that_fit(200, 5)[1]
        row = next(y for y, line in enumerate(screen_rows(pane)) if "C tells number 2" in line)
        await pilot.click(ComparePane, offset=((width + 1) * 2 + 9, row))
        assert (pane.active, pane.cursor_span) == (2, COLUMNS[2].sentences[2])
        before = screen_rows(pane)
        for _ in range(3):
            pane.post_message(events.MouseScrollDown(pane, (width + 1) * 2 + 9, 9, 0, 0, 0, False, False, False))
        await pilot.pause()
        assert sum(a[:width] != b[:width] for a, b in zip(screen_rows(pane), before, strict=True)) > 5


async def test_nothing_in_a_text_is_markup() -> None:
    app = CompareApp()
    async with app.run_test(size=(200, 50)):
        assert "[b]long[/b]" in "".join(screen_rows(app.query_one(ComparePane)))


@pytest.mark.parametrize("no_color", [False, True])
async def test_marks_remain_without_colour(monkeypatch: pytest.MonkeyPatch, no_color: bool) -> None:
    if no_color:
        monkeypatch.setenv("NO_COLOR", "1")
    app = CompareApp()
    async with app.run_test(size=(200, 50)):
        pane = app.query_one(ComparePane)
        strips = pane.render_lines(pane.size.region)
        underlined = [segment.text for segment in strips[5] if segment.style and segment.style.underline]
        assert underlined == ["A tells", "B tells", "C tells", "D tells", "E tells"]
        reversed_ = [segment.text.strip() for segment in strips[0] if segment.style and segment.style.reverse]
        assert reversed_ == ["A Outlet A ─ AP"]


async def test_layers_are_replaced_without_moving() -> None:
    app = CompareApp()
    async with app.run_test(size=(200, 50)) as pilot:
        pane = app.query_one(ComparePane)
        await pilot.press("j", "j")
        pane.set_layers(1, [Layer("hit", [Span(0, 1)], 5, "h"), Layer("only", [])])
        row = screen_rows(pane)[5]
        assert row[40:].startswith("  1h B tells")
        assert pane.cursor_span == COLUMNS[0].sentences[2]


async def test_no_columns_is_an_empty_pane() -> None:
    app = CompareApp()
    async with app.run_test(size=(60, 10)) as pilot:
        pane = app.query_one(ComparePane)
        pane.show([], [])
        await pilot.press("j", "l", "right_square_bracket", "z", "s", "enter", "space")
        assert "".join(screen_rows(pane)).strip() == ""


def test_long_headings_are_cut_with_an_ellipsis() -> None:
    assert fitted("short", 8) == "short   "
    assert fitted("a headline that is long", 12) == "a headline… "
    assert fitted("漢字漢字漢字", 7) == "漢字漢…"
    assert [fitted("wide", width) for width in (-1, 0, 1, 2)] == ["", "", "…", "w…"]
    assert wrapped("one two three four five", 9, 2) == ["one two", "three…"]
    assert wrapped("", 9, 2) == [""]


def test_as_many_columns_as_can_be_read() -> None:
    assert columns_that_fit(200, 5) == (5, 39)
    assert columns_that_fit(124, 5) == (5, 24)
    assert columns_that_fit(120, 5) == (4, 29)
    assert columns_that_fit(80, 3) == (3, 26)
    assert columns_that_fit(20, 5) == (1, 20)
    assert columns_that_fit(80, 0) == (1, 80)


async def test_columns_drawn_before_are_drawn_as_they_are_now() -> None:
    app = CompareApp()
    async with app.run_test(size=(80, 24)) as pilot:
        pane = app.query_one(ComparePane)
        pane.show(COLUMNS, LANDMARKS, asides=lambda _: [Aside(COLUMNS[0].sentences[0], "1 first", ("B ¶1",))])
        pane.margin = False
        side_by_side = screen_rows(pane)
        assert "1-2 of 5" in side_by_side[3]
        pane.margin = True
        in_margin = screen_rows(pane)
        assert any("1 first" in row for row in in_margin)
        pane.margin = False
        assert screen_rows(pane) == side_by_side
        await pilot.press("l", "l")
        assert "2-3 of 5" in screen_rows(pane)[3]
        assert not any("1-2 of 5" in row for row in screen_rows(pane))
        pane.set_layers(1, [Layer("hit", [Span(0, 1)], 5, "h"), Layer("only", [])])
        assert any("  1h B tells" in row for row in screen_rows(pane))
        pane.show(COLUMNS, LANDMARKS, asides=lambda _: [Aside(COLUMNS[0].sentences[0], "1 other", ())])
        pane.margin = True
        assert any("1 other" in row for row in screen_rows(pane))
