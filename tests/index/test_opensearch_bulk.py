"""What is sent again, what is passed over, and what is told; the cluster is played."""

from __future__ import annotations

import json
from typing import Any

import pytest
from opensearchpy.exceptions import ConnectionError, TransportError

from briefings.errors import EngineError
from index.opensearch import bulk
from index.opensearch.address import Address
from index.opensearch.bulk import Item, send
from index.opensearch.client import ArchiveAway, ArchiveRefused

ADDRESS = Address(("http://127.0.0.1:9",), "meetings")
BLOCKED = {"status": 403, "error": {"type": "cluster_block_exception"}}
ALLOWED_NOT = {"status": 403, "error": {"type": "security_exception"}}
REFUSED = {"status": 400, "error": {"type": "mapper_parsing_exception", "reason": "no"}}


class Cluster:
    """Keeps what is sent, after the answers it is told to give first: an error, or a status for an id."""

    def __init__(self, *first: BaseException | dict[str, dict[str, Any]]) -> None:
        self.first = list(first)
        self.kept: dict[str, Any] = {}
        self.requests = 0

    def bulk(self, body: str, index: str, params: dict[str, str]) -> dict[str, Any]:
        self.requests += 1
        told = self.first.pop(0) if self.first else {}
        if isinstance(told, BaseException):
            raise told
        items, lines = [], iter(body.splitlines())
        for line in lines:
            ((kind, order),) = json.loads(line).items()
            source = None if kind == "delete" else json.loads(next(lines))
            answer = told.get(order["_id"], {"status": 200})
            if answer["status"] == 200:
                self.kept[order["_id"]] = source
            items.append({kind: answer})
        return {"items": items}


@pytest.fixture(autouse=True)
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    slept: list[float] = []
    monkeypatch.setattr(bulk.time, "sleep", slept.append)
    return slept


def items(count: int) -> list[Item]:
    return [Item(f"a-{number}", {"n": number}) for number in range(count)]


def put(cluster: Cluster, *sent: Item, patience: float = 60.0) -> int:
    return send(cluster, ADDRESS, "meetings", sent, patience)  # type: ignore[arg-type]


def test_everything_is_sent_in_batches(pauses: list[float]) -> None:
    cluster = Cluster()
    assert put(cluster, *items(1_201)) == 1_201
    assert (cluster.requests, len(cluster.kept), pauses) == (3, 1_201, [])


@pytest.mark.parametrize("answer", [{"status": 429}, {"status": 503}, BLOCKED])
def test_only_what_was_not_taken_in_is_sent_again(pauses: list[float], answer: dict[str, Any]) -> None:
    cluster = Cluster({"a-1": answer}, {"a-1": answer})
    assert put(cluster, *items(3)) == 3
    assert cluster.kept.keys() == {"a-0", "a-1", "a-2"}
    assert cluster.requests == 3
    assert 0 < pauses[0] < pauses[1] * 2


@pytest.mark.parametrize("lost", [ConnectionError("N/A", "x", OSError()), TransportError(503, "busy")])
def test_a_batch_whose_answer_is_lost_is_sent_again_under_the_same_ids(lost: Exception) -> None:
    cluster = Cluster(lost)
    assert put(cluster, *items(2)) == 2
    assert cluster.kept == {"a-0": {"n": 0}, "a-1": {"n": 1}}


def test_what_is_there_or_gone_already_is_passed_over() -> None:
    cluster = Cluster({"a-0": {"status": 409}, "b": {"status": 404}})
    assert put(cluster, Item("a-0", {}, create=True), Item("b", None), Item("c", None)) == 1
    assert cluster.requests == 1


@pytest.mark.parametrize(("answer", "error"), [(ALLOWED_NOT, ArchiveRefused), (REFUSED, EngineError)])
def test_what_is_refused_is_told_and_not_tried_again(answer: dict[str, Any], error: type[EngineError]) -> None:
    cluster = Cluster({"a-0": answer})
    with pytest.raises(error):
        put(cluster, *items(1))
    assert cluster.requests == 1


@pytest.mark.parametrize("told", [TransportError(503, "busy"), {"a-0": {"status": 429}}])
def test_patience_ends(told: Any) -> None:
    with pytest.raises(ArchiveAway):
        put(Cluster(*([told] * 9)), *items(1), patience=-1.0)


def test_a_version_is_asked_for() -> None:
    assert json.loads(Item("a", {}, version=(7, 2)).lines().splitlines()[0]) == {
        "index": {"_id": "a", "if_seq_no": 7, "if_primary_term": 2}
    }
