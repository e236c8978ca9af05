"""What a site lets programs fetch: its robots.txt, as RFC 9309 says. Not here: fetching it (`fetch.py`)."""

from __future__ import annotations

import threading
from collections.abc import Callable
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from briefings.errors import SourceError

NAME = "rashomon"
"""What this program calls itself."""

_MOST_BYTES = 512 * 1024  # of a robots.txt; what follows is not read (RFC 9309, section 2.5)
_OK, _CLIENT_ERRORS = 200, range(400, 500)


class Robots:
    """The rules of the sites asked so far. One of these is shared by the fetches of one command."""

    def __init__(self) -> None:
        self._sites: dict[str, RobotFileParser | None] = {}
        self._guard = threading.Lock()

    def require(self, address: str, ask: Callable[[str], tuple[int, bytes]]) -> None:
        """Raise SourceError when the site of `address` asks programs not to fetch it.

        `ask` gives (status, body) of an address; it is asked once for each site. A site without such a file allows
        everything, one whose server fails to give it allows nothing (RFC 9309, sections 2.3.1.3 and 2.3.1.4).
        """
        parts = urlsplit(address)
        site = f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"
        with self._guard:
            known, rules = site in self._sites, self._sites.get(site)
        if not known:
            try:
                rules = _rules(*ask(f"{site}/robots.txt"))
            except SourceError as error:
                raise SourceError(error.what, where=address, remedy=error.remedy) from error
            with self._guard:
                self._sites[site] = rules
        if rules is None:
            raise SourceError(
                "The site fails to tell what programs may fetch (robots.txt)",
                where=address,
                remedy="Try again later, or paste the page.",
            )
        if not rules.can_fetch(NAME, address):
            raise SourceError(
                "The site asks programs not to fetch this page (robots.txt)",
                where=address,
                remedy="Open it in a browser and paste the page.",
            )


def _rules(status: int, body: bytes) -> RobotFileParser | None:
    """The rules in an answer; None where the server failed to give any."""
    rules = RobotFileParser()
    if status == _OK:
        rules.parse(body[:_MOST_BYTES].decode("utf-8", "replace").lstrip("\ufeff").splitlines())
        return rules
    rules.parse([])
    return rules if status in _CLIENT_ERRORS else None
