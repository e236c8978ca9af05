"""Pages to measure cleaning with (`sources.py`), in the shapes that pasted text comes in. The words are invented."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

SIZE = 5_000_000
MENU = ["Home", "News", "Sport", "Weather", "Log in", "Subscribe", "Share this", "Related stories"]


def words(source: random.Random, count: int) -> str:
    """So many invented words, the first with a capital."""
    made = ("".join(source.choices("aeioulnrst", k=source.randint(2, 9))) for _ in range(count))
    return " ".join(made).capitalize()


def paragraph(source: random.Random) -> str:
    """Four sentences of fifteen words."""
    return " ".join(words(source, 15) + "." for _ in range(4))


def page(source: random.Random, length: int) -> str:
    """A pasted page with a menu around an article of about `length` words."""
    paragraphs = [paragraph(source) for _ in range(length // 60)]
    return "\n".join([*MENU, words(source, 8), "", "\n\n".join(paragraphs), "", *MENU])


def pages(source: random.Random) -> list[str]:
    """A hundred pasted pages of 3,000 words."""
    return [page(source, 3000) for _ in range(100)]


def html(source: random.Random) -> list[str]:
    """One HTML page of 5 MB."""
    blocks = "".join(f"<p>{words(source, 60)}.</p>" for _ in range(SIZE // 390))
    return [f"<html><body><nav><a href='/'>Home</a></nav><article>{blocks}</article></body></html>"[:SIZE]]


def thread(source: random.Random) -> Iterator[str]:
    """The lines of an article with comments under it: a name, a time, a few words, a button."""
    yield from [*MENU, words(source, 8), *(paragraph(source) for _ in range(12))]
    while True:
        yield f"{words(source, 1)} {words(source, 1)}"
        yield f"{source.randint(2, 59)} minutes ago"
        yield f"{words(source, source.randint(8, 40))}."
        yield "Reply"


def wrapped(source: random.Random) -> Iterator[str]:
    """The lines of a text wrapped at a fixed width, all in one paragraph."""
    while True:
        yield words(source, 11).lower()[:70]


def listed(source: random.Random) -> Iterator[str]:
    """The items of an endless menu between which a sentence stands now and then."""
    while True:
        yield from (f"  • {words(source, 3)}" for _ in range(20))
        yield f"{words(source, 12)}."


def lines(count: int) -> Callable[[random.Random], Iterator[str]]:
    """Lines of so many words without an end."""

    def endless(source: random.Random) -> Iterator[str]:
        while True:
            yield words(source, count)

    return endless


def again(length: int) -> Callable[[random.Random], Iterator[str]]:
    """The same page of `length` words again and again."""

    def endless(source: random.Random) -> Iterator[str]:
        same = page(source, length)
        while True:
            yield same

    return endless


def article(source: random.Random) -> Iterator[str]:
    """The paragraphs of one very long article."""
    while True:
        yield paragraph(source) + "\n"


def filled(endless: Callable[[random.Random], Iterator[str]]) -> Callable[[random.Random], list[str]]:
    """One page of 5 MB of such lines."""

    def made(source: random.Random) -> list[str]:
        found, size = list[str](), 0
        for line in endless(source):
            found.append(line)
            size += len(line) + 1
            if size >= SIZE:
                break
        return ["\n".join(found)]

    return made


SHAPES: dict[str, Callable[[random.Random], list[str]]] = {
    "pages": pages,
    "html": html,
    "text": filled(article),
    "again": filled(again(600)),
    "thread": filled(thread),
    "listed": filled(listed),
    "wrapped": filled(wrapped),
    "six words a line": filled(lines(6)),
    "two words a line": filled(lines(2)),
}
"""What each shape is called -> its pages."""
