"""Word documents and rich text, made here."""

from __future__ import annotations

import io
import zipfile

import pytest
from docx import Document

from briefings.errors import SourceError
from briefings.sources import archive, as_text, read, read_all, rtf_file
from tests.briefings.sources.stories import FERRY, LAMP
from tests.briefings.sources.test_press import HEADLINE_FIRST, printed


def word(*lines: str, table: tuple[str, ...] = ()) -> bytes:
    document = Document()
    document.sections[0].header.paragraphs[0].text = "Printed for the archive"
    for line in lines:
        document.add_paragraph(line)
    if table:
        row = document.add_table(rows=1, cols=len(table)).rows[0]
        for cell, words in zip(row.cells, table, strict=True):
            cell.text = words
    kept = io.BytesIO()
    document.save(kept)
    return kept.getvalue()


def rich(*lines: str, before: str = "") -> bytes:
    def escaped(line: str) -> str:
        return "".join(c if ord(c) < 128 else f"\\u{(ord(c) ^ 0x8000) - 0x8000}?" for c in line)

    fonts = r"{\fonttbl{\f0\fnil\fcharset0 Arial;}}"
    body = "".join(f"{escaped(line)}\\par\n" for line in lines)
    return f"{{\\rtf1\\ansi\\ansicpg1252\\uc1{fonts}{before}\n{body}}}".encode("ascii")


each_kind = pytest.mark.parametrize(("make", "form"), [(word, "Word document"), (rich, "rich text")])


@each_kind
def test_the_paragraphs_of_a_document(make: object, form: str) -> None:
    data = make(*FERRY)  # type: ignore[operator]
    imported = read(data)
    assert imported.format == form
    assert imported.article.text == "\n\n".join(FERRY)
    assert imported.original == data
    assert [span.of(as_text(data)) for span in imported.kept] == list(FERRY)


@each_kind
def test_an_export_in_a_document_is_read_record_by_record(make: object, form: str) -> None:
    text = printed(HEADLINE_FIRST).decode()
    from_text = [imported.article for imported in read_all(text.encode())]
    found = list(read_all(make(*text.split("\n"))))  # type: ignore[operator]
    assert [(a.article.title, a.article.text) for a in found] == [(a.title, a.text) for a in from_text]
    assert [read(imported.original).article for imported in found] == [imported.article for imported in found]


def test_cells_of_a_table_are_read_and_page_headers_are_not() -> None:
    text = as_text(word(FERRY[0], table=(LAMP[0], LAMP[1])))
    assert text.split("\n") == [FERRY[0], LAMP[0], LAMP[1]]


def test_links_and_tracked_changes_of_a_word_document() -> None:
    data = word("AAAA stays.")
    inner = "<w:hyperlink><w:r><w:t>ferry</w:t></w:r></w:hyperlink><w:ins><w:r><w:t> line</w:t></w:r></w:ins>"
    deleted = "<w:del><w:r><w:delText> boat</w:delText></w:r></w:del>"
    assert (
        as_text(rewritten(data, "<w:t>AAAA", f"<w:t>The </w:t></w:r>{inner}{deleted}<w:r><w:t>"))
        == "The ferry line stays."
    )


