"""What each Python package is for, and what there is without it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import metadata

from qgis.core import QgsTask

from ...analysis import packages
from ...processing_algorithms.base import tr
from ...processing_algorithms.needs import NEEDS
from ..launching import algorithm


@dataclass(frozen=True)
class Note:
    """A package, its purpose and what works without it. One that is not `imported` is only looked up: a
    package that the plugin does not use has no business in the process.
    """

    name: str
    purpose: str
    without: str
    imported: bool = True


def notes() -> list[Note]:
    """Return the packages in the order of how much they are missed."""
    return [
        Note("numpy", tr("Everything"), tr("Nothing; it comes with QGIS, and nothing here installs it.")),
        Note(
            "shapely",
            tr("Boundaries, overlays, shapes of zones"),
            tr("All but {algorithms}, and people or names by polygons.").format(
                algorithms="; ".join(_names_of_those_that_need("shapely"))
            ),
        ),
        Note(
            "numba",
            tr("Density clustering, compiled"),
            tr("Everything, with the same results: 200,000 points take 4 seconds instead of 0.06."),
        ),
        Note(
            "pyarrow",
            tr("Parquet and CSV files by their paths"),
            tr("Everything with layers; such files, Clusters on Spark and Open a run are refused."),
        ),
        Note(
            "duckdb",
            tr("Parquet and CSV files larger than memory, and labels for their rows"),
            tr("Everything; rows of files are read, as far as memory goes."),
        ),
        Note(
            "psycopg2",
            tr("Layers of PostGIS, summed in their database, and labels for their rows"),
            tr("Everything; rows of databases are read one by one."),
        ),
        Note(
            "pandas",
            tr("Texts as numbers, such as records"),
            tr("Everything, with the same results, slower."),
        ),
        Note("geopandas", tr("Nothing in QGIS; results in a notebook"), tr("Everything"), imported=False),
        Note("rtree", tr("Nothing in QGIS; results in a notebook"), tr("Everything"), imported=False),
    ]


def _names_of_those_that_need(package: str) -> list[str]:
    found = (algorithm(name) for name in NEEDS if package in NEEDS[name])
    return sorted(each.displayName() for each in found if each is not None)


def look_up(note: Note) -> packages.Package:
    """Return the package as it is found."""
    if note.imported:
        return packages.find(note.name)
    try:
        return packages.Package(note.name, None, metadata.version(note.name), "")
    except metadata.PackageNotFoundError:
        return packages.Package(note.name, None, "", "PackageNotFoundError")


class Looking(QgsTask):
    """Looks for packages in the background: importing them takes a second or two."""

    def __init__(self, wanted: Sequence[Note]) -> None:
        super().__init__(tr("Looking for Python packages"), QgsTask.Flag.Hidden)
        self._wanted = wanted
        self.found: dict[str, packages.Package] = {}

    def run(self) -> bool:
        for note in self._wanted:
            try:
                self.found[note.name] = look_up(note)
            except Exception as error:
                # Whatever a broken package does when it is imported is told like any other problem.
                problem = f"{type(error).__name__}: {error}"
                self.found[note.name] = packages.Package(note.name, None, "", problem)
        return True
