"""Passwords that QGIS asks for, and servers that keep us waiting while its window waits too."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import psycopg2
import pytest
from qgis.core import QgsCredentials, QgsDataSourceUri

from innovation_clusters.analysis.errors import InputError
from innovation_clusters.processing_algorithms.layers import postgis_layers
from innovation_clusters.processing_algorithms.layers.postgis_layers import layer_elsewhere
from innovation_clusters.processing_algorithms.layers.postgis_login import logged_in

from .conftest import Database, LayerOf


@pytest.fixture(scope="module", autouse=True)
def tables(database: Database) -> None:
    database.run(
        "CREATE ROLE planner LOGIN PASSWORD 'right';"
        "CREATE TABLE offices (id integer PRIMARY KEY, place geometry(Point, 4326));"
        "INSERT INTO offices VALUES (1, 'SRID=4326;POINT(127 37)')"
    )


class Answers(QgsCredentials):
    """A user who gives these passwords one after the other, and then gives up."""

    def __init__(self, *passwords: str) -> None:
        super().__init__()
        self.passwords = list(passwords)
        self.told: list[str] = []
        self.before = QgsCredentials.instance()
        self.setInstance(self)

    def request(self, realm: str, username: str, password: str, message: str = "") -> tuple[bool, str, str]:
        self.told.append(message)
        if not self.passwords:
            return False, username, password
        return True, "planner", self.passwords.pop(0)

    def end(self) -> None:
        self.setInstance(self.before)


@pytest.fixture
def answers(qgis_app: Any) -> Iterator[Callable[..., Answers]]:
    made: list[Answers] = []

    def answering(*passwords: str) -> Answers:
        made.append(Answers(*passwords))
        return made[-1]

    yield answering
    for each in reversed(made):
        each.end()


@pytest.fixture
def logins(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The connection strings that were tried; who does not stop trying is stopped."""
    connect, tried = psycopg2.connect, []

    def counted(connection: str, **given: Any) -> Any:
        tried.append(connection)
        if len(tried) > 10:
            raise RecursionError("The account is locked by now.")
        return connect(connection, **given)

    monkeypatch.setattr(psycopg2, "connect", counted)
    return tried


def address_of(database: Database, password: str = "") -> QgsDataSourceUri:
    uri = QgsDataSourceUri()
    uri.setConnection("127.0.0.1", str(database.port), "postgres", "planner", password)
    return uri


def kept(uri: QgsDataSourceUri) -> tuple[bool, str]:
    """Return whether QGIS gives a password for a connection without asking, and which."""
    given, _, password = QgsCredentials.instance().get(uri.connectionInfo(False), "", "", "")
    return given, password


def test_a_wrong_password_is_asked_for_again(
    database: Database, answers: Callable[..., Answers], logins: list[str]
) -> None:
    user = answers("wrong", "right")
    uri = address_of(database, "outdated")
    with logged_in(uri, "INPUT") as (connection, opened), opened.cursor() as cursor:
        cursor.execute("SELECT current_user")
        assert cursor.fetchone() == ("planner",)
    assert opened.closed
    assert "right" in connection
    assert len(logins) == 3
    assert len(user.told) == 2
    assert all("password authentication failed" in message for message in user.told)
    # It is not asked for again, by QGIS neither.
    with logged_in(uri, "INPUT"):
        pass
    assert len(user.told) == 2
    assert kept(uri) == (True, "right")


def test_wrong_passwords_have_an_end(
    database: Database, answers: Callable[..., Answers], logins: list[str]
) -> None:
    user = answers(*["wrong"] * 20)
    uri = address_of(database)
    sentence = r"password authentication failed.*check its host"
    with pytest.raises(InputError, match=sentence) as caught, logged_in(uri, "INPUT"):
        pass
    assert caught.value.parameter == "INPUT"
    assert "\n" not in str(caught.value)
    assert len(user.told) == 3
    assert len(logins) == 4
    # QGIS has kept none of them.
    user.passwords.clear()
    assert kept(uri) == (False, "")


def test_nobody_gives_a_password(
    database: Database, answers: Callable[..., Answers], logins: list[str]
) -> None:
    user = answers()
    uri = address_of(database)
    with pytest.raises(InputError, match="cannot be reached") as caught, logged_in(uri, "INPUT"):
        pass
    assert caught.value.parameter == "INPUT"
    assert len(user.told) == len(logins) == 1


def test_who_is_let_in_is_not_asked(
    database: Database, answers: Callable[..., Answers], logins: list[str]
) -> None:
    user = answers("wrong")
    uri = address_of(database, "right")
    with logged_in(uri, "INPUT"):
        pass
    assert len(logins) == 1
    user.passwords.clear()
    # QGIS has it from the layer and is told nothing.
    assert kept(uri) == (False, "")


@contextmanager
def locked(database: Database, table: str) -> Iterator[None]:
    """Hold a table as ALTER TABLE and VACUUM FULL do."""
    other = database.connect()
    try:
        other.autocommit = False
        with other.cursor() as cursor:
            cursor.execute(f"LOCK TABLE {table} IN ACCESS EXCLUSIVE MODE")
        yield
    finally:
        other.close()


def test_a_table_that_another_program_changes(layer_of: LayerOf, database: Database) -> None:
    layer = layer_of(database, "offices", key="id")
    with locked(database, "offices"):
        began = time.monotonic()
        with pytest.raises(InputError, match=r"has not told within 5 seconds what .*offices.* is") as caught:
            layer_elsewhere(layer, "INPUT")
        waited = time.monotonic() - began
    assert 4.0 < waited < 15.0
    assert caught.value.parameter == "INPUT"
    assert "lock timeout" in str(caught.value)
    assert "\n" not in str(caught.value)
    assert layer_elsewhere(layer, "INPUT").in_order


def test_a_database_that_takes_long(
    layer_of: LayerOf, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    function = "CREATE OR REPLACE FUNCTION planned() RETURNS integer IMMUTABLE LANGUAGE plpgsql AS "
    database.run(function + "'BEGIN RETURN 1; END'")
    database.run("CREATE VIEW planned_offices AS SELECT * FROM offices WHERE planned() = 1")
    layer = layer_of(database, "planned_offices", key="id")
    # Computed while the question is planned, so that not even columns are told before.
    database.run(function + "'BEGIN PERFORM pg_sleep(20); RETURN 1; END'")
    monkeypatch.setattr(postgis_layers, "ANSWER_SECONDS", 1)
    with pytest.raises(InputError, match="has not told within 1 seconds") as caught:
        layer_elsewhere(layer, "INPUT")
    assert caught.value.parameter == "INPUT"
    database.run(function + "'BEGIN RETURN 1; END'")


def test_a_connection_that_is_lost_is_said_of_the_layer(layer_of: LayerOf, database: Database) -> None:
    layer = layer_of(database, "offices", key="id")
    waiting = "SELECT pid FROM pg_stat_activity WHERE wait_event_type = 'Lock'"

    def end_it() -> None:
        while not database.run(f"SELECT pg_terminate_backend(pid) FROM ({waiting}) AS waiting"):
            time.sleep(0.05)

    with locked(database, "offices"):
        ending = threading.Thread(target=end_it)
        ending.start()
        with pytest.raises(InputError, match="The connection to the database was lost") as caught:
            layer_elsewhere(layer, "INPUT")
        ending.join()
    assert caught.value.parameter == "INPUT"
