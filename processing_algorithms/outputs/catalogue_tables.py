"""The catalogue of zones as rows of layers: what each table has and how its columns are filled."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from qgis.core import QgsFields
from qgis.PyQt.QtCore import QMetaType

from ...analysis.zones.catalogue import ZoneType, joined, provinces, zone_groups
from ...analysis.zones.rules import Case, Reading, Rule, Rules
from ..layers.columns import Column
from ..layers.fields import fields_of

WHOLE, REAL, TEXT = QMetaType.Type.Int, QMetaType.Type.Double, QMetaType.Type.QString
FLAG = QMetaType.Type.Bool

# Between provinces of a zone that lies in several, as the names of zones have it.
PROVINCES = "/"

_SQUARE_METRES = 1_000_000.0

# A field with its type and what fills it.
Cell = tuple[str, QMetaType.Type, Callable[[Any], Any]]


def own(*names: str) -> tuple[Cell, ...]:
    """Return text fields that are called as what they hold."""
    return tuple((name, TEXT, lambda row, name=name: getattr(row, name)) for name in names)


def table(cells: Sequence[Cell], rows: Sequence[Any]) -> tuple[QgsFields, list[Column]]:
    """Return the fields of a table and its columns."""
    fields = fields_of([(name, kind) for name, kind, _ in cells])
    return fields, [[value(row) for row in rows] for _, _, value in cells]


def member_cells(types: Mapping[str, ZoneType]) -> tuple[Cell, ...]:
    """Return the fields of zones; names are those of imported zones where these have them too."""
    return (
        *own("zone_id", "name_ko", "name_en"),
        ("zone_type", TEXT, lambda row: row.type_id),
        ("type_ko", TEXT, lambda row: types[row.type_id].name_ko),
        ("type_en", TEXT, lambda row: types[row.type_id].name_en),
        ("law", TEXT, lambda row: types[row.type_id].law),
        ("article", TEXT, lambda row: types[row.type_id].article),
        ("authority", TEXT, lambda row: types[row.type_id].authority),
        ("year", WHOLE, lambda row: row.year),
        ("date", TEXT, lambda row: row.date),
        ("lifted", WHOLE, lambda row: row.lifted),
        ("sido", TEXT, lambda row: PROVINCES.join(row.provinces)),
        *own("municipality", "sector_ko", "sector_en"),
        ("area_m2", REAL, lambda row: None if row.area_km2 is None else row.area_km2 * _SQUARE_METRES),
        ("approximate", FLAG, lambda row: True if row.place else None),
        ("position", TEXT, lambda row: row.place.position if row.place else None),
        ("uncertainty_m", REAL, lambda row: row.place.uncertainty if row.place else None),
        ("complex", TEXT, lambda row: row.place.complex_id if row.place else None),
        *own("source", "note"),
    )


def type_cells(counted: Mapping[str, int]) -> tuple[Cell, ...]:
    """Return the fields of types; `counted` are the zones of each that the catalogue has."""
    groups = zone_groups()
    return (
        ("zone_type", TEXT, lambda row: row.type_id),
        ("group_ko", TEXT, lambda row: groups[row.group].name_ko),
        ("group_en", TEXT, lambda row: groups[row.group].name_en),
        *own("name_ko", "name_en"),
        ("other_names", TEXT, lambda row: joined(row.other_names)),
        *own("law", "law_en", "article"),
        ("since", WHOLE, lambda row: row.since),
        *own("authority", "authority_en"),
        ("zones", WHOLE, lambda row: row.count),
        ("area_km2", REAL, lambda row: row.area_km2),
        ("zones_here", WHOLE, lambda row: counted.get(row.type_id, 0)),
        *own("confidence", "source", "note_ko", "note_en"),
    )


def cluster_cells() -> tuple[Cell, ...]:
    """Return the fields of national innovation clusters."""
    known = provinces()
    return (
        *own("zone_id"),
        ("sido", TEXT, lambda row: row.province),
        ("sido_en", TEXT, lambda row: known[row.province].name_en),
        *own("field_ko", "field_en", "sector_ko", "sector_en"),
        *own("phase_1_ko", "phase_1_en", "phase_2_ko", "phase_2_en", "source", "note"),
    )


def budget_cells() -> tuple[Cell, ...]:
    """Return the fields of budgets."""
    return (
        *own("item", "item_ko", "item_en"),
        ("year", WHOLE, lambda row: row.year),
        ("phase", WHOLE, lambda row: row.phase),
        ("krw_100m", REAL, lambda row: row.krw_100m),
        *own("source"),
    )


def renovation_cells() -> tuple[Cell, ...]:
    """Return the fields of renovation clusters."""
    return (
        ("number", WHOLE, lambda row: row.number),
        *own("name_ko", "name_en"),
        ("sido", TEXT, lambda row: row.province),
        *own("theme_ko", "theme_en", "base_ko", "base_en", "nodes_ko", "nodes_en"),
        *own("fund_ko", "fund_en", "housing_ko", "housing_en"),
        ("approximate", FLAG, lambda row: True),
        ("position", TEXT, lambda row: row.place.position),
        ("uncertainty_m", REAL, lambda row: row.place.uncertainty),
        *own("source"),
    )


def rule_rows(rules: Sequence[Rule]) -> list[tuple[Rule, Reading, int, Case]]:
    """Return a row for every case of every requirement, numbered within its reading."""
    return [
        (rule, reading, number, case)
        for rule in rules
        for reading in rule.readings
        for number, cases in enumerate(reading.requirements, start=1)
        for case in cases
    ]


def rule_cells(rules: Rules) -> tuple[Cell, ...]:
    """Return the fields of the rows of `rule_rows`."""
    facts = rules.facts
    return (
        ("rule", TEXT, lambda row: row[0].id),
        ("zone_types", TEXT, lambda row: joined(row[0].zone_types)),
        ("kind", TEXT, lambda row: row[0].kind),
        ("name_ko", TEXT, lambda row: row[0].name_ko),
        ("name_en", TEXT, lambda row: row[0].name_en),
        ("reading_ko", TEXT, lambda row: row[1].name_ko),
        ("reading_en", TEXT, lambda row: row[1].name_en),
        ("requirement", WHOLE, lambda row: row[2]),
        ("fact", TEXT, lambda row: row[3].fact),
        ("fact_ko", TEXT, lambda row: facts[row[3].fact].name_ko),
        ("fact_en", TEXT, lambda row: facts[row[3].fact].name_en),
        ("known_by", TEXT, lambda row: facts[row[3].fact].known_by),
        ("condition", TEXT, lambda row: condition_text({**row[1].when, **row[3].when})),
        ("comparison", TEXT, lambda row: row[3].comparison),
        ("limit", TEXT, lambda row: value_text(row[3].limit)),
        ("unit", TEXT, lambda row: facts[row[3].fact].unit),
        ("limit_stated", TEXT, lambda row: row[3].stated),
        ("law", TEXT, lambda row: row[0].law),
        ("article", TEXT, lambda row: row[0].article),
        ("text_ko", TEXT, lambda row: row[0].text_ko),
        ("text_en", TEXT, lambda row: row[0].text_en),
        ("text_is", TEXT, lambda row: row[0].text_is),
        ("confidence", TEXT, lambda row: row[0].confidence),
        ("source_ko", TEXT, lambda row: row[0].source_ko),
        ("source_en", TEXT, lambda row: row[0].source_en),
        ("note_ko", TEXT, lambda row: row[0].note_ko),
        ("note_en", TEXT, lambda row: row[0].note_en),
    )


def condition_text(when: Mapping[str, Any]) -> str:
    """Return a condition as rules.json has it, in one line: province_class=metropolitan_city."""
    parts = []
    for fact, wanted in when.items():
        if isinstance(wanted, dict):
            parts += [f"{fact} {comparison} {value_text(limit)}" for comparison, limit in wanted.items()]
        else:
            values = wanted if isinstance(wanted, list) else [wanted]
            parts.append(f"{fact}={'|'.join(value_text(value) for value in values)}")
    return "; ".join(parts)


def value_text(value: Any) -> str:
    """Return a limit or a value as text: yes and no for what is true and false."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:.10g}" if isinstance(value, int | float) else str(value)
