"""Where coders disagree, sentence by sentence, and what somebody settled between them. Not here: who is right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefings.article import Span
from briefings.notes.coding import CodedText, sentences_of
from briefings.notes.note import Note, Target


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A sentence to which some coders gave a code and others who saw it did not.

    code: its name. target: the text. span: the sentence. words: of the sentence.
    gave: who gave the code. left: who saw the text and did not. notes: the ids of the notes that gave it.
    beside: the ids of all notes of these coders on the sentence, to be read side by side.
    settled_by: the id of the note that settles it, by naming one that gave the code; None where none does.
    settled_as: whether that one gives the code to this sentence.
    """

    code: str
    target: Target
    span: Span
    words: str
    gave: tuple[str, ...]
    left: tuple[str, ...]
    notes: tuple[str, ...]
    beside: tuple[str, ...]
    settled_by: str | None = None
    settled_as: bool | None = None


def disagreements(
    texts: Iterable[CodedText], coders: Sequence[str], settling: Iterable[Note] = ()
) -> list[Disagreement]:
    """Every disagreement of the coders, in the order of the texts, by sentence and code.

    texts: as `coded_texts` gives them for these coders. settling: notes that settle between others; the latest counts.
    """
    last = sorted((note for note in settling if note.adjudicates), key=lambda note: (note.changed, note.id))
    found = list[Disagreement]()
    for text in texts:
        here = [note for note in last if note.target == text.target]
        given = [(number, code) for code in text.codes for number in text.by_sentence(code)]
        found += [one for number, code in sorted(given) if (one := _disagreement(text, number, code, coders, here))]
    return found


def _disagreement(
    text: CodedText, number: int, code: str, coders: Sequence[str], settling: Sequence[Note]
) -> Disagreement | None:
    gave, left, notes, beside = list[str](), list[str](), list[str](), list[str]()
    for coder, seen, theirs in zip(coders, text.seen, text.by_number, strict=True):
        on_it = theirs.get(number, [])
        giving = [note.id for note in on_it if code in note.codes]
        notes += giving
        beside += [note.id for note in on_it]
        if seen:
            (gave if giving else left).append(coder)
    if not left:
        return None
    span = text.sentences[number]
    by = next((note for note in reversed(settling) if not set(notes).isdisjoint(note.adjudicates)), None)
    return Disagreement(
        code,
        text.target,
        span,
        span.of(text.text),
        tuple(gave),
        tuple(left),
        tuple(notes),
        tuple(beside),
        settled_by=by.id if by else None,
        settled_as=code in by.codes and number in sentences_of(by, text.sentences) if by else None,
    )
