"""Folders within folders: Spark reads all of their rows, or says which it would leave out."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet
import pytest
from pyspark.sql import SparkSession

from innovation_clusters.analysis.address_tables import AddressColumns
from innovation_clusters.analysis.at_source.tables import TableAtSource
from innovation_clusters.analysis.errors import InputError
from innovation_clusters.distributed.spark.tables import open_rows

COLUMNS = AddressColumns("x", "y", "", "EPSG:4326", "record", *[""] * 5)
VIEW = "rows_in_folders"


def make_files(folder: Path, names: list[str]) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        if name.endswith(".csv"):
            (folder / name).write_text("x,y,record\n1,2,r\n", encoding="utf-8")
        else:
            pyarrow.parquet.write_table(pa.table({"x": [1.0], "y": [2.0], "record": ["r"]}), folder / name)


def rows_read(spark: SparkSession, address: str) -> int:
    try:
        open_rows(spark, TableAtSource(address, COLUMNS, parameter="--patents"), VIEW)
        return int(spark.table(VIEW).count())
    finally:
        spark.catalog.dropTempView(VIEW)


@pytest.mark.parametrize(
    ("names", "inner"),
    [
        (["a.parquet", "year=2020/a.parquet"], "year=2020"),
        (["a.parquet", "in it/a.parquet"], "in it"),
        (["a.csv", "in it/a.csv"], "in it"),
        (["year=2020/a.parquet", "year=2021/month=1/a.parquet"], "year=2021/month=1"),
        (["year=2020/a.parquet", "month=1/a.parquet"], "year=2020"),
    ],
)
def test_rows_that_would_be_left_out(
    spark: SparkSession, tmp_path: Path, names: list[str], inner: str
) -> None:
    make_files(tmp_path, names)
    with pytest.raises(InputError, match="whose rows would be left out") as caught:
        rows_read(spark, str(tmp_path))
    assert f"/{inner} within it" in str(caught.value)
    assert caught.value.parameter == "--patents"


@pytest.mark.parametrize(
    ("names", "address", "rows"),
    [
        (["a.parquet", "b.parquet"], "", 2),
        (["year=2020/a.parquet", "year=2020/b.parquet", "year=2021/a.parquet"], "", 3),
        (["year=2020/month=1/a.parquet", "year=2021/month=1/a.parquet"], "", 2),
        # Text beside Parquet is left out.
        (["a.parquet", "raw/a.csv"], "", 1),
        (["a.parquet", "_temporary/a.parquet"], "", 1),
        (["first/a.parquet", "second/a.parquet"], "*", 2),
    ],
)
def test_rows_that_are_all_read(
    spark: SparkSession, tmp_path: Path, names: list[str], address: str, rows: int
) -> None:
    make_files(tmp_path, names)
    assert rows_read(spark, str(tmp_path / address)) == rows
