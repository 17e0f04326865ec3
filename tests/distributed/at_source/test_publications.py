"""The 459,194 real publications, from PostGIS and from Parquet, against one machine that reads the rows."""

from __future__ import annotations

import io
import json
import os
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet
import pytest

from innovation_clusters.analysis.address_tables import AddressColumns, read_address_table
from innovation_clusters.analysis.addresses import judge
from innovation_clusters.analysis.at_source.engine import Engine
from innovation_clusters.analysis.at_source.on_duckdb import DuckDB
from innovation_clusters.analysis.at_source.on_postgis import PostGIS
from innovation_clusters.analysis.at_source.tables import TableAtSource
from innovation_clusters.analysis.atlas import Atlas
from innovation_clusters.analysis.counting import Counting, make_source
from innovation_clusters.analysis.merging import Merging
from innovation_clusters.analysis.naming import read_gazetteer
from innovation_clusters.analysis.pipeline import Parameters, find_clusters
from innovation_clusters.distributed.__main__ import main
from innovation_clusters.distributed.at_source import GAZETTEER, find
from innovation_clusters.distributed.voice import Voice

from .conftest import Database

ROOT = Path(__file__).resolve().parent.parent.parent.parent
DATA = Path(os.environ.get("INNOVATION_CLUSTERS_DATA", ROOT.parent / "shared" / "data"))
PUBLICATIONS = DATA / "points" / "openapc_ror_publications_459k.csv.gz"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not PUBLICATIONS.exists(), reason=f"{PUBLICATIONS} is not there"),
]

COLUMNS = AddressColumns(
    "lon", "lat", "", "EPSG:4326", "doi", "", "", economy="country", organisation="institution", field="year"
)
ROWS = 459_194


@pytest.fixture(scope="module")
def parquet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("publications") / "publications.parquet"
    table = pa.csv.read_csv(PUBLICATIONS, convert_options=pa.csv.ConvertOptions(strings_can_be_null=True))
    pa.parquet.write_table(table, path)
    return path


@pytest.fixture(scope="module")
def in_database(database: Database, parquet: Path) -> str:
    names = ["doi", "institution", "country", "lat", "lon", "year"]
    table = pa.parquet.read_table(parquet, columns=names)
    text = io.BytesIO()
    pa.csv.write_csv(table, text, pa.csv.WriteOptions(include_header=False))
    text.seek(0)
    connection = database.connect()
    with connection.cursor() as cursor:
        cursor.execute(
            "DROP TABLE IF EXISTS publications, came; CREATE TABLE came (number SERIAL, doi TEXT, "
            "institution TEXT, country TEXT, lat FLOAT8, lon FLOAT8, year INTEGER)"
        )
        cursor.copy_expert(f"COPY came ({', '.join(names)}) FROM STDIN (FORMAT csv)", text)
        # In the order in which they came, by which clusters are numbered.
        cursor.execute(
            "CREATE TABLE publications AS SELECT *, CAST(ST_SetSRID(ST_MakePoint(lon, lat), 4326) "
            "AS geometry(Point, 4326)) AS geom FROM came ORDER BY number"
        )
    connection.close()
    return "publications"


def parameters(counting: Counting) -> Parameters:
    return Parameters(15_000.0, 100.0, Merging(50_000.0), {"publications": 1.0}, counting=counting)


@pytest.fixture(scope="module", params=list(Counting))
def expected(request: pytest.FixtureRequest, parquet: Path) -> tuple[Counting, Atlas]:
    """What comes out where every row is read here."""
    read = read_address_table(
        str(parquet),
        longitude="lon",
        latitude="lat",
        record="doi",
        economy="country",
        organisation="institution",
        field="year",
    )
    assert read.record is not None
    judgement = judge(read.x, read.y, faults=read.fault)
    named = read.record >= 0
    stated = [
        each.select(named) for each in (read.economy, read.organisation, read.field) if each is not None
    ]
    source = make_source(
        "publications",
        judgement.longitude[named],
        judgement.latitude[named],
        record=read.record[named],
        economy=stated[0],
        organisation=stated[1],
        field=stated[2],
        located=judgement.accepted[named],
    )
    counting = Counting(request.param)
    return counting, find_clusters([source], parameters(counting), read_gazetteer(GAZETTEER))


