"""Speaking to a cluster: connections, and what goes wrong on the way in the reader's words.

Certificates are always verified. What the client library would write to a log stays unwritten: a terminal reader has no
place for it, and what matters is raised. Not here: what is asked (`archive.py`).
"""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from briefings.errors import EngineError
from index.opensearch.address import Address, authorities, credentials

if TYPE_CHECKING:
    from opensearchpy import OpenSearch

SECONDS = 30.0
"""How long one answer may take."""

_THREADS = 8
_BUSY, _BROKEN = 429, 500
"""Statuses: too many questions, and from which on the cluster is at fault, not the question."""


class ArchiveAway(EngineError):
    """The archive does not answer: no connection, too slow, or too few of its nodes are there."""


class ArchiveRefused(EngineError):
    """The archive does not know who asks, or does not let them do this."""


class NoArchive(EngineError):
    """The cluster answers and has no archive of this name."""


def connect(address: Address) -> OpenSearch:
    """A client for the cluster; nothing is sent yet. Raises EngineError without the client library."""
    try:
        from opensearchpy import OpenSearch
    except ImportError:
        raise EngineError(
            "the client for OpenSearch is not installed",
            where=str(address),
            remedy="Install rashomon[opensearch].",
        ) from None
    for name in ("opensearch", "urllib3.connectionpool"):
        _silence(logging.getLogger(name))
    return OpenSearch(
        hosts=list(address.hosts),
        http_auth=credentials(address),
        verify_certs=True,
        ca_certs=authorities(),
        http_compress=not address.is_here,
        timeout=SECONDS,
        pool_maxsize=_THREADS,
        max_retries=len(address.hosts),
        retry_on_status=(500, 502, 503, 504),
    )


def _silence(logger: logging.Logger) -> None:
    logger.propagate = False
    if not logger.handlers:
        logger.addHandler(logging.NullHandler())


@contextlib.contextmanager
def in_our_words(address: Address) -> Iterator[None]:
    """Raise what the client library raises as an EngineError: one of the kinds above, or itself."""
    from opensearchpy import exceptions

    try:
        yield
    except (exceptions.AuthenticationException, exceptions.AuthorizationException) as error:
        raise _refused(error, address) from None
    except exceptions.SSLError as error:
        raise EngineError(
            f"the certificate of the archive is not to be trusted ({_reason(error)})",
            where=str(address),
            remedy="Name the file of its certificate authority in RASHOMON_ENGINE_CA.",
        ) from None
    except exceptions.ConnectionError:
        raise ArchiveAway("the archive does not answer", where=str(address)) from None
    except exceptions.NotFoundError:
        raise NoArchive(
            "there is no archive of this name",
            where=str(address),
            remedy="`rashomon index push` sends a library there and makes it.",
        ) from None
    except exceptions.TransportError as error:
        if error.status_code == _BUSY or (isinstance(error.status_code, int) and error.status_code >= _BROKEN):
            raise ArchiveAway("the archive cannot answer now", where=str(address)) from None
        raise EngineError(f"the archive did not understand ({_cause(error)})", where=str(address)) from None
    except exceptions.OpenSearchException:
        raise EngineError("what answers there is no OpenSearch cluster", where=str(address)) from None


def _refused(error: Any, address: Address) -> EngineError:
    if "cluster_block" in _cause(error):
        return ArchiveAway("the archive takes nothing in now", where=str(address), remedy="Try again in a while.")
    return ArchiveRefused(
        "the archive does not allow this",
        where=str(address),
        remedy="RASHOMON_ENGINE_USER and RASHOMON_ENGINE_PASSWORD say who asks.",
    )


def _reason(error: Any) -> str:
    """Why a certificate is refused: the words after the last colon of what OpenSSL says."""
    return str(error.info).rpartition(":")[2].strip(" ()'\"") if error.info else "no reason given"


def _cause(error: Any) -> str:
    """The type and reason of what the cluster refused; never what was sent."""
    body = error.info if isinstance(error.info, dict) else {}
    cause = body.get("error", {})
    if not isinstance(cause, dict):
        return str(cause)
    first = (cause.get("root_cause") or [cause])[0]
    return f"{first.get('type', error.error)}: {first.get('reason', '')}"[:300]
