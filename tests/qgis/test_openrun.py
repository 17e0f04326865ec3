"""Folders that runs of the command line have written, as layers; and folders that are none, or broken."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet
import pytest

from innovation_clusters.analysis import run_folder
from innovation_clusters.analysis.atlas import Atlas
from innovation_clusters.analysis.counting import make_source
from innovation_clusters.analysis.naming import read_gazetteer
from innovation_clusters.analysis.pipeline import Parameters, find_clusters
from innovation_clusters.distributed import arguments, at_source
from innovation_clusters.plugin.dock.roles import Role, roles_of
from innovation_clusters.processing_algorithms.inputs.references import GAZETTEER
from innovation_clusters.processing_algorithms.outputs.map_notes import map_notes

OUTPUTS = dict.fromkeys(("CLUSTERS", "SITES", "RANKING"), "memory:")


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    """Three places, of which two are a cluster each."""
    longitude = np.repeat([126.98, 139.69, 10.0], [60, 50, 3])
    latitude = np.repeat([37.56, 35.69, 50.0], [60, 50, 3])
    source = make_source("patents", longitude, latitude, record=np.arange(longitude.size))
    return find_clusters([source], Parameters(1_000.0, 20.0), read_gazetteer(GAZETTEER))


@pytest.fixture
def folder(atlas: Atlas, tmp_path: Path) -> Path:
    """Written by the command line, of what an engine has found."""
    given = ["--duckdb", "--patents=/home/analyst/inventors.parquet", "--eps=1000", "--min-density=20"]
    output = tmp_path / "결과 2026"
    chosen = arguments.arguments().parse_args([*given, f"--output={output}"])
    accounts = {"patents": at_source.Account(117, 3, {"zero_coordinates": 4})}
    output.mkdir()
    at_source.write_atlas(output, atlas)
    at_source.write_facts(output, "DuckDB 1.4.1", arguments.facts(chosen), atlas, accounts, {})
    return output


def test_what_was_found_is_shown(run: Any, folder: Path, atlas: Atlas) -> None:
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    done = run("openrun", {"FOLDER": str(folder), **OUTPUTS})
    assert done.accepted, done.reason
    assert done.succeeded, done.feedback.text
    assert done.results["NUM_CLUSTERS"] == 2
    rows = done.rows("CLUSTERS")
    assert done.rows("RANKING") == rows
    assert [row["name"] for row in rows] == atlas.clusters.name
    assert [row["economies"] for row in rows] == ["KR", "JP"]
    assert [(row["rank"], row["patents"], row["deals"]) for row in rows] == [(1, 60.0, None), (2, 50.0, None)]
    assert all(row["area_km2"] > 50.0 for row in rows)
    sites = done.rows("SITES")
    assert sorted(row["role"] for row in sites) == ["core", "core", "noise"]
    assert f"A run of DuckDB 1.4.1: {folder}" in done.feedback.lines
    assert "2 clusters from 3 places." in done.feedback.lines
    assert [line for line in done.feedback.warnings if line.startswith("Patents: 4 rows rejected.")]
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_the_boundary_has_the_chosen_radius(run: Any, folder: Path) -> None:
    areas = []
    for buffer in (0.05, 0.1):
        done = run("openrun", {"FOLDER": str(folder), "BUFFER": buffer, **OUTPUTS})
        areas.append(done.rows("CLUSTERS")[0]["area_km2"])
    assert areas[1] == pytest.approx(4.0 * areas[0], rel=0.01)
    refused = run("openrun", {"FOLDER": str(folder), "BUFFER": 0, **OUTPUTS})
    assert not refused.accepted
    assert "greater than 0 and at most 10.0 degrees" in refused.reason


def test_metadata_tells_what_ran(run: Any, folder: Path) -> None:
    facts = json.loads((folder / run_folder.RUN).read_text(encoding="utf-8"))
    facts["parameters"] |= {
        "remote": "sc://host:15002/;token=secret",
        "total_patents": 12880.0,
        "merge_distance": 0.0,
        "most_places": 0,
        "total_deals": None,
        "label_as": "",
        "resume": False,
        "publications": "(select x,\n y / 2 from authors)",
        "label_patents": "/home/analyst/labelled",
    }
    (folder / run_folder.RUN).write_text(json.dumps(facts), encoding="utf-8")
    done = run("openrun", {"FOLDER": str(folder), **OUTPUTS})
    clusters = done.layer("CLUSTERS")
    history = clusters.metadata().history()
    assert history[0].startswith("innovationclusters:openrun ")
    assert {"FOLDER=결과 2026", "engine=DuckDB 1.4.1", "EPS=1000.0", "MIN_DENSITY=20.0"} <= set(history)
    assert {"INVENTORS=inventors.parquet", "REMOTE=sc://host:15002/"} <= set(history)
    assert {"MERGE_DISTANCE=0.0", "MOST_PLACES=0"} <= set(history)
    assert not [line for line in history if line.startswith(("TOTAL_DEALS", "LABEL_AS", "RESUME"))]
    assert {"AUTHORS=(select x, y / 2 from authors)", "LABEL_PATENTS=labelled"} <= set(history)
    assert "secret" not in "\n".join(history)
    assert "/home" not in "\n".join(history)
    assert roles_of(clusters) == (Role.CLUSTERS,)
    assert roles_of(done.layer("SITES")) == (Role.SITES,)
    assert roles_of(done.layer("RANKING")) == (Role.RANKING,)
    notes = map_notes(clusters, None, "")
    assert "radius 1 km, minimum density 20." in notes.method[0]
    assert notes.method[1] == "World totals: patent applications 12,880."
    assert notes.sources == [
        "Sources: inventors (inventors.parquet), authors ((select x, y / 2 from authors))."
    ]


def test_sites_beyond_the_limit_stay_where_they_are(run: Any, folder: Path) -> None:
    done = run("openrun", {"FOLDER": str(folder), "MOST_SITES": 2, **OUTPUTS})
    assert len(done.rows("SITES")) == 2
    assert "only the 2 in clusters are loaded" in done.feedback.text
    done = run("openrun", {"FOLDER": str(folder), "MOST_SITES": 1, **OUTPUTS})
    assert done.succeeded
    assert "SITES" not in done.results


def test_a_copy_of_what_spark_has_written_elsewhere(run: Any, folder: Path) -> None:
    expected = run("openrun", {"FOLDER": str(folder), **OUTPUTS})
    for name in (run_folder.CLUSTERS, run_folder.SITES):
        (folder / name).rename(folder / "part-00000-a.snappy.parquet")
        (folder / name).mkdir()
        (folder / "part-00000-a.snappy.parquet").rename(folder / name / "part-00000-a.snappy.parquet")
        (folder / name / "_SUCCESS").touch()
    (folder / run_folder.RUN).rename(folder / "part-00000-b.txt")
    refused = run("openrun", {"FOLDER": str(folder), **OUTPUTS})
    assert not refused.accepted
    assert "has no run.json, so it is not the result of a whole run" in refused.reason
    (folder / "_SUCCESS").touch()
    done = run("openrun", {"FOLDER": str(folder), **OUTPUTS})
    assert done.succeeded, done.feedback.text
    assert done.rows("CLUSTERS") == expected.rows("CLUSTERS")


def test_cancel(run: Any, feedback: Any, folder: Path, tmp_path: Path) -> None:
    there = {"FOLDER": str(folder), **OUTPUTS, "CLUSTERS": str(tmp_path / "clusters.gpkg")}
    done = run("openrun", there, feedback(lambda told: "2 clusters from 3 places." in told.lines))
    assert not done.succeeded
    assert "Cancelled. Nothing was written." in done.feedback.text
    assert not (tmp_path / "clusters.gpkg").exists()
    assert (folder / run_folder.RUN).exists()


# What is no run


def facts_are(**changed: Any) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        facts = json.loads((folder / run_folder.RUN).read_text(encoding="utf-8"))
        (folder / run_folder.RUN).write_text(json.dumps(facts | changed), encoding="utf-8")

    return change


def is_missing(name: str) -> Callable[[Path], None]:
    return lambda folder: (folder / name).unlink()


def says(name: str, text: bytes) -> Callable[[Path], object]:
    return lambda folder: (folder / name).write_bytes(text)


def is_cut(name: str) -> Callable[[Path], None]:
    """What a full disk leaves."""

    def cut(folder: Path) -> None:
        whole = (folder / name).read_bytes()
        (folder / name).write_bytes(whole[: len(whole) // 2])

    return cut


def table_is(name: str, change: Callable[[pa.Table], pa.Table]) -> Callable[[Path], None]:
    def write(folder: Path) -> None:
        table = change(pyarrow.parquet.read_table(folder / name))
        pyarrow.parquet.write_table(table, folder / name)

    return write


def column_is(name: str, column: str, values: list[Any]) -> Callable[[Path], None]:
    return table_is(
        name, lambda table: table.set_column(table.column_names.index(column), column, pa.array(values))
    )


def is_emptied(folder: Path) -> None:
    (folder / run_folder.SITES).unlink()
    (folder / run_folder.SITES).mkdir()


def refused(run: Any, tmp_path: Path, folder: str) -> str:
    """Return the one sentence that a folder is refused with before any work."""
    done = run("openrun", {"FOLDER": folder, **OUTPUTS, "CLUSTERS": str(tmp_path / "clusters.gpkg")})
    assert not done.accepted
    assert not done.succeeded
    assert done.reason.startswith("Folder of the run: ")
    assert "\n" not in done.reason
    assert not done.feedback.lines
    assert not (tmp_path / "clusters.gpkg").exists()
    return str(done.reason)


@pytest.mark.parametrize(
    ("breaks", "sentence"),
    [
        (is_missing(run_folder.RUN), "has no run.json, so it is not the result of a whole run"),
        (is_missing(run_folder.CLUSTERS), "has no clusters.parquet"),
        (is_missing(run_folder.SITES), "has no sites.parquet"),
        (facts_are(schema=run_folder.SCHEMA + 1), "written by a newer version of the plugin; update"),
        (facts_are(schema=run_folder.SCHEMA + 1, totals=5), "written by a newer version of the plugin"),
        (facts_are(schema="one"), "run.json cannot be read"),
        (facts_are(totals=[1.0]), "run.json cannot be read"),
        (facts_are(records={"patents": "many"}), "run.json cannot be read"),
        (says(run_folder.RUN, b""), "run.json cannot be read"),
        (says(run_folder.RUN, b"[1]"), "run.json cannot be read"),
        (says(run_folder.RUN, b"\xff\xfe{}"), "run.json cannot be read"),
        (says(run_folder.CLUSTERS, b""), "clusters.parquet is not a Parquet file"),
        (says(run_folder.SITES, b"longitude,latitude\n1,2\n"), "sites.parquet is not a Parquet file"),
        (is_cut(run_folder.SITES), "sites.parquet is not a Parquet file"),
        (is_emptied, "has no Parquet files"),
        (table_is(run_folder.CLUSTERS, lambda table: table.drop_columns(["score"])), "no column score"),
        (table_is(run_folder.SITES, lambda table: table.drop_columns(["core"])), "no column core"),
    ],
)
def test_a_folder_that_is_broken(
    run: Any, folder: Path, tmp_path: Path, breaks: Callable[[Path], None], sentence: str
) -> None:
    breaks(folder)
    assert sentence in refused(run, tmp_path, str(folder))


@pytest.mark.parametrize("address", ["hdfs://host/result", "s3a://bucket/result", "file:///data/result"])
def test_an_address(run: Any, tmp_path: Path, address: str) -> None:
    assert f"{address} is an address and not a folder" in refused(run, tmp_path, address)


def test_what_is_no_folder(run: Any, folder: Path, tmp_path: Path) -> None:
    for path in (tmp_path / "nowhere", folder / run_folder.RUN):
        assert f"There is no folder {path};" in refused(run, tmp_path, str(path))
    assert "has no run.json" in refused(run, tmp_path, str(tmp_path))


@pytest.mark.parametrize(
    ("breaks", "sentence"),
    [
        (column_is(run_folder.CLUSTERS, "score", ["a", "b"]), "values in the column score that no run"),
        (column_is(run_folder.CLUSTERS, "rank", [1, None]), "values in the column rank"),
        (column_is(run_folder.CLUSTERS, "cluster_id", [1, 1]), "values in the column cluster_id"),
        (column_is(run_folder.CLUSTERS, "cluster_id", [-1, 1]), "values in the column cluster_id"),
        (column_is(run_folder.SITES, "latitude", [37.0, 4_000_000.0, 50.0]), "in the column latitude"),
        (column_is(run_folder.SITES, "longitude", [127.0, None, 10.0]), "in the column longitude"),
        (column_is(run_folder.SITES, "cluster_id", [1, 17, None]), "has cluster 17, which clusters.parquet"),
    ],
)
def test_rows_that_no_run_writes(
    run: Any, folder: Path, tmp_path: Path, breaks: Callable[[Path], None], sentence: str
) -> None:
    """Found while the rows are read, before anything is written."""
    breaks(folder)
    done = run("openrun", {"FOLDER": str(folder), **OUTPUTS, "CLUSTERS": str(tmp_path / "clusters.gpkg")})
    assert not done.succeeded
    [error] = done.feedback.errors
    assert error.startswith("Folder of the run: ")
    assert sentence in error
    assert not (tmp_path / "clusters.gpkg").exists()


def test_a_page_that_is_damaged(run: Any, folder: Path) -> None:
    """The end of the file, by which it is opened, is whole."""
    file = folder / run_folder.SITES
    whole = file.read_bytes()
    file.write_bytes(whole[:4] + bytes(60) + whole[64:])
    done = run("openrun", {"FOLDER": str(folder), **OUTPUTS})
    assert not done.succeeded
    [error] = done.feedback.errors
    assert error.startswith("Folder of the run: The file ")
    assert "sites.parquet cannot be read" in error
