"""The agreement of two coders."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefings.article import Article
from briefings.notes.agreement import Agreement, agreement
from briefings.notes.note import Note, new_note
from tests.briefings.harbour import words

ARTICLE = Article("gull-1a2b3c4d", "Gull", "The boats came in. The nets were dry. Nobody sang. It rained all night.")


def note(found: str, *codes: str) -> Note:
    return new_note(ARTICLE, words(ARTICLE, found), codes=codes)


def test_counts_sentences_by_code() -> None:
    first = [note("boats came", "fact"), note("Nobody sang.", "mood"), note("rained", "fact", "mood")]
    second = [note("The boats came in.", "fact"), note("nets", "fact"), note("Nobody sang. It", "mood")]
    fact, mood = agreement(first, second, [ARTICLE])
    assert fact == Agreement("fact", both=1, first=1, second=1, none=1)
    assert mood == Agreement("mood", both=1, first=1, second=0, none=2)
    assert (fact.percent, fact.positive, fact.kappa) == (50.0, 0.5, 0.0)


def test_kappa_as_cohen_computes_it() -> None:
    # 25 sentences: observed .8, expected (12 * 13 + 13 * 12) / 625 = .4992.
    assert Agreement("x", 10, 2, 3, 10).kappa == pytest.approx((0.8 - 0.4992) / (1 - 0.4992))
    assert Agreement("x", 0, 1, 1, 0).kappa == -1.0


def test_what_is_undefined_stays_undefined() -> None:
    assert Agreement("x", 4, 0, 0, 0).kappa is None
    assert Agreement("x", 0, 0, 0, 4).kappa is None
    assert Agreement("x", 0, 0, 0, 4).positive is None
    nothing = Agreement("x", 0, 0, 0, 0)
    assert (nothing.percent, nothing.positive, nothing.kappa) == (None, None, None)


def test_a_note_may_cover_several_sentences_and_slip_over_an_edge() -> None:
    (code,) = agreement([note("The boats came in. The nets were dry. N", "x")], [note("boats", "x")], [ARTICLE])
    assert (code.both, code.first, code.second, code.none) == (1, 1, 0, 2)


def test_orphans_and_other_articles_do_not_count() -> None:
    orphan = replace(note("boats", "x"), span=None)
    elsewhere = replace(note("boats", "x"), article="tern-1a2b3c4d")
    assert agreement([orphan], [elsewhere], [ARTICLE]) == []
