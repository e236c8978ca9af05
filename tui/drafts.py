"""An article that was read and is not in the library yet: looked at, corrected, accepted or left out. Pure.

Nothing here is written anywhere. Not here: how it is shown (`original.py`, `importing.py`), keeping it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from briefings.article import UNKNOWN_OUTLET, Article, article_id
from briefings.errors import RashomonError
from briefings.sources.imported import Field, Imported
from briefings.sources.original import OriginalLine, toggled


@dataclass(frozen=True, slots=True)
class Draft:
    """An article as a reader has it before it is kept.

    imported: as it is now. name: the file or address it came from. original: the lines of its original, whichever are
    kept. accepted: whether it is to be kept. there: why it would be left out: the library, or this import, has it
    already; else empty. same_as: of which articles of the library it is a version or the same copy, in words.
    before: what it was before each change, in order. after: what it was before each change that was taken back, the
    last one last.
    """

    imported: Imported
    name: str = ""
    original: tuple[OriginalLine, ...] = ()
    accepted: bool = False
    there: str = ""
    same_as: tuple[str, ...] = ()
    before: tuple[Imported, ...] = ()
    after: tuple[Imported, ...] = ()

    @property
    def article(self) -> Article:
        """The article as it is now."""
        return self.imported.article

    @property
    def as_read(self) -> Imported:
        """What was read, before anything was changed by hand."""
        return self.before[0] if self.before else self.imported

    @property
    def lines(self) -> list[OriginalLine]:
        """The lines of the original; which of them are kept now."""
        kept = self.imported.kept
        return [replace(line, kept=any(line.span.overlaps(span) for span in kept)) for line in self.original]


def with_line_toggled(draft: Draft, line: OriginalLine) -> Draft:
    """The draft with a line of its original put back, or taken out.

    Raises RashomonError where the text was not made line by line, or nothing would be left.
    """
    imported = draft.imported
    try:
        text, kept = toggled(imported.article.text, imported.kept, line)
    except ValueError as error:
        raise RashomonError(
            "this text was not made line by line from its original", remedy="Correct its source, and read it again."
        ) from error
    if not text.strip():
        raise RashomonError("an article needs a text", remedy="Keep at least one line.")
    return _changed(draft, replace(imported, article=replace(imported.article, text=text), kept=kept))


def with_fields(draft: Draft, fields: dict[str, str | None]) -> Draft:
    """The draft with fields set by hand: name -> value, None for unknown. Values are taken as they are."""
    if not fields:
        return draft
    imported = draft.imported
    values: dict[str, Any] = dict(fields)
    if "outlet" in values:
        values["outlet"] = values["outlet"] or UNKNOWN_OUTLET
        values["id"] = _id(imported, values["outlet"])
    if values.get("published"):
        values["published"] = date.fromisoformat(values["published"])
    edited = {name: Field(value, "edited") for name, value in fields.items()}
    article = replace(imported.article, **values)
    return _changed(draft, replace(imported, article=article, fields={**imported.fields, **edited}))


def undone(draft: Draft) -> Draft | None:
    """The draft before its last change; None where there is none."""
    if not draft.before:
        return None
    *before, last = draft.before
    return replace(draft, imported=last, before=tuple(before), after=(*draft.after, draft.imported))


def redone(draft: Draft) -> Draft | None:
    """The draft with the change done again that was taken back last; None where there is none."""
    if not draft.after:
        return None
    *after, last = draft.after
    return replace(draft, imported=last, before=(*draft.before, draft.imported), after=tuple(after))


def _changed(draft: Draft, imported: Imported) -> Draft:
    return replace(draft, imported=imported, before=(*draft.before, draft.imported), after=())


def _id(imported: Imported, outlet: str) -> str:
    """The id under another outlet's name: nothing refers to the old one yet."""
    article = imported.article
    follows = article.id == article_id(article.outlet, imported.original)
    return article_id(outlet, imported.original) if follows else article.id
