"""The modelled sample: rebuilt byte for byte, and checked with scikit-learn against the published ranking."""

from __future__ import annotations

import csv
import importlib.util
import json
import sys
from collections import defaultdict
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
SAMPLE = ROOT / "resources" / "sample"
REFERENCE = ROOT / "resources" / "reference"
FILES = {"patents": "inventors.csv", "publications": "authors.csv", "deals": "deals.csv"}
EARTH_KM = 6371.0088


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


DESCRIPTION: dict[str, Any] = json.loads((SAMPLE / "sample.json").read_text(encoding="utf-8"))
ROWS = {kind: rows_of(SAMPLE / name) for kind, name in FILES.items()}
WORLD = {row["metric"]: int(row["total"]) for row in rows_of(REFERENCE / "world_totals.csv")}


@pytest.fixture(scope="module")
def script() -> ModuleType:
    specification = importlib.util.spec_from_file_location(
        "build_sample", ROOT / "scripts" / "build_sample.py"
    )
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    # dataclasses look their module up by name
    sys.modules["build_sample"] = module
    specification.loader.exec_module(module)
    return module


def test_rebuilds_byte_for_byte(script: ModuleType, tmp_path: Path) -> None:
    script.build(tmp_path)
    for name in (*FILES.values(), "sample.json"):
        assert (tmp_path / name).read_bytes() == (SAMPLE / name).read_bytes(), f"{name}: run make sample"


def test_says_what_it_is() -> None:
    assert "modelled sample" in DESCRIPTION["notice"].lower()
    assert "modelled sample" in (SAMPLE / "README.md").read_text(encoding="utf-8").lower()
    assert "assumes no liability" in DESCRIPTION["disclaimer"]
    assert sum((SAMPLE / name).stat().st_size for name in FILES.values()) <= 1_500_000


@pytest.mark.parametrize("kind", list(FILES))
def test_rows_are_sound(kind: str) -> None:
    scale = DESCRIPTION["files"][FILES[kind]]["one_record_stands_for"]
    assert list(ROWS[kind][0]) == ["record", "longitude", "latitude", "addresses", "economy"]
    seen = set()
    for row in ROWS[kind]:
        longitude, latitude = float(row["longitude"]), float(row["latitude"])
        assert -180 <= longitude <= 180
        assert -90 <= latitude <= 90
        assert f"{longitude:.2f}" == row["longitude"]
        assert f"{latitude:.2f}" == row["latitude"]
        assert int(row["addresses"]) > 0
        assert int(row["addresses"]) % scale == 0
        assert len(row["economy"]) == 2
        assert row["economy"].isupper()
        key = (row["record"], row["longitude"], row["latitude"])
        assert key not in seen
        seen.add(key)


def test_world_totals() -> None:
    addresses = {kind: sum(int(row["addresses"]) for row in rows) for kind, rows in ROWS.items()}
    assert addresses["patents"] == pytest.approx(WORLD["inventor_addresses"], rel=1e-4)
    assert addresses["publications"] == pytest.approx(WORLD["author_addresses"], rel=1e-4)
    assert addresses["deals"] == WORLD["deals"]
    for kind, rows in ROWS.items():
        described = DESCRIPTION["files"][FILES[kind]]
        records = len({row["record"] for row in rows})
        assert records == described["records"] == DESCRIPTION["world_totals"][kind]
        assert records == round(WORLD[kind] / described["one_record_stands_for"])
        assert len(rows) == described["rows"]
    # city-level authors share sites, so that fewer of their records have more than one
    assert 1.25 < len(ROWS["patents"]) / DESCRIPTION["world_totals"]["patents"] < 1.35
    assert 1.15 < len(ROWS["publications"]) / DESCRIPTION["world_totals"]["publications"] < 1.35


def test_korea_in_detail() -> None:
    sites = {(row["longitude"], row["latitude"]) for row in ROWS["patents"] if row["economy"] == "KR"}
    assert len(sites) > 450
    cities = {row["name"]: row for row in rows_of(ROOT / "resources" / "gazetteer" / "cities.csv")}
    everywhere = {
        (float(row["longitude"]), float(row["latitude"]))
        for rows in ROWS.values()
        for row in rows
        if row["economy"] == "KR"
    }
    for name in ("Gwangju", "Jeonju", "Pohang", "Changwon", "Gangneung", "Jeju", "Gumi", "Sejong", "Cheonan"):
        at = cities[name]
        near = [
            site
            for site in everywhere
            if abs(site[0] - float(at["longitude"])) < 0.03 and abs(site[1] - float(at["latitude"])) < 0.03
        ]
        assert near, name


