"""Boundaries against brute force, Qhull and SciPy's triangulation, and what goes wrong at the edge of the
map."""

from __future__ import annotations

import math
import time
from collections.abc import Iterator
from functools import partial
from itertools import count
from typing import Any

import numpy as np
import pytest
import shapely
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy.spatial import ConvexHull, Delaunay

from innovation_clusters.analysis import boundaries, packages
from innovation_clusters.analysis.boundaries import (
    Boundaries,
    Drawing,
    Kind,
    as_multipolygon,
    centres,
    cut_at_antimeridian,
    distinct_sites,
    draw,
    settle_on_globe,
    unwrap_longitudes,
)
from innovation_clusters.analysis.errors import Cancelled, InputError
from innovation_clusters.analysis.monitor import Monitor

KINDS = (
    Drawing(Kind.CONVEX, least_radius=0.01),
    Drawing(Kind.CONCAVE, ratio=0.2, least_radius=0.01),
    Drawing(Kind.CONCAVE, ratio=0.2, least_radius=0.01, holes=False),
    Drawing(Kind.ALPHA, alpha=0.8, least_radius=0.01),
    Drawing(Kind.BUFFER, radius=0.3),
)
# A lattice brings duplicates, points in a line and four points on one circle.
LATTICE = st.integers(-6, 6).map(lambda step: step / 4)
ANYWHERE = st.floats(-2.0, 2.0, allow_nan=False, width=32)
POINTS = st.lists(
    st.tuples(st.one_of(LATTICE, ANYWHERE), st.one_of(LATTICE, ANYWHERE)), min_size=1, max_size=60
)


def one(points: Any, drawing: Drawing, **options: Any) -> Any:
    """Draw the boundary of a single cluster."""
    points = np.asarray(points, dtype=np.float64)
    result = draw(points[:, 0], points[:, 1], np.zeros(len(points), dtype=int), drawing, **options)
    assert result.labels.tolist() == [0]
    return result.polygons[0]


def draw_all(points: Any, labels: Any, drawing: Drawing, **options: Any) -> Boundaries:
    points = np.asarray(points, dtype=np.float64)
    return draw(points[:, 0], points[:, 1], np.asarray(labels), drawing, **options)


def discs(points: Any, radius: float, quad_segs: int = 8) -> Any:
    """The definition, by brute force."""
    return shapely.union_all(shapely.buffer(shapely.points(points), radius, quad_segs=quad_segs))


def assert_same(shape: Any, expected: Any) -> None:
    assert shapely.area(shapely.symmetric_difference(shape, expected)) <= 1e-9 * shapely.area(expected)


@settings(max_examples=200, deadline=None)
@given(points=POINTS, drawing=st.sampled_from(KINDS))
def test_every_point_is_inside_a_valid_boundary(points: list[tuple[float, float]], drawing: Drawing) -> None:
    polygon = one(points, drawing)
    assert shapely.get_type_id(polygon) == shapely.GeometryType.MULTIPOLYGON
    assert shapely.is_valid(polygon)
    assert not shapely.is_empty(polygon)
    # Hulls are made on a grid of 2 ** -24 of the extent.
    assert shapely.distance(polygon, shapely.points(points)).max() <= 1e-6


def assert_discs(shape: Any, points: Any, radius: float, quad_segs: int) -> None:
    """The shape holds all discs of the inner radius of a disc's polygon and nothing beyond the true discs.

    Both are bounded by polygons of many edges: inscribed ones, and circumscribed ones.
    """
    fine = 16
    inner = discs(points, radius * math.cos(math.pi / (4 * quad_segs)), fine)
    outer = discs(points, radius / math.cos(math.pi / (4 * fine)), fine)
    assert shape.is_valid
    assert shapely.difference(inner, shape).area <= 1e-9 * outer.area
    assert shapely.difference(shape, outer).area <= 1e-9 * outer.area


@settings(max_examples=200, deadline=None)
@given(points=POINTS, radius=st.floats(0.05, 2.0), quad_segs=st.sampled_from([1, 2, 8]))
def test_union_of_discs_is_the_union_of_all_discs(
    points: list[tuple[float, float]], radius: float, quad_segs: int
) -> None:
    expected = discs(sorted(set(points)), radius, quad_segs)
    assert_same(one(points, Drawing(Kind.BUFFER, radius=radius, quad_segs=quad_segs)), expected)


