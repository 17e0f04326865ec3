"""Which metrics are given, and the world's records of each: parameters that whole runs share."""

from __future__ import annotations

from typing import Any

from qgis.core import Qgis, QgsProcessingContext, QgsProcessingParameterNumber

from ...analysis.editions import METRICS, Edition
from ...analysis.errors import InputError
from ..base import Algorithm, tr

# Input and total of every metric, in the order of METRICS.
INPUTS = {"patents": "INVENTORS", "publications": "AUTHORS", "deals": "DEALS"}
TOTALS = {metric: f"TOTAL_{metric.upper()}" for metric in METRICS}


def add_totals(algorithm: Algorithm) -> None:
    """Declare TOTAL_PATENTS, TOTAL_PUBLICATIONS and TOTAL_DEALS."""
    for name, label in (
        ("TOTAL_PATENTS", tr("World total of patents")),
        ("TOTAL_PUBLICATIONS", tr("World total of publications")),
        ("TOTAL_DEALS", tr("World total of deals")),
    ):
        algorithm.add(
            QgsProcessingParameterNumber(
                name, label, Qgis.ProcessingNumberParameterType.Double, None, optional=True
            ),
            tr("The records of the world, for shares of the world. Empty: shares of the input."),
        )


def given_metrics(parameters: dict[str, Any]) -> list[str]:
    """Return the metrics of which there is a layer."""
    return [metric for metric in METRICS if parameters.get(INPUTS[metric])]


def check_given(parameters: dict[str, Any], edition: Edition) -> list[str]:
    """Return the metrics given; raises InputError where there is none, or one that the edition does not
    count.
    """
    given = given_metrics(parameters)
    if not given:
        raise InputError("INVENTORS", "Choose at least one layer: inventors, authors or deals.")
    for metric in given:
        if metric not in edition.metrics:
            raise InputError(
                INPUTS[metric],
                "Edition {edition} does not count this; leave the layer empty or choose another edition.",
                edition=edition.name,
            )
    return given


def check_totals(algorithm: Algorithm, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
    """Raise InputError where a world total is given and is not above 0."""
    for name in TOTALS.values():
        if (
            parameters.get(name) is not None
            and not algorithm.parameterAsDouble(parameters, name, context) > 0.0
        ):
            raise InputError(name, "The value must be greater than 0, or left empty.")


def given_totals(
    algorithm: Algorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> dict[str, float]:
    """Return the totals that are given, by metric."""
    return {
        metric: algorithm.parameterAsDouble(parameters, name, context)
        for metric, name in TOTALS.items()
        if parameters.get(name) is not None
    }
