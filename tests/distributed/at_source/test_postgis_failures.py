"""What goes wrong with a database: one sentence each, and nothing half written."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np
import psycopg2
import pytest

from innovation_clusters.analysis.address_tables import AddressColumns
from innovation_clusters.analysis.at_source.answers import LabelledPlaces, Labelling, Places
from innovation_clusters.analysis.at_source.on_postgis import PostGIS
from innovation_clusters.analysis.at_source.tables import TableAtSource, Target
from innovation_clusters.analysis.errors import Cancelled, InputError
from innovation_clusters.analysis.monitor import Monitor
from innovation_clusters.analysis.sums import Sums

from ..servers import free_port, wait_until
from .conftest import Database

COLUMNS = AddressColumns("lon", "lat", "", "EPSG:4326", "record", "", "", "", "", "")
TABLE = TableAtSource("addresses", COLUMNS, parameter="INVENTORS")
# Every row of it waits: a question that takes long enough to be in the middle of.
SLOW = TableAtSource("addresses", COLUMNS, where="pg_sleep(0.05) IS NOT NULL", parameter="INVENTORS")

ROWS = "SELECT number % 5, number % 3, 'r' || number / 2 FROM generate_series(1, 1000) AS number"


@pytest.fixture(autouse=True)
def addresses(database: Database) -> Iterator[None]:
    prepare(database)
    yield
    # What was closed a moment ago PostgreSQL may still be ending.
    ours = "SELECT datname FROM pg_stat_activity WHERE application_name = 'Innovation Clusters'"
    wait_until(lambda: not database.run(ours), "no connection is left", 10.0)


def prepare(database: Database) -> None:
    database.run(
        # Most of what is made here is a table, one is a view of one.
        "DROP TABLE IF EXISTS addresses, labelled_places CASCADE;"
        "DROP TABLE IF EXISTS labelled;"
        "CREATE TABLE addresses (lon FLOAT8, lat FLOAT8, record TEXT);"
        f"INSERT INTO addresses {ROWS}"
    )
    if not database.run("SELECT 1 FROM pg_roles WHERE rolname = 'asker'"):
        database.run("CREATE ROLE asker LOGIN PASSWORD 'right'")


def noise(places: Places) -> LabelledPlaces:
    at = np.flatnonzero(places.fault == 0)
    return LabelledPlaces(places, at, np.full(at.size, -1), np.full(at.size, -1))


def test_a_wrong_password(database: Database) -> None:
    with (
        PostGIS(database.connection(password="secret-guess")) as engine,
        pytest.raises(
            InputError, match=r"The database cannot be reached .*password authentication failed"
        ) as told,
    ):
        engine.places(TABLE, Monitor())
    assert told.value.parameter == "connection"
    assert "secret-guess" not in str(told.value)


@pytest.mark.parametrize(
    ("connection", "said"),
    [
        ("host=127.0.0.1 port={free} dbname=postgres user=owner", "refused"),
        ("host=127.0.0.1 port={port} dbname=nowhere user=owner password=right", "nowhere"),
    ],
)
def test_a_database_that_is_not_there(database: Database, connection: str, said: str) -> None:
    given = connection.format(free=free_port(), port=database.port)
    with (
        PostGIS(given) as engine,
        pytest.raises(InputError, match=f"The database cannot be reached .*{said}.*check its host"),
    ):
        engine.places(TABLE, Monitor())


@pytest.mark.parametrize(
    "connection", ["password=secret guess", "password=secret colour=guess", "secret guess"]
)
def test_a_connection_that_says_nothing(connection: str) -> None:
    with PostGIS(connection) as engine, pytest.raises(InputError, match="cannot be understood") as told:
        engine.places(TABLE, Monitor())
    assert "guess" not in str(told.value)
    assert told.value.__context__ is None or told.value.__suppress_context__


def test_a_missing_table_column_or_sense(database: Database) -> None:
    for table, said in (
        (TableAtSource("nowhere.none", COLUMNS), "The database has no table nowhere.none"),
        (TableAtSource("a.b.c", COLUMNS), "a.b.c is no name of a table"),
        (TableAtSource('a"b', COLUMNS), "is no name of a table"),
        (TableAtSource("addresses.", COLUMNS), r"addresses\. is no name of a table"),
        (
            TableAtSource("addresses", AddressColumns("lon", "Lat", *COLUMNS_LEFT)),
            "has no column Lat; it has lon",
        ),
        (
            TableAtSource("addresses", COLUMNS, where="colour = 1"),
            "does not have what was asked for .*colour",
        ),
        (TableAtSource("addresses", COLUMNS, where="record = 1"), "The condition or the query on addresses"),
        (TableAtSource("(SELECT 1 AS lon FROM)", COLUMNS), "The condition or the query on"),
        (TableAtSource("addresses", COLUMNS, row="record"), "The values of addresses cannot be read"),
    ):
        with PostGIS(database.connection()) as engine, pytest.raises(InputError, match=said):
            engine.places(table, Monitor())


COLUMNS_LEFT = ("", "EPSG:4326", "", "", "", "", "", "")


def test_missing_rights(database: Database) -> None:
    with (
        PostGIS(database.connection("asker")) as engine,
        pytest.raises(InputError, match=r"does not allow it .*permission denied for table addresses") as told,
    ):
        engine.places(TABLE, Monitor())
    assert told.value.parameter == "INVENTORS"
    database.run("GRANT SELECT ON addresses TO asker")
    with PostGIS(database.connection("asker")) as engine:
        places = engine.places(TABLE, Monitor())
        engine.patterns(TABLE, noise(places), Monitor())
        with pytest.raises(
            InputError, match=r"does not allow labelled to be made .*permission denied for schema public"
        ) as told:
            engine.label(TABLE, noise(places), "labelled", "cluster", Monitor())
    assert told.value.parameter == "target"
    assert not tables_like(database, "labelled%")


def test_a_target_that_is_there_stays(database: Database) -> None:
    database.run("CREATE TABLE labelled AS SELECT 7 AS seven")
    with PostGIS(database.connection()) as engine:
        places = engine.places(TABLE, Monitor())
        with pytest.raises(InputError, match=r"There is labelled already .*name a new one") as told:
            engine.label(TABLE, noise(places), "labelled", "cluster", Monitor())
    assert told.value.parameter == "target"
    assert database.run("SELECT seven FROM labelled") == [(7,)]
    with PostGIS(database.connection()) as engine:
        places = engine.places(TABLE, Monitor())
        with pytest.raises(InputError, match=r"There is labelled already"):
            engine.label(TABLE, noise(places), "labelled", "cluster", Monitor(), as_view=True)
    assert not tables_like(database, "labelled_places")
    with PostGIS(database.connection()) as engine:
        places = engine.places(TABLE, Monitor())
        with pytest.raises(InputError, match="has a column record already"):
            engine.label(TABLE, noise(places), "labelled_2", "record", Monitor())
        with pytest.raises(InputError, match="asked before and that failed"):
            engine.places(TABLE, Monitor())


def test_a_schema_that_is_not_there(database: Database) -> None:
    with PostGIS(database.connection()) as engine:
        places = engine.places(TABLE, Monitor())
        with pytest.raises(InputError, match=r"does not have the schema of nowhere.labelled") as told:
            engine.label(TABLE, noise(places), "nowhere.labelled", "cluster", Monitor())
    assert told.value.parameter == "target"


@pytest.mark.parametrize(
    ("target", "as_view", "said"),
    [
        ("labelled.", False, r"labelled\. is no name of a table"),
        ("a.b.c", False, "a.b.c is no name of a table"),
        ("nowhere.labelled", False, "The database has no schema nowhere"),
        ("addresses", False, "There is addresses already"),
        ("seen", False, "There is seen already"),
        ("labelled", True, "There is public.labelled_places already"),
        ("pg_catalog.labelled", False, "may not make tables in the schema pg_catalog"),
        ("표" * 22, False, "has 66 bytes, and the database takes 63"),
        ("표" * 19, True, "has 64 bytes, and the database takes 63"),
    ],
)
def test_targets_are_looked_at_before_work(database: Database, target: str, as_view: bool, said: str) -> None:
    database.run(
        "CREATE TABLE labelled_places (); DROP VIEW IF EXISTS seen; CREATE VIEW seen AS SELECT 1;"
        "GRANT SELECT ON addresses TO asker; GRANT CREATE ON SCHEMA public TO asker"
    )
    try:
        with (
            PostGIS(database.connection("asker")) as engine,
            pytest.raises(InputError, match=said) as told,
        ):
            engine.require_target(TABLE, Target(target, "cluster", as_view), Monitor())
        assert told.value.parameter == "target"
        with PostGIS(database.connection("asker")) as engine:
            engine.require_target(TABLE, Target("labelled", "cluster"), Monitor())
            with pytest.raises(InputError, match="has a column record already") as told:
                engine.require_target(TABLE, Target("labelled", "record"), Monitor())
        assert told.value.parameter == "field"
    finally:
        database.run("REVOKE CREATE ON SCHEMA public FROM asker; DROP VIEW seen")


def test_nowhere_to_make_tables(database: Database) -> None:
    qualified = replace(TABLE, address="public.addresses")
    database.run("ALTER ROLE asker SET search_path = ''")
    try:
        with (
            PostGIS(database.connection("asker")) as engine,
            pytest.raises(
                InputError, match="has no schema that new tables go to; write labelled with"
            ) as told,
        ):
            engine.require_target(qualified, Target("labelled", "cluster"), Monitor())
        assert told.value.parameter == "target"
    finally:
        database.run("ALTER ROLE asker RESET search_path")


def test_a_connection_that_is_ended_while_the_target_is_looked_at(database: Database) -> None:
    with PostGIS(database.connection()) as engine:
        engine.places(TABLE, Monitor())
        end_connections(database)
        with pytest.raises(InputError, match="The connection to the database was lost") as told:
            engine.require_target(TABLE, Target("labelled", "cluster"), Monitor())
    assert told.value.parameter == "connection"


def test_several_tables_are_made_together_or_not_at_all(database: Database) -> None:
    def asked(places: Places, *targets: str) -> list[Labelling]:
        return [Labelling(TABLE, noise(places), Target(target, "cluster")) for target in targets]

    with PostGIS(database.connection()) as engine:
        places = engine.places(TABLE, Monitor())
        with pytest.raises(InputError, match="There is addresses already"):
            engine.label_all(asked(places, "labelled", "addresses"), Monitor())
    assert not tables_like(database, "labelled%")
    with PostGIS(database.connection()) as engine:
        places = engine.places(TABLE, Monitor())
        told = engine.label_all(asked(places, "labelled", "labelled_2"), Monitor())
    assert [(rows.rows, rows.unknown) for rows in told] == [(1000, 0)] * 2
    assert len(tables_like(database, "labelled%")) == 2
    database.run("DROP TABLE labelled_2")


SLOW_COMMIT = """
CREATE TABLE commits (number integer);
CREATE FUNCTION wait_at_commit() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN PERFORM pg_sleep(1.5); RETURN NULL; END $$;
CREATE CONSTRAINT TRIGGER slow AFTER INSERT ON commits DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW EXECUTE FUNCTION wait_at_commit();
CREATE FUNCTION note_table() RETURNS event_trigger LANGUAGE plpgsql AS
$$ BEGIN INSERT INTO commits VALUES (1); END $$;
CREATE EVENT TRIGGER noted ON ddl_command_end WHEN TAG IN ('CREATE TABLE AS') EXECUTE FUNCTION note_table();
"""


@pytest.fixture
def slow_commit(database: Database) -> Iterator[None]:
    database.run(SLOW_COMMIT)
    yield
    database.run(
        "DROP EVENT TRIGGER noted; DROP TABLE commits; DROP FUNCTION note_table(); "
        "DROP FUNCTION wait_at_commit()"
    )


def committing(database: Database) -> bool:
    return bool(
        database.run(
            "SELECT 1 FROM pg_stat_activity WHERE application_name = 'Innovation Clusters' "
            "AND state = 'active' AND query = 'COMMIT'"
        )
    )


@pytest.mark.usefixtures("slow_commit")
def test_a_commit_is_not_cancelled_half_way(database: Database) -> None:
    with PostGIS(database.connection()) as engine:
        places = engine.places(TABLE, Monitor())
        asked, seen = threading.Event(), threading.Event()

        def cancel() -> None:
            while not asked.is_set():
                if committing(database):
                    seen.set()
                    asked.set()
                time.sleep(0.02)

        watching = threading.Thread(target=cancel)
        watching.start()
        try:
            told = engine.label(TABLE, noise(places), "labelled", "cluster", Monitor(cancelled=asked.is_set))
        finally:
            asked.set()
            watching.join()
    assert seen.is_set()
    assert (told.rows, told.unknown) == (1000, 0)
    assert database.run("SELECT count(*) FROM labelled") == [(1000,)]


@pytest.mark.usefixtures("slow_commit")
def test_a_connection_that_is_lost_in_the_commit(database: Database) -> None:
    with PostGIS(database.connection()) as engine:
        places = engine.places(TABLE, Monitor())

        def end() -> None:
            since = time.monotonic()
            while not committing(database) and time.monotonic() - since < 30.0:
                time.sleep(0.02)
            end_connections(database)

        ending = threading.Thread(target=end)
        ending.start()
        try:
            with pytest.raises(InputError, match=r"lost at the last step .*look whether labelled is") as told:
                engine.label(TABLE, noise(places), "labelled", "cluster", Monitor())
        finally:
            ending.join()
    assert told.value.parameter == "connection"
    assert "nothing was written" not in str(told.value)


def test_what_others_write_in_between_is_not_seen(database: Database) -> None:
    with PostGIS(database.connection()) as engine:
        places = engine.places(TABLE, Monitor())
        database.run(
            "UPDATE addresses SET lon = 77, record = 'one'; INSERT INTO addresses VALUES (9, 9, 'n')"
        )
        patterns = engine.patterns(TABLE, noise(places), Monitor())
        assert int((patterns.whole * patterns.times).sum()) == 1000
        told = engine.label(TABLE, noise(places), "labelled", "cluster", Monitor())
    assert (told.rows, told.unknown) == (1000, 0)
    assert database.run("SELECT count(*), max(lon) FROM labelled") == [(1000, 4.0)]


def test_the_table_stays_until_the_run_is_over(database: Database) -> None:
    with PostGIS(database.connection()) as engine:
        places = engine.places(TABLE, Monitor())
        with pytest.raises(psycopg2.errors.LockNotAvailable):
            database.run("SET lock_timeout = '200ms'; DROP TABLE addresses")
        engine.patterns(TABLE, noise(places), Monitor())
    database.run("SET lock_timeout = '5s'; DROP TABLE addresses")
    with PostGIS(database.connection()) as engine, pytest.raises(InputError, match="has no table addresses"):
        engine.places(TABLE, Monitor())


def test_a_view_follows_the_rows(database: Database) -> None:
    with PostGIS(database.connection()) as engine:
        places = engine.places(TABLE, Monitor())
        engine.label(TABLE, noise(places), "labelled", "cluster", Monitor(), as_view=True)
    database.run("INSERT INTO addresses VALUES (1, 1, 'later'), (50, 50, 'elsewhere')")
    found = database.run(
        "SELECT cluster FROM labelled WHERE record IN ('later', 'elsewhere') ORDER BY cluster"
    )
    assert found == [(-1,), (None,)]


def test_cancel_within_a_second(database: Database) -> None:
    for ask in (
        lambda engine, monitor: engine.places(SLOW, monitor),
        lambda engine, monitor: engine.label(SLOW, none_known(), "labelled", "cluster", monitor),
    ):
        asked = threading.Event()
        with PostGIS(database.connection()) as engine:
            threading.Timer(1.0, asked.set).start()
            with pytest.raises(Cancelled):
                ask(engine, Monitor(cancelled=asked.is_set))
            assert asked.is_set()
        # The database has nothing left to do for us, and nothing was made.
        since = time.monotonic()
        while running(database):
            time.sleep(0.02)
        assert time.monotonic() - since < 1.0
    assert not tables_like(database, "labelled%")


def test_cancel_while_connecting() -> None:
    # Nobody answers there (TEST-NET-1, RFC 5737), and nobody refuses.
    asked = threading.Event()
    threading.Timer(0.3, asked.set).start()
    since = time.monotonic()
    with (
        PostGIS("host=192.0.2.1 dbname=postgres user=owner connect_timeout=60") as engine,
        pytest.raises((Cancelled, InputError)),
    ):
        engine.places(TABLE, Monitor(cancelled=asked.is_set))
    assert time.monotonic() - since < 2.0


def none_known() -> LabelledPlaces:
    import pyarrow as pa

    nothing = np.empty(0)
    key = pa.table({"x": pa.array([], pa.float64()), "y": pa.array([], pa.float64())})
    whole = nothing.astype(np.int64)
    places = Places(
        nothing,
        nothing,
        whole.astype(np.uint8),
        whole,
        whole,
        nothing,
        Sums(nothing),
        whole == 1,
        None,
        None,
        None,
        key,
    )
    return LabelledPlaces(places, whole, whole)


def interrupted(database: Database, end: Callable[[], object]) -> InputError:
    """Return what is said where the connection ends in the middle of a question."""
    with PostGIS(database.connection()) as engine:
        ending = threading.Timer(1.0, end)
        ending.start()
        with pytest.raises(InputError) as told:
            engine.places(SLOW, Monitor())
        ending.join()
        with pytest.raises(InputError, match="begin the run again"):
            engine.places(TABLE, Monitor())
    return told.value


def end_connections(database: Database) -> None:
    database.run(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
        "WHERE application_name = 'Innovation Clusters'"
    )


def test_a_connection_that_is_ended_in_the_middle(database: Database) -> None:
    told = interrupted(database, lambda: end_connections(database))
    assert told.parameter == "connection"
    assert "The connection to the database was lost" in str(told)
    assert "nothing was written" in str(told)


def test_a_connection_that_is_ended_between_questions(database: Database) -> None:
    with PostGIS(database.connection()) as engine:
        places = engine.places(TABLE, Monitor())
        end_connections(database)
        with pytest.raises(InputError, match="The connection to the database was lost"):
            engine.label(TABLE, noise(places), "labelled", "cluster", Monitor())
    assert not tables_like(database, "labelled%")


def test_a_question_that_the_keeper_ends(database: Database) -> None:
    told = interrupted(
        database,
        lambda: database.run(
            "SELECT pg_cancel_backend(pid) FROM pg_stat_activity "
            "WHERE application_name = 'Innovation Clusters'"
        ),
    )
    assert "The database ended the question" in str(told)


@pytest.mark.slow
def test_a_server_that_stops_in_the_middle(own_database: Database) -> None:
    prepare(own_database)
    told = interrupted(own_database, lambda: own_database.stop("immediate"))
    assert "The connection to the database was lost" in str(told)
    own_database.start()
    with PostGIS(own_database.connection()) as engine:
        assert int(engine.places(TABLE, Monitor()).rows.sum()) == 1000


def test_weights_that_are_none(database: Database) -> None:
    database.run(
        "ALTER TABLE addresses ADD COLUMN w FLOAT8 DEFAULT 1;"
        "UPDATE addresses SET w = NULL WHERE record = 'r7'; UPDATE addresses SET w = -1 WHERE record = 'r9'"
    )
    weighed = AddressColumns("lon", "lat", "", "EPSG:4326", "record", "w", "", "", "", "")
    for where, said in (
        ("", "The column w has no number up to 1000000000000000 in 2 rows"),
        ("w IS NOT NULL", "The column w is negative in 2 rows"),
    ):
        with PostGIS(database.connection()) as engine, pytest.raises(InputError, match=said):
            engine.places(TableAtSource("addresses", weighed, where), Monitor())


def test_a_column_numbers_the_rows_of_any_table(database: Database) -> None:
    database.run(
        "DROP TABLE IF EXISTS parts; DROP VIEW IF EXISTS seen;"
        "ALTER TABLE addresses ADD id BIGSERIAL; CREATE TABLE later () INHERITS (addresses);"
        "CREATE VIEW seen AS SELECT * FROM addresses;"
        "CREATE TABLE parts (lon FLOAT8, lat FLOAT8, record TEXT, id BIGINT) PARTITION BY LIST (lat);"
        "CREATE TABLE parts_all PARTITION OF parts DEFAULT; INSERT INTO parts SELECT * FROM addresses"
    )
    try:
        for name, in_order in (("parts", False), ("seen", False), ("addresses", False), ("parts_all", True)):
            with PostGIS(database.connection()) as engine:
                places = engine.places(TableAtSource(name, COLUMNS), Monitor())
                numbered = engine.places(TableAtSource(name, COLUMNS, row="id"), Monitor())
            # Parts have an order each, and the tables that inherit from one are parts of it.
            assert (places.first_row >= 0).all() == in_order
            assert (places.first_row == -1).all() != in_order
            assert numbered.first_row.tolist() == list(range(1, 16))
            if in_order:
                assert places.x.tolist() == numbered.x.tolist()
    finally:
        database.run("DROP TABLE parts; DROP VIEW seen; DROP TABLE later")


@pytest.mark.parametrize("encoding", ["LATIN1", "EUC_KR", "EUC_JP"])
def test_weights_in_texts_of_another_encoding(database: Database, encoding: str) -> None:
    database.run("DROP DATABASE IF EXISTS texts")
    database.run(f"CREATE DATABASE texts ENCODING '{encoding}' LOCALE 'C' TEMPLATE template0")
    connection = database.connect(database="texts")
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE weighed (lon FLOAT8, lat FLOAT8, weight TEXT)")
        cursor.execute("INSERT INTO weighed VALUES (1, 2, ' 1,5'), (1, 2, '2'), (1, 2, '+3e0')")
    connection.close()
    columns = AddressColumns("lon", "lat", "", "EPSG:4326", "", "weight", "", "", "", "")
    with PostGIS(database.connection(database="texts")) as engine:
        places = engine.places(TableAtSource("weighed", columns), Monitor())
        assert places.addresses.tolist() == [6.5]


def test_another_encoding(database: Database) -> None:
    database.run("DROP DATABASE IF EXISTS korean")
    database.run("CREATE DATABASE korean ENCODING 'EUC_KR' LOCALE 'C' TEMPLATE template0")
    connection = database.connect(database="korean")
    with connection.cursor() as cursor:
        cursor.execute("""CREATE TABLE "주소" ("경도" FLOAT8, lat FLOAT8, "특허" TEXT, "기관" TEXT)""")
        cursor.execute("""INSERT INTO "주소" VALUES (1, 2, ' 가', '서울대'), (1, 2, '가', '서울대')""")
    connection.close()
    columns = AddressColumns("경도", "lat", "", "EPSG:4326", "특허", "", "", "", "기관", "")
    with PostGIS(database.connection(database="korean")) as engine:
        places = engine.places(TableAtSource("주소", columns), Monitor())
    assert places.fraction.value.tolist() == [1.0]
    assert places.organisation is not None
    assert places.organisation.names == ["서울대"]


def running(database: Database) -> list[tuple[object, ...]]:
    return database.run(
        "SELECT pid FROM pg_stat_activity WHERE state = 'active' AND query LIKE '%pg_sleep(0.05)%' "
        "AND pid <> pg_backend_pid()"
    )


def tables_like(database: Database, pattern: str) -> list[tuple[object, ...]]:
    return database.run("SELECT relname FROM pg_class WHERE relname LIKE %s", (pattern,))
