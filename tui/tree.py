"""The rows of the library pane: briefings with their articles, what was read last, outlets, the rest. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby

from briefings.article import NO_TITLE
from briefings.library import Heading
from tui.tree_rows import ArticleRows, TreeRows
from tui.widgets.lines_list import Row

OPEN, CLOSED = "▾", "▸"
MOST_UNSORTED_OPEN = 200
"""Articles of no briefing up to which they are listed at the start."""
MOST_RECENT = 10
"""Texts listed as read last."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """A briefing as the tree shows it. name: its file's stem. problem: what is wrong with its header, or empty."""

    name: str
    title: str
    sources: tuple[str, ...]
    problem: str = ""


@dataclass(frozen=True)
class Shelf:
    """Everything the tree is made of.

    headings: the articles by outlet. meetings: the briefings by name. recent: the texts read last, the last one first,
    as `article:ID` and `briefing:STEM`.
    """

    headings: tuple[Heading, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    recent: tuple[str, ...] = ()

    def having_read(self, key: str) -> Shelf:
        """The same after the text `key` was read."""
        recent = (key, *(other for other in self.recent if other != key))
        if recent == self.recent:
            return self
        other = replace(self, recent=recent[:MOST_RECENT])
        other.__dict__.update(_contents=self._contents)  # what is read changes nothing of what there is
        return other

    def prepare(self) -> None:
        """Sort everything once, and load what rows are made with, so that `rows` is quick; for workers."""
        self.rows(())

    @cached_property
    def _contents(self) -> _Contents:
        sorted_in = {id for meeting in self.meetings for id in meeting.sources}
        groups = groupby(self.headings, key=lambda heading: heading.outlet)
        by_outlet = {outlet: ArticleRows(list(group), _of_outlet) for outlet, group in groups}
        unsorted = [heading for heading in self.headings if heading.id not in sorted_in]
        by_id = {heading.id: heading for heading in self.headings}
        return _Contents(by_id, by_outlet, ArticleRows(unsorted, _article).prepare())

    def has(self, id: str) -> bool:
        """Whether article `id` is in the library."""
        return id in self._contents.by_id

    def rows(self, toggled: Collection[str]) -> TreeRows:
        """The rows as they stand when the groups whose keys are in `toggled` were opened or closed by the reader."""
        rows: list[Sequence[Row]] = []
        rows += self._group(
            "briefings", "Briefings", True, toggled, [list(self._meetings(toggled))], len(self.meetings)
        )
        recent = list(self._recent())
        rows += self._group("recent", "Recently read", False, toggled, [recent], len(recent))
        rows += self._group("outlets", "Outlets", False, toggled, self._outlets(toggled), len(self.headings))
        count = len(self._contents.unsorted)
        few = count <= MOST_UNSORTED_OPEN
        rows += self._group("unsorted", "Unsorted", few, toggled, [self._contents.unsorted], count)
        return TreeRows(rows)

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
        self, key: str, name: str, opened: bool, toggled: Collection[str], rows: Iterable[Sequence[Row]], count: int
    ) -> list[Sequence[Row]]:
        if not count:
            return []
        opened ^= f"group:{key}" in toggled
        head = Row(f"{OPEN if opened else CLOSED} {name}  {count}", "group", 0, f"group:{key}")
        return [[head], *rows] if opened else [[head]]

    def _meetings(self, toggled: Collection[str]) -> Iterable[Row]:
        from briefings.tables import letter

        by_id = self._contents.by_id
        for meeting in self.meetings:
            opened = f"briefing:{meeting.name}" not in toggled
            mark = "!" if meeting.problem else OPEN if opened else CLOSED
            yield Row(f"{mark} {meeting.title}", "briefing", 1, f"briefing:{meeting.name}")
            for index, id in enumerate(meeting.sources if opened else ()):
                heading = by_id.get(id)
                name = _named(heading) if heading else f"not in the library: {id}"
                yield Row(f"{letter(index)} {name}", "article", 2, f"article:{id}")

    def _recent(self) -> Iterable[Row]:
        """What was read last and is still there."""
        titles = {f"briefing:{meeting.name}": meeting.title for meeting in self.meetings}
        for key in self.recent:
            heading = self._contents.by_id.get(key.removeprefix("article:"))
            if key in titles:
                yield Row(titles[key], "briefing", 1, key)
            elif heading:
                yield _article(heading)

    def _outlets(self, toggled: Collection[str]) -> Iterable[Sequence[Row]]:
        for outlet, articles in self._contents.by_outlet.items():
            opened = f"outlet:{outlet}" in toggled
            yield [Row(f"{OPEN if opened else CLOSED} {outlet}  {len(articles)}", "outlet", 1, f"outlet:{outlet}")]
            if opened:
                yield articles


@dataclass(frozen=True, slots=True)
class _Contents:
    """The articles of a shelf, sorted. unsorted: those of no briefing."""

    by_id: dict[str, Heading]
    by_outlet: dict[str, ArticleRows]
    unsorted: ArticleRows


def _article(heading: Heading) -> Row:
    return Row(f"{heading.outlet}: {_titled(heading)}", "article", 1, f"article:{heading.id}")


def _of_outlet(heading: Heading) -> Row:
    return Row(_titled(heading), "article", 2, f"article:{heading.id}")


def _named(heading: Heading) -> str:
    return f"{heading.outlet}  {heading.credit}" if heading.credit else heading.outlet


def _titled(heading: Heading) -> str:
    return heading.title or NO_TITLE
