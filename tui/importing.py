"""Importing: sources -> drafts, a piece at a time; the rows that show them; keeping those that were accepted.

Reading and keeping run in workers. Not here: what is done to a draft (`drafts.py`), where the bytes come from
(`gathering.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from time import monotonic

from briefings.article import NO_TITLE
from briefings.errors import SourceError
from briefings.library import Library
from briefings.relining import PUT_BACK, TAKEN_OUT
from briefings.site_lines import FurtherPages
from briefings.sources.imported import Imported
from briefings.sources.original import original_lines
from tui.drafts import Draft
from tui.fields import known_fields, one_line
from tui.gathering import Source, articles_in
from tui.reading import same_story
from tui.widgets.lines_list import Row

STEP_SECONDS = 0.2
"""How long sources are read before what was found is shown."""
TWICE = "twice in this import"
ACCEPTED, LEFT_OUT, IN_ERROR = "✓", "×", "!"


@dataclass(frozen=True, slots=True)
class Failure:
    """A source, or a part of one, that could not be read. name: of the source. error: why."""

    name: str
    error: SourceError


@dataclass(frozen=True, slots=True)
class Piece:
    """What was found in one go. found: in order. number: sources read so far. of: how many there are. ended: all."""

    found: tuple[Draft | Failure, ...]
    number: int
    of: int
    ended: bool


class Intake:
    """Sources being read. One worker at a time asks it for the next piece."""

    def __init__(self, library: Library, sources: Callable[[], Sequence[Source]]) -> None:
        """library: what it is compared with. sources: names them when asked in a worker: folders are walked then."""
        self._library = library
        self._sources = sources
        self._further = FurtherPages()
        self._found = self._read()
        self._number = self._of = 0

    def piece(self) -> Piece:
        """What is found in the next moments."""
        until, found = monotonic() + STEP_SECONDS, list[Draft | Failure]()
        for one in self._found:
            found.append(one)
            if monotonic() >= until:
                return Piece(tuple(found), self._number, self._of, ended=False)
        return Piece(tuple(found), self._number, self._of, ended=True)

    def _read(self) -> Iterator[Draft | Failure]:
        sources = self._sources()
        self._of = len(sources)
        for self._number, source in enumerate(sources, 1):
            for name, found in articles_in(source):
                if isinstance(found, SourceError):
                    yield Failure(name, found)
                else:
                    yield self._drafted(found, name)

    def _drafted(self, found: Imported, name: str) -> Draft:
        """The draft of an article without what its outlet prints on the pages of this import, and of the library."""
        draft = draft_of(self._library, self._library.without_site_lines(found, self._further), name)
        if not draft.there:
            self._further.add(found.article.outlet, (line.text for line in draft.original))
        return draft


def draft_of(library: Library, imported: Imported, name: str) -> Draft:
    """The draft of an article that was read from the source `name`, with what the library knows of it."""
    there = library.holds(imported)
    return Draft(
        imported,
        name,
        tuple(original_lines(imported.decoded)),
        there=f"already there: {there}" if there else "",
        same_as=() if there else same_story(library, library.alike(imported.article)),
    )


def with_found(found: Sequence[Draft | Failure], new: Sequence[Draft | Failure]) -> list[Draft | Failure]:
    """`found` and then `new`; of the new drafts, those whose bytes an earlier one has already are marked so."""
    known = list(found)
    originals = {one.imported.original for one in known if isinstance(one, Draft)}
    for one in new:
        if isinstance(one, Draft):
            repeats = one.imported.original in originals and not one.there
            originals.add(one.imported.original)
            one = replace(one, there=TWICE) if repeats else one
        known.append(one)
    return known


def keep(library: Library, draft: Draft) -> bool:
    """Put an accepted draft in; whether it was new. On the disk when this returns.

    It goes in as it was read, and what the reader changed follows as changes: they can be taken back one by one, and
    cleaning again leaves lines chosen by hand alone.
    """
    read, now = draft.as_read, draft.imported
    article, id = replace(read.article, id=now.article.id), now.article.id
    if not library.add(replace(read, article=article), name=draft.name):
        return False
    if now.kept != read.kept:
        less = len(now.kept) < len(read.kept)
        library.rewrite(id, now.article.text, now.kept, TAKEN_OUT if less else PUT_BACK)
    was, values = known_fields(article, {}), known_fields(now.article, {})
    fields = {new.name: new.value or None for old, new in zip(was, values, strict=True) if new.value != old.value}
    if fields:
        library.edit(id, fields)
    return True


def keep_all(library: Library, drafts: Sequence[Draft]) -> tuple[str, ...]:
    """Keep accepted drafts; the ids of those that were new."""
    return tuple(draft.article.id for draft in drafts if keep(library, draft))


def found_rows(found: Sequence[Draft | Failure]) -> list[Row]:
    """What was found as the list shows it: mark, outlet and title; under it the rest. The key is the number."""
    rows = []
    for number, one in enumerate(found):
        first, second = _of_failure(one) if isinstance(one, Failure) else _of_draft(one)
        rows.append(Row(first, "draft", 0, str(number)))
        rows.append(Row(second, "snippet", 2, str(number)))
    return rows


def state_line(found: Sequence[Draft | Failure]) -> str:
    """How many articles were found, accepted and could not be read."""
    drafts = [one for one in found if isinstance(one, Draft)]
    failures = len(found) - len(drafts)
    parts = [f"{len(drafts)} recognised", f"{sum(draft.accepted for draft in drafts)} accepted"]
    return " · ".join(parts + ([f"{failures} could not be read"] if failures else []))


def _of_draft(draft: Draft) -> tuple[str, str]:
    article, count = draft.article, len(draft.article.paragraphs)
    edited = "changed by hand" if draft.before else ""
    paragraphs = f"{count} paragraph{'s' if count != 1 else ''}"
    name = draft.name if draft.name != draft.imported.format else ""
    rest = (draft.there, *draft.same_as, edited, draft.imported.format, paragraphs, name)
    mark = ACCEPTED if draft.accepted else LEFT_OUT
    return f"{mark} {article.outlet} · {one_line(article.title or NO_TITLE)}", " · ".join(filter(None, rest))


def _of_failure(failure: Failure) -> tuple[str, str]:
    return f"{IN_ERROR} {one_line(failure.name)}", one_line(f"{failure.error.what}. {failure.error.remedy}")
