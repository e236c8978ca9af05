"""What the app says in a corner: the same words stand there once."""

from __future__ import annotations

from briefings.library import Library
from tests.reading import press, settled, shown, until
from tui.app import RashomonApp


async def test_what_is_said_already_is_not_said_again(ferry: Library) -> None:
    app = RashomonApp(ferry, "Ferry")
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await settled(pilot)
        await press(pilot, "c", *"xx")
        for _ in range(3):
            await press(pilot, "x")
            await until(pilot, lambda: "The last outlet stays" in shown(pilot))
            await pilot.pause(0.2)
            assert shown(pilot).count("The last outlet stays") == 1
        app.notify("Something else.")
        await until(pilot, lambda: "Something else." in shown(pilot))
        assert shown(pilot).count("The last outlet stays") == 1
        app.clear_notifications()
        await until(pilot, lambda: "The last outlet stays" not in shown(pilot))
        await press(pilot, "x")
        await until(pilot, lambda: "The last outlet stays" in shown(pilot))
