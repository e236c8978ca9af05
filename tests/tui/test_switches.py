"""What the lines above a comparison say."""

from __future__ import annotations

import pytest

from tui.chosen import Chosen
from tui.switches import LAYERS, TABS, Switches, heading, tab_places, tabs

SWITCHES = Switches(Chosen.all(5))


def test_everything_that_is_switched_is_said() -> None:
    assert SWITCHES.said("21 points", is_text=True) == ["5 outlets", "21 points", "wire shown", "sync on", "all layers"]
    changed = Switches(Chosen.all(5).without(1).without(3), wire=False, locked=False).toggled("quote")
    said = ["3 of 5 outlets (without B, D)", "9 points", "wire left out", "sync off", "without quotes"]
    assert changed.said("9 points", is_text=True) == said
    assert changed.said("", is_text=False) == [said[0], "wire left out"]
    assert "margin" in Switches(Chosen.all(2), margin=True).said("", is_text=True)


def test_layers_are_said_by_the_shorter_list() -> None:
    switches = SWITCHES
    said = [switches.layers_said()]
    for layer in LAYERS:
        switches = switches.toggled(layer)
        said.append(switches.layers_said())
    assert said == [
        "all layers",
        "without points",
        "without points, runs",
        "only figures, notes",
        "only notes",
        "no layers",
    ]
    assert switches.toggled("note").toggled("note") == switches


def test_the_view_is_in_brackets() -> None:
    assert tabs("coverage", 80)[0].startswith(" 1 Text  [2 Coverage]  3 Quotes ")


@pytest.mark.parametrize("width", range(16, 90, 3))
def test_every_view_has_a_place_at_any_width(width: int) -> None:
    lines = heading("7 Codes and 1 Text", ["2 Coverage"], "quotes", width)
    places = tab_places(lines)
    assert [lines[line][start:end] for _, line, start, end in places] == list(TABS.values())
    assert sorted(places, key=lambda place: place[1:3]) == places
    assert all(len(line) <= width for line in lines[1:])


@pytest.mark.parametrize("view", ["text", "codes"])
@pytest.mark.parametrize("width", range(58, 260, 7))
def test_only_the_title_is_ever_cut(width: int, view: str) -> None:
    worst = Switches(Chosen.all(12).without(3).without(7).without(9), wire=False, locked=False).toggled("quote")
    for title in ("Talks", "A meeting with a name that goes on and on, in a town by the sea, on a day in May"):
        said = worst.said("comparing 3/7: near-copies …", is_text=True)
        lines = heading(title, said, view, width)
        assert all(len(line) <= width for line in lines if line != title)
        assert lines[0].startswith(title)
        for part in [*said, *TABS.values()]:
            assert part.strip() in "\n".join(lines)


def test_one_line_where_all_of_it_fits() -> None:
    said = SWITCHES.said("21 points", is_text=True)
    assert len(heading("Talks", said, "text", 200)) == 1
    assert len(heading("Talks", said, "text", 120)) == 2
    assert len(heading("Talks in a town by the sea", said, "text", 78)) == 3
