"""How long a comparison takes (processor time), how much memory, and how long it does not ask whether to stop.

Measured, with everything imported: made-up reports of one meeting (`made_up_meeting.py`), reports x words; the pasted
pages of `../shared/seeds`, where they are; and odd texts: none, one twice, another language, no stop in 50,000 words,
500 tiny ones, the same one 500 times.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from resource import RUSAGE_SELF, getrusage

from benchmarks.made_up_meeting import FUNCTION, reports
from briefings.article import Article

SEEDS = Path(__file__).resolve().parents[2] / "shared" / "seeds"
BARS = {
    "seeds": (0.08, 300),
    "5 x 500": (0.08, 300),
    "20 x 800": (1.0, 300),
    "100 x 800": (10.0, 300),
    "2 x 50000": (10.0, 300),
    "2 x 50000 without stops": (10.0, 300),
    "500 x 40": (10.0, 300),
    "500 times the same": (30.0, 300),
    "one": (0.08, 300),
    "one and an empty one": (0.08, 300),
    "the same twice": (1.0, 300),
    "one in another language": (1.0, 300),
}
"""What is compared -> the seconds and the megabytes it may take."""
QUICK = 0.2
"""What takes fewer seconds is measured several times; the median counts."""
STOPS = str.maketrans("", "", ".,!?“”\n")
OTHER = "la de y a en un que para sobre con como por el desde fue ha su"
OTHERS = dict(zip(FUNCTION, OTHER.split(), strict=True))
"""Function words of another language for ours."""


def seeds() -> list[Article]:
    """The articles of the pasted pages."""
    from briefings.sources import read

    return [read(page.read_bytes(), page.name).article for page in sorted(SEEDS.glob("*.txt"))]


def article(text: str, number: int = 0) -> Article:
    """A text as an article."""
    return Article(id=f"text-{number}", outlet=f"Text {number}", text=text)


def in_another_language(text: str) -> str:
    """A made-up text with the function words of another language."""
    return " ".join(OTHERS.get(word, word) for word in text.split(" "))


ODD: dict[str, Callable[[], list[Article]]] = {
    "seeds": seeds,
    "2 x 50000 without stops": lambda: [article(one.text.translate(STOPS)) for one in reports(2, 50_000)],
    "500 times the same": lambda: [article(reports(1, 60)[0].text, number) for number in range(500)],
    "one": lambda: reports(1, 500),
    "one and an empty one": lambda: [*reports(1, 500), article("")],
    "the same twice": lambda: reports(1, 5000) * 2,
    "one in another language": lambda: [*reports(4, 800), article(in_another_language(reports(5, 800)[4].text))],
}
"""What is no number of reports x words."""


class Listening:
    """A `stop` that never stops, and knows the longest time in which it was not asked."""

    def __init__(self) -> None:
        self.asked = time.process_time()
        self.longest = 0.0

    def __call__(self) -> bool:
        """Whether to stop: no."""
        now = time.process_time()
        self.longest, self.asked = max(self.longest, now - self.asked), now
        return False


def measure(name: str) -> int:
    """Compare one set of articles; print the seconds, the longest time not asked, and the megabytes."""
    from briefings.framing import compare

    articles = ODD[name]() if name in ODD else reports(*map(int, name.split(" x ")))
    compare(reports(2, 100))
    seconds: list[float] = []
    while not seconds or (sum(seconds) / len(seconds) < QUICK and len(seconds) < 15):
        listening = Listening()
        start = time.process_time()
        compare(articles, stop=listening)
        seconds.append(time.process_time() - start)
    print(sorted(seconds)[len(seconds) // 2], listening.longest, getrusage(RUSAGE_SELF).ru_maxrss // 1024)
    return 0


def main() -> int:
    """Measure each set in a process of its own; 1 when a bar is missed."""
    missed = 0
    for name, (most_seconds, most_memory) in BARS.items():
        if name == "seeds" and not SEEDS.is_dir():
            print(f"{name:24} not measured: there is no {SEEDS.parent.name}/{SEEDS.name} beside the repository")
            continue
        command = [sys.executable, "-m", "benchmarks.comparing", name]
        printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        seconds, longest, memory = map(float, printed.split())
        missed += seconds > most_seconds or memory > most_memory
        took = f"{seconds:7.3f} s (bar {most_seconds}), {memory:.0f} MB (bar {most_memory})"
        print(f"{name:24} {took}, not asked for {longest:.3f} s", flush=True)
    return int(missed > 0)


if __name__ == "__main__":
    sys.exit(measure(sys.argv[1]) if len(sys.argv) > 1 else main())
