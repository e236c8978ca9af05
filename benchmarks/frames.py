"""How long a key press in the compare pane takes until its frame is written: five generated texts, 200x50.

Run it with `python -m benchmarks.frames`. The app runs without a terminal, with everything else as it is: key, action,
message, layout, rendering of the screen to the bytes a terminal would get. Textual draws sixty frames a second; the
wait for the next of them, up to 16 ms, is taken out.
"""

from __future__ import annotations

import asyncio
import os
import random
import sys
from time import perf_counter

os.environ["TEXTUAL_FPS"] = "2000"

from rich.console import RenderableType
from textual import events
from textual._compositor import CompositorUpdate
from textual.app import App, ComposeResult
from textual.screen import Screen

from briefings.article import Span
from tui.columns import Column
from tui.layers import Layer
from tui.widgets.compare_pane import ComparePane

SIZE = (200, 50)
BAR_MS = 10.0
"""What ninety-five of a hundred key presses may take."""

_ROUND = [*["j"] * 15, *["k"] * 8, "G", "b", "b", "g", *["right_square_bracket"] * 8, "space", "space", "l"]
KEYS = _ROUND * 5
NOTHING_TO_DRAW_S = 0.5
"""Seconds after which a key is taken to have changed nothing on screen."""

_SYLLABLES = [
    "har",
    "bour",
    "min",
    "is",
    "ter",
    "coun",
    "cil",
    "to",
    "ne",
    "ga",
    "re",
    "port",
    "al",
    "ly",
    "ves",
    "sel",
]


def generated_column(letter: str, chance: random.Random) -> Column:
    """An article of about 900 words with quotes, figures and shared runs laid over it."""
    spans: list[Span] = []
    text = ""
    for number in range(60):
        words = ["".join(chance.choices(_SYLLABLES, k=chance.randint(1, 4))) for _ in range(chance.randint(8, 24))]
        text += "" if not text else ("\n\n" if number % 2 else " ")
        spans.append(Span(len(text), len(text) + len(sentence := " ".join(words).capitalize() + ".")))
        text += sentence
    layers = [
        Layer(name, [Span(s.start + 5 * n, s.start + 5 * n + 14) for s in spans[n::3]], n)
        for n, name in enumerate(("quote", "figure", "shared-run"))
    ]
    return Column(
        letter, (f"Outlet {letter} ─ AP", "3 May 2024 · 900 words", f"Headline {letter}"), text, spans, layers
    )


class FramesApp(App[None]):
    """The compare pane alone; it knows when a frame is ready to be written."""

    def __init__(self) -> None:
        super().__init__()
        self.drawn = asyncio.Event()
        self.characters = 0

    def compose(self) -> ComposeResult:
        """The pane with five columns and forty points."""
        chance = random.Random(7)
        columns = [generated_column(letter, chance) for letter in "ABCDE"]
        points = [
            {
                number: chance.choice(columns[number].sentences)
                for number in chance.sample(range(5), chance.randint(2, 5))
            }
            for _ in range(40)
        ]
        pane = ComparePane()
        pane.show(columns, points)
        yield pane

    def on_mount(self) -> None:
        """Let the keys go to the pane."""
        self.query_one(ComparePane).focus()

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        """Make the characters of a frame as a terminal would get them."""
        if isinstance(renderable, CompositorUpdate):
            self.characters += len(renderable.render_segments(self.console))
            self.drawn.set()
        super()._display(screen, renderable)


async def measure() -> tuple[list[float], int]:
    """The milliseconds from each key press to its finished frame, and the characters of all frames."""
    app = FramesApp()
    frames: list[float] = []
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        app.characters = 0
        for key in KEYS:
            app.drawn.clear()
            start = perf_counter()
            app.post_message(events.Key(key, key if len(key) == 1 else None))
            try:
                await asyncio.wait_for(app.drawn.wait(), NOTHING_TO_DRAW_S)
            except TimeoutError:
                continue
            frames.append((perf_counter() - start) * 1000)
            await pilot.pause()
    return frames, app.characters


def main() -> int:
    """Measure, print, and say whether the bar was missed (1) or not (0)."""
    frames, characters = asyncio.run(measure())
    ordered = sorted(frames)
    p50, p95 = ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.95)]
    print(
        f"compare pane, 5 columns, {SIZE[0]}x{SIZE[1]}, {len(frames)} keys: p50 {p50:.1f} ms, p95 {p95:.1f} ms,",
        end=" ",
    )
    print(f"{characters // len(frames)} characters a frame (bar: p95 {BAR_MS:.0f} ms)")
    return int(p95 > BAR_MS)


if __name__ == "__main__":
    sys.exit(main())
