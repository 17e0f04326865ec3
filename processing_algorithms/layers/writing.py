"""Outputs that are there whole or not at all, and the quick ways to fill them."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureRequest,
    QgsFeatureSink,
    QgsFields,
    QgsGeometry,
    QgsPoint,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
)
from qgis.PyQt import sip

from ...analysis.errors import Cancelled
from ...analysis.monitor import Monitor
from ..base import tr
from .destinations import Place, delete_output, place_of
from .points import read_again

BATCH = 10_000

Column = NDArray[Any] | Sequence[Any]


class Outputs:
    """The outputs of one run. Enter it when all computing is done; leaving it early takes every output away.

    with Outputs(self, parameters, context, feedback) as outputs:
        clusters = outputs.open("CLUSTERS", fields, Qgis.WkbType.MultiPolygon, crs)
        clusters.write([rank, name], monitor, geometries=wkb)
    return outputs.results
    """

    def __init__(
        self,
        algorithm: QgsProcessingAlgorithm,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> None:
        self._algorithm = algorithm
        self._parameters = parameters
        self._context = context
        self._feedback = feedback
        self._open: list[Output] = []
        self._texts: list[tuple[str, Place, Path]] = []
        self.results: dict[str, Any] = {}

    def open(
        self,
        name: str,
        fields: QgsFields,
        wkb_type: Qgis.WkbType,
        crs: QgsCoordinateReferenceSystem,
        *,
        new_primary_key: bool = False,
    ) -> Output:
        """Create the output `name`; an optional output the user does not want swallows what is written to it.

        `new_primary_key` drops the values of a field that a file format would use as its key (a GeoPackage's
        fid) and lets the format count anew. Raises QgsProcessingException where the output cannot be made.
        """
        flags = (QgsFeatureSink.SinkFlag.RegeneratePrimaryKey,) if new_primary_key else ()
        optional = self._algorithm.parameterDefinition(name).flags() & Qgis.ProcessingParameterFlag.Optional
        place = place_of(self._algorithm, self._parameters, name, self._context)
        self._prepare(name, place)
        sink, destination = None, ""
        try:
            sink, destination = self._algorithm.parameterAsSink(
                self._parameters, name, self._context, fields, wkb_type, crs, *flags
            )
        finally:
            if sink is None and place is not None:
                place.undo("", self._context)
        if sink is None and (self._parameters.get(name) or not optional):
            raise QgsProcessingException(self._algorithm.invalidSinkError(self._parameters, name))
        output = Output(name, destination, sink, place=place)
        self._open.append(output)
        if sink is not None:
            self.results[name] = destination
        return output

    def write_text(self, name: str, path: Path, text: str) -> None:
        """Write a page as the output `name`; it takes its place at `path` when all outputs are whole.

        Raises QgsProcessingException.
        """
        path = path.absolute()
        try:
            # A folder beside the file: the name stays the file's own, and moving stays on one disk.
            folder = Path(tempfile.mkdtemp(prefix=f"{path.name}.", dir=path.parent))
            self._texts.append((name, Place(path), folder))
            (folder / path.name).write_text(text, encoding="utf-8", errors="replace")
        except OSError as error:
            raise _not_written(name, error) from error
        self.results[name] = str(path)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        problems = [problem for output in self._open if (problem := output.close())]
        moved: list[tuple[str, Place]] = []
        if kind is None and not problems:
            for name, place, folder in self._texts:
                try:
                    place.prepare()
                    moved.append((name, place))
                    (folder / place.path.name).rename(place.path)
                except OSError as trouble:
                    problems.append(f"{name}: {trouble.strerror or trouble}")
        for _, _, folder in self._texts:
            shutil.rmtree(folder, ignore_errors=True)
        if kind is None and not problems:
            for place in [output.place for output in self._open if output.place] + [p for _, p in moved]:
                place.keep()
            return
        self._undo(moved)
        self.results.clear()
        if kind is None:
            raise QgsProcessingException(
                tr("An output could not be written: {problem}").format(problem="; ".join(problems))
            )
        lost = [output.name for output in self._open if output.replaced]
        if lost and kind is not None and issubclass(kind, Cancelled):
            raise QgsProcessingException(
                tr("Cancelled. What was in the table of {outputs} before is gone or changed.").format(
                    outputs=", ".join(lost)
                )
            )

    def _prepare(self, name: str, place: Place | None) -> None:
        try:
            if place is not None:
                place.prepare()
        except OSError as error:
            raise _not_written(name, error) from error

    def _undo(self, texts: list[tuple[str, Place]]) -> None:
        for name, place in texts:
            if not place.undo("", self._context):
                self._warn_of_remains(name)
        # The first table of a database file that this run has made goes last, and the file with it.
        for output in reversed(self._open):
            if not output.destination:
                continue
            if output.place is None:
                undone = delete_output(output.destination, self._context)
            else:
                undone = output.place.undo(output.destination, self._context)
            if not undone:
                self._warn_of_remains(output.name)
            if output.replaced:
                self._feedback.pushWarning(
                    tr("What was in the table of {outputs} before is gone or changed.").format(
                        outputs=output.name
                    )
                )

    def _warn_of_remains(self, name: str) -> None:
        self._feedback.pushWarning(
            tr("The incomplete output {output} could not be deleted; delete it yourself.").format(output=name)
        )


def _not_written(name: str, error: OSError) -> QgsProcessingException:
    return QgsProcessingException(
        tr("{output} could not be written: {problem}").format(
            output=name, problem=error.strerror or str(error)
        )
    )


@dataclass
class Output:
    """One output being filled; `destination` is its layer's id or path, empty where the user does not want
    it."""

    name: str
    destination: str
    sink: QgsFeatureSink | None
    count: int = 0
    place: Place | None = None

    @property
    def replaced(self) -> bool:
        """Whether opening it has taken the place of, or added to, a table that cannot be brought back."""
        return self.place is not None and self.place.replaced

    @property
    def wanted(self) -> bool:
        """Whether anything written here is kept."""
        return self.sink is not None

    def write(
        self,
        columns: Sequence[Column],
        monitor: Monitor,
        *,
        points: tuple[NDArray[np.float64], NDArray[np.float64]] | None = None,
        geometries: Sequence[bytes | QgsGeometry | None] | None = None,
    ) -> None:
        """Write rows given as columns in the order of the output's fields, with points, geometries or
        neither.

        `points` are x and y, a row with a NaN has no geometry; `geometries` are WKB (as shapely.to_wkb makes
        it) or QgsGeometry. A NaN in a column of floats becomes NULL. Raises Cancelled,
        QgsProcessingException.
        """
        lengths = {len(column) for column in (*columns, *(points or ()))}
        lengths |= set() if geometries is None else {len(geometries)}
        if len(lengths) > 1:
            raise ValueError(f"columns of different lengths: {sorted(lengths)}")
        total = lengths.pop() if lengths else 0
        for start in range(0, total, BATCH):
            rows = slice(start, min(start + BATCH, total))
            monitor.progress(start / total)
            features = []
            for values in _rows_of(columns, rows):
                feature = QgsFeature()
                feature.setAttributes(list(values))
                features.append(feature)
            if points is not None:
                for feature, (x, y) in zip(features, _rows_of(points, rows), strict=True):
                    if x is not None and y is not None:
                        feature.setGeometry(QgsGeometry(QgsPoint(x, y)))
            elif geometries is not None:
                for feature, geometry in zip(features, geometries[rows], strict=True):
                    if geometry is not None:
                        feature.setGeometry(_geometry(geometry))
            self.add(features)
        monitor.progress(1.0)

    def add(self, features: list[QgsFeature]) -> None:
        """Write finished features. Raises QgsProcessingException."""
        if self.sink is None or not features:
            return
        if not self.sink.addFeatures(features, QgsFeatureSink.Flag.FastInsert):
            raise QgsProcessingException(
                tr("{output} could not be written: {problem}").format(
                    output=self.name, problem=self.sink.lastError()
                )
            )
        self.count += len(features)

    def close(self) -> str:
        """Write out what is buffered and let go of the file; return what went wrong, or nothing."""
        if self.sink is None:
            return ""
        sink, self.sink = self.sink, None
        problem = "" if sink.flushBuffer() else sink.lastError() or self.name
        # Frames of an exception's traceback may still hold the sink, and with it the file.
        sip.delete(sink)
        return problem


@dataclass(frozen=True)
class Copy:
    """Rows of a source for one output: which (bool of length n), the columns added, and what becomes of
    geometry.

    `columns` have length n and follow the source's own fields; `points`, x and y of length n, replace the
    geometry; `geometry` says for which rows (bool of length n) it is kept, or for all or none.
    """

    output: Output
    rows: NDArray[np.bool_]
    columns: Sequence[Column] = field(default_factory=tuple)
    points: tuple[NDArray[np.float64], NDArray[np.float64]] | None = None
    geometry: NDArray[np.bool_] | bool = True


def copy_rows(
    source: QgsProcessingFeatureSource, ids: NDArray[np.int64], copies: Sequence[Copy], monitor: Monitor
) -> None:
    """Copy features of a source, all their fields and the added ones, to outputs, in a second pass over the
    source.

    `ids` are the feature ids of the first pass (PointTable.ids). A second pass instead of keeping the
    features: half a million of them would be hundreds of megabytes. Raises Cancelled, and
    QgsProcessingException where the source does not give the same rows again.
    """
    total = len(ids)
    width = len(source.fields())
    destination = np.full(total, -1, dtype=np.int64)
    for number, copy in enumerate(copies):
        if copy.output.wanted:
            destination[copy.rows] = number
    request = QgsFeatureRequest()
    kept = [np.broadcast_to(copy.geometry, total) for copy in copies]
    if not any(copy.points is None and keeps.any() for copy, keeps in zip(copies, kept, strict=True)):
        request.setFlags(Qgis.FeatureRequestFlag.NoGeometry)
    features = read_again(source, request, ids, monitor)
    for start in range(0, total, BATCH):
        monitor.progress(start / total)
        block = slice(start, min(start + BATCH, total))
        added = [_rows_of(copy.columns, block) for copy in copies]
        points = [_rows_of(copy.points or (), block) for copy in copies]
        batches: list[list[QgsFeature]] = [[] for _ in copies]
        for place, number in enumerate(destination[block].tolist()):
            feature = next(features)
            if number < 0:
                continue
            copied = QgsFeature(feature)
            values = added[number][place]
            copied.resizeAttributes(width + len(values))
            for index, value in enumerate(values, start=width):
                if value is not None:
                    copied[index] = value
            if copies[number].points is not None:
                x, y = points[number][place]
                copied.setGeometry(QgsGeometry() if x is None or y is None else QgsGeometry(QgsPoint(x, y)))
            elif not kept[number][start + place]:
                copied.clearGeometry()
            batches[number].append(copied)
        for copy, batch in zip(copies, batches, strict=True):
            copy.output.add(batch)
    # The end of the source is part of the check.
    if next(features, None) is not None:
        raise ValueError("more features than rows")
    monitor.progress(1.0)


def values_of(column: Column) -> list[Any]:
    """Return a column as values that PyQGIS takes: Python's own, None for NaN in floats and for NaT."""
    if not isinstance(column, np.ndarray):
        column = np.array([*column, None], dtype=object)[:-1]
    if column.dtype.kind == "f":
        values: list[Any] = column.tolist()
        if np.isnan(column).any():
            return [None if value != value else value for value in values]
        return values
    if column.dtype != object:
        return column.tolist()
    # PyQGIS writes a numpy scalar as NULL, without a word.
    return [value.item() if isinstance(value, np.generic) else value for value in column.tolist()]


def _rows_of(columns: Sequence[Column], block: slice) -> list[tuple[Any, ...]]:
    if not columns:
        return [()] * (block.stop - block.start)
    return list(zip(*(values_of(column[block]) for column in columns), strict=True))


def _geometry(geometry: bytes | QgsGeometry) -> QgsGeometry:
    if isinstance(geometry, QgsGeometry):
        return geometry
    return geometry_of(geometry)


def geometry_of(wkb: bytes) -> QgsGeometry:
    """Return the geometry that WKB describes; QgsGeometry itself can only be told, not made, from it."""
    geometry = QgsGeometry()
    geometry.fromWkb(wkb)
    return geometry
