"""Someone else is at the files: another run, another program with a lock, the user who removes the plugin."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from innovation_clusters.tests.qgis.trust import lives

pytestmark = [pytest.mark.qgis, pytest.mark.slow]


def errors_of(told: list[str]) -> list[str]:
    return [line for line in told if line.startswith("error")]


def test_two_runs_at_once_with_the_same_outputs(tmp_path: Path) -> None:
    """Both end well, every file is whole and of one of them, and nothing is left beside."""
    folder = tmp_path / "results"
    folder.mkdir()
    runs = [
        lives.start(lives.parameters(lives.addresses(tmp_path / f"{number}.csv", clusters=number), folder))
        for number in (2, 4)
    ]
    for process in runs:
        code, told, errors = lives.end(process)
        assert (code, errors_of(told)) == (0, []), errors
    assert sorted(path.name for path in folder.iterdir()) == sorted(lives.OUTPUTS)
    assert all(lives.is_whole(folder / name) for name in lives.OUTPUTS)
    assert len(lives.rows(folder / "clusters.gpkg", "clusters")) in (2, 4)


def test_a_locked_database(tmp_path: Path) -> None:
    """Another program holds the GeoPackage: as a place for a table it is refused and stays as it is."""
    source = lives.addresses(tmp_path / "inventors.csv")
    atlas = tmp_path / "atlas.gpkg"
    table = {"CLUSTERS": f"ogr:dbname='{atlas}' table=\"mine\"", "RANKING": "TEMPORARY_OUTPUT"}
    parameters = lives.parameters(source, tmp_path) | table
    assert lives.end(lives.start(parameters))[0] == 0
    earlier = lives.rows(atlas, "mine")
    for name in lives.OUTPUTS:
        (tmp_path / name).unlink(missing_ok=True)
    parameters["CLUSTERS"] = parameters["CLUSTERS"].replace("mine", "new")
    with closing(sqlite3.connect(atlas, isolation_level=None)) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        code, told, errors = lives.end(lives.start(parameters))
        connection.execute("ROLLBACK")
    assert code == 3, (told, errors)
    assert len(errors_of(told)) == 1, told
    assert lives.is_sound(atlas)
    assert lives.rows(atlas, "mine") == earlier
    assert not [name for name in lives.OUTPUTS if (tmp_path / name).exists()]
    assert lives.end(lives.start(parameters))[0] == 0
    assert lives.rows(atlas, "new") == earlier


# The run is in the middle of its computing, and goes on until it is asked to stop.
LONG = """
import builtins, threading
from innovation_clusters.processing_algorithms import innovationclusters as algorithm
builtins.trust = threading.Event()
def find_clusters(*arguments):
    builtins.trust.set()
    while True:
        arguments[-1].progress(0.5)
algorithm.find_clusters = find_clusters
"""
# And here in the middle of writing.
WRITING = """
import builtins, threading
from innovation_clusters.processing_algorithms.layers import writing
builtins.trust = threading.Event()
real = writing.Output.write
def write(self, columns, monitor, **places):
    real(self, columns, monitor, **places)
    if self.name == 'SITES':
        builtins.trust.set()
        while True:
            monitor.progress(0.5)
writing.Output.write = write
"""


@pytest.mark.parametrize("middle", [LONG, WRITING], ids=["computing", "writing"])
@pytest.mark.parametrize("place", ["files", "temporary"])
def test_the_plugin_is_removed_while_a_task_runs(tmp_path: Path, middle: str, place: str) -> None:
    """The run is cancelled at once and says so; nothing of it is left, and QGIS goes on."""
    parameters = lives.parameters(lives.addresses(tmp_path / "inventors.csv"), tmp_path)
    if place == "temporary":
        parameters |= dict.fromkeys(("CLUSTERS", "SITES", "RANKING", "REPORT"), "TEMPORARY_OUTPUT")
    before = lives.contents(tmp_path)
    code, told, errors = lives.end(lives.start(parameters, algorithm="task", before=middle))
    assert code == 0, (told, errors)
    assert told[-1] == "task: False, removed at once: True, providers: 0"
    assert [line for line in told if "Cancelled. Nothing was written." in line]
    assert "Traceback" not in errors
    assert lives.contents(tmp_path) == before


# Clusters that are explored beside it are never found.
EXPLORING = """
import builtins, threading
from innovation_clusters.plugin.explorer import background
builtins.clustering = threading.Event()
def explore(sites, eps, minimum, *, known=(), monitor):
    if minimum > 1.0:
        builtins.clustering.set()
        while True:
            monitor.check()
background.explore = explore
"""


def test_qgis_is_closed_while_tasks_run(tmp_path: Path) -> None:
    """It asks tasks to stop and stays open where one does not, or where one begins anew."""
    parameters = lives.parameters(lives.addresses(tmp_path / "inventors.csv"), tmp_path)
    before = lives.contents(tmp_path)
    code, told, errors = lives.end(lives.start(parameters, algorithm="close", before=LONG + EXPLORING))
    assert code == 0, (told, errors)
    assert told[-1] == "tasks: 2, ended at once: True, left: 0, main job: [False]"
    assert "Traceback" not in errors
    assert lives.contents(tmp_path) == before


def test_reloaded_ten_times_it_is_there_once(tmp_path: Path) -> None:
    source = lives.addresses(tmp_path / "inventors.csv")
    parameters = lives.parameters(source, tmp_path)
    code, told, errors = lives.end(lives.start(parameters, algorithm="reload"))
    assert code == 0, (told, errors)
    assert told[-1] == "providers: 0 1 0, more threads after ten than after two: False"
    assert "Traceback" not in errors
    assert all(lives.is_whole(tmp_path / name) for name in lives.OUTPUTS)
