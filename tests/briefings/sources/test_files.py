"""Paths to files and bytes."""

import os
import sys

import pytest

from briefings.errors import SourceError
from briefings.sources import files
from briefings.sources.files import expand, load


def test_folders_are_walked_in_name_order_without_hidden_files(tmp_path):
    for name in ("b/2.txt", "b/1.txt", "a.txt", "c.txt", ".hidden", ".git/config"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("words")
    assert [path.relative_to(tmp_path).as_posix() for path in expand([tmp_path])] == [
        "a.txt",
        "b/1.txt",
        "b/2.txt",
        "c.txt",
    ]


def test_named_files_keep_their_order_even_when_hidden(tmp_path):
    paths = [tmp_path / "z.txt", tmp_path / ".a.txt"]
    for path in paths:
        path.write_text("words")
    assert expand(paths) == paths


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_circle_of_links_is_not_walked(tmp_path):
    (tmp_path / "a.txt").write_text("words")
    (tmp_path / "circle").symlink_to(tmp_path)
    assert expand([tmp_path]) == [tmp_path / "a.txt"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_that_leads_out_of_its_folder_is_told_and_not_followed(tmp_path):
    inside, outside = tmp_path / "inside", tmp_path / "inside-not"
    for folder in (inside / "below", outside):
        folder.mkdir(parents=True)
        (folder / "page.txt").write_text("words")
    (inside / "below" / "again.txt").symlink_to(inside / "below" / "page.txt")
    (inside / "file.txt").symlink_to(outside / "page.txt")
    (inside / "folder").symlink_to(outside)
    (inside / "round").symlink_to(inside / "round")
    again, page, file, folder = expand([inside])
    assert [again, page] == [inside / "below" / "again.txt", inside / "below" / "page.txt"]
    for link, name in ((file, "file.txt"), (folder, "folder")):
        assert isinstance(link, SourceError)
        assert link.where == str(inside / name)
        assert "leads out" in link.what


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_that_is_named_is_followed(tmp_path):
    folder, file = tmp_path / "folder", tmp_path / "file"
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "page.txt").write_text("words")
    folder.symlink_to(tmp_path / "there")
    file.symlink_to(tmp_path / "there" / "page.txt")
    assert expand([folder, file]) == [folder / "page.txt", file]


@pytest.mark.parametrize("name", ["ftp://bay.example/a", "file:///page.txt", "GOPHER://bay.example"])
def test_an_address_that_is_not_of_the_web_is_no_missing_file(name):
    for call in (lambda: expand([name]), lambda: load(name)):
        with pytest.raises(SourceError, match="Only http and https") as caught:
            call()
        assert caught.value.where == name


def test_a_missing_path_is_an_error(tmp_path):
    for call in (lambda: expand([tmp_path / "no"]), lambda: load(tmp_path / "no")):
        with pytest.raises(SourceError, match="no such file") as caught:
            call()
        assert caught.value.where.endswith("no")


def test_bytes_come_as_they_are(tmp_path):
    (tmp_path / "a").write_bytes(b"\xff\x00\r\n")
    assert load(tmp_path / "a") == b"\xff\x00\r\n"


def test_a_folder_is_not_a_file(tmp_path):
    with pytest.raises(SourceError, match="is a folder"):
        load(tmp_path)


def test_too_large_a_file_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "MOST_BYTES", 10)
    (tmp_path / "a").write_bytes(b"x" * 11)
    with pytest.raises(SourceError, match="more than"):
        load(tmp_path / "a")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="every file can be read by root")
def test_a_file_without_permission_is_an_error(tmp_path):
    (tmp_path / "a").write_text("words")
    (tmp_path / "a").chmod(0)
    with pytest.raises(SourceError, match="cannot be read"):
        load(tmp_path / "a")
