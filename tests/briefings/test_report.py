"""A comparison to take away: every format holds the evidence and nothing it holds is obeyed."""

from __future__ import annotations

import csv
import io
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from briefings.article import Article, Span
from briefings.framing.comparison import Comparison
from briefings.inline import escaped
from briefings.markdown import blocks, rendered
from briefings.report import ABSENT, as_csv, as_dict, as_html, as_markdown
from tests.briefings.harbour import CRAB, GULL, TERN, comparison

DOCS = Path(__file__).parents[2] / "docs" / "json.md"


def test_every_span_comes_with_its_words() -> None:
    texts = {article.id: article.text for article in (GULL, TERN, CRAB)}
    seen = 0

    def walk(value: object) -> None:
        nonlocal seen
        if isinstance(value, dict):
            if "span" in value:
                assert Span(*value["span"]).of(texts[value["article"]]) == value["words"]
                seen += 1
            for one in value.values():
                walk(one)
        elif isinstance(value, list):
            for one in value:
                walk(one)

    walk(as_dict(comparison()))
    assert seen >= 15


def test_json_goes_round_and_says_where_a_point_was_not_found() -> None:
    whole = as_dict(comparison())
    assert json.loads(json.dumps(whole)) == whole
    assert [point["not_found_in"] for point in whole["points"]] == [[], [CRAB.id]]
    assert [place["words"] for place in whole["only_here"]] == [
        "It rained.",
        "Port staff counted 45 boats.",
        "=1+1 is no [formula](here).",
    ]
    assert [figure["value"] for figure in whole["figures"]] == [40, 45]


def paths(value: object, path: str = "") -> set[str]:
    """The path of every field in `value`, lists as []."""
    if isinstance(value, dict):
        return {p for key, one in value.items() for p in paths(one, f"{path}.{key}" if path else key)}
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return {p for one in value for p in paths(one, path + "[]")}
    return {path}


def test_the_docs_name_every_field_and_no_other() -> None:
    documented = set(re.findall(r"^- `([^`]+)`: ", DOCS.read_text("utf-8"), re.M))
    shared = ("utterances[].members[]", "figure_groups[].members[]", "cuts[].longest", "cuts[].others[].quotes[]")
    used = {next((s for s in shared if path.startswith(s)), path) for path in paths(as_dict(comparison()))}
    empty_here = {path for path in used if any(other.startswith(f"{path}[].") for other in used)}
    assert documented == used - empty_here


def test_csv_holds_points_by_outlets_and_no_formula() -> None:
    head, *rows = csv.reader(io.StringIO(as_csv(comparison())))
    assert head[2:] == [f"{a.outlet} ({a.id})" for a in (GULL, TERN, CRAB)]
    assert rows[1][0] == "'=no net was cast"
    assert rows[1][2].startswith("¶2 Some 40 boats")
    assert rows[1][4] == ABSENT


def test_markdown_shows_the_words_as_they_are() -> None:
    shown = rendered(as_markdown(comparison(), "Vigo *talks*"))
    assert shown.blocks[0][0].text == "Vigo *talks*"
    assert "=1+1 is no [formula](here)." in shown.text
    assert not [mark for mark in shown.marks if mark.kind in ("link", "strong", "emphasis")]
    tables = [block for block in blocks(as_markdown(comparison())) if block.kind == "table"]
    assert ("A", "Daily <Gull>", "2024-05-06", "AP", "21", "Boats | and *nets*") in tables[0].rows
    assert all(len(row) == len(table.rows[0]) for table in tables for row in table.rows)


@pytest.mark.parametrize(
    "text", ["a*b*c", "`x` \\ _y_", "[a](b)", "<b>", "&amp; &lt;", "a | b", "# x", "![i](j)", "~~~"]
)
def test_escaped_text_is_shown_as_it_was(text: str) -> None:
    assert rendered("“" + escaped(text)).text == "“" + text


class Page(HTMLParser):
    """What a page holds."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.names: set[str] = set()
        self.targets: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.tags.add(tag)
        self.names.add(values.get("id") or "")
        self.targets.add(values.get("href") or "")

    def handle_data(self, data: str) -> None:
        self.text += data


def test_html_is_one_page_whose_links_lead_to_the_words() -> None:
    nasty = Article(
        "x-1", "<script>alert(1)</script>", 'A "quoted" & <img src=x onerror=y> line.', title="</title><script>"
    )
    whole = comparison()
    page = Page()
    page.feed(as_html(whole, "Vigo </title><script>x</script>"))
    assert not page.tags & {"script", "img", "link", "iframe"}
    assert {target.removeprefix("#") for target in page.targets} <= page.names
    for article in whole.articles:
        assert all(span.of(article.text) in page.text for span in article.paragraphs)
    empty = Comparison((nasty,), ((),), (), (), ((),), (), ((),), (), ((),))
    page = Page()
    page.feed(as_html(empty))
    assert not page.tags & {"script", "img"}
    assert nasty.text in page.text
