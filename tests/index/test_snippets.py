"""The words around hits."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefings.article import Span
from index.snippets import snippet

WORDS = "one two three four five six seven eight nine ten eleven twelve"


def test_the_window_shows_most_hits() -> None:
    spans = [Span(WORDS.index(word), WORDS.index(word) + len(word)) for word in ("one", "nine", "ten")]
    found = snippet(WORDS, spans, width=20)
    assert [span.of(found.text) for span in found.spans] == ["nine", "ten"]
    assert found.text.startswith("…")
    assert len(found.text) <= 22


def test_a_short_text_is_shown_whole() -> None:
    assert snippet(WORDS, []).text == WORDS


def test_paragraphs_become_one_line() -> None:
    found = snippet("one\n\ntwo  three", [Span(5, 8)])
    assert found.text == "one two three"
    assert [span.of(found.text) for span in found.spans] == ["two"]


def test_words_are_not_cut() -> None:
    found = snippet(WORDS, [Span(WORDS.index("six"), WORDS.index("six") + 3)], width=18)
    assert set(found.text.strip("…").split()) <= set(WORDS.split())


@given(st.text(alphabet="ab \n", max_size=200), st.lists(st.integers(0, 200), max_size=6), st.integers(1, 60))
def test_spans_lie_in_the_snippet_and_show_the_same_words(text: str, starts: list[int], width: int) -> None:
    spans = [Span(s, min(s + 3, len(text))) for s in sorted(set(starts)) if s < len(text)]
    apart = [span for n, span in enumerate(spans) if n == 0 or spans[n - 1].end <= span.start]
    found = snippet(text, [s for s in apart if not any(o.overlaps(s) and o != s for o in apart)], width)
    assert len(found.text) <= width + 2
    assert all(0 <= span.start <= span.end <= len(found.text) for span in found.spans)
    bare = "".join(text.split())
    assert all("".join(span.of(found.text).split()) in bare for span in found.spans)
