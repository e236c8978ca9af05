"""Who speaks: the words beside a cue that name its subject. Not here: whose name that is (`people.py`).

No parser: the subject is read off the words next to the cue, by commas, clause words and capital letters. That is a
reading of English newspaper syntax: "X said", "said X", "X, a lawyer, said", "X, who was there, said", "X did this
and said".
"""

from __future__ import annotations

import re

from briefings.article import Span
from briefings.framing.people import NAME
from briefings.framing.speaking import outside_dashes, speaking

LONGEST = 90
"""A subject longer than this (code points) is a clause, not a subject."""

_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_LY_NAMES = r"family|ally|reply|July|Italy|Kelly|Sally|Reilly|Donnelly|Emily|Molly|Billy|Beverly|Kimberly"
_AUXILIARIES = re.compile(
    r"(?:[\s,]*\b(?:has|have|had|was|were|is|are|be|been|also|later|then|still|often|once|again|now|already|just|only|even|"
    r"did|does|do|not|never|will|would|could|may|might|can|first|further|too|since|all|both|went on to|in turn|"
    rf"(?:late |early )?(?:on )?{_DAY}(?: (?:morning|afternoon|evening|night))?|(?!{_LY_NAMES})[\w-]+ly))+\s*$"
)
_CLAUSE = re.compile(
    r"(?:^|\s)(?:but|when|while|because|if|though|although|until|whether|than|what|how|why|yet|as|that|which|where)(?=\s|$)"
    r"|[;:—–―]|\s-+\s|\.\.\.|…",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"(?:(?:only|even|just) )?"
    r"(?:in|at|on|during|after|before|for|to|by|with|from|under|over|since|about|asked|speaking|responding|following|amid|unlike|"
    r"when|while|although|despite|late|early|last|this|earlier|yesterday|today|later|now)\b",
    re.IGNORECASE,
)
_PRONOUN_AT_END = re.compile(r"(?:^|\s)(he|she|they|it|we|you|who|I)$", re.IGNORECASE)
_NAME_AT_END = re.compile(rf"{NAME.pattern}(?:\s?\([^()]{{1,40}}\))?$")
_NOUN_AT_END = re.compile(
    r"\b(?:a|an|the|one|two|three|another|some|several|many|his|her|their|its|both)\s+(?:[\w’'.-]+\s+){0,5}[\w’'.-]+$",
    re.IGNORECASE,
)
_CONJUNCTION = re.compile(r"\s*(?:And|But|So|Yet|Still)\s")
_FINITE = re.compile(r"(?<=\w)\s(?:has|have|had|is|was|were|are|will|would|could|should|can|did|does|comes|came)\b")
_LATER_CLAUSE = re.compile(
    rf"(?:{_FINITE.pattern}|\b(?:minute|hour|day|week|month|year)s?\b).*?\s(?:after|before|since|once)\s+"
    rf"(?P<subject>(?:(?:the|an?|his|her|their|its)\s+(?:[\w’'.-]+\s+){{0,3}}[\w’'.-]+|{NAME.pattern}))$"
)
"""A clause with a subject of its own at the end: "came a day after the council" announced."""
_ADVERBS = frozenset(
    {"though", "afterward", "afterwards", "however", "instead", "indeed", "meanwhile", "those", "so", "thus"}
)
_AND_BEFORE_NOUN = re.compile(r"(?:^|\s)(?:and|or)\s+(?=[a-z])")
_APPOSITION = re.compile(r"[a-z]|\d|An? |The |One |Who |Chief |Former ")
_JUNIOR = re.compile(r", (?:Jr|Sr|II|III)\b")
_SENTENCE_SUBJECT = re.compile(
    r"(?:(?:And|But|So|Yet|Still|Then|Also|Meanwhile|However|Indeed|Later|Instead)\b,?\s+)*"
    r"(?P<subject>(?:he|she|they|it|we|I)\b|(?:(?:the|an?|one|another|his|her|their)\s)?"
    r"(?:(?!(?:has|have|had|is|was|were|are|did|does|will|would|who|that|which)\b)[\w’'.&-]++\s?+){1,7}?)"
    r"(?=\s*(?:,|\b(?:has|have|had|is|was|were|are|did|does|will|would|also|then|who|that|"
    r"told|took|went|made|gave|came|left|met|stood|sat|spoke|got|put|saw|won|lost|held|kept|led|sent|shook|rose|fell|wrote|"
    r"\w{2,}ed|(?-i:[a-z]+s)(?!\s(?:has|have|had|are|were|will|would|could|should|can|may|also|who|that|\w{2,}ed)\b))\b))",
    re.IGNORECASE,
)
_PLURAL = re.compile(r"\s?[a-z]+s\s*")
"""A word that looks like a verb, and ends what stands before a comma: "legal experts, among them Ruiz, said"."""
_END_OF_SUBJECT = re.compile(
    r"[,;:—–.!?](?=\s|$)|\s-+\s|[“”\"«»]|\s(?:in|at|on|during|when|who|whose|as|(?<!close )to|after|"
    rf"before|while|that|which|where|about|because|if|last|earlier|later|yesterday|today|recently|this|adding|speaking|referring|{_DAY})\b"
)
_ITEM = rf"(?:(?:the|an?)\s(?:[\w’'-]+\s){{0,3}}[\w’'-]+|{NAME.pattern}(?:\s[a-z][\w’'-]*){{0,2}})"
_LAST_ITEMS = re.compile(rf"\s*(?:{NAME.pattern}\s)?(?:and|or)\s{_ITEM}$")
"""The end of a list: "Oslo and Narvik mayors", "and Ruiz"."""
_BEHIND_PREPOSITION = re.compile(rf"\s(?:of|in|from|for|at|with)\s({NAME.pattern})$")
_HEAD_NOUN = re.compile(r"\s[a-z][\w’'-]*$")
_MORE_ITEMS = re.compile(rf"(?:,\s{NAME.pattern})*,?\s(?:and|or)\s(?:the\s)?{NAME.pattern}(?=[,.;:—–]|$)")
"""The rest of a list behind its first name."""
_ABBREVIATION = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Sens?|Reps?|Gov|Lt|Gen|Col|Sgt|Prof|Rev|St|Jr|Sr|Del|Adm|Capt|(?:[A-Z]\.)?[A-Z])$"
)
_NO_SUBJECT = re.compile(
    r"(?:in|on|at|of|to|that|during|before|after|as|when|while|for|by|with|about|from|he|she|it|they|reporters|not|how|why|"
    r"what|there|this|last|and|but|\w+ly)\b"
)


