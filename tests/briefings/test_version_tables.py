"""One utterance across outlets."""

from __future__ import annotations

from dataclasses import replace

from briefings.framing.quotes import Quote, Utterance
from briefings.table import NOT_FOUND, UNKNOWN
from briefings.version_tables import versions
from tests.briefings.harbour import GULL, TERN, comparison, words


def test_every_outlets_words_stand_in_its_column_with_their_cue() -> None:
    table = versions(comparison())
    assert table.columns == ("who", "A", "B", "C")
    (row,) = table.rows
    assert [cell.text for cell in row] == [
        "Mora",
        "¶2 said: “no net was cast,”",
        "¶2 warned: “no net was cast”",
        NOT_FOUND,
    ]
    assert row[0].place == (0, words(GULL, "Mora"))
    assert row[2].place == (1, words(TERN, "no net was cast"))
    assert row[3].place is None


def test_reported_speech_has_no_quotation_marks_and_two_quotes_of_an_outlet_stand_together() -> None:
    whole = comparison()
    (_, gull), (_, tern) = whole.utterances[0].members
    second = Quote(words(GULL, "It rained"), None, None, None, "indirect")
    split = replace(tern, parts=(words(TERN, "no net"), words(TERN, "cast")))
    row = versions(replace(whole, utterances=(Utterance(((0, gull), (0, second), (1, split))),))).rows[0]
    assert row[1].text == "¶2 said: “no net was cast,” | It rained"
    assert row[2].text == "¶2 warned: “no net … cast”"


def test_a_speaker_nobody_names_is_unknown() -> None:
    whole = comparison()
    nameless = tuple((i, replace(q, speaker=None, speaker_span=None)) for i, q in whole.utterances[0].members)
    (row,) = versions(replace(whole, utterances=(Utterance(nameless),))).rows
    assert row[0].text == UNKNOWN
    assert row[0].place == (0, words(GULL, "no net was cast,"))
