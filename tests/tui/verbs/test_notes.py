"""`rashomon notes` as a person types it: what is listed, changed and taken back, and how far coders agree."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from briefings.library import Library
from briefings.notes.note import Note, new_note
from tests.ferry import COURIER, GAZETTE, fill
from tui.cli import main

Typed = Callable[..., str]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("RASHOMON_AUTHOR", "Ana")
    with Library.open(tmp_path) as library:
        fill(library)
    return tmp_path


@pytest.fixture
def typed(folder: Path, capsys: pytest.CaptureFixture[str]) -> Typed:
    """Types a line after `rashomon notes`; gives what was printed, checks the exit status."""

    def run(*line: str, status: int = 0) -> str:
        assert main(["notes", "--library", str(folder), *line]) == status
        printed = capsys.readouterr()
        return printed.out if status < 2 else printed.err

    return run


def data(typed: Typed, *line: str, status: int = 0) -> Any:
    return json.loads(typed(*line, "--json", status=status))


def kept(folder: Path) -> list[Note]:
    with Library.open(folder) as library:
        return library.notes()


def test_a_note_is_added_changed_deleted_and_all_of_it_taken_back(typed: Typed, folder: Path) -> None:
    made = data(typed, "add", COURIER.id, "walked out", "--code", "tone", "--code", "act", "--comment", "when?")
    assert (made["words"], made["codes"], made["author"], made["article"]) == (
        "walked out",
        ["tone", "act"],
        "Ana",
        COURIER.id,
    )
    id = made["id"][:8]
    assert data(typed, "edit", id, "--code", "tone")["codes"] == ["tone"]
    assert data(typed, "edit", id, "--no-codes", "--comment", "who?")["codes"] == []
    typed("delete", id)
    assert kept(folder) == []
    assert "taken back: delete a note" in typed("undo")
    assert [note.comment for note in kept(folder)] == ["who?"]
    typed("undo", COURIER.id)
    typed("undo")
    assert data(typed, "undo")["what"] == "add a note"
    assert "nothing" in typed("undo", status=1)
    for _ in range(4):
        typed("redo")
    assert typed("redo", "--json", status=1).strip() == "null"
    told = data(typed, "history", made["id"])
    assert [one["happened"] for one in told][:4] == ["add", "change", "change", "delete"]
    assert "who?" in typed("history", made["id"])


def test_a_note_on_a_briefing(typed: Typed, folder: Path) -> None:
    (name,) = [path.stem for path in (folder / "briefings").glob("*.md")]
    made = data(typed, "add", name, "The owners spoke", "--author", "Ben")
    assert (made["kind"], made["article"], made["author"]) == ("briefing", name, "Ben")
    file = folder / "briefings" / f"{name}.md"
    file.write_text(file.read_text("utf-8").replace("## Behind the table", "## Behind\n\nIt was late."), "utf-8")
    (listed,) = data(typed, "list")
    assert listed["span"][0] != made["span"][0]
    assert listed["words"] == "The owners spoke"


def test_lists_are_filtered_paged_and_counted(typed: Typed) -> None:
    typed("add", COURIER.id, "walked out", "--code", "tone")
    typed("add", GAZETTE.id, "three hours", "--code", "tone", "--author", "Ben")
    typed("add", GAZETTE.id, "45 more deckhands", "--comment", "Crew")
    found = {
        option: [note["words"] for note in data(typed, "list", f"--{option}", value)]
        for option, value in {
            "article": COURIER.id,
            "outlet": GAZETTE.outlet,
            "code": "tone",
            "author": "Ben",
            "words": "CREW deck",
            "briefing": "Ferry talks",
        }.items()
    }
    assert found == {
        "article": ["walked out"],
        "outlet": ["three hours", "45 more deckhands"],
        "code": ["three hours", "walked out"],
        "author": ["three hours"],
        "words": ["45 more deckhands"],
        "briefing": ["three hours", "45 more deckhands", "walked out"],
    }
    assert [note["words"] for note in data(typed, "list", "--limit", "1", "--offset", "1")] == ["45 more deckhands"]
    assert data(typed, "list", "--lost") == []
    counts = data(typed, "list", "--by", "code", "--by", "outlet")
    assert {"code": "tone", "outlet": GAZETTE.outlet, "notes": 1} in counts
    assert "45 more deckhands" in typed("list")
    assert typed("export", "--author", "Ben").count("\n") == 1


def test_an_orphan_is_offered_places_and_given_one(typed: Typed, folder: Path) -> None:
    id = data(typed, "add", COURIER.id, "A grocer said")["id"]
    with Library.open(folder) as library:
        library.rewrite(COURIER.id, COURIER.text.replace("A grocer said", "A baker said"), (), "correct")
    assert "lost its place" in typed("list", "--lost")
    places = data(typed, "reattach", id)
    assert [place["words"] for place in places] == ["A baker said"]
    assert "A baker said" in typed("reattach", id)
    assert "there is no place 2" in typed("reattach", id, "--choice", "2", status=2)
    assert data(typed, "reattach", id, "--choice", "1")["words"] == "A baker said"
    assert data(typed, "reattach", id, "--words", "three hours", "--to", GAZETTE.id)["article"] == GAZETTE.id
    typed("undo")
    assert [note.article for note in kept(folder)] == [COURIER.id]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (("add", COURIER.id, "seagulls on strike"), "not found in the stored text"),
        (("add", "nobody-1", "words"), "neither an article's id nor a briefing"),
        (("edit", "abc", "--comment", "x"), "no note has the id"),
        (("delete", "abc"), "no note has the id"),
        (("list", "--article", "nobody-1"), "neither an article's id"),
        (("list", "--briefing", "nobody"), "neither an article's id"),
        (("agreement", "Ana"), "two coders or more"),
        (("agreement", "Ana", "Zoe"), "no note is by"),
    ],
)
def test_what_cannot_be_done_is_told(typed: Typed, line: tuple[str, ...], said: str) -> None:
    assert said in typed(*line, status=2)


def test_a_beginning_that_several_ids_share_is_told(typed: Typed, folder: Path) -> None:
    with Library.open(folder) as library:
        for id in ("ab1", "ab2"):
            made = new_note(COURIER, words_of("walked out"))
            library.add_note(type(made)(id, *[getattr(made, name) for name in ("article", "selector", "span")]))
    assert "ab1, ab2" in typed("delete", "ab", status=2)
    typed("delete", "ab1")


def words_of(found: str) -> Any:
    from tests.briefings.harbour import words

    return words(COURIER, found)


@pytest.fixture
def coded(typed: Typed) -> Typed:
    """Two coders on one article: they meet on a sentence, and each has one alone."""
    for author, words, code in (
        ("Ana", "walked out", "act"),
        ("Ben", "Ada Quill, the transport minister", "act"),
        ("Ana", "A grocer", "voice"),
        ("Ben", "212,000 passengers", "figure"),
    ):
        typed("add", COURIER.id, words, "--code", code, "--author", author)
    return typed


def test_agreement_prints_every_measure(coded: Typed) -> None:
    printed = coded("agreement", "Ana", "Ben")
    head, act = (line.split() for line in printed.splitlines()[1:3])
    counts = ["both", "only", "Ana", "only", "Ben", "none"]
    assert head == ["code", *counts, "percent", "positive", "kappa", "alpha", "AC1", "alpha-U"]
    assert act[:5] == ["act", "1", "0", "0", "3"]
    assert "Text without a code counts as not given" in printed
    assert "2 disagreements, 0 of them settled" in printed
    assert "95 % of 1,000 bootstrap draws" in printed
    assert not {"Left out", "Not seen"} & {line.partition(":")[0] for line in printed.splitlines()}


def test_what_agreement_left_out_is_told(coded: Typed, folder: Path) -> None:
    coded("add", COURIER.id, "walked out", "--code", "act", "--author", "Cleo")
    coded("add", GAZETTE.id, "ferry owners", "--code", "act", "--author", "Ana")
    with Library.open(folder) as library:
        lost = new_note(COURIER, words_of("A grocer"), codes=("act",), author="Ben")
        library.add_notes([replace(lost, span=None)], "import notes")
    printed = coded("agreement", "Ana", "Ben", "Cleo", "--resamples", "0").splitlines()
    assert printed[-2:] == ["Left out: 1 text that only one of them noted.", "Left out: 1 note that lost its place."]
    assert data(coded, "agreement", "Ana", "Ben")["left_out"] == {"texts": 1, "notes": 1}
    coded("add", GAZETTE.id, "ferry owners", "--code", "act", "--author", "Ben")
    printed = coded("agreement", "Ana", "Ben", "Cleo").splitlines()
    assert "Not seen: Cleo 1 of 2 texts." in printed
    assert "Ana/Ben 1.00" in printed[2]
    only = data(coded, "agreement", "Ana", "Ben", "--text", GAZETTE.id)
    assert only["left_out"] == {"texts": 0, "notes": 0}


def test_agreement_as_json_and_what_settles_it(coded: Typed, folder: Path) -> None:
    found = data(coded, "agreement", "Ana", "Ben", "--by", "character")
    act = found["codes"][0]
    assert (act["code"], act["given"]["Ana"], act["kappas"][0]["coders"]) == ("act", len("walked out"), ["Ana", "Ben"])
    assert act["observed"]["low"] < act["observed"]["value"] < act["observed"]["high"]
    assert [(one["code"], one["given_by"], one["not_given_by"]) for one in found["disagreements"]] == [
        ("voice", ["Ana"], ["Ben"]),
        ("figure", ["Ben"], ["Ana"]),
    ]
    voice = found["disagreements"][0]
    assert voice["words"] == "A grocer said her shelves are empty by Thursdays."
    coded("settle", voice["notes"][0], "--code", "voice", "--author", "Cleo", "--comment", "She speaks.")
    again = data(coded, "agreement", "Ana", "Ben")
    assert [one["settled_as"] for one in again["disagreements"]] == [True, None]
    assert "Cleo" not in again["coders"]
    assert "given" in coded("agreement", "Ana", "Ben", "--disagreements")


def test_agreement_of_three_on_chosen_texts(coded: Typed) -> None:
    coded("add", COURIER.id, "walked out", "--code", "act", "--author", "Cleo")
    found = data(coded, "agreement", "Ana", "Ben", "Cleo", "--text", COURIER.id, "--resamples", "0")
    assert [len(one["kappas"]) for one in found["codes"]] == [3, 3, 3]
    assert found["codes"][0]["alpha"] == {"value": 1.0, "low": None, "high": None}
    seen = data(coded, "agreement", "Ana", "Ben", "--seen-by-all", GAZETTE.id, "--resamples", "0")
    assert [text["name"] for text in seen["texts"]] == [GAZETTE.id, COURIER.id]
    printed = coded("agreement", "Ana", "Ben", "Cleo", "--resamples", "0").splitlines()
    assert (printed[0], printed[1].split()[:4]) == (
        "Ana and Ben and Cleo, by sentence, on 1 text",
        ["code", "all", "some", "none"],
    )
