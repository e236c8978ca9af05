"""After any moves, in any terminal, the point at the cursor is on screen in every column that has it, and the cursor.

What is on screen is taken from what is drawn: the bars that stand beside the cursor's sentence and beside the sentences
that tell its point in other columns.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from textual.pilot import Pilot

from briefings.article import Span
from briefings.framing.comparison import Comparison
from briefings.library import Library
from tests.difficult import difficult, without_wire
from tests.reading import settled, shown
from tui.app import RashomonApp
from tui.columns import Column, Columns
from tui.screens.comparison import ComparisonScreen
from tui.screens.small import SmallScreen
from tui.widgets.column_view import POINT_BAR, ColumnView
from tui.widgets.compare_pane import ComparePane
from tui.widgets.rows import CURSOR_BAR

KEYS = ["j", "k", "right_curly_bracket", "left_curly_bracket", "space", "b", "g", "G", "h", "l"]
KEYS += ["right_square_bracket", "left_square_bracket"]
SWITCHES = ["s", "z", "w", "m", "x", "X", "H", "L", "P", "R", "Q", "F", "N", "full_stop", "comma"]
SIZES = st.tuples(st.integers(80, 220), st.integers(12, 60))
MOVES = st.lists(st.one_of(st.sampled_from(KEYS), st.sampled_from(KEYS + SWITCHES), SIZES), min_size=5, max_size=30)
Move = str | tuple[int, int]


def off_screen(pane: ComparePane) -> Iterator[str]:
    """What should be on screen and is not."""
    state, left = pane._columns, 0
    rows = [strip.text for strip in pane.render_lines(pane.size.region)][pane._heading_rows + 1 :]
    views = [view for view in pane._views if isinstance(view, ColumnView)]
    if state.active not in [view.number for view in views]:
        yield "the column with the cursor"
    for view in views:
        cells = [row[left : left + view.width] for row in rows]
        left += view.width + 1
        if view.number == state.active:
            yield from _cursor_off_screen(state, sum(CURSOR_BAR in row for row in cells))
        elif state.locked and _has_point(state, view.number) and not any(POINT_BAR in row for row in cells):
            yield f"point {state.point} in column {view.number}"


def _has_point(state: Columns, column: int) -> bool:
    return state.point is not None and column in state.points[state.point]


def _cursor_off_screen(state: Columns, bars: int) -> Iterator[str]:
    """bars: rows beside which there is the cursor's."""
    layout, offset = state.layouts[state.active], state.offsets[state.active]
    rows = layout.rows_of(state.cursor_span)
    if bars != len(set(rows) & set(range(offset, offset + state.view))):
        yield f"{bars} rows of the cursor are marked"
    if not bars or (len(rows) <= state.view and bars < len(rows)):
        yield f"the cursor: {bars} of {len(rows)} rows"
    if state.word and layout.row_of(state.word.start) - offset not in range(state.view):
        yield "the word at the cursor"


async def play(comparison: Comparison, size: tuple[int, int], moves: Sequence[Move], folder: Path) -> None:
    with Library.open(folder) as library:
        async with RashomonApp(library, "Made up").run_test(size=size) as pilot:
            await pilot.app.push_screen(ComparisonScreen(library, "Made up", comparison.articles))
            await settled(pilot)
            for number, move in enumerate(moves):
                await made(pilot, move)
                if isinstance(pilot.app.screen, SmallScreen):
                    continue
                pane = pilot.app.screen.query_one(ComparePane)
                assert not list(off_screen(pane)), f"after {moves[: number + 1]}:\n{shown(pilot)}"


async def made(pilot: Pilot[None], move: Move) -> None:
    if isinstance(move, tuple):
        await pilot.resize_terminal(*move)
    else:
        await pilot.press(move)
    if move in ("w", "x", "X", "H", "L"):
        await settled(pilot)
    else:
        await pilot.pause()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("library")


@given(st.integers(0, 9_999), SIZES, MOVES)
@settings(
    max_examples=15,
    deadline=None,
    phases=[Phase.generate],  # a smaller failing case would be looked for in hundreds of runs of the app
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_in_the_app(
    folder: Path, monkeypatch: pytest.MonkeyPatch, seed: int, size: tuple[int, int], moves: list[Move]
) -> None:
    comparison = difficult(seed)
    both = {True: comparison, False: without_wire(comparison)}
    monkeypatch.setattr("tui.screens.compared.kept", lambda articles, wire: both[wire])
    monkeypatch.setattr("tui.screens.compared.compared", lambda articles, wire, progress, stop: both[wire])
    asyncio.run(play(comparison, size, moves, folder))


def test_every_word_of_a_sentence_longer_than_the_screen_can_be_gone_to() -> None:
    long, short = " ".join(f"word{n}" for n in range(300)), "Said here too."
    one, two = (
        Column(letter, (letter,), f"{text}\n\nMore.", [Span(0, len(text)), Span(len(text) + 2, len(text) + 7)])
        for letter, text in (("A", long), ("B", short))
    )
    columns = Columns([one, two], [{0: one.sentences[0], 1: two.sentences[0]}])
    columns.fit([30, 30], 10)
    layout, seen = columns.layouts[0], []
    for step in (*[1] * 300, *[-1] * 299):
        columns.to_word(step)
        assert columns.word
        assert layout.row_of(columns.word.start) - columns.offsets[0] in range(10)
        assert columns.offsets[1] == 0
        seen.append(columns.word)
    assert seen[299].of(long) == "word299"
    assert columns.offsets[0] == 0
    columns.move("next_sentence")
    assert columns.cursor_span.of(one.text) == "More."
