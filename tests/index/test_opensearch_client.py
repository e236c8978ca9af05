"""What goes wrong on the way to a cluster, in the reader's words; certificates and credentials. It is played."""

from __future__ import annotations

import json
import shutil
import ssl
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from briefings.errors import EngineError
from index.opensearch.address import AUTHORITIES, PASSWORD, USER, Address
from index.opensearch.archive import Archive
from index.opensearch.client import ArchiveAway, ArchiveRefused, NoArchive

SECRET = "swordfish"


class Played(BaseHTTPRequestHandler):
    """Answers with the status and body its server holds, and keeps what was asked."""

    def do_GET(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.server.asked.append(self.headers.get("Authorization", ""))  # type: ignore[attr-defined]
        status, body = self.server.answer  # type: ignore[attr-defined]
        data = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    do_POST = do_GET  # noqa: N815 -- the library's name

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def playing(status: int, body: object, certificate: Path | None = None) -> Iterator[ThreadingHTTPServer]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Played)
    server.answer, server.asked = (status, body), []  # type: ignore[attr-defined]
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate / "cert.pem", certificate / "key.pem")
        server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def archive_of(server: ThreadingHTTPServer, scheme: str = "http") -> Archive:
    return Archive(Address((f"{scheme}://127.0.0.1:{server.server_port}",), "meetings"))


def error(kind: str, reason: str = "") -> object:
    return {"error": {"type": kind, "reason": reason, "root_cause": [{"type": kind, "reason": reason}]}}


@pytest.fixture(autouse=True)
def anna(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(USER, "anna")
    monkeypatch.setenv(PASSWORD, SECRET)
    monkeypatch.delenv(AUTHORITIES, raising=False)


TOLD = [
    (401, error("security_exception"), ArchiveRefused, "does not allow"),
    (403, error("security_exception"), ArchiveRefused, USER),
    (403, error("cluster_block_exception"), ArchiveAway, "takes nothing in"),
    (404, error("index_not_found_exception"), NoArchive, "rashomon index push"),
    (429, error("rejected_execution_exception"), ArchiveAway, "cannot answer now"),
    (503, error("cluster_manager_not_discovered_exception"), ArchiveAway, "cannot answer now"),
    (500, error("node_not_connected_exception"), ArchiveAway, "cannot answer now"),
    (400, error("parsing_exception", "unknown query"), EngineError, "unknown query"),
]


@pytest.mark.parametrize(("status", "body", "kind", "words"), TOLD)
def test_what_a_cluster_refuses_is_told_without_the_password(
    status: int, body: object, kind: type[EngineError], words: str
) -> None:
    with playing(status, body) as server, pytest.raises(kind) as raised:
        archive_of(server).count()
    assert words in str(raised.value)
    assert "/meetings" in str(raised.value)
    assert SECRET not in f"{raised.value!r} {raised.value} {raised.value.__cause__}"
    assert server.asked[0].startswith("Basic ")  # type: ignore[attr-defined]


def test_nothing_is_written_to_a_log(capfd: pytest.CaptureFixture[str]) -> None:
    with playing(400, error("parsing_exception")) as server, pytest.raises(EngineError):
        archive_of(server).count()
    assert capfd.readouterr() == ("", "")


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for this machine that no known authority has signed."""
    if shutil.which("openssl") is None:
        pytest.skip("making a certificate needs openssl, which this machine lacks")
    folder = tmp_path_factory.mktemp("certificate")
    command = "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -keyout key.pem -out cert.pem"
    extra = ["-addext", "subjectAltName=IP:127.0.0.1"]
    subprocess.run([*command.split(), *extra], cwd=folder, check=True, capture_output=True, timeout=60)
    return folder


def test_a_certificate_nobody_vouches_for_is_refused_before_anything_is_sent(certificate: Path) -> None:
    with (
        playing(200, {"count": 3}, certificate) as server,
        pytest.raises(EngineError, match="certificate") as raised,
    ):
        archive_of(server, "https").count()
    assert not isinstance(raised.value, ArchiveAway)
    assert AUTHORITIES in str(raised.value)
    assert server.asked == []  # type: ignore[attr-defined]


def test_a_named_authority_is_trusted(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(AUTHORITIES, str(certificate / "cert.pem"))
    with playing(200, {"count": 3}, certificate) as server:
        assert archive_of(server, "https").count() == 3


def test_an_authority_that_cannot_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(AUTHORITIES, str(tmp_path / "nobody.pem"))
    with pytest.raises(EngineError, match="cannot be read"):
        Archive(Address(("https://127.0.0.1:9",), "meetings"))


def test_a_lost_part_is_told() -> None:
    shards = {"total": 3, "successful": 2, "skipped": 0, "failed": 1}
    body = {"_shards": shards, "timed_out": False, "hits": {"total": {"value": 1}, "hits": []}}
    with playing(200, body) as server:
        assert archive_of(server).ask({})[1] == "1 of 3 parts of the archive did not answer; there may be more"
    with playing(200, body | {"_shards": shards | {"failed": 0}}) as server:  # no copy of it is left
        assert archive_of(server).ask({})[1] == "1 of 3 parts of the archive did not answer; there may be more"
    whole = {"_shards": shards | {"successful": 3, "failed": 0}}
    with playing(200, body | whole | {"timed_out": True}) as server:
        assert "ran out of time" in archive_of(server).ask({})[1]
    with playing(200, body | whole) as server:
        assert archive_of(server).ask({})[1] == ""


def test_what_is_no_cluster_is_told() -> None:
    class Page(Played):
        def do_GET(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.send_header("Content-Length", "6")
            self.end_headers()
            self.wfile.write(b"<html>")

        do_POST = do_GET  # noqa: N815 -- the library's name

    with playing(200, {}) as server:
        server.RequestHandlerClass = Page
        with pytest.raises(EngineError, match="no OpenSearch cluster"):
            archive_of(server).count()
