"""A block of a press database's export, taken apart: what stands before the body, the body, and what labels name."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from briefings.article import Span
from briefings.sources.days import find_day
from briefings.sources.press_labels import BODY, ENDING, is_coded, labelled

COUNT = re.compile(r"\s*[\d,.]+ words\s*", re.I)
"""A line that gives the length of an article."""
COPYRIGHT = re.compile(r"\s*(?:\(c\)|©|copyright\b|all rights reserved).*", re.I)
EDITION = re.compile(r"\s*(?:[\w.,&'’-]+ ){0,4}Edition(?: ?[-–,;:] ?[\w -]{1,20}| \d+)?\s*|\s*Edition \d+\s*")
"""A line that names the edition an article stood in; a headline may look the same."""

_LINE = re.compile(r"^.*$", re.M)
_LENGTHS = ("length", "word count", "wc")
_MARK = re.compile(
    r"\s*(?:End of Document|(?:Document )?\d+ of \d+(?: DOCUMENTS?)?|(?:AN\s+)?Document [A-Z][A-Za-z0-9]{9,40}"
    r"|_{3,}|={3,}|Page \d+(?: of \d+)?)\s*",
    re.I,
)
_DAY_WORDS = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tue|wed|thu|fri|sat|sun)|[ap]m|gmt|utc|[ecmpb]s?d?t|edition|final|"
    r"first|late|early|morning|evening|main|national|city|(?:st|nd|rd|th)|"
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?",
    re.I,
)
_LETTERS = re.compile(r"[^\W\d_]+")
_LONGEST_DAY = 100  # code points
_PROSE_WORDS = 12
_SHORT_WORDS = 6
_MOST_TITLE_LINES = 4


@dataclass
class Block:
    """A block, line by line.

    text: the block. spans: of its lines. head: numbers of the lines before the body that say something and that no
    label names. values: label -> (value, the words it stands in). body: the stretches that are its body. kinds: what
    speaks for its being an article of a database; `sure` among them where its length or its body is marked.
    """

    text: str
    spans: list[Span]
    head: list[int] = field(default_factory=list)
    values: dict[str, tuple[str, str]] = field(default_factory=dict)
    body: list[Span] = field(default_factory=list)
    kinds: set[str] = field(default_factory=set)

    def line(self, number: int) -> str:
        """The words of a line, without white space around them."""
        return self.spans[number].of(self.text).strip()


def take_apart(text: str) -> Block:
    """The parts of a block."""
    block = Block(text, [Span(*found.span()) for found in _LINE.finditer(text)])
    lines = [span.of(text) for span in block.spans]
    coded = is_coded(lines)
    labels = {number: found for number, line in enumerate(lines) if (found := labelled(line, coded=coded))}
    bodies = [number for number, (label, _) in labels.items() if label in BODY]
    start = bodies[0] if bodies else _after_head(block, labels)
    for number in bodies or [start - 1]:
        block.body += _stretch(block, labels, number)
    block.head = [n for n in range(start) if n not in labels and lines[n].strip() and not _MARK.fullmatch(lines[n])]
    for number, (label, _) in labels.items():
        block.values.setdefault(label, _value(block, labels, number))
    _weigh(block, labels)
    return block


def is_day(line: str) -> bool:
    """Whether a line is a date and nothing else but its weekday, hour or edition."""
    if len(line) > _LONGEST_DAY:
        return False
    words = _LETTERS.findall(line)
    return len(words) <= 8 and all(map(_DAY_WORDS.fullmatch, words)) and find_day(line) is not None


def is_prose(line: str) -> bool:
    """Whether a line is a sentence of some length."""
    return len(line.split()) >= _PROSE_WORDS and line.rstrip().rstrip('"”’)').endswith((".", "?", "!"))


def _after_head(block: Block, labels: dict[int, tuple[str, str]]) -> int:
    """The number of the line where the body starts, in a block that has no label for it."""
    last, named = -1, True
    for number in range(len(block.spans)):
        line = block.line(number)
        if number in labels or COPYRIGHT.fullmatch(line):
            last, named = number, True
        elif COUNT.fullmatch(line) or is_day(line):
            last, named = number, False
        elif is_prose(line):
            break
    start = last + 1
    while not named and start < len(block.spans) and 0 < len(block.line(start).split()) <= _SHORT_WORDS:
        start += 1
    return start


def _stretch(block: Block, labels: dict[int, tuple[str, str]], number: int) -> list[Span]:
    """The body behind the label on line `number`, up to the fields after it. Empty where it has no words.

    A label that closes an article ends it at once; any other only where no sentence follows that it does not name.
    """
    end = next((n for n in range(number + 1, len(block.spans)) if _closes(block, labels, n)), len(block.spans))
    prose = [n for n in range(number + 1, end) if n not in labels and is_prose(block.line(n))]
    last = prose[-1] if prose else number
    end = next((n for n in range(last + 1, end) if n in labels), end)
    start = block.spans[number + 1].start if number + 1 < len(block.spans) else len(block.text)
    if number in labels and labels[number][0] in BODY and (value := labels[number][1]):
        start = block.spans[number].start + block.spans[number].of(block.text).rindex(value)
    stop = block.spans[end - 1].end if end > number else start
    return [Span(start, stop)] if block.text[start:stop].strip() else []


def _closes(block: Block, labels: dict[int, tuple[str, str]], number: int) -> bool:
    coded = number in labels and labels[number][0].upper() == block.line(number).split()[0]
    ending = number in labels and labels[number][0] in (ENDING | BODY)
    return coded or ending or _MARK.fullmatch(block.line(number)) is not None


def _value(block: Block, labels: dict[int, tuple[str, str]], number: int) -> tuple[str, str]:
    """(value of the label on line `number`, the words it stands in); a long one goes on below."""
    value, evidence = labels[number][1], block.line(number)
    for following in range(number + 1, min(number + _MOST_TITLE_LINES, len(block.spans))):
        line = block.line(following)
        if following in labels or _MARK.fullmatch(line) or COUNT.fullmatch(line) or (not line and value):
            break
        value, evidence = f"{value} {line}".strip(), f"{evidence} {line}".strip()
    return value, evidence


def _weigh(block: Block, labels: dict[int, tuple[str, str]]) -> None:
    """Note what speaks for the block's being an article of a database."""
    block.kinds |= {label for label, _ in labels.values()}
    for name, found in (("count", COUNT.fullmatch), ("copyright", COPYRIGHT.fullmatch), ("day", is_day)):
        if any(found(block.line(number)) for number in block.head):
            block.kinds.add(name)
    if any(_MARK.fullmatch(block.line(number)) for number in (0, len(block.spans) - 1)):
        block.kinds.add("mark")
    if block.kinds & {"count", *_LENGTHS, "full text", "load-date", "td", "proquest document id"}:
        block.kinds.add("sure")
