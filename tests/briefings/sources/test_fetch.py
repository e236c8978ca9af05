"""Fetching, against a server on this machine."""

import gzip
import socket
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from briefings.errors import SourceError
from briefings.sources import connect, hosts
from briefings.sources import fetch as module
from briefings.sources.fetch import fetch
from briefings.sources.robots import Robots

PAGE = b"<html><body><p>The ferry stays.</p></body></html>"


class Site(BaseHTTPRequestHandler):
    asked = 0

    def do_GET(self):
        path = self.path
        if path == "/robots.txt":
            Site.asked += 1
            self.answer(200, b"User-agent: *\nDisallow: /page-private/\n")
        elif path == "/to-forbidden":
            self.answer(302, b"", Location="/page-private/1")
        elif path == "/inside":
            self.answer(302, b"", Location="http://10.0.0.1/")
        elif path == "/busy":
            self.answer(429, b"", **{"Retry-After": "120"})
        elif path == "/short":
            self.answer(200, PAGE, **{"Content-Length": len(PAGE) + 10})
        elif path == "/short-packed":
            self.answer(200, gzip.compress(PAGE)[:-9], **{"Content-Encoding": "gzip"})
        elif path == "/drip":
            self.send_response(200)
            self.flush_headers()
            while not self.server.released.wait(0.05):
                self.wfile.write(b"X-More: and more\r\n")
        elif path.startswith("/endless"):
            chunked = {"Transfer-Encoding": "chunked"} if path == "/endless-chunk" else {}
            self.drip(chunked)
        elif path == "/elsewhere":
            self.answer(302, b"", Location=f"http://127.0.0.2:{self.server.server_port}/page")
        elif path == "/services":
            self.answer(302, b"", Location="http://169.254.169.254/")
        elif path.startswith("/circle"):
            self.answer(302, b"", Location=f"/circle{len(path)}")
        elif path == "/moved":
            self.answer(301, b"", Location="/page?day=1")
        elif path == "/away":
            self.answer(302, b"", Location="ftp://bay.example/page")
        elif path == "/packed":
            self.answer(200, gzip.compress(PAGE), **{"Content-Encoding": "gzip"})
        elif path == "/astray":
            self.answer(302, b"", Location="http://[::1")
        elif path == "/rude":
            self.send_response(500, "\x1b[31mBoom" + "m" * 500)
            self.end_headers()
        elif path == "/packed-wrongly":
            self.answer(200, PAGE, **{"Content-Encoding": "gzip"})
        elif path == "/brotli":
            self.answer(200, PAGE, **{"Content-Encoding": "br"})
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

    def drip(self, headers):
        """Send a byte now and then, until the other side has gone; its own end is the test's failure, not a hang."""
        self.send_response(200)
        for name, value in {"Connection": "close", **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        try:
            for _ in range(1000):
                if self.server.released.wait(0.01):
                    return
                self.wfile.write(b"0")
        except OSError:
            self.server.gone.set()

    def answer(self, status, body, **headers):
        self.send_response(status)
        for name, value in {"Content-Length": len(body), "Connection": "close", **headers}.items():
            self.send_header(name, str(value))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def site():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.released = threading.Event()
    server.gone = Site.gone = threading.Event()
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


def test_a_packing_that_is_not_read_is_named(site):
    assert "packs it as br" in failure(f"{site}/brotli")


def test_what_a_server_says_of_itself_is_harmless_and_short(site):
    assert "answered 500 Boomm" in failure(f"{site}/rude")
    assert len(failure(f"{site}/rude")) < 250


def test_a_damaged_answer_is_told(site):
    assert "packed wrongly" in failure(f"{site}/packed-wrongly")
    assert "redirects to what is not a web address" in failure(f"{site}/astray")


def test_a_resolver_that_does_not_answer_is_given_up(monkeypatch):
    answered = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: answered.wait(60))
    try:
        assert "took too long" in failure("http://slow.example/", seconds=0.2)
    finally:
        answered.set()


def test_a_name_and_password_in_an_address_are_not_kept(site):
    address = site.replace("://", "://reader:secret@")
    assert fetch(f"{address}/page", allow_private=True) == (PAGE, f"{site}/page")
    assert "secret" not in failure(f"{address}/missing")


def failure(url, **options):
    with pytest.raises(SourceError) as caught:
        fetch(url, **{"allow_private": True, **options})
    assert caught.value.where
    assert caught.value.remedy
    return caught.value.what


def test_every_failure_is_one_clear_error(site):
    assert "404" in failure(f"{site}/nothing")
    assert "redirects more than" in failure(f"{site}/circle")
    assert "redirects to what is not a web address" in failure(f"{site}/away")
    assert "broke off" in failure(f"{site}/short")
    assert "broke off" in failure(f"{site}/short-packed")
    assert "429" in failure(f"{site}/busy")
    assert "not HTTP" in failure(f"{site}/noise")
    assert "took too long" in failure(f"{site}/slow", seconds=0.3)
    assert "took too long" in failure(f"{site}/drip", seconds=0.3)
    assert "cannot be reached" in failure("http://127.0.0.1:1/")
    assert "no host named" in failure("http://no-such-host.invalid/")


@pytest.mark.parametrize("path", ["/endless", "/endless-chunk"])
def test_an_endless_answer_is_cut_off(site, path):
    Site.gone.clear()
    assert "took too long" in failure(f"{site}{path}", seconds=0.3)
    assert Site.gone.wait(5)


