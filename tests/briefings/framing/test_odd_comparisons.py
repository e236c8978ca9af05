"""A comparison of one article, an empty one, the same one twice, another language, and texts without stops."""

from __future__ import annotations

import pytest

from briefings.article import Article
from briefings.framing import compare
from briefings.framing.comparison import Comparison
from briefings.report import as_dict
from briefings.tables import TABLES

FERRY = (
    "The harbour board voted late on Monday to close the old ferry line, which carried 14,212 passengers in March.\n\n"
    "“Nobody on this island was asked, and nobody will forget it,” deckhand Marta Okafor said at the pier.\n\n"
    "Police detained 130 protesters near the northern pier, officials wrote."
)
PIER = (
    "Police arrested 130 protesters near the northern pier on Monday.\n\n"
    "The board had voted to close the old ferry line, which carried more than 14,000 passengers in March.\n\n"
    "Okafor shouted: “Nobody on this island was asked.”"
)
MUELLE = (
    "La junta del puerto votó el lunes por cerrar la vieja línea, que en marzo llevó a 14.212 pasajeros.\n\n"
    "«Nadie en esta isla fue consultado», dijo Marta Okafor."
)


def compared(*texts: str, wire: bool = True, credit: str | None = None) -> Comparison:
    articles = [
        Article(f"a{n}", f"Outlet {n}", text, title="Ferry line", credit=credit) for n, text in enumerate(texts)
    ]
    return compare(articles, wire=wire)


@pytest.mark.parametrize(
    "texts",
    [
        [],
        [FERRY],
        [""],
        ["", FERRY],
        [" \n\n \n", FERRY],
        [FERRY, FERRY],
        [FERRY, PIER, MUELLE],
        [FERRY.replace(".", "").replace("\n", " "), PIER.replace(".", "")],
        ["word " * 3000, "other word " * 1500],
    ],
    ids=["none", "one", "empty", "empty and one", "blank", "twice", "Spanish", "no stops", "repeated words"],
)
def test_every_part_can_be_told_printed_and_opened(texts: list[str]) -> None:
    found = compared(*texts)
    assert len(found.emphasis) == len(found.distinctive) == len(found.sources) == len(texts)
    whole = as_dict(found)
    assert len(whole["emphasis"]) == len(texts)
    for make in (make for makes in TABLES.values() for make in makes):
        for row in make(found).rows:
            assert all(cell.place is None or cell.place[1].end <= len(texts[cell.place[0]]) for cell in row)


def test_the_same_article_twice_differs_in_nothing() -> None:
    found = compared(FERRY, FERRY)
    assert (found.near_copies, found.choices) == ((), ())
    assert [one.parts for one in found.carriers] == [(1.0, 1.0)]
    assert all(not version.missing and not version.inserted for cuts in found.cuts for version in cuts.others)
    assert found.emphasis[0] == found.emphasis[1]


def test_one_article_is_told_without_others() -> None:
    found = compared(FERRY)
    assert (found.near_copies, found.carriers, found.cuts, found.choices) == ((), (), (), ())
    assert found.emphasis[0].points == ()
    assert [source.speaker for source in found.sources[0]]


def test_another_language_among_english_changes_nothing_for_them() -> None:
    alone, mixed = compared(FERRY, PIER), compared(FERRY, PIER, MUELLE)
    assert [choice.words for choice in alone.choices] == [choice.words for choice in mixed.choices]
    assert alone.choices
    assert [cuts.others for cuts in alone.cuts] == [cuts.others for cuts in mixed.cuts]


def test_without_agency_copy_every_part_is_computed_anew() -> None:
    agency = Article("a", "Canal Post", FERRY, credit="AP")
    other = Article("b", "Quay Times", PIER)
    shown, without = compare([agency, other]), compare([agency, other], wire=False)
    assert shown.cuts
    assert shown.choices
    assert shown.sources[0]
    assert (without.cuts, without.choices, without.near_copies, without.carriers) == ((), (), (), ())
    assert without.sources == ((), shown.sources[1])
    assert without.emphasis[0].words == without.distinctive[0].size == 0
    assert without.emphasis[1].points == ()
