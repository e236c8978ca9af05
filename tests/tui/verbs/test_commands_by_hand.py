"""The commands as a person types them, on pages pasted with all their menus."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from briefings.library import Library
from tui.cli import VERBS, main

PAGES = Path(__file__).parents[2] / "pages"


class Shell:
    """Types commands into one library, and reads what they print."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._capsys = capsys
        self.status = 0
        self.errors = ""

    def type(self, *words: str) -> str:
        self._capsys.readouterr()
        try:
            self.status = main([words[0], "--library", str(self.folder), *words[1:]])
        except SystemExit as ended:
            self.status = int(ended.code or 0)
        printed = self._capsys.readouterr()
        self.errors = printed.err
        return printed.out

    def json(self, *words: str) -> Any:
        return json.loads(self.type(*words, "--json"))


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(tmp_path / "library", capsys)


@pytest.fixture
def filled(shell: Shell) -> Shell:
    shell.type("add", str(PAGES))
    assert shell.status == 0
    return shell


@pytest.fixture
def ids(filled: Shell) -> list[str]:
    return [article["id"] for article in filled.json("list")["articles"]]


@pytest.fixture
def meeting(filled: Shell, ids: list[str]) -> Shell:
    filled.type("brief", "new", "Ferry talks", "--date", "2024-11-05", *ids)
    assert filled.status == 0
    return filled


def test_add_says_what_it_took_and_how_it_knows(shell: Shell) -> None:
    taken = shell.json("add", str(PAGES / "harbour-gazette.txt"), str(PAGES / "island-courier.txt"))
    assert shell.status == 0
    assert [(one["new"], one["paragraphs"], one["format"]) for one in taken] == [(True, 4, "pasted text")] * 2
    for one, outlet in zip(taken, ("Harbour Gazette", "Island Courier"), strict=True):
        assert one["fields"]["outlet"]["value"].casefold() == outlet.casefold()
        assert one["fields"]["outlet"]["confidence"] in {"stated", "inferred"}
        assert outlet.casefold() in one["fields"]["outlet"]["evidence"].casefold()
        assert one["fields"]["published"] == {"value": None, "confidence": "unknown", "evidence": ""}
    assert taken[0]["fields"]["credit"]["value"] == "AP"
    assert taken[1]["fields"]["title"]["value"] == "Minister walks out of ferry meeting"


def test_adding_again_adds_nothing(filled: Shell) -> None:
    before = filled.json("list")
    assert "0 added, 2 already there" in filled.type("add", str(PAGES))
    assert filled.json("list") == before


def test_a_dry_run_writes_nothing(shell: Shell) -> None:
    taken = shell.json("add", "--dry-run", str(PAGES))
    assert [one["new"] for one in taken] == [True, True]
    assert shell.json("list")["articles"] == []
    assert [one["id"] for one in shell.json("add", "--yes", str(PAGES))] == [one["id"] for one in taken]
    assert "0 would be added, 2 already there" in shell.type("add", "--dry-run", str(PAGES))


def test_a_dry_run_leaves_out_what_a_site_prints_on_the_pages_as_adding_does(shell: Shell, tmp_path: Path) -> None:
    pages = tmp_path / "gull"
    pages.mkdir()
    for number in range(1, 5):
        story = "\n\n".join(f"Sentence {n} of report number {number} tells of berth {n * number}." for n in range(8))
        words = f"---\noutlet: The Gull\n---\n\n{story}\n\nThe Gull is owned by its readers.\n"
        (pages / f"{number}.md").write_text(words, "utf-8")
    first = [str(pages / "1.md"), str(pages / "2.md")]
    for words, counts in (
        (("--dry-run", str(pages)), [9, 9, 8, 8]),
        (first, [9, 9]),
        (("--dry-run", *first), [9, 9]),
        ((str(pages),), [9, 9, 8, 8]),
    ):
        assert [one["paragraphs"] for one in shell.json("add", *words)] == counts


