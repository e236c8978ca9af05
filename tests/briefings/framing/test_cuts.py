"""What each outlet has of one utterance."""

import pytest

from briefings.article import Article
from briefings.framing import compare
from tests.read_cases import Case, read_cases


@pytest.mark.parametrize("case", read_cases("cuts"), ids=lambda case: case.title)
def test_cases(case: Case) -> None:
    a, b = case.input.split("\n---\n")
    found = compare([Article("a", "A", a), Article("b", "B", b)])
    (cuts,) = found.cuts
    (version,) = cuts.others
    cue = version.quotes[0].cue
    assert cue is not None
    lines = [f"cue: {cue.of(b)}", *(f"not found: {s.of(a)}" for s in version.missing)]
    assert [*lines, *(f"put in: {s.of(b)}" for s in version.inserted)] == case.expected.splitlines()


def test_the_longest_version_is_the_measure_and_where_each_stands_is_told() -> None:
    short = "It rained.\n\nRuiz insisted: “The dam will hold until spring.”"
    long = "“The dam will hold until spring [or so], and nobody has to leave,” Ana Ruiz said."
    found = compare([Article("a", "A", short), Article("b", "B", long)])
    (cuts,) = found.cuts
    assert (cuts.longest.index, cuts.longest.missing) == (1, ())
    assert [span.of(long) for span in cuts.longest.inserted] == ["[or so]"]
    (version,) = cuts.others
    assert (version.index, version.paragraph, version.words) == (0, 2, 6)
    assert version.depth == found.depth(0, version.quotes[0].content)
    assert [span.of(long) for span in version.missing] == ["and nobody has to leave"]


def test_a_sentence_quoted_twice_is_missing_nowhere() -> None:
    said = "“The dam will hold until spring, whatever falls,” Ana Ruiz said."
    found = compare([Article("a", "A", f"{said}\n\nIt rained.\n\n{said}"), Article("b", "B", said)])
    (cuts,) = found.cuts
    assert [version.missing for version in cuts.others] == [()]
    assert [version.inserted for version in cuts.others] == [()]
