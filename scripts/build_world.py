#!/usr/bin/env python3
"""Build a modelled world: every inventor and author address behind the ranking of 2024, 31 million rows.

    scripts/env.sh .venv/bin/python scripts/build_world.py [--out FOLDER] [--fraction 0.01]

Totals, and the counts of the 100 clusters and of the African ones, are those that WIPO published; where their
addresses lie, who works with whom and what lies outside is modelled, as docs/world.md says. No row is a real
inventor, author or organisation. Written are ``inventors.parquet``, ``authors.parquet`` and ``world.json``;
the same code and the same numpy give the same files.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import numpy as np
import pyarrow as pa
import pyarrow.parquet as parquet
from numpy.typing import NDArray

from innovation_clusters.scripts.build_sample import (
    BACKGROUND,
    BACKGROUND_APART_KM,
    GOLDEN,
    REFERENCE,
    ROOT,
    Cluster,
    Near,
    Place,
    background_pull,
    read_model,
    read_places,
    read_world,
    rows_of,
    settle,
)

OUT = ROOT / ".build" / "world"
GAZETTEER = ROOT / "resources" / "gazetteer" / "cities.csv"
FILES: Final = {"patents": "inventors.parquet", "publications": "authors.parquet"}
SEED: Final = 2024
# Records that are made and written at a time.
CHUNK: Final = 1 << 19

# Of every address of a record but the first: how many are in the town of the first, in its cluster, in its
# economy, anywhere. Each is drawn from the shares of that area, so that expected counts stay the published.
TOGETHER: Final = {"patents": (0.45, 0.35, 0.15, 0.05), "publications": (0.55, 0.20, 0.15, 0.10)}
# Addresses of a record: one, and a negative binomial number more, with this dispersion.
DISPERSION: Final = 1.5

# Inventors thin out exponentially around the centre of their town (Clark 1951, of population), with a scale
# of so many kilometres, and so many more for the square root of the population; never farther than that many
# scales.
SCALE_KM: Final = (0.35, 0.0011, 3.0)
FARTHEST: Final = 4.0
KM_PER_DEGREE: Final = 111.2
# Places of block and sub-city level are told to so many decimals of a degree: 100 m and 1 km.
DECIMALS: Final = {"block": 3, "sub_city": 2}


@dataclass(frozen=True)
class Towns:
    """Places with addresses, arrays of length u, so sorted that clusters and economies are without gaps.

    `x`, `y` degrees; `scale` kilometres; `economy` the place in `economies`; `group` the place in `groups`: a
    cluster, or a town by itself; `shares` by kind, float64[u], of all addresses of the world.
    `group_range` and `economy_range` int64[u, 2], from where to where the own group and economy go.
    """

    x: NDArray[np.float64]
    y: NDArray[np.float64]
    scale: NDArray[np.float64]
    economy: NDArray[np.int32]
    economies: list[str]
    group: NDArray[np.int32]
    groups: list[str]
    shares: dict[str, NDArray[np.float64]]
    group_range: NDArray[np.int64]
    economy_range: NDArray[np.int64]

    def __len__(self) -> int:
        return self.x.size


def make_towns() -> Towns:
    """Settle the model's clusters of 2024, and give what they do not hold to the other towns of the world."""
    world = read_world()
    places = read_places()
    clusters = read_model(world, places, edition="2024")
    settle(clusters, places, world)
    names = {int(row["geonameid"]): row["name"] for row in rows_of(GAZETTEER)}
    rows: list[tuple[str, str, Place, dict[str, float]]] = []
    for cluster in clusters:
        home = cluster.principal[0].economy
        label = f"{cluster.name} ({'/'.join(sorted({place.economy for place in cluster.principal}))})"
        for town in sorted(
            cluster.weights["patents"].keys() | cluster.weights["publications"].keys(), key=_id
        ):
            shares = {
                kind: cluster.shares[kind] / 100 * cluster.weights[kind].get(town, 0.0) for kind in FILES
            }
            rows.append((home, label, town, shares))
    left = {kind: 1.0 - sum(shares[kind] for *_, shares in rows) for kind in FILES}
    for town, shares in _outside(clusters, _all_places(places), left):
        name = names.get(town.geonameid, "town")
        # With its number: there are several towns of one name.
        label = f"{name} ({town.economy}, {town.geonameid})"
        rows.append((town.economy, label, town, shares))
    return _sorted_towns(rows)


