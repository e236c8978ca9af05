"""One disagreement: the words, every coder's coding beside them, and what holds. It keeps nothing; it answers."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll

from briefings.framing.sentences import sentences
from briefings.notes.codebook import COLOURS
from briefings.notes.disagreements import Disagreement
from briefings.table import letter
from tui.commands import bindings_of
from tui.disagreeing import Apart, coding_in_words, codings_of
from tui.layers import Layer
from tui.screens.drafting import DraftingScreen
from tui.widgets.code_field import CodeField
from tui.widgets.comment_area import CommentArea
from tui.widgets.key_line import KeyLine
from tui.widgets.plain import Plain
from tui.widgets.text_pane import TextPane

WHAT_HOLDS = "Which codes hold for this sentence? None where none does."


class SettleScreen(DraftingScreen):
    """Asks what holds where coders disagree; answers with codes and a comment, or with nothing."""

    CSS_PATH = "settle.tcss"
    BINDINGS = bindings_of("settle")
    SCOPES: ClassVar[tuple[str, ...]] = ("text", "settle", "app")

    def __init__(self, apart: Apart, one: Disagreement) -> None:
        """apart: what was read. one: which of its disagreements."""
        super().__init__()
        self._apart = apart
        self._one = one

    def compose(self) -> ComposeResult:
        """The words, the codings, what holds."""
        apart, one = self._apart, self._one
        yield Plain(f"{one.code} · {apart.place(one)}", id="title")
        yield TextPane(id="settle-text")
        with VerticalScroll(id="settle-codings"), Horizontal():
            for number, coder in enumerate(apart.coders):
                with Vertical():
                    gave = "gave it" if coder in one.gave else "did not" if coder in one.left else "has not seen it"
                    yield Plain(f"{letter(number)} {coder} · {gave}")
                    yield Plain(coding_in_words(codings_of(apart, one, coder)))
        yield Plain(self._said, id="settle-what")
        yield CodeField((), apart.book, id="settle-codes")
        yield CommentArea(placeholder="Why (Markdown)", id="settle-comment")
        yield KeyLine("settle", "comment", "app")

    @property
    def _said(self) -> str:
        """What is asked, and what was settled before."""
        by = self._apart.notes.get(self._one.settled_by or "")
        if by is None:
            return WHAT_HOLDS
        was = f"{', '.join(by.codes) or 'none'}{f' by {by.author}' if by.author else ''}"
        return f"Settled before: {was}. What you save now counts instead."

    def on_mount(self) -> None:
        """Show the sentence in its text, each coder's words with the coder's letter."""
        apart, one = self._apart, self._one
        text = apart.texts[one.target]
        layers = [Layer("quote", [one.span], 5)]
        for number, coder in enumerate(apart.coders):
            spans = [note.span for note in codings_of(apart, one, coder) if note.span]
            layers.append(Layer("note", spans, 10, letter(number), COLOURS[number % len(COLOURS)]))
        pane = self.query_one(TextPane)
        numbered = one.target.kind == "article"
        pane.show(text, sentences=sentences(text), layers=layers, paragraphs_numbered=numbered, cursor=one.span.start)
        self.query_one("#codes-typed").focus()
