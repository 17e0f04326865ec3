"""Layers of addresses as sources of the analysis, with an account of every row that could not be used."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from qgis.core import QgsCoordinateReferenceSystem, QgsProcessingContext, QgsProcessingFeatureSource

from ...analysis.addresses import judge, numbers_of
from ...analysis.counting import Source, make_source
from ...analysis.economies import economy_codes
from ...analysis.monitor import Monitor
from ...analysis.naming import Gazetteer
from ...analysis.wkb import Form
from ..layers.points import PointTable, read_points, texts_of
from ..layers.stored import StoredLayer
from ..layers.transforming import transform_points
from ..measures.measuring import LONGITUDE_LATITUDE
from ..outputs.reasons import reason_sentences
from ..outputs.report import SourceAccount
from .checking import weights_of


def address_source(
    metric: str,
    parameter: str,
    layer: QgsProcessingFeatureSource,
    stored: StoredLayer | None,
    fields: dict[str, str],
    context: QgsProcessingContext,
    monitor: Monitor,
) -> tuple[Source, SourceAccount]:
    """Read a layer, make a source of the rows that can be used, and account for the others.

    `stored` is where the rows of the layer are, if anywhere.

    A row with a bad weight ends the run: a record that has lost an address without a trace would be counted
    wrongly. A row without a place stays in the denominator of its record.
    """
    points = read_points(layer, list(fields.values()), context, monitor.part(0.0, 0.8), stored=stored)
    degrees = QgsCoordinateReferenceSystem(LONGITUDE_LATITUDE)

    def to_degrees(
        x: NDArray[np.float64], y: NDArray[np.float64]
    ) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        return transform_points(x, y, layer.sourceCrs(), degrees, context, monitor.part(0.8, 1.0))

    record = texts_of(points, fields["RECORD"]) if fields["RECORD"] else None
    # In the layer's own system: what failed geocoding leaves at 0, 0 is elsewhere after a transformation.
    judgement = judge(
        points.x,
        points.y,
        geographic=layer.sourceCrs().isGeographic(),
        form=points.form,
        to_degrees=to_degrees,
        records=record,
    )
    sentences = reason_sentences()
    account = SourceAccount(
        layer.sourceName(),
        metric,
        len(points),
        [(sentences[reason], count) for reason, count in judgement.counts().items()],
    )
    located, longitude, latitude = judgement.accepted, judgement.longitude, judgement.latitude
    if record is not None:
        # What belongs to no record takes no part, not even in a denominator.
        named = record != ""
        points, record, located = points.select(named), record[named], located[named]
        longitude, latitude = longitude[named], latitude[named]
    weights = weights_of(points, fields["WEIGHT"], f"{parameter}_WEIGHT", np.ones(len(points), dtype=bool))
    source = make_source(
        metric,
        longitude,
        latitude,
        addresses=weights,
        record=record,
        economy=_economies(points, fields["ECONOMY"]) if fields["ECONOMY"] else None,
        organisation=texts_of(points, fields["ORGANISATION"]) if fields["ORGANISATION"] else None,
        located=located,
    )
    return source, account


def _economies(points: PointTable, field: str) -> NDArray[np.object_]:
    """Return codes, empty where there is none or none of two letters: there the place decides."""
    codes, known_form = economy_codes(points.columns[field])
    codes[~known_form | (codes == None)] = ""  # noqa: E711 (elementwise)
    return codes


def gazetteer_of(layer: QgsProcessingFeatureSource, context: QgsProcessingContext) -> Gazetteer:
    """Read a gazetteer from points with the fields name, population and, where there is one, name_ko."""
    korean = "name_ko" if layer.fields().lookupField("name_ko") >= 0 else "name"
    points = read_points(
        layer,
        ["name", korean, "population"],
        context,
        Monitor(),
        crs=QgsCoordinateReferenceSystem(LONGITUDE_LATITUDE),
    )
    points = points.select(
        (points.form == Form.POINT) & np.isfinite(points.x) & texts_of(points, "name").astype(bool)
    )
    # A place whose population is not a number still names a cluster, after all others.
    population = np.nan_to_num(numbers_of(points.columns["population"])[0])
    return Gazetteer(texts_of(points, "name"), texts_of(points, korean), points.x, points.y, population)
