"""A briefing is searched, quoted in snippets and put in columns as it is read, not as its Markdown is written."""

from __future__ import annotations

import pytest

from briefings.library import Library
from briefings.markdown import rendered
from index.engine import Engine
from index.snippets import snippet

BODY = (
    '\n# Herring\n\nThe courier tells of a [*long*  night](cite:inland-courier-2 "hidden words") and of **boats**.\n\n'
    "```rashomon coverage\n```\n\n| port | catch |\n|---|---|\n| Peniche | sardines |\n"
)


@pytest.fixture
def briefed(library: Library, engine: Engine) -> Engine:
    folder = library.folder / "briefings"
    folder.mkdir(exist_ok=True)
    (folder / "herring.md").write_text(f"---\ntitle: Herring\n---{BODY}", "utf-8")
    engine.refresh()
    return engine


def found(engine: Engine, query: str) -> list[str]:
    return [hit.id for hit in engine.search(f"kind:briefing ({query})").hits]


def test_words_as_read_are_found_and_those_of_the_markup_are_not(briefed: Engine) -> None:
    assert found(briefed, '"long night"') == found(briefed, '"of boats"') == found(briefed, "sardines")
    assert found(briefed, "sardines") == ["briefing:herring"]
    for hidden in ("cite", "hidden", '"courier 2"', "rashomon"):
        assert found(briefed, hidden) == [], hidden


def test_columns_and_snippets_show_no_markup(briefed: Engine) -> None:
    line = briefed.concordance('kind:briefing "long night"')[0]
    assert (line.left[-11:], line.word, line.right[:14]) == ("tells of a ", "long night", " and of boats.")
    [hit] = briefed.search("kind:briefing boats").hits
    text = briefed.text(hit)
    assert "a long night and of [boats]." in snippet(text, briefed.matches("kind:briefing boats", text)).bracketed


def test_spans_are_those_of_the_briefing_as_it_is_drawn(briefed: Engine) -> None:
    [line] = briefed.concordance("kind:briefing sardines")
    assert line.span.of(rendered(BODY.lstrip("\n")).text) == "sardines"
