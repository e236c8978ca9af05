"""What a person decides about notes: where an orphan's words are meant now, and what holds where coders disagree.

Not here: guessing places (`notes/candidates.py`), finding disagreements (`notes/disagreements.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from briefings.article import Span
from briefings.errors import NotesError
from briefings.note_store import NoteStore
from briefings.notes.anchor import describe
from briefings.notes.note import Note, Target, note_on


class NoteChoices(NoteStore):
    """Keeps what was decided. Every change is on the disk when its method returns, and can be undone."""

    def candidates(self, id: str, limit: int = 5) -> list[tuple[Span, float]]:
        """Up to `limit` places where the words of a note may be meant now, with scores of 0 to 1, the likeliest first.

        Raises UnknownNote, and UnknownArticle or BriefingError where its text is not there.
        """
        from briefings.notes.candidates import candidates

        note = self.note(id)
        return candidates(note.selector, self.target_text(note.target), limit)

    def reattach(self, id: str, span: Span, target: Target | None = None) -> Note:
        """Give a note the words at `span`; what its words were stays in its history.

        target: another text it is on from now on (a briefing's file was renamed, say). Raises UnknownNote, NotesError
        for words outside the text, and UnknownArticle or BriefingError where there is no such text.
        """
        note = self.note(id)
        target = target or note.target
        text = self.target_text(target)
        _require_words(span, text, target)
        now = datetime.now(UTC).replace(microsecond=0)
        kind, name = target
        moved = replace(note, selector=describe(text, span), span=span, changed=now, kind=kind, article=name)
        self.change_note(moved, "give a note its place")
        return moved

    def settle(
        self, ids: Sequence[str], codes: Sequence[str], comment: str = "", author: str = "", span: Span | None = None
    ) -> Note:
        """Keep a note that settles between the notes `ids`, which stay as they are.

        codes: those that hold. span: the words they hold for; from the first to the last of the notes' where None.
        Raises UnknownNote, and NotesError where the notes are on several texts or none has a place.
        """
        notes = [self.note(id) for id in dict.fromkeys(ids)]
        targets, spans = {note.target for note in notes}, [note.span for note in notes if note.span]
        if len(targets) != 1:
            raise NotesError("notes on one text are needed", remedy="Name notes on the same article or briefing.")
        if span is None and not spans:
            raise NotesError("none of the notes has a place", remedy="Give one its place first, or name the words.")
        (target,) = targets
        text = self.target_text(target)
        span = span or Span(min(one.start for one in spans), max(one.end for one in spans))
        _require_words(span, text, target)
        made = note_on(target, text, span, comment, tuple(codes), author, tuple(note.id for note in notes))
        self.add_notes([made], "settle between notes")
        return made


def _require_words(span: Span, text: str, target: Target) -> None:
    """Raise NotesError unless `span` holds words of `text`."""
    if not 0 <= span.start < span.end <= len(text) or not span.of(text).strip():
        remedy = f"Name two offsets from 0 to {len(text)}, with words between them."
        raise NotesError(f"no words stand at {span.start}-{span.end}", where=str(target), remedy=remedy)
