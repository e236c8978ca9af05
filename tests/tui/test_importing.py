"""The import screen by keys: what is read, what is accepted, what is then in the library."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from briefings.library import Library
from briefings.sources import read
from tests.reading import desk, press, reading, said, settled, shown, tree, until
from tui.gathering import Source, articles_in
from tui.screens.edit import EditScreen
from tui.screens.importing import ImportScreen
from tui.screens.paste import PasteScreen
from tui.screens.reader import ReaderScreen
from tui.widgets.draft_list import DraftList
from tui.widgets.original_pane import OriginalPane

PAGES = Path(__file__).parents[1] / "pages"
PAGE = (PAGES / "harbour-gazette.txt").read_text("utf-8")
GAZETTE = read(PAGE.encode()).article


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two pages, and a file in which nothing stands."""
    folder = tmp_path / "pages"
    folder.mkdir()
    for page in PAGES.glob("*.txt"):
        (folder / page.name).write_bytes(page.read_bytes())
    (folder / "nothing.txt").write_bytes(b"\n")
    return folder


async def name(pilot: Pilot[None], words: object) -> None:
    """Open the screen and have something read."""
    await press(pilot, "i")
    pilot.app.screen.query_one("#source", Input).value = str(words)
    await press(pilot, "enter")
    await settled(pilot)


async def paste(pilot: Pilot[None], text: str) -> None:
    """Paste as a terminal does."""
    pilot.app.post_message(events.Paste(text))
    await settled(pilot)


def found(pilot: Pilot[None]) -> list[str]:
    """The first row of everything found."""
    rows = pilot.app.screen.query_one(DraftList)._rows
    return [row.text for row in rows if row.kind == "draft"]


def kept(pilot: Pilot[None]) -> str:
    return str(pilot.app.screen.query_one(OriginalPane).border_title)


async def test_a_folder_is_read_and_only_what_is_accepted_is_written(empty: Library, folder: Path) -> None:
    async with reading(empty) as pilot:
        await name(pilot, folder)
        assert found(pilot) == [
            "× Harbour Gazette · Ferry talks end without a timetable",
            f"× Island Courier · {read((folder / 'island-courier.txt').read_bytes()).article.title}",
            f"! {folder / 'nothing.txt'}",
        ]
        assert pilot.app.focused is pilot.app.screen.query_one(DraftList)
        assert "2 recognised · 0 accepted · 1 could not be read" in shown(pilot)
        await press(pilot, "ctrl+s")
        assert said(pilot) == ["Nothing is accepted yet: enter accepts one, A all."]
        await press(pilot, "x", "j", "x", "enter")
        assert [row[0] for row in found(pilot)] == ["✓", "×", "!"]
        assert empty.headings() == []
        await press(pilot, "ctrl+s")
        assert [heading.id for heading in empty.headings()] == [GAZETTE.id]
        assert isinstance(pilot.app.screen, ReaderScreen)
        assert said(pilot) == ["1 added."]
        assert desk(pilot).reading.key == f"article:{GAZETTE.id}"
        assert any("Harbour Gazette" in row for row in tree(pilot))
        original = empty.original(GAZETTE.id)
        assert original is not None
        assert original.name == str(folder / "harbour-gazette.txt")


