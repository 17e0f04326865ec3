"""Clusters that are there already, as polygons or as sites, read for what is to be counted in their areas."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFields,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
)

from ...analysis import packages
from ...analysis.addresses import numbers_of
from ...analysis.clustered import number_clusters
from ...analysis.errors import InputError
from ...analysis.monitor import Monitor
from ...analysis.population import Area, Outline
from ...analysis.sums import sum_by
from ..base import monitor_of, tr
from ..layers.columns import Column
from ..layers.fields import REAL, fields_of
from ..layers.points import PointTable, read_points
from ..measures.local_planes import carry_polygons
from ..measures.measuring import LONGITUDE_LATITUDE
from .cluster_field import cluster_id_field, clusters_in
from .population import ClusterSites, Population


@dataclass(frozen=True)
class Clusters:
    """Clusters as they were read: their `names`, the `fields` and `columns` that an output repeats, `output`
    float64[k, m], the numbers in m fields, NaN where one is not known.

    `polygons` are shapely polygons in `crs`, None for a cluster without; `sites` are in longitude and
    latitude, and where they are given they say what the area of a cluster is.
    """

    names: Sequence[Any]
    fields: QgsFields
    columns: Sequence[Column]
    output: NDArray[np.float64]
    crs: QgsCoordinateReferenceSystem
    polygons: Sequence[Any] | None
    sites: ClusterSites | None

    def areas(
        self, population: Population, radius: float, context: QgsProcessingContext, monitor: Monitor
    ) -> tuple[list[Area], Callable[[], NDArray[np.object_]]]:
        """Return the areas of the clusters in the degrees of a population, and what draws polygons of them.

        Raises InputError for a polygon that has no place in degrees, and Cancelled.
        """
        if self.sites is not None:
            there = self.sites.in_degrees_of(population, context)
            return there.areas(radius), lambda: there.outlines(radius, monitor)
        shapely = packages.require("shapely", "people inside polygons")
        nowhere = shapely.MultiPolygon()
        given = np.empty(len(self.names), dtype=object)
        given[:] = [nowhere if polygon is None else polygon for polygon in self.polygons or ()]
        carried = carry_polygons(
            shapely, shapely.make_valid(given), self.crs, population.degrees, context, monitor.part(0.0, 0.1)
        )
        return [Outline(polygon) for polygon in carried], lambda: carried

    def geometries(self, radius: float, monitor: Monitor) -> list[bytes | None]:
        """Return the polygons in `crs`, or the areas round the sites where there are none, as WKB."""
        shapely = packages.require("shapely", "people inside polygons")
        shapes: Sequence[Any] = self.polygons or ()
        if self.polygons is None and self.sites is not None:
            shapes = self.sites.outlines(radius, monitor).tolist()
        return [
            None
            if shape is None or shape.is_empty
            else shapely.to_wkb(shapely.multipolygons(shapely.get_parts(shape)))
            for shape in shapes
        ]


def read_clusters_of_sites(
    source: QgsProcessingFeatureSource,
    cluster_field: str,
    fields: dict[str, str],
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
) -> Clusters:
    """Read points with their clusters; `fields` maps a name in the output to the field that is added up.

    Progress goes to 20 per cent. Raises InputError where there is no cluster, and Cancelled.
    """
    degrees = QgsCoordinateReferenceSystem(LONGITUDE_LATITUDE)
    monitor = monitor_of(feedback, 0.0, 0.2)
    table = read_points(source, [cluster_field, *fields.values()], context, monitor, crs=degrees)
    names, cluster = clusters_in(table.columns[cluster_field])
    output = np.full((len(names), len(fields)), np.nan)
    for place, values in enumerate(_numbers(table, fields)):
        if values is not None:
            output[:, place] = sum_by(cluster, values, len(names))
    repeated = fields_of([(name, REAL) for name in fields], cluster_id_field(source, cluster_field))
    sites = _placed(table, cluster, len(names), feedback)
    return Clusters(names, repeated, [names, *output.T], output, degrees, None, sites)


def read_clusters_of_polygons(
    source: QgsProcessingFeatureSource,
    cluster_field: str,
    fields: dict[str, str],
    stale: set[str],
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
) -> Clusters:
    """Read polygons, a row for each cluster; `fields` as in `read_clusters_of_sites`, `stale` are those that
    the output does not repeat. Without a field clusters are numbered from 1.

    Progress goes to 10 per cent. Raises Cancelled.
    """
    shapely = packages.require("shapely", "people inside polygons")
    every = [field.name() for field in source.fields()]
    table = read_points(source, every, context, monitor_of(feedback, 0.0, 0.1), geometries=False)
    polygons: dict[int, Any] = {}
    for feature in source.getFeatures():
        geometry = feature.geometry()
        # Curves have no area to GEOS.
        geometry.convertToStraightSegment()
        polygons[feature.id()] = None if geometry.isEmpty() else shapely.from_wkb(geometry.asWkb().data())
    output = np.full((len(table), len(fields)), np.nan)
    for place, values in enumerate(_numbers(table, fields)):
        if values is not None:
            output[:, place] = values
    kept = [field for field in source.fields() if field.name() not in stale]
    repeated = QgsFields()
    for field in kept:
        repeated.append(field)
    return Clusters(
        table.columns[cluster_field].tolist() if cluster_field else list(range(1, len(table) + 1)),
        repeated,
        [table.columns[field.name()] for field in kept],
        output,
        source.sourceCrs(),
        [polygons[identifier] for identifier in table.ids.tolist()],
        None,
    )


def read_sites_of(
    names: Sequence[Any],
    source: QgsProcessingFeatureSource,
    field: str,
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
) -> ClusterSites:
    """Read the sites of clusters whose `names` are known; those of other clusters are left out and told.

    Progress goes from 10 to 20 per cent. Raises InputError where names are not distinct or none is known, and
    Cancelled.
    """
    numbers = {spelled(name): number for number, name in enumerate(names)}
    if len(numbers) < len(names):
        raise InputError(
            "CLUSTER_FIELD", "The field names a cluster in several rows; with sites, give one row for each."
        )
    degrees = QgsCoordinateReferenceSystem(LONGITUDE_LATITUDE)
    table = read_points(source, [field], context, monitor_of(feedback, 0.1, 0.2), crs=degrees)
    found, labels = number_clusters(table.columns[field])
    # Noise is -1 and picks the last.
    known = np.array([*(numbers.get(spelled(name), -1) for name in found), -1], dtype=np.int64)
    strange = int(np.count_nonzero(known[:-1] < 0))
    if strange == len(found):
        raise InputError(
            "SITES_CLUSTER_FIELD",
            "Not one cluster of the sites is a cluster of the polygons; choose the same field in both.",
        )
    if strange:
        feedback.pushWarning(
            tr("{count} clusters of the sites are in no row of the polygons and are left out.").format(
                count=strange
            )
        )
    return _placed(table, known[labels], len(names), feedback)


def spelled(name: Any) -> str:
    """Return a cluster's name as text: 7 and 7.0 are one cluster, whatever type a file format gave it."""
    whole = isinstance(name, float) and name.is_integer()
    return str(int(name)) if whole else str(name)


def _numbers(table: PointTable, fields: dict[str, str]) -> list[NDArray[np.float64] | None]:
    return [numbers_of(table.columns[field])[0] if field else None for field in fields.values()]


def _placed(
    table: PointTable, cluster: NDArray[np.int64], count: int, feedback: QgsProcessingFeedback
) -> ClusterSites:
    """Return the clustered sites that have a place on Earth; count the others."""
    placed = (np.abs(table.x) <= 180.0) & (np.abs(table.y) <= 90.0)
    lost = int(np.count_nonzero(~placed & (cluster >= 0)))
    if lost:
        feedback.pushWarning(
            tr(
                "{count} clustered rows have no single point with a valid coordinate and are left out; "
                "Prepare points tells which."
            ).format(count=lost)
        )
    kept = placed & (cluster >= 0)
    return ClusterSites(table.x[kept], table.y[kept], cluster[kept], count)
