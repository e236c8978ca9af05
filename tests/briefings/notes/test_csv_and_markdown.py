"""Notes as tables and as Markdown: what a person sees, and what is read of what a person made."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from briefings.errors import NotesError
from briefings.markdown import rendered
from briefings.notes.exchange import FORMATS, export, placed, read_notes
from tests.briefings.harbour import GULL
from tests.briefings.notes.test_exchange import ARTICLES, NOTE, ORPHAN


def test_a_spreadsheet_gets_rows_and_no_formulas() -> None:
    head, first, second = csv.reader(io.StringIO(export(FORMATS["csv"], [NOTE, ORPHAN], ARTICLES)[0].decode()))
    row = dict(zip(head, first, strict=True))
    assert (row["words"], row["paragraph"], row["codes"]) == ("40 boats", "2", "Figure; =Naming")
    assert row["comment"] == "'=1 *so* many\n\nof them"
    assert dict(zip(head, second, strict=True))["start"] == ""


def test_a_table_somebody_made_by_hand() -> None:
    rows = [("Words", "Article", "codes", "start"), ('"40 boats"', GULL.id, '"Figure\\; count; Fleet"', "12.0"), ("",)]
    tables = ["\r\n".join(map(between.join, rows)) for between in ",;\t"]
    for table in (*tables, f"\ufeff{tables[1]}"):
        (note,) = placed(read_notes(table.encode(), "hand.csv").notes, [GULL])
        assert (note.span, note.selector.exact) == (NOTE.span, "40 boats")
        assert note.codes == ("Figure; count", "Fleet")
        assert note.id == read_notes(tables[0].encode(), "again.csv").notes[0].id


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("", 1, "no table of notes"),
        ("id,words\n1,2\n", 1, "no table of notes"),
        ("article,words\na,b\n,c\n", 3, "names no article"),
        ("article,words,start,end\na,b,x,2\n", 2, "cannot be understood"),
        ("article,words,created\na,b,soon\n", 2, "cannot be understood"),
        ('article,words\n"a,b\n', 2, "cannot be read"),
        ("article,words\na,b\na,\n", 3, "no words"),
    ],
)
def test_a_broken_table_is_told_with_its_line(text: str, line: int, what: str) -> None:
    with pytest.raises(NotesError, match=what) as caught:
        read_notes(text.encode(), "notes.csv")
    assert caught.value.where == f"line {line}"


def test_a_cell_may_be_of_any_length() -> None:
    long = replace(NOTE, comment="so many boats\r\n" * 20_000)
    assert read_notes(export(FORMATS["csv"], [long], ARTICLES)[0], "notes.csv").notes == (long,)


def test_a_table_that_was_cut_off_inside_a_cell_is_told() -> None:
    written = export(FORMATS["csv"], [replace(NOTE, comment='he said "forty",\nthen rowed')], ARTICLES)[0].decode()
    with pytest.raises(NotesError, match="cannot be read"):
        read_notes(written[: written.index("then")].encode(), "notes.csv")


def test_markdown_shows_words_place_and_comment_and_cites() -> None:
    article = replace(GULL, url="https://gull.example/vigo")
    gone = replace(NOTE, article="lost-1a2b3c4d", comment="")
    written = export(FORMATS["markdown"], [NOTE, ORPHAN, gone], ARTICLES | {article.id: article})[0].decode()
    page = rendered(written)
    assert "# Notes\n\n## Daily <Gull>: Boats | and *nets*\n\n│ “40 boats”" in page.text
    assert "│ “40 boats”\n\n│ ¶2 · Figure, =Naming · Ada\n\n=1 so many" in page.text
    assert "lost its place" in page.text
    assert "lost-1a2b3c4d (not in the library)" in page.text
    assert f"](cite:{GULL.id})" in written
    assert "](<https://gull.example/vigo>)" in written


def test_a_comment_changed_in_the_markdown_is_read_as_it_is_now() -> None:
    sly = replace(NOTE, comment="> a quote\n\n[//]: # 'note {}'\n\\[//]: # 'text'")
    written = export(FORMATS["markdown"], [sly, ORPHAN], ARTICLES)[0].decode()
    back = read_notes(written.replace("a quote", "**mine**").encode(), "notes.md").notes
    assert back == (replace(sly, comment=sly.comment.replace("a quote", "**mine**")), ORPHAN)
    for broken, what in [("# Notes\n", "no note"), (written.replace('"exact"', "exact"), "not JSON")]:
        with pytest.raises(NotesError, match=what):
            read_notes(broken.encode(), "notes.md")
