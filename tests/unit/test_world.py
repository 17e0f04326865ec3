"""The modelled world in small: totals, the same again, and counts that are expected to be the published."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest

from innovation_clusters.analysis.address_tables import read_address_table
from innovation_clusters.analysis.editions import AUTHOR_ADDRESSES, INVENTOR_ADDRESSES
from innovation_clusters.analysis.geodesy import earth_centred

pytest.importorskip("pyarrow", reason="pyarrow is not installed")

from innovation_clusters.scripts import build_world
from innovation_clusters.scripts.build_sample import short_name

ROOT = Path(__file__).resolve().parent.parent.parent
FRACTION = 0.02


@pytest.fixture(scope="module")
def towns() -> build_world.Towns:
    return build_world.make_towns()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder: Path = tmp_path_factory.mktemp("world")
    build_world.build(folder, FRACTION)
    return folder


def all_rows(
    towns: build_world.Towns, kind: str, records: int, addresses: int, seed: int
) -> build_world.Rows:
    parts = list(build_world.make_rows(towns, kind, records, addresses, seed))
    fields = ("record", "town", "longitude", "latitude", "organisation")
    return build_world.Rows(*(np.concatenate([getattr(part, field) for part in parts]) for field in fields))


def test_the_whole_world_has_the_published_totals() -> None:
    assert build_world.totals(1.0) == {
        "patents": (1_288_000, INVENTOR_ADDRESSES),
        "publications": (7_940_000, AUTHOR_ADDRESSES),
    }


def test_totals_of_a_small_world_are_exact(folder: Path) -> None:
    for kind, (records, addresses) in build_world.totals(FRACTION).items():
        table = read_address_table(str(folder / build_world.FILES[kind]))
        assert len(table) == addresses
        assert not table.fault.any()
        assert table.record is not None
        assert table.record.max() + 1 == records
        assert np.bincount(table.record).min() >= 1
        assert table.economy is not None
        assert table.economy.code.min() == 0
        assert table.organisation is not None
        assert all(name.startswith("Modelled ") for name in table.organisation.names)


def test_the_same_code_gives_the_same_world(folder: Path, tmp_path: Path) -> None:
    build_world.build(tmp_path, FRACTION)
    for name in (*build_world.FILES.values(), "world.json"):
        assert (tmp_path / name).read_bytes() == (folder / name).read_bytes()


@pytest.mark.parametrize("kind", build_world.FILES)
def test_sizes_of_records(kind: str) -> None:
    records, addresses = build_world.totals(0.05)[kind]
    sizes = build_world.sizes_of(records, addresses, np.random.default_rng(3))
    assert sizes.sum() == addresses
    assert sizes.min() == 1
    # Most records have few addresses, some have many.
    assert np.median(sizes) <= addresses / records
    assert sizes.max() > 10


def published() -> dict[str, dict[str, float]]:
    path = ROOT / "resources" / "reference" / "gii_2024_size.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {
        row["cluster"]: {
            "patents": int(row["patents"]) / 1_288_000, "publications": int(row["publications"]) / 7_940_000
        }
        for row in rows
    }  # fmt: skip


def test_towns_hold_the_published_shares(towns: build_world.Towns) -> None:
    """Of all 100 clusters, and only once: groups are named after the clusters of the model."""
    for kind in build_world.FILES:
        assert towns.shares[kind].sum() == pytest.approx(1.0)
        sums = np.bincount(towns.group, weights=towns.shares[kind])
        of_group = dict(zip(towns.groups, sums, strict=True))
        for cluster, shares in published().items():
            short = short_name(cluster)
            found = [share for group, share in of_group.items() if group.rpartition(" (")[0] == short]
            assert min(abs(share - shares[kind]) for share in found) < 1e-9, cluster


@pytest.mark.parametrize("kind", build_world.FILES)
def test_fractional_counts_are_expected_to_be_the_shares(towns: build_world.Towns, kind: str) -> None:
    """Over several worlds; the bound is five standard errors of a mean, from the worlds themselves."""
    records, addresses = build_world.totals(0.01)[kind]
    worlds = []
    for seed in range(12):
        rows = all_rows(towns, kind, records, addresses, seed)
        parts = 1.0 / np.bincount(rows.record)[rows.record]
        counts = np.bincount(towns.group[rows.town], weights=parts, minlength=len(towns.groups))
        assert counts.sum() == pytest.approx(records)
        worlds.append(counts)
    expected = np.bincount(towns.group, weights=towns.shares[kind], minlength=len(towns.groups)) * records
    large = expected > 20.0
    assert large.sum() > 50
    mean, error = np.mean(worlds, axis=0)[large], np.std(worlds, axis=0, ddof=1)[large] / np.sqrt(12)
    assert (np.abs(mean - expected[large]) < 5.0 * error + 0.5).all()


def test_authors_are_at_towns_and_inventors_around_them(towns: build_world.Towns) -> None:
    for kind, limit in (("publications", 1.0), ("patents", 1_000.0 * build_world.FARTHEST * 3.0 + 1_500.0)):
        rows = all_rows(towns, kind, 5_000, 20_000, 7)
        here = earth_centred(np.radians(rows.longitude), np.radians(rows.latitude))
        town = earth_centred(np.radians(towns.x[rows.town]), np.radians(towns.y[rows.town]))
        distance = np.sqrt(((here - town) ** 2).sum(axis=0))
        assert distance.max() < limit
        if kind == "patents":
            # A gamma variable of shape 2, modulo 4, has mean 1.62; 5.4 per cent are at the town itself.
            assert (distance / (1_000.0 * towns.scale[rows.town])).mean() == pytest.approx(1.53, abs=0.08)


def test_most_work_together_where_they_are(towns: build_world.Towns) -> None:
    for kind, (town, cluster, *_) in build_world.TOGETHER.items():
        rows = all_rows(towns, kind, 20_000, 80_000, 5)
        first = np.flatnonzero(np.append(True, np.diff(rows.record) > 0))
        home = rows.town[first][rows.record]
        other = np.ones(rows.town.size, dtype=bool)
        other[first] = False
        assert (rows.town == home)[other].mean() > town
        same = (towns.group[rows.town] == towns.group[home])[other].mean()
        # Some of those drawn from the economy or the world are in the cluster by chance.
        assert town + cluster < same < town + cluster + 0.15
