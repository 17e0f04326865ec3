"""Tables of addresses with all that tables of addresses have, in a database and as files."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import numpy as np

from innovation_clusters.tests.distributed.at_source.conftest import Database

COLUMNS = ("id", "longitude", "latitude", "record", "weight", "economy", "organisation", "field")
TOWNS = ((127.0, 37.5), (127.4, 36.3), (129.0, 35.1), (127.25, 37.35))
SPELLINGS = ("Hanbit", "HANBIT Inc.", "Nuri GmbH", "Nuri", "서울대학교", "", " Hanbit  ")
FIELDS = ("A61", "A61; G06", "G06", "", "H01;A61;G06")


def made_up_rows(seed: int, rows: int = 4_000, records: int = 900) -> list[tuple[object, ...]]:
    """Rows as in COLUMNS: three in four in towns, on few places; some nowhere, at 0/0, off the globe, without
    a record, without an economy or with something that is none.
    """
    generator = np.random.default_rng(seed)
    town = np.array(TOWNS)[generator.integers(0, len(TOWNS), rows)]
    at = np.round(town + generator.normal(0, 0.04, (rows, 2)), 2)
    anywhere = np.column_stack([generator.uniform(-180, 180, rows), generator.uniform(-60, 70, rows)])
    at = np.where((generator.random(rows) < 0.2)[:, None], np.round(anywhere, 1), at)
    table: list[tuple[object, ...]] = []
    for row in range(rows):
        longitude: float | None = float(at[row, 0])
        latitude: float | None = float(at[row, 1])
        fault = generator.integers(0, 60)
        if fault == 0:
            longitude = latitude = None
        elif fault == 1:
            longitude = latitude = 0.0
        elif fault == 2:
            latitude = 95.5
        elif fault == 3:
            longitude, latitude = 180.0, 10.0
        elif fault == 4:
            longitude, latitude = -180.0, 10.0
        record = None if generator.random() < 0.01 else f"R {generator.integers(0, records):04d}"
        economy = ("KR", "kr", "", None, "US", "Korea", "ZZ")[generator.integers(0, 7)]
        table.append(
            (
                row + 1,
                longitude,
                latitude,
                record,
                int(generator.integers(0, 4)),
                economy,
                SPELLINGS[generator.integers(0, len(SPELLINGS))],
                FIELDS[generator.integers(0, len(FIELDS))],
            )
        )
    return table


def make_table(database: Database, name: str, rows: list[tuple[object, ...]]) -> None:
    """Make a table with points in the column `place`, and one of WEIGHT by halves: `half`."""
    text = io.StringIO()
    csv.writer(text).writerows([["" if cell is None else cell for cell in row] for row in rows])
    text.seek(0)
    connection = database.connect()
    try:
        with connection.cursor() as cursor:
            cursor.execute(
                f"CREATE TABLE {name} (id bigint PRIMARY KEY, longitude float8, latitude float8, "
                "record text, weight integer, economy text, organisation text, field text)"
            )
            cursor.copy_expert(f"COPY {name} FROM STDIN (FORMAT csv)", text)
            cursor.execute(
                f"ALTER TABLE {name} ADD place geometry(Point, 4326), ADD half float8;"
                f"UPDATE {name} SET place = ST_SetSRID(ST_MakePoint(longitude, latitude), 4326), "
                "half = weight / 2.0;"
            )
    finally:
        connection.close()


def make_parquet(path: Path, rows: list[tuple[object, ...]]) -> None:
    """Write a Parquet file of the same rows."""
    import pyarrow
    import pyarrow.parquet

    columns = [list(column) for column in zip(*rows, strict=True)]
    pyarrow.parquet.write_table(pyarrow.table(dict(zip(COLUMNS, columns, strict=True))), path)
