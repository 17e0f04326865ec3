"""The field that says in which cluster a row is."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from qgis.core import QgsField, QgsProcessingFeatureSource

from ...analysis.clustered import number_clusters
from ...analysis.errors import InputError


def clusters_in(
    values: NDArray[np.object_], parameter: str = "CLUSTER_FIELD"
) -> tuple[list[Any], NDArray[np.int64]]:
    """Return the clusters that the rows of a field name, in order, and int64[n] their places, -1 for noise.

    Raises InputError where the field of the `parameter` names none.
    """
    names, labels = number_clusters(values)
    if not names:
        raise InputError(
            parameter,
            "The field names no cluster in any of the {count} rows; choose the field with the clusters.",
            count=len(values),
        )
    return names, labels


def cluster_id_field(source: QgsProcessingFeatureSource, name: str) -> QgsField:
    """Return the field cluster_id of an output, of the type of the field `name` that clusters come from."""
    field = source.fields().at(source.fields().lookupField(name))
    return QgsField("cluster_id", field.type(), len=field.length(), prec=field.precision())
