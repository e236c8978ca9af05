"""Further points of sentences that are in one already."""

from briefings.framing.passages import Aligner

BOTH = (
    "Dockers at Tilbury voted 412 to 88 to end their nine-day strike, while the port's owner Marsh Harbour Holdings "
    "promised to build a second rail terminal on the old coal pier by 2031. It rained all day."
)
VOTE = (
    "The strike at Tilbury is over: dockers voted 412 to 88 to end it. Shops near the gates reopened in the evening. "
    "Nobody at the canteen wanted to talk about money."
)
VOTE_TOO = "Tilbury dockers voted 412 to 88 on Monday to end a strike of nine days. Lorries queued until dusk."
TERMINAL = (
    "A second rail terminal will be built on the old coal pier by 2031, the owner promised. "
    "Fishing boats stayed in the basin."
)
TERMINAL_TOO = "On the old coal pier a second rail terminal is to be built by 2031. Gulls were seen."


def points(*texts: str) -> list[list[tuple[int, str]]]:
    return [
        [(index, span.of(texts[index]).split()[0]) for index, span in point.members]
        for point in Aligner(texts).points()
    ]


def test_a_sentence_that_says_two_things_is_in_two_points() -> None:
    found = points(BOTH, VOTE, VOTE_TOO, TERMINAL, TERMINAL_TOO)
    assert sorted(found) == [[(0, "Dockers"), (1, "The"), (2, "Tilbury")], [(0, "Dockers"), (3, "A"), (4, "On")]]


def test_its_rest_makes_a_point_with_a_sentence_that_is_in_none() -> None:
    assert sorted(points(BOTH, VOTE, VOTE_TOO, TERMINAL)) == [
        [(0, "Dockers"), (1, "The"), (2, "Tilbury")],
        [(0, "Dockers"), (3, "A")],
    ]


def test_what_the_whole_point_says_makes_no_second_one() -> None:
    assert points(VOTE, VOTE_TOO, TERMINAL) == [[(0, "The"), (1, "Tilbury")]]


def test_a_shared_name_is_not_enough() -> None:
    names = (
        "Marsh Harbour Holdings Limited of the Isle of Grain did not answer calls. Fishing boats stayed in the basin."
    )
    assert points(BOTH, VOTE, VOTE_TOO, names) == [[(0, "Dockers"), (1, "The"), (2, "Tilbury")]]
