"""Reading a source: bytes in, articles out. Not here: keeping them (`briefings.library`), fetching (`gather.py`).

A source is recognised by its content, never by its name: a Word document, rich text, a mail, a feed, HTML, Markdown
with a front matter, JSON or JSON Lines, an export of a press database, and else a page as it was pasted.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefings.sources.imported import Field, Imported

__all__ = ["Field", "Imported", "as_text", "read", "read_all"]


def read(data: bytes, name: str = "") -> Imported:
    """The article in `data`; the first where there are several. `name` is what errors call the source.

    Raises SourceError for what is empty, no text or damaged, NoArticle for a text without an article.
    """
    for imported in read_all(data, name):
        return imported
    from briefings.errors import NoArticle

    raise NoArticle("It lists feeds, and holds no article", where=name, remedy="Add it with `rashomon add`.")


def read_all(data: bytes, name: str = "") -> Iterator[Imported]:
    """Every article in `data`, in order: one for a page, any number for JSON, a feed or an export; none for OPML.

    Raises as `read` does, after the articles before the damage. Each article's `original` can be read by itself.
    """
    # Imported here: a library names these types at every start, and reads a source seldom.
    from briefings.sources.mail import is_mail, read_mail

    if is_mail(data):
        yield read_mail(data, name)
        return
    form, text = _document(data, name)
    if form:
        yield from _read_document(data, text, name, form)
    else:
        yield from _read_text(data, text, name)


def as_text(data: bytes, name: str = "") -> str:
    """The text of an original, the one that `Imported.kept` points into. Raises SourceError as `read` does."""
    from briefings.sources.mail import is_mail, mail_text

    return mail_text(data, name) if is_mail(data) else _document(data, name)[1]


def _document(data: bytes, name: str) -> tuple[str, str]:
    """(what a word processor's document is, its text); nothing and the decoded text for everything else."""
    from briefings.sources.docx_file import docx_text, is_docx
    from briefings.sources.rtf_file import is_rtf, rtf_text

    if is_docx(data):
        return "Word document", docx_text(data, name)
    if is_rtf(data):
        return "rich text", rtf_text(data, name)
    from briefings.sources.decode import decode

    return "", decode(data, name)


def _read_document(data: bytes, text: str, name: str, form: str) -> Iterator[Imported]:
    from dataclasses import replace

    from briefings.sources.pasted import read_pasted
    from briefings.sources.press import is_press, read_press

    if is_press(text):
        yield from read_press(text, name)
    else:
        yield replace(read_pasted(data, text, name), format=form)


def _read_text(data: bytes, text: str, name: str) -> Iterator[Imported]:
    from briefings.sources.feed import is_feed, read_feed
    from briefings.sources.html import is_html, read_html
    from briefings.sources.json_file import is_json, read_json
    from briefings.sources.markdown_file import is_markdown, read_markdown
    from briefings.sources.opml import is_opml
    from briefings.sources.pasted import read_pasted
    from briefings.sources.press import is_press, read_press

    if is_markdown(text):
        yield read_markdown(data, text, name)
    elif is_feed(text):
        yield from read_feed(text, name)
    elif is_opml(text):
        return
    elif is_html(text):
        yield read_html(data, text, name)
    elif is_json(text):
        yield from read_json(data, text, name)
    elif is_press(text):
        yield from read_press(text, name)
    else:
        yield read_pasted(data, text, name)
