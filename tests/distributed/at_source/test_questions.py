"""The questions, asked of DuckDB and of PostGIS, against rows counted one after the other."""

from __future__ import annotations

import itertools
from collections import defaultdict

import numpy as np
import pytest
from hypothesis import HealthCheck, Phase, example, given, settings

from innovation_clusters.analysis.counting import make_source
from innovation_clusters.analysis.monitor import Monitor

from .conftest import Database
from .engines import Files, Tables
from .rows import (
    NAMES,
    Group,
    Key,
    Row,
    Table,
    counted_patterns,
    expected_full_counts,
    expected_groups,
    expected_patterns,
    fault_of,
    key_of,
    keys_of,
    label_of,
    labelled,
    record_of,
    tables,
)

ENGINES = ("duckdb", "postgis")
# Without making failing cases smaller: that takes minutes with a database.
CASES = settings(
    phases=[Phase.explicit, Phase.generate],
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.fixture(scope="module")
def holders(database: Database, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Files | Tables]:
    return {"duckdb": Files(tmp_path_factory.mktemp("files")), "postgis": Tables(database)}


@pytest.mark.parametrize("name", ENGINES)
@CASES
@given(table=tables())
def test_places_are_the_groups_of_rows(holders: dict[str, Files | Tables], name: str, table: Table) -> None:
    with holders[name].holding(table) as (engine, at_source):
        places = engine.places(at_source, Monitor())
    found: dict[Key, Group] = defaultdict(Group)
    for place, key in enumerate(keys_of(places)):
        group = found[key]
        group.rows += int(places.rows[place])
        group.addresses += places.addresses[place].item()
        group.fraction += places.fraction.value[place].item()
        first = int(places.first_row[place])
        group.first = first if group.first < 0 else min(first, group.first)
    expected = expected_groups(table)
    assert set(found) == set(expected)
    for key, group in expected.items():
        assert found[key].rows == group.rows
        assert float(found[key].addresses) == pytest.approx(float(group.addresses), abs=1e-12, rel=1e-15)
        assert found[key].fraction == pytest.approx(group.fraction, abs=1e-12)
    assert sorted(found, key=lambda key: found[key].first) == sorted(
        expected, key=lambda key: expected[key].first
    )
    # In this order they are numbered.
    assert (np.diff(places.first_row) > 0).all()


@CASES
@given(table=tables())
def test_both_engines_give_the_same_bits(holders: dict[str, Files | Tables], table: Table) -> None:
    answers = []
    for holder in holders.values():
        with holder.holding(table) as (engine, at_source):
            places = engine.places(at_source, Monitor())
        keys = keys_of(places)
        order = sorted(range(len(keys)), key=lambda place: (keys[place], str(places.key.slice(place, 1))))
        fraction = places.fraction.select(np.array(order, dtype=np.int64))
        assert fraction.rest is not None
        answers.append((places.addresses[order].tolist(), fraction.value.tolist(), fraction.rest.tolist()))
    assert answers[0] == answers[1]


# Their sum, rounded as a whole number and a rest each and then once more, is another one.
ROUNDED_TWICE = Table([Row(0.0, 0.0, "a", 0.1), Row(180.0, 0.0, "a", 1.3)], frozenset(["weight"]))


@pytest.mark.parametrize("name", ENGINES)
@CASES
@given(table=tables())
@example(table=ROUNDED_TWICE)
def test_one_machine_gives_the_same_bits(holders: dict[str, Files | Tables], name: str, table: Table) -> None:
    table = Table(table.rows, table.chosen | {"record"})
    with holders[name].holding(table) as (engine, at_source):
        places = engine.places(at_source, Monitor())
    rows = [row for row in table.rows if record_of(row)]
    number = {key: place for place, key in enumerate(dict.fromkeys(key_of(table, row) for row in rows))}
    found = places.fraction.add_up(
        np.array([number.get(key, -1) for key in keys_of(places)], dtype=np.int64), len(number)
    )
    source = make_source(
        "patents",
        np.zeros(len(rows)),
        np.zeros(len(rows)),
        addresses=np.array([row.weight if "weight" in table.chosen else 1.0 for row in rows]),
        record=np.unique([record_of(row) for row in rows], return_inverse=True)[1].astype(np.int64),
    )
    wanted = source.fraction.add_up(
        np.array([number[key_of(table, row)] for row in rows], dtype=np.int64), len(number)
    )
    assert vars(found).keys() == {"value", "rest"}
    for part in vars(found):
        assert getattr(found, part).tolist() == getattr(wanted, part).tolist()


@pytest.mark.parametrize("name", ENGINES)
@CASES
@given(table=tables())
def test_patterns_and_full_counts(holders: dict[str, Files | Tables], name: str, table: Table) -> None:
    table = Table(table.rows, table.chosen | {"record"})
    with holders[name].holding(table) as (engine, at_source):
        places = engine.places(at_source, Monitor())
        known = labelled(places)
        patterns = engine.patterns(at_source, known, Monitor())
        counts = engine.full_counts(at_source, known, Monitor())
    assert counted_patterns(patterns) == expected_patterns(table)
    assert (np.diff(patterns.pattern) >= 0).all()
    found: dict[Key, float] = defaultdict(float)
    for key, count in zip(keys_of(places), counts.value.tolist(), strict=True):
        found[key] += count
    expected = expected_full_counts(table)
    assert {key for key in found if found[key]} == set(expected)
    assert all(found[key] == pytest.approx(count, abs=1e-12) for key, count in expected.items())


NUMBERS = itertools.count()


@pytest.mark.parametrize(("name", "as_view"), [("duckdb", False), ("postgis", False), ("postgis", True)])
@settings(CASES, max_examples=20)
@given(table=tables())
def test_labels(holders: dict[str, Files | Tables], name: str, as_view: bool, table: Table) -> None:
    holder = holders[name]
    target = holder.target(f"라벨 {name} {next(NUMBERS)}")
    with holder.holding(table) as (engine, at_source):
        places = engine.places(at_source, Monitor())
        told = engine.label(at_source, labelled(places), target, 'Clus"ter', Monitor(), as_view=as_view)
    # A place is known where a row that takes part lies there, and then to all rows there.
    known = {
        key_of(table, row)[:2]
        for row in table.rows
        if not fault_of(row) and ("record" not in table.chosen or record_of(row))
    }
    expected = {
        number: label_of(key_of(table, row))
        if not fault_of(row) and key_of(table, row)[:2] in known
        else None
        for number, row in enumerate(table.rows)
    }
    rows = holder.read(target)
    assert {row[0]: row[-1] for row in rows} == expected
    assert len(rows) == told.rows == len(table.rows)
    assert told.unknown == sum(label is None for label in expected.values())
    assert all(len(row) == len(NAMES) + 1 for row in rows)
    for row in rows:
        assert row[list(NAMES).index("record")] == table.rows[row[0]].record
