"""The comparison by keys: what is compared, how the columns move, what the tables lead to."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from briefings.article import Span
from briefings.library import Library
from tests.ferry import COURIER, GAZETTE, HERALD
from tests.reading import at_cursor, desk, press, reading, said, settled, shown
from tui.grid import Spot
from tui.screens.comparison import ComparisonScreen
from tui.screens.reader import ReaderScreen
from tui.views import VIEWS as VIEW_NAMES
from tui.widgets.compare_pane import ComparePane
from tui.width import drawn


def comparison(pilot: Pilot[None]) -> ComparisonScreen:
    screen = pilot.app.screen
    assert isinstance(screen, ComparisonScreen), shown(pilot)
    return screen


def title(pilot: Pilot[None]) -> str:
    return shown(pilot).splitlines()[1].strip()


def cells(screen: ComparisonScreen) -> list[tuple[str, ...]]:
    """The rows of the view's first table."""
    return [tuple(cell.text for cell in row) for row in screen.table.grid.tables[0].rows]


def rows_on_screen(pane: ComparePane, column: int, span: Span) -> set[int]:
    """The rows of the view on which `column` has words of `span`."""
    state = pane._columns
    rows = state.layouts[column].rows_of(span)
    return {row - state.offsets[column] for row in rows} & set(range(state.view))


async def test_a_briefing_is_compared(ferry: Library) -> None:
    async with reading(ferry) as pilot:
        await press(pilot, "c")
        assert title(pilot).startswith("Ferry talks · 3 outlets · ")
        assert title(pilot).endswith("points · wire shown · sync on · all layers")
        assert "[1 Text]" in shown(pilot)


async def test_an_article_of_a_briefing_is_compared_with_the_others(ferry: Library) -> None:
    async with reading(ferry) as pilot:
        await press(pilot, "n", "enter", "c")
        assert title(pilot).startswith("Ferry talks · 3 outlets · ")


async def test_marked_rows_are_compared(ferry: Library) -> None:
    async with reading(ferry) as pilot:
        pilot.app.screen.query_one("#library").focus()
        await press(pilot, "j", "j", "x", "x", "c")
        assert title(pilot).startswith("Marked articles · 2 outlets · ")
        assert "Harbour Gazette" in shown(pilot)
        assert "Northern Herald" not in shown(pilot)


async def test_one_marked_article_is_too_few(ferry: Library) -> None:
    async with reading(ferry) as pilot:
        pilot.app.screen.query_one("#library").focus()
        await press(pilot, "j", "j", "x", "c")
        assert ["One article is marked" in message for message in said(pilot)] == [True]
        assert len(pilot.app.screen_stack) == 1


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 50)])
async def test_a_point_is_on_screen_in_every_column_that_has_it(sample: Library, size: tuple[int, int]) -> None:
    async with reading(sample, size) as pilot:
        await press(pilot, "c")
        pane, seen = comparison(pilot).columns, set()
        for _ in range(8):
            await press(pilot, "right_square_bracket")
            assert pane.point is not None
            seen.add(pane.point)
            places = pane._columns.points[pane.point]
            assert len(places) > 1
            for column, spans in places.items():
                assert rows_on_screen(pane, column, spans[0]), (pane.point, column)
        assert len(seen) > 4
        await press(pilot, "left_square_bracket")
        assert pane.point in seen


async def test_s_lets_a_column_move_alone_and_z_lines_up_again(sample: Library) -> None:
    async with reading(sample, (120, 20)) as pilot:
        await press(pilot, "c", "s", "G")
        pane = comparison(pilot).columns
        assert pane._columns.offsets[0] > 0
        assert pane._columns.offsets[1:] == [0, 0, 0, 0]
        assert "┆" in shown(pilot)
        await press(pilot, "z")
        assert all(pane._columns.offsets)
        await press(pilot, "g", "s")
        assert "┆" not in shown(pilot)
        assert pane._columns.offsets[0] == 0


async def test_enter_opens_the_article_at_the_sentence_and_backspace_returns(ferry: Library) -> None:
    async with reading(ferry) as pilot:
        await press(pilot, "n", "c", "l", "j")
        where = comparison(pilot).columns.cursor_span.of(COURIER.text)
        await press(pilot, "enter")
        assert (desk(pilot).reading.key, at_cursor(pilot)) == (f"article:{COURIER.id}", where)
        assert pilot.app.focused is desk(pilot).text
        await press(pilot, "backspace")
        assert desk(pilot).reading.key == "briefing:ferry-talks"
        assert at_cursor(pilot).startswith("Two of the reports")


VIEWS = {"2": "Coverage", "3": "Each utterance", "4": "The same figure", "5": "How often", "6": "Who speaks"}


