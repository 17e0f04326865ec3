"""Logging in to the database of a layer, as QGIS does."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from qgis.core import QgsCredentials, QgsDataSourceUri

from ...analysis import packages
from ...analysis.at_source.postgis_failures import unreachable

WAIT_SECONDS = 10
# Servers lock accounts after some wrong passwords.
MOST_TRIES = 3


@contextmanager
def logged_in(uri: QgsDataSourceUri, parameter: str) -> Iterator[tuple[str, Any]]:
    """Give the connection string with which the database lets us in, and a connection that is open meanwhile.

    Asks the user as QGIS does, so it is to be called in the thread of the project. Raises InputError, naming
    the parameter, where the database does not let us in, whatever it is given.
    """
    psycopg2 = packages.require("psycopg2", "questions to tables in PostGIS")
    realm = uri.connectionInfo(False)
    connection = uri.connectionInfo(True)
    user, password = uri.username(), uri.password()
    tries = 0
    while True:
        try:
            opened = psycopg2.connect(connection, connect_timeout=WAIT_SECONDS)
            break
        except psycopg2.Error as error:
            refused = unreachable(error)
            refused.parameter = parameter
        if tries == MOST_TRIES:
            raise refused
        given, user, password = QgsCredentials.instance().get(
            realm, user, password, str(refused.values["problem"])
        )
        if not given:
            raise refused
        tries += 1
        uri = QgsDataSourceUri(uri)
        uri.setUsername(user)
        uri.setPassword(password)
        connection = uri.connectionInfo(True)
    if tries:
        # QGIS gives what it has been told without asking, so only what works is told.
        QgsCredentials.instance().put(realm, user, password)
    try:
        yield connection, opened
    finally:
        opened.close()
