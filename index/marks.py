"""What a reader did with articles, asked of the library when a query names it: notes, their codes, briefings.

Asked anew each time, it is never behind; an index would have to be rewritten with every note. Not here: the words.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from index.analysis import forms_and_stems
from index.briefing_texts import PREFIX, read_header

if TYPE_CHECKING:
    from briefings.library import Library

_NOTE = "note:"


def marked(library: Library, field: str, words: list[str]) -> Collection[str]:
    """The ids of the documents that `field` of the query language has these words (stems, in order) for."""
    if field == "has":
        return {_id(str(target)) for target, _ in library.count_notes_by(("target",))}
    if field == "code":
        return _coded(library, words)
    return set(_of_briefings(library, words))


def _coded(library: Library, words: list[str]) -> set[str]:
    """The texts with a note that has the code, and these notes."""
    from briefings.note_filter import NoteFilter

    found = set[str]()
    named = set[str]()
    for code, target, _ in library.count_notes_by(("code", "target")):
        if _names(str(code), words):
            found.add(_id(str(target)))
            named.add(str(code))
    return found | {f"{_NOTE}{note.id}" for code in named for note in library.notes_page(NoteFilter(code=code))}


def _of_briefings(library: Library, words: list[str]) -> Iterator[str]:
    """The briefings whose file or title is called so, and the articles among their sources."""
    for file in library.briefings():
        try:
            header = read_header(file)
        except OSError:
            continue
        if _names(file.stem, words) or _names(str(header.get("title") or ""), words):
            sources = header.get("sources")
            yield PREFIX + file.stem
            yield from map(str, sources if isinstance(sources, list) else ())


def _names(name: str, words: list[str]) -> bool:
    """Whether a name holds the words one after the other."""
    stems = [stem for _, stem in forms_and_stems(name)]
    return any(stems[at : at + len(words)] == words for at in range(len(stems) - len(words) + 1))


def _id(target: str) -> str:
    """The id of a document from what names the text of a note: `article:ID` or `briefing:STEM`."""
    return target.removeprefix("article:")
