"""What is done with words of the open text: they are found, gone through, and copied with their citation."""

from __future__ import annotations

from briefings.article import Span
from briefings.library import Library
from tests.ferry import COURIER, GAZETTE, HERALD
from tests.reading import at_cursor, desk, lit, press, reading, said, settled, shown
from tui.citing import with_citation
from tui.messages import OpenArticle
from tui.reading import read_article
from tui.screens.reader import ReaderScreen
from tui.trail import Trail, trail_of


def found(pilot) -> list[str]:  # type: ignore[no-untyped-def]
    text = desk(pilot).text
    return [span.of(text.text) for span in text.found]


async def opened(pilot, id: str) -> None:  # type: ignore[no-untyped-def]
    desk(pilot).open(f"article:{id}")
    await settled(pilot)


async def test_words_are_lit_as_one_types_and_the_first_from_here_is_gone_to(ferry: Library) -> None:
    async with reading(ferry) as pilot:
        await opened(pilot, GAZETTE.id)
        await press(pilot, "j", "j", "f", *"the ")
        assert found(pilot) == ["the", "the", "The", "the"]
        await press(pilot, *"COMP")
        assert found(pilot) == ["the comp", "The comp"]
        assert at_cursor(pilot).startswith("Quill said the company")
        assert "1 of 2" in shown(pilot)
        await press(pilot, *"xx")
        assert found(pilot) == []
        assert "not found" in shown(pilot)
        assert at_cursor(pilot).startswith("Quill said the company")


async def test_n_goes_round_the_places_and_escape_takes_the_light_away(ferry: Library) -> None:
    async with reading(ferry) as pilot:
        await opened(pilot, GAZETTE.id)
        await press(pilot, "f", *"compan", "enter")
        assert pilot.app.focused is desk(pilot).text
        assert "1 of 2" in shown(pilot)
        await press(pilot, "n")
        assert at_cursor(pilot).startswith("The company carried")
        await press(pilot, "n")
        assert at_cursor(pilot).startswith("Quill said")
        await press(pilot, "N")
        assert "2 of 2" in shown(pilot)
        await press(pilot, "escape")
        assert found(pilot) == []
        assert "of 2" not in shown(pilot)
        assert at_cursor(pilot).startswith("The company carried")


async def test_escape_while_typing_goes_back_to_where_the_reader_was(ferry: Library) -> None:
    async with reading(ferry) as pilot:
        await opened(pilot, GAZETTE.id)
        await press(pilot, "j")
        before = at_cursor(pilot)
        await press(pilot, "f", *"weeks", "down", "escape")
        assert at_cursor(pilot) == before
        assert pilot.app.focused is desk(pilot).text
        await press(pilot, "f")
        assert found(pilot) == []


async def test_words_looked_for_are_found_in_the_next_text_too_and_in_tables_that_come_late(ferry: Library) -> None:
    async with reading(ferry) as pilot:
        await press(pilot, "f", *"hedd", "backspace", "backspace", "backspace", *"erald", "enter")
        assert set(found(pilot)) == {"Herald"}
        await opened(pilot, COURIER.id)
        assert found(pilot) == []
        await press(pilot, "backspace")
        assert set(found(pilot)) == {"Herald"}


async def test_n_goes_on_to_the_next_result_of_the_search_and_back(ferry: Library) -> None:
    async with reading(ferry) as pilot:
        trail = trail_of("grocer", [f"article:{COURIER.id}", f"article:{HERALD.id}"], f"article:{COURIER.id}")
        start = COURIER.text.index("grocer")
        pilot.app.screen.post_message(OpenArticle(COURIER.id, (Span(start, start + 6),), trail=trail))
        await settled(pilot)
        await press(pilot, "n")
        assert desk(pilot).reading.key == f"article:{HERALD.id}"
        assert lit(pilot) == ["grocer"]
        said(pilot)
        await press(pilot, "n")
        assert said(pilot) == ["No more results of “grocer” this way."]
        await press(pilot, "N")
        assert desk(pilot).reading.key == f"article:{COURIER.id}"
        assert lit(pilot) == ["grocer"]
        await press(pilot, "backspace")
        assert (desk(pilot).reading.key, lit(pilot)) == (f"article:{HERALD.id}", ["grocer"])


def test_a_trail_has_each_text_once_and_ends() -> None:
    trail = trail_of("q", ["a", "a", "b"], "b")
    assert trail == Trail("q", ("a", "b"), 1)
    assert trail.step() is None
    assert trail.step(back=True) == Trail("q", ("a", "b"), 0)
    assert trail_of("q", [], "b").key == ""


async def test_the_sentence_is_copied_with_its_citation_and_the_reader_is_told(ferry: Library) -> None:
    async with reading(ferry) as pilot:
        await opened(pilot, GAZETTE.id)
        await press(pilot, "j", "j", "y")
        assert pilot.app.clipboard.splitlines() == [
            "“Quill said the company would have to hire 45 more deckhands before any sailing could be promised.”",
            "— Harbour Gazette, “Ferry talks end without a timetable”, 5 Nov 2024, ¶2",
            "[Quill said the company would have to hire 45 more deckhands before any sailing could be promised."
            f"](cite:{GAZETTE.id})",
        ]
        assert said(pilot)[-1].startswith("Copied with its citation: “Quill said the company")


async def test_the_selection_is_copied_from_an_article_and_from_a_briefing(ferry: Library) -> None:
    async with reading(ferry) as pilot:
        await press(pilot, "v", "w", "y")
        assert pilot.app.clipboard == "“# Ferry”\n— Ferry talks · 5 Nov 2024 · Port Ellen"
        await press(pilot, "escape")
        await opened(pilot, HERALD.id)
        await press(pilot, "v", "w", "y")
        assert pilot.app.clipboard == (
            f"“The owners”\n— Northern Herald, (no title), date unknown, ¶1\n[The owners](cite:{HERALD.id})"
        )


def test_an_address_is_copied_where_it_is_known(ferry: Library) -> None:
    ferry.edit(GAZETTE.id, {"url": "https://gazette.example/ferry"})
    reading = read_article(ferry, GAZETTE.id)
    assert with_citation(reading, reading.sentences[0]).splitlines()[1].endswith("¶1, https://gazette.example/ferry")


async def test_nothing_is_found_or_copied_where_nothing_is_open(empty: Library) -> None:
    async with reading(empty) as pilot:
        await press(pilot, "y")
        assert said(pilot) == ["There are no words here to copy."]
        assert pilot.app.clipboard == ""


async def test_forward_takes_the_way_back_again(ferry: Library) -> None:
    async with reading(ferry) as pilot:
        await press(pilot, "n", "n", "enter", "j")
        here = at_cursor(pilot)
        await press(pilot, "backspace")
        assert desk(pilot).reading.key == "briefing:ferry-talks"
        await press(pilot, "r")
        assert (desk(pilot).reading.key, at_cursor(pilot)) == (f"article:{COURIER.id}", here)
        said(pilot)
        await press(pilot, "r")
        assert said(pilot) == ["Nothing was gone back from."]
        assert isinstance(pilot.app.screen, ReaderScreen)
