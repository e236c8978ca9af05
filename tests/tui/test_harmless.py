"""What an article may do to the terminal: nothing. Markup and control characters are shown, wherever they turn up."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from textual.pilot import Pilot

from briefings.article import Article, Span
from briefings.library import Library
from briefings.notes.note import new_note
from tests.ferry import write_briefing
from tests.reading import desk, press, reading, settled, shown, until

MARKUP = "[bold]x[/] [link=http://evil.example]y[/link] [@click=app.exit]z[/]"
CONTROL = "\x1b]0;owned\x07 \x1b[31mred\x1b[0m \u202eback\u202c \x9b2J \x07\x08\r"
NASTY = f"{MARKUP} {CONTROL}"

FIRST = Article(f"a-{MARKUP[:9]}-0a1b2c3d", NASTY, f"The grocer {NASTY} spoke of ferries.", title=NASTY, credit=NASTY)
SECOND = Article("b-4e5f6a7b", f"Other {NASTY}", f"The grocer {NASTY} spoke of ferries again.", title=NASTY)


@pytest.fixture
def nasty(empty: Library) -> Library:
    empty.add_all([FIRST, SECOND])
    empty.add_note(new_note(FIRST, Span(0, 30), NASTY, (NASTY,)))
    title = '"[bold]x[/] \\e[31mred \\x9b2J"'
    body = f"Cited: [{MARKUP}](cite:{FIRST.id}) and [gone](cite:{SECOND.id} 'never {CONTROL.strip()} there')\n"
    write_briefing(empty, "nasty", f"---\ntitle: {title}\nsources: ['{FIRST.id}', {SECOND.id}]\n---\n{body}")
    return empty


def given_to_the_terminal(pilot: Pilot[None]) -> Iterator[str]:
    """The text of every cell drawn, as the driver would write it."""
    for strip in pilot.app.screen._compositor.render_strips():
        for segment in strip:
            assert segment.control is None
            assert segment.style is None or segment.style.link is None
            yield segment.text


def is_harmless(pilot: Pilot[None], *, markup_seen: bool = True) -> None:
    """Assert that nothing on screen can be obeyed, and that markup stands there as it is."""
    text = "".join(given_to_the_terminal(pilot))
    assert not [char for char in text if ord(char) < 32 or 127 <= ord(char) < 160 or char in "\u202e\u202c"]
    assert ("[bold]x[/]" in text) == markup_seen
    widths = {strip.cell_length for strip in pilot.app.screen._compositor.render_strips()}
    assert widths == {pilot.app.size.width}


async def test_in_a_briefing_and_in_the_tree(nasty: Library) -> None:
    async with reading(nasty, (200, 50)) as pilot:
        assert desk(pilot).reading.key == "briefing:nasty"
        is_harmless(pilot)


async def test_in_an_article_its_heading_and_its_notes(nasty: Library) -> None:
    async with reading(nasty, (200, 50)) as pilot:
        desk(pilot).open(f"article:{FIRST.id}")
        await settled(pilot)
        is_harmless(pilot)
        await press(pilot, "a")
        is_harmless(pilot)
        await press(pilot, "escape", "tab", "e")
        is_harmless(pilot)
        await press(pilot, "enter")
        assert nasty.notes(FIRST.id)[0].comment == NASTY.strip()


async def test_in_a_search(nasty: Library) -> None:
    async with reading(nasty, (200, 50)) as pilot:
        await press(pilot, "slash", *"grocer")
        assert "2 found" in shown(pilot)
        is_harmless(pilot)


@pytest.mark.parametrize("view", "1234567")
async def test_in_a_comparison_and_its_tables(nasty: Library, view: str) -> None:
    async with reading(nasty, (200, 50)) as pilot:
        await press(pilot, "c", view)
        assert "2 outlets" in shown(pilot)
        is_harmless(pilot)
        await press(pilot, "right_square_bracket")
        is_harmless(pilot)
        await press(pilot, "a")
        is_harmless(pilot)


async def test_in_what_is_said(nasty: Library) -> None:
    write_briefing(nasty, f"broken {CONTROL.strip()} [bold]x[", "---\n- a\n")
    async with reading(nasty, (200, 50)) as pilot:
        await press(pilot, "j", "enter")
        pilot.app.notify(NASTY)
        desk(pilot).open(f"article:{NASTY}")
        await settled(pilot)
        await until(pilot, lambda: "owned" in shown(pilot))
        is_harmless(pilot)
