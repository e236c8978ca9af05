"""A briefing: a curated Markdown file about one meeting. Its front matter names the meeting, its body cites words.

Not here: what a curator may have got wrong about the articles (`check.py`), how it is drawn (`markdown.py`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from briefings.article import Span, outlet_slug
from briefings.blocks import blocks
from briefings.errors import BriefingError
from briefings.front_matter import read_header

_FENCE = re.compile(r"---[ \t]*(?:\n|\Z)")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.M)


@dataclass(frozen=True, slots=True)
class Briefing:
    """One briefing file.

    path: the file. title: of the meeting. date: the day of the meeting, None where unknown. place: where it was held.
    sources: the ids of the articles it rests on, in the curator's order.
    retold: whether it is the bundled sample, whose articles are retellings.
    body: the Markdown after the front matter. body_start: its offset in the file's text, code points.
    body_line: the number, from 1, of the file's line on which the body begins.
    source_lines: the line of the file on which each of `sources` stands.
    """

    path: Path
    title: str
    date: date | None
    place: str | None
    sources: tuple[str, ...]
    retold: bool
    body: str
    body_start: int
    body_line: int = 1
    source_lines: tuple[int, ...] = ()

    def line(self, offset: int) -> int:
        """The number, from 1, of the file's line that holds `offset` of the body."""
        return self.body_line + self.body.count("\n", 0, offset)


@dataclass(frozen=True, slots=True)
class Citation:
    """A link of a briefing to exact words of an article.

    article: its id. words: what is cited. span: the whole link, in the body.
    """

    article: str
    words: str
    span: Span


def read_briefing(path: Path) -> Briefing:
    """The briefing in the file `path`. Raises BriefingError, with file and line, when its front matter is broken."""
    path = Path(path)
    text = _text(path)
    opening = _FENCE.match(text)
    if not opening:
        raise BriefingError(
            "a briefing begins with a header", where=f"{path}:1", remedy="Start it with a line --- and a title: line."
        )
    closing = _CLOSING.search(text, opening.end())
    if not closing:
        raise BriefingError(
            "the header has no end", where=f"{path}:1", remedy="Close it with a line that holds only ---."
        )
    header = read_header(text[opening.end() : closing.start()], str(path))
    start = closing.end()
    return Briefing(
        path,
        header.title,
        header.date,
        header.place,
        header.sources,
        header.retold,
        text[start:],
        start,
        body_line=1 + text.count("\n", 0, start),
        source_lines=header.source_lines,
    )


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BriefingError("the file is not UTF-8 text", where=str(path), remedy="Save it as UTF-8.") from error
    except OSError as error:
        raise BriefingError(
            f"the file cannot be read: {error.strerror}", where=str(path), remedy="Check that it is there and readable."
        ) from error


def write_briefing(
    folder: Path,
    title: str,
    date: date | None = None,
    sources: Sequence[str] = (),
    place: str | None = None,
    body: str | None = None,
) -> Path:
    """A new briefing in `folder`; returns its path. Raises as `save_new`.

    body: its Markdown; a starter text that names the sources where None (`draft.begun` cites them).
    """
    text = starter(title, "".join(f"- {id}\n" for id in sources)) if body is None else body
    return save_new(folder, title, front_matter(title, date, sources, place) + text)


def save_new(folder: Path, title: str, text: str) -> Path:
    """A new file in `folder` that holds `text`, named for the title; returns its path.

    Raises BriefingError when the title is empty or the file is there already: nothing is ever overwritten.
    """
    if not title.strip():
        raise BriefingError("a briefing needs a title", where=str(folder), remedy="Name the meeting.")
    path = Path(folder) / f"{outlet_slug(title, 'briefing')}.md"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError as error:
        remedy = "Give it another title."
        raise BriefingError("there is a briefing of this name already", where=str(path), remedy=remedy) from error
    except OSError as error:
        raise BriefingError(f"the file cannot be written: {error.strerror}", where=str(path)) from error
    return path


def front_matter(title: str, date: date | None, sources: Sequence[str], place: str | None = None) -> str:
    """The header of a briefing, from its first `---` to the line after its last."""
    import yaml

    fields: dict[str, object] = {"title": " ".join(title.split())}
    if date:
        fields["date"] = date
    if place:
        fields["place"] = " ".join(place.split())
    lines = yaml.safe_dump(fields, sort_keys=False, allow_unicode=True, width=10_000)
    ids = "".join(f"  - {yaml.safe_dump(id, default_style='').splitlines()[0]}\n" for id in sources)
    return f"---\n{lines}sources:{' []' if not sources else ''}\n{ids}---\n"


def starter(title: str, listed: str) -> str:
    """The body a new briefing begins with. listed: its sources as a Markdown list, or nothing."""
    listed = listed or "- none yet\n"
    return f"# {title}\n\nWhat do the outlets report, and on which words does that rest?\n\n{listed}"


def citations(briefing: Briefing) -> list[Citation]:
    """The citations of a briefing, in order: links to `cite:ARTICLE-ID`, their words the link's title or its text."""
    marks = (mark for block in blocks(briefing.body) for mark in block.spans if mark.kind == "citation")
    return sorted((Citation(m.target, m.words, m.source) for m in marks), key=lambda citation: citation.span)
