"""A made-up meeting and the reports of it, as long and as many as wanted: for measurements, not for reading.

Invented words as frequent as words of prose are (Zipf), a stock of facts and quotes that several outlets take, each
changing a few words, and sentences of their own.
"""

from __future__ import annotations

import random

from briefings.article import Article

FUNCTION_WORDS = "the of and to in a that for on with as by at from was has its"
FUNCTION = tuple(FUNCTION_WORDS.split())
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
