"""Makes the pictures of the docs from the program itself, on the bundled sample: `make pictures`.

What is pictured is `picture_list.py`'s. `python -m benchmarks.pictures NAME…` makes only those.
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
from pathlib import Path
from typing import Any

from textual import events
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from benchmarks.picture_list import PICTURES, Picture
from benchmarks.small_svg import smaller
from tui.app import RashomonApp
from tui.sample import open_sample
from tui.settings import Settings

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "pictures"
PAUSES = 4
"""Times that what a key set going is waited for: an answer may send another job on its way."""


async def drawn(picture: Picture) -> str:
    """The screen after the steps to it, as SVG that loads nothing from anywhere.

    Raises RuntimeError where the steps lead to another screen than the picture is of.
    """
    with tempfile.TemporaryDirectory() as folder, open_sample(Path(folder)) as library:
        picture.prepare(library)
        app = RashomonApp(library, "Sample, retold", Settings(theme=picture.theme))
        async with app.run_test(size=picture.size, notifications=False) as pilot:
            for step in ("", *picture.steps):
                await _taken(pilot, step)
            if picture.over:
                await app.push_screen(picture.over())
            await pilot.pause(0.3)
            for field in (*app.screen.query(Input), *app.screen.query(TextArea)):
                field.cursor_blink = False
            await pilot.pause()
            if type(app.screen).__name__ != picture.screen:
                raise RuntimeError(f"the steps lead to {type(app.screen).__name__}, not to {picture.screen}")
            return smaller(app.export_screenshot(title="Rashomon"))


async def _taken(pilot: Pilot[Any], step: str | Path) -> None:
    """Paste a file, or press the keys of a step, and wait for what that sets going."""
    if isinstance(step, Path):
        pilot.app.post_message(events.Paste(step.read_text("utf-8")))
    else:
        await pilot.press(*step.split())
    for _ in range(PAUSES):
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()


def main(names: list[str]) -> None:
    """Write the pictures with these names, or every picture, and take away those that are no longer made."""
    FOLDER.mkdir(exist_ok=True)
    os.environ["RASHOMON_AUTHOR"] = "ana"  # not the name of whoever makes them
    for name in names or PICTURES:
        (FOLDER / f"{name}.svg").write_text(asyncio.run(drawn(PICTURES[name])) + "\n", "utf-8")
        print(FOLDER / f"{name}.svg")
    for old in FOLDER.glob("*.svg"):
        if old.stem not in PICTURES:
            old.unlink()


if __name__ == "__main__":
    main(sys.argv[1:])
