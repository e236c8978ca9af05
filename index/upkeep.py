"""The work on an index that can wait: quoted speech, merging, a look at every byte. A piece at a time, in idle time.

Not here: what cannot wait (`indexing.py`).
"""

# mypy: allow-untyped-calls

from __future__ import annotations

from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING

from index.analysis import form_and_stem
from index.contents import article_document
from index.indexing import Writing, changes, find_article

if TYPE_CHECKING:
    from whoosh.query.qcore import Query

    from briefings.library import Library
    from index.segments import Segments
    from index.shelf import Shelf

PIECE = 100
"""Of how many articles the quoted speech is read in one piece: a second of two processes, as writing waits for it."""

LARGEST = 20_000
"""Segments of more documents are not merged any more."""

_WORN = 0.25
"""The share of removed documents from which a segment is rewritten."""
_ARTICLE = form_and_stem("article")[1]


def tend(library: Library, shelf: Shelf) -> bool:
    """Do one piece, where no other window is writing and the index is up to date; whether there was one to do.

    A damaged index is forgotten, so that the next refresh builds it anew.
    """
    with shelf.writing(0.0) as mine:
        if not mine:
            return False
        manifest = shelf.manifest()
        if manifest is None:
            shelf.forget()
            return False
        if changes(library, manifest):
            return False
        writing = Writing(shelf, manifest, is_new=False)
        with closing(writing):
            ids = list(_some(writing.segments))
            if ids:
                writing.remove(ids)
                articles = [article for id in ids if (article := find_article(library, id))]
                writing.add(partial(map, article_document, articles), many=True, hear=True, polite=True)
            elif not (_rewrite_worn(writing) or writing.merge(LARGEST)):
                return False
            writing.publish(manifest)
    return True


def _some(index: Segments) -> list[str]:
    """The ids of the first few articles whose quoted speech was not looked for yet."""
    found = list[str]()
    for part in index.parts.values():
        for number in sorted(unheard_in(index, part.segment.segment_id()))[: PIECE - len(found)]:
            found.append(part.opened.stored(number)["id"])
    return found


def unheard(index: Segments) -> int:
    """Of how many articles the quoted speech was not looked for yet."""
    return sum(len(unheard_in(index, name)) for name in index.parts)


def lacking(query: Query, index: Segments) -> str:
    """What an answer to a query lacks because quoted speech is read in idle time; empty where it is whole."""
    fields = {leaf.field() for leaf in query.leaves()}
    missing = unheard(index) if fields & {"quote", "speaker"} else 0
    return f"the quoted speech of {missing} articles is not read yet" if missing else ""


def unheard_in(index: Segments, name: str) -> set[int]:
    """The numbers of the articles of one segment whose quoted speech was not looked for yet."""
    part = index.parts[name]
    articles, done = part.postings("kind", _ARTICLE), part.postings("heard", "yes")
    return set(articles.documents if articles else ()) - set(done.documents if done else ()) - part.removed


def _rewrite_worn(writing: Writing) -> bool:
    """Rewrite one segment much of which was removed; whether there was one."""
    for part in writing.segments.parts.values():
        if len(part.removed) > _WORN * part.count:
            writing.rewrite([part])
            return True
    return False