@pytest.mark.parametrize("at", ["parquet", "columns", "geometry"])
def test_clusters_shares_ranks_and_ties_are_equal(
    at: str, expected: tuple[Counting, Atlas], parquet: Path, in_database: str, database: Database
) -> None:
    counting, atlas = expected
    columns, address = COLUMNS, str(parquet)
    engine: DuckDB | PostGIS = DuckDB()
    if at != "parquet":
        engine, address = PostGIS(database.connection()), in_database
    if at == "geometry":
        columns = AddressColumns("", "", "geom", *_without_place(COLUMNS))
    with engine:
        found, accounts = _find(engine, TableAtSource(address, columns), counting)
    assert accounts == ROWS
    assert len(atlas.clusters.rank) > 100
    for part in ("longitude", "latitude", "cluster", "core", "weight", "addresses", "counts"):
        np.testing.assert_array_equal(getattr(found.sites, part), getattr(atlas.sites, part), err_msg=part)
    for part in ("rank", "name", "name_ko", "economies", "counts", "shares", "score", "leaders_by_metric"):
        np.testing.assert_equal(getattr(found.clusters, part), getattr(atlas.clusters, part), err_msg=part)
    np.testing.assert_equal(found.clusters.fields_by_metric, atlas.clusters.fields_by_metric)
    np.testing.assert_array_equal(found.records, atlas.records)
    assert found.mergers.proposals == atlas.mergers.proposals
    assert atlas.mergers.proposals
    for ours, theirs in (
        (found.collaboration.ties, atlas.collaboration.ties),
        (found.collaboration.reach, atlas.collaboration.reach),
    ):
        assert ours.keys() == theirs.keys()
        for metric in theirs:
            for name, values in vars(theirs[metric]).items():
                np.testing.assert_allclose(
                    vars(ours[metric])[name], values, rtol=0, atol=1e-8, err_msg=f"{metric} {name}"
                )


def _without_place(columns: AddressColumns) -> list[str]:
    return [
        columns.crs,
        columns.record,
        columns.weight,
        columns.count,
        columns.economy,
        columns.organisation,
        columns.field,
    ]


def _find(engine: Engine, table: TableAtSource, counting: Counting) -> tuple[Atlas, int]:
    atlas, accounts = find(engine, {"publications": table}, parameters(counting), Voice())
    return atlas, accounts["publications"].rows


def test_the_command_line_gives_the_same_folder_for_both(
    parquet: Path, in_database: str, database: Database, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    given = [
        *(
            "--x",
            "lon",
            "--y",
            "lat",
            "--record",
            "doi",
            "--economy",
            "country",
            "--organisation",
            "institution",
        ),
        *("--min-density", "100", "--address-weights", "1,1,0"),
    ]
    engines = {
        "files": ["--duckdb", "--publications", str(parquet)],
        "database": ["--postgis", database.connection(), "--publications", in_database],
    }
    for name, engine in engines.items():
        assert main([*engine, *given, "--output", str(tmp_path / name)]) == 0
        assert f"publications: {ROWS} rows are" in capfd.readouterr().err
        assert main([*engine, *given, "--output", str(tmp_path / name)]) == 1
        assert "exists; name a new one." in capfd.readouterr().err
    for file in ("clusters.parquet", "sites.parquet"):
        files, rows = (pa.parquet.read_table(tmp_path / name / file) for name in engines)
        assert files.equals(rows)
    told = json.loads((tmp_path / "database" / "run.json").read_text())
    assert told["engine"] == "PostGIS"
    assert told["rows"] == {"publications": ROWS}
    assert sum(told["rejected"]["publications"].values()) == 772
    # Nobody is let in by what a folder tells.
    assert "right" not in (tmp_path / "database" / "run.json").read_text()
    wrong = ["--postgis", database.connection(password="wrong"), "--publications", "publications"]
    assert main([*wrong, "--output", str(tmp_path / "none")]) == 1
    assert "The database cannot be reached" in capfd.readouterr().err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["database", "files"]
