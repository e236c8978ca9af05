"""The kinds of fields a query can name: how Whoosh's parser reads what stands after their colon.

Not here: which fields there are (`documents.py`, `query.py`), how their words are kept (`inversion.py`).
"""

# mypy: allow-untyped-calls

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from whoosh import fields
from whoosh.analysis.acore import Token
from whoosh.analysis.analyzers import Analyzer
from whoosh.formats import Existence

from index.analysis import WORD, form, form_and_stem
from index.days import span_of_days

TITLE_WEIGHT = 4
"""How many times a word of the title counts."""


class Words(Analyzer):
    """Our words as Whoosh's tokens: what its query parser reads words and phrases with."""

    def __init__(self, *, stems: bool = True) -> None:
        """stems: whether a word stands for its other forms too."""
        self._part = 1 if stems else 0

    def __call__(self, value: str, **options: Any) -> Iterator[Token]:
        """The stems (or forms) of `value`, one token object given again and again, as Whoosh does.

        With the option `tokenize=False`, as for prefixes and fuzzy words, `value` is one word and is only folded.
        """
        token = Token(**options)
        if not options.get("tokenize", True):
            token.text = form(value)
            yield token
            return
        for place, match in enumerate(WORD.finditer(value)):
            token.text = form_and_stem(match.group())[self._part]
            token.pos = place
            token.startchar, token.endchar = match.span()
            yield token


class WordField(fields.FieldType):
    """A field of stems; what is kept of it is the codec's business."""

    def __init__(self) -> None:
        super().__init__(Existence(), Words(), scorable=True, multitoken_query="phrase")


class ExactField(fields.FieldType):
    """What queries read folded forms with, not their stems; nothing is indexed under it."""

    def __init__(self) -> None:
        super().__init__(Existence(), Words(stems=False), multitoken_query="phrase")


class MarkField(fields.FieldType):
    """One of a few names; nothing is indexed under it."""

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__(Existence(), Words(stems=False))
        self.names = names

    def self_parsing(self) -> bool:
        """Names are read here."""
        return True

    def parse_query(self, fieldname: str, qstring: str, boost: float = 1.0) -> Any:
        """The name as a term. Raises QueryParserError for another."""
        from whoosh.qparser.common import QueryParserError
        from whoosh.query.terms import Term

        if form(qstring) not in self.names:
            raise QueryParserError(f"{fieldname}: knows {', '.join(self.names)}, not {qstring!r}")
        return Term(fieldname, form(qstring), boost=boost)


class DayField(fields.NUMERIC):
    """A day as its proleptic Gregorian ordinal; queries name days, months or years."""

    def __init__(self) -> None:
        super().__init__(int, 32, signed=False, shift_step=0, sortable=True)

    def parse_query(self, fieldname: str, qstring: str, boost: float = 1.0) -> Any:
        """`2023`, `2023-12` or `2023-12-27` as the range of its days."""
        return self.parse_range(fieldname, qstring, qstring, False, False, boost)

    def parse_range(
        self, fieldname: str, start: str | None, end: str | None, startexcl: bool, endexcl: bool, boost: float = 1.0
    ) -> Any:
        """From the first day of `start` to the last of `end`. Raises QueryParserError for what is no day."""
        from whoosh.qparser.common import QueryParserError
        from whoosh.query.ranges import NumericRange

        try:
            first = span_of_days(start)[startexcl].toordinal() if start else None
            last = span_of_days(end)[not endexcl].toordinal() if end else None
        except ValueError as error:
            raise QueryParserError(str(error)) from error
        return NumericRange(fieldname, first, last, startexcl, endexcl, boost=boost)
