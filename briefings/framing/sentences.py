"""The sentences of a text. Not here: paragraphs (`article.py`), or what a sentence reports (`passages.py`).

sentencex (Wikimedia's rule-based segmenter) proposes the ends, paragraph by paragraph. It keeps a whole quotation as
one sentence, so it is shown the text with quotation marks and brackets blanked out; the marks are given back
afterwards: closing marks to the sentence before, opening marks to the one after. What it gets wrong in news prose is
repaired here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from briefings.article import Span, paragraphs

_MARKS = re.compile(r"[“”\"«»„()\[\]‘]|(?<!\w)['’]|['’](?!\w)")
_CLOSING = re.compile(r"[”’»\"')\]]+(?=\s|[“‘\"(\[A-Z—–]|$)|[”»]|\[\d+\]")
_LIST_NUMBER = re.compile(r"\s*\d{1,2}[.)]$")

_TITLE = (
    r"Mr|Mrs|Ms|Mx|Dr|Prof|Gov|Sen|Sens|Rep|Reps|Lt|Gen|Col|Sgt|Capt|Cmdr|Maj|Adm|Rev|Hon|Pres|Sec|Atty|Supt|Sr|Sra"
)
_BEFORE_NAME = re.compile(rf"(?:^|[\s(\[“\"‘'—–-])(?:(?:{_TITLE}|St|Ft|Mt|vs|v)\.|(?:[A-Z]\.){{1,2}})$")
_INITIAL = re.compile(r"(?:^|\s)[A-Z]\.$")
_BEFORE_NUMBER = re.compile(
    r"(?:^|[\s(])(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|No|Nos|approx|Approx|est|ca|c|p|pp|Art|Sec)\.$"
)
_AFTER_CLOCK = re.compile(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*|"
    r"E[SD]?T|C[SD]?T|M[SD]?T|P[SD]?T|GMT|BST|UTC|Eastern|Central|Pacific|local)\b"
)
_CLOCK = re.compile(r"\d\s?[ap]\.m\.$", re.I)
_CUE = r"said|says|asked|asks|wrote|cried|shouted|replied|added|tweeted|wondered|yelled|told|continued"
_ATTRIBUTION = re.compile(rf"(?:[A-Z][\w.’'-]*\s+){{1,4}}(?:{_CUE})\b")
_ENDINGS = "”\"’')]"
_SHORT_NAME = re.compile(r"[\s(-][A-Z][a-z]{1,4}\.$")
_LINK = re.compile(r"https?:|www\.|[\w-]+\.\w+/")
_LETTER = re.compile(r"[^\W_]")
_ASKED_QUOTE = re.compile(r"[?!][”\"’']+$")
_ELLIPSIS_END = re.compile(r"…[”\"’')\]]*\s+(?=[“\"‘(]*[A-Z])")
_ITEM = re.compile(r"\s*(?:[•▪◦‣●*–—-]|\d{1,2}[.)])\s+\S")
_ENDED = re.compile(r"[.!?…:;,][”\"’')\]]*\s*$")
DATELINE = re.compile(r"[A-Z][A-Z.’'-]+(?:[ ,][^—–\n.]{0,40})?\s(?:—|–|--?)\s")
"""The place, in capitals, that opens a report: `OSLO, Norway (AP) — `. It is no part of what the sentence says."""
SHORT_LINE = 0.7
"""A line shorter than this share of its paragraph's longest line, with no stop at its end, is taken for a heading."""

LONGEST = 2500
"""A sentence of more code points is none: no newspaper prints one. It is cut into parts ..."""
PART = 300
"""... of up to so many code points, the length of a long sentence."""
_PART = re.compile(rf"\S(?:.{{0,{PART - 1}}}(?<=\S)(?!\S)|\S*)", re.S)


def sentences(text: str) -> list[Span]:
    """The sentences of `text`, in order: code points, no white space around them, covering every word once."""
    found: list[Span] = []
    for paragraph in paragraphs(text):
        for block in _blocks(text, paragraph):
            found += _sentences_of(text, block)
    return found


