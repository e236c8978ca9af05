"""Start to first frame: the reader on the sample against a minimal Textual app, in turn, with byte code present.

The first frame is the one with the title line; the sample's briefing on screen is measured too. Bar: twice the minimum.
"""

from __future__ import annotations

import compileall
import statistics
import sys
import tempfile
from pathlib import Path

from benchmarks.pseudo_terminal import seconds_until

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
    """Print the medians and their ratio; 1 when the bar is missed."""
    for package in ("tui", "index", "briefings"):
        compileall.compile_dir(package, quiet=2)
    with tempfile.TemporaryDirectory() as home:
        script = Path(home) / "minimal.py"
        script.write_text(MINIMAL, "utf-8")
        compileall.compile_file(script, quiet=2)
        env = {"XDG_DATA_HOME": home, "HOME": home}
        minimal = [sys.executable, str(script)]
        reader = [sys.executable, "-m", "tui.cli", "--sample"]
        seconds_until("Border talks", reader, env)  # makes the sample's library
        times: dict[str, list[float]] = {"minimal app": [], "first frame": [], "briefing on screen": []}
        for _ in range(RUNS):
            times["minimal app"].append(seconds_until("smallest", minimal, env))
            times["first frame"].append(seconds_until("Rashomon", reader, env))
            times["briefing on screen"].append(seconds_until("What each one leads with", reader, env))
    for name, measured in times.items():
        print(f"{name:20} median {statistics.median(measured) * 1000:5.0f} ms, min {min(measured) * 1000:5.0f} ms")
    ratio = statistics.median(times["first frame"]) / statistics.median(times["minimal app"])
    print(f"first frame / minimal app: {ratio:.2f} (bar {BAR})")
    return int(ratio > BAR)


if __name__ == "__main__":
    sys.exit(main())
