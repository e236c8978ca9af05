"""One article of an import: its fields with the words they rest on, and its original. Or why it could not be read."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical

from tui.drafts import Draft
from tui.fields import field_lines, known_fields
from tui.importing import Failure
from tui.widgets.original_pane import OriginalPane
from tui.widgets.plain import Plain


class DraftView(Vertical):
    """Shows one thing that was found; changes nothing."""

    def compose(self) -> ComposeResult:
        """The fields and the original."""
        yield Plain(id="fields")
        yield OriginalPane(id="original")

    @property
    def original(self) -> OriginalPane:
        """The original."""
        return self.query_one(OriginalPane)

    def show(self, one: Draft | Failure | None, *, again: bool) -> None:
        """Show what was found. again: whether it is the one shown already, changed: its cursor stays then."""
        fields, lines = self.query_one("#fields", Plain), one.lines if isinstance(one, Draft) else []
        fields.set_class(isinstance(one, Failure), "-error")
        if isinstance(one, Draft):
            fields.show("\n".join(field_lines(known_fields(one.article, one.imported.fields))))
        else:
            fields.show(str(one.error) if one else "")
        if again:
            self.original.mark_lines(lines)
        else:
            self.original.show_lines(lines)
