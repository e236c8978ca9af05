"""Articles, briefings and notes as documents to index. Not here: how an engine keeps them, and when."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from briefings.article import Article, Span
from index.briefing_texts import PREFIX, read_briefing
from index.engine import Document

if TYPE_CHECKING:
    from briefings.framing.quotes import Quote
    from briefings.notes.note import Note

NOTE_PREFIX = "note:"
"""What the id of a note's document begins with; the note's id follows."""


def article_document(article: Article, *, hear: bool = False) -> Document:
    """An article as a document. hear: whether to look for its quoted speech, some four milliseconds an article."""
    known = (article.title, article.outlet, article.credit, article.published)
    document = Document(article.id, "article", article.text, *known)
    return with_speech(document) if hear else document


def with_speech(document: Document) -> Document:
    """A document with its quoted speech; one that is no article, or has it, as it is."""
    if document.heard:
        return document
    quotes, speakers = heard(document.text)
    return replace(document, quotes=quotes, speakers=speakers, heard=True)


def heard(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(the words of each quote, its speakers without doubles) of a text."""
    quotes = _quotes(text)
    speakers = dict.fromkeys(quote.speaker for quote in quotes if quote.speaker)
    return tuple(quote.content.of(text) for quote in quotes), tuple(speakers)


@lru_cache(maxsize=64)
def speech(text: str) -> tuple[Span, ...]:
    """The spans of the quoted speech in a text."""
    return tuple(quote.content for quote in _quotes(text))


def _quotes(text: str) -> list[Quote]:
    """The quotes of a text, without words in marks that quote nobody."""
    from briefings.framing.quotes import find_quotes

    return [quote for quote in find_quotes(text) if quote.kind != "scare"]


def briefing_document(file: Path) -> Document:
    """A briefing's words without front matter as a document. Raises OSError where the file cannot be read."""
    title, text, day = read_briefing(file)
    return Document(PREFIX + file.stem, "briefing", text, title, published=day, heard=True)


def note_document(note: Note, article: Article | None) -> Document:
    """A note as a document: its comment. article: the one it stands on; None where that is gone."""
    known = (article.title, article.outlet, article.credit, article.published) if article else (None, "", None, None)
    on = note.article if note.kind == "article" else PREFIX + note.article
    return Document(NOTE_PREFIX + note.id, "note", note.comment, *known, article=on, heard=True)