def test_a_word_document_of_nothing_but_its_text_is_read() -> None:
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = "".join(f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>" for words in FERRY)
    for main in ("word/document.xml", "word/document2.xml"):
        kept = io.BytesIO()
        with zipfile.ZipFile(kept, "w") as new:
            new.writestr("[Content_Types].xml", "<Types/>")
            new.writestr(main, f'<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>')
        assert read(kept.getvalue()).article.text == "\n\n".join(FERRY)


@each_kind
def test_a_document_encoded_twice_is_read_as_it_was_meant(make: object, form: str) -> None:
    twice = "The Fähre stays, said the council, and the quay is painted.".encode().decode("cp1252")
    assert "Fähre" in as_text(make(*FERRY, twice))  # type: ignore[operator]


def test_rich_text_with_bytes_of_utf8_in_it_is_read_as_it_was_meant() -> None:
    data = rich(*FERRY, "The Faehre stays, said the council.").replace(b"Faehre", "Fähre".encode())
    assert "The Fähre stays" in as_text(data)


def test_entities_in_a_word_document_are_not_resolved() -> None:
    data = rewritten(word("AAAA stays."), "<w:document", '<!DOCTYPE d [<!ENTITY a "boom">]><w:document')
    assert "boom" not in as_text(rewritten(data, "AAAA", "&a;"))


def rewritten(data: bytes, before: str, after: str) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(kept, "w") as new:
        for entry in old.infolist():
            content = old.read(entry)
            if entry.filename == "word/document.xml":
                content = content.replace(before.encode(), after.encode(), 1)
            new.writestr(entry.filename, content)
    return kept.getvalue()


@pytest.mark.parametrize("content", ["<w:document", "not xml at all", ""])
def test_a_damaged_word_document_is_an_error(content: str) -> None:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as new:
        new.writestr("[Content_Types].xml", content)
        new.writestr("word/document.xml", content)
    with pytest.raises(SourceError, match="damaged") as caught:
        read(kept.getvalue(), "a.docx")
    assert caught.value.where == "a.docx"


def test_damage_anywhere_in_a_word_document_is_an_error_not_a_crash() -> None:
    data = word(*FERRY)
    for at in range(40, len(data), 997):
        hit = data[:at] + bytes(byte ^ 0x5A for byte in data[at : at + 8]) + data[at + 8 :]
        try:
            assert isinstance(as_text(hit), str)
        except SourceError as error:
            assert error.what  # noqa: PT017 -- either is right: most parts hold no words


def test_a_part_that_cannot_be_unpacked_in_steps_is_refused() -> None:
    data = bytearray(rewritten(word(*FERRY), "", ""))
    data[data.index(b"PK\x01\x02") + 10] = zipfile.ZIP_LZMA
    with pytest.raises(SourceError, match="packed in a way"):
        as_text(bytes(data))


def test_a_word_document_that_swells_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_IN_ALL", 1000)
    with pytest.raises(SourceError, match="Unpacked it holds more"):
        read(word(*FERRY))


def test_other_office_documents_are_named_as_what_they_are() -> None:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as new:
        new.writestr("[Content_Types].xml", "<Types/>")
        new.writestr("xl/workbook.xml", "<workbook/>")
    with pytest.raises(SourceError, match="office document"):
        read(kept.getvalue())


def test_links_fonts_and_far_characters_of_rich_text() -> None:
    link = r'{\field{\*\fldinst{HYPERLINK "https://post.example"}}{\fldrslt{the ferry}}} stays \u-10179?\u-8704? \'e9'
    assert as_text(rich("", before=link)).split() == ["the", "ferry", "stays", "😀", "é"]


@pytest.mark.parametrize("damage", [r"\u9999999999 ", r"\uc"])
def test_damaged_rich_text_is_an_error(damage: str) -> None:
    with pytest.raises(SourceError, match="damaged"):
        as_text(rich(*FERRY, before=damage))


@pytest.mark.parametrize(
    "picture", [r"{\pict\bin4 }{;\}", r"{\pict{\*\blipuid 0a}\bin3 }}}}", r"{\pict\bin}", r"{\pict 89504e}"]
)
def test_pictures_are_left_out(picture: str) -> None:
    assert as_text(rich(*FERRY, before=picture)).strip() == "\n".join(FERRY)


@pytest.mark.parametrize(
    "hostile",
    [
        r"{\fonttbl" + r"\f1\fcharset0" * 20_000 + "}",
        r"{\fonttbl" + r"\f1;" * 20_000 + "}",
        r"{\fonttbl" + (r"\f1\fcharset0" * 30 + r"\pict\bin1 ;}") * 300 + "}",
        r'{\field{\*\fldinst{HYPERLINK "a" ' * 20_000,
    ],
)
def test_hostile_rich_text_ends(hostile: str) -> None:
    try:
        words = as_text(b"{\\rtf1 " + hostile.encode() + b"}")
    except SourceError:
        words = ""
    assert len(words) < len(hostile)


def test_a_strange_code_page_leaves_the_rest_readable() -> None:
    assert FERRY[0] in as_text(rich(*FERRY, before=r"\ansicpg0\'e9"))


def test_too_much_rich_text_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rtf_file, "MOST_BYTES", 100)
    with pytest.raises(SourceError, match="more rich text"):
        as_text(rich(*FERRY))
