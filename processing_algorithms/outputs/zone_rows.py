"""The rows of the outputs of `importzones`, collected file by file: zones, rejects, guesses."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from qgis.core import QgsGeometry
from qgis.PyQt.QtCore import QMetaType

from ...analysis.zones.catalogue import zone_types
from ...analysis.zones.guesses import QUESTIONS, Guess
from ..inputs.official_zones import OfficialZones
from ..measures.measuring import LONGITUDE_LATITUDE
from ..measures.zone_shapes import POINT, POLYGON, Shape
from .zone_sentences import PARAMETERS, evidence_text, zone_reasons

INTEGER, REAL, TEXT = QMetaType.Type.Int, QMetaType.Type.Double, QMetaType.Type.QString

ZONE_FIELDS = (
    ("zone_id", TEXT),
    ("name_ko", TEXT),
    ("name_en", TEXT),
    ("zone_type", TEXT),
    ("law", TEXT),
    ("authority", TEXT),
    ("year", INTEGER),
    ("sido", TEXT),
    ("area_m2", REAL),
    ("source_file", TEXT),
    ("encoding", TEXT),
    ("source_crs", TEXT),
    ("evidence", TEXT),
)
REJECT_FIELDS = (
    ("source_file", TEXT),
    ("row", INTEGER),
    ("zone_id", TEXT),
    ("name_ko", TEXT),
    ("reason", TEXT),
    ("reason_text", TEXT),
    ("source_crs", TEXT),
    ("attributes", TEXT),
    ("geometry_text", TEXT),
)
GUESS_FIELDS = (
    ("source_file", TEXT),
    ("question", TEXT),
    ("guess", TEXT),
    ("confidence", TEXT),
    ("evidence", TEXT),
    ("alternatives", TEXT),
    ("parameter", TEXT),
    ("override", TEXT),
)


@dataclass
class CollectedZones:
    """The rows of all files: `zones` and `nodes` as pairs of geometry and values of ZONE_FIELDS, `rejects`
    and `guesses` as values of theirs; the counts of rows read, shapes repaired and slivers left away.
    """

    zones: list[tuple[QgsGeometry, tuple[Any, ...]]] = field(default_factory=list)
    nodes: list[tuple[QgsGeometry, tuple[Any, ...]]] = field(default_factory=list)
    rejects: list[tuple[Any, ...]] = field(default_factory=list)
    guesses: list[tuple[Any, ...]] = field(default_factory=list)
    files: int = 0
    rows: int = 0
    rejected_rows: int = 0
    repaired: int = 0
    slivers: int = 0
    asked: list[tuple[str, Guess]] = field(default_factory=list)
    seen: set[tuple[Any, ...]] = field(default_factory=set)
    ids: Counter[str] = field(default_factory=Counter)

    def add(self, found: OfficialZones, unread: int = 0) -> None:
        """Add the rows of a file to those of the files before it; `unread` rows it promises and has not."""
        self.files += 1
        self.rows += len(found.shapes)
        if found.asked is not None:
            self.asked.append((found.called, found.asked))
        for guess in sorted((*found.guesses, *found.zones.guesses), key=_order):
            self.guesses.append(
                (
                    found.called,
                    guess.question,
                    guess.answer or None,
                    str(guess.confidence),
                    evidence_text(guess),
                    ", ".join(guess.alternatives) or None,
                    PARAMETERS.get(guess.question, "OVERRIDES"),
                    None,
                )
            )
        sentences = zone_reasons()
        for row, shape in enumerate(found.shapes):
            values = self._values(found, row, shape)
            if values is not None:
                target = self.zones if shape.kind == POLYGON else self.nodes
                target.append((shape.geometry or QgsGeometry(), values))
                self.repaired += bool(shape.repaired)
                self.slivers += shape.slivers
                continue
            self.rejected_rows += 1
            reason = shape.reason or "duplicate"
            self.rejects.append(_reject(found, row, reason, sentences[reason]))
        if unread:
            text = f"{sentences['unread_rows']} ({unread})"
            self.reject_file(found.called, "unread_rows", text)

    def _values(self, found: OfficialZones, row: int, shape: Shape) -> tuple[Any, ...] | None:
        """Return the values of ZONE_FIELDS; None for a row that is no zone, or that was there before."""
        zones = found.zones
        if shape.geometry is None or shape.reason:
            return None
        same = (
            zones.zone_id[row],
            zones.name_ko[row],
            zones.zone_type[row],
            bytes(shape.geometry.asWkb()),
        )
        if same in self.seen:
            return None
        self.seen.add(same)
        evidence = dict(zones.evidence[row])
        own = zones.zone_id[row]
        wanted = own or f"{Path(found.called).stem}-{row + 1}"
        identifier = self._unused(wanted)
        if own is None:
            evidence["zone_id"] = "row"
        elif identifier != wanted:
            evidence["zone_id"] += f" ({wanted})"
        if shape.kind == POINT and zones.area[row] is not None:
            evidence["area_m2"] = "stated"
        evidence |= {
            guess.question: f"{guess.answer} ({guess.confidence})"
            for guess in found.guesses
            if guess.question in ("dataset", "encoding", "crs")
        }
        kind = zone_types().get(zones.zone_type[row] or "")
        return (
            identifier,
            zones.name_ko[row],
            zones.name_en[row],
            zones.zone_type[row],
            kind.law or None if kind else None,
            kind.authority or None if kind else None,
            zones.year[row],
            zones.sido[row],
            zones.area[row],
            found.called,
            found.encoding,
            found.source_crs,
            "; ".join(f"{name}: {how}" for name, how in evidence.items()),
        )

    def _unused(self, wanted: str) -> str:
        """Return an id that no zone has yet, and give it away."""
        identifier = wanted
        while identifier in self.ids:
            self.ids[wanted] += 1
            identifier = f"{wanted}#{self.ids[wanted]}"
        self.ids[identifier] = 1
        return identifier

    def reject_file(self, called: str, reason: str, text: str) -> None:
        """Add a reject that stands for a file, or for rows of it that nobody can see."""
        self.rejects.append((called, None, None, None, reason, text, None, None, None))

    def reject_nodes(self) -> None:
        """Make rejects of the points, where nobody wants them as nodes: none is lost without a word."""
        text = zone_reasons()["point_among_polygons"]
        names = [name for name, _ in ZONE_FIELDS]
        for geometry, values in self.nodes:
            row = dict(zip(names, values, strict=True))
            self.rejects.append(
                (
                    row["source_file"],
                    None,
                    row["zone_id"],
                    row["name_ko"],
                    "point_among_polygons",
                    text,
                    LONGITUDE_LATITUDE,
                    json.dumps(row, ensure_ascii=False),
                    geometry.asWkt(),
                )
            )
        self.rejected_rows += len(self.nodes)


def _order(guess: Guess) -> int:
    return QUESTIONS.index(guess.question)


def _reject(found: OfficialZones, row: int, reason: str, text: str) -> tuple[Any, ...]:
    geometry = found.geometry[row]
    return (
        found.called,
        row + 1,
        found.zones.zone_id[row],
        found.zones.name_ko[row],
        reason,
        text,
        found.source_crs or None,
        json.dumps({name: column[row] for name, column in found.columns.items()}, ensure_ascii=False),
        None if geometry is None else geometry.asWkt(),
    )
