"""The briefings of a library as documents to index: title, day and the words as they are read.

Not here: what a briefing means, how it is drawn.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Any

_FRONT_MATTER = re.compile(r"\A\ufeff?---[ \t]*\r?\n(.*?)^---[ \t]*$\n?", re.S | re.M)
PREFIX = "briefing:"
"""What the id of a briefing begins with; the file's stem follows."""

States = dict[str, tuple[int, int]]
"""The time of change (ns) and the size (bytes) of each briefing's file, by its stem."""


def states(files: Iterable[Path]) -> States:
    """How the files stand now; those that cannot be looked at are left out."""
    found: States = {}
    for file in files:
        try:
            status = file.stat()
        except OSError:
            continue
        found[file.stem] = (status.st_mtime_ns, status.st_size)
    return found


def words_of(markdown: str) -> str:
    """The words of a briefing as a reader sees them, its live blocks named and not drawn: what search works on.

    The spans of `briefings.markdown.rendered(markdown).text` are the spans of this.
    """
    from briefings.markdown import rendered

    return rendered(markdown).text


def read_briefing(file: Path) -> tuple[str | None, str, date | None]:
    """The title, the words and the day of a briefing; title and day None where not given.

    Raises OSError where the file cannot be read; bytes that are not UTF-8 are replaced.
    """
    text = file.read_text("utf-8", errors="replace")
    match = _FRONT_MATTER.match(text)
    if match is None:
        return None, words_of(text), None
    header = _header(match[1])
    title, day = header.get("title"), header.get("date")
    day = day.date() if isinstance(day, datetime) else day
    return None if title is None else str(title), words_of(text[match.end() :]), day if isinstance(day, date) else None


def read_header(file: Path) -> dict[str, Any]:
    """The fields of a briefing's header; none where it has none or it cannot be understood. Raises OSError."""
    match = _FRONT_MATTER.match(file.read_text("utf-8", errors="replace"))
    return _header(match[1]) if match else {}


def _header(text: str) -> dict[str, Any]:
    """The header's fields; none when it cannot be understood, which `rashomon brief check` tells."""
    import yaml

    try:
        found = yaml.safe_load(text)
    except (yaml.YAMLError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}
