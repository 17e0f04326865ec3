"""Real publications, and the modelled world, by both ways of a run on Spark and on one machine."""

from __future__ import annotations

import csv
import gzip
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pyarrow.parquet
import pytest
from pyspark.sql import SparkSession

from innovation_clusters.analysis import run_folder
from innovation_clusters.analysis.atlas import Atlas
from innovation_clusters.analysis.counting import make_source
from innovation_clusters.analysis.naming import read_gazetteer
from innovation_clusters.analysis.pipeline import Parameters, find_clusters
from innovation_clusters.distributed.arguments import arguments
from innovation_clusters.distributed.spark.session import run_on
from innovation_clusters.distributed.voice import Voice

from .test_ranking import GAZETTEER
from .test_session import HERE, ON_WORKERS, assert_written

ROOT = Path(__file__).resolve().parents[2]
DATA = Path(os.environ.get("INNOVATION_CLUSTERS_DATA", ROOT.parent / "shared" / "data"))
PUBLICATIONS = DATA / "points" / "openapc_ror_publications_459k.csv.gz"
WORLD = ROOT / ".build" / "world"


@pytest.fixture(scope="module")
def expected() -> Atlas:
    with gzip.open(PUBLICATIONS, "rt", encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert len(rows) == 459_194
    dois: dict[str, int] = {}
    named = [row for row in rows if row["doi"].strip()]
    record = np.array([dois.setdefault(row["doi"].strip(), len(dois)) for row in named])
    longitude, latitude = (np.array([float(row[name]) for row in named]) for name in ("lon", "lat"))
    source = make_source("publications", longitude, latitude, record=record)
    return find_clusters([source], Parameters(15_000.0, 300.0), read_gazetteer(GAZETTEER))


@pytest.mark.slow
@pytest.mark.skipif(not PUBLICATIONS.exists(), reason="the real publications are not there")
@pytest.mark.parametrize("most_places", [ON_WORKERS, HERE], ids=["on the workers", "here"])
def test_publications(spark: SparkSession, tmp_path: Path, expected: Atlas, most_places: list[str]) -> None:
    tables = ["--publications", str(PUBLICATIONS), "--x", "lon", "--y", "lat", "--record", "doi"]
    chosen = [*tables, "--min-density", "300", "--output", str(tmp_path / "out"), *most_places]
    run_on(spark, arguments().parse_args(chosen), Voice())
    assert_written(tmp_path / "out", expected)


@pytest.mark.slow
@pytest.mark.skipif(not (WORLD / "world.json").exists(), reason="the modelled world is not there: make world")
def test_the_modelled_world(tmp_path: Path) -> None:
    """31 million addresses: the tiles of this machine's own Spark, and one machine without any."""
    tables = ["--patents", str(WORLD / "inventors.parquet"), "--publications", str(WORLD / "authors.parquet")]
    tables += ["--total-patents", "1288000", "--total-publications", "7940000"]
    found: list[Path] = []
    environment = os.environ | {"PYSPARK_SUBMIT_ARGS": "--driver-memory 6g pyspark-shell"}
    for engine in (["--master", "local[2]", *ON_WORKERS], ["--duckdb"]):
        run = [sys.executable, "-m", "innovation_clusters.distributed", *tables, *engine]
        output = tmp_path / f"out-{len(found)}"
        ended = subprocess.run(
            [*run, "--output", str(output)], capture_output=True, text=True, check=False, env=environment
        )
        assert ended.returncode == 0, ended.stderr
        found.append(output)
    tables_found = [pyarrow.parquet.read_table(folder / run_folder.CLUSTERS) for folder in found]
    for column, kind in run_folder.CLUSTER_COLUMNS.items():
        in_tiles, on_one = (table[column] for table in tables_found)
        if kind == "float64":
            np.testing.assert_array_equal(in_tiles.to_numpy(), on_one.to_numpy(), err_msg=column)
        else:
            assert in_tiles.to_pylist() == on_one.to_pylist(), column
    by_place = [(name, "ascending") for name in ("longitude", "latitude")]
    sites = [pyarrow.parquet.read_table(folder / run_folder.SITES).sort_by(by_place) for folder in found]
    for column in ("longitude", "latitude", "cluster_id", "core"):
        assert sites[0][column].equals(sites[1][column]), column
