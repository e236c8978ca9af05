"""Each example of docs/search.md finds what the page says, in the reports the page shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from briefings.article import Article, Span
from briefings.library import Library
from briefings.notes.note import new_note
from index import open_engine
from index.engine import Engine

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "search.md").read_text("utf-8")
ROW = re.compile(r"^\| `(?P<query>[^`]+)` \|(?P<finds>[^|]*)\|(?P<rest>[^|]*)", re.M)
WRONG = PAGE.index("## When something is wrong")
OWN = range(PAGE.index("## Notes, codes and briefings"), PAGE.index("## Days"))
ROWS = list(ROW.finditer(PAGE))
EXAMPLES = [(row["query"], row["finds"], row["rest"], row.start() > WRONG) for row in ROWS if row.start() not in OWN]
OF_OWN_WORK = [(row["query"], row["finds"]) for row in ROWS if row.start() in OWN]


def shown() -> Iterator[Article]:
    """The reports in the page's first block."""
    block = re.search(r"```text\n(.*?)```", PAGE, re.S)
    assert block
    for report in block[1].strip().split("\n\n"):
        head, text = report.split("\n", 1)
        id, outlet, day, credit, title = (part.strip() for part in head.split("|"))
        published = date.fromisoformat(day) if day else None
        yield Article(id, outlet, text, title=title, published=published, credit=credit or None)


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    with Library.open(tmp_path_factory.mktemp("page") / "library") as library:
        library.add_all(shown())
        engine = open_engine(library)
        engine.refresh()
        yield engine
        engine.close()


@pytest.fixture(scope="module")
def annotated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """The reports with the note and the briefing the page tells of."""
    with Library.open(tmp_path_factory.mktemp("annotated") / "library") as library:
        library.add_all(shown())
        note = new_note(library.article("valley"), Span(0, 11), "Praises the pickers", ("Cause",))
        library.add_note(replace(note, id="1"))
        folder = library.folder / "briefings"
        folder.mkdir(exist_ok=True)
        (folder / "lisbon.md").write_text("---\ntitle: Fishing talks\nsources: [harbour, courier]\n---\n", "utf-8")
        engine = open_engine(library)
        yield engine
        engine.close()


def test_the_page_has_examples() -> None:
    assert len(EXAMPLES) > 30
    assert len(OF_OWN_WORK) > 5
    assert PAGE.count("\n| `") == len(EXAMPLES) + len(OF_OWN_WORK)


@pytest.mark.parametrize(("query", "finds", "rest", "wrong"), EXAMPLES, ids=[example[0] for example in EXAMPLES])
def test_an_example_finds_what_the_page_says(reports: Engine, query: str, finds: str, rest: str, wrong: bool) -> None:
    results = reports.search(query)
    assert {hit.id for hit in results.hits} == {id.strip() for id in finds.split(",")} - {""}
    assert results.advice.startswith(rest.strip()) if wrong else not results.problem


@pytest.mark.parametrize(("query", "finds"), OF_OWN_WORK)
def test_an_example_of_own_work_finds_what_the_page_says(annotated: Engine, query: str, finds: str) -> None:
    assert {hit.id for hit in annotated.search(query).hits} == {id.strip() for id in finds.split(",")}
