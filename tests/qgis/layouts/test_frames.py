"""Where maps look: quadrangles on the circle of longitudes, projections that keep areas, insets."""

from __future__ import annotations

import pytest
from qgis.core import QgsApplication, QgsCoordinateTransformContext, QgsRectangle

from innovation_clusters.plugin.layouts import frames
from innovation_clusters.plugin.layouts.frames import Placed, Quadrangle

pytestmark = pytest.mark.qgis

TRANSFORMS = QgsCoordinateTransformContext()


def boxes(*spans: tuple[float, float]) -> list[QgsRectangle]:
    return [QgsRectangle(west, 10.0, east, 11.0) for west, east in spans]


@pytest.mark.parametrize(
    ("spans", "west", "width"),
    [
        ([(10, 20)], 10, 10),
        ([(10, 20), (30, 35)], 10, 25),
        ([(-170, -160), (170, 175)], 170, 30),
        ([(170, 190)], 170, 20),
        ([(170, 200), (-179, -178)], 170, 30),
        ([(-180, 180)], -180, 360),
        ([(-120, -110), (0, 10), (110, 120)], -120, 240),
        ([(0, 10), (5, 7), (8, 12)], 0, 12),
    ],
)
def test_the_widest_gap_is_left_out(spans: list[tuple[float, float]], west: float, width: float) -> None:
    found = frames.smallest_around(boxes(*spans))
    assert found is not None
    assert found.width == pytest.approx(width)
    if width < 360:
        assert found.west == pytest.approx(west)


def test_nothing_has_no_surroundings() -> None:
    assert frames.smallest_around([]) is None


def placed(*places: tuple[float, float]) -> list[Placed]:
    return [
        Placed(number, number, f"City {number}", Quadrangle(x - 0.2, y - 0.2, 0.4, y + 0.2))
        for number, (x, y) in enumerate(places, start=1)
    ]


@pytest.mark.parametrize(
    ("places", "projection"),
    [
        (((127.0, 37.5), (129.0, 35.2)), "EPSG:5179"),
        (((-122.0, 37.5), (127.0, 37.5)), "EPSG:8857"),
    ],
)
def test_known_projections(
    qgis_app: QgsApplication, places: tuple[tuple[float, float], ...], projection: str
) -> None:
    assert frames.frame_of(placed(*places), TRANSFORMS).crs.authid() == projection


def test_every_cluster_is_in_its_frame(qgis_app: QgsApplication) -> None:
    for places in (
        ((2.3, 48.9), (13.4, 52.5)),
        ((178.4, -18.1), (-178.2, -17.6)),
        ((-70.0, -53.0), (-60.0, -33.0)),
        ((25.0, 69.0), (18.0, 78.0)),
    ):
        clusters = placed(*places)
        frame = frames.frame_of(clusters, TRANSFORMS)
        assert all(frame.shows(each.where, TRANSFORMS) for each in clusters), places
        locator = frames.surroundings_frame(frame, 1.5, TRANSFORMS)
        assert all(locator.shows(each.where, TRANSFORMS) for each in clusters), places


def test_no_cluster_has_no_frame(qgis_app: QgsApplication) -> None:
    with pytest.raises(ValueError, match="no cluster"):
        frames.frame_of([], TRANSFORMS)
