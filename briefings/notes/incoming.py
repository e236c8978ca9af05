"""What a file of notes holds. Not here: the formats, and taking notes into a library (`exchange.py`)."""

from __future__ import annotations

from dataclasses import dataclass

from briefings.article import Article
from briefings.notes.codebook import EMPTY, Codebook
from briefings.notes.note import Note


@dataclass(frozen=True, slots=True)
class Incoming:
    """The contents of one file.

    notes: as the file has them, each on the text it names. texts: those the file brings along, by the names the notes
    use; their text is as the file has it, and the spans of the notes point into it. codebook: its codes.
    told: what was left out and how the file was understood, in the reader's words.
    """

    notes: tuple[Note, ...] = ()
    texts: tuple[Article, ...] = ()
    codebook: Codebook = EMPTY
    told: tuple[str, ...] = ()
