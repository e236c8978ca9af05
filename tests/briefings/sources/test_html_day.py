"""The day of publication in an HTML page: the outlet's own, where metadata count in UTC."""

import json

import pytest

from briefings.sources import read
from briefings.sources.imported import Field
from tests.briefings.sources.stories import FERRY

UTC = "2024-02-29T04:04:55Z"  # late in the evening of the day before, west of the Atlantic


def published(head: str = "", shown: str = "", day: str = UTC, above: str = "") -> Field:
    title = "Ferry stays for two more years after a late vote"
    graph = {"@type": "NewsArticle", "headline": title, "datePublished": day}
    script = f'<script type="application/ld+json">{json.dumps(graph)}</script>' if day else ""
    body = f"{above}<h1>{title}</h1>{shown}{''.join(f'<p>{words}</p>' for words in FERRY)}"
    page = f"<html><head>{script}{head}</head><body><article>{body}</article></body></html>"
    return read(page.encode()).fields["published"]


@pytest.mark.parametrize(
    ("head", "shown", "evidence"),
    [
        ("", '<time datetime="2024-02-28T23:04:55-05:00">last night</time>', "time: 2024-02-28T23:04:55-05:00"),
        ("", f'<time datetime="{UTC}">Feb. 28, 2024, 11:04 p.m.</time>', "time: Feb. 28, 2024, 11:04 p.m."),
        ('<meta name="sailthru.date" content="2024-02-28 23:04:55">', "", "sailthru.date: 2024-02-28 23:04:55"),
        ('<meta name="dc.date" content="February 28th, 2024">', "", "dc.date: February 28th, 2024"),
        ("", "<p>By Tove Lindgren</p><p>February 28, 2024 11:04 pm</p>", "February 28, 2024 11:04 pm"),
    ],
)
def test_the_outlets_own_day_is_told_beside_utc(head: str, shown: str, evidence: str) -> None:
    assert published(head, shown) == Field("2024-02-28", "stated", evidence)


@pytest.mark.parametrize(
    ("head", "shown"),
    [
        ("", ""),
        ('<meta name="sailthru.date" content="2024-02-28 21:11:12">', ""),
        ('<meta name="dc.date" content="2024-03-15">', ""),
        ("", "<p>By Tove Lindgren</p><p>February 12, 2024</p>"),
    ],
)
def test_else_the_day_is_that_of_utc(head: str, shown: str) -> None:
    assert published(head, shown) == Field("2024-02-29", "stated", f"datePublished: {UTC}")


@pytest.mark.parametrize(
    "day", ["2024-02-29T00:10:00+09:00", "2024-02-29T23:10:00-05:00", "2024-02-29 01:00", "Feb 29, 2024"]
)
def test_a_day_with_its_own_offset_or_none_stands_as_it_is(day: str) -> None:
    assert published('<meta name="dc.date" content="2024-02-28">', "", day).value == "2024-02-29"


def test_a_day_marked_in_the_text_counts_where_the_head_gives_none() -> None:
    shown = '<time itemprop="datePublished" datetime="2024-03-02T21:36+0000">2 March 2024 • 9:36pm</time>'
    assert published("", shown, "") == Field("2024-03-02", "stated", "time: 2 March 2024 • 9:36pm")


def test_the_hour_of_another_story_tells_nothing() -> None:
    above = '<ul><li>Another story <time datetime="2024-02-28T21:00:00-05:00">Feb. 28, 2024</time></li></ul>'
    assert published(above=above).value == "2024-02-29"


@pytest.mark.parametrize("day", ["", "soon", "2024-13-45T00:00:00Z"])
def test_no_day_is_unknown(day: str) -> None:
    assert published("", "", day) == Field()
