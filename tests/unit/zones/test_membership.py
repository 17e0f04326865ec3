"""Points in polygons: against shapely one by one, on borders, with polygons that are hard."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from innovation_clusters.analysis.errors import Cancelled
from innovation_clusters.analysis.monitor import Monitor
from innovation_clusters.analysis.zones.membership import (
    Border,
    Members,
    PointGrid,
    find_members,
    nearest_within,
    ranges,
)

SQUARE = shapely.box(0.0, 0.0, 10.0, 10.0)
WITH_HOLE = shapely.difference(shapely.box(0, 0, 10, 10), shapely.box(4, 4, 6, 6))
TWO_PARTS = shapely.union(shapely.box(0, 0, 2, 2), shapely.box(8, 8, 10, 10))
SLIVER = shapely.Polygon([(0, 0), (10, 1e-9), (10, 0)])


def objects(*polygons: object) -> np.ndarray:
    return np.array([*polygons, None], dtype=object)[:-1]


def test_border_is_decided_by_the_rule() -> None:
    #      inside, edge, corner, hole's edge, in the hole, outside
    x = np.array([1.0, 0.0, 10.0, 4.0, 5.0, 11.0])
    y = np.array([1.0, 5.0, 10.0, 5.0, 5.0, 5.0])
    assert PointGrid(x, y).rows_in(WITH_HOLE).tolist() == [0, 1, 2, 3]
    assert PointGrid(x, y, Border.OUTSIDE).rows_in(WITH_HOLE).tolist() == [0]


def test_a_point_on_a_shared_border_is_in_both_or_in_neither() -> None:
    x, y = np.array([5.0]), np.array([3.0])
    halves = objects(shapely.box(0, 0, 5, 10), shapely.box(5, 0, 10, 10))
    assert np.diff(find_members(PointGrid(x, y), halves, Monitor()).start).tolist() == [1, 1]
    outside = PointGrid(x, y, Border.OUTSIDE)
    assert np.diff(find_members(outside, halves, Monitor()).start).tolist() == [0, 0]


def test_nothing_is_in_nothing() -> None:
    grid = PointGrid(np.array([1.0]), np.array([1.0]))
    assert grid.rows_in(None).size == 0
    assert grid.rows_in(shapely.Polygon()).size == 0
    nobody = PointGrid(np.empty(0), np.empty(0))
    assert nobody.rows_in(SQUARE).size == 0
    nowhere = PointGrid(np.array([np.nan, 1.0, np.inf]), np.array([1.0, 1.0, 1.0]))
    assert nowhere.rows_in(SQUARE).tolist() == [1]


def test_points_of_one_place_or_on_one_line() -> None:
    same = PointGrid(np.full(100, 3.0), np.full(100, 3.0))
    assert same.rows_in(SQUARE).size == 100
    line = PointGrid(np.linspace(-5.0, 15.0, 101), np.full(101, 3.0))
    assert line.rows_in(SQUARE).size == 51


coordinates = st.one_of(
    st.integers(-2, 12).map(float), st.floats(-2.0, 12.0, allow_nan=False, allow_subnormal=False)
)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.tuples(coordinates, coordinates), min_size=1, max_size=200),
    st.lists(st.tuples(coordinates, coordinates), min_size=3, max_size=8),
    st.sampled_from(list(Border)),
    st.booleans(),
)
def test_any_points_in_any_polygon_as_shapely_has_it(
    points: list[tuple[float, float]], corners: list[tuple[float, float]], border: Border, compiled: bool
) -> None:
    polygon = shapely.make_valid(shapely.Polygon(corners))
    x, y = np.array(points).T
    grid = PointGrid(x, y, border, compiled=compiled)
    for shape in (polygon, WITH_HOLE, TWO_PARTS, SLIVER):
        test = shapely.intersects if border is Border.INSIDE else shapely.contains
        expected = [row for row, at in enumerate(points) if test(shape, shapely.Point(at))]
        assert grid.rows_in(shape).tolist() == expected


@settings(max_examples=100, deadline=None)
@given(
    st.integers(0, 2**32 - 1),
    st.sampled_from([1.0, 1e-7, 1e7]),
    st.sampled_from([(0.0, 0.0), (1e6, 2e6), (-3e5, 0.1)]),
    st.sampled_from(list(Border)),
)
def test_points_a_rounding_from_the_border_are_where_geos_has_them(
    seed: int, size: float, origin: tuple[float, float], border: Border
) -> None:
    """Points computed to lie on edges, and their neighbours one unit in the last place away."""
    generator = np.random.default_rng(seed)
    turn = np.sort(generator.uniform(0.0, 2.0 * np.pi, 12))
    ragged = size * generator.uniform(0.2, 1.0, 12)
    corners = np.column_stack([ragged * np.cos(turn), ragged * np.sin(turn)]) + origin
    polygon = shapely.Polygon(corners)
    edge, along = generator.integers(0, 12, 60), generator.uniform(0.0, 1.0, (60, 1))
    along[:12] = np.round(along[:12])
    on = corners[edge] * (1.0 - along) + corners[(edge + 1) % 12] * along
    beside = np.nextafter(on, on + generator.choice([-1.0, 1.0], on.shape))
    level = np.column_stack([generator.uniform(-size, size, 60) + origin[0], corners[edge, 1]])
    x, y = np.vstack([on, beside, level, corners]).T
    for shape in (shapely.make_valid(polygon), shapely.box(*polygon.bounds)):
        test = shapely.intersects_xy if border is Border.INSIDE else shapely.contains_xy
        found = PointGrid(x, y, border, compiled=True).rows_in(shape)
        assert found.tolist() == np.flatnonzero(test(shape, x, y)).tolist()


def test_geos_is_asked_about_few_points(monkeypatch: pytest.MonkeyPatch) -> None:
    generator = np.random.default_rng(3)
    grid = PointGrid(*generator.uniform(0.0, 10.0, (2, 10_000)), compiled=True)
    asked: list[int] = []
    monkeypatch.setattr(PointGrid, "_asked", lambda self, polygon, places: asked.append(places.size))
    assert grid.rows_in(shapely.Point(5.0, 5.0).buffer(3.0)).size > 2_000
    assert asked == []


def test_many_points_over_many_cells() -> None:
    generator = np.random.default_rng(7)
    x, y = generator.normal(0.0, 1.0, (2, 20_000)) ** 3
    for grid in (PointGrid(x, y, compiled=True), PointGrid(x, y, compiled=False)):
        for _ in range(20):
            at = generator.normal(0.0, 2.0, 2)
            circle = shapely.buffer(shapely.Point(at), float(generator.uniform(0.01, 5.0)))
            assert np.array_equal(grid.rows_in(circle), np.flatnonzero(shapely.intersects_xy(circle, x, y)))


def test_members_turn_and_name_the_first() -> None:
    x, y = np.array([1.0, 4.5, 20.0, 9.0]), np.array([1.0, 4.5, 20.0, 9.0])
    polygons = objects(None, shapely.box(0, 0, 5, 5), SQUARE)
    members = find_members(PointGrid(x, y), polygons, Monitor())
    assert [members.of(number).tolist() for number in range(3)] == [[], [0, 1], [0, 1, 3]]
    turned = members.turned()
    assert [turned.of(row).tolist() for row in range(4)] == [[1, 2], [1, 2], [], [2]]
    assert members.first().tolist() == [1, 1, -1, 2]
    nothing = find_members(PointGrid(x, y), objects(), Monitor())
    assert isinstance(nothing, Members)
    assert nothing.first().tolist() == [-1] * 4


def test_nearest_polygon_within_reach() -> None:
    polygons = objects(SQUARE, None, shapely.box(20, 0, 30, 10))
    x, y = np.array([12.0, 15.0, 18.0, 40.0, np.nan]), np.full(5, 5.0)
    assert nearest_within(polygons, x, y, 6.0).tolist() == [0, 0, 2, -1, -1]
    assert nearest_within(objects(None), x, y, 6.0).tolist() == [-1] * 5


def test_ranges() -> None:
    assert ranges(np.array([3, 5, 9]), np.array([5, 5, 11])).tolist() == [3, 4, 9, 10]
    assert ranges(np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64)).size == 0


def test_cancel_is_heard() -> None:
    grid = PointGrid(np.zeros(10), np.zeros(10))
    with pytest.raises(Cancelled):
        find_members(grid, objects(SQUARE), Monitor(cancelled=lambda: True))
