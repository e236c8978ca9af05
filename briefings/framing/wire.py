"""Which paragraphs are agency copy: by the article's credit, or because most of their words stand in credited copy.

Not here: how a credit is read from a source (`sources/`). Conservative: a paragraph counts as the outlet's own until
its words say otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefings.article import Article, Span
from briefings.framing.comparison import RunBetween, merge
from briefings.framing.reuse import Words
from briefings.framing.run_index import runs_among

MOST = 0.6
"""The share of a paragraph's code points that must stand in agency copy for it to be counted as agency copy."""

_NAMES = (
    r"AP|AFP|UPI|DPA|dpa|EFE|ANSA|AAP|PTI|IANS|TASS|KNA|PA Media|Associated Press|Reuters|"
    r"Agence France[- ]Presse|United Press International|Press Association|Canadian Press|Deutsche Presse[- ]Agentur|"
    r"Press Trust of India|Bloomberg|Xinhua|Kyodo|Yonhap|Interfax|Anadolu|Europa Press|States Newsroom"
)
"""The news agencies of the world."""
_AGENCY = re.compile(
    rf"\b(?:{_NAMES}|ANI|APA|CNA|[Nn]ews ?[Aa]gency|[Nn]ews ?[Ss]ervice|"
    r"[Ww]ire (?:[Ss]ervices?|[Rr]eports?)|(?<!\bDaily )(?<!\bThe )[Ww]ire|[Nn]ewswire)\b"
)
"""How credits name them, and what agencies call themselves; some short names are a broadcaster's, too."""
_PUBLISHER = re.compile(rf"(?:The )?(?:{_NAMES})(?: News| News Agency| Agency)?(?: \([A-Z]+\))?")
"""What an agency is called that publishes its own copy."""

_PICTURE = re.compile(r"\b(?:photo\w*|images?|pictures?|getty|video|graphics?)\b", re.I)
"""What credits of pictures say: they tell nothing about the words."""


def wire_paragraphs(articles: Sequence[Article], runs: Sequence[RunBetween] | None = None) -> list[list[Span]]:
    """For each article its paragraphs that are agency copy, in order.

    runs: the shared runs between the articles, where they are known already. Of an article whose credit names an
    agency, or that an agency published, every paragraph is agency copy; of the others, those most of whose words are
    shared with such an article.
    """
    found = runs_among([Words(article.text) for article in articles]) if runs is None else runs
    agency = [agency_of(article) is not None for article in articles]
    shared = _from_agencies(agency, found)
    return [
        list(article.paragraphs) if agency[index] else _copied(article, merge(shared[index]))
        for index, article in enumerate(articles)
    ]


def names_agency(credit: str | None) -> bool:
    """Whether a credit names a news agency, rather than another outlet, a person, or whose picture it is."""
    return credit is not None and _AGENCY.search(credit) is not None and _PICTURE.search(credit) is None


def agency_of(article: Article) -> str | None:
    """The agency whose copy an article is, as its credit or its publisher names it; None where neither does."""
    if names_agency(article.credit):
        return article.credit
    return article.outlet if not article.credit and is_agency(article.outlet) else None


def is_agency(outlet: str) -> bool:
    """Whether an outlet is a news agency that publishes its own copy."""
    return _PUBLISHER.fullmatch(outlet) is not None


def _from_agencies(agency: Sequence[bool], runs: Sequence[RunBetween]) -> list[list[Span]]:
    """The spans of each article that stand in an article credited to an agency too; agency: which ones are."""
    shared: list[list[Span]] = [[] for _ in agency]
    if any(agency):
        for run in runs:
            if agency[run.second]:
                shared[run.first].append(run.a)
            if agency[run.first]:
                shared[run.second].append(run.b)
    return shared


def _copied(article: Article, shared: Sequence[Span]) -> list[Span]:
    """The paragraphs of `article` that the spans `shared` mostly cover."""
    return [
        paragraph
        for paragraph in article.paragraphs
        if sum(max(0, min(s.end, paragraph.end) - max(s.start, paragraph.start)) for s in shared)
        >= MOST * (paragraph.end - paragraph.start)
    ]


def blank(text: str, spans: Sequence[Span]) -> str:
    """`text` with `spans` turned to spaces: the rest keeps its offsets."""
    for span in spans:
        text = text[: span.start] + " " * (span.end - span.start) + text[span.end :]
    return text
