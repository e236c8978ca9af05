"""What the docs have pictures of: which screen, how large, and the way there from the reader of the bundled sample.

Making them is `pictures.py`'s.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from textual.screen import Screen

from briefings.article import Span
from briefings.framing.sentences import sentences
from briefings.library import Library
from briefings.notes.note import Target, new_note, note_on
from tui.screens.take import TakeScreen
from tui.themes import DARK, DARK_CONTRAST, LIGHT, LIGHT_CONTRAST

PAGES = Path(__file__).resolve().parents[1] / "tests" / "pages"
GAZETTE, COURIER = PAGES / "harbour-gazette.txt", PAGES / "island-courier.txt"
WIDE, MIDDLE, SMALL = (180, 42), (130, 34), (100, 28)
CODES = (("Figure",), ("Judgment", "Naming"), ("Naming",), (), ("Source",))
POINTS = "right_square_bracket right_square_bracket right_square_bracket"


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture.

    screen: the class of the screen that it is of. size: columns and rows. steps: keys, with blanks between those
    that are pressed one after the other; a file is pasted. theme: the looks. prepare: what is put into the library.
    over: what is asked over it, where no key leads to that in the sample.
    """

    screen: str
    size: tuple[int, int] = MIDDLE
    steps: tuple[str | Path, ...] = ()
    theme: str = DARK.name
    prepare: Callable[[Library], object] = lambda library: None
    over: Callable[[], Screen[Any]] | None = None


def noted(library: Library) -> None:
    """Have two readers note the same reports, not always in the same words, and a note lose its place."""
    notes = []
    for heading in library.headings():
        article = library.article(heading.id)
        found = sentences(article.text)
        for number, span in enumerate(found[1:6]):
            notes.append(new_note(article, span, "", CODES[number], "ana"))
        for number, (span, after) in enumerate(pairwise(found[1:6])):
            wider = Span(span.start, after.end if number == 1 else span.end)
            notes.append(new_note(article, wider, "who says so?" if number else "", CODES[number - number // 3], "ben"))
    library.add_notes(notes, "notes")
    _lose_a_note(library)


def _lose_a_note(library: Library) -> None:
    """Note a sentence of the briefing, then take it out of its file."""
    (file,) = (library.folder / "briefings").glob("*.md")
    target = Target("briefing", file.stem)
    text, written = library.target_text(target), file.read_text("utf-8")
    span = next(span for span in sentences(text) if len(span.of(text)) > 40 and span.of(text) in written)
    library.add_notes([note_on(target, text, span, "still so?", (), "ana")], "notes")
    file.write_text(written.replace(span.of(text), " ".join(reversed(span.of(text).split()[:6])) + "."), "utf-8")
    library.follow_briefings()


COMPARED = Picture("ComparisonScreen", WIDE, ("c", POINTS))
PICTURES = {
    "reader": Picture("ReaderScreen"),
    "reader-light": Picture("ReaderScreen", theme=LIGHT.name),
    "reader-contrast": Picture("ReaderScreen", theme=DARK_CONTRAST.name),
    "letters": Picture("ReaderScreen", SMALL, ("ctrl+o",)),
    "find": Picture("ReaderScreen", SMALL, ("n", "enter", "f", "b o r d e r")),
    "article": Picture("ReaderScreen", MIDDLE, ("n", "enter"), prepare=noted),
    "compare": COMPARED,
    "compare-light": Picture("ComparisonScreen", WIDE, COMPARED.steps, LIGHT.name),
    "compare-contrast": Picture("ComparisonScreen", WIDE, COMPARED.steps, LIGHT_CONTRAST.name),
    "margin": Picture("ComparisonScreen", SMALL, COMPARED.steps),
    "coverage": Picture("ComparisonScreen", MIDDLE, ("c", "2")),
    "quotes": Picture("ComparisonScreen", MIDDLE, ("c", "3")),
    "figures": Picture("ComparisonScreen", MIDDLE, ("c", "4")),
    "wording": Picture("ComparisonScreen", MIDDLE, ("c", "5")),
    "uses": Picture("ComparisonScreen", MIDDLE, ("c", "full_stop full_stop full_stop", "o")),
    "sources": Picture("ComparisonScreen", MIDDLE, ("c", "6")),
    "codes": Picture("ComparisonScreen", MIDDLE, ("c", "7"), prepare=noted),
    "search": Picture("SearchScreen", MIDDLE, ("slash", "b o r d e r")),
    "search-columns": Picture("SearchScreen", MIDDLE, ("slash", "b o r d e r", "ctrl+l", "ctrl+g")),
    "other-coverage": Picture("OtherCoverageScreen", MIDDLE, ("n", "enter", "O")),
    "import": Picture("ImportScreen", MIDDLE, ("i", GAZETTE, COURIER, "x")),
    "paste": Picture("PasteScreen", SMALL, ("i", "p a s t e enter", COURIER)),
    "fields": Picture("EditScreen", SMALL, ("n", "enter", "e")),
    "original": Picture("OriginalScreen", SMALL, ("i", GAZETTE, "A", "ctrl+s", "o")),
    "note": Picture("NoteScreen", SMALL, ("n", "enter", "v w w", "a", "w h o space s a y s tab 4")),
    "notes": Picture("NotesScreen", MIDDLE, ("A",), prepare=noted),
    "note-places": Picture("NotePlacesScreen", SMALL, ("A", "o", "enter"), prepare=noted),
    "notes-in": Picture("TakingNotesScreen", SMALL, ("A", "i")),
    "notes-out": Picture("SendingNotesScreen", SMALL, ("A", "E"), prepare=noted),
    "disagreements": Picture("DisagreementsScreen", MIDDLE, ("A", "D"), prepare=noted),
    "settle": Picture("SettleScreen", MIDDLE, ("A", "D", "enter"), prepare=noted),
    "agreement": Picture("AgreementScreen", MIDDLE, ("A", "D", "a"), prepare=noted),
    "coders": Picture("CodersScreen", SMALL, ("A", "D", "c"), prepare=noted),
    "codebook": Picture("CodebookScreen", SMALL, ("K", "j"), prepare=noted),
    "take": Picture(
        "TakeScreen", SMALL, ("slash", "b o r d e r"), over=lambda: TakeScreen(["The Gull: Ferry stands still"])
    ),
    "keys": Picture("KeysScreen", MIDDLE, ("c", "question_mark")),
    "themes": Picture("ThemesScreen", SMALL, ("f2", "j")),
    "palette": Picture("CommandPalette", SMALL, ("ctrl+p", "i n d e p e n d e n t")),
    "small": Picture("SmallScreen", (50, 12)),
}
"""Name of the file -> what is on it."""
