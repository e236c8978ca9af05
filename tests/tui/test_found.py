"""The rows of what a search found."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefings.article import Span
from index.engine import Hit, Line, Results, Usage
from tui.found import LANGUAGE, result_rows, rows_of, said_of, text_of, texts_of, unfolding
from tui.found_places import LEGEND_ROWS, legend, line_key, line_rows, marks_of, use_rows
from tui.searching import Answer, Question, key_of
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
    rows = line_rows(lines, room)
    assert legend(lines, room) == "A Echo   B Post"
    assert [row.text[0] for row in rows] == ["B", "A", "B"]
    assert len({cells(row.text.partition("[")[0]) for row in rows}) == 1
    assert [row.text[2] for row in rows[1:]] == [" ", "…"]  # what is cut says so
    assert [row.key for row in rows] == [line_key(one) for one in lines]


def test_a_place_is_called_the_same_whichever_others_are_listed() -> None:
    one, other = (Line(hit(id), Span(start, start + 4), "", "word", "") for id, start in (("a", 7), ("b", 7)))
    assert len({line_key(one), line_key(other)}) == 2
    answer = Answer(Question("word", in_columns=True), Results("word"), lines=(one, other))
    assert [text_of(answer, row.key) for row in rows_of(answer, 60)] == ["article:a", "article:b"]


@pytest.mark.parametrize("room", [24, 60, 110])
def test_of_many_outlets_as_many_are_named_as_there_is_room_for_the_one_at_the_cursor_always(room: int) -> None:
    outlets = [f"Outlet number {number}" for number in range(30)]
    lines = [line(outlet, "", "word", "") for outlet in outlets]
    marks = marks_of(outlets)
    assert len(set(marks.values())) == 30
    at = max(lines, key=lambda line: marks[line.hit.outlet])
    rows = legend(lines, room, at).splitlines()
    assert len(rows) <= LEGEND_ROWS
    assert max(map(cells, rows)) <= room
    assert rows[0].startswith(f"{marks[at.hit.outlet]} {at.hit.outlet}")
    named = " ".join(rows).count("Outlet number")
    assert " ".join(rows).endswith(f"and {30 - named} more outlets")


def test_bars_are_as_long_as_the_words_are_frequent_and_fit() -> None:
    uses = (Usage("Echo", 2, 8, 1000), Usage("Post", 1, 2, 1000), Usage("Sun", 1, 0, 500))
    _, *rows = use_rows(uses, 100)
    bars = [row.text.count("█") for row in rows]
    assert bars[0] == 40
    assert bars[1] == 10
    assert bars[2] == 0
    assert rows[0].text.endswith("8 in 1,000 words, 2 articles")
    (_, sampled) = use_rows((Usage("Echo", 1_200, 9_000, 700_000, 400),), 120)
    assert sampled.text.endswith("about 9,000 in 700,000 words, 1,200 articles, counted in 400 of them")
    narrow = use_rows(uses, 40)
    assert max(cells(row.text) for row in narrow[1:]) <= 40
    assert "8.00" in narrow[1].text


def test_what_is_not_listed_is_said() -> None:
    results = Results("port", tuple(hit(f"p-{n}", twins=(hit(f"q-{n}"),)) for n in range(3)), 9)
    assert said_of(Answer(Question("port", order="date"), results)) == "9 found by date, 6 listed"
    assert said_of(Answer(Question("port"), Results("port", (), 0, "no field x:"))) == (
        "Not found in the stored texts · no field x:"
    )
    columns = Question("port", in_columns=True, side="left", places=2)
    two = (line("Post", "a", "port", ""), line("Post", "b", "port", ""))
    assert said_of(Answer(columns, results, lines=two)) == (
        "9 found, the first 2 places by the words before, in 1 of them; go to the end for more"
    )
    assert said_of(Answer(replace(columns, places=3), results, lines=two)) == (
        "9 found, 2 places by the words before, in 1 of them"
    )


def test_copies_are_listed_where_they_are_unfolded() -> None:
    results = Results("port", (hit("a", twins=(hit("b", "Echo"),)), hit("c")), 3)
    answer = Answer(Question("port"), results, ("", ""))
    folded = [row.key for row in result_rows(answer)]
    assert "article:b" not in folded
    assert texts_of(answer) == ["article:a", "article:c"]
    unfolded = [row.text for row in result_rows(answer, {"article:a"}) if row.key == "article:b"]
    assert unfolded == ["Echo · date unknown · (no title)"]
    assert texts_of(answer, {"article:a"}) == ["article:a", "article:b", "article:c"]
    assert unfolding(results, "article:b") == "article:a"
    assert unfolding(results, "article:c") == ""


def test_in_the_order_of_outlets_hits_stand_under_the_name_of_theirs() -> None:
    note = Hit("note:1", "note", "", None, None, 1.0, article="briefing:talks")
    results = Results("port", (hit("a"), hit("b"), hit("c", "Echo"), note), 4)
    rows = result_rows(Answer(Question("port", order="outlet"), results, ("",) * 4))
    groups = [(row.text, row.key) for row in rows if row.kind == "group"]
    assert groups == [("Post · 2", ""), ("Echo · 1", ""), ("briefings and notes · 1", "")]
    assert [(row.text, row.key) for row in rows[1:3]] == [
        ("date unknown · (no title)", "article:a"),
        ("", "article:a"),
    ]


def test_what_only_the_archive_has_is_called_so_and_is_not_gone_on_to() -> None:
    answer = Answer(
        Question("port"), Results("port", (hit("a"), hit("b")), 2), ("", ""), elsewhere=frozenset(["article:b"])
    )
    assert [row.text.startswith("in the archive only") for row in result_rows(answer) if row.kind == "hit"] == [
        False,
        True,
    ]
    assert texts_of(answer) == ["article:a"]


def test_two_notes_on_a_text_are_two_rows_of_one_text() -> None:
    notes = tuple(Hit(f"note:{id}", "note", "Post", None, None, 1.0, article="a") for id in "12")
    answer = Answer(Question("port"), Results("port", notes, 2), ("", ""))
    assert list(dict.fromkeys(row.key for row in result_rows(answer))) == ["note:1", "note:2"]
    assert {text_of(answer, f"note:{id}") for id in "12"} == {"article:a"}
    assert texts_of(answer) == ["article:a"]


def test_while_nothing_is_typed_the_language_is_told_in_short() -> None:
    rows = rows_of(Answer(Question(" "), Results(" "), saved=("ferry",)), 76)
    assert [row.key for row in rows if row.key] == ["ask:ferry"]
    assert [row.text for row in rows][-len(LANGUAGE) :] == list(LANGUAGE)
    assert max(map(cells, LANGUAGE)) <= 74
