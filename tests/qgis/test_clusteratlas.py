"""The atlas: one page per cluster, which and in which order, what is on them, and how it ends early."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from qgis.core import Qgis, QgsGeometry

from innovation_clusters.tests.qgis import made_up

pytestmark = pytest.mark.qgis


@pytest.fixture
def atlas(tmp_path: Path) -> dict[str, str]:
    return made_up.atlas(tmp_path / "atlas.gpkg", range(1, 13))


def pages(pdf: Path) -> list[str]:
    """Return the words of every page."""
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")
    found = subprocess.run(
        ["pdftotext", "-layout", str(pdf), "-"], capture_output=True, text=True, check=True
    )
    return found.stdout.replace("\x01", " ").split("\f")[:-1]


def titles(pdf: Path) -> list[str]:
    return [next(line.strip() for line in page.splitlines() if line.strip()) for page in pages(pdf)]


def test_one_page_per_cluster(run: Any, atlas: dict[str, str], tmp_path: Path) -> None:
    pdf, folder = tmp_path / "atlas.pdf", tmp_path / "쪽"
    parameters = {"CLUSTERS": atlas["clusters"], "SITES": atlas["sites"], "PDF": str(pdf)}
    result = run("clusteratlas", parameters | {"LAST": 3, "PNG_FOLDER": str(folder)})
    assert result.succeeded, result.feedback.text
    assert result.results["NUM_PAGES"] == 3
    assert titles(pdf) == ["City 1", "City 2", "City 3"]
    assert "Rank 2 of 12" in pages(pdf)[1]
    names = sorted(path.name for path in folder.iterdir())
    assert names == ["001 City 1.png", "002 City 2.png", "003 City 3.png"]
    assert result.feedback.progress == sorted(result.feedback.progress)


def test_filter_order_and_range(run: Any, atlas: dict[str, str], tmp_path: Path) -> None:
    pdf = tmp_path / "atlas.pdf"
    parameters = {"CLUSTERS": atlas["clusters"], "PDF": str(pdf)}
    result = run("clusteratlas", parameters | {"FILTER": '"rank" > 8', "ORDER": "name", "FIRST": 2})
    assert result.succeeded, result.feedback.text
    # By the alphabet 10, 11, 12 stand before 9.
    assert titles(pdf) == ["City 11", "City 12", "City 9"]


def test_clusters_of_one_rank_have_a_page_each(run: Any, make_layer: Any, tmp_path: Path) -> None:
    square = "POLYGON (({0} 36, {1} 36, {1} 37, {0} 37, {0} 36))"
    rows = [(square.format(x, x + 0.5), 7, "Same: name") for x in (126, 127)]
    layer = make_layer("Polygon", "EPSG:4326", "rank:integer&name:string", rows)
    result = run("clusteratlas", {"CLUSTERS": layer.id(), "PNG_FOLDER": str(tmp_path / "pages")})
    assert result.succeeded, result.feedback.text
    names = sorted(path.name for path in (tmp_path / "pages").iterdir())
    assert names == ["007 Same_ name (2).png", "007 Same_ name.png"]


def test_who_and_what_a_cluster_is_made_of(
    run: Any, make_layer: Any, atlas: dict[str, str], tmp_path: Path
) -> None:
    organisations = make_layer(
        "None",
        "",
        "cluster_id:string&place:integer&organisation:string&share:double",
        [(None, "1", 2, "Second Institute", 20.0), (None, "1", 1, "First University", 51.5)],
    )
    fields = make_layer(
        "None",
        "",
        "cluster_id:integer&place:integer&field:string&share:double",
        [(None, 1, 1, "Optics", 33.3)],
    )
    links = make_layer(
        "None",
        "",
        "first_id:integer&second_id:integer&first_name:string&second_name:string&strength:double",
        [(None, 1, 2, "City 1", "City 2", 12.5), (None, 3, 1, "City 3", "City 1", 99.0)],
    )
    zone = QgsGeometry.fromWkt("POLYGON ((126.9 37.5, 127.0 37.5, 127.0 37.6, 126.9 37.5))").asWkt()
    zones = make_layer(
        "Polygon",
        "EPSG:4326",
        "name_en:string&name_ko:string&zone_type:string&approximate:boolean",
        [
            (zone, "Made-up zone", "특구", "", True),
            ("POLYGON ((0 0, 1 0, 1 1, 0 0))", "Far away", "", "", None),
        ],
    )
    # The first has moved up from rank 4; nothing was where the others are.
    earlier = made_up.atlas(tmp_path / "earlier.gpkg", [4], made_up.WORLD[:1])
    pdf = tmp_path / "atlas.pdf"
    result = run(
        "clusteratlas",
        {
            "CLUSTERS": atlas["clusters"],
            "ORGANISATIONS": organisations.id(),
            "FIELDS": fields.id(),
            "LINKS": links.id(),
            "ZONES": zones.id(),
            "EARLIER": [earlier["clusters"]],
            "LAST": 2,
            "PDF": str(pdf),
        },
    )
    assert result.succeeded, result.feedback.text
    first, second = pages(pdf)
    assert first.index("First University") < first.index("Second Institute")
    assert first.index("City 3") >= 0
    for words in ("51.5", "Optics", "99.0", "Made-up zone", "Rank in earlier editions", "approximate"):
        assert words in first, words
    assert "Far away" not in first
    assert re.search(r"\b4\b", first[first.index("Rank in earlier editions") :])
    for words in ("First University", "Optics", "Made-up zone"):
        assert words not in second, words


def test_cancel_ends_it_between_pages_and_leaves_nothing(
    run: Any, feedback: Any, atlas: dict[str, str], tmp_path: Path
) -> None:
    stopping = feedback(lambda told: bool(told.progress) and max(told.progress) > 20.0)
    result = run("clusteratlas", {"CLUSTERS": atlas["clusters"], "PDF": str(tmp_path / "a.pdf")}, stopping)
    assert not result.succeeded
    assert "Cancelled. Nothing was written." in result.feedback.text
    assert max(result.feedback.progress) < 60.0
    assert [path.name for path in tmp_path.iterdir()] == ["atlas.gpkg"]


def test_bad_input_is_one_sentence(run: Any, make_layer: Any, atlas: dict[str, str], tmp_path: Path) -> None:
    parameters = {"CLUSTERS": atlas["clusters"], "PDF": str(tmp_path / "a.pdf")}
    other = make_layer("None", "", "a:integer", [(None, 1)])
    for wrong, sentence in (
        ({"ORGANISATIONS": other.id()}, "has no field cluster_id"),
        ({"LINKS": other.id()}, "has no field first_id"),
        ({"FILTER": '"rank" >'}, "The expression cannot be read"),
        ({"FILTER": '"rank" > 99'}, "No cluster is left to print"),
        ({"FIRST": 50}, "No cluster is left to print"),
        ({"PDF": None}, "Choose a file for the PDF or a folder"),
    ):
        result = run("clusteratlas", parameters | wrong)
        assert not result.accepted, wrong
        assert sentence in result.reason
    assert not (tmp_path / "a.pdf").exists()


def test_clusters_without_a_shape_have_no_page(run: Any, tmp_path: Path) -> None:
    rows = made_up.cluster_rows([1, 2], made_up.WORLD)
    rows[0] = (None, rows[0][1])
    clusters = made_up.write(
        tmp_path / "c.gpkg", "clusters", made_up.CLUSTER_FIELDS, Qgis.WkbType.MultiPolygon, rows
    )
    result = run("clusteratlas", {"CLUSTERS": clusters, "PDF": str(tmp_path / "a.pdf")})
    assert result.succeeded, result.feedback.text
    assert titles(tmp_path / "a.pdf") == ["City 2"]
