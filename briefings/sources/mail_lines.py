"""What a newsletter prints around its text: how to read it elsewhere, why it came, how to be rid of it.

Not here: what any page prints (`phrases.py`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_MAIL = r"(?:e-?mails?|newsletters?|messages?|bulletins?|mailings?|digests?)"
_ELSEWHERE = (
    r"^(?:(?:trouble|problems?|having|difficult\w*|can(?:no|['’])t|not)\b.{0,60}\b)?(?:view|read|open|see|display)\w*\b"
    r".{0,40}\b(?:in|on) (?:an? |the |your )?(?:web ?)?(?:browser|web|site|website)\b",
    r"^(?:view|read) (?:it |this )?online\W*$",
    r"^(?:view (?:the )?)?(?:web|online|browser) version\W*$",
)
_FOOTER = (
    r"^(?:(?:click|tap) (?:here )?to )?unsubscribe\b",
    r"\b(?:to|you can|or) unsubscribe\b.{0,60}\b(?:click|here|link|reply|time)\b",
    r"\b(?:click|tap)\b.{0,40}\bunsubscribe\b",
    rf"\byou(?:['’]re| are| were)? (?:receiv\w+|getting|sent) this (?:{_MAIL}|because)\b",
    rf"\bthis {_MAIL} (?:was|is|has been) (?:sent|delivered) (?:to|by)\b",
    rf"^(?:manage|update|change|edit) (?:your |my )?(?:{_MAIL} )?(?:preferences|settings|subscriptions?|profile)\b",
    rf"^(?:{_MAIL} (?:preferences|settings)|opt[- ]out|preference cent(?:er|re))\b",
    rf"\b(?:was this {_MAIL} forwarded|forwarded (?:you )?this {_MAIL})\b",
    r"^(?:forward (?:this|to)|add us to your address)\b",
)
_LONGEST = 240  # code points of such a line
_SENTENCE = re.compile(r"(?:\S+\s+){11}.*[.!?][\"”’')]*$", re.S)


def without_mail_lines(paragraphs: Sequence[str]) -> list[int]:
    """The numbers of the paragraphs that are the newsletter's text.

    Behind the first line of a footer nothing counts, where no sentence of some length follows it.
    """
    footers = [number for number, words in enumerate(paragraphs) if _is(_FOOTER, words)]
    chrome = {*footers, *(number for number, words in enumerate(paragraphs) if _is(_ELSEWHERE, words))}
    text = [number for number in range(len(paragraphs)) if number not in chrome]
    prose = [number for number in text if _SENTENCE.match(paragraphs[number])]
    end = next((number for number in footers if prose and number > prose[-1]), len(paragraphs))
    return [number for number in text if number < end]


def _is(kind: tuple[str, ...], words: str) -> bool:
    return len(words) <= _LONGEST and any(re.search(pattern, words, re.I) for pattern in kind)
