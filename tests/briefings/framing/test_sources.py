import pytest

from briefings.framing.quotes import find_quotes
from briefings.framing.sources import Source, find_sources, kind_of

TEXT = (
    "“The dam will hold,” said Ana Ruiz, an engineer.\n\n"
    "A senior official said the valley had been warned three times in a week. “Nobody listened,” the official said.\n\n"
    "Ruiz said: “We measured it twice.” The “safe” dam broke."
)


def sources(text: str) -> list[Source]:
    return find_sources(text, find_quotes(text))


def test_each_source_with_how_much_it_is_given() -> None:
    found = sources(TEXT)
    assert [(s.speaker, s.kind, len(s.quotes), s.words) for s in found] == [
        ("Ana Ruiz", "named", 2, 8),
        ("A senior official", "described", 1, 0),
        ("the official", "described", 1, 2),
    ]
    assert found[1].reported == 10
    assert found[0].first.of(TEXT) == "The dam will hold,"


def test_scare_quotes_are_nobodys() -> None:
    assert sources("The “safe” dam broke.") == []


@pytest.mark.parametrize(
    ("speaker", "kind"),
    [
        ("Ana Ruiz", "named"),
        ("Harbour Authority", "named"),
        ("a spokesperson for the Harbour Authority", "described"),
        ("three officials", "described"),
        ("officials", "described"),
        ("the mayor", "described"),
        ("he", "pronoun"),
    ],
)
def test_names_and_descriptions(speaker: str, kind: str) -> None:
    assert kind_of(speaker) == kind
