"""Shared runs."""

from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.framing.reuse import Words, shared_runs
from tests.read_cases import Case, read_cases


@pytest.mark.parametrize("case", read_cases("reuse"), ids=lambda case: case.title)
def test_runs(case: Case) -> None:
    a, b = case.input.split("\n---\n")
    found = [f"{run.a.of(a)} | {run.b.of(b)}".replace("\n\n", " ¶ ") for run in shared_runs(a, b, words=4)]
    assert found == [line for line in case.expected.splitlines() if line]


few_words = st.lists(st.sampled_from(["a", "b", "c", "d"]), max_size=30).map(" ".join)


@given(few_words, few_words)
def test_the_words_in_runs_are_just_those_a_slow_search_finds(a: str, b: str) -> None:
    least = 3
    keys_a, keys_b = a.split(), b.split()

    def covered(keys: list[str], others: list[str]) -> set[int]:
        grams = {tuple(others[i : i + least]) for i in range(len(others) - least + 1)}
        starts = [i for i in range(len(keys) - least + 1) if tuple(keys[i : i + least]) in grams]
        return {i + d for i in starts for d in range(least)}

    runs = shared_runs(a, b, words=least)
    found_a = {place // 2 for run in runs for place in range(run.a.start, run.a.end, 2)}
    found_b = {place // 2 for run in runs for place in range(run.b.start, run.b.end, 2)}
    assert found_a == covered(keys_a, keys_b)
    assert found_b == covered(keys_b, keys_a)


@given(few_words, few_words)
def test_runs_hold_the_same_words_and_cannot_be_longer(a: str, b: str) -> None:
    words_a, words_b = Words(a), Words(b)
    for run in shared_runs(a, b, words=2):
        assert run.a.of(a) == run.b.of(b)
        first_a, first_b = words_a.spans.index((run.a.start, run.a.start + 1)), run.b.start // 2
        last_a, last_b = run.a.end // 2, run.b.end // 2
        assert first_a == 0 or first_b == 0 or words_a.keys[first_a - 1] != words_b.keys[first_b - 1]
        at_end = last_a == len(words_a.keys) - 1 or last_b == len(words_b.keys) - 1
        assert at_end or words_a.keys[last_a + 1] != words_b.keys[last_b + 1]


def test_a_text_that_repeats_itself_gives_no_flood() -> None:
    runs = shared_runs("ja nein " * 5000, "nein ja " * 5000)
    assert len(runs) < 20


def test_the_order_of_the_texts_only_swaps_the_sides() -> None:
    a, b = "x one two three four y one two three four", "one two three four z one two three four five"
    there, back = shared_runs(a, b, words=4), shared_runs(b, a, words=4)
    assert {(run.a, run.b) for run in there} == {(run.b, run.a) for run in back}
    assert [place for place, _ in groupby(run.a for run in there)] == sorted({run.a for run in there})


def test_a_run_has_at_least_one_word() -> None:
    with pytest.raises(ValueError, match="at least one word"):
        shared_runs("a", "a", words=0)
