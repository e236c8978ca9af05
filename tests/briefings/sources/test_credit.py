"""An agency's copy is known as such in every format, by its dateline or by who signed it."""

import json

import pytest

from briefings.sources import read
from briefings.sources.imported import Field
from tests.briefings.sources.stories import FERRY

DATELINE = f"BAY CITY (AP) — {FERRY[0]}"
BODY = "\n\n".join(FERRY[1:])
CHANNEL = "<rss version='2.0'><channel><title>Harbour Post</title>{}</channel></rss>"
ITEM = CHANNEL.format("<item>{}<description>{}</description></item>")
PAGE = f"<p>{DATELINE}</p>{''.join(f'<p>{words}</p>' for words in FERRY[1:])}"


@pytest.mark.parametrize(
    "source",
    [
        json.dumps({"title": "Ferry stays", "publisher": "Harbour Post", "text": f"{DATELINE}\n\n{BODY}"}),
        f"---\ntitle: Ferry stays\noutlet: Harbour Post\n---\n{DATELINE}\n\n{BODY}",
        ITEM.format("<title>Ferry stays</title>", DATELINE),
        f"<html><body><article>{PAGE}</article></body></html>",
    ],
    ids=["JSON", "Markdown", "feed", "HTML"],
)
def test_a_dateline_gives_the_credit(source: str) -> None:
    assert read(source.encode()).fields["credit"] == Field("AP", "stated", "BAY CITY (AP) —")


@pytest.mark.parametrize(
    "source",
    [
        json.dumps({"author": ["Tove Lindgren", "Reuters"], "publisher": "Harbour Post", "text": BODY}),
        f"---\ntitle: Ferry stays\nauthors: [Tove Lindgren, Reuters]\n---\n{BODY}",
        ITEM.format("<title>Ferry stays</title><author>Tove Lindgren, Reuters</author>", FERRY[0]),
    ],
    ids=["JSON", "Markdown", "feed"],
)
def test_a_byline_gives_the_credit(source: str) -> None:
    assert read(source.encode()).fields["credit"] == Field("Reuters", "stated", "Tove Lindgren, Reuters")


def test_a_credit_that_is_stated_counts_more() -> None:
    source = json.dumps({"credit": "NBC News", "author": "Reuters", "text": f"{DATELINE}\n\n{BODY}"})
    assert read(source.encode()).article.credit == "NBC News"
