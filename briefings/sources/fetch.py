"""An address on the web -> the bytes that stand there. Not here: what they mean (`read`).

Only http and https, with limits on time, size and redirects, and never an address inside a private network: a page that
is fetched must not reach the machine's own neighbours. The host is resolved once and the connection goes to that very
address, so that a name cannot point elsewhere between the check and the request.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import time
import zlib
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from briefings.errors import SourceError
from briefings.sources.files import MOST_BYTES

SECONDS = 20.0
"""How long a fetch may take in all, in seconds."""
MOST_REDIRECTS = 5

_CHUNK = 64 * 1024
_REDIRECTS = (301, 302, 303, 307, 308)
_HEADERS = {
    "User-Agent": "Mozilla/5.0 (compatible; rashomon)",
    "Accept": "text/html,application/xhtml+xml,application/json;q=0.9,text/*;q=0.8,*/*;q=0.5",
    "Accept-Encoding": "gzip, identity",
    "Accept-Language": "en,*;q=0.5",
    "Connection": "close",
}


def fetch(url: str, *, allow_private: bool = False, seconds: float = SECONDS) -> tuple[bytes, str]:
    """The bytes at `url`, and the address they came from after redirects.

    `seconds` limits each step of the network and the whole; `allow_private` also allows addresses inside private
    networks. Raises SourceError for every way this can fail.
    """
    until = time.monotonic() + seconds
    address = url.strip()
    for _ in range(MOST_REDIRECTS + 1):
        answer = _ask(address, allow_private, until)
        if isinstance(answer, bytes):
            return answer, address
        address = urljoin(address, answer)
    raise SourceError(f"It redirects more than {MOST_REDIRECTS} times", where=url, remedy="Give the final address.")


def _ask(address: str, allow_private: bool, until: float) -> bytes | str:
    """What stands at one address: its bytes, or where it sends us."""
    parts = _parts(address)
    connection = _connect(parts, _resolve(parts, allow_private), until)
    try:
        path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
        query = f"?{quote(parts.query, safe='/%:@!$&()*+,;=~-._?')}" if parts.query else ""
        connection.request("GET", path + query, headers=_HEADERS)
        response = connection.getresponse()
        if response.status in _REDIRECTS and response.headers.get("Location"):
            return str(response.headers["Location"])
        if response.status != http.client.OK:
            reason = f"{response.status} {response.reason}".strip()
            raise SourceError(
                f"The server answered {reason}", where=address, remedy="Open it in a browser and paste the page."
            )
        return _body(response, address, until)
    except (OSError, http.client.HTTPException, zlib.error) as problem:
        raise _failed(address, problem) from problem
    finally:
        connection.close()


def _parts(address: str) -> SplitResult:
    try:
        parts = urlsplit(address)
        known = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        known = False
    if not known:
        raise SourceError("It is not a web address", where=address, remedy="Start it with http:// or https://.")
    return parts


def _resolve(parts: SplitResult, allow_private: bool) -> str:
    """The first address of the host. Raises SourceError when one of them is private and that is not allowed."""
    port = parts.port or (443 if parts.scheme == "https" else 80)
    try:
        found = socket.getaddrinfo(parts.hostname, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as problem:
        raise SourceError(
            f"There is no host named {parts.hostname}", where=parts.geturl(), remedy="Check the address."
        ) from problem
    addresses = [str(entry[4][0]) for entry in found]
    if not allow_private and any(_is_private(address) for address in addresses):
        raise SourceError(
            "It stands in a private network", where=parts.geturl(), remedy="Save the page and add the file."
        )
    return addresses[0]


def _is_private(address: str) -> bool:
    """Whether an IP address is not one of the public internet, also when IPv6 wraps an IPv4 address."""
    found = ipaddress.ip_address(address.split("%")[0])
    if isinstance(found, ipaddress.IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour or (found.teredo[1] if found.teredo else None)
        if inner is not None:
            return not inner.is_global or inner.is_multicast
    return not found.is_global or found.is_multicast


def _connect(parts: SplitResult, address: str, until: float) -> http.client.HTTPConnection:
    """A connection to `address` that speaks to the host of `parts`."""
    host, left = str(parts.hostname), max(0.1, until - time.monotonic())
    try:
        if parts.scheme == "http":
            connection = http.client.HTTPConnection(host, parts.port, timeout=left)
            connection.sock = socket.create_connection((address, connection.port), left)
            return connection
        secure = http.client.HTTPSConnection(host, parts.port, timeout=left)
        plain = socket.create_connection((address, secure.port), left)
        secure.sock = ssl.create_default_context().wrap_socket(plain, server_hostname=host)
        return secure
    except OSError as problem:
        raise _failed(parts.geturl(), problem) from problem


def _body(response: http.client.HTTPResponse, address: str, until: float) -> bytes:
    """The body, unpacked. Raises SourceError when it is over the limit or takes too long."""
    packed = response.headers.get("Content-Encoding", "").lower() in ("gzip", "x-gzip")
    unpack = zlib.decompressobj(16 + zlib.MAX_WBITS) if packed else None
    body = bytearray()
    while chunk := response.read1(_CHUNK):
        body += unpack.decompress(chunk, MOST_BYTES + 1 - len(body)) if unpack else chunk
        if len(body) > MOST_BYTES:
            raise SourceError(
                f"It holds more than the {MOST_BYTES // 2**20} MB that are read", where=address, remedy="Split it."
            )
        if time.monotonic() > until:
            raise TimeoutError
    return bytes(body)


def _failed(address: str, problem: Exception) -> SourceError:
    if isinstance(problem, TimeoutError):
        return SourceError("The server took too long", where=address, remedy="Try again, or paste the page.")
    if isinstance(problem, ssl.SSLError):
        return SourceError("Its certificate cannot be trusted", where=address, remedy="Paste the page instead.")
    if isinstance(problem, OSError):
        why = problem.strerror or str(problem)
        return SourceError(f"The server cannot be reached ({why})", where=address, remedy="Check the connection.")
    return SourceError("The server's answer is not HTTP", where=address, remedy="Paste the page instead.")
