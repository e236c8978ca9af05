"""The comparison: one column an outlet, moving together; and its tables, whose cells lead back to the words.

It owns what is switched, and pushes it down. Not here: computing (`compared.py`), what the tables are (`tui/views.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from textual.app import ComposeResult
from textual.content import Content

from briefings.article import Article, Span
from briefings.framing.comparison import Comparison
from briefings.library import Library
from briefings.table import Table
from tui.chosen import Chosen, arranged
from tui.commands import bindings_of
from tui.grid import Spot
from tui.messages import OpenArticle
from tui.names import Name, Names
from tui.restricted import restricted
from tui.screens.column_words import ColumnWordsScreen
from tui.screens.compared import ComparedScreen
from tui.side_by_side import bare_columns, pictured, resting, status
from tui.switches import Switches, counted
from tui.views import Material, Place, asked_word, outlet_at, rests_on, tables_of
from tui.widgets.compare_heading import CompareHeading
from tui.widgets.compare_looks import SCREEN_CSS
from tui.widgets.compare_pane import ComparePane
from tui.widgets.compare_table import CompareTable
from tui.widgets.find_bar import FindBar
from tui.widgets.jump_line import JumpLine
from tui.widgets.key_line import KeyLine
from tui.widgets.plain import Plain, harmless

NO_WORD = "Choose a word first: . and , go through the words of a sentence; a cell of a table may hold one."
OF_TEXTS = ("layer", "margin", "find", "jump", "next_found", "previous_found")
LAST_OUTLET = "The last outlet stays; X shows all of them again."


class ComparisonScreen(ColumnWordsScreen):
    """The articles of one meeting side by side, and as tables."""

    DEFAULT_CSS = SCREEN_CSS
    BINDINGS = bindings_of("comparison")

    def __init__(self, library: Library, title: str, articles: Sequence[Article]) -> None:
        """library: where notes go. title: of the meeting. articles: two or more, a column each."""
        super().__init__(library, articles)
        self._meeting = title
        self._switches = Switches(Chosen.all(len(self.articles)))
        self._order = self._switches.chosen.order
        self._seen: Comparison | None = None
        self._view, self._word = "text", ""
        self._came_from: list[str] = []
        self._spots: dict[str, Spot | None] = {}
        self._made: dict[tuple[str, str, int], list[Table]] = {}
        self._said = ""

    def compose(self) -> ComposeResult:
        """What is switched, columns, tables, what is at the cursor, keys."""
        yield CompareHeading(self._meeting, id="title")
        yield ComparePane(id="columns")
        yield CompareTable(id="table")
        yield FindBar(id="find")
        yield JumpLine(id="jump")
        yield Plain(id="status")
        yield KeyLine(*self.SCOPES)

    def on_mount(self) -> None:
        """Show the texts at once, and compare them meanwhile."""
        self.columns.show(bare_columns(self.articles), ())
        self.columns.focus()
        self.call_after_refresh(self.compare, wire=True)  # the texts are on screen first

    @property
    def SCOPES(self) -> tuple[str, ...]:  # noqa: N802 -- other screens have it as a constant
        """Whose keys are listed: those of the view on screen."""
        return ("compare" if self._view == "text" else "table", "comparison", "app")

    @property
    def table(self) -> CompareTable:
        """The tables of the view."""
        return self.query_one("#table", CompareTable)

    def show_progress(self) -> None:
        """Say what is switched, and how far comparing is."""
        known = self.found is not None and self._seen is not None and self.found.comparison.wire == self._switches.wire
        points = counted(len(self._seen.points), "point") if self._seen and known else ""
        switches = replace(self._switches, locked=self.columns.locked, margin=self.columns.in_margin)
        said = switches.said(self.progress or points, is_text=self._view == "text")
        self.query_one(CompareHeading).show(said, self._view)

    def show_found(self) -> None:
        """Show what was found through what is switched; the cursor stays on its words."""
        if self.found is None:
            return
        chosen = self._switches.chosen
        self._made.clear()
        article, offset = self._order[self.columns.active], self.columns.cursor_span.start
        self._seen, self._order = restricted(self.found.comparison, chosen), chosen.order
        is_there = article in self._order
        picture = pictured(self._seen, self.found.notes, chosen)
        active = self._order.index(article) if is_there else min(self.columns.active, len(self._order) - 1)
        self.columns.show(
            picture.columns,
            picture.landmarks,
            labels=picture.labels,
            asides=picture.asides,
            active=active,
            cursor=offset if is_there else 0,
        )
        self.look_again()
        self._show_view()

    def _show_view(self) -> None:
        is_text = self._view == "text"
        self.columns.display, self.table.display = is_text, not is_text  # quicker than by CSS, which styles all anew
        self.query_one(KeyLine).show(*self.SCOPES)
        if not is_text and self._seen and self.found:
            self.table.show(self._tables(self._seen, self.found), self._spots.get(self._view))
        (self.columns if is_text else self.table).focus()
        self.show_progress()
        self._say_status()

    def _tables(self, seen: Comparison, found: ComparedScreen.Found) -> list[Table]:
        """The tables of the view, made once; none before everything is computed."""
        key = (self._view, self._word, self.table.room)
        if key not in self._made:
            material = Material(seen, found.notes, self._word, self.table.room)
            made = tables_of(self._view, material) if found.whole else []
            self._made[key] = [arranged(table, self._switches.chosen) for table in made]
        return self._made[key]

    def _say_status(self) -> None:
        if self._seen is None:
            said = ""
        elif self._view == "text":
            said = status(self._seen, self.columns.point, self._switches.chosen)
        else:
            said = resting(self._seen, self.table.cell, self._place)
        if said != self._said:
            self._said = said
            self.query_one("#status", Plain).update(Content(harmless(said)), layout=False)  # its height is the CSS's

    def on_compare_view_switched(self) -> None:
        """Say it."""
        self.show_progress()

    def on_compare_pane_cursor_moved(self) -> None:
        """Say what is at the cursor."""
        if self._view == "text":
            self._say_status()

    def on_compare_table_cell_moved(self) -> None:
        """Say what is at the cursor."""
        if self._view != "text":
            self._say_status()

    # Views

    def action_view(self, name: str) -> None:
        """Show another view of the comparison."""
        self._came_from = []
        self._go_to_view(name)

    def _go_to_view(self, name: str, *, at_top: bool = False) -> None:
        """Show a view; a table is shown at the cell where it was left, or at its first."""
        if self._view != "text":
            self._spots[self._view] = self.table.spot
        elif name != "text" and self.finding.is_open:
            self.leave_finding()
        if at_top:
            self._spots.pop(name, None)
        self._view = name
        self._show_view()

    def on_compare_table_cell_opened(self) -> None:
        """Show the words a cell rests on, in the columns."""
        if place := self._place:
            self._came_from.append(self._view)
            self._light(*place)

    def _light(self, article: int, span: Span) -> None:
        """Show words in the columns."""
        self._go_to_view("text")
        self.columns.light(self._order.index(article), span)

    def names(self) -> Names:
        """The points, for the palette; called in a thread."""
        points = self._seen.points if self._seen else ()
        return Names(Name(f"point:{n}", point.label, f"point {point.number}") for n, point in enumerate(points))

    def go_to_name(self, name: Name) -> None:
        """Go to where a point is told first."""
        if self._seen and name.kind == "point":
            self._light(*self._seen.points[int(name.key.partition(":")[2])].members[0])

    def on_compare_pane_activated(self, event: ComparePane.Activated) -> None:
        """Open the article in the reader, at the sentence."""
        request = OpenArticle(self.articles[self._order[event.column]].id, cursor=event.offset)
        self.dismiss()
        self.app.screen.post_message(request)

    @property
    def _place(self) -> Place | None:
        """The words at the cursor: the sentence, or what the cell rests on."""
        if self._view == "text":
            return super()._place
        return rests_on(self.table.grid, self.table.spot) if self.table.spot else None

    def action_back(self) -> None:
        """To the cell that led to the words, or the words that led to a table; else to the columns, and the reader."""
        if self._came_from:
            self._go_to_view(self._came_from.pop())
        elif self._view == "text":
            self.dismiss()
        else:
            self._go_to_view("text")

    def action_uses(self) -> None:
        """Show every use of the word at the cursor."""
        word = self.columns.word
        if self._view == "text":
            said = word.of(self.articles[self._order[self.columns.active]].text) if word else ""
        else:
            said = asked_word(self.table.grid, self.table.spot)
        if not said:
            self.notify(NO_WORD, severity="warning", markup=False)
            return
        self._word = said
        self._came_from += [self._view] if self._view != "wording" else []
        self._go_to_view("wording", at_top=True)

    # Switches

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Layers, the margin, finding and jumping are the texts'."""
        return self._view == "text" if action in OF_TEXTS else True

    def action_stop(self) -> None:
        """Leave looking for words; else stop comparing."""
        if self.finding.is_open:
            self.leave_finding()
        else:
            super().action_stop()

    def action_wire(self) -> None:
        """Leave agency copy out, or take it in again, and compute everything anew."""
        self._switches = replace(self._switches, wire=not self._switches.wire)
        self.compare(wire=self._switches.wire)

    def action_layer(self, name: str) -> None:
        """Draw a layer, or do not."""
        self._switches = self._switches.toggled(name)
        self.columns.off = self._switches.off
        self.show_progress()

    def action_margin(self) -> None:
        """Read one article with the others in its margin, or all side by side."""
        self.columns.margin = not self.columns.in_margin

    def action_hide(self) -> None:
        """Leave the outlet at the cursor out of every view."""
        index = self._outlet
        if index is not None and len(self._switches.chosen.order) > 1:
            self._choose(self._switches.chosen.without(index))
        elif index is not None:
            self.notify(LAST_OUTLET, severity="warning", markup=False)

    def action_show_all(self) -> None:
        """Show every outlet again."""
        self._choose(Chosen.all(len(self.articles)))

    def action_move_outlet(self, step: int) -> None:
        """Put the outlet at the cursor elsewhere among the others."""
        if self._outlet is not None:
            self._choose(self._switches.chosen.moved(self._outlet, step))

    @property
    def _outlet(self) -> int | None:
        """The outlet at the cursor: the column's, or the one whose words a cell rests on."""
        if self._view == "text":
            return self._order[self.columns.active]
        return outlet_at(self.table.grid, self.table.spot, len(self.articles))

    def _choose(self, chosen: Chosen) -> None:
        if self.found is not None and chosen != self._switches.chosen:
            self._switches = replace(self._switches, chosen=chosen)
            if self._view != "text":
                self._spots[self._view] = self.table.spot
            self.show_found()

    def on_column_words_screen_note_kept(self) -> None:
        """Say so, and mark the words."""
        self.notify("Note saved.", markup=False)
        self.compare(wire=self._switches.wire)
