"""Keys typed faster than a screen answers go where they were meant to go."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from typing import ClassVar

import pytest
from textual import events
from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.pilot import Pilot
from textual.screen import ModalScreen
from textual.widgets import Input

from tui.turns import Turns


class Slow(Input):
    """A field that takes its time over every key, as on a busy machine."""

    async def on_key(self) -> None:
        await asyncio.sleep(0.02)


class Form(ModalScreen[str]):
    """Two fields; enter answers with both."""

    def compose(self) -> ComposeResult:
        yield Slow(id="one")
        yield Slow(id="two")

    def on_input_submitted(self) -> None:
        self.dismiss("|".join(field.value for field in self.query(Slow)))


class Desk(App[None]):
    """`e` opens the form; what was answered, and the keys that no field took, are kept."""

    BINDINGS: ClassVar[list[BindingType]] = [("e", "ask", "ask"), ("g", "go", "go")]

    def __init__(self) -> None:
        super().__init__()
        self.turns = Turns(self, super().on_event)
        self.answers: list[str] = []
        self.gone = 0

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, events.Key | events.Paste) and not event.is_forwarded:
            await self.turns.take(event)
        else:
            await super().on_event(event)

    def action_ask(self) -> None:
        self.push_screen(Form(), lambda answer: self.answers.append(answer or ""))

    def action_go(self) -> None:
        self.gone += 1


def type_ahead(pilot: Pilot[None], keys: Iterable[str]) -> None:
    """Type `keys` without waiting for anything; "paste:words" pastes the words."""
    for key in keys:
        words = key.removeprefix("paste:")
        pilot.app.post_message(events.Paste(words) if words != key else events.Key(key, key if len(key) == 1 else None))


async def until(pilot: Pilot[None], done: object) -> None:
    """Wait until `done()` holds, at most some seconds."""
    assert callable(done)
    for _ in range(500):
        if done():
            return
        await pilot.pause(0.01)
    raise AssertionError("it never came")


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        (["e", "g", "e", "tab", "e", "g", "enter"], "ge|eg"),
        (["e", "tab", "a", "tab", "b", "shift+tab", "end", "c", "enter"], "b|ac"),
        (["e", "paste:some words", "tab", "paste:others", "x", "enter"], "some words|othersx"),
    ],
)
async def test_keys_typed_ahead_go_to_what_the_keys_before_them_opened(typed: list[str], answer: str) -> None:
    app = Desk()
    async with app.run_test() as pilot:
        type_ahead(pilot, [*typed, "g"])
        await until(pilot, lambda: app.gone)
        assert (app.answers, app.gone) == ([answer], 1)


async def test_a_form_opened_again_and_again_loses_no_key() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        type_ahead(pilot, ["e", "a", "tab", "b", "enter"] * 5)
        await until(pilot, lambda: len(app.answers) == 5)
        assert app.answers == ["a|b"] * 5


async def test_a_key_is_given_out_though_the_one_before_it_is_never_answered() -> None:
    class Stuck(Desk):
        async def action_go(self) -> None:
            self.gone += 1
            field = Input(id="short-lived")
            await self.mount(field)
            self.set_focus(field)

    app = Stuck()
    async with app.run_test() as pilot:
        type_ahead(pilot, ["g"])
        await until(pilot, lambda: app.gone and app.focused)
        type_ahead(pilot, ["x"])
        await pilot.pause(0.05)
        await app.query_one("#short-lived").remove()
        type_ahead(pilot, ["g"])
        await until(pilot, lambda: app.gone == 2)
