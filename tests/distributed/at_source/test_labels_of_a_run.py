"""Rows with their clusters by the command line, in PostGIS and through DuckDB: as one machine that reads them
row by row would have it, and all that was asked for or nothing.
"""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet
import pytest

from innovation_clusters.analysis import packages
from innovation_clusters.analysis.at_source.answers import LabelledRows, Places
from innovation_clusters.analysis.at_source.new_files import made_beside
from innovation_clusters.analysis.at_source.on_duckdb import DuckDB
from innovation_clusters.analysis.at_source.on_postgis import PostGIS
from innovation_clusters.analysis.errors import InputError
from innovation_clusters.distributed.__main__ import main

from ..labelled_cases import FURTHER, GIVEN, NUMBER, expected, random_table
from .conftest import Database
from .engines import quoted

SCHEMA = "labels of runs"
SEEDS = range(12)


@pytest.fixture
def schema(database: Database) -> Iterator[str]:
    database.run(f"CREATE SCHEMA {quoted(SCHEMA)}")
    yield quoted(SCHEMA)
    database.run(f"DROP SCHEMA {quoted(SCHEMA)} CASCADE")


def put(database: Database, table: pa.Table, address: str) -> str:
    kinds = {pa.int64(): "BIGINT", pa.float64(): "FLOAT8", pa.string(): "TEXT"}
    columns = ", ".join(f"{quoted(field.name)} {kinds[field.type]}" for field in table.schema)
    text = io.BytesIO()
    pa.csv.write_csv(table, text, pa.csv.WriteOptions(include_header=False))
    text.seek(0)
    connection = database.connect()
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TABLE {address} ({columns})")
        cursor.copy_expert(f"COPY {address} FROM STDIN (FORMAT csv)", text)
    connection.close()
    return address


def columns_of(database: Database, target: str) -> dict[str, list[Any]]:
    connection = database.connect()
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {target}")
        rows = cursor.fetchall()
        names = [column.name for column in cursor.description]
    connection.close()
    return dict(zip(names, map(list, zip(*rows, strict=True)), strict=True))


def labels_in(found: dict[str, list[Any]]) -> dict[int, int | None]:
    return dict(zip(found[NUMBER], found["cluster_id"], strict=True))


@pytest.mark.parametrize("seed", SEEDS)
def test_files(tmp_path: Path, seed: int, capfd: pytest.CaptureFixture[str]) -> None:
    """Two metrics at once, into a folder and into a file."""
    tables = {"patents": random_table(seed), "publications": random_table(1000 + seed)}
    given = ["--duckdb", *GIVEN, "--output", str(tmp_path / "out")]
    targets = {"patents": tmp_path / "라벨 [1]", "publications": tmp_path / "labels.parquet"}
    for metric, table in tables.items():
        pa.parquet.write_table(table, tmp_path / f"{metric}.parquet")
        given += [
            f"--{metric}",
            str(tmp_path / f"{metric}.parquet"),
            f"--label-{metric}",
            str(targets[metric]),
        ]
    assert main(given) == 0
    said = capfd.readouterr().err
    wanted = expected(tables)
    told = json.loads((tmp_path / "out" / "run.json").read_text())["labelled"]
    for metric, target in targets.items():
        found = pa.parquet.read_table(target)
        assert found.column_names == [*tables[metric].column_names, "cluster_id"]
        # As texts, since NaN equals nothing.
        kept = found.drop(["cluster_id"]).sort_by(NUMBER)
        assert str(kept.to_pylist()) == str(tables[metric].to_pylist())
        assert labels_in(found.to_pydict()) == wanted[metric]
        none = sum(label is None for label in wanted[metric].values())
        assert told[metric] == {"rows": found.num_rows, "at_no_site": none}
        assert f"{target} has {found.num_rows} rows of {metric} with their clusters; {none} of them" in said
    left = {"out", "patents.parquet", "publications.parquet", *(target.name for target in targets.values())}
    assert {path.name for path in tmp_path.iterdir()} == left


@pytest.mark.parametrize("kind", ["table", "view"])
@pytest.mark.parametrize("seed", SEEDS)
def test_tables_and_views(database: Database, schema: str, tmp_path: Path, kind: str, seed: int) -> None:
    tables = {"patents": random_table(seed), "publications": random_table(1000 + seed)}
    given = [
        "--postgis",
        database.connection(),
        *GIVEN,
        "--output",
        str(tmp_path / "out"),
        "--label-as",
        kind,
    ]
    for metric, table in tables.items():
        address = put(database, table, f"{schema}.{quoted(metric)}")
        given += [f"--{metric}", address, f"--label-{metric}", f'{schema}."라벨 of {metric}"']
    assert main(given) == 0
    wanted = expected(tables)
    for metric, table in tables.items():
        found = columns_of(database, f'{schema}."라벨 of {metric}"')
        assert list(found) == [*table.column_names, "cluster_id"]
        assert labels_in(found) == wanted[metric]
        assert found["label"] == [FURTHER["label"]] * table.num_rows
    views = database.run("SELECT count(*) FROM pg_views WHERE schemaname = %s", (SCHEMA,))
    assert views == [(2 if kind == "view" else 0,)]


