"""What of an address of Spark may be told, which hosts it names, and whether they answer."""

from __future__ import annotations

import socket

import pytest

from innovation_clusters.analysis.spark_addresses import hosts_of, require_listening, told_address


@pytest.mark.parametrize(
    ("address", "hosts"),
    [
        ("local[2]", []),
        ("yarn", []),
        ("k8s://https://host:443", []),
        ("spark://one:7077,two:7078", [("one", 7077), ("two", 7078)]),
        ("spark://one", [("one", 7077)]),
        ("sc://host", [("host", 15002)]),
        ("sc://host:15003/;use_ssl=true;token=a:1", [("host", 15003)]),
        ("sc://[::1]:15003", [("::1", 15003)]),
    ],
)
def test_hosts(address: str, hosts: list[tuple[str, int]]) -> None:
    assert hosts_of(address) == hosts


def test_what_may_be_told() -> None:
    assert told_address("sc://host:15003/;use_ssl=true;token=secret") == "sc://host:15003/"
    assert told_address("local[2]") == "local[2]"


def test_one_that_answers_is_enough() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
        require_listening(f"spark://127.0.0.1:1,127.0.0.1:{port}")
        require_listening(f"sc://127.0.0.1:{port}/;token=secret")
    require_listening("yarn")


@pytest.mark.parametrize(
    "address", ["sc://127.0.0.1:1", "spark://127.0.0.1:1", "sc://127.0.0.1:70000", f"sc://{'a' * 70}:1"]
)
def test_nobody_there(address: str) -> None:
    with pytest.raises(OSError, match=r"refused|0-65535|label"):
        require_listening(address)
