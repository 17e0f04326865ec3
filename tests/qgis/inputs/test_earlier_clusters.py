"""Earlier clusters as users keep them: renamed, reprojected, broken, without names."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsGeometry,
    QgsProcessingContext,
    QgsProject,
    QgsVectorLayer,
)

from innovation_clusters.analysis.errors import Cancelled, InputError
from innovation_clusters.analysis.monitor import Monitor
from innovation_clusters.processing_algorithms.base import Algorithm
from innovation_clusters.processing_algorithms.inputs.earlier_clusters import (
    EarlierClusters,
    add_earlier_clusters,
    check_earlier_clusters,
    kept_names,
    match_earlier,
    read_earlier_clusters,
    tell_kept,
)

pytestmark = pytest.mark.qgis

MakeLayer = Callable[..., QgsVectorLayer]
FIELDS = "rank:integer&name:string&name_ko:string"


class Naming(Algorithm):
    """An algorithm that does nothing but take earlier clusters."""

    def declare(self) -> None:
        add_earlier_clusters(self)


def box(west: float, south: float, east: float, north: float) -> str:
    return f"(({west} {south}, {east} {south}, {east} {north}, {west} {north}, {west} {south}))"


SEOUL = f"MULTIPOLYGON ({box(126.0, 37.0, 127.5, 38.0)})"
DAEJEON = f"MULTIPOLYGON ({box(127.2, 36.0, 127.8, 37.1)})"

# Two sites of the first cluster, two of the second, the first of which lies in both areas; noise between.
LONGITUDE = np.array([126.5, 127.0, 127.3, 127.4, 127.3, 129.0])
LATITUDE = np.array([37.5, 37.6, 37.05, 36.3, 36.5, 35.0])
CLUSTER = np.array([0, 0, 1, 1, -1, 2], dtype=np.int64)
WEIGHT = np.array([5.0, 5.0, 1.0, 4.0, 1.0, 3.0])
MADE = ["Seoul–Incheon", "Daejeon", "Busan"]
MADE_KO = ["서울–인천", "대전", "부산"]


def check(layer: Any) -> None:
    algorithm = Naming()
    algorithm.initAlgorithm()
    check_earlier_clusters(algorithm, {"EARLIER": layer}, QgsProcessingContext())


def read(layer: Any, feedback: Any, monitor: Monitor | None = None) -> EarlierClusters:
    algorithm = Naming()
    algorithm.initAlgorithm()
    parameters, context = {"EARLIER": layer}, QgsProcessingContext()
    context.setProject(QgsProject.instance())
    check_earlier_clusters(algorithm, parameters, context)
    found = read_earlier_clusters(algorithm, parameters, context, feedback, monitor or Monitor())
    assert found is not None
    return found


def keep(earlier: EarlierClusters) -> tuple[list[str], list[str], int]:
    same = match_earlier(earlier, LONGITUDE, LATITUDE, CLUSTER, WEIGHT, len(MADE))
    return kept_names(earlier, same, MADE, MADE_KO)


def test_renamed_clusters_keep_their_names(make_layer: MakeLayer, feedback: Any) -> None:
    layer = make_layer(
        "MultiPolygon",
        "EPSG:4326",
        FIELDS,
        [(DAEJEON, 2, "Daedeok", None), (SEOUL, 1, "  Capital region ", "수도권")],
    )
    said = feedback()
    earlier = read(layer, said)
    names, korean, kept = keep(earlier)
    assert names == ["Capital region", "Daedeok", "Busan"]
    # What is empty is made anew, in each language for itself.
    assert korean == ["수도권", "대전", "부산"]
    assert kept == 2
    tell_kept(earlier, kept, said)
    assert said.lines == ["2 clusters keep their names, of 2 earlier ones."]


@pytest.mark.parametrize("crs", ["EPSG:5179", "EPSG:3857", "EPSG:32652", "EPSG:4737"])
def test_any_reference_system(make_layer: MakeLayer, feedback: Any, crs: str) -> None:
    there = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:4326"), QgsCoordinateReferenceSystem(crs), QgsProject.instance()
    )
    rows = []
    for shape, name in ((SEOUL, "Capital region"), (DAEJEON, "Daedeok")):
        geometry = QgsGeometry.fromWkt(shape).densifyByCount(20)
        geometry.transform(there)
        rows.append((geometry.asWkt(9), 1, name, None))
    assert keep(read(make_layer("MultiPolygon", crs, FIELDS, rows), feedback()))[0][:2] == [
        "Capital region",
        "Daedeok",
    ]


def test_geometry_that_is_broken_curved_or_not_there(make_layer: MakeLayer, feedback: Any) -> None:
    bow = "MULTIPOLYGON (((126 37, 127.5 38, 127.5 37, 126 38, 126 37)))"
    layer = make_layer("MultiPolygon", "EPSG:4326", FIELDS, [(None, 3, "Lost", ""), (bow, 1, "Bow", "")])
    said = feedback()
    earlier = read(layer, said)
    assert earlier.names == ["Bow"]
    assert said.warnings == ["points: 1 rows have no polygon, so nothing can keep their names."]
    # The second site is in the eastern half of the bow, the first in the western.
    assert keep(earlier)[0][0] == "Bow"
    circle = "CURVEPOLYGON (CIRCULARSTRING (126 37.5, 126.75 38.25, 127.5 37.5, 126.75 36.75, 126 37.5))"
    layer = make_layer("CurvePolygon", "EPSG:4326", FIELDS, [(circle, 1, "Round", "")])
    assert keep(read(layer, feedback()))[0][0] == "Round"


def test_only_rows_without_a_polygon(make_layer: MakeLayer, feedback: Any) -> None:
    layer = make_layer("MultiPolygon", "EPSG:4326", FIELDS, [(None, 3, "Lost", "")])
    assert keep(read(layer, feedback())) == (MADE, MADE_KO, 0)


def test_one_language_is_enough(make_layer: MakeLayer, feedback: Any) -> None:
    layer = make_layer(
        "Polygon", "EPSG:4326", "NAME_KO:string", [(f"POLYGON {box(126, 37, 128, 38)}", "수도권")]
    )
    assert keep(read(layer, feedback())) == (MADE, ["수도권", *MADE_KO[1:]], 1)


def test_parts_on_both_sides_of_the_antimeridian(make_layer: MakeLayer, feedback: Any) -> None:
    shape = f"MULTIPOLYGON ({box(179.5, -18.0, 180.0, -17.0)}, {box(-180.0, -18.0, -179.5, -17.0)})"
    earlier = read(make_layer("MultiPolygon", "EPSG:4326", FIELDS, [(shape, 1, "Fiji", "피지")]), feedback())
    places = np.array([179.9, -180.0, -179.9])
    same = match_earlier(earlier, places, np.full(3, -17.5), np.zeros(3, dtype=np.int64), np.ones(3), 1)
    assert kept_names(earlier, same, ["Suva"], [""]) == (["Fiji"], ["피지"], 1)


def test_places_in_areas_against_qgis(make_layer: MakeLayer, feedback: Any) -> None:
    """Overlapping areas with holes, and one cluster per site, so that all that is held is told."""
    random = np.random.default_rng(5)
    shapes, geometries = [], []
    for _ in range(12):
        x, y = random.uniform(-3.0, 3.0, 2)
        ring = QgsGeometry.fromWkt(f"POINT ({x} {y})").buffer(float(random.uniform(0.5, 2.0)), 8)
        ring = ring.difference(QgsGeometry.fromWkt(f"POINT ({x} {y})").buffer(0.3, 8))
        geometries.append(ring)
        shapes.append(ring.asWkt(17))
    layer = make_layer(
        "Polygon",
        "EPSG:4326",
        FIELDS,
        [(shape, place, f"area {place}", "") for place, shape in enumerate(shapes)],
    )
    earlier = read(layer, feedback())
    longitude, latitude = random.uniform(-4.0, 4.0, (2, 300))
    for place, ring in enumerate(geometries):
        only = EarlierClusters(
            [f"area {place}"], [""], np.array([np.nan]), earlier.polygons[place : place + 1]
        )
        held: NDArray[np.bool_] = np.array(
            [
                ring.contains(QgsGeometry.fromWkt(f"POINT ({x:.17g} {y:.17g})"))
                for x, y in zip(longitude, latitude, strict=True)
            ]
        )
        # The cluster of site i is 0 and the others' 1: it is called as the area where the area holds it.
        for site in range(0, 300, 7):
            cluster = np.where(np.arange(300) == site, 0, -1)
            same = match_earlier(only, longitude, latitude, cluster, np.ones(300), 1)
            names, _, kept = kept_names(only, same, ["made"], ["made"])
            assert (names == [f"area {place}"]) == bool(held[site])
            assert kept == int(held[site])


def test_what_cannot_be_used_is_told_in_a_sentence(make_layer: MakeLayer) -> None:
    check(None)
    check("")
    for layer, words in (
        (make_layer("Polygon", "", FIELDS, [(SEOUL, 1, "a", "b")]), "no coordinate reference system"),
        (make_layer("Polygon", "EPSG:4326", "title:string", [(SEOUL, "a")]), "no field name or name_ko"),
        (make_layer("Point", "EPSG:4326", FIELDS, [("POINT (1 2)", 1, "a", "b")]), "must have polygons"),
        (make_layer("Polygon", "EPSG:4326", FIELDS, []), "has no rows"),
        ("/nowhere/clusters.gpkg", "cannot be read"),
    ):
        with pytest.raises(InputError, match=words) as caught:
            check(layer)
        assert caught.value.parameter == "EARLIER"


def test_a_polygon_outside_its_system(make_layer: MakeLayer, feedback: Any) -> None:
    layer = make_layer(
        "Polygon", "EPSG:5179", FIELDS, [(f"POLYGON {box(1e12, 1e12, 2e12, 2e12)}", 1, "a", "b")]
    )
    with pytest.raises(InputError, match="has no longitude and latitude") as caught:
        read(layer, feedback())
    assert caught.value.parameter == "EARLIER"


def test_cancel_is_heard(make_layer: MakeLayer, feedback: Any) -> None:
    layer = make_layer("MultiPolygon", "EPSG:4326", FIELDS, [(SEOUL, 1, "a", "b")])
    stopped = Monitor(cancelled=lambda: True)
    with pytest.raises(Cancelled):
        read(layer, feedback(), stopped)
    earlier = read(layer, feedback())
    with pytest.raises(Cancelled):
        match_earlier(earlier, LONGITUDE, LATITUDE, CLUSTER, WEIGHT, len(MADE), stopped)