def test_bytes_are_kept_as_they_were_imported(filled: Shell, ids: list[str]) -> None:
    pages = {page.read_bytes() for page in PAGES.iterdir()}
    with Library.open(filled.folder) as library:
        assert {original.data for id in ids if (original := library.original(id))} == pages


def test_show_prints_fields_and_text_and_the_original_with_what_was_left_out(filled: Shell, ids: list[str]) -> None:
    shown = filled.json("show", ids[0])
    assert shown["id"] == ids[0]
    assert len(shown["paragraphs"]) == 4
    assert "¶4" in filled.type("show", ids[0])
    original = filled.type("show", ids[0], "--original").splitlines()
    assert sum(line.startswith("+") for line in original) >= 4
    assert any(line.startswith("- Subscribe") for line in original)


def test_an_article_is_corrected_and_the_correction_taken_back(filled: Shell, ids: list[str]) -> None:
    filled.type("edit", ids[0], "--outlet", "The Right One", "--published", "2024-11-05")
    shown = filled.json("show", ids[0])
    assert (shown["outlet"], shown["published"], shown["id"]) == ("The Right One", "2024-11-05", ids[0])
    assert shown["fields"]["outlet"]["confidence"] == "edited"
    filled.type("edit", ids[0], "--undo")
    assert filled.json("show", ids[0])["outlet"] != "The Right One"
    filled.type("edit", ids[0], "--undo")
    assert filled.status == 1
    filled.type("edit", ids[0], "--published", "soon")
    assert filled.status == 2


def test_cleaning_again_brings_a_changed_text_back(filled: Shell, ids: list[str]) -> None:
    with Library.open(filled.folder) as library:
        text = library.article(ids[0]).text
        library.rewrite(ids[0], f"Menu\n\n{text}", (), "an older cleaner's text")
    assert [change["id"] for change in filled.json("clean")] == [ids[0]]
    assert filled.json("show", ids[0])["text"] == text
    assert filled.json("clean") == []


def test_an_id_may_be_typed_in_part(filled: Shell, ids: list[str]) -> None:
    assert filled.json("show", ids[0][:-3])["id"] == ids[0]


def test_a_briefing_is_written_and_found_by_its_name(meeting: Shell, ids: list[str]) -> None:
    listed = meeting.json("list")["briefings"]
    assert listed == [{"name": "ferry-talks", "title": "Ferry talks", "sources": ids}]
    assert (meeting.folder / "briefings" / "ferry-talks.md").read_text("utf-8").startswith("---\ntitle: Ferry talks\n")


def test_a_briefing_is_not_written_over(meeting: Shell, ids: list[str]) -> None:
    meeting.type("brief", "new", "Ferry talks", *ids)
    assert meeting.status == 2
    assert "already" in meeting.errors


@pytest.mark.parametrize("name", ["ferry-talks", "Ferry talks", "ferry-talks.md"])
def test_compare_prints_points_runs_quotes_and_figures(meeting: Shell, name: str) -> None:
    printed = meeting.type("compare", name)
    assert meeting.status == 0
    for words in ("Coverage", "Shared runs", "Quotes", "The same utterance", "The same figure", "212,480"):
        assert words in printed


def test_compare_as_json_carries_spans_into_the_stored_text(meeting: Shell, ids: list[str]) -> None:
    compared = meeting.json("compare", "ferry-talks")
    assert compared["points"]
    assert [article["id"] for article in compared["articles"]] == ids
    with Library.open(meeting.folder) as library:
        for quote in compared["quotes"]:
            start, end = quote["span"]
            assert library.article(quote["article"]).text[start:end] == quote["words"]


def test_parts_of_a_comparison_and_ids_instead_of_a_briefing(filled: Shell, ids: list[str]) -> None:
    assert "Coverage" in filled.type("coverage", *ids)
    assert set(filled.json("quotes", *ids)) == {"articles", "quotes", "utterances", "cuts"}
    assert set(filled.json("figures", *ids)) == {"articles", "figures", "figure_groups"}
    assert set(filled.json("sources", *ids)) == {"articles", "sources"}
    assert set(filled.json("wording", *ids)) == {"articles", "choices", "outlets"}


