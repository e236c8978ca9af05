"""Makes the pictures of the docs from the program itself, on the bundled sample: `make pictures`."""

from __future__ import annotations

import asyncio
import re
import tempfile
from pathlib import Path

from tui.app import RashomonApp
from tui.sample import open_sample

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "pictures"
PICTURES = {
    "reader": ((140, 40), ()),
    "compare": ((180, 44), ("c", "right_square_bracket", "right_square_bracket", "right_square_bracket")),
    "coverage": ((140, 30), ("c", "2")),
    "search": ((140, 40), ("slash", *"border")),
}
"""Name -> size in cells, and the keys that lead there."""

_WEB_FONTS = re.compile(r"@font-face \{.*?\}\s*", re.S)


async def picture(size: tuple[int, int], keys: tuple[str, ...]) -> str:
    """The screen after some keys, as SVG that loads nothing from anywhere."""
    with tempfile.TemporaryDirectory() as folder, open_sample(Path(folder)) as library:
        async with RashomonApp(library, "Sample, retold").run_test(size=size) as pilot:
            for key in ("", *keys):
                if key:
                    await pilot.press(key)
                for _ in range(4):
                    await pilot.app.workers.wait_for_complete()
                    await pilot.pause()
            await pilot.pause(0.3)
            return _WEB_FONTS.sub("", pilot.app.export_screenshot(title="Rashomon"))


def main() -> None:
    """Write every picture."""
    FOLDER.mkdir(exist_ok=True)
    for name, (size, keys) in PICTURES.items():
        (FOLDER / f"{name}.svg").write_text(asyncio.run(picture(size, keys)) + "\n", "utf-8")
        print(FOLDER / f"{name}.svg")


if __name__ == "__main__":
    main()
