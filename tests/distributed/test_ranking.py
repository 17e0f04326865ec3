"""The ranks of Spark are those of the pipeline on one machine."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet
import pytest
from pyspark.sql import SparkSession

from innovation_clusters.analysis.atlas import ClusterTable
from innovation_clusters.analysis.counting import make_source
from innovation_clusters.analysis.merging import Merging
from innovation_clusters.analysis.naming import read_gazetteer
from innovation_clusters.analysis.pipeline import Parameters as Whole
from innovation_clusters.analysis.pipeline import find_clusters
from innovation_clusters.distributed.spark.ranking import Addresses, Parameters, rank

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
SAMPLE, GAZETTEER = RESOURCES / "sample", RESOURCES / "gazetteer" / "cities.csv"
FILES = {"patents": "inventors.csv", "publications": "authors.csv", "deals": "deals.csv"}


DENSITY, EPS = 4_500.0, 15_000.0


def sample(metric: str) -> pa.Table:
    return pyarrow.csv.read_csv(SAMPLE / FILES[metric])


@pytest.fixture(scope="module")
def expected() -> ClusterTable:
    sources = []
    for metric in FILES:
        table = sample(metric)
        record = np.unique(np.array(table["record"].to_pylist()), return_inverse=True)[1]
        sources.append(
            make_source(
                metric,
                table["longitude"].to_numpy(),
                table["latitude"].to_numpy(),
                record=record,
                addresses=table["addresses"].to_numpy().astype(float),
            )
        )
    apart = Merging(distance=0.0)
    return find_clusters(sources, Whole(EPS, DENSITY, apart), read_gazetteer(GAZETTEER)).clusters


def assert_same(found: pa.Table, expected: ClusterTable) -> None:
    assert found.num_rows == len(expected.rank) > 100
    np.testing.assert_array_equal(found["rank"].to_numpy(), expected.rank)
    np.testing.assert_array_equal(found["cluster"].to_numpy() + 1, expected.identifier)
    np.testing.assert_allclose(found["score"].to_numpy(), expected.score, rtol=0.0, atol=2e-9)
    for place, metric in enumerate(FILES):
        np.testing.assert_allclose(found[metric].to_numpy(), expected.counts[:, place], rtol=0.0, atol=2e-9)
    assert found["tier"].to_pylist() == expected.tier
    assert found["focus"].to_pylist() == expected.focus


def test_the_sample(spark: SparkSession, expected: ClusterTable) -> None:
    sources = {}
    for metric in FILES:
        table = sample(metric)
        rows = table.append_column("row", pa.array(np.arange(table.num_rows)))
        sources[metric] = Addresses(spark.createDataFrame(rows), weight="addresses")
    found = rank(sources, Parameters(EPS, DENSITY, sites_per_tile=2_000))
    assert found.clustering.tiles.num_rows > 5
    assert_same(found.clusters, expected)


def written(folder: Path) -> dict[str, str]:
    """Write the sample as Parquet, as an engine's users have it."""
    paths = {}
    for metric in FILES:
        paths[metric] = str(folder / f"{metric}.parquet")
        pyarrow.parquet.write_table(sample(metric), paths[metric])
    return paths


def options(paths: dict[str, str], output: Path) -> list[str]:
    tables = [part for metric, path in paths.items() for part in (f"--{metric}", path)]
    return [*tables, "--weight", "addresses", "--master", "local[2]", "--output", str(output)]


def test_the_command_line(tmp_path: Path, expected: ClusterTable) -> None:
    """In a process of its own, as its users start it."""
    output = tmp_path / "결과"
    command = [sys.executable, "-m", "innovation_clusters.distributed", *options(written(tmp_path), output)]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
    found = pyarrow.parquet.read_table(output / "clusters.parquet")
    assert found["rank"].to_pylist() == expected.rank.tolist()
    np.testing.assert_allclose(found["score"].to_numpy(), expected.score, rtol=0.0, atol=2e-9)
    sites = pyarrow.parquet.read_table(output / "sites.parquet")
    assert set(sites["cluster"].unique().to_pylist()) == {-1, *found["cluster"].to_pylist()}
    assert not list(tmp_path.glob("*.part"))


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (["--record", "document"], "has no column document"),
        (["--patents", "nowhere.parquet"], "cannot be read"),
        (["--eps", "-1"], "greater than 0"),
        (["--total-patents", "1"], "smaller than the input's own"),
        (["--master", "nonsense"], "did not start with nonsense"),
    ],
)
def test_what_cannot_be_used_is_one_sentence(tmp_path: Path, change: list[str], sentence: str) -> None:
    output = tmp_path / "out"
    command = [sys.executable, "-m", "innovation_clusters.distributed", *options(written(tmp_path), output)]
    ended = subprocess.run([*command, *change], capture_output=True, text=True, check=False)
    assert ended.returncode == 1
    assert sentence in ended.stderr.splitlines()[-1]
    assert "Traceback" not in ended.stderr
    assert not output.exists()


def test_rows_without_a_record_take_no_part(spark: SparkSession) -> None:
    columns = {
        "longitude": [127.0, 127.0, 127.0, 129.0],
        "latitude": [37.0, 37.0, 37.0, 35.0],
        "record": ["A", None, None, "A"],
        "row": [0, 1, 2, 3],
    }
    rows = Addresses(spark.createDataFrame(pa.table(columns)))
    found = rank({"patents": rows}, Parameters(1_000.0, 1.0))
    assert found.totals[0] == 1.0
    assert found.clusters["patents"].to_pylist() == [0.5, 0.5]