async def test_what_goes_to_the_sample_says_so(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.sample.data_folder", lambda: tmp_path)
    with Library.open(tmp_path / "sample") as library:
        async with reading(library) as pilot:
            await name(pilot, folder)
            await press(pilot, "A", "ctrl+s")
            assert said(pilot) == ["2 added to the sample: `rashomon add FILE` makes a library of yours."]


async def test_everything_new_is_accepted_at_once(empty: Library, folder: Path) -> None:
    empty.add(read((folder / "island-courier.txt").read_bytes()))
    async with reading(empty) as pilot:
        await name(pilot, folder)
        assert "already there: island-courier-" in shown(pilot)
        await press(pilot, "A")
        assert [row[0] for row in found(pilot)] == ["✓", "×", "!"]
        said(pilot)
        await press(pilot, "j", "x", "j", "x")
        assert [row[0] for row in found(pilot)] == ["✓", "×", "!"]
        told = said(pilot)
        assert "already there" in told[0]
        assert "could not be read" in told[1]


async def test_an_error_is_a_row_and_shows_its_message(empty: Library, folder: Path) -> None:
    async with reading(empty) as pilot:
        await name(pilot, f"'{folder / 'nothing.txt'}' gone.txt")
        assert [row[0] for row in found(pilot)] == ["!", "!"]
        assert "It is empty" in shown(pilot)
        await press(pilot, "j", "e", "u", "space", "A", "ctrl+s")
        assert "There is no such file" in shown(pilot)
        assert isinstance(pilot.app.screen, ImportScreen)


async def test_a_pasted_page_is_read_at_once_wherever_the_reader_is(empty: Library) -> None:
    async with reading(empty) as pilot:
        await press(pilot, "i")
        await paste(pilot, PAGE.replace("\n", "\r"))
        assert found(pilot) == ["× Harbour Gazette · Ferry talks end without a timetable"]
        assert pilot.app.screen.query_one("#source", Input).value == ""
        await paste(pilot, PAGE)
        assert "twice in this import" in shown(pilot)
        await press(pilot, "A", "ctrl+s")
        assert [heading.id for heading in empty.headings()] == [GAZETTE.id]


async def test_keys_typed_in_one_go_follow_each_other(empty: Library) -> None:
    async with reading(empty) as pilot:
        await press(pilot, "i")
        await paste(pilot, PAGE)
        await press(pilot, "tab")
        for key in ("space", "j", "enter", "u", "x", "ctrl+s"):
            pilot.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await until(pilot, lambda: isinstance(pilot.app.screen, ReaderScreen))
        (heading,) = empty.headings()
        assert empty.edits(heading.id) == ["take a line out"]
        assert empty.article(heading.id).text == "\n\n".join(GAZETTE.text.split("\n\n")[1:])


async def test_one_pasted_line_goes_into_the_field(empty: Library, folder: Path) -> None:
    async with reading(empty) as pilot:
        await press(pilot, "i")
        await paste(pilot, f"{folder / 'nothing.txt'}\n")
        assert pilot.app.screen.query_one("#source", Input).value == str(folder / "nothing.txt")
        assert found(pilot) == []


async def test_a_text_is_pasted_or_written_in_a_place_of_its_own(empty: Library) -> None:
    async with reading(empty) as pilot:
        await name(pilot, "paste")
        assert isinstance(pilot.app.screen, PasteScreen)
        await paste(pilot, "\x1b]0;title\x07" + PAGE)
        assert "\x1b" not in pilot.app.screen.query_one(TextArea).text
        await press(pilot, "ctrl+s")
        assert found(pilot) == ["× Harbour Gazette · Ferry talks end without a timetable"]
        await press(pilot, "p", "q", "escape")
        assert isinstance(pilot.app.screen, ImportScreen)
        await press(pilot, "p", "ctrl+s")
        assert len(found(pilot)) == 1


async def test_fields_and_lines_are_shown_with_what_they_rest_on(empty: Library, folder: Path) -> None:
    async with reading(empty) as pilot:
        await name(pilot, folder / "harbour-gazette.txt")
        screen = shown(pilot)
        assert "credit     stated    AP" in screen
        assert "published  unknown   —" in screen
        assert "- Related stories" in screen
        assert "+▌PORT ELLEN (AP)" in screen


async def test_lines_are_chosen_and_fields_corrected_before_anything_is_written(empty: Library, folder: Path) -> None:
    async with reading(empty) as pilot:
        await name(pilot, folder / "harbour-gazette.txt")
        before = kept(pilot)
        await press(pilot, "tab", "space")
        assert kept(pilot) != before
        assert "-▌PORT ELLEN (AP)" in shown(pilot)
        assert "changed by hand" in shown(pilot)
        await press(pilot, "u")
        assert kept(pilot) == before
        await press(pilot, "ctrl+r", "j", "enter", "e")
        assert isinstance(pilot.app.screen, EditScreen)
        await press(pilot, *" again", "enter", "shift+tab", "x", "ctrl+s")
        (heading,) = empty.headings()
        assert heading.title == f"{GAZETTE.title} again"
        assert empty.article(heading.id).text == "\n\n".join(GAZETTE.text.split("\n\n")[2:])
        await press(pilot, "u")
        assert said(pilot)[-1] == "Taken back: edit title."


async def test_there_is_an_end_to_taking_back(empty: Library, folder: Path) -> None:
    async with reading(empty) as pilot:
        await name(pilot, folder / "harbour-gazette.txt")
        await press(pilot, "u", "ctrl+r")
        assert said(pilot) == ["There is nothing to take back.", "There is nothing to do again."]


async def test_leaving_warns_once_of_what_is_not_written(empty: Library, folder: Path) -> None:
    async with reading(empty) as pilot:
        await name(pilot, folder)
        await press(pilot, "x", "escape")
        assert "not written" in said(pilot)[0]
        assert isinstance(pilot.app.screen, ImportScreen)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, ReaderScreen)
        assert empty.headings() == []
        await press(pilot, "i", "escape")
        assert isinstance(pilot.app.screen, ReaderScreen)


async def test_reading_shows_how_far_it_is_and_stopping_keeps_what_was_read(
    empty: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = threading.Event()

    def slow(source: Source) -> object:
        if source.name != "first":
            go_on.wait(10)
        return articles_in(source)

    sources = [Source(name, f"{name} {PAGE}".encode()) for name in ("first", "second", "third")]
    monkeypatch.setattr("tui.importing.STEP_SECONDS", 0)
    monkeypatch.setattr("tui.importing.articles_in", slow)
    monkeypatch.setattr("tui.screens.importing.sources_typed", lambda words: sources)
    async with reading(empty) as pilot:
        await press(pilot, "i")
        await pilot.press("x", "enter")
        await until(pilot, lambda: "reading 1 of 3" in shown(pilot))
        assert "1 recognised" in shown(pilot)
        await pilot.press("escape")
        go_on.set()
        await settled(pilot)
        assert "stopped; what was read stays" in shown(pilot)
        assert len(found(pilot)) == 2
        await press(pilot, "A", "ctrl+s")
        assert len(empty.headings()) == 2


async def test_what_an_article_says_is_shown_as_it_is(empty: Library) -> None:
    async with reading(empty) as pilot:
        await press(pilot, "i")
        await paste(pilot, PAGE.replace("Ferry talks end", "[b]Ferry[/b] \x1b[31mtalks end"))
        assert "[b]Ferry[/b] talks end" in found(pilot)[0]
        assert "[b]Ferry[/b] talks end" in shown(pilot)


async def test_a_library_that_cannot_be_used_is_told_and_nothing_is_lost(
    empty: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> bool:
        raise OSError("the disk is full")

    async with reading(empty) as pilot:
        await name(pilot, folder)
        monkeypatch.setattr(Library, "add", full)
        await press(pilot, "x", "ctrl+s")
        assert ["the disk is full" in message for message in said(pilot)] == [True]
        assert [row[0] for row in found(pilot)] == ["✓", "×", "!"]
        monkeypatch.undo()
        await press(pilot, "ctrl+s")
        assert [heading.id for heading in empty.headings()] == [GAZETTE.id]
