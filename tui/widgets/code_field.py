"""The field codes are given in: those given, what is typed, and what the codebook has for it. It reads no file."""

from __future__ import annotations

from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static

from briefings.notes.code import Code
from briefings.notes.codebook import EMPTY, Codebook
from tui.code_colours import readable
from tui.coding import Coding, sign
from tui.commands import bindings_of
from tui.widgets.lines_list import CURSOR, MARKED
from tui.widgets.plain import PlainInput
from tui.width import drawn

SHOWN = 7
"""How many codes are offered at once."""
HINT = "1-9 give a code, or type one; comma or enter ends it"
SWATCH = "■"


class CodeInput(PlainInput):
    """Where codes are typed."""

    @dataclass
    class Emptied(Message):
        """Something was to be taken away from a field that holds nothing. field: which."""

        field: CodeInput

    def action_delete_left(self) -> None:
        """Take the last letter away; where there is none, say so."""
        if self.value:
            super().action_delete_left()
        else:
            self.post_message(self.Emptied(self))


class CodeField(Vertical):
    """Codes, given by number, by key or by typing."""

    BINDINGS = bindings_of("code")
    DEFAULT_CSS = """
    CodeField { height: auto; }
    CodeField Static { height: auto; max-height: 7; text-wrap: nowrap; text-overflow: ellipsis; }
    CodeField .-given { max-height: 3; text-wrap: wrap; }
    """

    @dataclass
    class Submitted(Message):
        """The codes are given. field: where."""

        field: CodeField

    def __init__(self, codes: tuple[str, ...], book: Codebook = EMPTY, *, id: str | None = None) -> None:
        """codes: those given already. book: what there is to choose from."""
        super().__init__(id=id)
        self.coding = Coding(book, codes)

    def compose(self) -> ComposeResult:
        """What is given, what is typed, what is offered."""
        yield Static(id="codes-given", classes="-given")
        yield CodeInput(placeholder=HINT, id="codes-typed")
        yield Static(id="codes-offered")

    def on_mount(self) -> None:
        """Show them."""
        self._show()

    def take(self, book: Codebook) -> None:
        """Choose from another codebook from now on."""
        if book != self.coding.book:
            self.coding = Coding(book, self.coding.chosen, self.coding.typed)
            self._show()

    def finish(self) -> tuple[str, ...] | None:
        """The codes; None where what is typed was given only now, for the reader to see first."""
        self.coding, is_done = self.coding.entered()
        self._show()
        return self.coding.chosen if is_done else None

    def on_input_changed(self, event: Input.Changed) -> None:
        """Offer what begins so; give what a digit or a comma ends."""
        event.stop()
        if event.value != self.coding.typed:
            self.coding = self.coding.written(event.value)
            self._show()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Give what the reader went to or typed; with nothing left to give, say so."""
        event.stop()
        self.coding, is_done = self.coding.entered()
        self._show()
        if is_done:
            self.post_message(self.Submitted(self))

    def on_code_input_emptied(self, event: CodeInput.Emptied) -> None:
        """Take the code given last away."""
        event.stop()
        self.coding = self.coding.without_last()
        self._show()

    def action_next_code(self) -> None:
        """Go to the next code offered."""
        self.coding = self.coding.moved(1)
        self._show()

    def action_previous_code(self) -> None:
        """Go to the previous code offered."""
        self.coding = self.coding.moved(-1)
        self._show()

    def _show(self) -> None:
        field = self.query_one(CodeInput)
        if field.value != self.coding.typed:
            with self.prevent(Input.Changed):
                field.value = self.coding.typed
                field.cursor_position = len(field.value)
        given = [shown_code(self, self.coding.book, name) for name in self.coding.chosen]
        self.query_one("#codes-given", Static).update(Content("  ").join(given) if given else Content("No codes yet"))
        self.query_one("#codes-offered", Static).update(self._offered())

    def _offered(self) -> Content:
        coding, offered = self.coding, self.coding.offered
        if coding.is_unknown:
            return Content(f"{drawn(coding.typed.strip())}: not in the codebook; enter gives it all the same")
        first = max(0, min((coding.at or 0) - SHOWN // 2, len(offered) - SHOWN))
        lines = [self._line(code, first + row == coding.at) for row, code in enumerate(offered[first : first + SHOWN])]
        return Content("\n").join(lines)

    def _line(self, code: Code, is_at: bool) -> Content:
        book = self.coding.book
        digit = next((digit for digit, own in book.numbers().items() if own.name == code.name), " ")
        mark = MARKED if code.name in self.coding.chosen else " "
        meaning = drawn(" ".join(code.definition.split()))
        line = Content.assemble(
            f"{CURSOR if is_at else ' '}{digit} {mark} ",
            shown_code(self, book, code.name),
            (f"  {meaning}", "dim"),
        )
        return line.stylize("bold") if is_at else line


def shown_code(widget: Widget, book: Codebook, name: str) -> Content:
    """A code as it is shown: a swatch of its colour, its letter, its name. widget: on whose background."""
    swatch = f"{SWATCH} {drawn(sign(book, name))} "
    theme = widget.app.current_theme
    if theme.name.startswith("ansi"):
        return Content.assemble((swatch, "bold"), drawn(name))
    colour = readable(book.colour(name), widget.background_colors[1].hex6)
    return Content.assemble((swatch, f"bold {colour}"), drawn(name))
