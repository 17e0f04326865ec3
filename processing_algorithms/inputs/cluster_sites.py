"""Sites with their clusters, from which rows at the same coordinates get theirs: declared, checked, read."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsProcessingContext,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
)

from ...analysis.errors import InputError
from ...analysis.monitor import Monitor
from ...analysis.wkb import Form
from ..base import Algorithm, tr
from ..layers.points import PointTable, read_points
from ..layers.stored import stored_layer
from ..layers.transforming import transform_points
from ..measures.measuring import LONGITUDE_LATITUDE
from .checking import require_numeric_field, require_points

MOST_DECIMALS = 15


def add_site_fields(algorithm: Algorithm, of_decimals: str) -> None:
    """Declare CLUSTER_FIELD of the layer SITES, and DECIMALS, which `of_decimals` explains."""
    algorithm.add(
        QgsProcessingParameterField(
            "CLUSTER_FIELD",
            tr("Cluster field"),
            "cluster_id",
            "SITES",
            Qgis.ProcessingFieldParameterDataType.Numeric,
        ),
        tr("The field of the sites with the number of their cluster; empty or -1 for noise."),
    )
    algorithm.add(
        QgsProcessingParameterNumber(
            "DECIMALS",
            tr("Decimals of the degrees"),
            Qgis.ProcessingNumberParameterType.Integer,
            None,
            optional=True,
            minValue=0,
            maxValue=MOST_DECIMALS,
        ),
        of_decimals,
        advanced=True,
    )


def check_sites(algorithm: Algorithm, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
    """Raise InputError where SITES are no points or no field tells their clusters."""
    sites = require_points(algorithm, parameters, "SITES", context)
    if not require_numeric_field(algorithm, parameters, "CLUSTER_FIELD", sites, context):
        raise InputError("CLUSTER_FIELD", "Choose the field with the cluster of every point.")


def chosen_decimals(
    algorithm: Algorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> int | None:
    """Return to how many decimals degrees are rounded before they are compared; None for all they have."""
    if parameters.get("DECIMALS") is None:
        return None
    return int(algorithm.parameterAsInt(parameters, "DECIMALS", context))


def read_in_degrees(
    algorithm: Algorithm,
    name: str,
    columns: list[str],
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    monitor: Monitor,
) -> tuple[PointTable, NDArray[np.float64], NDArray[np.float64]]:
    """Read a layer; return its rows and their longitudes and latitudes, NaN where there is no one place."""
    reading, transforming = monitor.split(4, 1)
    source = require_points(algorithm, parameters, name, context)
    stored = stored_layer(algorithm, parameters, name, context)
    table = read_points(source, columns, context, reading, stored=stored)
    point = table.form == Form.POINT
    longitude, latitude = transform_points(
        np.where(point, table.x, np.nan),
        np.where(point, table.y, np.nan),
        source.sourceCrs(),
        # As innovationclusters does it, so that equal coordinates stay equal.
        QgsCoordinateReferenceSystem(LONGITUDE_LATITUDE),
        context,
        transforming,
    )
    return table, longitude, latitude