@settings(max_examples=300, deadline=None)
@given(points=POINTS, radius=st.floats(0.05, 2.0), quad_segs=st.sampled_from([1, 2, 8]))
def test_union_of_discs_by_way_of_the_triangles(
    points: list[tuple[float, float]], radius: float, quad_segs: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(boundaries, "TILE_SITES", 1)
        shape = one(points, Drawing(Kind.BUFFER, radius=radius, quad_segs=quad_segs))
    assert_discs(shape, sorted(set(points)), radius, quad_segs)


@settings(max_examples=10, deadline=None)
@given(seed=st.integers(0, 10_000), spread=st.floats(0.02, 0.6), holes=st.integers(0, 4))
def test_discs_of_sites_amid_others_are_left_out_and_nothing_is_missed(
    seed: int, spread: float, holes: int
) -> None:
    """Dense sites, with round holes about as wide as a disc cut into them."""
    generator = np.random.default_rng(seed)
    points = generator.normal(0.0, spread, (1_500, 2))
    for _ in range(holes):
        centre, width = generator.normal(0.0, spread, 2), generator.uniform(0.5, 2.0) * 0.1
        points = points[((points - centre) ** 2).sum(axis=1) > width**2]
    assume(len(points))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(boundaries, "TILE_SITES", 1)
        shape = one(points, Drawing(Kind.BUFFER, radius=0.1))
        kept = boundaries._without_covered(points, 0.1)
    assert_discs(shape, points, 0.1, 8)
    fine, finer = discs(points, 0.1, 16), discs(kept, 0.1 / math.cos(math.pi / 64), 16)
    assert shapely.difference(fine, finer).area <= 1e-9 * fine.area


def test_union_of_many_discs_against_distances() -> None:
    generator = np.random.default_rng(4)
    points = generator.normal(0.0, 0.25, (6000, 2))
    shape = one(points, Drawing(Kind.BUFFER, radius=0.05))
    places = generator.uniform(-1.2, 1.2, (4000, 2))
    nearest = np.sqrt(((places[:, None, :] - points[None, :, :]) ** 2).sum(axis=2)).min(axis=1)
    inside = shapely.intersects_xy(shape, places)
    assert inside[nearest <= 0.05 * math.cos(math.pi / 32)].all()
    assert not inside[nearest > 0.05].any()
    assert 500 < inside.sum() < 3500
    assert_discs(shape, points, 0.05, 8)


def test_twenty_thousand_sites() -> None:
    points = np.random.default_rng(5).uniform(0.0, 2.0, (20_000, 2))
    shape = one(points, Drawing(Kind.BUFFER, radius=0.05))
    assert_discs(shape, points, 0.05, 8)


def test_convex_against_qhull() -> None:
    generator = np.random.default_rng(1)
    for _ in range(50):
        points = generator.normal(size=(generator.integers(4, 200), 2))
        shape = one(points, KINDS[0])
        hull = ConvexHull(points)
        assert shape.area == pytest.approx(hull.volume, rel=1e-12)  # in two dimensions "volume" is area
        assert shape.length == pytest.approx(hull.area, rel=1e-12)


def test_alpha_against_another_triangulation() -> None:
    generator = np.random.default_rng(2)
    for alpha in (0.1, 0.3, 1.0):
        points = generator.normal(size=(300, 2))
        corners = points[Delaunay(points).simplices]
        a, b, c = (np.linalg.norm(corners[:, i] - corners[:, i - 1], axis=1) for i in range(3))
        half = (a + b + c) / 2
        area = np.sqrt(half * (half - a) * (half - b) * (half - c))  # Heron
        kept = a * b * c / (4 * area) <= alpha
        result = draw_all(points, np.zeros(300, int), Drawing(Kind.ALPHA, alpha=alpha, least_radius=1e-6))
        lone = 300 - len(np.unique(Delaunay(points).simplices[kept]))
        assert result.lone_sites.tolist() == [lone]
        assert result.polygons[0].area == pytest.approx(area[kept].sum(), rel=1e-6)


def test_alpha_too_small_falls_back_to_the_convex_hull_and_says_so() -> None:
    points = [(0, 0), (1, 0), (0, 1), (5, 5)]
    result = draw_all(points, np.zeros(4, int), Drawing(Kind.ALPHA, alpha=0.1, least_radius=0.1))
    assert result.fallback.tolist() == [True]
    assert_same(result.polygons[0], shapely.convex_hull(shapely.multipoints(points)))


def test_alpha_gives_a_lone_site_its_disc() -> None:
    points = np.array([(0, 0), (1, 0), (0, 1), (9, 9)], float)
    result = draw_all(points, np.zeros(4, int), Drawing(Kind.ALPHA, alpha=0.8, least_radius=0.5))
    assert result.lone_sites.tolist() == [1]
    assert len(result.polygons[0].geoms) == 2
    assert result.polygons[0].area == pytest.approx(0.5 + discs([(9, 9)], 0.5).area)


def test_concave_lies_between_nothing_and_the_convex_hull() -> None:
    points = np.random.default_rng(3).normal(size=(400, 2))
    convex = one(points, KINDS[0])
    areas = [
        one(points, Drawing(Kind.CONCAVE, ratio=ratio, least_radius=0.1, holes=False)).area
        for ratio in (0.0, 0.1, 0.3, 1.0)
    ]
    assert areas == sorted(areas)
    assert areas[0] < 0.8 * convex.area
    assert areas[-1] == pytest.approx(convex.area)
    # A valley open to the north: the convex hull fills it, a concave one does not.
    x, y = np.meshgrid(np.arange(0.0, 10.0, 0.5), np.arange(0.0, 10.0, 0.5))
    land = np.column_stack([x.ravel(), y.ravel()])[((x < 2) | (x > 7) | (y < 2)).ravel()]
    valley = shapely.Point(4.5, 7.0)
    assert one(land, KINDS[0]).contains(valley)
    assert not one(land, Drawing(Kind.CONCAVE, ratio=0.2, least_radius=0.1)).contains(valley)


@pytest.mark.parametrize("drawing", KINDS)
@pytest.mark.parametrize(
    ("points", "area"),
    [
        ([(3.0, 4.0)], None),
        ([(3.0, 4.0), (3.0, 4.0)], None),
        ([(0.0, 0.0), (3.0, 0.0)], 3.0 * 0.02),
        ([(0.0, 0.0), (1.0, 1.0), (2.0, 2.0), (3.0, 3.0)], 3.0 * math.sqrt(2.0) * 0.02),
    ],
    ids=["one", "twice the same", "two", "in a line"],
)
def test_clusters_without_width(
    points: list[tuple[float, float]], area: float | None, drawing: Drawing
) -> None:
    if drawing.kind is Kind.BUFFER:
        assert_same(one(points, drawing), discs(points, 0.3))
        return
    end = discs([(0.0, 0.0)], 0.01).area
    shape = one(points, drawing)
    assert shape.area == pytest.approx(end + (area or 0.0))
    assert shapely.covers(shape, shapely.points(points)).all()


def test_a_sliver_is_widened_too() -> None:
    points = [(0.0, 0.0), (5.0, 0.001), (10.0, 0.0)]
    result = draw_all(np.array(points), np.zeros(3, int), Drawing(Kind.CONVEX, least_radius=0.5))
    assert result.widened.tolist() == [True]
    assert result.polygons[0].area == pytest.approx(10.0, rel=0.1)


def test_clusters_come_in_order_of_label_without_noise() -> None:
    x = np.array([5.0, 0.0, 99.0, 5.0, 1.0, 0.0])
    y = np.array([5.0, 0.0, 99.0, 6.0, 0.0, 1.0])
    labels = np.array([7, 2, -1, 7, 2, 2], dtype=np.int32)
    result = draw(x, y, labels, Drawing(Kind.CONVEX, least_radius=0.1))
    assert result.labels.tolist() == [2, 7]
    assert result.sites.tolist() == [3, 2]
    assert result.polygons[0].area == pytest.approx(0.5)
    assert result.polygons[1].bounds == pytest.approx((4.9, 4.9, 5.1, 6.1))


@pytest.mark.parametrize("drawing", KINDS)
def test_no_clusters_no_boundaries(drawing: Drawing) -> None:
    empty = np.zeros(0)
    assert len(draw(empty, empty, np.zeros(0, int), drawing).labels) == 0
    nowhere = np.array([np.nan])
    assert len(draw(nowhere, nowhere, np.array([-1]), drawing).polygons) == 0


@pytest.mark.parametrize("drawing", KINDS)
def test_order_and_repetition_of_points_change_nothing(drawing: Drawing) -> None:
    generator = np.random.default_rng(8)
    points = np.round(generator.normal(size=(500, 2)), 1)
    labels = generator.integers(-1, 4, 500)
    order = np.concatenate([generator.permutation(500), generator.integers(0, 500, 200)])
    first = draw_all(points, labels, drawing)
    second = draw_all(points[order], labels[order], drawing)
    assert shapely.to_wkb(first.polygons).tolist() == shapely.to_wkb(second.polygons).tolist()


def test_each_cluster_is_drawn_as_if_it_were_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    generator = np.random.default_rng(9)
    points, labels = generator.normal(size=(400, 2)), generator.integers(0, 12, 400)
    monkeypatch.setattr(boundaries, "CHUNK_SITES", 100)
    for drawing in KINDS:
        together = draw_all(points, labels, drawing)
        for label in range(12):
            assert_same(together.polygons[label], one(points[labels == label], drawing))


# Holes, parts, smoothing


def ring(radius: float, count: int = 60) -> list[tuple[float, float]]:
    return [
        (radius * math.cos(step), radius * math.sin(step))
        for step in np.linspace(0, 2 * math.pi, count, False)
    ]


def test_holes_are_kept_filled_or_filled_when_small() -> None:
    points = ring(1.0)
    open_ring = one(points, Drawing(Kind.BUFFER, radius=0.2))
    assert len(open_ring.geoms[0].interiors) == 1
    hole = shapely.Polygon(open_ring.geoms[0].interiors[0]).area
    assert one(points, Drawing(Kind.BUFFER, radius=0.2, holes=False)).area == pytest.approx(
        open_ring.area + hole
    )
    for least, expected in ((hole * 0.99, open_ring.area), (hole * 1.01, open_ring.area + hole)):
        assert one(points, Drawing(Kind.BUFFER, radius=0.2, least_hole=least)).area == pytest.approx(expected)


def test_a_filled_hole_swallows_the_island_in_it() -> None:
    points = [*ring(1.0), (0.0, 0.0)]
    assert len(one(points, Drawing(Kind.BUFFER, radius=0.2)).geoms) == 2
    filled = one(points, Drawing(Kind.BUFFER, radius=0.2, holes=False))
    assert shapely.is_valid(filled)
    assert len(filled.geoms) == 1


def test_small_parts_are_dropped_but_never_the_largest() -> None:
    points = [(0.0, 0.0), (0.05, 0.0), (5.0, 5.0)]
    both = one(points, Drawing(Kind.BUFFER, radius=0.1))
    assert len(both.geoms) == 2
    small, large = sorted(part.area for part in both.geoms)
    left = one(points, Drawing(Kind.BUFFER, radius=0.1, least_area=(small + large) / 2))
    assert left.area == pytest.approx(large)
    assert one(points, Drawing(Kind.BUFFER, radius=0.1, least_area=1e9)).area == pytest.approx(large)
    # Areas are measured as the caller wants them.
    doubled = one(
        points,
        Drawing(Kind.BUFFER, radius=0.1, least_area=small * 1.5),
        area=lambda polygons: 2.0 * shapely.area(polygons),
    )
    assert doubled.area == pytest.approx(both.area)


def test_smoothing_cuts_corners_as_chaikin_does() -> None:
    square = [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)]
    once = one(square, Drawing(Kind.CONVEX, least_radius=0.01, smoothing=1))
    # Four right triangles with legs of a quarter are gone.
    assert once.area == pytest.approx(1.0 - 4 * 0.5 * 0.25**2)
    assert shapely.get_num_coordinates(once) == 9
    # In the limit the corners are parabolas: a third of the square's area minus its corner triangles is gone.
    many = one(square, Drawing(Kind.CONVEX, least_radius=0.01, smoothing=10))
    assert many.area == pytest.approx(1.0 - 4 * (1 / 8 - 1 / 12), abs=1e-4)


