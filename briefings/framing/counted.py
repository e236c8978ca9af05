"""What a figure counts: the noun phrase after it. Not here: the figures themselves (`figures.py`)."""

from __future__ import annotations

import re

_WORD = re.compile(r"[ \u00a0-]?([^\W\d_](?:[\w’'&-]|\.(?=\w))*\.?(?<![’'])|[A-Z]\.(?:[A-Z]\.)+)")
_STOPS = """
a about above across after against ago along also although altogether amid among an and annually apiece are around
as at away be because been before behind being between beyond bigger both but by came can could cut daily deep did
do does down during each earlier eight either every fell fewer five for four from gave got grew had has have he held
her here high higher him his hit how i if in including into is it its just kept larger last later led left less long
lost lower made may met might monthly more must my near next nine no nor not now of off old on one only onto or our
out over overall per put ran rose said saw say says sent set seven shall she should since six smaller so tall ten
than that the their them then there these they this those though three till to today told tomorrow took two under
until up us via was we weekly went were what when where which while who whom whose why wide will with within without
won worth would year-on-year year-over-year yearly yesterday yet you your
"""
STOPS = frozenset(_STOPS.split())
"""Words that end a noun phrase."""
_ANEW = frozenset({"any", "many", "some"})
"""Words that open another one: "above 10,000 some days"."""
_ENDING = STOPS | _ANEW

_PLURALS = frozenset(
    {"people", "men", "women", "children", "police", "personnel", "staff", "troops", "dead", "fish", "sheep"}
)
_NOUNS = frozenset({"ally", "assembly", "bed", "butterfly", "family", "rally", "reply", "seed", "supply", "tally"})
"""Nouns that end like adverbs and participles."""
_LINK = re.compile(r"[ \u00a0](?:of|in|worth of|for)[ \u00a0](?:the |its |his |her |their |all |some )?")
LONGEST = 4
"""The most words of a counted noun phrase."""


def counted_after(text: str, end: int, *, linked: bool) -> str:
    """The noun phrase that starts at `end`, in the text's words; empty where none does.

    linked: whether it may be reached over `in` or `for`, as after money ("$4 million in aid"); over `of` it always may.
    """
    link = _LINK.match(text, end)
    if link and (linked or text[end : link.end()].strip().startswith("of")):
        end = link.end()
    found: list[re.Match[str]] = []
    while len(found) < LONGEST:
        word = _WORD.match(text, end)
        if word is None or _bare(word[1]) in _ENDING or (found and _closes(found[-1][1], word[1])):
            break
        found.append(word)
        end = word.end()
        if text[end : end + 1] in (",", ";", ":", ")"):
            break
    while found and _cannot_end(found[-1][1].rstrip(".")):
        found.pop()
    return text[found[0].start(1) : found[-1].end(1)].rstrip(".") if found and not _is_abbreviation(found) else ""


def _bare(word: str) -> str:
    """A word without its ending (`I’m`: `i`), as `STOPS` has it."""
    return re.split("[’']", word.lower())[0].rstrip(".")


def _cannot_end(word: str) -> bool:
    """Whether a word is an adverb, a participle or an owner, and no noun that is counted."""
    return (word.endswith(("ly", "ed")) and word.lower() not in _NOUNS) or word.endswith(("’s", "'s"))


def _is_abbreviation(found: list[re.Match[str]]) -> bool:
    return len(found) == 1 and found[0][1].endswith(".") and len(found[0][1]) < 4


def _closes(last: str, word: str) -> bool:
    """Whether the phrase ends before `word`: a plural noun came, a participle follows, or a sentence ended."""
    if word.islower() and len(word) > 3 and word.rstrip(".").endswith(("ed", "ing")):
        return True
    plural = last.lower() in _PLURALS or (
        last[0].islower() and len(last) > 3 and last.endswith("s") and not last.endswith(("ss", "’s", "'s"))
    )
    return plural or (last.endswith(".") and len(last) > 3 and word[0].isupper())
