"""`rashomon add` on feeds, archives and several sources, against a server on this machine."""

from __future__ import annotations

import io
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from briefings.library import Library
from tests.briefings.sources.stories import FERRY, LAMP
from tests.briefings.sources.test_archive import packed
from tests.briefings.sources.test_documents import word
from tui.cli import main

PAGE = f"<html><body><article>{''.join(f'<p>{p}</p>' for p in LAMP)}</article></body></html>"
FEED = """<rss version="2.0"><channel><title>Island Courier</title><item><title>North light goes dark</title>
<link>SITE/light</link><description>The lamp is out.</description></item></channel></rss>"""


@pytest.fixture
def site() -> Iterator[str]:
    class Site(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            here = f"http://127.0.0.1:{server.server_port}"
            pages = {"/feed": FEED.replace("SITE", here), "/light": PAGE}
            body = pages.get(self.path, "").encode()
            self.send_response(200 if body else 404)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def held(folder: Path) -> list[str]:
    with Library.open(folder) as library:
        return [article.text for article in library.articles()]


@pytest.fixture
def clippings(tmp_path: Path) -> Path:
    folder = tmp_path / "clippings"
    folder.mkdir()
    (folder / "a.zip").write_bytes(packed({"light.html": PAGE.encode(), "b.pdf": b"%PDF-1.7"}))
    (folder / "ferry.docx").write_bytes(word(*FERRY))
    return folder


def test_a_feed_of_a_private_server_is_added_when_that_is_allowed(
    site: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    library = tmp_path / "library"
    assert main(["add", "--library", str(library), f"{site}/feed"]) == 2
    assert "private network" in capsys.readouterr().err
    assert main(["add", "--library", str(library), "--allow-private", f"{site}/feed"]) == 0
    assert held(library) == ["\n\n".join(LAMP)]


def test_a_folder_with_an_archive_and_a_document(
    clippings: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["add", "--library", str(tmp_path / "library"), str(clippings)]) == 1
    assert f"{clippings / 'a.zip'}/b.pdf" in capsys.readouterr().err
    assert sorted(held(tmp_path / "library")) == sorted(["\n\n".join(LAMP), "\n\n".join(FERRY)])


def test_progress_is_shown_on_a_terminal_only(
    clippings: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Screen(io.StringIO):
        def isatty(self) -> bool:
            return True

    main(["add", "--library", str(tmp_path / "one"), str(clippings)])
    assert "1 of 2" not in capsys.readouterr().err
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    main(["add", "--library", str(tmp_path / "two"), str(clippings)])
    shown = screen.getvalue()
    assert "\r\x1b[K1 of 2 · " in shown
    assert "\r\x1b[K2 of 2 · " in shown
    assert shown.endswith("\r\x1b[K")


def test_what_was_added_before_ctrl_c_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, story in (("1.txt", FERRY), ("2.txt", LAMP), ("3.txt", FERRY)):
        (tmp_path / name).write_text("\n\n".join(story), "utf-8")
    files = [str(tmp_path / name) for name in ("1.txt", "2.txt", "3.txt")]
    add = Library.add

    def add_once(self: Library, item: Any, *, name: str = "") -> bool:
        if name.endswith("2.txt"):
            raise KeyboardInterrupt
        return add(self, item, name=name)

    monkeypatch.setattr(Library, "add", add_once)
    assert main(["add", "--library", str(tmp_path / "library"), *files]) == 130
    printed = capsys.readouterr()
    assert "stopped at 2 of 3" in printed.err
    assert "1 added" in printed.out
    assert held(tmp_path / "library") == ["\n\n".join(FERRY)]


@pytest.mark.skipif(sys.platform == "win32", reason="no such names there")
def test_the_name_of_a_file_does_nothing_to_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "a\x1b[2J\nb.txt").write_bytes(b"")
    assert main(["add", "--library", str(tmp_path / "library"), str(folder)]) == 2
    told = capsys.readouterr().err
    assert told == f"rashomon: {folder}/a b.txt: It is empty. Give a file with the text of a report.\n"
