"""What a day's reading takes of memory: hundreds of texts read, searches, comparisons, back and forth, in one process.

Run it with `python -m benchmarks.memory`. The real app runs without a terminal on a made-up library; keys are pressed
as a reader would. At the quarter marks it tells how much memory the process has (Linux: resident), and how many objects
Python's collector knows. The first half fills what is kept on purpose; from there on both are to stay flat.
"""

from __future__ import annotations

import asyncio
import gc
import random
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from textual import events
from textual.pilot import Pilot

from benchmarks.made_up_library import VOCABULARY
from briefings.article import Article
from briefings.briefing import write_briefing
from briefings.library import Library
from tui.app import RashomonApp
from tui.screens.reader import ReaderScreen

ARTICLES, MEETINGS, SOURCES = 300, 30, 4
ROUNDS, TEXTS = 48, 7
"""So often, so many texts are opened one after the other, and then the keys below are pressed."""
QUARTERS = 4
BAR = 1.05
"""What either may come to at the end, as a share of what it was after the first half."""
ROUND = (
    *["j"] * 12, "space", "b", "G", "g", "v", "w", "w", "escape", "n", "N",
    "f", *"ban", "down", "escape", "escape",
    "c", *["j"] * 6, "right_square_bracket", "l", "2", "j", "enter", "backspace", "3", "5", "1", "m", "j", "m", "enter",
    "j", "backspace", "backspace",
    "slash", *"ferion", "down", "enter", "j", "backspace", "escape", "backspace", "r",
    "t", "t", "z", "z", "tab", "j", "enter", "tab", "tab",
    "question_mark", "escape",
)  # fmt: skip


class Mark(NamedTuple):
    """Memory at one moment. resident: of the process, in MB; 0 where that cannot be told. objects: their number."""

    resident: float
    objects: int


def fill(library: Library) -> list[str]:
    """Put in articles that have some sentences in common, and briefings of them; the keys of the articles."""
    chance = random.Random(7)
    keys = []
    for meeting in range(MEETINGS):
        shared = [_sentence(chance) for _ in range(8)]
        ids = []
        for number in range(ARTICLES // MEETINGS):
            own = [_sentence(chance) for _ in range(5)]
            told = chance.sample(shared, 5) + own
            chance.shuffle(told)
            text = "\n\n".join(" ".join(told[at : at + 3]) for at in range(0, len(told), 3))
            ids.append(f"outlet-{number}-{meeting:04x}{number:04x}")
            library.add(Article(ids[-1], f"Outlet {number}", text, title=_sentence(chance)))
        write_briefing(library.folder / "briefings", f"Meeting {meeting}", sources=ids[:SOURCES])
        keys += [f"article:{id}" for id in ids]
    chance.shuffle(keys)
    return keys


def _sentence(chance: random.Random) -> str:
    return " ".join(chance.choices(VOCABULARY, k=chance.randint(6, 16))).capitalize() + "."


async def read_all_day(library: Library, keys: list[str]) -> tuple[list[Mark], int]:
    """Memory at the quarter marks, and how many keys were pressed."""
    app, marks, pressed = RashomonApp(library, "Memory"), [], 0
    briefings = [path.stem for path in library.briefings()]
    async with app.run_test(size=(120, 36)) as pilot:
        await _settled(pilot)
        for turn in range(ROUNDS):
            reader = app.screen_stack[0]
            assert isinstance(reader, ReaderScreen)
            for more in range(TEXTS):
                reader.desk.open(keys[(turn * TEXTS + more) % len(keys)])
                await _settled(pilot)
            reader.desk.open(f"briefing:{briefings[turn % MEETINGS]}")
            await _settled(pilot)
            for pressing in ROUND:
                app.post_message(events.Key(pressing, pressing if len(pressing) == 1 else None))
                await pilot.pause()
                pressed += 1
                if pressing in ("c", "enter", "backspace", "slash"):
                    await _settled(pilot)
            while len(app.screen_stack) > 1:
                app.pop_screen()
            await _settled(pilot)
            app.clear_notifications()
            if (turn + 1) % (ROUNDS // QUARTERS) == 0:
                marks.append(_mark())
                said = f"{marks[-1].resident:6.1f} MB resident, {marks[-1].objects:,} objects"
                print(f"after {len(marks)}/{QUARTERS}: {said}", flush=True)
    return marks, pressed


async def _settled(pilot: Pilot[None]) -> None:
    for _ in range(500):
        await pilot.pause()
        if all(worker.is_finished for worker in pilot.app.workers):
            return


def _mark() -> Mark:
    gc.collect()
    status = Path("/proc/self/status")
    lines = status.read_text("utf-8").splitlines() if status.exists() else []
    resident = next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS:")), 0.0)
    return Mark(resident, len(gc.get_objects()))


def main() -> int:
    """Print memory at the quarter marks; 1 when it grows."""
    with tempfile.TemporaryDirectory() as folder, Library.open(Path(folder) / "library") as library:
        keys = fill(library)
        marks, pressed = asyncio.run(read_all_day(library, keys))
    half = marks[QUARTERS // 2 - 1]
    grown = max(marks[-1].objects / half.objects, marks[-1].resident / (half.resident or 1))
    print(f"{pressed:,} keys, {ROUNDS * TEXTS} texts opened; the end / half of it: {grown:.3f} (bar {BAR})")
    return int(grown > BAR)


if __name__ == "__main__":
    sys.exit(main())
