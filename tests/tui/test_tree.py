"""The rows of the library pane, as plain values."""

from __future__ import annotations

import pytest

from briefings.library import Heading
from tui import tree
from tui.tree import MOST_RECENT, MOST_UNSORTED_OPEN, Meeting, Shelf
from tui.widgets.lines_list import Row

GULL = Heading("gull-1", "Gull", "Boats", None, "AP", 10, False)
GULL_TOO = Heading("gull-2", "Gull", None, None, None, 10, False)
TERN = Heading("tern-3", "Tern", "Nets", None, None, 10, False)
MEETING = Meeting("talks", "Talks", ("gull-1", "lost-9"))
BROKEN = Meeting("broken", "broken", (), "a briefing begins with a header.")
SHELF = Shelf((GULL, GULL_TOO, TERN), (BROKEN, MEETING))


def texts(shelf: Shelf, *toggled: str) -> list[str]:
    return [f"{'  ' * row.indent}{row.text}" for row in shelf.rows(set(toggled))]


def test_briefings_hold_their_articles_by_letter_and_say_what_is_missing_or_broken() -> None:
    assert texts(SHELF)[:5] == [
        "▾ Briefings  2",
        "  ! broken",
        "  ▾ Talks",
        "    A Gull  AP",
        "    B not in the library: lost-9",
    ]


def test_what_is_in_no_briefing_is_unsorted_and_outlets_begin_folded() -> None:
    assert texts(SHELF)[5:] == ["▸ Outlets  3", "▾ Unsorted  2", "  Gull: (no title)", "  Tern: Nets"]


def test_folding_and_unfolding() -> None:
    folded = texts(SHELF, "group:briefings", "group:outlets", "outlet:Gull", "group:unsorted")
    assert folded == [
        "▸ Briefings  2",
        "▾ Outlets  3",
        "  ▾ Gull  2",
        "    Boats",
        "    (no title)",
        "  ▸ Tern  1",
        "▸ Unsorted  2",
    ]
    assert texts(SHELF, "briefing:talks")[2:4] == ["  ▸ Talks", "▸ Outlets  3"]


def test_an_empty_library_has_no_rows() -> None:
    assert texts(Shelf()) == []


def test_every_row_can_be_gone_to() -> None:
    assert all(row.key for row in SHELF.rows(set()))


def test_what_is_opened_first() -> None:
    assert SHELF.first == "briefing:talks"
    assert Shelf((TERN,), (BROKEN,)).first == "article:tern-3"
    assert Shelf((), (BROKEN,)).first == "briefing:broken"
    assert Shelf().first == ""


def test_the_meeting_of_a_text() -> None:
    assert SHELF.meeting_of("briefing:talks") == SHELF.meeting_of("article:gull-1") == ("Talks", ("gull-1", "lost-9"))
    assert SHELF.meeting_of("article:tern-3") == SHELF.meeting_of("") == ("", ())


def test_what_was_read_last_is_listed_once_opened_and_what_is_gone_is_not() -> None:
    shelf = Shelf(SHELF.headings, SHELF.meetings, ("article:tern-3", "article:gone-7", "briefing:talks"))
    assert "▸ Recently read  2" in texts(shelf)
    opened = texts(shelf, "group:recent")
    at = opened.index("▾ Recently read  2")
    assert opened[at + 1 : at + 3] == ["  Tern: Nets", "  Talks"]


def test_a_text_that_is_read_comes_first_of_those_read_last() -> None:
    shelf = SHELF.having_read("article:tern-3").having_read("briefing:talks").having_read("article:tern-3")
    assert shelf.recent == ("article:tern-3", "briefing:talks")
    assert shelf.having_read("article:tern-3") is shelf
    for number in range(30):
        shelf = shelf.having_read(f"article:{number}")
    assert len(shelf.recent) == MOST_RECENT


def test_many_articles_of_no_briefing_begin_folded() -> None:
    many = tuple(Heading(f"g-{n}", "Gull", f"Boat {n}", None, None, 10, False) for n in range(MOST_UNSORTED_OPEN + 1))
    assert texts(Shelf(many)) == ["▸ Outlets  201", "▸ Unsorted  201"]
    assert len(texts(Shelf(many), "group:unsorted")) == 203


def test_rows_are_made_as_they_are_looked_at_and_found_by_key() -> None:
    shelf = Shelf((GULL, GULL_TOO, TERN), (MEETING,), recent=("article:gull-1",))
    rows = shelf.rows({"group:recent", "group:outlets", "outlet:Gull", "group:unsorted"})
    listed = list(rows)
    for key in {row.key for row in listed} | {"article:lost-10", "outlet:Auk"}:
        assert list(rows.rows_of(key)) == [number for number, row in enumerate(listed) if row.key == key]
    assert len(rows.rows_of("article:gull-1")) == 3
    assert (len(rows), rows[-1], list(rows[2:4])) == (len(listed), listed[-1], listed[2:4])
    with pytest.raises(IndexError):
        rows[len(listed)]


def test_a_long_list_makes_no_row_that_is_not_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    monkeypatch.setattr(tree, "_article", lambda heading: made.append(heading.id) or Row(heading.id))
    many = tuple(Heading(f"gull-{n}", "Gull", None, None, None, 1, False) for n in range(MOST_UNSORTED_OPEN * 5))
    rows = Shelf(many).rows({"group:unsorted"})
    assert (len(rows), made) == (len(many) + 2, [])
    assert rows[-1].text == "gull-999"
    assert list(rows.rows_of("article:gull-7")) == [9]
    assert made == ["gull-999"]
