"""The people a text names, and whom a surname in it means. Not here: who speaks (`speakers.py`), and whom a pronoun
means (`pronouns.py`).

A name is a run of capitalised words. A surname stands for the full name it was first used in. Where two people share
a surname it stays as it is: a wrong name is worse than none.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from briefings.article import Span
from briefings.framing.given_names import HE, SHE

_ABBREVIATED = r"(?:Mr|Mrs|Ms|Dr|Sens?|Reps?|Gov|Lt|Gen|Col|Sgt|Prof|Rev|Del|Adm|Capt|St|Jr|Sr|Maj|Cpl)\."
_WORD = rf"(?:{_ABBREVIATED}|(?:[A-Z]\.){{1,3}}|[^\W\d_a-z][\w&-]*(?:[’'](?!s\b)[\w-]+)*)"
_JOIN = r"(?:of|de|la|las|los|del|von|van|der|den|bin|ibn|al|el|da|dos|di|y)"
NAME = re.compile(rf"\b{_WORD}(?:[ \u00a0](?:{_JOIN}[ \u00a0]){{0,2}}{_WORD})*")
"""A run of capitalised words."""

_TITLE_WORDS = """
Mr Mrs Ms Miss Mx Dr Prof Professor Sen Sens Senator Rep Reps Representative Congressman Congresswoman Gov Governor
President Vice Prime Minister Chancellor King Queen Prince Princess Pope Sir Lord Lady Dame Judge Justice Chief
Mayor Secretary Attorney General Gen Lt Col Colonel Maj Major Capt Captain Sgt Sergeant Cpl Adm Admiral Commander
Officer Detective Inspector Sheriff Deputy Commissioner Director Chairman Chairwoman Chair Speaker Leader Ambassador
Envoy Spokesman Spokeswoman Spokesperson Advisor Adviser Counsel Councilman Councilwoman Del Delegate Rev Reverend
Father Bishop Archbishop Cardinal Imam Rabbi Sheikh Sister Brother CEO Executive Manager Coach Analyst Economist
Undersecretary Undersheriff Superintendent Administrator Solicitor Prosecutor Comptroller Treasurer Democrat
Republican Democratic
"""
_OTHER_NAMES = """
House Department Office Party University College School Times Post News Journal Council Committee Commission Court
Street Avenue State States City County Congress Senate Service Agency Bureau Union Association Institute Center
Centre Bank Group Company Corp Inc Co Ltd Press Security Protection Patrol Force Army Navy Guard Act America Coast
Island Islands River Lake Valley Hill Beach Airport Station Bridge Square Park Hospital Church Foundation Fund Board
Administration Ministry Minister Team Club League Cup Conference Convention Summit Treaty Amendment War Day Week
Night Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August
September October November December The A An In On At For And But North South East West New Los San Santa United
Republic Authority Campaign Project Policy Report Society Federation Organization Organisation Network Media
Magazine Television Americans Republicans Democrats Border White Supreme National International Federal American
Health Caucus
"""
TITLES = frozenset(_TITLE_WORDS.split())
"""Words that stand before a name and are none: offices, ranks, forms of address."""

_SENTENCE_OPENERS = """
When If As But And After While That In Once Though Although Then So Yet Because Before Since Until Today Meanwhile
However For On At By With To Of From Both Like Even Now Just Also Still Later Earlier Or Nor Where Whether What How
Why There Here
"""
_OPENERS = frozenset(_SENTENCE_OPENERS.split())
_NOT_PEOPLE = frozenset(_OTHER_NAMES.split())
_DESCRIPTION = re.compile(
    r"(?:an?|the|one|another|some|several|many)\b.*\b(?:of|for|from|with|at|in|to)\s", re.IGNORECASE
)
_LEADING_NAME = re.compile(rf"({NAME.pattern})(?:,| from| who| of the)\b")
_JOINED_NAMES = re.compile(rf"({NAME.pattern}),?\s(?:and|or|&)\s(?:the\s|an?\s)?\S")
_PREPOSITION_AT_END = re.compile(r"\b(?:of|for|from|with|at|in|to|on)\s(?:the\s)?$")
_MENTIONED = re.compile(r"\b(?:of|for|from|with|at|in|to|on|by|about|against|between|after|before|than)\s(?!State\b)")
_BRACKETED = re.compile(r"\s?\([^()]{1,40}\)$")
_HE = frozenset({"he", "him", "his", "himself"})
_SHE = frozenset({"she", "her", "hers", "herself"})
_MALE = frozenset(
    {"Mr", "Sir", "Lord", "King", "Prince", "Congressman", "Chairman", "Spokesman", "Councilman", "Father", "Pope"}
)
_FEMALE = frozenset(
    {
        "Mrs",
        "Ms",
        "Miss",
        "Lady",
        "Dame",
        "Queen",
        "Princess",
        "Congresswoman",
        "Chairwoman",
        "Spokeswoman",
        "Councilwoman",
    }
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A person named at one place. span: the name there. name: the full name. pronoun: `he`, `she`; empty: unknown."""

    span: Span
    name: str
    pronoun: str


