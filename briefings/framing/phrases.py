"""Noun-like phrases of a sentence: stretches of its words that can stand by themselves, as a label.

No parser and no trained model: the words of a sentence are cut at punctuation, verbs, pronouns and clause words, and
what is left may be shortened on its left only, never inside a name and never before its last noun. Not here: which
phrase names a point (`labels.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefings.article import Span
from briefings.framing.cues import PARTICIPLES, VERBS

LEAST, MOST = 2, 6
"""A phrase has so many words."""

_TOKEN = re.compile(r"\S+")
_OPENING, _CLOSING = "“”\"‘’'«»([{—–-", "“”\"‘’'«»)]}—–-.,;:!?…"
_ABBREVIATED = re.compile(r"(?:[^\W\d_]\.){2,}$|^(?:Mr|Mrs|Ms|Dr|Gov|Sen|Rep|Gen|Lt|Col|St|Jr|Sr)\.$")
_NUMBER = re.compile(r"[$€£¥]?\d[\d.,:/–-]*(?:%|k|m|bn)?$")
_POSSESSIVE = re.compile(r"[’']s?$")

_OFFICE = re.compile(r"(?:er|or|man|woman|person|ist|ent|ant|ic|al|ief|ary|judge|mayor|coach|ern|new|top)$")
"""How words end that stand before a name and belong to it: offices (`adviser`) and adjectives (`federal`)."""
_CONTRACTED = re.compile(r"(?:n[’']t|[’'](?:m|re|ve|ll|d))$")
_LINKS_LIST = "of in on for from with at by and between against over about"
_DETERMINERS_LIST = "the a an its his her their our this these those every each any another"
_QUANTIFIERS_LIST = "other more many several some such few own same"
_SUBJECTS_LIST = """
i you he she it we they who which that what is are was were be been being am has have had having do does did will would
could should can may might must shall cannot not never to also always ought just even still already nobody somebody
everybody anybody everyone someone anyone nothing something everything
"""
_CUTS_LIST = """
me him them us whom whose when where why how while because although though if unless until since as than so but or nor
yet no into onto out up down off away back again only then there here now too very most least less done doing
during after before amid among per via within without toward towards through under above below around across along
both either one once however therefore today yesterday tomorrow like all
"""
_ACTIONS_LIST = """
went gone goes go come comes came take takes took taken make makes made get gets got give gives gave given put puts
meet meets met leave leaves left lead leads led hold holds held see sees saw seen run runs ran set sets let lets
keep keeps kept begin begins began begun bring brings brought become becomes became want wants need needs try
tries sat stood spoke spoken lost won rose risen fell fallen grew grown hit shut send sends sent spend spent sold
bought built caught chose chosen drew drove fought flew forgot know known mean means meant paid pays rode shook
shot slept stole struck taught thinks threw thrown understood wore written say tell told ask help helps allow
allows include includes remain remains seem seems appear appears follow follows continue agree agrees happen
happens start starts stop stops reach reaches provide provides ease lend lift end ends move moves create creates
build builds rise rises fall falls grow grows carry carries hold alone
"""
_LINKS = frozenset(_LINKS_LIST.split())
_DETERMINERS = frozenset(_DETERMINERS_LIST.split())
_QUANTIFIERS = frozenset(_QUANTIFIERS_LIST.split())
_SUBJECTS = frozenset(_SUBJECTS_LIST.split())
"""Words that a verb follows, and that no phrase holds."""
_BREAKS = _SUBJECTS | frozenset(_CUTS_LIST.split())
_EMPTY = _BREAKS | _DETERMINERS | _LINKS | _QUANTIFIERS
"""Words that are no content."""
_VERBS = VERBS | PARTICIPLES | frozenset(_ACTIONS_LIST.split())
_LY_NOUNS = frozenset({"family", "ally", "reply", "supply", "assembly", "daily", "weekly", "monthly", "early"})


class _Word(NamedTuple):
    """A word of a sentence.

    span: without punctuation. text: it, and lower: in lower case. is_content: whether it is no function word, and
    is_name: has a capital besides. opens, closes: whether a cut stands before it, after it.
    """

    span: Span
    text: str
    lower: str
    is_content: bool
    is_name: bool
    opens: bool
    closes: bool


def phrases(sentence: str) -> Iterator[Span]:
    """The noun-like phrases of `sentence`, overlapping ones too: code points into it, `LEAST` to `MOST` words long."""
    for chunk in _chunks(_words(sentence)):
        for last in range(len(chunk)):
            if not _can_end(chunk, last):
                continue
            for first in range(max(0, last - MOST + 1), last + 2 - LEAST):
                if _can_start(chunk, first):
                    yield Span(chunk[first].span.start, chunk[last].span.end)


def _words(sentence: str) -> list[_Word]:
    """The words of a sentence, without the marks around them."""
    found = []
    for match in _TOKEN.finditer(sentence):
        token = match.group()
        bare = token.lstrip(_OPENING)
        start = match.start() + len(token) - len(bare)
        bare = bare if bare[-1:] == "." and _ABBREVIATED.search(bare) else bare.rstrip(_CLOSING)
        closes = match.end() > start + len(bare)
        if bare:
            lower = bare.lower()
            content = lower not in _EMPTY
            named = content and bare[0].isupper()
            span = Span(start, start + len(bare))
            found.append(_Word(span, bare, lower, content, named, start > match.start(), closes))
        elif found:
            found[-1] = found[-1]._replace(closes=True)
    return found


def _chunks(words: Sequence[_Word]) -> Iterator[list[_Word]]:
    """The words between punctuation, verbs, pronouns and clause words."""
    chunk: list[_Word] = []
    for number, word in enumerate(words):
        before = words[number - 1] if number else None
        after = words[number + 1] if number + 1 < len(words) and not word.closes else None
        if word.opens or (before and before.closes):
            yield chunk
            chunk, before = [], None
        elif chunk and _starts_anew(word, chunk[-1]):
            yield chunk
            chunk = []
        if word.lower == "to" and after and (after.is_name or after.lower in _DETERMINERS):
            chunk.append(word)
        elif word.lower in _BREAKS or _CONTRACTED.search(word.text) or _is_verb(word, before, after):
            yield chunk
            chunk = []
        else:
            chunk.append(word)
    yield chunk


def _starts_anew(word: _Word, before: _Word) -> bool:
    """Whether a word begins another phrase than the noun before it: "relief North Korea", "the region more aid"."""
    if not before.is_content:
        return False
    if word.lower in _QUANTIFIERS:
        return True
    lower = before.text[:1].islower() and not before.text[-1].isdigit()
    return word.is_name and lower and not _OFFICE.search(before.lower)


def _is_verb(word: _Word, before: _Word | None, after: _Word | None) -> bool:
    """Whether a word is used as a verb or an adverb, as far as its form and its neighbours tell.

    before, after: its neighbours, where no punctuation stands between.
    """
    lower = word.lower
    if before and before.lower in _DETERMINERS:
        return False
    if lower in _VERBS:
        return True
    if word.is_name or not word.is_content:
        return False
    subject = before is not None and (before.lower in _SUBJECTS or _CONTRACTED.search(before.text) is not None)
    if subject or (after and after.lower in _DETERMINERS):
        return True
    if lower.endswith("ly"):
        return lower not in _LY_NOUNS
    noun_before = before is not None and before.is_content and before.lower not in _VERBS
    if lower.endswith("ed") and len(lower) > 4:
        return noun_before or not (after and after.is_content)
    if lower.endswith("ing") and len(lower) > 5:
        plural = before is not None and before.lower.endswith("s")
        return not (noun_before and not plural) and not (before and before.lower == "of")
    return False


def _can_start(chunk: Sequence[_Word], first: int) -> bool:
    """Whether a phrase can start at a word: not at a link or an article, nor inside a name."""
    word = chunk[first]
    if word.lower in _QUANTIFIERS:
        return True
    if not word.is_content:
        return False
    before = chunk[first - 1] if first else None
    if before is None or not (word.is_name or _NUMBER.match(word.text)):
        return True
    joined = before.lower == "of" and first > 1 and chunk[first - 2].is_name
    return not (before.is_name and not _POSSESSIVE.search(before.text)) and not joined


def _can_end(chunk: Sequence[_Word], last: int) -> bool:
    """Whether a phrase can end at a word: a noun that no other follows, no link, no bare number or possessive."""
    word = chunk[last]
    after = chunk[last + 1] if last + 1 < len(chunk) else None
    if not word.is_content or _POSSESSIVE.search(word.text) or (after and after.is_content):
        return False
    if word.is_name and after and after.lower in ("of", "and") and last + 2 < len(chunk) and chunk[last + 2].is_name:
        return after.lower == "and"
    if _NUMBER.match(word.text) and not word.text.endswith("%"):
        return last > 0 and (chunk[last - 1].is_name or chunk[last - 1].lower == "of")
    return True
