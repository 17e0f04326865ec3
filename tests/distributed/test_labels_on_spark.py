"""Rows with their clusters on Spark, by places that come here and by those that workers keep: as one machine
that reads them row by row would have it, and all that was asked for or nothing.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet
import pytest
from pyspark.sql import DataFrame, SparkSession

from innovation_clusters.analysis.at_source.answers import LabelledRows
from innovation_clusters.analysis.at_source.tables import TableAtSource, Target
from innovation_clusters.analysis.errors import InputError
from innovation_clusters.analysis.monitor import Monitor
from innovation_clusters.distributed.arguments import arguments, tables_of
from innovation_clusters.distributed.spark import at_source, new_folders
from innovation_clusters.distributed.spark.at_source import Spark
from innovation_clusters.distributed.spark.begun import Begun
from innovation_clusters.distributed.spark.clustering import SITES_PER_TILE
from innovation_clusters.distributed.spark.session import run_on
from innovation_clusters.distributed.voice import Voice

from .labelled_cases import GIVEN, NUMBER, RECORD, expected, random_table
from .test_session import HERE, ON_WORKERS

METRICS = ("patents", "publications")


def put(folder: Path, seed: int) -> dict[str, pa.Table]:
    """Write two tables, the first in two files."""
    tables = {metric: random_table(seed + 1000 * number) for number, metric in enumerate(METRICS)}
    (folder / "patents").mkdir(parents=True)
    pa.parquet.write_table(tables["patents"].slice(0, 40), folder / "patents" / "1 부분.parquet")
    pa.parquet.write_table(tables["patents"].slice(40), folder / "patents" / "2.parquet")
    pa.parquet.write_table(tables["publications"], folder / "publications")
    return tables


def given(folder: Path, output: str, targets: dict[str, str], *further: str) -> list[str]:
    told = [*GIVEN, "--output", output, *further]
    for metric in METRICS:
        told += [f"--{metric}", str(folder / metric)]
    for metric, target in targets.items():
        told += [f"--label-{metric}", target]
    return told


def run(spark: SparkSession, told: list[str]) -> None:
    run_on(spark, arguments().parse_args(told), Voice())


def labels_in(folder: Path) -> dict[int, int | None]:
    found = pa.parquet.read_table(folder)
    return dict(zip(found[NUMBER].to_pylist(), found["cluster_id"].to_pylist(), strict=True))


@pytest.mark.parametrize("most_places", [ON_WORKERS, HERE], ids=["on the workers", "here"])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_rows_get_the_clusters_of_one_machine(
    spark: SparkSession, tmp_path: Path, most_places: list[str], seed: int
) -> None:
    tables = put(tmp_path / "in", seed)
    targets = {metric: f"file://{tmp_path}/라벨 of {metric}" for metric in METRICS}
    run(spark, given(tmp_path / "in", str(tmp_path / "out"), targets, *most_places))
    wanted = expected(tables)
    facts = json.loads((tmp_path / "out" / "run.json").read_text())
    for metric, table in tables.items():
        folder = tmp_path / f"라벨 of {metric}"
        found = pa.parquet.read_table(folder).sort_by(NUMBER)
        assert found.column_names == [*table.column_names, "cluster_id"]
        assert found.drop(["cluster_id"]).to_pylist()[0] == table.to_pylist()[0]
        assert labels_in(folder) == wanted[metric]
        none = sum(label is None for label in wanted[metric].values())
        assert facts["labelled"][metric] == {"rows": table.num_rows, "at_no_site": none}
        assert (folder / "_SUCCESS").exists()
    assert {path.name for path in tmp_path.iterdir()} == {
        "in",
        "out",
        *(f"라벨 of {each}" for each in METRICS),
    }


@pytest.mark.parametrize("most_places", [ON_WORKERS, HERE], ids=["on the workers", "here"])
def test_an_address_that_spark_alone_reaches(
    spark: SparkSession, results: Path, tmp_path: Path, most_places: list[str]
) -> None:
    tables = put(tmp_path / "in", 4)
    name = f"labels {most_places[1]}"
    told = given(
        tmp_path / "in", str(tmp_path / "out"), {"patents": f"viewfs://cluster/results/{name}"}, *most_places
    )
    run(spark, told)
    assert labels_in(results / name) == expected(tables)["patents"]
    assert (results / name / "_SUCCESS").exists()
    with pytest.raises(InputError, match="exists; name a new one") as caught:
        run(spark, [*told, "--output", str(tmp_path / "again")])
    assert caught.value.parameter == "label_patents"


@pytest.mark.parametrize("most_places", [ON_WORKERS, HERE], ids=["on the workers", "here"])
@pytest.mark.parametrize("form", ["file://{folder}/{name}", "viewfs://cluster/results/{name}"])
def test_folders_are_there_together_or_not_at_all(
    spark: SparkSession,
    results: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    most_places: list[str],
    form: str,
) -> None:
    written: list[str] = []

    def full(begun: Begun, rows: DataFrame, address: str, field: str) -> tuple[int, int]:
        counted = new_folders.written_rows(begun, rows, address, field)
        written.append(address)
        if len(written) == 2:
            raise InputError("target", "No space is left.")
        return counted

    monkeypatch.setattr(at_source, "written_rows", full)
    put(tmp_path / "in", 5)
    targets = {metric: form.format(folder=tmp_path, name=f"half {metric}") for metric in METRICS}
    with pytest.raises(InputError, match="No space is left") as caught:
        run(spark, given(tmp_path / "in", str(tmp_path / "out"), targets, *most_places))
    assert caught.value.parameter == "label_publications"
    assert len(written) == 2
    assert [path.name for path in tmp_path.iterdir()] == ["in"]
    assert not list(results.glob("half*"))


@pytest.mark.parametrize("most_places", [ON_WORKERS, HERE], ids=["on the workers", "here"])
def test_a_label_that_fails_leaves_no_result_at_an_address_of_spark(
    spark: SparkSession,
    results: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    most_places: list[str],
) -> None:
    """Nor does it keep the next run from that address."""

    def full(*_: object) -> tuple[int, int]:
        assert (results / "whole" / "sites.parquet").exists()
        raise InputError("target", "No space is left.")

    put(tmp_path / "in", 5)
    told = given(tmp_path / "in", "viewfs://cluster/results/whole", {"patents": f"file://{tmp_path}/labels"})
    with monkeypatch.context() as patched:
        patched.setattr(at_source, "written_rows", full)
        with pytest.raises(InputError, match="No space is left"):
            run(spark, [*told, *most_places])
    assert [path.name for path in tmp_path.iterdir()] == ["in"]
    assert not (results / "whole").exists()
    run(spark, [*told, *most_places])
    assert (results / "whole" / "_SUCCESS").exists()
    assert (tmp_path / "labels" / "_SUCCESS").exists()
    shutil.rmtree(results / "whole")


@pytest.mark.parametrize("others", ["patents", "publications"])
def test_what_somebody_else_has_written_stays(
    spark: SparkSession, results: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, others: str
) -> None:
    """Two runs, one target: the second to come takes its own away, whether it had begun there or not."""
    (results / "shared").mkdir()

    def late(begun: Begun, rows: DataFrame, address: str, field: str) -> tuple[int, int]:
        if address.endswith("patents"):
            (results / "shared" / others).mkdir()
            (results / "shared" / others / "rows").touch()
        return new_folders.written_rows(begun, rows, address, field)

    monkeypatch.setattr(at_source, "written_rows", late)
    put(tmp_path / "in", 5)
    targets = {metric: f"viewfs://cluster/results/shared/{metric}" for metric in METRICS}
    with pytest.raises(InputError, match=f"shared/{others} exists; name a new one") as caught:
        run(spark, given(tmp_path / "in", str(tmp_path / "out"), targets, *HERE))
    assert caught.value.parameter == f"label_{others}"
    assert [path.name for path in (results / "shared").iterdir()] == [others]
    assert [path.name for path in (results / "shared" / others).iterdir()] == ["rows"]
    shutil.rmtree(results / "shared")


def test_results_that_somebody_else_has_written_stay(
    spark: SparkSession, results: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = results / "of two" / "clusters.parquet"
    counted = Spark.count_places

    def late(engine: Spark, table: TableAtSource) -> int:
        theirs.mkdir(parents=True, exist_ok=True)
        (theirs / "rows").touch()
        return counted(engine, table)

    monkeypatch.setattr(Spark, "count_places", late)
    put(tmp_path / "in", 5)
    with pytest.raises(InputError, match="of two exists; name a new one") as caught:
        run(spark, given(tmp_path / "in", "viewfs://cluster/results/of two", {}, *HERE))
    assert caught.value.parameter == "output"
    assert [path.name for path in theirs.parent.iterdir()] == [theirs.name]
    assert [path.name for path in theirs.iterdir()] == ["rows"]
    shutil.rmtree(theirs.parent)


def test_labels_that_are_there_when_results_at_an_address_of_spark_cannot_be(
    spark: SparkSession, results: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    labelled = Spark.label_all

    def late(engine: Spark, *asked: Any) -> list[LabelledRows]:
        found = labelled(engine, *asked)
        # What Spark writes to it takes for a folder.
        shutil.rmtree(results / "late")
        (results / "late").touch()
        return found

    monkeypatch.setattr(Spark, "label_all", late)
    put(tmp_path / "in", 5)
    told = given(tmp_path / "in", "viewfs://cluster/results/late", {"patents": f"file://{tmp_path}/labels"})
    with pytest.raises(InputError, match=r"have their clusters in file://.*/labels, but") as caught:
        run(spark, [*told, *HERE])
    assert caught.value.parameter == "output"
    assert len(str(caught.value).splitlines()) == 1
    assert (tmp_path / "labels" / "_SUCCESS").exists()


def test_two_runs_in_one_session_know_their_own_rows(spark: SparkSession, tmp_path: Path) -> None:
    spark.range(1).createOrReplaceTempView("labelled_places")
    put(tmp_path / "in", 12)
    engines = [opened(spark, tmp_path / "in" / metric) for metric in METRICS]
    for engine, table in engines:
        engine.rows(table)
    for (engine, table), metric in zip(engines, METRICS, strict=True):
        wanted = pa.parquet.read_table(tmp_path / "in" / metric)
        found = spark.table(engine.rows(table).relation).toArrow()
        assert sorted(found[RECORD].to_pylist(), key=str) == sorted(wanted[RECORD].to_pylist(), key=str)
    for engine, _ in engines:
        engine.close()
    assert spark.table("labelled_places").count() == 1
    spark.catalog.dropTempView("labelled_places")


@pytest.mark.parametrize(
    ("labels", "parameter", "sentence"),
    [
        (["--label-patents", "{folder}/new"], "label_patents", "Workers on other machines do not reach"),
        (["--label-patents", "file://{folder}/in"], "label_patents", "There is .*/in already"),
        (
            ["--label-patents", "file://{folder}/in/patents/new"],
            "label-patents",
            "/in/patents is what is read",
        ),
        (
            ["--label-publications", "file://{folder}/in/patents/new"],
            "label-publications",
            "/in/patents is what is read",
        ),
        (["--label-patents", "file://{folder}/no/where"], "label_patents", "There is no folder"),
        (["--label-deals", "file://{folder}/new"], "label-deals", "There are no deals"),
        (["--label-patents", "file:///{folder}/out"], "label-patents", "of --output"),
        (["--label-patents", "file://{folder}/new", "--label-as", "view"], "label-as", "have no views"),
        (
            ["--label-patents", "file://{folder}/new", "--label-field", "number"],
            "label_field",
            "has a column NUMBER already",
        ),
    ],
)
def test_folders_that_cannot_be_made_are_told_before_any_work(
    spark: SparkSession,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    labels: list[str],
    parameter: str,
    sentence: str,
) -> None:
    def asked(*_: object) -> None:
        raise AssertionError("places were asked for")

    monkeypatch.setattr(Spark, "groups", asked)
    put(tmp_path / "in", 6)
    told = given(
        tmp_path / "in", str(tmp_path / "out"), {}, *(each.format(folder=tmp_path) for each in labels)
    )
    with pytest.raises(InputError, match=sentence) as caught:
        run(spark, told)
    assert caught.value.parameter == parameter
    assert [path.name for path in tmp_path.iterdir()] == ["in"]


def test_workers_that_write_somewhere_else(spark: SparkSession, tmp_path: Path) -> None:
    """As if of all that was written nothing could be seen from here."""
    rows = spark.createDataFrame([(1, 2)], "a long, b long")
    seen = spark.createDataFrame([], rows.schema)
    address = f"file://{tmp_path}/new"

    class Unshared:
        def __init__(self, session: SparkSession) -> None:
            self.conf = session.conf
            self.read = self

        def schema(self, _: object) -> Unshared:
            return self

        def parquet(self, _: str) -> DataFrame:
            return seen

    unshared: Any = Unshared(spark)
    with pytest.raises(InputError, match="not all machines share the folder"):
        new_folders.written_rows(Begun(unshared), rows, address, "a")


# Files that change between questions


def opened(spark: SparkSession, folder: Path) -> tuple[Spark, TableAtSource]:
    told = arguments().parse_args([*GIVEN, "--patents", str(folder), "--output", "out"])
    return Spark(spark), tables_of(told)["patents"]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("overwritten", r"2\.parquet has changed since the run began"),
        ("gone", r"2\.parquet is gone since the run began"),
        ("added", "has other files than when the run began"),
        ("all gone", r"is gone since the run began"),
    ],
)
@pytest.mark.parametrize("question", ["places", "label"])
def test_files_that_change_end_the_run(
    spark: SparkSession, tmp_path: Path, change: str, said: str, question: str
) -> None:
    put(tmp_path / "in", 7)
    folder = tmp_path / "in" / "patents"
    engine, table = opened(spark, folder)
    engine.count_places(table)
    engine.require_unchanged()
    known = spark.createDataFrame([(127.0, 37.5, 1)], "x double, y double, label long")
    if change == "overwritten":
        pa.parquet.write_table(random_table(8), folder / "new")
        os.replace(folder / "new", folder / "2.parquet")
    elif change == "added":
        pa.parquet.write_table(random_table(8), folder / "3.parquet")
    else:
        for file in list(folder.iterdir()):
            if change == "all gone" or file.name == "2.parquet":
                file.unlink()
    target = Target(f"file://{tmp_path}/labels", "cluster_id")
    questions: dict[str, Callable[[], object]] = {
        "places": lambda: engine.places(table, Monitor()),
        "label": lambda: engine.label_by([(table, known, target)], Monitor()),
    }
    with pytest.raises(InputError, match=said) as caught:
        questions[question]()
    assert caught.value.parameter == "patents"
    engine.close()
    assert [path.name for path in tmp_path.iterdir()] == ["in"]


@pytest.mark.parametrize("most_places", [ON_WORKERS, HERE], ids=["on the workers", "here"])
def test_a_file_that_is_overwritten_while_a_run_goes_on(
    spark: SparkSession, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most_places: list[str]
) -> None:
    put(tmp_path / "in", 9)
    counted = Spark.count_places

    def overwrite(engine: Spark, table: TableAtSource) -> int:
        count = counted(engine, table)
        if table.parameter == "publications":
            pa.parquet.write_table(random_table(10), tmp_path / "in" / "new")
            os.replace(tmp_path / "in" / "new", tmp_path / "in" / "publications")
        return count

    monkeypatch.setattr(Spark, "count_places", overwrite)
    with pytest.raises(InputError, match="publications has changed since the run began"):
        run(spark, given(tmp_path / "in", str(tmp_path / "out"), {}, *most_places))
    assert [path.name for path in tmp_path.iterdir()] == ["in"]


# Text


def places_of(spark: SparkSession, path: Path) -> list[tuple[float, float, int]]:
    told = arguments().parse_args(["--patents", str(path), "--record", "", "--output", "out"])
    engine = Spark(spark)
    places = engine.places(tables_of(told)["patents"], Monitor())
    engine.close()
    return sorted(zip(places.x.tolist(), places.y.tolist(), places.rows.tolist(), strict=True))


def test_folders_of_text_and_what_stands_between_columns(spark: SparkSession, tmp_path: Path) -> None:
    """Whatever a folder is called; as DuckDB reads it."""
    folder = tmp_path / "parts of a run"
    folder.mkdir()
    (folder / "1.csv").write_text('longitude;latitude;note\n"127,5";37;"a\nb"\n127,5;37;c\n', "utf-8-sig")
    (folder / "2.csv").write_text("longitude;latitude;note\n128;36;한글\n", "utf-8")
    (folder / "_SUCCESS").touch()
    assert places_of(spark, tmp_path / "parts *") == [(127.5, 37.0, 2), (128.0, 36.0, 1)]
    (tmp_path / "rows.tsv").write_text("longitude\tlatitude\n1,5\t2\n", "utf-8")
    assert places_of(spark, tmp_path / "rows.tsv") == [(1.5, 2.0, 1)]


def test_text_in_another_encoding(spark: SparkSession, tmp_path: Path) -> None:
    (tmp_path / "rows.csv").write_bytes("longitude,latitude,기관\n1,2,서울\n".encode("cp949"))
    with pytest.raises(InputError, match="Spark reads text in UTF-8") as caught:
        places_of(spark, tmp_path / "rows.csv")
    assert caught.value.parameter == "patents"


# Places, and what workers hold of them


def test_places_are_counted_and_not_what_stands_at_them(
    spark: SparkSession, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Two places with many organisations, and rows without records: 2 is enough for them to come here."""
    rows = 60
    columns = {
        "longitude": [127.0, 129.0] * (rows // 2),
        "latitude": [37.0] * rows,
        "record": [None if number % 5 == 0 else f"r{number}" for number in range(rows)],
        "who": [f"organisation {number}" for number in range(rows)],
    }
    pa.parquet.write_table(pa.table(columns), tmp_path / "rows.parquet")
    told = ["--patents", str(tmp_path / "rows.parquet"), "--organisation", "who", "--min-density", "5"]
    for most in (2, 1):
        run(spark, [*told, "--output", str(tmp_path / f"out {most}"), "--most-places", str(most)])
    said = capfd.readouterr().err
    here, on_workers = (json.loads((tmp_path / f"out {most}" / "run.json").read_text()) for most in (2, 1))
    assert "places" in here
    assert "tiles" in on_workers
    assert said.count("organisation are not looked at there") == 1
    assert "There are 2 places, more than 1, so that the workers keep them" in said


def test_sites_per_tile(spark: SparkSession, tmp_path: Path) -> None:
    put(tmp_path / "in", 11)
    assert arguments().parse_args(["--output", "out"]).sites_per_tile == SITES_PER_TILE
    for sites in (20, 1000):
        run(
            spark,
            given(
                tmp_path / "in", str(tmp_path / f"{sites}"), {}, *ON_WORKERS, "--sites-per-tile", str(sites)
            ),
        )
    few, one = (json.loads((tmp_path / str(sites) / "run.json").read_text()) for sites in (20, 1000))
    assert one["tiles"]["tiles"] == 1 < few["tiles"]["tiles"]
    clusters = [pa.parquet.read_table(tmp_path / str(sites) / "clusters.parquet") for sites in (20, 1000)]
    assert clusters[0].equals(clusters[1])


@pytest.mark.parametrize(
    "option", [["--sites-per-tile", "0"], ["--most-places", "-1"], ["--sites-per-tile", "x"]]
)
def test_numbers_that_are_none(option: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        arguments().parse_args(["--output", "out", *option])
    assert ended.value.code == 2
    assert option[0] in capfd.readouterr().err.splitlines()[-1]
