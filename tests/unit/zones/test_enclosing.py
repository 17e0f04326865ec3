"""The smallest circle is that of brute force in the plane, and no centre beats it on the ellipsoid."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from innovation_clusters.analysis.zones.enclosing import (
    distances_from,
    enclosing_circle,
    farthest_pair,
    plane_around,
    to_plane,
)

pytest.importorskip("shapely")

Points = NDArray[np.float64]


def brute_radius(places: Points) -> float:
    """The best of all circles through two or three places."""
    centres = [(one + other) / 2 for one, other in itertools.combinations(places, 2)]
    for first, second, third in itertools.combinations(places, 3):
        u, v = second - first, third - first
        cross = 2.0 * (u[0] * v[1] - u[1] * v[0])
        if abs(cross) > 1e-9:
            centre = np.array([v[1] * (u @ u) - u[1] * (v @ v), u[0] * (v @ v) - v[0] * (u @ u)]) / cross
            centres.append(first + centre)
    return min((float(np.hypot(*(places - centre).T).max()) for centre in centres), default=0.0)


coordinate = st.integers(-20_000, 20_000)
grid = st.integers(-3, 3).map(lambda step: step * 5_000)
plane_places = st.one_of(
    st.lists(st.tuples(coordinate, coordinate), min_size=1, max_size=7),
    st.lists(st.tuples(grid, grid), min_size=1, max_size=7),
    st.lists(coordinate, min_size=1, max_size=7).map(lambda along: [(x, 2 * x) for x in along]),
)


@settings(max_examples=400, deadline=None)
@given(plane_places, st.sampled_from([0.0, 1_000_000.0]))
def test_a_circle_in_the_plane_is_the_smallest(places: list[tuple[int, int]], moved: float) -> None:
    at = np.array(places, dtype=np.float64) + moved
    circle = enclosing_circle(at[:, 0], at[:, 1], "planar")
    assert circle.radius == pytest.approx(brute_radius(at), abs=1e-6)
    assert np.hypot(at[:, 0] - circle.x, at[:, 1] - circle.y).max() == pytest.approx(circle.radius, abs=1e-6)


degrees = st.tuples(st.floats(126.0, 129.5), st.floats(33.1, 38.5))


@settings(max_examples=60, deadline=None)
@given(st.lists(degrees, min_size=1, max_size=8), st.integers(0, 2**32 - 1))
def test_no_centre_nearby_is_better_on_the_ellipsoid(places: list[tuple[float, float]], seed: int) -> None:
    lon, lat = np.array(places).T
    circle = enclosing_circle(lon, lat, "ellipsoid")

    def radius_at(x: float, y: float) -> float:
        return float(distances_from(x, y, lon, lat, "ellipsoid").max())

    assert circle.radius == radius_at(circle.x, circle.y)
    generator = np.random.default_rng(seed)
    for size in (1e-7, 1e-5, 1e-3, 1e-1):
        for x, y in generator.normal(0.0, size, (15, 2)):
            # The distance is convex here, so no better place nearby means none anywhere.
            assert radius_at(circle.x + x, circle.y + y) >= circle.radius - 2e-6


def test_two_places_give_the_middle_of_their_geodesic() -> None:
    lon, lat = np.array([129.0, 129.1]), np.array([35.0, 35.2])
    circle = enclosing_circle(lon, lat, "ellipsoid")
    apart = distances_from(129.0, 35.0, lon[1:], lat[1:], "ellipsoid")[0]
    assert circle.radius == pytest.approx(apart / 2, abs=1e-6)


def test_across_the_antimeridian_and_at_one_place() -> None:
    lon, lat = np.array([179.9, -179.9, 180.0]), np.array([10.0, 10.0, 10.05])
    shifted = enclosing_circle(lon - 60.0, lat, "ellipsoid")
    circle = enclosing_circle(lon, lat, "ellipsoid")
    assert circle.radius == pytest.approx(shifted.radius, abs=1e-6)
    assert abs(circle.x) == pytest.approx(180.0, abs=0.01)
    for metric in ("planar", "ellipsoid"):
        one = enclosing_circle(np.full(3, 127.0), np.full(3, 37.0), metric)
        assert (one.x, one.y, one.radius) == pytest.approx((127.0, 37.0, 0.0), abs=1e-9)


def test_many_vertices_are_quick_and_exact() -> None:
    angle = np.linspace(0.0, 2.0 * np.pi, 20_000, endpoint=False)
    x, y = 20_000.0 * np.cos(angle), 20_000.0 * np.sin(angle)
    assert enclosing_circle(x, y, "planar").radius == pytest.approx(20_000.0, abs=1e-6)
    lon, lat = 127.0 + x / 90_000.0, 36.0 + y / 111_000.0
    circle = enclosing_circle(lon, lat, "ellipsoid")
    every = distances_from(circle.x, circle.y, lon, lat, "ellipsoid")
    assert circle.radius == every.max()


@settings(max_examples=60, deadline=None)
@given(st.lists(degrees, min_size=2, max_size=8))
def test_the_farthest_pair_is_that_of_all_pairs(places: list[tuple[float, float]]) -> None:
    lon, lat = np.array(places).T
    first, second, metres = farthest_pair(lon, lat, "ellipsoid")
    every = [
        float(distances_from(*one, np.array([other[0]]), np.array([other[1]]), "ellipsoid")[0])
        for one, other in itertools.combinations(places, 2)
    ]
    assert metres == pytest.approx(max(every), abs=1e-6)
    assert distances_from(*places[first], lon[[second]], lat[[second]], "ellipsoid")[0] == pytest.approx(
        metres
    )


def test_the_plane_is_true_at_its_bound() -> None:
    generator = np.random.default_rng(7)
    lon, lat = 127.5 + generator.uniform(-0.5, 0.5, 200), 36.0 + generator.uniform(-0.4, 0.4, 200)
    east, north = to_plane(lon, lat, "ellipsoid")
    apart = np.hypot(east[0] - east, north[0] - north)
    real = distances_from(lon[0], lat[0], lon, lat, "ellipsoid")
    reach = np.hypot(east, north).max()
    assert np.abs(apart - real).max() <= real.max() * ((reach / 6_371_000.0) ** 2 / 6.0 + 1e-7)
    here = plane_around(lon[0], lat[0], lon, lat)
    assert np.hypot(*here) == pytest.approx(real, rel=1e-7, abs=1e-6)
