"""How long notes take in a large library: their pane, the list of all, their counts, and finding their words again.

Run it with `python -m benchmarks.notes`. The library is generated: 2,000 articles, 100,000 notes of 30 codes and 4
authors. For finding words again, articles are rewritten so that each of 10,000 notes has to be looked for: some words
stand where they stood, most elsewhere, some were edited or are gone.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import NamedTuple

from briefings.article import Article, Span
from briefings.library import Library
from briefings.note_filter import NoteFilter
from briefings.notes.note import Note, Target, new_note

ARTICLES, NOTES, MOVED = 2_000, 100_000, 10_000
PANE_MS, PAGE_MS, PLACES_MS = 100.0, 500.0, 10_000.0
"""Bars: the notes of one text; a page of all notes with the counts beside it; placing `MOVED` notes again."""
PAGE = 200

_STEMS = tuple("bar cor del fen gar hol jun kel lor mar nev oster pel quar ros sel tor ulm ver wes".split(" "))  # noqa: SIM905
_ENDS = ("a", "e", "ing", "ed", "er", "ion", "al", "ity", "ment", "s")


def main() -> int:
    """Measure, print, and say how many bars were missed."""
    with TemporaryDirectory() as folder, Library.open(Path(folder)) as library:
        chance = random.Random(11)
        articles = [generated(number, chance) for number in range(ARTICLES)]
        library.add_all(articles)
        notes = [generated_note(articles[number % ARTICLES], chance) for number in range(NOTES)]
        took = timed(lambda: library.add_notes(notes, "import"))
        print(f"{NOTES} notes on {ARTICLES} articles taken in: {took.elapsed:.0f} ms, {took.worked:.0f} of it work")
        return sum((pane(library, articles[7]), page(library), places(library, articles, chance)))


def pane(library: Library, article: Article) -> bool:
    """The notes of one article."""
    return told(f"notes pane, {NOTES // ARTICLES} notes", best(lambda: library.notes(article.id)), PANE_MS)


def page(library: Library) -> bool:
    """What the screen of all notes opens with: their number, the first page, the counts by code x outlet."""
    missed = 0
    for name, which in (
        ("all notes", NoteFilter()),
        ("one code", NoteFilter(code="code 3")),
        ("one author's", NoteFilter(author="Ben")),
        ("words", NoteFilter(words="torment quar")),
    ):

        def opened(which: NoteFilter = which) -> None:
            library.count_notes(which)
            library.notes_page(which, PAGE)
            library.count_notes_by(("code", "outlet"), which)

        missed += told(f"notes screen, {name}", best(opened), PAGE_MS)
    last = best(lambda: library.notes_page(NoteFilter(), PAGE, NOTES - PAGE))
    return told("the last page of all notes", last, PAGE_MS) or bool(missed)


def places(library: Library, articles: list[Article], chance: random.Random) -> bool:
    """Notes placed again after their articles were rewritten, and all of them on one long article."""
    spread = articles[: MOVED * ARTICLES // NOTES]

    def rewritten() -> None:
        for article in spread:
            library.rewrite(article.id, edited(article.text, chance), (), "rewrite")

    missed = told(f"{MOVED} notes placed again on {len(spread)} articles", timed(rewritten), PLACES_MS)
    long = Article("long-00000000", "Long", "\n\n".join(article.text for article in spread[:40]))
    library.add(long)
    library.add_notes([generated_note(long, chance) for _ in range(MOVED)], "import")
    text = edited(long.text, chance)
    took = timed(lambda: library.rewrite(long.id, text, (), "rewrite"))
    lost = library.count_notes(NoteFilter(targets=(Target("article", long.id),), lost=True))
    print(f"{lost} of them lost their place")
    return told(f"{MOVED} notes placed again on one article of {len(text)} characters", took, PLACES_MS) or missed


def generated(number: int, chance: random.Random) -> Article:
    """An article of about 600 words."""
    text = "\n\n".join(" ".join(sentence(chance) for _ in range(4)) for _ in range(10))
    return Article(f"outlet-{number:08x}", f"Outlet {number % 40}", text)


def sentence(chance: random.Random) -> str:
    """Fifteen words made up."""
    words = [
        chance.choice(_STEMS) + chance.choice(_STEMS) * chance.randint(0, 1) + chance.choice(_ENDS) for _ in range(15)
    ]
    return " ".join(words).capitalize() + "."


def generated_note(article: Article, chance: random.Random) -> Note:
    """A note on three to thirty words."""
    starts = [at for at, ch in enumerate(article.text) if ch == " "] if len(article.text) < 8000 else []
    start = 1 + (
        chance.choice(starts) if starts else article.text.index(" ", chance.randrange(len(article.text) - 400))
    )
    end = article.text.find(" ", start + chance.randint(20, 200))
    codes = tuple({f"code {min(chance.randrange(30), chance.randrange(30))}" for _ in range(chance.randint(0, 3))})
    author = chance.choice(("Ana", "Ben", "Cleo", "Dov"))
    return new_note(article, Span(start, end if end > 0 else len(article.text)), sentence(chance), codes, author)


def edited(text: str, chance: random.Random) -> str:
    """The text with a line before it, a tenth of its sentences changed in a word, a tenth left out."""
    kept = ["By our own reporter."]
    for old in text.split(". "):
        fate = chance.random()
        if fate < 0.1:
            words = old.split(" ")
            words[len(words) // 2] = chance.choice(_STEMS)
            kept.append(" ".join(words))
        elif fate < 0.9:
            kept.append(old)
    return ". ".join(kept)


class Took(NamedTuple):
    """How long a job took, and how long the processor worked for it, in milliseconds; under load only that tells."""

    elapsed: float
    worked: float


def timed(job: Callable[[], object]) -> Took:
    """How long a job took."""
    start, worked = perf_counter(), process_time()
    job()
    return Took((perf_counter() - start) * 1000, (process_time() - worked) * 1000)


def best(job: Callable[[], object]) -> Took:
    """The median of five."""
    return sorted(timed(job) for _ in range(5))[2]


def told(what: str, took: Took, bar: float) -> bool:
    """Print a figure beside its bar; whether it missed it."""
    print(f"{what}: {took.elapsed:.0f} ms, {took.worked:.0f} of them work (bar: {bar:.0f} ms)", flush=True)
    return took.elapsed > bar


if __name__ == "__main__":
    sys.exit(main())
