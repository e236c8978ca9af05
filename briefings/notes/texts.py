"""The texts notes are on, by name: articles, and briefings as articles, so that every format finds words one way."""

from __future__ import annotations

from collections.abc import Mapping

from briefings.article import Article
from briefings.notes.note import Note


def text_of(note: Note, articles: Mapping[str, Article]) -> Article | None:
    """The text a note is on: an article under its id, a briefing under `briefing:` and its name; None where absent."""
    return articles.get(note.article if note.kind == "article" else str(note.target))