def subject_before(text: str, span: Span) -> Span | None:
    """The subject of a cue that follows `span`: what the reporter says before the cue in its sentence."""
    words = span.of(text).rstrip()
    bare = _AUXILIARIES.sub("", words)
    apposed = bare.endswith(",") or "," in words[len(bare) : len(bare) + 2]
    bare = outside_dashes(bare.rstrip(", \n\u00a0"))
    if not bare:
        return None
    pieces = _pieces(bare, span.start)
    if not apposed and (listed := _listed(text, pieces, participle=text[span.end :].partition(" ")[0].endswith("ing"))):
        return listed if listed.end > listed.start else None
    piece = _head(text, pieces) if apposed else pieces[-1]
    subject = _noun_phrase(text, piece)
    if subject is not None and subject.of(text).lower() == "who":
        return _noun_phrase(text, pieces[-2] if len(pieces) > 1 else Span(piece.start, subject.start))
    return (subject and speaking(text, subject)) or sentence_subject(text, span)


def subject_after(text: str, span: Span) -> Span | None:
    """The subject of a cue that stands right before `span` (inverted order, "said X"); None where none follows."""
    words = span.of(text)
    start = len(words) - len(words.lstrip())
    end = len(words)
    for stop in _END_OF_SUBJECT.finditer(words, start, start + 2 * LONGEST):
        if stop.group() != "." or not _ABBREVIATION.search(words[start : stop.start()]):
            more = _MORE_ITEMS.match(words, stop.start()) if NAME.fullmatch(words[start : stop.start()]) else None
            end = more.end() if more else stop.start()
            break
    subject = words[start:end].rstrip(" .,\n\u00a0")
    if not subject or len(subject) > LONGEST or not subject[0].isalnum() or _NO_SUBJECT.match(subject):
        return None
    return speaking(text, Span(span.start + start, span.start + start + len(subject)))


