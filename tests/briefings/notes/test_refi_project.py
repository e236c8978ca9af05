"""REFI-QDA projects, out and in: ours lose nothing, others' are read as they are counted."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.article import Article, Span
from briefings.errors import NotesError
from briefings.notes import refi_archive, refi_reading, refi_xml
from briefings.notes.anchor import describe
from briefings.notes.codebook import Code, Codebook
from briefings.notes.note import Note, new_note
from briefings.notes.refi_project import write
from briefings.notes.refi_reading import read
from tests.briefings.harbour import GULL, TERN, words
from tests.briefings.notes.refi import ANA, BEN, BOAT, FISH, STANDARDS, TEXT, coding, qde, selection, validate, zipped

BOOK = Codebook(
    (Code("Naming", "n", "a word chosen"), Code("Epithet", parent="Naming"), Code("Group", is_codable=False))
)
STORY = Article("gull-1a2b3c4d", "Gull", "Zwölf 🐟 fish & <b>.\n\nThe 🚢 left 🐟 early; nobody sang.")
ARTICLES = {one.id: one for one in (STORY, GULL, TERN)} | {"briefing:day": Article("day", "", "A day at sea.")}
WORDS = st.text(st.characters(exclude_categories=("Cs",)), max_size=12)


def described(data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read("project.qde")


@st.composite
def notes(draw: st.DrawFn) -> Note:
    """Any note that has a place."""
    article = draw(st.sampled_from([STORY, TERN]))
    start = draw(st.integers(0, len(article.text) - 2))
    span = Span(start, draw(st.integers(start + 1, len(article.text))))
    times = draw(st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC)))
    codes = draw(st.lists(st.sampled_from(["Naming", "Epithet", "naming", "new"]), max_size=3, unique=True))
    author, comment = (draw(WORDS).replace("\r", "\n") for _ in range(2))
    id, settled = str(draw(st.uuids())), [str(one) for one in draw(st.lists(st.uuids(), max_size=2, unique=True))]
    return Note(
        *(id, article.id, describe(article.text, span), span, comment, tuple(codes), author, times, times),
        adjudicates=tuple(settled),
    )


def cleaned(note: Note) -> Note:
    """A note without what XML cannot hold."""
    return replace(note, comment=refi_xml.legal(note.comment), author=refi_xml.legal(note.author))


@given(st.lists(notes(), max_size=4, unique_by=lambda note: note.id))
def test_notes_go_round(some: list[Note]) -> None:
    back = read(write(some, ARTICLES, BOOK))
    said = {note.id: cleaned(note) for note in some if note.selector.exact.strip()}
    assert {note.id: note for note in back.notes} == said
    assert {text.id: text.text for text in back.texts} == {note.article: ARTICLES[note.article].text for note in some}
    left_out = len(some) - len(said)
    assert back.told == ((f"{left_out} selections that lie outside of their text: left out",) if left_out else ())


@given(st.lists(notes(), max_size=3, unique_by=lambda note: note.id))
def test_what_is_written_is_valid(some: list[Note]) -> None:
    validate(described(write(some, ARTICLES, BOOK)))
    validate(described(write(some, ARTICLES)))


def test_a_project_has_its_codes_its_texts_and_the_same_bytes_each_time() -> None:
    some = [new_note(STORY, Span(6, 7), codes=("Epithet", "strange"), author="Ada"), new_note(TERN, Span(0, 2))]
    data = write(some, ARTICLES, BOOK)
    assert write(some, ARTICLES, BOOK) == data
    back = read(data)
    assert [(code.name, code.parent) for code in back.codebook] == [
        *(("Naming", ""), ("Epithet", "Naming"), ("Group", "")),
        ("strange", ""),
    ]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        texts = [name for name in archive.namelist() if name != "project.qde"]
        assert archive.read(texts[0]).decode() in (STORY.text, TERN.text)
    assert all(name.startswith("sources/") and UUID(name[8:-4]) for name in texts)


def test_a_note_on_a_briefing_goes_round_and_one_without_place_is_left_out() -> None:
    day = ARTICLES["briefing:day"]
    note = replace(new_note(day, words(day, "at sea"), "calm"), kind="briefing", article="day")
    lost = replace(new_note(STORY, Span(0, 5)), span=None)
    gone = replace(new_note(STORY, Span(0, 5)), article="gone-1a2b3c4d")
    back = read(write([note, lost, gone], ARTICLES))
    assert back.notes == (note,)
    assert [text.id for text in back.texts] == ["briefing:day"]


RAW = "\ufeffOne 🐟 swam.\r\nA boat\r\nleft the bay.\r\n"


@pytest.mark.parametrize(
    ("raw", "places", "told"),
    [
        (RAW, [(15, 19), (30, 33)], ()),  # code points of the text as stored, the standard's way
        (RAW, [(16, 20), (31, 34)], ("UTF-16 code units",)),
        (RAW, [(14, 18), (28, 31)], ("code points, line ends as one",)),
        (RAW, [(15, 19), (29, 32)], ("UTF-16 code units, line ends as one",)),
        (RAW, [(17, 21), (32, 35)], ("UTF-16 code units, with the byte order mark",)),
        (RAW, [(15, 18), (30, 32)], ("code points, the last character included",)),
        (RAW.replace("\r", ""), [(15, 19), (30, 33)], ("code points, line ends as two",)),
        (RAW.replace("\r", ""), [(14, 18), (28, 31)], ()),
    ],
)
def test_positions_are_read_as_they_are_counted(raw: str, places: list[tuple[int, int]], told: tuple[str, ...]) -> None:
    marked = [
        selection(*places[0], "boat", coding(BOAT), 1),
        selection(*places[1], "bay", coding(FISH), 2),
    ]
    back = read(zipped({"project.qde": qde(*marked), f"sources/{TEXT}.TXT": raw}))
    assert [note.selector.exact for note in back.notes] == ["boat", "bay"]
    text = back.texts[0].text
    assert text == raw.removeprefix("\ufeff").replace("\r\n", "\n")
    assert [note.span.of(text) for note in back.notes if note.span] == ["boat", "bay"]
    assert tuple(line.partition("read as ")[2].partition(":")[0] for line in back.told) == told


def test_without_names_whole_words_tell_how_positions_are_counted() -> None:
    raw = "🐟 " + " ".join(f"word{number}" for number in range(9))
    starts = [raw.index(f"word{number}") for number in range(9)]
    shifted = [selection(at + 1, at + 6, number=at) for at in starts]
    few = read(zipped({"project.qde": qde(*shifted[:2]), f"sources/{TEXT}.txt": raw}))
    assert [note.selector.exact for note in few.notes] == ["ord0 ", "ord1 "]
    many = read(zipped({"project.qde": qde(*shifted), f"sources/{TEXT}.txt": raw}))
    assert [note.selector.exact for note in many.notes] == [f"word{number}" for number in range(9)]


def test_each_user_who_coded_a_selection_has_a_note() -> None:
    inside = f"<Description>look</Description>{coding(FISH)}{coding(BOAT, BEN, 2)}<NoteRef targetGUID='{TEXT}'/>"
    notes = f'<Notes><Note guid="{TEXT}" name="n"><PlainTextContent>more</PlainTextContent></Note></Notes>'
    source = 'plainTextPath=""'
    text = "<PlainTextContent>Fish and boats.</PlainTextContent>"
    data = qde(text, selection(0, 4, "Fish", inside), source=source, more=notes)
    first, second = read(zipped({"x.qde": data})).notes
    assert (first.author, first.codes, first.comment) == ("Ana", ("Fish",), "look\n\nmore")
    assert (second.author, second.codes, second.comment) == ("Ben", ("Boat",), "")
    assert first.id == "66666666-6666-4666-8666-000000000001" != second.id
    assert first.created == first.changed == datetime(2024, 5, 6, 7, 8, 9, tzinfo=UTC)
    assert (first.article, first.span) == (f"urn:uuid:{TEXT}", Span(0, 4))


@pytest.mark.parametrize(
    "path", [f"internal:///{TEXT}.txt", "internal://Harbour%20day.TXT", "internal://harbour day.txt"]
)
def test_a_file_is_found_by_its_path_however_it_is_written(path: str) -> None:
    name = "Harbour day" if "arbour" in path else TEXT.upper()
    data = qde(selection(0, 4), source=f'plainTextPath="{path}"')
    (note,) = read(zipped({"x.qde": data, f"Sources/{name}.txt": "Fish and boats."})).notes
    assert note.selector.exact == "Fish"


def test_users_without_a_name_are_told_apart() -> None:
    users = f'<User guid="{{{ANA.upper()}}}" name="Ana"/><User guid="{BEN}" name="Ben"/>'
    inside = f"{coding(FISH)}{coding(BOAT, BEN, 2)}"
    data = qde(selection(0, 4, "Fish", inside)).replace(users, f'<User guid="{ANA}"/><User guid="{BEN}" id="BB"/>')
    back = read(zipped({"x.qde": data, f"sources/{TEXT}.txt": "Fish and boats."}))
    assert [note.author for note in back.notes] == [ANA[:8], "BB"]


def test_a_selection_its_maker_did_not_code_is_the_coders() -> None:
    data = qde("<PlainTextContent>Fish.</PlainTextContent>", selection(0, 4, "", coding(FISH, BEN)), source='name2=""')
    (note,) = read(zipped({"x.qde": data})).notes
    assert (note.author, note.codes) == ("Ben", ("Fish",))


def test_what_is_left_out_is_told() -> None:
    text = "<PlainTextContent>Fish.</PlainTextContent>"
    picture = '<PictureSelection guid="x" firstX="1" firstY="1" secondX="2" secondY="2"/>'
    more = f"<Sources><PictureSource>{picture}{picture}</PictureSource>"
    more += '<PDFSource><Representation plainTextPath="absolute:///etc/hostname"/></PDFSource></Sources>'
    data = qde(text, selection(0, 99), selection(3, 3), selection(-1, 2), coding(FISH), source='name2=""', more=more)
    back = read(zipped({"x.qde": data}))
    assert back.notes == ()
    assert sorted(back.told) == [
        "1 codings of whole sources: left out",
        "1 texts that are not in the file: left out",
        "2 selections in pictures: left out",
        "3 selections that lie outside of their text: left out",
    ]


def test_a_project_that_another_program_wrote() -> None:
    file = STANDARDS / "target-atlas-project.qdpx"
    if not file.exists():
        pytest.skip("no project of another program beside the repository (../shared/standards)")
    back = read(file.read_bytes())
    assert [code.parent for code in back.codebook] == ["", back.codebook.codes[0].name, back.codebook.codes[0].name]
    assert back.notes == back.told == ()


def bomb(size: int) -> bytes:
    return zipped({"project.qde": b" " * size})


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"no archive", "damaged"),
        (zipped({"x.txt": "a"}), "holds 0"),
        (zipped({"a.qde": "<Project/>", "b.qde": "<Project/>"}), "holds 2"),
        (zipped({"../x.qde": "<Project/>"}), "holds 0"),
        (bomb(3 * 2**20), "grows more than 200 times"),
        (zipped({"p.qde": "<CodeBook/>"}), "no Project"),
        (zipped({"p.qde": '<!DOCTYPE Project [<!ENTITY a "aa">]><Project name="&a;"/>'}), "DOCTYPE"),
        (zipped({"p.qde": qde(selection(0, 1)), f"sources/{TEXT}.txt": b"\xff\xfa"}), "not UTF-8"),
        (zipped({f"{number}.txt": "" for number in range(5001)}), "5000"),
    ],
)
def test_what_is_hostile_or_damaged_is_told(data: bytes, what: str) -> None:
    with pytest.raises(NotesError, match=what) as caught:
        read(data, "harbour.qdpx")
    assert caught.value.remedy


def test_a_file_outside_of_the_archive_is_not_read() -> None:
    for path in ("internal://../../etc/hostname", "absolute:///etc/hostname", "relative://x.txt", "/etc/hostname"):
        data = qde(selection(0, 1), source=f'plainTextPath="{path}"')
        back = read(zipped({"p.qde": data, "../../etc/hostname": "inside"} if ".." not in path else {"p.qde": data}))
        assert back.told == ("1 texts that are not in the file: left out",)
        assert back.notes == ()


def test_a_name_that_leads_outside_is_refused_though_it_is_in_the_archive() -> None:
    data = qde(selection(0, 1), source='plainTextPath="internal://../../outside.txt"')
    with pytest.raises(NotesError, match="outside of the archive"):
        read(zipped({"p.qde": data, "sources/../../outside.txt": "inside"}))


def test_size_limits_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(refi_archive, "MOST_XML", 2**20)
    with pytest.raises(NotesError, match="more than the 1 MB"):
        read(zipped({"p.qde": "<Project>" + "".join(map(str, range(200_000))) + "</Project>"}))
    monkeypatch.setattr(refi_xml, "MOST_XML", 2**20)
    monkeypatch.setattr(refi_archive, "MOST_XML", 2**22)
    with pytest.raises(NotesError, match="more than the 1 MB"):
        read(zipped({"p.qde": "<Project>" + "".join(map(str, range(200_000))) + "</Project>"}))


def test_a_project_that_names_one_file_many_times_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(refi_archive, "MOST_IN_ALL", 2**20)
    named = "".join(f'<TextSource guid="{n}" name="s" plainTextPath="internal://{TEXT}.txt"/>' for n in range(9))
    text = "".join(map(str, range(40_000)))
    for many, refused in ((f"<Sources>{named}</Sources>", True), ("", False)):
        data = zipped({"p.qde": qde(selection(0, 4), more=many), f"sources/{TEXT}.txt": text})
        if refused:
            with pytest.raises(NotesError, match="names the same files so often"):
                read(data)
        else:
            assert [note.span for note in read(data).notes] == [Span(0, 4)]


def test_selections_that_hold_the_whole_text_each_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(refi_reading, "MOST_HELD", 1000)
    text = "Fish and boats. " * 30
    one, two, three = (selection(0, 400, number=number) for number in range(3))
    assert len(read(zipped({"p.qde": qde(one, two), f"sources/{TEXT}.txt": text})).notes) == 2
    with pytest.raises(NotesError, match="hold more than 1,000 characters"):
        read(zipped({"p.qde": qde(one, two, three), f"sources/{TEXT}.txt": text}))


def test_a_doctype_is_not_hidden_by_utf_16_without_its_mark() -> None:
    hidden = '<!DOCTYPE Project [<!ENTITY a "aa">]><Project name="&a;"/>'
    for encoding in ("utf-16-le", "utf-16-be", "utf-32"):
        with pytest.raises(NotesError, match=r"not XML that can be read|not UTF-8|DOCTYPE"):
            read(zipped({"p.qde": hidden.encode(encoding)}))
        with pytest.raises(NotesError):
            read(zipped({"p.qde": "<Project/>".encode(encoding)}))


def test_a_link_in_the_archive_is_not_followed() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("p.qde", qde(selection(0, 4)))
        link = zipfile.ZipInfo(f"sources/{TEXT}.txt")
        link.create_system, link.external_attr = 3, 0o120777 << 16
        archive.writestr(link, "/etc/hostname")
    with pytest.raises(NotesError, match="a link"):
        read(out.getvalue())


@pytest.mark.parametrize("kept", [0.1, 0.5, 0.9, 0.999])
def test_a_project_that_was_cut_off_is_told(kept: float) -> None:
    data = zipped({"p.qde": qde(selection(0, 4)), f"sources/{TEXT}.txt": "Fish and boats."})
    with pytest.raises(NotesError, match="damaged"):
        read(data[: int(len(data) * kept)])
