"""What is switched in a comparison by keys: layers, outlets, layout, the word at the cursor; it is always said."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from briefings.errors import Stopped
from briefings.library import Library
from tests.ferry import GAZETTE
from tests.reading import press, reading, said, settled, shown, until
from tui.screens.comparison import ComparisonScreen
from tui.switches import LAYERS
from tui.widgets.column_view import ColumnView
from tui.widgets.compare_view import MARGIN_UNDER


def comparison(pilot: Pilot[None]) -> ComparisonScreen:
    screen = pilot.app.screen
    assert isinstance(screen, ComparisonScreen), shown(pilot)
    return screen


def top(pilot: Pilot[None]) -> str:
    """The lines above the columns, as one."""
    return " ".join(" ".join(shown(pilot).splitlines()[1:5]).split())


def styles(pilot: Pilot[None]) -> set[str]:
    """The names of the layers that are drawn."""
    views = comparison(pilot).columns._views
    return {
        layer.name for view in views if isinstance(view, ColumnView) for layer in view._shown_layers() if layer.spans
    }


KEYS = {"P": "point", "R": "shared-run", "Q": "quote", "F": "figure", "N": "note"}


async def test_layers_are_switched_one_by_one_and_it_is_said(sample: Library) -> None:
    async with reading(sample, (200, 40)) as pilot:
        await press(pilot, "c", "a", *"seen", "enter")
        for key, layer in KEYS.items():
            drawn = "told" if layer == "point" else layer
            assert drawn in styles(pilot)
            assert "all layers" in top(pilot)
            await press(pilot, key)
            assert drawn not in styles(pilot)
            assert f"without {LAYERS[layer]}" in top(pilot)
            await press(pilot, key)
        await press(pilot, *KEYS)
        assert "no layers" in top(pilot)
        assert "▸" not in shown(pilot)
        assert "only" not in "".join(line[:5] for line in shown(pilot).splitlines()[4:-3])


async def test_an_outlet_is_left_out_of_every_view_and_comes_back(ferry: Library) -> None:
    async with reading(ferry, (160, 40)) as pilot:
        await press(pilot, "c", "l", "x")
        assert "2 of 3 outlets (without B)" in top(pilot)
        assert "Island Courier" not in shown(pilot)
        assert comparison(pilot).articles[comparison(pilot)._order[comparison(pilot).columns.active]].id != GAZETTE.id
        for key in "234567":
            await press(pilot, key)
            assert "2 of 3 outlets (without B)" in top(pilot)
            for table in comparison(pilot).table.grid.tables:
                assert "B" not in table.columns
        await press(pilot, "2", "X")
        assert "3 outlets" in top(pilot)
        assert "B" in comparison(pilot).table.grid.tables[0].columns


async def test_an_outlet_is_left_out_from_a_table(ferry: Library) -> None:
    async with reading(ferry, (160, 40)) as pilot:
        await press(pilot, "c", "2", "l", "l", "l", "x")
        assert "without B" in top(pilot)


async def test_the_last_outlet_stays(ferry: Library) -> None:
    async with reading(ferry, (160, 40)) as pilot:
        await press(pilot, "c", "x", "x", "x")
        assert "1 of 3 outlets" in top(pilot)
        assert [message[:15] for message in said(pilot)] == ["The last outlet"]


async def test_outlets_are_put_in_another_order_and_keep_letter_and_cursor(ferry: Library) -> None:
    async with reading(ferry, (160, 40)) as pilot:
        await press(pilot, "c", "j")
        words = comparison(pilot).columns.cursor_span
        await press(pilot, "L")
        heading = next(line for line in shown(pilot).splitlines() if "Harbour Gazette" in line)
        assert heading.index("B Island Courier") < heading.index("A Harbour Gazette")
        pane = comparison(pilot).columns
        assert (pane.active, pane.cursor_span) == (1, words)
        await press(pilot, "2")
        assert comparison(pilot).table.grid.tables[0].columns[:5] == ("no.", "point", "B", "A", "C")
        await press(pilot, "1", "H")
        assert comparison(pilot)._order == (0, 1, 2)


async def test_enter_opens_the_article_of_a_moved_column(ferry: Library) -> None:
    async with reading(ferry, (160, 40)) as pilot:
        await press(pilot, "c", "L", "enter")
        assert "Ferry talks end without a timetable" in shown(pilot)


@pytest.mark.parametrize("width", [80, MARGIN_UNDER - 1, MARGIN_UNDER, 200])
async def test_narrow_terminals_read_one_article_with_a_margin(ferry: Library, width: int) -> None:
    async with reading(ferry, (width, 30)) as pilot:
        await press(pilot, "c")
        is_margin = width < MARGIN_UNDER
        assert comparison(pilot).columns.in_margin == is_margin
        assert ("In the others" in shown(pilot)) == is_margin
        assert (" margin " in top(pilot)) == is_margin
        await press(pilot, "m")
        assert ("In the others" in shown(pilot)) != is_margin
        assert (" margin " in top(pilot)) != is_margin


async def test_the_margin_follows_the_cursor_and_the_outlet(ferry: Library) -> None:
    async with reading(ferry, (90, 30)) as pilot:
        await press(pilot, "c", "right_square_bracket")
        pane = comparison(pilot).columns
        assert pane.point is not None
        label = pane._columns.labels[pane.point]
        assert label[:12] in shown(pilot)
        await press(pilot, "l")
        assert "B Island Courier" in shown(pilot)
        assert pane.active == 1
        assert label[:12] in shown(pilot)


async def test_a_gap_is_named_in_the_column_that_has_it(ferry: Library) -> None:
    async with reading(ferry, (160, 40)) as pilot:
        await press(pilot, "c")
        pane = comparison(pilot).columns
        for _ in range(3):
            await press(pilot, "right_square_bracket")
            assert pane.point is not None
            missing = [n for n in range(3) if n not in pane._columns.points[pane.point]]
            assert shown(pilot).count("not found here: ") == len(missing)


async def test_the_uses_of_a_word_are_shown_and_lead_back(ferry: Library) -> None:
    async with reading(ferry, (160, 40)) as pilot:
        await press(pilot, "c", "o")
        assert [message[:19] for message in said(pilot)] == ["Choose a word first"]
        await press(pilot, "full_stop", "full_stop", "full_stop", "comma")
        pane = comparison(pilot).columns
        assert pane.word is not None
        assert pane.word.of(GAZETTE.text) == "minister"
        await press(pilot, "o")
        assert "Every use of “minister”" in shown(pilot)
        assert "“minister” in each text" in shown(pilot)
        counts = [row[1].text for row in comparison(pilot).table.grid.tables[0].rows]
        assert counts == ["1", "1", "1"]
        await press(pilot, "j", "j", "l", "enter")
        assert (pane.active, pane.cursor_span.start > 0) == (2, True)
        await press(pilot, "backspace")
        assert "Every use of “minister”" in shown(pilot)
        await press(pilot, "backspace")
        assert comparison(pilot)._view == "text"
        await press(pilot, "j")
        assert pane.word is None


async def test_a_note_goes_to_the_word_at_the_cursor(ferry: Library) -> None:
    async with reading(ferry, (160, 40)) as pilot:
        await press(pilot, "c", "full_stop", "a", *"loaded", "enter", "7")
        assert "Transport" in shown(pilot)
        with Library.open(ferry.folder) as other:
            assert [note.selector.exact for note in other.notes()] == ["Transport"]


class Slow:
    """A comparison that waits until it is told to go on, or to stop."""

    def __init__(self, real: Callable[..., object]) -> None:
        self.real, self.go_on, self.was_stopped = real, threading.Event(), False

    def __call__(self, articles, wire, progress, stop):  # type: ignore[no-untyped-def]
        progress(3, 7, "points")
        while not self.go_on.wait(0.01):
            if stop():
                self.was_stopped = True
                raise Stopped("The comparison was stopped", where="points", remedy="Start it again.")
        return self.real(articles, wire, progress, stop)


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Slow:
    from tui.screens import compared

    waits = Slow(compared.compared)
    monkeypatch.setattr(compared, "compared", waits)
    monkeypatch.setattr(compared, "kept", lambda *_: None)
    return waits


async def opened(pilot: Pilot[None]) -> None:
    """The comparison while it is computed."""
    await pilot.press("c")
    await until(pilot, lambda: "comparing 3/7: points" in shown(pilot))


async def test_points_appear_before_the_rest_is_found_and_keys_work_meanwhile(ferry: Library, slow: Slow) -> None:
    async with reading(ferry, (160, 40)) as pilot:
        await opened(pilot)
        await pilot.press("right_square_bracket")
        assert comparison(pilot).columns.point is not None
        assert "not found in the stored text" in shown(pilot)
        assert "figure" not in styles(pilot)
        await pilot.press("j", "2", "1")
        where = comparison(pilot).columns.cursor_span
        slow.go_on.set()
        await settled(pilot)
        assert "comparing" not in top(pilot)
        assert comparison(pilot).columns.cursor_span == where
        assert "figure" in styles(pilot)


async def test_esc_stops_comparing_and_r_compares_again(ferry: Library, slow: Slow) -> None:
    async with reading(ferry, (160, 40)) as pilot:
        await opened(pilot)
        await pilot.press("escape")
        await settled(pilot)
        assert slow.was_stopped
        assert "stopped: r compares again" in top(pilot)
        assert said(pilot) == []
        slow.go_on.set()
        await press(pilot, "r")
        assert "points · wire shown" in top(pilot)


async def test_leaving_stops_comparing(ferry: Library, slow: Slow) -> None:
    async with reading(ferry, (160, 40)) as pilot:
        await opened(pilot)
        await pilot.press("q")
        await settled(pilot)
        assert slow.was_stopped
        assert len(pilot.app.screen_stack) == 1


async def test_esc_while_nothing_is_computed_changes_nothing(ferry: Library) -> None:
    async with reading(ferry, (160, 40)) as pilot:
        await press(pilot, "c")
        before = shown(pilot)
        await press(pilot, "escape", "r")
        assert shown(pilot) == before


async def test_opened_words_stand_out_until_the_cursor_moves(ferry: Library) -> None:
    async with reading(ferry, (160, 40)) as pilot:
        await press(pilot, "c", "4", "l", "l", "enter")
        pane = comparison(pilot).columns
        column, span = pane._lit or (-1, None)
        assert column == pane.active
        assert span is not None
        shown_layers = [layer for view in pane._views if isinstance(view, ColumnView) for layer in view._shown_layers()]
        assert [list(layer.spans) for layer in shown_layers if layer.name == "hit"] == [[span]]
        await press(pilot, "j")
        assert "hit" not in styles(pilot)


async def test_a_comparison_left_halfway_goes_on_when_the_reader_comes_back(ferry: Library, slow: Slow) -> None:
    async with reading(ferry, (160, 40)) as pilot:
        await opened(pilot)
        await pilot.press("q")
        await settled(pilot)
        assert slow.was_stopped
        slow.go_on.set()
        await press(pilot, "r")
        assert "comparing" not in shown(pilot)
        assert "stopped" not in shown(pilot)
        assert "points · wire shown" in shown(pilot)
