"""Notes as Markdown to read and to print, article by article. It goes out only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby

from briefings.article import Article
from briefings.notes.note import Note
from briefings.report import escaped


def write(notes: Iterable[Note], articles: Mapping[str, Article]) -> str:
    """The notes under a heading for each article, in the order they are given: words, place, codes, comment."""
    parts = ["# Notes"]
    for id, group in groupby(notes, key=lambda note: note.article):
        article = articles.get(id)
        parts.append(f"## {escaped(_heading(id, article))}")
        for note in group:
            parts += [_quote(note, article), note.comment.strip()]
    return "\n\n".join(part for part in parts if part) + "\n"


def _heading(id: str, article: Article | None) -> str:
    if article is None:
        return f"{id} (not in the library)"
    return f"{article.outlet}: {article.title}" if article.title else article.outlet


def _quote(note: Note, article: Article | None) -> str:
    """The words as they stand now, their place, codes and author."""
    place = "lost its place"
    words = note.selector.exact
    if article and note.span:
        place, words = f"¶{article.paragraph_number(note.span.start)}", note.span.of(article.text)
    told = " · ".join(filter(None, (place, ", ".join(map(escaped, note.codes)), escaped(note.author))))
    return f"> “{escaped(words)}”\n>\n> {told}"
