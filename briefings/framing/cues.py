"""Cue words: the verbs and phrases that report speech. Word lists only; who speaks is found in `speakers.py`."""

from __future__ import annotations

import re

_SPEECH = """
accused acknowledged added adds admitted advised agreed alleged announced announces answered argued argues asked asks
asserted asserts assured began begged boasted bragged called calls cautioned charged cited claimed claims commented
comments complained conceded concedes concluded concludes condemned confessed confided confirmed confirms contended
contends continued continues countered cried criticized criticised declared declares demanded denied denies denounced
described describes disclosed dismissed emphasized emphasised estimated estimates exclaimed explained explains
expressed forecast hailed hinted informed insisted insists interjected interrupted joked jokes lamented maintained
maintains mentioned mocked mused muses noted notes objected observed observes offered opined ordered pleaded pledged
pointed posted praised predicted predicts proclaimed projected promised promises pronounced proposed protested
questioned quipped quoted recalled recalls recommended recounted reiterated rejected relayed remarked remarks reminded
repeated replied replies reported reports responded responds retorted revealed reveals said say says scoffed shot
shouted sighed slammed speculated stated states stressed stresses suggested suggests summarized sworn swore tells
testified testifies texted thanked thundered told tweeted tweets urged urges vowed vows wailed warned warns whispered
wondered wonders wrote writes yelled predict argue believe believes believed thinks thought hopes hoped fears feared
learned knows knew found finds shows showed concur concurred
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
acknowledged added admitted alleged announced argued argues asserted claimed claims conceded confirmed confirms
contended declared denied disclosed estimated estimates explained explains insisted insists maintained maintains
noted notes predicted predicts promised replied reported reports revealed said say says stated states stressed
suggested suggests testified told tells tweeted vowed warned warns wrote writes acknowledging adding arguing claiming
explaining insisting noting saying stating stressing suggesting warning
"""

VERBS = frozenset(_SPEECH.split())
PARTICIPLES = frozenset(_PARTICIPLES.split())
INDIRECT = frozenset(_INDIRECT.split())

CUE = re.compile(
    r"\b(?:according to|in the words of|" + "|".join(sorted(VERBS | PARTICIPLES, key=len, reverse=True)) + r")\b"
)
"""A cue word or phrase, in the lower case that a verb has inside a sentence."""
