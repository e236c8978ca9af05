"""A draft by hand: lines put back and taken out, fields set, all of it taken back; and how it is put in a library."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from briefings.article import UNKNOWN_OUTLET
from briefings.errors import RashomonError, SourceError
from briefings.library import Library
from briefings.relining import clean_again
from briefings.sources import read
from briefings.sources.original import OriginalLine, original_lines
from tui.drafts import Draft, redone, undone, with_fields, with_line_toggled
from tui.gathering import Source
from tui.importing import TWICE, Failure, Intake, draft_of, found_rows, keep, keep_all, state_line, with_found

PAGES = Path(__file__).parents[1] / "pages"
PAGE = (PAGES / "harbour-gazette.txt").read_bytes()


@pytest.fixture
def draft() -> Draft:
    imported = read(PAGE)
    return Draft(imported, "page.txt", tuple(original_lines(imported.decoded)))


def line(draft: Draft, words: str) -> OriginalLine:
    return next(line for line in draft.lines if words in line.text)


def test_a_line_is_put_back_and_taken_out_again(draft: Draft) -> None:
    more = with_line_toggled(draft, line(draft, "Related stories"))
    assert more.article.text == f"{draft.article.text}\n\nRelated stories"
    assert line(more, "Related stories").kept
    assert with_line_toggled(more, line(more, "Related stories")).imported == draft.imported


def test_the_last_line_stays(draft: Draft) -> None:
    for kept in [line for line in draft.lines if line.kept][1:]:
        draft = with_line_toggled(draft, kept)
    (last,) = [line for line in draft.lines if line.kept]
    with pytest.raises(RashomonError, match="an article needs a text"):
        with_line_toggled(draft, last)


def test_a_text_not_made_of_lines_is_told() -> None:
    imported = replace(read(b'{"text": "The pier is shut.\\n\\nNobody says why.", "title": "Pier shut"}'), kept=())
    draft = Draft(imported, "pier.docx", tuple(original_lines(imported.decoded)))
    with pytest.raises(RashomonError, match="line by line"):
        with_line_toggled(draft, draft.lines[0])


def test_fields_are_set_and_shown_as_edited(draft: Draft) -> None:
    changed = with_fields(
        draft, {"title": "By hand", "published": "2024-11-05", "credit": None, "url": "https://a.b/c"}
    )
    article = changed.article
    assert (article.title, article.published, article.credit) == ("By hand", date(2024, 11, 5), None)
    assert article.url == "https://a.b/c"
    assert {name for name, field in changed.imported.fields.items() if field.confidence == "edited"} == {
        "title",
        "published",
        "credit",
        "url",
    }
    assert article.id == draft.article.id
    assert with_fields(draft, {}) is draft


def test_the_id_follows_the_outlet_until_the_article_is_kept(draft: Draft) -> None:
    named = with_fields(draft, {"outlet": "The Gull"})
    assert named.article.id == "the-gull-" + draft.article.id[-8:]
    assert with_fields(named, {"outlet": None}).article.outlet == UNKNOWN_OUTLET


def test_changes_are_taken_back_and_done_again_in_order(draft: Draft) -> None:
    titled = with_fields(draft, {"title": "By hand"})
    shorter = with_line_toggled(titled, line(titled, "212,480"))
    once = undone(shorter)
    assert once is not None
    assert once.imported == titled.imported
    twice = undone(once)
    assert twice is not None
    assert twice.imported == draft.imported
    assert undone(twice) is None
    again = redone(twice)
    assert again is not None
    assert again.imported == titled.imported
    assert redone(with_fields(again, {"byline": "Ana"})) is None


def test_the_same_bytes_twice_are_marked(draft: Draft) -> None:
    other = Draft(read(PAGE + b"\n\nMore to come.\n"))
    failure = Failure("page 2.txt", SourceError("It is empty"))
    found = with_found([failure, draft], [other, failure, draft])
    assert [one.there for one in found if isinstance(one, Draft)] == ["", "", TWICE]
    assert [one for one in found if isinstance(one, Failure)] == [failure, failure]


def test_a_draft_goes_in_as_it_was_read_and_its_changes_can_be_taken_back(draft: Draft, tmp_path: Path) -> None:
    changed = with_fields(with_line_toggled(draft, line(draft, "212,480")), {"outlet": "The Gull", "title": "By hand"})
    with Library.open(tmp_path) as library:
        assert keep(library, changed)
        id = changed.article.id
        assert library.article(id) == changed.article
        assert library.edits(id) == ["take a line out", "edit title, outlet"]
        assert clean_again(library, id) is None
        library.undo(id)
        library.undo(id)
        assert library.article(id).text == draft.article.text
        assert library.article(id).outlet == draft.article.outlet
        assert not keep(library, draft)
        assert keep_all(library, [draft, changed]) == ()


def test_an_intake_tells_what_is_there_already_and_what_is_the_same_copy(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        library.add(read(PAGE))
        again = draft_of(library, read(PAGE), "page.txt")
        copy = draft_of(library, read(PAGE.replace(b"HARBOUR GAZETTE", b"THE GULL").replace(b"Harbour", b"Gull")), "")
    assert again.there == f"already there: {read(PAGE).article.id}"
    assert again.same_as == ()
    assert copy.there == ""
    assert copy.same_as == ("same copy as Harbour Gazette",)


def test_an_intake_goes_on_behind_what_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.importing.STEP_SECONDS", 0)
    sources = [Source("good", PAGE), Source("empty", b""), Source("gone.txt"), Source("twice", PAGE + b"\n\nMore.\n")]
    with Library.open(tmp_path) as library:
        intake = Intake(library, lambda: sources)
        pieces = [intake.piece() for _ in range(5)]
    found = [one for piece in pieces for one in piece.found]
    assert [type(one) for one in found] == [Draft, Failure, Failure, Draft]
    assert [(piece.number, piece.of, piece.ended) for piece in pieces] == [
        (1, 4, False),
        (2, 4, False),
        (3, 4, False),
        (4, 4, False),
        (4, 4, True),
    ]
    assert state_line(found) == "2 recognised · 0 accepted · 2 could not be read"


def report(number: int) -> bytes:
    """A report of eight sentences, and what its outlet prints under all of them."""
    story = "\n\n".join(f"Sentence {n} of report number {number} tells of berth {n * number}." for n in range(8))
    return f"---\noutlet: The Gull\n---\n\n{story}\n\nThe Gull is owned by its readers.\n".encode()


def test_what_a_site_prints_on_the_pages_of_an_import_is_left_out(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        intake = Intake(library, lambda: [Source(f"report {number}.md", report(number)) for number in range(1, 5)])
        drafts = [one for _ in range(9) for one in intake.piece().found if isinstance(one, Draft)]
    assert [len(draft.article.paragraphs) for draft in drafts] == [9, 9, 8, 8]


def test_rows_have_a_mark_and_what_is_known(draft: Draft) -> None:
    error = SourceError("It is empty", where="page 2.txt", remedy="Look at it.")
    rows = found_rows([draft, Failure("page 2.txt", error)])
    assert [row.text for row in rows] == [
        "× Harbour Gazette · Ferry talks end without a timetable",
        "pasted text · 4 paragraphs · page.txt",
        "! page 2.txt",
        "It is empty. Look at it.",
    ]
    assert [row.key for row in rows] == ["0", "0", "1", "1"]
