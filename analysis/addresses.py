"""Which rows are addresses that can be clustered, and why the others are not."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from .countries import Countries
from .economies import economy_codes
from .monitor import Monitor
from .wkb import Form

PAYERS = Path(__file__).resolve().parent.parent / "resources" / "reference" / "payers.csv"

ACCEPTED = 0

REASONS = (
    "",
    "excluded",
    "no_geometry",
    "several_points",
    "not_a_point",
    "coordinate_missing",
    "coordinate_not_a_number",
    "coordinate_not_finite",
    "latitude_out_of_range",
    "longitude_out_of_range",
    "zero_coordinates",
    "transformation_failed",
    "weight_missing",
    "weight_not_a_number",
    "weight_not_finite",
    "weight_negative",
    "record_missing",
    "economy_unknown_form",
    "payer",
    "outside_economy",
)
"""Codes of the reasons, in the order in which they are looked for: a row with several faults has the first.

The number of a reason is its place here; place 0 is no reason, an accepted row.
excluded: the user's own condition.
no_geometry, several_points, not_a_point: from layers; no geometry or an empty one, more than one point in a
row,
    a line or polygon.
coordinate_missing, coordinate_not_a_number: from tables; empty, text that is no number.
coordinate_not_finite: NaN or infinite.
latitude_out_of_range, longitude_out_of_range: beyond ±90 or ±180 degrees.
zero_coordinates: both coordinates are exactly 0, where failed geocoding ends up.
transformation_failed: the coordinate lies outside the area of its reference system.
weight_missing, weight_not_a_number, weight_not_finite, weight_negative; record_missing.
economy_unknown_form: not two letters. An empty economy is no fault: the place still counts.
payer: an organisation that pays for research but does none at its seat.
outside_economy: farther from the stated economy than the tolerance.
"""

NUMBER, MISSING, TEXT, NOT_FINITE = range(4)

# What a row has instead of coordinates, by the form of its geometry and by what `numbers_of` says of two
# numbers.
FORM_FAULTS = {
    Form.NOTHING: "no_geometry",
    Form.SEVERAL_POINTS: "several_points",
    Form.NOT_A_POINT: "not_a_point",
}
STATE_FAULTS = {
    MISSING: "coordinate_missing",
    TEXT: "coordinate_not_a_number",
    NOT_FINITE: "coordinate_not_finite",
}

_NUMBER = re.compile(r"[+-]?(\d+([.,]\d*)?|[.,]\d+)([eE][+-]?\d+)?", re.ASCII)
_NOT_FINITE = re.compile(r"[+-]?(nan|inf(inity)?)", re.ASCII | re.IGNORECASE)

Place = Callable[[NDArray[np.float64], NDArray[np.float64]], tuple[NDArray[np.float64], NDArray[np.float64]]]


def numbers_of(values: NDArray[np.object_]) -> tuple[NDArray[np.float64], NDArray[np.uint8]]:
    """Return float64[n], NaN where there is no finite number, and uint8[n] of NUMBER, MISSING, TEXT,
    NOT_FINITE.

    Text is read as a number with a decimal point or a decimal comma ("37.5", "37,5"), but without signs
    between thousands; None and empty text are missing.
    """
    known: dict[object, tuple[float, int]] = {}
    pairs = []
    for value in _cells(values):
        pair = known.get(value)
        if pair is None:
            pair = known[value] = _number_of(value)
        pairs.append(pair)
    read = np.array(pairs, dtype=np.float64).reshape(-1, 2)
    return read[:, 0].copy(), read[:, 1].astype(np.uint8)


def _number_of(value: object) -> tuple[float, int]:
    if value is None:
        return np.nan, MISSING
    if isinstance(value, str):
        text = value.strip().replace("−", "-")
        if not text:
            return np.nan, MISSING
        if _NOT_FINITE.fullmatch(text):
            return np.nan, NOT_FINITE
        if not _NUMBER.fullmatch(text):
            return np.nan, TEXT
        value = text.replace(",", ".")
    try:
        number = float(value)  # type: ignore[arg-type]  # whatever a table can hold
    except (TypeError, ValueError):
        return np.nan, TEXT
    return (number, NUMBER) if np.isfinite(number) else (np.nan, NOT_FINITE)


@dataclass(frozen=True)
class Judgement:
    """What became of n rows.

    reasons: uint8[n], places in REASONS; longitude, latitude: float64[n] degrees, NaN where rejected before
    they were known; weights: float64[n], 1 where no weights are given; economies: object[n], the codes in
    capitals, None where unknown; unchecked: how many accepted rows state an economy of which there is no
    outline.
    """

    reasons: NDArray[np.uint8]
    longitude: NDArray[np.float64]
    latitude: NDArray[np.float64]
    weights: NDArray[np.float64]
    economies: NDArray[np.object_]
    unchecked: int = 0

    @property
    def accepted(self) -> NDArray[np.bool_]:
        """bool[n], whether a row can be used."""
        return np.equal(self.reasons, ACCEPTED)

    def counts(self, rows: NDArray[np.int64] | None = None) -> dict[str, int]:
        """Return how many rows were rejected for each reason that occurs, in the order of REASONS.

        rows: int64[n], how many each stands for, 1 where left out.
        """
        counts = np.bincount(self.reasons, weights=rows, minlength=len(REASONS)).astype(np.int64).tolist()
        return {reason: count for reason, count in zip(REASONS, counts, strict=True) if reason and count}


def judge(
    x: NDArray[np.float64] | NDArray[np.object_],
    y: NDArray[np.float64] | NDArray[np.object_],
    *,
    geographic: bool = True,
    form: NDArray[np.uint8] | None = None,
    faults: NDArray[np.uint8] | None = None,
    to_degrees: Place | None = None,
    excluded: NDArray[np.bool_] | None = None,
    weights: NDArray[np.object_] | None = None,
    records: NDArray[np.object_] | None = None,
    economies: NDArray[np.object_] | None = None,
    organisations: NDArray[np.object_] | None = None,
    payers: Payers | None = None,
    countries: Countries | None = None,
    tolerance: float = 10_000.0,
    monitor: Monitor | None = None,
) -> Judgement:
    """Decide on every row.

    x, y: float64[n] of a layer, or object[n] as a table holds them; `geographic` says that they are degrees
    of longitude and latitude. form: uint8[n] of Form, for layers. faults: uint8[n], places in REASONS, what
    was found wrong where the coordinates were read as numbers, 0 for nothing. to_degrees: takes x, y to
    longitude and latitude, NaN where it cannot. excluded: bool[n]. weights, records, economies,
    organisations: object[n] with None for an empty cell, each looked at only where given; `payers` and
    `countries` need organisations and economies. tolerance: metres.

    Raises Cancelled.
    """
    monitor = monitor or Monitor()
    count = len(x)
    reasons = np.zeros(count, dtype=np.uint8)

    def reject(rows: NDArray[np.bool_], reason: str) -> None:
        reasons[rows & (reasons == ACCEPTED)] = REASONS.index(reason)

    if excluded is not None:
        reject(excluded, "excluded")
    if form is not None:
        for kind, reason in FORM_FAULTS.items():
            reject(form == kind, reason)
    if faults is not None:
        reasons = np.where(reasons == ACCEPTED, faults, reasons)

    plain_x, states_x = _coordinates(x)
    monitor.progress(0.1)
    plain_y, states_y = _coordinates(y)
    monitor.progress(0.2)
    for state, reason in STATE_FAULTS.items():
        reject((states_x == state) | (states_y == state), reason)
        monitor.check()
    if geographic:
        reject(np.abs(plain_y) > 90.0, "latitude_out_of_range")
        reject(np.abs(plain_x) > 180.0, "longitude_out_of_range")
    reject((plain_x == 0.0) & (plain_y == 0.0), "zero_coordinates")
    monitor.progress(0.4)

    placed = reasons == ACCEPTED
    longitude, latitude = np.full(count, np.nan), np.full(count, np.nan)
    monitor.check()
    if to_degrees is None:
        longitude[placed], latitude[placed] = plain_x[placed], plain_y[placed]
    else:
        longitude[placed], latitude[placed] = to_degrees(plain_x[placed], plain_y[placed])
        reject(~(np.isfinite(longitude) & np.isfinite(latitude)), "transformation_failed")
        reject((np.abs(longitude) > 180.0) | (np.abs(latitude) > 90.0), "transformation_failed")
    monitor.progress(0.5)

    plain_weights: NDArray[np.float64] = np.broadcast_to(np.float64(1.0), count)
    if weights is not None:
        plain_weights, states = numbers_of(weights)
        reject(states == MISSING, "weight_missing")
        reject(states == TEXT, "weight_not_a_number")
        reject(states == NOT_FINITE, "weight_not_finite")
        reject(plain_weights < 0.0, "weight_negative")
    if records is not None:
        reject(~_filled(records), "record_missing")
    codes: NDArray[np.object_] = np.broadcast_to(np.array(None, dtype=object), count)
    if economies is not None:
        codes, known_form = economy_codes(economies)
        reject(~known_form, "economy_unknown_form")
    if payers is not None and organisations is not None:
        reject(payers.among(organisations), "payer")
    monitor.progress(0.6)

    unchecked = 0
    if countries is not None and economies is not None:
        rows = np.flatnonzero((reasons == ACCEPTED) & (codes != None))  # noqa: E711 (elementwise)
        outside, unknown = countries.outside(
            longitude[rows], latitude[rows], codes[rows], tolerance, monitor.part(0.6, 1.0)
        )
        far = np.zeros(count, dtype=bool)
        far[rows] = outside
        reject(far, "outside_economy")
        unchecked = int(np.count_nonzero(unknown))
    monitor.progress(1.0)
    return Judgement(reasons, longitude, latitude, plain_weights, codes, unchecked)


def repeated(
    records: NDArray[np.object_] | None, longitude: NDArray[np.float64], latitude: NDArray[np.float64]
) -> int:
    """Return how many of n rows repeat record and coordinate of an earlier row.

    They are no fault: two inventors of one application may share an address.
    """
    if records is None:
        return 0
    _, numbers = np.unique([str(record) for record in records.tolist()], return_inverse=True)
    keys = np.column_stack([numbers.ravel().astype(np.float64), longitude, latitude])
    order = np.lexsort(keys.T)
    return int(np.count_nonzero((np.diff(keys[order], axis=0) == 0.0).all(axis=1)))


class Payers:
    """Organisations that pay for research but do none at their seat, by exact name or ROR identifier."""

    def __init__(self, names: Sequence[str], ror_ids: Sequence[str]) -> None:
        self._names = {_plain(name) for name in (*names, *ror_ids)} - {""}

    @classmethod
    def read(cls, path: Path = PAYERS) -> Payers:
        """Read a table with the columns name and ror_id; by default the one that comes with the plugin."""
        with path.open(encoding="utf-8-sig", newline="") as lines:
            rows = list(csv.DictReader(lines))
        return cls([row["name"] for row in rows], [row["ror_id"] for row in rows])

    def __len__(self) -> int:
        return len(self._names)

    def among(self, organisations: NDArray[np.object_]) -> NDArray[np.bool_]:
        """Return bool[n], whether an organisation, given by name or ROR identifier, is a payer."""
        known: dict[object, bool] = {}
        cells = _cells(organisations)
        for organisation in set(cells):
            known[organisation] = organisation is not None and _plain(str(organisation)) in self._names
        return np.fromiter((known[organisation] for organisation in cells), bool, len(cells))


def _plain(name: str) -> str:
    """Return a name for comparison: without case, outer space and the web address of a ROR identifier."""
    name = " ".join(name.split()).casefold()
    return re.sub(r"^(https?://)?(www\.)?ror\.org/", "", name)


def _coordinates(
    values: NDArray[np.float64] | NDArray[np.object_],
) -> tuple[NDArray[np.float64], NDArray[np.uint8]]:
    if values.dtype == object:
        return numbers_of(values.astype(object, copy=False))
    finite = np.isfinite(values)
    return np.where(finite, values, np.nan), np.where(finite, NUMBER, NOT_FINITE).astype(np.uint8)


def _cells(values: NDArray[np.object_]) -> list[object]:
    """Return values as something that can be looked up: a table may hold lists and dates too."""
    return [value if isinstance(value, str | int | float | None) else str(value) for value in values.tolist()]


def _filled(values: NDArray[np.object_]) -> NDArray[np.bool_]:
    return np.fromiter(
        (value is not None and str(value).strip() != "" for value in values.tolist()), bool, len(values)
    )
