"""The command line on Spark: both ways to the same answer, where results go, and that nothing half is
left.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath
from typing import Any

import pyarrow.csv
import pyarrow.parquet
import pytest
from pyspark import cloudpickle
from pyspark.sql import SparkSession

from innovation_clusters.analysis import run_folder
from innovation_clusters.analysis.atlas import Atlas
from innovation_clusters.analysis.errors import InputError
from innovation_clusters.analysis.pipeline import Parameters
from innovation_clusters.distributed.arguments import arguments, chosen_in_python
from innovation_clusters.distributed.spark import clustering, ranked_clusters, tiles
from innovation_clusters.distributed.spark import results as results_of_runs
from innovation_clusters.distributed.spark.session import run_on
from innovation_clusters.distributed.voice import Voice

from . import kernels_that_fail
from .kernels_that_fail import failing
from .servers import wait_until
from .standalone import Standalone, kept
from .test_ranking import FILES, SAMPLE, on_one_machine, same_clusters, same_sites

PACKAGE = Path(__file__).resolve().parents[2] / ".build" / "package"
PARTITIONS = "spark.sql.files.minPartitionNum"

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
    # As whoever copies it finds it.
    assert run_folder.open_run(folder, "folder").facts["engine"] == "Spark"
    with pytest.raises(InputError, match="exists"):
        run_on(spark, chosen(output, *ON_WORKERS), Voice())


@pytest.mark.parametrize("form", ["{}", "file://{}", "viewfs://cluster/results/broken"])
def test_a_tile_that_cannot_be_computed(
    spark: SparkSession, results: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    cloudpickle.register_pickle_by_value(kernels_that_fail)
    monkeypatch.setattr(clustering, "label_tile", failing(tiles.label_tile, 0))
    before = kept(spark)
    try:
        with pytest.raises(InputError, match=r"failed: ArithmeticError: This tile is beyond me\.$"):
            run_on(spark, chosen(form.format(tmp_path / "out"), *ON_WORKERS), Voice())
    finally:
        cloudpickle.unregister_pickle_by_value(kernels_that_fail)
    assert not list(tmp_path.iterdir())
    assert not (results / "broken").exists()
    assert kept(spark) == before


def test_a_folder_that_not_all_machines_share(
    spark: SparkSession, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Workers write somewhere else under the same name, and are told to be cleared up."""
    elsewhere = tmp_path / "disk of a worker" / "sites.parquet"
    monkeypatch.setattr(results_of_runs, "address_of", lambda path: f"file://{elsewhere}")
    output = tmp_path / "out"
    with pytest.raises(InputError, match="not all machines share the folder") as caught:
        run_on(spark, chosen(f"file://{output}", *ON_WORKERS), Voice())
    assert str(run_folder.unfinished(output, os.getpid())) in str(caught.value)
    assert [each.name for each in tmp_path.iterdir()] == [elsewhere.parent.name]


@pytest.mark.parametrize(
    ("path", "address"),
    [
        (PurePosixPath("/data/가 %20"), "file:///data/가 %20"),
        (PureWindowsPath("C:\\data\\가 %20"), "file:///C:/data/가 %20"),
    ],
)
def test_addresses_of_files(path: PurePath, address: str) -> None:
    """As Hadoop reads them: names stand as they are, and a drive of Windows behind the slashes."""
    assert results_of_runs.address_of(path) == address
    for form in (address, address.replace("///", "/")):
        assert results_of_runs.path_in(form, type(path)) == path


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


@pytest.mark.parametrize("most_places", [ON_WORKERS, HERE], ids=["on the workers", "here"])
def test_nothing_is_kept_in_a_session(spark: SparkSession, tmp_path: Path, most_places: list[str]) -> None:
    """Of the session of a notebook, which goes on."""

    def there() -> tuple[object, ...]:
        views = {table.name for table in spark.catalog.listTables() if table.isTemporary}
        return kept(spark), views, spark.conf.get(PARTITIONS, None)

    before = there()
    run_on(spark, chosen(tmp_path / "out", *most_places, "--counting", "full"), Voice())
    assert there() == before


