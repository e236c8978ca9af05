"""`rashomon notes add`, `edit`, `delete`, `reattach`, `settle`, `undo`, `redo`: what is changed of notes, and back."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from briefings.article import Span
from briefings.errors import NotesError
from briefings.library import Library
from briefings.note_steps import NoteStep
from briefings.notes.note import Note, Target, note_on
from briefings.words import find_words
from tui.cli import library_options
from tui.signing import author
from tui.verbs.notes_choice import SHORT, as_dict, find_gone_target, find_target
from tui.verbs.output import print_json, print_lines, print_table


def arguments(parts: Any) -> None:
    """What the parts that change notes take; `parts`: the parsers of `notes`."""
    part = _part(parts, "add", "a note on words of an article or a briefing", "Note words of an article or a briefing.")
    part.add_argument("text", metavar="ID|BRIEFING", help="an article's id, or a briefing")
    part.add_argument("words", metavar="WORDS", help="the words, as they first stand there")
    _said(part)
    part = _part(parts, "edit", "change a note's comment and codes", "Change what a note says.")
    part.add_argument("id", metavar="ID", help="a note's id, or its beginning")
    part.add_argument("--comment", metavar="TEXT", help="the comment from now on")
    part.add_argument("--code", action="append", metavar="NAME", help="a code from now on; may be given again")
    part.add_argument("--no-codes", action="store_true", help="no code from now on")
    part = _part(parts, "delete", "take a note out; its history is kept", "Take a note out; its history is kept.")
    part.add_argument("id", metavar="ID", help="a note's id, or its beginning")
    part = _part(
        parts,
        "reattach",
        "give a note that lost its place another",
        "Print places a note may belong to, or give it one.",
    )
    part.add_argument("id", metavar="ID", help="a note's id, or its beginning")
    part.add_argument("--choice", type=int, metavar="N", help="the place of this number among those printed")
    part.add_argument("--words", metavar="WORDS", help="these words, as they first stand in the text")
    part.add_argument("--to", metavar="ID|BRIEFING", help="in this text; with --words")
    part = _part(
        parts, "settle", "say what holds where coders disagree", "Settle between notes, which stay as they are."
    )
    part.add_argument("ids", nargs="+", metavar="ID", help="the notes to settle between")
    _said(part)
    for name, done in (
        ("undo", "take the last change of notes back"),
        ("redo", "make the change again that was undone"),
    ):
        part = _part(parts, name, done, f"{done[0].upper()}{done[1:]}, also after a restart.")
        part.add_argument("text", nargs="?", metavar="ID|BRIEFING", help="only changes on this text (default: on any)")


def add(library: Library, options: argparse.Namespace) -> int:
    """Keep a new note."""
    target = find_target(library, options.text)
    text = library.target_text(target)
    span = _find(options.words, text, target)
    note = note_on(target, text, span, options.comment, _codes(options.code), _author(options))
    library.add_note(note)
    return _done(note, "added", options)


def edit(library: Library, options: argparse.Namespace) -> int:
    """Change a note's comment and codes."""
    note = library.find_note(options.id)
    if options.comment is None and options.code is None and not options.no_codes:
        raise NotesError("say what to change", remedy="Give --comment, --code or --no-codes.")
    codes = () if options.no_codes else note.codes if options.code is None else _codes(options.code)
    comment = note.comment if options.comment is None else options.comment
    now = datetime.now(UTC).replace(microsecond=0)
    note = replace(note, comment=comment, codes=codes, changed=now)
    library.change_note(note)
    return _done(note, "changed", options)


def delete(library: Library, options: argparse.Namespace) -> int:
    """Take a note out."""
    note = library.find_note(options.id)
    library.delete_note(note.id)
    return _done(note, "deleted", options)


def reattach(library: Library, options: argparse.Namespace) -> int:
    """Give a note a place, or print those it may have; status 1 where there are none."""
    note = library.find_note(options.id)
    if options.words is not None:
        target = find_target(library, options.to) if options.to else note.target
        span = _find(options.words, library.target_text(target), target)
        return _done(library.reattach(note.id, span, target), "has its place", options)
    if options.to:
        raise NotesError("a text is named without words", remedy="Give the words there with --words.")
    places = library.candidates(note.id)
    if options.choice is not None:
        if not 1 <= options.choice <= len(places):
            raise NotesError(f"there is no place {options.choice}", remedy=f"There are {len(places)}; or give --words.")
        return _done(library.reattach(note.id, places[options.choice - 1][0]), "has its place", options)
    return _print_places(note, places, library.target_text(note.target), options)


def settle(library: Library, options: argparse.Namespace) -> int:
    """Keep a note that settles between others."""
    ids = [library.find_note(id).id for id in options.ids]
    note = library.settle(ids, _codes(options.code), options.comment, _author(options))
    return _done(note, "settled", options)


def undo(library: Library, options: argparse.Namespace) -> int:
    """Take a change back; status 1 where there is none."""
    return _step(library, library.undo_notes, "taken back", options)


def redo(library: Library, options: argparse.Namespace) -> int:
    """Make a change again; status 1 where there is none."""
    return _step(library, library.redo_notes, "done again", options)


def _step(
    library: Library, step: Callable[[Target | None], NoteStep | None], done: str, options: argparse.Namespace
) -> int:
    taken = step(find_gone_target(library, options.text) if options.text else None)
    if options.json:
        print_json(taken and {"what": taken.what, "notes": [as_dict(note) for note in taken.notes]})
    elif taken is None:
        print_lines(f"nothing is left to be {done}")
    else:
        print_lines(f"{done}: {taken.what}")
        for note in taken.notes:
            print_lines(f"{note.id[:SHORT]} · {note.target} · “{note.selector.exact}”")
    return 0 if taken else 1


def _print_places(note: Note, places: Sequence[tuple[Span, float]], text: str, options: argparse.Namespace) -> int:
    if options.json:
        print_json([{"span": span, "words": span.of(text), "score": score} for span, score in places])
    else:
        rows = [(str(n), f"{score:.2f}", span.of(text)) for n, (span, score) in enumerate(places, 1)]
        print_table(f"Places for “{note.selector.exact}”", ("choice", "score", "words"), rows)
    return 0 if places else 1


def _part(parts: Any, name: str, summary: str, description: str) -> argparse.ArgumentParser:
    part: argparse.ArgumentParser = parts.add_parser(name, help=summary, description=description)
    library_options(part)
    part.add_argument("--json", action="store_true", help="print what was done as JSON")
    return part


def _said(part: argparse.ArgumentParser) -> None:
    part.add_argument("--code", action="append", metavar="NAME", help="a code; may be given again")
    part.add_argument("--comment", default="", metavar="TEXT", help="a comment, Markdown")
    part.add_argument("--author", metavar="NAME", help="who says it (default: RASHOMON_AUTHOR, else as in the reader)")


def _codes(given: Sequence[str] | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for name in given or () if (code := name.strip())))


def _author(options: argparse.Namespace) -> str:
    return author() if options.author is None else str(options.author)


def _find(words: str, text: str, target: Target) -> Span:
    """Where words stand in a text. Raises NotesError where they do not."""
    span = find_words(words, text)
    if span is None:
        remedy = "Copy them from the text; case counts."
        raise NotesError("the words were not found in the stored text", where=str(target), remedy=remedy)
    return span


def _done(note: Note, done: str, options: argparse.Namespace) -> int:
    if options.json:
        print_json(as_dict(note))
    else:
        print_lines(f"{note.id[:SHORT]} {done} · {note.target} · “{note.selector.exact}”")
    return 0
