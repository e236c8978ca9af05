"""Reading a library's lists for the library pane. Runs in workers."""

from __future__ import annotations

from pathlib import Path

from briefings.errors import BriefingError
from briefings.library import Library
from tui.tree import MOST_RECENT, Meeting, Shelf


def read_shelf(library: Library) -> Shelf:
    """The articles and briefings of a library; a briefing with a broken header is listed with its problem."""
    from briefings.briefing import read_briefing  # a start is quicker to its first frame without

    meetings = []
    for path in library.briefings():
        try:
            briefing = read_briefing(path)
            meetings.append(Meeting(path.stem, briefing.title, briefing.sources))
        except BriefingError as error:
            meetings.append(Meeting(path.stem, path.stem, (), str(error)))
    shelf = Shelf(tuple(library.headings()), tuple(meetings), tuple(library.recently_read(MOST_RECENT)))
    shelf.prepare()
    return shelf


def state_of(library: Library) -> tuple[int, tuple[tuple[str, int], ...]]:
    """What tells whether a library changed: its change counter, and its briefing files with their times."""
    return library.changes, tuple((path.name, _time_of(path)) for path in library.briefings())


def _time_of(path: Path) -> int:
    """When a file was last changed, in nanoseconds; 0 for one that an editor has just taken away."""
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0
