"""The ways through the computation: compiled, with a raster or not, or in numpy, rows collapsed or not, numba
there or not.
"""

from __future__ import annotations

import importlib
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from innovation_clusters.analysis import packages
from innovation_clusters.analysis.density import DensityResult, compiled, curve, dbscan, raster, vectorised

# The package's `dbscan` is the function; its module has the names that are replaced here.
steps = importlib.import_module("innovation_clusters.analysis.density.dbscan")

MISSING = packages.Package("numba", None, "", "ImportError: gone")


@dataclass(frozen=True)
class Way:
    """`dbscan` on one of the ways; `cases` counts fewer where they take longer."""

    compiled: bool
    collapsed: bool
    numba: bool = True
    raster: bool = False

    def __call__(self, *arguments: Any, **options: Any) -> DensityResult:
        if self.numba:
            return dbscan(*arguments, compiled=self.compiled, **options)
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", "numba cannot be used")
            return dbscan(*arguments, **options)

    def cases(self, count: int) -> range:
        return range(count if self.compiled else count // 3)


WAYS = {
    "numba, sites": Way(compiled=True, collapsed=True),
    "numba, rows": Way(compiled=True, collapsed=False),
    "numba, raster": Way(compiled=True, collapsed=False, raster=True),
    "numpy, sites": Way(compiled=False, collapsed=True),
    "numpy, rows": Way(compiled=False, collapsed=False),
    "no numba, sites": Way(compiled=False, collapsed=True, numba=False),
    "no numba, rows": Way(compiled=False, collapsed=False, numba=False),
}


def counted(monkeypatch: pytest.MonkeyPatch, module: Any, name: str) -> list[str]:
    """Replace a function by one that does the same and leaves its name in the list that is returned."""
    calls: list[str] = []
    function: Callable[..., Any] = getattr(module, name)

    def spy(*arguments: Any, **options: Any) -> Any:
        calls.append(name)
        return function(*arguments, **options)

    monkeypatch.setattr(module, name, spy)
    return calls


def with_rasters_everywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lay rasters also over few points in the plane, and over a thousand cells to a point."""
    monkeypatch.setattr(raster, "_FEW", 0)
    monkeypatch.setattr(raster, "_POINTS_PER_CELL", 0.001)


@pytest.fixture(params=WAYS.values(), ids=list(WAYS))
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Way]:
    """Every way in turn; afterwards it is checked that it was the one taken, and no other."""
    chosen: Way = request.param
    monkeypatch.setattr(steps, "repeats", lambda x, y: chosen.collapsed)
    if not chosen.numba:
        find = packages.find
        monkeypatch.setattr(packages, "find", lambda name: MISSING if name == "numba" else find(name))
    # However few points there are, the compiled ways sort them with the compiled loops.
    monkeypatch.setattr(curve, "_FEW", 0 if chosen.compiled else curve._FEW)
    if chosen.raster:
        with_rasters_everywhere(monkeypatch)
    rasters = counted(monkeypatch, compiled, "decide_by_raster")
    digit_sorts = counted(monkeypatch, curve, "_sorted_by_digits")
    collapses = counted(monkeypatch, steps, "collapse")
    in_numba = counted(monkeypatch, compiled, "core_points")
    in_numpy = counted(monkeypatch, vectorised, "core_points")
    yield chosen
    taken = in_numba if chosen.compiled else in_numpy
    assert taken
    assert in_numba + in_numpy == taken
    assert bool(collapses) == chosen.collapsed
    assert bool(digit_sorts) == chosen.compiled
    # On the globe, and around far outliers, there is none either way.
    assert chosen.raster or not rasters
