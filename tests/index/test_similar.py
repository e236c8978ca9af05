"""Other coverage of the same meeting."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from briefings.article import UNKNOWN_OUTLET, Article
from briefings.library import Library
from index import open_engine
from index.engine import Engine


def test_the_other_outlet_on_the_same_meeting_comes_first(engine: Engine) -> None:
    assert engine.similar("harbour-post-1")[0].id == "inland-courier-2"


def test_the_article_itself_and_its_outlet_are_left_out(library: Library, engine: Engine) -> None:
    library.add(Article("harbour-post-9", "The Harbour Post", "Ministers met in Lisbon about fishing quotas."))
    engine.refresh()
    assert not {"harbour-post-1", "harbour-post-9"} & {hit.id for hit in engine.similar("harbour-post-1")}


def test_articles_of_unknown_outlets_are_not_taken_for_one_outlet(library: Library, engine: Engine) -> None:
    library.add(Article("unknown-9", UNKNOWN_OUTLET, "Officers of immigration counted boats for the observers."))
    engine.refresh()
    assert "unknown-9" in [hit.id for hit in engine.similar("unknown-4")]


def test_of_two_alike_the_nearer_day_comes_first(tmp_path: Path) -> None:
    day = date(2024, 3, 1)
    text = "The council of Arbeth voted on the tramway through the botanical garden."
    with Library.open(tmp_path / "days") as library:
        for name, days in (("far", 40), ("near", 1), ("asked", 0), ("unknown", None)):
            when = None if days is None else day + timedelta(days=days)
            library.add(Article(name, f"Outlet {name}", text, published=when))
        engine = open_engine(library)
        assert [hit.id for hit in engine.similar("asked")] == ["near", "unknown", "far"]
        assert [hit.id for hit in engine.similar("asked", limit=1)] == ["near"]
        engine.close()


def test_an_article_like_no_other_has_no_other_coverage(tmp_path: Path) -> None:
    with Library.open(tmp_path / "alone") as library:
        library.add(Article("one", "One", "Aardvarks."))
        library.add(Article("two", "Two", "Zebras."))
        engine = open_engine(library)
        assert engine.similar("one") == []
        engine.close()
