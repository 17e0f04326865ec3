#!/usr/bin/env python3
"""Build the modelled sample: inventors, authors and deals of the world in some forty thousand rows.

Usage: ``python3 scripts/build_sample.py [--out FOLDER]``

Input: published totals of clusters (``resources/reference``), what had to be modelled (``sample_model.csv``,
``sample_background.csv``) and positions of cities and towns (``sample_places.csv``). No real inventor, author
or firm is in it. Output: ``inventors.csv``, ``authors.csv``, ``deals.csv`` and ``sample.json`` in
``resources/sample``. The same input gives the same bytes: places are chosen by equal steps through their
cumulated weights, and the one generator that shuffles is read as raw integers, which numpy keeps stable.

``docs/data.md`` explains the model.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import heapq
import json
import math
import sys
import textwrap
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
REFERENCE = ROOT / "resources" / "reference"
OUT = ROOT / "resources" / "sample"
MODEL = ROOT / "scripts" / "sample_model.csv"
BACKGROUND = ROOT / "scripts" / "sample_background.csv"
PLACES = ROOT / "scripts" / "sample_places.csv"

EARTH_KM: Final = 6371.0088
SEED: Final = 2024
KINDS: Final = ("patents", "publications", "deals")
# One record of the sample stands for so many.
SCALE: Final = {"patents": 100, "publications": 500, "deals": 50}
FILES: Final = {"patents": "inventors.csv", "publications": "authors.csv", "deals": "deals.csv"}
LETTER: Final = {"patents": "P", "publications": "A", "deals": "D"}
COLUMNS: Final = ("record", "longitude", "latitude", "addresses", "economy")

# The density that makes a cluster (GII 2024: 15 km, 4,500 inventor addresses) and what the model keeps away
# from it on either side, so that rounding to whole records cannot change the outcome.
EPS_KM: Final = 15.0
MIN_WEIGHT: Final = 4500.0
STEP_KM: Final = 14.0
DENSE_ENOUGH: Final = 6500.0
SPARSE_ENOUGH: Final = 4250.0
# Share of the authors who are at the named cities themselves: affiliations are known by city only (GII 2024).
AUTHORS_AT_NODES: Final = 0.75
# A town on the way between the cities of a cluster has to have some site: about two rows.
AXIS_AT_LEAST: Final = 700.0
# Clusters with edges within 5 km are merged; an edge may be drawn 0.05 degrees (5.5 km) outside the sites.
APART_KM: Final = 19.0
BACKGROUND_APART_KM: Final = 17.0

# Weight of the cities that name a cluster, together, and of each other city without one in sample_model.csv.
PRINCIPAL: Final = 40.0
ALSO: Final = 3.0

# Share of the output of a cluster that is written together with another cluster.
TOGETHER: Final = 0.14
# Addresses of successive records of one place; the totals are then brought to the published ones.
ADDRESSES: Final = {"patents": (1, 2, 3, 2, 4, 3, 5, 2, 6, 2), "publications": (1, 3, 2, 4, 2, 5, 3, 6, 2, 4)}

GOLDEN: Final = 0x9E3779B97F4A7C15
MASK: Final = (1 << 64) - 1


@dataclass(frozen=True)
class Place:
    """A town: position in hundredths of a degree, so that equal positions compare equal."""

    geonameid: int
    economy: str
    x: int
    y: int
    population: int


def distance_km(a: Place, b: Place) -> float:
    """Great-circle distance in kilometres on the sphere of mean radius."""
    lat_a, lat_b = math.radians(a.y / 100), math.radians(b.y / 100)
    half_lon = math.radians((a.x - b.x) / 100) / 2
    h = math.sin((lat_a - lat_b) / 2) ** 2 + math.cos(lat_a) * math.cos(lat_b) * math.sin(half_lon) ** 2
    # Rounded so that the last bits of a mathematical library never decide.
    return round(2 * EARTH_KM * math.asin(math.sqrt(min(1.0, h))), 6)


class Near:
    """Places in cells of half a degree, for searches within a few tens of kilometres."""

    def __init__(self, places: Iterable[Place] = ()) -> None:
        self.cells: dict[tuple[int, int], list[Place]] = defaultdict(list)
        for place in places:
            self.add(place)

    def add(self, place: Place) -> None:
        self.cells[place.y // 50, place.x // 50].append(place)

    def within(self, place: Place, radius_km: float) -> Iterator[tuple[float, Place]]:
        rows = math.ceil(radius_km / 55)
        columns = math.ceil(radius_km / (55 * max(0.1, math.cos(math.radians(abs(place.y) / 100 + 0.5)))))
        row, column = place.y // 50, place.x // 50
        for i in range(row - rows, row + rows + 1):
            for j in range(column - columns, column + columns + 1):
                for other in self.cells.get((i, j), ()):
                    distance = distance_km(place, other)
                    if distance <= radius_km:
                        yield distance, other


class EvenDraws:
    """Places drawn one after another in proportion to their weights.

    Equal steps of the golden ratio through the cumulated weights: after n draws every place has had its share
    to within about one draw, which random draws would miss by the square root of n.
    """

    def __init__(self, weights: dict[Place, float], start: int) -> None:
        self.places = sorted(weights, key=lambda p: (p.x, p.y, p.geonameid))
        total = math.fsum(weights.values())
        self.bounds = []
        cumulated = 0.0
        for place in self.places:
            cumulated += weights[place]
            self.bounds.append(round(cumulated / total * 2**32))
        self.state = start & MASK

    def draw(self) -> Place:
        self.state = (self.state + GOLDEN) & MASK
        return self.places[min(bisect_right(self.bounds, self.state >> 32), len(self.places) - 1)]


@dataclass
class Cluster:
    """One row of the model: a cluster, or a place with some output below the threshold."""

    name: str
    economies: frozenset[str]
    basis: str
    # share of the world total of each kind, per cent
    shares: dict[str, float]
    # weight of each node, and which nodes give the cluster its name
    nodes: dict[Place, float]
    principal: list[Place]
    halves: dict[str, int] = field(default_factory=dict)
    weights: dict[str, dict[Place, float]] = field(default_factory=dict)

    @property
    def is_cluster(self) -> bool:
        return "below the threshold" not in self.basis

    def mass(self, world: World) -> float:
        """Expected weight in inventor addresses, authors weighed by ``World.weights``."""
        return world.inventors * (self.shares["patents"] + self.shares["publications"]) / 100


@dataclass(frozen=True)
class World:
    """Published world totals."""

    records: dict[str, float]
    inventors: int
    authors: int

    @property
    def weights(self) -> dict[str, float]:
        """Weight of one address of each kind, in inventor addresses: every source weighs the same in sum.

        GII 2024 does so with inventors and authors; whether deals enter the density in 2025 is not known, so
        the sample makes the same clusters either way.
        """
        return {
            "patents": 1.0,
            "publications": self.inventors / self.authors,
            "deals": self.inventors / self.records["deals"],
        }


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def read_world() -> World:
    totals = {row["metric"]: int(row["total"]) for row in rows_of(REFERENCE / "world_totals.csv")}
    return World(
        {kind: totals[kind] for kind in KINDS}, totals["inventor_addresses"], totals["author_addresses"]
    )


def read_places() -> dict[int, Place]:
    return {
        int(row["geonameid"]): Place(
            int(row["geonameid"]),
            row["economy"],
            round(100 * float(row["longitude"])),
            round(100 * float(row["latitude"])),
            int(row["population"]),
        )
        for row in rows_of(PLACES)
    }


def short_name(cluster: str) -> str:
    """The published name without states: "Washington–Baltimore" of "Washington, DC–Baltimore, MD"."""
    return "–".join(part.split(",")[0].strip() for part in cluster.split("–"))


def read_model(world: World, places: dict[int, Place], edition: str = "2025") -> list[Cluster]:
    """The clusters of ``sample_model.csv``, with the published shares where the row leaves them out.

    ``edition`` says whose shares the first ten of 2025 have, of which both are published.
    """

    def counted(table: str) -> dict[tuple[str, str], dict[str, float]]:
        return {
            (short_name(row["cluster"]), row["economies"]): {
                kind: 100 * int(row[kind]) / world.records[kind] for kind in ("patents", "publications")
            }
            for row in rows_of(REFERENCE / table)
        }

    gii_2025 = {
        (short_name(row["cluster"]), row["economies"]): {kind: float(row[f"share_{kind}"]) for kind in KINDS}
        for row in rows_of(REFERENCE / "gii_2025_size.csv")
    }
    gii_2024 = counted("gii_2024_size.csv")
    africa = counted("gii_2024_africa.csv")
    clusters = []
    for row in rows_of(MODEL):
        key = (row["cluster"], row["economies"])
        shares = {kind: float(row[f"share_{kind}"] or 0) for kind in KINDS}
        if row["basis"].startswith("GII 2025"):
            shares |= gii_2025[key] if edition == "2025" else gii_2024[key]
        elif row["basis"].startswith("GII 2024 Africa"):
            shares |= africa[key]
        elif row["basis"].startswith("GII 2024"):
            shares |= gii_2024[key]
        named, also = (
            {
                places[int(geonameid)]: float(weight or 0)
                for geonameid, _, weight in (part.partition(":") for part in row[column].split(";") if part)
            }
            for column in ("principal", "also")
        )
        sizes = {place: weight or math.sqrt(max(place.population, 20_000)) for place, weight in named.items()}
        whole = math.fsum(sizes.values())
        nodes = {place: PRINCIPAL * size / whole for place, size in sizes.items()}
        nodes |= {place: weight or ALSO for place, weight in also.items()}
        economies = frozenset(row["economies"].split("/")) | {place.economy for place in nodes}
        clusters.append(Cluster(row["cluster"], economies, row["basis"], shares, nodes, list(named)))
    return clusters


def path_between(a: Place, b: Place, places: Near, allowed: frozenset[str], blocked: Near) -> list[Place]:
    """Towns on the way from a to b, in steps of at most ``STEP_KM``, few and evenly spaced."""
    best = {a: 0.0}
    came: dict[Place, Place] = {}
    queue = [(0.0, a.geonameid, a)]
    while queue:
        cost, _, here = heapq.heappop(queue)
        if here == b:
            break
        if cost > best[here]:
            continue
        for distance, there in places.within(here, STEP_KM):
            if there.economy not in allowed or there == here:
                continue
            if there != b and next(blocked.within(there, APART_KM), None) is not None:
                continue
            total = cost + distance**2 + 20
            if total < best.get(there, math.inf):
                best[there] = total
                came[there] = here
                heapq.heappush(queue, (total, there.geonameid, there))
    if b not in best:
        raise SystemExit(f"no towns join {a} and {b}: name one between them in sample_model.csv")
    way = []
    here = b
    while here in came:
        here = came[here]
        if here != a:
            way.append(here)
    return way


def joined(nodes: Sequence[Place]) -> list[tuple[Place, Place]]:
    """Edges of the minimum spanning tree of the nodes."""
    inside, outside, edges = [nodes[0]], list(nodes[1:]), []
    while outside:
        _, _, a, b = min(
            ((distance_km(a, b), (a.geonameid, b.geonameid), a, b) for a in inside for b in outside),
            key=lambda edge: edge[:2],
        )
        edges.append((a, b))
        inside.append(b)
        outside.remove(b)
    return edges


def reach_km(mass: float) -> float:
    """How far from a principal city its cluster reaches; a small one is dense enough only within one eps."""
    return 10.0 if mass < 12_000 else 12.0 if mass < 40_000 else 15.0 if mass < 100_000 else 20.0


def settle(clusters: list[Cluster], places: dict[int, Place], world: World) -> None:
    """Give every cluster the towns its inventors, authors and firms are in: sets ``weights``.

    Neighbouring clusters stay ``APART_KM`` apart: where two reach for the same ground, the towns farther from
    their own city go.
    """
    everywhere = Near(places[key] for key in sorted(places))
    axes: dict[str, list[Place]] = {}
    for cluster in clusters:
        blocked = Near(node for other in clusters if other is not cluster for node in other.nodes)
        way = []
        for a, b in joined(list(cluster.nodes)):
            if cluster.is_cluster and distance_km(a, b) > STEP_KM:
                way += path_between(a, b, everywhere, cluster.economies, blocked)
        axes[cluster.name] = sorted(set(way) - set(cluster.nodes), key=lambda p: p.geonameid)

    # claims: town -> cluster, the node it belongs to, and how far it is from there
    claims: dict[Place, tuple[float, int, Place]] = {}
    fixed: set[Place] = set()
    for number, cluster in enumerate(clusters):
        reach = reach_km(cluster.mass(world)) if cluster.is_cluster else 6.0
        for node in cluster.nodes:
            for distance, town in everywhere.within(
                node, reach if node in cluster.principal else min(reach, 9.0)
            ):
                if town.economy in cluster.economies and town not in fixed:
                    claims[town] = min(
                        claims.get(town, (math.inf, 0, town)),
                        (distance, number, node),
                        key=lambda claim: (claim[0], claim[1], claim[2].geonameid),
                    )
        for town in (*cluster.nodes, *axes[cluster.name]):
            fixed.add(town)
            claims[town] = (0.0, number, town)
    near = Near(claims)
    gone: set[Place] = set()
    for town in sorted(claims, key=lambda p: (-claims[p][0], p.geonameid)):
        if town in fixed:
            continue
        for _, other in near.within(town, APART_KM):
            if other not in gone and claims[other][1] != claims[town][1]:
                gone.add(town)
                break
    for town in fixed:
        for distance, other in near.within(town, APART_KM):
            if other in fixed and claims[other][1] != claims[town][1]:
                here, there = clusters[claims[town][1]], clusters[claims[other][1]]
                least = APART_KM if here.is_cluster and there.is_cluster else BACKGROUND_APART_KM
                if distance < least and (here.is_cluster or there.is_cluster):
                    raise SystemExit(
                        f"{here.name} and {there.name} are {distance:.1f} km apart: {town} {other}"
                    )

    members: dict[int, list[Place]] = defaultdict(list)
    for town in sorted(claims, key=lambda p: p.geonameid):
        if town not in gone:
            members[claims[town][1]].append(town)
    for number, cluster in enumerate(clusters):
        spread(
            cluster, members[number], {t: claims[t][2] for t in members[number]}, axes[cluster.name], world
        )


def spread(
    cluster: Cluster, towns: list[Place], node_of: dict[Place, Place], axis: list[Place], world: World
) -> None:
    """Weights of the towns of one cluster for each kind of record."""
    inventors: dict[Place, float] = dict.fromkeys(towns, 0.0)
    deals: dict[Place, float] = dict.fromkeys(towns, 0.0)
    total = math.fsum(cluster.nodes.values())
    by_node: dict[Place, list[Place]] = defaultdict(list)
    for town in towns:
        by_node[node_of[town]].append(town)
    for node, weight in cluster.nodes.items():
        pull = {
            town: (min(town.population, 400_000) + 3000) ** 0.5 * math.exp(-distance_km(node, town) / 7)
            for town in by_node[node]
        }
        close = {town: value for town, value in pull.items() if distance_km(node, town) <= 5}
        for town, value in pull.items():
            inventors[town] += weight / total * value / math.fsum(pull.values())
        for town, value in close.items():
            deals[town] += weight / total * value / math.fsum(close.values())
    authors = {town: (1 - AUTHORS_AT_NODES) * weight for town, weight in inventors.items()}
    for node, weight in cluster.nodes.items():
        authors[node] += AUTHORS_AT_NODES * weight / total
    own = cluster.shares["patents"] / 100 * world.inventors
    theirs = cluster.shares["publications"] / 100 * world.inventors
    for _ in range(50):
        # Weight added on the way is taken from all towns alike, so it has to be looked at again.
        lacking = {}
        for town in axis:
            mass = own * inventors[town] + theirs * authors[town]
            local = math.fsum(
                own * inventors[other] + theirs * authors[other]
                for other in towns
                if distance_km(town, other) <= EPS_KM - 0.8
            )
            if local < DENSE_ENOUGH or mass < AXIS_AT_LEAST:
                lacking[town] = max(1.2 * AXIS_AT_LEAST - mass, 0.4 * (1.2 * DENSE_ENOUGH - local))
        if not lacking:
            break
        for town, mass in lacking.items():
            inventors[town] += mass / (own + theirs)
            authors[town] += mass / (own + theirs)
        whole = math.fsum(inventors.values())
        inventors = {town: weight / whole for town, weight in inventors.items()}
        authors = {town: weight / whole for town, weight in authors.items()}
    else:
        raise SystemExit(f"{cluster.name}: too little output to hold its cities together; name fewer of them")
    cluster.weights = {
        "patents": {t: w for t, w in inventors.items() if w > 0},
        "publications": {t: w for t, w in authors.items() if w > 0},
        "deals": {t: w for t, w in deals.items() if w > 0},
    }


# Inventors and firms are around a town (offsets in hundredths of a degree), authors at the town itself.
OFFSETS: Final = ((0, 0), (1, 0), (-1, 1), (0, -1), (1, 1), (-1, 0), (0, 1), (1, -1), (0, 0), (-1, -1))


class Sites:
    """Draws sites of one cluster, or of the background of one economy, for one kind of record."""

    def __init__(self, weights: dict[Place, float], kind: str, start: int) -> None:
        self.towns = EvenDraws(weights, start)
        self.exact = kind == "publications"
        self.drawn: dict[Place, int] = defaultdict(int)

    def draw(self) -> tuple[int, int, str]:
        town = self.towns.draw()
        dx, dy = (0, 0) if self.exact else OFFSETS[self.drawn[town] % len(OFFSETS)]
        self.drawn[town] += 1
        return town.x + dx, town.y + dy, town.economy


@dataclass
class Record:
    """Addresses of one record: how many at each of its ``parts`` (cluster numbers)."""

    parts: list[tuple[int, int]]


class Shuffle:
    """Fisher-Yates with the raw integers of PCG64: numpy promises that these stay the same."""

    def __init__(self, seed: int) -> None:
        self.bits = np.random.PCG64(seed)

    def __call__(self, items: list[int]) -> None:
        raw = self.bits.random_raw(max(1, len(items)))
        for i in range(len(items) - 1, 0, -1):
            j = int(raw[i]) % (i + 1)
            items[i], items[j] = items[j], items[i]


def make_records(clusters: list[Cluster], kind: str, shuffle: Shuffle) -> list[Record]:
    """Records of all clusters, so made that the fractional counts meet ``halves`` exactly.

    Joint records come in sets whose fractions add up to whole numbers: two of a half each, or one of two
    thirds and one of one third and the mirror image.
    """
    left = [cluster.halves[kind] for cluster in clusters]
    records: list[Record] = []
    if kind != "deals":
        stubs = [
            n
            for n, cluster in enumerate(clusters)
            if cluster.is_cluster
            for _ in range(int(left[n] / 2 * TOGETHER))
        ]
        shuffle(stubs)
        for i in range(0, len(stubs) - 1, 2):
            a, b = stubs[i], stubs[i + 1]
            if a == b:
                continue
            if i % 4:
                size = 1 + (i // 4) % 2
                records += [Record([(a, size), (b, size)]), Record([(a, size), (b, size)])]
            else:
                records += [Record([(a, 2), (b, 1)]), Record([(a, 1), (b, 2)])]
            left[a] -= 2
            left[b] -= 2
        odd = [n for n, halves in enumerate(left) if halves % 2]
        shuffle(odd)
        for a, b in zip(odd[::2], odd[1::2], strict=True):
            records.append(Record([(a, 1), (b, 1)]))
            left[a] -= 1
            left[b] -= 1
    for n, halves in enumerate(left):
        sizes = ADDRESSES.get(kind, (1,))
        records += [Record([(n, sizes[i % len(sizes)])]) for i in range(halves // 2)]
    return records


def round_halves(clusters: list[Cluster], world: World, kind: str) -> None:
    """Targets in half records; whole ones for deals, which are never shared."""
    unit = 2 if kind == "deals" else 1
    for cluster in clusters:
        exact = cluster.shares[kind] / 100 * world.records[kind] / SCALE[kind] * 2
        cluster.halves[kind] = unit * round(exact / unit)
    if kind != "deals" and sum(cluster.halves[kind] for cluster in clusters) % 2:
        largest = max(clusters, key=lambda c: c.halves[kind])
        largest.halves[kind] += 1


def fill_addresses(records: list[Record], total: int) -> None:
    """Raise or lower single records by one address each, evenly spread, until the sum is ``total``."""
    single = [record for record in records if len(record.parts) == 1]
    missing = total - sum(size for record in records for _, size in record.parts)
    step = 1 if missing > 0 else -1
    while missing:
        movable = [record for record in single if record.parts[0][1] + step >= 1]
        count = min(abs(missing), len(movable))
        for i in range(count):
            record = movable[i * len(movable) // count]
            record.parts[0] = (record.parts[0][0], record.parts[0][1] + step)
        missing -= step * count


@dataclass
class Row:
    record: str
    x: int
    y: int
    addresses: int
    economy: str


def place_rows(records: list[Record], clusters: list[Cluster], kind: str) -> list[Row]:
    """Rows of the records of the clusters: each record at one to three sites of each of its clusters."""
    sites = [
        Sites(cluster.weights[kind], kind, (SEED * 1_000_003 + n * 7919) * GOLDEN)
        for n, cluster in enumerate(clusters)
    ]
    rows: list[Row] = []
    for number, record in enumerate(records):
        name = f"{LETTER[kind]}{number + 1:05d}"
        for part, size in record.parts:
            # Of records with two addresses or more, one in four is at two sites and one in twenty at three.
            count = 1
            if len(record.parts) == 1 and size >= 2:
                count = 3 if number % 20 == 7 and size >= 3 else 2 if number % 4 == 1 else 1
            at: dict[tuple[int, int, str], int] = defaultdict(int)
            for i in range(count):
                at[sites[part].draw()] += size // count + (i < size % count)
            for (x, y, economy), addresses in at.items():
                rows.append(Row(name, x, y, addresses * SCALE[kind], economy))
    return rows


def background_pull(town: Place) -> float:
    """How much of the output outside clusters a town draws, by its population."""
    return float((min(town.population, 1_000_000) + 20_000) ** 0.6)


class Background:
    """The world outside the clusters: single records in towns, never dense enough to make a cluster."""

    def __init__(self, places: dict[int, Place], clusters: list[Cluster], world: World) -> None:
        self.world = world
        self.load: dict[Place, float] = defaultdict(float)
        taken = Near(
            town
            for cluster in clusters
            if cluster.is_cluster
            for kind in KINDS
            for town in cluster.weights[kind]
        )
        small = {
            town
            for cluster in clusters
            if not cluster.is_cluster
            for kind in KINDS
            for town in cluster.weights[kind]
        }
        self.small = Near(sorted(small, key=lambda p: p.geonameid))
        self.near = Near()
        self.towns: dict[str, list[Place]] = defaultdict(list)
        for key in sorted(places):
            town = places[key]
            free = next(taken.within(town, BACKGROUND_APART_KM), None) is None
            if (
                free
                and town not in small
                and next(self.small.within(town, BACKGROUND_APART_KM), None) is None
            ):
                self.towns[town.economy].append(town)
                self.near.add(town)

    def room(self, town: Place, weight: float) -> bool:
        """Whether ``weight`` more on ``town`` keeps every neighbourhood of 15 km below the threshold.

        Offsets of the sites around a town (up to 1.6 km) are allowed for on both sides.
        """
        reach = EPS_KM + 3.2
        for _, other in self.near.within(town, reach):
            around = math.fsum(self.load.get(third, 0.0) for _, third in self.near.within(other, reach))
            if around + weight > SPARSE_ENOUGH:
                return False
        return True

    def rows(self, records: list[tuple[str, int]], shares: dict[str, float], kind: str) -> list[Row]:
        """Place (name, addresses) records: economies by their shares, towns of an economy by population."""
        weight = self.world.weights[kind]
        order = sorted(shares, key=lambda e: (-shares[e], e))
        order = [economy for economy in order if shares[economy] > 0 and self.towns[economy]]
        draws = {}
        for n, economy in enumerate(order):
            pull = {town: background_pull(town) for town in self.towns[economy]}
            draws[economy] = EvenDraws(pull, (SEED * 97 + n * 7919 + len(kind)) * GOLDEN)
        done = dict.fromkeys(order, 0.0)
        rows = []
        visits: dict[Place, int] = defaultdict(int)
        for name, size in records:
            while True:
                # the economy that is farthest behind its share
                economy = min(order, key=lambda e: ((done[e] + 0.5) / shares[e], e))
                town = next(
                    (
                        town
                        for town in (draws[economy].draw() for _ in range(400))
                        if self.room(town, size * SCALE[kind] * weight)
                    ),
                    None,
                )
                if town is not None:
                    break
                order.remove(economy)
                print(f"{kind}: {economy} is full after {done[economy]:.0f} records", file=sys.stderr)
            done[economy] += 1
            self.load[town] += size * SCALE[kind] * weight
            dx, dy = (0, 0) if kind == "publications" else OFFSETS[visits[town] % len(OFFSETS)]
            visits[town] += 1
            rows.append(Row(name, town.x + dx, town.y + dy, size * SCALE[kind], economy))
        return rows


def write_rows(path: Path, rows: list[Row]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        for row in rows:
            writer.writerow(
                [row.record, f"{row.x / 100:.2f}", f"{row.y / 100:.2f}", row.addresses, row.economy]
            )


def build(out: Path) -> None:
    """Write the sample to the folder ``out``."""
    world = read_world()
    places = read_places()
    clusters = read_model(world, places)
    settle(clusters, places, world)
    background = Background(places, clusters, world)
    shares = {kind: {row["economy"]: float(row[kind]) for row in rows_of(BACKGROUND)} for kind in KINDS}
    shuffle = Shuffle(SEED)
    out.mkdir(parents=True, exist_ok=True)
    summary: dict[str, dict[str, object]] = {}
    for kind in KINDS:
        round_halves(clusters, world, kind)
        records = make_records(clusters, kind, shuffle)
        total = round(world.records[kind] / SCALE[kind])
        sizes = ADDRESSES.get(kind, (1,))
        outside = [Record([(-1, sizes[i % len(sizes)])]) for i in range(total - len(records))]
        if kind != "deals":
            addresses = world.inventors if kind == "patents" else world.authors
            fill_addresses(records + outside, round(addresses / SCALE[kind]))
        rows = place_rows(records, clusters, kind)
        rows += background.rows(
            [(f"{LETTER[kind]}{len(records) + 1 + i:05d}", r.parts[0][1]) for i, r in enumerate(outside)],
            shares[kind],
            kind,
        )
        path = out / FILES[kind]
        write_rows(path, rows)
        summary[FILES[kind]] = {
            "metric": kind,
            "rows": len(rows),
            "records": total,
            "addresses": sum(row.addresses for row in rows),
            "one_record_stands_for": SCALE[kind],
            # In groups: in one piece it is taken for a key that should be secret.
            "sha256": " ".join(textwrap.wrap(hashlib.sha256(path.read_bytes()).hexdigest(), 8)),
        }
    description = {
        "title": "Modelled sample",
        "notice": "Modelled sample: made from published totals of clusters and positions of cities. "
        "No row is a real inventor, author or firm.",
        "files": summary,
        "columns": {
            "record": "id of the patent application, article or deal; one record may have several rows",
            "longitude": "degrees, WGS 84, rounded to 0.01",
            "latitude": "degrees, WGS 84, rounded to 0.01",
            "addresses": "how many addresses of the world the row stands for: use it as the weight",
            "economy": "ISO 3166-1 alpha-2",
        },
        "crs": "EPSG:4326",
        "world_totals": {
            "patents": round(world.records["patents"] / SCALE["patents"]),
            "publications": round(world.records["publications"] / SCALE["publications"]),
            "deals": round(world.records["deals"] / SCALE["deals"]),
            "inventor_addresses": world.inventors,
            "author_addresses": world.authors,
        },
        "parameters": {
            "eps_km": EPS_KM,
            "min_weight": MIN_WEIGHT,
            "author_weight": round(world.weights["publications"], 6),
        },
        "seed": SEED,
        "sources": [
            "WIPO, Global Innovation Index 2024, cluster ranking and Appendix IV (CC BY 4.0)",
            "WIPO, Global Innovation Index 2025, shares of the first ten clusters",
            "GeoNames, cities (CC BY 4.0)",
        ],
        "disclaimer": "The Secretariat of WIPO assumes no liability or responsibility with regard to the "
        "transformation or translation of the original content.",
    }
    (out / "sample.json").write_text(
        json.dumps(description, indent=2, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n"
    )
    for name, numbers in summary.items():
        print(
            f"{name}: {numbers['rows']} rows, {numbers['records']} records, {numbers['addresses']} addresses"
        )


def main() -> int:
    parser = argparse.ArgumentParser(description="Build the modelled sample.")
    parser.add_argument(
        "--out", type=Path, default=OUT, help="folder to write to (default: resources/sample)"
    )
    build(parser.parse_args().out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
