"""Reading a source: bytes in, articles out. Not here: keeping them (`briefings.library`).

A source is recognised by its content, never by its name: HTML, Markdown with a front matter, JSON or JSON Lines, and
else a page as it was pasted.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefings.sources.imported import Field, Imported

__all__ = ["Field", "Imported", "read", "read_all"]


def read(data: bytes, name: str = "") -> Imported:
    """The article in `data`; the first where there are several. `name` is what errors call the source.

    Raises SourceError for what is empty, no text or damaged, NoArticle for a text without an article.
    """
    return next(read_all(data, name))


def read_all(data: bytes, name: str = "") -> Iterator[Imported]:
    """Every article in `data`, in order: one for a page, any number for JSON. Raises as `read` does."""
    # Imported here: a library names these types at every start, and reads a source seldom.
    from briefings.sources.decode import decode
    from briefings.sources.html import is_html, read_html
    from briefings.sources.json_file import is_json, read_json
    from briefings.sources.markdown_file import is_markdown, read_markdown
    from briefings.sources.pasted import read_pasted

    text = decode(data, name)
    if is_markdown(text):
        yield read_markdown(data, text, name)
    elif is_html(text):
        yield read_html(data, text, name)
    elif is_json(text):
        yield from read_json(data, text, name)
    else:
        yield read_pasted(data, text, name)
