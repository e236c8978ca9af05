"""The originals of feeds and JSON line by line: each paragraph of the text is found in the source it came from."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefings.library import Library
from briefings.relining import lines_of, toggle_line
from briefings.sources import read
from briefings.sources.feed_lines import feed_lines
from briefings.sources.json_values import json_lines
from briefings.sources.original import original_lines

FIRST = "The harbour council voted on Monday to keep the “old” ferry — at any price."
SECOND = "The ferry stays for two more years, its chair said."
RSS = """<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Harbour Post</title>
<item><title>Ferry stays</title><link>https://post.example/1</link><description>In short.</description>
<content:encoded>{}</content:encoded></item></channel></rss>
"""
HTML = (
    "<p>The harbour council <a href='x'>voted</a> on Monday "
    "to keep the &#8220;old&#8221; ferry &mdash; at any price.</p>"
    f"<p>{SECOND}</p><p>The post Ferry stays appeared first on Harbour Post.</p>"
)
ESCAPED = HTML.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


@pytest.mark.parametrize("content", [f"<![CDATA[{HTML}]]>", ESCAPED], ids=["CDATA", "escaped"])
def test_a_feed_tells_which_of_its_lines_are_the_text(content: str) -> None:
    imported = read(RSS.format(content).encode())
    assert imported.article.text == f"{FIRST}\n\n{SECOND}"
    lines = original_lines(imported.decoded, imported.kept)
    assert [line.text for line in lines if line.kept] == [FIRST, SECOND]
    dropped = [line.text for line in lines if not line.kept]
    assert dropped[:4] == ["Harbour Post", "Ferry stays", "https://post.example/1", "In short."]


@pytest.mark.parametrize("between", ["\n\n", "\n", "\r\n", "\n \n", "\r\n\r\n"])
def test_json_tells_which_of_its_lines_are_the_text(between: str) -> None:
    source = json.dumps({"title": "Ferry\\nstays", "text": f"{FIRST}{between}{SECOND}", "words": 24})
    imported = read(source.encode())
    lines = original_lines(imported.decoded, imported.kept)
    assert [line.text for line in lines if line.kept] == imported.article.text.split("\n\n") == [FIRST, SECOND]
    assert [line.text for line in lines if not line.kept] == ["Ferry\\nstays"]


def test_lines_within_paragraphs_do_not_part_them_where_blank_lines_do() -> None:
    source = json.dumps({"text": "The ferry\nsails.\n\nIt is\nlate."})
    assert [text for _, text in json_lines(source)] == ["The ferry sails.", "It is late."]
    assert [span.of(source) for span, _ in json_lines(source)] == ["The ferry\\nsails.", "It is\\nlate."]


def test_places_in_a_feed_hold_the_words_they_give() -> None:
    source = "<entry><title>Ferry &amp; port</title><summary>It &lt;b&gt;sails&lt;/b&gt; now</summary></entry>"
    found = list(feed_lines(source))
    assert [text for _, text in found] == ["Ferry & port", "It sails now"]
    assert [span.of(source) for span, _ in found] == ["Ferry &amp; port", "It &lt;b&gt;sails&lt;/b&gt; now"]


def test_a_line_of_json_is_taken_out_and_put_back(tmp_path: Path) -> None:
    imported = read(json.dumps({"title": "Ferry stays", "text": f"{FIRST}\n\n{SECOND}"}).encode())
    with Library.open(tmp_path) as library:
        library.add(imported)
        id = imported.article.id
        first = next(line for line in lines_of(library, id) if line.kept)
        toggle_line(library, id, first.span)
        assert library.article(id).text == SECOND
        toggle_line(library, id, first.span)
        assert library.article(id).text == f"{FIRST}\n\n{SECOND}"
