"""Everything in a source: through archives, lists of feeds, and links that feeds announce."""

from __future__ import annotations

from pathlib import Path

from briefings.errors import NoArticle, SourceError
from briefings.sources.gather import gather, gather_from
from briefings.sources.imported import Imported
from tests.briefings.sources.stories import FERRY, LAMP
from tests.briefings.sources.test_archive import packed
from tests.briefings.sources.test_feed import RSS

PAGE = (
    f"<html><head><title>x</title></head><body><article>{''.join(f'<p>{p}</p>' for p in LAMP)}</article></body></html>"
)
OPML = b"""<opml version="2.0"><body><outline xmlUrl="https://post.example/feed"/>
<outline xmlUrl="https://gone.example/feed"/></body></opml>"""


class Web:
    """Addresses and what stands there; keeps what it was asked for."""

    def __init__(self, **pages: str) -> None:
        self.pages = {
            f"https://{name.replace('_', '.').replace('..', '/')}": page.encode() for name, page in pages.items()
        }
        self.asked: list[str] = []

    def __call__(self, address: str) -> tuple[bytes, str]:
        self.asked.append(address)
        if address not in self.pages:
            raise SourceError("The server answered 404", where=address, remedy="Look elsewhere.")
        return self.pages[address], address


def web() -> Web:
    return Web(post_example__feed=RSS, harbourpost_example__light=PAGE)


def told(found: list[tuple[str, Imported | SourceError]]) -> list[tuple[str, str]]:
    return [(name, one.what if isinstance(one, SourceError) else one.format) for name, one in found]


def test_a_feed_on_the_web_is_filled_up_with_the_pages_it_announces() -> None:
    asked = web()
    found = list(gather_from("https://post.example/feed", asked))
    assert asked.asked == ["https://post.example/feed", "https://harbourpost.example/light"]
    assert told(found) == [
        ("https://post.example/feed", "RSS feed"),
        ("https://harbourpost.example/light", "HTML"),
        ("https://post.example/feed", "RSS feed, summary only"),
        ("https://post.example/feed", "RSS feed, summary only"),
    ]
    page = found[1][1]
    assert isinstance(page, Imported)
    assert page.article.text == "\n\n".join(LAMP)
    assert page.original == PAGE.encode()


def test_what_the_page_leaves_unknown_the_feed_says() -> None:
    page = list(gather_from("https://post.example/feed", web()))[1][1]
    assert isinstance(page, Imported)
    assert (page.article.outlet, str(page.article.published)) == ("Harbour Post", "2024-01-02")
    assert page.article.id.startswith("harbour-post-")
    assert page.fields["published"].evidence == "published: Tue, 02 Jan 2024 10:00:00 GMT"
    assert page.article.url == "https://harbourpost.example/light"
    assert page.fields["url"].evidence == "fetched from https://harbourpost.example/light"


def test_a_page_on_the_web_stands_where_it_was_fetched_unless_it_says_otherwise() -> None:
    canonical = PAGE.replace("</head>", '<link rel="canonical" href="https://post.example/lamp"></head>')
    for page, url in ((PAGE, "https://post.example/light?from=mail"), (canonical, "https://post.example/lamp")):
        asked = Web()
        asked.pages["https://post.example/light?from=mail"] = page.encode()
        ((_, found),) = gather_from("https://post.example/light?from=mail", asked)
        assert isinstance(found, Imported)
        assert found.article.url == found.fields["url"].value == url


def test_a_page_that_cannot_be_had_leaves_the_summary_and_the_reason() -> None:
    asked = Web(post_example__feed=RSS)
    found = list(gather_from("https://post.example/feed", asked))
    assert told(found)[1:3] == [
        ("https://post.example/feed", "RSS feed, summary only"),
        ("https://harbourpost.example/light", "The server answered 404"),
    ]


def test_a_page_that_says_less_than_the_summary_is_not_taken() -> None:
    short = f"<html><body><article><p>{LAMP[0][:70]} and so on.</p></article></body></html>"
    found = list(
        gather_from("https://post.example/feed", Web(post_example__feed=RSS, harbourpost_example__light=short))
    )
    assert told(found)[1] == ("https://post.example/feed", "RSS feed, summary only")


def test_a_feed_in_a_file_fetches_nothing(tmp_path: Path) -> None:
    file = tmp_path / "feed"
    file.write_text(RSS, "utf-8")
    asked = web()
    assert [name for name, _ in gather_from(str(file), asked)] == [str(file)] * 4
    assert asked.asked == []


def test_a_list_of_feeds_is_followed_from_a_file_too() -> None:
    asked = web()
    found = list(gather(OPML, "list.opml", asked))
    assert [name for name, _ in found] == [
        "https://post.example/feed",
        "https://harbourpost.example/light",
        "https://post.example/feed",
        "https://post.example/feed",
        "https://gone.example/feed",
    ]
    assert isinstance(found[-1][1], SourceError)


def test_without_a_way_to_fetch_a_list_says_what_it_is() -> None:
    ((name, error),) = gather(OPML, "list.opml")
    assert isinstance(error, SourceError)
    assert (name, error.what) == ("list.opml", "It lists 2 feeds, and nothing is fetched here")
    ((_, error),) = gather_from("https://post.example/feed")
    assert isinstance(error, SourceError)
    assert "nothing is fetched" in error.what


def test_a_bad_member_of_an_archive_does_not_stop_the_rest() -> None:
    files = {"a.txt": "\n\n".join(FERRY).encode(), "b.pdf": b"%PDF-1.7", "../c.txt": b"C", "d.html": PAGE.encode()}
    found = list(gather(packed(files), "clippings.zip"))
    assert [name for name, _ in found] == [
        "clippings.zip/a.txt",
        "clippings.zip/b.pdf",
        "clippings.zip/../c.txt",
        "clippings.zip/d.html",
    ]
    assert [isinstance(one, SourceError) for _, one in found] == [False, True, True, False]
    assert all(one.where == name for name, one in found if isinstance(one, SourceError))


def test_an_archive_with_nothing_in_it_is_told() -> None:
    ((name, error),) = gather(packed({".hidden": b"x"}), "a.zip")
    assert isinstance(error, NoArticle)
    assert name == "a.zip"


def test_a_missing_file_is_told() -> None:
    ((_, error),) = gather_from("/no/such/file")
    assert isinstance(error, SourceError)
