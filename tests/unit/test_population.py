"""People within areas: every pixel, place and polygon against brute force."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from innovation_clusters.analysis import population
from innovation_clusters.analysis.boundaries import Drawing, Kind, draw
from innovation_clusters.analysis.errors import Cancelled
from innovation_clusters.analysis.monitor import Monitor
from innovation_clusters.analysis.population import (
    Area,
    Discs,
    Grid,
    Outline,
    Window,
    people_in_pixels,
    people_in_places,
    people_in_polygons,
)

shapely = pytest.importorskip("shapely")

FloatArray = NDArray[np.float64]


class MadeRaster:
    """A raster in memory; in a plane its system shows longitude and the sine of latitude, in hundreds."""

    def __init__(self, grid: Grid, values: FloatArray) -> None:
        self.grid = grid
        self.values = values
        self.read_pixels = 0

    def read(self, window: Window) -> FloatArray:
        assert min(window.columns, window.rows) > 0
        self.read_pixels += window.columns * window.rows
        rows = slice(window.row, window.row + window.rows)
        return self.values[rows, window.column : window.column + window.columns]

    def from_degrees(self, longitude: FloatArray, latitude: FloatArray) -> tuple[FloatArray, FloatArray]:
        if self.grid.degrees:
            return longitude, latitude
        return 100.0 * longitude, 100.0 * np.degrees(np.sin(np.radians(latitude)))

    def to_degrees(self, x: FloatArray, y: FloatArray) -> tuple[FloatArray, FloatArray]:
        if self.grid.degrees:
            return x, y
        sine = np.radians(y / 100.0)
        latitude = np.degrees(np.arcsin(np.where(np.abs(sine) <= 1.0, sine, np.nan)))
        return x / 100.0, latitude


def centres_of(raster: MadeRaster) -> tuple[FloatArray, FloatArray]:
    """Return longitude and latitude of all pixel centres, [rows, columns]."""
    grid = raster.grid
    x, y = grid.centres(Window(0, 0, grid.columns, grid.rows))
    wide, high = np.meshgrid(x, y)
    longitude, latitude = raster.to_degrees(wide.ravel(), high.ravel())
    return longitude.reshape(wide.shape), latitude.reshape(wide.shape)


def brute_force(raster: MadeRaster, x: FloatArray, y: FloatArray, radius: float) -> NDArray[np.bool_]:
    """Hold the centre of every pixel against every site."""
    longitude, latitude = centres_of(raster)
    inside = np.zeros(longitude.shape, dtype=bool)
    for east, north in zip(x.tolist(), y.tolist(), strict=True):
        aside = (longitude - east + 180.0) % 360.0 - 180.0
        inside |= np.hypot(aside, latitude - north) <= radius + 1e-9
    return inside


GRIDS = {
    "world": Grid(-180.0, 90.0, 2.5, 2.5, 144, 72, True),
    "from Greenwich": Grid(0.0, 90.0, 2.5, 2.5, 144, 72, True),
    "a column more than the globe": Grid(-180.0, 85.0, 2.5, 2.5, 145, 68, True),
    "a country": Grid(120.0, 45.0, 0.25, 0.5, 60, 40, True),
    "a column": Grid(127.0, 40.0, 0.3, 0.3, 1, 20, True),
    "a pixel": Grid(126.0, 38.0, 2.0, 2.0, 1, 1, True),
    "a plane": Grid(12_000.0, 4_500.0, 25.0, 25.0, 60, 60, False),
    "the world in a plane": Grid(-18_000.0, 5_800.0, 250.0, 200.0, 144, 58, False),
}


@pytest.mark.parametrize("tile", [512, 7])
@pytest.mark.parametrize("name", GRIDS)
def test_pixels_are_those_of_brute_force(name: str, tile: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(population, "TILE", tile)
    monkeypatch.setattr(population, "_DISTANCES", 50)
    random = np.random.default_rng(7)
    grid = GRIDS[name]
    values = random.uniform(0.0, 9.0, (grid.rows, grid.columns))
    values[random.uniform(size=values.shape) < 0.1] = np.nan
    values[random.uniform(size=values.shape) < 0.1] = -200.0
    raster = MadeRaster(grid, values)
    world = grid.round_the_globe or grid.columns == 144
    areas: list[Area] = []
    expected = []
    for radius in (0.05, 0.4, 1.25, 6.0):
        for _ in range(8):
            if world:
                x = random.normal(random.choice([180.0, -180.0, 0.0, 127.0]), 4.0, 12)
                x, y = (x + 180.0) % 360.0 - 180.0, random.normal(random.choice([0.0, 80.0, -80.0]), 4.0, 12)
                y = np.clip(y, -90.0, 90.0)
            else:
                x, y = random.normal(127.0, 3.0, 12), random.normal(37.0, 3.0, 12)
            if radius == 1.25:
                # On the lattice: many centres at exactly the radius.
                x, y = np.round(x / 1.25) * 1.25, np.round(y / 1.25) * 1.25
            areas.append(Discs(x, np.clip(y, -90.0, 90.0), radius))
            inside = brute_force(raster, x, np.clip(y, -90.0, 90.0), radius)
            inside[:, grid.distinct_columns :] = False
            expected.append(values[inside])
    found = people_in_pixels(areas, raster, Monitor())
    for place, own in enumerate(expected):
        known = own[own >= 0.0]
        assert found.counted[place] == known.size
        assert found.missing[place] == own.size - known.size
        if known.size:
            assert found.population[place] == pytest.approx(known.sum())
        else:
            assert np.isnan(found.population[place])
    assert sum(own.size for own in expected) > 0


def test_discs_are_round_and_dissolved() -> None:
    """Pixels of 0.01 degrees round one site: 81 centres, where a square would have 121; twice is once."""
    grid = Grid(126.495, 38.005, 0.01, 0.01, 101, 101, True)
    raster = MadeRaster(grid, np.ones((101, 101)))
    alone, together, apart, both = (np.array(x) for x in ([127.0], [127.0] * 3, [127.3], [127.0, 127.3]))
    areas = [Discs(x, np.full(x.size, 37.5), 0.05) for x in (alone, together, apart, both)]
    people = people_in_pixels(areas, raster, Monitor())
    assert people.population.tolist() == [81.0, 81.0, 81.0, 162.0]
    # Clusters that overlap: the people count for each.
    assert people.population[[0, 2]].sum() == people.population[3]
    assert not people.partly.any()


def test_what_lies_beyond_the_raster_is_told_and_not_zero() -> None:
    raster = MadeRaster(Grid(126.0, 38.0, 0.01, 0.01, 100, 100, True), np.ones((100, 100)))
    places = [(126.5, 37.5), (126.0, 37.5), (126.5, 38.04), (126.5, 39.0), (-53.5, 37.5), (126.05, 37.05)]
    areas = [Discs(np.array([x]), np.array([y]), 0.05) for x, y in places]
    people = people_in_pixels(areas, raster, Monitor())
    assert people.partly.tolist() == [False, True, True, True, True, False]
    assert np.isnan(people.population).tolist() == [False, False, False, True, True, False]
    assert people.population[1] == pytest.approx(np.pi * 25 / 2, rel=0.1)


def test_no_value_at_all_is_missing_and_zero_is_zero() -> None:
    grid = Grid(126.0, 38.0, 0.01, 0.01, 100, 100, True)
    area = Discs(np.array([126.505]), np.array([37.505]), 0.02)
    for value, population_, counted in (
        (np.nan, np.nan, 0),
        (-1.0, np.nan, 0),
        (np.inf, np.nan, 0),
        (0.0, 0.0, 13),
    ):
        people = people_in_pixels([area], MadeRaster(grid, np.full((100, 100), value)), Monitor())
        np.testing.assert_array_equal(people.population, [population_])
        assert (people.counted[0], people.missing[0]) == (counted, 13 - counted)


def test_a_world_of_thirty_seconds_is_read_where_clusters_are() -> None:
    """43200 x 21600 pixels, all of one row of values: 3.7 GB if it were read."""
    grid = Grid(-180.0, 90.0, 1 / 120, 1 / 120, 43_200, 21_600, True)
    raster = MadeRaster(grid, np.broadcast_to(np.ones(43_200), (21_600, 43_200)))
    random = np.random.default_rng(3)
    areas = [
        Discs(random.normal(x, 0.2, 2_000), random.normal(y, 0.2, 2_000), 0.05)
        for x, y in ((179.9, -17.0), (127.0, 37.5), (-122.0, 37.0), (0.0, 51.5))
    ]
    people = people_in_pixels(areas, raster, Monitor())
    assert raster.read_pixels < 40 * 512 * 512
    assert (people.population > 10_000).all()
    np.testing.assert_array_equal(people.population, people.counted)


def test_outlines_hold_what_their_polygons_hold() -> None:
    raster = MadeRaster(Grid(-180.0, 90.0, 0.5, 0.5, 720, 360, True), np.ones((360, 720)))
    fiji = shapely.multipolygons(
        [shapely.box(178.0, -20.0, 180.0, -15.0), shapely.box(-180.0, -20.0, -179.0, -15.0)]
    )
    ring = shapely.difference(shapely.box(0.0, 0.0, 10.0, 10.0), shapely.box(2.0, 2.0, 8.0, 8.0))
    whole = shapely.box(-170.0, -80.0, 170.0, 80.0)
    found = people_in_pixels([Outline(shape) for shape in (fiji, ring, whole)], raster, Monitor())
    assert found.population.tolist() == [60.0, 400.0 - 144.0, 680.0 * 320.0]


def test_places_count_whole() -> None:
    random = np.random.default_rng(5)
    x, y = random.uniform(-180.0, 180.0, 4_000), random.uniform(-90.0, 90.0, 4_000)
    people = np.round(random.uniform(0.0, 100.0, 4_000))
    people[::50] = np.nan
    people[7::50] = -1.0
    sites = [
        (np.array([179.0, -178.0, 175.0]), np.array([10.0, 12.0, 8.0])),
        (np.array([20.0]), np.array([89.0])),
    ]
    areas: list[Area] = [Discs(east, north, 5.0) for east, north in sites]
    found = people_in_places([*areas, Outline(shapely.box(10.0, 10.0, 40.0, 40.0))], x, y, people, Monitor())
    inside = [
        np.any(
            [
                np.hypot((x - east + 180.0) % 360.0 - 180.0, y - north) <= 5.0
                for east, north in zip(*pair, strict=True)
            ],
            axis=0,
        )
        for pair in sites
    ]
    inside.append((x > 10.0) & (x < 40.0) & (y > 10.0) & (y < 40.0))
    for place, mask in enumerate(inside):
        assert found.population[place] == people[mask & (people >= 0.0)].sum()
        assert found.missing[place] == np.count_nonzero(mask & ~(people >= 0.0))
        assert found.counted[place] > 2
    assert people_in_places([], x, y, people, Monitor()).population.size == 0


def test_polygons_count_by_surface_on_the_ellipsoid() -> None:
    """From the equator to 60 degrees, where 42 per cent of the surface lie beyond 30."""
    band = np.array([shapely.box(0.0, 0.0, 10.0, 60.0), shapely.box(20.0, 0.0, 30.0, 10.0)], dtype=object)
    half = np.array([shapely.box(0.0, 30.0, 10.0, 60.0), shapely.box(50.0, 50.0, 51.0, 51.0)], dtype=object)
    found = people_in_polygons(half, band, np.array([1_000.0, 5.0]), Monitor())
    # Radius of the parallel times that of the meridian's curvature, summed up in steps of 0.001 degrees.
    latitude = np.radians(np.arange(0.0005, 60.0, 0.001))
    surface = np.cos(latitude) / (1.0 - 0.00669437999014 * np.sin(latitude) ** 2) ** 2
    share = surface[30_000:].sum() / surface.sum()
    assert found.population[0] == pytest.approx(1_000.0 * share, abs=1e-4)
    assert np.isnan(found.population[1])
    unknown = people_in_polygons(half, band, np.array([np.nan, 5.0]), Monitor())
    assert unknown.missing.tolist() == [1, 0]
    assert np.isnan(unknown.population).all()


def test_all_people_of_polygons_inside_discs_are_counted() -> None:
    outline = draw(
        np.array([127.0, 127.04]), np.array([37.5, 37.5]), np.array([0, 0]),
        Drawing(Kind.BUFFER, radius=0.05, quad_segs=64), geographic=True,
    ).polygons  # fmt: skip
    inner = np.array([shapely.box(127.0, 37.49, 127.02, 37.51)], dtype=object)
    found = people_in_polygons(outline, inner, np.array([321.0]), Monitor())
    assert found.population[0] == pytest.approx(321.0, abs=1e-6)


@pytest.mark.parametrize("kind", ["pixels", "places", "polygons"])
def test_cancel_is_heard(kind: str) -> None:
    raster = MadeRaster(GRIDS["a country"], np.ones((40, 60)))
    calls: list[int] = []

    def cancelled() -> bool:
        calls.append(1)
        return len(calls) > 2

    monitor = Monitor(None, cancelled)
    areas: list[Any] = [Discs(np.array([127.0 + step]), np.array([37.0]), 0.5) for step in range(5)]
    shapes = np.array(
        [shapely.box(127.0 + step, 37.0, 128.0 + step, 38.0) for step in range(5)], dtype=object
    )
    work = {
        "pixels": lambda: people_in_pixels(areas, raster, monitor),
        "places": lambda: people_in_places(areas, np.full(1, 127.0), np.full(1, 37.0), np.ones(1), monitor),
        "polygons": lambda: people_in_polygons(shapes, shapes, np.ones(5), monitor),
    }
    with pytest.raises(Cancelled):
        work[kind]()
