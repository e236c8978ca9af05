"""HTML pages: their text and what their heads state."""

import json

import pytest

from briefings.errors import NoArticle, SourceError
from briefings.sources import files, read

PARAGRAPHS = [
    "The harbour council voted on Monday to keep the old ferry running for two more years, its chair said.",
    "Passengers had feared that the line would close, and forty of them waited outside until the vote was over.",
    "“We heard them,” said the chair, who had proposed the closure in March. “Nobody wants to drive around.”",
]


def page(head="", body=None):
    text = body or "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    menu = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/news'>News</a></li></ul></nav>"
    return f"<!DOCTYPE html><html><head>{head}</head><body>{menu}<article>{text}</article></body></html>".encode()


def test_menus_are_left_out():
    assert read(page()).article.text == "\n\n".join(PARAGRAPHS)


def test_json_ld_states_the_fields():
    graph = [
        {"@type": "Organization", "@id": "#us", "name": "Harbour Post"},
        {
            "@type": "NewsArticle",
            "headline": "Ferry &#8217;stays&#8217;",
            "datePublished": "2023-12-27T22:00:00+01:00",
            "author": [{"name": "Tove Lindgren"}, {"name": "Ole Berg"}],
            "publisher": {"@id": "#us"},
        },
    ]
    head = f'<script type="application/ld+json">{json.dumps({"@graph": graph})}</script>'
    imported = read(page(head + '<link rel="canonical" href="https://harbourpost.example/ferry">'))
    article = imported.article
    assert (article.title, article.outlet) == ("Ferry ’stays’", "Harbour Post")
    assert (article.byline, article.published.isoformat()) == ("Tove Lindgren, Ole Berg", "2023-12-27")
    assert article.url == "https://harbourpost.example/ferry"
    assert imported.fields["url"].evidence == "canonical: https://harbourpost.example/ferry"
    assert imported.fields["published"].evidence == "datePublished: 2023-12-27T22:00:00+01:00"


def test_meta_tags_state_what_json_ld_does_not():
    head = (
        '<script type="application/ld+json">{"broken": </script>'
        '<meta property="og:title" content="Ferry stays"><meta property="og:site_name" content="Harbour Post">'
        '<meta property="article:published_time" content="2023-12-27"><meta name="author" content="Tove Lindgren">'
        '<meta property="article:modified_time" content="2024-01-05">'
    )
    article = read(page(head)).article
    assert (article.title, article.outlet, article.byline) == ("Ferry stays", "Harbour Post", "Tove Lindgren")
    assert article.published.isoformat() == "2023-12-27"


def test_a_head_that_states_nothing_leaves_everything_unknown():
    fields = read(page("<title>Home</title>")).fields
    assert {field.confidence for field in fields.values()} == {"unknown"}


@pytest.mark.parametrize(
    ("window", "head", "title", "outlet"),
    [
        ("Old ferry stays for now", "", "Old ferry stays for now", None),
        ("Old ferry stays for now | Harbour Post", "", "Old ferry stays for now", "Harbour Post"),
        (
            "Old ferry stays for now – Harbour Post",
            '<meta property="og:site_name" content="The Harbour Post">',
            "Old ferry stays for now",
            "The Harbour Post",
        ),
        (
            "Old ferry stays – a reprieve",
            '<link rel="canonical" href="https://post.example/a">',
            "Old ferry stays – a reprieve",
            "post.example",
        ),
    ],
)
def test_the_name_of_the_window_lets_the_title_be_inferred(window, head, title, outlet):
    fields = read(page(f"<title>{window}</title>{head}")).fields
    assert (fields["title"].value, fields["title"].confidence) == (title, "inferred")
    assert fields["outlet"].value == outlet


def test_the_only_heading_is_the_title_and_not_in_the_text():
    body = "<h1>Ferry stays</h1>" + "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    article = read(page(body=body)).article
    assert article.title == "Ferry stays"
    assert article.text == "\n\n".join(PARAGRAPHS)


def test_a_dateline_gives_the_credit_unless_it_is_the_outlets_own():
    body = f"<p>BERGEN (Reuters) - {PARAGRAPHS[0]}</p>" + "".join(f"<p>{text}</p>" for text in PARAGRAPHS[1:])
    assert read(page(body=body)).article.credit == "Reuters"
    assert read(page('<meta property="og:site_name" content="Reuters">', body)).article.credit is None


def test_a_piece_of_a_page_is_html_too():
    piece = "<div><p>Home</p><p>" + "</p><p>".join(PARAGRAPHS) + "</p></div>"
    assert read(piece.encode()).format == "HTML"


@pytest.mark.parametrize("text", ["<b>The ferry</b> stays, the council said on Monday.", "1 < 2, said the captain."])
def test_a_tag_makes_no_page(text):
    assert read(text.encode()).format == "pasted text"


def nested(depth):
    return page(body="<div>" * depth + "".join(f"<p>{text}</p>" for text in PARAGRAPHS) + "</div>" * depth)


def test_deep_nesting_is_read():
    assert read(nested(100)).article.text == "\n\n".join(PARAGRAPHS)


def test_damage_is_an_error_not_a_crash():
    with pytest.raises(NoArticle):
        read(nested(3000))


@pytest.mark.parametrize(
    ("author", "credit"),
    [("Associated Press", "Associated Press"), ("Tove Lindgren, Reuters", "Reuters"), ("Tove Lindgren", None)],
)
def test_an_agency_as_author_is_the_credit(author, credit):
    head = f'<meta property="og:site_name" content="Harbour Post"><meta name="author" content="{author}">'
    assert read(page(head)).article.credit == credit


def test_an_agency_is_not_credited_on_its_own_page():
    head = '<meta property="og:site_name" content="Reuters"><meta name="author" content="Reuters">'
    assert read(page(head)).article.credit is None


@pytest.mark.parametrize("tag", ["b", "div", "span", "ul><li"])
def test_a_page_nested_without_end_is_no_crash(tag):
    words = "".join(f"<p>{words}</p>" for words in PARAGRAPHS)
    assert read(f"<html><body>{words}{f'<{tag}>' * 5000}".encode()).article.text == "\n\n".join(PARAGRAPHS)


def test_a_text_longer_than_any_page_is_told(monkeypatch):
    monkeypatch.setattr(files, "MOST_PAGE", 2**20)
    for before in (b"", b"<html><body><p>", b"---\ntitle: a\n---\n"):
        with pytest.raises(SourceError, match="more than 1 million characters"):
            read(before + b"word " * 300_000)
