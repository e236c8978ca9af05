"""What reading costs where there is much of it: a text of 50,000 words, and a library of 40,000 articles.

Run it with `python -m benchmarks.reading`. The long text is shown in the reader's pane without a terminal, key press to
finished frame as in `frames`; so is a short one, which it is held against. That is processor time: what else runs on
the machine does not count. The library is generated once a run; starting on it is `start`'s.
"""

from __future__ import annotations

import asyncio
import os
import random
import statistics
import sys
import tempfile
from pathlib import Path
from time import process_time

os.environ["TEXTUAL_FPS"] = "2000"

from rich.console import RenderableType
from textual import events
from textual._compositor import CompositorUpdate
from textual.app import App, ComposeResult
from textual.screen import Screen

from benchmarks.made_up_library import ARTICLES, VOCABULARY, fill
from briefings.article import Span
from briefings.framing.sentences import sentences
from briefings.library import Library
from tui.finding import places_of
from tui.layers import Layer
from tui.names import Names, names_on
from tui.shelving import read_shelf
from tui.widgets.text_pane import TextPane

WORDS, SHORT_WORDS = 50_000, 500
SIZE = (200, 50)
SHOW_BAR_MS, FRAME_BAR_MS, PALETTE_BAR_MS = 50.0, 10.0, 50.0
KEYS = (*["j"] * 20, "space", "space", "b", "G", "k", "k", "g", "right_curly_bracket", "left_curly_bracket") * 4


def made_up_text(words: int) -> str:
    """So many words in sentences and paragraphs, the same at every run."""
    chance, text, count = random.Random(words), "", 0
    parts: list[str] = []
    while count < words:
        said = " ".join(chance.choices(VOCABULARY, k=chance.randint(6, 24)))
        count += said.count(" ") + 1
        parts += [said.capitalize() + ".", "\n\n" if chance.random() < 0.3 else " "]
    return text.join(parts).rstrip()


class PaneApp(App[None]):
    """A text pane alone; it knows when its last frame was ready to be written."""

    drawn_at = 0.0

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        """Make the characters of a frame as a terminal would get them."""
        if isinstance(renderable, CompositorUpdate):
            renderable.render_segments(self.console)
            self.drawn_at = process_time()
        super()._display(screen, renderable)

    def compose(self) -> ComposeResult:
        """The pane."""
        yield TextPane()


async def show_and_read(words: int) -> tuple[float, list[float], float]:
    """(ms to show a text, ms from each key to its frame, ms to find words in it)."""
    text = made_up_text(words)
    spans = sentences(text)
    layers = [
        Layer(name, [Span(s.start + 3, s.start + 17) for s in spans[n::3]], n)
        for n, name in enumerate(("quote", "note", "hit"))
    ]
    app, frames = PaneApp(), []
    async with app.run_test(size=SIZE) as pilot:
        pane = app.query_one(TextPane)
        pane.focus()
        pane.show("Something before it, so that styles are known.", layers=layers, heading=["A short text"])
        await pilot.pause()
        start = process_time()
        pane.show(text, sentences=spans, layers=layers, heading=["A long text"])
        for y in range(pane.size.height):
            pane.render_line(y)
        shown = (process_time() - start) * 1000
        await pilot.pause()
        for key in KEYS:
            start = process_time()
            app.post_message(events.Key(key, key if len(key) == 1 else None))
            await pilot.pause()
            if app.drawn_at > start:
                frames.append((app.drawn_at - start) * 1000)
        start = process_time()
        pane.light(places_of("alion", text))
        found = (process_time() - start) * 1000
    return shown, frames, found


def main() -> int:
    """Print what was measured; how many bars were missed."""
    missed = 0
    for words in (SHORT_WORDS, WORDS):
        shown, frames, found = asyncio.run(show_and_read(words))
        p95 = sorted(frames)[int(len(frames) * 0.95)]
        print(f"text of {words:,} words: shown in {shown:.1f} ms (bar {SHOW_BAR_MS:.0f}),", end=" ")
        print(f"a key p50 {statistics.median(frames):.1f} ms, p95 {p95:.1f} ms (bar {FRAME_BAR_MS:.0f}),", end=" ")
        print(f"words found in {found:.1f} ms")
        missed += (shown > SHOW_BAR_MS) + (p95 > FRAME_BAR_MS)
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home) / "large"
        with Library.open(folder) as library:
            fill(library)
            start = process_time()
            shelf = read_shelf(library)
            print(f"library of {ARTICLES:,} articles: lists read in {(process_time() - start) * 1000:.0f} ms,", end=" ")
        start = process_time()
        shelf.rows(set())
        print(f"pane's rows made in {(process_time() - start) * 1000:.1f} ms,", end=" ")
        start = process_time()
        names = Names(names_on(shelf))
        print(f"names sorted for the palette in {(process_time() - start) * 1000:.0f} ms,", end=" ")
        start = process_time()
        names.with_words("bal outlet 7")
        letter = (process_time() - start) * 1000
        print(f"a letter typed there {letter:.1f} ms (bar {PALETTE_BAR_MS:.0f})")
    return missed + (letter > PALETTE_BAR_MS)


if __name__ == "__main__":
    sys.exit(main())
