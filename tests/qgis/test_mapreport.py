"""Map reports: what is printed from which layers and templates, kept where, and how it fails."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsLayoutItemLabel,
    QgsLayoutItemMap,
    QgsPrintLayout,
    QgsProject,
    QgsReadWriteContext,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QImage

from innovation_clusters.plugin.layouts import fonts
from innovation_clusters.plugin.layouts.basemap import add_basemap
from innovation_clusters.plugin.layouts.main_land import main_land
from innovation_clusters.plugin.layouts.templates import TEMPLATES
from innovation_clusters.tests.qgis import made_up

pytestmark = pytest.mark.qgis

KOREA = ((126.98, 37.56), (127.38, 36.35), (129.07, 35.18))
PACIFIC = ((178.4, -18.1), (-178.2, -17.6), (179.6, -16.5))


@pytest.fixture
def atlas(tmp_path: Path) -> dict[str, str]:
    return made_up.atlas(tmp_path / "atlas.gpkg", range(1, 13))


@pytest.fixture(autouse=True)
def empty_project() -> Iterator[None]:
    yield
    QgsProject.instance().clear()


def words(pdf: Path) -> str:
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")
    found = subprocess.run(
        ["pdftotext", "-layout", str(pdf), "-"], capture_output=True, text=True, check=True
    )
    # Qt writes a space as a character of the font's own.
    return found.stdout.replace("\x01", " ")


def own_template(path: Path, ids: dict[str, type]) -> Path:
    layout = QgsPrintLayout(QgsProject.instance())
    layout.initializeDefaults()
    for name, kind in ids.items():
        item = kind(layout)
        item.setId(name)
        layout.addLayoutItem(item)
        item.attemptResize(made_up_size())
    assert layout.saveAsTemplate(str(path), QgsReadWriteContext())
    return path


def made_up_size() -> Any:
    from qgis.core import Qgis, QgsLayoutSize

    return QgsLayoutSize(120, 60, Qgis.LayoutUnit.Millimeters)


def test_a_page_is_printed_with_its_words(run: Any, atlas: dict[str, str], tmp_path: Path) -> None:
    pdf, png = tmp_path / "지도.pdf", tmp_path / "지도.png"
    result = run(
        "mapreport",
        {
            "CLUSTERS": atlas["clusters"],
            "SITES": atlas["sites"],
            "TITLE": "세계의 혁신",
            "SUBTITLE": "Below",
            "SOURCES": "Sources: made up.",
            "PDF": str(pdf),
            "PNG": str(png),
        },
    )
    assert result.succeeded, result.feedback.text
    assert result.results["PDF"] == str(pdf)
    assert result.results["LAYOUT"] == ""
    text = words(pdf)
    for line in ("세계의 혁신", "Below", "Sources: made up.", "Natural Earth", "City 1", "Patents, %"):
        assert line in text
    assert "does not tell its parameters" in text
    image = QImage(str(png))
    assert (image.width(), image.height()) == (pytest.approx(3508, abs=1), pytest.approx(2480, abs=1))
    assert QgsProject.instance().count() == 0
    assert {path.name for path in tmp_path.iterdir()} == {"atlas.gpkg", pdf.name, png.name}


@pytest.mark.parametrize("template", ["world", "country", "cluster"])
@pytest.mark.parametrize("page", ["a4_landscape", "a4_portrait", "a3_landscape", "a3_portrait"])
def test_every_shipped_layout_is_filled(
    run: Any, atlas: dict[str, str], tmp_path: Path, template: str, page: str
) -> None:
    result = run(
        "mapreport",
        {"CLUSTERS": atlas["clusters"], "TEMPLATE": template, "PAGE": page, "KEEP": True},
    )
    assert result.succeeded, result.feedback.text
    assert result.feedback.warnings == []
    layout = QgsProject.instance().layoutManager().layoutByName(result.results["LAYOUT"])
    assert isinstance(layout, QgsPrintLayout)
    paper = layout.pageCollection().page(0).rect()
    for item in layout.items():
        if isinstance(item, QgsLayoutItemMap):
            assert item.layers()
            assert not item.extent().isEmpty()
        if getattr(item, "id", str)() and item.isVisible():
            inside = item.mapRectToScene(item.rect())
            assert inside.left() >= 0, item.id()
            assert inside.right() <= paper.width() + 0.1, item.id()
            assert inside.bottom() <= paper.height() + 0.1, item.id()


def test_a_kept_layout_uses_the_layers_of_the_project_and_replaces_none(
    run: Any, atlas: dict[str, str]
) -> None:
    project = QgsProject.instance()
    clusters = QgsVectorLayer(atlas["clusters"], "Mine", "ogr")
    project.addMapLayer(clusters)
    names = []
    for _ in range(2):
        result = run("mapreport", {"CLUSTERS": clusters.id(), "TITLE": "Map", "KEEP": True})
        assert result.succeeded, result.feedback.text
        names.append(result.results["LAYOUT"])
    assert names == ["Map", "Map (2)"]
    assert len(project.mapLayersByName("Mine")) == 1
    assert len(project.mapLayersByName("Countries")) == 1
    layout = project.layoutManager().layoutByName("Map")
    shown = next(item for item in layout.items() if isinstance(item, QgsLayoutItemMap) and item.id() == "map")
    assert clusters in shown.layers()


def test_a_layout_that_fails_leaves_nothing_in_the_project(run: Any, atlas: dict[str, str]) -> None:
    result = run("mapreport", {"CLUSTERS": atlas["clusters"], "ECONOMY": "XX", "KEEP": True})
    assert not result.succeeded
    project = QgsProject.instance()
    assert project.mapLayers() == {}
    assert project.layerTreeRoot().children() == []
    assert project.layoutManager().layouts() == []


def test_the_table_is_made_of_the_ranking(
    run: Any, make_layer: Any, atlas: dict[str, str], tmp_path: Path
) -> None:
    ranking = make_layer(
        "None", "", "rank:integer&name:string&score:double", [(None, 2, "Renamed", 3.25)], "ranking"
    )
    parameters = {"CLUSTERS": atlas["clusters"], "PDF": str(tmp_path / "map.pdf")}
    result = run("mapreport", parameters | {"RANKING": ranking.id()})
    assert result.succeeded, result.feedback.text
    text = words(tmp_path / "map.pdf")
    assert "Renamed" in text
    assert "3.25" in text
    result = run("mapreport", parameters | {"RANKING": make_layer("None", "", "a:integer", [(None, 1)]).id()})
    assert "has no field rank" in result.reason


def test_clusters_across_the_antimeridian_are_neighbours(run: Any, tmp_path: Path) -> None:
    atlas = made_up.atlas(tmp_path / "atlas.gpkg", [1, 2, 3], PACIFIC)
    result = run("mapreport", {"CLUSTERS": atlas["clusters"], "TITLE": "Fiji", "KEEP": True})
    assert result.succeeded, result.feedback.text
    layout = QgsProject.instance().layoutManager().layoutByName("Fiji")
    shown = next(item for item in layout.items() if isinstance(item, QgsLayoutItemMap) and item.id() == "map")
    # An azimuthal projection would have the sea covered by the country at its antipode.
    assert "+proj=cea" in shown.crs().toProj()
    # Some 400 km of sea and room around it, not the way round the world.
    assert shown.extent().width() < 1_500_000
    # Countries at the other side of the globe are cut in two where the projection cuts them.
    assert any("difference" in style for style in shown.layerStyleOverrides().values())


def test_only_one_economy(run: Any, tmp_path: Path) -> None:
    atlas = made_up.atlas(tmp_path / "atlas.gpkg", [1, 2, 3], KOREA)
    parameters = {"CLUSTERS": atlas["clusters"], "PDF": str(tmp_path / "map.pdf")}
    assert run("mapreport", parameters | {"ECONOMY": "kr"}).succeeded
    assert "South Korea: clusters, with their ranks among 3" in words(tmp_path / "map.pdf")
    result = run("mapreport", parameters | {"ECONOMY": "FR"})
    assert not result.succeeded
    assert "There is no cluster in France." in result.feedback.text


def test_the_map_of_an_economy_holds_its_main_land(run: Any, tmp_path: Path) -> None:
    atlas = made_up.atlas(tmp_path / "atlas.gpkg", [1, 2, 3], KOREA)
    kept = {"CLUSTERS": atlas["clusters"], "ECONOMY": "KR", "TITLE": "Korea", "KEEP": True}
    assert run("mapreport", kept).succeeded
    layout = QgsProject.instance().layoutManager().layoutByName("Korea")
    shown = next(item for item in layout.items() if isinstance(item, QgsLayoutItemMap) and item.id() == "map")
    to_map = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:4326"), shown.crs(), QgsProject.instance()
    )
    jeju, mokpo, goseong = (126.53, 33.3), (126.3, 34.8), (128.4, 38.5)
    assert all(shown.extent().contains(to_map.transform(*place)) for place in (jeju, mokpo, goseong))


def test_main_land_is_without_what_lies_far_away(qgis_app: QgsApplication) -> None:
    basemap = add_basemap(QgsProject.instance())
    states, france = main_land(basemap, "US"), main_land(basemap, "FR")
    assert states is not None
    assert not states.contains(-150.0, 64.0)
    assert states.contains(-100.0, 40.0)
    assert france is not None
    assert france.contains(9.1, 42.2)
    assert not france.contains(-53.0, 4.0)
    assert main_land(basemap, "ZZ") is None


def test_a_layer_of_an_older_version_is_enough(run: Any, make_layer: Any, tmp_path: Path) -> None:
    square = "POLYGON (({0} 36, {1} 36, {1} 37, {0} 37, {0} 36))"
    rows = [(square.format(126 + rank, 126.5 + rank), rank, f"도시 {rank}") for rank in (1, 2)]
    layer = make_layer("Polygon", "EPSG:4326", "rank:integer&name:string", rows)
    for template in ("automatic", "cluster"):
        pdf = tmp_path / f"{template}.pdf"
        result = run("mapreport", {"CLUSTERS": layer.id(), "TEMPLATE": template, "PDF": str(pdf)})
        assert result.succeeded, result.feedback.text
        assert "도시 1" in words(pdf)


def test_three_hundred_clusters_and_a_title_of_two_hundred_letters(run: Any, tmp_path: Path) -> None:
    atlas = made_up.atlas(tmp_path / "atlas.gpkg", range(1, 301))
    title = "혁신 클러스터 " * 25
    for page in ("a4_landscape", "a4_portrait"):
        pdf = tmp_path / f"{page}.pdf"
        parameters = {"CLUSTERS": atlas["clusters"], "TITLE": title, "PAGE": page, "PDF": str(pdf)}
        result = run("mapreport", parameters)
        assert result.succeeded, result.feedback.text
        text = words(pdf)
        assert "City 1 " in text
        assert "Ranking: the first" in text


def test_own_template_is_filled_by_ids_and_what_it_lacks_is_said(
    run: Any, atlas: dict[str, str], tmp_path: Path
) -> None:
    template = own_template(tmp_path / "내 것.qpt", {"title": QgsLayoutItemLabel, "map": QgsLayoutItemMap})
    parameters = {"CLUSTERS": atlas["clusters"], "TITLE": "Mine", "PDF": str(tmp_path / "map.pdf")}
    result = run("mapreport", parameters | {"TEMPLATE_FILE": str(template)})
    assert result.succeeded, result.feedback.text
    assert "Mine" in words(tmp_path / "map.pdf")
    (warning,) = result.feedback.warnings
    assert "legend" in warning
    assert "map," not in warning


def test_templates_that_are_none_are_refused(run: Any, atlas: dict[str, str], tmp_path: Path) -> None:
    parameters = {"CLUSTERS": atlas["clusters"], "PDF": str(tmp_path / "map.pdf")}
    for name, content, sentence in (
        ("text.qpt", "no layout", "is no layout template"),
        ("style.qpt", "<qgis version='3.40'/>", "is no layout template"),
        ("binary.qpt", b"\xff\xfe\x00\xd8", "cannot be read"),
        ("empty.qpt", "<Layout/>", "has no"),
    ):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        result = run("mapreport", parameters | {"TEMPLATE_FILE": str(path)})
        assert not result.accepted, name
        assert result.reason.startswith("Template of your own: ")
        assert sentence in result.reason, name
    foreign = own_template(tmp_path / "foreign.qpt", {"other": QgsLayoutItemLabel})
    result = run("mapreport", parameters | {"TEMPLATE_FILE": str(foreign)})
    assert "no item with an id" in result.reason
    assert not (tmp_path / "map.pdf").exists()


def test_bad_input_is_one_sentence(run: Any, make_layer: Any, atlas: dict[str, str], tmp_path: Path) -> None:
    pdf = {"PDF": str(tmp_path / "map.pdf")}
    empty = make_layer("Polygon", "EPSG:4326", "rank:integer&name:string", [])
    without = make_layer("Polygon", "EPSG:4326", "name:string", [("POLYGON ((0 0, 1 0, 1 1, 0 0))", "a")])
    nowhere = make_layer(
        "Polygon", "", "rank:integer&name:string", [("POLYGON ((0 0, 1 0, 1 1, 0 0))", 1, "a")]
    )
    shapeless = make_layer("Polygon", "EPSG:4326", "rank:integer&name:string", [(None, 1, "a")])
    for layer, sentence in (
        (empty, "The layer has no rows"),
        (without, "has no field rank"),
        (nowhere, "no coordinate reference system"),
    ):
        result = run("mapreport", {"CLUSTERS": layer.id(), **pdf})
        assert not result.accepted
        assert sentence in result.reason
    result = run("mapreport", {"CLUSTERS": shapeless.id(), **pdf})
    assert not result.succeeded
    assert "There is no cluster to draw a map of." in result.feedback.text
    clusters = {"CLUSTERS": atlas["clusters"]}
    assert "Choose a file" in run("mapreport", clusters).reason
    assert (
        "no cluster of this rank"
        in run("mapreport", {**clusters, **pdf, "TEMPLATE": "cluster", "RANK": 99}).reason
    )
    assert not (tmp_path / "map.pdf").exists()


def test_clusters_beyond_the_globe_are_no_map(run: Any, make_layer: Any, tmp_path: Path) -> None:
    far = "POLYGON ((9e9 9e9, 9.1e9 9e9, 9.1e9 9.1e9, 9e9 9e9))"
    layer = make_layer("Polygon", "EPSG:4326", "rank:integer&name:string", [(far, 1, "a")])
    result = run("mapreport", {"CLUSTERS": layer.id(), "PDF": str(tmp_path / "map.pdf")})
    assert not result.succeeded
    assert "There is no cluster to draw a map of." in result.feedback.text


def test_a_file_in_the_way_of_the_folder(run: Any, atlas: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    result = run("mapreport", {"CLUSTERS": atlas["clusters"], "PDF": str(tmp_path / "file" / "map.pdf")})
    assert not result.succeeded
    assert "does not exist" in result.reason


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder(run: Any, atlas: dict[str, str], tmp_path: Path) -> None:
    folder = tmp_path / "locked"
    folder.mkdir(mode=0o500)
    result = run("mapreport", {"CLUSTERS": atlas["clusters"], "PDF": str(folder / "map.pdf")})
    assert "Nothing can be written" in result.reason


def test_an_earlier_file_survives_a_failure(run: Any, make_layer: Any, tmp_path: Path) -> None:
    pdf = tmp_path / "map.pdf"
    pdf.write_text("earlier", encoding="utf-8")
    shapeless = make_layer("Polygon", "EPSG:4326", "rank:integer&name:string", [(None, 1, "a")])
    assert not run("mapreport", {"CLUSTERS": shapeless.id(), "PDF": str(pdf)}).succeeded
    assert pdf.read_text(encoding="utf-8") == "earlier"
    assert [path.name for path in tmp_path.iterdir()] == ["map.pdf"]


def test_without_hangul_there_is_one_warning(
    run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from innovation_clusters.plugin.layouts import printing

    atlas = made_up.atlas(tmp_path / "atlas.gpkg", [1, 2, 3], KOREA)
    monkeypatch.setattr(printing, "has_hangul", lambda: False)
    parameters = {"CLUSTERS": atlas["clusters"], "PDF": str(tmp_path / "map.pdf")}
    assert run("mapreport", parameters).feedback.warnings == []
    result = run("mapreport", parameters | {"TITLE": "한국"})
    (warning,) = result.feedback.warnings
    assert "No font with Hangul" in warning


def test_hangul_is_in_the_pdf_with_its_font(run: Any, atlas: dict[str, str], tmp_path: Path) -> None:
    if shutil.which("pdffonts") is None:
        pytest.skip("pdffonts is not installed")
    if not fonts.has_hangul():
        pytest.skip("no font with Hangul is installed")
    pdf = tmp_path / "map.pdf"
    assert run("mapreport", {"CLUSTERS": atlas["clusters"], "TITLE": "한국", "PDF": str(pdf)}).succeeded
    listed = subprocess.run(["pdffonts", str(pdf)], capture_output=True, text=True, check=True).stdout
    family = fonts.hangul_family().replace(" ", "")
    rows = [line for line in listed.splitlines() if family in line.replace(" ", "")]
    assert rows
    # Embedded, as a subset or whole.
    assert all(" yes " in row for row in rows)


def test_shipped_templates_name_no_font(qgis_app: QgsApplication) -> None:
    paths = sorted(TEMPLATES.glob("*.qpt"))
    assert len(paths) == 12
    for path in paths:
        text = path.read_text(encoding="utf-8")
        assert "fontFamily" not in text
        assert str(Path.home()) not in text
