"""The list of rows by real keys and clicks; only what is on screen is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from typing import overload

import pytest
from textual.app import App, ComposeResult
from textual.message import Message

from tui.widgets.lines_list import INDENT_CELLS, SIGN_CELLS, LinesList, Row


class ListApp(App[None]):
    """One list, and everything it says."""

    def __init__(self, rows: Sequence[Row]) -> None:
        super().__init__()
        self.rows = rows
        self.heard: list[Message] = []

    def compose(self) -> ComposeResult:
        yield LinesList()

    def on_mount(self) -> None:
        self.query_one(LinesList).show(self.rows)
        self.query_one(LinesList).focus()

    def on_lines_list_highlighted(self, message: LinesList.Highlighted) -> None:
        self.heard.append(message)

    def on_lines_list_selected(self, message: LinesList.Selected) -> None:
        self.heard.append(message)


def rows_of(count: int) -> list[Row]:
    return [Row(f"row {number} [b]as it is[/b]", key=f"k{number}") for number in range(count)]


def screen_rows(shown: LinesList) -> list[str]:
    return [shown.render_line(y).text for y in range(shown.size.height)]


async def test_goes_by_row_page_and_to_the_ends() -> None:
    app = ListApp(rows_of(100))
    async with app.run_test(size=(40, 10)) as pilot:
        shown = app.query_one(LinesList)
        for keys, key in (
            ("jjk", "k1"),
            (["space"], "k11"),
            (["b"], "k1"),
            ("G", "k99"),
            ("j", "k99"),
            ("g", "k0"),
            ("k", "k0"),
        ):
            await pilot.press(*keys)
            assert shown.cursor_key == key
            assert [row.split()[:4] for row in screen_rows(shown) if row.startswith("▌")] == [
                ["▌", "row", key[1:], "[b]as"]
            ]


async def test_tells_where_it_went_and_what_to_open() -> None:
    app = ListApp(rows_of(5))
    async with app.run_test(size=(40, 10)) as pilot:
        await pilot.press("j", "enter", "G", "j")
        await pilot.click(LinesList, offset=(5, 2))
        assert [
            (type(m).__name__, m.key) for m in app.heard if isinstance(m, LinesList.Highlighted | LinesList.Selected)
        ] == [
            ("Highlighted", "k1"),
            ("Selected", "k1"),
            ("Highlighted", "k4"),
            ("Highlighted", "k2"),
            ("Selected", "k2"),
        ]


async def test_marks_rows_with_a_sign() -> None:
    app = ListApp(rows_of(5))
    async with app.run_test(size=(40, 10)) as pilot:
        shown = app.query_one(LinesList)
        await pilot.press("x", "j", "x", "g", "x")
        assert shown.marked == ["k2"]
        assert [row[:2] for row in screen_rows(shown)[:4]] == ["  ", "▌ ", " ✓", "  "]
        await pilot.press("j")
        assert screen_rows(shown)[2][:2] == "▌✓"


async def test_headings_are_passed_over() -> None:
    rows = [Row("Heading", "heading"), Row("one", indent=1, key="a"), Row(""), Row("two", indent=1, key="b")]
    app = ListApp(rows)
    async with app.run_test(size=(40, 10)) as pilot:
        shown = app.query_one(LinesList)
        assert shown.cursor_key == "a"
        await pilot.press("j")
        assert shown.cursor_key == "b"
        await pilot.press("k", "k")
        assert shown.cursor_key == "a"
        assert screen_rows(shown)[1].rstrip() == "▌" + " " * (SIGN_CELLS - 1 + INDENT_CELLS) + "one"


async def test_keeps_its_row_when_the_rows_change() -> None:
    app = ListApp(rows_of(50))
    async with app.run_test(size=(40, 10)) as pilot:
        shown = app.query_one(LinesList)
        await pilot.press(*"jjjj")
        shown.show([Row("new", key="new"), *rows_of(50)])
        assert shown.cursor_key == "k4"
        shown.show([])
        assert shown.cursor_key == ""
        await pilot.press("j", "k", "G", "x", "enter", "space")
        assert "".join(screen_rows(shown)).strip() == ""


async def test_stays_where_the_same_article_stands_twice() -> None:
    app = ListApp([Row("one", key="a"), Row("two", key="b"), Row("one again", key="a")])
    async with app.run_test(size=(40, 10)) as pilot:
        shown = app.query_one(LinesList)
        await pilot.press("G")
        shown.show([Row("new", key="new"), *app.rows])
        assert [row[:11].rstrip() for row in screen_rows(shown) if row.startswith("▌")] == ["▌ one again"]


async def test_what_was_in_sight_stays_where_it_was() -> None:
    app = ListApp(rows_of(50))
    async with app.run_test(size=(40, 10)) as pilot:
        shown = app.query_one(LinesList)
        await pilot.press("space", "space", "k")
        before = [row[0] for row in screen_rows(shown)].index("▌")
        shown.show([Row("new", key=f"new{number}") for number in range(20)] + rows_of(50))
        assert [row[0] for row in screen_rows(shown)].index("▌") == before
        shown.show(rows_of(50), keep_cursor=False)
        assert screen_rows(shown)[0].startswith("▌ row 0")


async def test_rows_of_one_key_are_one_entry() -> None:
    app = ListApp(
        [Row(text, key=text[0]) for text in ("a title", "a words", "b title", "b words", "b more", "c title")]
    )
    async with app.run_test(size=(40, 10)) as pilot:
        shown = app.query_one(LinesList)
        went = []
        for key in "jjjkkk":
            await pilot.press(key)
            went.append([row.rstrip() for row in screen_rows(shown) if row.startswith("▌")])
        a, b, c = ["▌ a title", "▌ a words"], ["▌ b title", "▌ b words", "▌ b more"], ["▌ c title"]
        assert went == [b, c, c, b, a, a]
        assert len(app.heard) == 4


class Counted(Sequence[Row]):
    """A hundred thousand rows made when they are asked for."""

    def __init__(self) -> None:
        self.asked: set[int] = set()

    def __len__(self) -> int:
        return 100_000

    @overload
    def __getitem__(self, index: int) -> Row: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Row]: ...

    def __getitem__(self, index: int | slice) -> Row | Sequence[Row]:
        if isinstance(index, slice):
            return [self[number] for number in range(*index.indices(len(self)))]
        if not 0 <= index < len(self):
            raise IndexError(index)
        self.asked.add(index)
        return Row(f"row {index}", key=f"k{index}")


@pytest.mark.parametrize("keys", [["j"] * 5, ["space"], ["G", "k"]])
async def test_only_rows_near_the_screen_are_asked_for(keys: list[str]) -> None:
    rows = Counted()
    app = ListApp(rows)
    async with app.run_test(size=(40, 10)) as pilot:
        await pilot.press(*keys)
        assert len(rows.asked) < 60
