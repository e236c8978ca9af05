"""docs/briefings.md, notes.md, codebook.md and exchange.md name what there is, and nothing else."""

from __future__ import annotations

import json
import re
from pathlib import Path

from briefings.blocks import LIVE_BLOCKS
from briefings.briefing import citations, read_briefing
from briefings.check import check
from briefings.front_matter import KEYS
from briefings.notes.anchor import CONTEXT
from briefings.notes.codebook import parse_codebook
from briefings.notes.codebook_bundled import bundled_names
from briefings.notes.codebook_faults import faults, gaps
from briefings.notes.csv_file import COLUMNS
from briefings.notes.exchange import FORMATS, export
from briefings.notes.note import new_note
from briefings.notes.refi_xml import MOST_XML
from briefings.sources.archive import MOST_IN_ALL, MOST_MEMBERS, MOST_RATIO
from tests.briefings.harbour import GULL, TERN, words

DOCS = Path(__file__).parents[2] / "docs"
BRIEFINGS = (DOCS / "briefings.md").read_text("utf-8")
NOTES = (DOCS / "notes.md").read_text("utf-8")
CODEBOOK = (DOCS / "codebook.md").read_text("utf-8")
EXCHANGE = (DOCS / "exchange.md").read_text("utf-8")


def section(text: str, heading: str) -> str:
    """What stands under a heading."""
    return re.split(r"^#+ ", text.split(f"# {heading}\n")[1], maxsplit=1, flags=re.M)[0]


def test_the_header_keys() -> None:
    assert tuple(re.findall(r"^\| `(\w+)` \|", section(BRIEFINGS, "The header"), re.M)) == KEYS


def test_the_live_blocks() -> None:
    assert tuple(re.findall(r"^- `rashomon (\w+)`$", BRIEFINGS, re.M)) == LIVE_BLOCKS


def test_the_example_is_a_briefing_that_passes(tmp_path: Path) -> None:
    (example,) = re.findall(r"^````markdown\n(.*?)^````$", BRIEFINGS, re.M | re.S)
    path = tmp_path / "example.md"
    path.write_text(example, "utf-8")
    briefing = read_briefing(path)
    assert len(citations(briefing)) == 2
    assert check(briefing, {GULL.id: GULL, TERN.id: TERN}) == []


def test_the_formats_and_their_fields() -> None:
    rows = re.findall(r"^\| `([\w-]+)` \| `(\.\w+)` \|", section(EXCHANGE, "Formats"), re.M)
    assert rows == [(one.name, one.suffix) for one in FORMATS.values()]
    line = export(FORMATS["jsonl"], [new_note(GULL, words(GULL, "boats"))], {})[0]
    assert re.findall(r"^- `(\w+)`: ", section(EXCHANGE, "jsonl"), re.M) == list(json.loads(line))
    assert tuple(re.findall(r"^- `(\w+)`: ", section(EXCHANGE, "csv"), re.M)) == COLUMNS


def test_the_limits_of_a_project() -> None:
    told = section(EXCHANGE, "refi-qda")
    limits = (f"{MOST_MEMBERS:,} files", f"{MOST_IN_ALL // 2**20} MB", f"{MOST_XML // 2**20} MB", f"{MOST_RATIO} times")
    assert [limit for limit in limits if limit not in " ".join(told.split())] == []


def test_the_codebooks_of_the_docs() -> None:
    headings, items = re.findall(r"^```markdown\n(.*?)^```$", CODEBOOK, re.M | re.S)
    assert faults(headings) + faults(items) + gaps(headings) + gaps(items) == []
    assert [(code.name, code.key, code.parent) for code in parse_codebook(headings)] == [
        ("Weather", "w", ""),
        ("Flood", "2", "Weather"),
        ("People", "", ""),
        ("Crew", "c", "People"),
    ]
    assert [code.name for code in parse_codebook(items)] == ["Naming", "Epithet", "Source"]
    assert set(re.findall(r"^\| `([\w-]+)` \|", section(CODEBOOK, "Commands"), re.M)) == set(bundled_names())


def test_the_context() -> None:
    assert f"{CONTEXT} characters" in NOTES
