"""A screen as text: what is on it, and under it how every cell looks in our themes.

    looks in rashomon-dark, rashomon-light:
      0     a4 b12 a64
      1-3   a80
      a     foreground on background
      b     text-primary on #15171a / #faf8f3, bold

Row 0 is four cells of look `a`, twelve of `b`, then `a` again. A look names its colours by their role in the themes;
one that no role has in all of them is told as it is in each. What is beside colour (bold, underline …) follows.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain, count, groupby
from pkgutil import iter_modules
from string import ascii_letters
from typing import Any, NamedTuple

from rich.color import Color
from rich.style import Style
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode
from textual.app import App
from textual.color import Color as ThemeColor
from textual.color import ColorParseError
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input, TextArea

import tui.screens
from tui.themes import DARK, DARK_CONTRAST, LIGHT, LIGHT_CONTRAST

MARKS = ("reverse", "underline", "underline2", "bold", "italic", "dim", "strike")
OURS = (DARK.name, LIGHT.name)
ALL_OURS = (*OURS, DARK_CONTRAST.name, LIGHT_CONTRAST.name)


class TextSnapshot(SingleFileSnapshotExtension):
    """Snapshots as plain text files, so that a change of a screen can be read in a diff."""

    _write_mode = WriteMode.TEXT
    file_extension = "txt"

    def serialize(self, data: Any, **_: Any) -> str:
        return str(data)


class Look(NamedTuple):
    """How a cell looks: its colours in each theme, and what it has beside colour."""

    colours: tuple[str, ...]
    grounds: tuple[str, ...]
    marks: tuple[str, ...]


def rows_on_screen(app: App[Any]) -> list[str]:
    """The words on the screen, row by row."""
    return ["".join(segment.text for segment in strip).rstrip() for strip in app.screen._compositor.render_strips()]


def screen_text(app: App[Any]) -> str:
    """The size and rows of the screen, then row by row what cells have beside colour, in the theme that is worn."""
    marks = [[Look((), (), _marks((style,))) for style in row] for row in _styles(app)]
    letters = dict(zip(dict.fromkeys(chain.from_iterable(marks)), _letters(), strict=False))
    legend = [f"  {letter:<5} {', '.join(look.marks)}" for look, letter in letters.items()]
    packed = _grouped([" ".join(_runs(row, letters)) for row in marks])
    return "\n".join(["x".join(map(str, app.size)), *rows_on_screen(app), "marks:", *packed, *legend, ""])


async def screen_in_themes(pilot: Pilot[Any], themes: Sequence[str] = OURS) -> str:
    """Size and name of the screen, its rows, its looks row by row, and what these are; the theme is put back after."""
    app, worn = pilot.app, pilot.app.theme
    for field in (*app.screen.query(Input), *app.screen.query(TextArea)):
        field.cursor_blink = False
    rows, styles = rows_on_screen(app), []
    for theme in themes:
        app.theme = theme
        await pilot.pause()
        assert rows_on_screen(app) == rows, f"other words in {theme}:\n" + "\n".join(rows_on_screen(app))
        styles.append(list(_styles(app)))
    app.theme = worn
    looks = [[_look(cell) for cell in zip(*lines, strict=True)] for lines in zip(*styles, strict=True)]
    letters = dict(zip(dict.fromkeys(chain.from_iterable(looks)), _letters(), strict=False))
    packed = _grouped([" ".join(_runs(row, letters)) for row in looks])
    legend = [f"  {letter:<5} {_said(look, themes)}" for look, letter in letters.items()]
    where = f"{'x'.join(map(str, app.size))} {type(app.screen).__name__}"
    return "\n".join([where, *rows, f"looks in {', '.join(themes)}:", *packed, *legend, ""])


def _styles(app: App[Any]) -> Iterator[list[Style]]:
    """The style of every cell, row by row."""
    for strip in app.screen._compositor.render_strips():
        yield [segment.style or Style.null() for segment in strip for _ in range(segment.cell_length)]


@cache
def _look(cell: tuple[Style, ...]) -> Look:
    """How one cell looks; `cell` is its style in each theme."""
    return Look(tuple(_hex(style.color) for style in cell), tuple(_hex(style.bgcolor) for style in cell), _marks(cell))


def _marks(cell: Sequence[Style]) -> tuple[str, ...]:
    return tuple(name for name in MARKS if any(getattr(style, name) for style in cell))


def _hex(colour: Color | None) -> str:
    return "default" if colour is None else colour.triplet.hex if colour.triplet else colour.name


def _letters() -> Iterator[str]:
    """A letter for every look, two where letters run out."""
    return (letter * length for length in count(1) for letter in ascii_letters)


def _runs(row: Sequence[Look], letters: dict[Look, str]) -> Iterator[str]:
    for look, cells in groupby(row):
        length = len(list(cells))
        yield f"{letters[look]}{length if length > 1 else ''}"


def _grouped(rows: Sequence[str]) -> Iterator[str]:
    """The rows with their numbers; those that follow each other and are the same, once."""
    for row, numbers in groupby(range(len(rows)), key=rows.__getitem__):
        first, *rest = numbers
        yield f"  {f'{first}-{rest[-1]}' if rest else first!s:<5} {row}"


def _said(look: Look, themes: Sequence[str]) -> str:
    return ", ".join([f"{_role(look.colours, themes)} on {_role(look.grounds, themes)}", *look.marks])


def _role(colours: Sequence[str], themes: Sequence[str]) -> str:
    """The shortest role that is of these colours in these themes; else the colours."""
    roles = [roles_of(theme) for theme in themes]
    fit = [name for name in roles[0] if all(of.get(name) == was for of, was in zip(roles, colours, strict=True))]
    if fit:
        return min(fit, key=lambda name: ("-darken" in name or "-lighten" in name, len(name), name))
    return " / ".join(dict.fromkeys(colours))


@cache
def roles_of(theme: str) -> dict[str, str]:
    """The colours of one of our themes, #rrggbb, by their roles."""
    own = next(one for one in (DARK, LIGHT, DARK_CONTRAST, LIGHT_CONTRAST) if one.name == theme)
    return dict(_opaque(own.to_color_system().generate()))


def _opaque(roles: dict[str, str]) -> Iterator[tuple[str, str]]:
    for name, value in roles.items():
        try:
            colour = ThemeColor.parse(value)
        except ColorParseError:  # a role of how text is styled, not of a colour
            continue
        if colour.a == 1 and colour.ansi is None and not value.startswith("auto"):
            yield name, colour.hex6.lower()


def screens_of_the_program() -> list[str]:
    """The names of the screens that are shown: those that no other is made of."""
    modules = [importlib.import_module(f"tui.screens.{module.name}") for module in iter_modules(tui.screens.__path__)]
    here = {kind for module in modules for kind in vars(module).values() if isinstance(kind, type)}
    found = {kind for kind in here if issubclass(kind, Screen) and kind.__module__.startswith("tui.screens.")}
    return sorted(kind.__name__ for kind in found if not any(kind in other.__mro__[1:] for other in found))
