"""Where an archive is and who asks for it: an address as it is typed, and credentials that are never part of it.

    https://search.example.org:9200/meetings      one host, the archive `meetings`
    https://a.example.org,b.example.org           two hosts of one cluster, the archive `rashomon`

Not here: speaking to it (`client.py`).
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from importlib import import_module
from ipaddress import ip_address
from urllib.parse import urlsplit

from briefings.errors import EngineError

USER, PASSWORD, AUTHORITIES = "RASHOMON_ENGINE_USER", "RASHOMON_ENGINE_PASSWORD", "RASHOMON_ENGINE_CA"
"""The environment's names for who asks, and for a file of certificate authorities in place of the known ones."""

PORT = 9200
ARCHIVE = "rashomon"

_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,99}")
_HOST = re.compile(r"(?:\[[0-9A-Fa-f:.]+\]|[\w.-]+)(?::\d{1,5})?")


@dataclass(frozen=True, slots=True)
class Address:
    """Where an archive is.

    hosts: `https://host:port` of each node that may be asked. archive: its name, an alias in the cluster.
    """

    hosts: tuple[str, ...]
    archive: str = ARCHIVE

    def __str__(self) -> str:
        scheme = self.hosts[0].partition("://")[0]
        return f"{scheme}://{','.join(host.rpartition('://')[2] for host in self.hosts)}/{self.archive}"

    @property
    def is_private(self) -> bool:
        """Whether nobody can listen on the way: TLS, or this machine itself."""
        return all(host.startswith("https:") or _is_this_machine(host) for host in self.hosts)

    @property
    def is_here(self) -> bool:
        """Whether it is on this machine, so that compressing costs more than it saves."""
        return all(map(_is_this_machine, self.hosts))


def read_address(text: str) -> Address:
    """An address as a reader types it. Raises EngineError, which does not repeat credentials that stand in it."""
    scheme, found, rest = text.strip().partition("://")
    if not found or scheme not in ("http", "https"):
        raise _wrong("an engine's address begins with https:// (or http:// on this machine)", text)
    if "@" in rest:
        raise EngineError(
            "an engine's address must not hold a name or password",
            remedy=f"Put them into {USER} and {PASSWORD}, or into the keyring.",
        )
    places, _, archive = rest.partition("/")
    archive = archive.strip("/") or ARCHIVE
    if not _NAME.fullmatch(archive):
        raise _wrong("an archive's name has small letters, digits, - and _ only", text)
    hosts = [place.strip() for place in places.split(",")]
    if not all(map(_HOST.fullmatch, hosts)):
        raise _wrong("an engine's address is https://HOST[:PORT][,HOST...][/ARCHIVE]", text)
    return Address(tuple(f"{scheme}://{host if _has_port(host) else f'{host}:{PORT}'}" for host in hosts), archive)


def credentials(address: Address) -> tuple[str, str] | None:
    """(name, password) from the environment, else from the keyring where one is installed; None where neither has any.

    Raises EngineError where they would cross a network in the open.
    """
    name, password = os.environ.get(USER), os.environ.get(PASSWORD)
    found = (name, password) if name and password else _from_keyring(address)
    if found and not address.is_private:
        raise EngineError(
            "a name and password are not sent over http",
            where=str(address),
            remedy="Use an https address.",
        )
    return found


def authorities() -> str | None:
    """The file of certificate authorities the reader named; None for those that are known. Raises EngineError."""
    file = os.environ.get(AUTHORITIES) or None
    if file and not os.access(file, os.R_OK):
        raise EngineError(
            "the file of certificate authorities cannot be read", where=file, remedy=f"Mend {AUTHORITIES}."
        )
    return file


def _from_keyring(address: Address) -> tuple[str, str] | None:
    try:
        keyring = import_module("keyring")
    except ImportError:
        return None
    try:
        kept = keyring.get_credential(f"rashomon {urlsplit(address.hosts[0]).hostname}", os.environ.get(USER))
    except keyring.errors.KeyringError:
        return None
    return (kept.username, kept.password) if kept else None


def _has_port(host: str) -> bool:
    return re.search(r":\d+$", host.rpartition("]")[2]) is not None


def _is_this_machine(host: str) -> bool:
    name = urlsplit(host).hostname or ""
    try:
        return ip_address(name).is_loopback
    except ValueError:
        return name == "localhost"


def _wrong(what: str, text: str) -> EngineError:
    return EngineError(what, where=text, remedy="For example https://search.example.org:9200/meetings.")
