"""Emphasis: headline, lede, depth, order and share."""

import pytest

from briefings.article import Article
from briefings.framing import compare
from briefings.framing.comparison import Comparison
from briefings.framing.emphasis import Stress

VOTE = "Dock workers in Rotterdam voted 412 to 88 on Tuesday to end their strike."
COST = "The walkout had cost exporters about 30 million euros, the chamber of commerce estimated."
FIRST = f"{VOTE} The cranes moved again by noon.\n\nA parade followed.\n\n{COST}"
SECOND = (
    "Gulls were the only ones at work for nine days.\n\nThe chamber of commerce estimated that the walkout cost "
    "exporters 30 million euros.\n\nOn Tuesday dock workers in Rotterdam voted 412 to 88 to end the strike."
)


def compared(title: str | None = None, **wanted: bool) -> Comparison:
    one = Article(id="a", outlet="Canal Post", text=FIRST, title=title, credit="AP")
    return compare([one, Article(id="b", outlet="Quay Times", text=SECOND)], **wanted)


def stress(comparison: Comparison, index: int, words: str) -> Stress:
    """How the article at `index` places the point whose sentence holds `words`."""
    text = comparison.articles[index].text
    return next(s for s in comparison.emphasis[index].points if words in s.spans[0].of(text))


def test_each_article_takes_the_points_in_its_own_order() -> None:
    found = compared()
    orders = [[stress(found, index, words).order for words in ("412 to 88", "30 million")] for index in (0, 1)]
    assert orders == [[1, 2], [2, 1]]
    for one in found.emphasis:
        assert [s.order for s in one.points] == list(range(1, len(one.points) + 1))
        assert [s.depth for s in one.points] == sorted(s.depth for s in one.points)


def test_the_lede_is_the_first_paragraph() -> None:
    found = compared()
    assert [s.lede for s in found.emphasis[0].points] == [True, False]
    assert not any(s.lede for s in found.emphasis[1].points)
    lede = found.emphasis[1].lede
    assert lede is not None
    assert lede.of(SECOND) == "Gulls were the only ones at work for nine days."


def test_depth_and_share_are_parts_of_the_text() -> None:
    found = compared()
    vote = stress(found, 0, "412")
    assert (vote.depth, vote.words) == (0.0, 14)
    cost = stress(found, 0, "million")
    assert cost.depth == found.depth(0, cost.spans[0]) > 0.5
    one = found.emphasis[0]
    assert vote.share == vote.words / one.words
    assert one.share == pytest.approx(sum(s.share for s in one.points))


def test_a_headline_mentions_the_point_whose_words_it_has() -> None:
    title = "Rotterdam dock workers vote to end strike"
    found = compared(title)
    vote, cost = stress(found, 0, "412"), stress(found, 0, "million")
    assert [span.of(title) for span in vote.headline] == ["Rotterdam", "dock", "workers", "vote", "end", "strike"]
    assert cost.headline == ()


@pytest.mark.parametrize("title", [None, "", "A parade on the quay", "The strike"])
def test_a_headline_that_says_little_mentions_nothing(title: str | None) -> None:
    assert not any(s.headline for one in compared(title).emphasis for s in one.points)


def test_without_agency_copy_its_words_are_not_counted() -> None:
    found = compared("Rotterdam dock workers vote to end strike", wire=False)
    assert (found.emphasis[0].words, found.emphasis[0].points, found.emphasis[0].lede) == (0, (), None)
    assert found.emphasis[0].share == 0.0