def _id(town: Place) -> int:
    return town.geonameid


def _all_places(places: dict[int, Place]) -> list[Place]:
    """Return the towns of the sample and the cities of the gazetteer."""
    every = dict(places)
    for row in rows_of(GAZETTEER):
        number = int(row["geonameid"])
        x, y = round(100 * float(row["longitude"])), round(100 * float(row["latitude"]))
        every.setdefault(number, Place(number, row["economy"], x, y, int(row["population"])))
    return [every[number] for number in sorted(every)]


def _outside(
    clusters: Sequence[Cluster], places: Sequence[Place], left: dict[str, float]
) -> Iterator[tuple[Place, dict[str, float]]]:
    """Yield the towns away from all clusters with their shares: economies by the sample's table of what is
    outside, towns of an economy by their population as ``background_pull`` weighs it.
    """
    taken = Near({town for cluster in clusters for kind in FILES for town in cluster.weights[kind]})
    towns: dict[str, list[Place]] = {}
    for town in places:
        if next(taken.within(town, BACKGROUND_APART_KM), None) is None:
            towns.setdefault(town.economy, []).append(town)
    table = [row for row in rows_of(BACKGROUND) if row["economy"] in towns]
    whole = {kind: sum(float(row[kind]) for row in table) for kind in FILES}
    for row in table:
        own = towns[row["economy"]]
        pull = {town: background_pull(town) for town in own}
        sum_of_pull = sum(pull.values())
        for town in own:
            yield (
                town,
                {
                    kind: left[kind] * float(row[kind]) / whole[kind] * pull[town] / sum_of_pull
                    for kind in FILES
                },
            )


def _sorted_towns(rows: list[tuple[str, str, Place, dict[str, float]]]) -> Towns:
    rows.sort(key=lambda row: (row[0], row[1], row[2].geonameid))
    homes, labels, places, shares = zip(*rows, strict=True)
    economies, economy = np.unique([place.economy for place in places], return_inverse=True)
    groups, group = np.unique(labels, return_inverse=True)
    base, per_root, most = SCALE_KM
    population = np.array([max(place.population, 0) for place in places], dtype=np.float64)
    return Towns(
        np.array([place.x / 100 for place in places]),
        np.array([place.y / 100 for place in places]),
        np.minimum(base + per_root * np.sqrt(population), most),
        economy.astype(np.int32),
        economies.tolist(),
        group.astype(np.int32),
        groups.tolist(),
        {kind: _of_one([share[kind] for share in shares]) for kind in FILES},
        _ranges(labels),
        _ranges(homes),
    )


def _of_one(shares: Sequence[float]) -> NDArray[np.float64]:
    parts = np.array(shares)
    return np.asarray(parts / parts.sum())


def _ranges(keys: Sequence[str]) -> NDArray[np.int64]:
    """Return int64[u, 2], from where to where the run of equal keys goes that every place is in."""
    starts = np.flatnonzero(np.array([True, *(a != b for a, b in pairwise(keys))]))
    run = np.searchsorted(starts, np.arange(len(keys)), side="right") - 1
    return np.column_stack([starts[run], np.append(starts[1:], len(keys))[run]])


@dataclass(frozen=True)
class Rows:
    """Addresses as arrays of length n: record from 0, town, longitude and latitude, organisation."""

    record: NDArray[np.int64]
    town: NDArray[np.int64]
    longitude: NDArray[np.float64]
    latitude: NDArray[np.float64]
    organisation: NDArray[np.int32]


