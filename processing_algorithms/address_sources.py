"""Layers of addresses as sources of the analysis, with an account of every row that could not be used."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from qgis.core import QgsCoordinateReferenceSystem, QgsProcessingContext, QgsProcessingFeatureSource

from ..analysis.addresses import judge
from ..analysis.counting import Source, make_source
from ..analysis.economies import economy_codes
from ..analysis.monitor import Monitor
from ..analysis.naming import Gazetteer
from .checking import weights_of
from .point_layers import Form, PointTable, read_points
from .reasons import reason_sentences
from .report import SourceAccount


def address_source(
    metric: str, parameter: str, layer: str, points: PointTable, fields: dict[str, str]
) -> tuple[Source, SourceAccount]:
    """Make a source of the rows that can be used, and account for the others.

    A row with a bad weight ends the run: a record that has lost an address without a trace would be counted
    wrongly. A row without a place stays in the denominator of its record.
    """
    record = texts_of(points, fields["RECORD"]) if fields["RECORD"] else None
    judgement = judge(points.x, points.y, form=points.form, records=record)
    sentences = reason_sentences()
    account = SourceAccount(
        layer,
        metric,
        len(points),
        [(sentences[reason], count) for reason, count in judgement.counts().items()],
    )
    located = judgement.accepted
    if record is not None:
        # What belongs to no record takes no part, not even in a denominator.
        named = record != ""
        points, record, located = points.select(named), record[named], located[named]
    weights = weights_of(points, fields["WEIGHT"], f"{parameter}_WEIGHT", np.ones(len(points), dtype=bool))
    source = make_source(
        metric,
        points.x,
        points.y,
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


def texts_of(points: PointTable, field: str) -> NDArray[np.object_]:
    """Return a column as text, empty for NULL."""
    values = np.empty(len(points), dtype=object)
    values[:] = ["" if value is None else str(value).strip() for value in points.columns[field]]
    return values


def gazetteer_of(layer: QgsProcessingFeatureSource, context: QgsProcessingContext) -> Gazetteer:
    """Read a gazetteer from points with the fields name, population and, where there is one, name_ko."""
    korean = "name_ko" if layer.fields().lookupField("name_ko") >= 0 else "name"
    points = read_points(
        layer,
        ["name", korean, "population"],
        context,
        Monitor(),
        crs=QgsCoordinateReferenceSystem("EPSG:4326"),
    )
    points = points.select(
        (points.form == Form.POINT) & np.isfinite(points.x) & texts_of(points, "name").astype(bool)
    )
    population = np.array([float(value or 0.0) for value in points.columns["population"]])
    return Gazetteer(texts_of(points, "name"), texts_of(points, korean), points.x, points.y, population)
