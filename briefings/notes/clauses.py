"""Whether the sentence around a note's words tells of somebody else now: other names, other numbers in the same place.

`Team Alpha reported a broken mast`: a note on the last four words is not one on those of Team Beta, though they are the
same. Not here: finding the words (`anchor.py`), words of the note that changed (`edited.py`).
"""

from __future__ import annotations

import re

from briefings.article import Span
from briefings.notes.tokens import words_of

_BREAK = re.compile(r"[.!?…;:]+[\"'“”‘’)\]]*\s|\n")
"""Where a clause ends: near enough for asking which names stand in it."""
_NAME = re.compile(r"\d[\d.,]*|[^\W\d_][^\W_]*(?:['’][^\W\d_]+)*")


def tells_of_others(prefix: str, suffix: str, place: Span, text: str) -> bool:
    """Whether names or numbers of a note's sentence, on either side of its words, are others at a place of `text`.

    prefix, suffix: what stood around the note. Asked is the name next to the note on each side; one that is only left
    out, added, or stands farther off now is no other.
    """
    before, after = text[max(0, place.start - len(prefix)) : place.start], text[place.end : place.end + len(suffix)]
    sides = (
        (_names(_last(prefix))[::-1], _names(_last(before))[::-1]),
        (_names(_first(suffix)), _names(_first(after))),
    )
    return any(old and new and old[0] not in new and new[0] not in old for old, new in sides)


def _last(text: str) -> str:
    """What stands of a sentence at the end of a text."""
    ends = [match.end() for match in _BREAK.finditer(text)]
    return text[ends[-1] :] if ends else text


def _first(text: str) -> str:
    """What stands of a sentence at the beginning of a text."""
    end = _BREAK.search(text)
    return text[: end.start()] if end else text


def _names(part: str) -> list[str]:
    """The numbers of a part of a sentence and its words with a capital, in order."""
    found = (match.group() for match in _NAME.finditer(part))
    return [word for name in found if name[0].isupper() or name[0].isdigit() for word in words_of(name)]
