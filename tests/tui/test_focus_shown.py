"""Which pane has the focus is seen without colour: its frame is heavy, the others' are not."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from briefings.library import Library
from tests.reading import press, reading, shown

HEAVY, THIN = "┏━", "╭─"


def heavy(pilot: Pilot[None]) -> list[int]:
    """Where heavy frames begin on the row of the panes' titles."""
    row = next(line for line in shown(pilot).splitlines() if HEAVY in line or THIN in line)
    return [n for n in range(len(row)) if row.startswith(HEAVY, n)]


@pytest.mark.parametrize("no_color", [False, True])
async def test_the_pane_with_the_focus_has_a_heavy_frame(
    ferry: Library, monkeypatch: pytest.MonkeyPatch, no_color: bool
) -> None:
    if no_color:
        monkeypatch.setenv("NO_COLOR", "1")
    async with reading(ferry, (160, 30)) as pilot:
        seen = []
        for _ in range(3):
            (at,) = heavy(pilot)
            focused = pilot.app.focused
            assert focused
            assert at == focused.region.x
            seen.append(at)
            await press(pilot, "tab")
        assert len(set(seen)) == 3


async def test_lists_under_each_other_say_which_has_the_focus(ferry: Library) -> None:
    async with reading(ferry, (120, 30)) as pilot:
        await press(pilot, "A")
        while pilot.app.focused and pilot.app.focused.id != "found":
            await press(pilot, "tab")
        assert "━━━━━━━━" in shown(pilot)
        await press(pilot, "tab")
        assert "━━━━━━━━" not in shown(pilot)