def sizes_of(records: int, addresses: int, generator: np.random.Generator) -> NDArray[np.int64]:
    """Return int64[records], 1 or more addresses each, that add up to `addresses`."""
    more = addresses / records - 1.0
    sizes = 1 + generator.negative_binomial(DISPERSION, DISPERSION / (DISPERSION + more), records)
    while missing := addresses - int(sizes.sum()):
        step = 1 if missing > 0 else -1
        movable = np.flatnonzero(sizes + step >= 1)
        sizes[generator.choice(movable, min(abs(missing), movable.size), replace=False)] += step
    return sizes


def make_rows(towns: Towns, kind: str, records: int, addresses: int, seed: int = SEED) -> Iterator[Rows]:
    """Yield all addresses of one kind, a number of records at a time."""
    generator = np.random.Generator(np.random.PCG64([seed, len(kind)]))
    sizes = sizes_of(records, addresses, generator)
    cumulated = np.concatenate([[0.0], np.cumsum(towns.shares[kind])])
    cumulated /= cumulated[-1]
    start_of_steps = generator.integers(0, 2**64, 1, dtype=np.uint64)
    levels = _levels(towns) if kind == "patents" else None
    organisations = _organisations(towns, kind, addresses)
    for start in range(0, records, CHUNK):
        record = np.repeat(np.arange(start, min(start + CHUNK, records)), sizes[start : start + CHUNK])
        town = _draw_towns(towns, kind, record, cumulated, start_of_steps, generator)
        longitude, latitude = towns.x[town], towns.y[town]
        if levels is not None:
            longitude, latitude = _scatter(towns, town, levels, generator)
        first, many = organisations[towns.group[town]].T
        # The place of an organisation among those of its town is as likely as it is small.
        rank = np.floor(np.power(many + 1.0, generator.random(town.size))).astype(np.int64) - 1
        yield Rows(record, town, longitude, latitude, (first + rank).astype(np.int32))


def _draw_towns(
    towns: Towns,
    kind: str,
    record: NDArray[np.int64],
    cumulated: NDArray[np.float64],
    start: NDArray[np.uint64],
    generator: np.random.Generator,
) -> NDArray[np.int64]:
    """Return int64[n], the town of every address.

    The first of a record is drawn by steps of the golden ratio through the cumulated shares: every town has
    its share of records to within a few, and neighbours in the file lie anywhere.
    """
    steps = record.astype(np.uint64) * np.uint64(GOLDEN) + start
    home = _at(cumulated, (steps >> np.uint64(11)) * 2.0**-53)
    first = np.append(True, record[1:] != record[:-1])
    bounds = np.cumsum(TOGETHER[kind])
    level = np.searchsorted(bounds, np.where(first, 0.0, generator.random(record.size)), side="right")
    town = home.copy()
    for number, of_area in ((1, towns.group_range), (2, towns.economy_range), (3, None)):
        rows = np.flatnonzero(level == number)
        low, high = (0.0, 1.0) if of_area is None else cumulated[of_area[home[rows]]].T
        town[rows] = _at(cumulated, low + (high - low) * generator.random(rows.size))
    return town


def _at(cumulated: NDArray[np.float64], at: NDArray[np.float64]) -> NDArray[np.int64]:
    found = np.searchsorted(cumulated, at, side="right") - 1
    return np.minimum(found, cumulated.size - 2)


def _levels(towns: Towns) -> NDArray[np.float64]:
    """Return float64[economies, 2]: the part of inventors located to the block, and to that or the part of a
    city (GII 2024, Appendix IV, by economy for 20 of them, else as in the world).
    """
    published = {row["economy"]: row for row in rows_of(REFERENCE / "gii_2024_geocoding.csv")}
    rows = [published.get(economy, published[""]) for economy in towns.economies]
    parts = np.array([[float(row[f"inventors_{level}"]) for level in (*DECIMALS, "city")] for row in rows])
    return np.cumsum(parts / parts.sum(axis=1, keepdims=True), axis=1)[:, :2]


