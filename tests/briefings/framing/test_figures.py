import pytest

from briefings.framing.figures import Figure, find_figures
from tests.read_cases import Case, read_cases


def shown(figure: Figure) -> str:
    value = f"{figure.value:g}" if figure.value < 1e5 else f"{figure.value:.0f}"
    high = f"..{figure.high:.12g}" if figure.high is not None else ""
    return " | ".join([f"{value}{high}", figure.unit or "-", figure.about or "-", figure.approx or "-"])


@pytest.mark.parametrize("case", read_cases("figures"), ids=lambda case: case.title)
def test_case(case: Case) -> None:
    assert "\n".join(map(shown, find_figures(case.input))) == case.expected
