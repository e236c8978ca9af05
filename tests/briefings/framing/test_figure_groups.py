import pytest

from briefings.article import Span
from briefings.framing.figure_groups import group_figures
from briefings.framing.figures import Figure, FigureGroup, find_figures
from briefings.framing.precision import agree


def groups(*texts: str) -> list[FigureGroup]:
    return group_figures(texts, [find_figures(text) for text in texts])


def figure(value: float, approx: str = "", high: float | None = None, unit: str = "") -> Figure:
    return Figure(Span(0, 1), value, unit, "", approx, high)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (figure(191_113), figure(191_000, "more than")),
        (figure(191_113), figure(191_000)),
        (figure(49_872), figure(50_000, "nearly")),
        (figure(8.2), figure(8)),
        (figure(2_500), figure(2_000, high=3_000)),
        (figure(30, "at least"), figure(30)),
        (figure(10_000, "as many as"), figure(10_000)),
        (figure(48, "about"), figure(48)),
        (figure(40, "more than"), figure(40)),
        (figure(5, "over", unit="days"), figure(5, unit="days")),
        (figure(5, "Over", unit="days"), figure(5, "about", unit="days")),
        (figure(30, "over", unit="miles"), figure(30, unit="miles")),
        (figure(5, "nearly", unit="days"), figure(5, unit="days")),
    ],
)
def test_figures_that_agree_as_far_as_they_are_stated(a: Figure, b: Figure) -> None:
    assert agree(a, b)
    assert agree(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (figure(50_000, "nearly"), figure(50_000, "more than")),
        (figure(50), figure(48)),
        (figure(312), figure(300)),
        (figure(191_113), figure(191_000, "nearly")),
        (figure(2e12, "or more"), figure(2.7e12)),
        (figure(8.2), figure(9)),
        (figure(1_000), figure(2_000, high=3_000)),
        (figure(42, "more than"), figure(42)),
        (figure(42, "over"), figure(42)),
        (figure(5, "over", unit="days"), figure(4, unit="days")),
        (figure(9, unit="%"), figure(8, unit="%")),
    ],
)
def test_figures_that_differ(a: Figure, b: Figure) -> None:
    assert not agree(a, b)
    assert not agree(b, a)


def test_the_same_count_rounded_agrees() -> None:
    (group,) = groups(
        "In March, the harbour office counted 81,342 containers at the gates.",
        "The harbour office counted more than 81,000 containers in March.",
    )
    assert group.relation == "agree"
    assert [(index, one.value) for index, one in group.members] == [(0, 81_342), (1, 81_000)]


def test_a_difference_is_shown_where_the_sentences_tell_the_same() -> None:
    (group,) = groups(
        "Rescuers pulled nearly 400 sailors from the burning ferry near Oslo before dawn.",
        "Rescuers pulled more than 400 sailors off the burning ferry near Oslo before dawn.",
    )
    assert group.relation == "differ"


def test_no_difference_between_different_things() -> None:
    assert not groups(
        "Rescuers pulled 400 sailors from the burning ferry near Oslo.", "The ministry hired 420 sailors last spring."
    )
    assert not groups(
        "Rescuers pulled 400 sailors from the burning ferry near Oslo.",
        "Rescuers pulled 420 horses from the burning ferry near Oslo.",
    )


def test_over_a_span_of_time_may_mean_during_it() -> None:
    (group,) = groups(
        "Volunteers cleared the flooded tunnel of mud and rubble in five days.",
        "Over five days, volunteers cleared the flooded tunnel of mud and rubble.",
    )
    assert group.relation == "agree"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "The ban keeps ships of seven nations out of the harbour, the canal and the docks.",
            "The ban keeps ships of five island nations out of the harbour, the canal and the docks.",
        ),
        (
            "At 11 p.m. the ferry drifted south past the lighthouse at 16 knots.",
            "The ferry drifted south past the lighthouse at 17 knots.",
        ),
        (
            "Revised takings of the harbour office rose in April, up 13,000.",
            "Revised takings of the harbour office rose in April by 14,000.",
        ),
        (
            "The Northern Harbour Trade Index lost 1,250 points after lunch.",
            "The Northern Harbour Trade Index gained 1,400 points early.",
        ),
    ],
)
def test_no_difference_where_kind_hour_or_noun_is_another_or_only_a_name_is_shared(a: str, b: str) -> None:
    assert not groups(a, b)


def test_different_months_are_different_counts() -> None:
    assert not groups(
        "In March, the harbour office counted 81,342 containers at the gates.",
        "In April, the harbour office counted 83,000 containers at the gates.",
    )


def test_so_many_a_day_is_not_so_many_in_all() -> None:
    assert not groups(
        "The harbour office counted 9,000 containers per day at the gates.",
        "The harbour office counted 9,000 containers at the gates.",
    )


def test_one_article_makes_no_group() -> None:
    assert not groups("The office counted 81,342 containers. The office counted 81,342 containers.")
