"""ZIP archives: what is taken out of them, and what is refused."""

from __future__ import annotations

import io
import zipfile

import pytest

from briefings.errors import SourceError
from briefings.sources import archive
from briefings.sources.archive import members
from tests.briefings.sources.test_documents import word


def packed(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", method) as new:
        for name, content in files.items():
            new.writestr(name, content)
    return kept.getvalue()


def refused(data: bytes) -> SourceError:
    ((_, error),) = members(data, "a.zip")
    assert isinstance(error, SourceError)
    assert error.remedy
    return error


def test_the_files_in_order_without_folders_and_hidden_ones() -> None:
    files = {"b.txt": b"B", "in/": b"", "in/a.txt": b"A", ".hidden": b"-", "__MACOSX/b.txt": b"-", "in/.git/x": b"-"}
    assert list(members(packed(files), "a.zip")) == [("a.zip/b.txt", b"B"), ("a.zip/in/a.txt", b"A")]


@pytest.mark.parametrize("data", [b"a text", word("A document is an archive too.")])
def test_what_is_no_archive_comes_as_it_is(data: bytes) -> None:
    assert list(members(data, "a")) == [("a", data)]


def test_a_word_document_in_an_archive_is_a_file() -> None:
    document = word("Words.")
    assert list(members(packed({"a.docx": document}), "a.zip")) == [("a.zip/a.docx", document)]


@pytest.mark.parametrize("name", ["../a.txt", "in/../../a.txt", "/etc/passwd", "C:/a.txt", "in\\..\\a.txt"])
def test_names_that_point_outside_are_refused_and_the_rest_is_read(name: str) -> None:
    (where, error), good = members(packed({name: b"A", "b.txt": b"B"}), "a.zip")
    assert isinstance(error, SourceError)
    assert "outside" in error.what
    assert error.where == where
    assert good == ("a.zip/b.txt", b"B")


def test_a_name_does_nothing_to_the_terminal() -> None:
    ((where, _),) = members(packed({"a\x1b[31m\n.txt": b"A"}), "a.zip")
    assert where == "a.zip/a .txt"


def test_links_are_refused() -> None:
    entry = zipfile.ZipInfo("link")
    entry.external_attr = 0o120777 << 16
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as new:
        new.writestr(entry, "/etc/passwd")
    assert "a link" in refused(kept.getvalue()).what


def test_an_encrypted_file_is_refused() -> None:
    data = bytearray(packed({"a.txt": b"A"}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert "encrypted" in refused(bytes(data)).what


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_only_what_can_be_unpacked_in_steps_is(method: int) -> None:
    assert "packed in a way" in refused(packed({"a.txt": b"A"}, method)).what


def test_an_archive_in_an_archive_is_refused() -> None:
    error = refused(packed({"b.zip": packed({"a.txt": b"A"})}))
    assert error.where == "a.zip/b.zip"
    assert "inside an archive" in error.what


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    error = refused(packed({"a.txt": b"A", "zeros": bytes(5_000_000)}))
    assert f"more than {archive.MOST_RATIO} times" in error.what
    assert error.where == "a.zip/zeros"


def test_the_limits_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    data = packed({"a.txt": b"A" * 2_000_000, "b.txt": b"B" * 2_000_000}, zipfile.ZIP_STORED)
    monkeypatch.setattr(archive, "MOST_BYTES", 1_000_000)
    assert all("more than the 0 MB" in content.what for _, content in members(data))
    monkeypatch.setattr(archive, "MOST_IN_ALL", 3 * 2**20)
    assert "Unpacked it holds more than the 3 MB" in refused(data).what
    monkeypatch.setattr(archive, "MOST_MEMBERS", 1)
    assert "It holds 2 files, more than the 1" in refused(data).what


def test_a_size_that_lies_does_not_let_more_through() -> None:
    data = bytearray(packed({"a.txt": b"A" * 5000}))
    at = data.index(b"PK\x01\x02") + 24
    data[at : at + 4] = (10).to_bytes(4, "little")
    assert "damaged" in refused(bytes(data)).what


def test_damage_is_an_error() -> None:
    data = packed({"a.txt": b"A" * 100, "b.txt": b"B"}, zipfile.ZIP_STORED)
    bad, good = members(data.replace(b"AAAA", b"AAAX", 1), "a.zip")
    assert isinstance(bad[1], SourceError)
    assert good[1] == b"B"
    assert "damaged" in refused(data[:-30]).what
