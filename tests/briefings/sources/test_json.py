"""JSON and JSON Lines, as the common crawlers write them."""

import json

import pytest

from briefings.errors import NoArticle, SourceError
from briefings.sources import read, read_all

TEXT = "The harbour council voted on Monday.\n\nThe ferry stays for two more years."

CRAWLERS = {
    "trafilatura": {
        "title": "Ferry stays",
        "author": "Tove Lindgren",
        "hostname": "harbourpost.example",
        "date": "2023-12-27",
        "text": TEXT.replace("\n\n", "\n"),
        "raw_text": TEXT,
        "source": "https://harbourpost.example/ferry",
        "sitename": "Harbour Post",
    },
    "newspaper4k": {
        "title": "Ferry stays",
        "authors": ["Tove Lindgren"],
        "publish_date": "2023-12-27 10:00:00+00:00",
        "text": TEXT,
        "url": "https://harbourpost.example/ferry",
        "publisher": "Harbour Post",
    },
    "news-please": {
        "title": "Ferry stays",
        "authors": ["Tove Lindgren"],
        "date_publish": "2023-12-27 10:00:00",
        "date_download": "2025-01-01 10:00:00",
        "maintext": TEXT,
        "source_domain": "Harbour Post",
        "url": "https://harbourpost.example/ferry",
    },
    "Fundus": {
        "title": "Ferry stays",
        "authors": ["Tove Lindgren"],
        "publishing_date": "2023-12-27T10:00:00+00:00",
        "publisher": "Harbour Post",
        "body": {
            "summary": ["The harbour council voted on Monday."],
            "sections": [{"headline": [], "paragraphs": ["The ferry stays for two more years."]}],
        },
        "html": {"requested_url": "https://harbourpost.example/ferry"},
        "url": "https://harbourpost.example/ferry",
    },
    "schema.org": {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "WebSite", "name": "Harbour Post"},
            {
                "@type": "NewsArticle",
                "headline": "Ferry stays",
                "articleBody": TEXT,
                "author": [{"@type": "Person", "name": "Tove Lindgren"}],
                "datePublished": "2023-12-27T10:00:00Z",
                "publisher": {"@type": "Organization", "name": "Harbour Post"},
                "mainEntityOfPage": {"@id": "https://harbourpost.example/ferry"},
            },
        ],
    },
    "schema.org with references": {
        "@graph": [
            {
                "@type": "NewsArticle",
                "headline": "Ferry stays",
                "articleBody": TEXT,
                "author": [{"@id": "#tove"}],
                "datePublished": "2023-12-27T10:00:00Z",
                "publisher": {"@id": "#post"},
                "url": "https://harbourpost.example/ferry",
            },
            {"@type": "Person", "@id": "#tove", "name": "Tove Lindgren"},
            {"@type": "NewsMediaOrganization", "@id": "#post", "name": "Harbour Post"},
        ],
    },
    "newspaper4k with metadata": {
        "title": "Ferry stays",
        "authors": ["Tove Lindgren"],
        "publish_date": "2023-12-27 10:00:00+00:00",
        "text": TEXT,
        "canonical_link": "https://harbourpost.example/ferry",
        "meta_site_name": "Harbour Post",
        "source_url": "https://cdn.example",
    },
    "Fundus with its source": {
        "title": "Ferry stays",
        "authors": ["Tove Lindgren"],
        "publishing_date": "2023-12-27T10:00:00+00:00",
        "plaintext": TEXT,
        "html": {
            "requested_url": "https://harbourpost.example/ferry",
            "content": "<p>not read</p>",
            "source_info": {"publisher": "Harbour Post"},
        },
    },
    "JSON Feed": {
        "version": "https://jsonfeed.org/version/1.1",
        "items": [
            {
                "id": "1",
                "title": "Ferry stays",
                "content_text": TEXT,
                "authors": [{"name": "Tove Lindgren"}],
                "date_published": "2023-12-27T10:00:00Z",
                "url": "https://harbourpost.example/ferry",
                "source": {"name": "Harbour Post"},
            }
        ],
    },
}


@pytest.mark.parametrize("crawler", CRAWLERS)
def test_every_crawler_is_read_alike(crawler):
    imported = read(json.dumps(CRAWLERS[crawler]).encode())
    article = imported.article
    assert imported.format == "JSON"
    assert article.text == TEXT
    assert (article.title, article.outlet, article.byline) == ("Ferry stays", "Harbour Post", "Tove Lindgren")
    assert article.published.isoformat() == "2023-12-27"
    assert article.url == "https://harbourpost.example/ferry"


def test_a_domain_lets_the_outlet_be_inferred():
    field = read(json.dumps({"text": TEXT, "hostname": "www.harbourpost.example"}).encode()).fields["outlet"]
    assert (field.value, field.confidence) == ("harbourpost.example", "inferred")


def test_a_list_inside_an_object_is_found():
    answer = {"status": "ok", "articles": [{"title": "A", "content": TEXT}, {"title": "B", "content": TEXT}]}
    assert [imported.article.title for imported in read_all(json.dumps(answer).encode())] == ["A", "B"]


def test_the_same_entry_has_the_same_id_wherever_it_stands():
    entries = [{"title": title, "text": TEXT} for title in "ABC"]
    first = [imported.article.id for imported in read_all(json.dumps(entries).encode())]
    again = [imported.article.id for imported in read_all("\n".join(map(json.dumps, entries[::-1])).encode())]
    assert first == again[::-1]
    assert len(set(first)) == 3


def test_a_broken_line_is_named():
    lines = [json.dumps({"text": TEXT}), json.dumps({"text": TEXT}), '{"text": "cut']
    with pytest.raises(SourceError, match="not JSON") as caught:
        list(read_all("\n".join(lines).encode(), "feed.jsonl"))
    assert caught.value.where == "feed.jsonl:3"


@pytest.mark.parametrize("source", ["[]", "{}", '{"title": "No text"}', '[{"text": ""}]', '{"text": 7}'])
def test_json_without_text_holds_no_article(source):
    with pytest.raises(NoArticle):
        read(source.encode())


def test_a_text_in_brackets_is_no_json():
    assert read(b"[The harbour council] voted on Monday to keep the ferry, its chair told reporters.").format == (
        "pasted text"
    )


def test_lines_around_a_broken_one_are_read():
    lines = [json.dumps({"text": TEXT, "title": "A"}), '{"text": "cut', json.dumps({"text": TEXT, "title": "B"})]
    found = []
    with pytest.raises(SourceError, match="not JSON") as caught:
        found.extend(imported.article.title for imported in read_all("\n".join(lines).encode(), "feed.jsonl"))
    assert caught.value.where == "feed.jsonl:2"
    assert found == ["A", "B"]


def test_an_entry_that_refers_to_names_can_be_read_by_itself():
    graph = CRAWLERS["schema.org with references"]["@graph"]
    second = {**graph[0], "headline": "Ferry leaves"}
    for imported in read_all(json.dumps([*graph, second]).encode()):
        assert imported.article.outlet == "Harbour Post"
        assert read(imported.original).article == imported.article


def test_deep_names_and_odd_references_are_passed_over():
    deep = json.loads("[" * 900 + '"Tove Lindgren"' + "]" * 900)
    entry = {"text": TEXT, "title": {"name": {"name": 1}}, "author": deep, "publisher": {"@id": [1]}, "date": {"a": 1}}
    article = read(json.dumps(entry).encode()).article
    assert (article.title, article.byline, article.published) == (None, None, None)


def test_deep_nesting_is_an_error_not_a_crash():
    with pytest.raises(SourceError):
        read(b"[" * 100_000 + b"]" * 100_000)