def test_smoothing_keeps_holes_and_validity() -> None:
    points = np.random.default_rng(11).uniform(0, 4, (200, 2))
    for drawing in (
        Drawing(Kind.BUFFER, radius=0.25, smoothing=2),
        Drawing(Kind.ALPHA, alpha=0.3, least_radius=0.05, smoothing=3),
    ):
        shape = one(points, drawing)
        assert shapely.is_valid(shape)
        assert sum(len(part.interiors) for part in shape.geoms) > 0


# Longitude and latitude

FIJI = np.array([(177.4, -17.8), (178.4, -18.1), (179.9, -16.5), (-179.8, -16.8), (-178.9, -18.2)])


@pytest.mark.parametrize(
    "drawing",
    [
        Drawing(Kind.CONVEX, least_radius=0.01),
        Drawing(Kind.CONCAVE, ratio=0.5, least_radius=0.01),
        Drawing(Kind.ALPHA, alpha=1.5, least_radius=0.01),
        Drawing(Kind.BUFFER, radius=0.4),
    ],
)
def test_fiji_is_no_band_round_the_world(drawing: Drawing) -> None:
    shape = one(FIJI, drawing, geographic=True)
    turned = FIJI - (100.0, 0.0)
    turned[turned[:, 0] < -180.0, 0] += 360.0
    assert shape.area == pytest.approx(one(turned, drawing, geographic=True).area)
    assert shape.area < 5.0
    west, _, east, _ = shape.bounds
    assert (west, east) == (-180.0, 180.0)
    assert not shape.intersects(shapely.box(-170.0, -90.0, 170.0, 90.0))
    assert shapely.is_valid(shape)
    assert shapely.covers(shapely.buffer(shape, 1e-9), shapely.points(FIJI)).all()
    # Without the word the same numbers are a plane.
    assert one(FIJI, drawing).area > (50.0 if drawing.kind is Kind.CONVEX else 0.0)


