"""Offsets of a text followed into the text as it is now."""

from __future__ import annotations

from briefings.framing.sentences import sentences
from tui.moved import moved

WAS = "The ferry left at noon. Nobody waved from the pier. The gulls stayed behind. Rain fell on the harbour at night."


def words_at(now: str, words: str) -> str:
    at = moved(WAS, sentences(WAS), now)(WAS.index(words))
    return now[at : at + len(words)]


def test_what_stands_around_a_change_stays_with_its_words() -> None:
    now = WAS.replace("Nobody waved", "A few children waved and sang")
    assert [words_at(now, words) for words in ("ferry", "gulls", "night.")] == ["ferry", "gulls", "night."]


def test_a_sentence_between_two_changes_is_found_again() -> None:
    now = WAS.replace("The ferry", "At last the old ferry").replace("Rain", "Sleet and rain")
    assert words_at(now, "waved from") == "waved from"


def test_an_offset_whose_words_are_gone_stays_inside_the_text() -> None:
    where = moved(WAS, sentences(WAS), "Nothing.")
    assert all(0 <= where(offset) <= len("Nothing.") for offset in range(len(WAS) + 1))
