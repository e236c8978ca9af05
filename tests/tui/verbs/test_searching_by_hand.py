"""`rashomon search` and `similar`: orders, copies under one line, columns, use by outlet, the index up to date."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from briefings.article import Article
from briefings.library import Library
from tui.cli import main

COPY = (
    "The council of Arbeth voted on Monday to close the old bridge for repairs that will take eleven months, and "
    "drivers were told to use the tunnel under the river until the following autumn, when the bridge is to open again."
)


@pytest.fixture
def town(tmp_path: Path) -> Path:
    with Library.open(tmp_path / "town") as library:
        library.add(Article("north", "North Star", COPY, published=date(2024, 3, 1), credit="AP"))
        library.add(Article("south", "South Sun", COPY, published=date(2024, 3, 3)))
        library.add(Article("east", "East Echo", "An old bridge, a new tunnel.", published=date(2024, 3, 2)))
    return tmp_path / "town"


def type_(capsys: pytest.CaptureFixture[str], town: Path, *words: str) -> str:
    capsys.readouterr()
    main([words[0], "--library", str(town), *words[1:]])
    return capsys.readouterr().out


def read(capsys: pytest.CaptureFixture[str], town: Path, *words: str) -> Any:
    return json.loads(type_(capsys, town, *words, "--json"))


def test_copies_stand_under_one_line_with_their_number(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hits = read(capsys, town, "search", "council")["hits"]
    assert len(hits) == 1
    assert {hits[0]["id"], hits[0]["twins"][0]["id"]} == {"north", "south"}
    assert "the same copy at 1 more: " in type_(capsys, town, "search", "council")
    assert len(read(capsys, town, "search", "council", "--each")["hits"]) == 2


def test_hits_come_in_the_order_asked_for(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hits = read(capsys, town, "search", "bridge", "--by", "date", "--each")["hits"]
    assert [hit["id"] for hit in hits] == ["south", "east", "north"]


def test_a_concordance_has_the_words_under_one_another(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    printed = type_(capsys, town, "search", "exact:tunnel", "--kwic", "--sort", "left", "--each")
    lines = [line for line in printed.splitlines() if "[tunnel]" in line]
    assert len(lines) == 3
    assert len({line.index("[") for line in lines}) == 1
    assert "East Echo" in printed.splitlines()[-1] or "East Echo" in printed
    found = read(capsys, town, "search", "exact:tunnel", "--kwic")["lines"]
    assert all(line["word"] == "tunnel" and line["span"][1] - line["span"][0] == 6 for line in found)


def test_use_is_printed_by_outlet_with_bars(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    printed = type_(capsys, town, "search", "bridge", "--usage")
    assert printed.index("East Echo") < printed.index("North Star")
    assert "█" in printed
    uses = read(capsys, town, "search", "bridge", "--usage")["outlets"]
    assert uses[0] == {
        "outlet": "East Echo",
        "articles": 1,
        "times": 1,
        "words": 6,
        "per_thousand": 166.6667,
        "sample": 0,
    }


def test_another_spelling_is_proposed(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert read(capsys, town, "search", "brigde")["corrections"] == ["bridge"]
    main(["search", "--library", str(town), "brigde"])
    assert "did you mean bridge?" in capsys.readouterr().err


def test_other_coverage_has_copies_under_one_line(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = read(capsys, town, "similar", "east")
    assert [{one["id"], *one["twins"]} for one in found] == [{"north", "south"}]
    assert len(read(capsys, town, "similar", "east", "--each")) == 2


def test_the_index_is_brought_up_to_date_at_once(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert read(capsys, town, "index", "update") == {
        "folder": str(town / "index"),
        "documents": 3,
        "waiting": 0,
        "unheard": 0,
    }


def test_a_query_may_begin_with_a_minus_and_hold_what_a_terminal_obeys(
    town: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["search", "--library", str(town), "--json", "--each", "--", "-council"])
    assert [hit["id"] for hit in json.loads(capsys.readouterr().out)["hits"]] == ["east"]
    main(["search", "--library", str(town), "bri\x1b[31mdge\u202e"])
    assert "found for bridge\n" in capsys.readouterr().out
