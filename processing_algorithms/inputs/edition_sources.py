"""Clusters of an edition as layers hold them: sites or addresses with the cluster they are in, or a table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsField,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
)

from ...analysis.addresses import numbers_of
from ...analysis.comparison import EditionSites, make_sites
from ...analysis.editions import METRICS
from ...analysis.errors import InputError
from ...analysis.monitor import Monitor
from ...analysis.scoring import ranks, scores
from ...analysis.sums import sum_by
from ..base import tr
from ..layers.points import PointTable, read_points, texts_of
from ..layers.stored import StoredLayer
from ..measures.measuring import LONGITUDE_LATITUDE
from .checking import weights_of
from .cluster_field import clusters_in

# The names that fields have in our own outputs, by what they hold; the first that a layer has is taken.
USUAL_FIELDS = {
    "CLUSTER": ("cluster_id",),
    "NAME": ("name",),
    "RANK": ("rank",),
    "PATENTS": ("patents", "inventors"),
    "PUBLICATIONS": ("publications", "authors"),
    "DEALS": ("deals",),
}
OUTPUT_FIELDS = tuple(metric.upper() for metric in METRICS)
KOREAN_NAME = "name_ko"


@dataclass(frozen=True)
class EditionLayer:
    """A layer of an edition: its parameter, its rows, and its fields by what they hold, empty for none."""

    parameter: str
    source: QgsProcessingFeatureSource
    stored: StoredLayer | None
    fields: Mapping[str, str]


@dataclass(frozen=True)
class EditionClusters:
    """The k clusters of an edition in the order of their rank.

    `keys` are what the cluster field holds, of the type of `field`; `name`, `name_ko` their names, None for
    none; `rank` float64[k], NaN for none; `counts` float64[k, 3], NaN for a metric not given; `sites` None
    where they were not asked for.
    """

    field: QgsField
    keys: list[Any]
    name: list[str | None]
    name_ko: list[str | None]
    rank: NDArray[np.float64]
    counts: NDArray[np.float64]
    sites: EditionSites | None

    def __len__(self) -> int:
        return len(self.keys)


def read_edition(
    layer: EditionLayer,
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
    monitor: Monitor,
    *,
    with_sites: bool,
) -> EditionClusters:
    """Read the clusters of a layer, with their places if asked for.

    Ranks that no field holds follow from the output: the sum of shares of all output in the layer. Raises
    InputError where a cluster has several ranks or a place several clusters, and Cancelled.
    """
    fields = layer.source.fields()
    korean = KOREAN_NAME if fields.lookupField(KOREAN_NAME) >= 0 else ""
    points = _read(layer, [*layer.fields.values(), korean], context, feedback, monitor, places=with_sites)
    names, labels = clusters_in(points.columns[layer.fields["CLUSTER"]], f"{layer.parameter}_CLUSTER_FIELD")
    output = _output_of(layer, points)
    # Sites have a column for every metric, and zeros in that of one the edition does not count.
    output[:, output.sum(axis=0) == 0.0] = np.nan
    rank = _ranks(layer, points, labels, output, len(names))
    order = np.lexsort((np.arange(len(names)), rank))
    position = np.empty(len(names), dtype=np.int64)
    position[order] = np.arange(len(names))
    labels = np.where(labels >= 0, position[labels], -1)
    return EditionClusters(
        fields.at(fields.lookupField(layer.fields["CLUSTER"])),
        [names[cluster] for cluster in order.tolist()],
        _names(points, layer.fields["NAME"], labels, len(names)),
        _names(points, korean, labels, len(names)),
        rank[order],
        _counts(labels, output, len(names)),
        make_sites(layer.parameter.lower(), points.x, points.y, labels, output) if with_sites else None,
    )


def read_records(
    layer: EditionLayer, context: QgsProcessingContext, feedback: QgsProcessingFeedback, monitor: Monitor
) -> EditionSites:
    """Read points of records with their output, in whatever cluster. Raises InputError and Cancelled."""
    wanted = [layer.fields[name] for name in OUTPUT_FIELDS]
    points = _read(layer, wanted, context, feedback, monitor, places=True)
    nowhere = np.full(len(points), -1, dtype=np.int64)
    return make_sites(layer.parameter.lower(), points.x, points.y, nowhere, _output_of(layer, points))


def _read(
    layer: EditionLayer,
    columns: list[str],
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
    monitor: Monitor,
    *,
    places: bool,
) -> PointTable:
    points = read_points(
        layer.source,
        columns,
        context,
        monitor,
        crs=QgsCoordinateReferenceSystem(LONGITUDE_LATITUDE) if places else None,
        geometries=places,
        stored=layer.stored,
    )
    if not places:
        return points
    # NaN where a row has no single point, or none on Earth.
    placed = (np.abs(points.x) <= 180.0) & (np.abs(points.y) <= 90.0)
    lost = int(np.count_nonzero(~placed))
    if lost == len(points):
        raise InputError(
            layer.parameter, "Not one of the {count} rows has a usable point; check the geometry.", count=lost
        )
    if lost:
        feedback.pushWarning(
            tr("{layer}: {count} rows have no single point with a valid coordinate and are left out.").format(
                layer=layer.source.sourceName(), count=lost
            )
        )
    return points.select(placed)


def _output_of(layer: EditionLayer, points: PointTable) -> NDArray[np.float64]:
    """Return float64[n, 3], NaN in the column of a metric whose field is not given or empty throughout."""
    output = np.full((len(points), len(METRICS)), np.nan)
    everything = np.ones(len(points), dtype=bool)
    for place, name in enumerate(OUTPUT_FIELDS):
        field = layer.fields[name]
        if field and any(value is not None for value in points.columns[field].tolist()):
            output[:, place] = weights_of(points, field, f"{layer.parameter}_{name}_FIELD", everything)
    return output


def _ranks(
    layer: EditionLayer,
    points: PointTable,
    labels: NDArray[np.int64],
    output: NDArray[np.float64],
    clusters: int,
) -> NDArray[np.float64]:
    """Return float64[clusters], NaN for a cluster without a rank."""
    field = layer.fields["RANK"]
    members = np.flatnonzero(labels >= 0)
    if not field:
        totals = output.sum(axis=0)
        given = totals > 0.0
        if not given.any():
            return np.full(clusters, np.nan)
        shares = 100.0 * _counts(labels, output, clusters)[:, given] / totals[given]
        return ranks(np.round(scores(shares), 9)).astype(np.float64)
    stated, _ = numbers_of(points.columns[field])
    lowest, highest = np.full(clusters, np.inf), np.full(clusters, -np.inf)
    # What is no number, as ">100", is no rank.
    told = members[~np.isnan(stated[members])]
    np.minimum.at(lowest, labels[told], stated[told])
    np.maximum.at(highest, labels[told], stated[told])
    several = int(np.count_nonzero(lowest < highest))
    if several:
        raise InputError(
            f"{layer.parameter}_RANK_FIELD",
            "The field {field} gives {count} clusters more than one rank; choose the rank of clusters.",
            field=field,
            count=several,
        )
    return np.where(np.isfinite(lowest), lowest, np.nan)


def _names(points: PointTable, field: str, labels: NDArray[np.int64], clusters: int) -> list[str | None]:
    """Return for every cluster the name in its first row that has one."""
    found: list[str | None] = [None] * clusters
    if field:
        for label, text in zip(labels.tolist(), texts_of(points, field).tolist(), strict=True):
            if label >= 0 and text and found[label] is None:
                found[label] = text
    return found


def _counts(labels: NDArray[np.int64], output: NDArray[np.float64], clusters: int) -> NDArray[np.float64]:
    return np.stack([sum_by(labels, column, clusters) for column in output.T], axis=1)
