"""A connection to a web server that is none of a private network. Not here: what is asked there (`fetch.py`).

A page that is fetched must not reach the machine's own neighbours. The host is resolved once, every address it has is
checked, and the connection goes to one of these, so that a name cannot point elsewhere between check and request.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from urllib.parse import SplitResult, urlsplit

from briefings.errors import SourceError
from briefings.sources.address import web_address

_Address = ipaddress.IPv4Address | ipaddress.IPv6Address
_NAT64 = ipaddress.ip_network("64:ff9b::/96")  # IPv4 addresses as some IPv6 networks write them (RFC 6052)
_COMPATIBLE = ipaddress.ip_network("::/96")  # and as they once did (RFC 4291, section 2.5.5.1)
# What `ipaddress` calls public in some of the Pythons we run on, and what no site on the web is reached by:
_CLOSED = (
    _COMPATIBLE,
    ipaddress.ip_network("64:ff9b:1::/48"),  # translation inside one network (RFC 8215)
    ipaddress.ip_network("fec0::/10"),  # site-local (RFC 3879)
    ipaddress.ip_network("192.0.0.0/24"),  # protocol assignments (RFC 6890)
    ipaddress.ip_network("192.88.99.0/24"),  # relays of 6to4 (RFC 7526)
)
_SHORTEST = 0.1  # seconds


def split_address(address: str, *, sent_from: str = "") -> SplitResult:
    """The parts of a web address, without its fragment and a name or password. Raises SourceError for what is none.

    `sent_from` is the address that redirected there.
    """
    known = web_address(address.strip().replace(" ", "%20"))
    if known:
        parts = urlsplit(known)
        return parts._replace(netloc=parts.netloc.rpartition("@")[2], fragment="")
    if sent_from:
        raise SourceError("It redirects to what is not a web address", where=sent_from, remedy="Give another address.")
    raise SourceError("It is not a web address", where=address, remedy="Start it with http:// or https://.")


@contextmanager
def connect(parts: SplitResult, allow_private: bool, until: float) -> Iterator[http.client.HTTPConnection]:
    """A connection to the host of `parts`, cut off at `until` (a time of `time.monotonic`) whatever it does then.

    Raises SourceError when the host is unknown or private, OSError when none of its addresses answers.
    """
    host = str(parts.hostname)
    secure = parts.scheme == "https"
    kind = http.client.HTTPSConnection if secure else http.client.HTTPConnection
    connection = kind(host, _port(parts), timeout=_left(until))
    link = _reach(resolve(parts, allow_private), _port(parts), until)
    link.settimeout(_left(until))
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


def resolve(parts: SplitResult, allow_private: bool) -> list[str]:
    """The IP addresses of the host. Raises SourceError when one of them is private and that is not allowed.

    A link-local one never is: what answers there are the machine's own services, such as those that hand out its keys.
    """
    try:
        found = socket.getaddrinfo(parts.hostname, _port(parts), type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as problem:
        raise SourceError(
            f"There is no host named {parts.hostname}", where=parts.geturl(), remedy="Check the address."
        ) from problem
    addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    if any(is_link_local(address) for address in addresses):
        raise SourceError(
            "It stands in a private network, at a link-local address",
            where=parts.geturl(),
            remedy="Save the page, and add the file.",
        )
    if not allow_private and any(is_private(address) for address in addresses):
        raise SourceError(
            "It stands in a private network",
            where=parts.geturl(),
            remedy="If it is yours, add it with --allow-private.",
        )
    return addresses


def is_private(address: str) -> bool:
    """Whether an IP address is not one of the public internet, also when IPv6 wraps an IPv4 address."""
    found = ipaddress.ip_address(address.split("%")[0])
    inner = _unwrapped(found)
    if any(one in network for one in (found, inner) for network in _CLOSED):
        return True
    return not inner.is_global or inner.is_multicast


def is_link_local(address: str) -> bool:
    """Whether an IP address is in 169.254.0.0/16 (RFC 3927) or fe80::/10 (RFC 4291), also when wrapped."""
    return _unwrapped(ipaddress.ip_address(address.split("%")[0])).is_link_local


def _unwrapped(found: _Address) -> _Address:
    """The IPv4 address that an IPv6 address stands for; any other as it is."""
    if isinstance(found, ipaddress.IPv4Address):
        return found
    if found in _NAT64 or found in _COMPATIBLE:
        return ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)
    return found.ipv4_mapped or found.sixtofour or (found.teredo[1] if found.teredo else found)


def failed(address: str, problem: Exception) -> SourceError:
    """What went wrong between us and a server, in the reader's words."""
    if isinstance(problem, TimeoutError):
        return SourceError("The server took too long", where=address, remedy="Try again, or paste the page.")
    if isinstance(problem, ssl.SSLError):
        return SourceError("Its certificate cannot be trusted", where=address, remedy="Paste the page instead.")
    if isinstance(problem, http.client.IncompleteRead):
        return SourceError("The answer broke off", where=address, remedy="Try again, or paste the page.")
    if isinstance(problem, OSError):
        why = problem.strerror or str(problem)
        return SourceError(f"The server cannot be reached ({why})", where=address, remedy="Check the connection.")
    return SourceError("The server's answer is not HTTP", where=address, remedy="Paste the page instead.")


def _port(parts: SplitResult) -> int:
    return parts.port or (443 if parts.scheme == "https" else 80)


def _reach(addresses: Sequence[str], port: int, until: float) -> socket.socket:
    """A socket to the first of the addresses that answers."""
    for address in addresses[:-1]:
        with suppress(OSError):
            return socket.create_connection((address, port), _left(until) / 2)
    return socket.create_connection((addresses[-1], port), _left(until))


def _wrapped(plain: socket.socket, host: str) -> ssl.SSLSocket:
    """A socket for TLS over a connected one, before the handshake."""
    try:
        return ssl.create_default_context().wrap_socket(plain, server_hostname=host, do_handshake_on_connect=False)
    except BaseException:
        plain.close()
        raise


def _left(until: float) -> float:
    return max(_SHORTEST, until - time.monotonic())


@contextmanager
def _until(until: float, link: socket.socket) -> Iterator[None]:
    """Cut `link` off from outside at `until`: a server that sends a byte now and then would hold it for ever.

    The socket itself is held, since an HTTPConnection lets go of it once an answer begins. Afterwards it is shut
    and closed: an answer that was given up would keep it open.
    """
    guard = threading.Timer(_left(until), _cut, (link,))
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
