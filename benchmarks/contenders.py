"""Who computes on arrays: ours, scikit-learn, and PyPI's dbscan of Wang, Gu & Shun (SIGMOD 2020)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from innovation_clusters.analysis.density import DensityResult, dbscan
from innovation_clusters.analysis.geodesy import MEAN_RADIUS

from .agreement import Answer
from .points import Points


@dataclass(frozen=True)
class Contender:
    """Who computes: `prepare` may take its time and returns what is measured, `read` makes its outcome an
    answer. Both are functions of a module, so that another process can have them.
    """

    name: str
    prepare: Callable[[Points, Path], Callable[[], Any]]
    read: Callable[[Any], Answer]


def own(points: Points, folder: Path, **options: Any) -> Callable[[], DensityResult]:
    """Our function."""
    return lambda: dbscan(
        points.x, points.y, points.eps, points.min_weight, weights=points.weights, **options
    )


def scikit_learn(points: Points, folder: Path, n_jobs: int | None = None) -> Callable[[], Any]:
    """scikit-learn in the plane, as its manual shows it."""
    from sklearn.cluster import DBSCAN

    places = np.stack([points.x, points.y], axis=1)
    model = DBSCAN(eps=points.eps, min_samples=int(points.min_weight), algorithm="kd_tree", n_jobs=n_jobs)
    return lambda: model.fit(places, sample_weight=points.weights)


def scikit_learn_on_sites(points: Points, folder: Path) -> Callable[[], Any]:
    """scikit-learn on the sphere as someone uses it who knows it: on distinct places with summed weights, and
    these from complex numbers, which np.unique takes a sixth of the time for that it needs for pairs.
    """
    from sklearn.cluster import DBSCAN

    model = DBSCAN(
        eps=points.eps / MEAN_RADIUS,
        min_samples=int(points.min_weight),
        metric="haversine",
        algorithm="ball_tree",
    )

    def run() -> Any:
        places, of_row = np.unique(points.x + 1j * points.y, return_inverse=True)
        weights = np.bincount(of_row, weights=points.weights)
        model.fit(np.radians(np.stack([places.imag, places.real], axis=1)), sample_weight=weights)
        core = np.zeros(places.size, dtype=bool)
        core[model.core_sample_indices_] = True
        return model.labels_[of_row], core[of_row]

    return run


def pypi_dbscan(points: Points, folder: Path) -> Callable[[], Any]:
    """PyPI's dbscan, which takes as many threads as there are cores and gives borders to the nearest core."""
    from dbscan import DBSCAN

    places = np.stack([points.x, points.y], axis=1)
    return lambda: DBSCAN(places, points.eps, int(points.min_weight))


def read_own(result: DensityResult) -> Answer:
    return Answer(result.labels, result.core, result.distance_tests)


def read_scikit_learn(model: Any) -> Answer:
    core = np.zeros(model.labels_.size, dtype=bool)
    core[model.core_sample_indices_] = True
    return Answer(model.labels_.astype(np.int32), core)


def read_labels_and_core(outcome: Any) -> Answer:
    labels, core = outcome
    return Answer(labels.astype(np.int32), core)


OURS = Contender("analysis.density.dbscan", own, read_own)
OURS_NEAREST = Contender("the same, border nearest", partial(own, border="nearest"), read_own)
OURS_IN_NUMPY = Contender("the same, without numba", partial(own, compiled=False), read_own)
OURS_ON_THE_SPHERE = Contender("analysis.density.dbscan, sphere", partial(own, metric="sphere"), read_own)
OURS_ON_THE_ELLIPSOID = Contender(
    "analysis.density.dbscan, ellipsoid", partial(own, metric="ellipsoid"), read_own
)
SCIKIT_LEARN = Contender("scikit-learn, kd_tree", scikit_learn, read_scikit_learn)
SCIKIT_LEARN_TWO_JOBS = Contender(
    "scikit-learn, kd_tree, n_jobs=2", partial(scikit_learn, n_jobs=2), read_scikit_learn
)
SCIKIT_LEARN_ON_SITES = Contender(
    "scikit-learn, haversine ball_tree on np.unique sites", scikit_learn_on_sites, read_labels_and_core
)
PYPI_DBSCAN = Contender("PyPI dbscan", pypi_dbscan, read_labels_and_core)
