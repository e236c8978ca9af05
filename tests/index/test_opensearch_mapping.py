"""What an archive keeps of a document gives the document again, and its words are those of `analysis.py`."""

from __future__ import annotations

import json
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from briefings.article import Article
from index.analysis import tokens
from index.contents import article_document
from index.engine import Document, Hit
from index.opensearch.hits import Twins, in_order
from index.opensearch.mapping import WORD_FIELDS, article_of, from_stored, mapped_anew, stored, template

ARTICLE = Article(
    "pier-1",
    "Pier Gazette",
    "“The ferry will sail again in spring,” said Ana Brandt, the harbour master.",
    title="Ferry",
    published=date(2024, 3, 1),
    url="https://pier.example/ferry",
    byline="Joren Falk",
    credit="AP",
)
COPY = "The council voted on Monday to close the old bridge for repairs that will take eleven months, and drivers wait."


def kept(article: Article, *, hear: bool = True) -> dict[str, object]:
    """What the archive gives back: JSON, without the fields that are only searched."""
    source = json.loads(json.dumps(stored(article_document(article, hear=hear), "library", article)))
    return {name: value for name, value in source.items() if name not in WORD_FIELDS}


def test_an_article_comes_back_as_it_was_sent() -> None:
    assert article_of(kept(ARTICLE)) == ARTICLE
    assert from_stored(kept(ARTICLE)) == article_document(ARTICLE, hear=True)
    bare = Article("bare-1", "Outlet", "Text.")
    assert article_of(kept(bare, hear=False)) == bare


def test_re_mapping_makes_the_same_fields_again() -> None:
    sent = json.loads(json.dumps(stored(article_document(ARTICLE, hear=True), "library", ARTICLE)))
    assert json.loads(json.dumps(mapped_anew(kept(ARTICLE)))) == sent


def test_every_field_that_is_sent_is_mapped() -> None:
    properties = template("meetings")["template"]["mappings"]["properties"]
    assert stored(article_document(ARTICLE), "library", ARTICLE).keys() == properties.keys()


@given(st.text(max_size=80))
def test_words_are_counted_as_a_tokenizer_at_spaces_counts_them(text: str) -> None:
    words = stored(Document("a", "article", text), "library")["words"][-1]
    assert len(words.split()) == len([token for token in tokens(text) if token.stem.split()])


def hit(id: str, outlet: str, score: float = 1.0) -> Hit:
    return Hit(id, "article", outlet, None, None, score)


def test_copies_at_other_outlets_are_twins() -> None:
    texts = {"a": COPY, "b": f"{COPY} More here.", "c": "A bridge.", "d": COPY}
    hits = [hit("a", "One"), hit("b", "Two"), hit("c", "Three"), hit("d", "One")]
    sources = {id: stored(Document(id, "article", text), "library") for id, text in texts.items()}
    prints = {id: source["prints"] for id, source in sources.items()}
    asked: list[list[str]] = []

    def read(ids: list[str]) -> dict[str, str]:
        asked.append(ids)
        return {id: texts[id] for id in ids}

    twins = Twins(hits, prints, read)
    assert [twin.id for twin in twins(hits[0])] == ["b"]
    assert [twin.id for twin in twins(hits[1])] == ["a", "d"]
    assert list(twins(hits[2])) == []
    assert asked == [["a", "b", "d"]]


def test_by_outlet_each_stands_where_its_best_hit_stood() -> None:
    hits = [hit("a", "One", 3), hit("b", "Two", 2), hit("c", "One", 1)]
    assert [one.id for one in in_order(hits, "outlet")] == ["a", "c", "b"]
    assert in_order(hits, "relevance") == hits
