"""How long cleaning takes: 100 pasted pages of 3,000 words, and single pages of 5 MB; with the memory they need.

Bars: the hundred in 5 s on one core; each page of 5 MB in 3 s and 300 MB. Pages are made in one process and read in
another, so that only reading counts; seconds are those of the processor.
"""

from __future__ import annotations

import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.page_shapes import SHAPES

PAGES_SECONDS, SECONDS, MEMORY = 5.0, 3.0, 300


def make(name: str, folder: Path) -> None:
    """Write the pages of a shape into `folder`."""
    for number, text in enumerate(SHAPES[name](random.Random(7))):
        (folder / f"{number:03}.txt").write_text(text, "utf-8")


def measure(folder: Path) -> None:
    """Read the pages in `folder`; print seconds and megabytes."""
    from briefings.errors import NoArticle
    from briefings.sources import read

    sources = [path.read_bytes() for path in sorted(folder.iterdir())]
    start = time.process_time()
    for data in sources:
        try:
            read(data)
        except NoArticle:  # most of the lines are no article: that takes its time too
            continue
    seconds = time.process_time() - start
    print(f"{seconds:.2f} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024}")


def run(*arguments: str) -> str:
    """What this module prints in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.sources", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def main() -> int:
    """Measure each shape in a process of its own; 1 when a bar is missed."""
    missed = 0
    for name in SHAPES:
        most = PAGES_SECONDS if name == "pages" else SECONDS
        with tempfile.TemporaryDirectory() as folder:
            run("make", name, folder)
            seconds, memory = map(float, run("measure", folder).split())
        missed += seconds > most or memory > MEMORY
        print(f"{name:18} {seconds:.2f} s (bar {most}), {memory:.0f} MB (bar {MEMORY})", flush=True)
    return int(missed > 0)


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["make", name, folder]:
            make(name, Path(folder))
        case ["measure", folder]:
            measure(Path(folder))
        case _:
            sys.exit(main())
