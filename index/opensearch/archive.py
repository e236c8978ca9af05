"""An archive: an index of one version behind an alias, asked and filled. Each answer says whether it is whole.

Not here: filling a new version (`remap.py`), what a library sends (`push.py`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from secrets import token_hex
from typing import TYPE_CHECKING, Any

from briefings.errors import EngineError, UnknownArticle
from index.opensearch.address import Address
from index.opensearch.bulk import PATIENCE, Item, send
from index.opensearch.client import NoArchive, connect, in_our_words
from index.opensearch.mapping import SHARDS, VERSION, template
from index.opensearch.query import EVERYTHING, Clause

if TYPE_CHECKING:
    from opensearchpy import OpenSearch

PAGE = 1_000
"""How many documents one request may bring."""

_KEPT = "5m"
_SOON = "20s"
_LONG = 600
"""Seconds that taking out many documents may take."""

Found = dict[str, Any]
"""A document as a search brings it: `_id`, `_score`, `_source`."""


class Archive:
    """The documents under one name in a cluster. Safe to use from several threads."""

    def __init__(self, address: Address, patience: float = PATIENCE, asker: str = "anybody") -> None:
        """Nothing is sent before the first question. Raises EngineError without the client library.

        patience: seconds for which a batch that does not get through is sent again. asker: who asks; the same one is
        answered by the same copies while they are there, so that hits that count alike do not change places.
        """
        self.patience = patience
        self.asker = asker
        self.address = address
        self.name = address.archive
        self.client: OpenSearch = connect(address)

    # Which index

    def index(self) -> str | None:
        """The index behind the alias; None where there is no archive of this name."""
        try:
            with in_our_words(self.address):
                return str(next(iter(self.client.indices.get_alias(name=self.name))))
        except NoArchive:
            return None

    def version(self, index: str) -> int:
        """The version an index was made by."""
        with in_our_words(self.address):
            mappings = self.client.indices.get_mapping(index=index)
        return int(mappings[index]["mappings"].get("_meta", {}).get("version", 0))

    def make(self, shards: int = SHARDS) -> None:
        """Make the archive where there is none. Raises EngineError where it is of a newer version of this program."""
        index = self.index()
        if index is None:
            self.new_index(shards, aliased=True)
        elif self.version(index) > VERSION:
            raise EngineError(
                "the archive was made by a newer version of Rashomon",
                where=str(self.address),
                remedy="Update this one to send to it; searching it works.",
            )

    def new_index(self, shards: int, *, aliased: bool) -> str:
        """Make an empty index of this version, beside those there are; its name."""
        index = f"{self.name}.v{VERSION}.{token_hex(4)}"
        wanted = template(self.name, shards)
        with in_our_words(self.address):
            self.client.indices.put_index_template(name=self.name, body=wanted)
            self.client.indices.create(index=index, body={"aliases": {self.name: {}}} if aliased else {})
        return index

    # Asking

    def ask(self, body: dict[str, Any]) -> tuple[dict[str, Any], str]:
        """(the answer to a search, what it lacks and why). Statistics of words are those of the whole archive."""
        whole = {"track_total_hits": True, "timeout": _SOON} | body
        params = {"search_type": "dfs_query_then_fetch", "allow_partial_search_results": "true"}
        place = {} if "pit" in body else {"index": self.name, "preference": self.asker}
        with in_our_words(self.address):
            reply = self.client.search(body=whole, params=params, **place)
        return reply, _lacking(reply)

    def pages(self, body: dict[str, Any], limit: int | None = None) -> Iterator[tuple[list[Found], int, str]]:
        """(documents, how many match, what is lacking) of a long answer, page by page, all of one moment.

        `body` must sort by something that ends with `id`. limit: how many documents; None for all.
        """
        with self._moment() as pit:
            after, left = None, limit
            while left is None or left > 0:
                size = PAGE if left is None else min(PAGE, left)
                page = body | {"size": size, "pit": {"id": pit, "keep_alive": _KEPT}}
                reply, lacking = self.ask(page | ({"search_after": after} if after else {}))
                found = reply["hits"]["hits"]
                if found or after is None:
                    yield found, reply["hits"]["total"]["value"], lacking
                if len(found) < size:
                    return
                after, left = found[-1]["sort"], None if left is None else left - len(found)

    def scan(self, query: Clause = EVERYTHING, *, source: bool | list[str] = True) -> Iterator[Found]:
        """All documents a query finds, all of one moment. Raises EngineError where the answer is not whole."""
        body = {"query": query, "sort": [{"id": "asc"}], "_source": source, "seq_no_primary_term": True}
        for found, _, lacking in self.pages(body):
            if lacking:
                raise EngineError(f"the archive could not be read whole ({lacking})", where=str(self.address))
            yield from found

    def get(self, id: str) -> dict[str, Any]:
        """What is stored of one document. Raises UnknownArticle."""
        with in_our_words(self.address):
            reply = self.client.mget(body={"ids": [id]}, index=self.name)
        (found,) = reply["docs"]
        if not found.get("found"):
            raise UnknownArticle(f"the archive has no article {id!r}", where=str(self.address))
        source: dict[str, Any] = found["_source"]
        return source

    def get_all(self, ids: list[str]) -> dict[str, dict[str, Any]]:
        """What is stored of several documents, by id; those that are gone are left out."""
        if not ids:
            return {}
        with in_our_words(self.address):
            reply = self.client.mget(body={"ids": ids}, index=self.name)
        return {found["_id"]: found["_source"] for found in reply["docs"] if found.get("found")}

    def count(self, query: Clause = EVERYTHING) -> int:
        """How many documents a query finds."""
        with in_our_words(self.address):
            return int(self.client.count(index=self.name, body={"query": query})["count"])

    # Filling

    def send(self, items: Iterable[Item]) -> int:
        """Send documents; how many changed something. They are found after `show`."""
        return send(self.client, self.address, self.name, items, self.patience)

    def remove(self, query: Clause) -> int:
        """Take out the documents a query finds; how many there were."""
        with in_our_words(self.address):
            params = {"conflicts": "proceed", "refresh": "true", "request_timeout": _LONG}
            reply = self.client.delete_by_query(index=self.name, body={"query": query}, params=params)
        return int(reply["deleted"])

    def show(self) -> None:
        """Let searches find what was sent."""
        with in_our_words(self.address):
            self.client.indices.refresh(index=self.name)

    def close(self) -> None:
        """Release connections."""
        self.client.close()

    @contextmanager
    def _moment(self) -> Iterator[str]:
        params = {"keep_alive": _KEPT, "preference": self.asker}
        with in_our_words(self.address):
            pit = self.client.create_pit(index=self.name, params=params)["pit_id"]
        try:
            yield pit
        finally:
            with suppress(EngineError), in_our_words(self.address):
                self.client.delete_pit(body={"pit_id": [pit]})


def _lacking(reply: dict[str, Any]) -> str:
    """What an answer lacks; empty where it is whole.

    A part of which no copy is left is not among those that failed; it is missing among those that did not.
    """
    shards = reply["_shards"]
    missing = max(shards["failed"], shards["total"] - shards["successful"])
    if missing:
        return f"{missing} of {shards['total']} parts of the archive did not answer; there may be more"
    return "the archive ran out of time; there may be more" if reply.get("timed_out") else ""