def _blocks(text: str, paragraph: Span) -> Iterator[Span]:
    """The parts of a paragraph no sentence crosses: list items, headings on a line of their own, the rest."""
    lines = text[paragraph.start : paragraph.end].splitlines(keepends=True)
    if len(lines) == 1:
        yield paragraph
        return
    longest = max(len(line.strip()) for line in lines)
    start = at = paragraph.start
    for number, line in enumerate(lines):
        if number and (_ITEM.match(line) or _is_heading(lines[number - 1], line, longest)):
            yield Span(start, at)
            start = at
        at += len(line)
    yield Span(start, paragraph.end)


def _is_heading(line: str, following: str, longest: int) -> bool:
    """Whether `line` stands by itself: short, with no stop, and the next line opens like a sentence."""
    opens = following.lstrip().lstrip("“\"‘'(")[:1]
    short = len(line.strip()) < SHORT_LINE * longest
    return short and not _ENDED.search(line) and (opens.isupper() or opens.isdigit())


def _sentences_of(text: str, block: Span) -> list[Span]:
    """The sentences of one block."""
    words = text[block.start : block.end]
    ends = sorted(_give_marks(words, end) for end in _proposed_ends(words))
    kept = [end for end in dict.fromkeys(ends) if 0 < end < len(words) and not _runs_on(words, end)]
    spans = []
    for start, end in pairwise([0, *_with_words(words, kept), len(words)]):
        piece = words[start:end]
        if piece.strip():
            left = start + len(piece) - len(piece.lstrip())
            spans.append(Span(block.start + left, block.start + start + len(piece.rstrip())))
    return [part for span in spans for part in _parts(text, span)]


def _parts(text: str, span: Span) -> Iterator[Span]:
    """A sentence; where it is none, but a text without stops, it is cut between words."""
    if span.end - span.start <= LONGEST:
        yield span
    else:
        yield from (Span(*match.span()) for match in _PART.finditer(text, *span))


def _with_words(words: str, ends: list[int]) -> list[int]:
    """The ends that have a letter or digit on either side: a stray mark makes no sentence."""
    kept: list[int] = []
    for end, following in pairwise([*ends, len(words)]):
        if _LETTER.search(words, kept[-1] if kept else 0, end) and _LETTER.search(words, end, following):
            kept.append(end)
    return kept


def _proposed_ends(words: str) -> list[int]:
    """Where sentencex ends the sentences of `words`, and after each ellipsis that a new sentence follows."""
    from sentencex import get_sentence_boundaries

    blanked = _MARKS.sub(" ", words)
    ends = [boundary["end_index"] for boundary in get_sentence_boundaries("en", blanked)]
    return ends + [match.end() for match in _ELLIPSIS_END.finditer(words)]


def _give_marks(words: str, end: int) -> int:
    """A proposed end, moved to stand after the closing marks and before the opening marks around it."""
    start = end
    while start > 0 and (words[start - 1].isspace() or _MARKS.match(words, start - 1)):
        start -= 1
    closing = _CLOSING.match(words, start)
    return closing.end() if closing else start


def _runs_on(words: str, end: int) -> bool:
    """Whether the sentence goes on after `end`: an abbreviation's stop, or a question that is asked after its quote."""
    before, after = words[:end].rstrip()[-40:], words[end:].lstrip()
    bare = after.lstrip("“\"‘'([")
    if not bare:
        return not after
    if _LIST_NUMBER.fullmatch(before):
        return True
    if _BEFORE_NUMBER.search(before):
        return bare[0].isdigit()
    if _BEFORE_NAME.search(before) and not _ends_with_state(before):
        return _INITIAL.search(before) is not None or (bare[0].isupper() and not _opens_sentence(bare))
    if _CLOCK.search(before):
        return _AFTER_CLOCK.match(bare) is not None
    if bare[0].islower() and (before[-1] in _ENDINGS or _SHORT_NAME.search(before)) and not _LINK.match(bare):
        return True
    return _ASKED_QUOTE.search(before) is not None and _ATTRIBUTION.match(bare) is not None


def _ends_with_state(before: str) -> bool:
    """Whether `before` ends in an abbreviation that can end a sentence: `the U.S.`, `in D.C.`"""
    return before.endswith(("U.S.", "U.K.", "U.N.", "E.U.", "D.C."))


def _opens_sentence(bare: str) -> bool:
    """Whether `bare` starts with a word that hardly ever is a name."""
    return re.match(r"(?:The|A|An|He|She|It|They|We|I|But|And|In|On|At|This|That|There|His|Her)\b", bare) is not None
