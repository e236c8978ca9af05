"""RSS and Atom feeds: an article for each entry, and what is kept of each."""

from __future__ import annotations

import pytest

from briefings.errors import NoArticle, SourceError
from briefings.sources import read, read_all
from briefings.sources.feed import is_summary
from tests.briefings.sources.stories import FERRY, LAMP

HTML = "".join(f"<p>{paragraph}</p>" for paragraph in FERRY)

RSS = f"""<?xml version="1.0" encoding="utf-8"?>
<!-- made by hand --><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<image><title>A logo</title><url>https://harbourpost.example/logo.png</url></image>
<title>Harbour Post</title><link>https://harbourpost.example/</link>
<lastBuildDate>Wed, 27 Dec 2023 12:00:00 GMT</lastBuildDate>
<item><title>Ferry &amp; harbour: line stays</title><link>https://harbourpost.example/ferry</link>
<dc:creator><![CDATA[Tove Lindgren]]></dc:creator><pubDate>Wed, 27 Dec 2023 10:00:00 GMT</pubDate>
<description>The council has voted.</description>
<content:encoded><![CDATA[<img src="a.png"/>{HTML}<p>The post <a href="#">Ferry line stays</a> appeared first on
 <a href="#">Harbour Post</a>.</p> <!-- </item> -->]]></content:encoded></item>
<item><title>North light goes dark</title><link>https://harbourpost.example/light</link>
<description>{LAMP[0]}</description><pubDate>Tue, 02 Jan 2024 10:00:00 GMT</pubDate></item>
<item><title>Pier opens</title><content:encoded>&lt;p&gt;{LAMP[1]} Continue reading&lt;/p&gt;</content:encoded></item>
<item><title>Only a headline</title></item>
</channel></rss>"""

ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Island Courier: News</title>
<updated>2024-01-03T00:00:00Z</updated>
<entry><title type="html">North &lt;b&gt;light&lt;/b&gt; goes dark</title><id>tag:1</id>
<link rel="alternate" href="https://courier.example/light"/><published>2024-01-02T10:00:00Z</published>
<updated>2024-01-09T10:00:00Z</updated><author><name>Arne Dahl</name></author><author><name>Mia Holm</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{"".join(f"<p>{p}</p>" for p in LAMP)}</div></content>
</entry>
<entry><title>Pier opens</title><id>tag:2</id><updated>2024-01-09T10:00:00Z</updated>
<summary>{FERRY[1]}</summary></entry></feed>"""

RDF = f"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://courier.example"><title>Island Courier</title>
<items><rdf:Seq><rdf:li resource="https://courier.example/light"/></rdf:Seq></items></channel>
<item rdf:about="https://courier.example/light"><title>North light goes dark</title>
<link>https://courier.example/light</link><description>{LAMP[0]}</description>
<dc:date>2024-01-02T10:00:00Z</dc:date><dc:publisher>Island Press</dc:publisher></item></rdf:RDF>"""


def test_an_entry_with_its_full_text() -> None:
    first = next(read_all(RSS.encode()))
    article = first.article
    assert first.format == "RSS feed"
    assert article.text == "\n\n".join(FERRY)
    assert (article.title, article.byline) == ("Ferry & harbour: line stays", "Tove Lindgren")
    assert article.url == "https://harbourpost.example/ferry"
    assert first.fields["url"].evidence == f"link: {article.url}"
    assert str(article.published) == "2023-12-27"
    assert first.fields["published"].evidence == "published: Wed, 27 Dec 2023 10:00:00 GMT"


def test_the_outlet_is_inferred_from_the_title_of_the_feed() -> None:
    for imported in list(read_all(RSS.encode()))[1:]:
        outlet = imported.fields["outlet"]
        assert (outlet.value, outlet.confidence) == ("Harbour Post", "inferred")
        assert outlet.evidence == "title of the feed: Harbour Post"


def test_the_outlet_is_stated_where_the_text_says_where_it_appeared_first() -> None:
    other = RSS.replace('<a href="#">Harbour Post</a>', "Island &amp; Sea")
    outlets = [imported.fields["outlet"] for imported in read_all(other.encode())]
    assert [(outlet.value, outlet.confidence) for outlet in outlets] == [
        ("Island & Sea", "stated"),
        *[("Harbour Post", "inferred")] * 3,
    ]
    assert outlets[0].evidence == "The post Ferry line stays appeared first on Island & Sea."


def test_an_entry_that_is_only_announced_says_so() -> None:
    _, summary, opening, headline = read_all(RSS.encode())
    assert summary.format == opening.format == headline.format == "RSS feed, summary only"
    assert summary.article.text == LAMP[0]
    assert opening.article.text.startswith(LAMP[1])
    assert headline.article.text == "Only a headline"
    assert [is_summary(imported) for imported in read_all(RSS.encode())] == [False, True, True, True]


def test_atom() -> None:
    light, pier = read_all(ATOM.encode())
    assert (light.format, pier.format) == ("Atom feed", "Atom feed, summary only")
    assert light.article.text == "\n\n".join(LAMP)
    assert (light.article.title, light.article.byline) == ("North light goes dark", "Arne Dahl, Mia Holm")
    assert (light.fields["published"].value, light.fields["published"].confidence) == ("2024-01-02", "stated")
    assert (pier.fields["published"].value, pier.fields["published"].confidence) == ("2024-01-09", "inferred")


def test_rss_in_rdf() -> None:
    light = read(RDF.encode())
    assert (light.format, light.article.text) == ("RSS feed, summary only", LAMP[0])
    assert (light.fields["outlet"].value, light.fields["outlet"].confidence) == ("Island Press", "stated")


@pytest.mark.parametrize("feed", [RSS, ATOM, RDF])
def test_an_entry_is_its_own_original_and_can_be_read_again(feed: str) -> None:
    found = list(read_all(feed.encode()))
    assert len({imported.original for imported in found}) == len(found)
    for imported in found:
        (again,) = read_all(imported.original)
        assert (again.article, again.fields) == (imported.article, imported.fields)
        assert again.original == imported.original


def test_an_entry_keeps_its_id_when_the_feed_is_made_again() -> None:
    later = RSS.replace("12:00:00", "18:30:00").replace("<item><title>Pier opens", "<item><title>New pier opens")
    before, after = ([imported.article.id for imported in read_all(feed.encode())] for feed in (RSS, later))
    assert before[:2] == after[:2]
    assert before[2] != after[2]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1"])
def test_the_declared_encoding_holds(encoding: str) -> None:
    feed = RSS.replace("utf-8", encoding).replace("“", "").replace("”", "").replace("Tove", "Löve")
    assert next(read_all(feed.encode(encoding))).article.byline == "Löve Lindgren"


def test_entities_of_its_own_are_refused() -> None:
    bomb = '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>' + RSS.split("?>", 1)[1]
    with pytest.raises(SourceError, match="entities"):
        list(read_all(bomb.encode()))


def test_a_file_of_this_machine_is_not_read_in() -> None:
    outside = RSS.replace("<rss", '<!DOCTYPE rss SYSTEM "file:///etc/hostname"><rss', 1)
    assert next(read_all(outside.encode())).article.title == "Ferry & harbour: line stays"


def test_a_feed_without_entries_holds_no_article() -> None:
    with pytest.raises(NoArticle, match="no entries"):
        read(b'<rss version="2.0"><channel><title>Harbour Post</title></channel></rss>')


def test_a_broken_feed_gives_what_can_be_read() -> None:
    assert [imported.article.title for imported in read_all(RSS[: RSS.index("Pier opens")].encode())] == [
        "Ferry & harbour: line stays",
        "North light goes dark",
    ]
