from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from qgis.core import QgsVectorLayer

from innovation_clusters.plugin.dock.roles import ADDRESSES, Role, could_be, made, maker, roles_of, told

from .conftest import CLUSTER_FIELDS, made_by

pytestmark = pytest.mark.qgis

MakeLayer = Callable[..., QgsVectorLayer]


def test_the_history_tells_maker_time_and_parameters(make_layer: MakeLayer) -> None:
    layer = make_layer("Point", "EPSG:4326", "a:integer", [])
    assert (maker(layer), made(layer), told(layer, "EPS")) == ("", None, "")
    made_by(layer, "innovationclusters", "EPS=15000", "EDITION=2025", when="2026-11-21T06:00:00+00:00")
    assert maker(layer) == "innovationclusters"
    assert made(layer) == datetime(2026, 11, 21, 6, tzinfo=UTC)
    assert told(layer, "EPS") == "15000"
    assert told(layer, "EP") == ""
    metadata = layer.metadata()
    metadata.setHistory([*metadata.history(), "Clusters: 3 rows written", "2026-13-01T00:00:00"])
    layer.setMetadata(metadata)
    assert made(layer) == datetime(2026, 11, 21, 6, tzinfo=UTC)
    made_by(layer, "innovationclusters", when="yesterday")
    assert made(layer) is None


@pytest.mark.parametrize(
    ("name", "source", "roles"),
    [
        ("Inventors", "", (Role.INVENTORS,)),
        ("Address points", "authors.csv", (Role.AUTHORS,)),
        ("벤처투자 2024", "", (Role.DEALS,)),
        ("논문 주소", "inventors.csv", (Role.AUTHORS,)),
        ("Address points", "seoul.csv", ADDRESSES),
    ],
)
def test_addresses_are_told_apart_by_names(
    addresses: MakeLayer, name: str, source: str, roles: tuple[Role, ...]
) -> None:
    assert roles_of(addresses(name, source)) == roles


def test_layers_of_other_hands_are_known_by_their_fields(make_layer: MakeLayer) -> None:
    polygons = make_layer("MultiPolygon", "EPSG:4326", CLUSTER_FIELDS, [])
    assert roles_of(polygons) == (Role.CLUSTERS,)
    table = make_layer("None", "", "rank:integer&cluster_id:integer&score:double", [])
    assert roles_of(table) == (Role.RANKING,)
    sites = make_layer("Point", "EPSG:4326", "cluster_id:integer&rank:integer&role:string&weight:double", [])
    assert roles_of(sites) == (Role.SITES,)
    zones = make_layer("Polygon", "EPSG:5179", "zone_id:string&zone_type:string", [])
    assert roles_of(zones) == (Role.ZONES,)
    records = make_layer("Point", "EPSG:4326", "record:string", [], "patents")
    assert roles_of(records) == (Role.INVENTORS,)


def test_what_only_looks_alike_is_not_taken(make_layer: MakeLayer, addresses: MakeLayer) -> None:
    scorecard = make_layer(
        "MultiPolygon", "EPSG:4326", "zone_id:string&rank:integer&cluster_id:integer&score:double", []
    )
    assert not could_be(scorecard, Role.CLUSTERS)
    rejects = make_layer(
        "Point", "EPSG:4326", "record:string&reason:string&reason_text:string&row:integer", []
    )
    assert roles_of(made_by(rejects, "preparepoints")) == ()
    clustered = make_layer("Point", "EPSG:4326", "record:string&cluster_id:integer", [])
    assert roles_of(clustered) == ()
    labelled = addresses("inventors")
    assert roles_of(made_by(labelled, "labeladdresses")) == ()
    catalogue = make_layer("Point", "EPSG:4326", "zone_id:string&zone_type:string", [])
    assert roles_of(made_by(catalogue, "zonecatalogue")) == ()
    assert roles_of(made_by(catalogue, "importzones")) == (Role.NODES,)


def test_a_layer_without_data_has_no_role(qgis_app: object) -> None:
    broken = QgsVectorLayer("/nowhere/clusters.gpkg|layername=clusters", "Clusters", "ogr")
    assert roles_of(broken) == ()
    assert not could_be(broken, Role.CLUSTERS)
