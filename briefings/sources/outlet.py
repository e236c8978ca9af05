"""Where a pasted page names its outlet: in its own words about itself. There is no list of sites."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator

from briefings.article import outlet_slug
from briefings.framing.wire import names_agency
from briefings.sources import phrases
from briefings.sources.around import lines_around
from briefings.sources.clean import Cleaned
from briefings.sources.headline import posted_on
from briefings.sources.imported import UNKNOWN, Field

_CAPITAL = r"(?:(?:[A-Z]\.){2,}|[A-ZÀ-Ý0-9][\w'’&/-]*(?:\.[\w'’&/-]+)*)"
_NAME = rf"(?P<name>{_CAPITAL}(?: (?:{_CAPITAL}|&|of|the|and|for|de|la|le)){{0,5}})"
_COPYRIGHT = re.compile(
    r"(?i:©|\(c\)|\bcopyright\b)"
    rf"(?i:[\s,]|©|\(c\)|copyright|by|(?:19|20)\d\d(?: ?[-–] ?(?:(?:19|20)\d\d|present))?)*{_NAME}"
)
_RESERVED = re.compile(r"\ball rights reserved\b|\bmay not be (?:published|broadcast|reproduced|republished)\b", re.I)
_RIGHTS = re.compile(r"(?:\s+(?:all rights reserved|or its|is|are|may|and its)\b.*|[.,\s]+)$", re.I)
_COMPANY = re.compile(
    r"(?:[,\s]+(?:19|20)\d\d)?[,\s]+(?:llc|inc|ltd|limited|corp|corporation|plc|gmbh|llp|co)\.?(?:\s+(?:19|20)\d\d)?$",
    re.I,
)
_FIRM = re.compile(
    r"\b(?:llc|inc|ltd|limited|corp|corporation|plc|gmbh|group|holdings?|media|newspapers|publish(?:ing|ers)|publications|"
    r"communications|company|networks?|broadcasting|themes?|powered)\b",
    re.I,
)
_SELF = re.compile(
    rf"(?:^|[.!?] )(?-i:{_NAME}) (?i:is an? (?:[\w-]+ ){{0,4}}?(?:aggregator|newspaper|newsroom|magazine|news (?:\w+ )?"
    r"(?:organi[sz]ation|agency|provider|site|website|outlet|portal|platform))\b)"
)
_ABOUT_ITSELF = tuple(
    re.compile(pattern.replace("NAME", _NAME))
    for pattern in (
        r"(?i:more|latest|news|stories|best) (?i:from) NAME\.?$",
        r"(?i:more|trending|stories|news|latest) (?i:on|at) NAME$",
        r"(?i:about|shop|join|support|visit|follow|donate to|subscribe to|advertise (?:on|with|in)|work (?:at|for)|"
        r"welcome to|download|contact|listen to) NAME$",
        r"(?i:writer|reporter|correspondent|editor|columnist|journalist|contributor) (?:at|for) NAME\.?",
        r"^NAME (?:Newsletters?|Podcasts?|Stats|App|Careers|Insider|Membership)$",
    )
)
_HANDLE = re.compile(r"(?:^|\s)@(?P<host>(?:[a-z0-9-]+\.)+[a-z]{2,})(?=$|[\s,.!)])", re.I)
_MOST_MASTHEAD = 40  # code points of a line that can be a name and nothing else
_FEWEST = 2  # kinds of evidence


def find_outlet(page: Cleaned, title: int | None = None) -> Field:
    """The outlet by what the page says of itself; unknown where it does not, or says different things.

    title: the number of the title's line, where it is known. A news agency's name is the outlet's only where the page
    opens with it, above the title: elsewhere it says whose copy the outlet printed.
    """
    around = lines_around(page)
    opening = {_slug(line.text) for line in page.lines[: title or 0]}
    return _posted(around) or _described(around) or _evidenced(around, opening) or _by_handle(around) or UNKNOWN


def holder_of_rights(line: str) -> str | None:
    """Who holds all rights to a text by its copyright line; None where it is no such line."""
    found = _COPYRIGHT.search(line) if _has_copyright(line) and _RESERVED.search(line) else None
    return _trimmed(found["name"]) if found else None


def _posted(around: list[str]) -> Field | None:
    """Feeds close with `The post TITLE appeared first on OUTLET.`"""
    for line in around:
        if posted := posted_on(line):
            return Field(posted, "stated", line)
    return None


def _described(around: list[str]) -> Field | None:
    """`NAME is an aggregator of …`, in a line that also reads like a notice."""
    for line in around:
        if " is a" in line and (found := _SELF.search(line)) and phrases.is_notice(line):
            return Field(_trimmed(found["name"]), "stated", line)
    return None


def _evidenced(around: list[str], opening: set[str]) -> Field | None:
    """The name with most kinds of evidence: masthead, copyright line, and phrases in which a site names itself.

    A copyright line that something else on the page bears out states the name; two kinds of phrases, or a copyright
    line alone that names no company, let it be inferred. Two names with as much evidence are none.
    """
    evidence: dict[str, dict[str, str]] = defaultdict(dict)
    spelled: dict[str, str] = {}
    for kind, name, line in _mentions(around):
        slug = _slug(name)
        if slug and (slug in opening or not names_agency(name)):
            evidence[slug].setdefault(kind, line)
            spelled.setdefault(slug, name)
    for slug, line in _mastheads(around, evidence):
        evidence[slug].setdefault("masthead", line)
    weights = {slug: len(kinds) + ("copyright" in kinds) for slug, kinds in evidence.items()}
    most = max(weights.values(), default=0)
    best = [slug for slug, weight in weights.items() if weight == most]
    if most < _FEWEST or len(best) != 1:
        return None
    kinds, name = evidence[best[0]], spelled[best[0]]
    if "copyright" not in kinds:
        return Field(name, "inferred", next(iter(kinds.values()))) if len(kinds.keys() - {"masthead"}) > 1 else None
    if len(kinds) > 1:
        return Field(name, "stated", kinds["copyright"])
    rivals = any(slug != best[0] and others.keys() - {"masthead"} for slug, others in evidence.items())
    return None if rivals or _FIRM.search(kinds["copyright"]) else Field(name, "inferred", kinds["copyright"])


def _mentions(around: list[str]) -> Iterator[tuple[str, str, str]]:
    """Every kind of evidence with the name and the line: the copyright holder first, because it is spelled in full."""
    for line in around:
        for found in _COPYRIGHT.finditer(line) if _has_copyright(line) else ():
            yield "copyright", _trimmed(found["name"]), line
    for line in around:
        for number, pattern in enumerate(_ABOUT_ITSELF):
            if named := pattern.search(line):
                yield f"phrase {number}", _trimmed(named["name"]), line


def _mastheads(around: list[str], names: Collection[str]) -> Iterator[tuple[str, str]]:
    """(name, line) of the lines that are one of the names (as slugs) and nothing else."""
    for line in around if names else ():
        slug = _slug(line) if len(line) <= _MOST_MASTHEAD else ""
        if slug in names and not phrases.is_label(line) and not (_has_copyright(line) and _COPYRIGHT.search(line)):
            yield slug, line


def _has_copyright(line: str) -> bool:
    return "©" in line or any(sign in line.lower() for sign in ("(c)", "copyright"))


def _trimmed(name: str) -> str:
    """A name without the words of law after it."""
    return _COMPANY.sub("", _RIGHTS.sub("", name)).strip(" ,.|-–")


def _slug(name: str) -> str:
    slug = outlet_slug(name).removeprefix("the-")
    return "" if slug in ("unknown", "us", "all", "all-rights") or slug.isdigit() else slug


def _by_handle(around: list[str]) -> Field | None:
    """The one site that the page calls `@example.com`: its name is inferred from the address."""
    found = [(match["host"].lower(), line) for line in around if "@" in line for match in _HANDLE.finditer(line)]
    hosts = {host.removeprefix("www.") for host, _ in found}
    if len(hosts) != 1:
        return None
    label = hosts.pop().rsplit(".", 1)[0].split(".")[-1]
    name = " ".join(part.capitalize() for part in label.split("-") if part)
    return Field(name, "inferred", found[0][1])
