"""One layer of an official file, read: its texts decoded, its rows in the standard schema, its shapes in
longitude and latitude, and all that was guessed on the way.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

import numpy as np
from qgis.core import QgsGeometry, QgsPoint, QgsProcessingContext

from ...analysis.monitor import Monitor
from ...analysis.zones.attributes import number_of, read_zones
from ...analysis.zones.datums import LONGITUDE_LATITUDE, Decision, FloatArray, Places, decide_system
from ...analysis.zones.delimited import Delimited, distinct_names
from ...analysis.zones.encodings import UTF_8, decode, find_encoding, repaired
from ...analysis.zones.guesses import Confidence, Guess, fact
from ...analysis.zones.provinces import provinces_at
from ...analysis.zones.rows import Table, Zones
from ...analysis.zones.signatures import Signature, find_dataset
from ..layers.raw import RawLayer, crs_of
from ..layers.transforming import transform_points
from ..measures.zone_shapes import POLYGON, Shape, ShapeReader, geometry_of, place_of

# So many places of a file are enough to tell its reference system by.
SAMPLE = 2000

_EACH = 64


@dataclass(frozen=True)
class Overrides:
    """What the user answers: for all files, and for single ones by question."""

    everywhere: Mapping[str, str]
    by_file: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def of(self, called: str) -> dict[str, str]:
        """Return the answers for a file by question."""
        return {**self.everywhere, **self.by_file.get(called, {})}


@dataclass
class OfficialZones:
    """A layer that has been read: `columns` are its texts as they were, `geometry` and `shapes` what it had
    and what became of it, all of one length; `asked` is the guess that only the user can make.
    """

    called: str
    columns: dict[str, list[str | None]]
    zones: Zones
    geometry: list[QgsGeometry | None]
    shapes: list[Shape]
    encoding: str
    source_crs: str
    guesses: list[Guess]
    asked: Guess | None = None


def read_raw(
    raw: RawLayer, overrides: Overrides, context: QgsProcessingContext, monitor: Monitor
) -> OfficialZones:
    """Read a layer of a file. Raises InputError for answers that do not fit it, and Cancelled."""
    answers = overrides.of(raw.called)
    columns, encoding, guess = _decoded(raw, answers.get("encoding", ""))
    table, signature, guesses = _table(raw.called, raw.name, columns, len(raw), answers, table=False)
    zones = read_zones(table, signature, answers)
    geometry = [geometry_of(wkb) for wkb in raw.geometry]
    for note in raw.notes:
        guess = Guess(guess.question, guess.answer, guess.confidence, (*guess.facts, fact(note)))
    return _placed(
        OfficialZones(raw.called, columns, zones, geometry, [], encoding, "", [*guesses, guess]),
        raw.declared,
        raw.source,
        table.names,
        answers,
        context,
        monitor,
    )


def read_table(
    delimited: Delimited,
    called: str,
    overrides: Overrides,
    context: QgsProcessingContext,
    monitor: Monitor,
) -> OfficialZones | None:
    """Read a table of nodes; None where it has no coordinates. Raises InputError and Cancelled."""
    answers = overrides.of(called)
    stem = PurePosixPath(called).stem
    table, signature, guesses = _table(called, stem, delimited.columns, delimited.rows, answers, table=True)
    axes = [
        table.fields(signature.coordinates[axis])[:1] if signature.coordinates else [] for axis in ("x", "y")
    ]
    if not all(axes):
        return None
    zones = read_zones(table, signature, answers)
    x, y = ([number_of(value) for value in delimited.columns[axis[0]]] for axis in axes)
    geometry = [
        None if east is None or north is None else QgsGeometry(QgsPoint(east, north))
        for east, north in zip(x, y, strict=True)
    ]
    found = OfficialZones(
        called,
        delimited.columns,
        zones,
        geometry,
        [],
        delimited.encoding,
        "",
        [*guesses, delimited.guess],
    )
    return _placed(found, "", "format", table.names, answers, context, monitor)


def _decoded(raw: RawLayer, chosen: str) -> tuple[dict[str, list[str | None]], str, Guess]:
    """Return the columns of a layer as text, their encoding, and why."""
    if raw.encoded:
        names = [name.encode("utf-8", "surrogateescape") for name in raw.columns]
        texts = [value for column in raw.columns.values() for value in column if value is not None]
        encoding, guess = find_encoding([*names, *texts], declared=raw.cpg, driver=raw.driver, chosen=chosen)
        known: dict[bytes, str] = {text: decode(text, encoding) for text in {*names, *texts}}
        columns: dict[str, list[str | None]] = {
            name: [None if value is None else known[value] for value in column]
            for name, column in zip(
                distinct_names([known[name] for name in names]), raw.columns.values(), strict=True
            )
        }
        return columns, encoding, guess
    cells = [value for column in raw.columns.values() for value in column if value is not None]
    mended, encoding = repaired(cells)
    if not encoding:
        guess = Guess("encoding", UTF_8, Confidence.CERTAIN, (fact("unicode"),))
        return raw.columns, UTF_8, guess
    texts_of = dict(zip(cells, mended, strict=True))
    columns = {
        name: [None if value is None else texts_of[value] for value in column]
        for name, column in raw.columns.items()
    }
    facts = (fact("read_as_latin_1", encoding=encoding, texts=len(cells)),)
    return columns, encoding, Guess("encoding", encoding, Confidence.PROBABLE, facts)


def _table(
    called: str,
    layer: str,
    columns: dict[str, list[str | None]],
    rows: int,
    answers: Mapping[str, str],
    *,
    table: bool,
) -> tuple[Table, Signature, list[Guess]]:
    path = PurePosixPath(called)
    names = tuple(dict.fromkeys((path.stem, layer, path.name)))
    folders = tuple(reversed([PurePosixPath(part).stem for part in path.parts[:-1]]))
    signature, guess = find_dataset(
        list(columns), (*names, *folders), table=table, chosen=answers.get("dataset", "")
    )
    return Table(columns, rows, names, folders), signature, [guess]


def _placed(
    found: OfficialZones,
    declared: str,
    source: str,
    names: Sequence[str],
    answers: Mapping[str, str],
    context: QgsProcessingContext,
    monitor: Monitor,
) -> OfficialZones:
    """Give the rows of a layer their shapes, and those that state no province the one they lie in."""
    decision = _decide(found, declared, source, names, answers.get("crs", ""), context, monitor)
    found.guesses.append(decision.guess)
    found.source_crs = decision.authid
    if not decision.authid:
        if any(geometry is not None for geometry in found.geometry):
            found.asked = decision.guess
        found.shapes = [
            Shape(reason="no_geometry" if geometry is None else "crs_unknown") for geometry in found.geometry
        ]
        return found
    reader = ShapeReader(crs_of(decision.authid), decision.swapped, context)
    for row, geometry in enumerate(found.geometry):
        if row % _EACH == 0:
            monitor.progress(row / len(found.geometry))
        shape = reader.read(geometry)
        found.shapes.append(shape)
        if shape.kind == POLYGON:
            found.zones.area[row] = shape.area
            if shape.repaired:
                found.zones.evidence[row]["repaired"] = shape.repaired
            if shape.slivers:
                found.zones.evidence[row]["slivers"] = str(shape.slivers)
    _locate(found)
    return found


def _decide(
    found: OfficialZones,
    declared: str,
    source: str,
    names: Sequence[str],
    chosen: str,
    context: QgsProcessingContext,
    monitor: Monitor,
) -> Decision:
    step = max(1, len(found.geometry) // SAMPLE)
    sample: list[tuple[float, float, str]] = []
    for row in range(0, len(found.geometry), step):
        monitor.progress(0.0)
        geometry = found.geometry[row]
        place = None if geometry is None else place_of(geometry)
        if place is not None:
            sample.append((*place, found.zones.sido[row] or ""))

    def project(authid: str, x: FloatArray, y: FloatArray) -> tuple[FloatArray, FloatArray]:
        degrees = crs_of(LONGITUDE_LATITUDE)
        return transform_points(x, y, crs_of(authid), degrees, context, Monitor())

    return decide_system(
        Places(
            np.array([x for x, _, _ in sample]),
            np.array([y for _, y, _ in sample]),
            [sido for _, _, sido in sample],
        ),
        project,
        declared=declared,
        source=source,
        name=" ".join(names),
        chosen=chosen,
    )


def _locate(found: OfficialZones) -> None:
    """Tell the province of rows that state none by where they lie, unless it is near a border."""
    rows = [
        row
        for row, (sido, shape) in enumerate(zip(found.zones.sido, found.shapes, strict=True))
        if sido is None and shape.geometry is not None
    ]
    places: list[Any] = [place_of(found.shapes[row].geometry) or (np.nan, np.nan) for row in rows]
    xy = np.array(places, dtype=np.float64).reshape(-1, 2)
    for row, names in zip(rows, provinces_at(xy[:, 0], xy[:, 1]), strict=True):
        if len(names) == 1:
            (found.zones.sido[row],) = names
            found.zones.evidence[row]["sido"] = "place"
        elif names:
            found.zones.evidence[row]["sido"] = f"place: {'/'.join(sorted(names))}?"
