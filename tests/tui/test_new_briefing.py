"""A briefing that `rashomon brief new` wrote: each article it names opens from it, at the words it cites."""

from __future__ import annotations

import sys

import pytest

from briefings.article import Article
from briefings.briefing import read_briefing
from briefings.check import check
from briefings.draft import begun
from briefings.library import Library
from tests.ferry import COURIER, GAZETTE
from tests.reading import lit, press, reading, shown
from tui.cli import main


async def test_enter_opens_the_articles_of_a_new_briefing(ferry: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    words = ["brief", "new", "Another meeting", COURIER.id, GAZETTE.id, "--library", str(ferry.folder)]
    monkeypatch.setattr(sys, "argv", ["rashomon", *words])
    assert main(words) == 0
    async with reading(ferry) as pilot:
        assert "Another meeting" in shown(pilot)
        await press(pilot, "g", "j", "j", "n", "enter")
        assert [words in COURIER.text for words in lit(pilot)] == [True]
        assert (COURIER.title or "") in shown(pilot)


def test_what_a_new_briefing_cites_is_found(ferry: Library) -> None:
    folder = ferry.folder / "briefings"
    path = folder / "new.md"
    articles = {article.id: article for article in ferry.articles()}
    sources = ", ".join(articles)
    path.write_text(f"---\ntitle: New\nsources: [{sources}]\n---\n{begun('New', list(articles.values()))}", "utf-8")
    assert check(read_briefing(path), articles) == []


def test_an_article_without_text_is_named() -> None:
    assert "- Post: post-00000000\n" in begun("New", [Article("post-00000000", "Post", "")])
