"""The header of a briefing: YAML between two lines of ---. Every mistake is told with its line and what to do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, NoReturn

from briefings.errors import BriefingError

if TYPE_CHECKING:
    from yaml import Node

KEYS = ("title", "date", "place", "sources", "retold")
_FIRST_LINE = 2
"""The line of the file on which the header's YAML begins: line 1 is the opening ---."""


@dataclass(frozen=True, slots=True)
class Header:
    """What the front matter says; the fields are those of `Briefing`."""

    title: str
    date: date | None = None
    place: str | None = None
    sources: tuple[str, ...] = ()
    retold: bool = False
    source_lines: tuple[int, ...] = ()


def read_header(yaml_text: str, file: str) -> Header:
    """The header in `yaml_text`. file: named in errors. Raises BriefingError; keys it does not know are left alone."""
    fields = _Fields(yaml_text, file)
    return Header(fields.title(), fields.date(), fields.place(), fields.sources(), fields.retold(), fields.items)


class _Fields:
    """The header's values with the line each stands on."""

    def __init__(self, yaml_text: str, file: str) -> None:
        self.file = file
        self.lines: dict[str, int] = {}
        self.items: tuple[int, ...] = ()
        self.values = self._parse(yaml_text)

    def fail(self, what: str, remedy: str, key: str = "") -> NoReturn:
        """Raise what is wrong with the value of `key`, at its line."""
        raise BriefingError(what, where=f"{self.file}:{self.lines.get(key, 1)}", remedy=remedy)

    def _parse(self, text: str) -> dict[str, object]:
        import yaml

        loader = yaml.SafeLoader(text)  # not CSafeLoader: deeply nested brackets overflow its stack and end the program
        try:
            node = loader.get_single_node()
            if not isinstance(node, yaml.MappingNode):
                self.fail("the header holds no fields", "Write one field a line: title: …")
            return {str(key.value): self._value(loader, key, value) for key, value in node.value}
        except (yaml.YAMLError, RecursionError) as error:
            mark = getattr(error, "problem_mark", None)
            last = max(0, text.count("\n") - 1)  # an open bracket is missed only after the header's end
            self.lines[""] = _FIRST_LINE + min(mark.line if mark else 0, last)
            problem = getattr(error, "problem", None) or "it cannot be read"
            self.fail(f"the header is not YAML: {problem}", "Put a value that holds a colon or a quote in quotes.")
        finally:
            loader.dispose()

    def _value(self, loader: object, key: Node, value: Node) -> object:
        """One value as Python has it; what YAML takes for a date or number but is none stays text."""
        self.lines[str(key.value)] = _FIRST_LINE + key.start_mark.line
        if key.value == "sources" and isinstance(value.value, list):
            self.items = tuple(
                _FIRST_LINE + item.start_mark.line for item in value.value if hasattr(item, "start_mark")
            )
        try:
            return loader.construct_document(value)  # type: ignore[attr-defined]
        except ValueError:
            return str(value.value)

    def title(self) -> str:
        """The meeting's title; the one field that must be there."""
        title = self.values.get("title")
        if isinstance(title, (list, dict)) or title is None or not str(title).strip():
            self.fail("the header has no title", "Add a line title: with the name of the meeting.", "title")
        return str(title).strip()

    def date(self) -> date | None:
        """The day of the meeting."""
        value = self.values.get("date")
        if isinstance(value, datetime):
            return value.date()
        if value is None or isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value).strip())
        except ValueError:
            self.fail(f"the date {str(value)!r} is no date", "Write it as 2023-12-27, or leave the line out.", "date")

    def place(self) -> str | None:
        """Where the meeting was held."""
        value = self.values.get("place")
        if isinstance(value, (list, dict)):
            self.fail("the place is not text", "Write it on one line.", "place")
        return str(value).strip() or None if value is not None else None

    def sources(self) -> tuple[str, ...]:
        """The ids of the articles."""
        value = self.values.get("sources")
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(id, str) for id in value):
            self.fail(
                "sources is not a list of article ids", "Write sources: [ID, ID], ids as `list` shows.", "sources"
            )
        return tuple(value)

    def retold(self) -> bool:
        """Whether this is the bundled sample."""
        value = self.values.get("retold", False)
        if not isinstance(value, bool):
            self.fail("retold is neither true nor false", "Write true, or leave the line out.", "retold")
        return value
