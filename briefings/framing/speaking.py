"""Whether words can name a speaker: the last look at what was read off the syntax (`speakers.py`).

No name is better than one that is none: the end of a verb phrase, a clause word, a lone mark. Not here: where the words
come from, or whose name they are.
"""

from __future__ import annotations

import re

from briefings.article import Span

_EDGE = ' \n\u00a0,;:-–—―“”"(&'
_LEADS_LIST = """
although and as because but even if or said say saying says since than that though when where whether while yet
"""
_VERBS_LIST = """
am are be been being came can could did do does gave got had has have is may met might must sat saw shall should stood
told took was went were will withdrew would
"""
_PARTICIPLES_LIST = "issued kept led left made put released returned sent shared won"
_PREPOSITIONS_LIST = (
    "after against among at before by during for from in into of on over to under until upon with without"
)
_CUT_OFF_LIST = "a an the my our your his its their every very"
_LEADS = frozenset(_LEADS_LIST.split())
"""What a clause opens with before its subject."""
_SENTENCE_LEADS = frozenset(word.capitalize() for word in _LEADS - {"that"})
_VERBS = frozenset(_VERBS_LIST.split())
_PARTICIPLES = frozenset(_PARTICIPLES_LIST.split())
"""Verbs that also end a description: "a poll released", "the statement sent"."""
_PREPOSITIONS = frozenset(_PREPOSITIONS_LIST.split())
_NEVER_FIRST = (
    _VERBS
    | _PARTICIPLES
    | _PREPOSITIONS
    | frozenset({"him", "how", "nor", "not", "them", "there", "whatever", "whose"})
)
_NEVER_LAST = _PREPOSITIONS | _VERBS | _LEADS | frozenset(_CUT_OFF_LIST.split())
"""What no name or description of a speaker ends with."""
_ALONE_LIST = """
however indeed instead meanwhile once separately unlike monday tuesday wednesday thursday friday saturday sunday
"""
_NOBODY = _NEVER_LAST | frozenset(_ALONE_LIST.split())
_VERB_FIRST = re.compile(r"[a-z]+(?:ed|ing)\s(?:an?|the|his|her|its|their|it|to|for|from|on|in|upon|up|out)\s")
_THING = re.compile(r"\sof\s(?:it|this|that)$")
_ADVERB = re.compile(
    r"(?<=[\w’'.])\s(?!(?:early|elderly|family|ally|assembly|supply|reply|daily|weekly|monthly)$)[a-z]+ly$"
)
_ASIDE = re.compile(r"\([^()]*\)\s")
_DASHED = re.compile(r"(?:\s-+|\s?[–—―])\s?(?=[^\s–—―-])[^–—―]*?\s?(?:-+|[–—―])$")


def speaking(text: str, span: Span) -> Span | None:
    """The part of `span` that can name a speaker, without what leads to it, and without marks and adverbs at its edges.

    None where no part can.
    """
    start, end = span
    if aside := _ASIDE.match(text, start, end):
        start = aside.end()
    while start < end:
        first = text[start:end].split(None, 1)[0] if text[start] not in _EDGE else text[start]
        if first not in _EDGE and first not in _LEADS | _SENTENCE_LEADS:
            break
        start += len(first)
    while start < end and text[end - 1] in _EDGE:
        end -= 1
    while adverb := _ADVERB.search(text[start:end]):
        end = start + adverb.start()
    words = text[start:end].split()
    if not words or words[0] in _NEVER_FIRST or words[-1] in _NEVER_LAST or words[-1].endswith(("n’t", "n't")):
        return None
    if len(words) == 1 and words[0].lower() in _NOBODY:
        return None
    phrase = text[start:end]
    return None if _VERB_FIRST.match(phrase) or _THING.search(phrase) else Span(start, end)


def outside_dashes(words: str) -> str:
    """`words` without an aside between dashes at their end: "Ruiz - a lawyer from Ohio -"."""
    return _DASHED.sub("", words)
