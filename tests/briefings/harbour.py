"""A small comparison made by hand, so that what is made from one is tested apart from how one is computed."""

from __future__ import annotations

from datetime import date

from briefings.article import Article, Span
from briefings.framing.comparison import Comparison, RunBetween
from briefings.framing.figures import Figure, FigureGroup
from briefings.framing.passages import Point
from briefings.framing.quotes import Quote, Utterance

GULL = Article(
    "daily-gull-0a1b2c3d",
    "Daily <Gull>",
    'The ministers met in Vigo on Monday.\n\nSome 40 boats stayed out, and "no net was cast," Mora said.\n\nIt rained.',
    title="Boats | and *nets*",
    published=date(2024, 5, 6),
    credit="AP",
)
TERN = Article(
    "evening-tern-4e5f6a7b",
    "Evening Tern",
    'On Monday the ministers met in Vigo.\n\nMora warned "no net was cast" in the bay. Port staff counted 45 boats.',
)
CRAB = Article("weekly-crab-8c9d0e1f", "Weekly Crab", "Ministers gathered in Vigo.\n\n=1+1 is no [formula](here).")


def words(article: Article, found: str) -> Span:
    """Where `found` stands in the article."""
    start = article.text.index(found)
    return Span(start, start + len(found))


def comparison() -> Comparison:
    """Three reports of one meeting: all have its place, two a quote and a count."""
    articles = (GULL, TERN, CRAB)
    met = [(0, words(GULL, "The ministers met in Vigo on Monday."))]
    met += [(1, words(TERN, "On Monday the ministers met in Vigo.")), (2, words(CRAB, "Ministers gathered in Vigo."))]
    cast = [(0, words(GULL, 'Some 40 boats stayed out, and "no net was cast," Mora said.'))]
    cast += [(1, words(TERN, 'Mora warned "no net was cast" in the bay.'))]
    gull = Quote(words(GULL, "no net was cast,"), "Mora", words(GULL, "Mora"), words(GULL, "said"), "mixed")
    tern = Quote(words(TERN, "no net was cast"), "Mora", words(TERN, "Mora"), words(TERN, "warned"), "mixed")
    forty = Figure(words(GULL, "Some 40"), 40.0, "", "boats", "Some")
    more = Figure(words(TERN, "45"), 45.0, "", "boats", "")
    return Comparison(
        articles=articles,
        sentences=(
            (met[0][1], cast[0][1], words(GULL, "It rained.")),
            (met[1][1], cast[1][1], words(TERN, "Port staff counted 45 boats.")),
            (met[2][1], words(CRAB, "=1+1 is no [formula](here).")),
        ),
        points=(
            Point(met, "ministers met in Vigo", ("ministers", "Vigo")),
            Point(cast, "=no net was cast", ("no net was cast",)),
        ),
        runs=(RunBetween(0, 1, words(GULL, "ministers met in Vigo"), words(TERN, "ministers met in Vigo")),),
        quotes=((gull,), (tern,), ()),
        utterances=(Utterance(((0, gull), (1, tern))),),
        figures=((forty,), (more,), ()),
        figure_groups=(FigureGroup(((0, forty), (1, more)), "differ"),),
        wire_paragraphs=((words(GULL, "It rained."),), (), ()),
    )
