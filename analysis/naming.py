"""Names of clusters: their principal places, joined by a dash, in English and Korean.

WIPO writes down no rule. Here: the most populous place within INSIDE of a site of the cluster, and up to two
more that are at least APART away from those before, have at least POPULATION_PART of the first one's people
and hold, within NEARBY, at least ACTIVITY_PART of the cluster's output; in the order of that output.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from .geodesy import earth_centred
from .monitor import Monitor

INSIDE = 10_000.0
NEARBY = 15_000.0
APART = 20_000.0
POPULATION_PART = 1.0 / 3.0
ACTIVITY_PART = 0.15
MOST_PLACES = 3

# A cluster without a place of the gazetteer in it is named after the nearest one, within this distance.
FARTHEST = 100_000.0


@dataclass(frozen=True)
class Gazetteer:
    """Places: `name`, `name_ko` str[n] objects (the latter empty where there is none), degrees, people."""

    name: NDArray[np.object_]
    name_ko: NDArray[np.object_]
    longitude: NDArray[np.float64]
    latitude: NDArray[np.float64]
    population: NDArray[np.float64]


def read_gazetteer(path: Path) -> Gazetteer:
    """Read a UTF-8 table with the columns name, name_ko, longitude, latitude, population."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    return Gazetteer(
        np.array([row["name"] for row in rows], dtype=object),
        np.array([row["name_ko"] for row in rows], dtype=object),
        *(
            np.array([float(row[column]) for row in rows])
            for column in ("longitude", "latitude", "population")
        ),
    )


def cluster_names(
    longitude: NDArray[np.float64],
    latitude: NDArray[np.float64],
    labels: NDArray[np.int64],
    output: NDArray[np.float64],
    gazetteer: Gazetteer,
    monitor: Monitor | None = None,
) -> list[tuple[str, str]]:
    """Return (English, Korean) for every cluster, from sites in degrees, labels and output, each of length n.

    A cluster far from any place is named by its coordinates, in both languages.
    """
    places = earth_centred(np.radians(gazetteer.longitude), np.radians(gazetteer.latitude)).T
    sites = earth_centred(np.radians(longitude), np.radians(latitude)).T
    order = np.argsort(labels, kind="stable")
    order = order[labels[order] >= 0]
    if order.size == 0:
        return []
    names = []
    clusters = np.split(order, np.flatnonzero(np.diff(labels[order])) + 1)
    monitor = monitor or Monitor()
    for number, members in enumerate(clusters):
        monitor.progress(number / len(clusters))
        chosen = _principal_places(sites[members], output[members], places, gazetteer.population)
        if chosen:
            korean = [gazetteer.name_ko[place] or gazetteer.name[place] for place in chosen]
            names.append(("–".join(gazetteer.name[place] for place in chosen), "–".join(korean)))
        else:
            at = members[int(output[members].argmax())]
            coordinates = f"{latitude[at]:.2f}, {longitude[at]:.2f}"
            names.append((coordinates, coordinates))
    return names


def _principal_places(
    sites: NDArray[np.float64],
    output: NDArray[np.float64],
    places: NDArray[np.float64],
    population: NDArray[np.float64],
) -> list[int]:
    """Return the places to name, from positions of the sites, float64[s, 3], and of all places, [p, 3]."""
    low, high = sites.min(axis=0), sites.max(axis=0)
    box = np.linalg.norm(np.maximum(np.maximum(low - places, places - high), 0.0), axis=1)
    around = np.flatnonzero(box <= FARTHEST)
    if around.size == 0:
        return []
    nearest = np.empty(around.size)
    activity = np.empty(around.size)
    for index, place in enumerate(around):
        distance = np.linalg.norm(sites - places[place], axis=1)
        nearest[index] = distance.min()
        activity[index] = output[distance <= NEARBY].sum()
    inside = np.flatnonzero(nearest <= INSIDE)
    if inside.size == 0:
        closest = int(nearest.argmin())
        return [int(around[closest])] if nearest[closest] <= FARTHEST else []
    candidates = inside[np.lexsort((around[inside], -population[around[inside]]))]
    chosen = [candidates[0]]
    for candidate in candidates[1:]:
        place = around[candidate]
        if (
            len(chosen) < MOST_PLACES
            and population[place] >= POPULATION_PART * population[around[chosen[0]]]
            and activity[candidate] >= ACTIVITY_PART * output.sum()
            and all(np.linalg.norm(places[place] - places[around[other]]) >= APART for other in chosen)
        ):
            chosen.append(candidate)
    return [int(around[index]) for index in sorted(chosen, key=lambda index: -activity[index])]
