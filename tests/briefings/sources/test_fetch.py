"""Fetching, against a server on this machine."""

import gzip
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from briefings.errors import SourceError
from briefings.sources import fetch as module
from briefings.sources.fetch import fetch

PAGE = b"<html><body><p>The ferry stays.</p></body></html>"


class Site(BaseHTTPRequestHandler):
    def do_GET(self):
        path = self.path
        if path.startswith("/circle"):
            self.answer(302, b"", Location=f"/circle{len(path)}")
        elif path == "/moved":
            self.answer(301, b"", Location="/page?day=1")
        elif path == "/away":
            self.answer(302, b"", Location="ftp://bay.example/page")
        elif path == "/packed":
            self.answer(200, gzip.compress(PAGE), **{"Content-Encoding": "gzip"})
        elif path == "/bomb":
            self.answer(200, gzip.compress(b"x" * 100_000), **{"Content-Encoding": "gzip"})
        elif path == "/slow":
            self.server.released.wait(5)
            self.answer(200, PAGE)
        elif path == "/noise":
            self.wfile.write(b"this is not http at all\r\n\r\n")
        elif path.startswith("/page"):
            self.answer(200, PAGE)
        else:
            self.answer(404, b"gone")

    def answer(self, status, body, **headers):
        self.send_response(status)
        for name, value in {"Content-Length": len(body), **headers}.items():
            self.send_header(name, str(value))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def site():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.released = threading.Event()
    server.handle_error = lambda *_: None  # a client that gave up is what is tested
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.released.set()
    server.shutdown()
    server.server_close()


def test_the_bytes_and_where_they_came_from(site):
    assert fetch(f"{site}/page", allow_private=True) == (PAGE, f"{site}/page")
    assert fetch(f"{site}/packed", allow_private=True)[0] == PAGE


def test_redirects_are_followed(site):
    assert fetch(f"{site}/moved", allow_private=True) == (PAGE, f"{site}/page?day=1")


def failure(url, **options):
    with pytest.raises(SourceError) as caught:
        fetch(url, **{"allow_private": True, **options})
    assert caught.value.where
    assert caught.value.remedy
    return caught.value.what


def test_every_failure_is_one_clear_error(site):
    assert "404" in failure(f"{site}/nothing")
    assert "redirects more than" in failure(f"{site}/circle")
    assert "not a web address" in failure(f"{site}/away")
    assert "not HTTP" in failure(f"{site}/noise")
    assert "took too long" in failure(f"{site}/slow", seconds=0.2)
    assert "cannot be reached" in failure("http://127.0.0.1:1/")
    assert "no host named" in failure("http://no-such-host.invalid/")


@pytest.mark.parametrize("url", ["ftp://bay.example/a", "file:///etc/passwd", "bay.example", "http://", "http://[bad/"])
def test_only_the_web_is_fetched(url):
    assert "not a web address" in failure(url)


def test_too_much_is_refused_also_when_packed(site, monkeypatch):
    monkeypatch.setattr(module, "MOST_BYTES", 20)
    assert "more than" in failure(f"{site}/page")
    assert "more than" in failure(f"{site}/bomb")


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "10.0.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0", "[::1]", "[::ffff:10.0.0.1]"]
)
def test_private_networks_are_refused(host):
    assert "private network" in failure(f"http://{host}/", allow_private=False)


def test_a_redirect_into_a_private_network_is_refused(site, monkeypatch):
    checked = []

    def is_private(address):
        checked.append(address)
        return len(checked) > 1

    monkeypatch.setattr(module, "_is_private", is_private)
    assert "private network" in failure(f"{site}/moved", allow_private=False)
