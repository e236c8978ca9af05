"""OPML lists of feeds."""

import pytest

from briefings.errors import NoArticle, SourceError
from briefings.sources import opml, read, read_all
from briefings.sources.opml import addresses

LIST = b"""<?xml version="1.0"?><opml version="2.0"><head><title>Mine</title></head><body>
<outline text="Harbours"><outline type="rss" text="Post" xmlUrl="https://post.example/feed"/>
<outline type="rss" text="Courier" xmlurl="http://courier.example/rss "/></outline>
<outline text="Again" xmlUrl="https://post.example/feed"/><outline text="No feed" htmlUrl="https://other.example"/>
<outline text="A file" xmlUrl="file:///etc/passwd"/></body></opml>"""


def test_the_addresses_of_the_feeds_each_once() -> None:
    assert addresses(LIST) == ["https://post.example/feed", "http://courier.example/rss"]


def test_it_holds_no_article_itself() -> None:
    assert list(read_all(LIST)) == []
    with pytest.raises(NoArticle, match="lists feeds"):
        read(LIST)


def test_entities_and_damage_are_refused() -> None:
    with pytest.raises(SourceError, match="entities"):
        addresses(LIST.replace(b"<opml", b'<!DOCTYPE opml [<!ENTITY a SYSTEM "file:///etc/hostname">]><opml', 1))
    with pytest.raises(SourceError, match="not XML") as caught:
        addresses(LIST[:-10], "list.opml")
    assert caught.value.where.startswith("list.opml:")


def test_too_many_feeds_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opml, "MOST_FEEDS", 1)
    with pytest.raises(SourceError, match="more than 1 feeds"):
        addresses(LIST)
