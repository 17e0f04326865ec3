"""Layers that were put together from several: which record may be two."""

from __future__ import annotations

from qgis.core import QgsFeatureSource, QgsProcessingFeedback

from ...analysis.merged_records import records_of_several_origins
from ...analysis.texts import Coded
from ..base import tr

# The fields in which QGIS's Merge vector layers writes where a row is from; both, or it was not that.
LAYER, PATH = "layer", "path"

# How many ids a warning lists.
LISTED = 5


def origin_field(source: QgsFeatureSource) -> str:
    """Return the field that tells from which layer a row of merged layers is, nothing for other layers.

    It is the path: layers from different folders may have the same name.
    """
    names = {field.name().lower(): field.name() for field in source.fields()}
    return names[PATH] if LAYER in names and PATH in names else ""


def tell_mixed_records(record: Coded, origin: Coded, layer: str, feedback: QgsProcessingFeedback) -> None:
    """Warn of records of a layer whose rows come from several of the layers that were merged into it."""
    mixed = records_of_several_origins(record.code, origin.code)
    if not mixed.size:
        return
    listed = ", ".join(record.names[number] for number in mixed[:LISTED].tolist())
    feedback.pushWarning(
        tr(
            "{layer}: {count} records have rows from several of the merged layers and count as one record "
            "each. Where they are different records with the same id, make the ids differ before merging, "
            "with the name of the layer before the id for one: {ids}"
        ).format(layer=layer, count=mixed.size, ids=f"{listed}, …" if mixed.size > LISTED else listed)
    )
