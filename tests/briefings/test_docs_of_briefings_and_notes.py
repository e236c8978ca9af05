"""docs/briefings.md and docs/notes.md name what there is, and nothing else."""

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
from briefings.notes.exchange import FORMATS
from briefings.notes.note import new_note
from tests.briefings.harbour import GULL, TERN, words

DOCS = Path(__file__).parents[2] / "docs"
BRIEFINGS = (DOCS / "briefings.md").read_text("utf-8")
NOTES = (DOCS / "notes.md").read_text("utf-8")


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


def test_the_formats_and_the_fields_of_json_lines() -> None:
    rows = re.findall(r"^\| `([\w-]+)` \| `(\.\w+)` \|", section(NOTES, "Formats"), re.M)
    assert rows == [(one.name, one.suffix) for one in FORMATS.values()]
    line = FORMATS["jsonl"].write([new_note(GULL, words(GULL, "boats"))], {})
    assert re.findall(r"^- `(\w+)`: ", section(NOTES, "jsonl"), re.M) == list(json.loads(line))


def test_the_codebook_and_the_context() -> None:
    (example,) = re.findall(r"^```markdown\n(.*?)^```$", NOTES, re.M | re.S)
    assert [(code.name, code.key) for code in parse_codebook(example)] == [("Naming", "n"), ("Source", "s")]
    assert f"{CONTEXT} characters" in NOTES
