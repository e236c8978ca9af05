"""The codebook of a library as its screen lists it, and taking codes in from those that come with the program.

Runs in workers. Not here: the file (`briefings.notes.codebook_file`), the command line (`verbs/codebook.py`).
"""

from __future__ import annotations

from dataclasses import dataclass

from briefings.check import Finding
from briefings.errors import CodebookError
from briefings.library import Library
from briefings.notes.codebook import EMPTY, Codebook
from tui.coding import sign
from tui.noting import known_codebook
from tui.widgets.lines_list import Row

BUNDLED = "bundled:"
"""Before the name of a bundled codebook in a row's key."""
CODE = "code:"
LONGEST = 200


@dataclass(frozen=True, slots=True)
class Shown:
    """A codebook and what is to be seen with it.

    book: its codes as they last could be read. is_there: whether the library has a file of its own. problem: what
    keeps the file from being used, empty for nothing. findings: what is wrong or missing in it. used: code -> notes.
    offered: (name, title) of those that come with the program.
    """

    book: Codebook = EMPTY
    is_there: bool = False
    problem: str = ""
    findings: tuple[Finding, ...] = ()
    used: tuple[tuple[str, int], ...] = ()
    offered: tuple[tuple[str, str], ...] = ()


def read_shown(library: Library) -> Shown:
    """The codebook of a library as it is now."""
    from briefings.notes.codebook_bundled import bundled, bundled_names, title
    from briefings.notes.codebook_faults import faults, gaps

    problem, findings = "", list[Finding]()
    file = library.codebook_file
    try:
        text = file.text()
        findings = [*faults(text), *gaps(text)]
        file.read()
    except CodebookError as error:
        problem = str(error)
    used = tuple((str(name), int(count)) for name, count in library.count_notes_by(("code",)) if name)
    offered = tuple((name, title(bundled(name))) for name in bundled_names())
    return Shown(known_codebook(library), file.path.exists(), problem, tuple(findings), used, offered)


def codebook_rows(shown: Shown) -> list[Row]:
    """What is wrong; the codes with number, letter, use and meaning; names in notes that are no codes; what to take."""
    used, book = dict(shown.used), shown.book
    digits = {code.name: digit for digit, code in book.numbers().items()}
    rows = [Row(f"! line {one.line}: {one.what}. {one.remedy}", "legend") for one in shown.findings]
    own = "Codes" if shown.is_there else "Codes of the starter, which serves until the library has a codebook"
    rows.append(Row(f"{own}  {len(book.codable)}", "group"))
    for code in book:
        many = f"{used[code.name]:,} noted · " if code.name in used else ""
        meaning = " ".join(code.definition.split())[:LONGEST]
        head = f"{digits.get(code.name, ' ')} ■ {sign(book, code.name)} {code.name}" if code.is_codable else code.name
        kind = f"note {book.colour(code.name)}" if code.is_codable else "group"
        rows.append(Row(head, kind, book.depth(code) * 2, f"{CODE}{code.name}"))
        rows.append(Row(many + meaning, "snippet", 4 + book.depth(code) * 2, f"{CODE}{code.name}"))
    if strange := book.unknown(name for name, _ in shown.used):
        rows.append(Row("In notes, and not in the codebook", "group"))
        rows += [Row(f"{name}  {used[name]:,} noted", "", 2, f"{CODE}{name}") for name in strange]
    rows.append(Row("Codebooks to take codes from", "group"))
    rows += [Row(f"{name}  {title}", "", 2, f"{BUNDLED}{name}") for name, title in shown.offered]
    return rows


def take_bundled(library: Library, name: str) -> str:
    """Take the codes of a bundled codebook in, and say so; what is there stays. Raises CodebookError."""
    from briefings.notes.codebook_bundled import bundled
    from briefings.notes.codebook_file import codebook
    from briefings.notes.codebook_markdown import parse
    from briefings.notes.codebook_merge import merge_codes

    file, incoming = library.codebook_file, bundled(name)
    if file.begin(incoming):
        return f"The codebook begins with {name}: {len(parse(incoming))} codes."
    where, text = str(file.path), file.text()
    codebook(text, where)
    merged = merge_codes(text, parse(incoming))
    codebook(merged.text, where)
    if merged.added:
        file.write(merged.text)
    others = "".join(f"\n{one.ours.name} means something else here, and stays as it is." for one in merged.conflicts)
    return f"{len(merged.added)} codes of {name} added.{others}"
