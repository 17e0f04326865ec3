"""densityclusters: a superset of QGIS's own DBSCAN, in metres everywhere."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from geographiclib.geodesic import Geodesic
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsPointXY,
    QgsProcessing,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsVectorLayer,
)

from innovation_clusters.analysis import packages

GRID = [f"POINT ({x} {y})" for x in range(5) for y in range(4)]
OUTPUT = QgsProcessing.TEMPORARY_OUTPUT


def rows_of(wkts: Sequence[str | None], *columns: list[Any]) -> list[tuple[Any, ...]]:
    return list(zip(wkts, *columns, strict=True))


@pytest.fixture
def korea(make_layer: Callable[..., QgsVectorLayer]) -> QgsVectorLayer:
    """Three clumps and noise in EPSG:5179, metres."""
    generator = np.random.default_rng(0)
    at = np.concatenate(
        [
            *(
                generator.normal(centre, 400, (80, 2))
                for centre in ((950_000, 1_950_000), (953_000, 1_950_000))
            ),
            generator.normal((990_000, 1_800_000), 300, (60, 2)),
            generator.uniform((900_000, 1_700_000), (1_000_000, 2_000_000), (40, 2)),
        ]
    ).round(0)
    return make_layer(
        "Point",
        "EPSG:5179",
        "id:integer&weight:double",
        [(f"POINT ({x} {y})", number, 1.0) for number, (x, y) in enumerate(at.tolist())],
    )


@pytest.mark.parametrize("star", [False, True])
@pytest.mark.parametrize(("eps", "least"), [(300.0, 5), (600.0, 10), (2_000.0, 3)])
def test_same_answer_as_native(run: Any, korea: QgsVectorLayer, eps: float, least: int, star: bool) -> None:
    """Same parameters, same noise, same partition of the core points."""
    parameters = {"INPUT": korea.id(), "EPS": eps, "MIN_SIZE": least, "DBSCAN*": star, "OUTPUT": OUTPUT}
    native, ours = run("native:dbscanclustering", parameters), run("densityclusters", parameters)
    assert ours.results["NUM_CLUSTERS"] == native.results["NUM_CLUSTERS"] > 0
    theirs = {row["id"]: row for row in native.rows("OUTPUT")}
    mine = {row["id"]: row for row in ours.rows("OUTPUT")}
    assert mine.keys() == theirs.keys()
    pairs = set()
    for number, row in mine.items():
        assert (
            (row["CLUSTER_ID"] is None) == (theirs[number]["CLUSTER_ID"] is None) == (row["role"] == "noise")
        )
        if row["role"] == "core":
            pairs.add((row["CLUSTER_ID"], theirs[number]["CLUSTER_ID"]))
    assert len(pairs) == len({one for one, _ in pairs}) == len({other for _, other in pairs})


def test_fields_and_values(run: Any, make_layer: Callable[..., QgsVectorLayer]) -> None:
    layer = make_layer(
        "Point",
        "EPSG:5179",
        "name:string&people:integer",
        rows_of(["POINT (0 0)", "POINT (1 0)", "POINT (2 0)", "POINT (90 0)"], list("abcd"), [1, 5, 1, 3]),
    )
    parameters = {"INPUT": layer.id(), "EPS": 1, "MIN_SIZE": 7, "WEIGHT": "people", "OUTPUT": OUTPUT}
    result = run("densityclusters", parameters)
    assert result.results["NUM_CLUSTERS"] == 1
    added = ["CLUSTER_ID", "CLUSTER_SIZE", "cluster_weight", "role", "ambiguous"]
    assert result.layer("OUTPUT").fields().names() == ["name", "people", *added]
    assert [tuple(row[name] for name in added) for row in result.rows("OUTPUT")] == [
        (1, 3, 7.0, "border", False),
        (1, 3, 7.0, "core", False),
        (1, 3, 7.0, "border", False),
        (None, None, None, "noise", False),
    ]
    assert result.layer("OUTPUT").crs() == layer.crs()


@pytest.mark.parametrize(("border", "cluster"), [("first", 1), ("nearest", 2), ("noise", None)])
def test_a_border_point_that_two_clusters_reach_is_told(
    run: Any, make_layer: Callable[..., QgsVectorLayer], border: str, cluster: int | None
) -> None:
    places = [0.0, 0.5, 1.0, 2.0, 2.8, 3.3, 3.8]
    layer = make_layer(
        "Point", "EPSG:5179", "name:string", rows_of([f"POINT ({x} 0)" for x in places], list("abcdefg"))
    )
    parameters = {"INPUT": layer.id(), "EPS": 1, "MIN_SIZE": 4, "BORDER": border, "OUTPUT": OUTPUT}
    rows = run("densityclusters", parameters).rows("OUTPUT")
    assert [row["role"] for row in rows].count("core") >= 2
    told = [row["name"] for row in rows if row["ambiguous"]]
    assert told == ([] if border == "noise" else ["d"])
    assert rows[3]["CLUSTER_ID"] == cluster


@pytest.mark.parametrize(
    "crs", ["EPSG:4326", "EPSG:3857", "EPSG:32611", "EPSG:2229", "EPSG:6933", "ESRI:102009", "EPSG:32652"]
)
def test_metres_in_every_system(run: Any, make_layer: Callable[..., QgsVectorLayer], crs: str) -> None:
    """Points 1 km apart: degrees, stretched metres, UTM, US survey feet, an equal-area world, a continent."""
    there = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:4326"), QgsCoordinateReferenceSystem(crs), QgsProject.instance()
    )
    kilometre = Geodesic.WGS84.Direct(34.0, -118.0, 90.0, 1000.0)["lon2"] + 118.0
    points = [there.transform(QgsPointXY(-118.0 + place * kilometre, 34.0)) for place in range(4)]
    layer = make_layer("Point", crs, "", [(f"POINT ({point.x()!r} {point.y()!r})",) for point in points])
    for eps, clusters in ((995.0, 0), (1005.0, 1)):
        result = run("densityclusters", {"INPUT": layer.id(), "EPS": eps, "MIN_SIZE": 2, "OUTPUT": OUTPUT})
        assert result.results["NUM_CLUSTERS"] == clusters


def test_the_antimeridian_is_no_border(run: Any, make_layer: Callable[..., QgsVectorLayer]) -> None:
    layer = make_layer("Point", "EPSG:4326", "", [("POINT (179.999 0)",), ("POINT (-179.999 0)",)])
    result = run("densityclusters", {"INPUT": layer.id(), "EPS": 300, "MIN_SIZE": 2, "OUTPUT": OUTPUT})
    assert result.results["NUM_CLUSTERS"] == 1


@pytest.mark.parametrize(
    ("changes", "crs", "words"),
    [
        ({}, "", "Points: The layer has no coordinate reference system"),
        ({"METRIC": "planar"}, "EPSG:4326", "Metric: Planar distances need a projected layer, but EPSG:4326"),
        ({"METRIC": "planar"}, "EPSG:3857", "Metric: Distances in EPSG:3857 (Mercator) are not metres"),
        ({"METRIC": "planar"}, "EPSG:3395", "Metric: Distances in EPSG:3395 (Mercator) are not metres"),
        ({"EPS": 0}, "EPSG:5179", "Maximum distance between clustered points: The distance must be greater"),
        ({"EPS": -5}, "EPSG:5179", "Maximum distance between clustered points"),
        (
            {"MIN_SIZE": 0},
            "EPSG:5179",
            "Minimum weight of a cluster core: The minimum weight must",
        ),
        ({"MIN_SIZE": -1}, "EPSG:5179", "Minimum weight of a cluster core"),
        ({"FIELD_NAME": "role"}, "EPSG:5179", "Cluster field name: Choose a name that no other field"),
        ({"SIZE_FIELD_NAME": "cluster_id"}, "EPSG:5179", "Cluster size field name: Choose a name that no"),
        ({"WEIGHT": "name"}, "EPSG:5179", "Weight: The field name holds text"),
        ({"WEIGHT": "nothing"}, "EPSG:5179", "Weight: The layer has no field nothing"),
        (
            {"OUTPUT": "/proc/nowhere/out.gpkg"},
            "EPSG:5179",
            "Clusters: The folder /proc/nowhere does not",
        ),
        ({"INPUT": "no such layer"}, "EPSG:5179", "Points"),
    ],
)
def test_bad_input_is_one_sentence_before_any_work(
    run: Any, make_layer: Callable[..., QgsVectorLayer], changes: dict[str, Any], crs: str, words: str
) -> None:
    layer = make_layer("Point", crs, "name:string", [(wkt, "a") for wkt in GRID])
    result = run(
        "densityclusters", {"INPUT": layer.id(), "EPS": 1, "MIN_SIZE": 2, "OUTPUT": OUTPUT} | changes
    )
    assert not result.accepted
    assert not result.succeeded
    if words != "Points":
        assert result.reason.startswith(words)
        assert "\n" not in result.reason


@pytest.mark.parametrize(
    ("weights", "words"),
    [
        ([1.0, -2.0], "is negative in 1 rows"),
        ([1.0, None], "no number in 1 rows"),
        ([1.0, float("nan")], "no number"),
    ],
)
def test_bad_weights(
    run: Any, make_layer: Callable[..., QgsVectorLayer], weights: list[Any], words: str
) -> None:
    layer = make_layer("Point", "EPSG:5179", "w:double", rows_of(GRID[:2], weights))
    result = run(
        "densityclusters", {"INPUT": layer.id(), "EPS": 1, "MIN_SIZE": 1, "WEIGHT": "w", "OUTPUT": OUTPUT}
    )
    assert not result.succeeded
    assert words in result.feedback.text


def test_layers_without_rows_or_points(run: Any, make_layer: Callable[..., QgsVectorLayer]) -> None:
    for geometry, rows, words in (
        ("Point", [], "has no rows"),
        ("Polygon", [("POLYGON ((0 0, 1 0, 1 1, 0 0))",)], "must have points"),
        ("None", [(None,)], "must have points"),
    ):
        layer = make_layer(geometry, "EPSG:5179", "", rows)
        result = run("densityclusters", {"INPUT": layer.id(), "EPS": 1, "MIN_SIZE": 1, "OUTPUT": OUTPUT})
        assert words in result.reason


def test_rows_without_a_usable_point_are_counted_and_kept(
    run: Any, make_layer: Callable[..., QgsVectorLayer]
) -> None:
    layer = make_layer(
        "MultiPointZM",
        "EPSG:4326",
        "id:integer",
        rows_of(
            [
                "MULTIPOINT ZM ((1 1 5 6))",
                "MULTIPOINT ZM ((1 1 7 8))",
                "MULTIPOINT ZM ((1 1 5 6),(2 2 5 6))",
                None,
                "MULTIPOINT ZM ((1 91 5 6))",
                "MULTIPOINT ZM ((540 1 5 6))",
            ],
            list(range(6)),
        ),
    )
    result = run("densityclusters", {"INPUT": layer.id(), "EPS": 5, "MIN_SIZE": 2, "OUTPUT": OUTPUT})
    assert result.succeeded
    assert [row["CLUSTER_ID"] for row in result.rows("OUTPUT")] == [1, 1, None, None, None, None]
    assert [row["role"] for row in result.rows("OUTPUT")] == ["core", "core", None, None, None, None]
    assert sorted(result.feedback.warnings) == [
        "1 rows have no geometry and stay without a cluster.",
        "1 rows have several points and stay without a cluster.",
        "2 points have coordinates outside the reference system and stay without a cluster.",
    ]


def test_not_one_usable_point(run: Any, make_layer: Callable[..., QgsVectorLayer]) -> None:
    layer = make_layer("Point", "EPSG:4326", "", [(None,), ("POINT (0 95)",)])
    result = run("densityclusters", {"INPUT": layer.id(), "EPS": 5, "MIN_SIZE": 2, "OUTPUT": OUTPUT})
    assert not result.succeeded
    assert "Not one of the 2 rows has a usable point" in result.feedback.text


def test_selected_features_only(run: Any, korea: QgsVectorLayer) -> None:
    korea.selectByExpression('"id" < 80')
    source = QgsProcessingFeatureSourceDefinition(korea.id(), selectedFeaturesOnly=True)
    result = run("densityclusters", {"INPUT": source, "EPS": 300, "MIN_SIZE": 5, "OUTPUT": OUTPUT})
    assert result.layer("OUTPUT").featureCount() == 80


@pytest.mark.parametrize("after", [0.0, 10.0, 35.0, 65.0, 90.0])
def test_cancel_leaves_nothing(
    run: Any, feedback: Any, make_layer: Callable[..., QgsVectorLayer], tmp_path: Path, after: float
) -> None:
    layer = make_layer("Point", "EPSG:5179", "", [(f"POINT ({n % 300} {n // 300})",) for n in range(45_000)])
    target = tmp_path / "out.gpkg"
    stop = feedback(lambda told: bool(told.progress) and told.progress[-1] >= after)
    result = run(
        "densityclusters", {"INPUT": layer.id(), "EPS": 2, "MIN_SIZE": 5, "OUTPUT": str(target)}, stop
    )
    assert not result.succeeded
    assert not target.exists()
    assert "Cancelled" in stop.text


def test_a_folder_that_cannot_be_written_to(run: Any, korea: QgsVectorLayer, tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        if os.access(tmp_path, os.W_OK):
            pytest.skip("root writes anywhere")
        result = run(
            "densityclusters",
            {"INPUT": korea.id(), "EPS": 300, "MIN_SIZE": 5, "OUTPUT": str(tmp_path / "out.gpkg")},
        )
        assert "Nothing can be written" in result.reason
    finally:
        tmp_path.chmod(0o700)


def test_without_numba_it_says_so_and_gives_the_same(
    run: Any, korea: QgsVectorLayer, monkeypatch: pytest.MonkeyPatch
) -> None:
    parameters = {"INPUT": korea.id(), "EPS": 300, "MIN_SIZE": 5, "OUTPUT": OUTPUT}
    with_numba = run("densityclusters", parameters).rows("OUTPUT")
    real = packages.find
    missing = packages.Package("numba", None, "", "ImportError: no module")
    monkeypatch.setattr(packages, "find", lambda name: missing if name == "numba" else real(name))
    without = run("densityclusters", parameters)
    assert without.rows("OUTPUT") == with_numba
    assert any("numba is not available" in warning for warning in without.feedback.warnings)
