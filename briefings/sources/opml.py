"""OPML: a list of feeds -> their addresses. It holds no article; whoever has the list fetches what it names."""

from __future__ import annotations

from briefings.errors import SourceError
from briefings.sources.address import web_address
from briefings.sources.decode import decode
from briefings.sources.prolog import refuse_entities, root_name

MOST_FEEDS = 1000
"""How many addresses a list may hold."""


def is_opml(text: str) -> bool:
    """Whether `text` is an OPML list."""
    return root_name(text) == "opml"


def addresses(data: bytes, name: str = "") -> list[str]:
    """The address of every feed the list names, in order and each once.

    Raises SourceError for what is no XML, declares entities, or names more feeds than `MOST_FEEDS`.
    """
    text = decode(data, name)
    refuse_entities(text, name)
    from lxml import etree  # type: ignore[import-untyped]

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, encoding="utf-8")
    try:
        tree = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as problem:
        raise SourceError(
            "The list is not XML", where=f"{name}:{problem.lineno}", remedy="Export it again from the feed reader."
        ) from problem
    found = [_address(outline) for outline in tree.iter("outline")]
    known = list(dict.fromkeys(filter(None, map(web_address, found))))
    if len(known) > MOST_FEEDS:
        raise SourceError(f"It names more than {MOST_FEEDS} feeds", where=name, remedy="Split it.")
    return known


def _address(outline: object) -> str:
    """The attribute that holds a feed's address, whatever its case."""
    attributes = {key.lower(): value for key, value in getattr(outline, "attrib", {}).items()}
    return str(attributes.get("xmlurl", "")).strip()
