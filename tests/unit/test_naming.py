"""The naming rule on a made-up country."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from innovation_clusters.analysis.naming import Gazetteer, cluster_names, read_gazetteer

DEGREE = 111_319.5  # metres on the equator


def gazetteer(*places: tuple[str, str, float, float]) -> Gazetteer:
    name, korean, east, people = zip(*places, strict=True)
    return Gazetteer(
        np.array(name, dtype=object),
        np.array(korean, dtype=object),
        np.array(east) / DEGREE,
        np.zeros(len(places)),
        np.array(people, dtype=float),
    )


def name_of(places: Gazetteer, *sites: tuple[float, float]) -> tuple[str, str]:
    east, output = zip(*sites, strict=True)
    labels = np.zeros(len(sites), dtype=np.int64)
    [name] = cluster_names(np.array(east) / DEGREE, np.zeros(len(sites)), labels, np.array(output), places)
    return name


BIG = ("Big", "큰시", 0.0, 9e6)


@pytest.mark.parametrize(
    ("other", "sites", "expected"),
    [
        # Enough people, far enough, active enough.
        (("Port", "항구", 30_000.0, 4e6), [(0, 8.0), (30_000, 2.0)], ("Big–Port", "큰시–항구")),
        # The more active place comes first.
        (("Port", "항구", 30_000.0, 4e6), [(0, 2.0), (30_000, 8.0)], ("Port–Big", "항구–큰시")),
        # No Korean name: the English one stands in.
        (("Port", "", 30_000.0, 4e6), [(0, 8.0), (30_000, 2.0)], ("Big–Port", "큰시–Port")),
        # Too few people, too near, too little output, not in the cluster.
        (("Port", "항구", 30_000.0, 2.9e6), [(0, 8.0), (30_000, 2.0)], ("Big", "큰시")),
        (("Port", "항구", 19_000.0, 4e6), [(0, 8.0), (19_000, 2.0)], ("Big", "큰시")),
        (("Port", "항구", 30_000.0, 4e6), [(0, 8.7), (30_000, 1.3)], ("Big", "큰시")),
        (("Port", "항구", 30_000.0, 4e6), [(0, 8.0), (15_000, 2.0)], ("Big", "큰시")),
    ],
)
def test_rule(
    other: tuple[str, str, float, float], sites: list[tuple[float, float]], expected: tuple[str, str]
) -> None:
    assert name_of(gazetteer(BIG, other), *sites) == expected


def test_away_from_every_place() -> None:
    assert name_of(gazetteer(BIG), (60_000.0, 1.0)) == ("Big", "큰시")
    assert name_of(gazetteer(BIG), (DEGREE * 10, 1.0)) == ("0.00, 10.00", "0.00, 10.00")


def test_no_clusters() -> None:
    one = np.zeros(3)
    assert cluster_names(one, one, np.full(3, -1), one, gazetteer(BIG)) == []


def test_the_bundled_gazetteer_names_the_seat_of_a_cluster_in_korean() -> None:
    path = Path(__file__).resolve().parents[2] / "resources" / "gazetteer" / "cities.csv"
    [name] = cluster_names(
        np.array([127.0]), np.array([37.55]), np.array([0]), np.array([1.0]), read_gazetteer(path)
    )
    assert name == ("Seoul", "서울")
