"""Markdown with a front matter -> Article: the format of the bundled sample, and what note-taking programs keep.

Its fields are in `markdown_header.py`, its words without their markup in `markdown_syntax.py`. Not a Markdown renderer.
"""

from __future__ import annotations

from briefings.errors import SourceError
from briefings.sources.assemble import assemble, stated
from briefings.sources.credit import credit_beside
from briefings.sources.files import require_page
from briefings.sources.imported import Imported
from briefings.sources.lines import key
from briefings.sources.markdown_header import has_header, read_fields, read_header


def is_markdown(text: str) -> bool:
    """Whether `text` starts with a front matter in YAML or TOML."""
    return has_header(text)


def read_markdown(data: bytes, text: str, name: str = "") -> Imported:
    """The article in `text` (decoded from `data`): fields from the front matter, a leading `# ` heading as title.

    Its paragraphs are plain words: of emphasis, links, lists, quotations and code the words stay. Other headings are
    paragraphs, as they are of a page's HTML. Raises SourceError for a front matter that cannot be read or has no date
    where one belongs, NoArticle for an empty body.
    """
    from briefings.sources.markdown_syntax import read_blocks

    require_page(text, name)
    header, start = read_header(text, name)
    if not start:
        raise SourceError("It has no front matter", where=name, remedy="Start it with a line of three hyphens.")
    fields = read_fields(header, name)
    blocks = list(read_blocks(text, start))
    if blocks and blocks[0][0].kind == "heading" and blocks[0][0].level == 1:
        _, span, words = blocks[0]
        if not fields["title"].value:
            fields["title"] = stated(words, span.of(text))
        if key(words) == key(fields["title"].value or ""):
            del blocks[0]
    paragraphs = [words for _, _, words in blocks]
    fields["credit"] = credit_beside(fields, paragraphs)
    return assemble(
        data,
        text,
        paragraphs,
        fields,
        form="Markdown",
        where=name,
        kept=[span for _, span, _ in blocks],
        retold=header.get("retold") is True,
    )
