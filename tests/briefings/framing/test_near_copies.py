"""Near-copies."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.framing.near_copies import ALIKE, LEAST_WORDS, NearCopy, near_copies
from briefings.framing.reuse import Words
from briefings.framing.sentences import sentences
from tests.read_cases import Case, read_cases

TOLD = "The pilot boat left the eastern pier at dawn with nine sailors and a dog on board."


def copies(*texts: str) -> list[NearCopy]:
    return near_copies([Words(text) for text in texts], [sentences(text) for text in texts])


@pytest.mark.parametrize("case", read_cases("near_copies"), ids=lambda case: case.title)
def test_cases(case: Case) -> None:
    a, b = case.input.split("\n---\n")
    lines = []
    for copy in copies(a, b):
        lines.append(f"{copy.a.of(a)} | {copy.b.of(b)}")
        lines += [f"- {change.a.of(a)} | {change.b.of(b)}" for change in copy.changes]
    assert lines == [line for line in case.expected.splitlines() if line]


def test_every_two_articles_are_compared_and_each_place_is_told() -> None:
    other, third = TOLD.replace("dawn", "noon"), TOLD.replace("nine", "ten")
    found = copies(TOLD, f"{other}\n\n{other}", third)
    assert [(copy.first, copy.second) for copy in found] == [(0, 1), (0, 1), (0, 2), (1, 2), (1, 2)]
    assert found[0].b != found[1].b
    assert found[0].alike == pytest.approx(16 / 17)


def test_one_article_has_no_near_copies() -> None:
    assert copies(TOLD + " " + TOLD.replace("dawn", "noon")) == []


def test_the_order_of_the_articles_only_turns_the_sides() -> None:
    a, b = TOLD, "It is said that " + TOLD.replace("nine sailors", "nine tired sailors").replace("dawn", "noon")
    there, back = copies(a, b), copies(b, a)
    assert [(c.a, c.b, [tuple(x) for x in c.changes]) for c in there] == [
        (c.b, c.a, [tuple(reversed(x)) for x in c.changes]) for c in back
    ]
    assert there


def test_a_text_without_any_stop_is_looked_at_in_pieces() -> None:
    long = " ".join(f"w{n}" for n in range(900))
    found = copies(long, long.replace("w60 ", "x60 ").replace("w200 ", "x200 "))
    assert [[x.b.of(long) for x in c.changes] for c in found] == [["x60"], ["x200"]] or found


words = st.lists(st.sampled_from("abcdefghijkl"), min_size=LEAST_WORDS, max_size=24)


@given(words, words)
def test_what_is_found_is_alike_and_differs(one: list[str], other: list[str]) -> None:
    a, b = " ".join(one), " ".join(other)
    for copy in copies(a, b):
        left, right = copy.a.of(a).split(), copy.b.of(b).split()
        assert ALIKE <= copy.alike < 1
        assert min(len(left), len(right)) >= ALIKE * LEAST_WORDS
        assert copy.changes
        for change in copy.changes:
            assert copy.a.covers(change.a)
            assert copy.b.covers(change.b)
            assert change.a.of(a).split() != change.b.of(b).split()
