"""An address on the web -> the bytes that stand there. Not here: what they mean (`read`), connecting (`connect.py`).

Only http and https, with limits on time, size and redirects. Every address on the way is checked anew: that it is none
of a private network, and that its site lets programs in (`robots.py`).
"""

from __future__ import annotations

import http.client
import time
import zlib
from dataclasses import dataclass
from urllib.parse import quote

from briefings.errors import SourceError
from briefings.sources.connect import connect, failed, sent_on, split_address
from briefings.sources.decode import disarm
from briefings.sources.files import MOST_BYTES, too_large
from briefings.sources.robots import NAME, Robots

SECONDS = 20.0
"""How long fetching one address may take in all, in seconds."""
MOST_REDIRECTS = 5

_CHUNK = 64 * 1024
_REDIRECTS = (301, 302, 303, 307, 308)
_LATER = (429, 503)
_REASON = 80  # code points of a server's own words that are told
_HEADERS = {
    "User-Agent": f"Mozilla/5.0 (compatible; {NAME})",
    "Accept": "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,*/*;q=0.5",
    "Accept-Encoding": "gzip, identity",
    "Accept-Language": "en,*;q=0.5",
    "Connection": "close",
}


@dataclass(frozen=True, slots=True)
class _Answer:
    """status: of HTTP. reason: its words. location: where it sends us. later: when to ask again. body: the bytes."""

    status: int
    reason: str = ""
    location: str = ""
    later: str = ""
    body: bytes = b""


def fetch(
    url: str, *, allow_private: bool = False, seconds: float = SECONDS, robots: Robots | None = None
) -> tuple[bytes, str]:
    """The bytes at `url`, and the address they came from after redirects.

    `seconds` limits the whole; `allow_private` also allows the host of `url`, and only this, to stand in a private
    network; `robots` remembers what sites allow from one call to the next. Raises SourceError for every way this can
    fail.
    """
    until = time.monotonic() + seconds
    rules = Robots() if robots is None else robots
    parts = split_address(url.strip())
    address = parts.geturl()
    trusted = str(parts.hostname) if allow_private else ""
    for _ in range(MOST_REDIRECTS + 1):
        rules.require(address, lambda asked: _rules_at(asked, trusted, until))
        answer = _ask(address, trusted, until)
        if not answer.location:
            return _content(answer, address), address
        address = sent_on(address, answer.location)
    raise SourceError(f"It redirects more than {MOST_REDIRECTS} times", where=url, remedy="Give the final address.")


def _rules_at(address: str, trusted: str, until: float) -> tuple[int, bytes]:
    """(status, body) of a robots.txt, after redirects. Raises SourceError where the server does not answer."""
    answer = _Answer(404)
    for _ in range(MOST_REDIRECTS + 1):
        answer = _ask(address, trusted, until)
        if not answer.location:
            break
        address = sent_on(address, answer.location)
    return answer.status, answer.body


def _content(answer: _Answer, address: str) -> bytes:
    """The body of an answer that is a page. Raises SourceError for every other status, and for an empty page."""
    reason = " ".join(disarm(f"{answer.status} {answer.reason}").split())[:_REASON]
    if answer.status in _LATER:
        when = f" in {answer.later} seconds" if answer.later.isdigit() else " later"
        raise SourceError(f"The server answered {reason}", where=address, remedy=f"Try again{when}.")
    if answer.status != http.client.OK:
        raise SourceError(
            f"The server answered {reason}", where=address, remedy="Open it in a browser and paste the page."
        )
    return answer.body


def _ask(address: str, trusted: str, until: float) -> _Answer:
    """What the server at one address answers; only the host named `trusted` may stand in a private network."""
    parts = split_address(address)
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = f"?{quote(parts.query, safe='/%:@!$&()*+,;=~-._?')}" if parts.query else ""
    try:
        with connect(parts, parts.hostname == trusted, until) as connection:
            connection.request("GET", path + query, headers=_HEADERS)
            response = connection.getresponse()
            location = response.headers.get("Location", "") if response.status in _REDIRECTS else ""
            later = response.headers.get("Retry-After", "").strip()
            body = _body(response, address, until) if response.status == http.client.OK else b""
        if time.monotonic() > until:
            raise TimeoutError
        return _Answer(response.status, response.reason, location, later, body)
    except (OSError, http.client.HTTPException, zlib.error) as problem:
        raise failed(address, TimeoutError() if time.monotonic() > until else problem) from problem


def _body(response: http.client.HTTPResponse, address: str, until: float) -> bytes:
    """The body, unpacked.

    Raises SourceError when it is over the limit, IncompleteRead when it breaks off, TimeoutError when it is not there
    by `until`.
    """
    packing = response.headers.get("Content-Encoding", "").strip().lower()
    packed = packing in ("gzip", "x-gzip")
    if not packed and packing not in ("", "identity"):
        raise SourceError(
            f"The server packs it as {packing[:20]}, which is not read here", where=address, remedy="Paste the page."
        )
    unpack = zlib.decompressobj(16 + zlib.MAX_WBITS) if packed else None
    body = bytearray()
    while chunk := response.read1(_CHUNK):
        if time.monotonic() > until:
            raise TimeoutError
        body += unpack.decompress(chunk, MOST_BYTES + 1 - len(body)) if unpack else chunk
        if len(body) > MOST_BYTES:
            raise too_large(address)
    if response.length or (unpack and body and not unpack.eof):
        raise http.client.IncompleteRead(bytes(body))
    return bytes(body)
