"""Other spellings of a query that finds nothing, from the words of an archive, as one of its texts spells them.

Not here: when they are asked for. On one machine: `index/spelling.py`.
"""

# mypy: allow-untyped-calls

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from whoosh.query.positional import Phrase
from whoosh.query.terms import Term

from index.analysis import WORD, form_and_stem
from index.opensearch.archive import Archive
from index.opensearch.mapping import term
from index.spelling import SUGGESTIONS, TEXT, farthest, respelt, spelt_words

if TYPE_CHECKING:
    from whoosh.query.qcore import Query

_NONE = {"size": 0, "query": {"match_all": {}}, "track_total_hits": False}


def corrections(query: str, tree: Query, archive: Archive) -> tuple[str, ...]:
    """`query` with the words the archive does not know spelt otherwise, likeliest first."""
    asked = set(_words(tree))
    places = [match for match in spelt_words(query) if asked.intersection(form_and_stem(match.group()))]
    known = _known([match.group() for match in places], archive) if places else set()
    unknown = [match for match in places if match.group() not in known]
    found = [(match, spellings) for match in unknown if (spellings := _near(match.group(), archive))]
    return respelt(query, found)


def _known(words: list[str], archive: Archive) -> set[str]:
    """Those of the words whose stem stands in a document."""
    stems = {word: {"term": {"words": term(form_and_stem(word)[1])}} for word in words}
    reply, _ = archive.ask(_NONE | {"aggs": {"known": {"filters": {"filters": stems}}}})
    return {word for word, bucket in reply["aggregations"]["known"]["buckets"].items() if bucket["doc_count"]}


def _near(word: str, archive: Archive) -> list[str]:
    """The nearest words of the archive, as a text spells them, the nearest first and of those the commonest."""
    form = form_and_stem(word)[0]
    how = {"field": "exact", "size": 2 * SUGGESTIONS, "suggest_mode": "always", "prefix_length": 1}
    how |= {"max_edits": farthest(form), "string_distance": "damerau_levenshtein"}
    suggest = {"near": {"text": term(form), "term": how | {"min_word_length": 2}}}
    reply, _ = archive.ask(_NONE | {"suggest": suggest})
    options = [option["text"] for entry in reply["suggest"]["near"] for option in entry["options"]]
    spellings = (_spelling(option, archive) for option in options)
    return list(dict.fromkeys(filter(None, spellings)))[:SUGGESTIONS]


def _spelling(form: str, archive: Archive) -> str:
    """How a document spells a form; empty where it is gone."""
    source = ["document.title", "document.text"]
    reply, _ = archive.ask({"size": 1, "query": {"term": {"exact": form}}, "_source": source})
    for found in reply["hits"]["hits"]:
        plain = found["_source"]["document"]
        for match in WORD.finditer(f"{plain['title'] or ''}\n{plain['text']}"):
            if form_and_stem(match.group())[0] == form:
                return match.group()
    return ""


def _words(tree: Query) -> Iterator[str]:
    if isinstance(tree, Term | Phrase) and tree.fieldname in TEXT:
        yield from tree.words if isinstance(tree, Phrase) else (tree.text,)
    for child in () if tree.is_leaf() else tree.children():
        yield from _words(child)
