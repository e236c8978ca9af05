"""Codebooks of the REFI-QDA standard, out and in."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from briefings.errors import CodebookError, NotesError
from briefings.notes.codebook import Code, Codebook, parse_codebook
from briefings.notes.codebook_bundled import bundled, bundled_names
from briefings.notes.refi_codebook import described, read_qdc, write_qdc
from tests.briefings.notes.refi import BOAT, FISH, validate
from tests.briefings.notes.test_codebook import books, composed


def qdc(codes: str) -> bytes:
    return f'<?xml version="1.0"?><CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>{codes}</Codes></CodeBook>'.encode()


def filled(book: Codebook) -> list[Code]:
    """The codes as they come back: with the colours that were given to them, composed."""
    return [
        replace(
            code,
            name=composed(code.name),
            parent=composed(code.parent),
            colour=book.colour(code.name) if code.is_codable else code.colour,
            line=0,
        )
        for code in book
    ]


@pytest.mark.parametrize("name", bundled_names())
def test_a_bundled_codebook_goes_round(name: str) -> None:
    book = Codebook(tuple(parse_codebook(bundled(name))))
    assert list(read_qdc(write_qdc(book))) == filled(book)


@given(books())
def test_any_codebook_goes_round_with_its_identities(codes: list[Code]) -> None:
    book = Codebook(tuple(codes))
    if codes:
        back = read_qdc(write_qdc(book))
        assert list(back) == filled(book)
        assert [back.guid(composed(code.name)) for code in codes] == [book.guid(code.name) for code in codes]
    else:
        with pytest.raises(CodebookError, match="no code to write"):
            write_qdc(book)


def test_it_is_valid() -> None:
    book = Codebook(
        (Code("A & <b>", "a", "x", ("y",), 0, ("z",)), Code("B", parent="A & <b>"), Code("C", is_codable=False))
    )
    inside = write_qdc(book).decode().partition("<Codes>")[2].partition("</Codes>")[0]
    project = (
        f'<Project xmlns="urn:QDA-XML:project:1.0" name="x"><CodeBook><Codes>{inside}</Codes></CodeBook></Project>'
    )
    validate(project.encode())


def test_what_other_programs_write() -> None:
    book = read_qdc(
        qdc(
            f'<Code guid="{{{FISH.upper()}}}" name=" Fish  &#10;market " isCodable="false" color="#0aF">'
            f"<Description>Where it is sold.&#13;&#10;&#13;&#10;1. early *and* late</Description>"
            f'<Code guid="{BOAT}" name="Boat" isCodable="1"/><Code guid="bad" name="" isCodable="true"/></Code>'
            f'<Code guid="x" name="Crew" isCodable="true" color="red">'
            f'<Code guid="y" name="Boat" isCodable="true"/></Code>'
        )
    )
    assert [(code.name, code.parent, code.is_codable) for code in book] == [
        ("Fish market", "", False),
        ("Boat", "Fish market", True),
        ("(no name)", "Fish market", True),
        ("Crew", "", True),
        ("Crew / Boat", "Crew", True),
    ]
    fish = book.codes[0]
    assert (fish.guid, fish.colour, fish.definition) == (FISH, "#00aaff", "Where it is sold.\n\n1. early *and* late")
    assert book.guid("boat") == BOAT
    assert [code.colour for code in book][1:] == ["", "", "", ""]


def test_a_description_holds_what_has_no_element() -> None:
    assert described("What.\n\nMore.\n\nExamples:\n\n- a\n- b\n\nNot:\n\n- c\n\nKey: w") == (
        "What.\n\nMore.",
        ("a", "b"),
        ("c",),
        "w",
    )
    assert described("- a list\n- of theirs") == ("- a list\n- of theirs", (), (), "")


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"no xml", "not XML"),
        (b"<Other/>", "no CodeBook"),
        (b"\xff<CodeBook/>", "not UTF-8"),
        (b'<!DOCTYPE CodeBook [<!ENTITY a "b">]><CodeBook/>', "DOCTYPE"),
        (b'<!-- <a --><!DOCTYPE CodeBook SYSTEM "file:///etc/hostname"><CodeBook/>', "DOCTYPE"),
        (b"<!DOCTYPE CodeBook [<!ENTITY a ']>'><!ENTITY b '&a;&a;'> <CodeBook name='&b;'/>", "DOCTYPE"),
        ('<?xml version="1.0" encoding="utf-16"?><!doctype x><CodeBook/>'.encode("utf-16"), "DOCTYPE"),
        (b"<CodeBook>" * 300, "not XML"),
    ],
)
def test_what_is_hostile_or_something_else_is_told(data: bytes, what: str) -> None:
    with pytest.raises(NotesError, match=what) as caught:
        read_qdc(data, "book.qdc")
    assert caught.value.where == "book.qdc"
    assert caught.value.remedy
