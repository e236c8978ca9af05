"""What the head of an HTML page states about its article: JSON-LD first, then meta tags. Not here: its text."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Iterator
from typing import Any

from briefings.sources import phrases
from briefings.sources.address import names_web, web_address
from briefings.sources.assemble import stated
from briefings.sources.decode import normalise
from briefings.sources.html_day import find_day_of
from briefings.sources.imported import UNKNOWN, Field
from briefings.sources.site_name import without_site

_META = {
    "title": ("og:title", "twitter:title", "dc.title", "title", "parsely-title", "sailthru.title"),
    "outlet": ("og:site_name", "application-name", "dc.publisher", "twitter:app:name:iphone"),
    "byline": ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl"),
}
_PUBLISHED = "datePublished"
_PUBLISHED_METAS = (
    "article:published_time",
    "og:article:published_time",
    "parsely-pub-date",
    "sailthru.date",
    "datepublished",
    "dc.date.issued",
    "dc.date",
    "pubdate",
    "publish-date",
    "publication_date",
    "date",
)
_SITE_NAME = "og:site_name"
_DOMAIN = re.compile(r"[\w-]+(?:\.[\w-]+)+")
_FEWEST_WORDS = 3  # of a window's name that can be a title
_LINKED = {"title": "headline", "outlet": "publisher", "byline": "author"}
_ARTICLES = (
    "Article",
    "NewsArticle",
    "ReportageNewsArticle",
    "AnalysisNewsArticle",
    "OpinionNewsArticle",
    "BlogPosting",
    "LiveBlogPosting",
)
Thing = dict[str, Any]


def read_html_fields(tree: Any, shown: Callable[[str], Field] = lambda _: UNKNOWN) -> dict[str, Field]:
    """The fields that the head of a parsed page (an lxml element) states.

    shown: the day of publication that the page's text gives under this title; asked for where the head leaves a doubt.
    """
    things = list(_things(tree))
    article = next((thing for thing in things if _is_article(thing)), {})
    metas = _metas(tree)
    fields = {name: _linked(article, things, name) or _meta(metas, name) for name in _LINKED}
    fields["outlet"] = _site_name(metas) or fields["outlet"]
    if not fields["title"].value:
        fields["title"] = _first(tree, "//h1")
    fields["url"] = _address(tree, metas)
    if not fields["title"].value:
        window = _window_title(tree)
        fields["title"], fields["outlet"] = without_site(window, fields["outlet"], fields["url"], fields["byline"])
    title = fields["title"].value or ""
    fields["published"] = find_day_of(tree, _days(article, metas), lambda: shown(title))
    return {name: fields[name] for name in ("title", "outlet", "published", "byline", "url")}


def _things(tree: Any) -> Iterator[Thing]:
    """Every object of the page's JSON-LD, from the outside in."""
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        try:
            waiting = [json.loads(script.text or "", strict=False)]
        except (ValueError, RecursionError):
            continue
        while waiting:
            value = waiting.pop(0)
            if isinstance(value, list):
                waiting = [*value, *waiting]
            elif isinstance(value, dict):
                yield value
                waiting += [inner for inner in value.values() if isinstance(inner, dict | list)]


def _is_article(thing: Thing) -> bool:
    kinds = thing.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return any(kind in _ARTICLES for kind in kinds) and "headline" in thing


def _days(article: Thing, metas: dict[str, str]) -> Iterator[tuple[str, str]]:
    """What the head says of the day of publication, the best first."""
    yield _PUBLISHED, str(article.get(_PUBLISHED) or "")
    yield from ((key, _plain(metas[key])) for key in _PUBLISHED_METAS if key in metas)


def _linked(article: Thing, things: list[Thing], name: str) -> Field | None:
    words = _plain(_names(article.get(_LINKED[name]), things))
    return _field(words, f"{_LINKED[name]}: {words}") if words else None


def _names(value: Any, things: list[Thing]) -> str:
    if isinstance(value, list):
        return ", ".join(filter(None, (_names(item, things) for item in value)))
    if isinstance(value, dict):
        if isinstance(value.get("name"), str):
            return str(value["name"]).strip()
        same = (
            thing for thing in things if thing.get("@id") == value.get("@id") and isinstance(thing.get("name"), str)
        )
        return str(next(same, {}).get("name", ""))
    return value if isinstance(value, str) else ""


def _metas(tree: Any) -> dict[str, str]:
    metas: dict[str, str] = {}
    for meta in tree.iterfind(".//meta[@content]"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop")
        if name and meta.get("content").strip():
            metas.setdefault(name.lower(), meta.get("content"))
    return metas


def _meta(metas: dict[str, str], name: str) -> Field:
    for key in _META[name]:
        words = _plain(metas.get(key, ""))
        field = _field(words, f"{key}: {words}") if words else None
        if field:
            return field
    return UNKNOWN


def _site_name(metas: dict[str, str]) -> Field | None:
    """The name that a site gives itself for sharing; its publisher is often its owner. An address is no name."""
    name = _plain(metas.get(_SITE_NAME, ""))
    return stated(name, f"{_SITE_NAME}: {name}") if name and not _DOMAIN.fullmatch(name) else None


def _field(words: str, evidence: str) -> Field | None:
    return None if names_web(words) else stated(words, evidence)


def _first(tree: Any, path: str) -> Field:
    headings = [normalise(" ".join(heading.itertext())).replace("\n", " ") for heading in tree.xpath(path)]
    headings = [" ".join(heading.split()) for heading in headings if heading]
    return stated(headings[0]) if len(headings) == 1 else UNKNOWN


def _window_title(tree: Any) -> Field:
    """What the page's window is called, from which its title can be inferred; unknown for a word or two (`Home`)."""
    words = _plain(tree.findtext(".//head/title") or "")
    long = len(words.split()) >= _FEWEST_WORDS and not phrases.is_label(words) and not names_web(words)
    return Field(words, "inferred", f"title: {words}") if long else UNKNOWN


def _plain(words: str) -> str:
    """Words of the head on one line; some sites escape their entities twice."""
    return " ".join(normalise(html.unescape(words)).split())


def _address(tree: Any, metas: dict[str, str]) -> Field:
    canonical = next((link.get("href") for link in tree.iterfind(".//link[@rel='canonical']")), None)
    for name, words in (("canonical", canonical), ("og:url", metas.get("og:url"))):
        if address := web_address(words):
            return stated(address, f"{name}: {address}")
    return UNKNOWN