def test_an_endless_handshake_is_cut_off():
    gone = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def drip():
            link = listener.accept()[0]
            with link:
                try:
                    link.sendall(b"\x16\x03\x03\x3f\xff\x02\x00\x3f\xfb")  # the head of a long ServerHello
                    for _ in range(1000):
                        link.sendall(b"\x00")
                        threading.Event().wait(0.01)
                except OSError:
                    gone.set()

        server = threading.Thread(target=drip, daemon=True)
        server.start()
        assert "took too long" in failure(f"https://127.0.0.1:{listener.getsockname()[1]}/", seconds=0.3)
        assert gone.wait(5)
        server.join()


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


def test_a_private_host_that_is_only_listed_has_to_be_named() -> None:
    with pytest.raises(SourceError) as told:
        fetch("http://10.0.0.1/feed")
    assert told.value.remedy.startswith("If 10.0.0.1 is yours, type the address itself behind --allow-private")


def test_a_redirect_into_a_private_network_is_refused(site, monkeypatch):
    monkeypatch.setattr(hosts, "is_private", lambda address: address != "127.0.0.1")
    assert fetch(f"{site}/moved")[0] == PAGE
    assert "private network" in failure(f"{site}/inside", allow_private=False)


def test_only_the_host_that_was_named_may_be_private(site):
    assert "private network" in failure(f"{site}/elsewhere")
    assert "link-local" in failure(f"{site}/services")


@pytest.mark.parametrize(
    "host", ["169.254.169.254", "[fe80::1]", "[::ffff:169.254.1.1]", "[64:ff9b::a9fe:101]", "[::169.254.1.1]"]
)
def test_link_local_addresses_are_never_reached(host):
    assert "link-local" in failure(f"http://{host}/")


def test_the_connection_goes_to_the_address_that_was_checked(site, monkeypatch):
    port = int(site.rsplit(":", 1)[1])
    answers = iter(["127.0.0.1", "127.0.0.1", "10.0.0.1"])
    reached = []
    create = socket.create_connection
    named(monkeypatch, port, lambda: [next(answers)])
    monkeypatch.setattr(
        connect.socket, "create_connection", lambda at, *rest: (reached.append(at), create(at, *rest))[1]
    )
    assert fetch(f"http://post.example:{port}/page", allow_private=True)[0] == PAGE
    assert reached == [("127.0.0.1", port)] * 2  # robots.txt and the page, each resolved once


def named(monkeypatch, port, addresses):
    """Let post.example have the addresses that `addresses()` gives, each time it is asked."""
    real = socket.getaddrinfo

    def getaddrinfo(host, *rest, **options):
        if host != "post.example":
            return real(host, *rest, **options)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in addresses()]

    monkeypatch.setattr(connect.socket, "getaddrinfo", getaddrinfo)


def test_every_address_of_a_host_is_checked_and_tried(site, monkeypatch):
    port = int(site.rsplit(":", 1)[1])
    named(monkeypatch, port, lambda: ["127.0.0.9", "127.0.0.1"])
    create = socket.create_connection

    def create_connection(at, *rest):
        if at[0] == "127.0.0.9":
            raise ConnectionRefusedError
        return create(at, *rest)

    monkeypatch.setattr(connect.socket, "create_connection", create_connection)
    assert fetch(f"http://post.example:{port}/page", allow_private=True)[0] == PAGE
    monkeypatch.setattr(hosts, "is_private", lambda address: address == "127.0.0.9")
    assert "private network" in failure(f"http://post.example:{port}/page", allow_private=False)


@pytest.mark.parametrize(
    "address",
    [
        "64:ff9b::a00:1",
        "64:ff9b::c000:1",
        "64:ff9b:1::5db8:d822",
        "2002:a00:1::",
        "::ffff:192.168.0.1",
        "::ffff:192.88.99.1",
        "::127.0.0.1",
        "::10.0.0.1",
        "::93.184.216.34",
        "fe80::1%eth0",
        "fec0::1",
        "192.0.0.9",
        "192.88.99.1",
        "224.0.0.1",
    ],
)
def test_private_addresses_in_every_spelling(address):
    assert hosts.is_private(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1::1", "64:ff9b::5db8:d822"])
def test_public_addresses(address):
    assert not hosts.is_private(address)


def test_what_robots_txt_forbids_is_not_fetched(site):
    assert "asks programs not to fetch" in failure(f"{site}/page-private/1")
    assert "asks programs not to fetch" in failure(f"{site}/to-forbidden")


def test_robots_txt_is_asked_once_for_a_site(site):
    robots = Robots()
    before = Site.asked
    for _ in range(3):
        fetch(f"{site}/page", allow_private=True, robots=robots)
    assert Site.asked == before + 1


@pytest.mark.parametrize(
    ("status", "body", "allowed"),
    [
        (404, b"", True),
        (403, b"", True),
        (500, b"", False),
        (200, b"", True),
        (200, b"User-agent: rashomon\nDisallow: /\n\nUser-agent: *\nAllow: /", False),
        (200, b"\xef\xbb\xbfUser-agent: *\nDisallow: /other", True),
        (200, b"\xff\xfe\x00", True),
    ],
)
def test_what_a_site_allows(status, body, allowed):
    def ask(address):
        assert address == "https://post.example:8443/robots.txt"
        return status, body

    if allowed:
        Robots().require("https://post.example:8443/page", ask)
    else:
        with pytest.raises(SourceError, match=r"robots\.txt"):
            Robots().require("https://post.example:8443/page", ask)
