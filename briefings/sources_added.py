"""Adding an article to the sources of a briefing's file; everything else in the file stays as it is, byte for byte.

Not here: reading a briefing (`briefing.py`), or writing a new one.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from tempfile import mkstemp
from typing import TYPE_CHECKING

from briefings.briefing import read_briefing
from briefings.errors import BriefingError

if TYPE_CHECKING:
    from yaml import Node

_HEADER = re.compile(r"\A\ufeff?---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*\r?$", re.M | re.S)
_REMEDY = "Add the id to its line sources: in an editor."


def add_source(path: Path, id: str) -> bool:
    """Name article `id` as the last source in the header of the briefing in `path`; whether it was not named yet.

    Raises BriefingError where the header is broken, or written so that it cannot be added to, and where the file cannot
    be written; the file is then as it was.
    """
    before = read_briefing(path).sources
    if id in before:
        return False
    text = path.read_bytes().decode("utf-8")
    if not (found := _HEADER.search(text)):
        raise BriefingError("the header cannot be added to as it is written", where=str(path), remedy=_REMEDY)
    header, start = found[1], found.start(1)
    at, gone, words = _insertion(header, id, path)
    _replace(path, text[: start + at] + words + text[start + at + gone :], (*before, id))
    return True


def _insertion(header: str, id: str, path: Path) -> tuple[int, int, str]:
    """(where, how many code points go, what is written there) to name one more source."""
    import yaml

    written = yaml.safe_dump(id, default_style="").splitlines()[0]
    loader = yaml.SafeLoader(header)
    try:
        node = loader.get_single_node()
    finally:
        loader.dispose()
    line_end = "\r\n" if "\r\n" in header else "\n"
    found = _value(node, "sources")
    if found is None:
        gap = "" if header.endswith(("\n", "\r")) or not header else line_end
        return len(header), 0, f"{gap}sources: [{written}]{line_end}"
    key, value = found
    if value.start_mark.index < key.end_mark.index:  # a list that another line has, too
        raise BriefingError("the sources cannot be added to as they are written", where=str(path), remedy=_REMEDY)
    if isinstance(value, yaml.ScalarNode):  # nothing is named yet
        if not value.value:
            return header.index(":", key.end_mark.index) + 1, 0, f" [{written}]"
        return value.start_mark.index, value.end_mark.index - value.start_mark.index, f"[{written}]"
    items = value.value
    if isinstance(value, yaml.SequenceNode) and value.flow_style:
        last = items[-1].end_mark.index if items else value.start_mark.index + 1
        return last, 0, f", {written}" if items else written
    last = items[-1].end_mark.index
    rest = header.find("\n", last)
    dash = value.start_mark.column * " " + "- "
    if rest < 0:
        return len(header), 0, f"{line_end}{dash}{written}"
    return rest + 1, 0, f"{dash}{written}{line_end}"


def _value(node: Node | None, name: str) -> tuple[Node, Node] | None:
    return next(((key, value) for key, value in (node.value if node else ()) if key.value == name), None)


def _replace(path: Path, text: str, sources: tuple[str, ...]) -> None:
    """Write the file anew in one step, if it then names `sources`."""
    try:
        handle, name = mkstemp(prefix=f".{path.stem}-", suffix=".tmp", dir=path.parent)
        beside = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(text.encode("utf-8"))
                file.flush()
                os.fsync(file.fileno())
            if _sources(beside) != sources:
                what = "the sources cannot be added to as they are written"
                raise BriefingError(what, where=str(path), remedy=_REMEDY)
            beside.chmod(path.stat().st_mode)
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as error:
        raise BriefingError(f"the file cannot be written: {error.strerror}", where=str(path)) from error


def _sources(path: Path) -> tuple[str, ...]:
    try:
        return read_briefing(path).sources
    except BriefingError:
        return ()
