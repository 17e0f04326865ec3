"""The main job in one command: what it leaves behind, on the sample and on own files, and how it fails."""

from __future__ import annotations

import os
import re
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from qgis.core import QgsApplication, QgsProject
from qgis.PyQt import sip

pytestmark = pytest.mark.qgis

ROOT = Path(__file__).resolve().parent.parent.parent
FILES = {"innovation-clusters.gpkg", "innovation-clusters.qgz", "map.pdf", "map.png", "report.html"}

# A town of 60 addresses on 12 places, a row at (0, 0) and one with text for a longitude.
TOWN = "doi,institution,country,lon,lat\n" + "".join(
    f"10.1/{number},Institute {number % 3},KR,{127.3 + 0.01 * (number % 12):.2f},36.35\n"
    for number in range(60)
)
FAULTS = "10.1/900,Nowhere,KR,0,0\n10.1/901,Nowhere,KR,east,36\n"


def demo(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name != "QGIS_CUSTOM_CONFIG_PATH"}
    return subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "demo.py"), *arguments],
        capture_output=True,
        text=True,
        cwd=folder,
        env={**environment, "LANG": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen"},
        timeout=600,
        check=False,
    )


def tables(geopackage: Path) -> set[str]:
    with sqlite3.connect(geopackage) as connection:
        found = connection.execute("SELECT table_name FROM gpkg_contents").fetchall()
    connection.close()
    return {name for (name,) in found}


@pytest.fixture
def town(tmp_path: Path) -> Path:
    path = tmp_path / "한국 논문.csv"
    path.write_text(TOWN + FAULTS, encoding="utf-8-sig")
    return path


def test_the_sample_becomes_an_atlas(qgis_app: QgsApplication, tmp_path: Path) -> None:
    result = demo(folder=tmp_path)
    assert result.returncode == 0, result.stderr
    assert result.stderr == ""
    output = tmp_path / "demo-output"
    assert {path.name for path in output.iterdir()} == FILES
    assert {path.name for path in tmp_path.iterdir()} == {"demo-output"}
    assert all(path.stat().st_size > 10_000 for path in output.iterdir())
    assert {"clusters", "sites", "ranking"} <= tables(output / "innovation-clusters.gpkg")
    assert not any(name.startswith("rejects") for name in tables(output / "innovation-clusters.gpkg"))

    lines = result.stdout.splitlines()
    start = lines.index("Innovation clusters: modelled sample")
    assert lines[start + 1].split()[:3] == ["Rank", "Cluster", "Economies"]
    ranks = [line.split()[0] for line in lines[start + 2 : start + 12]]
    assert ranks == [str(rank) for rank in range(1, 11)]
    assert any("Seoul" in line and "KR" in line for line in lines[start + 2 : start + 12])
    assert "modelled sample" in (output / "report.html").read_text(encoding="utf-8").lower()

    project = QgsProject()
    assert project.read(str(output / "innovation-clusters.qgz"))
    layers = project.mapLayers().values()
    assert all(layer.isValid() for layer in layers)
    names = [node.name() for node in project.layerTreeRoot().findLayers()]
    assert names[:3] == ["Clusters", "Sites", "Ranking"]
    assert project.title() == "Innovation clusters: modelled sample"
    assert [layout.name() for layout in project.layoutManager().printLayouts()] == [project.title()]
    (clusters,) = project.mapLayersByName("Clusters")
    assert clusters.renderer().type() == "RuleRenderer"
    assert clusters.labelsEnabled()
    assert not project.viewSettings().defaultViewExtent().isEmpty()
    sip.delete(project)


def test_the_folder_can_be_moved(town: Path, tmp_path: Path) -> None:
    assert demo("--authors", str(town), "--min-density", "5", folder=tmp_path).returncode == 0
    moved = tmp_path / "elsewhere" / "atlas"
    moved.parent.mkdir()
    (tmp_path / "demo-output").rename(moved)
    project = QgsProject()
    assert project.read(str(moved / "innovation-clusters.qgz"))
    assert all(layer.isValid() for layer in project.mapLayers().values())
    sip.delete(project)


