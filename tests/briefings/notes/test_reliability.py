"""What coders did to real texts, as figures: by sentence, by character, and what they disagree on."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from briefings.article import Span
from briefings.notes.coding import coded_texts
from briefings.notes.disagreements import disagreements
from briefings.notes.note import Note, Target, note_on
from briefings.notes.reliability import Estimate, Reliability, reliability

GULL, TERN, CRAB = (Target("article", name) for name in ("gull-1", "tern-1", "crab-1"))
TEXTS = {
    GULL: "The boats came in. The nets were dry. Nobody sang. It rained all night.",
    TERN: "A light went out at the pier.\n\nTwo men rowed home.",
    CRAB: "The fair was on Monday. The rain was not.",
}
CODERS = ("Ana", "Ben", "Cleo")


def note(author: str, found: str, *codes: str, on: Target = GULL, adjudicates: tuple[str, ...] = ()) -> Note:
    start = TEXTS[on].index(found)
    return note_on(on, TEXTS[on], Span(start, start + len(found)), "", codes, author, adjudicates)


def found(notes: list[Note], coders: tuple[str, ...] = CODERS[:2], **how: object) -> dict[str, Reliability]:
    texts = coded_texts(notes, TEXTS, coders)
    return {one.code: one for one in reliability(texts, coders, **how)}  # type: ignore[arg-type]


NOTES = [
    note("Ana", "boats came", "fact"),
    note("Ana", "Nobody sang.", "mood"),
    note("Ana", "rained", "fact", "mood"),
    note("Ben", "The boats came in.", "fact"),
    note("Ben", "nets", "fact"),
    note("Ben", "Nobody sang. It", "mood"),
]


def test_counts_by_sentence() -> None:
    fact, mood = found(NOTES).values()
    assert (fact.units, fact.given, fact.both, fact.none) == (4, (2, 2), 1, 1)
    assert (mood.units, mood.given, mood.both, mood.none) == (4, (2, 1), 1, 2)
    assert (fact.observed.value, fact.positive.value, fact.ac1.value) == (0.5, 0.5, 0.0)
    assert [(i, j, one.value) for i, j, one in fact.kappas] == [(0, 1, 0.0)]
    # alpha: 8 values, 4 of them given; observed 2 of 4 apart, expected 4 * 4 * 2 / (8 * 7).
    assert fact.alpha.value == pytest.approx(1 - (2 / 4) / (32 / 56))


def test_counts_by_character_leave_out_the_space_between_sentences() -> None:
    fact = found(NOTES, by="character")["fact"]
    sentences = [len(part) + 1 for part in TEXTS[GULL].rstrip(".").split(". ")]
    assert fact.units == sum(sentences)
    assert fact.given == (len("boats came") + len("rained"), len("The boats came in.") + len("nets"))
    assert fact.both == len("boats came")
    assert fact.none == sum(sentences) - len("The boats came in.") - len("nets") - len("rained")


def test_a_text_that_a_coder_left_without_a_note_was_not_seen_by_them() -> None:
    notes = [
        *NOTES,
        note("Cleo", "boats", "fact"),
        note("Ana", "light", "fact", on=TERN),
        note("Ben", "pier", "fact", on=TERN),
    ]
    fact = found(notes, CODERS)["fact"]
    assert fact.units == 6
    assert fact.given == (3, 3, 1)
    assert [(i, j) for i, j, _ in fact.kappas] == [(0, 1), (0, 2), (1, 2)]
    # Cleo and Ana only meet on the first text: both once, Ana alone once, neither twice.
    assert fact.kappas[1][2].value == pytest.approx((0.75 - 0.5) / 0.5)


def test_a_text_that_all_are_said_to_have_seen_counts() -> None:
    texts = coded_texts(NOTES, TEXTS, CODERS[:2], seen_by_all=[CRAB])
    assert [text.target for text in texts] == [GULL, CRAB]
    assert reliability(texts, CODERS[:2])[0].units == 6
    assert coded_texts([note("Ana", "boats", "fact")], TEXTS, CODERS) == []


def test_orphans_and_notes_that_settle_do_not_count() -> None:
    more = [replace(note("Ben", "rained", "fact"), span=None), note("Ben", "rained", "fact", adjudicates=("x",))]
    assert found([*NOTES, *more])["fact"] == found(NOTES)["fact"]


def test_intervals_hold_the_figure_and_are_the_same_every_time() -> None:
    texts = coded_texts(NOTES, TEXTS, CODERS[:2])
    one, two = (reliability(texts, CODERS[:2])[0] for _ in range(2))
    assert one == two
    for estimate in (one.observed, one.positive):
        assert estimate.value is not None
        assert estimate.low is not None
        assert estimate.high is not None
        assert 0 <= estimate.low < estimate.value < estimate.high <= 1
    assert one.unitizing.low is None  # a single text leaves nothing to draw from
    assert reliability(texts, CODERS[:2], resamples=0)[0].observed == Estimate(one.observed.value)


def test_the_interval_of_a_share_is_the_binomials() -> None:
    # 100 sentences, 80 of them agreed on: the percentiles of a binomial are .72 and .87.
    target = Target("article", "many")
    text = " ".join(f"Boat number {number} came home late." for number in range(100))
    starts = [number for number in range(len(text)) if text.startswith("Boat", number)]
    spans = [Span(start, start + 4) for start in starts]
    notes = [note_on(target, text, span, "", ("x",), "Ana") for span in spans[:50]]
    notes += [note_on(target, text, span, "", ("x",), "Ben") for span in spans[20:50]]
    (one,) = reliability(coded_texts(notes, {target: text}, CODERS[:2]), CODERS[:2], resamples=2000)
    assert one.observed.value == 0.8
    assert one.observed.low == pytest.approx(0.72, abs=0.011)
    assert one.observed.high == pytest.approx(0.87, abs=0.011)


def test_unitizing_joins_notes_that_overlap() -> None:
    notes = [note("Ana", "The boats", "x"), note("Ana", "boats came", "x"), note("Ben", "The boats came", "x")]
    assert found(notes)["x"].unitizing.value == 1
    apart = [*notes, note("Ben", "rained", "x")]
    value = found(apart)["x"].unitizing.value
    assert value is not None
    assert value < 1


# Disagreements


def said(notes: list[Note], settling: list[Note] | None = None) -> list[tuple[object, ...]]:
    texts = coded_texts(notes, TEXTS, CODERS[:2])
    return [
        (one.code, one.words, one.gave, one.left, one.settled_as)
        for one in disagreements(texts, CODERS[:2], settling or [])
    ]


def test_disagreements_are_listed_with_who_gave_what() -> None:
    assert said(NOTES) == [
        ("fact", "The nets were dry.", ("Ben",), ("Ana",), None),
        ("fact", "It rained all night.", ("Ana",), ("Ben",), None),
        ("mood", "It rained all night.", ("Ana",), ("Ben",), None),
    ]
    (one, *_) = disagreements(coded_texts(NOTES, TEXTS, CODERS[:2]), CODERS[:2])
    assert (one.notes, one.beside, one.span.of(TEXTS[GULL])) == ((NOTES[4].id,), (NOTES[4].id,), one.words)


def test_a_note_that_settles_says_how() -> None:
    settling = note("Dov", "rained", "fact", adjudicates=(NOTES[2].id,))
    assert [(code, settled) for code, _, _, _, settled in said(NOTES, [settling])] == [
        ("fact", None),
        ("fact", True),
        ("mood", False),
    ]
    later = replace(settling, id="later", codes=(), changed=settling.changed + timedelta(seconds=1))
    assert [settled for *_, settled in said(NOTES, [later, settling])] == [None, False, False]
