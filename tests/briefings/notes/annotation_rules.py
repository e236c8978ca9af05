"""What the Web Annotation Data Model (W3C Recommendation, 23 February 2017) asks of a page of annotations.

The rules that a text annotation of ours can break, section by section; not a JSON-LD processor.
"""

from __future__ import annotations

import re
from typing import Any

MOTIVATIONS = {
    *("assessing", "bookmarking", "classifying", "commenting", "describing", "editing", "highlighting"),
    *("identifying", "linking", "moderating", "questioning", "replying", "tagging"),
}
"""Section 3.3.5."""
TERMS = {
    *("@context", "id", "type", "items", "partOf", "startIndex", "label", "total", "motivation", "created"),
    *("modified", "creator", "name", "body", "target", "value", "format", "purpose", "source", "selector", "exact"),
    *("prefix", "suffix", "start", "end", "dc:identifier", "dc:publisher", "dc:title"),
}
"""The keys of ours that the context http://www.w3.org/ns/anno.jsonld defines; `dc` is a prefix in it."""
_IRI = re.compile(r"[a-z][a-z0-9+.-]*:[^\s]+")
_UTC = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z")


def require_annotations(page: dict[str, Any]) -> None:
    """Fail unless `page` is an AnnotationPage (section 5.2) of annotations as the model has them."""
    _require_terms(page)
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert page["type"] == "AnnotationPage"
    assert _IRI.fullmatch(page["id"])
    whole = page["partOf"]
    assert (whole["type"], whole["total"]) == ("AnnotationCollection", len(page["items"]))
    assert isinstance(page["items"], list)
    for item in page["items"]:
        _require_annotation(item)


def _require_terms(value: Any) -> None:
    if isinstance(value, dict):
        assert set(value) <= TERMS
        for part in value.values():
            _require_terms(part)
    elif isinstance(value, list):
        for part in value:
            _require_terms(part)


def _require_annotation(item: dict[str, Any]) -> None:
    """Section 3.1: an id, the type, one target or more; 3.3: motivations, times in UTC, an agent."""
    assert item["type"] == "Annotation"
    assert _IRI.fullmatch(item["id"])
    assert item["motivation"] in MOTIVATIONS
    assert _UTC.fullmatch(item["created"])
    assert _UTC.fullmatch(item["modified"])
    if "creator" in item:
        assert item["creator"]["type"] in {"Person", "Organization", "Software"}
    for body in item.get("body", []):
        assert body["purpose"] in MOTIVATIONS
        assert body["type"] in {"TextualBody", "SpecificResource"}
        assert isinstance(body["value"] if body["type"] == "TextualBody" else body["source"], str)
    assert item.get("body", [None])
    _require_target(item["target"])


def _require_target(target: dict[str, Any]) -> None:
    """Section 4: a specific resource has one source; 4.2.4 and 4.2.5: what the selectors must hold."""
    source = target["source"]
    assert isinstance(source["id"], str)
    assert source["type"] in {"Dataset", "Image", "Video", "Sound", "Text"}
    quote, *position = target["selector"]
    assert quote["type"] == "TextQuoteSelector"
    assert all(isinstance(quote[part], str) for part in ("exact", "prefix", "suffix"))
    for one in position:
        assert one["type"] == "TextPositionSelector"
        assert 0 <= one["start"] <= one["end"]
