import pytest

from briefings.framing.figures import Figure, find_figures
from tests.read_cases import Case, read_cases


def number(value: float) -> str:
    return f"{value:g}" if abs(value) < 1e5 else f"{value:.0f}"


def shown(figure: Figure) -> str:
    high = f"..{number(figure.high)}" if figure.high is not None else ""
    return " | ".join([f"{number(figure.value)}{high}", figure.unit or "-", figure.about or "-", figure.approx or "-"])


@pytest.mark.parametrize("case", read_cases("figures"), ids=lambda case: case.title)
def test_case(case: Case) -> None:
    assert "\n".join(map(shown, find_figures(case.input))) == case.expected


def test_the_span_holds_vagueness_number_and_unit() -> None:
    text = "It holds nearly 50,000 gallons, or more than $2 million worth."
    assert [figure.span.of(text) for figure in find_figures(text)] == ["nearly 50,000 gallons", "more than $2 million"]


@pytest.mark.parametrize("piece", ["1,", "1-", "1 ", "$", "two hundred and ", "1 to ", "111 , ", "5 Aa ", "www.1"])
def test_every_span_stays_inside_a_text_made_of_one_repeated_piece(piece: str) -> None:
    text = piece * 2000
    spans = [figure.span for figure in find_figures(text)]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert spans == sorted(spans)
