"""How far coders agree, by keys: coders chosen, figures with counts and intervals, what was done with uncoded text."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from briefings.article import Span, paragraphs
from briefings.library import Library
from briefings.notes.note import new_note
from briefings.notes.reliability import Estimate
from tests.ferry import COURIER, GAZETTE
from tests.reading import press, reading, said, shown
from tui.agreeing import agreement_table, counted_in_words, read_agreement, shown_estimate
from tui.screens.agreement import AgreementScreen
from tui.screens.coders import CodersScreen
from tui.screens.disagreements import DisagreementsScreen
from tui.widgets.compare_table import CompareTable

FIRST, SECOND, THIRD = paragraphs(COURIER.text)[:3]


@pytest.fixture
def coded(ferry: Library) -> Library:
    """Three coders on one article, and one of them alone on another."""
    given = {
        "ana": {"Problem": (FIRST, SECOND), "Cause": (THIRD,)},
        "ben": {"Problem": (FIRST,)},
        "cleo": {"Problem": (FIRST, SECOND, THIRD)},
    }
    ferry.add_notes(
        [
            new_note(COURIER, span, "", (code,), coder)
            for coder, codes in given.items()
            for code, spans in codes.items()
            for span in spans
        ],
        "notes",
    )
    ferry.add_note(new_note(GAZETTE, Span(0, 30), "", ("Cause",), "ana"))
    return ferry


def figures(pilot: Pilot[None]) -> list[list[str]]:
    table = pilot.app.screen.query_one(CompareTable)
    return [[cell.text for cell in row] for row in table.grid.tables[0].rows]


def test_two_coders_are_counted_each_by_name(coded: Library) -> None:
    agreement = read_agreement(coded, ("ana", "ben"), "sentence", 0)
    table = agreement_table(agreement)
    assert table.columns[:5] == ("code", "both", "only ana", "only ben", "none")
    rows = {row[0].text: [cell.text for cell in row[1:6]] for row in table.rows}
    assert rows == {"Cause": ["0", "1", "0", "3", "75"], "Problem": ["1", "1", "0", "2", "75"]}
    assert agreement.title == "ana, ben · by sentence · on 1 text"


def test_more_coders_are_counted_together_and_kappa_by_pairs(coded: Library) -> None:
    table = agreement_table(read_agreement(coded, (), "sentence", 0))
    assert table.columns[:4] == ("code", "all", "some", "none")
    (problem,) = (row for row in table.rows if row[0].text == "Problem")
    assert [cell.text for cell in problem[1:4]] == ["1", "2", "1"]
    kappas = problem[table.columns.index("kappa")].text.split("; ")
    assert [pair.split(" ")[0] for pair in kappas] == ["ana/ben", "ana/cleo", "ben/cleo"]


def test_what_was_not_counted_is_told(coded: Library) -> None:
    told = counted_in_words(read_agreement(coded, (), "sentence", 50))
    assert "Text without a code counts as not given" in told
    assert "Left out: 1 text that only one of them noted." in told
    assert "95 % of 50 bootstrap draws" in told
    assert "being drawn" in counted_in_words(read_agreement(coded, (), "sentence", 0))


def test_a_figure_is_shown_with_its_interval() -> None:
    assert shown_estimate(Estimate(0.5, 0.25, 0.75), 100, 0) == "50 (25 to 75)"
    assert shown_estimate(Estimate(0.5)) == "0.50"
    assert shown_estimate(Estimate(None)) == "undefined"


async def test_the_figures_of_two_chosen_coders_are_shown_with_intervals(coded: Library) -> None:
    async with reading(coded) as pilot:
        await press(pilot, "A", "D")
        assert "of ana, ben, cleo" in shown(pilot)
        await press(pilot, "c")
        assert isinstance(pilot.app.screen, CodersScreen)
        await press(pilot, "j", "x", "enter")
        assert "Disagreements · 3 of ana, cleo" not in shown(pilot)
        assert "of ana, cleo, " in shown(pilot)
        await press(pilot, "a")
        assert isinstance(pilot.app.screen, AgreementScreen)
        assert "Agreement · ana, cleo · by sentence · on 1 text" in shown(pilot)
        assert [row[0] for row in figures(pilot)] == ["Cause", "Problem"]
        assert " to " in figures(pilot)[1][5]
        assert "1,000 bootstrap draws" in " ".join(shown(pilot).split())
        sentences = figures(pilot)
        await press(pilot, "s")
        assert "by character" in shown(pilot)
        assert int(figures(pilot)[1][1].replace(",", "")) > int(sentences[1][1])


async def test_fewer_than_two_coders_cannot_be_chosen(coded: Library) -> None:
    async with reading(coded) as pilot:
        await press(pilot, "A", "D", "c", "x", "x", "enter")
        assert ["two coders or more" in message for message in said(pilot)] == [True]
        assert isinstance(pilot.app.screen, CodersScreen)
        await press(pilot, "escape")
        assert "of ana, ben, cleo" in shown(pilot)


async def test_a_code_among_the_figures_lists_its_disagreements(coded: Library) -> None:
    async with reading(coded) as pilot:
        await press(pilot, "A", "D", "a", "enter")
        assert isinstance(pilot.app.screen, DisagreementsScreen)
        assert "code: Cause" in shown(pilot)
        assert "Problem ·" not in shown(pilot)
        await press(pilot, "X")
        assert "Problem ·" in shown(pilot)
