"""Agency copy."""

import pytest

from briefings.article import Article, Span
from briefings.framing.wire import blank, names_agency, wire_paragraphs

COPY = "The lock keepers of the northern canal walked out on Sunday after talks over night pay broke down again."
OWN = "Our reporter found the gates shut."


def article(text: str, credit: str | None = None) -> Article:
    return Article(id=text[:8], outlet="Canal Post", text=text, credit=credit)


@pytest.mark.parametrize("credit", ["AP", "Reuters", "The Associated Press", "AFP", "City News Service", "CNN Wire"])
def test_credits_that_name_an_agency(credit: str) -> None:
    assert names_agency(credit)


@pytest.mark.parametrize(
    "credit", [None, "", "NBC News", "Jane Apley", "AP Images", "AFP/Getty", "Canal Post staff", "The Daily Wire"]
)
def test_credits_that_do_not(credit: str | None) -> None:
    assert not names_agency(credit)


def test_every_paragraph_of_credited_copy_and_what_others_took_from_it() -> None:
    agency, other = article(f"{COPY}\n\nMore follows.", "AP"), article(f"{OWN}\n\n“{COPY}”\n\n{OWN}")
    assert wire_paragraphs([agency, other]) == [agency.paragraphs, [other.paragraphs[1]]]


def test_what_others_took_from_an_agency_that_publishes_itself() -> None:
    agency, other = Article("a", "Reuters", COPY), article(f"{OWN}\n\n{COPY}\n\n{OWN}")
    assert wire_paragraphs([agency, other]) == [agency.paragraphs, [other.paragraphs[1]]]


def test_a_paragraph_with_a_borrowed_sentence_stays_the_outlets_own() -> None:
    mixed = article(f"{OWN} {OWN} {COPY} {OWN} {OWN} {OWN}")
    assert wire_paragraphs([article(COPY, "AP"), mixed]) == [[Span(0, len(COPY))], []]


def test_copies_without_a_credit_are_nobodys() -> None:
    assert wire_paragraphs([article(COPY), article(COPY)]) == [[], []]


def test_blanking_keeps_every_offset() -> None:
    text = f"{OWN}\n\n{COPY}"
    blanked = blank(text, [Span(0, len(OWN))])
    assert len(blanked) == len(text)
    assert blanked.strip() == COPY
    assert blanked.index(COPY) == text.index(COPY)
