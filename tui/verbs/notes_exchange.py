"""`rashomon notes export` and `import`: notes out of the library in a format of exchange, and into it."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from briefings.errors import CodebookError, NotesError
from briefings.inline import harmless
from briefings.library import Library
from briefings.notes.codebook import EMPTY, Codebook
from briefings.notes.exchange import FORMATS, export, merge, placed, read_file
from briefings.notes.refi_project import shortened
from briefings.notes.texts import unknown_texts
from tui.cli import library_options
from tui.exchanging import note_texts
from tui.verbs.notes_choice import as_dict, chosen, filter_options
from tui.verbs.output import print_json, print_lines


def arguments(parts: Any) -> None:
    """What `export` and `import` take; `parts`: the parsers of `notes`."""
    part = parts.add_parser(
        "export", help="notes in a format of exchange", description="Print notes for other programs."
    )
    library_options(part)
    filter_options(part)
    part.add_argument("--format", choices=FORMATS, default="jsonl", help=_formats())
    part.add_argument("--output", type=Path, metavar="FILE", help="write them there (default: print them)")
    part = parts.add_parser("import", help="notes from a file", description="Take notes in; none is written over.")
    library_options(part)
    part.add_argument("file", type=Path, metavar="FILE", help="a file of notes, its format told by its suffix")
    part.add_argument("--with-texts", action="store_true", help="add the texts it brings along to the articles")
    part.add_argument("--json", action="store_true", help="print what was taken in as JSON")


def export_notes(library: Library, options: argparse.Namespace) -> int:
    """Write the notes that were asked for."""
    library.follow_briefings()
    form, texts = FORMATS[options.format], {text.id: text for text in note_texts(library)}
    data, left_out = export(
        form, library.notes_page(chosen(library, options)), texts, library.codebook if form.pack else EMPTY
    )
    if left_out:
        told = f"{len(left_out)} notes have no place or no text here: {form.name} has no form for them, jsonl does."
        print(f"rashomon: {told}", file=sys.stderr)
    if options.output is None:
        if form.pack and sys.stdout.isatty():
            raise NotesError(f"{form.name} is no text to print", remedy="Name a file with --output.")
        if sys.stdout.isatty():
            print(harmless(data.decode()))
            return 0
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        return 0
    try:
        with options.output.open("xb") as file:
            file.write(data)
    except OSError as error:
        what = f"the notes cannot be written ({error.strerror})"
        raise NotesError(what, where=str(options.output), remedy="Name another file.") from error
    return 0


def import_notes(library: Library, options: argparse.Namespace) -> int:
    """Take notes in; status 1 where some are in conflict with the library's."""
    incoming = read_file(options.file)
    library.follow_briefings()
    texts = note_texts(library)
    brought = unknown_texts(texts, incoming.texts) if options.with_texts else []
    library.add_all(brought)
    texts += brought
    add, conflicts = merge(placed(incoming.notes, texts, incoming.texts), library.notes())
    library.add_notes(add, "import notes")
    lost = [note for note in add if note.span is None]
    told = [*incoming.told, *_new_codes(library, incoming.codebook, options)]
    if options.json:
        print_json(
            {
                "added": [note.id for note in add],
                "lost_their_place": [note.id for note in lost],
                "conflicts": [{"ours": as_dict(c.ours), "theirs": as_dict(c.theirs)} for c in conflicts],
                "articles_added": [one.id for one in brought],
                "told": told,
            }
        )
    else:
        print_lines(
            f"{len(add)} added, {len(lost)} of them without a place; {len(conflicts)} in conflict, left as they are"
        )
        for line in (*(f"{one.id} added to the articles" for one in brought), *told):
            print_lines(line)
        for conflict in conflicts:
            for what, here, there in conflict.differences:
                print_lines(f"{conflict.ours.id}: {what}: here “{shortened(here)}”, there “{shortened(there)}”")
    return 1 if conflicts else 0


def _new_codes(library: Library, theirs: Codebook, options: argparse.Namespace) -> list[str]:
    """What to do about codes of a project that the library's codebook does not have."""
    if not len(theirs):
        return []
    try:
        ours = library.codebook
    except CodebookError as error:
        return [str(error)]
    new = [code for code in theirs if ours.get(code.name) is None]
    return [f"{len(new)} codes are not in the codebook: `rashomon codebook import {options.file}`"] if new else []


def _formats() -> str:
    return "; ".join(f"{form.name}: {form.about}" for form in FORMATS.values())
