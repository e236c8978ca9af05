"""`rashomon notes`: list them, take them out and in, and see how far two coders agree."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from briefings.article import Article
from briefings.briefing import read_briefing
from briefings.errors import BriefingError, NotesError
from briefings.library import Library
from briefings.notes.agreement import Agreement, agreement
from briefings.notes.codebook import EMPTY
from briefings.notes.exchange import FORMATS, export, merge, placed, read_notes
from briefings.notes.note import Note, Target
from briefings.notes.texts import briefing_text, unknown_texts
from tui.cli import library_options
from tui.verbs.choice import open_library
from tui.verbs.output import print_json, print_lines, print_table


def arguments(parser: argparse.ArgumentParser) -> None:
    """What `notes` and its four parts take."""
    parts = parser.add_subparsers(dest="part", required=True, metavar="list|export|import|agreement")
    part = parts.add_parser("list", help="every note", description="Print every note.")
    library_options(part)
    part.add_argument("--article", metavar="ID", help="only those on this article")
    part.add_argument("--json", action="store_true", help="print as JSON")
    part = parts.add_parser(
        "export", help="notes in a format of exchange", description="Print notes for other programs."
    )
    library_options(part)
    part.add_argument("--format", choices=FORMATS, default="jsonl", help=_formats())
    part.add_argument("--output", type=Path, metavar="FILE", help="write them there (default: print them)")
    part = parts.add_parser("import", help="notes from a file", description="Take notes in; none is written over.")
    library_options(part)
    part.add_argument("file", type=Path, metavar="FILE", help="a file of notes, its format told by its suffix")
    part.add_argument("--with-texts", action="store_true", help="add the texts it brings along to the articles")
    part.add_argument("--json", action="store_true", help="print what was taken in as JSON")
    part = parts.add_parser("agreement", help="how far two coders agree", description="Compare two coders, per code.")
    library_options(part)
    part.add_argument("coders", nargs=2, metavar="AUTHOR", help="two authors of notes in this library")
    part.add_argument("--json", action="store_true", help="print as JSON")


def run(options: argparse.Namespace) -> int:
    """Do the part that was asked for."""
    parts = {"list": _list, "export": _export, "import": _import, "agreement": _agreement}
    with open_library(options) as library:
        return parts[options.part](library, options)


def _list(library: Library, options: argparse.Namespace) -> int:
    notes = library.notes(options.article)
    if options.json:
        print_json([_as_dict(note) for note in notes])
    else:
        rows = [(n.article, n.selector.exact, ", ".join(n.codes), n.comment, n.author) for n in notes]
        print_table("Notes", ("article", "words", "codes", "comment", "author"), rows)
    return 0


def _as_dict(note: Note) -> dict[str, object]:
    return {
        "id": note.id,
        "article": note.article,
        "span": note.span,
        "words": note.selector.exact,
        "comment": note.comment,
        "codes": note.codes,
        "author": note.author,
        "created": note.created.isoformat(),
        "changed": note.changed.isoformat(),
    }


def _export(library: Library, options: argparse.Namespace) -> int:
    form, texts = FORMATS[options.format], {text.id: text for text in _texts(library)}
    data, left_out = export(form, library.notes(), texts, library.codebook if form.pack else EMPTY)
    if left_out:
        told = f"{len(left_out)} notes have no place or no text here: {form.name} has no form for them, jsonl does."
        print(f"rashomon: {told}", file=sys.stderr)
    if options.output is None:
        if form.pack and sys.stdout.isatty():
            raise NotesError(f"{form.name} is no text to print", remedy="Name a file with --output.")
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


def _texts(library: Library) -> list[Article]:
    """The texts notes may be on: every article, and every briefing that can be read."""
    texts = library.articles()
    for path in library.briefings():
        with suppress(BriefingError):
            title = read_briefing(path).title
            texts.append(briefing_text(path.stem, title, library.target_text(Target("briefing", path.stem))))
    return texts


def _import(library: Library, options: argparse.Namespace) -> int:
    try:
        incoming = read_notes(options.file.read_bytes(), str(options.file))
    except OSError as error:
        raise NotesError(f"the file cannot be read ({error.strerror})", where=str(options.file)) from error
    texts = _texts(library)
    brought = unknown_texts(texts, incoming.texts) if options.with_texts else []
    library.add_all(brought)
    texts += [one.article for one in brought]
    add, conflicts = merge(placed(incoming.notes, texts, incoming.texts), library.notes())
    library.add_notes(add, "import notes")
    lost = [note for note in add if note.span is None]
    if options.json:
        print_json(
            {
                "added": [note.id for note in add],
                "lost_their_place": [note.id for note in lost],
                "conflicts": [{"ours": _as_dict(c.ours), "theirs": _as_dict(c.theirs)} for c in conflicts],
                "articles_added": [one.article.id for one in brought],
                "told": incoming.told,
            }
        )
    else:
        print_lines(
            f"{len(add)} added, {len(lost)} of them without a place; {len(conflicts)} in conflict, left as they are"
        )
        for line in (*(f"{one.article.id} added to the articles" for one in brought), *incoming.told):
            print_lines(line)
        for conflict in conflicts:
            print_lines(f"{conflict.ours.id}: here “{conflict.ours.comment}”, there “{conflict.theirs.comment}”")
    return 1 if conflicts else 0


def _agreement(library: Library, options: argparse.Namespace) -> int:
    notes = library.notes()
    first, second = ([note for note in notes if note.author == coder] for coder in options.coders)
    for coder, theirs in zip(options.coders, (first, second), strict=True):
        if not theirs:
            authors = ", ".join(sorted({note.author or "(no author)" for note in notes})) or "none yet"
            raise NotesError(f"no note is by {coder!r}", remedy=f"Authors here: {authors}.")
    articles = _coded_by_both(library, first, second)
    found = agreement(first, second, articles)
    columns = ("code", "both", "first", "second", "none", "percent", "kappa")
    if options.json:
        print_json([{name: getattr(one, name) for name in columns} for one in found])
    else:
        rows = [[_shown(one, name) for name in columns] for one in found]
        print_table(f"{' and '.join(options.coders)}, by sentence, on {len(articles)} articles", columns, rows)
    return 0


def _coded_by_both(library: Library, first: Sequence[Note], second: Sequence[Note]) -> list[Article]:
    ids = {note.article for note in first} & {note.article for note in second}
    return [article for article in library.articles() if article.id in ids]


def _shown(one: Agreement, name: str) -> str:
    value = getattr(one, name)
    if value is None:
        return "undefined"
    return f"{value:.2f}" if isinstance(value, float) else str(value)


def _formats() -> str:
    return "; ".join(f"{form.name}: {form.about}" for form in FORMATS.values())
