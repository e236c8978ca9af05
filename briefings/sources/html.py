"""HTML -> Article: trafilatura finds the text, our own rules decide on its paragraphs. Not here: pasted pages."""

from __future__ import annotations

import re
from typing import Any

from briefings.sources import phrases
from briefings.sources.assemble import assemble
from briefings.sources.decode import normalise
from briefings.sources.html_fields import read_html_fields
from briefings.sources.imported import Imported

_START = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article|main)\b", re.I | re.S
)
_TAG = re.compile(r"<(?:p|div|a|span|h[1-6]|ul|li|br|article|section)\b[^<>]*>", re.I)
_FEWEST_TAGS = 5
_BLOCKS = frozenset(("p", "head", "item", "quote", "code", "cell"))


def is_html(text: str) -> bool:
    """Whether `text` is a page's HTML, or a piece of one."""
    if _START.match(text):
        return True
    return text.lstrip().startswith("<") and len(_TAG.findall(text, 0, 20_000)) >= _FEWEST_TAGS


def read_html(data: bytes, text: str, name: str = "") -> Imported:
    """The article in `text` (decoded from `data`). Raises NoArticle when no paragraph is found."""
    fields, url = read_html_fields(text)
    return assemble(data, text, _paragraphs(text, fields["title"].value), fields, form="HTML", where=name, url=url)


def _paragraphs(text: str, title: str | None) -> list[str]:
    import trafilatura

    document = trafilatura.bare_extraction(text, include_comments=False, include_tables=False)
    body = getattr(document, "body", None)
    found = [] if body is None else _blocks(body)
    return [block for block in found if block != title and not _is_chrome(block)]


def _blocks(body: Any) -> list[str]:
    """The texts of the innermost blocks of trafilatura's tree, in order."""
    blocks = []
    for element in body.iter(*_BLOCKS):
        if any(inner is not element for inner in element.iter(*_BLOCKS)):
            continue
        words = normalise("".join(element.itertext())).replace("\n", " ")
        if words:
            blocks.append(" ".join(words.split()))
    return blocks


def _is_chrome(block: str) -> bool:
    return phrases.is_label(block) or phrases.is_tail(block) or (phrases.is_notice(block) and len(block) < 200)
