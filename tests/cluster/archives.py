"""Engines on archives of their own in the cluster of the tests."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from secrets import token_hex
from types import ModuleType

import pytest

from briefings.library import Library
from index.opensearch.address import Address
from index.opensearch.archive import Archive
from index.opensearch_engine import OpenSearchEngine
from tests.cluster.nodes import Cluster


class Archives:
    """Archives that are gone after the tests; each library has one."""

    def __init__(self, cluster: Cluster) -> None:
        self._cluster = cluster
        self._names: dict[str, str] = {}
        self._engines: list[OpenSearchEngine] = []

    def address(self, name: str) -> Address:
        """Where the archive called `name` is."""
        return Address(tuple(self._cluster.urls), name)

    def engine(self, library: Library, url: str | None = None, *, sends: bool = True) -> OpenSearchEngine:
        """An engine on the library's archive; stands in for `open_engine`."""
        name = self._names.setdefault(library.identity, f"t{token_hex(6)}")
        engine = OpenSearchEngine(library, self.address(name), sends=sends)
        self._engines.append(engine)
        return engine

    def close(self) -> None:
        """Delete the archives."""
        for engine in self._engines:
            engine.close()
        for name in self._names.values():
            archive = Archive(self.address(name))
            archive.client.indices.delete(index=f"{name}.*", params={"ignore_unavailable": "true"})
            archive.close()


@contextmanager
def standing_in(cluster: Cluster, *modules: ModuleType) -> Iterator[Archives]:
    """Archives whose engines the tests of `modules` get where they open one."""
    archives = Archives(cluster)
    with pytest.MonkeyPatch.context() as patch:
        for module in modules:
            patch.setattr(module, "open_engine", archives.engine)
        try:
            yield archives
        finally:
            archives.close()
