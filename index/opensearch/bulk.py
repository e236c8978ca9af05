"""Sending many documents: in batches, again where the cluster is busy or a node is lost, never twice under two ids.

A document's id in the archive is its own, so a batch that is sent again (because the answer was lost, not the batch)
changes nothing. Not here: what a document is (`mapping.py`).
"""

from __future__ import annotations

import json
import random
import time
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from briefings.errors import EngineError
from index.opensearch.address import Address
from index.opensearch.client import ArchiveAway, ArchiveRefused, NoArchive, in_our_words

if TYPE_CHECKING:
    from opensearchpy import OpenSearch

BATCH, BATCH_BYTES = 500, 8_000_000
"""How many documents, and bytes of JSON, go in one request."""

PATIENCE = 300.0
"""Seconds a batch is tried for."""

_AT_ONCE = 2
"""How many batches are on their way while the next is made."""

_FIRST_PAUSE, _LONGEST_PAUSE = 0.25, 10.0
_AGAIN = (408, 429, 500, 502, 503, 504)
_BLOCKED = "cluster_block_exception"


@dataclass(frozen=True, slots=True)
class Item:
    """One document on its way.

    id: its id. source: its fields; None takes it out of the archive. create: leave one that is there as it is.
    version: (sequence number, primary term) it must still have; None where that does not matter.
    """

    id: str
    source: dict[str, Any] | None
    create: bool = False
    version: tuple[int, int] | None = None

    def lines(self) -> str:
        """The item as lines of a bulk request."""
        kind = "delete" if self.source is None else "create" if self.create else "index"
        order: dict[str, Any] = {"_id": self.id}
        if self.version:
            order |= {"if_seq_no": self.version[0], "if_primary_term": self.version[1]}
        head = json.dumps({kind: order})
        return head + "\n" if self.source is None else f"{head}\n{json.dumps(self.source, ensure_ascii=False)}\n"


def send(client: OpenSearch, address: Address, name: str, items: Iterable[Item], patience: float = PATIENCE) -> int:
    """Send the items to the index or alias `name`; how many changed something there.

    A document that is there already (`create`), gone already, or newer than asked is passed over. Raises ArchiveAway
    when a batch does not get through in `patience` seconds, EngineError when a document is refused. No id comes twice.
    """
    done, under_way = 0, deque[Future[int]]()
    with ThreadPoolExecutor(_AT_ONCE) as threads:
        for batch in _batches(items):
            under_way.append(threads.submit(_send, client, address, name, batch, patience))
            if len(under_way) == _AT_ONCE:
                done += under_way.popleft().result()
        return done + sum(batch.result() for batch in under_way)


def _send(client: OpenSearch, address: Address, name: str, batch: list[tuple[Item, str]], patience: float) -> int:
    until, pause, done = time.monotonic() + patience, _FIRST_PAUSE, 0
    while True:
        try:
            sent, batch = _once(client, address, name, batch)
            done += sent
        except (ArchiveAway, NoArchive):  # the name may be moving to another index
            if time.monotonic() > until:
                raise
        if not batch:
            return done
        if time.monotonic() > until:
            raise ArchiveAway("the archive does not take in what is sent", where=str(address))
        time.sleep(pause * random.uniform(0.5, 1.0))  # noqa: S311 -- so that senders do not come back all at once
        pause = min(2 * pause, _LONGEST_PAUSE)


def _once(
    client: OpenSearch, address: Address, name: str, batch: list[tuple[Item, str]]
) -> tuple[int, list[tuple[Item, str]]]:
    """(how many changed something, which are to be sent again)."""
    body = "".join(lines for _, lines in batch)
    with in_our_words(address):
        params = {"filter_path": "items.*.status,items.*.error", "require_alias": str(name == address.archive).lower()}
        reply = client.bulk(body=body, index=name, params=params)
    done, again = 0, []
    for pair, answer in zip(batch, reply["items"], strict=True):
        (result,) = answer.values()
        status, error = result["status"], result.get("error", {})
        if status < 300:
            done += 1
        elif status in _AGAIN or error.get("type") == _BLOCKED:
            again.append(pair)
        elif status == 403:
            raise ArchiveRefused("the archive does not allow this", where=str(address))
        elif status not in (404, 409):
            raise EngineError(
                f"the archive refused a document ({error.get('type')}: {error.get('reason')})"[:300], where=pair[0].id
            )
        elif status == 404 and pair[0].source is not None:
            again.append(pair)
    return done, again


def _batches(items: Iterable[Item]) -> Iterator[list[tuple[Item, str]]]:
    batch: list[tuple[Item, str]] = []
    size = 0
    for item in items:
        lines = item.lines()
        batch.append((item, lines))
        size += len(lines)
        if len(batch) >= BATCH or size >= BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
