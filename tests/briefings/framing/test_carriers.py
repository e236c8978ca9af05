"""What two articles share word for word, and whose it may be."""

from datetime import date

import pytest

from briefings.article import Article
from briefings.framing import compare
from briefings.framing.carriers import Carrier

COPY = "The lock keepers of the northern canal walked out on Sunday after talks over night pay broke down again."
SPOKEN = "We will open no gate until somebody at the water board learns what a night in the rain is worth"


def article(name: str, text: str, credit: str | None = None, day: int | None = None) -> Article:
    return Article(name, name, text, credit=credit, published=date(2024, 5, day) if day else None)


def carrier(one: Article, other: Article) -> Carrier:
    (found,) = compare([one, other]).carriers
    return found


def test_a_credit_that_names_the_other_outlet() -> None:
    found = carrier(article("Canal Post", COPY, day=1), article("Quay Times", COPY, credit="The Canal Post"))
    assert (found.basis, found.source, found.evidence) == ("credit", 0, "The Canal Post")
    assert found.parts == (1.0, 1.0)


def test_a_credit_that_names_an_agency() -> None:
    found = carrier(article("Canal Post", COPY), article("Quay Times", COPY, credit="AP"))
    assert (found.basis, found.source, found.evidence) == ("agency", 1, "AP")


def test_both_carry_one_agency() -> None:
    found = carrier(article("Canal Post", COPY, credit="AP"), article("Quay Times", COPY, credit="AP"))
    assert (found.basis, found.source) == ("agency", None)


@pytest.mark.parametrize("agency", ["Reuters", "The Associated Press", "Kyodo News"])
def test_an_agency_that_publishes_its_own_copy_is_its_source_whatever_the_days(agency: str) -> None:
    found = carrier(article("Canal Post", COPY, day=2), article(agency, COPY, day=3))
    assert (found.basis, found.source, found.evidence) == ("agency", 1, agency)


def test_an_agency_under_its_initials() -> None:
    found = carrier(article("Canal Post", COPY, credit="AP"), article("Associated Press", COPY))
    assert (found.basis, found.source) == ("agency", 1)


def test_two_agencies_leave_it_unknown() -> None:
    found = carrier(article("Canal Post", COPY, credit="AP"), article("Quay Times", COPY, credit="Reuters"))
    assert (found.basis, found.source) == ("unknown", None)


def test_the_earlier_day() -> None:
    found = carrier(article("Canal Post", COPY, day=3), article("Quay Times", COPY, day=2))
    assert (found.basis, found.source, found.evidence) == ("date", 1, "2024-05-02 before 2024-05-03")


@pytest.mark.parametrize("days", [(None, None), (2, 2), (2, None)])
def test_without_evidence_it_is_unknown(days: tuple[int | None, int | None]) -> None:
    found = carrier(article("Canal Post", COPY, day=days[0]), article("Quay Times", COPY, day=days[1]))
    assert (found.basis, found.source, found.evidence) == ("unknown", None, "")


def test_an_unknown_outlet_is_named_by_no_credit() -> None:
    found = carrier(article("unknown outlet", COPY), article("Quay Times", COPY, credit="unknown outlet"))
    assert found.basis == "unknown"


def test_a_little_copy_says_nothing_of_whose_it_is() -> None:
    own = " ".join(f"Reporter number {n} counted {n} boats and {n} gulls." for n in range(40))
    found = carrier(article("Canal Post", f"{COPY} {own}", day=1), article("Quay Times", f"{COPY} {own[::-1]}", day=2))
    assert (found.basis, found.copied) == ("unknown", (19, 19))


def test_a_quote_of_one_speaker_is_no_copy() -> None:
    one = article("Canal Post", f"“{SPOKEN},” keeper Ana Ruiz said.\n\n{COPY}", day=1)
    other = article("Quay Times", f"On Sunday Ana Ruiz told us: “{SPOKEN}.” Rain fell.\n\n{COPY}", day=2)
    found = compare([one, other])
    assert [(run.kind, run.a.of(one.text)[:8]) for run in found.runs] == [("quote", "We will "), ("copy", "The lock")]
    assert (found.carriers[0].quoted, found.carriers[0].copied) == ((20, 20), (19, 19))


def test_a_word_in_common_beside_a_quote_makes_it_no_copy() -> None:
    one = article("Canal Post", f"“{SPOKEN},” Ruiz told our reporter.")
    other = article("Quay Times", f"“{SPOKEN},” Ruiz wrote. “Rain fell.”")
    assert [run.kind for run in compare([one, other]).runs] == ["quote"]


def test_words_that_only_one_puts_in_marks_are_copy() -> None:
    one = article("Canal Post", f"“{SPOKEN},” Ana Ruiz said.")
    other = article("Quay Times", f"{SPOKEN}, Ana Ruiz explained.")
    assert [run.kind for run in compare([one, other]).runs] == ["copy"]


def test_articles_that_share_no_run_are_no_pair() -> None:
    assert compare([article("Canal Post", COPY), article("Quay Times", SPOKEN)]).carriers == ()
