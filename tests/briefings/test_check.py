"""The curator's checks, and that a draft passes them."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from briefings.article import Article, Span
from briefings.briefing import citations, read_briefing, save_new
from briefings.check import check
from briefings.draft import cite, draft
from briefings.framing.comparison import Comparison
from briefings.markdown import rendered
from briefings.words import find_words, same_words
from tests.briefings.harbour import CRAB, GULL, TERN, comparison

LIBRARY = {article.id: article for article in (GULL, TERN, CRAB)}
HEADER = f"""---
title: Vigo
sources:
  - {GULL.id}
---
"""


def findings(tmp_path: Path, body: str, header: str = HEADER) -> list[tuple[int, str, str]]:
    path = tmp_path / "vigo.md"
    path.write_text(header + body, "utf-8")
    return [tuple(finding) for finding in check(read_briefing(path), LIBRARY)]


def test_nothing_to_find(tmp_path: Path) -> None:
    body = f"They [met in\nVigo](cite:{GULL.id}), [so](cite:{GULL.id} '“no net was cast,” Mora').\n"
    assert findings(tmp_path, body + "\n```rashomon coverage\n```\n") == []


@pytest.mark.parametrize(
    ("body", "line", "what", "remedy"),
    [
        ("One\n\n[two](cite:gone-1)", 8, "no article has the id 'gone-1'", "Import"),
        (f"One [the ministers meet](cite:{GULL.id})", 6, "“the ministers meet” was not found", "The ministers met"),
        (f"[zzzz qqqq](cite:{GULL.id})", 6, "was not found", "Cite words that stand there"),
        (f"\n[](cite:{GULL.id})", 7, "cites no words", "[words]"),
        (f"[in Vigo](cite:{TERN.id})", 6, "not among the sources", "sources:"),
        (f"x\n[in Vigo](cite:{GULL.id} extra)", 7, "is no link", "without spaces"),
        ("\n\n```rashomon colours\n```", 8, "no table is called 'colours'", "coverage"),
        ("```rashomon\n```", 6, "names no table", "coverage"),
    ],
)
def test_finds_it_with_line_and_remedy(tmp_path: Path, body: str, line: int, what: str, remedy: str) -> None:
    found = findings(tmp_path, body + f"\n\n[It rained](cite:{GULL.id})\n")
    assert len(found) == 1
    assert found[0][0] == line
    assert what in found[0][1]
    assert remedy in found[0][2]


def test_sources_that_are_not_there_or_never_cited(tmp_path: Path) -> None:
    header = f"---\ntitle: Vigo\nsources:\n  - {GULL.id}\n\n  - lost-00000000\n---\n"
    found = findings(tmp_path, "Nothing cited.\n", header)
    assert [(line, what) for line, what, _ in found] == [
        (4, f"the source '{GULL.id}' is never cited"),
        (6, "no article has the id 'lost-00000000'"),
    ]
    inline = f"---\ntitle: Vigo\nsources: [{GULL.id}]\n---\n"
    assert findings(tmp_path, "None.\n", inline)[0][0] == 3


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        ("nets and", "rope, nets\n\nand salt", "nets\n\nand"),
        ('"it\'s - late"', "He: “it’s — late”.", "“it’s — late”"),
        ("so...", "and so… on", "so…"),
        ("a.c", "abc a.c", "a.c"),
        ("Nets", "nets", None),
        ("  ", "nets", None),
        ("40 boats", "140 boats, 1.40 boats, 40 boatsmen", None),
        ("40", "140 400 40.5 1,40 (40)", "40"),
        ("海鳥", "白い海鳥が", "海鳥"),
    ],
)
def test_words_are_found_as_they_stand(words: str, text: str, found: str | None) -> None:
    span = find_words(words, text)
    assert (span.of(text) if span else None) == found


def test_same_words() -> None:
    assert same_words("“no  net”", '"no net"')
    assert not same_words("no net", "no nets")


def drafted(tmp_path: Path, whole: Comparison, title: str = "Vigo: *talks*") -> Path:
    return save_new(tmp_path, title, draft(title, date(2024, 5, 6), whole))


def test_a_draft_passes_the_checks(tmp_path: Path) -> None:
    path = drafted(tmp_path, comparison())
    briefing = read_briefing(path)
    assert check(briefing, LIBRARY) == []
    assert briefing.sources == tuple(LIBRARY)
    assert briefing.title == "Vigo: *talks*"


def test_a_draft_tells_all_some_and_one(tmp_path: Path) -> None:
    text = rendered(read_briefing(drafted(tmp_path, comparison())).body).text
    everyone, some = text.index("## What all report"), text.index("## What some report")
    assert everyone < text.index("Evening Tern, ¶1: On Monday the ministers met in Vigo.", everyone) < some
    assert "Not found in the stored text: Weekly Crab." in text[some:]
    differ = text[text.index("## Figures that differ") : text.index("[table: figures]")]
    assert "Daily <Gull>, ¶2: Some 40" in differ
    assert "Evening Tern, ¶2: 45" in differ
    assert "None." in text[text.index("## The same words, cut") : text.index("[table: quotes]")]
    assert "Weekly Crab, ¶2: =1+1 is no [formula](here)." in text[text.index("## Only here") :]


def test_a_draft_shows_quotes_that_are_cut_differently(tmp_path: Path) -> None:
    whole = comparison()
    first, second = whole.utterances[0].members
    shorter = replace(second[1], content=second[1].content._replace(start=second[1].content.start + len("no ")))
    cut = replace(whole.utterances[0], members=(first, (1, shorter)))
    text = rendered(draft("Vigo", None, replace(whole, utterances=(cut,)))).text
    shown = text[text.index("## The same words, cut") : text.index("[table: quotes]")]
    assert "Mora" in shown
    assert "¶2: net was cast" in shown


def test_words_that_stand_twice_are_cited_with_their_neighbours() -> None:
    article = Article("gull-1a2b3c4d", "Gull", 'At nine 40 came. Nine "or \\so" 40 went.\n\n40 stayed 40')
    for match in re.finditer("40", article.text):
        span = Span(*match.span())
        (mark,) = rendered(cite(article, span)).marks
        place = find_words(mark.words, article.text)
        assert place is not None
        assert place.covers(span)
        assert mark.kind == "citation"
    assert cite(article, Span(8, 10)) == "[40](cite:gull-1a2b3c4d)"


def test_a_draft_of_hostile_words_passes_too(tmp_path: Path) -> None:
    text = "Say [a](b) ![c](d) <e> `f` *g* _h_ \\ & &amp; ](cite:x) end\\\n\n# No | heading ~~ (x)"
    article = Article("odd-1a2b3c4d", "[Odd](x) *outlet*", text)
    spans = tuple(article.paragraphs)
    whole = Comparison((article,), (spans,), (), (), ((),), (), ((),), (), ((),))
    briefing = read_briefing(drafted(tmp_path, whole, 'A "title" - # with: [all]'))
    assert citations(briefing)[0].words == spans[0].of(text)
    assert check(briefing, {article.id: article}) == []