def sentence_subject(text: str, span: Span) -> Span | None:
    """The subject of the sentence that `span` opens: for "X did this and said"."""
    for piece in _pieces(span.of(text), span.start):
        words = piece.of(text)
        lead = len(words) - len(words.lstrip())
        if _OPENING.match(words, lead):
            continue
        subject = _SENTENCE_SUBJECT.match(words, lead)
        if subject:
            start = piece.start + subject.start("subject")
            plural = _PLURAL.fullmatch(words, subject.end()) if subject["subject"][0].islower() else None
            end = piece.start + plural.end() if plural else start + len(subject["subject"].rstrip())
            if found := speaking(text, Span(start, end)):
                return found
            continue
        name = NAME.match(words, lead) or _NAME_AT_END.search(words.rstrip())
        if name and (found := speaking(text, Span(piece.start + name.start(), piece.start + name.end()))):
            return found
    return None


def _pieces(words: str, offset: int) -> list[Span]:
    """`words` (which start at `offset`) cut at their commas, except those in brackets, numbers and before `Jr`."""
    pieces, start, depth = [], 0, 0
    for at, letter in enumerate(words):
        depth += (letter == "(") - (letter == ")")
        if letter == "," and depth <= 0 and not words[at + 1 : at + 2].isdigit() and not _JUNIOR.match(words, at):
            pieces.append(Span(offset + start, offset + at))
            start = at + 1
    return [*pieces, Span(offset + start, offset + len(words))]


def _listed(text: str, pieces: list[Span], *, participle: bool) -> Span | None:
    """The list that `pieces` end with, from its first name on: "Oslo, Bergen and Narvik mayors"; None where none is.

    An empty span where the words do not tell where the list begins: "officials in Oslo, Bergen and Narvik".
    participle: whether a participle follows, which takes all of a list behind a preposition.
    """
    first = len(pieces) - 1
    if not (last := _LAST_ITEMS.fullmatch(pieces[-1].of(text).rstrip())):
        return None
    while first and NAME.fullmatch(_words(text, pieces[first - 1])):
        first -= 1
    start = pieces[first].start
    if first and (name := _BEHIND_PREPOSITION.search(_words(text, pieces[first - 1]))):
        lead = pieces[first - 1].of(text)
        if not _OPENING.match(lead.strip()) and (participle or not _FINITE.search(lead)):
            start = pieces[first - 1].start + lead.rindex(name[1])
            if not _HEAD_NOUN.search(last.group()):
                return Span(start, start)
    if start == pieces[-1].start:
        return None
    whole = text[start : pieces[-1].end]
    return Span(start + len(whole) - len(whole.lstrip()), start + len(whole.rstrip()))


def _head(text: str, pieces: list[Span]) -> Span:
    """The piece that a closing apposition ("X, a lawyer from Ohio,") belongs to."""
    if len(pieces) == 1 or not (_APPOSITION.match(_words(text, pieces[-1])) or _is_name(_words(text, pieces[-2]))):
        return pieces[-1]
    for piece in reversed(pieces[:-1]):
        words = _words(text, piece)
        if _is_name(words) or not _APPOSITION.match(words):
            return piece
    return pieces[0]


def _words(text: str, piece: Span) -> str:
    return piece.of(text).strip()


def _is_name(words: str) -> bool:
    """Whether a name ends `words`, and it is not the end of an adverbial ("on Friday")."""
    return _NAME_AT_END.search(words) is not None and _OPENING.match(words) is None


def _noun_phrase(text: str, piece: Span) -> Span | None:
    """The noun phrase that `piece` ends with; None where it ends with none, as before a second verb ("and said")."""
    start = piece.start
    for cut in _CLAUSE.finditer(text, *piece):
        start = cut.end()
    if conjunction := _CONJUNCTION.match(text, start, piece.end):
        start = conjunction.end()
    words = text[start : piece.end].rstrip()
    start += len(words) - len(words.lstrip())
    words = words.lstrip()
    if not words or words.endswith((" and", " or")) or words.lower() in ("and", "or"):
        return None
    pronoun = _PRONOUN_AT_END.search(words)
    if pronoun:
        return Span(start + pronoun.start(1), start + pronoun.end(1))
    joined = _AND_BEFORE_NOUN.search(words)
    if joined and not words[0].isupper():
        start, words = start + joined.end(), words[joined.end() :]
    if later := _LATER_CLAUSE.search(words):
        return Span(start + later.start("subject"), start + later.end("subject"))
    if verb := _FINITE.search(words):
        words = words[: verb.start()]
    if not _OPENING.match(words) and len(words) <= LONGEST:
        return None if words.lower() in _ADVERBS else Span(start, start + len(words))
    ending = _NAME_AT_END.search(words, 1) or _NOUN_AT_END.search(words)
    return Span(start + ending.start(), start + ending.end()) if ending else None
