"""The codebook: the codes a reader gives. Finding one by what is typed, its key, its number, its colour, its identity.

Codes are given by people; nothing here gives one. Not here: the Markdown they are written in (`codebook_markdown.py`),
the file (`codebook_file.py`), notes that use them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID, uuid5

from briefings.notes.code import Code, folded

__all__ = ["COLOURS", "EMPTY", "Code", "Codebook", "folded", "parse_codebook", "read_codebook"]

COLOURS = ("#e69f00", "#56b4e9", "#009e73", "#f0e442", "#0072b2", "#d55e00", "#cc79a7", "#999999")
"""The colours of codes that name none, in turn: told apart with colour-blind eyes (Okabe and Ito 2008)."""
_NAMESPACE = UUID("7c1d0b58-6a52-5b0e-9d27-5e3fb8f9a4c1")
"""Under which the identity of a code that has none is made from its name."""


@dataclass(frozen=True, slots=True)
class Codebook:
    """A list of codes. codes: in the order of the file, a nested code after the one above it."""

    codes: tuple[Code, ...] = ()

    def __iter__(self) -> Iterator[Code]:
        return iter(self.codes)

    def __len__(self) -> int:
        return len(self.codes)

    @property
    def codable(self) -> tuple[Code, ...]:
        """The codes a note may carry: without mere headings."""
        return tuple(code for code in self.codes if code.is_codable)

    def get(self, name: str) -> Code | None:
        """The code of this name, case and accents aside; None where there is none."""
        wanted = folded(name)
        exact = (code for code in self.codes if code.name == name)
        return next(exact, None) or next((code for code in self.codes if folded(code.name) == wanted), None)

    def complete(self, typed: str, limit: int | None = None) -> list[Code]:
        """The codes somebody may mean who typed this much, at most `limit` of them.

        First those whose name begins so, then those one of whose words does, then those whose key it is; case and
        accents aside, in the order of the codebook. Nothing typed: all of them.
        """
        start = folded(typed)
        ranks = ((_rank(code, start), code) for code in self.codable)
        found = [code for _, code in sorted((pair for pair in ranks if pair[0] is not None), key=lambda p: p[0] or 0)]
        return found[:limit]

    def by_key(self, key: str) -> Code | None:
        """The code this key gives: its own key, else its number; None where the key gives none."""
        own = next((code for code in self.codable if code.key and code.key == key), None)
        return own or self.numbers().get(key)

    def numbers(self) -> dict[str, Code]:
        """The code each digit `1` to `9` gives: one whose key it is, the others in the order of the codebook."""
        taken = {code.key: code for code in self.codable if code.key in "123456789" and code.key}
        rest = (code for code in self.codable if code.key not in taken)
        free = (digit for digit in "123456789" if digit not in taken)
        return dict(sorted({**taken, **dict(zip(free, rest, strict=False))}.items()))

    def colour(self, name: str) -> str:
        """The colour of a code, `#rrggbb`: its own, else one by its place; grey for a name that is no code."""
        code = self.get(name)
        if code is None:
            return COLOURS[-1]
        plain = [one.name for one in self.codable if not one.colour]
        return code.colour or COLOURS[plain.index(code.name) % len(COLOURS) if code.name in plain else -1]

    def guid(self, name: str) -> str:
        """The UUID of a code or of any other name: as another program wrote it, else the same for ever for a name."""
        code = self.get(name)
        return code.guid if code and code.guid else str(uuid5(_NAMESPACE, folded(name)))

    def depth(self, code: Code) -> int:
        """How many codes stand above a code: 0 at the top."""
        above, deep = self.get(code.parent) if code.parent else None, 0
        while above is not None and deep < len(self.codes):
            above, deep = self.get(above.parent) if above.parent else None, deep + 1
        return deep

    def unknown(self, codes: Iterable[str]) -> dict[str, int]:
        """Names given in notes that are no code of this book, each with how often, most often first."""
        names = {code.name for code in self.codable}
        return dict(Counter(name for name in codes if name not in names).most_common())


EMPTY = Codebook()
"""A codebook without codes."""


def _rank(code: Code, start: str) -> int | None:
    """How well a code answers what was typed: less is better, None is not at all."""
    name = folded(code.name)
    if name.startswith(start):
        return 0
    if any(word.startswith(start) for word in name.split()):
        return 1
    return 2 if folded(code.key) == start else None


def parse_codebook(text: str) -> list[Code]:
    """The codes of a codebook's Markdown, whatever is wrong with it; `codebook_markdown.faults` says what is."""
    from briefings.notes.codebook_markdown import parse

    return parse(text)


def read_codebook(path: Path) -> list[Code]:
    """The codes in the file `path`, in order; those of the starter where there is no file. Raises CodebookError."""
    from briefings.notes.codebook_file import CodebookFile

    return list(CodebookFile(path).read())
