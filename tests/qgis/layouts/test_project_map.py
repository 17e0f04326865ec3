"""The printed map: which projection, what is on the page, and that it can be written."""

from __future__ import annotations

import math
import re
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextScope,
    QgsExpressionContextUtils,
    QgsFeatureRequest,
    QgsLayoutFrame,
    QgsLayoutItemAttributeTable,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemScaleBar,
    QgsPointXY,
    QgsPrintLayout,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt import sip
from qgis.PyQt.QtGui import QImage

from innovation_clusters.plugin import styles, symbols
from innovation_clusters.plugin.layouts.basemap import add_basemap
from innovation_clusters.plugin.layouts.exporting import export
from innovation_clusters.plugin.layouts.fonts import hangul_family
from innovation_clusters.plugin.layouts.legend import round_scores
from innovation_clusters.plugin.layouts.project_map import build_map_layout
from innovation_clusters.tests.qgis import made_up

pytestmark = pytest.mark.qgis

KOREA = ((126.98, 37.56), (127.38, 36.35), (129.07, 35.18))
EUROPE = ((2.35, 48.86), (13.4, 52.5), (-0.12, 51.5), (9.19, 45.46))


@pytest.fixture
def project(qgis_app: QgsApplication) -> Iterator[QgsProject]:
    project = QgsProject()
    yield project
    # pytest may hold on to it until QGIS is gone, which a project does not survive.
    sip.delete(project)


def layers(
    project: QgsProject, path: Path, ranks: Sequence[int], places: Sequence[tuple[float, float]]
) -> tuple[QgsVectorLayer, QgsVectorLayer]:
    destinations = made_up.atlas(path, ranks, places)
    found = []
    for name in ("clusters", "sites"):
        layer = QgsVectorLayer(destinations[name], name, "ogr")
        assert styles.apply(name, layer) == ""
        project.addMapLayer(layer)
        found.append(layer)
    return found[0], found[1]


def items(layout: QgsPrintLayout, kind: type) -> list:
    return [item for item in layout.items() if type(item) is kind]


def main_map(layout: QgsPrintLayout) -> QgsLayoutItemMap:
    return max(items(layout, QgsLayoutItemMap), key=lambda item: item.rect().width())


def texts(layout: QgsPrintLayout) -> str:
    return "\n".join(label.text() for label in items(layout, QgsLayoutItemLabel))


def table_rows(layout: QgsPrintLayout) -> list[list[str]]:
    """Return the cells of the table, which QGIS itself does not give to Python."""
    tables = [frame.multiFrame() for frame in items(layout, QgsLayoutFrame)]
    assert len(tables) == 1
    table = tables[0]
    assert isinstance(table, QgsLayoutItemAttributeTable)
    assert table.filterFeatures()
    assert [column.attribute() for column in table.sortColumns()] == ["rank"]
    request = QgsFeatureRequest().setFilterExpression(table.featureFilter()).addOrderBy("rank")
    request.setLimit(table.maximumNumberOfFeatures())
    context = table.createExpressionContext()
    rows = []
    for feature in table.vectorLayer().getFeatures(request):
        context.setFeature(feature)
        cells = [QgsExpression(column.attribute()).evaluate(context) for column in table.columns()]
        rows.append([str(cell) for cell in cells])
    return rows


