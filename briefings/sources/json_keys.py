"""The key names of the common news crawlers and of schema.org, and which of our fields each one is.

Known: trafilatura, newspaper4k, news-please, Fundus, JSON Feed, schema.org's NewsArticle. A dot leads into an object.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

TEXT = (
    "text",
    "maintext",
    "articleBody",
    "plaintext",
    "article_text",
    "full_text",
    "raw_text",
    "body",
    "content",
    "content_text",
)
KEYS = {
    "title": ("title", "headline", "name"),
    "outlet": (
        "outlet",
        "publisher",
        "sitename",
        "source-hostname",
        "source_name",
        "site_name",
        "meta_site_name",
        "html.source_info.publisher",
        "source",
        "source_domain",
        "hostname",
        "source_url",
    ),
    "published": (
        "published",
        "date_publish",
        "publish_date",
        "publishing_date",
        "datePublished",
        "publishedAt",
        "published_at",
        "date_published",
        "date",
    ),
    "byline": ("byline", "author", "authors", "creator"),
    "credit": ("credit",),
}
URL = (
    "url",
    "source-url",
    "responded_url",
    "requested_url",
    "link",
    "canonical_link",
    "mainEntityOfPage",
    "html.responded_url",
    "html.requested_url",
    "source",
)
"""Where each stands, the best first."""

Entry = dict[str, Any]


def value_of(entry: Entry, key: str) -> Any:
    """What stands under `key`, which may lead into objects; None where nothing does."""
    value: Any = entry
    for name in [key] if key in entry else key.split("."):
        value = value.get(name) if isinstance(value, dict) else None
    return value


def names_by_id(document: Any, deepest: int) -> dict[str, str]:
    """`@id` -> name of everything in a JSON-LD document that has both."""
    return {thing["@id"]: thing["name"] for thing in _things(document, deepest)}


def _things(value: Any, deepest: int) -> Iterator[Entry]:
    if isinstance(value, dict):
        if isinstance(value.get("@id"), str) and isinstance(value.get("name"), str):
            yield value
        value = list(value.values())
    if isinstance(value, list) and deepest:
        for inner in value:
            yield from _things(inner, deepest - 1)


def with_names(value: Any, names: dict[str, str], deepest: int) -> Any:
    """`value`, a person or organisation or a list of these, with the names of those that are only referred to."""
    if isinstance(value, list):
        return [with_names(item, names, deepest - 1) for item in value] if deepest else []
    referred = names.get(str(value.get("@id"))) if isinstance(value, dict) and "name" not in value else None
    return {**value, "name": referred} if referred else value