def test_text_is_labelled_as_it_stands(tmp_path: Path) -> None:
    """The same place in two ways of writing it: both rows are there."""
    lines = ["longitude,latitude,record", "127.0,37.5,A", "127.00,37.50,B", "north,37.5,C", "127,37.5,"]
    (tmp_path / "rows.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    given = ["--duckdb", "--patents", str(tmp_path / "rows.csv"), "--min-density", "2"]
    given += ["--output", str(tmp_path / "out"), "--label-patents", str(tmp_path / "labels")]
    assert main([*given, "--label-field", "클러스터"]) == 0
    found = pa.parquet.read_table(tmp_path / "labels").to_pydict()
    assert found["longitude"] == ["127.0", "127.00", "north", "127"]
    assert found["클러스터"] == [1, 1, None, 1]


def no_places(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have a run fail that asks for places."""

    def asked(*_: object) -> None:
        raise AssertionError("places were asked for")

    monkeypatch.setattr(DuckDB, "places", asked)
    monkeypatch.setattr(PostGIS, "places", asked)


@pytest.mark.parametrize(
    ("labels", "sentence"),
    [
        (["--label-patents", "{folder}/in/new"], "--label-patents: The folder {folder}/in is what is read"),
        (["--label-patents", "{folder}/there"], "--label-patents: There is {folder}/there already"),
        (["--label-patents", "{folder}/no/where"], "--label-patents: There is no folder {folder}/no"),
        (
            ["--label-patents", "{folder}/out"],
            "--label-patents: {folder}/out is where something else is to be",
        ),
        (["--label-patents", "{folder}/out/deep"], "something else is to be, of --output"),
        (["--label-deals", "{folder}/new"], "--label-deals: There are no deals to label"),
        (
            ["--label-patents", "{folder}/new", "--label-field", NUMBER],
            "--label-field: The table {folder}/in has",
        ),
        (
            ["--label-patents", "{folder}/new", "--label-field", NUMBER.lower()],
            f"--label-field: The table {{folder}}/in has a column {NUMBER} already",
        ),
        (
            ["--publications", "{folder}/there", "--label-patents", "{folder}/there/new"],
            "--label-patents: The folder {folder}/there is what is read",
        ),
        (["--label-patents", "{folder}/new", "--label-as", "view"], "--label-as: Files have no views"),
        (["--label-patents", "{folder}/new", "--label-field", " "], "--label-field: Give the new column"),
    ],
)
def test_files_that_cannot_be_made_are_told_before_any_work(
    tmp_path: Path,
    labels: list[str],
    sentence: str,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    no_places(monkeypatch)
    (tmp_path / "in").mkdir()
    (tmp_path / "there").mkdir()
    pa.parquet.write_table(random_table(1), tmp_path / "in" / "rows.parquet")
    given = ["--duckdb", *GIVEN, "--patents", str(tmp_path / "in"), "--output", str(tmp_path / "out")]
    assert main([*given, *(each.format(folder=tmp_path) for each in labels)]) == 1
    assert sentence.format(folder=tmp_path) in capfd.readouterr().err
    assert {path.name for path in tmp_path.iterdir()} == {"in", "there"}


@pytest.mark.parametrize(
    ("target", "further", "sentence"),
    [
        ("{schema}.rows", [], "--label-patents: There is {schema}.rows already"),
        ("nowhere.new", [], "--label-patents: The database has no schema nowhere"),
        (
            "{schema}.new",
            ["--label-field", "label"],
            "--label-field: The table {schema}.rows has a column label",
        ),
        ("{schema}.taken", ["--label-as", "view"], "taken_places already"),
        ("{schema}.a.b", [], "--label-patents: {schema}.a.b is no name of a table"),
    ],
)
def test_tables_that_cannot_be_made_are_told_before_any_work(
    database: Database,
    schema: str,
    tmp_path: Path,
    target: str,
    further: list[str],
    sentence: str,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    no_places(monkeypatch)
    put(database, random_table(1), f"{schema}.rows")
    database.run(f"CREATE TABLE {schema}.taken_places (x INTEGER)")
    given = ["--postgis", database.connection(), *GIVEN, "--patents", f"{schema}.rows", *further]
    given += ["--output", str(tmp_path / "out"), "--label-patents", target.format(schema=schema)]
    assert main(given) == 1
    assert sentence.format(schema=schema) in capfd.readouterr().err
    assert not list(tmp_path.iterdir())


def test_tables_are_there_together_or_not_at_all(
    database: Database, schema: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """One table under two names, which only the database finds out."""
    put(database, random_table(1), f"{schema}.a")
    put(database, random_table(2), f"{schema}.b")
    given = ["--postgis", database.connection(), *GIVEN, "--patents", f"{schema}.a"]
    given += ["--publications", f"{schema}.b", "--output", str(tmp_path / "out")]
    given += ["--label-patents", "public.labels_twice", "--label-publications", "labels_twice"]
    assert main(given) == 1
    told = capfd.readouterr().err.splitlines()[-1]
    assert told.startswith("--label-publications:")
    assert "labels_twice" in told
    assert database.run("SELECT to_regclass('public.labels_twice')") == [(None,)]
    assert not list(tmp_path.iterdir())


def test_files_are_there_together_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    written = DuckDB._write

    def full(engine: DuckDB, *asked: Any) -> tuple[int, int]:
        if "publications" in str(asked[0].address):
            raise OSError(28, "No space left on device")
        return written(engine, *asked)

    monkeypatch.setattr(DuckDB, "_write", full)
    given = ["--duckdb", *GIVEN, "--output", str(tmp_path / "out")]
    for number, metric in enumerate(("patents", "publications")):
        pa.parquet.write_table(random_table(number), tmp_path / f"{metric}.parquet")
        given += [f"--{metric}", str(tmp_path / f"{metric}.parquet")]
        given += [f"--label-{metric}", str(tmp_path / f"labels of {metric}")]
    assert main(given) == 1
    told = capfd.readouterr().err.splitlines()[-1]
    assert told.startswith("--label-publications: The results cannot be written to")
    assert "No space left on device" in told
    assert {path.name for path in tmp_path.iterdir()} == {"patents.parquet", "publications.parquet"}


def test_labels_that_are_there_when_the_results_cannot_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """Somebody else makes the folder of the results at the last moment: told with the tables that are there,
    and nothing of the results was still to be written.
    """
    labelled = DuckDB.label_all
    written: set[str] = set()

    def late(engine: DuckDB, *asked: Any) -> list[LabelledRows]:
        [made] = tmp_path.glob(".out.*")
        written.update(file.name for file in made.iterdir())
        found = labelled(engine, *asked)
        (tmp_path / "out").mkdir()
        (tmp_path / "out" / "of somebody else").touch()
        return found

    monkeypatch.setattr(DuckDB, "label_all", late)
    pa.parquet.write_table(random_table(1), tmp_path / "rows.parquet")
    given = ["--duckdb", *GIVEN, "--patents", str(tmp_path / "rows.parquet")]
    given += ["--output", str(tmp_path / "out"), "--label-patents", str(tmp_path / "labels")]
    assert main(given) == 1
    assert written == {"clusters.parquet", "clusters.csv", "sites.parquet", "run.json"}
    told = capfd.readouterr().err.splitlines()[-1]
    assert told.startswith(
        f"--output: The rows have their clusters in {tmp_path / 'labels'}, but the results"
    )
    assert {path.name for path in tmp_path.iterdir()} == {"rows.parquet", "labels", "out"}
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["of somebody else"]


def test_a_folder_that_comes_in_between_is_told_before_rows_are_labelled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    places = DuckDB.places

    def late(engine: DuckDB, *asked: Any) -> Places:
        (tmp_path / "out").mkdir()
        return places(engine, *asked)

    monkeypatch.setattr(DuckDB, "places", late)
    pa.parquet.write_table(random_table(1), tmp_path / "rows.parquet")
    given = ["--duckdb", *GIVEN, "--patents", str(tmp_path / "rows.parquet")]
    given += ["--output", str(tmp_path / "out"), "--label-patents", str(tmp_path / "labels")]
    assert main(given) == 1
    assert "out exists; name a new one" in capfd.readouterr().err.splitlines()[-1]
    assert {path.name for path in tmp_path.iterdir()} == {"rows.parquet", "out"}
    assert not list((tmp_path / "out").iterdir())


@pytest.mark.parametrize(
    ("engine", "package"), [(["--duckdb"], "duckdb"), (["--postgis", "dbname=x"], "psycopg2-binary")]
)
def test_a_package_that_is_missing_is_missing_in_this_python(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    engine: list[str],
    package: str,
) -> None:
    monkeypatch.setattr(packages, "find", lambda name: packages.Package(name, None, "", "gone"))
    assert main([*engine, "--patents", "x", "--output", str(tmp_path / "out")]) == 1
    [line] = capfd.readouterr().err.splitlines()
    assert line.endswith(f"(gone); install it: {sys.executable} -m pip install {package}")


def test_what_comes_in_between_is_not_overwritten(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second.parquet"

    def make() -> None:
        with made_beside([str(first), str(second)]) as parts:
            parts[0].mkdir()
            parts[1].write_text("new")
            second.write_text("of somebody else")

    with pytest.raises(InputError, match=r"second\.parquet already"):
        make()
    assert [path.name for path in tmp_path.iterdir()] == ["second.parquet"]
    assert second.read_text() == "of somebody else"
