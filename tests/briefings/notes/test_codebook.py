"""The codebook: codes in Markdown, what is wrong with them, and finding one by what is typed."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.notes.codebook import COLOURS, Code, Codebook, parse_codebook
from briefings.notes.codebook_faults import faults, gaps
from briefings.notes.codebook_markdown import write
from tests.read_cases import Case, read_cases

BOOK = Codebook(
    (
        Code("Wétter", "w", "rain"),
        Code("Sturm", "", "wind", parent="Wétter"),
        Code("Groups", is_codable=False),
        Code("Preis des Brotes", "1", colour="#123456"),
        Code("Øl", "p"),
    )
)


def shown(code: Code) -> str:
    """A code on one line, as the cases write it."""
    key = f" ({code.key})" if code.key else "" if code.is_codable else " (-)"
    colour, guid = f" {code.colour}" if code.colour else "", f" {{{code.guid}}}" if code.guid else ""
    above = f" < {code.parent}" if code.parent else ""
    definition = f": {code.definition}".replace("\n\n", " ¶ ") if code.definition else ""
    examples = "".join(f" + {one}" for one in code.examples) + "".join(f" - {one}" for one in code.non_examples)
    return f"{code.name}{key}{colour}{guid}{above}{definition}{examples}"


@pytest.mark.parametrize("case", read_cases("codebooks"), ids=lambda case: case.title)
def test_the_codes_of_a_text(case: Case) -> None:
    assert "\n".join(map(shown, parse_codebook(case.input))) == case.expected


def test_a_code_knows_its_line() -> None:
    assert [code.line for code in parse_codebook("# Codes\n\n## A\n\nwords\n\n## B\n")] == [3, 7]


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("## Äpfel (a)\n\n## apfel\n", 3, "the code 'apfel' is there already, on line 1"),
        ("- A (x)\n- B (x)\n", 2, "the key 'x' is there already, on line 1"),
        ("## A\n## (b)\n", 2, "a code has no name"),
        ("## A\n##\n", 2, "a heading has no words"),
        (f"- {'very ' * 30}long\n", 1, "more than 100"),
        (f"## A {{{'0' * 8}-0000-0000-0000-{'0' * 12}}}\n## B {{{'0' * 8}-0000-0000-0000-{'0' * 12}}}", 2, "the UUID"),
    ],
)
def test_a_fault_is_told_with_its_line_and_what_to_do(text: str, line: int, what: str) -> None:
    (finding,) = faults(text)
    assert finding.line == line
    assert what in finding.what
    assert finding.remedy.endswith(".")


def test_what_a_second_coder_would_miss() -> None:
    assert [(gap.line, gap.what) for gap in gaps("## A: x\n## B\n### C\n## D (-)\n")] == [
        (3, "the code 'C' is not defined")
    ]
    assert gaps("# Codes\n\nSome words.\n")[0].what == "there is no code in it"
    assert gaps("") != []


WORD = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=12).map(
    lambda text: " ".join(text.split())
)
PLAIN = WORD.filter(lambda text: text and text != "\ufffd")


@st.composite
def books(draw: st.DrawFn) -> list[Code]:
    """Codes with any names, each under one of those before it."""
    names = draw(st.lists(PLAIN, unique_by=str.casefold, max_size=6))
    codes = list[Code]()
    for name in names:
        chain = [codes[-1]] if codes else []
        while chain and chain[-1].parent:
            chain.append(next(code for code in codes if code.name == chain[-1].parent))
        parent = draw(st.sampled_from(["", *(code.name for code in chain[-4:])]))
        codes.append(
            Code(
                name,
                draw(st.sampled_from(["", "k", "7"])),
                "\n\n".join(draw(st.lists(PLAIN.filter(lambda text: ":" not in text), max_size=2))),
                tuple(draw(st.lists(PLAIN, max_size=2))),
                0,
                tuple(draw(st.lists(PLAIN, max_size=2))),
                parent,
                draw(st.sampled_from(["", "#00ff9c"])),
                str(draw(st.uuids())) if draw(st.booleans()) else "",
            )
        )
    return codes


@given(books())
def test_what_is_written_is_read_again(codes: list[Code]) -> None:
    back = [replace(code, line=0) for code in parse_codebook(write(codes))]
    assert back == [replace(code, name=composed(code.name), parent=composed(code.parent)) for code in codes]


def composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def test_completes_names_then_words_then_keys() -> None:
    assert [code.name for code in BOOK.complete("p")] == ["Preis des Brotes", "Øl"]
    assert [code.name for code in BOOK.complete("WETT")] == ["Wétter"]
    assert [code.name for code in BOOK.complete("brot")] == ["Preis des Brotes"]
    assert [code.name for code in BOOK.complete("o")] == ["Øl"]
    assert [code.name for code in BOOK.complete("", 2)] == ["Wétter", "Sturm"]
    assert BOOK.complete("group") == []


def test_numbers_go_round_the_digits_that_are_keys() -> None:
    assert {digit: code.name for digit, code in BOOK.numbers().items()} == {
        "1": "Preis des Brotes",
        "2": "Wétter",
        "3": "Sturm",
        "4": "Øl",
    }
    found = [BOOK.by_key(key) for key in "w2p9"]
    assert [code.name if code else None for code in found] == ["Wétter", "Wétter", "Øl", None]


def test_a_code_keeps_its_colour_and_its_identity() -> None:
    assert [BOOK.colour(code.name) for code in BOOK.codable] == [COLOURS[0], COLOURS[1], "#123456", COLOURS[2]]
    assert BOOK.colour("nothing like it") == COLOURS[-1]
    assert BOOK.guid("Wétter") == Codebook().guid("wetter") != BOOK.guid("Sturm")
    known = Codebook((Code("A", guid="5215cc69-b628-4e02-afb9-9beeaee55808"),))
    assert known.guid("a") == "5215cc69-b628-4e02-afb9-9beeaee55808"


def test_depth_and_names_that_are_no_codes() -> None:
    assert [BOOK.depth(code) for code in BOOK] == [0, 1, 0, 0, 0]
    loop = Codebook((Code("A", parent="B"), Code("B", parent="A")))
    assert loop.depth(loop.codes[0]) == 2
    assert BOOK.unknown(["wetter", "Sturm", "x", "x", "Groups"]) == {"x": 2, "wetter": 1, "Groups": 1}
