"""Cursor and selection: moves by sentence, paragraph and word, on whole words, inside the text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefings.article import Span, paragraphs
from tui.cursor import SentenceCursor
from tui.selection import Selection, words

TEXT = "Ann spoke first. Bo left.\n\nThey paid $1,200 for it. “No,” Cy said.\n\nLast."
SENTENCES = [Span(TEXT.index(s), TEXT.index(s) + len(s)) for s in (
    "Ann spoke first.", "Bo left.", "They paid $1,200 for it.", "“No,” Cy said.", "Last.")]  # fmt: skip
MOVES = ["next_sentence", "previous_sentence", "next_paragraph", "previous_paragraph", "next_word", "previous_word"]


def selection_at(words_of: str) -> Selection:
    return Selection(TEXT, SENTENCES, paragraphs(TEXT), TEXT.index(words_of))


def test_cursor_moves_by_sentence_and_stays_inside() -> None:
    cursor = SentenceCursor(TEXT, SENTENCES)
    assert cursor.previous_sentence() == SENTENCES[0]
    assert [cursor.next_sentence() for _ in range(6)] == [*SENTENCES[1:], SENTENCES[4], SENTENCES[4]]


def test_cursor_moves_by_paragraph() -> None:
    cursor = SentenceCursor(TEXT, SENTENCES)
    assert [cursor.next_paragraph() for _ in range(3)] == [SENTENCES[2], SENTENCES[4], SENTENCES[4]]
    cursor.to(SENTENCES[3].start)
    assert [cursor.previous_paragraph() for _ in range(3)] == [SENTENCES[2], SENTENCES[0], SENTENCES[0]]


def test_cursor_between_sentences_belongs_to_the_one_before() -> None:
    assert SentenceCursor(TEXT, SENTENCES, SENTENCES[1].end + 1).span == SENTENCES[1]
    assert SentenceCursor("", ()).span == Span(0, 0)
    assert SentenceCursor("One.\n\nTwo.", (), 7).span == Span(6, 10)


def test_selects_two_words_in_the_middle_of_a_sentence() -> None:
    selection = selection_at("They")
    for _ in range(2):
        selection.next_word()
    selection.other_end()
    for _ in range(1):
        selection.next_word()
    assert selection.span.of(TEXT) == "paid $1,200"


def test_a_sentence_is_selected_to_its_end_then_the_next() -> None:
    selection = selection_at("They")
    selection.next_sentence()
    assert selection.span == SENTENCES[2]
    selection.next_sentence()
    assert selection.span == Span(SENTENCES[2].start, SENTENCES[3].end)
    selection.previous_sentence()
    assert selection.span.end < SENTENCES[3].end


def test_ends_may_cross() -> None:
    selection = selection_at("spoke")
    selection.previous_word()
    assert selection.span.of(TEXT) == "Ann spoke"
    selection.previous_paragraph()
    selection.next_word()
    selection.next_word()
    assert selection.span.of(TEXT) == "spoke first"


@given(st.text(max_size=60), st.lists(st.sampled_from([*MOVES, "other_end"]), max_size=20), st.integers(0, 60))
def test_a_selection_is_never_empty_nor_outside(text: str, moves: list[str], offset: int) -> None:
    found = paragraphs(text)
    selection = Selection(text, found, found, offset)
    for move in moves:
        before = selection.head
        getattr(selection, move)()
        span = selection.span
        assert 0 <= span.start <= span.end <= len(text)
        assert span.start < span.end or not list(words(text))
        if move == "next_word":
            assert selection.head >= before


@given(st.text("ab ,\n$1-", max_size=40))
def test_words_are_gone_through_in_order_both_ways(text: str) -> None:
    found = list(words(text))
    if not found:
        return
    selection = Selection(text, [], [], 0)
    seen = [selection.head]
    for _ in found[1:]:
        selection.next_word()
        seen.append(selection.head)
    assert seen == [word.start for word in found]
    back = []
    for _ in found:
        back.append(selection.head)
        selection.previous_word()
    assert back == seen[::-1]
