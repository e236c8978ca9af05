"""What a text of markup starts with."""

import pytest

from briefings.errors import SourceError
from briefings.sources import read
from briefings.sources.prolog import first_element, refuse_entities, root_name
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


@pytest.mark.parametrize(
    "before", ["", "<!-- <a -->", "<?x <a ?>", "<!DOCTYPE a>", '<?xml version="1.0"?>\n<!-- <b> -->']
)
def test_entities_are_refused_whatever_stands_before_them(before: str) -> None:
    with pytest.raises(SourceError, match="entities"):
        refuse_entities(f'{before}<!DOCTYPE opml [<!ENTITY a "aaaa">]><opml>&a;</opml>', "list.opml")


def test_the_word_entity_inside_the_document_is_no_declaration() -> None:
    refuse_entities("<opml><![CDATA[<!ENTITY a 'b'>]]></opml>")
