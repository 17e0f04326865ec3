"""Addresses with the cluster each is in, as a layer: the parameters for it, and what is read from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSource,
)

from ...analysis.addresses import judge
from ...analysis.collaboration import Ties, count_ties
from ...analysis.economies import known_economies
from ...analysis.editions import METRICS
from ...analysis.errors import InputError
from ...analysis.monitor import Monitor
from ...analysis.sums import sum_by
from ...analysis.texts import code_texts
from ..base import Algorithm, monitor_of, tr
from ..choices import choice
from ..layers.points import PointTable, read_points, texts_of
from ..layers.stored import stored_layer
from ..layers.transforming import transform_points
from ..measures.measuring import LONGITUDE_LATITUDE
from .checking import require_field, require_numeric_field, require_points, weights_of
from .cluster_field import clusters_in
from .common_choices import metrics
from .fields import add_field, add_weight_field
from .stated_economies import tell_strange_economies

# How a field says of which metric an address is: by the metric, or by whose address it is.
METRIC_WORDS = {
    **{metric: place for place, metric in enumerate(METRICS)},
    "inventors": METRICS.index("patents"),
    "authors": METRICS.index("publications"),
}

ECONOMY_UNKNOWN = -1


@dataclass(frozen=True)
class ClusteredAddresses:
    """A layer of clustered addresses, and of it the n rows that belong to a record.

    `table` is the whole layer, `rows` int64[n] the places of the rows in it. `names` are the clusters'
    numbers in the field, in order; `labels` int64[n] the place in `names`, -1 for none; `located` bool[n],
    whether the row has a usable place, and `longitude`, `latitude` float64[n] degrees, NaN where not;
    `record` int64[n], from 0 and of one metric each; `metric` int64[n], the place in METRICS; `addresses`
    float64[n]; `economy` int64[n], equal where the economies are, -1 where not known.
    """

    table: PointTable
    rows: NDArray[np.int64]
    names: list[Any]
    labels: NDArray[np.int64]
    located: NDArray[np.bool_]
    longitude: NDArray[np.float64]
    latitude: NDArray[np.float64]
    record: NDArray[np.int64]
    metric: NDArray[np.int64]
    addresses: NDArray[np.float64]
    economy: NDArray[np.int64]

    @property
    def metrics(self) -> list[int]:
        """The places in METRICS of which there are addresses."""
        return np.unique(self.metric).tolist()

    def of(self, metric: int) -> NDArray[np.bool_]:
        """Return bool[n]: rows of a metric that are in a cluster or, having a place, in the noise."""
        return (self.metric == metric) & (self.located | (self.labels >= 0))

    def ties(self, monitor: Monitor) -> dict[int, Ties]:
        """Count the ties of every metric that there is; addresses without a place stay part of their
        records."""
        records = int(self.record.max(initial=-1)) + 1
        result = {}
        for metric, part in zip(self.metrics, monitor.split(*[1.0] * len(self.metrics)), strict=True):
            own = self.metric == metric
            rows = self.of(metric)
            result[metric] = count_ties(
                self.record[rows],
                self.labels[rows],
                len(self.names),
                addresses=self.addresses[rows],
                whole=sum_by(self.record[own], self.addresses[own], records),
                monitor=part,
            )
        return result


def add_clustered_addresses(algorithm: Algorithm, *, economies: bool) -> None:
    """Declare INPUT, CLUSTER_FIELD, RECORD_FIELD, METRIC, METRIC_FIELD, WEIGHT_FIELD and, if so,
    ECONOMY_FIELD."""
    algorithm.add(
        QgsProcessingParameterFeatureSource(
            "INPUT", tr("Clustered addresses"), [QgsProcessing.SourceType.TypeVectorPoint]
        ),
        tr(
            "Points of addresses with the number of their cluster in a field. Label addresses gives it to "
            "addresses from the sites that Innovation clusters makes."
        ),
    )
    add_field(
        algorithm,
        "CLUSTER_FIELD",
        tr("Cluster field"),
        tr(
            "The field with the number of the cluster. Where it is empty or -1 the address is in no "
            "cluster: it is noise."
        ),
        numeric=True,
        default="cluster_id",
    )
    add_field(
        algorithm,
        "RECORD_FIELD",
        tr("Record field"),
        tr(
            "The field that is equal for all addresses of one application, article or deal. Rows where it "
            "is empty take no part. Ties need records: what is collapsed to counts of sites has none left."
        ),
        default="record",
    )
    algorithm.add(
        choice("METRIC", tr("Metric of the records"), metrics(), METRICS[0]),
        tr("What the records are, where no field tells."),
    )
    add_field(
        algorithm,
        "METRIC_FIELD",
        tr("Metric field"),
        tr(
            "For addresses of several metrics in one layer: the field that says patents (or inventors), "
            "publications (or authors) or deals. Records of two metrics are never the same."
        ),
        advanced=True,
    )
    add_weight_field(algorithm, tr("Number of addresses in the row"), advanced=True)
    if economies:
        add_field(
            algorithm,
            "ECONOMY_FIELD",
            tr("Economy field"),
            tr("The two-letter code of the economy, for what is shared within and between economies."),
        )


def check_clustered_addresses(
    algorithm: Algorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> QgsProcessingFeatureSource:
    """Return the source; raises InputError where it or a field cannot be used."""
    source = require_points(algorithm, parameters, "INPUT", context)
    if not require_numeric_field(algorithm, parameters, "CLUSTER_FIELD", source, context):
        raise InputError("CLUSTER_FIELD", "Choose the field with the cluster of every point.")
    if not require_field(algorithm, parameters, "RECORD_FIELD", source, context):
        raise InputError("RECORD_FIELD", "Choose the field that tells which addresses are of one record.")
    require_field(algorithm, parameters, "METRIC_FIELD", source, context)
    require_numeric_field(algorithm, parameters, "WEIGHT_FIELD", source, context)
    if algorithm.parameterDefinition("ECONOMY_FIELD") is not None:
        require_field(algorithm, parameters, "ECONOMY_FIELD", source, context)
    return source


def read_clustered_addresses(
    algorithm: Algorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
    end: float,
) -> ClusteredAddresses:
    """Read the layer, moving progress from 0 to `end`, and tell what takes no part.

    Raises InputError where a weight or metric is none, or where nothing is clustered, and Cancelled.
    """
    source = require_points(algorithm, parameters, "INPUT", context)
    cluster, record, metric, weight, economy = (
        algorithm.parameterAsString(parameters, name, context)
        if algorithm.parameterDefinition(name) is not None
        else ""
        for name in ("CLUSTER_FIELD", "RECORD_FIELD", "METRIC_FIELD", "WEIGHT_FIELD", "ECONOMY_FIELD")
    )
    table = read_points(
        source,
        [cluster, record, metric, weight, economy],
        context,
        monitor_of(feedback, 0.0, 0.7 * end),
        stored=stored_layer(algorithm, parameters, "INPUT", context),
    )
    codes = code_texts(texts_of(table, record)).code.astype(np.int64)
    rows = np.flatnonzero(codes >= 0)
    if len(rows) < len(table):
        feedback.pushWarning(
            tr("{count} rows without a record take no part.").format(count=len(table) - len(rows))
        )
    chosen = table.select(rows)
    names, labels = clusters_in(chosen.columns[cluster])
    degrees = QgsCoordinateReferenceSystem(LONGITUDE_LATITUDE)

    def to_degrees(
        x: NDArray[np.float64], y: NDArray[np.float64]
    ) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        part = monitor_of(feedback, 0.7 * end, 0.9 * end)
        return transform_points(x, y, source.sourceCrs(), degrees, context, part)

    judgement = judge(
        chosen.x,
        chosen.y,
        geographic=source.sourceCrs().isGeographic(),
        form=chosen.form,
        to_degrees=to_degrees,
    )
    located = judgement.accepted
    lost = int(np.count_nonzero(~located))
    if lost:
        feedback.pushWarning(
            tr("{count} rows have no usable place; they stay part of their records.").format(count=lost)
        )
    metrics = metric_of(chosen, metric, algorithm.parameterAsEnumString(parameters, "METRIC", context))
    # Two metrics may use the same numbers for their records.
    _, numbered = np.unique(codes[rows] * len(METRICS) + metrics, return_inverse=True)
    return ClusteredAddresses(
        table,
        rows,
        names,
        labels,
        located,
        judgement.longitude,
        judgement.latitude,
        numbered.ravel(),
        metrics,
        weights_of(chosen, weight, "WEIGHT_FIELD", np.ones(len(rows), dtype=bool)),
        _economies(chosen, economy, algorithm.told("INPUT", parameters, context), feedback),
    )


def metric_of(table: PointTable, field: str, metric: str) -> NDArray[np.int64]:
    """Return the place in METRICS of every row, that of `metric` without a field; raises InputError where the
    field says something else.
    """
    if not field:
        return np.full(len(table), METRICS.index(metric), dtype=np.int64)
    words = [word.lower() for word in texts_of(table, field).tolist()]
    unknown = [word for word in words if word not in METRIC_WORDS]
    if unknown:
        raise InputError(
            "METRIC_FIELD",
            "The field {field} says neither patents, publications nor deals in {count} rows (“{word}”); "
            "correct it, or filter those rows out.",
            field=field,
            count=len(unknown),
            word=unknown[0],
        )
    return np.array([METRIC_WORDS[word] for word in words], dtype=np.int64)


def _economies(
    table: PointTable, field: str, layer: str, feedback: QgsProcessingFeedback
) -> NDArray[np.int64]:
    if not field:
        return np.full(len(table), ECONOMY_UNKNOWN, dtype=np.int64)
    stated = code_texts(texts_of(table, field))
    tell_strange_economies(stated, layer, feedback)
    return known_economies(stated).code.astype(np.int64)
