"""What is recognised as what, and what each error says."""

import json

import pytest

from briefings.article import UNKNOWN_OUTLET
from briefings.errors import NoArticle, SourceError
from briefings.sources import read, read_all
from briefings.sources.clean import clean

PARAGRAPHS = [
    "The harbour council voted on Monday to keep the old ferry running for two more years, its chair told reporters.",
    "Passengers had feared that the line would close, and forty of them waited outside the hall until the vote.",
    "“We heard them,” said the chair, who had proposed the closure in March and withdrew it before the meeting.",
]
BODY = "\n\n".join(PARAGRAPHS)


def test_pasted_text_is_the_fallback():
    imported = read(BODY.encode())
    assert imported.format == "pasted text"
    assert imported.article.text == BODY
    assert [span.of(imported.decoded) for span in imported.kept] == PARAGRAPHS
    assert imported.article.outlet == UNKNOWN_OUTLET
    assert imported.article.id.startswith("unknown-")


def test_the_name_decides_nothing():
    assert read(BODY.encode(), "page.html").format == "pasted text"


def test_markdown():
    source = f"---\ntitle: Ferry stays\noutlet: Harbour Post\npublished: 2023-12-27\nretold: true\n---\n\n{BODY}\n"
    imported = read(source.encode())
    article = imported.article
    assert (imported.format, article.title, article.outlet) == ("Markdown", "Ferry stays", "Harbour Post")
    assert article.retold
    assert article.published.isoformat() == "2023-12-27"
    assert article.text == BODY
    assert imported.fields["title"].confidence == "stated"
    assert imported.fields["credit"].confidence == "unknown"


def test_json_lines_hold_several():
    lines = [{"title": f"No {n}", "text": BODY, "sitename": "Harbour Post", "date": "2023-12-27"} for n in (1, 2)]
    found = list(read_all("\n".join(map(json.dumps, lines)).encode()))
    assert [imported.article.title for imported in found] == ["No 1", "No 2"]
    assert found[0].article.id != found[1].article.id


def test_html():
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    imported = read(
        f"<html><head><title>Ferry</title></head><body><article>{paragraphs}</article></body></html>".encode()
    )
    assert imported.format == "HTML"
    assert imported.article.text == BODY


@pytest.mark.parametrize(
    ("source", "kind", "what"),
    [
        (b"", SourceError, "empty"),
        (b" \n\t\n", SourceError, "empty"),
        (b"%PDF-1.7 stream", SourceError, "a PDF"),
        (bytes(range(256)) * 20, SourceError, "not text"),
        (b"* Home\n* News\n* Sport\nSign in\nSubscribe\n", NoArticle, "No article"),
        (b"<html><body><nav><a href='/'>Home</a></nav></body></html>", NoArticle, "No article"),
        (b'[{"title": "no text here"}]', NoArticle, "No object"),
        (b"---\ntitle: [\n---\nWords.\n", SourceError, "not YAML"),
    ],
)
def test_errors_say_what_where_and_what_to_do(source, kind, what):
    with pytest.raises(kind) as caught:
        read(source, "the file")
    assert what in caught.value.what
    assert caught.value.where.startswith("the file")
    assert caught.value.remedy


def test_a_title_that_stands_in_the_body_is_no_paragraph_of_it():
    title = "Who told the island that its only ferry would be gone by the summer, and why did nobody ask?"
    source = "\n".join([title, "by Tove Lindgren", *PARAGRAPHS])
    assert clean(source).body[0] == 0
    imported = read(source.encode())
    assert imported.article.title == title
    assert imported.article.text == BODY
    assert [span.of(source) for span in imported.kept] == PARAGRAPHS
