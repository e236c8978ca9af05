"""Codes as somebody gives them in a dialog: by number, by key, by what is typed so far. Pure.

Not here: what codes there are (`briefings.notes.codebook`), how they look (`widgets/code_field.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefings.notes.code import Code, folded
from briefings.notes.codebook import EMPTY, Codebook

DIGITS = "123456789"
BETWEEN = ","
"""What ends a code that is typed."""
NO_CODE = "✎"
"""The sign of a note without codes."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What the reader wrote. comment: Markdown. codes: labels. author: who says so; empty for nobody."""

    comment: str = ""
    codes: tuple[str, ...] = ()
    author: str = ""


@dataclass(frozen=True, slots=True)
class Coding:
    """Codes being given.

    book: what there is to choose from. chosen: names given so far, in that order. typed: what is being typed.
    at: which of those offered the reader went to, from 0; None for none.
    """

    book: Codebook = EMPTY
    chosen: tuple[str, ...] = ()
    typed: str = ""
    at: int | None = None

    @property
    def offered(self) -> list[Code]:
        """The codes somebody may mean who typed this much; nothing typed: all of them."""
        typed = self.typed.strip()
        found, own = self.book.complete(typed), self._by_key(typed)
        return [own, *(code for code in found if code != own)] if own else found

    @property
    def is_unknown(self) -> bool:
        """Whether something is typed that is no code of the book, and begins none."""
        return bool(self.typed.strip()) and not self.offered

    def written(self, typed: str) -> Coding:
        """After the field holds `typed`: a digit alone gives its code, or takes it back; a comma ends a code."""
        if not self.typed and typed in tuple(DIGITS) and (code := self.book.by_key(typed)):
            return self.toggled(code.name)
        coding = self
        while BETWEEN in typed and not self._begins(typed):
            end = self._end(typed)
            coding, typed = coding._given(typed[:end]), typed[end + 1 :]
        return replace(coding, typed=typed.lstrip() if coding is not self else typed, at=None)

    def moved(self, step: int) -> Coding:
        """After the reader went `step` further among those offered."""
        count = len(self.offered)
        at = -1 if self.at is None and step > 0 else self.at or 0
        return replace(self, at=max(0, min(at + step, count - 1)) if count else None)

    def entered(self) -> tuple[Coding, bool]:
        """(after enter, whether that ended it): it gives what the reader went to, or what is typed, before it ends.

        What is typed only in part gives the first code it may mean, for the reader to see before it is kept.
        """
        offered = self.offered
        if self.at is not None and self.at < len(offered):
            return replace(self.toggled(offered[self.at].name), at=None if self.typed else self.at), False
        typed = self.typed.strip()
        if not typed or not offered or folded(offered[0].name) == folded(typed):
            return self._given(typed), True
        return self._given(offered[0].name), False

    def toggled(self, name: str) -> Coding:
        """With the code, or without it where it was given; what was typed is done with."""
        if name in self.chosen:
            return replace(self, chosen=tuple(one for one in self.chosen if one != name), typed="")
        return replace(self, chosen=(*self.chosen, name), typed="")

    def without_last(self) -> Coding:
        """Without the code given last."""
        return replace(self, chosen=self.chosen[:-1], at=None)

    def _given(self, typed: str) -> Coding:
        """With the code that is called so or has this key; any other name is taken as it is."""
        typed = " ".join(typed.split())
        known = self.book.get(typed)
        code = known if known and known.is_codable else self._by_key(typed)
        name = code.name if code else typed
        chosen = self.chosen if not name or name in self.chosen else (*self.chosen, name)
        return replace(self, chosen=chosen, typed="", at=None)

    def _by_key(self, typed: str) -> Code | None:
        return self.book.by_key(typed) if len(typed) == 1 else None

    def _end(self, typed: str) -> int:
        """Where the first code of `typed` ends: at a comma, behind those in a name of the book."""
        ends = [index for index, char in enumerate(typed) if char == BETWEEN]
        names = {folded(code.name) for code in self.book.codable if BETWEEN in code.name}
        return next((end for end in reversed(ends) if folded(typed[:end]) in names), ends[0])

    def _begins(self, typed: str) -> bool:
        """Whether a name of the book, comma and all, begins so."""
        return any(folded(code.name).startswith(folded(typed)) for code in self.book.codable if BETWEEN in code.name)


def sign(book: Codebook, name: str) -> str:
    """The letter that stands for a code beside its colour: its key, else the first letter of its name."""
    code = book.get(name)
    return code.key if code and code.key else name[:1].upper() or NO_CODE


def signs(book: Codebook, names: Sequence[str]) -> str:
    """The letters of some codes; of none, the sign of a note."""
    return "".join(dict.fromkeys(sign(book, name) for name in names)) or NO_CODE