class Ranking:
    """Clusters, shares and ranks of the sample by scikit-learn alone: none of our own code."""

    def __init__(self, weights: dict[str, float]) -> None:
        cluster = pytest.importorskip("sklearn.cluster")
        neighbors = pytest.importorskip("sklearn.neighbors")
        load: dict[tuple[str, str], float] = defaultdict(float)
        for kind, weight in weights.items():
            for row in ROWS[kind]:
                load[row["longitude"], row["latitude"]] += weight * int(row["addresses"])
        sites = sorted(load)
        radians = np.radians([(float(y), float(x)) for x, y in sites])
        self.labels = cluster.DBSCAN(
            eps=15 / EARTH_KM, min_samples=4500, metric="haversine", algorithm="ball_tree"
        ).fit_predict(radians, sample_weight=np.array([load[site] for site in sites]))
        self.count = int(self.labels.max()) + 1
        inside = self.labels >= 0
        self.inside_labels = self.labels[inside]
        self.tree = neighbors.BallTree(radians[inside], metric="haversine")
        self.shares: dict[str, np.ndarray[Any, Any]] = {}
        for kind, rows in ROWS.items():
            of_record: dict[str, int] = defaultdict(int)
            for row in rows:
                of_record[row["record"]] += int(row["addresses"])
            at = self.at([(float(row["latitude"]), float(row["longitude"])) for row in rows], 15)
            counts = np.zeros(self.count)
            for label, row in zip(at, rows, strict=True):
                if label >= 0:
                    counts[label] += int(row["addresses"]) / of_record[row["record"]]
            self.shares[kind] = 100 * counts / len(of_record)

    def at(self, positions: list[tuple[float, float]], radius_km: float) -> Any:
        """Label of the nearest clustered site of each (latitude, longitude), -1 where none is near."""
        distance, index = self.tree.query(np.radians(positions), k=1)
        return np.where(distance[:, 0] * EARTH_KM <= radius_km, self.inside_labels[index[:, 0]], -1)


@pytest.fixture(scope="module")
def ranking() -> Ranking:
    return Ranking({"patents": 1.0, "publications": WORLD["inventor_addresses"] / WORLD["author_addresses"]})


def labels_of_published(ranking: Ranking) -> dict[tuple[str, str], set[int]]:
    """Labels at the cities of every cluster that a published table names, African ones left out."""
    cities = {row["geonameid"]: row for row in rows_of(ROOT / "resources" / "gazetteer" / "cities.csv")}
    result = {}
    for row in rows_of(REFERENCE / "cluster_places.csv"):
        if row["rank_africa_2024"] and row["cluster"] != "Cairo":
            continue
        at = [cities[key] for key in row["geonameids"].split(";")]
        labels = ranking.at([(float(city["latitude"]), float(city["longitude"])) for city in at], 5)
        result[row["cluster"], row["economies"]] = {int(label) for label in labels}
    return result


def test_every_published_cluster_is_found_and_is_one(ranking: Ranking) -> None:
    found = labels_of_published(ranking)
    assert len(found) == 138
    assert {key: labels for key, labels in found.items() if len(labels) != 1 or -1 in labels} == {}
    alone = [labels.pop() for labels in found.values()]
    assert len(set(alone)) == len(alone), "two published clusters have grown together"
    model = rows_of(ROOT / "scripts" / "sample_model.csv")
    assert ranking.count == sum("below the threshold" not in row["basis"] for row in model)


def name_without_states(cluster: str) -> str:
    return "–".join(part.split(",")[0].strip() for part in cluster.split("–"))


def test_first_ten_of_2025_in_order_with_their_shares(ranking: Ranking) -> None:
    found = {
        (name_without_states(name), e): labels for (name, e), labels in labels_of_published(ranking).items()
    }
    score = sum(ranking.shares.values())
    assert isinstance(score, np.ndarray)
    order = np.argsort(-score, kind="stable")
    for position, row in enumerate(rows_of(REFERENCE / "gii_2025_size.csv")):
        label = found[row["cluster"], row["economies"]].pop()
        assert order[position] == label, row["cluster"]
        for kind in FILES:
            assert ranking.shares[kind][label] == pytest.approx(float(row[f"share_{kind}"]), rel=0.01), kind


def test_counts_of_2024(ranking: Ranking) -> None:
    found = labels_of_published(ranking)
    first_ten = {row["cluster"] for row in rows_of(REFERENCE / "gii_2025_size.csv")}
    ours, published = [], []
    for row in rows_of(REFERENCE / "gii_2024_size.csv"):
        label = found[row["cluster"], row["economies"]].pop()
        ours.append(ranking.shares["patents"][label] + ranking.shares["publications"][label])
        published.append(-int(row["rank"]))
        if name_without_states(row["cluster"]) in first_ten:
            continue
        for kind in ("patents", "publications"):
            records = ranking.shares[kind][label] / 100 * DESCRIPTION["world_totals"][kind]
            scale = DESCRIPTION["files"][FILES[kind]]["one_record_stands_for"]
            # rounded to half a record
            assert records == pytest.approx(int(row[kind]) / scale, abs=0.51), (row["cluster"], kind)
    ranks = np.argsort(np.argsort(ours))
    assert np.corrcoef(ranks, published)[0, 1] > 0.999


def test_known_ranks_of_2025(ranking: Ranking) -> None:
    found = labels_of_published(ranking)
    score = sum(ranking.shares.values())
    assert isinstance(score, np.ndarray)
    rank = np.empty(ranking.count, dtype=int)
    rank[np.argsort(-score, kind="stable")] = np.arange(1, ranking.count + 1)
    for row in rows_of(REFERENCE / "cluster_places.csv"):
        if row["rank_2025"]:
            ours = int(rank[found[row["cluster"], row["economies"]].pop()])
            assert abs(ours - int(row["rank_2025"])) <= 12, (row["cluster"], ours, row["rank_2025"])


def test_the_background_makes_no_cluster_even_with_deals_in_the_density(ranking: Ranking) -> None:
    with_deals = Ranking(
        {
            "patents": 1.0,
            "publications": WORLD["inventor_addresses"] / WORLD["author_addresses"],
            "deals": WORLD["inventor_addresses"] / WORLD["deals"],
        }
    )
    assert with_deals.count == ranking.count
    assert 0.2 < 1 - sum(with_deals.shares["patents"]) / 100 < 0.3
