"""Notes of somebody else on their way into a library, and notes on their way out. Runs in workers.

Nothing is written before `take_in`. Not here: the formats (`briefings.notes.exchange`), the command line
(`verbs/notes_exchange.py`), how it is listed (`arrivals.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from briefings.article import Article
from briefings.briefing import read_briefing
from briefings.errors import BriefingError, CodebookError, NotesError
from briefings.library import Library
from briefings.note_filter import NoteFilter
from briefings.notes.codebook import EMPTY, Codebook
from briefings.notes.exchange import FORMATS, Conflict, Format, export, merge, placing, read_file
from briefings.notes.incoming import Incoming
from briefings.notes.note import Note, Target
from briefings.notes.texts import briefing_text, unknown_texts

AT_ONCE = 500
"""How many notes are looked for in their texts between two looks at whether to stop."""
Tell = Callable[[str], None]
"""Told how far the work is, in words; raises Stopped where it is to end."""


class Stopped(Exception):
    """The reader wished no more."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """What a file of notes would bring.

    path: the file. told: what was left out and how the file was understood. add: notes that are new here, with their
    place. same: how many are here already, and say the same. conflicts: those that say something else here. brought:
    texts that come along and are not here. with_texts: whether these are to be put in. new_codes: codes that the
    codebook does not have.
    """

    path: Path
    told: tuple[str, ...] = ()
    add: tuple[Note, ...] = ()
    same: int = 0
    conflicts: tuple[Conflict, ...] = ()
    brought: tuple[Article, ...] = ()
    with_texts: bool = False
    new_codes: tuple[str, ...] = ()

    @property
    def lost(self) -> int:
        """How many of the new ones have no place in the texts of the library."""
        return sum(note.span is None for note in self.add)

    @property
    def said(self) -> str:
        """What it would bring, in words."""
        parts = [f"{len(self.add):,} new"]
        parts += [f"{self.lost:,} of them without a place"] if self.lost else []
        parts += [f"{self.same:,} here already"] if self.same else []
        parts += [f"{len(self.conflicts):,} in conflict, left as they are here"] if self.conflicts else []
        return " · ".join(parts)


def note_texts(library: Library) -> list[Article]:
    """The texts notes may be on: every article, and every briefing that can be read."""
    texts = library.articles()
    for path in library.briefings():
        with suppress(BriefingError):
            title = read_briefing(path).title
            texts.append(briefing_text(path.stem, title, library.target_text(Target("briefing", path.stem))))
    return texts


def read_arrival(library: Library, path: Path, tell: Tell, *, with_texts: bool = False) -> Arrival:
    """What the file of notes at `path` would bring; nothing is written.

    with_texts: look for words in the texts it brings along, too. Raises NotesError, and Stopped where `tell` does.
    """
    tell(f"reading {path.name}")
    incoming = read_file(path.expanduser())
    library.follow_briefings()
    texts = note_texts(library)
    brought = unknown_texts(texts, incoming.texts)
    found = _placed(incoming, [*texts, *(brought if with_texts else ())], tell)
    tell("comparing with the notes here")
    add, conflicts = merge(found, library.notes())
    same = len({note.id for note in found}) - len(add) - len({conflict.theirs.id for conflict in conflicts})
    codes = _new_codes(library, incoming.codebook)
    return Arrival(path, incoming.told, tuple(add), same, tuple(conflicts), tuple(brought), with_texts, codes)


def _placed(incoming: Incoming, texts: Sequence[Article], tell: Tell) -> list[Note]:
    place, notes, found = placing(texts, incoming.texts), incoming.notes, list[Note]()
    for start in range(0, len(notes), AT_ONCE):
        tell(f"finding the words of {len(notes):,} notes: {start:,} done")
        found += map(place, notes[start : start + AT_ONCE])
    return found


def _new_codes(library: Library, theirs: Codebook) -> tuple[str, ...]:
    try:
        ours = library.codebook
    except CodebookError:
        return ()
    return tuple(code.name for code in theirs if ours.get(code.name) is None)


def take_in(library: Library, arrival: Arrival) -> str:
    """Write what is new, in one step that can be undone, and say so; what is here by now stays as it is."""
    if arrival.with_texts:
        library.add_all(arrival.brought)
    add, _ = merge(arrival.add, library.notes())
    if add:
        library.add_notes(add, "import notes")
    texts = f", {len(arrival.brought)} texts" if arrival.with_texts and arrival.brought else ""
    return f"{len(add):,} notes{texts} taken in from {arrival.path.name}."


def format_of(path: Path) -> Format:
    """The format notes are written in at `path`, by its suffix. Raises NotesError."""
    suffix = path.suffix.lower()
    form = next((form for form in FORMATS.values() if suffix in (form.suffix, *form.others)), None)
    if form is None:
        known = ", ".join(form.suffix for form in FORMATS.values())
        raise NotesError("the name tells no format", where=str(path), remedy=f"End it in one of {known}.")
    return form


def send_out(library: Library, which: NoteFilter, path: Path) -> str:
    """Write the notes that are asked for into a new file, and say so. Raises NotesError; a file that is there stays."""
    form, path = format_of(path), path.expanduser()
    library.follow_briefings()
    notes = library.notes_page(which)
    texts = {text.id: text for text in note_texts(library)}
    data, left_out = export(form, notes, texts, library.codebook if form.pack else EMPTY)
    try:
        with path.open("xb") as file:
            file.write(data)
    except OSError as error:
        what = f"the notes cannot be written ({error.strerror})"
        raise NotesError(what, where=str(path), remedy="Name another file.") from error
    left = f"\n{len(left_out):,} have no place or no text here: {form.name} has no form for them, jsonl does."
    return f"{len(notes) - len(left_out):,} notes written to {path}.{left if left_out else ''}"
