"""What a reader switched in a comparison, and how the screen says it. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

from tui.chosen import Chosen
from tui.views import VIEWS
from tui.width import cells

LAYERS = {"point": "points", "shared-run": "runs", "quote": "quotes", "figure": "figures", "note": "notes"}
"""The layers that can be switched, and what the screen calls them."""
SEPARATOR, WIDE_SEPARATOR = " · ", "   "


@dataclass(frozen=True)
class Switches:
    """The state of a comparison's screen.

    chosen: the outlets. off: the layers that are not drawn. wire: whether agency copy is compared. locked: whether the
    columns move together. margin: whether one article is read with the others' differences in its margin.
    """

    chosen: Chosen
    off: frozenset[str] = frozenset()
    wire: bool = True
    locked: bool = True
    margin: bool = False

    def toggled(self, layer: str) -> Switches:
        """With a layer drawn that was not, or the other way round."""
        return replace(self, off=self.off ^ {layer})

    def layers_said(self) -> str:
        """Which layers are drawn, by the shorter of two lists."""
        drawn = [name for layer, name in LAYERS.items() if layer not in self.off]
        off = [name for layer, name in LAYERS.items() if layer in self.off]
        if not off:
            return "all layers"
        if not drawn:
            return "no layers"
        return f"without {', '.join(off)}" if len(off) < len(drawn) else f"only {', '.join(drawn)}"

    def said(self, points: str, *, is_text: bool) -> list[str]:
        """All that is switched, in words. points: how many points there are, or how far they are. is_text: the view."""
        parts = [self.chosen.said(), points, "wire shown" if self.wire else "wire left out"]
        if is_text:
            parts += ["margin" * self.margin, "sync on" if self.locked else "sync off", self.layers_said()]
        return list(filter(None, parts))


def counted(number: int, what: str) -> str:
    """`1 point`, `21 points`."""
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


TABS = {view: f"{key} {view.capitalize()}" for key, view in enumerate(VIEWS, 1)}
"""What each view is called, with its key."""


class TabPlace(NamedTuple):
    """Where the name of a view stands above a comparison: its line, and the characters from `start` to `end`."""

    view: str
    line: int
    start: int
    end: int


def tabs(view: str, width: int) -> list[str]:
    """The views with their keys, the one on screen in brackets; on as many lines of `width` cells as they need."""
    lines = [""]
    for name, words in TABS.items():
        tab = f"[{words}]" if name == view else f" {words} "
        joined = f"{lines[-1]} {tab}" if lines[-1] else tab
        if lines[-1] and cells(joined.rstrip()) > width:
            lines.append(tab)
        else:
            lines[-1] = joined
    return [line.rstrip() for line in lines]


def tab_places(lines: list[str]) -> list[TabPlace]:
    """Where the views stand in the lines of a heading: below, or at the end of, what else may be written there."""
    places = []
    for view, words in TABS.items():
        number, start = max((number, line.rfind(words)) for number, line in enumerate(lines) if words in line)
        places.append(TabPlace(view, number, start, start + len(words)))
    return places


def heading(title: str, said: list[str], view: str, width: int) -> list[str]:
    """The lines above a comparison: title, what is switched, the views; on as few lines as hold all of it.

    Only the title is ever cut, and only where it has a line to itself.
    """
    facts, (views, *more) = SEPARATOR.join(said), tabs(view, width)
    if not more and cells(title) + cells(facts) + cells(views) + 2 * len(WIDE_SEPARATOR) <= width:
        room = width - cells(title) - cells(facts) - len(SEPARATOR) - cells(views)
        return [f"{title}{SEPARATOR}{facts}{' ' * room}{views}"]
    if cells(title) + len(SEPARATOR) + cells(facts) <= width:
        return [f"{title}{SEPARATOR}{facts}", views, *more]
    return [title, *_broken(said, width), views, *more]


def _broken(said: list[str], width: int) -> list[str]:
    """The facts on as many lines as they need."""
    lines = [said[0]]
    for part in said[1:]:
        joined = lines[-1] + SEPARATOR + part
        if cells(joined) <= width:
            lines[-1] = joined
        else:
            lines.append(part)
    return lines