@pytest.mark.parametrize("longitude", [180.0, -180.0, 179.99, -179.97])
def test_a_disc_on_the_antimeridian_is_cut_there(longitude: float) -> None:
    shape = one([(longitude, 10.0)], Drawing(Kind.BUFFER), geographic=True)
    assert shape.area == pytest.approx(discs([(0.0, 0.0)], 0.05).area)
    assert len(shape.geoms) == 2
    assert (shape.bounds[0], shape.bounds[2]) == (-180.0, 180.0)


def test_nothing_reaches_beyond_a_pole() -> None:
    for latitude in (90.0, 89.99, -89.98):
        shape = one([(20.0, latitude)], Drawing(Kind.BUFFER), geographic=True)
        assert shape.bounds[3] <= 90.0
        assert shape.bounds[1] >= -90.0
        assert 0.4 * discs([(0.0, 0.0)], 0.05).area < shape.area < discs([(0.0, 0.0)], 0.05).area


@pytest.mark.parametrize("noise", [1e-38, 1e-16, 1e-14, 1e-12, 1e-10, 1e-8, 1e-6])
def test_rounding_noise_in_coordinates(noise: float) -> None:
    """Handed to GEOS as they are, such points end in errors, hulls without some of them, or a crash."""
    generator = np.random.default_rng(14)
    for _ in range(150):
        points = generator.integers(-6, 7, (generator.integers(3, 40), 2)) / 4.0
        points += np.where(
            generator.random(points.shape) < 0.3, noise * generator.integers(-3, 4, points.shape), 0.0
        )
        for drawing in KINDS[1:4]:
            result = draw_all(points, np.zeros(len(points), int), drawing)
            if drawing.kind is Kind.CONCAVE:
                assert not result.fallback[0]
            assert shapely.is_valid(result.polygons[0])
            assert shapely.distance(result.polygons[0], shapely.points(points)).max() <= 1e-6


