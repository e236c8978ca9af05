"""`rashomon notes list` and `history`: what notes there are, counted and one by one, and what became of one."""

from __future__ import annotations

import argparse
from typing import Any, get_args

from briefings.library import Library
from briefings.note_filter import By
from briefings.note_rows import NoteVersion
from briefings.notes.note import Note
from tui.cli import library_options
from tui.verbs.notes_choice import SHORT, as_dict, chosen, filter_options
from tui.verbs.output import print_json, print_lines, print_table


def arguments(parts: Any) -> None:
    """What `list` and `history` take; `parts`: the parsers of `notes`."""
    part = parts.add_parser("list", help="every note", description="Print notes, or count them.")
    library_options(part)
    filter_options(part)
    part.add_argument("--by", action="append", choices=get_args(By), help="count them by this; may be given again")
    part.add_argument("--limit", type=int, default=-1, metavar="N", help="how many to print (default: all)")
    part.add_argument("--offset", type=int, default=0, metavar="N", help="how many to pass over first")
    part.add_argument("--json", action="store_true", help="print as JSON")
    part = parts.add_parser("history", help="what became of a note", description="Print every state of a note.")
    library_options(part)
    part.add_argument("id", metavar="ID", help="a note's id, or its beginning; of a deleted one, all of it")
    part.add_argument("--json", action="store_true", help="print as JSON")


def list_notes(library: Library, options: argparse.Namespace) -> int:
    """Print the notes that were asked for, or their counts."""
    library.follow_briefings()
    which = chosen(library, options)
    if options.by:
        rows = library.count_notes_by(options.by, which)
        if options.json:
            print_json([dict(zip((*options.by, "notes"), row, strict=True)) for row in rows])
        else:
            print_table("Notes", (*options.by, "notes"), [[str(cell) for cell in row] for row in rows])
        return 0
    notes = library.notes_page(which, options.limit, max(0, options.offset))
    if options.json:
        print_json([as_dict(note) for note in notes])
    else:
        print_table("Notes", ("id", "article", "words", "codes", "comment", "author"), map(_row, notes))
    return 0


def history(library: Library, options: argparse.Namespace) -> int:
    """Print what happened to a note."""
    id = options.id if len(options.id) > SHORT else library.find_note(options.id).id
    versions = library.note_history(id)
    if options.json:
        print_json([{"at": one.at.isoformat(), "happened": one.happened, **as_dict(one.note)} for one in versions])
        return 0
    print_lines(id)
    print_table("", ("at", "happened", "words", "place", "codes", "comment", "author"), map(_version, versions))
    return 0


def _row(note: Note) -> tuple[str, ...]:
    lost = "" if note.span else " (lost its place)"
    where = note.article if note.kind == "article" else str(note.target)
    return note.id[:SHORT], where, note.selector.exact + lost, ", ".join(note.codes), note.comment, note.author


def _version(one: NoteVersion) -> tuple[str, ...]:
    note = one.note
    place = f"{note.span.start}-{note.span.end}" if note.span else "lost"
    at = one.at.isoformat(sep=" ", timespec="seconds").removesuffix("+00:00")
    return at, one.happened, note.selector.exact, place, ", ".join(note.codes), note.comment, note.author
