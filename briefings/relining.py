"""An article's text made anew from its original: a line put back or taken out by hand, or all of it by the cleaner."""

from __future__ import annotations

from briefings.article import Span
from briefings.edit_store import Changed
from briefings.errors import RashomonError
from briefings.library import Library
from briefings.sources.original import OriginalLine, original_lines, toggled

PUT_BACK, TAKEN_OUT = "put a line back", "take a line out"
BY_HAND = frozenset((PUT_BACK, TAKEN_OUT))


def lines_of(library: Library, id: str) -> list[OriginalLine]:
    """The lines of the original of article `id`. Raises RashomonError where none is kept."""
    from briefings.sources import as_text

    original = library.original(id)
    if original is None:
        raise RashomonError("the article was added without an original", where=id)
    return original_lines(as_text(original.data, original.name), original.kept)


def toggle_line(library: Library, id: str, span: Span) -> Changed:
    """Put the line at `span` of the original back into the text, or take it out; notes look for their words.

    Raises RashomonError where there is no such line, or the text was not made of lines.
    """
    line = next((line for line in lines_of(library, id) if line.span == span), None)
    original = library.original(id)
    if line is None or original is None:
        raise RashomonError("the original has no such line", where=id)
    try:
        text, kept = toggled(library.article(id).text, original.kept, line)
    except ValueError as error:
        raise RashomonError(
            "this text was not made line by line from its original",
            where=id,
            remedy="Clean it again: `rashomon clean`.",
        ) from error
    return library.rewrite(id, text, kept, TAKEN_OUT if line.kept else PUT_BACK)


def clean_again(library: Library, id: str) -> Changed | None:
    """Read the original of an article again with the cleaner there is now.

    None where there is nothing to read, or a reader chose its lines by hand. Fields edited by hand stay. Raises
    SourceError where the original cannot be read any more.
    """
    from briefings.sources import read

    original = library.original(id)
    if original is None or BY_HAND & set(library.edits(id)):
        return None
    return library.reread(id, library.without_site_lines(read(original.data, original.name)))
