"""Text and fields -> Imported: what every format does last. Not here: anything about a single format."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from briefings.article import UNKNOWN_OUTLET, Article, Span, article_id
from briefings.errors import NoArticle
from briefings.sources.address import host_name
from briefings.sources.imported import FIELD_NAMES, UNKNOWN, Field, Imported

NO_FIELDS: Mapping[str, Field] = dict.fromkeys(FIELD_NAMES, UNKNOWN)


def stated(value: str | None, evidence: str = "") -> Field:
    """A field that the source says itself, with the words that say it; unknown where the value is empty."""
    return Field(value, "stated", evidence or value) if value else UNKNOWN


def outlet_at(url: Field) -> Field:
    """The outlet as the site's name in its address lets it be inferred; unknown where there is none."""
    host = host_name(url.value) if url.value else None
    return Field(host, "inferred", url.evidence) if host else UNKNOWN


def assemble(
    original: bytes,
    decoded: str,
    paragraphs: Sequence[str],
    fields: Mapping[str, Field],
    *,
    form: str,
    where: str = "",
    kept: Sequence[Span] = (),
    retold: bool = False,
) -> Imported:
    """The article made of `paragraphs` (normalised) and `fields`, with the bytes it came from.

    Raises NoArticle when there is no paragraph; `where` is the name that error is shown under.
    """
    text = "\n\n".join(paragraph for paragraph in paragraphs if paragraph)
    if not text:
        raise NoArticle(
            "No article stands in it", where=where, remedy="Give the page of one report, or paste its text."
        )
    known = {**NO_FIELDS, **fields}
    known["outlet"] = known["outlet"] if known["outlet"].value else outlet_at(known["url"])
    outlet = known["outlet"].value or UNKNOWN_OUTLET
    published = known["published"].value
    article = Article(
        id=article_id(outlet, original),
        outlet=outlet,
        text=text,
        title=known["title"].value,
        published=date.fromisoformat(published) if published else None,
        url=known["url"].value,
        byline=known["byline"].value,
        credit=known["credit"].value,
        retold=retold,
    )
    return Imported(article, original, decoded, tuple(kept), known, form)
