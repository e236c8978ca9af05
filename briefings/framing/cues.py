"""Cue words: the verbs and phrases that report speech. Who speaks is found in `speakers.py`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefings.article import Span

_SPEECH = """
accused acknowledged added adds admitted advised agreed alleged announced announces answered argue argued argues
asked asks asserted asserts assured begged believe believed believes boasted bragged called calls cautioned charged
cited claimed claims commented complained conceded concedes concluded concludes concur concurred condemned
confessed confided confirmed confirms contended contends continued continues countered cried criticised criticized
declared declares demanded denied denies denounced described describes disclosed dismissed emphasised emphasized
estimated estimates exclaimed explained explains expressed feared fears finds forecast found hailed hinted hoped
hopes informed insisted insists interjected interrupted joked jokes knew knows lamented learned maintained maintains
mentioned mocked mused muses noted notes objected observed observes offered opined ordered pleaded pledged pointed
posted praised predict predicted predicts proclaimed projected promised promises pronounced proposed protested
questioned quipped quoted recalled recalls recommended recounted reiterated rejected relayed remarked 
reminded repeated replied replies reported reports responded responds retorted revealed reveals said say says
scoffed shouted showed shows sighed slammed speculated stated stressed stresses suggested suggests
summarized swore sworn tells testified testifies texted thanked thinks thought thundered told tweeted urged
urges vowed vows wailed warned warns whispered wondered wonders writes wrote yelled
"""
_PARTICIPLES = """
acknowledging adding admitting announcing answering arguing asking asserting boasting calling cautioning claiming
commenting complaining conceding concluding confirming continuing declaring demanding denying describing emphasizing
exclaiming explaining expressing insisting joking lamenting mentioning mocking noting observing pledging pointing
praising predicting promising questioning quoting recalling referring reiterating remarking reminding repeating
replying reporting responding revealing saying shouting stating stressing suggesting telling tweeting urging vowing
warning wondering writing
"""
# Verbs that report an indirect clause of their own accord; the others need quotation marks to be a report of speech.
_INDIRECT = """
acknowledged acknowledging added adding admitted alleged announced argued argues arguing asserted claimed claiming
claims conceded confirmed confirms contended declared denied disclosed estimated estimates explained explaining
explains insisted insisting insists maintained maintains noted notes noting predicted predicts promised replied
reported reports revealed said say saying says stated stating stressed stressing suggested suggesting
suggests tells testified told tweeted vowed warned warning warns writes wrote
"""

VERBS = frozenset(_SPEECH.split())
PARTICIPLES = frozenset(_PARTICIPLES.split())
INDIRECT = frozenset(_INDIRECT.split())

ADDRESSED = frozenset(
    {"told", "tells", "telling", "asked", "asks", "asking", "warned", "warns", "warning", "urged", "urges"}
)
"""Cues that the one addressed follows ("told the court"), never the speaker."""

_CUE = re.compile(r"\b(?:[Aa]ccording to|[Ii]n the words of|[A-Za-z][a-z]+)\b")
_PHRASES = frozenset({"according to", "in the words of"})
_AT_SENTENCE_START = frozenset({"Said", "Says", "Asked", "Added", "Wrote"})
_NOUN_BEFORE = re.compile(
    r"(?:\b(?:the|an?|his|her|their|its|our|my|your|these|those|such|any|of|no|in|by|with|to|from)|[’']s|s[’'])\s+$",
    re.IGNORECASE,
)
_PASSIVE = re.compile(r"\b(?:was|were|is|are|been|be|being|get|got)\s+(?:\w+ly\s+|also\s+|then\s+|once\s+)?$")
_SAID_TO = frozenset({"asked", "called", "told", "questioned", "criticized", "accused", "described", "quoted"})


@dataclass(frozen=True, slots=True)
class Cue:
    """A word or phrase that reports speech. span: where it stands. word: it, in lower case."""

    span: Span
    word: str

    @property
    def names_source(self) -> bool:
        """Whether its speaker always comes after it: `according to`."""
        return self.word in _PHRASES


def find_cues(text: str) -> list[Cue]:
    """The cues of `text`, in order: reporting verbs that are used as verbs there, and phrases."""
    found = []
    for match in _CUE.finditer(text):
        word = match.group()
        lower = word.lower()
        known = lower in _PHRASES or word in VERBS or word in PARTICIPLES or word in _AT_SENTENCE_START
        if known and _is_verb(text, match.start(), lower):
            found.append(Cue(Span(*match.span()), lower))
    return found


def _is_verb(text: str, start: int, word: str) -> bool:
    """Whether the cue word at `start` reports: not a noun ("the claims"), not a passive ("was asked")."""
    before = text[max(0, start - 24) : start]
    if before.endswith("-") or _NOUN_BEFORE.search(before):
        return False
    if text.startswith(" by ", start + len(word)):
        return False
    return not (word in _SAID_TO and _PASSIVE.search(before))
