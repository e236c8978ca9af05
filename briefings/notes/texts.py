"""The texts notes are on, by name: articles, and briefings as articles, so that every format finds words one way.

Not here: finding words in them (`anchor.py`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace

from briefings.article import UNKNOWN_OUTLET, Article, Span, article_id, paragraphs
from briefings.notes.note import Note
from briefings.notes.refi_xml import source_guid
from briefings.sources.decode import normalise
from briefings.sources.imported import Field, Imported

_BRIEFING = "briefing:"
_ADDRESS = "urn:uuid:"


def name_of(note: Note) -> str:
    """The name of the text a note is on: an article's id; of a briefing `briefing:` and its name."""
    return note.article if note.kind == "article" else str(note.target)


def text_of(note: Note, articles: Mapping[str, Article]) -> Article | None:
    """The text a note is on, from texts by name; None where it is absent."""
    return articles.get(name_of(note))


def briefing_text(name: str, title: str, text: str) -> Article:
    """A briefing as a text notes are on. name: the stem of its file. text: its Markdown rendered without tables."""
    return Article(f"{_BRIEFING}{name}", "", text, title)


def known_by(articles: Iterable[Article], texts: Iterable[Article] = ()) -> dict[str, Article]:
    """The articles of a library by every name notes may call them.

    That is their id, their address, their identity in REFI-QDA, and the name of one of `texts` that has their words.
    """
    brought = list(texts)
    wanted = {_words(normalise(text.text)): text.id for text in brought}
    found, same = dict[str, Article](), dict[str, Article]()
    for article in articles:
        kind, _, name = article.id.partition(":")
        target = ("briefing", name) if kind == "briefing" and name else ("article", article.id)
        found |= {article.url: article} if article.url else {}
        found |= {f"{_ADDRESS}{source_guid(*target)}": article, article.id: article}
        if brought and (name := wanted.get(_words(article.text), "")):
            same.setdefault(name, article)
    return same | found


def unknown_texts(articles: Iterable[Article], texts: Iterable[Article]) -> list[Imported]:
    """What came with notes and is not in the library, as articles that may be put in; briefings are left aside."""
    known = known_by(articles, list(texts))
    return [_imported(text) for text in texts if text.id not in known and not text.id.startswith(_BRIEFING)]


def _imported(text: Article) -> Imported:
    """A text of another program as an article: its lines are paragraphs where no blank line parts any."""
    data, plain = text.text.encode(), normalise(text.text)
    spans = paragraphs(plain)
    parts = plain.split("\n") if len(spans) == 1 else [span.of(plain) for span in spans]
    body = "\n\n".join(part for part in parts if part.strip())
    outlet = text.outlet or UNKNOWN_OUTLET
    article = replace(text, id=article_id(outlet, data), text=body)
    fields = {"title": Field(text.title, "inferred") if text.title else Field()}
    if outlet != UNKNOWN_OUTLET:
        fields["outlet"] = Field(outlet, "inferred")
    return Imported(article, data, text.text, (Span(0, len(text.text)),), fields, "REFI-QDA project")


def _words(text: str) -> bytes:
    """What is the same for texts of the same words, however their lines are broken."""
    return hashlib.sha256("".join(text.split()).encode("utf-8", "surrogatepass")).digest()
