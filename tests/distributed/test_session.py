"""The command line on Spark: both ways to the same answer, where results go, and that nothing half is
left.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pyarrow.csv
import pyarrow.parquet
import pytest
from pyspark import cloudpickle
from pyspark.sql import SparkSession

from innovation_clusters.analysis import run_folder
from innovation_clusters.analysis.atlas import Atlas
from innovation_clusters.analysis.errors import InputError
from innovation_clusters.analysis.pipeline import Parameters
from innovation_clusters.distributed.arguments import arguments
from innovation_clusters.distributed.spark import clustering, tiles
from innovation_clusters.distributed.spark.session import run_on
from innovation_clusters.distributed.voice import Voice

from . import kernels_that_fail
from .kernels_that_fail import failing
from .standalone import Standalone
from .test_ranking import FILES, SAMPLE, on_one_machine, same_clusters, same_sites

ON_WORKERS, HERE = ["--most-places", "0"], ["--most-places", "1000000"]


@pytest.fixture(scope="module")
def expected() -> Atlas:
    return on_one_machine(Parameters(15_000.0, 4_500.0))


def chosen(output: Path | str, *further: str, folder: Path = SAMPLE) -> argparse.Namespace:
    return arguments().parse_args(command(output, *further, folder=folder))


def command(output: Path | str, *further: str, folder: Path = SAMPLE) -> list[str]:
    tables = [part for metric, file in FILES.items() for part in (f"--{metric}", str(folder / file))]
    return [*tables, "--weight", "addresses", "--output", str(output), *further]


def assert_written(folder: Path, expected: Atlas) -> None:
    same_clusters(pyarrow.parquet.read_table(folder / run_folder.CLUSTERS), expected)
    same_sites(pyarrow.parquet.read_table(folder / run_folder.SITES), expected)
    assert run_folder.open_run(folder, "folder").facts["engine"] == "Spark"


@pytest.mark.parametrize("most_places", [ON_WORKERS, HERE], ids=["on the workers", "here"])
@pytest.mark.parametrize("form", ["{}", "file://{}"], ids=["a path", "a shared folder"])
def test_both_ways_to_a_folder(
    spark: SparkSession, tmp_path: Path, expected: Atlas, most_places: list[str], form: str
) -> None:
    """As a path sites come through the driver, since workers are other machines for all it knows."""
    output = tmp_path / "결과"
    run_on(spark, chosen(form.format(output), *most_places), Voice())
    assert_written(output, expected)
    assert [each.name for each in tmp_path.iterdir()] == [output.name]
    with pytest.raises(InputError, match="exists"):
        run_on(spark, chosen(form.format(output), *most_places), Voice())


def test_an_address_that_spark_alone_reaches(spark: SparkSession, results: Path, expected: Atlas) -> None:
    """Hadoop's own view of a file system stands for all that has no folders here."""
    output = "viewfs://cluster/results/of a run"
    run_on(spark, chosen(output, *ON_WORKERS), Voice())
    folder = results / "of a run"
    assert (folder / "_SUCCESS").exists()
    same_clusters(pyarrow.parquet.read_table(folder / run_folder.CLUSTERS), expected)
    same_sites(pyarrow.parquet.read_table(folder / run_folder.SITES), expected)
    with pytest.raises(InputError, match="exists"):
        run_on(spark, chosen(output, *ON_WORKERS), Voice())


