"""How long a key press in a comparison takes until its last frame is written: five articles, all layers on, 200x50.

Run it with `python -m benchmarks.frames`. The real screen runs without a terminal, with everything else as it is: key,
action, message, tables, layout, rendering of the screen to the bytes a terminal would get. Textual draws sixty frames a
second; the wait for the next of them, up to 16 ms, is taken out. The articles are those of ../shared/seeds, or of the
bundled sample where that folder is absent.
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
from pathlib import Path
from time import perf_counter

os.environ["TEXTUAL_FPS"] = "2000"

from rich.console import RenderableType
from textual import events
from textual._compositor import CompositorUpdate
from textual.screen import Screen

import tui.app
from briefings.article import Article
from briefings.curated import sample_articles
from briefings.framing.sentences import sentences
from briefings.library import Library
from briefings.notes.note import new_note
from briefings.sources import read
from tui.app import RashomonApp
from tui.screens.comparison import ComparisonScreen

SIZE = (200, 50)
BAR_MS = 10.0
"""What ninety-five of a hundred key presses may take."""
ROUNDS = 4
QUIET_SECONDS = 0.04
"""So long without a frame, and a key is answered; a key held down comes about as often."""
SEEDS = Path(__file__).resolve().parents[2] / "shared" / "seeds"
_STYLES = Path(tui.app.__file__).parent
_NEXT, _PREVIOUS = "right_square_bracket", "left_square_bracket"

GROUPS: dict[str, tuple[str, ...]] = {
    "sentences": (*["j"] * 15, *["k"] * 8),
    "pages": ("G", "b", "b", "g", "space", "space", "right_curly_bracket", "b"),
    "points": (*[_NEXT] * 8, *[_PREVIOUS] * 4),
    "outlets": ("l", "l", "h", "l", "l", "h", "h", "h"),
    "words": (*["full_stop"] * 5, "comma"),
    "views": ("2", "3", "4", "5", "6", "7", "1"),
    "cells": ("2", *["j"] * 6, "l", "l", "3", "l", "j", "space", "G", "enter", "backspace", "1"),
    "layers": ("P", "P", "R", "R", "Q", "Q", "F", "F", "N", "N"),
    "margin": ("m", *["j"] * 6, _NEXT, "l", "h", "m"),
}
"""What a reader does -> the keys of it."""


def articles() -> list[Article]:
    """Five reports of one meeting."""
    paths = sorted(SEEDS.glob("*.txt")) or sample_articles()
    return [read(path.read_bytes(), path.name).article for path in paths][:5]


class FramesApp(RashomonApp):
    """The app with a comparison open; it knows when its last frame was ready to be written."""

    CSS_PATH = [_STYLES / name for name in RashomonApp.CSS_PATH]  # noqa: RUF012 -- Textual takes a relative one as beside this file

    def __init__(self, library: Library) -> None:
        super().__init__(library, "Talks")
        self.drawn_at = 0.0
        self.characters = 0

    def on_mount(self) -> None:
        """Compare the articles; each has a note."""
        super().on_mount()
        self.push_screen(ComparisonScreen(self._library, "Talks", self._library.articles()))

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        """Make the characters of a frame as a terminal would get them."""
        if screen is self.screen and isinstance(renderable, CompositorUpdate):
            self.characters += len(renderable.render_segments(self.console))
            self.drawn_at = perf_counter()
        super()._display(screen, renderable)


async def press(app: FramesApp, key: str) -> float | None:
    """The milliseconds from a key press to the last frame it leads to; None where nothing changes on screen."""
    start = perf_counter()
    app.post_message(events.Key(key, key if len(key) == 1 else None))
    while perf_counter() - max(start, app.drawn_at) < QUIET_SECONDS:
        await asyncio.sleep(QUIET_SECONDS / 4)
    return (app.drawn_at - start) * 1000 if app.drawn_at > start else None


async def measure(library: Library) -> tuple[dict[str, list[float]], int]:
    """The milliseconds of every key press by what is done, and the characters of all frames."""
    app = FramesApp(library)
    times: dict[str, list[float]] = {group: [] for group in GROUPS}
    async with app.run_test(size=SIZE) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        app.characters = 0
        for _ in range(ROUNDS):
            for group, keys in GROUPS.items():
                times[group] += [took for key in keys if (took := await press(app, key)) is not None]
    return times, app.characters


def main() -> int:
    """Measure, print, and say whether the bar was missed (1) or not (0)."""
    found = articles()
    with tempfile.TemporaryDirectory() as folder, Library.open(Path(folder)) as library:
        library.add_all(found)
        for article in found:
            library.add_note(new_note(article, sentences(article.text)[1], "measured", ("made",)))
        times, characters = asyncio.run(measure(library))
    for group, measured in times.items():
        print(f"  {group:10} {_said(measured)}")
    every = [took for measured in times.values() for took in measured]
    whose = "the seeds" if list(SEEDS.glob("*.txt")) else "the bundled sample (../shared/seeds is absent)"
    print(
        f"comparison of {whose}, 5 columns, {SIZE[0]}x{SIZE[1]}, all layers, {len(every)} keys: {_said(every)},",
        end=" ",
    )
    print(f"{characters // max(1, len(every))} characters a frame (bar: p95 {BAR_MS:.0f} ms)")
    return int(_at(every, 0.95) > BAR_MS)


def _at(measured: list[float], share: float) -> float:
    ordered = sorted(measured) or [0.0]
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def _said(measured: list[float]) -> str:
    return f"p50 {_at(measured, 0.5):5.1f} ms, p95 {_at(measured, 0.95):5.1f} ms"


if __name__ == "__main__":
    sys.exit(main())
