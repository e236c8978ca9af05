"""Which notes, and which text, the words of `rashomon notes` name; and a note as JSON."""

from __future__ import annotations

import argparse
from typing import Any

from briefings.errors import RashomonError, UnknownArticle, UnknownNote
from briefings.library import Library
from briefings.note_filter import NoteFilter
from briefings.notes.note import Note, Target
from tui.verbs.choice import find_article, find_briefing

SHORT = 8
"""How much of an id a table shows: enough to name the note in other commands."""


def filter_options(parser: argparse.ArgumentParser) -> None:
    """Let `parser` take the options that choose notes."""
    parser.add_argument("--article", metavar="ID", help="only those on this article")
    parser.add_argument("--briefing", metavar="NAME", help="only those on this briefing and on the articles it names")
    parser.add_argument("--outlet", metavar="NAME", help="only those on articles of this outlet")
    parser.add_argument("--code", metavar="NAME", help="only those with this code; '' for those without one")
    parser.add_argument("--author", metavar="NAME", help="only those by this author")
    parser.add_argument("--words", metavar="WORDS", help="only those that hold these in words, comment or codes")
    parser.add_argument("--lost", action="store_true", help="only those that lost their place")


def chosen(library: Library, options: argparse.Namespace) -> NoteFilter:
    """What the options of `filter_options` ask for. Raises UnknownArticle where there is no such text."""
    return NoteFilter(
        code=options.code,
        outlet=options.outlet,
        author=options.author,
        targets=_targets(library, options),
        words=options.words,
        lost=True if options.lost else None,
    )


def find_target(library: Library, word: str) -> Target:
    """The article or briefing called `word`. Raises UnknownArticle."""
    briefing = find_briefing(library, word)
    if briefing is not None:
        return Target("briefing", briefing.path.stem)
    try:
        return Target("article", find_article(library, word).id)
    except UnknownArticle as error:
        raise UnknownArticle(
            f"{word!r} is neither an article's id nor a briefing", where=error.where, remedy=error.remedy
        ) from None


def find_gone_target(library: Library, word: str) -> Target:
    """The text called `word`, or one that is not there any more but has notes."""
    try:
        return find_target(library, word)
    except UnknownArticle:
        gone = [Target("article", word), Target("briefing", word)]
        for target in gone:
            if library.count_notes(NoteFilter(targets=(target,))):
                return target
        raise


def require_author(library: Library, name: str) -> None:
    """Raise UnknownNote, naming the authors there are, unless somebody of this name made a note."""
    if not library.count_notes(NoteFilter(author=name)):
        authors = ", ".join(str(author) or "(no author)" for author, _ in library.count_notes_by(("author",)))
        raise UnknownNote(f"no note is by {name!r}", remedy=f"Authors here: {authors or 'none yet'}.")


def as_dict(note: Note) -> dict[str, Any]:
    """A note as JSON has it."""
    return {
        "id": note.id,
        "kind": note.kind,
        "article": note.article,
        "span": note.span,
        "words": note.selector.exact,
        "comment": note.comment,
        "codes": note.codes,
        "author": note.author,
        "created": note.created.isoformat(),
        "changed": note.changed.isoformat(),
        "adjudicates": note.adjudicates,
    }


def _targets(library: Library, options: argparse.Namespace) -> tuple[Target, ...] | None:
    if options.article and options.briefing:
        raise RashomonError("an article and a briefing are named", remedy="Name one of them.")
    if options.article:
        return (find_gone_target(library, options.article),)
    if options.briefing:
        briefing = find_briefing(library, options.briefing)
        if briefing is None:
            return (find_gone_target(library, options.briefing),)
        return (Target("briefing", briefing.path.stem), *(Target("article", id) for id in briefing.sources))
    return None
