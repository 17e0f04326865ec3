from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import pytest
from qgis.core import QgsProject, QgsVectorLayer, edit
from qgis.PyQt import sip
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtTest import QTest

from innovation_clusters.plugin.dock import ranking_model, ranking_view
from innovation_clusters.plugin.dock.ranking_view import RankingView

from .conftest import CLUSTER_FIELDS, SQUARE, Interface, made_by

pytestmark = pytest.mark.qgis

MakeLayer = Callable[..., QgsVectorLayer]


@pytest.fixture
def view(interface: Interface) -> Iterator[RankingView]:
    made = RankingView(interface)
    yield made
    made.close_view()
    sip.delete(made)


def column(view: RankingView, field: str) -> int:
    return [each.field for each in view.model.columns].index(field)


def cells(view: RankingView, field: str) -> list[str]:
    place = column(view, field)
    return [view.proxy.index(row, place).data() for row in range(view.proxy.rowCount())]


def choose(view: RankingView, row: int) -> None:
    index = view.proxy.index(row, 0)
    # Not selectRow, which goes by the place of a column on the screen.
    view.table.selectionModel().setCurrentIndex(index, ranking_view.CHOOSE_ROWS)


def selected_ranks(layer: QgsVectorLayer) -> list[int]:
    return sorted(feature["rank"] for feature in layer.selectedFeatures())


def test_what_the_table_shows(view: RankingView, clusters: MakeLayer) -> None:
    view.set_layer(clusters(60))
    # Intensity has no value in any row.
    assert [each.field for each in view.model.columns] == [
        *("rank", "name", "economies", "share_patents", "share_publications", "share_deals", "score", "tier")
    ]
    assert cells(view, "rank") == [str(rank) for rank in range(1, 61)]
    assert cells(view, "name")[:2] == ["City 1", "City 2"]
    assert cells(view, "score")[2] == "5.33"
    assert cells(view, "tier")[0] == "1–25"
    assert cells(view, "tier")[-1] == "Beyond rank 100"


def test_names_are_those_of_the_language_of_qgis(
    view: RankingView, clusters: MakeLayer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ranking_model, "language", lambda: "ko")
    view.set_layer(clusters(3))
    assert cells(view, "name") == ["도시 1", "도시 2", "City 3"]
    view.filter.setText("CITY 2")
    assert cells(view, "name") == ["도시 2"]


def test_numbers_sort_as_numbers_and_nothing_sorts_last(view: RankingView, make_layer: MakeLayer) -> None:
    rows = [
        (SQUARE.format(0, 1), 10, 1, "Busan", None, "KR", None, None, None, 3.0, None, "beyond"),
        (SQUARE.format(2, 3), 9, 2, "boston", None, "KR", 0.5, None, None, 20.0, 2.0, "1-25"),
        (SQUARE.format(4, 5), 100, 3, "austin", None, "KR", 12.0, None, None, 1.0, 11.0, "76-100"),
    ]
    view.set_layer(make_layer("MultiPolygon", "EPSG:4326", CLUSTER_FIELDS, rows))
    assert cells(view, "rank") == ["9", "10", "100"]
    ascending, descending = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
    for field, order, expected in (
        ("share_patents", ascending, ["9", "100", "10"]),
        ("share_patents", descending, ["100", "9", "10"]),
        ("intensity", descending, ["100", "9", "10"]),
        ("name", ascending, ["100", "9", "10"]),
        ("tier", ascending, ["9", "100", "10"]),
        ("tier", descending, ["10", "100", "9"]),
    ):
        view.table.sortByColumn(column(view, field), order)
        assert cells(view, "rank") == expected, (field, order)


