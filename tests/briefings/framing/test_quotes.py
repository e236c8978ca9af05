import subprocess
import sys

import pytest

from briefings.framing.quotes import Quote, find_quotes
from tests.read_cases import Case, read_cases


def shown(text: str, quote: Quote) -> str:
    cue = quote.cue.of(text) if quote.cue else "-"
    content = quote.content.of(text).replace("\n", "¶")
    return f"{quote.kind} | {quote.speaker or '-'} | {cue} | {content}"


@pytest.mark.parametrize("case", read_cases("quotes"), ids=lambda case: case.title)
def test_case(case: Case) -> None:
    assert "\n".join(shown(case.input, quote) for quote in find_quotes(case.input)) == case.expected


def test_an_interrupted_quote_keeps_its_parts() -> None:
    text = "“The road has been closed since the storm in March,” Ruiz said. “Nobody came to clear it or to help us.”"
    (quote,) = find_quotes(text)
    assert [part.of(text) for part in quote.parts] == [
        "The road has been closed since the storm in March,",
        "Nobody came to clear it or to help us.",
    ]


def test_an_interrupted_clause_keeps_its_parts() -> None:
    text = "OSLO — Such pay, Ana Ruiz said on Friday, would help the pilots."
    (quote,) = find_quotes(text)
    assert [part.of(text) for part in quote.parts] == ["Such pay", "would help the pilots"]


def test_a_long_row_of_pronouns_is_resolved_in_one_pass() -> None:
    text = "Karen Holm came. " + "She left. " * 3000 + "“It is late,” she said."
    assert find_quotes(text)[-1].speaker == "Karen Holm"


def test_a_speaker_is_found_where_the_span_says() -> None:
    text = "Ana Ruiz runs the port.\n\n“It is open,” Ms. Ruiz said."
    (quote,) = find_quotes(text)
    assert quote.speaker == "Ana Ruiz"
    assert quote.speaker_span is not None
    assert quote.speaker_span.of(text) == "Ms. Ruiz"


@pytest.mark.parametrize(
    "piece", ["“", '"a ', "‘a ", "’", "said ", "Al Bo said ", "Al, ", "A.", '"a.\n\n', "“Yes,” he said. ", "(", " "]
)
def test_every_span_stays_inside_a_text_made_of_one_repeated_piece(piece: str) -> None:
    text = piece * 2000
    for quote in find_quotes(text):
        for span in (quote.content, quote.cue, quote.speaker_span):
            assert span is None or 0 <= span.start <= span.end <= len(text)


def test_an_empty_text_has_no_quotes() -> None:
    assert find_quotes("") == []


def test_importing_loads_no_heavy_library() -> None:
    modules = ("quotes", "figures", "utterances", "figure_groups", "wording", "sources")
    program = (
        f"import sys, {', '.join(f'briefings.framing.{m}' for m in modules)}\n"
        "print(sorted({'textual', 'whoosh', 'trafilatura', 'rapidfuzz', 'sentencex', 'lxml'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
