from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsApplication, QgsProject, QgsVectorFileWriter, QgsVectorLayer

from innovation_clusters.plugin.dock.roles import Role
from innovation_clusters.plugin.dock.state import NONE, SCOPE, ProjectState

from .conftest import made_by, settle

pytestmark = pytest.mark.qgis

MakeLayer = Callable[..., Any]
PROJECT = QgsProject.instance


@pytest.fixture
def state(qgis_app: QgsApplication) -> Iterator[ProjectState]:
    PROJECT().clear()
    made = ProjectState(PROJECT())
    yield made
    made.close()
    PROJECT().clear()


def entry(role: Role) -> str:
    return str(PROJECT().readEntry(SCOPE, f"dock/{role.value}", "")[0])


def stored(layer: QgsVectorLayer, path: Path, name: str) -> QgsVectorLayer:
    """Write a layer into a GeoPackage and put that into the project in its place."""
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.layerName = name
    QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(path), PROJECT().transformContext(), options)
    made = QgsVectorLayer(f"{path}|layername={name}", name, "ogr")
    assert made.isValid()
    PROJECT().removeMapLayer(layer.id())
    PROJECT().addMapLayer(made)
    return made


def test_results_of_this_sitting_take_their_places(state: ProjectState, clusters: MakeLayer) -> None:
    first = clusters()
    state.settle()
    assert state.layer(Role.CLUSTERS) == first
    assert entry(Role.CLUSTERS) == first.id()
    second = clusters()
    state.settle()
    assert state.layer(Role.CLUSTERS) == second


def test_a_history_that_comes_after_the_layer_is_heard(state: ProjectState, make_layer: MakeLayer) -> None:
    layer = make_layer("Point", "EPSG:4326", "weight:double", [], "inventors")
    state.settle()
    assert state.layer(Role.INVENTORS) is None
    heard: list[bool] = []
    state.changed.connect(lambda: heard.append(True))
    made_by(layer, "preparepoints")
    assert state._timer.isActive()
    state.settle()
    assert state.layer(Role.INVENTORS) == layer
    assert heard


def test_older_results_fill_what_is_empty_but_change_nothing(
    state: ProjectState, addresses: MakeLayer
) -> None:
    PROJECT().setDirty(False)
    old = addresses("inventors", when="2020-01-01T00:00:00+00:00")
    PROJECT().setDirty(False)
    state.settle()
    assert state.layer(Role.INVENTORS) == old
    assert entry(Role.INVENTORS) == ""
    assert not PROJECT().isDirty()


def test_the_users_choice_stays_until_a_run_makes_another(state: ProjectState, addresses: MakeLayer) -> None:
    layer = addresses("inventors")
    state.settle()
    state.choose(Role.INVENTORS, None)
    assert state.layer(Role.INVENTORS) is None
    assert entry(Role.INVENTORS) == NONE
    state.settle()
    assert state.layer(Role.INVENTORS) is None
    state.choose(Role.AUTHORS, layer)
    assert state.layer(Role.AUTHORS) == layer
    newer = addresses("inventors")
    state.settle()
    assert state.layer(Role.INVENTORS) == newer
    assert state.layer(Role.AUTHORS) == layer


def test_points_of_nobody_knows_what_wait_for_the_user(state: ProjectState, addresses: MakeLayer) -> None:
    layer = addresses("Address points", "seoul.csv")
    state.settle()
    assert state.unassigned() == [layer]
    assert all(state.layer(role) is None for role in Role)
    state.choose(Role.DEALS, layer)
    assert state.unassigned() == []


def test_a_removed_layer_leaves_its_place_to_the_next(state: ProjectState, clusters: MakeLayer) -> None:
    first, second = clusters(), clusters()
    state.choose(Role.CLUSTERS, second)
    PROJECT().removeMapLayer(second.id())
    assert state.layer(Role.CLUSTERS) is None
    state.settle()
    assert state.layer(Role.CLUSTERS) == first
    PROJECT().removeMapLayer(first.id())
    state.settle()
    assert state.layer(Role.CLUSTERS) is None


def test_numbers_are_kept_and_forgotten(state: ProjectState) -> None:
    assert state.number("eps") is None
    heard: list[bool] = []
    state.changed.connect(lambda: heard.append(True))
    state.set_number("eps", 15_000.0)
    state.set_number("eps", 15_000.0)
    assert state.number("eps") == 15_000.0
    assert len(heard) == 1
    state.set_number("eps", None)
    assert state.number("eps") is None
    PROJECT().clear()
    assert state.number("eps") is None


def test_a_project_keeps_what_was_chosen(
    state: ProjectState, clusters: MakeLayer, addresses: MakeLayer, tmp_path: Path
) -> None:
    chosen = stored(clusters(), tmp_path / "a.gpkg", "first")
    points = stored(addresses("inventors"), tmp_path / "b.gpkg", "points")
    state.choose(Role.CLUSTERS, chosen)
    state.choose(Role.AUTHORS, points)
    state.choose(Role.INVENTORS, None)
    state.set_number("minimum", 4500.0)
    path = str(tmp_path / "project.qgz")
    assert PROJECT().write(path)
    identifiers = chosen.id(), points.id()

    PROJECT().clear()
    state.settle()
    assert all(state.layer(role) is None for role in Role)
    assert state.number("minimum") is None

    assert PROJECT().read(path)
    layers = state.layer(Role.CLUSTERS), state.layer(Role.AUTHORS)
    assert tuple(layer.id() for layer in layers if layer is not None) == identifiers
    assert state.layer(Role.INVENTORS) is None
    assert state.number("minimum") == 4500.0
    state.settle()
    assert not PROJECT().isDirty()


def test_a_project_whose_data_is_gone_opens_and_gets_well_again(
    state: ProjectState, clusters: MakeLayer, tmp_path: Path
) -> None:
    layer = stored(clusters(), tmp_path / "a.gpkg", "clusters")
    state.choose(Role.CLUSTERS, layer)
    path = str(tmp_path / "project.qgz")
    assert PROJECT().write(path)
    PROJECT().clear()
    del layer
    (tmp_path / "a.gpkg").rename(tmp_path / "elsewhere.gpkg")

    PROJECT().read(path)
    state.settle()
    assert state.layer(Role.CLUSTERS) is None
    assert state.lost(Role.CLUSTERS) == "clusters"
    assert not PROJECT().isDirty()

    found = next(iter(PROJECT().mapLayers().values()))
    found.setDataSource(f"{tmp_path / 'elsewhere.gpkg'}|layername=clusters", "clusters", "ogr")
    state.settle()
    assert state.layer(Role.CLUSTERS) == found
    assert state.lost(Role.CLUSTERS) == ""


def test_a_layer_that_no_longer_fits_is_given_up(state: ProjectState, make_layer: MakeLayer) -> None:
    zones = make_layer("Polygon", "EPSG:5179", "zone_id:string&zone_type:string", [])
    state.choose(Role.ZONES, zones)
    assert state.layer(Role.ZONES) == zones
    zones.dataProvider().deleteAttributes([0])
    zones.updateFields()
    state.settle()
    assert state.layer(Role.ZONES) is None


def test_nothing_is_heard_after_closing(qgis_app: QgsApplication, addresses: MakeLayer) -> None:
    PROJECT().clear()
    layer = addresses("inventors")
    state = ProjectState(PROJECT())
    heard: list[bool] = []
    state.changed.connect(lambda: heard.append(True))
    state.close()
    layer.setName("authors")
    addresses("authors")
    PROJECT().clear()
    settle()
    assert not state._timer.isActive()
    assert heard == []