@pytest.mark.parametrize("key", VIEWS)
async def test_a_cell_of_a_table_leads_to_its_words_and_back(sample: Library, key: str) -> None:
    async with reading(sample, (200, 50)) as pilot:
        await press(pilot, "c", key, "l", "l")
        assert VIEWS[key] in shown(pilot)
        screen = comparison(pilot)
        for _ in range(9):  # to a cell that has words
            if screen._place is None:
                await press(pilot, "l")
        spot, place = screen.table.spot, screen._place
        assert pilot.app.focused is screen.table
        assert place is not None
        column, span = place
        assert span.of(screen.articles[column].text)[:20] in shown(pilot).splitlines()[-2]
        await press(pilot, "enter")
        assert pilot.app.focused is screen.columns
        assert screen.columns.active == column
        assert screen.columns.cursor_span.overlaps(span)
        assert rows_on_screen(screen.columns, column, span)
        layout = screen.columns._columns.layouts[column]
        assert drawn(layout.shown(layout.row_of(span.start)).of(layout.text)) in shown(pilot)
        assert "sync on" in title(pilot)
        await press(pilot, "j", "backspace")
        assert VIEWS[key] in shown(pilot)
        assert pilot.app.focused is screen.table
        assert screen.table.spot == spot
        await press(pilot, "backspace")
        assert comparison(pilot)._view == "text"
        await press(pilot, "backspace")
        assert len(pilot.app.screen_stack) == 1


@pytest.mark.parametrize("key", VIEWS)
async def test_every_cell_can_be_chosen_and_opens_words_or_says_why_not(ferry: Library, key: str) -> None:
    async with reading(ferry, (160, 50)) as pilot:
        await press(pilot, "c", key)
        screen = comparison(pilot)
        grid = screen.table.grid
        for number, table in enumerate(grid.tables):
            for row in range(min(3, len(table.rows))):
                for column in range(len(table.columns)):
                    screen.table._go(Spot(number, row, column))
                    await pilot.pause()
                    status = shown(pilot).splitlines()[-3:-1]
                    if screen._place:
                        article, span = screen._place
                        assert "".join(span.of(screen.articles[article].text).split())[:9] in "".join(status[1].split())
                    else:
                        assert "no words to open" in status[1]


async def test_numbers_change_the_view_and_a_table_remembers_its_cell(ferry: Library) -> None:
    async with reading(ferry, (160, 50)) as pilot:
        await press(pilot, "c")
        for key, name in enumerate(VIEW_NAMES, 1):
            await press(pilot, str(key))
            assert f"[{key} {name.capitalize()}]" in shown(pilot)
        await press(pilot, "2", "l", "j", "3", "2")
        assert comparison(pilot).table.spot == Spot(0, 1, 1)


async def test_w_leaves_agency_copy_out_and_says_so(ferry: Library) -> None:
    async with reading(ferry) as pilot:
        await press(pilot, "c", "2")
        rows, before = cells(comparison(pilot)), title(pilot)
        assert "¶" in rows_of(comparison(pilot), "A")
        await press(pilot, "w")
        assert "wire left out" in title(pilot)
        assert title(pilot) != before.replace("wire shown", "wire left out")
        assert "¶" not in rows_of(comparison(pilot), "A")
        await press(pilot, "w")
        assert (title(pilot), cells(comparison(pilot))) == (before, rows)


def rows_of(screen: ComparisonScreen, letter: str) -> str:
    """The column called `letter` of the table of coverage."""
    at = screen.table.grid.tables[0].columns.index(letter)
    return "".join(row[at] for row in cells(screen))


async def test_the_number_of_points_is_never_said_of_another_comparison(
    ferry: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading(ferry) as pilot:
        await press(pilot, "c")
        monkeypatch.setattr("tui.screens.compared.send", lambda *_, **__: None)
        await press(pilot, "w")
        assert "comparing … · wire left out" in title(pilot)


@pytest.mark.parametrize("view", ["1", "2"])
async def test_a_note_is_made_in_the_columns_and_on_a_row(ferry: Library, view: str) -> None:
    async with reading(ferry) as pilot:
        await press(pilot, "c", view)
        screen = comparison(pilot)
        at_row = screen._place
        await press(pilot, "a", *"seen beside the others", "enter")
        assert said(pilot) == ["Note saved."]
        assert at_row is not None
        article = (GAZETTE, COURIER, HERALD)[at_row[0]]
        with Library.open(ferry.folder) as other:
            (note,) = other.notes()
        assert (note.article, note.comment) == (article.id, "seen beside the others")
        assert note.selector.exact in article.text
        assert note.span == at_row[1]
        await settled(pilot)
        layer = next(layer for layer in screen.columns._columns.columns[at_row[0]].layers if layer.name == "note")
        assert list(layer.spans) == [note.span]


async def test_a_comparison_does_not_open_over_another_screen(ferry: Library) -> None:
    async with reading(ferry) as pilot:
        await press(pilot, "slash")
        pilot.app.screen_stack[0].post_message(ReaderScreen.MeetingRead("Ferry talks", (GAZETTE, COURIER)))
        await settled(pilot)
        assert [type(screen).__name__ for screen in pilot.app.screen_stack][1:] == ["SearchScreen"]


async def test_q_leaves_the_comparison_while_it_is_computed(ferry: Library) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("c")
        await pilot.app.workers.wait_for_complete()
        await pilot.press("q")
        await settled(pilot)
        assert len(pilot.app.screen_stack) == 1
