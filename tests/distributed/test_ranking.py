"""The ranks of Spark, mergers included, are those of the pipeline on one machine."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet
import pytest
from numpy.typing import NDArray
from pyspark.sql import SparkSession

from innovation_clusters.analysis import run_folder
from innovation_clusters.analysis.address_tables import AddressColumns
from innovation_clusters.analysis.at_source.tables import TableAtSource
from innovation_clusters.analysis.atlas import Atlas
from innovation_clusters.analysis.counting import Counting, make_source
from innovation_clusters.analysis.density import BORDER_RULES
from innovation_clusters.analysis.editions import METRICS
from innovation_clusters.analysis.errors import InputError
from innovation_clusters.analysis.merging import Edge, Merging
from innovation_clusters.analysis.naming import read_gazetteer
from innovation_clusters.analysis.pipeline import Parameters, find_clusters
from innovation_clusters.distributed.spark import ranking
from innovation_clusters.distributed.spark.at_source import Spark
from innovation_clusters.distributed.spark.ranking import Ranked, rank

from .standalone import kept

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
SAMPLE, GAZETTEER = RESOURCES / "sample", RESOURCES / "gazetteer" / "cities.csv"
FILES = {"patents": "inventors.csv", "publications": "authors.csv", "deals": "deals.csv"}

COLUMNS = AddressColumns("longitude", "latitude", "", "", "record", "addresses", "", "", "", "")


def tables(folder: Path = SAMPLE) -> dict[str, TableAtSource]:
    return {
        metric: TableAtSource(str(folder / file), COLUMNS, parameter=metric) for metric, file in FILES.items()
    }


def on_one_machine(parameters: Parameters) -> Atlas:
    sources = []
    for metric, file in FILES.items():
        table = pyarrow.csv.read_csv(SAMPLE / file)
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
    return find_clusters(sources, parameters, read_gazetteer(GAZETTEER))


def assert_same(found: Ranked, expected: Atlas) -> None:
    same_clusters(found.clusters, expected)
    same_sites(found.sites.toArrow(), expected)
    of_both = [
        [(each.smaller, each.larger, each.outcome, each.chain) for each in proposals]
        for proposals in (found.proposals, expected.mergers.proposals)
    ]
    assert of_both[0] == of_both[1]
    measured = [
        [(each.distance, each.strength) for each in proposals]
        for proposals in (found.proposals, expected.mergers.proposals)
    ]
    np.testing.assert_allclose(measured[0], measured[1], rtol=1e-12)


def same_clusters(found: pa.Table, expected: Atlas) -> None:
    wanted = run_folder.cluster_table(expected.clusters)
    assert found.num_rows == wanted.num_rows > 0
    for name, kind in run_folder.CLUSTER_COLUMNS.items():
        if kind == "float64":
            np.testing.assert_array_equal(numbers(found, name), numbers(wanted, name), err_msg=name)
        else:
            assert found[name].to_pylist() == wanted[name].to_pylist(), name


def same_sites(found: pa.Table, expected: Atlas) -> None:
    wanted = run_folder.site_table(expected.sites, expected.clusters)
    by_place = [(name, "ascending") for name in ("longitude", "latitude")]
    found, wanted = found.sort_by(by_place), wanted.sort_by(by_place)
    assert found.num_rows == wanted.num_rows
    for name, kind in run_folder.SITE_COLUMNS.items():
        if kind == "float64":
            np.testing.assert_array_equal(numbers(found, name), numbers(wanted, name), err_msg=name)
        else:
            assert found[name].to_pylist() == wanted[name].to_pylist(), name


def numbers(table: pa.Table, name: str) -> NDArray[np.float64]:
    values: NDArray[np.float64] = table[name].to_numpy()
    return values


@pytest.mark.parametrize(
    "parameters",
    [
        Parameters(15_000.0, 4_500.0),
        Parameters(15_000.0, 4_500.0, Merging(60_000.0, Edge.CORE), counting=Counting.FULL),
    ],
    ids=["as WIPO", "wide merging, full counts"],
)
def test_the_sample(spark: SparkSession, parameters: Parameters) -> None:
    engine, before = Spark(spark), kept(spark)
    found = rank(engine, tables(), parameters, sites_per_tile=3_000)
    assert found.clustering.tiles.num_rows > 5
    expected = on_one_machine(parameters)
    assert parameters.counting is Counting.FRACTIONAL or expected.mergers.proposals
    assert_same(found, expected)
    found.release()
    engine.close()
    assert kept(spark) == before


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(8))
def test_random_rows_whose_numbers_have_gaps(spark: SparkSession, tmp_path: Path, seed: int) -> None:
    """In any order, at places and of records that they share, of one metric or several."""
    generator = np.random.default_rng(3_000 + seed)
    given: dict[str, TableAtSource] = {}
    sources = []
    for metric in METRICS[: 1 + seed % 3]:
        row = np.unique(generator.integers(0, 2**59, 150))
        longitude, latitude = (np.round(middle + generator.random(row.size), 1) for middle in (127.0, 37.0))
        record = generator.integers(0, 60, row.size)
        addresses = generator.choice([0.0, 0.1, 0.25, 1 / 3, 1.0, 1.3, 1e-6, 2.0], row.size)
        columns = {"longitude": longitude, "latitude": latitude, "record": record, "addresses": addresses}
        rows = pa.table(columns | {"id": row}).take(generator.permutation(row.size))
        pyarrow.parquet.write_table(rows, tmp_path / f"{metric}.parquet")
        given[metric] = TableAtSource(
            str(tmp_path / f"{metric}.parquet"), COLUMNS, row="id", parameter=metric
        )
        sources.append(make_source(metric, longitude, latitude, record=record, addresses=addresses))
    parameters = Parameters(
        12_000.0,
        float(generator.integers(4, 12)),
        Merging(20_000.0, list(Edge)[seed % 2]),
        border=BORDER_RULES[seed % 3],
        counting=list(Counting)[seed // 2 % 2],
    )
    engine = Spark(spark)
    found = rank(engine, given, parameters, sites_per_tile=(6, 12, 40)[seed % 3])
    assert_same(found, find_clusters(sources, parameters, read_gazetteer(GAZETTEER)))
    found.release()
    engine.close()


def test_addresses_of_all_metrics_are_rounded_once(spark: SparkSession, tmp_path: Path) -> None:
    """0.1 and 0.2 are 0.3, not 0.30000000000000004."""
    given = {}
    for metric, addresses in (("patents", 0.1), ("publications", 0.2)):
        columns = {"longitude": [127.0], "latitude": [37.0], "record": ["A"], "addresses": [addresses]}
        pyarrow.parquet.write_table(pa.table(columns), tmp_path / f"{metric}.parquet")
        given[metric] = TableAtSource(str(tmp_path / f"{metric}.parquet"), COLUMNS, parameter=metric)
    engine = Spark(spark)
    found = rank(engine, given, Parameters(1_000.0, 0.1))
    assert found.clusters["addresses"].to_pylist() == [0.3]
    found.release()
    engine.close()


def test_a_failure_behind_the_clustering_lets_go_of_everything(
    spark: SparkSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*arguments: object, **options: object) -> None:
        raise ArithmeticError("Merging is beyond me.")

    monkeypatch.setattr(ranking, "close_pairs", fail)
    engine, before = Spark(spark), kept(spark)
    with pytest.raises(ArithmeticError, match="beyond me"):
        rank(engine, tables(), Parameters(15_000.0, 4_500.0))
    engine.close()
    assert kept(spark) == before


def test_rows_without_a_record_take_no_part(spark: SparkSession, tmp_path: Path) -> None:
    columns = {
        "longitude": [127.0, 127.0, 127.0, 129.0, None, 190.0],
        "latitude": [37.0, 37.0, 37.0, 35.0, 35.0, 35.0],
        "record": ["A", None, " ", "A", "A", "A"],
    }
    pyarrow.parquet.write_table(pa.table(columns), tmp_path / "rows.parquet")
    chosen = replace(COLUMNS, weight="")
    table = TableAtSource(str(tmp_path / "rows.parquet"), chosen, parameter="patents")
    engine = Spark(spark)
    found = rank(engine, {"patents": table}, Parameters(1_000.0, 1.0))
    assert found.totals[0] == 1.0
    assert found.clusters["patents"].to_pylist() == [0.25, 0.25]
    assert found.places.rejected == {
        "coordinate_missing": 1, "longitude_out_of_range": 1, "record_missing": 2
    }  # fmt: skip
    assert found.places.rows == 6
    found.release()
    engine.close()


@pytest.mark.parametrize("rows", [[-7, 3, 4], [2**60, 3, 4], [3, 3, 4], [None, 3, 4]])
def test_rows_that_are_no_numbers_of_rows(
    spark: SparkSession, tmp_path: Path, rows: list[int | None]
) -> None:
    columns = {"longitude": [127.0, 128.0, 129.0], "latitude": [37.0, 37.0, 37.0], "id": rows}
    pyarrow.parquet.write_table(pa.table(columns), tmp_path / "rows.parquet")
    chosen = replace(COLUMNS, weight="", record="")
    table = TableAtSource(str(tmp_path / "rows.parquet"), chosen, row="id", parameter="patents")
    engine = Spark(spark)
    with pytest.raises(InputError, match="another whole number in every row") as caught:
        rank(engine, {"patents": table}, Parameters(1_000.0, 1.0))
    assert caught.value.parameter == "row"
    engine.close()
