"""What is an address on the web, and what is none: asked wherever one is read, typed or followed.

Not here: which hosts may be reached (`hosts.py`), fetching (`fetch.py`).
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_START = re.compile(r"\s*https?://", re.I)
_SPACE = re.compile(r"[\x00-\x20\x7f-\x9f\u2028\u2029<>\"]")
_SITE = re.compile(r"(?:[^\W_](?:[\w-]*[^\W_])?\.)+(?!\d+$)[^\W_]{2,}")
_MOST = 4096  # code points: far more than any site uses


def names_web(words: str) -> bool:
    """Whether `words` start as an address on the web does, in whatever case; the rest may still be wrong."""
    return _START.match(words) is not None


def host_name(address: str) -> str | None:
    """The name of the site at a web address, without `www.`; None where it is a number or a name of one machine."""
    host = (urlsplit(address).hostname or "").removeprefix("www.")
    return host if _SITE.fullmatch(host) else None


def web_address(words: object) -> str | None:
    """`words` as an address of http or https with a host, the scheme in lower case; None for anything else.

    What a script, a mail program or the disk would open (`javascript:`, `mailto:`, `file:`) is none.
    """
    if not isinstance(words, str) or not names_web(words):
        return None
    address = words.strip()
    if len(address) > _MOST or _SPACE.search(address):
        return None
    try:
        parts = urlsplit(address)
        known = bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        return None
    scheme, rest = address.split(":", 1)
    return f"{scheme.lower()}:{rest}" if known else None
