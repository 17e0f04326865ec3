"""Point layers as arrays: the one border where features become numpy and QVariant NULL becomes None."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureRequest,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSource,
)

from ...analysis.monitor import Monitor
from ...analysis.wkb import Decoded, Form, decode
from ..base import tr
from .arrow import Block, read_blocks, why_not_in_blocks
from .nulls import without_null
from .stored import NotInBlocksError, StoredLayer
from .transforming import transform_points

BLOCK = 20_000  # rows between two looks at Cancel: about 50 ms


@dataclass(frozen=True)
class PointTable:
    """Rows of a layer as arrays of length n, in the order of their feature ids.

    `x`, `y` float64, NaN where `form` is not Form.POINT; `layer_x`, `layer_y` the same in the layer's own
    reference system; `ids` int64 feature ids; `form` uint8 of Form; `columns` by field name: object arrays
    with None for NULL, or float64 with NaN for it, where numbers were asked for. `with_z` and `with_m` count
    the points that carry a height or a measure, which are left out here; `types` are those of Decoded.
    `stored` is where the rows are, if anywhere.
    """

    x: NDArray[np.float64]
    y: NDArray[np.float64]
    layer_x: NDArray[np.float64]
    layer_y: NDArray[np.float64]
    ids: NDArray[np.int64]
    form: NDArray[np.uint8]
    columns: dict[str, NDArray[Any]]
    with_z: int
    with_m: int
    types: frozenset[int]
    stored: StoredLayer | None = None

    def __len__(self) -> int:
        return len(self.ids)

    def count(self, form: Form) -> int:
        """Return how many rows have this form."""
        return int(np.count_nonzero(self.form == form))

    def select(self, rows: NDArray[np.bool_] | NDArray[np.int64]) -> PointTable:
        """Return these rows only; `with_z`, `with_m` and `types` stay those of the whole layer."""
        return PointTable(
            self.x[rows],
            self.y[rows],
            self.layer_x[rows],
            self.layer_y[rows],
            self.ids[rows],
            self.form[rows],
            {name: values[rows] for name, values in self.columns.items()},
            self.with_z,
            self.with_m,
            self.types,
            self.stored,
        )


def read_points(
    source: QgsProcessingFeatureSource,
    columns: Sequence[str],
    context: QgsProcessingContext,
    monitor: Monitor,
    *,
    crs: QgsCoordinateReferenceSystem | None = None,
    geometries: bool = True,
    stored: StoredLayer | None = None,
    numbers: bool = False,
) -> PointTable:
    """Read the points of a source and the named fields in one pass.

    Empty names in `columns` are skipped, so that an optional field parameter can be handed on as it is. With
    `crs` the points are transformed to it, see `transform_points`; a point that cannot be is left NaN with
    its form. Without `geometries` every row has the form NOTHING. `stored` is where the rows of the source
    are, if anywhere, and saves asking QGIS for each. With `numbers` the fields, all numeric, come as float64:
    objects of millions of rows take memory, and to make them takes time in which no other thread gets on.
    Raises Cancelled, and KeyError for an unknown field.
    """
    fields = source.fields()
    names = list(dict.fromkeys(name for name in columns if name))
    indices = [fields.lookupField(name) for name in names]
    if -1 in indices:
        raise KeyError(names[indices.index(-1)])
    expected = max(1, source.featureCount())
    moving = crs is not None and geometries and crs != source.sourceCrs()
    reading, joining, transforming = monitor.split(47, 6, 47 if moving else 0)
    blocks = None
    chosen = [fields.at(index) for index in indices]
    if stored is not None and not why_not_in_blocks(stored, chosen):
        try:
            wanted = names if numbers else []
            blocks = _all(read_blocks(stored, chosen, geometries, wanted), expected, reading)
        except NotInBlocksError:
            # QGIS reads it, or knows what is wrong with it.
            blocks = None
    if blocks is None:
        blocks = _all(_read_features(source, indices, geometries, numbers), expected, reading)
    of_points, of_ids, *of_columns = joining.split(17, 8, *[8] * len(names))
    points = Decoded.joined([block.points for block in blocks], of_points)
    ids = of_ids.joined([block.ids for block in blocks])
    joined = {
        name: each.joined([block.columns[place] for block in blocks])
        for place, (name, each) in enumerate(zip(names, of_columns, strict=True))
    }
    x, y = points.x, points.y
    if crs is not None and moving:
        x, y = transform_points(x, y, source.sourceCrs(), crs, context, transforming)
    table = PointTable(
        x,
        y,
        points.x,
        points.y,
        ids,
        points.form,
        joined,
        points.with_z,
        points.with_m,
        points.types,
        stored,
    )
    if (ids[1:] < ids[:-1]).any():
        # A selection comes in the order of a hash, another one in every process.
        return table.select(np.argsort(table.ids, kind="stable"))
    return table


def _all(blocks: Iterator[Block], expected: int, monitor: Monitor) -> list[Block]:
    """Collect blocks, at least one, with a look at Cancel after each."""
    collected: list[Block] = []
    count = 0
    for block in blocks:
        collected.append(block)
        count += len(block.ids)
        monitor.progress(count / expected)
    return collected


def _read_features(
    source: QgsProcessingFeatureSource, indices: list[int], geometries: bool, numbers: bool
) -> Iterator[Block]:
    request = QgsFeatureRequest()
    request.setSubsetOfAttributes(indices)
    if not geometries:
        request.setFlags(Qgis.FeatureRequestFlag.NoGeometry)
    # Geometries the algorithm cannot use are this module's to name; the source's own check would end the run.
    features = source.getFeatures(request, Qgis.ProcessingFeatureSourceFlag.SkipGeometryValidityChecks)
    # Looked up once: this loop is what reading costs.
    next_feature, feature = features.nextFeature, QgsFeature()
    more = True
    while more:
        ids: list[int] = []
        blobs: list[bytes] = []
        values: list[list[object]] = [[] for _ in indices]
        add_id, add_blob = ids.append, blobs.append
        taken = [(column.append, index) for column, index in zip(values, indices, strict=True)]
        while more := next_feature(feature):
            add_id(feature.id())
            for add_value, index in taken:
                add_value(feature[index])
            if geometries:
                add_blob(feature.geometry().asWkb().data())
            if len(ids) == BLOCK:
                break
        points = decode(blobs) if geometries else Decoded.nothing(len(ids))
        columns: list[NDArray[Any]] = [_objects(column) for column in values]
        if numbers:
            # None becomes NaN.
            columns = [column.astype(np.float64) for column in columns]
        yield Block(np.array(ids, dtype=np.int64), columns, points)


def read_again(
    source: QgsProcessingFeatureSource,
    request: QgsFeatureRequest,
    ids: NDArray[np.int64],
    monitor: Monitor,
) -> Iterator[QgsFeature]:
    """Yield the features of a second pass over a source in the order of `ids`, whatever order they come in.

    A feature is good until the next one is asked for. Raises Cancelled, and QgsProcessingException where the
    source does not give exactly these features any more.
    """
    features = source.getFeatures(request, Qgis.ProcessingFeatureSourceFlag.SkipGeometryValidityChecks)
    next_feature, feature = features.nextFeature, QgsFeature()
    waiting: dict[int, QgsFeature] = {}
    for row, identifier in enumerate(ids.tolist()):
        if row % BLOCK == 0:
            monitor.progress(row / len(ids))
        held = waiting.pop(identifier, None)
        if held is not None:
            yield held
            continue
        while next_feature(feature):
            if feature.id() == identifier:
                yield feature
                break
            waiting[feature.id()] = QgsFeature(feature)
            if len(waiting) % BLOCK == 0:
                monitor.progress(row / len(ids))
        else:
            raise QgsProcessingException(_changed())
    if waiting or next_feature(feature):
        raise QgsProcessingException(_changed())


def _changed() -> str:
    return tr("The input changed while it was being read. Run the algorithm again when nobody is editing it.")


def _objects(values: list[object]) -> NDArray[np.object_]:
    """Return an object array; NULL becomes None."""
    array = np.empty(len(values), dtype=object)
    array[:] = [without_null(value) for value in values]
    return array


def texts_of(points: PointTable, field: str) -> NDArray[np.object_]:
    """Return a column as text, empty for NULL."""
    values = np.empty(len(points), dtype=object)
    values[:] = ["" if value is None else str(value).strip() for value in points.columns[field]]
    return values
