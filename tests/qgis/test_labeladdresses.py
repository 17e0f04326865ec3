"""labeladdresses: the clusters of a finished run come back to the addresses it was made of."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsPointXY,
    QgsProject,
    QgsVectorLayer,
)

OUTPUT = "TEMPORARY_OUTPUT"
MakeLayer = Callable[..., QgsVectorLayer]


def addresses(crs: str) -> list[tuple[Any, ...]]:
    """Two clusters of 40 addresses on a few sites each, five addresses in noise, one row without geometry."""
    generator = np.random.default_rng(1)
    transform = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:4326"), QgsCoordinateReferenceSystem(crs), QgsProject.instance()
    )
    rows: list[tuple[Any, ...]] = []
    for longitude, count in ((127.0, 40), (129.0, 40), (131.0, 5)):
        for number, step in enumerate(generator.integers(0, 6, count).tolist()):
            apart = 0.5 * number if longitude == 131.0 else 0.0
            point = transform.transform(QgsPointXY(longitude + 0.013 * step, 36.5 + apart))
            rows.append((f"POINT ({point.x()!r} {point.y()!r})", f"r{number // 2}", longitude))
    return [*rows, (None, "r0", 0.0)]


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:5179"])
@pytest.mark.parametrize("stored", [False, True])
def test_addresses_get_the_cluster_they_were_found_in(
    run: Any, make_layer: MakeLayer, tmp_path: Path, crs: str, stored: bool
) -> None:
    rows = addresses(crs)
    layer = make_layer("Point", crs, "record:string&east:double", rows)
    found = run(
        "innovationclusters",
        {
            **{"INVENTORS": layer.id(), "INVENTORS_RECORD": "record", "MIN_DENSITY": 20, "CLUSTERS": OUTPUT},
            "SITES": str(tmp_path / "sites.gpkg") if stored else OUTPUT,
        },
    )
    assert found.succeeded, found.feedback.text
    outcome = run(
        "labeladdresses",
        {
            **{"INPUT": layer.id(), "SITES": found.layer("SITES"), "UNMATCHED": OUTPUT},
            "OUTPUT": str(tmp_path / "addresses.gpkg") if stored else OUTPUT,
        },
    )
    assert outcome.succeeded, outcome.feedback.text
    labelled = outcome.rows("OUTPUT")
    assert len(labelled) == len(rows)
    clusters = {
        east: {row["cluster_id"] for row in labelled if row["east"] == east} for east in (127.0, 129.0, 131.0)
    }
    assert clusters == {127.0: {1}, 129.0: {2}, 131.0: {None}}
    assert [row["at_site"] for row in labelled] == [True] * (len(rows) - 1) + [False]
    assert outcome.results["NUM_UNMATCHED"] == 1
    (unmatched,) = outcome.rows("UNMATCHED")
    assert "cluster_id" not in unmatched
    assert (unmatched["record"], unmatched["east"]) == ("r0", 0.0)
    assert "80 addresses are in clusters, 5 in none, 1 at no site." in outcome.feedback.text


def test_rounded_sites(run: Any, make_layer: MakeLayer) -> None:
    layer = make_layer("Point", "EPSG:4326", "a:integer", [("POINT (127.12341 37.5)", 1)])
    sites = make_layer("Point", "EPSG:4326", "cluster_id:integer", [("POINT (127.123 37.5)", 4)])
    parameters = {"INPUT": layer.id(), "SITES": sites.id(), "OUTPUT": OUTPUT}
    outcome = run("labeladdresses", {**parameters, "DECIMALS": 3})
    assert [row["cluster_id"] for row in outcome.rows("OUTPUT")] == [4]
    refused = run("labeladdresses", parameters)
    assert not refused.succeeded
    assert "Not one of the 1 addresses is at a site" in refused.feedback.text


def test_a_field_of_the_same_name_is_kept(run: Any, make_layer: MakeLayer) -> None:
    layer = make_layer("Point", "EPSG:4326", "cluster_id:string", [("POINT (1 2)", "mine")])
    sites = make_layer("Point", "EPSG:4326", "cluster_id:integer", [("POINT (1 2)", 4)])
    outcome = run("labeladdresses", {"INPUT": layer.id(), "SITES": sites.id(), "OUTPUT": OUTPUT})
    (row,) = outcome.rows("OUTPUT")
    assert row == {"cluster_id": "mine", "cluster_id_2": 4, "at_site": True}
