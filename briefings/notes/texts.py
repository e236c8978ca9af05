"""The texts notes are on, by name: articles, and briefings as articles, so that every format finds words one way.

Not here: finding words in them (`anchor.py`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from urllib.parse import urlsplit

from briefings.article import UNKNOWN_OUTLET, Article, article_id, paragraphs
from briefings.notes.note import Note
from briefings.notes.refi_xml import source_guid
from briefings.sources.address import names_web
from briefings.sources.decode import normalise

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

    That is their id, their address (`find_text`), their identity in REFI-QDA, and the name of one of `texts` that has
    their words.
    """
    brought = list(texts)
    wanted = {_words(normalise(text.text)): text.id for text in brought}
    found, same = dict[str, Article](), dict[str, Article]()
    for article in articles:
        kind, _, name = article.id.partition(":")
        target = ("briefing", name) if kind == "briefing" and name else ("article", article.id)
        found |= {article.url: article, _page(article.url): article} if article.url else {}
        found |= {f"{_ADDRESS}{source_guid(*target)}": article, article.id: article}
        if brought and (name := wanted.get(_words(article.text), "")):
            same.setdefault(name, article)
    return same | found


def find_text(name: str, known: Mapping[str, Article]) -> Article | None:
    """The text called `name` in what `known_by` gave; a page by its address, however that is written."""
    return known.get(name) or (known.get(_page(name)) if names_web(name) else None)


def _page(address: str) -> str:
    """What is the same in all ways a page's address is written: with or without `www.`, a slash at the end, the place
    on the page, and what tells only where the reader came from.
    """
    try:
        parts = urlsplit(address.strip())
        port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return address
    query = "&".join(part for part in parts.query.split("&") if not part.startswith("utm_"))
    return f"page:{host}{port}{parts.path.rstrip('/')}?{query}"


def unknown_texts(articles: Iterable[Article], texts: Iterable[Article]) -> list[Article]:
    """What came with notes and is not in the library, as articles that may be put in; briefings are left aside.

    They have no original: the text is as its coders had it, and no cleaner is to read it again.
    """
    brought = list(texts)
    known = known_by(articles, brought)
    return [_as_article(text) for text in brought if text.id not in known and not text.id.startswith(_BRIEFING)]


def _as_article(text: Article) -> Article:
    """A text of another program as an article: its lines are paragraphs where no blank line parts any."""
    plain = normalise(text.text)
    spans = paragraphs(plain)
    parts = plain.split("\n") if len(spans) == 1 else [span.of(plain) for span in spans]
    body = "\n\n".join(part for part in parts if part.strip())
    return replace(text, id=article_id(text.outlet or UNKNOWN_OUTLET, text.text.encode()), text=body)


def _words(text: str) -> bytes:
    """What is the same for texts of the same words, however their lines are broken."""
    return hashlib.sha256("".join(text.split()).encode("utf-8", "surrogatepass")).digest()