def test_a_world_map_is_equal_area_and_shows_korea_apart(project: QgsProject, tmp_path: Path) -> None:
    clusters, sites = layers(project, tmp_path / "atlas.gpkg", range(1, 13), made_up.WORLD)
    layout = build_map_layout(
        project, clusters, "World", sites=sites, subtitle="Below", notes=["Modelled sample.", "", "Method."]
    )
    world = main_map(layout)
    assert world.crs().authid() == "EPSG:8857"
    transform = QgsCoordinateTransform(clusters.crs(), world.crs(), project)
    for feature in clusters.getFeatures():
        centre = transform.transform(feature.geometry().centroid().asPoint())
        assert world.extent().contains(centre), feature["name"]
    inset = next(item for item in items(layout, QgsLayoutItemMap) if item is not world)
    assert inset.crs().authid() == "EPSG:5179"
    assert inset.extent().contains(QgsPointXY(953_000, 1_952_000))  # Seoul
    assert inset.extent().contains(QgsPointXY(1_141_000, 1_687_000))  # Busan
    assert len(items(layout, QgsLayoutItemScaleBar)) == 1
    written = texts(layout)
    for line in ("World", "Below", "Modelled sample.", "Method.", "Korea", "Natural Earth"):
        assert line in written
    assert project.layoutManager().layoutByName("World") is layout


def test_without_korea_the_inset_is_where_clusters_are_densest(project: QgsProject, tmp_path: Path) -> None:
    places = ((-122.1, 37.4), (151.2, -33.9), (13.4, 52.5), (13.9, 52.9), (14.4, 52.3))
    clusters, _ = layers(project, tmp_path / "atlas.gpkg", [1, 2, 3, 4, 5], places)
    layout = build_map_layout(project, clusters, "World")
    assert "Around City 3" in texts(layout)
    inset = min(items(layout, QgsLayoutItemMap), key=lambda item: item.rect().width())
    transform = QgsCoordinateTransform(clusters.crs(), inset.crs(), project)
    for x, y in places[2:]:
        assert inset.extent().contains(transform.transform(QgsPointXY(x, y)))


def test_a_korean_map_is_in_the_korean_grid(project: QgsProject, tmp_path: Path) -> None:
    clusters, sites = layers(project, tmp_path / "atlas.gpkg", [1, 25, 95], KOREA)
    layout = build_map_layout(project, clusters, "Korea", sites=sites)
    shown = main_map(layout)
    assert shown.crs().authid() == "EPSG:5179"
    locator = next(item for item in items(layout, QgsLayoutItemMap) if item is not shown)
    assert [overview.linkedMap() for overview in locator.overviews().asList()] == [shown]
    assert locator.extent().width() > 1.5 * shown.extent().width()
    transform = QgsCoordinateTransform(clusters.crs(), shown.crs(), project)
    assert shown.extent().contains(transform.transformBoundingBox(clusters.extent()))


def test_a_regional_map_keeps_areas(project: QgsProject, tmp_path: Path) -> None:
    clusters, _ = layers(project, tmp_path / "atlas.gpkg", [1, 2, 3, 4], EUROPE)
    layout = build_map_layout(project, clusters, "Europe")
    shown = main_map(layout)
    # The ratio of map areas of two equal quadrangles on the sphere, one near the centre, one at the edge.
    areas = []
    transform = QgsCoordinateTransform(QgsCoordinateReferenceSystem("EPSG:4326"), shown.crs(), project)
    for x, y in ((6.0, 49.0), (13.0, 45.0)):
        corners = [(x, y), (x + 0.1, y), (x + 0.1, y + 0.1), (x, y + 0.1)]
        points = [transform.transform(QgsPointXY(*corner)) for corner in corners]
        pairs = zip(points, points[1:] + points[:1], strict=True)
        area = abs(sum(a.x() * b.y() - b.x() * a.y() for a, b in pairs)) / 2
        areas.append(area / (math.sin(math.radians(y + 0.1)) - math.sin(math.radians(y))))
    # WGS 84 is no sphere: the ellipsoid accounts for some 0.1 per cent between these latitudes.
    assert areas[0] / areas[1] == pytest.approx(1.0, rel=0.003)