def test_rows_choose_features_and_flash_and_zoom(
    view: RankingView, clusters: MakeLayer, interface: Interface
) -> None:
    layer = clusters(5)
    view.set_layer(layer)
    view.table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    choose(view, 1)
    assert selected_ranks(layer) == [4]
    assert interface.flashed == [layer.selectedFeatureIds()]
    assert interface.zoomed == []
    QTest.keyClick(view.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert selected_ranks(layer) == [3, 4]
    view.zooming.setChecked(True)
    assert [sorted(ids) for ids in interface.zoomed] == [sorted(layer.selectedFeatureIds())]
    view.table.clearSelection()
    assert selected_ranks(layer) == []
    assert len(interface.zoomed) == 1
    view.zooming.setChecked(False)
    choose(view, 0)
    view.zoom()
    assert len(interface.zoomed) == 2


def test_features_mark_rows_also_filtered_and_sorted_ones(
    view: RankingView, clusters: MakeLayer, interface: Interface
) -> None:
    layer = clusters(6)
    view.set_layer(layer)
    layer.selectByExpression('"rank" IN (2, 5)')
    assert [view.model.ids.index(each) + 1 for each in view.chosen_ids()] == [2, 5]
    assert interface.flashed == []
    view.filter.setText("us")
    assert cells(view, "rank") == ["2", "4", "6"]
    assert len(view.chosen_ids()) == 1
    # What the filter hides stays selected on the map, and is marked again when it comes back.
    assert selected_ranks(layer) == [2, 5]
    assert "3 of 6" in view.count.text()
    view.filter.setText("")
    assert len(view.chosen_ids()) == 2
    assert selected_ranks(layer) == [2, 5]
    view.table.sortByColumn(column(view, "score"), Qt.SortOrder.AscendingOrder)
    assert len(view.chosen_ids()) == 2
    assert selected_ranks(layer) == [2, 5]


def test_every_word_of_the_filter_counts(view: RankingView, clusters: MakeLayer) -> None:
    view.set_layer(clusters(12))
    view.filter.setText("kr CITY 1")
    assert cells(view, "rank") == ["1", "11"]
    view.filter.setText("도시 12")
    assert cells(view, "rank") == []
    view.filter.setText("도시 11")
    assert cells(view, "rank") == ["11"]


def test_edits_and_filters_of_the_layer_are_followed(view: RankingView, clusters: MakeLayer) -> None:
    layer = clusters(4)
    view.set_layer(layer)
    layer.selectByExpression('"rank" = 2')
    with edit(layer):
        feature = next(layer.getFeatures('"rank" = 2'))
        layer.changeAttributeValue(feature.id(), layer.fields().lookupField("name"), "Renamed")
        assert view._timer.isActive()
        view.reload()
        assert "Renamed" in cells(view, "name")
        layer.deleteFeature(next(layer.getFeatures('"rank" = 1')).id())
    view.reload()
    assert cells(view, "rank") == ["2", "3", "4"]
    assert selected_ranks(layer) == [2]
    assert len(view.chosen_ids()) == 1
    view._timer.stop()
    layer.setSubsetString('"rank" > 2')
    assert view._timer.isActive()
    view.reload()
    assert cells(view, "rank") == ["3", "4"]


def test_a_removed_layer_leaves_an_empty_table(view: RankingView, clusters: MakeLayer) -> None:
    layer = clusters(4)
    view.set_layer(layer)
    QgsProject.instance().removeMapLayer(layer.id())
    assert view.model.rowCount() == 0
    assert not view.table.isEnabled()
    view.copy()
    view.zoom()
    view.set_layer(clusters(2))
    assert view.model.rowCount() == 2


def test_copied_rows_are_what_spreadsheets_take(view: RankingView, clusters: MakeLayer) -> None:
    view.set_layer(clusters(3))
    choose(view, 1)
    view.copy()
    head, row = QGuiApplication.clipboard().text().split("\n")
    assert head.split("\t")[:3] == ["Rank", "Name", "Economies"]
    assert row.split("\t") == ["2", "City 2", "US", "5.00", "2.50", "0.50", "8.00", "1–25"]
    view.table.clearSelection()
    assert len(view.copied().split("\n")) == 4
    view.table.horizontalHeader().moveSection(1, 0)
    assert view.copied().startswith("Name\tRank\t")


def test_a_ranking_without_boundaries_goes_without_the_map(
    view: RankingView, make_layer: MakeLayer, interface: Interface
) -> None:
    fields = "rank:integer&cluster_id:integer&name:string&score:double"
    layer = make_layer("None", "", fields, [(None, 1, 1, "A", 2.0), (None, 2, 2, "B", 1.0)])
    view.set_layer(made_by(layer, "innovationclusters"))
    view.zooming.setChecked(True)
    choose(view, 0)
    assert selected_ranks(layer) == [1]
    assert interface.flashed == interface.zoomed == []
    assert not view.zooming.isEnabled()


def test_three_hundred_clusters_are_shown_in_a_blink(view: RankingView, clusters: MakeLayer) -> None:
    layer = clusters(300)
    view.set_layer(layer)
    for work in (
        view.reload,
        layer.selectAll,
        view.table.selectAll,
        lambda: view.filter.setText("kr"),
        lambda: view.table.sortByColumn(1, Qt.SortOrder.DescendingOrder),
    ):
        start = time.perf_counter()
        work()
        assert time.perf_counter() - start < 0.5


def test_a_layer_far_too_long_is_cut_and_says_so(
    view: RankingView, clusters: MakeLayer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ranking_model, "MOST_ROWS", 10)
    monkeypatch.setattr(ranking_view, "MOST_ROWS", 10)
    view.set_layer(clusters(12))
    assert view.model.rowCount() == 10
    assert "first 10" in view.count.text()
