"""A PostgreSQL with PostGIS of the tests' own: made, started, stopped and thrown away by them."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg2
import pytest

from ..servers import free_port

PROGRAMS = Path("/usr/lib/postgresql")
SHARED = Path("/usr/share/postgresql")
# Who PostgreSQL is run by where the tests are run by root, which it refuses to be.
ACCOUNT = "postgres"

SETTINGS = """
listen_addresses = '127.0.0.1'
unix_socket_directories = '{folder}'
port = {port}
shared_buffers = 256MB
max_wal_size = 4GB
fsync = off
synchronous_commit = off
full_page_writes = off
autovacuum = off
lc_messages = 'C'
"""


@dataclass(frozen=True)
class Database:
    """A cluster of one database, `postgres`; `owner` may do everything, `asker` what the tests grant it."""

    programs: Path
    folder: Path
    port: int

    def connection(self, user: str = "owner", password: str = "right", database: str = "postgres") -> str:
        return f"host=127.0.0.1 port={self.port} dbname={database} user={user} password={password}"

    def connect(self, **given: str) -> Any:
        connection = psycopg2.connect(self.connection(**given))
        connection.autocommit = True
        return connection

    def run(self, statement: str, values: tuple[object, ...] | None = None) -> list[tuple[Any, ...]]:
        """Run a statement as owner and return its rows."""
        connection = self.connect()
        try:
            with connection.cursor() as cursor:
                cursor.execute(statement, values)
                return cursor.fetchall() if cursor.description else []
        finally:
            connection.close()

    def start(self) -> None:
        self._control("start", "-w", "-l", str(self.folder / "log"))

    def stop(self, mode: str = "fast") -> None:
        self._control("stop", "-w", "-m", mode)

    def _control(self, *arguments: str) -> None:
        as_account(self.programs / "pg_ctl", "-D", str(self.folder / "data"), *arguments)


def as_account(program: Path, *arguments: str) -> None:
    account = ACCOUNT if os.getuid() == 0 else None
    subprocess.run(
        [str(program), *arguments],
        check=True,
        cwd="/",
        env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        timeout=120,
        user=account,
        group=account,
        extra_groups=[account] if account else None,
    )


def programs() -> Path:
    """Return the programs of the newest PostgreSQL with PostGIS: 15 on Debian 12, 17 on Debian 13."""
    versions = sorted(
        (int(folder.name) for folder in PROGRAMS.iterdir() if folder.name.isdigit()), reverse=True
    )
    for version in versions:
        if (SHARED / str(version) / "extension" / "postgis.control").exists():
            return PROGRAMS / str(version) / "bin"
    raise FileNotFoundError("There is no PostgreSQL with PostGIS; scripts/setup_distributed.sh installs it.")


def make_database() -> Database:
    """Return a cluster that has been made and started."""
    # Not in pytest's folder, which other accounts may not enter; and sockets have short paths.
    folder = Path(tempfile.mkdtemp(prefix="innovation_clusters_"))
    database = Database(programs(), folder, free_port())
    password = folder / "password"
    password.write_text("right\n")
    if os.getuid() == 0:
        for path in (folder, password):
            shutil.chown(path, ACCOUNT, ACCOUNT)
    as_account(
        database.programs / "initdb",
        *("-D", str(folder / "data"), "-U", "owner", "--pwfile", str(password)),
        *("--auth", "scram-sha-256", "--encoding", "UTF8", "--locale", "C.UTF-8", "--no-sync"),
    )
    with (folder / "data" / "postgresql.conf").open("a") as settings:
        settings.write(SETTINGS.format(folder=folder, port=database.port))
    database.start()
    database.run("CREATE EXTENSION postgis")
    return database


@pytest.fixture(scope="session")
def database() -> Iterator[Database]:
    made = make_database()
    yield made
    made.stop("immediate")
    shutil.rmtree(made.folder, ignore_errors=True)


@pytest.fixture
def own_database() -> Iterator[Database]:
    """A cluster that the test may stop."""
    made = make_database()
    yield made
    if (made.folder / "data" / "postmaster.pid").exists():
        made.stop("immediate")
    shutil.rmtree(made.folder, ignore_errors=True)
