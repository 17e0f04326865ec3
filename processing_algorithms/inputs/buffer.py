"""How far the boundary of a cluster reaches around its places."""

from __future__ import annotations

from typing import Any

from qgis.core import Qgis, QgsProcessingContext, QgsProcessingParameterNumber

from ...analysis.errors import InputError
from ..base import Algorithm, tr

WIDEST_BUFFER = 10.0
_WIPOS = 0.05


def add_buffer(algorithm: Algorithm) -> None:
    """Declare BUFFER."""
    algorithm.add(
        QgsProcessingParameterNumber(
            "BUFFER",
            tr("Boundary: radius around places, in degrees"),
            Qgis.ProcessingNumberParameterType.Double,
            _WIPOS,
        ),
        tr("The boundary is the union of circles of this radius around the places; WIPO's is 0.05."),
        advanced=True,
    )


def check_buffer(algorithm: Algorithm, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
    """Raise InputError where no boundary can be drawn with the radius."""
    if not 0.0 < chosen_buffer(algorithm, parameters, context) <= WIDEST_BUFFER:
        raise InputError(
            "BUFFER", "The radius must be greater than 0 and at most {most} degrees.", most=WIDEST_BUFFER
        )


def chosen_buffer(algorithm: Algorithm, parameters: dict[str, Any], context: QgsProcessingContext) -> float:
    """Return the radius in degrees."""
    return float(algorithm.parameterAsDouble(parameters, "BUFFER", context))