def test_a_hull_has_its_vertices_exactly_on_sites() -> None:
    points = np.random.default_rng(15).normal(127.0, 0.3, (300, 2))
    for drawing in (KINDS[0], KINDS[1], Drawing(Kind.ALPHA, alpha=0.1, least_radius=1e-9)):
        vertices = shapely.get_coordinates(one(points, drawing))
        on_site = (vertices[:, None, :] == points[None, :, :]).all(axis=2).any(axis=1)
        assert on_site.sum() > 5
        if drawing.kind is not Kind.ALPHA:
            assert on_site.all()


def test_concave_hull_that_cannot_be_made_falls_back(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*arguments: Any, **options: Any) -> None:
        raise shapely.GEOSException("side location conflict")

    monkeypatch.setattr(shapely, "concave_hull", fail)
    result = draw_all([(0, 0), (1, 0), (0, 1)], [0, 0, 0], KINDS[1])
    assert result.fallback.tolist() == [True]
    assert result.polygons[0].area == pytest.approx(0.5)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.floats(-180.0, 180.0), min_size=1, max_size=30))
def test_unwrapped_longitudes_are_the_same_places_without_the_widest_gap(longitudes: list[float]) -> None:
    given_ = np.array(longitudes)
    unwrapped = unwrap_longitudes(given_)
    turns = (unwrapped - given_) / 360.0
    assert np.isin(turns, (0.0, 1.0)).all()
    # The span is the circle without its widest gap, found here by trying every place to cut.
    spans = [np.ptp(np.where(given_ < cut, given_ + 360.0, given_)) for cut in given_]
    assert np.ptp(unwrapped) == pytest.approx(min(spans), abs=1e-9)


