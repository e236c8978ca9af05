"""The rows of what a search found."""

from __future__ import annotations

import pytest

from briefings.article import Span
from index.engine import Hit, Line, Results, Usage
from tui.found import key_of, line_rows, marks_of, result_rows, said_of, unfolding, use_rows
from tui.searching import Answer, Question
from tui.width import cells


def hit(id: str, outlet: str = "Post", kind: str = "article", article: str = "", twins: tuple[Hit, ...] = ()) -> Hit:
    return Hit(id, kind, outlet, None, None, 1.0, article=article, twins=twins)


def line(outlet: str, left: str, word: str, right: str) -> Line:
    return Line(hit("one", outlet), Span(0, 1), left, word, right)


def test_a_note_stands_for_the_text_it_is_on() -> None:
    assert key_of(hit("note:1", kind="note", article="a-1")) == "article:a-1"
    assert key_of(hit("note:1", kind="note", article="briefing:talks")) == "briefing:talks"


@pytest.mark.parametrize("room", [30, 76, 200])
def test_the_words_found_stand_under_one_another_whatever_is_before_them(room: int) -> None:
    lines = [
        line("Post", "said the 漁師 at the pier, ", "boats", " stay"),
        line("Echo", "", "Boats", ""),
        line("Post", "x" * 300, "boat", "s"),
    ]
    legend, *rows = line_rows(lines, room)
    assert (legend.text, legend.key) == ("A Echo   B Post", "")
    assert [row.text[0] for row in rows] == ["B", "A", "B"]
    assert len({cells(row.text.partition("[")[0]) for row in rows}) == 1
    assert [row.key for row in rows] == ["line:0", "line:1", "line:2"]


def test_many_outlets_are_named_on_several_rows() -> None:
    outlets = [f"Outlet number {number}" for number in range(30)]
    rows = line_rows([line(outlet, "", "word", "") for outlet in outlets], 60)
    legend = [row.text for row in rows if not row.key]
    assert len(legend) > 5
    assert max(map(cells, legend)) <= 60
    assert " ".join(legend).count("Outlet number") == 30
    assert len(set(marks_of(outlets).values())) == 30


def test_bars_are_as_long_as_the_words_are_frequent_and_fit() -> None:
    uses = (Usage("Echo", 2, 8, 1000), Usage("Post", 1, 2, 1000), Usage("Sun", 1, 0, 500))
    _, *rows = use_rows(uses, 100)
    bars = [row.text.count("█") for row in rows]
    assert bars[0] == 40
    assert bars[1] == 10
    assert bars[2] == 0
    assert rows[0].text.endswith("8 in 1,000 words, 2 articles")
    narrow = use_rows(uses, 40)
    assert max(cells(row.text) for row in narrow[1:]) <= 40
    assert "8.00" in narrow[1].text


def test_what_is_not_listed_is_said() -> None:
    results = Results("port", tuple(hit(f"p-{n}", twins=(hit(f"q-{n}"),)) for n in range(3)), 9)
    assert said_of(Answer(Question("port", order="date"), results)) == "9 found by date, 6 listed"
    assert said_of(Answer(Question("port"), Results("port", (), 0, "no field x:"))) == (
        "0 found by relevance · no field x:"
    )


def test_copies_are_listed_where_they_are_unfolded() -> None:
    results = Results("port", (hit("a", twins=(hit("b", "Echo"),)), hit("c")), 3)
    folded = [row.key for row in result_rows(results, ("", ""))]
    assert "article:b" not in folded
    unfolded = [row.text for row in result_rows(results, ("", ""), {"article:a"}) if row.key == "article:b"]
    assert unfolded == ["Echo · date unknown · (no title)"]
    assert unfolding(results, "article:b") == "article:a"
    assert unfolding(results, "article:c") == ""
