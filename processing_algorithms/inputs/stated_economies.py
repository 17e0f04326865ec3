"""What rows state as their economy and is none, told with counts."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from qgis.core import QgsProcessingFeedback

from ...analysis.economy_codes import Stated, strange_economies
from ...analysis.texts import Coded
from ..base import tr

# How many different texts a warning lists.
LISTED = 10


def tell_strange_economies(
    stated: Coded, layer: str, feedback: QgsProcessingFeedback, rows: NDArray[np.int64] | None = None
) -> None:
    """Warn of rows of a layer that state something else than a code, or the code of no economy; `rows`
    int64[n] are how many each stands for, 1 where left out.
    """
    no_codes, unknown = strange_economies(stated, rows)
    if no_codes:
        feedback.pushWarning(
            tr(
                "{layer}: {count} rows state something else than a code of two letters as their economy and "
                "count as rows that state none: {texts}"
            ).format(layer=layer, count=_rows(no_codes), texts=_listed(no_codes))
        )
    if unknown:
        feedback.pushWarning(
            tr(
                "{layer}: {count} rows state an economy whose code ISO 3166-1 does not have; they count for "
                "it as it stands: {texts}"
            ).format(layer=layer, count=_rows(unknown), texts=_listed(unknown))
        )


def _rows(stated: Sequence[Stated]) -> int:
    return sum(rows for _, rows in stated)


def _listed(stated: Sequence[Stated]) -> str:
    listed = ", ".join(f"{text} ({rows})" for text, rows in stated[:LISTED])
    return f"{listed}, …" if len(stated) > LISTED else listed
