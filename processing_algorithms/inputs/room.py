"""Whether the rows of a layer can be clustered at all, asked before one of them is read."""

from __future__ import annotations

from qgis.core import QgsProcessingFeatureSource

from ...analysis.density.dbscan import require_countable
from ...analysis.memory import require_memory

# What a row takes at the least until it has its cluster. Measured with three million rows on a thousand
# places in a GeoPackage: 117 for `proposeparameters`, 142 for `densityclusters`.
BYTES_OF_ROW = 100


def require_room(source: QgsProcessingFeatureSource, name: str) -> None:
    """Raise InputError where more rows are wanted of a parameter than 32 bits can number, or than there is
    memory for.

    Where the source does not know how many are wanted, as with an expression, that shows once they are read;
    so does what their places need besides.
    """
    count = source.featureCount()
    if count > 0:
        require_countable(count, name)
        require_memory(count * BYTES_OF_ROW, count, name)
