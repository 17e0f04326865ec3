"""What a layer of points and its Python must bring, said in one sentence where they do not."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from qgis.core import (
    Qgis,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsWkbTypes,
)

from ...analysis import packages
from ...analysis.errors import InputError
from ..base import Algorithm, tr
from ..layers.points import PointTable


def require_rows(
    algorithm: Algorithm, parameters: dict[str, Any], name: str, context: QgsProcessingContext
) -> QgsProcessingFeatureSource:
    """Return the source of a parameter, a layer or a table; raises InputError unless it has rows."""
    source = algorithm.parameterAsSource(parameters, name, context)
    if source is None:
        raise InputError(name, "The layer cannot be read; choose another one.")
    if source.featureCount() == 0:
        raise InputError(name, "The layer has no rows; choose another one, or clear its filter or selection.")
    return source


def require_points(
    algorithm: Algorithm, parameters: dict[str, Any], name: str, context: QgsProcessingContext
) -> QgsProcessingFeatureSource:
    """Return the source of a parameter; raises InputError unless it has rows, points and a CRS."""
    source = require_rows(algorithm, parameters, name, context)
    if QgsWkbTypes.geometryType(source.wkbType()) != Qgis.GeometryType.Point:
        raise InputError(
            name,
            "The layer must have points; make them with Centroids, or prepare a table with Prepare points.",
        )
    if not source.sourceCrs().isValid():
        raise InputError(
            name, "The layer has no coordinate reference system; assign the right one in its properties."
        )
    return source


def require_field(
    algorithm: Algorithm,
    parameters: dict[str, Any],
    name: str,
    source: QgsProcessingFeatureSource,
    context: QgsProcessingContext,
) -> str:
    """Return the field a parameter names, or nothing; raises InputError where the layer does not have it."""
    field = str(algorithm.parameterAsString(parameters, name, context))
    if field and source.fields().lookupField(field) < 0:
        raise InputError(name, "The layer has no field {field}; choose one it has.", field=field)
    return field


def require_numeric_field(
    algorithm: Algorithm,
    parameters: dict[str, Any],
    name: str,
    source: QgsProcessingFeatureSource,
    context: QgsProcessingContext,
) -> str:
    """Return the numeric field a parameter names, or nothing; raises InputError where it is text."""
    field = require_field(algorithm, parameters, name, source, context)
    if field and not source.fields().at(source.fields().lookupField(field)).isNumeric():
        raise InputError(
            name, "The field {field} holds text; choose a numeric field, or convert it first.", field=field
        )
    return field


def weights_of(
    points: PointTable, field: str, parameter: str, rows: NDArray[np.bool_]
) -> NDArray[np.float64]:
    """Return float64[n] weights, 1 without a field; raises InputError for a bad weight in one of `rows`.

    What is in rows that take no part does not matter and may be NaN.
    """
    if not field:
        return np.ones(len(points))
    # None becomes NaN.
    return usable_weights(np.asarray(points.columns[field], dtype=np.float64), field, parameter, rows)


def usable_weights(
    weights: NDArray[np.float64], field: str, parameter: str, rows: NDArray[np.bool_] | bool = True
) -> NDArray[np.float64]:
    """Return float64[n] weights; raises InputError where one of `rows` is NaN, infinite or negative."""
    missing = int(np.count_nonzero(rows & ~np.isfinite(weights)))
    if missing:
        raise InputError(
            parameter,
            "The field {field} has no number in {count} rows; fill it, or filter those rows out.",
            field=field,
            count=missing,
        )
    negative = int(np.count_nonzero(rows & (weights < 0.0)))
    if negative:
        raise InputError(
            parameter,
            "The field {field} is negative in {count} rows; weights must be 0 or more.",
            field=field,
            count=negative,
        )
    return weights


def warn_without_numba(feedback: QgsProcessingFeedback) -> None:
    """Tell the user that the result will be the same but take longer, and why."""
    numba = packages.find("numba")
    if numba.module is None:
        feedback.pushWarning(
            tr("numba is not available ({problem}); the same result is computed in numpy, slower.").format(
                problem=numba.problem
            )
        )
