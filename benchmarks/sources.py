"""How long cleaning takes: 100 pasted pages of 3,000 words, and single pages of 5 MB; with the memory they need.

The pages are made of invented words. Bars: the hundred in 5 s on one core; each 5 MB page in 3 s and 300 MB.
"""

from __future__ import annotations

import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable

SIZE = 5_000_000
MENU = ["Home", "News", "Sport", "Weather", "Log in", "Subscribe", "Share this", "Related stories"]
BARS = {"pages": (5.0, 300), "text": (3.0, 300), "html": (3.0, 300)}


def words(source: random.Random, count: int) -> str:
    """A sentence of so many invented words."""
    made = ("".join(source.choices("aeioulnrst", k=source.randint(2, 9))) for _ in range(count))
    return " ".join(made).capitalize() + "."


def page(source: random.Random, length: int) -> str:
    """A pasted page with a menu around an article of about `length` words."""
    paragraphs = [" ".join(words(source, 15) for _ in range(4)) for _ in range(length // 60)]
    return "\n".join([*MENU, words(source, 8)[:-1], "", "\n\n".join(paragraphs), "", *MENU])


def pages(source: random.Random) -> list[bytes]:
    """A hundred pasted pages."""
    return [page(source, 3000).encode() for _ in range(100)]


def text(source: random.Random) -> list[bytes]:
    """One pasted page of 5 MB."""
    return [page(source, SIZE // 6)[:SIZE].encode()]


def html(source: random.Random) -> list[bytes]:
    """One HTML page of 5 MB."""
    blocks = "".join(f"<p>{words(source, 60)}</p>" for _ in range(SIZE // 390))
    return [f"<html><body><nav><a href='/'>Home</a></nav><article>{blocks}</article></body></html>"[:SIZE].encode()]


MADE: dict[str, Callable[[random.Random], list[bytes]]] = {"pages": pages, "text": text, "html": html}


def measure(name: str) -> None:
    """Clean one kind of page and print seconds and megabytes."""
    from briefings.sources import read

    sources = MADE[name](random.Random(7))
    start = time.perf_counter()
    for data in sources:
        read(data)
    seconds = time.perf_counter() - start
    print(f"{seconds:.2f} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024}")


def main() -> int:
    """Measure each kind in a process of its own; 1 when a bar is missed."""
    missed = 0
    for name, (most_seconds, most_memory) in BARS.items():
        command = [sys.executable, "-m", "benchmarks.sources", name]
        seconds, memory = map(float, subprocess.run(command, capture_output=True, text=True, check=True).stdout.split())
        missed += seconds > most_seconds or memory > most_memory
        print(f"{name:6} {seconds:.2f} s (bar {most_seconds}), {memory:.0f} MB (bar {most_memory})")
    return int(missed > 0)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        measure(sys.argv[1])
    else:
        sys.exit(main())
