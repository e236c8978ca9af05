"""Start to first frame: the reader against a minimal Textual app, in turn, with byte code present.

The first frame is the one with the title line. It is measured on the sample and on a library of 40,000 articles, and so
is a text on screen. What counts is the processor's time, so that it does not matter what else the machine does; the
clock's is told. Bar: twice the minimum.
"""

from __future__ import annotations

import compileall
import statistics
import sys
import tempfile
from pathlib import Path

from benchmarks.made_up_library import ARTICLES, fill
from benchmarks.pseudo_terminal import Taken, taken_until
from briefings.library import Library

RUNS = 9
BAR = 2.0
MINIMAL = """
from textual.app import App
from textual.widgets import Static

class Minimal(App):
    def compose(self):
        yield Static("smallest")

Minimal().run()
"""


def main() -> int:
    """Print the medians and their ratios; how many first frames missed the bar."""
    for package in ("tui", "index", "briefings"):
        compileall.compile_dir(package, quiet=2)
    with tempfile.TemporaryDirectory() as home:
        script = Path(home) / "minimal.py"
        script.write_text(MINIMAL, "utf-8")
        compileall.compile_file(script, quiet=2)
        env = {"XDG_DATA_HOME": home, "HOME": home}
        minimal = [sys.executable, str(script)]
        sample = [sys.executable, "-m", "tui.cli", "--sample"]
        large = [sys.executable, "-m", "tui.cli", str(Path(home) / "large")]
        with Library.open(Path(home) / "large") as library:
            fill(library)
        taken_until("Border talks", sample, env)  # makes the sample's library
        cases = {
            "minimal app": ("smallest", minimal),
            "first frame": ("Rashomon", sample),
            "the sample's briefing": ("What each one leads with", sample),
            f"first frame, {ARTICLES:,} articles": ("Rashomon", large),
            f"one of {ARTICLES:,} articles": ("date unknown", large),
        }
        taken: dict[str, list[Taken]] = {name: [] for name in cases}
        for _ in range(RUNS):
            for name, (words, command) in cases.items():
                taken[name].append(taken_until(words, command, env))
    least = statistics.median(one.processor for one in taken["minimal app"])
    missed = 0
    for name, measured in taken.items():
        processor = statistics.median(one.processor for one in measured)
        clock = statistics.median(one.clock for one in measured)
        print(f"{name:28} {processor * 1000:5.0f} ms of a processor, {clock * 1000:5.0f} ms on the clock,", end=" ")
        print(f"{processor / least:.2f} times the minimal app")
        missed += name.startswith("first frame") and processor / least > BAR
    print(f"bar of the first frames: {BAR:.1f} times")
    return missed


if __name__ == "__main__":
    sys.exit(main())
