"""Grouping aligned pairs."""

from hypothesis import given
from hypothesis import strategies as st

from briefings.framing.grouping import MOST_OF_ONE, group


def test_a_chain_is_not_one_group() -> None:
    chained = {(0, 1): 0.9, (1, 2): 0.8, (2, 3): 0.7}
    assert group([0, 1, 2, 3], chained, 0.5) == [[0, 1], [2, 3]]


def test_members_that_are_all_aligned_are_one_group() -> None:
    assert group([0, 1, 2], {(0, 1): 0.9, (0, 2): 0.6, (1, 2): 0.7}, 0.5) == [[0, 1, 2]]


def test_a_weak_link_is_made_up_for_by_strong_ones() -> None:
    assert group([0, 1, 2], {(0, 1): 0.9, (0, 2): 0.4, (1, 2): 0.9}, 0.5) == [[0, 1, 2]]


def test_a_second_sentence_of_a_text_needs_an_alignment_of_its_own() -> None:
    assert group([0, 1, 1], {(0, 1): 0.9, (0, 2): 0.8}, 0.5) == [[0, 1, 2]]
    assert group([0, 1, 1], {(0, 1): 0.9, (0, 2): 0.51}, 0.5) == [[0, 1]]


def test_what_a_text_repeats_all_over_is_kept_short() -> None:
    aligned = {(0, other): 0.9 for other in range(1, 10)}
    (found,) = group([0, *[1] * 9], aligned, 0.5)
    assert len(found) == 1 + MOST_OF_ONE


pairs = st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(
    lambda pair: pair[0] < pair[1] and pair[0] % 3 != pair[1] % 3
)


@given(st.dictionaries(pairs, st.floats(0, 1)))
def test_no_sentence_is_in_two_groups_and_no_group_in_one_text(scores: dict[tuple[int, int], float]) -> None:
    text_of = [number % 3 for number in range(10)]
    found = group(text_of, scores, 0.5)
    members = [member for each in found for member in each]
    assert len(members) == len(set(members))
    assert all(len({text_of[member] for member in each}) > 1 for each in found)
