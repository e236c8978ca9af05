"""Points, and the score of two passages."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.framing.passages import LEAST, Aligner, Point
from briefings.framing.sentences import sentences
from tests.read_cases import Case, read_cases

REPORTS = (
    "The strike at the Tilbury docks ended after nine days. Dockers voted 412 to 88 to go back. Cranes moved by noon.",
    "Dockers at Tilbury voted 412 to 88 to return. The union had asked for a pay rise of 9%. Cranes had stood still.",
    "A storm is expected on the coast. Schools will stay shut. The minister did not comment on the pay rise.",
)


def shown(point: Point, texts: list[str]) -> str:
    numbers = [(index, sentences(texts[index]).index(span) + 1) for index, span in point.members]
    return " ".join(f"{'ABCDE'[index]}{number}" for index, number in numbers) + f": {point.label}"


@pytest.mark.parametrize("case", read_cases("points"), ids=lambda case: case.title)
def test_cases(case: Case) -> None:
    texts = case.input.split("\n---\n")
    assert [shown(point, texts) for point in Aligner(texts).points()] == case.expected.splitlines()


def test_a_sentence_and_itself_score_higher_than_any_other_pair() -> None:
    aligner = Aligner(REPORTS)
    first = "Dockers voted 412 to 88 to go back."
    same = aligner.score(first, first)
    assert same > LEAST
    others = [span.of(text) for text in REPORTS for span in sentences(text)]
    assert all(aligner.score(first, other) < same for other in others if other != first)


def test_the_score_is_the_same_both_ways() -> None:
    aligner = Aligner(REPORTS)
    a, b = "Dockers voted 412 to 88 to go back.", "Dockers at Tilbury voted 412 to 88 to return."
    assert aligner.score(a, b) == pytest.approx(aligner.score(b, a))


def test_a_denial_and_other_numbers_count_against() -> None:
    aligner = Aligner(REPORTS)
    claim = "The council agreed to close 14 schools in Tilbury."
    assert aligner.score(claim, "The council agreed to close 14 schools in Tilbury.") > aligner.score(
        claim, "The council never agreed to close 14 schools in Tilbury."
    )
    assert aligner.score(claim, "The council agreed to close 14 schools there.") > aligner.score(
        claim, "The council agreed to close 95 schools there."
    )


def test_passages_that_share_nothing_score_nothing() -> None:
    assert Aligner(REPORTS).score("Cranes moved by noon.", "Schools will stay shut.") == 0.0
    assert Aligner([]).score("", "Cranes") == 0.0


def test_a_name_counts_in_all_its_forms() -> None:
    texts = ["President Ana María Ríos spoke.", "Rios arrived.", "It rained in the capital.", "Shops shut."]
    aligner = Aligner(texts)
    assert aligner.score("President Ana María Ríos spoke.", "Rios's plane left.") > 0


def test_what_a_point_rests_on_is_in_its_members() -> None:
    for point in Aligner(REPORTS).points():
        words = " ".join(span.of(REPORTS[index]) for index, span in point.members)
        assert point.why
        assert all(reason in words for reason in (point.label, *point.why))
    assert Aligner(REPORTS).points()[0].why[:3] == ("412", "88", "Dockers")


def test_spanish_among_english_makes_no_point_but_through_names_and_numbers() -> None:
    spanish = "Los estibadores votaron 412 contra 88 en Tilbury. La grúa se movió al mediodía."
    members = [point.members for point in Aligner([*REPORTS[:2], spanish]).points()]
    assert all(span.of(spanish).startswith("Los") for point in members for index, span in point if index == 2)


def test_a_very_long_text_is_compared() -> None:
    long = " ".join(f"Clause {n} of the lease names plot {n * 7} on the eastern shore." for n in range(5000))
    points = Aligner([long, "Plot 21000 on the eastern shore is in clause 3000 of the lease."]).points()
    assert any("Clause 3000 " in span.of(long) for point in points for index, span in point.members if index == 0)


story = st.lists(st.sampled_from([span.of(text) for text in REPORTS for span in sentences(text)]), max_size=6)


@given(st.lists(story.map(" ".join), max_size=4))
def test_points_are_of_different_texts_and_a_sentence_is_in_two_at_most(texts: list[str]) -> None:
    points = Aligner(texts).points()
    held = Counter(member for point in points for member in point.members)
    assert all(count <= 2 for count in held.values())
    for point in points:
        assert len(point.members) == len(set(point.members))
        assert len({index for index, _ in point.members}) > 1
        assert point.members == sorted(point.members)
        assert 2 <= len(point.label.split()) <= 6
    carried = [len({index for index, _ in point.members}) for point in points]
    assert carried == sorted(carried, reverse=True)
