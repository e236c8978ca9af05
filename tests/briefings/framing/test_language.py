"""Texts that are not in English."""

import pytest

from briefings.article import Article
from briefings.framing import compare
from briefings.framing.language import is_english
from briefings.report_json import as_dict
from briefings.tables import TABLES

ENGLISH = (
    "The council of Oslo voted on Monday to close the old bridge to trucks from next week, and the port was told late. "
    "About 1,200 trucks cross it every day, the port said. “We will reopen it in May,” Mayor Ana Ruiz said."
)
SPANISH = (
    "El consejo de Oslo votó el lunes cerrar el puente viejo a los camiones a partir de la próxima semana, y avisó. "
    "Unos 1.200 camiones lo cruzan cada día, según el puerto. «Lo abriremos en mayo», dijo la alcaldesa Ana Ruiz."
)
GERMAN = (
    "Der Rat von Oslo hat am Montag beschlossen, die alte Brücke für Lastwagen zu sperren, was der Hafen spät erfuhr. "
    "Man will so wenig wie möglich sagen, hieß es in der Stadt."
)


@pytest.mark.parametrize(("text", "expected"), [(ENGLISH, True), (SPANISH, False), (GERMAN, False), ("Oslo", True)])
def test_which_texts_are_english(text: str, expected: bool) -> None:
    assert is_english(text) is expected


def test_what_english_rules_find_is_not_claimed_of_another_language() -> None:
    found = compare([Article("a", "Canal Post", ENGLISH), Article("b", "Correo del Canal", SPANISH)])
    assert found.not_english() == [1]
    assert (len(found.figures[0]), found.figures[1]) == (1, ())
    assert [(quote.kind, quote.speaker) for quote in found.quotes[1]] == [("direct", None)]
    assert found.distinctive[1].size > 0
    assert [article["english"] for article in as_dict(found)["articles"]] == [True, False]


@pytest.mark.parametrize("view", ["quotes", "figures", "sources", "wording"])
def test_tables_say_what_is_not_looked_for(view: str) -> None:
    both = compare([Article("a", "Canal Post", ENGLISH), Article("b", "Correo del Canal", SPANISH)])
    assert any("B: not in English" in make(both).legend for make in TABLES[view])
    english = compare([Article("a", "Canal Post", ENGLISH), Article("b", "Quay Times", ENGLISH)])
    assert not any("English" in make(english).legend for make in TABLES[view])
