"""Terms, and which of them can stand for one another."""

import pytest

from briefings.framing.related import NUMBER, SYNONYM, dice, relate
from briefings.framing.terms import is_negated, names, stem, terms


def keys(text: str) -> list[str]:
    return [term.key for term in terms(text)]


def test_words_names_and_numbers_are_told_apart() -> None:
    found = terms("On Monday the port of Tilbury shipped 1,250 crates.")
    assert [(term.words, term.kind) for term in found] == [
        ("Monday", "name"),
        ("port", "word"),
        ("Tilbury", "name"),
        ("shipped", "word"),
        ("1,250", "number"),
        ("crates", "word"),
    ]
    assert [text.words for text in found] == [
        "On Monday the port of Tilbury shipped 1,250 crates."[t.start : t.end] for t in found
    ]


def test_forms_of_one_word_share_a_key() -> None:
    assert stem("Ríos’s") == stem("rios") == stem("Ríos")
    assert stem("closures") == stem("closure")
    assert stem("voting") == stem("voted") == stem("votes")
    assert keys("The U.S. envoy") == keys("the US envoys")


@pytest.mark.parametrize(
    ("words", "value"),
    [("1,250", 1250), ("2.5 million", 2_500_000), ("twelve", 12), ("three hundred", 300), ("40 billion", 40e9)],
)
def test_numbers_in_figures_and_words(words: str, value: float) -> None:
    (found,) = terms(f"about {words}")
    assert (found.words, found.value) == (words, value)


def test_a_year_is_no_quantity() -> None:
    assert [(term.key, term.value) for term in terms("in 2023")] == [("#2023", None)]
    assert terms("2,023 boats")[0].value == 2023


def test_the_words_of_one_name_stand_together() -> None:
    runs = names(terms("Yesterday Prime Minister Ana Ríos, Marek and the Port Office met 12 owners."))
    assert [" ".join(term.words for term in run) for run in runs] == [
        "Yesterday",
        "Prime Minister Ana Ríos",
        "Marek",
        "Port Office",
        "met",
        "12",
        "owners",
    ]


def test_denials() -> None:
    assert is_negated("They never met.")
    assert is_negated("They didn’t meet.")
    assert not is_negated("They met at the Notting pier.")


def test_related_terms() -> None:
    found = relate(
        [stem("arrested"), stem("detained"), "harbor", "harbour", "#48213", "#48200"],
        {"#48213": 48213, "#48200": 48200},
    )
    assert found[stem("arrested")] == {stem("detained"): SYNONYM}
    assert found["harbor"]["harbour"] == found["harbour"]["harbor"] > 0.4
    assert found["#48213"] == {"#48200": NUMBER}
    assert stem("comet") not in found


def test_spelling_alike() -> None:
    assert dice("harbour", "harbour") == 1
    assert dice("harbour", "harbor") > 0.6 > 0.1 > dice("harbour", "comet")
