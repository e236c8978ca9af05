"""`rashomon codebook`: the codes of a library, those that come with the program, checking, files of other programs."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from briefings.check import Finding
from briefings.errors import CodebookError
from briefings.library import Library
from briefings.notes.codebook import Code, Codebook
from briefings.notes.codebook_bundled import bundled, bundled_names, title
from briefings.notes.codebook_exchange import read_codes, write_codes
from briefings.notes.codebook_faults import faults, gaps
from briefings.notes.codebook_file import codebook
from briefings.notes.codebook_markdown import parse, write
from briefings.notes.codebook_merge import Merged, merge_codes
from tui.cli import library_options
from tui.verbs.choice import open_library
from tui.verbs.output import print_json, print_lines, print_table

_PARTS = {
    "list": "the codebooks that come with the program",
    "show": "the codes of the library, or of one of those",
    "use": "take the codes of one of those into the library",
    "edit": "open the library's codebook in your editor, then check it",
    "check": "what is wrong in the library's codebook",
    "import": "take codes in from a file; none is written over",
    "export": "write the library's codes for other programs",
}


def arguments(parser: argparse.ArgumentParser) -> None:
    """What `codebook` and its parts take."""
    parts = parser.add_subparsers(dest="part", required=True, metavar="|".join(_PARTS))
    taken = {name: parts.add_parser(name, help=told, description=f"{told}.") for name, told in _PARTS.items()}
    for name, part in taken.items():
        library_options(part)
        if name != "export":
            part.add_argument("--json", action="store_true", help="print as JSON")
    taken["show"].add_argument("name", nargs="?", metavar="NAME", help="of a bundled codebook (default: the library's)")
    taken["use"].add_argument("name", metavar="NAME", help="of a bundled codebook")
    taken["import"].add_argument("file", type=Path, metavar="FILE", help="a .qdc, .qdpx or .md file")
    taken["export"].add_argument("file", type=Path, metavar="FILE", help="the .qdc or .md file to write")


def run(options: argparse.Namespace) -> int:
    """Do the part that was asked for."""
    if options.part == "list":
        return _list(options)
    with open_library(options) as library:
        parts = {"show": _show, "use": _use, "edit": _edit, "check": _check, "import": _import, "export": _export}
        return parts[options.part](library, options)


def _list(options: argparse.Namespace) -> int:
    books = [(name, bundled(name)) for name in bundled_names()]
    rows = [{"name": name, "title": title(text), "codes": len(parse(text))} for name, text in books]
    if options.json:
        print_json(rows)
    else:
        print_table("Codebooks", ("name", "title", "codes"), [[str(cell) for cell in row.values()] for row in rows])
    return 0


def _show(library: Library, options: argparse.Namespace) -> int:
    book = library.codebook if options.name is None else Codebook(tuple(parse(bundled(options.name))))
    if options.json:
        print_json([_as_dict(book, code) for code in book])
    else:
        rows = [("  " * book.depth(code) + code.name, code.key, code.definition) for code in book]
        print_table("Codes", ("code", "key", "what it means"), rows)
    return 0


def _as_dict(book: Codebook, code: Code) -> dict[str, object]:
    return {
        "name": code.name,
        "key": code.key,
        "under": code.parent or None,
        "definition": code.definition,
        "examples": code.examples,
        "non_examples": code.non_examples,
        "colour": book.colour(code.name),
        "uuid": book.guid(code.name),
        "codable": code.is_codable,
        "line": code.line or None,
    }


def _use(library: Library, options: argparse.Namespace) -> int:
    text = bundled(options.name)
    if library.codebook_file.begin(text):
        return _report(library, Merged(text, tuple(parse(text)), ()), options)
    return _take(library, parse(text), options)


def _import(library: Library, options: argparse.Namespace) -> int:
    codes = read_codes(options.file)
    text = write(codes)
    codebook(text, str(options.file))
    if library.codebook_file.begin(text):
        return _report(library, Merged(text, tuple(codes), ()), options)
    return _take(library, codes, options)


def _take(library: Library, codes: Sequence[Code], options: argparse.Namespace) -> int:
    """Put codes into the codebook that is there, which must be sound before and after."""
    where = str(library.codebook_file.path)
    text = library.codebook_file.text()
    codebook(text, where)
    merged = merge_codes(text, codes)
    codebook(merged.text, where)
    if merged.added:
        library.codebook_file.write(merged.text)
    return _report(library, merged, options)


def _report(library: Library, merged: Merged, options: argparse.Namespace) -> int:
    """Say what came in, and what did not; 1 where something did not."""
    conflicts = [
        {"name": one.ours.name, "here": one.ours.definition, "there": one.theirs.definition} for one in merged.conflicts
    ]
    if options.json:
        print_json({"added": [code.name for code in merged.added], "conflicts": conflicts})
        return 1 if conflicts else 0
    print_lines(f"{library.codebook_file.path}\n{len(merged.added)} added, {len(conflicts)} in conflict")
    for conflict in conflicts:
        print_lines("{name}: here “{here}”, there “{there}”".format(**conflict))
    return 1 if conflicts else 0


def _edit(library: Library, options: argparse.Namespace) -> int:
    from tui.editor import edit

    library.codebook_file.begin()
    edit(library.codebook_file.path)
    return _check(library, options)


def _check(library: Library, options: argparse.Namespace) -> int:
    text = library.codebook_file.text()
    found = [*faults(text), *gaps(text)]
    if not faults(text):
        given = {str(name): int(count) for name, count in library.count_notes_by(("code",))}
        known = {code.name for code in parse(text) if code.is_codable}
        remedy = "Write it into the codebook, or correct the notes."
        found += [
            Finding(0, f"the code {name!r} is in {count} notes and not in the codebook", remedy)
            for name, count in given.items()
            if name and name not in known
        ]
    if options.json:
        print_json([{"line": f.line or None, "what": f.what, "remedy": f.remedy} for f in found])
    else:
        for f in found:
            print_lines(
                f"{library.codebook_file.path}:{f.line}: {f.what}. {f.remedy}" if f.line else f"{f.what}. {f.remedy}"
            )
        print_lines(f"{len(parse(text))} codes, {len(found)} to look at")
    return 1 if found else 0


def _export(library: Library, options: argparse.Namespace) -> int:
    book = library.codebook
    data = write_codes(book, options.file, library.codebook_file.text())
    try:
        with options.file.open("xb") as file:
            file.write(data)
    except OSError as error:
        what = f"the codebook cannot be written ({error.strerror})"
        raise CodebookError(what, where=str(options.file), remedy="Name another file.") from error
    print_lines(f"{options.file}\n{len(book)} codes")
    return 0
