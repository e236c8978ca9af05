"""A small comparison made by hand, so that what is made from one is tested apart from how one is computed."""

from __future__ import annotations

from datetime import date

from briefings.article import Article, Span
from briefings.framing.carriers import Carrier
from briefings.framing.choices import Choice
from briefings.framing.comparison import Comparison, RunBetween
from briefings.framing.cuts import Cuts, Version
from briefings.framing.emphasis import Emphasis, Stress
from briefings.framing.figures import Figure, FigureGroup
from briefings.framing.near_copies import Change, NearCopy
from briefings.framing.passages import Point
from briefings.framing.quotes import Quote, Utterance
from briefings.framing.sources import Source
from briefings.framing.wording import Distinctive, DistinctiveWord
from tests.spans import words as words  # those who use these articles name words of them

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
            Point(met, "ministers met in Vigo", ("ministers", "Vigo"), 1),
            Point(cast, "=no net was cast", ("no net was cast",), 2),
        ),
        runs=(RunBetween(0, 1, words(GULL, "ministers met in Vigo"), words(TERN, "ministers met in Vigo")),),
        quotes=((gull,), (tern,), ()),
        utterances=(Utterance(((0, gull), (1, tern))),),
        figures=((forty,), (more,), ()),
        figure_groups=(FigureGroup(((0, forty), (1, more)), "differ"),),
        wire_paragraphs=((words(GULL, "It rained."),), (), ()),
        emphasis=(
            Emphasis(met[0][1], (_stress(0, 1, met[0][1], True, (Span(0, 5),)), _stress(1, 2, cast[0][1])), 21, 0.8),
            Emphasis(met[1][1], (_stress(0, 1, met[1][1], True), _stress(1, 2, cast[1][1])), 19, 0.7),
            Emphasis(met[2][1], (_stress(0, 1, met[2][1], True),), 9, 0.4),
        ),
        near_copies=(NearCopy(0, 1, met[0][1], met[1][1], 0.8, (Change(words(GULL, "on Monday"), Span(0, 0)),)),),
        carriers=(Carrier(0, 1, (5, 5), (0, 0), (0.2, 0.3), "agency", 0, "AP"),),
        cuts=(
            Cuts(
                0,
                Version(0, (gull,), 4, 2, 0.5, (), ()),
                (Version(1, (tern,), 4, 2, 0.4, (words(GULL, "cast"),), (words(TERN, "cast"),)),),
            ),
        ),
        choices=(
            Choice(
                0,
                "ministers … Vigo",
                {0: words(GULL, "met"), 2: words(CRAB, "gathered")},
                ((0, words(GULL, "ministers")), (2, words(CRAB, "Ministers"))),
                "neighbours",
            ),
        ),
        distinctive=(
            Distinctive((DistinctiveWord("boats", 1, 1, 2.5, (words(GULL, "boats"),)),), 21, 3, 0.15),
            Distinctive((DistinctiveWord("rained", 0, 1, -2.0, ()),), 19, 3, 0.15),
            Distinctive((), 9, 3, 0.15),
        ),
        sources=(
            (Source("Mora", "named", (gull,), 4, 0, gull.content),),
            (Source("Mora", "named", (tern,), 4, 0, tern.content),),
            (),
        ),
    )


def _stress(point: int, order: int, span: Span, lede: bool = False, headline: tuple[Span, ...] = ()) -> Stress:
    """A point that one sentence of an article carries."""
    return Stress(point, order, (span,), 0.0, 7, 0.4, lede, headline)
