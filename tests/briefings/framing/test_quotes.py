import pytest

from briefings.framing.quotes import Quote, find_quotes
from tests.read_cases import Case, read_cases


def shown(text: str, quote: Quote) -> str:
    cue = quote.cue.of(text) if quote.cue else "-"
    return f"{quote.kind} | {quote.speaker or '-'} | {cue} | {quote.content.of(text)}"


@pytest.mark.parametrize("case", read_cases("quotes"), ids=lambda case: case.title)
def test_case(case: Case) -> None:
    assert "\n".join(shown(case.input, quote) for quote in find_quotes(case.input)) == case.expected
