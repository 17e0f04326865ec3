"""Points of layers for exploring parameters: asked for in the window, read in a background task.

A layer may be edited, filtered or removed while a task reads it. So what a task gets is no layer: it is what
QGIS itself reads a layer by in another thread, made in the main one. Which rows take part, what they weigh
and how distances are measured is decided as `densityclusters` and `innovationclusters` decide it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

import numpy as np
from numpy.typing import NDArray
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeatureIterator,
    QgsFeatureRequest,
    QgsFields,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProject,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
)

from ...analysis.addresses import judge
from ...analysis.editions import DensityUnit, address_weights
from ...analysis.errors import InputError
from ...analysis.monitor import Monitor
from ...processing_algorithms.base import Algorithm
from ...processing_algorithms.densityclusters import DensityClusters, usable_rows
from ...processing_algorithms.innovationclusters import InnovationClusters
from ...processing_algorithms.inputs.checking import require_numeric_field, require_points, weights_of
from ...processing_algorithms.inputs.given_metrics import INPUTS
from ...processing_algorithms.inputs.room import require_room
from ...processing_algorithms.layers.points import read_points
from ...processing_algorithms.layers.stored import StoredLayer, stored_layer
from ...processing_algorithms.layers.transforming import transform_points
from ...processing_algorithms.measures.measuring import LONGITUDE_LATITUDE, Measure, choose_measure

Floats = NDArray[np.float64]

ONE_LAYER = "INPUT"


class _Rows:
    """The rows of a layer as they are now, to be read in any thread, by the names of a Processing source."""

    def __init__(self, layer: QgsVectorLayer) -> None:
        self._rows = QgsVectorLayerFeatureSource(layer)
        self._crs, self._count, self._name = layer.crs(), layer.featureCount(), layer.name()

    def fields(self) -> QgsFields:
        return self._rows.fields()

    def sourceCrs(self) -> QgsCoordinateReferenceSystem:
        return self._crs

    def sourceName(self) -> str:
        return self._name

    def featureCount(self) -> int:
        return self._count

    def getFeatures(
        self, request: QgsFeatureRequest, flags: Qgis.ProcessingFeatureSourceFlag | None = None
    ) -> QgsFeatureIterator:
        return self._rows.getFeatures(request)


@dataclass(frozen=True)
class AskedLayer:
    """One layer to be read: the parameter of the algorithm it would be, what one address of it weighs, and
    how distances on it are measured.
    """

    parameter: str
    rows: QgsProcessingFeatureSource
    stored: StoredLayer | None
    weight_field: str
    address_weight: float
    measure: Measure
    transform_context: QgsCoordinateTransformContext


@dataclass(frozen=True)
class ExploredPoints:
    """Rows as they would be clustered, float64[n]: in metres of a plane (`metric` planar) or in degrees
    (`ellipsoid`), with their weights.

    `crs` and `metres` lead back to the map: coordinates divided by `metres` are in `crs`. `read` counts all
    rows of the layers, of which `unusable` take no part.
    """

    x: Floats
    y: Floats
    weights: Floats | None
    metric: str
    crs: QgsCoordinateReferenceSystem
    metres: float
    read: int

    @property
    def unusable(self) -> int:
        """How many rows take no part."""
        return self.read - self.x.size


def ask_for_layer(layer: QgsVectorLayer, weight_field: str) -> AskedLayer:
    """Ask for the rows of a layer as `densityclusters` would take it; raises InputError as it would."""
    context = _context()
    algorithm = DensityClusters()
    parameters = {ONE_LAYER: layer, "WEIGHT": weight_field or None}
    algorithm.initAlgorithm()
    source = require_points(algorithm, parameters, ONE_LAYER, context)
    require_numeric_field(algorithm, parameters, "WEIGHT", source, context)
    require_room(source, ONE_LAYER)
    measure = choose_measure(source.sourceCrs(), source.sourceExtent(), "auto", context.transformContext())
    return _asked(algorithm, layer, ONE_LAYER, weight_field, 1.0, measure, context)


def ask_for_addresses(layers: Sequence[tuple[str, QgsVectorLayer, str]]) -> list[AskedLayer]:
    """Ask for the rows of layers, each with its metric and weight field, as `innovationclusters` would take
    them by default; raises InputError as it would, also where none is part of the density.
    """
    context = _context()
    algorithm = InnovationClusters()
    algorithm.initAlgorithm()
    # Deals are counted where they fall and form no cluster.
    weights = {**address_weights(DensityUnit.INVENTORS), "deals": 0.0}
    measure = Measure("ellipsoid", QgsCoordinateReferenceSystem(LONGITUDE_LATITUDE), 1.0)
    if not layers:
        raise InputError("INVENTORS", "Choose at least one layer: inventors, authors or deals.")
    if not any(weights[metric] for metric, _, _ in layers):
        raise InputError("DEALS", "Deals alone are no part of the density; add inventors or authors.")
    asked = []
    for metric, layer, field in layers:
        name = INPUTS[metric]
        parameters = {name: layer, f"{name}_WEIGHT": field or None}
        source = require_points(algorithm, parameters, name, context)
        require_numeric_field(algorithm, parameters, f"{name}_WEIGHT", source, context)
        require_room(source, name)
        asked.append(_asked(algorithm, layer, name, field, weights[metric], measure, context))
    return asked


def _context() -> QgsProcessingContext:
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    return context


def _asked(
    algorithm: Algorithm,
    layer: QgsVectorLayer,
    name: str,
    field: str,
    weight: float,
    measure: Measure,
    context: QgsProcessingContext,
) -> AskedLayer:
    return AskedLayer(
        name,
        cast("QgsProcessingFeatureSource", _Rows(layer)),
        stored_layer(algorithm, {name: layer}, name, context),
        field,
        weight,
        measure,
        QgsCoordinateTransformContext(context.transformContext()),
    )


def read_explored(asked: Sequence[AskedLayer], monitor: Monitor) -> ExploredPoints:
    """Read what was asked for, at least one layer; raises InputError where no row can be used, or a weight is
    none, and Cancelled.
    """
    read = 0
    x: list[Floats] = []
    y: list[Floats] = []
    weights: list[Floats] = []
    for layer, part in zip(asked, monitor.split(*[1.0] * len(asked)), strict=True):
        take = _as_points if layer.parameter == ONE_LAYER else _as_addresses
        count, *columns = take(layer, part)
        if not columns[0].size:
            raise InputError(
                layer.parameter,
                "Not one of the {count} rows has a usable point; check the geometry.",
                count=count,
            )
        read += count
        for values, column in zip((x, y, weights), columns, strict=True):
            values.append(column)
    measure = asked[0].measure
    unweighted = layer.parameter == ONE_LAYER and not layer.weight_field
    return ExploredPoints(
        np.concatenate(x),
        np.concatenate(y),
        None if unweighted else np.concatenate(weights),
        measure.metric,
        measure.crs,
        measure.metres,
        read,
    )


def _as_points(asked: AskedLayer, monitor: Monitor) -> tuple[int, Floats, Floats, Floats]:
    reading, looking = monitor.split(27.0, 1.0)
    points = read_points(
        asked.rows,
        [asked.weight_field],
        _context_of(asked),
        reading,
        crs=asked.measure.crs,
        stored=asked.stored,
        numbers=True,
    )
    usable = usable_rows(points, asked.measure, looking)
    weights = weights_of(points, asked.weight_field, "WEIGHT", usable)
    metres = asked.measure.metres
    return len(points), points.x[usable] * metres, points.y[usable] * metres, weights[usable]


def _as_addresses(asked: AskedLayer, monitor: Monitor) -> tuple[int, Floats, Floats, Floats]:
    reading, judging = monitor.split(4.0, 1.0)
    context = _context_of(asked)
    crs, degrees = asked.rows.sourceCrs(), asked.measure.crs
    points = read_points(asked.rows, [asked.weight_field], context, reading, stored=asked.stored)
    # A weight that is none ends a real run wherever its row is.
    every_row = np.ones(len(points), dtype=bool)
    weights = weights_of(points, asked.weight_field, f"{asked.parameter}_WEIGHT", every_row)
    judgement = judge(
        points.x,
        points.y,
        geographic=crs.isGeographic(),
        form=points.form,
        to_degrees=None
        if crs == degrees
        else lambda x, y: transform_points(x, y, crs, degrees, context, judging),
        monitor=judging,
    )
    used = judgement.accepted
    return (
        len(points),
        judgement.longitude[used],
        judgement.latitude[used],
        asked.address_weight * weights[used],
    )


def _context_of(asked: AskedLayer) -> QgsProcessingContext:
    context = QgsProcessingContext()
    context.setTransformContext(asked.transform_context)
    return context


def sentence(error: InputError, addresses: bool) -> str:
    """Return the sentence of an error, led by the label of the parameter of the algorithm it would be of."""
    algorithm = InnovationClusters() if addresses else DensityClusters()
    algorithm.initAlgorithm()
    return algorithm.sentence(error)
