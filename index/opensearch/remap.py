"""Re-mapping an archive without stopping it: a new index is filled beside the old one, then takes its place.

Searches go on all the time. Senders go on while the bulk is copied; for the last changes, some seconds, the old index
takes nothing in and senders wait (`bulk.py`). Killed midway, the archive is as it was, and the next re-mapping clears
away what was left. Not here: what a document becomes (`mapping.py`).
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

from index.opensearch.archive import PAGE, Archive, Found
from index.opensearch.bulk import Item, send
from index.opensearch.client import NoArchive, in_our_words
from index.opensearch.mapping import mapped_anew
from index.opensearch.query import EVERYTHING, Clause

_LINGER = 3.0
"""Seconds for which the old index stays, for searches that are under way in it."""


def remap(archive: Archive, shards: int | None = None) -> int:
    """Fill a new index of this version from the one behind the alias and put it in its place; how many documents.

    shards: of the new index; None for as many as the old one has. Raises NoArchive, EngineError; the archive then is as
    it was.
    """
    old = archive.index()
    if old is None:
        raise NoArchive("there is no archive to re-map", where=str(archive.address))
    _clear_away(archive, old)
    new = archive.new_index(shards or _shards(archive, old), aliased=False)
    try:
        reached = _reached(archive, old)
        _copy(archive, new, EVERYTHING, create=True)
        with _nothing_taken_in(archive, old):
            _copy(archive, new, {"range": {"_seq_no": {"gt": reached}}}, create=False)
            _take_out_what_is_gone(archive, old, new)
            _swap(archive, old, new)
    except BaseException:
        _drop(archive, new)
        raise
    time.sleep(_LINGER)
    _drop(archive, old)
    return archive.count()


def _reached(archive: Archive, index: str) -> int:
    """A number after which every later change of the index is counted (of its shards' sequence numbers, the least).

    What was changed up to it is found by a search from now on.
    """
    with in_our_words(archive.address):
        shards = archive.client.indices.stats(index=index, level="shards")["indices"][index]["shards"]
        archive.client.indices.refresh(index=index)
    return min(int(copy["seq_no"]["max_seq_no"]) for copies in shards.values() for copy in copies)


def _copy(archive: Archive, new: str, which: Clause, *, create: bool) -> None:
    """Copy what a query finds in the archive. create: leave what is there already."""
    found = archive.scan(which)
    items = (Item(document["_id"], mapped_anew(document["_source"]), create=create) for document in found)
    send(archive.client, archive.address, new, items)


def _take_out_what_is_gone(archive: Archive, old: str, new: str) -> None:
    """Take out of the new index what was removed from the old one while it was copied."""
    with in_our_words(archive.address):
        archive.client.indices.refresh(index=new)
        counts = [archive.client.count(index=index)["count"] for index in (old, new)]
    if counts[0] != counts[1]:
        there = {found["_id"] for found in archive.scan(source=False)}
        copied = _ids(archive, new)
        send(archive.client, archive.address, new, (Item(id, None) for id in copied if id not in there))


def _ids(archive: Archive, index: str) -> Iterator[str]:
    """The ids of an index that is not behind the alias yet."""
    after: list[str] | None = None
    while True:
        body = {"size": PAGE, "sort": [{"id": "asc"}], "_source": False} | ({"search_after": after} if after else {})
        with in_our_words(archive.address):
            found: list[Found] = archive.client.search(index=index, body=body)["hits"]["hits"]
        yield from (document["_id"] for document in found)
        if len(found) < PAGE:
            return
        after = found[-1]["sort"]


@contextmanager
def _nothing_taken_in(archive: Archive, index: str) -> Iterator[None]:
    """Have an index take nothing in; what was on its way is in when this begins."""
    with in_our_words(archive.address):
        archive.client.indices.add_block(index=index, block="write")
    try:
        with in_our_words(archive.address):
            archive.client.indices.refresh(index=index)
        yield
    except BaseException:
        _take_in_again(archive, index)
        raise


def _take_in_again(archive: Archive, index: str) -> None:
    with in_our_words(archive.address):
        archive.client.indices.put_settings(index=index, body={"index.blocks.write": None})


def _swap(archive: Archive, old: str, new: str) -> None:
    """Put the new index behind the alias, in one step."""
    actions = [
        {"remove": {"index": old, "alias": archive.name, "must_exist": True}},
        {"add": {"index": new, "alias": archive.name}},
    ]
    with in_our_words(archive.address):
        archive.client.cluster.health(index=new, params={"wait_for_status": "yellow"})
        archive.client.indices.update_aliases(body={"actions": actions})


def _clear_away(archive: Archive, old: str) -> None:
    """Drop what a re-mapping that was killed left behind. One that still runs then fails, and changes nothing."""
    with in_our_words(archive.address):
        indexes = archive.client.indices.get(index=f"{archive.name}.v*")
    for index in indexes:
        if index != old:
            _drop(archive, index)
    _take_in_again(archive, old)


def _drop(archive: Archive, index: str) -> None:
    with in_our_words(archive.address):
        archive.client.indices.delete(index=index, params={"ignore_unavailable": "true"})


def _shards(archive: Archive, index: str) -> int:
    with in_our_words(archive.address):
        settings = archive.client.indices.get_settings(index=index)
    return int(settings[index]["settings"]["index"]["number_of_shards"])
