"""Where coders disagree, read from a library and listed; and what somebody settled. Runs in workers.

Not here: what a disagreement is (`briefings.notes.disagreements`), who is right: nobody is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from briefings.article import Article
from briefings.errors import BriefingError, NotesError, UnknownArticle
from briefings.library import Library
from briefings.note_filter import NoteFilter
from briefings.notes.codebook import EMPTY, Codebook
from briefings.notes.coding import coded_texts
from briefings.notes.disagreements import Disagreement, disagreements
from briefings.notes.note import Note, Target
from tui.coding import sign
from tui.noting import known_codebook, shortened
from tui.widgets.lines_list import Row

FEWEST = 2
LONGEST = 200


@dataclass(frozen=True, slots=True)
class Apart:
    """The disagreements of some coders.

    coders: their names. found: in the order of the texts. notes: of these coders, and those that settle, by id.
    texts: of the disagreements. articles: those of them that are articles. book: the codes.
    """

    coders: tuple[str, ...] = ()
    found: tuple[Disagreement, ...] = ()
    notes: Mapping[str, Note] = field(default_factory=dict)
    texts: Mapping[Target, str] = field(default_factory=dict)
    articles: Mapping[str, Article] = field(default_factory=dict)
    book: Codebook = EMPTY

    @property
    def open(self) -> int:
        """How many are not settled yet."""
        return sum(one.settled_by is None for one in self.found)

    def place(self, one: Disagreement) -> str:
        """Where a disagreement stands, in words."""
        article = self.articles.get(one.target.name) if one.target.kind == "article" else None
        return f"{article.outlet} ¶{article.paragraph_number(one.span.start)}" if article else one.target.name


@dataclass(frozen=True, slots=True)
class Coded:
    """What some coders left on texts.

    coders: their names. notes: theirs. texts: those the notes are on, as far as they are there.
    """

    coders: tuple[str, ...]
    notes: tuple[Note, ...]
    texts: Mapping[Target, str]


def coders_in(library: Library) -> dict[str, int]:
    """Who made notes in a library, and how many; notes that settle between others are nobody's coding."""
    own = library.count_notes_by(("author",), NoteFilter(adjudicates=False))
    return {str(name): int(count) for name, count in own if name}


def read_coded(library: Library, coders: Sequence[str] = ()) -> Coded:
    """What these coders left in a library; all who made notes where fewer than two of them did.

    Raises NotesError where fewer than two people made notes at all.
    """
    here = coders_in(library)
    if len(here) < FEWEST:
        remedy = "Take a colleague's notes in: i in the list of all notes."
        raise NotesError("to disagree takes the notes of two coders or more", remedy=remedy)
    chosen = tuple(name for name in here if name in coders)
    if len(chosen) < FEWEST:
        chosen = tuple(here)
    library.follow_briefings()
    notes = tuple(note for coder in chosen for note in library.notes_page(NoteFilter(author=coder)))
    texts = {target: text for target in sorted({note.target for note in notes}) if (text := _text(library, target))}
    return Coded(chosen, notes, texts)


def read_apart(library: Library, coders: Sequence[str] = ()) -> Apart:
    """The disagreements of some coders, or of all, as `read_coded`; raises what it raises."""
    coded = read_coded(library, coders)
    settling = library.notes_page(NoteFilter(adjudicates=True))
    found = tuple(disagreements(coded_texts(coded.notes, coded.texts, coded.coders), coded.coders, settling))
    targets = {one.target for one in found}
    return Apart(
        coded.coders,
        found,
        {note.id: note for note in (*coded.notes, *settling)},
        {target: coded.texts[target] for target in targets},
        {target.name: library.article(target.name) for target in targets if target.kind == "article"},
        known_codebook(library),
    )


def apart_rows(apart: Apart, *, only_open: bool, code: str = "") -> list[Row]:
    """Two rows a disagreement: the code, the place, who gave it, who did not, whether it is settled; the sentence.

    only_open: leave out what is settled. code: only of this one; empty for all.
    """
    rows = list[Row]()
    for number, one in enumerate(apart.found):
        if (only_open and one.settled_by) or (code and one.code != code):
            continue
        settled = {None: "", True: "✓ settled: given", False: "✓ settled: not given"}[one.settled_as]
        who = f"given by {', '.join(one.gave)}", f"not by {', '.join(one.left)}"
        said = " · ".join(filter(None, (one.code, apart.place(one), *who, settled)))
        rows.append(Row(f"{sign(apart.book, one.code)} {said}", f"note {apart.book.colour(one.code)}", 0, str(number)))
        rows.append(Row(f"“{shortened(one.words, LONGEST)}”", "words", 1, str(number)))
    return rows


def codings_of(apart: Apart, one: Disagreement, coder: str) -> list[Note]:
    """The notes of a coder on the sentence of a disagreement."""
    return [note for id in one.beside if (note := apart.notes[id]).author == coder]


def coding_in_words(notes: list[Note]) -> str:
    """What a coder left on a sentence: of each note its codes, its words and its comment."""
    if not notes:
        return "nothing here"
    return "\n".join(
        "\n".join(filter(None, (", ".join(note.codes) or "no code", f"“{note.selector.exact}”", note.comment)))
        for note in notes
    )


def _text(library: Library, target: Target) -> str | None:
    try:
        return library.target_text(target)
    except (UnknownArticle, BriefingError):
        return None
