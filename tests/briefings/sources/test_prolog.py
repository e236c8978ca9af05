"""What a text of markup starts with."""

import pytest

from briefings.sources import read
from briefings.sources.prolog import first_element, root_name
from tests.briefings.sources.stories import FERRY, LAMP


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("<rss>", "rss"),
        ("\ufeff\n<?xml version='1.0'?>\n<!-- <feed> --><rdf:RDF xmlns='x'>", "rdf"),
        ("<!DOCTYPE opml [<!ELEMENT opml ANY><!-- > -->]>\n<opml>", "opml"),
        ("<!doctype html><HTML>", "html"),
        ("<!-- never closed", ""),
        ("words <b>first</b>", ""),
        ("", ""),
    ],
)
def test_the_first_element(text: str, name: str) -> None:
    assert root_name(text) == name
    assert first_element(text) == (text.lower().rindex("<" + ("rdf:" if name == "rdf" else "") + name) if name else -1)


@pytest.mark.parametrize("root", ["html", "section"])
def test_a_page_after_many_comments_is_read_as_one(root: str) -> None:
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in (*FERRY, *LAMP))
    assert read(f"{'<!--a-->' * 5000}<{root}>{paragraphs}</{root}>".encode()).format == "HTML"
