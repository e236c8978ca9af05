"""Opening a comparison in a fresh reader: from the key to the first frame with the texts, and on to their points.

Run it with `python -m benchmarks.opening`. Each run is a process of its own, so that what is loaded when the key is
pressed counts. The articles are those of ../shared/seeds, or of the bundled sample where that folder is absent. The
clock is what a reader waits; the processor's time is told, too, as the machine may be doing other things.
"""

from __future__ import annotations

import compileall
import statistics
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.frames import articles
from benchmarks.pseudo_terminal import Taken, Terminal
from briefings.briefing import front_matter
from briefings.library import Library

RUNS = 9
BAR_MS = 150.0
"""What the first frame with the texts may take."""
REST_SECONDS = 1.5
"""How long a reader looks at the briefing before comparing."""
BRIEFING = "Five outlets reported it."
TEXTS, POINTS = "[1 Text]", " points "


def opened(command: list[str], env: dict[str, str]) -> tuple[Taken, Taken]:
    """What it takes from the key to the texts, and to their points."""
    with Terminal(command, env) as terminal:
        terminal.until(BRIEFING)
        time.sleep(REST_SECONDS)
        terminal.press("c")
        return terminal.until(TEXTS), terminal.until(POINTS)


def main() -> int:
    """Print the medians; whether the bar was missed."""
    for package in ("tui", "index", "briefings"):
        compileall.compile_dir(package, quiet=2)
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home) / "library"
        with Library.open(folder) as library:
            library.add_all(articles())
            header = front_matter("Talks", None, [article.id for article in library.articles()])
            briefing = library.folder / "briefings" / "talks.md"
            briefing.parent.mkdir(exist_ok=True)
            briefing.write_text(f"{header}\n{BRIEFING}\n", "utf-8")
        command = [sys.executable, "-m", "tui.cli", str(folder)]
        runs = [opened(command, {"XDG_DATA_HOME": home, "HOME": home}) for _ in range(RUNS)]
    for name, taken in zip(("texts", "points"), zip(*runs, strict=True), strict=True):
        clock, processor = (statistics.median(getattr(one, field) for one in taken) * 1000 for field in Taken._fields)
        print(f"key to the {name:6} {clock:4.0f} ms on the clock, {processor:4.0f} ms of a processor")
    median = statistics.median(texts.clock for texts, _ in runs) * 1000
    print(f"bar of the texts: {BAR_MS:.0f} ms on the clock")
    return int(median > BAR_MS)


if __name__ == "__main__":
    sys.exit(main())