def test_search_finds_words_of_every_outlet(meeting: Shell, ids: list[str]) -> None:
    found = meeting.json("search", "deckhands")
    assert {hit["id"] for hit in found["hits"]} >= set(ids)
    assert "[deckhands]" in meeting.type("search", "deckhand")


def test_search_that_finds_nothing_says_so(filled: Shell) -> None:
    assert filled.json("search", "zeppelin")["hits"] == []
    assert filled.status == 1


def test_similar_finds_the_other_outlet(filled: Shell, ids: list[str]) -> None:
    assert [hit["id"] for hit in filled.json("similar", ids[0])] == [ids[1]]


def test_a_draft_passes_the_checks(filled: Shell, ids: list[str]) -> None:
    filled.type("brief", "draft", "Drafted talks", "--date", "2024-11-05", *ids)
    assert filled.status == 0
    assert filled.json("brief", "check") == []


def test_check_finds_words_that_are_not_there(meeting: Shell, ids: list[str]) -> None:
    with (meeting.folder / "briefings" / "ferry-talks.md").open("a", encoding="utf-8") as file:
        file.write(f"\nThey [sank the ferry](cite:{ids[0]}).\n")
    findings = meeting.json("brief", "check", "ferry-talks")
    assert meeting.status == 1
    assert any("sank the ferry" in finding["what"] for finding in findings)


@pytest.mark.parametrize("form", ["markdown", "html", "json", "csv"])
def test_a_report_in_each_format(meeting: Shell, form: str, tmp_path: Path) -> None:
    file = tmp_path / "report"
    meeting.type("report", "ferry-talks", "--format", form, "--output", str(file))
    assert meeting.status == 0
    assert "212,480" in file.read_text("utf-8")
    meeting.type("report", "ferry-talks", "--format", form, "--output", str(file))
    assert meeting.status == 2


def test_wording_lists_words_and_lines(meeting: Shell) -> None:
    assert meeting.json("wording", "ferry-talks")["outlets"]
    lines = meeting.json("wording", "ferry-talks", "--word", "deckhands")["lines"]
    assert {line["word"] for line in lines} == {"deckhands"}


def test_the_index_is_told_and_rebuilt(filled: Shell) -> None:
    assert filled.json("index", "status")["waiting"] == 2
    assert filled.json("index", "rebuild")["documents"] == 2
    assert filled.json("index", "status")["waiting"] == 0


def test_doctor_finds_a_sound_library(filled: Shell) -> None:
    checks = {check["check"]: check for check in filled.json("doctor")}
    assert checks["library"]["ok"]
    assert "2 articles" in checks["library"]["found"]


def test_every_command_explains_itself(shell: Shell) -> None:
    for verb in VERBS:
        assert "usage: rashomon" in shell.type(verb, "--help")
        assert shell.status == 0


def test_the_sample_can_be_worked_on(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list", "--sample", "--json"]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert len(listed["articles"]) == 5
    assert all(article["retold"] for article in listed["articles"])
    assert main(["brief", "check", "--library", str(sample_folder())]) == 0


def sample_folder() -> Path:
    from briefings.library_folder import data_folder

    return data_folder() / "sample"


def test_wording_shows_choices_before_distinctive_words(meeting: Shell) -> None:
    shown = meeting.type("wording", "ferry-talks")
    assert shown.index("Words in one place") < shown.index("Words used more or less")
    assert meeting.status == 0


def test_sources_lists_who_speaks(meeting: Shell) -> None:
    shown = meeting.type("sources", "ferry-talks")
    assert "words quoted" in shown
    speakers = {source["speaker"] for source in meeting.json("sources", "ferry-talks")["sources"]}
    assert speakers
    assert all(speaker in shown for speaker in speakers)
