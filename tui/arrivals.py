"""What a file of notes would bring, as rows: conflicts beside what is here, and what is new. Pure."""

from __future__ import annotations

from briefings.notes.codebook import EMPTY, Codebook
from briefings.notes.exchange import Conflict
from briefings.notes.note import Note
from tui.coding import signs
from tui.exchanging import Arrival
from tui.noting import LOST, note_kind, shortened
from tui.widgets.lines_list import Row

LONGEST = 200


def arrival_rows(arrival: Arrival, codebook: Codebook = EMPTY) -> list[Row]:
    """What the file would bring, as rows: what was said of it, conflicts first, then what is new."""
    rows = [Row(line, "legend") for line in arrival.told]
    if arrival.brought:
        said = "are put in with them" if arrival.with_texts else "are not in the library; ctrl+t puts them in, too"
        rows.append(Row(f"Texts it brings along that {said}  {len(arrival.brought)}", "group"))
        rows += [Row(text.title or text.id, "", 2, f"text:{text.id}") for text in arrival.brought]
    if arrival.new_codes:
        rows.append(Row(f"Codes that are not in the codebook  {len(arrival.new_codes)}", "group"))
        rows.append(Row(", ".join(arrival.new_codes), "", 2, "codes:"))
    if arrival.conflicts:
        rows.append(Row(f"In conflict: what is here stays  {len(arrival.conflicts)}", "group"))
        rows += [row for one in arrival.conflicts for row in _conflict_rows(one, codebook)]
    rows.append(Row(f"New  {len(arrival.add)}", "group"))
    return rows + [row for note in arrival.add for row in _new_rows(note, codebook)]


def _conflict_rows(conflict: Conflict, codebook: Codebook) -> list[Row]:
    ours, key = conflict.ours, f"conflict:{conflict.ours.id}"
    rows = [Row(f"{signs(codebook, ours.codes)} “{shortened(ours.selector.exact)}”", note_kind(ours, codebook), 1, key)]
    for what, here, there in conflict.differences:
        rows.append(Row(f"{what} here: {shortened(here, LONGEST) or '(none)'}", "snippet", 2, key))
        rows.append(Row(f"{what} there: {shortened(there, LONGEST) or '(none)'}", "snippet", 2, key))
    return rows


def _new_rows(note: Note, codebook: Codebook) -> list[Row]:
    key, place = f"new:{note.id}", note.article if note.span else f"{note.article} {LOST}"
    by = f"by {note.author}" if note.author else ""
    said = " · ".join(filter(None, (", ".join(note.codes), place, by)))
    rows = [Row(f"{signs(codebook, note.codes)} {said}", note_kind(note, codebook), 1, key)]
    rows.append(Row(f"“{shortened(note.selector.exact, LONGEST)}”", "words", 2, key))
    return rows + ([Row(shortened(note.comment, LONGEST), "comment", 2, key)] if note.comment else [])
