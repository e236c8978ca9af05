"""What an archive keeps of an article, briefing or note: its fields, and what goes into them.

The words are cut, folded and stemmed here, by `analysis.py`, and joined by spaces; the archive splits at spaces and
does nothing else to them, so that both engines have the same words. They are left out of what is stored: `document`
holds the plain text, from which `from_stored` makes the document again. Not here: queries (`query.py`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from typing import Any

from briefings.article import Article
from briefings.copies import SAMPLE, runs
from index.analysis import fold, forms_and_stems
from index.engine import Document
from index.fields import TITLE_WEIGHT

VERSION = 1
"""Grows with every change of what is kept or how: an archive of an older number is filled anew beside the old one."""

SHARDS = 3
WORD_FIELDS = ("words", "exact", "title", "outlet", "credit", "quote", "speaker", "kind")
_GAP = 1_000
"""Positions left free between title and text and between quotes, so that no phrase runs from one into the other."""

_LONGEST = 255
"""Code points of a word; the archive would cut longer ones in two."""


_FEW = 4


def template(archive: str, shards: int = SHARDS) -> dict[str, Any]:
    """The index template of an archive: what each of its indexes is made by. shards: of a new index."""
    return {
        "index_patterns": [f"{archive}.v*"],
        "template": {
            "settings": {
                "number_of_shards": shards,
                "auto_expand_replicas": "0-1",
                "codec": "best_compression",
                "analysis": {"analyzer": {"our_words": {"type": "custom", "tokenizer": "whitespace"}}},
            },
            "mappings": {
                "_meta": {"version": VERSION},
                "dynamic": "strict",
                "_source": {"excludes": list(WORD_FIELDS)},
                "properties": _properties(),
            },
        },
    }


def _properties() -> dict[str, Any]:
    words = {"type": "text", "analyzer": "our_words", "position_increment_gap": _GAP}
    names = ("id", "kind_name", "outlet_name", "outlet_key", "article", "library")
    return {
        **dict.fromkeys(WORD_FIELDS, words),
        **{name: {"type": "keyword", "ignore_above": 8_000} for name in names},
        "published": {"type": "date", "format": "strict_date"},
        "length": {"type": "integer"},
        "prints": {"type": "integer", "index": False, "doc_values": False},
        "heard": {"type": "boolean"},
        "document": {"type": "object", "enabled": False},
    }


def stored(document: Document, library: str, article: Article | None = None) -> dict[str, Any]:
    """The fields of a document. library: the identity of the one that sends it. article: the article it is of."""
    more = {"url": article.url, "byline": article.byline, "retold": article.retold} if article else {}
    plain = asdict(document) | {"published": _iso(document.published)} | more
    return _fields(document) | {"library": library, "document": plain}


def from_stored(source: dict[str, Any]) -> Document:
    """The document that was stored."""
    plain = {name: source["document"][name] for name in Document.__dataclass_fields__}
    day = plain["published"]
    published = date.fromisoformat(day) if day else None
    return Document(
        **plain | {"published": published, "quotes": tuple(plain["quotes"]), "speakers": tuple(plain["speakers"])}
    )


def article_of(source: dict[str, Any]) -> Article:
    """The article that was stored."""
    found, plain = from_stored(source), source["document"]
    return Article(
        id=found.id,
        outlet=found.outlet,
        text=found.text,
        title=found.title,
        published=found.published,
        url=plain.get("url"),
        byline=plain.get("byline"),
        credit=found.credit,
        retold=plain.get("retold", False),
    )


def mapped_anew(source: dict[str, Any]) -> dict[str, Any]:
    """A stored source with its fields made again from the plain document, as this version makes them."""
    return _fields(from_stored(source)) | {"library": source["library"], "document": source["document"]}


def _fields(document: Document) -> dict[str, Any]:
    title, text = forms_and_stems(document.title or ""), forms_and_stems(document.text)
    stems = _joined(stem for _, stem in title)
    return {
        "id": document.id,
        "kind_name": document.kind,
        "kind": _stems(document.kind),
        "words": [*([stems] * round(TITLE_WEIGHT)), _joined(stem for _, stem in text)],
        "exact": [_joined(form for form, _ in title), _joined(form for form, _ in text)],
        "title": stems,
        "outlet": _stems(document.outlet),
        "credit": _stems(document.credit or ""),
        "quote": [_stems(quote) for quote in document.quotes],
        "speaker": [_stems(speaker) for speaker in document.speakers],
        "outlet_name": document.outlet,
        "outlet_key": fold(document.outlet),
        "article": document.article,
        "published": _iso(document.published),
        "length": len(text),
        "prints": _prints(document.text),
        "heard": document.heard,
    }


def term(word: str) -> str:
    """A form or stem as the archive keeps it: one word for a tokenizer that splits at white space."""
    return "".join(word.split())[:_LONGEST]


def _joined(words: Iterable[str]) -> str:
    words = list(words)
    joined = " ".join(words)
    is_plain = len(joined.split()) == len(words) and len(max(words, key=len, default="")) <= _LONGEST
    return joined if is_plain else " ".join(map(term, words))


def _stems(text: str) -> str:
    return _joined(stem for _, stem in forms_and_stems(text))


def _prints(text: str) -> list[int]:
    """Runs of words by which a text's copies are found: one in `SAMPLE`, and a few, so that a short text has some."""
    ordered = sorted(runs(text))
    return sorted({_signed(run) for at, run in enumerate(ordered) if at < _FEW or run % SAMPLE == 0})


def _signed(number: int) -> int:
    """An unsigned 32-bit number as the signed one with the same bits."""
    return number - (1 << 32) if number >> 31 else number


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
