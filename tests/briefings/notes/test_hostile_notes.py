"""Files of notes that are damaged or made to harm: told, never followed, never a crash."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.article import Span
from briefings.errors import RashomonError
from briefings.notes.codebook import Code, Codebook
from briefings.notes.exchange import FORMATS, export, placed, read_notes
from briefings.notes.note import new_note
from briefings.notes.refi_codebook import read_qdc, write_qdc
from briefings.notes.refi_positions import MOST_COUNTED
from briefings.notes.refi_reading import read
from tests.briefings.harbour import GULL, TERN, words
from tests.briefings.notes.refi import TEXT, coding, qde, selection, zipped

NOTES = [
    new_note(GULL, words(GULL, "40 boats"), "*so* many", ("Figure", "Fleet"), "Ada"),
    replace(new_note(TERN, words(TERN, "in the bay")), adjudicates=("x",)),
]
ARTICLES = {GULL.id: GULL, TERN.id: TERN}
VALID = {name: export(form, NOTES, ARTICLES)[0] for name, form in FORMATS.items()}
PROJECT = qde(
    selection(0, 4, "Fish", f"<Description>look</Description>{coding(TEXT)}<NoteRef targetGUID='{TEXT}'/>"),
    more=f'<Notes><Note guid="{TEXT}"><PlainTextContent>x</PlainTextContent></Note></Notes>',
)
BOOK = write_qdc(Codebook((Code("A", "a", "what", ("x",), 0, ("y",)), Code("B", parent="A"))))


def damaged(data: bytes, seed: int) -> bytes:
    """The same bytes with a few cut out, doubled, or exchanged."""
    chance = random.Random(seed)
    for _ in range(chance.randint(1, 3)):
        at, size = chance.randrange(len(data) + 1), chance.randint(1, 12)
        middle = chance.choice([b"", data[at : at + size] * 2, b'"', b"<", b"null", b"-1", b"\xff", b"[[[", b"9" * 30])
        data = data[:at] + middle + data[at + size :]
    return data


def only_told(reading: object, *arguments: object) -> None:
    """Read; whatever is wrong must come as an error a reader understands."""
    told: RashomonError | None = None
    try:
        incoming = reading(*arguments)  # type: ignore[operator]
        if hasattr(incoming, "notes"):
            placed(incoming.notes, ARTICLES.values(), incoming.texts)
    except RashomonError as error:
        told = error
    assert told is None or (told.what and told.remedy)


@pytest.mark.parametrize("name", VALID)
@given(seed=st.integers(0, 10**9))
def test_a_damaged_file_is_read_or_told(name: str, seed: int) -> None:
    only_told(read_notes, damaged(VALID[name], seed), f"notes{FORMATS[name].suffix}")


@given(seed=st.integers(0, 10**9))
def test_damaged_xml_is_read_or_told(seed: int) -> None:
    project = damaged(PROJECT.encode(), seed)
    only_told(read, zipped({"project.qde": project, f"sources/{TEXT}.txt": "Fish and boats."}))
    only_told(read_qdc, damaged(BOOK, seed))


@pytest.mark.parametrize("suffix", [form.suffix for form in FORMATS.values()])
@given(data=st.binary(max_size=60))
def test_any_bytes_are_read_or_told(suffix: str, data: bytes) -> None:
    only_told(read_notes, data, f"notes{suffix}")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("x.jsonl", b"[" * 100_000),
        ("x.jsonld", b"[" * 100_000),
        ("x.jsonld", b'{"items":' * 50_000),
        ("x.md", b"[//]: # 'note " + b'{"a":' * 50_000 + b"1" + b"}" * 50_000 + b"'"),
        ("x.csv", b"article,words,made_at\na,b," + b"9" * 400 + b"\n"),
        ("x.csv", b'article,words\n"' + b"a" * 200_000),
        ("x.csv", b"article,words,made_at\na,b,1e30\n"),
        ("x.jsonl", b'{"start": 1' + b"0" * 5000 + b"}"),
    ],
)
def test_deep_and_long_things_are_told(name: str, data: bytes) -> None:
    with pytest.raises(RashomonError):
        read_notes(data, name)


def test_many_codes_in_codes_and_many_selections_are_read() -> None:
    deep = "".join(f'<Code guid="x" name="{n}" isCodable="true">' for n in range(200)) + "</Code>" * 200
    book = read_qdc(f'<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>{deep}</Codes></CodeBook>'.encode())
    assert len(book) == 200
    same = [selection(0, 4, number=number) for number in range(MOST_COUNTED + 10)]
    back = read(zipped({"project.qde": qde(*same), f"sources/{TEXT}.txt": "Fish\r\n" * 1000}))
    assert len(back.notes) == MOST_COUNTED + 10
    assert {note.span for note in back.notes} == {Span(0, 4)}
