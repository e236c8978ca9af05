"""The five pages that came first: their bodies exactly, by facts and hashes, and what they say of themselves."""

import hashlib
from pathlib import Path

import pytest

from briefings.sources import read

SEEDS = Path(__file__).resolve().parents[4] / "shared" / "seeds"
pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the folder ../shared is not there")

BODIES = {
    "000": (20, 736, "MEXICO CITY —", "San Diego area.", "04da0d52b2d2cb10"),
    "001": (5, 289, "U.S. Secretary of", "dialogue be opened.”", "3ccdae34f6201724"),
    "002": (10, 397, "President Biden dispatched", "and increased deportations.", "184d2da19c76eb13"),
    "003": (17, 855, "The Biden administration", "for the moment.", "9d493931c8d3c352"),
    "004": (11, 309, "President Joe Biden", "countries,” said Obrador.", "3b00c01d699e430b"),
}
OUTLETS = {
    "000": ("Millennium News 24/7", "stated"),
    "001": (None, "unknown"),
    "002": ("Pedfire", "stated"),
    "003": ("Internewscast", "inferred"),
    "004": ("The Independent News", "stated"),
}
TITLES = {
    "000": ("Mexico’s president is", "talks with Cuba"),
    "001": ("U.S. Officials Meet", "for Border Talks"),
    "002": ("Top Biden officials", "record migrant crossings"),
    "004": ("Blinken and Mexico’s", "pathways for migrants"),
}


def imported(number):
    return read(next(SEEDS.glob(f"{number}_*.txt")).read_bytes(), number)


@pytest.mark.parametrize("number", BODIES)
def test_the_body_is_exact(number):
    text = imported(number).article.text
    paragraphs = text.split("\n\n")
    first, last = " ".join(paragraphs[0].split()[:3]), " ".join(paragraphs[-1].split()[-3:])
    digest = hashlib.sha256(text.encode()).hexdigest()[:16]
    assert (len(paragraphs), len(text.split()), first, last, digest) == BODIES[number]


@pytest.mark.parametrize("number", OUTLETS)
def test_the_outlet_is_what_the_page_says(number):
    page = imported(number)
    field = page.fields["outlet"]
    assert (field.value, field.confidence) == OUTLETS[number]
    assert field.evidence in page.decoded.replace("\u00a0", " ")


@pytest.mark.parametrize("number", BODIES)
def test_the_title_stands_in_the_page_or_is_unknown(number):
    article = imported(number).article
    if number not in TITLES:
        assert article.title is None
        return
    words = article.title.split()
    assert (" ".join(words[:3]), " ".join(words[-3:])) == TITLES[number]
    assert article.title not in article.text


@pytest.mark.parametrize("number", BODIES)
def test_no_page_states_when_it_was_published(number):
    assert imported(number).fields["published"].confidence == "unknown"


def test_only_one_says_whose_copy_it_is():
    credits = {number: imported(number).fields["credit"] for number in BODIES}
    assert {number: field.value for number, field in credits.items() if field.value} == {"003": "NBC News"}
    assert credits["003"].confidence == "inferred"
