"""Three invented reports of one meeting, one of them agency copy, and a briefing that cites them."""

from __future__ import annotations

from datetime import date

from briefings.article import Article
from briefings.library import Library

GAZETTE = Article(
    "harbour-gazette-0a1b2c3d",
    "Harbour Gazette",
    "Transport minister Ada Quill met the ferry owners in Port Ellen on Tuesday. She left after three hours without"
    " a winter timetable.\n\n"
    "Quill said the company would have to hire 45 more deckhands before any sailing could be promised.\n\n"
    "The company carried 212,480 passengers in October, a fall of 6 percent.\n\n"
    "Islanders have protested for weeks against the cancelled sailings.",
    title="Ferry talks end without a timetable",
    published=date(2024, 11, 5),
    credit="AP",
)
COURIER = Article(
    "island-courier-4e5f6a7b",
    "Island Courier",
    "Ada Quill, the transport minister, walked out of a meeting with the ferry owners in Port Ellen on Tuesday.\n\n"
    "A grocer said her shelves are empty by Thursdays.\n\n"
    "More than 212,000 passengers sailed with the company in October.\n\n"
    "No sailing could be promised before the company hires 45 deckhands, Quill told reporters.",
    title="Minister walks out of ferry meeting",
)
HERALD = Article(
    "northern-herald-8c9d0e1f",
    "Northern Herald",
    "The owners called the walk-out a stunt.\n\n"
    "A grocer in Port Ellen said her shelves stood empty by Thursdays, and islanders have protested for weeks.\n\n"
    "The next meeting with minister Ada Quill is planned for Friday.",
)
LOOSE = Article("post-12345678", "Post", "The lighthouse keeper retires on Sunday.", title="Keeper retires")

BRIEFING = f"""---
title: Ferry talks
date: 2024-11-05
place: Port Ellen
sources: [{GAZETTE.id}, {COURIER.id}, {HERALD.id}]
---
# Ferry talks

Two of the reports count [45 more deckhands](cite:{GAZETTE.id}), and only one tells of
[the walk-out](cite:{COURIER.id} "walked out of a meeting").

```rashomon coverage
```

## Behind the table

The owners spoke of [a stunt](cite:{HERALD.id}). Nobody wrote of [seagulls on strike](cite:{HERALD.id}).
"""


def fill(library: Library) -> None:
    """Put the reports, one that belongs to no briefing, and the briefing in."""
    library.add_all([GAZETTE, COURIER, HERALD, LOOSE])
    write_briefing(library, "ferry-talks", BRIEFING)


def write_briefing(library: Library, name: str, text: str) -> None:
    """Write a briefing file of the library."""
    folder = library.folder / "briefings"
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.md").write_text(text, "utf-8")
