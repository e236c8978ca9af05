"""What is kept of the panes: read as it was written, and what is not that is as if nothing had been chosen."""

from __future__ import annotations

import pytest

from tui.pane_sizes import BELOW, LIBRARY, PaneSizes, read_pane_sizes


def test_what_was_chosen_is_read_again() -> None:
    chosen = PaneSizes().toggled("notes").sized(LIBRARY, 40).sized(BELOW, 9)
    assert read_pane_sizes(chosen.as_text()) == chosen
    assert chosen.toggled("notes").hidden == frozenset()


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "null", '{"hidden": 3, "cells": [1]}', '{"hidden": ["text"]}', '{"cells": {"library": "x"}}'],
)
def test_what_is_something_else_hides_and_sizes_nothing(text: str) -> None:
    assert read_pane_sizes(text) == PaneSizes()


def test_what_is_sound_beside_it_is_kept() -> None:
    read = read_pane_sizes('{"hidden": ["notes", "text", 3], "cells": {"library": 40, "notes": -2, "other": 9}}')
    assert read == PaneSizes(frozenset({"notes"}), {LIBRARY: 40})
