"""Rows of addresses as Python has them, and what is true of them, one after the other."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import numpy as np
from hypothesis import strategies

from innovation_clusters.analysis.address_tables import AddressColumns
from innovation_clusters.analysis.addresses import REASONS
from innovation_clusters.analysis.at_source.answers import LabelledPlaces, Patterns, Places

# Column names that SQL would read as something else.
NAMES = {
    "number": "NUMBER",
    "x": 'Longi"tude',
    "y": "위 도",
    "record": "Rec'ord",
    "weight": "select",
    "economy": "x",
    "organisation": "기관;--",
    "field": "label",
}

Key = tuple[float, float, int, str, str, str, bool]


@dataclass(frozen=True)
class Row:
    x: float | None
    y: float | None
    record: str | None = None
    weight: float = 1.0
    economy: str | None = None
    organisation: str | None = None
    field: str | None = None


@dataclass(frozen=True)
class Table:
    """Rows, and which of the columns are chosen beside the coordinates."""

    rows: list[Row]
    chosen: frozenset[str]

    def columns(self) -> AddressColumns:
        named = {name: NAMES[name] if name in self.chosen else "" for name in NAMES}
        return AddressColumns(
            NAMES["x"],
            NAMES["y"],
            "",
            "EPSG:4326",
            named["record"],
            named["weight"],
            "",
            named["economy"],
            named["organisation"],
            named["field"],
        )

    def column(self, name: str) -> list[Any]:
        return [getattr(row, name) for row in self.rows]


def tables() -> strategies.SearchStrategy[Table]:
    coordinates = [None, math.nan, math.inf, -math.inf, 0.0, -0.0, 180.0, -180.0, 1e-300, 200.0, 0.1 + 0.2]
    texts = [None, "", " ", "a", " a", "a\u3000", "b", "o'b\"c", "한글", "\\x41", "NULL", "a,b\nc", "%s"]
    row = strategies.builds(
        Row,
        strategies.sampled_from(coordinates),
        strategies.sampled_from([None, math.nan, 0.0, 1.0 / 3.0, 90.0]),
        strategies.sampled_from([*texts, "c", "d", "e"]),
        strategies.sampled_from([0.0, 1.0, 2.0, 0.1, 1.0 / 3.0, 2.5, 1e-12, 123456.75]),
        *([strategies.sampled_from(texts)] * 3),
    )
    chosen = strategies.sets(
        strategies.sampled_from(["record", "weight", "economy", "organisation", "field"])
    )
    return strategies.builds(Table, strategies.lists(row, max_size=40), chosen.map(frozenset))


@dataclass
class Group:
    rows: int = 0
    addresses: Fraction = Fraction(0)
    fraction: float = 0.0
    first: int = -1


def expected_groups(table: Table) -> dict[Key, Group]:
    """Return what `Places` should hold; the same place under two names is one."""
    wholes = expected_wholes(table)
    groups: dict[Key, Group] = defaultdict(Group)
    for number, row in enumerate(table.rows):
        group = groups[key_of(table, row)]
        group.rows += 1
        group.addresses += weight_of(table, row)
        group.fraction += fraction_of(table, row, wholes)
        group.first = number if group.first < 0 else group.first
    return dict(groups)


def expected_wholes(table: Table) -> dict[str, Fraction]:
    wholes: dict[str, Fraction] = defaultdict(Fraction)
    for row in table.rows:
        if record := record_of(row):
            wholes[record] += weight_of(table, row)
    return wholes


def weight_of(table: Table, row: Row) -> Fraction:
    # What engines add are units of 2**-60.
    return (
        Fraction(math.floor(Fraction(row.weight) * 2**60), 2**60) if "weight" in table.chosen else Fraction(1)
    )


def fraction_of(table: Table, row: Row, wholes: dict[str, Fraction]) -> float:
    weight = weight_of(table, row)
    if "record" not in table.chosen:
        return float(weight)
    record = record_of(row)
    return float(weight / wholes[record]) if record and wholes[record] else 0.0


def record_of(row: Row) -> str:
    return (row.record or "").strip()


def fault_of(row: Row) -> int:
    if row.x is None or row.y is None:
        return REASONS.index("coordinate_missing")
    return 0 if math.isfinite(row.x) and math.isfinite(row.y) else REASONS.index("coordinate_not_finite")


def key_of(table: Table, row: Row) -> Key:
    fault = fault_of(row)
    # 0.0 and -0.0 are equal to Python too; of a place that is none only the fault counts.
    x, y = (0.0, 0.0) if fault or row.x is None or row.y is None else (row.x + 0.0, row.y + 0.0)
    stated = [
        " ".join((getattr(row, name) or "").split()) if name in table.chosen else ""
        for name in ("economy", "organisation", "field")
    ]
    recorded = "record" not in table.chosen or bool(record_of(row))
    return (x, y, fault, stated[0], stated[1], stated[2], recorded)


def keys_of(places: Places) -> list[Key]:
    stated = [
        [""] * len(places)
        if coded is None
        else [coded.names[code] if code >= 0 else "" for code in coded.code.tolist()]
        for coded in (places.economy, places.organisation, places.field)
    ]
    numbers = zip(
        places.x.tolist(),
        places.y.tolist(),
        places.fault.tolist(),
        *stated,
        places.recorded.tolist(),
        strict=True,
    )
    return [(0.0, 0.0, *rest) if rest[0] else (x + 0.0, y + 0.0, *rest) for x, y, *rest in numbers]


def label_of(key: Key) -> int:
    """Return the cluster of a place: any will do, the same for the same place."""
    return {0.0: 0, 180.0: 1, -180.0: 1, 1e-300: 2}.get(key[0], -1)


def economy_of(key: Key) -> int:
    return {"": -1, "a": 0, "b": 1}.get(key[3], 2)


def labelled(places: Places) -> LabelledPlaces:
    """Return the places that are located, with clusters and economies."""
    keys = keys_of(places)
    at = np.flatnonzero((places.fault == 0) & places.recorded)
    return LabelledPlaces(
        places,
        at,
        np.array([label_of(keys[place]) for place in at], dtype=np.int64),
        np.array([economy_of(keys[place]) for place in at], dtype=np.int64),
    )


def expected_patterns(table: Table) -> Counter[Any]:
    entries: dict[str, dict[tuple[int, int], Fraction]] = defaultdict(lambda: defaultdict(Fraction))
    for row in table.rows:
        record, weight = record_of(row), weight_of(table, row)
        if record and weight and not fault_of(row):
            key = key_of(table, row)
            entries[record][label_of(key), economy_of(key)] += weight
    wholes = expected_wholes(table)
    return Counter(
        (
            _rounded(whole),
            frozenset((*place, _rounded(addresses)) for place, addresses in entries[record].items()),
        )
        for record, whole in wholes.items()
        if whole
    )


def counted_patterns(patterns: Patterns) -> Counter[Any]:
    entries: dict[int, set[tuple[int, int, float]]] = defaultdict(set)
    for pattern, label, economy, addresses in zip(
        *(each.tolist() for each in (patterns.pattern, patterns.label, patterns.economy, patterns.addresses)),
        strict=True,
    ):
        entries[pattern].add((label, economy, _rounded(addresses)))
    counted: Counter[Any] = Counter()
    for pattern, (whole, times) in enumerate(
        zip(patterns.whole.tolist(), patterns.times.tolist(), strict=True)
    ):
        counted[_rounded(whole), frozenset(entries[pattern])] += times
    return counted


def expected_full_counts(table: Table) -> dict[Key, float]:
    of_cluster: dict[tuple[str, int], Fraction] = defaultdict(Fraction)
    taking_part = [
        (key_of(table, row), record_of(row), weight_of(table, row))
        for row in table.rows
        if record_of(row)
        and not fault_of(row)
        and weight_of(table, row)
        and label_of(key_of(table, row)) >= 0
    ]
    for key, record, weight in taking_part:
        of_cluster[record, label_of(key)] += weight
    counts: dict[Key, float] = defaultdict(float)
    for key, record, weight in taking_part:
        counts[key] += float(weight / of_cluster[record, label_of(key)])
    return counts


def _rounded(number: Fraction | float) -> float:
    return round(float(number), 9)
