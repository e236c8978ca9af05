"""The query language: what a reader types -> Whoosh's query tree and what was wrong with it.

Words, "phrases", AND OR NOT, brackets, fields, days, prefix*, fuzzy~; docs/search.md tells it with examples. A query
that cannot be understood whole is read as well as it can be, never refused. The leaves of a tree name the fields of
`FIELDS` (their values stems, as `analysis.py` makes them; under `exact` folded forms) and `words`: title and text. Not
here: what was typed wrong (`mending.py`), which words of an index a prefix stands for (`expansion.py`), what a query
hits in a text (`matches.py`).
"""

# mypy: allow-untyped-calls

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from whoosh.qparser import plugins
from whoosh.qparser.default import QueryParser
from whoosh.query.qcore import NullQuery

from index.analysis import WORD
from index.documents import schema
from index.fields import ExactField, MarkField, WordField
from index.mending import FIELDS, MARKS, OPERATORS, mend

if TYPE_CHECKING:
    from whoosh.query.qcore import Query

OF_LIBRARY = ("briefing", "code", "has")
"""The fields that tell what a reader did with an article, not what stands in it."""

KINDS = ("article", "briefing", "note")
"""What a document may be, after `kind:`."""

_NOT = r"(?:^|(?<=[\s()]))(?:NOT(?=\s)|-(?=[\w\"(]))"


@dataclass(frozen=True)
class Parsed:
    """A query, read.

    tree: Whoosh's query tree; NullQuery where nothing can be searched for.
    problem: what was wrong and how it was read, in the reader's words; empty when nothing was.
    """

    tree: Query
    problem: str = ""


@lru_cache(maxsize=256)
def parse(text: str) -> Parsed:
    """Read a query. Never raises."""
    plain, problems = mend(text)
    try:
        found, said = _read(plain)
    except Exception:  # noqa: BLE001 -- the parser raises what it likes; the words alone can always be searched for
        found, said = _read(" ".join(word for word in WORD.findall(plain) if word not in OPERATORS))
        problems.append("the query was not understood; its words were searched for")
    problems += said
    if found == NullQuery and text.strip() and not problems:
        problems.append("there is no word to search for")
    return Parsed(found, "; ".join(dict.fromkeys(problems)))


def _read(plain: str) -> tuple[Query, list[str]]:
    """The tree of a mended query and what its fields said."""
    found = _parser().parse(plain)
    return _without_errors(found).normalize(), _errors(found)


@lru_cache(maxsize=1)
def _parser() -> QueryParser:
    language: list[Any] = [
        plugins.WhitespacePlugin(),
        plugins.FieldsPlugin(expr=rf"(?<!\w)(?P<text>{'|'.join(FIELDS)}):", remove_unknown=False),
        plugins.WildcardPlugin(),
        plugins.FuzzyTermPlugin(),
        plugins.PhrasePlugin(),
        plugins.RangePlugin(),
        plugins.GroupPlugin(),
        plugins.OperatorsPlugin(Not=_NOT, AndNot=None, AndMaybe=None, Require=None),
    ]
    known = schema()
    known.remove("kind")
    known.add("kind", MarkField(KINDS))
    known.add("exact", ExactField())
    known.add("briefing", WordField())
    known.add("code", WordField())
    known.add("has", MarkField(MARKS))
    return QueryParser("words", known, plugins=language)


def _without_errors(node: Query) -> Query:
    """The tree without what its fields could not read: Whoosh would let it find nothing, in an AND too."""
    if isinstance(node, type(NullQuery)):
        return NullQuery
    return node if node.is_leaf() else node.apply(_without_errors)


def _errors(found: Query) -> list[str]:
    """What the fields said about values they could not read."""
    own = [str(said) for said in (getattr(found, "error", None), getattr(found, "said", None)) if said]
    return own + [error for child in found.children() for error in _errors(child)]
