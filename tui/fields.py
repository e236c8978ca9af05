"""An article's fields as they are shown and corrected: value, how it is known, the words it rests on. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefings.article import UNKNOWN_OUTLET, Article
from briefings.edit_store import EDITABLE, require_field
from briefings.errors import RashomonError
from briefings.sources.decode import normalise
from briefings.sources.imported import Field
from tui.width import cells

NOBODY_KNOWS = "unknown"
NAME_CELLS = max(map(len, EDITABLE)) + 1
HOW_CELLS = len("inferred") + 1


@dataclass(frozen=True, slots=True)
class KnownField:
    """One field of an article.

    name: of `EDITABLE`. value: as text, empty where unknown. how: `stated`, `inferred`, `unknown`, `edited`; empty
    where nothing was written down. words: of the source it was read from; empty where there are none.
    """

    name: str
    value: str
    how: str = ""
    words: str = ""


def known_fields(article: Article, fields: Mapping[str, Field]) -> tuple[KnownField, ...]:
    """The fields of an article in the order of `EDITABLE`. fields: name -> how it is known, as far as that is."""
    known = []
    for name in EDITABLE:
        value, field = _value(article, name), fields.get(name)
        how = field.confidence if field else "" if value else NOBODY_KNOWS
        known.append(KnownField(name, value, how, field.evidence if field else ""))
    return tuple(known)


def field_lines(fields: Sequence[KnownField]) -> list[str]:
    """One line for each field: name, how it is known, value, and the words it rests on where they are others."""
    return [f"{field.name:<{NAME_CELLS}} {field.how:<{HOW_CELLS}} {_worded(field)}" for field in fields]


def told(field: KnownField) -> str:
    """How a field is known, on one line, for beside its value."""
    return " · ".join(filter(None, (field.name, field.how, f"“{one_line(field.words)}”" if field.words else "")))


def changed_fields(fields: Sequence[KnownField], values: Mapping[str, str]) -> dict[str, str | None]:
    """What of `values` (name -> what the reader wrote) is new; None where they emptied it.

    Raises RashomonError, its `where` the field's name, for a value that the field cannot have.
    """
    changed: dict[str, str | None] = {}
    for field in fields:
        value = one_line(normalise(values[field.name]))
        if value == one_line(normalise(field.value)):
            continue
        try:
            require_field(field.name, value)
        except RashomonError as error:
            raise RashomonError(error.what, where=field.name, remedy=error.remedy) from error
        changed[field.name] = value or None
    return changed


def one_line(words: str) -> str:
    """`words` with every run of white space as one space."""
    return " ".join(words.split())


def _worded(field: KnownField) -> str:
    value, words = one_line(field.value), one_line(field.words)
    rests_on = f"“{words}”" if words and words != value else ""
    return "  ".join(filter(cells, (value or "—", rests_on)))


def _value(article: Article, name: str) -> str:
    if name == "outlet" and article.outlet == UNKNOWN_OUTLET:
        return ""
    value = getattr(article, name)
    return "" if value is None else str(value)