class People:
    """The people a text names.

    text: the text. `hidden` are spans in which names are not looked for when a pronoun is resolved: quoted words.
    """

    def __init__(self, text: str, hidden: list[Span]) -> None:
        found = [(Span(*match.span()), *bare_name(match.group())) for match in NAME.finditer(text)]
        names = [(span, name, titles) for span, name, titles in found if _can_be_person(name)]
        self._fuller = _fuller_names({name for _, name, _ in names})
        self._pronoun = self._pronouns(names)
        self.mentions = list(self._mentioned(names, sorted(hidden)))
        self._starts = [mention.span.start for mention in self.mentions]

    def _pronouns(self, names: list[tuple[Span, str, list[str]]]) -> dict[str, str]:
        """The pronoun of each person: a name with a title or a known given name, or whose surname stands alone too."""
        alone = {name for _, name, _ in names if " " not in name}
        pronouns: dict[str, str] = {}
        for _, name, titles in names:
            full = self.full_name(name)
            given, last = full.split()[0].lower(), full.split()[-1]
            surname = " " in full and last in alone
            if surname or given in HE or given in SHE or any(title in TITLES for title in titles):
                pronouns[full] = _pronoun_of(titles, given) or pronouns.get(full, "")
        return pronouns

    def _mentioned(self, names: list[tuple[Span, str, list[str]]], hidden: list[Span]) -> Iterator[Mention]:
        """Each place outside `hidden` (in order) that names a person."""
        covers = iter(hidden)
        cover = next(covers, None)
        for span, name, _ in names:
            while cover and cover.end <= span.start:
                cover = next(covers, None)
            full = self.full_name(name)
            if full in self._pronoun and not (cover and cover.covers(span)):
                yield Mention(span, full, self._pronoun[full])

    def full_name(self, name: str) -> str:
        """The full name that `name` stands for: the one longest name that ends in it, or itself."""
        fuller = self._fuller.get(name, [])
        longest = [one for one in fuller if not any(other.endswith(" " + one) for other in fuller)]
        return longest[0] if len(longest) == 1 else name

    def fits(self, pronoun: str, name: str) -> bool:
        """Whether the person of a full name can be meant by a pronoun."""
        wanted = "he" if pronoun.lower() in _HE else "she" if pronoun.lower() in _SHE else None
        return wanted is not None and self._pronoun.get(name) in (wanted, "")

    def fitting(self, pronoun: str, window: Span) -> set[str]:
        """The people named in `window` whom `pronoun` fits."""
        first = bisect_left(self._starts, window.start)
        last = bisect_left(self._starts, window.end)
        return {name for name in {mention.name for mention in self.mentions[first:last]} if self.fits(pronoun, name)}

    def named_by(self, words: str) -> str | None:
        """The full name of the one person `words` name; None for a body, a description, or several people."""
        name = "" if _MENTIONED.search(words) else _own_name(words).removeprefix("The ")
        full = self.full_name(name)
        return full if full in self._pronoun else None

    def speaker(self, words: str) -> str:
        """Who is meant by `words`, the subject of a cue.

        A name loses its titles and gains its given name; a description ("the spokesperson") stays what it is.
        """
        name = _own_name(words).removeprefix("The ")
        return self.full_name(name) if name else words


def is_pronoun(words: str) -> bool:
    """Whether `words` are one pronoun that means a man or a woman."""
    return words.lower() in _HE | _SHE


def _own_name(words: str) -> str:
    """The name of the one `words` speak of; empty where they only describe someone ("a spokesman for X")."""
    if _DESCRIPTION.match(words) or _names_several(words):
        return ""
    leading = _LEADING_NAME.match(words)
    if leading:
        return bare_name(leading[1])[0]
    for found in NAME.finditer(words):
        if found.end() == len(words) or _BRACKETED.match(words, found.end()):
            return "" if _PREPOSITION_AT_END.search(words[: found.start()]) else bare_name(found.group())[0]
    return ""


def _names_several(words: str) -> bool:
    """Whether `words` join one name to another one: "Ana Ruiz and Peter Holm", not "President and CEO Ana Ruiz"."""
    joined = _JOINED_NAMES.search(words)
    return joined is not None and bool(bare_name(joined[1])[0])


def bare_name(words: str) -> tuple[str, list[str]]:
    """A run of capitalised words without the titles before the name, and those titles.

    What does not look like a person's name behind them (`Republican National Committee`) is kept whole.
    """
    parts = words.replace("\u00a0", " ").split()
    while len(parts) > 1 and parts[0] in _OPENERS:
        del parts[0]
    last = max((n for n, part in enumerate(parts) if part.rstrip(".").split("-")[0] in TITLES), default=-1)
    if last == len(parts) - 1:
        return "", parts
    rest = parts[last + 1 :]
    if rest[0] == "of" and len(rest) > 2:
        rest = rest[2:]
    if "of" in rest[2:]:
        rest = rest[: rest.index("of", 2)]
    if any(part in _NOT_PEOPLE for part in rest):
        return " ".join(parts), []
    return " ".join(rest), [part.rstrip(".") for part in parts[: last + 1]]


def _can_be_person(name: str) -> bool:
    """Whether a name holds no word that marks a place, a body, a day, and is not shouted."""
    words = name.split()
    return bool(words) and not any(word in _NOT_PEOPLE or (len(word) > 3 and word.isupper()) for word in words)


def _fuller_names(names: set[str]) -> dict[str, list[str]]:
    """For each last word, and each last two words, the longer names that end in them."""
    fuller: dict[str, list[str]] = defaultdict(list)
    for name in sorted(names):
        words = name.split()
        for count in range(1, min(len(words), 3)):
            fuller[" ".join(words[-count:])].append(name)
    return fuller


def _pronoun_of(titles: list[str], given: str) -> str:
    """The pronoun that titles, or else the given name, go with; empty where they do not tell."""
    if any(title in _MALE for title in titles):
        return "he"
    if any(title in _FEMALE for title in titles):
        return "she"
    if (given in HE) == (given in SHE):
        return ""
    return "he" if given in HE else "she"