def test_the_table_has_the_first_in_order_as_far_as_there_is_room(
    project: QgsProject, tmp_path: Path
) -> None:
    ranks = [12, 3, 1, 7, 2, 11, 5, 4, 6, 10, 9, 8, *range(30, 12, -1)]
    clusters, _ = layers(project, tmp_path / "atlas.gpkg", ranks, made_up.WORLD)
    layout = build_map_layout(project, clusters, "World")
    rows = table_rows(layout)
    assert [row[0] for row in rows] == [str(rank) for rank in range(1, len(rows) + 1)]
    assert 10 <= len(rows) < 20
    assert rows[0][1:3] == ["City 1", "KR"]
    assert rows[0][-1] == "14.00"
    assert f"Ranking: the first {len(rows)}" in texts(layout)


def test_a_metric_that_was_not_counted_has_no_column(project: QgsProject, tmp_path: Path) -> None:
    clusters, _ = layers(project, tmp_path / "atlas.gpkg", [1, 2], KOREA)
    with_deals = len(table_rows(build_map_layout(project, clusters, "with"))[0])
    clusters.startEditing()
    index = clusters.fields().lookupField("share_deals")
    for feature in clusters.getFeatures():
        clusters.changeAttributeValue(feature.id(), index, None)
    assert clusters.commitChanges()
    layout = build_map_layout(project, clusters, "without")
    assert len(table_rows(layout)[0]) == with_deals - 1
    assert "Ranking" in texts(layout)
    assert "the first" not in texts(layout)


def test_the_legend_has_the_tiers_that_are_there_and_the_noise(project: QgsProject, tmp_path: Path) -> None:
    clusters, sites = layers(project, tmp_path / "atlas.gpkg", [1, 60, 101], made_up.WORLD)
    layout = build_map_layout(project, clusters, "World", sites=sites)
    (legend,) = items(layout, QgsLayoutItemLegend)
    model = legend.model()
    shown = [node.data(0) for tree in model.rootGroup().findLayers() for node in model.layerLegendNodes(tree)]
    assert shown == ["Rank 1–25", "Rank 51–75", "Beyond rank 100", "In no cluster (noise)"]


def test_a_layout_of_the_same_name_is_replaced(project: QgsProject, tmp_path: Path) -> None:
    clusters, _ = layers(project, tmp_path / "atlas.gpkg", [1], KOREA)
    build_map_layout(project, clusters, "Map")
    second = build_map_layout(project, clusters, "Map")
    assert project.layoutManager().printLayouts() == [second]


def test_no_cluster_no_map(project: QgsProject, tmp_path: Path) -> None:
    clusters, _ = layers(project, tmp_path / "atlas.gpkg", [], KOREA)
    with pytest.raises(ValueError, match="no cluster"):
        build_map_layout(project, clusters, "Map")


def test_pdf_and_png_are_written(project: QgsProject, tmp_path: Path) -> None:
    clusters, sites = layers(project, tmp_path / "atlas.gpkg", range(1, 13), made_up.WORLD)
    basemap = add_basemap(project)
    assert [layer.name() for layer in basemap] == ["Provinces", "Countries"]
    layout = build_map_layout(project, clusters, "세계 지도", sites=sites, basemap=basemap)
    pdf, png = tmp_path / "한글.pdf", tmp_path / "한글.png"
    export(layout, pdf, png)
    image = QImage(str(png))
    # A4 at 300 dots per inch.
    assert (image.width(), image.height()) == (pytest.approx(3508, abs=1), pytest.approx(2480, abs=1))
    assert round(image.dotsPerMeterX() * 0.0254) == 300
    content = pdf.read_bytes()
    assert content.startswith(b"%PDF")
    boxes = re.findall(rb"/MediaBox \[0 0 ([0-9.]+) ([0-9.]+)\]", content)
    assert [(round(float(x)), round(float(y))) for x, y in boxes] == [(842, 595)]


