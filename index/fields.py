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

_OPEN = "*"
"""What may stand for an open end of a range of days."""


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
    """One of a few names, in one of its forms; nothing is indexed under it here."""

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__(Existence(), Words())
        self.names = names

    def self_parsing(self) -> bool:
        """Names are read here."""
        return True

    def parse_query(self, fieldname: str, qstring: str, boost: float = 1.0) -> Any:
        """The stem of the name as a term. Raises QueryParserError for another."""
        from whoosh.qparser.common import QueryParserError
        from whoosh.query.terms import Term

        _, own = form_and_stem(qstring)
        if own not in (form_and_stem(name)[1] for name in self.names):
            raise QueryParserError(f"{fieldname}: knows {', '.join(self.names)}, not {qstring!r}")
        return Term(fieldname, own, boost=boost)


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
        """From the first day of `start` to the last of `end`; one that runs backwards is turned round, and says so.

        `*` and nothing leave an end open. Raises QueryParserError for what is no day.
        """
        from whoosh.qparser.common import QueryParserError
        from whoosh.query.ranges import NumericRange

        opens, closes = (None if end in (None, "", _OPEN) else end for end in (start, end))
        try:
            turned = opens and closes and span_of_days(opens)[0] > span_of_days(closes)[1]
            if turned:
                opens, closes, startexcl, endexcl = closes, opens, endexcl, startexcl
            first = span_of_days(opens)[startexcl].toordinal() if opens else None
            last = span_of_days(closes)[not endexcl].toordinal() if closes else None
        except ValueError as error:
            raise QueryParserError(str(error)) from error
        found: Any = NumericRange(fieldname, first, last, startexcl, endexcl, boost=boost)
        if turned:
            found.said = f"the range {start} TO {end} runs backwards; it was turned round"
        elif first is not None and last is not None and first + startexcl > last - endexcl:
            found.said = f"no day lies between {start} and {end}"
        return found
