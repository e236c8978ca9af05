"""The dialog for an article's fields, each with how it is known. It keeps nothing; it answers with what changed."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Input

from briefings.errors import RashomonError
from tui.commands import bindings_of
from tui.fields import KnownField, changed_fields, told
from tui.widgets.key_line import KeyLine
from tui.widgets.plain import Plain, PlainInput


class EditScreen(ModalScreen[dict[str, str | None] | None]):
    """Asks for other values of some fields; answers with those that changed (None for unknown), or with nothing."""

    CSS_PATH = "edit.tcss"
    BINDINGS = bindings_of("edit")

    def __init__(self, what: str, fields: Sequence[KnownField]) -> None:
        """what: whose fields they are. fields: as they are known."""
        super().__init__()
        self._what = what
        self._fields = tuple(fields)

    def compose(self) -> ComposeResult:
        """The dialog."""
        with Vertical(id="edit"):
            yield Plain(f"Fields · {self._what}", id="edit-what")
            with VerticalScroll(id="edit-fields", can_focus=False):
                for field in self._fields:
                    yield Plain(told(field))
                    yield PlainInput(field.value, placeholder="not known", id=f"field-{field.name}")
            yield Plain(id="edit-problem")
            yield KeyLine("edit")

    def on_input_submitted(self) -> None:
        """Enter saves."""
        self.action_save()

    def action_save(self) -> None:
        """Answer with what changed, or say what a field cannot be."""
        values = {field.name: self.query_one(f"#field-{field.name}", Input).value for field in self._fields}
        try:
            self.dismiss(changed_fields(self._fields, values))
        except RashomonError as error:
            self.query_one("#edit-problem", Plain).show(f"! {error}")
            self.query_one(f"#field-{error.where}").focus()

    def action_leave(self) -> None:
        """Answer with nothing."""
        self.dismiss(None)
