"""Intensities as fields, and the tables of who leads and of what a radius changes."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from qgis.core import Qgis, QgsCoordinateReferenceSystem
from qgis.PyQt.QtCore import QMetaType

from ...analysis.editions import METRICS
from ...analysis.intensity import IntensityTable, leaders
from ...analysis.monitor import Monitor
from ...analysis.population import People
from ...analysis.radii import RadiusComparison
from ..layers.columns import Column
from ..layers.fields import REAL, TEXT, WHOLE, fields_of
from ..layers.writing import Output, Outputs

# The total of all metrics, beside METRICS.
SCORE = "score"

INTENSITY_FIELDS = (
    ("population", REAL),
    ("pixels", WHOLE),
    ("pixels_missing", WHOLE),
    *((f"{metric}_per_million", REAL) for metric in METRICS),
    *((f"{metric}_per_100k", REAL) for metric in METRICS),
    ("intensity", REAL),
    ("intensity_per_100k", REAL),
    ("intensity_rank", WHOLE),
    *((f"{metric}_rank", WHOLE) for metric in METRICS),
    ("in_both_top_lists", WHOLE),
)


def intensity_columns(people: People, table: IntensityTable, both: NDArray[np.bool_]) -> list[Column]:
    """Return the columns of INTENSITY_FIELDS; `both` bool[k] says who is in both top lists."""
    return [
        people.population,
        people.counted,
        people.missing,
        *table.counts_per_million.T,
        *table.counts_per_100_000.T,
        table.score_per_million,
        table.score_per_100_000,
        _ranks(table.rank),
        *(_ranks(column) for column in table.ranks.T),
        [
            int(flag) if placed else None
            for flag, placed in zip(both.tolist(), table.rank.tolist(), strict=True)
        ],
    ]


def write_top_lists(
    outputs: Outputs,
    labels: Sequence[str],
    table: IntensityTable,
    size: NDArray[np.int64],
    both: NDArray[np.bool_],
    top: int,
    monitor: Monitor,
) -> None:
    """Write who leads by score and by each metric; `size` int64[k] are the ranks by score itself."""
    output = _open_table(
        outputs,
        "TOP_LISTS",
        (
            *(("metric", TEXT), ("place", WHOLE), ("cluster", TEXT), ("per_million", REAL)),
            *(("size_rank", WHOLE), ("in_both_top_lists", WHOLE)),
        ),
    )
    lists = (
        (SCORE, table.rank, table.score_per_million),
        *zip(METRICS, table.ranks.T, table.counts_per_million.T, strict=True),
    )
    rows = [
        (metric, int(rank[row]), labels[row], float(values[row]), int(size[row]) or None, int(both[row]))
        for metric, rank, values in lists
        for row in leaders(rank, top).tolist()
    ]
    output.write([[row[place] for row in rows] for place in range(6)], monitor)


def write_by_radius(
    outputs: Outputs,
    labels: Sequence[str],
    comparison: RadiusComparison,
    surfaces: NDArray[np.float64],
    monitor: Monitor,
) -> None:
    """Write a row for every cluster and radius; `surfaces` float64[r, k] in km²."""
    output = _open_table(
        outputs,
        "BY_RADIUS",
        (
            *(("cluster", TEXT), ("radius", REAL), ("population", REAL), ("area_km2", REAL)),
            *(("intensity", REAL), ("intensity_rank", WHOLE)),
            *(("population_change", REAL), ("rank_change", WHOLE)),
        ),
    )
    output.write(
        [
            [label for label in labels for _ in comparison.radii],
            np.tile(comparison.radii, len(labels)),
            comparison.population.T.ravel(),
            surfaces.T.ravel(),
            comparison.intensity.T.ravel(),
            _ranks(comparison.rank.T.ravel()),
            comparison.population_change.T.ravel(),
            [None if np.isnan(gained) else int(gained) for gained in comparison.rank_change.T.ravel()],
        ],
        monitor,
    )


def write_radii(
    outputs: Outputs,
    labels: Sequence[str],
    comparison: RadiusComparison,
    surfaces: NDArray[np.float64],
    monitor: Monitor,
) -> None:
    """Write a row for every radius; `surfaces` float64[r, k] in km²."""
    moved = np.nan_to_num(np.abs(comparison.rank_change)).astype(np.int64)
    output = _open_table(
        outputs,
        "RADII",
        (
            *(("radius", REAL), ("population", REAL), ("area_km2", REAL), ("total_shift", REAL)),
            *(("largest_shift", REAL), ("most_shifted", TEXT), ("ranks_changed", WHOLE)),
            *(("largest_rank_change", WHOLE), ("proposed", WHOLE)),
        ),
    )
    output.write(
        [
            comparison.radii,
            comparison.total,
            surfaces.sum(axis=1),
            comparison.total_shift,
            comparison.largest_shift,
            [labels[row] if row >= 0 else None for row in comparison.most_shifted.tolist()],
            np.count_nonzero(moved, axis=1),
            moved.max(axis=1, initial=0),
            (np.arange(comparison.radii.size) == comparison.proposed).astype(np.int64),
        ],
        monitor,
    )


def _open_table(outputs: Outputs, name: str, definitions: Sequence[tuple[str, QMetaType.Type]]) -> Output:
    none = QgsCoordinateReferenceSystem()
    return outputs.open(name, fields_of(definitions), Qgis.WkbType.NoGeometry, none)


def _ranks(rank: NDArray[np.int64]) -> list[int | None]:
    return [place or None for place in rank.tolist()]
