"""The day in a dateline or in an address; what only looks like one of them states nothing."""

from __future__ import annotations

import pytest

from briefings.sources import read
from briefings.sources.dateline import day_between, day_of_address, day_of_dateline
from briefings.sources.imported import Field

REST = "The harbour council voted to keep the old ferry running for two more years, its chair told reporters."
MORE = "Passengers had feared that the line would close, and forty of them waited outside the hall until late."


@pytest.mark.parametrize(
    "head",
    [
        "PORT ELLEN, March 7, 2024 — ",
        "Port Ellen, 7 March 2024 – ",
        "PORT ELLEN, Islay, Mar. 7, 2024 (Reuters) - ",
        "PORT ELLEN (March 7, 2024) -- ",
        "PORT ELLEN, Thursday, March 7, 2024 — ",
        "March 7, 2024 — ",
    ],
)
def test_a_dateline_states_its_day(head: str) -> None:
    found = day_of_dateline([head + REST])
    assert (found.value, found.confidence) == ("2024-03-07", "stated")
    assert found.evidence in head


@pytest.mark.parametrize(
    "opening",
    [
        f"PORT ELLEN, March 7 (Reuters) - {REST}",
        f"PORT ELLEN — On March 7, 2024, {REST}",
        "On March 7, 2024 — a Thursday — the council voted.",
        "The vote of March 7, 2024 — the last of the winter — was close.",
        "Ferries that sailed until March 7, 2024 — all six — are back.",
        REST,
        "",
    ],
)
def test_a_day_that_is_no_datelines_is_not_taken(opening: str) -> None:
    assert day_of_dateline([opening]).value is None


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("https://post.example/2024/03/07/ferry", "2024-03-07"),
        ("https://post.example/news/2024/3/7/ferry.html?a=2023/01/01/", "2024-03-07"),
        ("https://post.example/2024/13/07/ferry", None),
        ("https://post.example/2024/03/ferry", None),
        ("https://post.example/ferry?day=/2024/03/07/", None),
    ],
)
def test_an_address_lets_its_day_be_inferred(address: str, day: str | None) -> None:
    found = day_of_address(Field(address, "stated", address))
    assert found == (Field(day, "inferred", address) if day else Field())


@pytest.mark.parametrize(
    ("head", "path", "day"),
    [
        ("March 7 (Reuters) - ", "/2024/03/ferry", "2024-03-07"),
        ("PORT ELLEN, Mar. 7 — ", "/news/ferry-2024-03-08/", "2024-03-07"),
        ("PORT ELLEN, Thursday, 29 February — ", "/2024/03/01/ferry", "2024-02-29"),
        ("PORT ELLEN, Dec 31 — ", "/2024/01/ferry", "2023-12-31"),
        ("PORT ELLEN, March 7 — ", "/2024/06/ferry", None),
        ("PORT ELLEN, March 7 — ", "/ferry-20240307", None),
        ("PORT ELLEN, February 30 — ", "/2024/02/ferry", None),
        ("On March 7 — ", "/2024/03/ferry", None),
        ("", "/2024/03/ferry", None),
    ],
)
def test_an_address_gives_a_dateline_its_year(head: str, path: str, day: str | None) -> None:
    address = f"https://post.example{path}"
    found = day_between([head + REST], Field(address, "stated", address))
    assert (found.value, found.confidence) == ((day, "inferred") if day else (None, "unknown"))
    assert day_between([head + REST], Field()) == Field()


def test_a_pasted_page_takes_the_day_of_a_dateline_before_that_of_the_address() -> None:
    page = f"https://post.example/2024/03/08/ferry\n\nOld ferry to run on\n\nMarch 7 (Reuters) - {REST}\n\n{MORE}"
    published = read(page.encode()).fields["published"]
    assert (published.value, published.confidence) == ("2024-03-07", "inferred")


def test_a_pasted_page_takes_the_dateline_before_the_address() -> None:
    page = (
        f"https://post.example/2024/03/08/ferry\n\nOld ferry to run on\n\nPORT ELLEN, March 7, 2024 — {REST}\n\n{MORE}"
    )
    fields = read(page.encode()).fields
    assert fields["published"].value == "2024-03-07"
    without = read(page.replace("March 7, 2024 ", "").encode()).fields["published"]
    assert (without.value, without.confidence) == ("2024-03-08", "inferred")


def test_an_address_is_no_title() -> None:
    address = "https://post.example/news/harbour-council-keeps-ferry-running-12345"
    page = f"{address}\n\nHarbour council keeps old ferry\n\n{REST}\n\n{MORE}"
    assert read(page.encode()).fields["title"].value in (None, "Harbour council keeps old ferry")


def test_html_that_names_no_day_takes_the_datelines() -> None:
    body = f"<article><h1>Old ferry to run on</h1><p>PORT ELLEN, March 7, 2024 — {REST}</p><p>{MORE}</p></article>"
    dated = '<meta property="article:published_time" content="2024-03-09T10:00:00Z">'
    for head, day in (("", "2024-03-07"), (dated, "2024-03-09")):
        assert read(f"<html><head>{head}</head><body>{body}</body></html>".encode()).fields["published"].value == day
