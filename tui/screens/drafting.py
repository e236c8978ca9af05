"""What the note dialog and the settling of a disagreement share: codes and a comment, and the answer made of them."""

from __future__ import annotations

from textual.screen import Screen

from tui.coding import Draft
from tui.signing import signature_in
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
            self.answer(Draft(self.query_one(CommentArea).comment, codes, self.author))

    def answer(self, draft: Draft) -> None:
        """Answer with what was written."""
        self.dismiss(draft)

    @property
    def author(self) -> str:
        """Who says so."""
        return signature_in(self.app).name

    def action_leave(self) -> None:
        """Answer with nothing."""
        self.dismiss(None)
