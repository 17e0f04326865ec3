"""Zones, clusters and points laid over each other: by hand, by brute force, and what is conserved."""

from __future__ import annotations

import numpy as np
import pytest
import shapely

from innovation_clusters.analysis.errors import Cancelled
from innovation_clusters.analysis.monitor import Monitor
from innovation_clusters.analysis.zones.membership import PointGrid, find_members
from innovation_clusters.analysis.zones.overlay import Activity, overlay

ONE = np.array([1.0, 1.0, 0.0, 0.0])


def objects(*polygons: object) -> np.ndarray:
    return np.array([*polygons, None], dtype=object)[:-1]


def activity_of(points: int) -> Activity:
    return Activity(np.tile(ONE, (points, 1)), np.array([True, True, False, False]))


def test_rows_are_summed_by_place_and_metric() -> None:
    found = Activity.of_rows(
        np.array([0, 0, 1, -1]),
        2,
        np.array([0, 1, 0, 2]),
        np.array([2.0, 1.0, 3.0, 5.0]),
        np.array([0.5, 0.25, 1.0, 1.0]),
    )
    assert found.values.tolist() == [[3.0, 0.5, 0.25, 0.0], [3.0, 1.0, 0.0, 0.0]]
    # There are deals, though at no place.
    assert found.given.tolist() == [True, True, True, True]
    assert found.total().tolist() == [6.0, 1.5, 0.25, 0.0]


def test_by_hand() -> None:
    """Points at 1, 2, 3 … on a line; zones of type 0: 1-4 and 3-6, of type 1: 5-8."""
    x = np.arange(1.0, 11.0)
    grid = PointGrid(x, np.zeros(10))
    strip = [shapely.box(low, -1.0, high, 1.0) for low, high in ((0.5, 4.5), (2.5, 6.5), (4.5, 8.5))]
    clusters = find_members(
        grid, objects(shapely.box(3.5, -1, 5.5, 1), shapely.box(8.2, -1, 9.5, 1)), Monitor()
    )
    found = overlay(
        grid,
        activity_of(10),
        objects(*strip, None),
        np.array([0, 0, 1, 1]),
        2,
        surroundings=objects(*(shapely.buffer(shape, 1.0, join_style="mitre") for shape in strip), None),
        clusters=clusters,
        province=np.array([0] * 5 + [1] * 4 + [-1]),
        zone_province=np.array([0, 0, 1, -1]),
    )
    assert found.inside[:, 0].tolist() == [4.0, 4.0, 4.0, 0.0]
    assert found.apportioned[:, 0].tolist() == [3.0, 3.0, 4.0, 0.0]
    assert found.in_type[:, 0].tolist() == [6.0, 4.0]
    assert found.in_any_zone.tolist() == [8.0, 8.0, 0.0, 0.0]
    assert found.covered.tolist() == [True] * 8 + [False] * 2
    assert found.around[:, 0].tolist() == [1.0, 2.0, 2.0, 0.0]
    assert found.in_province[:, 0].tolist() == [4.0, 3.0, 3.0, 0.0]
    assert found.in_clusters[:, 0].tolist() == [1.0, 2.0, 1.0, 0.0]
    assert found.in_cluster[:, 0].tolist() == [2.0, 1.0]
    assert found.cluster_in_zones[:, 0].tolist() == [2.0, 0.0]
    pairs = found.pairs
    assert pairs.zone.tolist() == [0, 1, 2]
    assert pairs.cluster.tolist() == [0, 0, 0]
    assert pairs.inside[:, 0].tolist() == [1.0, 2.0, 1.0]


@pytest.mark.parametrize("seed", range(5))
def test_against_brute_force_and_what_is_conserved(seed: int) -> None:
    rng = np.random.default_rng(seed)
    n, z, k, types = 3_000, 40, 8, 4
    x, y = rng.uniform(0.0, 100.0, (2, n))
    values = rng.integers(0, 5, (n, 4)).astype(float)
    activity = Activity(values, np.ones(4, dtype=bool))
    zones = objects(
        *(
            shapely.buffer(shapely.Point(at), size)
            for at, size in zip(rng.uniform(0, 100, (z, 2)).tolist(), rng.uniform(1, 25, z), strict=True)
        )
    )
    shapes = objects(
        *(shapely.buffer(shapely.Point(at), 15.0) for at in rng.uniform(0, 100, (k, 2)).tolist())
    )
    kind = rng.integers(0, types, z)
    grid = PointGrid(x, y)
    province = rng.integers(-1, 3, n)
    zone_province = rng.integers(-1, 3, z)
    found = overlay(
        grid,
        activity,
        zones,
        kind,
        types,
        surroundings=shapely.buffer(zones, 3.0),
        clusters=find_members(grid, shapes, Monitor()),
        province=province,
        zone_province=zone_province,
    )
    inside = np.array([shapely.intersects_xy(zone, x, y) for zone in zones])
    near = np.array([shapely.intersects_xy(zone, x, y) for zone in shapely.buffer(zones, 3.0)])
    in_cluster = np.array([shapely.intersects_xy(shape, x, y) for shape in shapes])
    for zone in range(z):
        assert found.inside[zone] == pytest.approx(values[inside[zone]].sum(axis=0))
        assert found.around[zone] == pytest.approx(values[near[zone] & ~inside[zone]].sum(axis=0))
        assert found.in_clusters[zone] == pytest.approx(
            values[inside[zone] & in_cluster.any(axis=0)].sum(axis=0)
        )
        if zone_province[zone] >= 0:
            own = inside[zone] & (province == zone_province[zone])
            assert found.in_province[zone] == pytest.approx(values[own].sum(axis=0))
    expected = {
        (zone, cluster): values[inside[zone] & in_cluster[cluster]].sum(axis=0)
        for zone in range(z)
        for cluster in range(k)
        if (inside[zone] & in_cluster[cluster]).any()
    }
    pairs = found.pairs
    assert list(zip(pairs.zone.tolist(), pairs.cluster.tolist(), strict=True)) == sorted(expected)
    for zone, cluster, sums in zip(pairs.zone, pairs.cluster, pairs.inside, strict=True):
        assert sums == pytest.approx(expected[(zone, cluster)])
    # The parts of the zones of a type add up to its union, and no type has more than all zones together.
    for number in range(types):
        union = inside[kind == number].any(axis=0)
        assert found.in_type[number] == pytest.approx(values[union].sum(axis=0))
        assert found.apportioned[kind == number].sum(axis=0) == pytest.approx(found.in_type[number])
    assert found.in_any_zone == pytest.approx(values[inside.any(axis=0)].sum(axis=0))
    assert (found.in_any_zone + values[~found.covered].sum(axis=0)).tolist() == activity.total().tolist()


def test_nothing_at_all() -> None:
    grid = PointGrid(np.empty(0), np.empty(0))
    found = overlay(grid, activity_of(0), objects(shapely.box(0, 0, 1, 1)), np.array([0]), 1)
    assert found.inside.tolist() == [[0.0] * 4]
    assert found.pairs.zone.size == 0


def test_cancel_is_heard() -> None:
    grid = PointGrid(np.zeros(3), np.zeros(3))
    zones = objects(shapely.box(0, 0, 1, 1))
    with pytest.raises(Cancelled):
        overlay(grid, activity_of(3), zones, np.array([0]), 1, monitor=Monitor(cancelled=lambda: True))
