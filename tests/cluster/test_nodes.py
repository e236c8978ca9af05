"""The cluster of the tests is a real one."""

from __future__ import annotations

import socket

import pytest

from tests.cluster.nodes import NODES, Cluster, _free


def test_three_processes_make_one_cluster(cluster: Cluster) -> None:
    assert len({node.process.pid for node in cluster.nodes if node.process}) == NODES
    assert {node.ask("/_cluster/health")["cluster_name"] for node in cluster.nodes} == {cluster._name}


def test_a_killed_node_is_missed_and_comes_back(cluster: Cluster) -> None:
    cluster.kill(0)
    with pytest.raises(OSError, match="refused"):
        cluster.nodes[0].ask("/")
    left = cluster.nodes[1].ask("/_cluster/health?wait_for_nodes=2&timeout=60s", 70)
    assert left["number_of_nodes"] == NODES - 1
    cluster.start()
    assert cluster.nodes[0].ask("/_cluster/health")["number_of_nodes"] == NODES


def test_ports_in_use_are_left_alone() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
        assert port not in _free(range(port - 20, port + 1))
