"""Points: sentences of different articles that report the same thing."""

from __future__ import annotations

from dataclasses import dataclass

from briefings.article import Span


@dataclass(frozen=True, slots=True)
class Point:
    """One thing reported by two or more articles: a group of aligned sentences.

    members: (index of the text, the sentence's span in it), by text and then by place; a text may be there twice.
    label: a few of the members' own words.
    why: what the alignment rests on, in the members' words: ("191,113", "November", "Border Patrol").
    """

    members: list[tuple[int, Span]]
    label: str
    why: tuple[str, ...] = ()