def test_the_text_of_the_pdf_is_text(project: QgsProject, tmp_path: Path) -> None:
    import shutil

    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")
    clusters, _ = layers(project, tmp_path / "atlas.gpkg", [1, 2, 3], KOREA)
    layout = build_map_layout(project, clusters, "한국의 클러스터", notes=["모형 표본"])
    export(layout, tmp_path / "map.pdf")
    found = subprocess.run(
        ["pdftotext", str(tmp_path / "map.pdf"), "-"], capture_output=True, text=True, check=True
    ).stdout
    # Qt writes a space as a character of the font's own.
    found = found.replace("\x01", " ")
    for text in ("한국의 클러스터", "모형 표본", "City 1"):
        assert text in found


def test_what_cannot_be_written_is_an_error(project: QgsProject, tmp_path: Path) -> None:
    clusters, _ = layers(project, tmp_path / "atlas.gpkg", [1], KOREA)
    layout = build_map_layout(project, clusters, "Map")
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    for name in ("map.pdf", "map.png"):
        target = tmp_path / "file" / name
        with pytest.raises(OSError, match=re.escape(name)):
            export(layout, **{name.removeprefix("map."): target})


def test_a_project_with_the_map_opens_again(project: QgsProject, tmp_path: Path) -> None:
    clusters, sites = layers(project, tmp_path / "atlas.gpkg", [1, 2], KOREA)
    basemap = add_basemap(project)
    build_map_layout(project, clusters, "Map", sites=sites, basemap=basemap)
    path = tmp_path / "project.qgs"
    assert project.write(str(path))
    # QGIS finds its own world map wherever it is installed.
    assert "inbuilt:/data/world_map.gpkg" in path.read_text(encoding="utf-8")
    again = QgsProject()
    assert again.read(str(path))
    layout = again.layoutManager().layoutByName("Map")
    assert isinstance(layout, QgsPrintLayout)
    assert [layer.name() for layer in main_map(layout).layers()] == [
        "clusters",
        "sites",
        "Provinces",
        "Countries",
    ]
    assert all(layer.isValid() for layer in again.mapLayers().values())
    assert len(table_rows(layout)) == 2
    sip.delete(again)


@pytest.mark.parametrize("scale", [11e6, 24e6, 26e6, 120e6])
@pytest.mark.parametrize("score", [14.0, 3.5, 0.01])
def test_legend_and_style_draw_circles_of_one_size(
    qgis_app: QgsApplication, tmp_path: Path, scale: float, score: float
) -> None:
    layer = QgsVectorLayer(made_up.atlas(tmp_path / "atlas.gpkg", [1, 2])["clusters"], "clusters", "ogr")
    context = QgsExpressionContext()
    context.appendScopes(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    scope = QgsExpressionContextScope()
    scope.setVariable("map_scale", scale)
    context.appendScope(scope)
    feature = next(layer.getFeatures())
    feature["score"] = score
    context.setFeature(feature)
    expression = QgsExpression(symbols.circle_diameter_expression())
    drawn = expression.evaluate(context)
    assert not expression.hasEvalError()
    assert drawn == pytest.approx(symbols.circle_diameter(score, 14.0, scale))


def test_the_style_draws_the_circles_of_symbols() -> None:
    text = (styles.STYLES / "clusters.qml").read_text(encoding="utf-8")
    assert symbols.circle_diameter_expression().replace('"', "&quot;").replace(">", "&gt;") in text


@pytest.mark.parametrize(
    ("largest", "scores"),
    [
        (14.3, [10.0, 2.0, 0.5]),
        (1.0, [1.0, 0.2, 0.05]),
        (0.7, [0.5, 0.1, 0.02]),
        (300.0, [200.0, 50.0, 10.0]),
    ],
)
def test_the_circles_of_the_legend_have_round_scores(largest: float, scores: list[float]) -> None:
    assert round_scores(largest) == pytest.approx(scores)


def test_the_font_has_hangul(qgis_app: QgsApplication) -> None:
    from qgis.PyQt.QtGui import QFont, QRawFont

    font = QRawFont.fromFont(QFont(hangul_family()))
    assert font.supportsCharacter("한")
    assert font.supportsCharacter("A")
