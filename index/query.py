"""The query language: what a reader types -> Whoosh's query tree and what was wrong with it.

Words, "phrases", AND OR NOT, brackets, fields, days, prefix*, fuzzy~; docs/search.md tells it with examples. A query
that cannot be understood whole is read as well as it can be, never refused. The leaves of a tree name the fields of
`FIELDS` (their values stems, as `analysis.py` makes them; under `exact` folded forms) and `words`: title and text. Not
here: which words of an index a prefix stands for (`expansion.py`), what a query hits in a text (`matches.py`).
"""

# mypy: allow-untyped-calls

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from whoosh.qparser import plugins
from whoosh.qparser.default import QueryParser
from whoosh.query.qcore import NullQuery

from index.analysis import WORD
from index.documents import schema
from index.fields import ExactField, MarkField, WordField

if TYPE_CHECKING:
    from whoosh.query.qcore import Query

MARKS = ("note",)
"""What an article may be asked to have, after `has:`."""

FIELDS = ("title", "outlet", "credit", "date", "kind", "quote", "speaker", "exact", "briefing", "code", "has")
"""What may stand before a colon. `quote`: words inside quoted speech. `exact`: words as they are written, not as stems.
`briefing`: the name or title of a briefing that has the article among its sources. `code`: a code of a note on it."""

OF_LIBRARY = ("briefing", "code", "has")
"""The fields that tell what a reader did with an article, not what stands in it."""

FURTHEST = 2
"""How many letters a fuzzy word may differ in."""

_FIELD = re.compile(r"(?<![\w:])([^\W\d]\w*):(?=[^\s/])")
_TYPOGRAPHIC = str.maketrans("“”„‟«»", '""""""')
_DANGLING = re.compile(r"(?<!\S)(?:AND|OR|NOT)\s*$|^\s*(?:AND|OR)(?!\S)|(?<!\S)(?:AND|OR)\s+(?=(?:AND|OR)(?!\S))")
_RANGE = re.compile(r"[\[{][^\[\]{}]*?\bTO\b[^\[\]{}]*[\]}]", re.I)
_NOT = r"(?:^|(?<=[\s()]))(?:NOT(?=\s)|-(?=[\w\"(]))"
_STARS = re.compile(r"\*{2,}")
_FAR = re.compile(rf"(?<=\w)~[{FURTHEST + 1}-9]")


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
    plain, problems = _mend(_STARS.sub("*", text.translate(_TYPOGRAPHIC)))
    try:
        found = _parser().parse(plain)
    except Exception:  # noqa: BLE001 -- the parser raises what it likes; the words alone can always be searched for
        found = _parser().parse(" ".join(WORD.findall(plain)))
        problems.append("the query was not understood; its words were searched for")
    problems += _errors(found)
    found = _without_errors(found).normalize()
    if found == NullQuery and text.strip() and not problems:
        problems.append("there is no word to search for")
    return Parsed(found, "; ".join(dict.fromkeys(problems)))


def _mend(text: str) -> tuple[str, list[str]]:
    """`text` with what is left open closed, and a word on each mending."""
    problems = []
    if text.count('"') % 2:
        text += '"'
        problems.append("a quotation mark is missing; the phrase was read to the end")
    outside = re.sub(r'"[^"]*"', '""', text)
    if outside.count("(") != outside.count(")"):
        problems.append("a bracket is missing")
    if re.search(r"[\[\]{}]", _RANGE.sub("", outside)):
        problems.append("a range is written date:[2023-12-20 TO 2023-12-31]; the brackets were left out")
    if _FAR.search(outside):
        problems.append(f"a fuzzy word may differ in {FURTHEST} letters at most")
    for name in _FIELD.findall(outside):
        if name not in FIELDS:
            problems.append(f"there is no field {name}: (there are {', '.join(FIELDS)}); it was read as a word")
    while _DANGLING.search(text):
        text = _DANGLING.sub("", text)
        problems.append("AND, OR or NOT stands alone; it was left out")
    return text, problems


@lru_cache(maxsize=1)
def _parser() -> QueryParser:
    language: list[Any] = [
        plugins.WhitespacePlugin(),
        plugins.FieldsPlugin(expr=rf"(?P<text>{'|'.join(FIELDS)}):", remove_unknown=False),
        plugins.WildcardPlugin(),
        plugins.FuzzyTermPlugin(),
        plugins.PhrasePlugin(),
        plugins.RangePlugin(),
        plugins.GroupPlugin(),
        plugins.OperatorsPlugin(Not=_NOT, AndNot=None, AndMaybe=None, Require=None),
    ]
    known = schema()
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
    own = [str(found.error)] if getattr(found, "error", None) else []
    return own + [error for child in found.children() for error in _errors(child)]
