"""The name of a host -> the IP addresses that may be reached. Not here: connecting to them (`connect.py`)."""

from __future__ import annotations

import ipaddress
import socket
import threading
import time
from queue import Empty, SimpleQueue
from urllib.parse import SplitResult

from briefings.errors import SourceError

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


def resolve(parts: SplitResult, allow_private: bool, until: float) -> list[str]:
    """The IP addresses of the host, found by `until`. Raises TimeoutError, and SourceError for a private one.

    A link-local one never is: what answers there are the machine's own services, such as those that hand out its keys.
    """
    try:
        addresses = _look_up(str(parts.hostname), port_of(parts), until)
    except TimeoutError:
        raise
    except (OSError, UnicodeError) as problem:
        raise SourceError(
            f"There is no host named {parts.hostname}", where=parts.geturl(), remedy="Check the address."
        ) from problem
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
            remedy=f"If {parts.hostname} is yours, type the address itself behind --allow-private: hosts that are only "
            "listed, linked or redirected to stay closed.",
        )
    return addresses


def _look_up(host: str, port: int, until: float) -> list[str]:
    """What the system's resolver says, asked in a thread: it knows no limit of time, and may take minutes."""
    answers = SimpleQueue[list[str] | Exception]()

    def ask() -> None:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            answers.put(list(dict.fromkeys(str(entry[4][0]) for entry in found)))
        except Exception as problem:  # noqa: BLE001 (raised again in the thread that asked)
            answers.put(problem)

    threading.Thread(target=ask, daemon=True).start()
    try:
        answer = answers.get(timeout=time_left(until))
    except Empty as late:
        raise TimeoutError from late
    if isinstance(answer, Exception):
        raise answer
    return answer


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


def port_of(parts: SplitResult) -> int:
    """The port of a web address."""
    return parts.port or (443 if parts.scheme == "https" else 80)


def time_left(until: float) -> float:
    """The seconds to `until` (a time of `time.monotonic`), at least a moment."""
    return max(_SHORTEST, until - time.monotonic())