def test_own_files_in_korean(town: Path, tmp_path: Path) -> None:
    output = tmp_path / "결과"
    output.mkdir()
    (output / "notes.txt").write_text("not ours", encoding="utf-8")
    options = ["--min-density", "5", "--language", "ko", "--output", str(output)]
    result = demo("--authors", str(town), *options, folder=tmp_path)
    assert result.returncode == 0, result.stderr
    assert {path.name for path in output.iterdir()} == FILES | {"notes.txt"}
    assert re.search(r"1\s+대전\s+KR", result.stdout)
    assert "순위" in result.stdout
    with sqlite3.connect(output / "innovation-clusters.gpkg") as connection:
        reasons = connection.execute("SELECT reason FROM rejects_authors ORDER BY reason").fetchall()
        ranking = connection.execute("SELECT rank, name, publications FROM ranking").fetchall()
        styled = connection.execute(
            "SELECT f_table_name FROM layer_styles WHERE useAsDefault ORDER BY 1"
        ).fetchall()
        (qml,) = connection.execute(
            "SELECT styleQML FROM layer_styles WHERE useAsDefault AND f_table_name = 'clusters'"
        ).fetchone()
    connection.close()
    assert reasons == [("coordinate_not_a_number",), ("zero_coordinates",)]
    assert ranking == [(1, "Daejeon", 60.0)]
    assert styled == [("clusters",), ("ranking",), ("rejects_authors",), ("sites",)]
    assert "1–25위" in qml


def test_a_run_that_fails_leaves_the_former_output(town: Path, tmp_path: Path) -> None:
    assert demo("--authors", str(town), "--min-density", "5", folder=tmp_path).returncode == 0
    before = {path.name: path.stat().st_mtime_ns for path in (tmp_path / "demo-output").iterdir()}
    empty = tmp_path / "empty.csv"
    empty.write_text("doi,lon,lat\n", encoding="utf-8")
    result = demo("--authors", str(empty), folder=tmp_path)
    assert result.returncode == 1
    assert {path.name: path.stat().st_mtime_ns for path in (tmp_path / "demo-output").iterdir()} == before
    assert {path.name for path in tmp_path.iterdir()} == {"demo-output", town.name, "empty.csv"}


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--authors", "missing.csv"], "there is no file missing.csv"),
        (["--authors", "{town}", "--authors-record", "isbn"], "there is no field isbn, only doi"),
        (["--authors", "{town}", "--eps", "far"], "'far' is not a number"),
        (["--authors", "{town}", "--eps", "-1"], "0"),
        (["--authors", "{town}", "--edition", "1999"], "1999"),
        (["--authors", "cp949.csv"], "not UTF-8"),
        (["--authors", "text.gpkg"], "no CSV, GeoPackage or shapefile"),
        (["--authors", "table.csv"], "coordinates"),
        (["--authors", "{town}", "--total-publications", "3"], "3"),
        (["--authors", "{town}", "--output", "cp949.csv"], "a file, not a folder"),
        (["--unknown"], "--unknown"),
    ],
)
def test_what_is_wrong_is_said_in_one_sentence(
    town: Path, tmp_path: Path, arguments: list[str], sentence: str
) -> None:
    (tmp_path / "cp949.csv").write_bytes("기관,lon,lat\n대학,127,36\n".encode("cp949"))
    (tmp_path / "text.gpkg").write_text("no database", encoding="utf-8")
    (tmp_path / "table.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    result = demo(*(argument.format(town=town) for argument in arguments), folder=tmp_path)
    assert result.returncode == 1
    lines = result.stderr.strip().splitlines()
    assert len(lines) == 1, result.stderr
    assert lines[0].startswith("demo: ")
    assert sentence in lines[0]
    assert not (tmp_path / "demo-output").exists()


def test_no_cluster_is_an_answer(town: Path, tmp_path: Path) -> None:
    result = demo("--authors", str(town), folder=tmp_path)
    assert result.returncode == 0, result.stderr
    assert "0 clusters" in result.stdout
    assert {path.name for path in (tmp_path / "demo-output").iterdir()} == FILES - {"map.pdf", "map.png"}