def test_cutting_keeps_area_and_leaves_what_fits() -> None:
    inside = shapely.box(10.0, 10.0, 20.0, 20.0)
    assert cut_at_antimeridian(inside) is inside
    for west in (-200.0, 175.0, 350.0, -541.0):
        shape = cut_at_antimeridian(shapely.box(west, -5.0, west + 15.0, 5.0))
        assert shape.area == pytest.approx(150.0 if west > -541.0 else 140.0)
        assert shapely.is_valid(shape)


def polar_ring(latitude: float, start: float = 0.0) -> list[tuple[float, float]]:
    return [((start + step + 180.0) % 360.0 - 180.0, latitude) for step in range(0, 361, 5)]


@pytest.mark.parametrize("start", [0.0, 180.0, -77.3])
@pytest.mark.parametrize("side", [1.0, -1.0])
def test_a_ring_round_a_pole_holds_the_pole(start: float, side: float) -> None:
    shape = settle_on_globe(np.array([shapely.Polygon(polar_ring(80.0 * side, start))], dtype=object))[0]
    south, north = sorted((80.0 * side, 90.0 * side))
    assert_same(shape, shapely.box(-180.0, south, 180.0, north))


def test_a_band_round_a_pole_has_a_pole_for_a_hole() -> None:
    band = shapely.Polygon(polar_ring(70.0), [polar_ring(80.0, 33.0)])
    assert_same(settle_on_globe(np.array([band], dtype=object))[0], shapely.box(-180.0, 70.0, 180.0, 80.0))


def test_a_ring_over_the_antimeridian_is_cut_with_its_hole() -> None:
    shell = [(178.0, 0.0), (-178.0, 0.0), (-178.0, 4.0), (178.0, 4.0)]
    hole = [(179.0, 1.0), (-179.0, 1.0), (-179.0, 3.0), (179.0, 3.0)]
    there = shapely.Polygon([(10, 10), (11, 10), (10, 11)])
    both = np.array([shapely.MultiPolygon([shapely.Polygon(shell, [hole]), there]), there], dtype=object)
    settled = settle_on_globe(both)
    assert settled[0].area == pytest.approx(16.0 - 4.0 + 0.5)
    assert_same(settled[1], there)


def test_centres_on_the_globe() -> None:
    longitude = np.array([179.0, -179.0, 0.0, 90.0, 180.0, -90.0, 10.0, 20.0])
    latitude = np.array([0.0, 0.0, 89.0, 89.0, 89.0, 89.0, 0.0, 0.0])
    labels = np.array([0, 0, 1, 1, 1, 1, 2, 2])
    east, north, reach = centres(longitude, latitude, labels, 3, np.array([1, 1, 1, 1, 1, 1, 3.0, 1.0]))
    assert abs(east[0]) == pytest.approx(180.0)
    assert north[1] == pytest.approx(90.0)
    assert reach[:2] == pytest.approx([1.0, 1.0])
    # Between 10 and 20 degrees, three times nearer to 10 in the sines of the angles.
    assert math.sin(math.radians(east[2] - 10.0)) * 3 == pytest.approx(math.sin(math.radians(20.0 - east[2])))
    # No weight at all: the plain middle; all sides of the globe: somewhere.
    assert centres(longitude[6:], latitude[6:], labels[6:] - 2, 1, np.zeros(2))[0] == pytest.approx(15.0)
    assert np.isfinite(centres(np.array([0.0, 180.0]), np.zeros(2), np.zeros(2, int), 1)).all()


