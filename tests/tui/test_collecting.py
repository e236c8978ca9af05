"""The collector waits for a rest between the keys, and is left as it was found."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.app import App

from tui import collecting
from tui.app import RashomonApp
from tui.collecting import NEVER, YOUNG, IdleCollector
from tui.sample import open_sample


class Ring:
    """Something only the collector can free."""

    def __init__(self) -> None:
        self.ring = self


@pytest.fixture
def untouched() -> Iterator[None]:
    was = gc.get_threshold()
    yield
    gc.set_threshold(*was)
    gc.unfreeze()


@pytest.mark.usefixtures("untouched")
async def test_what_is_left_behind_is_freed_in_a_rest_and_not_before(monkeypatch: pytest.MonkeyPatch) -> None:
    app: App[None] = App()
    monkeypatch.setattr(collecting, "_WORTH_IT", 0)
    async with app.run_test() as pilot:
        collector = IdleCollector(app)
        collector.start()
        gone = weakref.ref(Ring())
        assert gone() is not None
        collector.used()
        assert gone() is not None
        await pilot.pause(collecting.REST_SECONDS * 3)
        assert gone() is None
        collector.stop()


async def test_the_app_takes_the_collector_over_and_gives_it_back(tmp_path: Path) -> None:
    before = gc.get_threshold()
    with open_sample(tmp_path) as library:
        async with RashomonApp(library, "Sample").run_test() as pilot:
            await pilot.pause()
            await pilot.pause()
            assert (gc.get_threshold()[0], gc.get_threshold()[2]) == (YOUNG, NEVER)
            assert gc.get_freeze_count() > 0
    assert gc.get_threshold() == before
    assert gc.get_freeze_count() == 0
