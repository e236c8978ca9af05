"""The rows of the library pane: briefings with their articles, outlets, and what belongs to no briefing. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from briefings.article import NO_TITLE
from briefings.library import Heading
from briefings.tables import letter
from tui.widgets.lines_list import Row

OPEN, CLOSED = "▾", "▸"


@dataclass(frozen=True, slots=True)
class Meeting:
    """A briefing as the tree shows it. name: its file's stem. problem: what is wrong with its header, or empty."""

    name: str
    title: str
    sources: tuple[str, ...]
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Shelf:
    """Everything the tree is made of. headings: the articles by outlet. meetings: the briefings by name."""

    headings: tuple[Heading, ...] = ()
    meetings: tuple[Meeting, ...] = ()

    def rows(self, toggled: Collection[str]) -> list[Row]:
        """The rows as they stand when the groups whose keys are in `toggled` were opened or closed by the reader."""
        rows: list[Row] = []
        rows += self._group("briefings", "Briefings", True, toggled, self._meetings(toggled), len(self.meetings))
        rows += self._group("outlets", "Outlets", False, toggled, self._outlets(toggled), len(self.headings))
        unsorted = self._unsorted()
        rows += self._group("unsorted", "Unsorted", True, toggled, map(_article, unsorted), len(unsorted))
        return rows

    @property
    def first(self) -> str:
        """What to open at the start: a briefing that can be read, else an article, else what there is, or nothing."""
        sound = [meeting for meeting in self.meetings if not meeting.problem]
        keys = [f"briefing:{meeting.name}" for meeting in sound] + [f"article:{h.id}" for h in self.headings[:1]]
        return next(iter(keys + [f"briefing:{meeting.name}" for meeting in self.meetings]), "")

    def meeting_of(self, key: str) -> tuple[str, tuple[str, ...]]:
        """(title, article ids) of the meeting that the open text `key` is or belongs to; empty where there is none."""
        kind, _, name = key.partition(":")
        for meeting in self.meetings:
            if (kind == "briefing" and meeting.name == name) or (kind == "article" and name in meeting.sources):
                return meeting.title, meeting.sources
        return "", ()

    def _group(
        self, key: str, name: str, opened: bool, toggled: Collection[str], rows: Iterable[Row], count: int
    ) -> list[Row]:
        if not count:
            return []
        opened ^= f"group:{key}" in toggled
        head = Row(f"{OPEN if opened else CLOSED} {name}  {count}", "group", 0, f"group:{key}")
        return [head, *rows] if opened else [head]

    def _meetings(self, toggled: Collection[str]) -> Iterable[Row]:
        by_id = {heading.id: heading for heading in self.headings}
        for meeting in self.meetings:
            opened = f"briefing:{meeting.name}" not in toggled
            mark = "!" if meeting.problem else OPEN if opened else CLOSED
            yield Row(f"{mark} {meeting.title}", "briefing", 1, f"briefing:{meeting.name}")
            for index, id in enumerate(meeting.sources if opened else ()):
                heading = by_id.get(id)
                name = _named(heading) if heading else f"not in the library: {id}"
                yield Row(f"{letter(index)} {name}", "article", 2, f"article:{id}")

    def _outlets(self, toggled: Collection[str]) -> Iterable[Row]:
        for outlet, group in groupby(self.headings, key=lambda heading: heading.outlet):
            articles = list(group)
            opened = f"outlet:{outlet}" in toggled
            yield Row(f"{OPEN if opened else CLOSED} {outlet}  {len(articles)}", "outlet", 1, f"outlet:{outlet}")
            for heading in articles if opened else ():
                yield Row(_titled(heading), "article", 2, f"article:{heading.id}")

    def _unsorted(self) -> Sequence[Heading]:
        sorted_in = {id for meeting in self.meetings for id in meeting.sources}
        return [heading for heading in self.headings if heading.id not in sorted_in]


def _article(heading: Heading) -> Row:
    return Row(f"{heading.outlet}: {_titled(heading)}", "article", 1, f"article:{heading.id}")


def _named(heading: Heading) -> str:
    return f"{heading.outlet}  {heading.credit}" if heading.credit else heading.outlet


def _titled(heading: Heading) -> str:
    return heading.title or NO_TITLE
