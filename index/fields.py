"""The kinds of fields a document has in Whoosh: words with their positions, forms of words, days.

Not here: which fields there are (`documents.py`), the query language (`query.py`).
"""

# mypy: allow-untyped-calls

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Generator, Iterator
from typing import Any

from whoosh import fields
from whoosh.analysis.acore import Token
from whoosh.analysis.analyzers import Analyzer
from whoosh.formats import Existence, Format

from index.analysis import WORD, form, form_and_stem, forms_and_stems
from index.days import span_of_days

TITLE_WEIGHT = 4.0
"""How many times a word of the title counts."""

_GAP = 1_000
"""Positions left free between title and text, so that no phrase runs from one into the other."""

Posting = tuple[bytes, int, float, bytes]
"""What Whoosh takes for one word of a document: the word, how often, its weight, its positions."""


class Positions(Format):
    """Where a word stands, as 32-bit numbers: read back without unpickling."""

    def encode(self, positions: list[int]) -> bytes:
        """Positions, in order, as bytes."""
        return array("I", positions).tobytes()

    def decode_positions(self, value: bytes) -> list[int]:
        """The positions that `encode` wrote."""
        return array("I", value).tolist()

    def decode_frequency(self, value: bytes) -> int:
        """How many positions `value` holds."""
        return len(value) // array("I").itemsize

    def combine(self, values: list[bytes]) -> bytes:
        """One value for several of one document."""
        return self.encode(sorted({place for value in values for place in self.decode_positions(value)}))


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
    """A field of stems with their positions. Its value is a text, or a pair of title and text."""

    def __init__(self, *, stored: bool = False) -> None:
        super().__init__(Positions(), Words(), scorable=True, stored=stored, multitoken_query="phrase")

    def index(self, value: str | tuple[str, str], **_: Any) -> Generator[Posting, Any, None]:
        """The postings of a value; of a pair, words of the title weigh `TITLE_WEIGHT`."""
        parts = ((value, 1.0),) if isinstance(value, str) else ((value[0], TITLE_WEIGHT), (value[1], 1.0))
        places: defaultdict[str, list[int]] = defaultdict(list)
        weights: defaultdict[str, float] = defaultdict(float)
        start = 0
        for text, weight in parts:
            stems = [stem for _, stem in forms_and_stems(text)]
            for place, stem in enumerate(stems, start):
                places[stem].append(place)
            for stem in stems if weight != 1.0 else ():
                weights[stem] += weight - 1.0
            start += len(stems) + _GAP
        for stem, where in places.items():
            yield stem.encode(), len(where), len(where) + weights.get(stem, 0.0), array("I", where).tobytes()


class FormField(fields.FieldType):
    """The forms of a document's words that are not their own stem: what prefixes and fuzzy words are tried on.

    A word that is its own stem is found in `words`; leaving it out here halves the field.
    """

    def __init__(self) -> None:
        super().__init__(Existence(), Words())

    def index(self, value: str, **_: Any) -> Generator[Posting, Any, None]:
        """One posting for each form of `value`."""
        for folded, stem in set(forms_and_stems(value)):
            if folded != stem:
                yield folded.encode(), 1, 1.0, b""


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
    """A day, kept as its proleptic Gregorian ordinal; queries name days, months or years."""

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
