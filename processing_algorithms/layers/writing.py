"""Outputs that are there whole or not at all, and the quick ways to fill them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureSink,
    QgsFields,
    QgsGeometry,
    QgsPoint,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
)
from qgis.PyQt import sip

from ...analysis.errors import Cancelled
from ...analysis.monitor import Monitor
from ..base import tr
from .columns import Column, rows_of, why_not_values
from .destinations import (
    Place,
    asked_of_sink,
    delete_output,
    is_scratch,
    load_from,
    place_of,
    require_no_input,
)
from .fields import unaliased
from .geopackage import NewTable, NotInBulkError, Places, filling
from .written import rows_in

BATCH = 10_000


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
        self._texts: list[tuple[str, Place]] = []
        self._made_folders: list[Path] = []
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
        asked, options = asked_of_sink(self._parameters, name, place)

        # QGIS warns of every name for readers that a layer in memory cannot keep; ours come with its style.
        made = unaliased(fields) if is_scratch(self._parameters, name, self._context) else fields

        def make() -> tuple[QgsFeatureSink | None, str]:
            sink, destination = None, ""
            try:
                sink, destination = self._algorithm.parameterAsSink(
                    asked, name, self._context, made, wkb_type, crs, *flags, **options
                )
            finally:
                if sink is None and place is not None:
                    place.undo("", self._context)
            if sink is None and (self._parameters.get(name) or not optional):
                raise QgsProcessingException(self._algorithm.invalidSinkError(self._parameters, name))
            if place is not None:
                whole = place.settled(destination)
                load_from(destination, whole, self._context)
                destination = whole
            return sink, destination

        sink, destination = make()
        output = Output(name, destination, sink, fields, wkb_type, make, new_primary_key, place=place)
        self._open.append(output)
        if sink is not None:
            self.results[name] = destination
        return output

    def write_text(self, name: str, path: Path, text: str) -> None:
        """Write a page as the output `name`; it takes its place at `path` when all outputs are whole.

        Folders that are not there are made, and gone again where the run fails. Raises InputError where the
        file is an input of the run, and QgsProcessingException.
        """
        path = path.absolute()
        require_no_input(self._algorithm, self._parameters, name, path, self._context)
        try:
            self._make_folder(path.parent)
            place = Place(path)
            self._prepare(name, place)
            self._texts.append((name, place))
            place.working.write_text(text, encoding="utf-8", errors="replace")
        except OSError as error:
            raise _not_written(name, error) from error
        self.results[name] = str(path)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        problems = [problem for output in self._open if (problem := output.close())]
        places = [(output.name, output.place) for output in self._open if output.place is not None]
        places += self._texts
        if kind is None and not problems:
            for name, place in places:
                try:
                    place.take()
                except OSError as trouble:
                    problems.append(f"{name}: {trouble.strerror or trouble}")
                    break
        if kind is None and not problems:
            for _, place in places:
                place.keep()
            return
        self._undo()
        for folder in reversed(self._made_folders):
            # Someone else may have put something into it meanwhile.
            with suppress(OSError):
                folder.rmdir()
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

    def _make_folder(self, folder: Path) -> None:
        missing = [each for each in (folder, *folder.parents) if not each.exists()]
        for each in reversed(missing):
            each.mkdir()
            self._made_folders.append(each)

    def _prepare(self, name: str, place: Place | None) -> None:
        if place is None:
            return
        try:
            place.prepare()
            remains = place.remains()
        except OSError as error:
            raise _not_written(name, error) from error
        for left in remains:
            self._feedback.pushWarning(
                tr(
                    "{folder} is what a run that was broken off has left of {output}. Delete it, unless "
                    "another run is still writing there."
                ).format(folder=left, output=name)
            )

    def _undo(self) -> None:
        for name, place in self._texts:
            if not place.undo("", self._context):
                self._warn_of_remains(name)
        # The first table of a database file that this run has made goes last, and the file with it.
        for output in reversed(self._open):
            if output.place is None:
                undone = not output.destination or delete_output(output.destination, self._context)
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
    fields: QgsFields
    wkb_type: Qgis.WkbType
    make: Callable[[], tuple[QgsFeatureSink | None, str]]
    new_primary_key: bool = False
    count: int = 0
    place: Place | None = None

    @property
    def replaced(self) -> bool:
        """Whether opening it has taken the place of, or added to, a table that cannot be brought back."""
        return self.place is not None and self.place.replaced

    @property
    def wanted(self) -> bool:
        """Whether anything written here is kept."""
        return bool(self.destination)

    def why_not_in_bulk(self) -> str:
        """Say why rows must be written here as features; empty where they need not."""
        if self.place is None or self.place.table is not None or self.place.appends:
            return "no file of its own"
        if self.place.path.suffix.lower() != ".gpkg":
            return "a file that is no GeoPackage"
        if self.sink is None or self.count:
            return "rows that are there already"
        return ""

    def _why_not_columns_in_bulk(self, columns: Sequence[Column], points: Places | None) -> str:
        """Say why these columns and points must be written as features; empty where they need not."""
        if not columns:
            return "no columns"
        if points is not None and self.wkb_type != Qgis.WkbType.Point:
            return "points with more than x and y"
        for column, wanted in zip(columns, self.fields, strict=True):
            reason = why_not_values(column, wanted)
            if reason:
                return reason
        if points is not None and np.isinf(points).any():
            return "coordinates that are not finite"
        return self.why_not_in_bulk()

    @contextmanager
    def in_bulk(self, monitor: Monitor) -> Iterator[NewTable]:
        """Fill the output, which must be empty, without features: once, and with all its rows.

        Raises Cancelled, and NotInBulkError: then the output is as it was.
        """
        reason = self.why_not_in_bulk()
        if reason or self.place is None:
            raise NotInBulkError(reason)
        try:
            problem = self.close()
            if problem:
                raise NotInBulkError(problem)
            with filling(self.place.working, monitor) as table:
                yield table
        except NotInBulkError:
            self.sink, _ = self.make()
            raise

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
        if not self.wanted:
            monitor.progress(0.0)
            monitor.progress(1.0)
            return
        if geometries is None and not self._why_not_columns_in_bulk(columns, points):
            try:
                with self.in_bulk(monitor) as table:
                    table.insert(columns, points)
            except NotInBulkError:
                # Features then: what is wrong, if anything is, they will tell.
                pass
            else:
                self.count = total
                return
        for start in range(0, total, BATCH):
            rows = slice(start, min(start + BATCH, total))
            monitor.progress(start / total)
            features = []
            for values in rows_of(columns, rows):
                feature = QgsFeature()
                feature.setAttributes(list(values))
                features.append(feature)
            if points is not None:
                for feature, (x, y) in zip(features, rows_of(points, rows), strict=True):
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
        return problem or self._why_not_whole()

    def _why_not_whole(self) -> str:
        """Say what is missing in the closed file; empty where nothing is.

        GDAL writes what it has buffered when it closes the file, and QGIS passes on no error of that: on a
        full disk all rows can be lost in silence.
        """
        place = self.place
        if place is None or place.appends:
            return ""
        found = rows_in(place.working, place.working_table)
        if found == self.count:
            return ""
        return tr("{output}: {found} of {count} rows are in the file; the disk may be full").format(
            output=self.name, found=found, count=self.count
        )


def _geometry(geometry: bytes | QgsGeometry) -> QgsGeometry:
    if isinstance(geometry, QgsGeometry):
        return geometry
    return geometry_of(geometry)


def geometry_of(wkb: bytes) -> QgsGeometry:
    """Return the geometry that WKB describes; QgsGeometry itself can only be told, not made, from it."""
    geometry = QgsGeometry()
    geometry.fromWkb(wkb)
    return geometry
