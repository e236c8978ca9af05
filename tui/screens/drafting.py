"""What the note dialog and the settling of a disagreement share: codes and a comment, and the answer made of them."""

from __future__ import annotations

from textual.screen import Screen

from tui.coding import Draft
from tui.widgets.code_field import CodeField
from tui.widgets.comment_area import CommentArea


class DraftingScreen(Screen[Draft | None]):
    """Answers with what was written in its one `CodeField` and its one `CommentArea`, or with nothing."""

    def on_comment_area_submitted(self) -> None:
        """Enter saves."""
        self.action_save()

    def on_code_field_submitted(self) -> None:
        """Enter saves."""
        self.action_save()

    def action_save(self) -> None:
        """Answer with what was written; a code that was typed in part is shown first."""
        codes = self.query_one(CodeField).finish()
        if codes is not None:
            self.dismiss(Draft(self.query_one(CommentArea).comment, codes))

    def action_leave(self) -> None:
        """Answer with nothing."""
        self.dismiss(None)
