"""Makes the pictures of the docs from the program itself, on the bundled sample: `make pictures`."""

from __future__ import annotations

import asyncio
import re
import tempfile
from pathlib import Path

from textual import events

from tui.app import RashomonApp
from tui.sample import open_sample

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "docs" / "pictures"
PAGES = ROOT / "tests" / "pages"
Step = str | Path
PICTURES: dict[str, tuple[tuple[int, int], tuple[Step, ...]]] = {
    "reader": ((140, 40), ()),
    "compare": ((180, 44), ("c", "right_square_bracket", "right_square_bracket", "right_square_bracket")),
    "coverage": ((140, 30), ("c", "2")),
    "search": ((140, 40), ("slash", *"border")),
    "import": ((140, 40), ("i", *(PAGES / f"{name}.txt" for name in ("harbour-gazette", "island-courier")), "x")),
}
"""Name -> size in cells, and the keys that lead there; a file is pasted."""

_WEB_FONTS = re.compile(r"@font-face \{.*?\}\s*", re.S)


async def picture(size: tuple[int, int], steps: tuple[Step, ...]) -> str:
    """The screen after some keys and pasted files, as SVG that loads nothing from anywhere."""
    with tempfile.TemporaryDirectory() as folder, open_sample(Path(folder)) as library:
        async with RashomonApp(library, "Sample, retold").run_test(size=size) as pilot:
            for step in ("", *steps):
                if isinstance(step, Path):
                    pilot.app.post_message(events.Paste(step.read_text("utf-8")))
                elif step:
                    await pilot.press(step)
                for _ in range(4):
                    await pilot.app.workers.wait_for_complete()
                    await pilot.pause()
            await pilot.pause(0.3)
            return _WEB_FONTS.sub("", pilot.app.export_screenshot(title="Rashomon"))


def main() -> None:
    """Write every picture."""
    FOLDER.mkdir(exist_ok=True)
    for name, (size, steps) in PICTURES.items():
        (FOLDER / f"{name}.svg").write_text(asyncio.run(picture(size, steps)) + "\n", "utf-8")
        print(FOLDER / f"{name}.svg")


if __name__ == "__main__":
    main()
