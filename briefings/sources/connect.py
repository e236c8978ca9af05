"""A connection to a web server that is none of a private network. Not here: what is asked there (`fetch.py`).

A page that is fetched must not reach the machine's own neighbours. The host is resolved once, every address it has is
checked, and the connection goes to one of these, so that a name cannot point elsewhere between check and request.
"""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from urllib.parse import SplitResult, urljoin, urlsplit

from briefings.errors import SourceError
from briefings.sources.address import web_address
from briefings.sources.hosts import port_of, resolve, time_left


def split_address(address: str) -> SplitResult:
    """The parts of a web address, without its fragment and a name or password. Raises SourceError for what is none."""
    known = web_address(address.strip().replace(" ", "%20"))
    if known:
        parts = urlsplit(known)
        return parts._replace(netloc=parts.netloc.rpartition("@")[2], fragment="")
    raise SourceError("It is not a web address", where=address, remedy="Start it with http:// or https://.")


def sent_on(address: str, location: str) -> str:
    """The address that `location` in an answer from `address` redirects to. Raises SourceError for what is none."""
    try:
        return split_address(urljoin(address, location)).geturl()
    except (ValueError, SourceError) as problem:
        raise SourceError(
            "It redirects to what is not a web address", where=address, remedy="Give another address."
        ) from problem


@contextmanager
def connect(parts: SplitResult, allow_private: bool, until: float) -> Iterator[http.client.HTTPConnection]:
    """A connection to the host of `parts`, cut off at `until` (a time of `time.monotonic`) whatever it does then.

    Raises SourceError when the host is unknown or private, OSError when none of its addresses answers.
    """
    host = str(parts.hostname)
    secure = parts.scheme == "https"
    kind = http.client.HTTPSConnection if secure else http.client.HTTPConnection
    connection = kind(host, port_of(parts), timeout=time_left(until))
    link = _reach(resolve(parts, allow_private, until), port_of(parts), until)
    link.settimeout(time_left(until))
    if secure:  # moves the connection to a socket of its own, without a word on the wire: the guard must hold that one
        link = _wrapped(link, host)
    with _until(until, link):
        if isinstance(link, ssl.SSLSocket):
            link.do_handshake()
        connection.sock = link
        try:
            yield connection
        finally:
            connection.close()


def failed(address: str, problem: Exception) -> SourceError:
    """What went wrong between us and a server, in the reader's words."""
    if isinstance(problem, TimeoutError):
        return SourceError("The server took too long", where=address, remedy="Try again, or paste the page.")
    if isinstance(problem, ssl.SSLError):
        return SourceError("Its certificate cannot be trusted", where=address, remedy="Paste the page instead.")
    if isinstance(problem, http.client.IncompleteRead):
        return SourceError("The answer broke off", where=address, remedy="Try again, or paste the page.")
    if isinstance(problem, zlib.error):
        return SourceError("The answer is packed wrongly", where=address, remedy="Paste the page instead.")
    if isinstance(problem, OSError):
        why = problem.strerror or str(problem)
        return SourceError(f"The server cannot be reached ({why})", where=address, remedy="Check the connection.")
    return SourceError("The server's answer is not HTTP", where=address, remedy="Paste the page instead.")


def _reach(addresses: Sequence[str], port: int, until: float) -> socket.socket:
    """A socket to the first of the addresses that answers."""
    for address in addresses[:-1]:
        with suppress(OSError):
            return socket.create_connection((address, port), time_left(until) / 2)
    return socket.create_connection((addresses[-1], port), time_left(until))


def _wrapped(plain: socket.socket, host: str) -> ssl.SSLSocket:
    """A socket for TLS over a connected one, before the handshake."""
    try:
        return ssl.create_default_context().wrap_socket(plain, server_hostname=host, do_handshake_on_connect=False)
    except BaseException:
        plain.close()
        raise


@contextmanager
def _until(until: float, link: socket.socket) -> Iterator[None]:
    """Cut `link` off from outside at `until`: a server that sends a byte now and then would hold it for ever.

    The socket itself is held, since an HTTPConnection lets go of it once an answer begins. Afterwards it is shut
    and closed: an answer that was given up would keep it open.
    """
    guard = threading.Timer(time_left(until), _cut, (link,))
    guard.daemon = True
    guard.start()
    try:
        yield
    finally:
        guard.cancel()
        _cut(link)
        link.close()


def _cut(link: socket.socket) -> None:
    with suppress(OSError):
        socket.socket.shutdown(link, socket.SHUT_RDWR)  # SSLSocket's own would pull TLS from under the reader
