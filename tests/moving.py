"""Columns of made-up texts, and every move a reader can make in them."""

from __future__ import annotations

import random

from briefings.article import Span
from tui.columns import Column, Columns

MOVES = [
    "next_sentence",
    "previous_sentence",
    "next_paragraph",
    "previous_paragraph",
    "next_column",
    "previous_column",
    "next_point",
    "previous_point",
    "page_down",
    "page_up",
    "scroll_down",
    "scroll_up",
    "align",
]


def column(letter: str, seed: int, count: int) -> Column:
    chance = random.Random(seed)
    text, spans = "", []
    for number in range(count):
        words = " ".join("x" * chance.randint(1, 9) for _ in range(chance.randint(2, 40)))
        text += "" if not text else ("\n\n" if number % 2 else " ")
        spans.append(Span(len(text), len(text) + len(words)))
        text += words
    return Column(letter, (letter,), text, spans)


def columns_of(seed: int) -> Columns:
    """Columns of different lengths with points told in different orders, some twice, some in few columns."""
    chance = random.Random(seed)
    made = [column("ABCDE"[n], seed + n, chance.choice([1, 3, 12, 40])) for n in range(chance.randint(2, 5))]
    points = []
    for _ in range(chance.randint(0, 15)):
        carriers = chance.sample(range(len(made)), chance.randint(2, len(made)))
        points.append({c: chance.choice(made[c].sentences) for c in carriers})
    return Columns(made, points)


def press(columns: Columns, move: str) -> None:
    if move in ("next_column", "previous_column"):
        columns.to_column(columns.active + (1 if move == "next_column" else -1))
    elif move in ("next_point", "previous_point"):
        columns.to_point(1 if move == "next_point" else -1)
    elif move in ("page_down", "page_up"):
        columns.page(1 if move == "page_down" else -1)
    elif move in ("scroll_down", "scroll_up"):
        columns.scroll(0, 3 if move == "scroll_down" else -3)
    elif move == "align":
        columns.align()
    else:
        columns.move(move)