_NOTEBOOK = """
import sys
from pathlib import Path
from pyspark.sql import SparkSession

package, folder, sample = sys.argv[1:]
options = {"spark.ui.enabled": "false", "spark.sql.shuffle.partitions": "2"}
spark = SparkSession.builder.master("local[2]").config(map=options).getOrCreate()

sys.path.append(package)
from innovation_clusters.distributed.spark import ranked_clusters

for most_places in (0, None):
    found = ranked_clusters(
        spark,
        output=Path(folder) / str(most_places),
        patents=Path(sample) / "inventors.csv",
        publications=Path(sample) / "authors.csv",
        weight="addresses",
        most_places=most_places,
        address_weights=[1, 0.15224, 0],
        merge_noise=True,
    )
    print(found.num_rows, found["rank"][0])
assert not [table for table in spark.catalog.listTables()]
"""


def test_a_notebook(tmp_path: Path) -> None:
    """A session that was there before, whose workers do not have it: twice, as cells are run again."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    ended = subprocess.run(
        [sys.executable, "-c", _NOTEBOOK, str(PACKAGE), str(tmp_path), str(SAMPLE)],
        env=environment | {"SPARK_LOCAL_IP": "127.0.0.1"},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    first, second = ended.stdout.splitlines()
    assert first == second
    assert not first.startswith("0 ")
    assert "for which a Python worker" in ended.stderr
    for most_places in ("0", "None"):
        assert run_folder.open_run(tmp_path / most_places, "folder").facts["engine"] == "Spark"


@pytest.mark.parametrize(
    ("choices", "error"),
    [
        ({"master": "local[2]"}, "There is no choice master; there are address_weights"),
        ({"min_densty": 1}, "There is no choice min_densty"),
        ({"border": "nowhere"}, "argument --border: invalid choice"),
        ({"eps": "far"}, "argument --eps: invalid float value"),
        ({"sites_per_tile": 0}, "argument --sites-per-tile: a whole number from 1"),
    ],
)
def test_choices_of_a_notebook_that_there_are_not(choices: dict[str, object], error: str) -> None:
    # Told before the session is asked for anything.
    session: Any = None
    with pytest.raises((TypeError, ValueError), match=error):
        ranked_clusters(session, output="out", **choices)


def test_choices_of_a_notebook() -> None:
    told = {
        "output": "out",
        "min_density": 10,
        "merge_noise": False,
        "record": "",
        "keep_apart": ["3-17", "8-21"],
    }
    found = chosen_in_python({**told, "eps": None})
    assert (found.min_density, found.merge_noise, found.record, found.eps) == (10.0, "no", "", 15_000.0)
    assert found.keep_apart == "3-17,8-21"


@pytest.mark.parametrize(("chosen_by_the_user", "found"), [("200", "200"), ("7", "7"), ("", "6")])
def test_how_many_tasks_a_shuffle_ends_in_on_this_machine(chosen_by_the_user: str, found: str) -> None:
    options = f"--conf spark.sql.shuffle.partitions={chosen_by_the_user}" if chosen_by_the_user else ""
    asked = (
        "from innovation_clusters.distributed.spark.connecting import connected\n"
        "with connected('local[2]') as session: print(session.conf.get('spark.sql.shuffle.partitions'))"
    )
    environment = {"PYSPARK_SUBMIT_ARGS": f"--conf spark.ui.enabled=false {options} pyspark-shell"}
    ended = subprocess.run(
        [sys.executable, "-c", asked],
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.stdout.strip() == found, ended.stderr


def test_a_master_whose_workers_have_nothing(tmp_path: Path, expected: Atlas) -> None:
    """The package is brought to them, and nothing of the run is left there or runs on."""
    (tmp_path / "machines").mkdir()
    machines = Standalone(tmp_path / "machines", workers=1)
    try:
        idle = machines.running()
        output = tmp_path / "out"
        arguments_given = command(output, "--master", machines.address, *ON_WORKERS)
        options = "--conf spark.sql.shuffle.partitions=4 --conf spark.ui.enabled=false --executor-memory 512m"
        environment = {"PYSPARK_SUBMIT_ARGS": f"{options} pyspark-shell", "SPARK_LOCAL_IP": "127.0.0.1"}
        ended = subprocess.run(
            [sys.executable, "-m", "innovation_clusters.distributed", *arguments_given],
            env=os.environ | environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert ended.returncode == 0, ended.stderr
        assert_written(output, expected)
        wait_until(lambda: sorted(machines.running()) == sorted(idle), "the executor has ended", 60.0)
    finally:
        machines.end()