def _scatter(
    towns: Towns, town: NDArray[np.int64], levels: NDArray[np.float64], generator: np.random.Generator
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    # A density that falls exponentially with the distance makes the distance a gamma variable of shape 2.
    # What is too far is put as far back.
    distance = generator.standard_gamma(2.0, town.size) % FARTHEST * towns.scale[town]
    angle = generator.random(town.size) * 2.0 * np.pi
    x, y = towns.x[town], towns.y[town]
    around_x = x + distance * np.sin(angle) / (KM_PER_DEGREE * np.cos(np.radians(y)))
    around_y = y + distance * np.cos(angle) / KM_PER_DEGREE
    draw = generator.random(town.size)
    block, sub_city = levels[towns.economy[town]].T
    for rows, decimals in (
        (draw < block, DECIMALS["block"]),
        ((draw >= block) & (draw < sub_city), DECIMALS["sub_city"]),
    ):
        x[rows], y[rows] = np.round(around_x[rows], decimals), np.round(around_y[rows], decimals)
    return x, y


def _organisations(towns: Towns, kind: str, addresses: int) -> NDArray[np.int64]:
    """Return int64[groups, 2]: the number of the first organisation of every group, and how many it has."""
    expected = np.bincount(towns.group, weights=towns.shares[kind], minlength=len(towns.groups)) * addresses
    many = 1 + (0.5 * np.sqrt(expected)).astype(np.int64)
    return np.column_stack([np.cumsum(many) - many, many])


def organisation_names(towns: Towns, kind: str, addresses: int) -> list[str]:
    """Return the names of all organisations, which say that they are modelled."""
    what = "company" if kind == "patents" else "institute"
    return [
        f"Modelled {what} {number + 1} of {group}"
        for group, (_, many) in zip(
            towns.groups, _organisations(towns, kind, addresses).tolist(), strict=True
        )
        for number in range(many)
    ]


def totals(fraction: float) -> dict[str, tuple[int, int]]:
    """Return records and addresses by kind: the published totals, or a fraction of them."""
    world = read_world()
    addresses = {"patents": world.inventors, "publications": world.authors}
    return {
        kind: (round(world.records[kind] * fraction), round(addresses[kind] * fraction)) for kind in FILES
    }


def build(out: Path, fraction: float = 1.0) -> dict[str, Any]:
    """Write the world to the folder ``out``; return what world.json says."""
    out.mkdir(parents=True, exist_ok=True)
    towns = make_towns()
    files: dict[str, dict[str, int]] = {}
    for kind, (records, addresses) in totals(fraction).items():
        names = pa.array(organisation_names(towns, kind, addresses))
        economies = pa.array(towns.economies)
        schema = pa.schema(
            [
                ("record", pa.int64()),
                ("longitude", pa.float64()),
                ("latitude", pa.float64()),
                ("economy", pa.string()),
                ("organisation", pa.string()),
            ]
        )
        written = 0
        with parquet.ParquetWriter(out / FILES[kind], schema) as writer:
            for rows in make_rows(towns, kind, records, addresses):
                columns = [
                    pa.array(rows.record),
                    pa.array(rows.longitude),
                    pa.array(rows.latitude),
                    economies.take(pa.array(towns.economy[rows.town])),
                    names.take(pa.array(rows.organisation)),
                ]
                writer.write_table(pa.table(columns, schema=schema))
                written += rows.record.size
        files[FILES[kind]] = {"rows": written, "records": records, "organisations": len(names)}
    description = {
        "title": "Modelled world",
        "notice": "Modelled: made from published totals and counts of clusters and from positions of cities. "
        "No row is a real inventor, author or organisation.",
        "fraction": fraction,
        "towns": len(towns),
        "files": files,
        "seed": SEED,
        "numpy": np.__version__,
    }
    (out / "world.json").write_text(json.dumps(description, indent=2) + "\n", encoding="utf-8")
    return description


def main() -> int:
    parser = argparse.ArgumentParser(description="Build the modelled world.")
    parser.add_argument("--out", type=Path, default=OUT, help="folder to write to (default: .build/world)")
    parser.add_argument("--fraction", type=float, default=1.0, help="part of the world (default: 1)")
    given = parser.parse_args()
    began = time.monotonic()
    for name, numbers in build(given.out, given.fraction)["files"].items():
        print(f"{name}: {numbers['rows']:,} rows, {numbers['records']:,} records")
    print(f"{time.monotonic() - began:.0f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
