"""Notes between the dialog, the pane and the library. What asks the library runs in workers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from briefings.article import Article, Span
from briefings.errors import CodebookError, NotesError
from briefings.library import Library
from briefings.note_filter import NoteFilter
from briefings.note_steps import NoteStep
from briefings.notes.codebook import EMPTY, Codebook
from briefings.notes.note import Note, Target, new_note, note_on
from tui.coding import Draft, sign, signs
from tui.layers import Layer
from tui.layout import Layout
from tui.lazy_rows import LazyRows
from tui.reading import Reading
from tui.widgets.lines_list import Row

LONGEST_WORDS = 60
"""Code points of a note's words shown in the pane."""
AT_FIRST = 500
"""How many notes on a text are read with it; where there are more, they follow."""
WIDEST = 2
"""The most cells a character takes."""
LOST = "lost its place"
NO_TABLES = "these are not words of the briefing's text alone"


def keep(library: Library, article: Article, span: Span, draft: Draft) -> None:
    """Keep a new note on an article; on the disk when this returns."""
    library.add_note(new_note(article, span, draft.comment, draft.codes, draft.author))


def keep_on(library: Library, target: Target, words: str, span: Span, draft: Draft) -> None:
    """Keep a new note on the `words` at `span` of a text; on the disk when this returns.

    Raises NotesError where other words stand there: words of a briefing's tables, which are not in its text.
    """
    text = library.target_text(target)
    if span.of(text) != words:
        remedy = "Note words of its own: what tables show is in the articles."
        raise NotesError(NO_TABLES, where=str(target), remedy=remedy)
    library.add_note(note_on(target, text, span, draft.comment, draft.codes, draft.author))


def rewrite(library: Library, was: Note, draft: Draft) -> None:
    """Give a note another comment, other codes, another author; on the disk when this returns."""
    now = datetime.now(UTC).replace(microsecond=0)
    library.change_note(replace(was, comment=draft.comment, codes=draft.codes, author=draft.author, changed=now))


def first_notes(library: Library, target: Target) -> tuple[Note, ...]:
    """The first `AT_FIRST` notes on a text, as `Library.notes_on`: what a pane shows before all are read."""
    if target.kind == "briefing":
        library.follow_briefing(target.name)
    return tuple(library.notes_page(NoteFilter(targets=(target,)), AT_FIRST))


def read_codebook(library: Library) -> tuple[Codebook, str]:
    """The codes of the library, as they last could be read, and what is wrong with the file now; empty for nothing."""
    try:
        return library.codebook, ""
    except CodebookError as error:
        return library.codebook_file.last, str(error)


def known_codebook(library: Library) -> Codebook:
    """The codes of the library, as they last could be read."""
    return read_codebook(library)[0]


def step_in_words(step: NoteStep, done: str) -> str:
    """A step of notes that was taken back or done again, in a reader's words."""
    words = f": “{shortened(step.notes[0].selector.exact)}”" if len(step.notes) == 1 else f": {len(step.notes)} notes"
    lost = "".join(f"\nA note {LOST}." for note in step.notes if note.span is None)
    return f"{done}: {step.what}{words}.{lost}"


def target_of(reading: Reading) -> Target | None:
    """The text that notes on what is open are on; None where nothing is."""
    if reading.key.startswith("article:"):
        return Target("article", reading.name)
    return Target("briefing", reading.name) if reading.key else None


def kept_span(reading: Reading, span: Span) -> Span:
    """Words of what is shown as notes keep them: in a briefing, as if no table were drawn."""
    return Span(reading.kept_offset(span.start), reading.kept_offset(span.end))


def shown_span(reading: Reading, span: Span) -> Span:
    """The words of a note in what is shown."""
    return Span(reading.shown_offset(span.start), reading.shown_offset(span.end))


def noted(reading: Reading, notes: Sequence[Note], book: Codebook = EMPTY) -> Reading:
    """What is shown with its notes marked, each in the colour and with the letter of its first code."""
    layers = tuple(layer for layer in reading.layers if layer.name != "note")
    return replace(reading, layers=(*layers, *_layers(reading, notes, book)))


def _layers(reading: Reading, notes: Sequence[Note], book: Codebook) -> Iterator[Layer]:
    spans = dict[str, dict[Span, None]]()  # many notes on the same words are one mark
    for note in notes:
        if note.span:
            spans.setdefault(note.codes[0] if note.codes else "", {})[shown_span(reading, note.span)] = None
    for code, found in spans.items():
        yield Layer("note", tuple(found), 10, mark=sign(book, code), colour=book.colour(code) if code else "")


def note_rows(
    article: Article | None, notes: Sequence[Note], book: Codebook = EMPTY, own: str = "", room: int = 0
) -> LazyRows[Row]:
    """The notes as the pane lists them: codes and place, the words, the comment.

    own: whose name is not shown. room: cells of a line of a comment; 0, or more than `AT_FIRST` notes: comments are
    not wrapped, as that would be done for all of them before the first is shown.
    """
    room = room if len(notes) <= AT_FIRST else 0
    heights = (2 + len(_comment(note, room)) for note in notes)
    return LazyRows([note.id for note in notes], heights, lambda n: _rows_of_note(article, notes[n], book, own, room))


def _rows_of_note(article: Article | None, note: Note, book: Codebook, own: str, room: int) -> list[Row]:
    place = place_of(article, note)
    by = f"by {note.author}" if note.author not in ("", own) else ""
    settles = "settles" if note.adjudicates else ""
    said = filter(None, (signs(book, note.codes), place, ", ".join(note.codes), settles, by))
    rows = [Row(" ".join(said), note_kind(note, book), 0, note.id)]
    rows.append(Row(f"“{shortened(note.selector.exact)}”", "words", 1, note.id))
    return rows + [Row(line, "comment", 1, note.id) for line in _comment(note, room)]


def _comment(note: Note, room: int) -> list[str]:
    """The lines of a comment, wrapped where there is room to wrap them to."""
    lines = note.comment.splitlines()
    if not room:
        return lines
    return [part for line in lines for part in _wrapped(line, room)]


def _wrapped(line: str, room: int) -> list[str]:
    if len(line) * WIDEST <= room:
        return [line]
    layout = Layout(line, room, numbers=False)
    return [layout.shown(row).of(line) for row in range(layout.height)]


def note_kind(note: Note, book: Codebook) -> str:
    """How the first row of a note looks: as notes do, in the colour of its first code."""
    return f"note {book.colour(note.codes[0])}" if note.codes else "note"


def place_of(article: Article | None, note: Note) -> str:
    """Where a note stands: its paragraph in an article, nothing to be said in a briefing; or that it lost its place."""
    if note.span is None:
        return LOST
    return f"¶{article.paragraph_number(note.span.start)}" if article else ""


def shortened(words: str, most: int = LONGEST_WORDS) -> str:
    """Words on one line, at most so many code points."""
    words = " ".join(words.split())
    return words if len(words) <= most else f"{words[: most - 1]}…"
