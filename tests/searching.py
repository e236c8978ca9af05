"""What the search shows, and copies of one report for it to find."""

from __future__ import annotations

from datetime import date

from textual.pilot import Pilot

from briefings.article import Article
from tests.reading import shown
from tui.screens.search import SearchScreen

COPIES = [
    Article(
        f"{name.lower()}-{number}{number}{number}{number}{number}{number}{number}{number}",
        name,
        "The lock keeper of Tarn opened the sluice on Monday, and the barges that had waited nine days for water went"
        f" down the canal one after the other until night fell over the valley. {name} adds a word.",
        title=f"Barges go down the canal, {name}",
        published=date(2024, 3, number),
    )
    for number, name in enumerate(("Aurora", "Beacon", "Comet"), 1)
]


def search(pilot: Pilot[None]) -> SearchScreen:
    """The search, which is on top."""
    screen = pilot.app.screen
    assert isinstance(screen, SearchScreen), shown(pilot)
    return screen


def hits(pilot: Pilot[None]) -> list[str]:
    """The keys of the hits, in order."""
    return list(dict.fromkeys(row.key for row in search(pilot).results._rows if row.key))
