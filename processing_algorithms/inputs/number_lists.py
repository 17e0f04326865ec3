"""Several numbers in one parameter of text, as in "5, 7, 10"."""

from __future__ import annotations

import re
from typing import Any

import numpy as np
from numpy.typing import NDArray
from qgis.core import QgsProcessingContext

from ...analysis.errors import InputError
from ..base import Algorithm


def positive_numbers(
    algorithm: Algorithm, parameters: dict[str, Any], name: str, context: QgsProcessingContext
) -> NDArray[np.float64]:
    """Return the numbers of a parameter in ascending order, each once, none where it is empty.

    They stand apart by commas, semicolons or spaces. Raises InputError unless all are above 0.
    """
    text = algorithm.parameterAsString(parameters, name, context).strip(" ,;")
    words = re.split(r"[\s,;]+", text) if text else []
    try:
        numbers = np.array([float(word) for word in words], dtype=np.float64)
    except ValueError:
        numbers = np.array([np.nan])
    if not (np.isfinite(numbers) & (numbers > 0.0)).all():
        raise InputError(name, "Give numbers above 0 with commas between them, as in 5, 7, 10.")
    return np.unique(numbers)
