"""Queries as they are typed, and what they are read as."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.mending import mend
from tests.read_cases import Case, read_cases

_PIECES = ["a", "AND", "OR", "NOT", "(", ")", '"', "~3", "~0", "date:", "TITLE:", " ", " TO ", "[", "&&", "\0", "2023"]


@pytest.mark.parametrize("case", read_cases("queries"), ids=lambda case: case.title)
def test_case(case: Case) -> None:
    query, problems = mend(case.input)
    assert "\n".join([query, *problems]) == case.expected


@given(st.lists(st.sampled_from(_PIECES), max_size=12).map("".join))
def test_what_is_mended_needs_little_mending(typed: str) -> None:
    once, _ = mend(typed)
    again, problems = mend(once)
    assert again == once
    assert not [said for said in problems if "quotation" in said or "alone" in said or "nothing stands" in said]