def test_distinct_sites_by_cluster() -> None:
    sites, owners = distinct_sites(
        np.array([1.0, 1.0, 1.0, 0.0]), np.array([2.0, 2.0, 2.0, 5.0]), np.array([1, 0, 1, 1])
    )
    assert sites.tolist() == [[1.0, 2.0], [0.0, 5.0], [1.0, 2.0]]
    assert owners.tolist() == [0, 1, 1]


# Ending early, and what cannot be drawn


def test_progress_moves_forward_to_the_end() -> None:
    generator = np.random.default_rng(12)
    points = np.vstack([generator.normal(0, 0.5, (5000, 2)), generator.normal(9, 1.0, (300, 2))])
    labels = np.repeat([0, 1, 2], [5000, 150, 150])
    for drawing in KINDS:
        seen: list[float] = []
        draw_all(points, labels, drawing, monitor=Monitor(seen.append))
        assert seen == sorted(seen)
        assert seen[-1] == 1.0


def reached(calls: Iterator[int], stage: int) -> bool:
    return next(calls) == stage


@pytest.mark.parametrize("drawing", KINDS)
def test_cancel_is_heard_at_every_stage(drawing: Drawing) -> None:
    points = np.random.default_rng(13).normal(0, 0.5, (5000, 2))
    labels = np.arange(5000) % 3
    # Before the drawing, before each of three is finished, and at the end; more where the drawing takes long.
    for stage in range(5):
        monitor = Monitor(None, partial(reached, count(), stage))
        with pytest.raises(Cancelled):
            draw_all(points, labels, drawing, monitor=monitor)


def test_cancel_is_heard_while_discs_are_united() -> None:
    points = np.random.default_rng(14).uniform(0.0, 100.0, (60_000, 2))
    labels = np.zeros(len(points), dtype=np.int64)
    started = time.monotonic()
    monitor = Monitor(None, lambda: time.monotonic() - started > 0.2)
    with pytest.raises(Cancelled):
        draw_all(points, labels, Drawing(Kind.BUFFER, radius=0.3), monitor=monitor)


@pytest.mark.parametrize(
    ("drawing", "parameter"),
    [
        (Drawing(Kind.CONCAVE, ratio=1.5, least_radius=1.0), "ratio"),
        (Drawing(Kind.CONCAVE, ratio=math.nan, least_radius=1.0), "ratio"),
        (Drawing(Kind.ALPHA, alpha=0.0, least_radius=1.0), "alpha"),
        (Drawing(Kind.BUFFER, radius=-1.0), "radius"),
        (Drawing(Kind.BUFFER, radius=math.inf), "radius"),
        (Drawing(Kind.CONVEX), "least_radius"),
        (Drawing(Kind.BUFFER, quad_segs=0), "quad_segs"),
        (Drawing(Kind.BUFFER, smoothing=-1), "smoothing"),
    ],
)
def test_what_cannot_be_drawn_is_named(drawing: Drawing, parameter: str) -> None:
    with pytest.raises(InputError) as error:
        one([(0.0, 0.0)], drawing)
    assert error.value.parameter == parameter


def test_a_clustered_point_without_coordinate_is_refused() -> None:
    with pytest.raises(InputError, match="no coordinate"):
        draw(np.array([0.0, np.nan]), np.zeros(2), np.array([0, 0]), KINDS[0])


def test_without_shapely_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    missing = packages.Package("shapely", None, "", "ImportError: none here")
    monkeypatch.setattr(packages, "find", lambda name: missing)
    with pytest.raises(InputError, match=r"shapely is needed for cluster boundaries.*none here"):
        one([(0.0, 0.0)], KINDS[0])


def test_only_area_is_left_of_a_mended_shape() -> None:
    collection = shapely.GeometryCollection(
        [shapely.Point(0, 0), shapely.box(0, 0, 1, 1), shapely.MultiPolygon()]
    )
    assert_same(as_multipolygon(collection), shapely.box(0, 0, 1, 1))
    assert shapely.is_empty(as_multipolygon(shapely.LineString([(0, 0), (1, 1)])))
