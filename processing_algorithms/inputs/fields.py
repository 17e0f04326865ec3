"""Fields of a layer as parameters, those that several algorithms ask for in the same words in one place."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    Qgis,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingParameterField,
)

from ...analysis.errors import InputError
from ..base import Algorithm, tr
from .checking import require_numeric_field


def add_field(
    algorithm: Algorithm,
    name: str,
    label: str,
    explanation: str,
    *,
    parent: str = "INPUT",
    numeric: bool = False,
    default: str | None = None,
    advanced: bool = False,
) -> None:
    """Declare a field of the layer `parent`; it may be left out unless it has a default."""
    kind = Qgis.ProcessingFieldParameterDataType
    algorithm.add(
        QgsProcessingParameterField(
            name,
            label,
            default,
            parent,
            kind.Numeric if numeric else kind.Any,
            optional=default is None,
        ),
        explanation,
        advanced=advanced,
    )


def add_weight_field(algorithm: Algorithm, label: str, *, advanced: bool) -> None:
    """Declare WEIGHT_FIELD, for rows that stand for several addresses."""
    add_field(
        algorithm,
        "WEIGHT_FIELD",
        label,
        tr("How many addresses a row stands for, 0 or more. Empty: one."),
        numeric=True,
        advanced=advanced,
    )


def add_count_field(algorithm: Algorithm, label: str) -> None:
    """Declare COUNT_FIELD, for rows that stand for the addresses of many records."""
    add_field(
        algorithm,
        "COUNT_FIELD",
        label,
        tr(
            "For rows that stand for the addresses of many records at one place: the sum of their parts "
            "of those records. Not together with a record field."
        ),
        numeric=True,
        advanced=True,
    )


def require_count_field(
    algorithm: Algorithm,
    parameters: dict[str, Any],
    source: QgsProcessingFeatureSource,
    context: QgsProcessingContext,
) -> str:
    """Return COUNT_FIELD, or nothing; raises InputError where it is text or given together with a record."""
    field = require_numeric_field(algorithm, parameters, "COUNT_FIELD", source, context)
    if field and algorithm.parameterAsString(parameters, "RECORD_FIELD", context):
        raise InputError("COUNT_FIELD", "Give either the record of every row or the records in it, not both.")
    return field
