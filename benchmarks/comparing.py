"""How long a comparison takes, and how much memory: 5, 20 and 100 reports of one made-up meeting, and one long text.

The reports are generated: invented words as frequent as words of prose are (Zipf), a stock of facts and quotes that
several outlets take, each changing a few words, and sentences of their own. Bars, on one core, with everything
imported: 5 reports of 500 words in 80 ms, 20 of 800 in 1 s, 100 of 800 in 10 s, two of 50,000 in 30 s; 300 MB for all
but the last, which may take 600.
"""

from __future__ import annotations

import random
import resource
import subprocess
import sys
import time

from briefings.article import Article

BARS = {"5 x 500": (0.08, 300), "20 x 800": (1.0, 300), "100 x 800": (10.0, 300), "2 x 50000": (30.0, 600)}
"""Reports x words -> the seconds and the megabytes they may take."""
FUNCTION = (
    "the",
    "of",
    "and",
    "to",
    "in",
    "a",
    "that",
    "for",
    "on",
    "with",
    "as",
    "by",
    "at",
    "from",
    "was",
    "has",
    "its",
)
CUES = ("said", "told reporters", "warned", "announced")
VOCABULARY = 4000


class Meeting:
    """A made-up meeting: its words, its people, what can be reported of it."""

    def __init__(self, source: random.Random, facts: int) -> None:
        """source: of chance. facts: how many there are, in words that all reports share."""
        self.source = source
        letters = ("bcdfglmnprstv", "aeiou")
        self.words = [
            "".join(source.choice(letters[n % 2]) for n in range(source.randint(4, 9))) for _ in range(VOCABULARY)
        ]
        self.weights = [1 / (rank + 5) for rank in range(VOCABULARY)]
        self.people = [" ".join(source.choices(self.words, k=2)).title() for _ in range(8)]
        self.facts = [self.sentence(source.randint(14, 30)) for _ in range(facts)]

    def sentence(self, length: int) -> str:
        """A sentence of about so many words: half of them function words, now and then a figure, a quote."""
        content = self.source.choices(self.words, self.weights, k=length)
        words = [self.source.choice(FUNCTION) if self.source.random() < 0.45 else word for word in content]
        if self.source.random() < 0.3:
            words.insert(length // 2, f"{self.source.randint(20, 90_000):,}")
        if self.source.random() < 0.25:
            return f"“{' '.join(words).capitalize()},” {self.source.choice(self.people)} {self.source.choice(CUES)}."
        return " ".join(words).capitalize() + "."

    def told(self, fact: str) -> str:
        """A fact as one outlet words it: as it stands, a few words changed, or many."""
        changed = self.source.choice((0.0, 0.1, 0.4))
        return " ".join(
            self.source.choice(self.words) if word.isalpha() and self.source.random() < changed else word
            for word in fact.split()
        )

    def report(self, length: int) -> str:
        """The text of one report: half of it facts of the meeting, half its own."""
        paragraphs: list[str] = []
        size = 0
        while size < length:
            shared = [self.told(self.source.choice(self.facts)), self.sentence(22)]
            paragraphs.append(" ".join(shared))
            size += len(paragraphs[-1].split())
        return "\n\n".join(paragraphs)


def reports(count: int, length: int) -> list[Article]:
    """So many reports of so many words each; always the same ones."""
    meeting = Meeting(random.Random(11), max(40, length // 20))
    return [Article(id=f"outlet-{n}", outlet=f"Outlet {n}", text=meeting.report(length)) for n in range(count)]


def measure(name: str) -> int:
    """Compare one set of reports; print seconds and megabytes."""
    from briefings.framing import compare

    count, length = map(int, name.split(" x "))
    articles = reports(count, length)
    compare(reports(2, 100))
    seconds = []
    for _ in range(9 if count * length < 10_000 else 1):
        start = time.perf_counter()
        compare(articles)
        seconds.append(time.perf_counter() - start)
    print(f"{sorted(seconds)[len(seconds) // 2]:.3f} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024}")
    return 0


def main() -> int:
    """Measure each set in a process of its own; 1 when a bar is missed."""
    missed = 0
    for name, (most_seconds, most_memory) in BARS.items():
        command = [sys.executable, "-m", "benchmarks.comparing", name]
        printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        seconds, memory = map(float, printed.split())
        missed += seconds > most_seconds or memory > most_memory
        print(f"{name:10} {seconds:7.3f} s (bar {most_seconds}), {memory:.0f} MB (bar {most_memory})")
    return int(missed > 0)


if __name__ == "__main__":
    sys.exit(measure(sys.argv[1]) if len(sys.argv) > 1 else main())
