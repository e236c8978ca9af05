"""What a pasted page says of itself: tests/cases/metadata.md."""

import pytest

from briefings.sources.clean import clean
from briefings.sources.decode import normalise
from briefings.sources.imported import FIELD_NAMES
from briefings.sources.metadata import read_fields
from tests.read_cases import read_cases

CASES = read_cases("metadata")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_fields_are_read_or_unknown(case):
    fields = read_fields(clean(case.input))
    known = [f"{name}: {fields[name].value} ({fields[name].confidence})" for name in FIELD_NAMES if fields[name].value]
    assert known == case.expected.split("\n")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_evidence_stands_in_the_page(case):
    words = " ".join(normalise(case.input).split())
    for field in read_fields(clean(case.input)).values():
        assert bool(field.evidence) == (field.value is not None)
        assert " ".join(part for part in field.evidence.split("\n") if part not in words) == ""
