"""Markdown with a front matter: fields under the names that programs give them, words without markup, places kept."""

from __future__ import annotations

from itertools import pairwise

import pytest

from briefings.errors import SourceError
from briefings.sources import read
from briefings.sources.imported import Field
from tests.read_cases import read_cases

CASES = read_cases("markdown_articles")


def fields(*lines: str) -> dict[str, Field]:
    header = "\n".join(lines)
    return dict(read(f"---\n{header}\n---\nThe ferry stays, the council said.\n".encode()).fields)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_the_words_stay_and_the_markup_goes(case) -> None:
    imported = read(case.input.encode())
    assert imported.format == "Markdown"
    assert imported.article.text.split("\n\n") == case.expected.split("\n")
    assert len(imported.kept) == len(imported.article.paragraphs)
    for words, span in zip(imported.article.text.split("\n\n"), imported.kept, strict=True):
        assert words.split()[-1][:4] in span.of(imported.decoded)


@pytest.mark.parametrize(
    ("line", "name", "value"),
    [
        ("headline: Ferry stays", "title", "Ferry stays"),
        ("date: 2024-02-28T23:04:55-05:00", "published", "2024-02-28"),
        ("publishDate: 28 Feb 2024", "published", "2024-02-28"),
        ("date-published: 2024-02-28", "published", "2024-02-28"),
        ("author: Tove Lindgren", "byline", "Tove Lindgren"),
        ("authors: [Tove Lindgren, Ole Berg]", "byline", "Tove Lindgren, Ole Berg"),
        ('author:\n  - "[[Tove Lindgren]]"\n  - "[[ole|Ole Berg]]"', "byline", "Tove Lindgren, Ole Berg"),
        ("author: {name: Tove Lindgren, email: t@post.example}", "byline", "Tove Lindgren"),
        ("author:\n  - {family: Lindgren, given: Tove}\n  - {literal: The desk}", "byline", "Tove Lindgren, The desk"),
        ("publication: Harbour Post", "outlet", "Harbour Post"),
        ("container-title: Harbour Post", "outlet", "Harbour Post"),
        ("site_name: Harbour Post", "outlet", "Harbour Post"),
        ("source: Harbour Post", "outlet", "Harbour Post"),
        ("source: https://post.example/ferry", "url", "https://post.example/ferry"),
        ("URL: https://post.example/ferry", "url", "https://post.example/ferry"),
        ("canonical_url: https://post.example/ferry", "url", "https://post.example/ferry"),
        ("agency: AP", "credit", "AP"),
    ],
)
def test_a_field_under_another_name_is_stated_with_its_key(line: str, name: str, value: str) -> None:
    field = fields(line)[name]
    assert (field.value, field.confidence) == (value, "stated")
    assert field.evidence.startswith(line.partition(":")[0] + ": ")


def test_the_closest_name_counts_and_what_does_not_fit_is_passed_over() -> None:
    found = fields(
        "date: 2024-03-01",
        "published: 2024-02-28",
        "url: /2024/ferry",
        "source: https://post.example/ferry",
        "site: www.post.example",
        "created: 2024-05-05",
        "tags: [ferry]",
    )
    assert found["published"].value == "2024-02-28"
    assert found["url"].value == "https://post.example/ferry"
    assert (found["outlet"].value, found["outlet"].confidence) == ("post.example", "inferred")
    assert fields("created: 2024-05-05", "date: soon", "url: javascript:alert(1)") == dict.fromkeys(found, Field())


def test_a_day_that_is_none_is_told_under_our_own_key() -> None:
    with pytest.raises(SourceError, match="is no date"):
        fields("published: soon")


def test_a_day_that_no_calendar_has_is_none() -> None:
    assert fields("date: 2024-13-45", "title: Ferry") | {"title": Field()} == dict.fromkeys(fields("a: b"), Field())


@pytest.mark.parametrize(
    "header",
    ["a: !!python/object/apply:os.system [id]", "a: " + "[" * 5000, "a: b\n? [a]\n: b", "a: b: c"],
)
def test_a_front_matter_that_cannot_be_read_is_told(header: str) -> None:
    with pytest.raises(SourceError, match="front matter"):
        fields("title: Ferry", header)


def test_a_bomb_in_a_front_matter_does_not_go_off() -> None:
    names = "abcdefghi"
    bomb = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    bomb += [f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]" for before, name in pairwise(names)]
    assert len(fields(*bomb, "author: *i", "source: *i")["byline"].value or "") < 1000


def test_a_front_matter_in_toml() -> None:
    header = 'title = "Ferry stays"\ndate = 2024-02-28T10:00:00Z\nauthors = ["Tove Lindgren"]'
    source = f"+++\n{header}\n+++\nThe ferry *stays*.\n"
    imported = read(source.encode())
    assert (imported.article.title, imported.article.byline) == ("Ferry stays", "Tove Lindgren")
    assert (str(imported.article.published), imported.article.text) == ("2024-02-28", "The ferry stays.")
    with pytest.raises(SourceError, match="not TOML"):
        read(b"+++\ntitle = Ferry\n+++\nThe ferry stays.\n")


@pytest.mark.parametrize(
    "piece", ["[", "<div ", "{{< ", "<!--", "<script>", "[[a|", "> ", "*a _b ", "![x](", "%%", "{: "]
)
def test_a_hostile_text_is_read_in_a_time_that_grows_with_its_length(piece: str) -> None:
    words = read(f"---\ntitle: x\n---\nThe ferry stays.\n\n{piece * 5_000}\n".encode()).article.text
    assert words.startswith("The ferry stays.")
