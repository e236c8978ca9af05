"""A query as it is typed -> one the parser reads as it was meant, and a word on everything that was mended.

What stands in quotation marks is left as it is. Not here: the parser and the fields' values (`query.py`, `fields.py`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from briefings.sources.decode import normalise

MARKS = ("note",)
"""What an article may be asked to have, after `has:`."""

FIELDS = ("title", "outlet", "credit", "date", "kind", "quote", "speaker", "exact", "briefing", "code", "has")
"""What may stand before a colon. `quote`: words inside quoted speech. `exact`: words as they are written, not as stems.
`briefing`: the name or title of a briefing that has the article among its sources. `code`: a code of a note on it."""

FURTHEST = 2
"""How many letters a fuzzy word may differ in."""

WIDEST = 100
"""How many places after the one before a word of a phrase may stand."""

OPERATORS = ("AND", "OR", "NOT")

_NAMES, _OPERATOR = "|".join(FIELDS), f"(?:{'|'.join(OPERATORS)})"
_PHRASE = "\0"
"""Stands for a phrase while the rest is mended; `normalise` leaves none in what is typed."""

_TYPOGRAPHIC = str.maketrans("“”„‟«»", '""""""')
_STARS = re.compile(r"\*{2,}")
_QUOTED = re.compile(r'"[^"]*"')
_SIGNS = {"&&": "AND", "||": "OR"}
_SIGN = re.compile(r"(?<!\S)(?:&&|\|\|)(?!\S)")
_TIGHT = re.compile(rf"(?<![^\s()\0])({_OPERATOR})(?![^\s()\0])")
_TWICE = re.compile(r"(?<!\S)NOT\s+NOT(?!\S)")
_CAPITALS = re.compile(rf"(?<!\w)(?:{_NAMES}):", re.I)
_APART = re.compile(rf"(?<!\w)({_NAMES}):[^\S\n]+(?={_PHRASE}|[(\[{{]?\w)(?!{_OPERATOR}\b|(?:{_NAMES}):)")
_NAME = re.compile(r"(?<![\w:])([^\W\d]\w*):(?=[^\s/])")
_EMPTY = re.compile(rf"(?<!\w)({_NAMES}):(?=\s|\)|$|(?:{_NAMES}):)")
_ENDS = r"([^\s()\[\]{}]+)\s+TO\s+([^\s()\[\]{}]+)"
_BARE = re.compile(rf"(?<!\w)date:{_ENDS}")
_RANGE = re.compile(r"[\[{][^\[\]{}]*?\bTO\b[^\[\]{}]*[\]}]", re.I)
_FAR = re.compile(r"(?<=\w)~(\d+)(?:~\d*)*")
_SLOP = re.compile(rf"{_PHRASE}~(\d+)")
_DANGLING = re.compile(
    rf"(?<![^\s(]){_OPERATOR}\s*(?=\)|$)"
    rf"|(?:^|(?<=\())\s*(?:AND|OR)(?!\S)"
    rf"|(?<!\S){_OPERATOR}\s+(?=(?:AND|OR)(?!\S))"
)


def mend(typed: str) -> tuple[str, list[str]]:
    """(the query, a word on each mending, in the reader's words). Never raises."""
    text, problems = _STARS.sub("*", normalise(typed).translate(_TYPOGRAPHIC)), []
    if text.count('"') % 2:
        text += '"'
        problems.append("a quotation mark is missing; the phrase was read to the end")
    phrases = iter(_QUOTED.findall(text))
    rest = _QUOTED.sub(_PHRASE, text)
    problems += _seen(rest)
    for step in _STEPS:
        rest = step(rest, problems)
    rest = " ".join(rest.split())
    return re.sub(_PHRASE, lambda _: next(phrases), rest), list(dict.fromkeys(problems))


def _seen(rest: str) -> Iterator[str]:
    """What is wrong and the parser mends by itself."""
    if not _is_closed(rest):
        yield "a bracket is missing"
    if re.search(r"[\[\]{}]", _RANGE.sub("", rest)):
        yield "a range is written date:[2023-12-20 TO 2023-12-31]; the brackets were left out"
    for name in _NAME.findall(rest):
        if name.lower() not in FIELDS:
            yield f"there is no field {name}: (there are {', '.join(FIELDS)}); it was read as a word"


def _is_closed(rest: str) -> bool:
    """Whether each bracket has its other one."""
    depth = 0
    for bracket in re.findall(r"[()]", rest):
        depth += 1 if bracket == "(" else -1
        if depth < 0:
            return False
    return depth == 0


def _spell_operators(rest: str, problems: list[str]) -> str:
    """`&&` and `||` as words, space around operators beside brackets, and no NOT of a NOT."""
    if _SIGN.search(rest):
        problems.append("&& and || are written AND and OR")
        rest = _SIGN.sub(lambda sign: _SIGNS[sign[0]], rest)
    return _TWICE.sub("", _TIGHT.sub(r" \1 ", rest))


def _join_fields(rest: str, problems: list[str]) -> str:
    """The names of fields in small letters, each beside what stands after it."""
    rest = _CAPITALS.sub(lambda name: name[0].lower(), rest)
    for match in _APART.finditer(rest):
        problems.append(f"{match[1]}: was read with what stands after it")
    return _APART.sub(r"\1:", rest)


def _drop_empty_fields(rest: str, problems: list[str]) -> str:
    for match in _EMPTY.finditer(rest):
        problems.append(f"nothing stands after {match[1]}: and it was left out")
    return _EMPTY.sub("", rest)


def _bracket_days(rest: str, problems: list[str]) -> str:
    if _BARE.search(rest):
        problems.append("a range is written date:[2023-12-20 TO 2023-12-31]; it was read so")
    return _BARE.sub(r"date:[\1 TO \2]", rest)


def _shorten(pattern: re.Pattern[str], most: int, said: str) -> Callable[[str, list[str]], str]:
    """A step that takes numbers after `~` down to `most`; a phrase's 0 means its words next to each other."""

    def step(rest: str, problems: list[str]) -> str:
        def shorter(match: re.Match[str]) -> str:
            far, before = match[1].lstrip("0"), match[0][: match[0].index("~")]
            if len(far) <= len(str(most)) and int(far or 0) <= most:
                return f"{before}~{far}" if far else before
            problems.append(said)
            return f"{before}~{most}"

        return pattern.sub(shorter, rest)

    return step


def _drop_operators(rest: str, problems: list[str]) -> str:
    """Without the operators that have nothing to stand between or before."""
    while _DANGLING.search(rest):
        rest = _DANGLING.sub("", rest)
        problems.append("AND, OR or NOT stands alone; it was left out")
    return rest


_STEPS: tuple[Callable[[str, list[str]], str], ...] = (
    _spell_operators,
    _join_fields,
    _drop_empty_fields,
    _bracket_days,
    _shorten(_FAR, FURTHEST, f"a fuzzy word may differ in {FURTHEST} letters at most"),
    _shorten(_SLOP, WIDEST, f"a word of a phrase may stand {WIDEST} places after the one before at most"),
    _drop_operators,
)