@pytest.mark.parametrize("form", ["{}", "file://{}", "viewfs://cluster/results/broken"])
def test_a_tile_that_cannot_be_computed(
    spark: SparkSession, results: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    cloudpickle.register_pickle_by_value(kernels_that_fail)
    monkeypatch.setattr(clustering, "label_tile", failing(tiles.label_tile, 0))
    try:
        with pytest.raises(InputError, match=r"failed: ArithmeticError: This tile is beyond me\.$"):
            run_on(spark, chosen(form.format(tmp_path / "out"), *ON_WORKERS), Voice())
    finally:
        cloudpickle.unregister_pickle_by_value(kernels_that_fail)
    assert not list(tmp_path.iterdir())
    assert not (results / "broken").exists()


def test_rows_in_many_files_go_by_their_names(spark: SparkSession, tmp_path: Path, expected: Atlas) -> None:
    """Numbers of clusters are those of one table, however it was cut up and whatever Spark reads first."""
    for name in FILES.values():
        table = pyarrow.csv.read_csv(SAMPLE / name)
        folder = tmp_path / "in" / name.removesuffix(".csv")
        folder.mkdir(parents=True)
        bounds = [0, 40, 41, table.num_rows // 2, table.num_rows]
        # The smallest first: Spark begins with the largest.
        for number, (start, stop) in enumerate(pairwise(bounds)):
            part = table.slice(start, stop - start)
            pyarrow.parquet.write_table(part, folder / f"{number} 부분%20.parquet", row_group_size=500)
    tables = [
        part
        for metric, name in FILES.items()
        for part in (f"--{metric}", str(tmp_path / "in" / name.removesuffix(".csv")))
    ]
    output = tmp_path / "out"
    told = ["--weight", "addresses", "--output", str(output), *ON_WORKERS]
    run_on(spark, arguments().parse_args([*tables, *told]), Voice())
    assert_written(output, expected)


def test_text_with_lines_within_quotation_marks(spark: SparkSession, tmp_path: Path) -> None:
    """In two files, whose rows are numbered one after the other; the second is the larger, and read first."""
    (tmp_path / "in.csv").mkdir()
    head, first = "longitude,latitude,record", "129.0,35.0,A\n128.0,36.0,B"
    (tmp_path / "in.csv" / "1.csv").write_text(f"{head}\n{first}\n", encoding="utf-8")
    rows = "\n".join(f'127.0,37.0,"C\n {number}"' for number in range(100))
    (tmp_path / "in.csv" / "2.csv").write_text(f"{head}\n{rows}\n", encoding="utf-8")
    told = ["--patents", str(tmp_path / "in.csv"), "--min-density", "1", "--output", str(tmp_path / "out")]
    run_on(spark, arguments().parse_args([*told, *ON_WORKERS]), Voice())
    found = pyarrow.parquet.read_table(tmp_path / "out" / run_folder.CLUSTERS)
    assert found["cluster_id"].to_pylist() == [3, 1, 2]
    assert found["patents"].to_pylist() == [100.0, 1.0, 1.0]


def test_the_command_line(tmp_path: Path, expected: Atlas) -> None:
    """In a process of its own on this machine alone, as its users start it."""
    output = tmp_path / "결과"
    run = [sys.executable, "-m", "innovation_clusters.distributed", *command(output, "--master", "local[2]")]
    ended = subprocess.run([*run, *ON_WORKERS], capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
    assert_written(output, expected)
    assert "tiles, the slowest took" in ended.stderr
    assert not list(tmp_path.glob(".*"))


def test_no_master(tmp_path: Path) -> None:
    run = [sys.executable, "-m", "innovation_clusters.distributed", *command(tmp_path / "out")]
    ended = subprocess.run([*run, "--master", "nonsense"], capture_output=True, text=True, check=False)
    assert ended.returncode == 1
    assert "did not start with nonsense" in ended.stderr.splitlines()[-1]
    assert "Traceback" not in ended.stderr
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (["--record", "document"], "has no column document"),
        (["--patents", "nowhere.parquet"], "cannot be read"),
        (["--eps", "-1"], "greater than 0"),
        (["--total-patents", "1"], "smaller than the input's own"),
        (["--crs", "EPSG:5186"], "EPSG:4326"),
    ],
)
def test_what_cannot_be_used_is_one_sentence(
    spark: SparkSession, tmp_path: Path, change: list[str], sentence: str
) -> None:
    with pytest.raises(InputError, match=sentence) as caught:
        run_on(spark, chosen(tmp_path / "out", *ON_WORKERS, *change), Voice())
    assert len(str(caught.value).splitlines()) == 1
    assert not list(tmp_path.iterdir())


def test_nothing_is_left_running(machines: Standalone) -> None:
    """What a run on the cluster keeps is let go of with its session; see also the end of `machines`."""
    assert sum("CoarseGrainedExecutorBackend" in each for each in machines.running()) <= 2
