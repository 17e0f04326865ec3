"""QGIS is killed in the middle of writing: what was there before is as it was, and the next run goes well."""

from __future__ import annotations

import shutil
import signal
import sys
from pathlib import Path

import pytest

from innovation_clusters.tests.qgis.trust import lives

pytestmark = [
    pytest.mark.qgis,
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL"),
]

# Where the process is when it dies. It kills itself, so that it is exactly there and nothing is cleaned up.
DIE = "import os, signal\ndef die(*a, **k): os.kill(os.getpid(), signal.SIGKILL)\n"
MOMENTS = {
    "a feature of CLUSTERS": """
from innovation_clusters.processing_algorithms.layers import writing
real = writing.Output.add
def add(self, features):
    real(self, features)
    if self.name == 'CLUSTERS': die()
writing.Output.add = add
""",
    "rows of SITES in bulk": """
from innovation_clusters.processing_algorithms.layers import geopackage
real = geopackage.NewTable._geometries
def geometries(self, *arguments):
    if self.table.name == 'sites' and arguments[1].stop > 3000: die()
    return real(self, *arguments)
geopackage.NewTable._geometries = geometries
geopackage.BATCH = 1000
""",
    "the report": """
from innovation_clusters.processing_algorithms.layers import writing
writing.Outputs.write_text = die
""",
    "all written, none in its place": """
from innovation_clusters.processing_algorithms.layers import destinations
destinations.Place.take = die
""",
    "one in its place, the next not": """
from innovation_clusters.processing_algorithms.layers import destinations
real = destinations.Place.take
def take(self):
    if self.path.name == 'sites.gpkg': die()
    real(self)
destinations.Place.take = take
""",
    "a second name for what was there": """
import os
real = os.link
def link(*arguments):
    real(*arguments)
    die()
os.link = link
""",
}


@pytest.fixture(scope="module")
def earlier_results(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole outputs of a first run."""
    folder = tmp_path_factory.mktemp("earlier")
    source = lives.addresses(folder / "inventors.csv")
    code, told, errors = lives.end(lives.start(lives.parameters(source, folder)))
    assert (code, [line for line in told if line.startswith("error")]) == (0, []), errors
    assert all(lives.is_whole(folder / name) for name in lives.OUTPUTS)
    return folder


@pytest.mark.parametrize("moment", MOMENTS)
def test_nothing_is_lost_or_corrupt(tmp_path: Path, earlier_results: Path, moment: str) -> None:
    folder = tmp_path / "results"
    folder.mkdir()
    for name in lives.OUTPUTS:
        shutil.copy(earlier_results / name, folder)
    earlier = {name: (folder / name).read_bytes() for name in lives.OUTPUTS}
    more = lives.addresses(tmp_path / "inventors.csv", clusters=4)
    parameters = lives.parameters(more, folder)
    code, told, errors = lives.end(lives.start(parameters, before=DIE + MOMENTS[moment]))
    assert code == -signal.SIGKILL, errors

    assert all(lives.is_whole(folder / name) for name in lives.OUTPUTS)
    changed = {name for name in lives.OUTPUTS if (folder / name).read_bytes() != earlier[name]}
    assert changed == ({"clusters.gpkg"} if moment.startswith("one in its place") else set())
    left = [path.name for path in folder.iterdir() if path.is_dir()]
    assert left

    # The next run goes well, and says once for each output what was left of it, and where.
    code, told, errors = lives.end(lives.start(parameters))
    assert code == 0, errors
    warnings = [line for line in told if "a run that was broken off has left of" in line]
    assert len(warnings) == len(left)
    assert all(any(name in line for line in warnings) for name in left)
    assert all(lives.is_whole(folder / name) for name in lives.OUTPUTS)


IN_A_DATABASE = {
    "a feature": MOMENTS["a feature of CLUSTERS"],
    "all written, none in its place": """
from innovation_clusters.processing_algorithms.layers import swapping
swapping.MadeTable.take = die
""",
    "one name changed, the other not": """
from innovation_clusters.processing_algorithms.layers import swapping
real = swapping._tell
def tell(dataset, command):
    if 'unfinished' in command: die()
    return real(dataset, command)
swapping._tell = tell
""",
    "in its place, the earlier one still there": """
from innovation_clusters.processing_algorithms.layers import swapping
swapping.MadeTable.keep = die
""",
}


def test_a_table_that_is_replaced_is_there_whole(tmp_path: Path) -> None:
    source = lives.addresses(tmp_path / "inventors.csv")
    atlas = tmp_path / "atlas.gpkg"
    asked = lives.parameters(source, tmp_path) | {
        "CLUSTERS": f"ogr:dbname='{atlas}' table=\"clusters\"",
        "SITES": f"ogr:dbname='{atlas}' table=\"sites\"",
    }
    assert lives.end(lives.start(asked))[0] == 0
    earlier = {table: lives.rows(atlas, table) for table in ("clusters", "sites")}
    more = lives.addresses(tmp_path / "more.csv", clusters=4)
    later = asked | {"INVENTORS": lives.parameters(more, tmp_path)["INVENTORS"]}
    for moment, deadly in IN_A_DATABASE.items():
        code, _, errors = lives.end(lives.start(later, before=DIE + deadly))
        assert code == -signal.SIGKILL, errors
        assert lives.is_sound(atlas), moment
        now = {table: lives.rows(atlas, table) for table in earlier}
        if moment.startswith("in its place"):
            assert [len(rows) for rows in now.values()] == [4, 6000]
        else:
            assert now == earlier, moment

    # The next run goes well, and names what was left in the file.
    code, told, errors = lives.end(lives.start(later))
    assert code == 0, errors
    assert [len(lives.rows(atlas, table)) for table in earlier] == [4, 6000]
    left = [
        line.split()[1].rsplit("_", 1)[0] for line in told if "a run that was broken off has left of" in line
    ]
    assert {name: left.count(name) for name in left if "/" not in name} == {
        "clusters_earlier": 1,
        "clusters_unfinished": 3,
        "sites_earlier": 1,
        "sites_unfinished": 2,
    }


def test_another_table_of_the_database_stays(tmp_path: Path) -> None:
    """Where outputs are tables of one GeoPackage, the others in it are as they were; the file is sound."""
    source = lives.addresses(tmp_path / "inventors.csv")
    atlas = tmp_path / "atlas.gpkg"

    def table(name: str) -> str:
        return f"ogr:dbname='{atlas}' table=\"{name}\""

    first = lives.parameters(source, tmp_path) | {
        "CLUSTERS": table("earlier_clusters"),
        "SITES": table("sites"),
    }
    assert lives.end(lives.start(first))[0] == 0
    earlier = lives.rows(atlas, "earlier_clusters")
    second = first | {"CLUSTERS": table("clusters"), "SITES": table("later_sites")}
    code, _, errors = lives.end(lives.start(second, before=DIE + MOMENTS["a feature of CLUSTERS"]))
    assert code == -signal.SIGKILL, errors
    assert lives.is_sound(atlas)
    assert lives.rows(atlas, "earlier_clusters") == earlier
    assert lives.end(lives.start(second))[0] == 0
    assert lives.is_sound(atlas)
    assert lives.rows(atlas, "clusters") == earlier
