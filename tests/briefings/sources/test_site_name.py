"""A title without the name of its site; what only looks like such a name stays."""

from __future__ import annotations

import pytest

from briefings.sources.imported import Field
from briefings.sources.site_name import without_site

TITLE = "Ferry stays for two years"


def parted(tail: str, outlet: str = "", address: str = "", byline: str = "") -> tuple[str | None, str | None]:
    whole = Field(f"{TITLE}{tail}", "stated", f"{TITLE}{tail}")
    known = [Field(words, "stated", words) if words else Field() for words in (outlet, address, byline)]
    title, named = without_site(whole, *known)
    assert title.evidence == whole.evidence
    return title.value, named.value


@pytest.mark.parametrize(
    ("tail", "outlet"),
    [
        (" | Harbour Post", "Harbour Post"),
        (" - Harbour Post", "Harbour Post"),
        (" | Lakes and rivers | Harbour Post", "Harbour Post"),
        (" | Harbour Post | By Tove Lindgren", "Harbour Post"),
        (" - post.example", "post.example"),
    ],
)
def test_a_name_at_the_end_lets_the_outlet_be_inferred(tail: str, outlet: str) -> None:
    assert parted(tail) == (TITLE, outlet)


@pytest.mark.parametrize("tail", [" – The Harbour Post", " — harbour post", " - Harbour Post", " • Harbour Post"])
def test_a_known_name_goes_whatever_stands_before_it(tail: str) -> None:
    assert parted(tail, outlet="Harbour Post") == (TITLE, "Harbour Post")
    assert parted(tail, address="https://www.harbour-post.example/a")[0] == TITLE


@pytest.mark.parametrize(
    "tail",
    [
        " – Harbour Post",
        " - the harbour rejoices",
        " - Live Updates",
        " | Video",
        " | Opinion of the Week",
        " - Passengers Dance on the Old Pier",
        "-Harbour Post",
        "",
    ],
)
def test_other_ends_of_a_title_stay(tail: str) -> None:
    assert parted(tail) == (TITLE + tail, None)


def test_a_writer_another_outlet_and_a_section_are_no_names_of_the_site() -> None:
    assert parted(" | Tove Lindgren", byline="Tove Lindgren and Ida Holm") == (f"{TITLE} | Tove Lindgren", None)
    assert parted(" | Island Courier", outlet="Harbour Post") == (f"{TITLE} | Island Courier", "Harbour Post")
    assert parted(" – News", address="https://news.post.example/a") == (f"{TITLE} – News", None)
    assert parted(" - Island Courier", address="https://post.example/a")[1] is None


def test_a_title_of_two_words_keeps_what_follows() -> None:
    whole = Field("Harbour news | Harbour Post", "stated", "Harbour news | Harbour Post")
    assert without_site(whole, Field(), Field()) == (whole, Field())
